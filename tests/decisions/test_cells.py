"""Cells that no spreadsheet turns into something else, and that come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.decisions.cells import as_typed, harmless


@pytest.mark.parametrize("text", ["=1+1", "+86", "-3", "@SUM(A1)", "\t=1", "\r=1", "'=1"])
def test_formulas_are_made_harmless(text: str) -> None:
    assert harmless(text) == "'" + text


@pytest.mark.parametrize(
    "text",
    [
        "1/2",
        "3-4",
        "2024-01-20",
        "2025/1/20",
        "10:30",
        "007",
        "440300000000001234",
        "1E10",
        "1月2日",
    ],
)
def test_text_stays_text(text: str) -> None:
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text", ["57", "3.5", "", "表三·三（七）总计", "57 + 3 ≠ 52 + 6", "a=b"])
def test_plain_cells_are_left_alone(text: str) -> None:
    assert harmless(text) == text


@given(st.text(alphabet=st.characters(exclude_characters="\x00")))
def test_every_cell_comes_back(text: str) -> None:
    assert as_typed(harmless(text)) == text
    assert as_typed(text) in (text, text[1:])
