"""Parts that exclude each other, listed without 其中: 发现问题31个，已整改25个，还有8个….

Whoever is 专职 is not 兼职, what is 采纳 is not 未采纳, the first batch is not the second. Such
parts cannot be more than what stands before them, whatever else the list leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.checks.contradictions import breakdown_words as words
from extractor.checks.contradictions.breakdown_parts import Part
from extractor.checks.contradictions.breakdown_rows import Row, compared
from extractor.checks.contradictions.breakdowns import Mismatch
from extractor.checks.contradictions.tellings import Figure, Telling

_N = "一二三四五六七八九十\\d"
_FAMILIES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("order", re.compile(rf"第([{_N}]+)[批期轮次场季]")),
    ("quarter", re.compile(rf"第?([{_N}])季度")),
    ("half", re.compile(r"([上下])半年")),
    ("staff", re.compile(r"([专兼])职")),
    ("sex", re.compile(r"([男女])(?:性|职工|干部|同志)?")),
)
_ATTITUDE = re.compile(
    r"(?:非常|十分|很|比较|较为?|基本|不太|不|未)?满意(?!度|率)|一般|不了解|说不清|弃权"
)
_STEMS = r"采纳|公开|整改|改毕|改完|改正|销号|办结|答复|回复|解决|完成|建成|通过|达标|合格"
_SAME = {"改毕": "整改", "改完": "整改", "改正": "整改", "销号": "整改"}
_DONE = re.compile(
    rf"(?P<how>部分|全部|主动|依申请)?(?P<not>不予?|未予?|没有?|尚未|无法)?(?P<verb>{_STEMS}|建)"
)
_OPEN = re.compile(r"悬而未决|未决|正在|仍在|还在|尚在|有待|待(?=办|整|改|核)|未了")
# 还有8个列入下年计划: the number itself ends the list; a noun behind it would be another thing.
_LEFT = re.compile(r"^(?:另外有?|另有|还有|尚有|仍有|还剩|剩下的?)$")
_OF = re.compile(r"[里中](?:面|间)?[，,]?(?:已?有)?$")
_PREDICATE = re.compile(
    r"[，,。；;）)]|在|已|未|尚|正|没|不|为|是|由|因|属|按|沿|待|仍|还|的|则|均|都|列|转|拟|将|需|要|留|顺延|涉"
)
# 一期对部门，两期对乡镇: the number begins the clause, the same preposition follows.
_EACH = re.compile(r"[对为给到](?!了|此)|面向")
_ACTS = frozenset({"次", "期", "场", "批", "轮"})
# What came from elsewhere counts among the parts, and is not in front of them.
_ELSEWHERE = re.compile(r"结转|上年|往年|遗留|连同|加上|重复|交叉|同时|兼任|既|先后|陆续|申请|累计")
_SURVEY = re.compile(r"回访|走访|调查|测评|评议|问卷|访谈|征求|参与|参加")
_LIKELY = 0.85
_REACH, _MOST, _WIDEST, _BY_CHANCE = 40, 6, 1.3, 2


@dataclass(frozen=True, slots=True)
class _Label:
    """What kind of parts it is one of, and which."""

    family: str
    which: str
    verb: str = ""


def excesses(told: Sequence[Telling], year: int | None) -> Iterator[Mismatch]:
    for telling in told:
        units = [f.unit for f in telling.figures if not f.share]
        # A whole and two parts at least are counted in one unit.
        often = {unit for unit in units if units.count(unit) > 2} if len(units) > 2 else None
        if often and not _ELSEWHERE.search(telling.text):
            yield from _within(telling, often, year)


def _within(telling: Telling, units: set[str], year: int | None) -> Iterator[Mismatch]:
    figures = [f for f in telling.figures if f.unit in units]
    index = 0
    while index < len(figures) - 1:
        run = _run(telling, figures[index:])
        if len(run) > 1 and (found := _against(telling, figures[:index], run, year)):
            yield found
        index += max(1, len(run))


def _run(telling: Telling, figures: Sequence[Figure]) -> list[Figure]:
    """The longest list from here whose parts exclude each other."""
    unit, bracketed = figures[0].unit, figures[0].bracketed
    run: list[Figure] = []
    labels: list[_Label] = []
    for figure in figures:
        if figure.unit != unit or (run and _within_part(telling, run[-1], figure)):
            continue
        label = label_of(telling, figure) if figure.bracketed == bracketed else None
        if label is None or any(_apart(label, other) for other in labels):
            return run
        if any(label.which == other.which for other in labels):
            return []  # twice the same kind: the list sees several things
        if len(run) == _MOST or (run and figure.start - run[-1].end > _REACH):
            return run
        if not run and label.which == "rest":
            return []
        labels.append(label)
        run.append(figure)
    return run


def _within_part(telling: Telling, last: Figure, figure: Figure) -> bool:
    """予以公开12件，其中主动公开的5件；部分公开2件: the five are some of the twelve."""
    between = re.split("[；;]", telling.text[last.end : figure.start])[-1]
    return words.NESTED.search(between) is not None


def _apart(one: _Label, other: _Label) -> bool:
    """采纳 and 未公开 are two matters; what is left may be left of either."""
    return one.family != other.family or bool(one.verb and other.verb and one.verb != other.verb)


def label_of(telling: Telling, figure: Figure) -> _Label | None:
    left, right = telling.before(figure), telling.after(figure)
    clause = re.split("[，,；;、（(。]", left)[-1]
    behind = re.split("[，,；;、）)。]", right)[0]
    for family, pattern in _FAMILIES:
        if match := pattern.search(clause):
            return _Label(family, match.group(1))
    said = clause + behind
    if match := _ATTITUDE.search(said):
        return None if "对" in said else _Label("attitude", match.group())
    if _LEFT.match(clause) and _PREDICATE.match(right):
        return _Label("done", "rest")
    if match := _DONE.search(said):
        how = "not" if match["not"] else match["how"] or "is"
        return _Label("done", how, _SAME.get(match["verb"], match["verb"]))
    if _OPEN.search(said):
        return _Label("done", "rest")
    if _OF.search(telling.text, max(0, figure.start - 10), figure.start):
        return _Label("done", "is")
    each = _EACH.match(right)
    if each and figure.unit in _ACTS and not clause:
        return _Label("each", behind, each.group())
    return None


def _against(
    telling: Telling, before: Sequence[Figure], run: Sequence[Figure], year: int | None
) -> Mismatch | None:
    """The list against the figure before it, or against the sum of all before it."""
    unit = run[0].unit
    outer = [f for f in before if f.unit == unit and not f.bracketed]
    outer = [f for f in outer if not compared(telling, f, year)]
    if not outer or len(outer) > _MOST or run[0].start - outer[-1].end > _REACH:
        return None
    between = telling.text[outer[-1].end : run[0].start]
    if _SURVEY.search(between) or words.SHARED.search(between):
        return None
    near = run[0].bracketed and between[:1] in "（("
    whole = outer[-1:] if near else outer
    low, high = sum(f.low for f in run), sum(f.high for f in whole)
    if low <= high or (low > _WIDEST * high and low - high > _BY_CHANCE):
        return None
    parts = tuple(Part(telling.before(f), f) for f in run)
    total = replace(
        whole[-1], value=sum(f.value for f in whole), low=sum(f.low for f in whole), high=high
    )
    row = Row("among", telling, telling, (total,), (), parts, "", True)
    return Mismatch(row, total, parts, True, _LIKELY)
