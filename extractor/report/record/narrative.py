"""What the narrative says, as fields. A figure that is not told is null; told as none, it is 0."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from extractor.report.record.base import Model, Placed, Quantity


class DisclosureItem(Quantity):
    """A kind or channel with its figure: part of the year's total, or told beside it."""

    name: str
    relation: Literal["part", "outside"]


class Disclosure(Model):
    total: Quantity | None = None
    items: list[DisclosureItem] = Field(default_factory=list)


class Applications(Model):
    received: Quantity | None = None
    carried_in: Quantity | None = None
    answered: Quantity | None = None
    granted: Quantity | None = None
    partial: Quantity | None = None
    refused: Quantity | None = None
    unavailable: Quantity | None = None
    not_processed: Quantity | None = None
    other: Quantity | None = None
    carried_out: Quantity | None = None


class DisputeFigures(Model):
    total: Quantity | None = None
    upheld: Quantity | None = None
    corrected: Quantity | None = None
    other: Quantity | None = None
    pending: Quantity | None = None


class Disputes(Model):
    review: DisputeFigures = DisputeFigures()
    suit: DisputeFigures = DisputeFigures()


class Decisions(Model):
    licensing: Quantity | None = None
    penalties: Quantity | None = None
    coercion: Quantity | None = None
    fees: Quantity | None = None


class Documents(Model):
    issued: Quantity | None = None
    repealed: Quantity | None = None
    in_force: Quantity | None = None


class Platform(Model):
    name: str
    count: Quantity | None = None


class ProblemItem(Placed):
    text: str
    themes: list[str]
    specific: bool


class ImprovementItem(Placed):
    text: str
    themes: list[str]
    tense: Literal["done", "planned"]
    year: int | None = None
    answers: list[int] = Field(default_factory=list)


class InformationFee(Model):
    stated: bool = False
    notices: Quantity | None = None
    billed: Quantity | None = None
    received: Quantity | None = None


class Proposals(Model):
    stated: bool = False
    suggestions: Quantity | None = None
    motions: Quantity | None = None


class Innovation(Model):
    stated: bool = False


class OtherMatters(Model):
    information_fee: InformationFee = InformationFee()
    proposals: Proposals = Proposals()
    innovation: Innovation = Innovation()


class Narrative(Model):
    disclosure: Disclosure = Disclosure()
    applications: Applications = Applications()
    disputes: Disputes = Disputes()
    decisions: Decisions = Decisions()
    normative_documents: Documents = Documents()
    regulations: Documents = Documents()
    platforms: list[Platform] = Field(default_factory=list)
    problems: list[ProblemItem] = Field(default_factory=list)
    improvements: list[ImprovementItem] = Field(default_factory=list)
    other: OtherMatters = OtherMatters()
