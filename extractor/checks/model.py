"""What a check takes and gives. A check never prints, reads files or scores."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from extractor.checks.settings import DEFAULT_SETTINGS, Settings
from extractor.reading.document import Place
from extractor.report.classified import Classified
from extractor.report.forms import TableKey
from extractor.report.outline import SectionKey
from extractor.report.record import Kind, Level, Record, SentenceRecord
from extractor.report.report import Report

Severity = Literal["error", "warning", "hint"]
Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Said:
    """Words for people, in both languages of the product."""

    zh: str
    en: str

    def told(self, lang: Language) -> str:
        return self.en if lang == "en" else self.zh


SEVERITIES: dict[Severity, Said] = {
    "error": Said("错误", "error"),
    "warning": Said("警告", "warning"),
    "hint": Said("提示", "hint"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing wrong, with what shows it. The catalogue adds code, name and severity."""

    message: Said
    """What is wrong here and what to look at, the numbers in it (57 + 3 ≠ 52 + 6)."""
    section: SectionKey | None = None
    place: str | None = None
    """表三·三（三）6·总计, or the heading under which the words stand."""
    evidence: str = ""
    """The words as printed; never repaired, never shortened in the middle."""
    expected: str | None = None
    found: str | None = None
    confidence: float = 1.0
    severity: Severity | None = None
    """Only where CONTRACT gives a code two severities; None is the rule's own."""
    at: Place | None = None
    start: int | None = None
    """Where the words stand in the running text, if they do: page and box follow from it."""
    end: int | None = None
    key: str = ""
    """What makes this finding this finding beside its code, for a stable number: a place in the
    form, or the words. Empty: place and evidence together."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the user's roster says of the agency; None where it does not say."""

    level: Level | None = None
    kind: Kind | None = None
    published: date | None = None
    """The day on which this report was made public."""


@dataclass(frozen=True, slots=True)
class Case:
    """All that a check may look at."""

    report: Report
    sentences: tuple[Classified, ...]
    scanned: bool = False
    """Some pages were not read (P103): structure and tables are silent."""
    unread: frozenset[TableKey] = frozenset()
    """Tables that could not be read safely (P104): nothing is said about them."""
    annual_report: bool = True
    """Neither its title nor its parts say so otherwise (P105): then nothing else is checked."""
    settings: Settings = DEFAULT_SETTINGS
    known: Known = Known()

    @property
    def text(self) -> str:
        return self.report.flow.text

    @property
    def year(self) -> int | None:
        return self.report.identity.year


@dataclass(frozen=True, slots=True)
class Across:
    """What a check across reports may look at: records, since originals are often gone."""

    record: Record
    previous: Record
    """The same agency's report on the year before."""
    settings: Settings = DEFAULT_SETTINGS


def _by_nobody(_words: str) -> int:
    return 0


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The other agency's report that has most of a report's own words."""

    region: str | None
    agency: str | None
    year: int | None
    path: str
    share: float
    """Of the own words, stock phrases left out, by length."""
    length: int
    """Characters that were compared."""
    passages: tuple[SentenceRecord, ...]
    """The report's sentences that have most in common, the longest first."""
    cluster: int
    """So many agencies' reports hang together by such likeness, this one and the nearest too."""
    by_sample: bool = False
    """The other's text is no longer at hand: the share is told by a sample that was kept."""


@dataclass(frozen=True, slots=True)
class Among:
    """What a check may look at that asks how a report stands among others: a record, and what the
    batch knows. A report on its own stands among none."""

    record: Record
    settings: Settings = DEFAULT_SETTINGS
    agencies: int = 1
    """Agencies whose reports are in the batch, this one too."""
    said_by: Callable[[str], int] = _by_nobody
    """How many other agencies of the batch say this very sentence (years and figures masked)."""
    neighbour: Neighbour | None = None


Check = Callable[[Case], Iterator[Finding]]
CheckAcross = Callable[[Across], Iterator[Finding]]
CheckAmong = Callable[[Among], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A code with everything about it in one place."""

    code: str
    name: Said
    severity: Severity
    why: Said
    bad: str
    good: str
    check: Check | None = None
    """None for what reading itself or the batch finds out."""
    across: CheckAcross | None = None
    """For what only last year's report can show."""
    among: CheckAmong | None = None
    """For what the other reports of a batch can show, or bear out."""

    @property
    def family(self) -> str:
        return self.code[0]
