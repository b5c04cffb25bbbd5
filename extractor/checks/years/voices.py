"""The parts of a report that speak of its year, and the one that disagrees with the others."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.checks.model import Case, Said
from extractor.checks.years.mentions import Mention
from extractor.checks.years.periods import loose_period
from extractor.checks.years.reported_year import own_text_year, report_year, titled_year
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
    identity, year = case.report.identity, report_year(case)
    voice = titled_year(case)
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
    return OddTitle(voice, others, _voices(case, named)["period"] == voice.value)


def _voices(case: Case, named: list[Mention]) -> dict[str, int | None]:
    voices, period = case.report.identity.voices, loose_period(case)
    return {
        "period": period.value[1].year if period else None,
        "signature": voices.signature,
        "text": text_year(case, named),
        "published": voices.published,
    }


def text_year(case: Case, named: list[Mention]) -> int | None:
    """The year whose work the text tells most often, else the one that it names most."""
    told = own_text_year(named)
    if told is not None:
        return told
    text = case.report.identity.voices.text
    return text.value if text else None
