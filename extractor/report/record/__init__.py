"""One report's record, as `extract` prints it and `reports.jsonl` holds it.

The models are the contract's; what is not filled stays null or empty, never invented.
"""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict, Field

from extractor.language.classify.labels import Head, Substance, Tense, Topic
from extractor.reading.document import Format
from extractor.report.forms import Form
from extractor.report.outline import AspectKey, SectionKey
from extractor.report.record.base import Model, Placed, Severity
from extractor.report.record.narrative import Narrative
from extractor.report.record.tables import Tables

Status = Literal["ok", "partial", "failed", "not_a_report"]
Level = Literal["ministry", "province", "city", "county", "township", "zone"]
Kind = Literal["government", "department", "other"]


class Tool(Model):
    """What made this record."""

    version: str
    rules: str | None = None
    model: str | None = None
    rubric: str | None = None
    settings: str | None = None
    roster: str | None = None


class SourceFile(Model):
    path: str
    sha256: str | None
    format: Format | None
    pages: int | None
    notes: list[str] = Field(default_factory=list)


class Failure(Model):
    code: Literal["P101", "P102", "P106"]
    message: str


class Listed(Model):
    """The agency's row in the user's roster, and the region that the report itself tells."""

    line: int
    agency: str
    former: str | None = None
    """The former name under which it reports."""
    published: str | None = None
    region: str | None = None


class Meta(Model):
    title: str | None = None
    agency: str | None = None
    region: str | None = None
    level: Level | None = None
    kind: Kind | None = None
    year: int | None = None
    period: tuple[str, str] | None = None
    issued: str | None = None
    form: Form | None = None
    basis: list[str] = Field(default_factory=list)
    roster: Listed | None = None

    @property
    def own_region(self) -> str | None:
        """As the report itself (or its folder) has it: a roster, given later, changes no number
        of a finding, and so loses no verdict."""
        return (self.roster.region if self.roster else None) or self.region


class SectionText(Placed):
    key: SectionKey
    title: str | None
    text: str


class AspectText(Placed):
    key: AspectKey
    title: str | None
    text: str


class SentenceRecord(Placed):
    """A sentence with what the classifier says of it; `uncertain` names the heads in doubt."""

    id: str
    section: SectionKey | None
    text: str
    topic: Topic
    tense: Tense
    substance: Substance
    confidence: dict[Head, float]
    uncertain: list[Head]


class Flag(Placed):
    """A finding with its evidence. `id` is the same in every run on the same report."""

    id: str
    code: str
    name: str
    severity: Severity
    section: SectionKey | None
    place: str | None
    message: str
    evidence: str
    expected: str | None
    found: str | None
    confidence: float
    verdict: str | None = None


class Deduction(Model):
    """Points that a finding cost, after the caps."""

    flag: str
    points: float


class Score(Model):
    """100 points less what the findings cost; `total` only where everything was read."""

    total: float | None
    dimensions: dict[str, float | None]
    deductions: list[Deduction]


class Record(Model):
    schema_: Literal[1] = Field(default=1, alias="schema")
    tool: Tool
    source: SourceFile
    status: Status
    error: Failure | None = None
    meta: Meta = Meta()
    sections: list[SectionText] = Field(default_factory=list)
    aspects: list[AspectText] = Field(default_factory=list)
    tables: Tables = Tables()
    narrative: Narrative = Narrative()
    sentences: list[SentenceRecord] = Field(default_factory=list)
    flags: list[Flag] = Field(default_factory=list)
    score: Score | None = None

    @property
    def points(self) -> dict[str, float]:
        """What each finding cost; a finding that cost nothing is not among them."""
        return {one.flag: one.points for one in self.score.deductions} if self.score else {}

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, serialize_by_alias=True
    )
