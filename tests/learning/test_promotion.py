"""Promotion and rollback: which model is in use, in the product and in its workers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.language.classify import in_use
from extractor.language.classify.folder import ModelError, read_manifest
from extractor.language.classify.in_use import folder_of, promoted
from extractor.language.classify.linear import WEIGHTS
from extractor.language.classify.shipped import shipped_folder
from extractor.learning.retrain.promote import promote, rollback, versions
from tests.learning.toy_models import variant


def test_rollback_undoes_promotion_whatever_came_before(model: Path, tmp_path: Path) -> None:
    models = tmp_path / "models"
    made = [variant(model, tmp_path / f"m{n}", float(n)) for n in range(3)]
    for folder, name in [*made, made[0]]:
        before = (folder_of(models), promoted(models))
        promote(models, folder, name)
        assert folder_of(models).name == name
        rollback(models)
        assert (folder_of(models), promoted(models)) == before
        promote(models, folder, name)
    assert [v.name for v in versions(models) if v.in_use] == [made[0][1]]
    assert len(versions(models)) == 4
    for _ in range(4):
        rollback(models)
    assert folder_of(models) == shipped_folder()
    with pytest.raises(ModelError, match="没有可退回"):
        rollback(models)


def test_rollback_passes_over_a_damaged_version(model: Path, tmp_path: Path) -> None:
    made = [variant(model, tmp_path / f"m{n}", float(n)) for n in range(3)]
    for folder, name in made:
        promote(tmp_path, folder, name)
    (tmp_path / "versions" / made[1][1] / WEIGHTS).unlink()
    now, damaged = rollback(tmp_path)
    assert now.name == made[0][1]
    assert damaged == [made[1][1]]


def test_the_promoted_model_reads_reports_and_stands_in_the_record(
    in_models: tuple[Path, str], tmp_path: Path
) -> None:
    def read() -> str:
        told = CliRunner().invoke(main, ["extract", str(tmp_path / "报告.txt")])
        return str(json.loads(told.stdout)["tool"]["model"])

    assert read() == in_models[1]
    rollback(in_use.models_folder())
    assert read() == read_manifest(shipped_folder())["hash"]


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_workers_use_the_model_of_their_run(
    method: str, in_models: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIANJIAN_START_METHOD", method)
    out = tmp_path / "out"
    told = CliRunner().invoke(
        main, ["score", str(tmp_path / "报告.txt"), "--out", str(out), "-j", "1"]
    )
    assert told.exit_code == 0, told.stderr
    record = json.loads((out / "reports.jsonl").read_text(encoding="utf-8"))
    assert record["tool"]["model"] == in_models[1]
    # The toy knows only what it learned: the shipped model answers otherwise.
    toy = [(s["topic"], s["confidence"]) for s in record["sentences"]]
    rollback(in_use.models_folder())
    CliRunner().invoke(main, ["score", str(tmp_path / "报告.txt"), "--out", str(out), "-j", "1"])
    record = json.loads((out / "reports.jsonl").read_text(encoding="utf-8"))
    assert toy != [(s["topic"], s["confidence"]) for s in record["sentences"]]
