"""P107: the same file, or another version of the same report, twice in one batch.

The first by path stays unflagged; every later one is told with the first one's name, so that a
reviewer decides which is the right one.
"""

from __future__ import annotations

from collections.abc import Iterable

from extractor.batch.journal import Brief
from extractor.checks.catalogue import rule
from extractor.checks.model import Said
from extractor.checks.run import number
from extractor.pipeline import JUDGED, Setup
from extractor.report.record import Flag, Record

_CODE = "P107"


class Copies:
    """Which later file repeats which earlier one."""

    def __init__(self, briefs: Iterable[tuple[str, Brief]]) -> None:
        self._same: dict[str, str] = {}
        self._version: dict[str, str] = {}
        files: dict[str, str] = {}
        reports: dict[tuple[str, str, int], str] = {}
        for shown, brief in briefs:
            if brief.sha256 and brief.sha256 in files:
                self._same[shown] = files[brief.sha256]
                continue
            if brief.sha256:
                files[brief.sha256] = shown
            if brief.status in JUDGED and brief.region and brief.agency and brief.year:
                report = (brief.region, brief.agency, brief.year)
                if report in reports:
                    self._version[shown] = reports[report]
                else:
                    reports[report] = shown

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
                f"与「{first}」是同一个文件：请留一份。",
                f"The same file as {first}: keep one of them.",
            )
        if first := self._version.get(shown):
            meta = record.meta
            return Said(
                f"与「{first}」是同一份报告（{meta.agency} {meta.year} 年度）的两个版本："
                "请确认以哪一份为准。",
                f"Another version of {first} ({meta.agency}, {meta.year}): say which one counts.",
            )
        return None
