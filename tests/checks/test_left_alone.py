"""280 sections five by five writers who knew nothing of the rules: 172 whole, and 108 with one
problem left without a measure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.gold_narrative import Narrative
from evaluation.passages import Passage
from evaluation.unanswered_sections import record_of_passage
from extractor.checks.boilerplate import b506_unanswered
from extractor.checks.model import Among

LINES = (Path(__file__).parent / "left_alone.jsonl").read_text(encoding="utf-8").splitlines()
# What is known to be told wrongly, or not to be told, shall not become more.
_FALSE, _FOUND = 2, 91


def _told(text: str) -> str:
    title, rest = text.split("\n", 1)
    printed = f"## {title}\n\n" + rest.replace("\n", "\n\n")
    gold = Narrative.model_validate({"problems": [], "improvements": []})
    record = record_of_passage(Passage.model_construct(id="x", text=printed, gold=gold), printed)
    said = b506_unanswered.check(Among(record))
    return "".join("".join(one.message.zh.split()) for one in said)


@pytest.fixture(scope="module")
def told() -> list[tuple[str | None, str]]:
    lines = [json.loads(line) for line in LINES]
    return [(line["left"], _told(line["text"])) for line in lines]


def test_whole_sections_are_left_in_peace(told: list[tuple[str | None, str]]) -> None:
    said = [words for left, words in told if left is None]
    assert len(said) == 172
    assert sum(map(bool, said)) <= _FALSE


def test_problems_without_a_measure_are_told(told: list[tuple[str | None, str]]) -> None:
    left = [("".join(name.split()), words) for name, words in told if name is not None]
    assert len(left) == 108
    assert sum(name[:8] in words for name, words in left) >= _FOUND
