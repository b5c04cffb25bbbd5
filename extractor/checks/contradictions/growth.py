"""Growth told against the figures it follows from: rates, changes, multiples, and their signs."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.contradictions import growth_words as words
from extractor.checks.contradictions.breakdown_rows import compared
from extractor.checks.contradictions.disagreements import shown
from extractor.checks.contradictions.multiples import ROUGH, multiples
from extractor.checks.contradictions.percents import allowed
from extractor.checks.contradictions.tellings import Figure, Telling
from extractor.checks.model import Said

_SURE, _LIKELY = 0.9, 0.75
# What a sentence goes back to, and how far ahead it looks, stands near.
_MOST_BASES, _MOST_BEFORE, _FAR = 6, 40, 60
# 减少2件，办结率提高12%: the change of a rate is not that of the count; 增长率为12% is its own.
_OF_A_RATE = re.compile(
    r"(?:(?<![增升降减涨])(?<!增长)(?<!下降)(?<!上升)(?<!减少)率|占比|比例|比重|满意度)"
    r"[^，。；、]{0,8}(?:增|升|提|降|减|缩|回落|下滑)"
)


@dataclass(frozen=True, slots=True)
class FalseRate:
    """A rate or change that does not follow from its figures."""

    telling: Telling
    figures: tuple[Figure, ...]
    said: str
    right: str
    formula: Said
    confidence: float


def false_growth(
    told: Sequence[Telling], year: int | None, tolerance: float
) -> Iterator[FalseRate]:
    before: list[Telling] = []
    for telling in told:
        if before and before[-1].line != telling.line:
            before = []
        for figures in _segments(telling):
            yield from _Segment(telling, tuple(before), figures, year, tolerance).check()
        before = [*before[-_MOST_BEFORE:], telling]


def _segments(telling: Telling) -> Iterator[list[Figure]]:
    """What a semicolon parts is compared apart, but may go back to the figures before."""
    cuts = [m.end() for m in re.finditer("[；;]", telling.text)] + [len(telling.text)]
    start = 0
    for cut in cuts:
        if figures := [f for f in telling.figures if start <= f.start < cut]:
            yield figures
        start = cut


@dataclass(frozen=True, slots=True)
class _Segment:
    telling: Telling
    before: tuple[Telling, ...]
    """The sentences before, in the same paragraph."""
    figures: list[Figure]
    year: int | None
    tolerance: float

    def check(self) -> Iterator[FalseRate]:
        bases = [f for f in self.figures if self._is_past(f) and f.low][:_MOST_BASES]
        if not bases:
            yield from self._by_change_only()
        told: set[int] = set()
        for base in bases:
            # One wrong figure makes its rate and its change wrong: told once.
            for found in self._against(base, bases)[:1]:
                if found.figures[-1].place not in told:
                    yield found
                told.add(found.figures[-1].place)

    def _against(self, base: Figure, bases: Sequence[Figure]) -> list[FalseRate]:
        now = self._candidates(base)
        found = (
            [
                *self._rate(base, now, bases),
                *self._change(base, now, bases),
                *self._level(base, now),
                *self._multiple(base, now),
            ]
            if now
            else []
        )
        return found or list(self._of_base(base))

    def _is_past(self, figure: Figure) -> bool:
        if figure.share:
            return False
        left = self.telling.text[max(0, figure.start - 24) : figure.start]
        match = words.PAST.search(left)
        if match and words.CARRIED_IN.search(left, 0, match.start()):
            return False
        if match is None:
            return bool(words.FROM.search(left) and words.TO.match(self.telling.after(figure)))
        if match["year"] is None:
            return True
        return self.year is not None and int(match["year"]) < self.year

    def _change_of(self, figure: Figure) -> int:
        left = self.telling.before(figure)
        if figure.share or figure.unit == "":
            return 0
        return -1 if words.LESS.search(left) else 1 if words.MORE.search(left) else 0

    def _candidates(self, base: Figure) -> list[Figure]:
        """This year's figures of the same unit, those in front of the comparison first."""
        same = [
            f
            for f in self.telling.figures
            if f.unit == base.unit and not self._is_past(f) and not self._change_of(f)
        ]
        before = [f for f in same if f.start < base.start]
        own = [f for f in before if f in self.figures] or before
        if not own:
            # A comparison that has told its change already is not one with what follows.
            done = [f.start for f in self.figures if f.share or self._change_of(f)]
            until = min((place for place in done if place > base.end), default=base.end + _FAR)
            own = [f for f in same if base.end < f.start < until and f in self.figures]
        if own or not words.GOES_BACK.match(self.telling.text):
            return own
        return [
            f
            for earlier in self.before
            for f in earlier.figures
            if f.unit == base.unit and not compared(earlier, f, self.year)
        ]

    def _goes_with(self, base: Figure, figure: Figure, now: Sequence[Figure]) -> bool:
        """No other count stands between: 比上年的118条多8条，公众号88条，增长10%."""
        between = [f for f in self.figures if base.end <= f.start and f.end <= figure.start]
        counts = [f for f in between if not f.share and not self._change_of(f)]
        counts = [f for f in counts if not self._is_past(f)]
        return not counts or (now[0].start > base.end and all(f in now for f in counts))

    def _all_bases(
        self, base: Figure, figure: Figure, now: Sequence[Figure], bases: Sequence[Figure]
    ) -> list[Figure]:
        """上年105条、前年90条，增长20%: what is right against one of them is right."""
        others = [b for b in bases if b.unit == base.unit and b.end <= figure.start]
        return [base, *(b for b in others if b is not base and self._goes_with(b, figure, now))]

    def _rates(self, base: Figure, now: Sequence[Figure]) -> Iterator[tuple[Figure, int]]:
        """Growth rates that go with the base: the first behind it, or the one it explains."""
        shares = [f for f in self.figures if f.unit == "%"]
        before = [f for f in shares if f.end <= base.start and base.start - f.end <= 14]
        behind = [f for f in shares if f.start >= base.end]
        for figure in (*(before[-1:] if base.bracketed else ()), *behind[:1]):
            if not self._goes_with(base, figure, now):
                continue
            left = self.telling.before(figure)
            sign = -1 if words.FALLS.search(left) else 1 if words.RISES.search(left) else 0
            if sign and words.BOUND.match(left):
                yield figure, sign
                return

    def _rate(
        self, base: Figure, now: Sequence[Figure], bases: Sequence[Figure]
    ) -> Iterator[FalseRate]:
        for rate, sign in self._rates(base, now):
            told = rate.value * sign
            room = allowed(rate, self.tolerance)
            pairs = [(n, b) for b in self._all_bases(base, rate, now, bases) for n in now]
            if any(_low(n, b) - room <= told <= _high(n, b) + room for n, b in pairs):
                continue
            meant = min(now, key=lambda n: abs(math.log(max(n.value, 1) / base.value)))
            right = (meant.value - base.value) / base.value * 100
            yield self._false(
                (meant, base, rate),
                _said(rate, sign),
                _rate_words(right),
                f"（{shown(meant.value)} − {shown(base.value)}）÷ {shown(base.value)}"
                f" = {right:.1f}%",
                len(now),
            )

    def _change(
        self, base: Figure, now: Sequence[Figure], bases: Sequence[Figure]
    ) -> Iterator[FalseRate]:
        for figure in self.figures:
            sign = self._change_of(figure)
            if not sign or figure.unit != base.unit or figure.start < base.end:
                continue
            if not self._goes_with(base, figure, now):
                return
            told = (figure.low * sign, figure.high * sign)
            low, high = min(told), max(told)
            pairs = [(n, b) for b in self._all_bases(base, figure, now, bases) for n in now]
            if any(n.low - b.high <= high and n.high - b.low >= low for n, b in pairs):
                return
            meant = min(now, key=lambda n: abs(n.value - base.value - figure.value * sign))
            off = meant.value - base.value
            yield self._false(
                (meant, base, figure),
                f"{'增加' if sign > 0 else '减少'}{shown(figure.value)}",
                f"{'增加' if off > 0 else '减少'}{shown(abs(off))}" if off else "持平",
                f"{shown(meant.value)} − {shown(base.value)} = {shown(off)}",
                len(now),
            )
            return

    def _of_base(self, base: Figure) -> Iterator[FalseRate]:
        """比2023年的265条多47条，增长17.7%: the change against the base, whatever it is now."""
        behind = [f for f in self.figures if f.start >= base.end][:2]
        if len(behind) < 2 or behind[0].unit != base.unit or behind[1].unit != "%":
            return
        change, rate = behind
        left = self.telling.before(rate)
        sign = -1 if words.FALLS.search(left) else 1
        if self._change_of(change) != sign or not words.BOUND.match(left):
            return
        right = change.value * sign / base.value * 100
        if base.approx or change.approx:
            return
        if abs(right - rate.value * sign) > allowed(rate, self.tolerance):
            formula = f"{shown(change.value)} ÷ {shown(base.value)} = {abs(right):.1f}%"
            yield self._false(
                (base, change, rate), _said(rate, sign), _rate_words(right), formula, 1
            )

    def _by_change_only(self) -> Iterator[FalseRate]:
        """12,486条，比上年增加1,038条，增长9.1%: last year's figure follows from the change."""
        for change, rate in zip(self.figures, self.figures[1:], strict=False):
            sign = self._change_of(change)
            left = self.telling.before(rate)
            falls, rises = words.FALLS.search(left), words.RISES.search(left)
            if not sign or rate.unit != "%" or not (falls or rises) or len(left) > 12:
                continue
            if _OF_A_RATE.search(left):
                continue
            now = [
                f
                for f in self.telling.figures
                if f.end <= change.start and f.unit == change.unit and not self._change_of(f)
            ]
            now = [f for f in now if f.value > change.value * sign]
            told = rate.value * (-1 if falls else 1)
            room = allowed(rate, self.tolerance)
            rates = [change.value * sign / (f.value - change.value * sign) * 100 for f in now]
            if not now or any(abs(right - told) <= room for right in rates):
                continue
            if len(now) > 1 and not self._compares(now[-1], change):
                continue
            meant, right = now[-1], rates[-1]
            past = meant.value - change.value * sign
            yield self._false(
                (meant, change, rate),
                _said(rate, -1 if falls else 1),
                _rate_words(right),
                f"{shown(change.value)} ÷ {shown(past)} = {abs(right):.1f}%",
                len(now),
            )

    def _compares(self, now: Figure, change: Figure) -> bool:
        between = self.telling.text[now.end : change.start]
        return bool(re.search(r"[较比与]", between)) and "；" not in between

    def _level(self, base: Figure, now: Sequence[Figure]) -> Iterator[FalseRate]:
        """与上年的12件持平."""
        if not words.SAME.match(self.telling.text[base.end :]) or base.approx:
            return
        if any(abs(n.value - base.value) <= base.value * ROUGH / 2 for n in now):
            return
        yield self._false(
            (now[-1], base),
            "持平",
            "不持平",
            f"{shown(now[-1].value)} ≠ {shown(base.value)}",
            len(now),
        )

    def _multiple(self, base: Figure, now: Sequence[Figure]) -> Iterator[FalseRate]:
        text = self.telling.text[base.end : self.figures[-1].end + 16]
        text = re.split("[；;。]", text)[0]
        for told, ratios, room in multiples(text):
            if any(
                abs(n.value / base.value - ratio) <= room * ratio for n in now for ratio in ratios
            ):
                continue
            meant = now[-1]
            right = meant.value / base.value
            formula = f"{shown(meant.value)} ÷ {shown(base.value)} = {right:.2f}"
            yield self._false((meant, base), told, f"{right:.2f}倍", formula, len(now))

    def _false(
        self, figures: tuple[Figure, ...], said: str, right: str, formula: str, choices: int
    ) -> FalseRate:
        return FalseRate(
            self.telling,
            figures,
            said,
            right,
            Said(formula, formula),
            _SURE if choices == 1 else _LIKELY,
        )


def _low(now: Figure, base: Figure) -> float:
    return (now.low / base.high - 1) * 100


def _high(now: Figure, base: Figure) -> float:
    return (now.high / base.low - 1) * 100


def _said(rate: Figure, sign: int) -> str:
    if rate.low == rate.high:
        return _rate_words(rate.value * sign)
    return ("增长" if sign > 0 else "下降") + rate.text


def _rate_words(rate: float) -> str:
    return f"{'增长' if rate >= 0 else '下降'}{abs(rate):.4g}%"
