"""What a gold report's prose says, as its gold.yaml writes it down."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Number = int | float


class Strict(BaseModel):
    """A part of a gold.yaml: nothing misspelt, nothing changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Quantity(Strict):
    value: Number
    unit: str
    approx: bool = False
    text: str


class Item(Quantity):
    name: str
    relation: Literal["part", "outside"] = "part"


class ApplicationFigures(Strict):
    received: int | None = None
    carried_in: int | None = None
    answered: int | None = None
    granted: int | None = None
    partial: int | None = None
    refused: int | None = None
    unavailable: int | None = None
    not_processed: int | None = None
    other: int | None = None
    carried_out: int | None = None


class ResultFigures(Strict):
    total: int | None = None
    upheld: int | None = None
    corrected: int | None = None
    other: int | None = None
    pending: int | None = None


class DisputeFigures(Strict):
    review: ResultFigures = ResultFigures()
    suit: ResultFigures = ResultFigures()


class DecisionFigures(Strict):
    licensing: int | None = None
    penalties: int | None = None
    coercion: int | None = None
    fees: Number | None = None


class DocumentFigures(Strict):
    issued: int | None = None
    repealed: int | None = None
    in_force: int | None = None


class Platform(Strict):
    name: str
    count: int | None = None


class Improvement(Strict):
    text: str
    tense: Literal["done", "planned"]
    year: int | None = None
    answers: list[int] = []


class Fee(Strict):
    stated: bool
    notices: int | None = None
    billed: Number | None = None
    received: Number | None = None


class Narrative(Strict):
    disclosure_total: Quantity | None = None
    disclosure_items: list[Item] = []
    applications: ApplicationFigures = ApplicationFigures()
    disputes: DisputeFigures = DisputeFigures()
    decisions: DecisionFigures = DecisionFigures()
    normative_documents: DocumentFigures = DocumentFigures()
    regulations: DocumentFigures = DocumentFigures()
    platforms: list[Platform] = []
    problems: list[str] = []
    improvements: list[Improvement] = []
    fee: Fee = Fee(stated=False)
    proposals: bool = False
    innovation: bool = False
