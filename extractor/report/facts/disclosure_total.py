"""Which figure is the year's total of disclosed items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.report.facts.channels import channels
from extractor.report.facts.clauses import Clause
from extractor.report.facts.disclosure_share import is_added, is_mere_share, without_wholes
from extractor.report.facts.disclosure_sums import adding_up, row_before
from extractor.report.facts.disclosure_whose import is_own, names_a_body, own_figures
from extractor.report.facts.disclosure_words import (
    COUNTED,
    EXCLUDED,
    ITEM_UNITS,
    TOTAL_UNITS,
    VERB,
    Count,
)
from extractor.report.facts.figures import Number
from extractor.report.facts.model import is_narrow

# Below this a figure says too little of itself to be the year's total.
SURE = 3
_EXACTLY = re.compile(r"(?:准确|确切|精确|具体|实际)(?:的)?(?:数|数字|数量)?(?:为|是)$")
# 公开政府信息208项: 项 otherwise counts matters, tasks and entries of lists.
_BY_ITEM = re.compile(
    r"(?:公开|发布)(?:了|各类|的)*(?:政府|政务|各类)信息(?:共计?|累计|总计|合计|达到?|为|有|总数|总量|约)*$"
)
# All that stands on the site, not what the year added.
_STOCK = re.compile(r"(?:目前|现有|现存|存量|历年|网站).{0,14}总(?:量|数)|存量")
_NOT_TOTAL = re.compile(r"(?:予以|部分)公开$|转为|依申请|拟公开|应当?公开|不予|制作|印发|更新$")
_COMES_TO = re.compile(
    r"(?:(?:19|20)\d\d年度?|全年|本年度?|当年)?(?:一?共计?|合计|合|总计|累计|计得?|共得|总数)(?:为"
    r"|达"
    r"|是|有)?"
)
_REACHED = re.compile(
    r"(?:(?:19|20)\d\d年度?|全年|本年度?|今年|当年|则|又|，)*(?:总[数量]|公开量|总体)?"
    r"(?:达到?|[增升降减]至|(?:增加|上升|增长|提高|下降|减少|回落|提升)(?:到|至|为))(?:了)?"
)
# 主动公开政府信息的数量，连同公众号推送的142条在内，为1690条: subject and figure stand apart.
_INCLUDED = re.compile(r"(?:连同|包括|包含|含|加上)[^，。；]{2,40}(?:在内)?，")
_AMOUNT = re.compile(
    r"(?:(?:数量?|总?[数量]|条数|件数)|(?:公开|发布|上网)的(?:政府|政务|各类|全部|所有)*信息)[，：:]$"
)
_IS = re.compile(
    r"(?:从头到尾|[数算加][下起]来|全年|本年度?|当年|(?:19|20)\d\d年度?|合|总|[为计是有共])*(?:达到?)?"
)
# 4,820条，这是我局公开的政府信息总量: the figure goes before its words.
_THAT_IS = re.compile(
    r"(?:政府)?(?:信息)?[，,:：—]*(?:这|此|该数|即|便|就)?(?:便|就)?是[^，。；]{0,30}(?:公开|发布)[^，。；]{0,14}"
    r"(?:总量|总数|数量|全部|总和)"
)
# 主动公开数较2022年多出17条，为245条
_MORE = re.compile(
    r"[较比][^，。；]{2,16}[增减多少升降][^，。；]{0,12}，$|[与和同跟][^，。；]{2,14}(?:持平|相当|一致)，$"
)
_OF_ALL = re.compile(r"主动公开|政府信息|累计|总|共")
_TRADE = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:类|相关|方面的?)?(?:政府|政务)?信息")
_MANY_KINDS = re.compile(
    r"[^、，]{2,12}(?:、[^、，]{2,12})+等(?:各类|各种|方面的?)?(?:政府|政务)?信息"
)
# Kinds that any agency discloses beside others.
_USUAL_PART = re.compile(
    r"许可|处罚|强制|执法|财政|预算|决算|采购|招标|项目|重点|民生|动态|公告|通知|人事|招录|双公示|抽查|检查"
    r"|政策|规划|补贴|资金|机构|监管|应急|疫情|防控|文件|会议|审批|征收|征地|其他|其它|概况|专题|公示"
)
_TAKEN_APART = re.compile(r"[，,；;：:（(](?:其中|比|较|同比|按|包括|分类|主要)")
# 占公开总量712条的六成
_SHARE_OF = re.compile(
    r"占(?:全年|全部|年度|主动|政府信息|信息)*公开(?:政府|信息)*(?:总[量数]|信息总数)的?$"
)
_VOLUME_MORE = re.compile(r"公开(?:总)?(?:数量?|量|条数|件数)[较比]")
_VOLUME = re.compile(r"公开(?:总)?(?:数量?|量|条数|件数)[，：:]$")
# 公开任务200条，实际完成236条
_TASK = re.compile(r"(?:公开|发布)[^，。]{0,6}(?:任务|指标|目标|计划)")
_FULFILLED = re.compile(
    r"(?:[我本](?:[局委办厅县市区镇乡]|街道|单位|机关)|全年|年内|实际|共|累计|已)*完成(?:公开"
    r"|发布)?了?"
)
# 信息公开专栏公开96条: the column's name says nothing of what was counted.
_COLUMN = re.compile(r"(?:政府|政务)?信息公开(?:专[栏区]|栏目|板块|平台|目录)")
# 重点领域公开信息213条: what the figure is about, and not who discloses.
_NO_BODY = re.compile(r"媒体|(?:领域|行业|专题)$")
# 21个社区公开栏更新信息1,040条: boards of others, whatever their number.
_BOARDS = re.compile(
    r"(?:\d+|各|十[一二三四五六七八九]?|[二三四五六七八九]十[一二三四五六七八九]?)[个处块]?[^，、和及在]{0,6}"
    r"(?:公[开示告]|宣传)栏(?:全年|累计|共)*(?:更新|张贴|公布|公示|发布)"
)
_STRONG = re.compile(r"公开(?!栏|征|事项|属性|目录|指南)")


def is_by_item(clause: Clause, number: Number) -> bool:
    """公开政府信息208项: items of information are counted, not matters or tasks."""
    return number.unit == "项" and bool(_BY_ITEM.search(clause.left(number)))


def candidates(counts: Sequence[Count], agency: str | None) -> list[tuple[int, Count]]:
    """Figures that may be the total, the surest first, each with how sure it is."""
    found = [(strength(c) - less(c, agency), c) for c in counts if general(c)]
    found = own_figures(without_wholes(found), counts, agency, SURE)
    return sorted(found, key=lambda pair: (-pair[0], pair[1].place))


def total_of(counts: list[Count], ranked: Sequence[tuple[int, Count]]) -> Count | None:
    """The total, or None if the report tells only parts."""
    best = ranked[0][1] if ranked and ranked[0][0] >= SURE else None
    best = _sum(counts, best) or best or _of_the_trade(counts) or _of_many_kinds(counts)
    if best is not None:
        best = _exact(best, counts)
    return None if best is not None and _side_by_side(best, counts) else best


def general(count: Count) -> bool:
    """Whether it may be the total: items in general, of this year, disclosed, not a remark."""
    share = _SHARE_OF.search(count.clause.left(count.number))
    if (count.reference or not count.clean) and not share:
        return False
    if (count.kind or count.bare) and not share and not reached(count) and not is_added(count):
        return False
    by_item = is_by_item(count.clause, count.number)
    if count.number.unit not in TOTAL_UNITS - {"项", "个"} and not by_item:
        return False
    stands = count.stands
    if _SHARE_OF.search(count.clause.left(count.number)) and not stands.compared:
        return stands.year is None
    if stands.compared or stands.part or stands.ages or stands.year is not None:
        return False
    left = count.clause.between(count.clause.start, count.number.start)
    noun = re.search(r"信息", left) or re.match(
        r"的?(?:各类|政府|政务)*信息", count.clause.right(count.number)
    )
    said = re.search(r"公开|发布", left if "总" not in left else count.passage.text)
    if not count.verb and not (noun and said) and not reached(count) and not is_added(count):
        return False
    # 公共资源交易公开90条 are of one kind though no noun stands behind the verb.
    of_kind = count.subject and not names_a_body(count.subject)
    if of_kind and (not noun or "其中" in count.passage.text[: count.clause.start]):
        return False
    if _BOARDS.search(left) or count.kept or _STOCK.search(left) or _NO_BODY.search(count.subject):
        return False
    if is_mere_share(count, left):
        return False
    return not _NOT_TOTAL.search(left)


def less(count: Count, agency: str | None) -> int:
    """A part of those who report (市本级公开2.1万条) gives way to the whole."""
    return 4 if is_narrow(count.stands.scope) and not is_own(count, agency) else 0


_SUMMED_UP = re.compile(
    r"(?:以上)?(?:总计|合计|共计|总共)(?:主动|对外)?(?:公开|发布)(?:政府|政务)?信息"
)
_SEVERAL_KINDS = re.compile(r"、[^，]*、[^，]*等各(?:类|项|种|方面)信息")


def _sum(counts: list[Count], best: Count | None) -> Count | None:
    """网站200条、公众号80条，共计280条: 共计 is the total if the figures before add up to it."""
    for count in counts:
        summed = count.bare or _SUMMED_UP.match(count.clause.left(count.number))
        if not summed or count.number.unit not in TOTAL_UNITS:
            continue
        before = [
            c
            for c in counts
            if c.passage.aspect == count.passage.aspect
            and c.place < count.place
            and c.number.unit in COUNTED
            and not c.stands.compared
        ]
        # 信息365条、名录1份、批复42件，合计408条: of several units only where they add up.
        added = row_before(before, count)
        before = [c for c in before if c.number.unit == count.number.unit]
        added = row_before(before, count) or added
        here = any(c.passage is count.passage for c in before)
        if (added or (count.explicit and here)) and (
            best is None or any(c is best for c in before)
        ):
            return count
    return None


def _of_the_trade(counts: list[Count]) -> Count | None:
    """公开教育体育类信息286条，其中…: all that a bureau discloses, named by its trade."""
    for count in counts:
        stands = count.stands
        apart = stands.compared or stands.part or stands.ages or stands.year is not None
        if apart or count.number.unit != "条" or not count.verb or count.kept or count.reference:
            continue
        if count.channel is not None and count.channel.kind != "site":
            continue
        trade = _TRADE.fullmatch(count.kind) and not _USUAL_PART.search(count.kind)
        taken_apart = _TAKEN_APART.match(count.passage.text, count.number.end)
        whole = taken_apart or count.kind.endswith("政府信息") or _adds_up(counts, count)
        if trade and whole and count.passage.aspect in ("disclosure", None):
            return count
    return None


def _adds_up(counts: Sequence[Count], total: Count) -> bool:
    """公开消防信息53条，计有：检查30条，处罚14条，…: its own sentence takes it apart."""
    behind = [c for c in counts if c.passage is total.passage and c.place > total.place]
    return bool(adding_up(behind, total))


def _of_many_kinds(counts: list[Count]) -> Count | None:
    """发布通知、公告等信息31条: kinds named as examples, and no other figure but its parts."""
    told = [c for c in counts if c.usable and c.passage.aspect in ("disclosure", None)]
    if not told or (told[1:] and sum(c.number.value for c in told[1:]) != told[0].number.value):
        return None
    count = told[0]
    said = count.verb and count.number.unit == "条" and count.clean
    media = count.channel is not None and count.channel.kind != "site"
    return count if said and not media and _MANY_KINDS.fullmatch(count.kind) else None


def _exact(best: Count, counts: list[Count]) -> Count:
    """近1,500条，准确数为1,487条: the exact figure goes before the rounded one."""
    later = [c for c in counts if c.passage is best.passage and c.place > best.place]
    if best.number.approx and later and _EXACTLY.search(later[0].clause.left(later[0].number)):
        return later[0]
    return best


def _side_by_side(best: Count, counts: list[Count]) -> bool:
    """网站发布116条，微博发布100条: channels told alike are parts of a total that is not told."""
    if best.channel is None:
        return False
    own = channels(best.passage, best.clause)
    beside = [
        c
        for c in counts
        if c.passage is best.passage
        and c.channel is not None
        and (c.clause is best.clause or c.channel not in own)  # 前者60条: of those named before
        and c.channel.core != best.channel.core
        and not EXCLUDED.search(c.passage.text, c.number.end)
        and not c.clause.shown.startswith(("其中", "另", "此外"))
    ]
    alike = (
        c.verb[-2:] == best.verb[-2:] and not c.kind and c.number.unit == best.number.unit
        for c in beside
    )
    # 在网站公开2,318条，在公众号发布1,105篇，在微博发布876条: the site's is the first of a row.
    cores = {c.channel.core for c in beside if c.channel and c.verb and c.usable}
    told = best.clause.between(best.clause.start, best.number.start)
    return any(alike) or (len(cores) > 1 and not _OF_ALL.search(told))


def reached(count: Count) -> bool:
    """今年共公开信息较上年增加23条，达到186条: what 达到 says goes with the verb before."""
    earlier = count.passage.text[: count.clause.start]
    left = count.clause.left(count.number)
    if _FULFILLED.fullmatch(left):
        return bool(_TASK.search(earlier))
    if not count.passage.text[: count.number.start].strip("全年共约近") and _THAT_IS.match(
        count.passage.text, count.number.end
    ):
        return True
    earlier = _INCLUDED.sub("", earlier)
    told = [
        n
        for n in count.passage.numbers
        if n.end <= count.clause.start and n.unit in ITEM_UNITS and n.text in earlier
    ]
    after_change = _REACHED.fullmatch(left)
    after_words = not told and _COMES_TO.fullmatch(left)
    after_subject = not told and _IS.fullmatch(left) and _AMOUNT.search(earlier)
    after_more = _MORE.search(earlier) and _IS.fullmatch(left)
    reaches = bool(after_change or after_words or after_subject or after_more)
    named = "信息" in earlier or bool(after_subject or _VOLUME_MORE.search(earlier))
    return reaches and bool(VERB.search(earlier) or _VOLUME.search(earlier)) and named


def _whole_year(left: str) -> int:
    return 1 if re.search(r"一年(?:来|下来|里|到头)|今年|年内|全年|本年", left) else 0


def strength(count: Count) -> int:
    """How surely a figure is the total of all items that were disclosed."""
    left = count.clause.between(count.clause.start, count.number.start)
    if reached(count) or _SHARE_OF.search(left) or is_added(count):
        return 4
    left = _COLUMN.sub("", left)
    score = 3 if _STRONG.search(count.verb) else 2 if count.verb else 0
    if re.search(r"政府信息|各类信息|政务(?:公开)?信息|政府各类信息", left):
        score += 3
    elif "信息" in left or re.match("的?(?:各类|政府|政务)*信息", count.clause.right(count.number)):
        score += 2
    score -= 3 if _SEVERAL_KINDS.search(left) else 0
    score += min(2, len(re.findall(r"累计|总共|一共|共计?|总[数量计]|合计|各类|全年|主动", left)))
    if count.passage.aspect == "disclosure":
        score += 2
    elif not count.passage.headed:
        # Told by its content: one paragraph of everything.
        score += _whole_year(left) + (count.channel is not None and count.channel.kind == "site")
    elif count.passage.aspect in ("management", "supervision", "applications"):
        score -= 4
    elif count.passage.aspect == "platform":
        score -= 2
    if count.channel is not None:
        # 通过网站和公告栏发布: a site among the channels carries all of it.
        kinds = {c.kind for c in (count.channel, *channels(count.passage, count.clause))}
        score -= 1 if kinds & {"site", "system"} else 5
    return score
