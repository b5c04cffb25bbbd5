"""One report from path to record, when all goes well and when our own code fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor import pipeline


@pytest.mark.parametrize("stage", ["read_report", "run_checks", "scored"])
def test_a_mistake_of_ours_costs_one_report_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    def fails(*_: object) -> None:
        raise KeyError("total")

    monkeypatch.setattr(pipeline, stage, fails)
    path = tmp_path / "某局年报.txt"
    path.write_text("一、总体情况\n正文", encoding="utf-8")
    record = pipeline.extract(path)
    assert record.status == "failed"
    assert record.error is not None
    assert "KeyError" in record.error.message
