"""Labelled sentences: JSONL files, one sentence a line (training_data/README.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.checks.model import Said
from extractor.language.classify.context import Sight, in_context
from extractor.language.classify.labels import Head, Substance, Tense, Topic


class Labels(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    topic: Topic
    tense: Tense
    substance: Substance

    def of(self, head: Head) -> str:
        return str(getattr(self, head))


class Example(BaseModel):
    """One labelled sentence in its place."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    text: str
    section: str | None
    aspect: str | None = None
    heading: str | None = None
    year: int | None = None
    labels: Labels
    report: str
    hand: str
    before: str | None = None
    after: str | None = None
    """Its neighbours, where the file holds single sentences and not their whole report."""


class DatasetError(Exception):
    """A labelled file that cannot be used as it is: says file, line and what to do."""

    def __init__(self, zh: str, en: str = "") -> None:
        super().__init__(zh)
        self.said = Said(zh, en or zh)


def load_examples(path: Path) -> list[Example]:
    """The file's sentences in order; a bad line stops, with its number."""
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(Example.model_validate_json(line))
        except ValidationError as error:
            what = error.errors()[0]
            where = ".".join(str(part) for part in what["loc"])
            raise DatasetError(
                f"{path.name} 第 {number} 行 {where}：{what['msg']}。请改正后再训练。",
                f"{path.name} line {number} {where}: {what['msg']}. Mend it and train again.",
            ) from error
    return found


def save_examples(path: Path, examples: Iterable[Example]) -> None:
    lines = [json.dumps(_written(e), ensure_ascii=False) for e in examples]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _written(example: Example) -> dict[str, Any]:
    alone = {"before", "after"} if example.before is None and example.after is None else set()
    return example.model_dump(exclude=alone)


def sights(examples: Iterable[Example]) -> list[Sight]:
    """What a classifier sees of them; the sentences of a report stand together and in order."""
    found: list[Sight] = []
    for _, group in groupby(examples, key=lambda example: example.report):
        together = list(group)
        seen = in_context(
            [Sight(e.text, e.section, e.aspect, e.heading, year=e.year) for e in together]
        )
        found += map(_with_its_own, together, seen)
    return found


def _with_its_own(example: Example, sight: Sight) -> Sight:
    """The neighbours that an example brings along go before those it happens to stand with."""
    if example.before is None and example.after is None:
        return sight
    return replace(sight, before=example.before or "", after=example.after or "")
