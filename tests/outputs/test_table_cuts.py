"""The rows and cells that a finding about a table shows."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.outputs.table_cuts import cut
from tests.outputs.page_records import flag, with_tables


def shown(code: str, place: str | None) -> list[Any] | None:
    own = flag(code=code, place=place)
    told = cut(with_tables(own), own)
    return told and list(told)


def rows(told: list[Any] | None) -> list[str]:
    return [row[0] for row in told[2]] if told else []


def wrong(told: list[Any] | None) -> list[tuple[str, str]]:
    return [(told[2][row][0], told[1][column]) for row, column in told[3]] if told else []


def test_a_failing_total_is_shown_with_its_outcomes() -> None:
    told = shown("T203", "表三·三（七）·自然人")
    assert rows(told) == ["granted", "partial", "total"]
    assert wrong(told) == [("total", "individual")]
    assert told is not None
    assert told[2][-1] == ["total", "5", "0", "0", "0", "0", "0", "0"]


def test_a_failing_flow_is_shown_with_its_four_rows() -> None:
    told = shown("T201", "表三·一·自然人")
    assert rows(told) == ["new", "carried_in", "total", "carried_out"]
    assert wrong(told) == [("new", "individual")]


def test_several_rows_and_columns_are_marked() -> None:
    told = shown("T202", "表三·三（一）、三（二）·总计")
    assert wrong(told) == [("granted", "total"), ("partial", "total")]
    told = shown("T205", "表三·四·自然人、商业企业")
    assert wrong(told) == [("carried_out", "individual"), ("carried_out", "business")]


@pytest.mark.parametrize(
    "place",
    [
        "表四·行政复议·总计、表四·未经复议直接起诉·总计",
        "表四·行政复议·总计与表四·未经复议直接起诉·总计",
    ],
)
def test_several_places_of_one_table(place: str) -> None:
    assert wrong(shown("C303", place)) == [("review", "total"), ("suit_direct", "total")]


@pytest.mark.parametrize(
    "place",
    [None, "", "落款", "表三", "表三·不认识的行·总计", "表二·（一）规章·现行有效件数", "表九·一"],
)
def test_places_that_name_no_cell_show_no_table(place: str | None) -> None:
    assert shown("T202", place) is None
