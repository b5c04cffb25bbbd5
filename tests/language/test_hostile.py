"""No text makes the language components slow: a broken file may hold anything."""

from __future__ import annotations

import time

import pytest

from extractor.language.pipeline import GROUPS

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
