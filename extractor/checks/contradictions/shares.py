"""Shares and rates told behind their figures: 予以公开203件，占44.3%; 采纳134条，采纳率61.8%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.contradictions.breakdown_rows import Row
from extractor.checks.contradictions.disagreements import shown
from extractor.checks.contradictions.percents import allowed
from extractor.checks.contradictions.share_pairs import Pair, pairs_of
from extractor.checks.contradictions.tellings import Figure, Telling
from extractor.report.facts.model import Fact, Facts

_CORRECTED = re.compile(r"^[，,；;](?:纠错|被纠错|纠正|败诉)率(?:为|达|是)?$")
_RATE = re.compile(
    r"^[，,（(]?(?P<stem>采纳|公开|办结|答复|整改|反馈|完成|回复|满意|更新|覆盖|回收|原创)率(?:为|达到?|是|约|[:：])*$"
)
# The kinds of applicants and outcomes whose whole the report tells elsewhere.
_APPLICANT = re.compile(r"(?:自然人|企业|法人(?:或其他组织)?)(?:申请|提出|提交|的)*$")
_OUTCOME = re.compile(r"(?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理)的?$")
_COUNTED = re.compile(r"申请|信息|许可|处罚|诉讼|复议|建议|提案|留言|文件|问题|意见")
# 办结率100% is told of what was due, 采纳率100% of all.
_OF_EVERYTHING = frozenset({"整改", "采纳", "满意", "回收"})
_MENDED = re.compile(r"(?<![不未没])(?:整改|改毕|改完|改正|销号)")
# From another side: 从类别看, 按渠道分.
_DIVIDES = re.compile(r"[从按][^，。；]{1,8}(?:看|分|划分|统计)[，,]")
_ALL = 100
_SURE, _LIKELY = 0.9, 0.75
# Shares of one list agree on their whole; so many must, before one of them is called wrong.
_CONSENSUS = 2
_MOST = 12
_TWO = 2
# The whole of a share is told in one of so many sentences before it.
_MOST_BEFORE = 40
# A part told further behind is likely one of something else.
_REACH = 40


@dataclass(frozen=True, slots=True)
class FalseShare:
    """A share that does not follow from its part and its whole."""

    telling: Telling
    parts: tuple[Figure, ...]
    """The figure whose share it is, or those that share it together."""
    rate: Figure
    whole: float
    whole_place: int
    confidence: float

    @property
    def value(self) -> float:
        return sum(part.value for part in self.parts)

    @property
    def right(self) -> float:
        return self.value / self.whole * 100

    @property
    def formula(self) -> str:
        return f"{shown(self.value)} ÷ {shown(self.whole)} = {self.right:.1f}%"


def false_shares(
    told: Sequence[Telling], rows: Sequence[Row], facts: Facts, tolerance: float
) -> Iterator[FalseShare]:
    before: list[Telling] = []
    for telling in told:
        if before and before[-1].section != telling.section:
            before = []
        yield from _rates(telling, tolerance)
        yield from _corrected(telling, rows, tolerance)
        pairs = list(pairs_of(telling))
        for unit in dict.fromkeys(pair.parts[0].unit for pair in pairs):
            group = [pair for pair in pairs if pair.parts[0].unit == unit]
            yield from _of_list(group, before, rows, facts, tolerance)
        before = [*before[-_MOST_BEFORE:], telling]


def _of_list(
    pairs: Sequence[Pair],
    before: Sequence[Telling],
    rows: Sequence[Row],
    facts: Facts,
    tolerance: float,
) -> Iterator[FalseShare]:
    """The shares of one sentence: those that fit no figure that can be their whole."""
    telling = pairs[0].telling
    unit = pairs[0].parts[0].unit
    known = [f for t in (*before, telling) for f in t.figures if f.unit == unit]
    single = [pair for pair in pairs if not pair.joint]
    if any(f.low != f.high for pair in pairs for f in pair.parts):
        return
    wholes = [(f.value, f.place) for f in known if f.low == f.high]
    wholes.append((sum(p.parts[0].value for p in single), -1))
    for pair in pairs:
        room = allowed(pair.rate, tolerance)
        # Four tenths are so wide that far figures fit by chance.
        first = telling.line if pair.rate.low != pair.rate.high else 0
        if any(pair.fits(value, room) for value, place in wholes if place >= first or place < 0):
            continue
        rough = [f for f in known if f.low != f.high]
        if any(_fits_roughly(pair, f, room) for f in rough):
            continue
        meant = _meant(pair, single, wholes, rows, known, facts, tolerance)
        meant = meant or _of_paragraph(pair, before)
        if meant is not None and meant[0] >= sum(p.value for p in pair.parts):
            value, place, confidence = meant
            yield FalseShare(telling, pair.parts, pair.rate, value, place, confidence)


def _fits_roughly(pair: Pair, whole: Figure, room: float) -> bool:
    value = sum(part.value for part in pair.parts)
    if not whole.low:
        return False
    return value / whole.high * 100 - room <= pair.rate.value <= value / whole.low * 100 + room


def _meant(
    pair: Pair,
    pairs: Sequence[Pair],
    wholes: Sequence[tuple[float, int]],
    rows: Sequence[Row],
    known: Sequence[Figure],
    facts: Facts,
    tolerance: float,
) -> tuple[float, int, float] | None:
    """The whole on which the other shares agree, else the total of the part's own row."""
    others = [other for other in pairs if other is not pair]
    votes = [
        (sum(o.fits(value, allowed(o.rate, tolerance)) for o in others), value, place)
        for value, place in wholes
    ]
    best = max(votes, key=lambda vote: vote[0], default=(0, 0.0, -1))
    if best[0] >= _CONSENSUS and 2 * best[0] >= len(others):
        return best[1], best[2], _SURE
    for row in rows:
        places = {part.figure.place for part in row.parts}
        if {part.place for part in pair.parts} <= places:
            total = _total_of(row)
            if total.value >= sum(part.value for part in pair.parts):
                return total.value, total.place, _SURE
    if (fact := _of_applications(pair, facts)) is not None:
        return fact.value, fact.start, _LIKELY
    if pair.of_all or _DIVIDES.search(pair.telling.text, 0, pair.parts[0].start):
        most = max((f for f in known if f.low == f.high), key=lambda f: f.value)
        return most.value, most.place, _LIKELY
    if pair.joint:
        return None
    only = _only_larger(pair.telling, pair.parts[0])
    return (only.value, only.place, _LIKELY) if only else None


def _of_applications(pair: Pair, facts: Facts) -> Fact | None:
    """Applicants are counted of what was received, outcomes of what was answered."""
    if pair.parts[0].unit != "件" or pair.telling.section == "disputes":
        return None
    left = [pair.telling.before(part) for part in pair.parts]
    if all(_APPLICANT.search(words) for words in left):
        fact = facts.primary("received")
    elif all(_OUTCOME.search(words) for words in left):
        fact = facts.primary("answered")
    else:
        return None
    return None if fact is None or fact.derived or fact.approx else fact


def _total_of(row: Row) -> Figure:
    """The total that the row's parts make up, else the nearest."""
    added = sum(part.value for part in row.parts)
    return next((t for t in (*row.totals, *row.also) if t.value == added), row.totals[0])


def _alike(whole: str, part: str) -> bool:
    """市本级收到申请587件，占全市的24.1%: of applications, whatever else the city counts."""
    return bool(set(_COUNTED.findall(whole)) & set(_COUNTED.findall(part)))


def _of_paragraph(pair: Pair, before: Sequence[Telling]) -> tuple[float, int, float] | None:
    """The one figure before, in the same paragraph, of which it may be told."""
    if not pair.scope and not pair.apart:
        return None
    (part,) = pair.parts
    known = [
        f
        for t in before
        if t.line == pair.telling.line
        for f in t.figures
        if f.unit == part.unit and f.value >= part.value and pair.scope in t.before(f)
        if not pair.scope or _alike(t.before(f), pair.telling.before(part))
    ]
    exact = len(known) == 1 and known[0].low == known[0].high
    return (known[0].value, known[0].place, _LIKELY) if exact else None


def _only_larger(telling: Telling, part: Figure) -> Figure | None:
    """The one figure before that may be the whole; what has a share of its own is a part too."""
    same = telling.figures[: telling.figures.index(part)]
    larger = [f for f in same if f.unit == part.unit and f.value >= part.value]
    if len(larger) != 1:
        return None
    order = telling.figures
    behind = order[order.index(larger[0]) + 1]
    near = part.start - larger[0].end <= _REACH
    return larger[0] if near and not behind.share else None


def _corrected(telling: Telling, rows: Sequence[Row], tolerance: float) -> Iterator[FalseShare]:
    """纠错率为12.5%: what was corrected of all reviews (or suits) of the same row."""
    for before, rate in zip(telling.figures, telling.figures[1:], strict=False):
        if rate.unit != "%" or not _CORRECTED.match(telling.text[before.end : rate.start]):
            continue
        for row in rows:
            part = next((p for p in row.parts if "纠正" in p.name), None)
            if (
                row.telling.offsets is not telling.offsets
                or part is None
                or before not in (p.figure for p in row.parts)
            ):
                continue
            total = row.totals[0]
            pair = Pair(telling, (part.figure,), rate)
            if total.value and not pair.fits(total.value, allowed(rate, tolerance)):
                yield FalseShare(telling, (part.figure,), rate, total.value, total.place, _LIKELY)


def _acts(stem: str, words: str) -> bool:
    """Whether the words tell the act of a rate: 改毕24个，整改率100%."""
    if stem == "整改":
        return _MENDED.search(words) is not None
    return re.search(f"(?<![不未没]){stem}", words) is not None


def _rates(telling: Telling, tolerance: float) -> Iterator[FalseShare]:
    """217条意见，采纳134条，采纳率61.8%."""
    for part, rate in zip(telling.figures, telling.figures[1:], strict=False):
        match = _RATE.match(telling.text[part.end : rate.start])
        if rate.unit != "%" or match is None or not _acts(match["stem"], telling.before(part)):
            continue
        if rate.value == _ALL and match["stem"] not in _OF_EVERYTHING:
            continue
        same = telling.figures[: telling.figures.index(part)]
        values = [f.value for f in same if f.unit == part.unit and f.low == f.high][-_MOST:]
        sums = [sum(values[-count:]) for count in range(2, len(values) + 1)]
        pair = Pair(telling, (part,), rate)
        room = allowed(rate, tolerance)
        if part.low != part.high or any(pair.fits(value, room) for value in (*values, *sums)):
            continue
        whole = _only_larger(telling, part)
        if whole is not None and len(values) == 1 and whole.low == whole.high:
            yield FalseShare(telling, (part,), rate, whole.value, whole.place, _LIKELY)
        elif any(_acts(match["stem"], telling.before(f)) for f in same):
            # 采纳12条、部分采纳8条，采纳率40%: of both.
            continue
        elif len(values) == _TWO and sums[0] >= part.value and whole is None:
            # 建议21件、提案34件，公开48件，公开率87.3%
            yield FalseShare(telling, (part,), rate, sums[0], part.place, _LIKELY)
