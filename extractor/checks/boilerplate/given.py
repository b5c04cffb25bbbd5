"""Words that form and law give every report: its opening, and what the law says.

What agencies tell behind the same opening may differ altogether; the opening alone is no copy.
"""

from __future__ import annotations

import re

from extractor.checks.boilerplate.facts_told import plain

_REPORT = r"(?:本(?:年度|年)?(?:报告|年报)|(?:年度|工作|情况|公开)报告|(?<=[年度开作])年报)"
_AS_FOLLOWS = r"(?:如下|于后|于下|如次)"
# 根据《条例》要求，结合我镇实际，为…, also with no comma in front of 现将; 在汇总…的基础上，
_GROUND = (
    r"(?:(?:根据|按照?|依照?|依据|遵照|遵循|参照|结合|为了?)[^，。；：]{1,100}?"
    r"(?:，|(?=现[将就把予公]|[特兹现]?(?:编制|编写|制作|向社会)))|[^，。；：]{0,30}(?:汇总|综合)[^，。；：]{0,60}，)*"
)
# 现将本局2023年政府信息公开工作情况报告如下：, 特向社会公布本报告。, 现依…格式，将…报告于后。
# 现将水质月报贴在村口 is an act.
_NOW = re.compile(
    rf"{_GROUND}(?:我[^，。；：]{{1,3}}|本[^，。；：]{{1,3}})?"
    r"(?:现|特(?!色|别|点|殊|定)|[兹谨])(?:[依按根遵][^，。；：]{1,100}，)?(?=[将就把对向予公发按依遵根报])"
    rf"(?=[^，。；：]*(?:{_AS_FOLLOWS}|信息公开(?:工作|情况|年度)|政务公开(?:工作|情况)|年报|(?:年度|本)报告))"
    r"[^，。；：]{0,110}(?:报告|汇报|公布|公开|公告|通报|说明|总结|发布|汇总|具报|年报)[^，。；：]{0,80}[，：。；]?"
)
# 编制本年度报告。, 县水务局编制并公布了2023年年报，现予公布。, 我局信息公开工作情况如下：
_MADE = re.compile(
    rf"{_GROUND}[^，。；：]{{0,40}}(?:(?:编制|编写|撰写|拟定|起草|形成|制作|制定|公布|发布)(?:完成|形成)?"
    rf"(?:了|并(?:公布|发布))?[^，。；：》]{{0,40}}{_REPORT}|(?:情况|报告){_AS_FOLLOWS})(?:[，：。；]|$)"
)
_COUNTED = re.compile(r"\d+[份篇件期]")
# 本报告由六部分组成…, 报告所列数据的统计期限自…, 统计期限为…, 欢迎监督
_ABOUT = re.compile(
    r"(?:本(?:年度|年)?(?:报告|年报)|报告)(?!的?(?:期|年度|时段)[内间里中])(?:由|按|根据|依|是|系|中|所|的|共|分|包[括含]|内容|数据|统计|时段|期|电子版|全文)"
    r"|[^，。；：]{0,4}(?:数据|统计)(?:数据|统计)?的?(?:期限?|期间|时间|时限|区间|时段|周期|起止(?:日期|时间)?|日期)?(?:[自从为到：]|截[至止]|起于|\d)[^。；]{0,8}20\d\d"
    r"|(?:内容|全文)(?:共|分|包[括含])|(?:敬?请|欢迎|现予|并向社会)[^，。；：\d]{0,14}[。；]?$"
)

# The law's manner: whom it binds, in front; what they shall, may or must not; none of the words by
# which an agency tells of itself.
_BOUND = re.compile(
    r"(?:[^，。；：]{0,8}《[^》]*》[^，。；：]{0,10}[，：])?(?:各级|县级以上|有关)?(?:地方)?(?:各级)?(?:人民政府|行政机关|政府信息(?!公开(?:专栏|栏目|平台|窗口))"
    r"|公民、法人|申请人|法律、(?:行政)?法规|法律法规|设区的市级|(?:除|对|属于|依法确定为|涉及)[^，。；]{0,36}(?:国家秘密|商业秘密|个人隐私|信息))"
)
_SHALL = re.compile(
    r"应当|可以不予?公开|不予公开|不得|有权[向要对]|(?:均|都)?应予公开|(?:行政机关|人民政府)负责公开|可以[向不]"
)
_ITSELF = re.compile(
    r"我[们局委办厅镇乡街县区市省部院校队]|本[局委办厅镇乡街县区市省部院校队]|[全今去当每本][年月周]|年[内初底末度]|\d+[月号]|(?:19|20)\d\d年"
    r"|[局委办厅镇乡站股科]室?(?:[、，]|应当)|网站|公众号|窗口|电话|已经?|了(?!解)|组织|培训|印发"
)
# What the law speaks of, in words that reports use of it.
_LAW_WORDS = re.compile(
    r"行政机关|人民政府|公民|法人|其他组织|自然人|申请人|政府信息公开|政府信息|信息|公开|国家秘密|商业秘密|个人隐私|国家安全|公共安全|经济安全"
    r"|社会稳定|公共利益|合法权益|第三方|法律|行政|法规|规章|国家|规定|条例|应当|可以|不得|不予|有权|依法|依照|按照|主动|申请|提供|答复|告知|理由"
    r"|收到|之日起|工作日|制作|获取|保存|履行|职责|管理|职能|负责|确定|涉及|造成|损害|危及|内部事务|人事|后勤|内部|工作流程|方面|过程性"
    r"|讨论记录|过程稿|磋商|信函|请示|报告|执法案卷|形成|建立|健全|完善|审查|机制|制度|程序|责任|保密|及时|准确|公正|公平|合法|便民|原则"
    r"|发布|澄清|虚假|不完整|影响|社会|经济|秩序|调整|公众|广泛|知晓|参与|决策|利益|各级|主管|部门|工作|考核|评议|追究|定期|监督|投诉|举报"
    r"|复议|诉讼|书面|数据电文|形式|包括|名称|身份|证明|联系|方式|内容|描述|以及|或者|除外|以外|属于|其他|本|该|等|的|和|与|或|向|对|由|在"
    r"|坚持|遵循|常态|例外|批评|建议|需要|能够|当场|予以|相关|有关|对外|以自己的?名义|县级|地方|部门|进行|提出|工作人员"
    r"|从|并|其|为|是|有|会|后|前|将|自|所|按|把"
)
_A_WORD = 4
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LAW_SHARE = 0.8


def without_opening(text: str, *, in_front: bool) -> str:
    """Without 现将…报告如下 and the grounds given for it; in front of a section also without what
    is said of the report itself."""
    words = plain(text)
    left = words
    while found := _NOW.match(left):
        left = left[found.end() :]
        in_front = True
    if in_front and left:
        made = _MADE.match(left)
        if made and not _COUNTED.search(made[0]):
            left = left[made.end() :]
        if _ABOUT.match(left):
            left = ""
    if left == words:
        return text
    return left if len(_HAN.findall(left)) >= _A_WORD else ""


def is_law(text: str) -> bool:
    """What the law says, with no article named and not in quotation marks: 行政机关应当…"""
    words = plain(text)
    if not _BOUND.match(words) or not _SHALL.search(words) or _ITSELF.search(words):
        return False
    length = len(_HAN.findall(words))
    return length - len(_HAN.findall(_LAW_WORDS.sub("", words))) >= _LAW_SHARE * length
