"""The day by which a report has to be public (条例 article 49), by kind and level."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from extractor.checks.model import Case, Severity
from extractor.checks.years.reported_year import report_year
from extractor.report.record import Kind, Level

_JANUARY, _MARCH = (1, 31), (3, 31)
# An office that reports for all of its area has the government's day.
_OFFICE = re.compile(r"(?:人民政府|政府)(?:办公[室厅]|办)$|办公[室厅]$")
_FOR_ALL = re.compile(
    r"全[省市县区州旗盟](?!.{0,4}排)|各级行政机关|各乡镇|各(?:县|区|镇)[（(、]|各部门|各单位|本级"
)
# 街道办事处, 管委会: they act as a government, though the law does not name them.
_ADMINISTRATION = re.compile("街道|办事处|管委会|管理委员会")
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
    agency = identity.agency.value if identity.agency else ""
    if identity.kind == "department" and _is_office(agency) and _reports_for_all(case):
        return LegalDay(date(year + 1, *_MARCH), "warning")
    return legal_day_of(year, agency, identity.level, identity.kind)


def legal_day_of(year: int, agency: str, level: Level | None, kind: Kind | None) -> LegalDay:
    """By what is known of the agency, whether or not there is a report."""
    january, march = date(year + 1, *_JANUARY), date(year + 1, *_MARCH)
    if level == "township":
        return LegalDay(march, "hint")
    if level == "zone" and kind != "department":
        return LegalDay(march, "hint")
    if kind == "government":
        return LegalDay(march, "warning")
    if kind == "department":
        firm = level in _NAMED and not _is_office(agency)
        return LegalDay(january, "warning" if firm else "hint")
    return LegalDay(march if _ADMINISTRATION.search(agency) else january, "hint")


def _is_office(agency: str) -> bool:
    return _OFFICE.search(agency) is not None


def _reports_for_all(case: Case) -> bool:
    overview = case.report.outline.section("overview")
    end = overview.end if overview else case.report.outline.preamble[1]
    start = case.report.outline.title_end
    return _FOR_ALL.search(case.text, start, max(start, end)) is not None
