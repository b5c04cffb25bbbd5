"""How disclosed items are counted: verb, object, kind and channel of one figure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from extractor.report.facts.channels import Channel, channels
from extractor.report.facts.clauses import BLOT, Clause, Passage
from extractor.report.facts.disclosure_kinds import LIGHT_TAIL, body_of, kind_of
from extractor.report.facts.figures import Number
from extractor.report.facts.standing import Standing, standing

TOTAL_UNITS = frozenset({"条", "件", "篇", "份", "则", "条次", "个", "项", ""})
ITEM_UNITS = frozenset({"条", "件", "篇", "份", "则", "条次", "期", "张", "个", "部", "次", ""})
COUNTED = frozenset({"条", "篇", "份", "件", "期", "则", "条次"})
MEDIA = re.compile(r"新媒体|公众号|微信|微博|抖音|头条|视频号|客户端|两微|小程序")
_DISCLOSES = (
    r"公开|公布|公示|发布|编发|上了$|添了$|挂(?:出|上|了)(?:去|来)?|晒(?:出|了)|亮出"
    r"|传(?:上|了)|放(?:上|了)网?|登(?:上|了)|向社会提供|向公众(?:提供|输出)|上线(?!运行)|上传|上网"
    r"|挂网|登载|刊登|登出|录入|更新(?!量)|推送|推出|刊发|发表"
    r"|发送|转载|(?:(?<=喇叭)|(?<=村响)|(?<=广播))播[放出报](?!量|次数)"
    r"|张贴|(?<![开研颁核下印突多首制签批补散分])发(?:了|出|布)?(?![放展现文动挥生改票起言证])"
    r"|(?<![补津])贴了?|推了?(?![进动广])"
)
VERB = re.compile(
    rf"(?:主动)?(?:向社会|对外|向公众|集中|依法|及时|全面|共)?(?:{_DISCLOSES})(?!类|基本|年度报告"
    rf"|年报|申请|栏|牌|期间|系统"
    rf"|平台|专区|专栏|属性|目录|指南)"
    r"(?:并发布|发布|公开|并公开)?(?:出)?(?:的|了|有)?"
)
# 其他应主动公开的政府信息12条: the last kind of a list, not an act.
_THE_REST = re.compile(r"其[他它](?:依法|各类|需要?|按规定)*(?:应当?|应该)?$")
_UNDISCLOSED = re.compile(r"(?:依申请|未|不予?|没有?|尚未|暂未|不宜|拟|应当?|(?<!许)可以?)$")

_REFERENCE = re.compile(
    r"^(?:的)?(?:信息)?(?:里|中|之中|里面|当中|之内|以内|之外|内)(?:$|[，,有])|^政府信息中"
)
EXCLUDED = re.compile(
    r"(?:未|不|没有?|均未|均不|都没|并未|不另|未被)(?:再|全部|重复|另外|一并|均|能|有)?(?:计入"
    r"|列入|纳入|算在|算进|计算在|统计(?:在|到|入|进)|包含在|包括在|计在|放入|重复计|记入|汇入"
    r"|统计(?=[，。；]|$))"
    r"|不含(?!税|总局)|不包[括含]|不在[^，。]{0,14}(?:之内|内|范围)|单独统计|单独计算|另行统计"
    r"|不另(?:外)?统计|除外|之外另|没有统计|没有[跟和与][^，。]{0,10}(?:放在一起|合在一起|一起算)"
    r"|单独计数|另计|不计在内|(?:不|没有?|未)算(?=作|成|在|进|入|[，。；]|$)|不在(?:里面|其内|此数|这个数)|未重复计数"
)
BESIDE = re.compile(r"^(?:此外|另外|除此之外|另|还|同时还|以外)")
_OBJECT = re.compile(r"(?!.*(?:[，、]|并|以?及|[在于]$|网站?))[\u4e00-\u9fff]{2,12}")
_OF_IT = re.compile(r"(?:公开|发布|公示|网站上?|页面上?)的$")
# 登载于市局网站的687条 is told there, and not before.
_LIES_ON = re.compile(
    r"(?:走|[登刊]载?[于在]|发布?[于在到]|来自|[放挂][在到])[^，。；]{0,16}(?:网站|页面)上?的$"
)
# 以上四项, 三个渠道, 两者: what the figures before were.
_ALL_OF_THEM = (
    r"(?:(?:以上|上述|前述|这)?(?:[两二三四五六七八九十几各\d]|十[一二三四五])(?:个|大|种|类)?"
    r"(?:项|类|者|头|边|处|路|种|渠道|平台|方面|部分|块)|以上|上述)"
)
_SUM_WORDS = re.compile(
    rf"(?:(?:渠道|平台|途径|方式)(?=(?:共计|合计|总计|总共)(?:为|达到?)?$))?(?:{_ALL_OF_THEM}|全[省市县区镇乡局]|全系统|全街道|全年|本年度?|总的|全部|信息|数量|年内|累计|，)*"
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
    if len(verbs) > 1 and _is_noun(left, verbs[-2], verbs[-1]):
        verbs.pop()
    verb = verbs[-1] if verbs and not _THE_REST.search(left[: verbs[-1].start()]) else None
    start = clause.left_bound(number)
    said = passage.text[start : number.start]
    if verb is not None and not _inside(channel, start + verb.start()):
        subject, thing = said[: verb.start()], said[verb.end() :]
    else:
        verb, subject, thing = None, "", said
    kind = kind_of(subject, thing, clause.right(number), channel, start, verb is not None)
    if clause.depth and not kind and channel is None and not LIGHT_TAIL.sub("", left):
        channel = _channel_before(passage, clause)
        kind = "" if channel else _before_bracket(passage, clause)
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
        subject=body_of(subject, channel) if verb else "",
        report_year=year,
        clean=_clean(clause.right(number)),
        bare=bool(sums) and (verb is None or bool(explicit)),
        explicit=bool(sums and explicit),
        kept=verb is not None and bool(_UNDISCLOSED.search(left[: verb.start()])),
        reference=bool(_REFERENCE.match(clause.right(number)))
        or bool(
            _OF_IT.search(left)
            and not _LIES_ON.search(left)
            and not EXCLUDED.search(left + clause.right(number))
        ),
    )


def _is_noun(left: str, verb: re.Match[str], last: re.Match[str]) -> bool:
    """发布涉农补贴公示64条: the object of the verb before."""
    between = left[verb.end() : last.start()]
    return last.group() == "公示" and last.end() == len(left) and bool(_OBJECT.fullmatch(between))


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


def _channel_before(passage: Passage, clause: Clause) -> Channel | None:
    """来自县政府网站（326条）和官方微博（48条）: the channel right in front of the bracket."""
    around = (c for c in passage.clauses if not c.depth and c.start < clause.start <= c.end)
    named = (channel for outer in around for channel in channels(passage, outer))
    return next((channel for channel in named if channel.end == clause.start - 1), None)


def _before_bracket(passage: Passage, clause: Clause) -> str:
    """土地征收（412条）: the kind stands in front of the bracket."""
    words = re.split(r"[，,、；;：:。（）()]", passage.text[: clause.start - 1])[-1]
    words = re.sub(r"^(?:涵盖|包括|包含|涉及|其中|以及|和|及|有)+", "", words)
    return words if 2 <= len(words) <= 20 and not words[-1].isdigit() else ""


def _inside(channel: Channel | None, place: int) -> bool:
    """政务公开栏, 信息公示系统: the verb is part of the channel's name."""
    return channel is not None and channel.start <= place < channel.end


def _clean(behind: str) -> bool:
    behind = behind.strip(BLOT)
    return not behind or bool(
        re.match(
            r"(?:的)?(?:各类|政府|政务|公开)*(?:信息|消息|内容)(?!.{0,4}(?:整改|归并|更正|移交|完成))|其中|里|中"
            r"|比|较|同比|左右|之多|，",
            behind,
        )
    )
