"""How disclosed items are counted: verb, object, kind and channel of one figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from extractor.report.facts.channels import Channel, channels
from extractor.report.facts.clauses import BLOT, Clause, Number, Passage
from extractor.report.facts.standing import Standing, standing

TOTAL_UNITS = frozenset({"条", "件", "篇", "份", "则", "条次", "个", "项", ""})
ITEM_UNITS = frozenset({"条", "件", "篇", "份", "则", "条次", "期", "张", "个", "部", "次", ""})
COUNTED = frozenset({"条", "篇", "份", "件", "期", "则", "条次"})
MEDIA = re.compile(r"新媒体|公众号|微信|微博|抖音|头条|视频号|客户端|两微|小程序")
_DISCLOSES = (
    r"公开|公布|公示|发布|编发|上了$|添了$|挂(?:出|上|了)(?:去|来)?|晒(?:出|了)|亮出"
    r"|传(?:上|了)|放(?:上|了)网?|登(?:上|了)|向社会提供|向公众(?:提供|输出)|上线(?!运行)|上传|上网"
    r"|挂网|登载|刊登|登出|录入|更新(?!量)|推送|推出|刊发|发表"
    r"|发送|转载"
    r"|张贴|(?<![开研颁核下印突多首制签批补散分])发(?:了|出|布)?(?![放展现文动挥生改票起言证])"
    r"|(?<![补津])贴了?|推了?(?![进动广])"
)
VERB = re.compile(
    rf"(?:主动)?(?:向社会|对外|向公众|集中|依法|及时|全面|共)?(?:{_DISCLOSES})(?!类|基本|年度报告"
    rf"|年报|申请|栏|牌|期间|系统"
    rf"|平台|专区|专栏|属性|目录|指南)"
    r"(?:并发布|发布|公开|并公开)?(?:出)?(?:的|了|有)?"
)
_UNDISCLOSED = re.compile(r"(?:依申请|未|不予?|没有?|尚未|暂未|不宜|拟|应当?|(?<!许)可以?)$")

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
    r"|总[数量])|一年(?:下来|里|到头|算下来)|全年|[：:])+$"
)
LEADING = re.compile(
    r"^(?:里有|中有|其余|剩下|其次(?:是|为)|再次(?:是|为)|其中|此外|另外|另|还有|还|并且?|含(?=.{3})|而|及|和"
    r"|以及|同时|具体|主要|包括|包含|涉及|有|为|是"
    r"|分别|全年|本年度?|年内|当年|今年|(?:19|20)\d\d年度?(?:以来)?|一年来|截至目前|共计|累计"
    r"|我[局镇乡委县区市街]|通过|在|从|经由?|由|于|利用|依托|按|即|：|▁|一是|二是|三是|四是|五是"
    r"|[（(]?[一二三四五六七八九十\d]{1,2}[)）、.]|[①-⑨])+"
)
_REFERENCE = re.compile(
    r"^(?:的)?(?:信息)?(?:里|中|之中|里面|当中|之内|以内|之外|内)(?:$|[，,有])|^政府信息中"
)
EXCLUDED = re.compile(
    r"(?:未|不|没有?|均未|均不|都没|并未|不另|未被)(?:再|全部|重复|另外|一并|均|能|有)?(?:计入"
    r"|列入|纳入|算在|算进|计算在|统计(?:在|到|入|进)|包含在|包括在|计在|放入|重复计|记入|汇入"
    r"|统计(?=[，。；]|$))"
    r"|不含(?!税|总局)|不包[括含]|不在[^，。]{0,14}(?:之内|内|范围)|单独统计|单独计算|另行统计"
    r"|不另(?:外)?统计|除外|之外另|没有统计|没有[跟和与][^，。]{0,10}(?:放在一起|合在一起|一起算)"
    r"|单独计数|另计|不计在内"
)
BESIDE = re.compile(r"^(?:此外|另外|除此之外|另|还|同时还|以外)")
_OF_IT = re.compile(r"(?:公开|发布|公示|网站上?|页面上?)的$")
# 以上四项, 三个渠道, 两者: what the figures before were.
_ALL_OF_THEM = (
    r"(?:(?:以上|上述|前述|这)?(?:[两二三四五六七八九十几各\d]|十[一二三四五])(?:个|大|种)?"
    r"(?:项|类|者|头|边|处|路|种|渠道|平台|方面|部分|块)|以上|上述)"
)
_SUM_WORDS = re.compile(
    rf"(?:{_ALL_OF_THEM}|全[省市县区镇乡局]|全系统|全街道|全年|本年度?|总的|全部|信息|数量|年内|累计|，)*"
    r"(?:一?共计?|总共|总计|合计|累计|总数|加起来|合起来|加在一起|并计|总量|相加|汇总|计)"
    r"(?:(?:主动|对外)?(?:公开|发布)(?:了|的)?(?:政府|政务)?(?:信息)?)?(?:总量|总数)?"
    r"(?:为|达到?|是|有|得)?"
)
_ALL_TOLD = re.compile(_ALL_OF_THEM)


@dataclass(frozen=True)
class Count:
    """One figure of disclosed items, taken apart."""

    passage: Passage
    clause: Clause
    number: Number
    channel: Channel | None
    kind: str
    """What is counted if it is one kind of item; empty if it is items in general."""
    verb: str
    subject: str
    """What stands in front of the verb: a kind (行政处罚公示436条), a body (本机关公开9条)."""
    report_year: int | None
    clean: bool
    """Nothing behind the number that changes its meaning."""
    bare: bool
    """Only 共计 and the like in front: a sum of what was told before."""
    explicit: bool
    """以上四项合计: said to sum up what was told before."""
    reference: bool
    """公开的204条里: a figure told before."""
    kept: bool
    """Not disclosed: 未公开3条, 拟公开5条."""

    @property
    def usable(self) -> bool:
        """Of this year and all of it, disclosed, and not told before."""
        stands = self.stands
        apart = stands.compared or stands.ages or stands.part or stands.year is not None
        return not (apart or self.kept or self.reference)

    @cached_property
    def stands(self) -> Standing:
        return standing(self.passage, self.clause, self.number, self.report_year)

    @property
    def place(self) -> int:
        return self.passage.offsets[self.number.start]


def count_of(
    passage: Passage, clause: Clause, number: Number, year: int | None, inherited: str
) -> Count:
    """A number with its verb, kind and channel; `inherited` is the verb of the clause before."""
    left = clause.left(number)
    channel = _channel(passage, clause, number)
    # 决策公开、政策解读35条: what 、 follows is a noun in a list.
    verbs = [m for m in VERB.finditer(left) if left[m.end() : m.end() + 1] != "、"]
    verb = verbs[-1] if verbs else None
    start = clause.left_bound(number)
    said = passage.text[start : number.start]
    if verb is not None and not _inside(channel, start + verb.start()):
        subject, thing = said[: verb.start()], said[verb.end() :]
    else:
        verb, subject, thing = None, "", said
    kind = _kind(subject, thing, clause.right(number), channel, start, verb is not None)
    if clause.depth and not kind and channel is None and not LIGHT_TAIL.sub("", left):
        kind = _before_bracket(passage, clause)
    tail = left.strip(BLOT)
    sums = _SUM_WORDS.fullmatch(tail)
    explicit = _ALL_TOLD.match(tail) or _counts_told(clause, number)
    return Count(
        passage=passage,
        clause=clause,
        number=number,
        channel=channel,
        kind=kind,
        verb=verb.group() if verb else inherited,
        subject=_body(subject, channel, start) if verb else "",
        report_year=year,
        clean=_clean(clause.right(number)),
        bare=bool(sums) and (verb is None or bool(explicit)),
        explicit=bool(sums and explicit),
        kept=verb is not None and bool(_UNDISCLOSED.search(left[: verb.start()])),
        reference=bool(_REFERENCE.match(clause.right(number)))
        or bool(_OF_IT.search(left) and not EXCLUDED.search(clause.right(number))),
    )


def _counts_told(clause: Clause, number: Number) -> bool:
    """两项合计473条: how many figures were told is itself a number in front."""
    before = [n for n in clause.numbers if n.end == clause.left_bound(number)]
    return bool(before) and before[0].unit in ("项", "类", "个", "处") and before[0].value <= 15


def _channel(passage: Passage, clause: Clause, number: Number) -> Channel | None:
    """Named in front, or behind: 其余425条发布在“…”小程序."""
    found = channels(passage, clause)
    before = [c for c in found if clause.left_bound(number) <= c.start and c.end <= number.start]
    if before:
        return before[-1]
    if _LIES_IN.match(clause.right(number)):
        return next((c for c in found if c.start >= number.end), None)
    return None


_LIES_IN = re.compile(r"(?:信息)?(?:发布|刊登|公开|刊载|登载?|发)[在于到]")


def shared(count: Count) -> bool:
    """通过网站、公告栏和微信公众号公开312条: the figure is of all of them, not of the last."""
    clause, channel = count.clause, count.channel
    if channel is None or channel.start > count.number.start:
        return False
    left = clause.left_bound(count.number)
    row = [c for c in channels(count.passage, clause) if left <= c.start and c.end <= channel.end]
    if _AND_OTHERS.search(count.passage.text, channel.end, count.number.start):
        return True
    joined = (
        bool(_AND.search(count.passage.text[one.end : other.start])) for one, other in pairwise(row)
    )
    return len({c.core for c in row}) > 1 and any(joined)


_AND_OTHERS = re.compile(
    r"(?:等|以?及其[他它])[多各]?[种个类]?(?:渠道|平台|方式|媒体|载体|途径|形式)"
)
_AND = re.compile(r"^[、，和与及]|[、和与及]$")


def _before_bracket(passage: Passage, clause: Clause) -> str:
    """土地征收（412条）: the kind stands in front of the bracket."""
    words = re.split(r"[，,、；;：:。（）()]", passage.text[: clause.start - 1])[-1]
    words = re.sub(r"^(?:涵盖|包括|包含|涉及|其中|以及|和|及|有)+", "", words)
    return words if 2 <= len(words) <= 20 and not words[-1].isdigit() else ""


def _inside(channel: Channel | None, place: int) -> bool:
    """政务公开栏, 信息公示系统: the verb is part of the channel's name."""
    return channel is not None and channel.start <= place < channel.end


def _kind(
    subject: str, thing: str, behind: str, channel: Channel | None, start: int, has_verb: bool
) -> str:
    """The kind that is counted, from the object, the words behind, or the verb's own subject."""
    thing = LIGHT_TAIL.sub("", thing)
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


# 252条涉及定点机构准入退出, 其余344条是综合政务类.
_IS_KIND = re.compile(
    r"(?:涉及|属于|主要是|用于|均为|都是|是|为|系)(?P<kind>[\u4e00-\u9fff、“”]{2,24}?)(?:信息)?$"
)
_FOLLOWS = re.compile(
    r"其中|均|都|已|全部|比|较|同比|占|增长|增加|下降|减少|里|中|内|左右|以上|以下|分别|并|按|涵盖"
    r"|涉及|包括|内容|主要|具体|未|不|为|是|，|信息|政府信息|政务信息|通过|来自|用于|等"
)


def _body(subject: str, channel: Channel | None, start: int) -> str:
    if channel is not None:
        return ""
    words = LEADING.sub("", subject).strip("，、：")
    if _ADVERBS.fullmatch(words):
        return ""
    return words if 2 <= len(words) <= 16 and "信息" not in words else ""


# 最终对外公开, 实际公开: how or how far, not who and not what.
_ADVERBS = re.compile(
    r"(?:最终|最后|实际上?|真正|确实|净|新增?加?|当年|本年度?|全年|先后|陆续|依法|依规|及时|主动|按时"
    r"|累计|总共|合计|总计|共计?|另行?|又|再|已经?|均|都|全部|正式|对外|一年(?:来|下来|里|到头)|今年"
    r"|年内|完整|准确|统一|集中|规范|如期|按期|一并|(?:19|20)\d\d年度?)+"
)


_LATE_ADVERBS = re.compile(r"(?:全年|本年度?|年内|当年|累计|共|已|均)+$")


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


# “惠农补贴”等重点领域栏目公开40条: columns with a name of their own.
_COLUMN = re.compile(r"[“\"][^“”\"]{2,30}[”\"]等?[\u4e00-\u9fff]{0,8}(?:栏目|专栏|板块|版块)$")


def _clean(behind: str) -> bool:
    behind = behind.strip(BLOT)
    return not behind or bool(
        re.match(
            r"(?:的)?(?:各类|政府|政务|公开)*(?:信息|消息|内容)(?!.{0,4}(?:整改|归并|更正|移交|完成))|其中|里|中"
            r"|比|较|同比|左右|之多|，",
            behind,
        )
    )
