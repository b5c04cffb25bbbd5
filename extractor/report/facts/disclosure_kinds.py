"""What is counted and who counts it, from the words around a figure of disclosed items."""

from __future__ import annotations

import re

from extractor.report.facts.channels import Channel

_GENERIC = re.compile(
    r"(?:了|的|到|出)?(?:[^，]{0,30}(?:在内的|等各方面的?|等方面的?|等各领域的?))?(?:各类别?|各项"
    r"|各种|全部|所有|本级|应公开|法定|有关|相关|有效|本机关|本单位|本部门|等各类"
    r"|等各项)*(?:主动公开)?(?:的)?"
    r"(?:政府|政务|公开)*(?:信息)?(?:公开)?(?:的)?(?:信息|内容|消息"
    r"|文件信息)?(?:条目)?(?:公开)?(?:数据)?(?:数量?|总数?量?|总?条数|总?件数|量)?"
)
_LISTED_GENERIC = re.compile(
    r".{2,60}等(?:各类|各项|各种|各方面|方面|有关|相关)*(?:的)?(?:政府|政务)(?:公开)?信息"
    r"|[^、]{2,20}(?:、[^、]{2,20}){2,}等各(?:类|项|种|方面)信息"
)
LIGHT_TAIL = re.compile(
    r"(?:一?共计?|总共|总计|合计|累计|累积|为|是|有|达到?|约|近|超|计|到|实际?|已经?|更新量|的?(?:数量"
    r"|总[数量])|一年(?:下来|里|到头|算下来)|全年|(?:19|20)\d\d年度?|[：:]"
    r"|[由从][^，]{2,16}(?:[增减升降]|增加|减少|增长|下降|上升|提高|提升|回落)[到至为])+$"
)
LEADING = re.compile(
    r"^(?:里面?有|当?中有|其余|剩下|其次(?:是|为)|再次(?:是|为)|其中|此外|另外|另|还有|还|并且?|含(?=.{3})|而|及|和"
    r"|以及|同时|具体|主要|包括|包含|涉及|有|为|是"
    r"|分别|全年|本年度?|年内|当年|今年|(?:19|20)\d\d年度?(?:以来)?|一年来|截至目前|共计|累计"
    r"|我[局镇乡委县区市街]|通过|在|从|经由?|由|于|利用|依托|按|即|：|▁|一是|二是|三是|四是|五是"
    r"|[（(]?[一二三四五六七八九十\d]{1,2}[)）、.]|[①-⑨])+"
)
# 公开较多的是灌溉轮次12条: how they rank is no part of the name.
_MOSTLY = re.compile(
    r"^(?:数量)?(?:比较|较|最|相对)为?(?:多|集中)的(?:内容|信息|类别|领域)?(?:依次|分别)?(?:是|有|为)"
)
# 252条涉及定点机构准入退出, 其余344条是综合政务类.
_IS_KIND = re.compile(
    r"(?:涉及|属于|主要是|用于|均为|都是|是|为|系)(?P<kind>[\u4e00-\u9fff、“”]{2,24}?)(?:信息)?$"
)
_FOLLOWS = re.compile(
    r"其中|均|都|已|全部|比|较|同比|占|增长|增加|下降|减少|里|中|内|左右|以上|以下|分别|并|按|涵盖"
    r"|涉及|包括|内容|主要|具体|未|不|为|是|，|信息|政府信息|政务信息|通过|来自|用于|等"
)
# 最终对外公开, 实际公开: how or how far, not who and not what.
_ADVERBS = re.compile(
    r"(?:最终|最后|实际上?|真正|确实|净|新增?加?|当年|本年度?|全年|先后|陆续|依法|依规|及时|主动|按时"
    r"|累计|总共|合计|总计|共计?|另行?|又|再|已经?|均|都|全部|正式|对外|一年(?:来|下来|里|到头)|今年"
    r"|年内|完整|准确|统一|集中|规范|如期|按期|一并|(?:19|20)\d\d年度?)+"
)
_LATE_ADVERBS = re.compile(r"(?:全年|本年度?|年内|当年|累计|共|已|均)+$")
# “惠农补贴”等重点领域栏目公开40条: columns with a name of their own.
_COLUMN = re.compile(r"[“\"][^“”\"]{2,30}[”\"]等?[\u4e00-\u9fff]{0,8}(?:栏目|专栏|板块|版块)$")


def kind_of(
    subject: str, thing: str, behind: str, channel: Channel | None, start: int, has_verb: bool
) -> str:
    """The kind that is counted, from the object, the words behind, or the verb's own subject."""
    thing = _MOSTLY.sub("", LIGHT_TAIL.sub("", thing))
    if channel is not None and not has_verb:
        thing = thing[max(0, channel.end - start) :] or ""
    if not has_verb:
        thing = LEADING.sub("", thing)
    if thing and not _GENERIC.fullmatch(thing) and not _LISTED_GENERIC.fullmatch(thing):
        return thing.strip("的了：:、，")
    counted = _IS_KIND.match(behind)
    if counted and not thing and not has_verb:
        return counted["kind"]
    noun = re.match(r"(?:的)?(?P<noun>[\u4e00-\u9fff、“”]{1,20})", behind)
    if (
        noun
        and not thing
        and not _GENERIC.fullmatch(noun["noun"])
        and not _FOLLOWS.match(noun["noun"])
    ):
        return noun["noun"].strip("的")
    if has_verb and not thing:
        return _subject_kind(subject, channel, start)
    return ""


def _subject_kind(subject: str, channel: Channel | None, start: int) -> str:
    """重点领域信息公开40条: the kind stands in front of the verb."""
    if channel is not None:
        subject = subject[max(0, channel.end - start) :]
    among = subject.startswith("其中")
    subject = re.sub(r"^(?:完成|实现|做到)了?", "", LEADING.sub("", subject))
    if _ADVERBS.fullmatch(subject):
        return ""
    subject = _LATE_ADVERBS.sub("", subject)
    if among and channel is None and 2 <= len(subject) <= 16 and not _GENERIC.fullmatch(subject):
        return subject
    if column := _COLUMN.search(subject):
        return column.group()
    match = re.search(r"(?P<kind>[\u4e00-\u9fff、“”]{2,16}(?:信息|领域|动态|公告|文件))$", subject)
    if match and not _GENERIC.fullmatch(match["kind"]) and "政府信息" not in match["kind"]:
        return match["kind"]
    return ""


def body_of(subject: str, channel: Channel | None) -> str:
    """Who discloses, if the subject names no channel."""
    if channel is not None:
        return ""
    words = LEADING.sub("", subject).strip("，、：")
    if _ADVERBS.fullmatch(words):
        return ""
    return words if 2 <= len(words) <= 16 and "信息" not in words else ""
