"""What verdicts teach: how right each code was, and what to do about it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extractor.decisions.model import Verdict

_Z = 1.96
# Fewer verdicts say too little of a code to advise anything.
ENOUGH = 10
# A warning that is wrong more often than this costs more trust than it earns; an error sooner.
_WANTED: Mapping[str, float] = {"error": 0.95, "warning": 0.8, "hint": 0.5}
_MILDER = {"error": "warning", "warning": "hint", "hint": "off"}


@dataclass(frozen=True, slots=True)
class CodeStats:
    code: str
    confirmed: int
    refuted: int
    pending: int
    severity: str

    @property
    def judged(self) -> int:
        return self.confirmed + self.refuted

    @property
    def precision(self) -> float | None:
        return self.confirmed / self.judged if self.judged else None

    @property
    def interval(self) -> tuple[float, float] | None:
        return wilson(self.confirmed, self.judged) if self.judged else None

    @property
    def suggested(self) -> str | None:
        """A milder severity where even the kindest reading of the verdicts is not good enough."""
        if self.judged < ENOUGH or self.interval is None:
            return None
        return _MILDER[self.severity] if self.interval[1] < _WANTED[self.severity] else None

    @property
    def to_look_at(self) -> bool:
        below = self.precision is not None and self.precision < _WANTED[self.severity]
        return self.judged >= ENOUGH and below


def stats(
    verdicts: Iterable[tuple[str, Verdict, str]], severity: Mapping[str, str]
) -> list[CodeStats]:
    """Per code, the most judged first; `severity` is the catalogue's."""
    counts: dict[str, Counter[str]] = {}
    for _, verdict, code in verdicts:
        if verdict.word and code in severity:
            counts.setdefault(code, Counter())[verdict.word] += 1
    told = [
        CodeStats(code, own["属实"], own["误报"], own["待定"], severity[code])
        for code, own in counts.items()
    ]
    return sorted(told, key=lambda each: (-each.judged, each.code))


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share, sound for small counts and shares near one."""
    if of == 0:
        return 0.0, 1.0
    share, square = right / of, _Z**2 / of
    middle = (share + square / 2) / (1 + square)
    half = _Z * math.sqrt(share * (1 - share) / of + square / (4 * of)) / (1 + square)
    return max(0.0, middle - half), min(1.0, middle + half)
