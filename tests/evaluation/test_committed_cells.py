"""Every printed cell of every committed rendering, in every format: all right, none unread."""

from __future__ import annotations

import pytest

from evaluation.compare import Score, score_tables
from evaluation.gold import load_reports
from evaluation.render.index import committed
from evaluation.render.producers import PRODUCERS
from extractor.pipeline import extract
from extractor.reading import office


@pytest.mark.parametrize("kind", [producer.folder for producer in PRODUCERS])
def test_every_cell_is_right(kind: str) -> None:
    if kind == "rtf" and not office.available():
        pytest.skip("LibreOffice is not installed: RTF cannot be read on this machine")
    reports = {report.gold.id: report for report in load_reports()}
    renderings = [rendering for rendering in committed() if rendering.kind == kind]
    assert len(renderings) >= 5
    total = Score()
    for rendering in renderings:
        total.add(score_tables(reports[rendering.report].gold, extract(rendering.path)))
    # Totals only: what is held back shows nothing but whether it is whole.
    assert (total.right, total.unread) == (total.cells, 0)
