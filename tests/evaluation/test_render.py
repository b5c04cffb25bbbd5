"""The renderer: every format that needs no other program, and what is committed."""

from __future__ import annotations

import io
import re
from collections import Counter
from pathlib import Path

import docx
import pandas
import pytest

from evaluation.gold import Render, gold_paths, load_report, load_reports
from evaluation.render.grid import Grid
from evaluation.render.index import RENDERED, committed
from evaluation.render.layout import Block, Para
from evaluation.render.numbering import numbered
from evaluation.render.producers import BY_FOLDER, PRODUCERS, Job, Producer, job_of, produce
from evaluation.render.style import style_of

MAX_COMMITTED_BYTES = 35 * 1024 * 1024
OWN = [producer for producer in PRODUCERS if producer.needs is None]
REPORT = load_report(gold_paths("dev")[0])


@pytest.fixture(scope="module")
def jobs() -> list[Job]:
    """One report in several styles."""
    return [job_of(REPORT, variation) for variation in range(6)]


def _values(job: Job) -> list[str]:
    return [c.text for b in job.blocks if isinstance(b, Grid) for c in b.cells if c.role == "value"]


@pytest.mark.parametrize("producer", OWN, ids=lambda producer: producer.folder)
def test_a_file_for_every_job(producer: Producer, jobs: list[Job], tmp_path: Path) -> None:
    produce(producer, jobs, tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == sorted(f"{job.stem}.{producer.format}" for job in jobs)
    assert all((tmp_path / name).stat().st_size for name in names)


@pytest.mark.parametrize("folder", ["txt-cells", "txt-grid", "txt-word", "md-pipes"])
def test_text_has_every_paragraph_and_value_once(
    folder: str, jobs: list[Job], tmp_path: Path
) -> None:
    produce(BY_FOLDER[folder], jobs, tmp_path)
    for job in jobs:
        data = (tmp_path / f"{job.stem}.{BY_FOLDER[folder].format}").read_bytes()
        encoding = job.style.txt_encoding if folder.startswith("txt") else "utf-8"
        text = data.decode(encoding).replace("\\.", ".")
        paragraphs = [block.text for block in job.blocks if not isinstance(block, Grid)]
        assert [line for line in paragraphs if line not in text] == []
        cells = Counter(part.strip() for part in re.split(r"[\t\n|]", text))
        expected = Counter(value for value in _values(job) if value)
        assert all(cells[value] >= count for value, count in expected.items())


def test_every_gold_value_stands_in_the_grids() -> None:
    for report in load_reports():
        job = job_of(report)
        tables = report.gold.raw_tables().values()
        expected = [text for rows in tables for row in rows.values() for text in row.values()]
        assert sorted(_values(job)) == sorted(expected), report.gold.id


def test_grids_have_no_holes_and_no_overlaps() -> None:
    for job in (job_of(REPORT, variation) for variation in range(12)):
        for grid in (block for block in job.blocks if isinstance(block, Grid)):
            area = sum(cell.row_span * cell.column_span for cell in grid.cells)
            assert area == grid.n_rows * grid.n_columns
            assert all(len(row) == grid.n_columns for row in grid.covering())
            assert sum(grid.widths) == pytest.approx(100)


def test_docx_is_read_by_python_docx(jobs: list[Job], tmp_path: Path) -> None:
    produce(BY_FOLDER["docx"], jobs, tmp_path)
    for job in jobs:
        document = docx.Document(str(tmp_path / f"{job.stem}.docx"))
        grids = [block for block in job.blocks if isinstance(block, Grid)]
        for table, grid in zip(document.tables, grids, strict=True):
            texts = [[cell.text for cell in row.cells] for row in table.rows]
            assert texts == [[cell.text for cell in row] for row in grid.covering()]


def test_html_is_read_by_pandas(jobs: list[Job], tmp_path: Path) -> None:
    produce(BY_FOLDER["html-page"], jobs, tmp_path)
    for job in jobs:
        text = (tmp_path / f"{job.stem}.html").read_text("utf-8")
        frames = pandas.read_html(io.StringIO(text), flavor="lxml", header=None)
        grids = [block for block in job.blocks if isinstance(block, Grid)]
        assert [frame.shape[1] for frame in frames] == [grid.n_columns for grid in grids]


def test_numbers_that_word_writes_are_left_out_of_the_text() -> None:
    blocks = job_of(REPORT).blocks
    for level, block in numbered(blocks):
        if level == 0:
            assert not isinstance(block, Grid)
            assert not block.text.startswith(("一、", "二、", "三、"))
    assert any(level == 0 for level, _ in numbered(blocks))


def test_a_style_is_drawn_from_the_id_alone() -> None:
    assert style_of(REPORT.gold) == style_of(REPORT.gold)
    assert len({style_of(REPORT.gold, variation) for variation in range(10)}) > 5


def test_the_gold_decides_what_it_asks_for() -> None:
    asked = Render(labels="none", brackets="half", fuse=True, size=16)
    style = style_of(REPORT.gold.model_copy(update={"render": asked}))
    assert (style.labels, style.brackets, style.fuse, style.size) == ("none", "half", True, 16)


def test_many_layouts_occur() -> None:
    styles = [style_of(report.gold) for report in load_reports()]
    for name in ("labels", "brackets", "head_fill", "footer", "repeat_header", "fuse", "narrow"):
        assert len({getattr(style, name) for style in styles}) > 1, name


def test_the_index_names_exactly_the_committed_files() -> None:
    named = {rendering.file for rendering in committed()}
    files = [path for path in RENDERED.rglob("*") if path.is_file() and path.name != "index.json"]
    assert named == {path.relative_to(RENDERED).as_posix() for path in files}
    assert sum(path.stat().st_size for path in files) < MAX_COMMITTED_BYTES


def test_every_report_is_committed_in_every_producer_that_keeps_it() -> None:
    named = {rendering.file for rendering in committed()}
    for report in load_reports():
        for producer in PRODUCERS:
            file = f"{producer.folder}/{report.gold.id}.{producer.format}"
            assert (file in named) == producer.keeps(report.gold.id)


@pytest.mark.parametrize("folder", ["docx", "html-page", "html-site", "txt-cells", "md-pipes"])
def test_committed_files_are_what_the_renderer_writes_today(folder: str, tmp_path: Path) -> None:
    report = next(one for one in load_reports() if BY_FOLDER[folder].keeps(one.gold.id))
    job = job_of(report)
    produce(BY_FOLDER[folder], [job], tmp_path)
    name = f"{job.stem}.{BY_FOLDER[folder].format}"
    assert (tmp_path / name).read_bytes() == (RENDERED / folder / name).read_bytes()


def test_a_number_under_an_unnumbered_heading_stays_in_the_text() -> None:
    blocks: list[Block] = [Para("section", "总体情况"), Para("paragraph", "（一）主动公开。")]
    assert [level for level, _ in numbered(blocks)] == [None, None]
    blocks[0] = Para("section", "一、总体情况")
    assert [level for level, _ in numbered(blocks)] == [0, 1]
