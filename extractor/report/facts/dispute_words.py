"""The words in which reports tell of disputes, and whose disputes they tell of."""

from __future__ import annotations

import re

from extractor.report.facts.attach import LIGHT_BEHIND, Term, Terms, light
from extractor.report.facts.model import DISPUTES

UNITS = frozenset({"", "件", "宗", "起", "份", "次", "例", "个", "件次", "桩"})
TERMS = Terms(
    (
        "suit_direct",
        r"(?:未经|不经|未申请|没有经过|绕过|绕开)(?:行政)?复议(?:程序)?(?:而)?(?:直接|径行|径直)?(?:提起"
        r"|提出)?(?:行政)?(?:起诉|诉讼)?|[直径][接行]诉至(?:人民)?法院|[直径][接行]起诉"
        r"|直接(?:向[^，]{0,8})?(?:提起|提出)?(?:行政)?(?:起诉|诉讼)",
    ),
    (
        "suit_after_review",
        r"(?:经)?(?:行政)?复议(?:程序)?(?:之)?后仍?(?:走进|诉至)(?:人民)?法院"
        r"|(?:经)?(?:行政)?复议(?:程序)?(?:之)?后(?:再|又)?(?:提起|提出)?(?:的)?(?:行政)?(?:起诉"
        r"|诉讼)|经复议(?:再)?(?:提起)?(?:起诉|诉讼)",
    ),
    (
        "corrected",
        r"(?:结果|被|予以|依法|判决)?(?:复议)?(?:纠正|撤销)(?!率)"
        r"|(?:被)?(?:纠错|确认违法|变更)(?!率)|败诉(?!率)"
        r"|(?:责令|判令|要求)(?:[我本]?[局厅委办镇乡府]|其)?(?:限期|依法|在[^，。]{2,14}内)*(?:重新|履行|作出|答复)"
        r"[^，。\d]{0,8}|认定[^，。]{0,20}(?:不当|违法|错误)",
    ),
    (
        "upheld",
        r"(?:法院)?(?:驳回或(?:者)?)?(?:结果|予以|判决|决定)?维持(?!率|在)"
        r"|(?:判决|裁定)?驳回(?:原告|申请人|当事人|其)?(?:的)?(?:全部)?(?:诉讼|复议)?(?:请求|申请)"
        r"|胜诉(?!率)|支持了?(?:我|本)(?:[局厅委办镇乡县区市府会]|街道|机关|单位|方)?(?:的?(?:答复|决定"
        r"|主张))?|判决驳回|驳回(?=的?[\d一二两三四五六七八九十]|$)|认可(?=我|本|答复|原)",
    ),
    (
        "other",
        r"其[他它](?:处理|复议|判决)?(?:结果|情形|情况|处理|方式)?(?=\d|的|为|均|：|共|有|$)|其[他它]结果",
    ),
    ("other", r"其[他它]方式(?:结案|处理|办结)"),
    (
        "other*",
        r"(?:行政)?(?:复议|诉讼|审理)?终[止结](?:审理|审查|复议|诉讼)?|撤回(?:了)?(?:行政)?(?:复议|起诉"
        r"|诉讼)?(?:申请)?(?!上诉)|撤诉|和解|驳回起诉|调解(?:结案)?|不予受理|中止",
    ),
    (
        "pending",
        r"(?:尚?未|没有?|还没有?)(?:审结|办结|结案|作出|审理完毕|审理终结|出结果|有?结果|有?结论|判决?|裁决|开庭"
        r"|审理|审完|了结|下判)(?:决定|结论|判决|裁决)?"
        r"|(?:尚|仍|还|正)?在(?:依法)?(?:审理|办理|审查)(?!期间|过程|时)(?:中|之中|当中)?|未结|待审|待判"
        r"|在审(?!理|查)|(?:尚?未|没|没有)宣判|还没判|审理中|审理之中|[仍尚还]在[一二]审|(?:正在?|处于|进入|[仍尚还]在)(?:[一二]审|审理|审查|开庭|办理)(?:阶段|期间|程序)"
        r"|[一二]审(?:审理)?(?:阶段|中(?!止))"
        r"|正在(?:审理|审查|办理)|(?:等待|等着|等候|待)(?:开庭|判决|审理|结果|裁决)",
    ),
    (
        "review",
        r"(?:被)?(?:申请|提起|提出|引起|引发|发生)?(?:的)?行政复议(?!机关|机构|决定|法|局|委员会)"
        r"|(?<!行政)复议(?!机关|机构|决定|法|局|委|纠错率|后|率)"
        r"|复议机[关构](?:的|送达|发来|寄来)*(?:答复|受理|提出答复)?通知书?",
    ),
    (
        "suit",
        r"(?:被)?(?:提起|提出|引起|引发|发生)?(?:的)?行政(?:诉讼|应诉|起诉)(?!法)"
        r"|(?:把|将)(?:我|本)[^，]{0,4}告了|打[^，。]{0,8}官司|对簿公堂|告(?:上|到)(?:了)?(?:法庭|法院)"
        r"|(?:去|上)(?:人民)?法院(?:去?告|起诉|打官司)?|官司|被(?:人)?告(?=过|了|上|到)|涉诉(?!信访)|诉至(?:人民)?法院|(?<!行政)(?:诉讼(?!法(?!院)|请求"
        r"|程序)|(?<!出庭)应诉|被诉|被起诉"
        r"|起诉)",
    ),
)  # fmt: skip
SUBJECTS = frozenset(DISPUTES)
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
_AS_AUTHORITY = re.compile(r"(?:作为|身为|系|是)[^，。]{0,10}?复议机[关构]")
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
    r"|不作为)"
)
_OTHER_CAUSE = re.compile(
    rf"{_OTHER_ACT}[^，,。；;、]{{0,8}}?(?:引起|引发|产生|导致|提起|提出|不服|被)?的?(?:行政)?"
    rf"(?:复议|诉讼|应诉|起诉)|(?:不服|涉及?)[^，,。；;、]{{0,10}}?{_OTHER_ACT}"
)
# 征地信息未公开，申请复议: of whatever matter, it is about publicity.
_OF_PUBLICITY = re.compile(r"公开|答复|信息")
BUSINESS = re.compile(
    r"各类|受理|(?<![在正尚经])审理(?!中)|办理|(?<!未)(?<!已)审结|(?<!未)办结|代理|承办|出庭"
    r"|作为复议|复议机[关构]|应诉工作|法律顾问|化解"
    r"|调解|服务|培训|旁听"
)
NOTHING = re.compile(
    r"(?:[\d一二三四五六七八九十年本度我局委镇乡街道县区市厅单位机关办在全上述期间共，,这方面该此项类的]|情况)*"
    r"(?:无|暂无|没有|未发生|未涉及|不存在|均?为(?:0|零)|均无|均未发生|不涉及|0件?"
    r"|零)(?:过)?(?:任何)?(?:此类|相关|这类|该类|上述|以上|有关)?(?:的)?(?:内容|情况|案件|情形"
    r"|事项|问题|事件|发生)*[。.；;]?"
)
TOTAL_GAP = re.compile(
    r"(?:[的了共立总合计累双有为是达到降增减升至数量件情况形案事项引发生起被收申请提出约仅只类别均各亦也皆都政府信息公开"
    r"：:“”▁]|方面|(?:减少|增加|下降|上升|降低)(?:到|为)|同期|继续|保持|连续|实现|仍然?|(?:答复|应诉|受理)?通知书?|答复书)*"
)
_BEHIND = re.compile(
    rf"(?:{LIGHT_BEHIND}|止[于在步]+|由?(?:人民)?法院|复议机关|原告|申请人|当事人|上诉人|自愿|主动|自行|双方|被|达成|一审|二审|终审|经|[因由]|涉及|的|政府信息公开|政务公开|信息公开|申请|工作|引发|引起|提起"
    r"|类|案件|被|有关"
    r"|答复|决定)*"
)


def behind(between: str) -> bool:
    return len(between) <= 20 and _BEHIND.fullmatch(between) is not None


_OUR_ACT = re.compile(
    r"(?:了|原|[我本该](?:[局厅委办镇乡县区市省]|街道|机关|单位)|(?:具体)?行政行为|作出的?|答复"
    r"|决定|判决|处理|的)*"
)


def gap(term: Term, between: str) -> bool:
    if term.key in SUBJECTS:
        return len(between) <= 20 and TOTAL_GAP.fullmatch(between) is not None
    if between.endswith("各") and len(between) <= 6:
        return True
    if len(between) <= 20 and _OUR_ACT.fullmatch(between):
        return True  # 维持我厅行政行为的7件
    return light(term, between)


# A case told without a figure: 有一位居民申请了复议.
ONE_PERSON = re.compile(
    r"(?:申请人|居民|村民|原告|公民|当事人)?[\u4e00-\u9fff]某(?![种些个])|(?:1|一)(?:位|名|人|个人|家|户)|那位|这位"
)
FILED = re.compile(
    r"(?:申请|提起|提出?)了?(?:行政)?(?:复议|诉讼)了?|复议了|告了|起诉了|法院起诉|又起诉"
)


def is_ours(text: str) -> bool:
    """Whether the words say that the disputes are of 信息公开, or against the agency."""
    if _AS_AUTHORITY.search(text):
        return SUED.search(_AS_AUTHORITY.sub("", text)) is not None
    return bool(OURS.search(text) or SUED.search(text))


def of_another_act(clause: str, sentence: str) -> bool:
    """环境行政处罚引起的复议11件; `sentence` is what has been told up to the clause's end."""
    return bool(_OTHER_CAUSE.search(clause)) and not _OF_PUBLICITY.search(sentence)
