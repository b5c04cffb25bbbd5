"""P107: the same file, or another version of the same report, twice in one batch.

The first by path stays unflagged; every later one is told with the first one's name, so that a
reviewer decides which is the right one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from extractor.batch.journal import Brief
from extractor.checks.catalogue import rule
from extractor.checks.model import Said
from extractor.checks.run import number
from extractor.pipeline import JUDGED, Setup
from extractor.report.record import Flag, Record
from extractor.roster.names import plain, same_region
from extractor.roster.notes import of_copies
from extractor.roster.one_agency import Agencies

_CODE = "P107"
# What is wrong in both is one finding: whichever of them is kept, its verdict stays.
_ONE_VERDICT = Said(
    "编号相同的问题是同一个，裁定一处即可。",
    "Findings of one number are one: a verdict on either counts for both.",
)
Whose = tuple[int, int] | tuple[str, str, int]


class Copies:
    """Which later file repeats which earlier one."""

    def __init__(self, briefs: Iterable[tuple[str, Brief]]) -> None:
        self._same: dict[str, str] = {}
        self._version: dict[str, str] = {}
        self._unplaced: dict[str, str] = {}
        nowhere: dict[tuple[str, int], str] = {}
        files: dict[str, str] = {}
        reports: dict[Whose, list[tuple[str, Brief]]] = defaultdict(list)
        briefs, agencies = list(briefs), Agencies()
        for _, brief in briefs:
            if brief.status in JUDGED:
                agencies.add(brief.region, brief.agency)
        for shown, brief in briefs:
            if brief.sha256 and brief.sha256 in files:
                self._same[shown] = files[brief.sha256]
                continue
            if brief.sha256:
                files[brief.sha256] = shown
            whose = _whose(brief, agencies)
            if whose is None:
                self._note_unplaced(shown, brief, nowhere)
                continue
            first = next((at for at, other in reports[whose] if _is_one(brief, other)), None)
            if first is None:
                reports[whose].append((shown, brief))
            else:
                self._version[shown] = first

    def _note_unplaced(self, shown: str, brief: Brief, nowhere: dict[tuple[str, int], str]) -> None:
        """Two of a name and a year may be one report's versions, or two counties' reports."""
        if brief.status in JUDGED and brief.agency and brief.year:
            first = nowhere.setdefault((plain(brief.agency), brief.year), shown)
            if first != shown:
                self._unplaced[shown] = first

    def noted(self, record: Record, setup: Setup) -> Record:
        """The record with a word on what was left open for want of its region."""
        first = self._unplaced.get(record.source.path)
        if first is None or _CODE in setup.settings.off:
            return record
        said = Said(
            f"与「{first}」机关同名、年度相同，但地区不明，没有判断是不是同一份报告的两个版本："
            "请在名册填写地区，或把报告放在以地区命名的文件夹里。",
            f"{first} has the same agency and year, but no region is known, so it was left open "
            "whether they are versions of one report: give the region in the roster or by the "
            "folder's name.",
        )
        notes = [*record.source.notes, of_copies(said, setup.lang)]
        source = record.source.model_copy(update={"notes": notes})
        return record.model_copy(update={"source": source})

    def flagged(self, record: Record, setup: Setup) -> Record:
        """The record with its P107, if it is a copy and the settings do not switch it off."""
        said = self._said(record)
        if said is None or _CODE in setup.settings.off:
            return record
        told = rule(_CODE)
        flag = Flag(
            id=number(f"{_CODE}|{record.source.path}|{record.source.sha256}"),
            code=_CODE,
            name=told.name.told(setup.lang),
            severity=setup.settings.severity.get(_CODE) or told.severity,
            section=None,
            place=None,
            message=said.told(setup.lang),
            evidence=record.source.path,
            expected=None,
            found=None,
            confidence=1.0,
        )
        return record.model_copy(update={"flags": [*record.flags, flag]})

    def _said(self, record: Record) -> Said | None:
        shown = record.source.path
        if first := self._same.get(shown):
            return Said(
                f"与「{first}」是同一个文件：请留一份。{_ONE_VERDICT.zh}",
                f"The same file as {first}: keep one of them. {_ONE_VERDICT.en}",
            )
        if first := self._version.get(shown):
            meta = record.meta
            listed = meta.roster
            former = f"，即{listed.agency}" if listed and listed.former else ""
            now = f", now {listed.agency}" if listed and listed.former else ""
            return Said(
                f"与「{first}」是同一份报告（{meta.agency}{former} {meta.year} 年度）的两个版本："
                f"请确认以哪一份为准。{_ONE_VERDICT.zh}",
                f"Another version of {first} ({meta.agency}{now}, {meta.year}): say which counts. "
                f"{_ONE_VERDICT.en}",
            )
        return None


def _whose(brief: Brief, agencies: Agencies) -> Whose | None:
    """The roster's line tells agencies apart, else region and name: 城关镇 is in many counties."""
    if brief.status not in JUDGED or not brief.year:
        return None
    if brief.line is not None:
        return brief.line, brief.year
    if brief.region and brief.agency:
        return brief.region, agencies.of(brief.region, brief.agency), brief.year
    return None


def _is_one(brief: Brief, other: Brief) -> bool:
    """Two former names were two agencies before they were merged; a row without a region may have
    met reports of two counties."""
    merged = brief.former and other.former and brief.former != other.former
    return not merged and same_region(brief.own_region, other.own_region) != "other"
