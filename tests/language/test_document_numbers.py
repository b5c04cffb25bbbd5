"""Document numbers and orders in their notations."""

from __future__ import annotations

import pytest

from extractor.language.titles import document_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("按照国办公开办函[2021]30号要求", ["国办公开办函〔2021〕30号"]),
        ("格式为国办公开办函〔2021〕30号文件", ["国办公开办函〔2021〕30号"]),
        ("（国务院令第711号）", ["国务院令第711号"]),
        ("（中华人民共和国国务院令 第711号）", ["国务院令第711号"]),
        ("（国务院令711号）", ["国务院令第711号"]),
        ("国务院第711号令", ["国务院令第711号"]),
        ("第711号国务院令", ["国务院令第711号"]),
        ("国令第711号", ["国令第711号"]),
        ("第三号通知", []),
    ],
)
def test_numbers(text: str, numbers: list[str]) -> None:
    assert [number.text for number in document_numbers(text)] == numbers
