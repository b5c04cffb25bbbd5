"""How exactly a printed percentage must follow from its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.checks.contradictions.tellings import Figure, Telling

# Shares of a whole cannot be more than all of it; growth can.
_OF_A_WHOLE = re.compile(
    r"(?:办结|答复|公开|满意|覆盖|合格|完成|整改|采纳|解读|回复|准确|知晓|办复|及时)率(?:均|都|分别)?(?:为|达到?|是)*$"
)
# Of the setting's room for whole percents: the last digit, and the odd one that makes a hundred.
_WITH_DECIMALS = 0.15


def decimals(figure: Figure) -> int:
    match = re.search(r"\.(\d+)", figure.text)
    return len(match.group(1)) if match else 0


def allowed(figure: Figure, tolerance: float) -> float:
    """By how many points a rate may differ by rounding, or by its words (近四成)."""
    if figure.low != figure.high:
        return (figure.high - figure.low) / 2
    return tolerance * _WITH_DECIMALS if decimals(figure) else tolerance


def impossible(told: Sequence[Telling]) -> Iterator[tuple[Telling, Figure]]:
    """办结率103%."""
    for telling in told:
        for rate in telling.figures:
            if rate.unit == "%" and rate.value > 100 and _OF_A_WHOLE.search(telling.before(rate)):
                yield telling, rate
