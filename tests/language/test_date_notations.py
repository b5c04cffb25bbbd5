"""Dates as they are signed."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.language.times import dates


@pytest.mark.parametrize(
    "text",
    [
        "2025年1月20日",
        "2 0 2 5 年 1 月 2 0 日",
        "二〇二五年一月二十日",
        "二○二五年元月二十日",
        "二O二五年一月二十日",
        "二零二五年一月二十日",
        "2025.1.20",
        "2025-01-20",
        "2025年1月\n20日",
    ],
)
def test_notations(text: str) -> None:
    assert [found.value for found in dates(f"某局\n{text}")] == [date(2025, 1, 20)]


@pytest.mark.parametrize(
    "text", ["2025年1月20日12时", "2025-01-20T10:00", "2025-01-20 10:00", "2025年1月20 附件"]
)
def test_what_follows_a_date(text: str) -> None:
    assert [found.value for found in dates(text)] == [date(2025, 1, 20)]


@pytest.mark.parametrize(
    "text",
    [
        "202111日",
        "2025年13月2日",
        "2025年2月30日",
        "2025年1月",
        "2025年1月2l日",
        "2025年1月3□日",
        "2025年1月2？日",
    ],
)
def test_damaged_dates_are_none(text: str) -> None:
    assert dates(text) == []
