"""The parts of a report that speak of its year, and the one that disagrees with the others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from extractor.checks.model import Case, Said
from extractor.checks.years.mentions import Mention
from extractor.checks.years.own_work import tells_own_work
from extractor.report.identity.stated import Stated

# The title is wrong only if at least so many others agree on another year.
_ENOUGH = 2
NAMES = {
    "period": Said("统计期限", "period"),
    "signature": Said("落款日期", "signature"),
    "text": Said("正文", "text"),
    "published": Said("发布日期", "publication"),
}


@dataclass(frozen=True, slots=True)
class OddTitle:
    """The title's year and who speaks for the report's year instead."""

    year: Stated[int]
    others: tuple[str, ...]
    with_period: bool
    """The period is wrong in the same way: one cause, told once."""


def odd_title(case: Case, named: list[Mention]) -> OddTitle | None:
    """The title's year, if most other parts say another and agree."""
    identity, year = case.report.identity, case.year
    voice = identity.voices.title
    if year is None or voice is None or voice.value == year or identity.title is None:
        return None
    title = identity.title
    if any(
        y.value == year and title.start <= y.start < title.end for y in case.report.analysis.years
    ):
        return None
    others = tuple(name for name, said in _voices(case, named).items() if said == year)
    if len(others) < _ENOUGH:
        return None
    return OddTitle(voice, others, identity.voices.period == voice.value)


def _voices(case: Case, named: list[Mention]) -> dict[str, int | None]:
    voices = case.report.identity.voices
    return {
        "period": voices.period,
        "signature": voices.signature,
        "text": text_year(case, named),
        "published": voices.published,
    }


def text_year(case: Case, named: list[Mention]) -> int | None:
    """The year whose work the text tells most often."""
    counts = Counter(
        mention.year for mention in named if tells_own_work(mention, case.year or mention.year)
    )
    ranked = counts.most_common(2)
    if not ranked:
        text = case.report.identity.voices.text
        return text.value if text else None
    return None if len(ranked) > 1 and ranked[0][1] == ranked[1][1] else ranked[0][0]
