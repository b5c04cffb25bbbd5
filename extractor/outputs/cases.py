"""Judged findings as cases for their codes' tests: the report told anew as far as it was read.

A confirmed finding is a case that fires, a refuted one a near miss that must pass. The form is that
of tests/checks (evaluation/casebook.py); personal data are masked as in the other outputs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from extractor.decisions.model import MUTES, Verdict
from extractor.outputs.masks import MASK, mask_for
from extractor.report.forms import APPLICATION_ROWS, DISCLOSURE_SHAPES
from extractor.report.record import Flag, Record

Kind = Literal["fires", "passes"]
_WORD: dict[Kind, str] = {"fires": "属实", "passes": MUTES}
# Telephone and identity numbers; no count of a report has so many digits.
_PERSONAL = re.compile(r"\d{7,17}[\dXx]?")
_KEPT = 3
_TABLES: tuple[Literal["disclosure", "applications", "disputes"], ...] = (
    "disclosure",
    "applications",
    "disputes",
)
# What the form of 2021 has: rows of these that a report lacks are named in its case.
_ROWS = {
    "disclosure": list(DISCLOSURE_SHAPES["2021"]),
    "applications": [row.key for row in APPLICATION_ROWS],
}


@dataclass(frozen=True, slots=True)
class Judged:
    """One code's findings in one report, all judged alike, and those nobody judged so."""

    record: Record
    code: str
    kind: Kind
    flags: tuple[Flag, ...]
    verdicts: tuple[Verdict, ...]
    others: tuple[Flag, ...]
    """Of the same code, judged otherwise or not at all: the case must do without them."""


@dataclass(frozen=True, slots=True)
class Made:
    """A case as data, and the same without the lines in which the others stand."""

    judged: Judged
    whole: Mapping[str, Any]
    shorter: Mapping[str, Any] = field(default_factory=dict)


def judged(record: Record, verdict_of: Callable[[str], Verdict]) -> Iterator[Judged]:
    """By code; of a report with both kinds of verdict on one code there are two."""
    for code in dict.fromkeys(flag.code for flag in record.flags):
        own = [(flag, verdict_of(flag.id)) for flag in record.flags if flag.code == code]
        for kind, word in _WORD.items():
            flags = tuple(flag for flag, verdict in own if verdict.word == word)
            verdicts = tuple(verdict for _, verdict in own if verdict.word == word)
            rest = tuple(flag for flag, verdict in own if verdict.word != word)
            if flags:
                yield Judged(record, code, kind, flags, verdicts, rest)


def made(one: Judged, before: Record | None = None) -> Made:
    """The case, and a shorter one that may do where others of the code stand in the way; `before`
    is last year's report, for what only that can show."""
    masked = _mask(one.record)
    lines = [masked(line) for line in _lines(one.record)]
    whole = _case(one, lines, masked, before)
    ours = [masked(flag.evidence) for flag in one.flags]
    theirs = [masked(flag.evidence) for flag in one.others if flag.evidence]
    kept = [
        line
        for line in lines
        if any(own in line for own in ours) or not any(other in line for other in theirs)
    ]
    shorter = _case(one, kept, masked, before) if len(kept) < len(lines) else {}
    return Made(one, whole, shorter)


def _mask(record: Record) -> Callable[[str], str]:
    own = mask_for(record)
    return lambda text: _PERSONAL.sub(
        lambda match: match.group()[:_KEPT].ljust(len(match.group()), MASK), own(text)
    )


def _case(
    one: Judged, lines: list[str], masked: Callable[[str], str], before: Record | None
) -> dict[str, Any]:
    told = {"name": masked(_name(one)), **_report(one.record, lines)}
    if before is not None:
        own = [_mask(before)(line) for line in _lines(before)]
        told["previous"] = {"name": "before", **_report(before, own)}
    told["expect"] = [_expected(flag, masked) for flag in one.flags]
    return told


def _report(record: Record, lines: list[str]) -> dict[str, Any]:
    tables = (record.tables.disclosure, record.tables.applications)
    forms = {record.meta.form, *(table.form for table in tables if table is not None)}
    form = {"form": "2019"} if "2019" in forms else {}
    return {"text": "\n".join(lines), **form, **_tables(record)}


def _name(one: Judged) -> str:
    """Who reads the case must know whose finding it was and why it was judged so."""
    notes = "；".join(dict.fromkeys(v.note for v in one.verdicts if v.note))
    numbers = "、".join(flag.id for flag in one.flags)
    return " ".join((_WORD[one.kind], numbers, notes)).strip()


def _expected(flag: Flag, masked: Callable[[str], str]) -> dict[str, str]:
    told = {
        "evidence": masked(flag.evidence),
        "place": flag.place,
        "expected": flag.expected,
        "found": flag.found,
        "section": flag.section,
        "severity": flag.severity,
    }
    return {key: masked(value) for key, value in told.items() if value}


def _lines(record: Record) -> Iterator[str]:
    """The report as it was read, with the line marks of the casebook."""
    meta = record.meta
    if meta.title:
        yield f"# {meta.title}"
    yield "".join(s.text for s in record.sentences if s.section is None and s.topic != "contact")
    headings = {aspect.title for aspect in record.aspects if aspect.title}
    placed: set[str] = set()
    for section in record.sections:
        if section.title:
            yield f"## {section.title}"
        for line in section.text.split("\n"):
            yield f"### {line}" if line in headings else line
        if section.key in _TABLES and section.key not in placed:
            placed.add(section.key)
            yield from _placeholder(record, section.key)
    for key in _TABLES:
        if key not in placed:
            yield from _placeholder(record, key)
    if meta.agency:
        yield f">> {meta.agency}"
    if meta.issued:
        day = date.fromisoformat(meta.issued)
        yield f">> {day.year}年{day.month}月{day.day}日"


def _placeholder(record: Record, key: str) -> Iterator[str]:
    if getattr(record.tables, key) is not None:
        yield f"{{{{table:{key}}}}}"


def _tables(record: Record) -> dict[str, Any]:
    """Every row as it was printed; rows that are not there are named."""
    tables: dict[str, Any] = {}
    without: dict[str, list[str]] = {}
    for key in _TABLES:
        table = getattr(record.tables, key)
        if table is None:
            continue
        rows = {row: _printed(cells) for row, cells in table.raw.items()}
        tables[key] = rows
        missing = [row for row in _ROWS.get(key, ()) if row not in rows]
        if missing and table.form != "2019":
            without[key] = missing
    return {"tables": tables, **({"without_rows": without} if without else {})}


def _printed(cells: list[str | None] | dict[str, str | None]) -> list[str]:
    own = cells.values() if isinstance(cells, dict) else cells
    return [cell or "" for cell in own]
