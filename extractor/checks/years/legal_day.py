"""The day by which a report has to be public (条例 article 49), by kind and level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from extractor.checks.model import Case, Severity
from extractor.checks.years.reported_year import report_year
from extractor.report.record import Level

_JANUARY, _MARCH = (1, 31), (3, 31)
# An office that reports for all of its area has the government's day.
_OFFICE = re.compile(r"(?:人民政府|政府)(?:办公[室厅]|办)$|办公[室厅]$")
_FOR_ALL = re.compile(
    r"全[省市县区州旗盟](?!.{0,4}排)|各级行政机关|各乡镇|各(?:县|区|镇)[（(、]|各部门|各单位|本级"
)
_NAMED: frozenset[Level | None] = frozenset({"ministry", "province", "city", "county", None})


@dataclass(frozen=True, slots=True)
class LegalDay:
    """The last day; `severity` is how firm it is for this agency."""

    day: date
    severity: Severity


def legal_day(case: Case) -> LegalDay | None:
    """None where the year is not known."""
    identity, year = case.report.identity, report_year(case)
    if year is None:
        return None
    january, march = date(year + 1, *_JANUARY), date(year + 1, *_MARCH)
    if identity.level == "township":
        return LegalDay(march, "hint")
    if identity.level == "zone" and identity.kind != "department":
        return LegalDay(march, "hint")
    if identity.kind == "government":
        return LegalDay(march, "warning")
    if identity.kind == "department":
        if _reports_for_all(case):
            return LegalDay(march, "warning")
        firm = identity.level in _NAMED and not _is_office(case)
        return LegalDay(january, "warning" if firm else "hint")
    return LegalDay(march if _is_administration(case) else january, "hint")


def _is_office(case: Case) -> bool:
    agency = case.report.identity.agency
    return agency is not None and _OFFICE.search(agency.value) is not None


def _reports_for_all(case: Case) -> bool:
    overview = case.report.outline.section("overview")
    end = overview.end if overview else case.report.outline.preamble[1]
    start = case.report.outline.title_end
    return _is_office(case) and _FOR_ALL.search(case.text, start, max(start, end)) is not None


def _is_administration(case: Case) -> bool:
    """街道办事处, 管委会: they act as a government, though the law does not name them."""
    agency = case.report.identity.agency
    return (
        agency is not None and re.search("街道|办事处|管委会|管理委员会", agency.value) is not None
    )
