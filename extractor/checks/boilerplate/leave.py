"""Words with which a section takes its leave (潮平两岸阔，我局将…): they are no measure.

A measure may be told in stock words too. It is taken for leave only where it stands last, outside
every list, and by sense is meant for none of the problems.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.checks.boilerplate.issues_told import ToldProblem
from extractor.checks.boilerplate.measures_told import Measure
from extractor.language.meant import shipped

# As logarithms of odds. Of 579 last clauses of development sections, 160 such leaves among them,
# no measure is so far from its problem but one behind a label of its own.
_FAR = -2.5
# 针对以上问题，我县将主动认领、靠前整改 — not 逐条整改、全部销号
_VOWS = re.compile(
    r"[^，。；]*，(?:(?:[\u4e00-\u9fff\d]{1,8}?)?(?:将|要|会))?(?P<vows>[\u4e00-\u9fff]{4}(?:[、，][\u4e00-\u9fff]{4})*)"
)
_OF_EACH = re.compile("逐|全部|均|销号|到位|办结|办好|改完|完成")
# So many measures behind such words, and they lead to them.
_LED = 2


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


def without_vows(measures: Sequence[Measure]) -> Sequence[Measure]:
    """The measures without what leads to them: 针对以上问题，我县将主动认领、靠前整改。"""
    own = [one for one in measures if not (one.means_all and _only_vows(one.text))]
    return own if sum(one.real for one in own) >= _LED else measures


def _only_vows(clause: str) -> bool:
    """Words of four characters that promise nothing in particular."""
    told = _VOWS.fullmatch(clause)
    return told is not None and not _OF_EACH.search(told["vows"])
