"""Totals with the parts that the text puts under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from extractor.checks.contradictions import breakdown_words as words
from extractor.checks.contradictions.breakdown_openers import openers
from extractor.checks.contradictions.breakdown_parts import (
    Listed,
    Opened,
    Opener,
    Part,
    part_of,
    parts_behind,
)
from extractor.checks.contradictions.tellings import Figure, Telling

_BRACKET = re.compile(r"[（(][^（()）]*[)）]")
# 渠道如下：1.门户网站：917条 goes back to the sentence before.
_AS_FOLLOWS = re.compile(r"^[^，。；\d]{0,12}如下$")
_OF_REACH = 4
_BRACKET_REACH = 6
_ADJACENT = 22
# 内中 at the very beginning of a sentence goes back to the one before.
_BEGINS = 8
# Behind the list so many figures may belong to it too.
_BEYOND = 6
# What reports never reach: long or hostile text must cost no more than its length.
_MOST_BEFORE, _MOST_TOTALS = 12, 24


@dataclass(frozen=True, slots=True)
class Row:
    """Parts, and the figures that may be their total."""

    opener: Opener
    telling: Telling
    home: Telling
    """The sentence in which the totals stand."""
    totals: tuple[Figure, ...]
    """Those that the words allow, the nearest first."""
    also: tuple[Figure, ...]
    """Other figures of the paragraph that the parts may add up to."""
    parts: tuple[Part, ...]
    lead: str
    """What stands between the figure before and the first part."""
    near: bool
    """The nearest total stands right in front of the list."""
    broken: bool = False
    """The list breaks off where a part is divided itself."""
    mixed: bool = False
    """Some parts are counted in another unit."""
    named: tuple[Figure, ...] = ()
    """Those that the sentence's first words name (新收申请中，…)."""
    nested: bool = False
    """Behind a part: its own parts, or the whole's again."""
    beyond: tuple[Figure, ...] = ()
    """The figures of the paragraph behind the list."""

    @property
    def several(self) -> bool:
        """Two totals or more may be meant, alone or together."""
        return len({f.value for f in self.totals}) > 1 and self.opener not in ("by", "from")


@dataclass(slots=True)
class _Reader:
    """Goes through the sentences, remembering the paragraph so far and which figures are parts."""

    year: int | None
    before: list[Telling] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def read(self, telling: Telling, later: Sequence[Telling]) -> Iterator[Row]:
        if self.before and self.before[-1].line != telling.line:
            announced = _announces(self.before[-1])
            self.before = self.before[-1:] if announced else []
        for row in (*self._listed(telling, later), *_bracketed(telling)):
            self.taken |= {part.figure.place for part in row.parts}
            yield row
        self.before = [*self.before[1 - _MOST_BEFORE :], telling]

    def _listed(self, telling: Telling, later: Sequence[Telling]) -> Iterator[Row]:
        text = shown(telling)
        outer = [f for f in telling.figures if not f.bracketed and not _of_names(text, f)]
        opens = openers(text, outer)
        for opened in opens:
            first = next((f for f in outer if f.start >= opened.end and not f.share), None)
            if first is None or any(opened.end <= o.start < first.start for o in opens):
                continue
            home, totals = self._totals(telling, outer, opened, first.unit)
            if totals:
                listed = parts_behind(text, outer, opens, opened, first.unit)
                row = self._row(telling, outer, opened, first, home, totals, listed, later)
                self.taken |= {part.figure.place for part in row.parts}
                yield row
            elif opened.kind in ("by", "from"):
                # 从申请人看，…；从结果看，…: parts, whatever paragraph tells their whole.
                listed = parts_behind(text, outer, opens, opened, first.unit)
                self.taken |= {part.figure.place for part in listed.parts}

    def _row(
        self,
        telling: Telling,
        outer: Sequence[Figure],
        opened: Opened,
        first: Figure,
        home: Telling,
        totals: Sequence[Figure],
        listed: Listed,
        later: Sequence[Telling],
    ) -> Row:
        ends = [f.end for f in outer if f.end <= opened.start]
        lead = shown(telling)[max(ends, default=0) : first.start]
        return Row(
            opener=opened.kind,
            telling=telling,
            home=home,
            totals=tuple(totals),
            also=tuple(self._also(outer, opened, first.unit))[-_MOST_TOTALS:],
            parts=listed.parts,
            lead=lead,
            near=home is telling and first.start - totals[0].end <= min(len(lead), _ADJACENT),
            broken=listed.broken,
            mixed=listed.mixed,
            named=tuple(self._named(telling, first.unit)),
            nested=self._nested(outer, opened, first.unit),
            beyond=_beyond(telling, later, listed.parts),
        )

    def _totals(
        self, telling: Telling, outer: Sequence[Figure], opened: Opened, unit: str
    ) -> tuple[Telling, list[Figure]]:
        own = [f for f in outer if f.end <= opened.start and f.unit == unit]
        if opened.kind == "of":
            return telling, [f for f in own if opened.start - f.end <= _OF_REACH][-1:]
        if opened.kind == "colon" and own:
            near = opened.start - own[-1].end <= words.ANNOUNCED
            return telling, self._likely(telling, own) if near else []
        if likely := self._likely(telling, own):
            return telling, likely
        if own and opened.kind == "among":
            return telling, []
        if not self._goes_back(telling, opened):
            return telling, []
        for earlier in reversed(self.before):
            found = [f for f in earlier.figures if not f.bracketed and f.unit == unit]
            if likely := self._likely(earlier, found):
                return earlier, likely
        return telling, []

    def _nested(self, outer: Sequence[Figure], opened: Opened, unit: str) -> bool:
        own = [f for f in outer if f.end <= opened.start and f.unit == unit]
        return opened.kind == "among" and bool(own) and own[-1].place in self.taken

    def _goes_back(self, telling: Telling, opened: Opened) -> bool:
        """Whether the words may divide a figure of an earlier sentence."""
        if opened.kind == "colon":  # 评议结果：满意146人 has a subject of its own
            announced = _AS_FOLLOWS.search(telling.text, 0, opened.start)
            return bool(self.before) and bool(announced or _announces(self.before[-1]))
        if opened.kind == "among":
            return opened.start <= _BEGINS
        return opened.kind != "each"

    def _likely(self, home: Telling, own: Sequence[Figure]) -> list[Figure]:
        """The nearest first; parts, changes and last year's figures are no totals."""
        free = [f for f in own[-_MOST_TOTALS:] if f.place not in self.taken]
        return [f for f in reversed(free) if not compared(home, f, self.year)]

    def _also(self, outer: Sequence[Figure], opened: Opened, unit: str) -> Iterator[Figure]:
        for earlier in self.before:
            yield from (f for f in earlier.figures if f.unit == unit)
        yield from (f for f in outer if f.end <= opened.start and f.unit == unit)

    def _named(self, telling: Telling, unit: str) -> Iterator[Figure]:
        match = words.NAMED.match(telling.text)
        if match is None:
            return
        for earlier in self.before:
            for figure in earlier.figures:
                if figure.unit == unit and match["name"] in earlier.before(figure):
                    yield figure


_remembered: tuple[Sequence[Telling], list[Row]] | None = None


def rows(told: Sequence[Telling], year: int | None) -> list[Row]:
    """Every breakdown of the text, in order; two checks ask in a row."""
    global _remembered
    if _remembered is None or _remembered[0] is not told:
        _remembered = (told, list(_rows(told, year)))
    return _remembered[1]


def _rows(told: Sequence[Telling], year: int | None) -> Iterator[Row]:
    reader = _Reader(year)
    for index, telling in enumerate(told):
        later = [t for t in told[index + 1 : index + 1 + _BEYOND] if t.line == telling.line]
        yield from reader.read(telling, later)


def _beyond(
    telling: Telling, later: Sequence[Telling], parts: Sequence[Part]
) -> tuple[Figure, ...]:
    if not parts:
        return ()
    last = parts[-1].figure
    own = (f for f in telling.figures if f.start >= last.end)
    behind = chain(own, *(t.figures for t in later))
    return tuple(f for f in behind if f.unit == last.unit and not f.bracketed)[:_BEYOND]


def _of_names(text: str, figure: Figure) -> bool:
    """就业、社保、监察三类分别是…: counts the names."""
    return text.startswith(("分别", "各"), figure.end)


def _announces(telling: Telling) -> bool:
    return telling.text.rstrip("。").endswith(("如下", "：", ":"))


def shown(telling: Telling) -> str:
    """The text with its brackets blotted out; offsets hold."""
    return _BRACKET.sub(lambda m: words.BLOT * len(m.group()), telling.text)


def compared(home: Telling, figure: Figure, year: int | None) -> bool:
    """A figure of another year, or a change against it."""
    left = home.before(figure)
    if words.CHANGED.search(left) or words.PAST.search(left):
        return True
    named = words.YEAR.search(left)
    if named and year is not None:
        return int(named["year"]) != year
    return bool(named and words.BASE.search(left[: named.start()]))


def _bracketed(telling: Telling) -> Iterator[Row]:
    """58件（自然人49件、企业7件、法律服务机构2件）."""
    if not any(f.bracketed for f in telling.figures):
        return
    for match in _BRACKET.finditer(telling.text):
        inner = [f for f in telling.figures if match.start() < f.start and f.end < match.end()]
        outer = [f for f in telling.figures if f.end <= match.start() and not f.bracketed]
        counted = [f for f in inner if not f.share]
        if not outer or match.start() - outer[-1].end > _BRACKET_REACH or len(counted) < 2:
            continue
        total = outer[-1]
        if any(f.unit != total.unit for f in counted):
            continue
        parts = []
        position = match.start() + 1
        for figure in counted:
            between = telling.text[position : figure.start]
            if words.ENDS.search(between):
                break
            parts.append(part_of(telling.text, between, figure))
            position = figure.end
        if len(parts) > 1:
            lead = telling.text[total.end : counted[0].start]
            yield Row("bracket", telling, telling, (total,), (), tuple(parts), lead, True)
