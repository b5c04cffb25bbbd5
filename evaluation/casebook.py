"""Cases for checks: a clean report (base_report.yaml) with something changed, and what it gives.

A case names only what it changes. Everything is printed as a document with real tables, read by
the product's own code and checked by all checks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from evaluation.casebook_rows import OtherRows
from evaluation.gold import Printed, SectionKey, TableKey, Tables, read_lines
from evaluation.printed import as_document, table_blocks
from extractor.batch.neighbours import among_others
from extractor.checks.across import found_across, found_among
from extractor.checks.model import Across, Among, Case
from extractor.checks.run import Flagged, run_checks
from extractor.checks.settings import DEFAULT_SETTINGS, Settings
from extractor.pipeline import record_of
from extractor.reading.document import Block, Document
from extractor.report.record import Record
from extractor.report.report import Report, read_report

BASE = Path(__file__).with_name("base_report.yaml")
AspectKey = Literal["disclosure", "applications", "management", "platform", "supervision"]
Rows = dict[str, list[Printed]]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Expected(_Strict):
    """What a finding must say; texts need only be contained."""

    evidence: str | None = None
    place: str | None = None
    message: str | None = None
    expected: str | None = None
    found: str | None = None
    severity: Literal["error", "warning", "hint"] | None = None
    section: SectionKey | None = None


class BookCase(OtherRows):
    """A report told by its differences from the base."""

    name: str
    """What this case shows, in a few words."""
    title: list[str] | None = None
    preamble: str | None = None
    headings: dict[SectionKey, str | None] = Field(default_factory=dict)
    """Other words for a heading; null prints the section's text without one."""
    aspect_headings: dict[AspectKey, str | None] = Field(default_factory=dict)
    aspects: dict[AspectKey, str | None] = Field(default_factory=dict)
    """Other text of an aspect; null leaves it out, heading and all."""
    add: dict[str, str] = Field(default_factory=dict)
    """Text put behind an aspect's or section's own (aspects first: `disclosure` is the aspect;
    a section as `section.other`)."""
    sections: dict[SectionKey, str | None] = Field(default_factory=dict)
    """Other text of a section, line marks allowed; null leaves it out, heading and all."""
    tables: dict[Literal["disclosure", "applications", "disputes"], Rows | None] = Field(
        default_factory=dict
    )
    """Rows that differ from the base's; null prints no table."""
    form: Literal["2019", "2021"] = "2021"
    signature: list[str] | None = None
    text: str | None = None
    """The whole report instead, with line marks and placeholders for the tables."""
    previous: BookCase | None = None
    others: list[BookCase] = Field(default_factory=list)
    """Other agencies' reports in the same batch."""
    expect: list[Expected] = Field(default_factory=list)
    """For a case that fires: one entry a finding; none means exactly one finding."""
    settings: Settings = DEFAULT_SETTINGS


class Casebook(_Strict):
    """A code's cases: those that fire, and near misses that must not."""

    fires: list[BookCase]
    passes: list[BookCase]


@dataclass(frozen=True, slots=True)
class Outcome:
    report: Report
    flagged: tuple[Flagged, ...]

    def of(self, code: str) -> list[Flagged]:
        return [found for found in self.flagged if found.rule.code == code]


def load_casebook(path: Path) -> Casebook:
    return Casebook.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


def outcome(case: BookCase) -> Outcome:
    """The report that the case describes, read and checked."""
    told = _told(case)
    flagged = run_checks(told)
    record = _record(case, told)
    flagged += found_among(_among(record, case))
    if case.previous is not None:
        flagged += found_across(Across(record, _record(case.previous), case.settings))
    return Outcome(told.report, tuple(flagged))


def _told(case: BookCase) -> Case:
    report = read_report(document(case))
    unread = frozenset(problem.table for problem in report.tables.problems)
    return Case(report, report.sentences, unread=unread, settings=case.settings)


def _record(case: BookCase, told: Case | None = None) -> Record:
    return record_of(told or _told(case), document(case), case.name, None)


def _among(record: Record, case: BookCase) -> Among:
    """As in a batch with the others."""
    others = [
        _record(other.model_copy(update={"name": f"{number} {other.name}"}))
        for number, other in enumerate(case.others)
    ]
    return among_others(record, others, case.settings) if others else Among(record, case.settings)


def meets(found: Flagged, expected: Expected) -> bool:
    """Whether the finding says what the case expects of it."""
    finding = found.finding
    said = {
        "evidence": finding.evidence,
        "place": finding.place or "",
        "message": finding.message.zh,
        "expected": finding.expected or "",
        "found": finding.found or "",
    }
    wanted = expected.model_dump(exclude_none=True)
    severity, section = wanted.pop("severity", None), wanted.pop("section", None)
    if severity not in (None, found.severity) or section not in (None, finding.section):
        return False
    return all(text in said[key] for key, text in wanted.items())


def document(case: BookCase) -> Document:
    """The report as it is printed."""
    text = case.text if case.text is not None else "\n".join(_lines(case))
    return as_document(read_lines(text), lambda key: _tables(key, case))


def _lines(case: BookCase) -> Iterator[str]:
    base = _base()
    yield from (f"# {line}" for line in case.title or base["title"])
    preamble = base["preamble"] if case.preamble is None else case.preamble
    yield preamble
    for key, heading in (base["headings"] | case.headings).items():
        if key in case.sections and case.sections[key] is None:
            continue
        if heading is not None:
            yield f"## {heading}"
        if key == "overview" and "overview" not in case.sections:
            yield from _aspects(case)
        else:
            yield case.sections.get(key) or base["sections"][key]
        yield case.add.get(f"section.{key}", "")
    yield from (f">> {line}" for line in _or(case.signature, base["signature"]))


def _or(own: list[str] | None, base: list[str]) -> list[str]:
    return base if own is None else own


def _aspects(case: BookCase) -> Iterator[str]:
    base = _base()
    for key, text in (base["aspects"] | case.aspects).items():
        if text is None:
            continue
        heading = (base["aspect_headings"] | case.aspect_headings)[key]
        if heading is not None:
            yield f"### {heading}"
        yield text + case.add.get(key, "")


def _tables(key: TableKey, case: BookCase) -> list[Block]:
    own = case.tables.get(key, {})
    if own is None:
        return []
    rows: Mapping[str, Any] = own if case.form == "2019" else _base()["tables"][key] | own
    table = rows if key == "disputes" else {"form": case.form, "rows": rows}
    return table_blocks(key, Tables.model_validate({key: table}), case)


@cache
def _base() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load(BASE.read_text(encoding="utf-8"))
    return loaded
