"""What a table cell shows: a number, or none for sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.report.values import number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        (" 12 ", 12),
        ("1,234", 1234),
        ("1，234", 1234),
        ("12,345,678", 12345678),
        ("3.50", 3.5),
        ("-2", -2),
        ("+3", 3),
        ("－4", -4),
        ("15件", 15),
        ("2.30万元", 2.3),
        ("0（件）", 0),
    ],
)
def test_numbers(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "/", "—", "-", "无", "暂无", "O", "l2", "1 2", "12,34", "1.2.3", "3/4", "5\n6"),
        *("10余", "2024年", "１２３4五"),
    ],
)
def test_no_number_for_sure(text: str) -> None:
    assert number(text) is None


@given(st.integers(min_value=0, max_value=10**9))
def test_every_count_in_every_spelling(count: int) -> None:
    assert number(str(count)) == number(f"{count:,}") == count


@given(st.text(max_size=12))
def test_anything_else_never_raises(text: str) -> None:
    assert number(text) is None or any(char.isdigit() for char in text)
