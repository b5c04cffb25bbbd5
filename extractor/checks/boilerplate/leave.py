"""Words with which a section takes its leave (潮平两岸阔，我局将…): they are no measure.

A measure may be told in stock words too. It is taken for leave only where it stands last, outside
every list, and by sense is meant for none of the problems.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.checks.boilerplate.issues_told import ToldProblem
from extractor.checks.boilerplate.measures_told import Measure
from extractor.language.meant import shipped

# As logarithms of odds. Of 579 last clauses of development sections, 160 such leaves among them,
# no measure is so far from its problem but one behind a label of its own.
_FAR = -2.5


def without_leave(
    measures: Sequence[Measure], problems: Sequence[ToldProblem]
) -> Sequence[Measure]:
    """The measures up to the last that is more than leave; one stays at least."""
    words = [problem.words for problem in problems]
    count = len(measures)
    while count > 1 and _is_leave(measures[count - 1], words):
        count -= 1
    return measures[:count]


def _is_leave(measure: Measure, words: Sequence[str]) -> bool:
    if not measure.rhetoric or measure.marked or measure.last_years or "：" in measure.text:
        return False
    return float(shipped().scores(words, [measure.text]).max(initial=_FAR)) <= _FAR
