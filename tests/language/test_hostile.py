"""No text makes the language components slow: a broken file may hold anything."""

from __future__ import annotations

import time

import pytest

from extractor.language.pipeline import GROUPS
from extractor.language.sentences import sentences

# Each takes some hundredths of a second; a quadratic pattern took minutes.
SECONDS = 3.0
TEXTS = {
    "blanks": " " * 100_000,
    "digits": "1" * 100_000,
    "numerals": "百" * 100_000,
    "ones": "一" * 100_000,
    "dates": "2024年1月20日" * 10_000,
    "titles": "《" * 50_000,
    "brackets": "（" * 50_000,
    "thousands": "1,234," * 15_000,
    "agencies": "县局" * 40_000,
}


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("text", TEXTS)
def test_time_is_bounded(group: str, text: str) -> None:
    start = time.process_time()
    GROUPS[group](TEXTS[text])
    assert time.process_time() - start < SECONDS


def _seconds(text: str) -> float:
    """The least of five runs: what else the machine does only adds."""
    least = SECONDS
    for _ in range(5):
        start = time.process_time()
        sentences(text)
        least = min(least, time.process_time() - start)
    return least


@pytest.mark.parametrize("piece", ["（甲", "“甲。", "《“【甲", "（甲”"])
def test_open_brackets_cost_no_more_than_their_number(piece: str) -> None:
    few, many = _seconds(piece * 5_000), _seconds(piece * 40_000)
    # Eight times as much costs about eight times the time; a quadratic pattern, sixty-four times.
    assert many < 30 * few


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到“甲。乙”的申请。丙。", ["收到“甲。乙”的申请。", "丙。"]),
        ("（甲。“乙。）丙。丁。", ["（甲。“乙。）", "丙。", "丁。"]),
        ("（甲。乙。", ["（甲。", "乙。"]),
    ],
)
def test_stops_within_pairs(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in sentences(text)] == expected
