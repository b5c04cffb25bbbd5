"""What it is trained on: problems of one report with measures for each, and some for none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extractor.learning.dataset import DatasetError


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Item(_Strict):
    problem: str = Field(min_length=2)
    measures: list[str] = Field(min_length=1)
    also: dict[int, list[int]] = Field(default_factory=dict)
    """By a measure's number: the other problems of the list that it meets too."""


class _Line(_Strict):
    office: str
    items: list[_Item] = Field(min_length=1)
    beside: list[str] = Field(default_factory=list)
    """Measures that are meant for none of the problems."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A section's problems, and measures with the problems that each is meant for."""

    hand: str
    problems: tuple[str, ...]
    measures: tuple[tuple[str, frozenset[int]], ...]


def load_lists(paths: Sequence[Path]) -> list[Listed]:
    """Each line of the files as often as its problems have measures in other words."""
    return [listed for path in paths for listed in _in_file(path)]


def _in_file(path: Path) -> Iterator[Listed]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(f"{path}: {error}") from error
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        try:
            line = _Line.model_validate_json(text)
        except ValidationError as error:
            told = error.errors()[0]
            where = ".".join(map(str, told["loc"]))
            raise DatasetError(f"{path}: 第{number}行 {where}: {told['msg']}") from error
        yield from _versions(path.stem, line)


def _versions(hand: str, line: _Line) -> Iterator[Listed]:
    problems = tuple(item.problem for item in line.items)
    for version in range(max(len(item.measures) for item in line.items)):
        measures = [
            (item.measures[version], frozenset({place, *item.also.get(version, ())}))
            for place, item in enumerate(line.items)
            if version < len(item.measures)
        ]
        if not version:
            measures += [(text, frozenset()) for text in line.beside]
        yield Listed(hand, problems, tuple(measures))
