"""The benchmark counts what it should: a wrong cell, an unread one, a lost or foreign paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.compare import score_tables, score_text
from evaluation.gold import gold_paths, load_report
from evaluation.judge import _is_part, _without_repeated_header
from evaluation.render.producers import BY_FOLDER, job_of, produce
from extractor.pipeline import extract
from extractor.reading import read
from extractor.reading.document import Document, Paragraph
from extractor.report.record import Record

JOB = job_of(load_report(gold_paths("dev")[0]))
CELLS = sum(len(row) for rows in JOB.report.gold.raw_tables().values() for row in rows.values())


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    produce(BY_FOLDER["html-page"], [JOB], folder)
    return folder / f"{JOB.stem}.html"


@pytest.fixture(scope="module")
def record(page: Path) -> Record:
    return extract(page)


def test_a_faithful_record_is_right_everywhere(record: Record) -> None:
    score = score_tables(JOB.report.gold, record)
    assert (score.cells, score.right, score.wrong, score.unread) == (CELLS, CELLS, 0, 0)


def test_wrong_and_unread_cells_are_told_apart(record: Record) -> None:
    table = record.tables.disputes
    assert table is not None
    raw = {row: dict(columns) for row, columns in table.raw.items()}
    raw["review"] |= {"upheld": "77", "total": None}
    changed = table.model_copy(update={"raw": raw})
    tables = record.tables.model_copy(update={"disputes": changed})
    score = score_tables(JOB.report.gold, record.model_copy(update={"tables": tables}))
    assert (score.right, score.wrong, score.unread) == (CELLS - 2, 1, 1)
    assert len(score.misses) == 2


def test_lost_and_foreign_paragraphs_are_counted(page: Path) -> None:
    document = read(page)
    blocks = [block for block in document.blocks if isinstance(block, Paragraph)]
    whole = score_text(JOB.blocks, document)
    assert whole.found == whole.paragraphs
    foreign = Paragraph("首页 > 政务公开", "首页 > 政务公开")
    changed = Document("html", (*blocks[1:], foreign))
    score = score_text(JOB.blocks, changed)
    assert (score.found, score.foreign) == (whole.found - 1, whole.foreign + 1)


def test_the_judge_drops_a_repeated_header_only() -> None:
    header = [("申请人情况",), ("自然人", "总计")]
    before = [("规章", "1"), *header, ("一、本年新收", "1", "1")]
    assert _without_repeated_header([*header, ("四、结转", "0")], before) == [("四、结转", "0")]
    assert _without_repeated_header([("规章", "1")], before) == [("规章", "1")]


def test_the_judge_tells_loss_from_contradiction() -> None:
    assert _is_part(["1", "3"], ["1", "2", "3"])
    assert not _is_part(["3", "1"], ["1", "2", "3"])
