"""Sections written to teach B506, with their problems and the measures meant for each
(`training_data/left_alone/`): whole ones, and such in which one problem was left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, model_validator

from evaluation.gold_narrative import Improvement, Narrative

TAUGHT = Path(__file__).parents[1] / "training_data" / "left_alone"


class _Line(BaseModel):
    """All of them words as printed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    left: str | None
    pairs: list[tuple[str, list[str]]]
    """Each problem with its measures, none for the one left alone."""
    beside: list[str] = []
    """What is meant for no problem: other business, last year's, words of leave."""

    @model_validator(mode="after")
    def _says_what_is_printed(self) -> _Line:
        told = [*self.beside, *(words for problem, own in self.pairs for words in (problem, *own))]
        missing = [words for words in told if words not in self.text]
        if missing:
            raise ValueError(f"not in the text: {missing[0]}")
        alone = [problem for problem, own in self.pairs if not own]
        left = [] if self.left is None else [self.left]
        if len(alone) != len(left) or any(words not in one for words in left for one in alone):
            raise ValueError(f"left alone are {alone}, not {self.left}")
        return self


@dataclass(frozen=True, slots=True)
class Taught:
    """A section, its heading first, and what it says."""

    name: str
    hand: str
    text: str
    gold: Narrative
    left: str | None
    """The problem without a measure."""
    beside: tuple[str, ...]


@lru_cache(maxsize=1)
def taught_sections() -> tuple[Taught, ...]:
    return tuple(one for path in sorted(TAUGHT.glob("*.jsonl")) for one in in_file(path))


def in_file(path: Path) -> Iterator[Taught]:
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not raw.strip():
            continue
        try:
            line = _Line.model_validate_json(raw)
        except ValueError as error:
            raise ValueError(f"{path.name}, line {number}: {error}") from error
        problems = [problem for problem, _ in line.pairs]
        alone = [problem for problem, own in line.pairs if not own]
        gold = Narrative(problems=problems, improvements=list(_measures(line)))
        yield Taught(
            f"{path.stem}/{number}",
            path.stem,
            line.text,
            gold,
            alone[0] if alone else None,
            tuple(line.beside),
        )


def _measures(line: _Line) -> Iterator[Improvement]:
    """Each once, in the order in which they are printed."""
    meant: dict[str, list[int]] = {}
    for place, (_, own) in enumerate(line.pairs):
        for words in own:
            meant.setdefault(words, []).append(place)
    for words in sorted(meant, key=line.text.index):
        # Whether it was done or is planned does not matter here.
        yield Improvement(text=words, tense="planned", answers=meant[words])
