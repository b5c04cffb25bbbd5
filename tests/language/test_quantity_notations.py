"""Notations of numbers that a plain pattern misreads."""

from __future__ import annotations

import pytest

from extractor.language.quantities import quantities


@pytest.mark.parametrize(
    ("text", "value", "approx", "printed"),
    [
        ("全年发布政府信息计 1 046 条。", 1046, False, "1 046 条"),
        ("张贴名单 1 900 余份", 1900, True, "1 900 余份"),
        ("访问 12 345 678 次", 12345678, False, "12 345 678 次"),
        ("2023 年 208 条", 208, False, "208 条"),
        ("第 1 项 208 条", 208, False, "208 条"),
        ("发布数十条", 10, True, "数十条"),
        ("发布几百条", 100, True, "几百条"),
        ("发布上千条", 1000, True, "上千条"),
        ("收取 3 笔", 3, False, "3 笔"),
    ],
)
def test_reads_the_number(text: str, value: float, approx: bool, printed: str) -> None:
    found = quantities(text)[-1]
    assert (found.value, found.approx, found.text) == (value, approx, printed)
