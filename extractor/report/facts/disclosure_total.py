"""Which figure is the year's total of disclosed items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.report.facts.disclosure_sums import row_before
from extractor.report.facts.disclosure_words import EXCLUDED, ITEM_UNITS, TOTAL_UNITS, VERB, Count
from extractor.report.facts.model import is_narrow

# Below this a figure says too little of itself to be the year's total.
SURE = 3
_EXACTLY = re.compile(r"(?:准确|确切|精确|具体|实际)(?:的)?(?:数|数字|数量)?(?:为|是)$")
# All that stands on the site, not what the year added.
_STOCK = re.compile(r"(?:目前|现有|现存|存量|历年|网站).{0,14}总(?:量|数)|存量")
_NOT_TOTAL = re.compile(r"转为|依申请|拟公开|应当?公开|其中|不予|制作|印发|更新$")
_COMES_TO = re.compile(
    r"(?:(?:19|20)\d\d年度?|全年|本年度?|当年)?(?:一?共计?|合计|合|总计|累计|计得?|共得|总数)(?:为"
    r"|达"
    r"|是|有)?"
)
_REACHED = re.compile(r"(?:总[数量])?(?:达到?|增至|增加到|增加至|升至|上升到)")
_BODY = re.compile(
    r"(?:[局委办厅县市区镇乡署处院站馆校省旗]|街道|机关|单位|中心|政府|部门|我们|系统|各地|平台"
    r"|渠道|累计|共|主动|全年|往外|对外|向外|社会|公众)$"
)
_STRONG = re.compile(r"公开(?!栏|征|事项|属性|目录|指南)")


def candidates(counts: Sequence[Count]) -> list[tuple[int, Count]]:
    """Figures that may be the total, the surest first, each with how sure it is."""
    found = [(strength(c) - less(c), c) for c in counts if general(c)]
    return sorted(found, key=lambda pair: (-pair[0], pair[1].place))


def total_of(counts: list[Count], ranked: Sequence[tuple[int, Count]]) -> Count | None:
    """The total, or None if the report tells only parts."""
    best = ranked[0][1] if ranked and ranked[0][0] >= SURE else None
    best = _sum(counts, best) or best
    if best is not None:
        best = _exact(best, counts)
    return None if best is not None and _side_by_side(best, counts) else best


def general(count: Count) -> bool:
    """Whether it may be the total: items in general, of this year, disclosed, not a remark."""
    if count.reference or not count.clean:
        return False
    if (count.kind or count.bare) and not reached(count):
        return False
    if count.number.unit not in TOTAL_UNITS - {"项", "个"}:
        return False
    stands = count.stands
    if stands.compared or stands.part or stands.ages or stands.year is not None:
        return False
    left = count.clause.between(count.clause.start, count.number.start)
    noun = re.search(r"信息", left) or re.match(
        r"的?(?:各类|政府|政务)*信息", count.clause.right(count.number)
    )
    said = re.search(r"公开|发布", left if "总" not in left else count.passage.text)
    if not count.verb and not (noun and said) and not reached(count):
        return False
    # 公共资源交易公开90条 are of one kind though no noun stands behind the verb.
    if count.subject and not noun and not _BODY.search(count.subject):
        return False
    if count.kept or _STOCK.search(left):
        return False
    return not _NOT_TOTAL.search(left)


def less(count: Count) -> int:
    """A part of those who report (市本级公开2.1万条) gives way to the whole."""
    return 4 if is_narrow(count.stands.scope) else 0


def _sum(counts: list[Count], best: Count | None) -> Count | None:
    """网站200条、公众号80条，共计280条: 共计 is the total if the figures before add up to it."""
    for count in counts:
        if not count.bare or count.number.unit not in TOTAL_UNITS:
            continue
        before = [
            c
            for c in counts
            if c.passage.aspect == count.passage.aspect
            and c.place < count.place
            and c.number.unit == count.number.unit
            and not c.stands.compared
        ]
        added = row_before(before, count)
        if added and (best is None or any(c is best for c in added)):
            return count
    return None


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
    return any(
        c.passage is best.passage
        and c.channel is not None
        and c.channel.core != best.channel.core
        and c.verb[-2:] == best.verb[-2:]
        and not c.kind
        and c.number.unit == best.number.unit
        and not EXCLUDED.search(c.passage.text, c.number.end)
        and not c.clause.shown.startswith(("其中", "另", "此外"))
        for c in counts
    )


def reached(count: Count) -> bool:
    """今年共公开信息较上年增加23条，达到186条: what 达到 says goes with the verb before."""
    earlier = count.passage.text[: count.clause.start]
    told = [
        n for n in count.passage.numbers if n.end <= count.clause.start and n.unit in ITEM_UNITS
    ]
    after_change = _REACHED.fullmatch(count.clause.left(count.number))
    after_words = not told and _COMES_TO.fullmatch(count.clause.left(count.number))
    return bool(after_change or after_words) and bool(VERB.search(earlier)) and "信息" in earlier


def strength(count: Count) -> int:
    """How surely a figure is the total of all items that were disclosed."""
    left = count.clause.between(count.clause.start, count.number.start)
    if reached(count):
        return 4
    score = 3 if _STRONG.search(count.verb) else 2 if count.verb else 0
    if re.search(r"政府信息|各类信息|政务(?:公开)?信息|政府各类信息", left):
        score += 3
    elif "信息" in left or re.match("的?(?:各类|政府|政务)*信息", count.clause.right(count.number)):
        score += 2
    score += min(2, len(re.findall(r"累计|总共|一共|共计?|总[数量计]|合计|各类|全年|主动", left)))
    if count.passage.aspect == "disclosure":
        score += 2
    elif count.passage.aspect in ("management", "supervision", "applications"):
        score -= 4
    elif count.passage.aspect == "platform":
        score -= 2
    if count.channel is not None:
        score -= 1 if count.channel.kind in ("site", "system") else 5
    return score
