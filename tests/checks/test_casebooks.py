"""Every code against its casebook: cases that fire, and near misses that must not."""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from evaluation.casebook import BookCase, Casebook, load_casebook, meets, outcome
from extractor.checks.catalogue import RULES

BOOKS = Path(__file__).parent
# What reading finds out is tested with files (test_reading_codes.py).
BY_FILE = "P"
ENOUGH_FIRES, ENOUGH_PASSES = 5, 8


def _book(code: str) -> Casebook:
    return load_casebook(BOOKS / f"{code}.yaml")


def _cases(kind: str) -> list[ParameterSet]:
    return [
        pytest.param(path.stem, case, id=f"{path.stem}-{case.name}")
        for path in sorted(BOOKS.glob("*.yaml"))
        for case in getattr(load_casebook(path), kind)
    ]


@pytest.mark.parametrize("code", [rule.code for rule in RULES if rule.family != BY_FILE])
def test_every_code_has_enough_cases(code: str) -> None:
    book = _book(code)
    assert len(book.fires) >= ENOUGH_FIRES
    assert len(book.passes) >= ENOUGH_PASSES


@pytest.mark.parametrize(("code", "case"), _cases("fires"))
def test_fires(code: str, case: BookCase) -> None:
    found = outcome(case).of(code)
    said = [(f.finding.message.zh, f.finding.evidence) for f in found]
    assert len(found) == max(1, len(case.expect)), said
    for expected in case.expect:
        assert any(meets(f, expected) for f in found), said


@pytest.mark.parametrize(("code", "case"), _cases("passes"))
def test_near_miss_passes(code: str, case: BookCase) -> None:
    found = outcome(case).of(code)
    assert not found, [(f.finding.message.zh, f.finding.evidence) for f in found]


def test_the_base_report_is_clean() -> None:
    found = outcome(BookCase(name="base")).flagged
    assert not found, [(f.rule.code, f.finding.message.zh, f.finding.evidence) for f in found]
