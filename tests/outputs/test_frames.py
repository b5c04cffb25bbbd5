"""The results as pandas tables, and the same as Parquet."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import extractor
from extractor.batch.run import Options, score
from extractor.cli.listeners import Silent
from extractor.outputs.frames import COLUMNS, Frames, write_parquet
from extractor.pipeline import DEFAULT_SETUP
from tests.batch.reports import written


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("frames")
    written(base / "in" / "a.txt", "甲县档案局", count=1234)
    written(base / "in" / "b.txt", "乙县水利局", 2022, wrong=2)
    (base / "in" / "坏.pdf").write_bytes(b"%PDF-1.4 broken")
    score(
        [base / "in"],
        base / "out",
        Options(DEFAULT_SETUP, base / "store", jobs=1, tables=True),
        Silent(),
    )
    return base / "out"


@pytest.fixture(scope="module")
def loaded(results: Path) -> Frames:
    return extractor.load(results)


def test_a_report_a_row_the_unread_too(loaded: Frames) -> None:
    reports = loaded.reports.set_index("path")
    assert list(reports["status"]) == ["ok", "ok", "failed"]
    assert reports.loc["b.txt", "year"] == 2022
    assert reports.loc["坏.pdf", "error"].startswith("P101")
    assert pd.isna(reports.loc["坏.pdf", "total"])
    assert reports.loc["b.txt", "tables"] < 25


def test_cells_are_as_printed_in_long_form(loaded: Frames) -> None:
    cells = loaded.cells.query("path == 'b.txt' and table == 'applications' and row == 'total'")
    assert list(cells["raw"]) == ["2", "1", "0", "0", "0", "0", "5"]
    assert list(cells["value"]) == [2, 1, 0, 0, 0, 0, 5]


def test_facts_know_their_name(loaded: Frames) -> None:
    facts = loaded.facts.query("path == 'a.txt' and fact == 'disclosure.total'")
    assert list(facts["value"]) == [1234]
    assert list(facts["text"]) == ["1234条"]


def test_flags_join_reports_and_carry_their_points(loaded: Frames) -> None:
    joined = loaded.flags.merge(loaded.reports[["path", "total"]], on="path")
    own = joined[joined["path"] == "b.txt"]
    assert "T203" in set(own["code"])
    assert own["points"].sum() == pytest.approx(100 - own["total"].iloc[0])


def test_parquet_is_the_same(results: Path, loaded: Frames) -> None:
    for name, frame in loaded._asdict().items():
        assert_frame_equal(pd.read_parquet(results / f"{name}.parquet"), frame)


def test_parquet_is_written_in_pieces(results: Path, loaded: Frames, tmp_path: Path) -> None:
    targets = {name: tmp_path / name for name in COLUMNS}
    write_parquet(results / "reports.jsonl", targets, chunk=1)
    assert_frame_equal(pd.read_parquet(tmp_path / "cells"), loaded.cells)
    assert_frame_equal(pd.read_parquet(tmp_path / "items"), loaded.items)


def test_columns_have_their_types_without_rows() -> None:
    from extractor.outputs.frames import frames

    empty = frames([])
    assert str(empty.reports["year"].dtype) == "Int64"
    assert list(empty.sentences.columns) == list(COLUMNS["sentences"])
