"""Which breakdowns do not add up, and how sure it is that they ought to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.contradictions import breakdown_words as words
from extractor.checks.contradictions.breakdown_explained import add_up
from extractor.checks.contradictions.breakdown_parts import Part
from extractor.checks.contradictions.breakdown_rows import Row, shown
from extractor.checks.contradictions.tellings import Figure

_SURE, _LIKELY, _MAYBE = 0.9, 0.8, 0.6
# Further apart than this the parts belong to another total.
_FURTHEST, _FAR, _FAR_OF_ACTS = 3.0, 1.6, 1.25
# A list behind 其中 is meant to be whole if it tells so much of its total; two parts say less.
_NEARLY_WHOLE, _NEARLY_WHOLE_OF_TWO = 0.85, 0.95
# Acts are counted by their kinds, and one meeting may be of two kinds.
_ACTS = frozenset({"次", "期", "场", "批", "轮"})
# One visitor asks for several things, one household is poor and has an invalid.
_PEOPLE = frozenset({"人", "人次", "户"})


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Parts that do not make up their total."""

    row: Row
    total: Figure
    parts: tuple[Part, ...]
    certain: bool
    """The parts are said to be all, so that the sum must hold."""
    confidence: float

    @property
    def added(self) -> float:
        return round(sum(part.value for part in self.parts), 2)

    @property
    def figures(self) -> set[int]:
        """The places of all figures that take part."""
        return {self.total.place, *(part.figure.place for part in self.parts)}


def mismatches(found: Sequence[Row], tolerance: float) -> Iterator[Mismatch]:
    for row in found:
        mismatch = _exceeds(row) if len(row.parts) == 1 else _mismatch(row, tolerance)
        if mismatch is not None:
            yield mismatch


def _exceeds(row: Row) -> Mismatch | None:
    """公开126条，其中门户网站143条: a part cannot be more than the whole."""
    (part,) = row.parts
    whole = sum(f.high for f in {*row.totals, *row.also})
    if row.opener != "among" or not row.near or not words.AMONG_FIRST.match(row.lead):
        return None
    if part.low <= whole or part.figure.approx:
        return None
    return Mismatch(row, row.totals[0], row.parts, True, _LIKELY)


def _mismatch(row: Row, tolerance: float) -> Mismatch | None:
    if len(row.parts) < 2 or row.nested or add_up(row, tolerance):
        return None
    personal = [words.PERSONAL.search(part.name) is not None for part in row.parts]
    if any(personal) and not all(personal):
        return None  # 女性6名、企业界人士5名: two sides of the same people
    total, parts = _meant(row)
    if not total.value or any(part.value == total.value for part in parts):
        return None  # a part as large as the whole sees it from another side (已办结44件)
    over = sum(part.low for part in parts) > total.high
    ratio = sum(part.value for part in parts) / total.value
    if not (1 / _FURTHEST <= ratio <= _FURTHEST):
        return None
    return _too_much(row, total, parts, ratio) if over else _too_little(row, total, parts, ratio)


def _meant(row: Row) -> tuple[Figure, tuple[Part, ...]]:
    """The total, and the list up to 其他 or 其余, which ends it."""
    rest = _rest(row.parts)
    # 其他重点信息5条、工作动态63条: in one enumeration it ends nothing.
    while 0 < rest < len(row.parts) - 1 and _goes_on(row, row.parts[rest]):
        rest += 1
    parts = row.parts[: rest + 1] if rest else row.parts
    added = sum(part.value for part in parts)
    if row.opener not in ("by", "from"):
        return row.totals[0], parts
    known = row.named or (*row.totals, *row.also)
    return min(known, key=lambda f: abs(f.value - added)), parts


def _goes_on(row: Row, part: Part) -> bool:
    return row.telling.text.startswith("、", part.figure.end)


def _rest(parts: Sequence[Part]) -> int:
    return next((i for i, part in enumerate(parts) if i and words.REST.match(part.name)), 0)


def _too_much(row: Row, total: Figure, parts: tuple[Part, ...], ratio: float) -> Mismatch | None:
    names = [part.name for part in parts]
    if row.opener == "from" and not _rest(row.parts):
        return None  # 从题材看: kinds that may overlap
    if row.broken or row.several or _overlap(row, names):
        return None
    if total.unit in _PEOPLE and not _rest(row.parts):
        return None
    if row.opener == "each":
        return Mismatch(row, total, parts, False, _MAYBE) if ratio <= _FAR else None
    acts = total.unit in _ACTS
    larger = row.near and any(part.low > total.high for part in parts)
    if ratio > (_FAR_OF_ACTS if acts else _FAR) and not larger:
        return None
    certain = not acts and not _elsewhere_settled(row, names)
    return Mismatch(row, total, parts, certain, _LIKELY if certain else _MAYBE)


def _too_little(row: Row, total: Figure, parts: tuple[Part, ...], ratio: float) -> Mismatch | None:
    rest = bool(_rest(row.parts))
    if row.broken or row.mixed or (not rest and (row.several or _open_end(row, parts))):
        return None
    names = [part.name for part in parts]
    if _elsewhere_settled(row, names) and not rest:
        return None
    if rest:
        return Mismatch(row, total, parts, True, _SURE)
    few = len(parts) == 2 or row.opener == "from"
    announced = row.opener in ("colon", "by")
    if ratio < (_NEARLY_WHOLE_OF_TWO if few and not announced else _NEARLY_WHOLE):
        return None
    certain = announced and words.STOPS.match(_behind(row, parts)) is not None
    return Mismatch(row, total, parts, certain, _LIKELY if certain else _MAYBE)


def _elsewhere_settled(row: Row, names: Sequence[str]) -> bool:
    """Outcomes of what was received: some are of the year before, some come in the next."""
    outcomes = all(words.OUTCOMES.search(name) for name in names)
    if not outcomes or row.totals[0].unit != "件":
        return False
    said = row.home.before(row.totals[0])
    return bool(words.RECEIVED.search(said)) and not words.ANSWERED.search(said)


def _overlap(row: Row, names: Sequence[str]) -> bool:
    """One item on several channels, or on two subjects, counts in each."""
    text = row.telling.text
    if words.SHARED.search(row.lead) or words.SHARED.search(text, row.parts[0].figure.start):
        return True
    if any(words.SUBJECT.match(name) or words.ATTRIBUTE.match(name) for name in names):
        return True
    channels = sum(words.CHANNEL.search(name) is not None for name in names)
    return channels > 1 and not _shared_out(row)


def _shared_out(row: Row) -> bool:
    """917条，占38.9%；1,104条，占46.9%…: shares that make up a hundred belong to parts that do."""
    shares = [f.value for f in row.telling.figures if f.unit == "%"]
    return len(shares) == len(row.parts) and abs(sum(shares) - 100) < 1


def _open_end(row: Row, parts: Sequence[Part]) -> bool:
    lead = row.lead.split("：")[0] if row.opener == "colon" else row.lead
    if words.PARTLY.search(lead):
        return True
    return words.OPEN_END.match(_behind(row, parts).lstrip("，,；;、")) is not None


def _behind(row: Row, parts: Sequence[Part]) -> str:
    return shown(row.telling)[parts[-1].figure.end :]
