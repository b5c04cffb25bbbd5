"""One report as the page's two short JSON texts: its row, and what is shown when it is opened."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from extractor.decisions.model import MUTES
from extractor.outputs.names import DIMENSION, SEVERITY
from extractor.outputs.quotes import Quotes
from extractor.outputs.table_cuts import cut
from extractor.report.record import Flag, Record
from extractor.scoring import default_rubric

_SEVERITIES = tuple(SEVERITY)
_MOST_FLAGS = 80
_LONGEST = 400
_BINS = 20


@dataclass(slots=True)
class Codes:
    """The codes seen so far; a row names them by number. As many as the catalogue has."""

    number: dict[str, int] = field(default_factory=dict)
    name: list[str] = field(default_factory=list)
    severity: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)
    reports: list[int] = field(default_factory=list)

    def of(self, flag: Flag) -> int:
        severity = _SEVERITIES.index(flag.severity)
        if flag.code not in self.number:
            self.number[flag.code] = len(self.number)
            self.name.append(flag.name)
            self.severity.append(severity)
            self.flags.append(0)
            self.reports.append(0)
        number = self.number[flag.code]
        self.severity[number] = min(self.severity[number], severity)
        return number

    def table(self) -> list[list[object]]:
        """By number: code, name, severity, flags, reports."""
        columns = (self.number, self.name, self.severity, self.flags, self.reports)
        return [list(row) for row in zip(*columns, strict=True)]


@dataclass(slots=True)
class Figures:
    """What all reports came to: a few numbers, however many reports."""

    files: int = 0
    scored: int = 0
    points: float = 0.0
    status: Counter[str] = field(default_factory=Counter)
    severity: Counter[str] = field(default_factory=Counter)
    muted: int = 0
    bins: list[int] = field(default_factory=lambda: [0] * _BINS)
    full: dict[str, float] = field(default_factory=lambda: dict.fromkeys(DIMENSION, 0.0))
    """The points that each dimension has, as the reports show them: rubrics differ."""

    @property
    def mean(self) -> float | None:
        return round(self.points / self.scored, 1) if self.scored else None

    def count(self, record: Record, shown: Record | None = None) -> None:
        """Findings as they are told; points as all findings cost them."""
        flags = (shown or record).flags
        self.files += 1
        self.status[record.status] += 1
        self.muted += sum(flag.verdict == MUTES for flag in flags)
        self.severity.update(flag.severity for flag in flags if flag.verdict != MUTES)
        if record.score is None:
            return
        if record.score.total is not None:
            self.scored += 1
            self.points += record.score.total
            self.bins[min(_BINS - 1, max(0, int(record.score.total * _BINS / 100)))] += 1
        lost = _lost(record)
        for name, kept in record.score.dimensions.items():
            if kept is not None and name in self.full:
                self.full[name] = max(self.full[name], round(kept + lost[name], 3))


def row(record: Record, codes: Codes) -> list[object]:
    """path, agency, region, year, status, total, six dimensions, counts by severity, codes."""
    own = [flag for flag in record.flags if flag.verdict != MUTES]
    counts: Counter[str] = Counter(flag.severity for flag in own)
    seen = Counter(codes.of(flag) for flag in own)
    for number, count in seen.items():
        codes.flags[number] += count
        codes.reports[number] += 1
    score, meta = record.score, record.meta
    return [
        record.source.path,
        meta.agency,
        meta.region,
        meta.year,
        record.status,
        score.total if score else None,
        [score.dimensions.get(name) for name in DIMENSION] if score else [],
        [counts[severity] for severity in _SEVERITIES],
        sorted(seen),
    ]


def details(record: Record, codes: Codes) -> list[object]:
    """title, pages, error, flags, how many flags more there are."""
    points = record.points
    quotes = Quotes(record)
    flags = sorted(record.flags, key=lambda flag: _SEVERITIES.index(flag.severity))
    told = [_told(record, flag, quotes, codes, points) for flag in flags[:_MOST_FLAGS]]
    more = max(0, len(flags) - _MOST_FLAGS)
    return _short(
        [_cut(record.meta.title), record.source.pages, _error(record), told, more or None]
    )


def as_json(value: object) -> str:
    """One line that no HTML parser takes for markup."""
    told = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _told(
    record: Record, flag: Flag, quotes: Quotes, codes: Codes, points: dict[str, float]
) -> list[object]:
    """id, code, severity, section, place, page, message, expected, found, points, verdict,
    quotations, table."""
    table = cut(record, flag)
    # A row of a table is better told by the table itself; a file's own name says nothing.
    if flag.code[0] == "P" or (table is not None and flag.code[0] == "T"):
        told = []
    else:
        told = quotes.of(flag)
    return _short(
        [
            flag.id,
            codes.of(flag),
            _SEVERITIES.index(flag.severity),
            flag.section,
            _cut(flag.place),
            flag.page,
            _cut(flag.message),
            _cut(flag.expected),
            _cut(flag.found),
            points.get(flag.id),
            flag.verdict,
            told or None,
            table,
        ]
    )


def _error(record: Record) -> str | None:
    """Only where no finding tells it anyway."""
    if record.error is None or any(flag.code == record.error.code for flag in record.flags):
        return None
    return _cut(f"{record.error.code} {record.error.message}")


def _lost(record: Record) -> dict[str, float]:
    families = default_rubric().families
    family = {flag.id: families.get(flag.code[:1], "") for flag in record.flags}
    lost: dict[str, float] = defaultdict(float)
    if record.score:
        for deduction in record.score.deductions:
            lost[family.get(deduction.flag, "")] += deduction.points
    return lost


def _short(values: list[object]) -> list[object]:
    """Without the empty end: most findings have none of the rarer fields."""
    while values and values[-1] is None:
        values.pop()
    return values


def _cut(text: str | None) -> str | None:
    return text if text is None or len(text) <= _LONGEST else text[:_LONGEST] + "…"
