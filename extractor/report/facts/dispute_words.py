"""Whose disputes a report tells of: those about 信息公开, or the business of an agency."""

from __future__ import annotations

import re

SPEAKS = re.compile(r"复议|诉讼|起诉|应诉|被诉|官司|对簿公堂|法院")
OURS = re.compile(r"信息公开|依申请|政务公开|公开申请|申请公开|公开答复")
# Sued or complained of ourselves, whatever the verb beside it.
SUED = re.compile(
    r"收到复议机[关构]|"
    r"(?:法院|复议机关)(?:共|已|依法)*(?:受理|审理|办结|审结)|"
    r"被(?:申请|提起|提出)?(?:的)?(?:行政)?(?:复议|诉(?!讼)|告(?!知)|起诉)|(?:以|把|将)[我本][局厅委办镇乡机单街]"
    r"|[我本](?:[局厅委办镇乡]|机关|单位|街道)(?:为|是|作为)被"
)
# Who says so decides for others, whatever the words of being sued beside it.
_AS_AUTHORITY = re.compile(r"(?:作为|身为|系|是|以[^，。]{1,12}为)[^，。]{0,10}?复议机[关构]")
# All that were filed against the agency, of any kind.
OPPONENT = re.compile(
    r"(?:以|将|把)?[我本](?:[局厅委办镇乡县区市府会署院]|街道|机关|单位)(?:为|是|作为|列为)被"
)
# 其中涉及政府信息公开的2件: the kind, told alone behind a total that does not say it.
OF_OURS = re.compile(
    r"(?:其中|同期|上述|有|含|包括|属于?|因|由|涉及?|关于|与|对|就|被申请|▁"
    r"|以[^，。；\d]{1,20}为被(?:申请人|告)的?)*"
    r"(?:政府信息|政务信息|信息|政务)公开(?!申请)(?:工作|事项|领域|方面|有关|相关|引起|引发|产生|类别?"
    r"|内容|的|案件)*(?:共|为|有|是|计|仅|只|均|分别|各|：)*"
)
_KIND = (
    r"(?:政府信息|政务信息|信息|政务)公开"
    r"(?:工作|事项|领域|方面|有关|相关|引起|引发|产生|类别?|内容|的|案件|情况|情形)*"
)
# 3份，其中2份涉及政府信息公开: behind the figure.
OURS_BEHIND = re.compile(rf"(?:均|都)?(?:是|为|系)?(?:涉及?|属于?|因|关于)?{_KIND}")
# 没有涉及政府信息公开的案件 counts ours; 均不属政府信息公开案件 says only what the others were.
NONE_OURS = re.compile(
    r"(?:其中|上述|以上|但|且|案件|内容|▁)*(?:没有|无|未有|不存在|未发生|均无|均没有|都没有)(?:涉及?|属于?"
    rf"|因|关于|与)?{_KIND}"
)
NOT_OURS = re.compile(
    rf"(?:其中|上述|以上|但|且|案件|内容|均|都|也|亦|同样|全部|皆|▁)*(?:(?:不|未|非)(?:涉及?|属于?|是|因)?{_KIND}"
    rf"|[与和同跟](?:本?单位|我[局镇])?(?:的)?{_KIND}(?:无涉|无关|不相关|(?:无|没有)(?:直接)?(?:关系|关联)))"
)
# Acts of other kinds, which are what most disputes are about.
_OTHER_ACT = (
    r"(?:处罚|强制|许可|审批|征收|征用|征地|拆迁|补偿|执法|确认|登记|裁决|工伤|举报|投诉|信访|监管"
    r"|不作为|争议|纠纷|确权|仲裁|采购|合同|赔偿|招[生标录]|职称)"
)
_OTHER_CAUSE = re.compile(
    rf"{_OTHER_ACT}[^，,。；;、]{{0,12}}?(?:引起|引发|产生|导致|提起|提出|不服|被)?的?(?:行政)?"
    rf"(?:复议|诉讼|应诉|起诉|(?<=被)诉)|(?:不服|涉及?)[^，,。；;、]{{0,10}}?{_OTHER_ACT}"
)
# 征地信息未公开，申请复议: of whatever matter, it is about publicity.
_OF_PUBLICITY = re.compile(r"公开|答复|信息")
BUSINESS = re.compile(
    r"各类|其[他它]的?(?=行政(?:诉讼|复议|应诉))|受理|(?<![在正尚经])审理(?!中)|办理|(?:(?<!未)审结|(?<!未)办结)了?(?=各类|各|行政|复议|诉讼|应诉|案件|[\d一二两三四五六七八九十])|代理|承办|出庭"
    r"|作为复议|复议机[关构]|应诉工作|法律顾问|化解"
    r"|调解|服务|培训|旁听"
)
NOTHING = re.compile(
    r"(?:[\d一二三四五六七八九十年本度我局委镇乡街道县区市厅单位机关办在全上述期间共，,这方面该此项类的]|情况)*"
    r"(?:无|暂无|没有|未发生|未涉及|不存在|均?为(?:0|零)|均无|均未发生|不涉及|0件?"
    r"|零)(?:过)?(?:任何)?(?:此类|相关|这类|该类|上述|以上|有关)?(?:的)?(?:内容|情况|案件|情形"
    r"|事项|问题|事件|发生)*[。.；;]?"
)
# A case told without a figure: 有一位居民申请了复议.
ONE_PERSON = re.compile(
    r"(?:申请人|居民|村民|原告|公民|当事人)?[\u4e00-\u9fff]某(?![种些个])|(?:1|一)(?:位|名|人|个人|个(?:[村居]民|群众|企业|公司|申请人|业主|商户)|家|户)|[那这][位件]|该(?:申请人|企业|当事人|[村居]民)"
    # 老张不服镇里的答复, where 老 and 小 open a name.
    r"|(?:^|[，有由是])[老小][\u4e00-\u9fff](?=不服|对|又|因|不满|拿着?|去|觉得|嫌)"
)
# 就不予公开1件，申请人申请行政复议; 有1件申请不服答复，…申请复议
ONE_ANSWER = re.compile(
    r"(?:就|对|针对|因|不服)[^，。；]{0,20}(?:公开|答复|处理)[^，。；\d]{0,4}(?<!\d)[1一][件份宗起]"
    r"(?:答复|申请|决定)?，|[1一][件份宗](?:政府信息公开)?(?:申请|答复)[^，。；\d]{0,8}不服"
)
# 向法院起诉，该案尚未宣判: one, as its sequel says.
THE_ONE_CASE = re.compile(r"[该此]案|这[一起]案|唯一的?(?:一[件起])?(?:行政)?(?:复议|诉讼)")
FILED = re.compile(
    r"(?:申请|提起|提出?)了?(?:行政)?(?:复议|诉讼)了?|[向到去找][^，。；\d]{2,12}复议|[是为](?:行政)?复议$|[上告去](?:了|到)?(?:人民)?法院|告(?:到|上)了?|把[^，。；\d]{1,6}告|复议了|告了|起诉了|法院起诉|起诉[到至]|(?:又|继而|随后|遂|接着|转而|进而|再)起诉"
)


def is_ours(text: str) -> bool:
    """Whether the words say that the disputes are of 信息公开, or against the agency."""
    if _AS_AUTHORITY.search(text):
        return SUED.search(_AS_AUTHORITY.sub("", text)) is not None
    return bool(OURS.search(text) or SUED.search(text))


# 因土地确权纠纷，王某申请复议: the clause in front says what it is about.
_CAUSE_FIRST = re.compile(rf"▁*(?:[因就对]|由于|针对|围绕)[^，。；]*?{_OTHER_ACT}[^，。；]{{0,8}}")


def of_another_cause(before: str) -> bool:
    return bool(_CAUSE_FIRST.fullmatch(before)) and not _OF_PUBLICITY.search(before)


def decides_for_others(sentence: str) -> bool:
    """我局作为复议机构，全年收到复议申请476件: its office is told in front of the figure."""
    return _AS_AUTHORITY.search(sentence) is not None


def of_another_act(clause: str, sentence: str) -> bool:
    """环境行政处罚引起的复议11件; `sentence` is what has been told up to the clause's end."""
    return bool(_OTHER_CAUSE.search(clause)) and not _OF_PUBLICITY.search(sentence)
