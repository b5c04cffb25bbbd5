"""The main job: complete, in a fixed order, unharmed by bad files and breaks."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from extractor.batch import run as batch
from extractor.batch.finish import Tally
from extractor.batch.run import Options, score
from extractor.batch.workplace import WORK, WorkplaceError
from extractor.cli.listeners import Silent
from extractor.decisions.store import default_store
from extractor.outputs.names import OUTPUTS
from extractor.pipeline import DEFAULT_SETUP
from tests.batch import work_that_fails
from tests.batch.reports import written
from tests.commands import rows


def folder(tmp_path: Path) -> Path:
    """Six reports: one with a wrong table, one broken, one twice, one no report."""
    reports = tmp_path / "年报 2023"
    written(reports / "甲县" / "档案局.txt", "甲县档案局")
    written(reports / "甲县" / "水利局.txt", "甲县水利局", wrong=3)
    written(reports / "乙县" / "档案局.txt", "乙县档案局")
    written(reports / "乙县" / "档案局（副本）.txt", "乙县档案局")
    (reports / "坏.pdf").write_bytes(b"%PDF-1.7 broken")
    (reports / "通知.txt").write_text("关于召开年度工作会议的通知", encoding="utf-8")
    return reports


def run(paths: list[Path], out: Path, **options: Any) -> Tally:
    made = Options(DEFAULT_SETUP, default_store(), **options)
    return score(paths, out, made, Silent())


def contents(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in OUTPUTS}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Tally]:
    base = tmp_path_factory.mktemp("batch")
    reports, out = folder(base), base / "结果"
    return reports, out, run([reports], out, jobs=2)


def test_every_file_has_its_row(undisturbed: tuple[Path, Path, Tally]) -> None:
    _, out, tally = undisturbed
    status = {row["文件"]: row["状态"] for row in rows(out / "reports.csv")}
    assert status == {
        "甲县/档案局.txt": "已评",
        "甲县/水利局.txt": "已评",
        "乙县/档案局.txt": "已评",
        "乙县/档案局（副本）.txt": "已评",
        "坏.pdf": "失败",
        "通知.txt": "非年报",
    }
    assert tally.status == {"ok": 4, "failed": 1, "not_a_report": 1}


def test_the_worst_report_stands_first(undisturbed: tuple[Path, Path, Tally]) -> None:
    _, out, _ = undisturbed
    assert rows(out / "reports.csv")[0]["文件"] == "甲县/水利局.txt"
    flags = rows(out / "flags.csv")
    own = [row for row in flags if row["文件"] == "甲县/水利局.txt"]
    assert flags[: len(own)] == own
    assert "T203" in {row["代码"] for row in own}
    severities = ["错误", "警告", "提示"]
    order = [severities.index(row["严重程度"]) for row in own]
    assert order == sorted(order)


def test_the_record_lines_stand_in_the_order_of_the_paths(
    undisturbed: tuple[Path, Path, Tally],
) -> None:
    _, out, _ = undisturbed
    lines = (out / "reports.jsonl").read_text("utf-8").splitlines()
    paths = [json.loads(line)["source"]["path"] for line in lines]
    assert paths == sorted(paths)
    assert len(paths) == 6


def test_points_add_up_to_what_is_lost(undisturbed: tuple[Path, Path, Tally]) -> None:
    _, out, _ = undisturbed
    lost: dict[str, float] = {}
    for row in rows(out / "flags.csv"):
        lost[row["文件"]] = lost.get(row["文件"], 0) + float(row["扣分"] or 0)
    for row in rows(out / "reports.csv"):
        if row["状态"] == "已评":
            assert float(row["总分"]) == pytest.approx(100 - lost.get(row["文件"], 0))


def test_a_copy_is_told_once_with_its_first(undisturbed: tuple[Path, Path, Tally]) -> None:
    _, out, _ = undisturbed
    told = [row for row in rows(out / "flags.csv") if row["代码"] == "P107"]
    assert [row["文件"] for row in told] == ["乙县/档案局（副本）.txt"]
    assert "乙县/档案局.txt" in told[0]["说明"]


def test_the_workbook_holds_the_same_rows(undisturbed: tuple[Path, Path, Tally]) -> None:
    _, out, _ = undisturbed
    sheet = openpyxl.load_workbook(out / "flags.xlsx").active
    assert sheet is not None
    table = [[str(cell) if cell is not None else "" for cell in row] for row in sheet.values]
    plain = [list(row.values()) for row in rows(out / "flags.csv")]
    assert table[0] == list(rows(out / "flags.csv")[0])
    assert [row[0] for row in table[1:]] == [row[0] for row in plain]
    assert [row[10] for row in table[1:]] == [row[10].removeprefix("'") for row in plain]
    assert sheet.freeze_panes == "B2"
    assert "属实,误报,待定" in sheet.data_validations.dataValidation[0].formula1


def test_nothing_unfinished_is_left(undisturbed: tuple[Path, Path, Tally]) -> None:
    _, out, _ = undisturbed
    assert sorted(path.name for path in out.iterdir()) == sorted(OUTPUTS)


def test_the_same_bytes_whatever_the_jobs(
    undisturbed: tuple[Path, Path, Tally], tmp_path: Path
) -> None:
    reports, out, _ = undisturbed
    run([reports], tmp_path / "o", jobs=1)
    assert contents(tmp_path / "o") == contents(out)


def test_what_was_done_before_a_break_is_not_done_again(
    undisturbed: tuple[Path, Path, Tally], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports, out, _ = undisturbed

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(batch, "finish", stop)
        with pytest.raises(KeyboardInterrupt):
            run([reports], tmp_path / "o")
    assert not (tmp_path / "o" / "reports.csv").exists()
    started: list[tuple[int, int]] = []
    listener = Silent()
    monkeypatch.setattr(listener, "started", lambda total, done: started.append((total, done)))
    score([reports], tmp_path / "o", Options(DEFAULT_SETUP, default_store()), listener)
    assert started == [(6, 6)]
    assert contents(tmp_path / "o") == contents(out)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL here")
def test_killed_at_ten_moments_it_ends_with_the_same_bytes(
    undisturbed: tuple[Path, Path, Tally], tmp_path: Path
) -> None:
    reports, out, _ = undisturbed
    command = [sys.executable, "-m", "extractor", "score", str(reports), "-j", "2", "--out"]
    for kill in range(10):
        process = subprocess.Popen([*command, str(tmp_path / "o")], stderr=subprocess.DEVNULL)
        time.sleep(0.4 + kill * 0.35)
        process.kill()
        process.wait()
    subprocess.run([*command, str(tmp_path / "o")], check=False, stderr=subprocess.DEVNULL)
    assert contents(tmp_path / "o") == contents(out)


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_bad_files_cost_only_themselves(tmp_path: Path) -> None:
    for name in ("a", "crash", "b", "hang"):
        written(tmp_path / "in" / f"{name}.txt", f"{name}县档案局")
    tally = run([tmp_path / "in"], tmp_path / "o", jobs=2, seconds=8.0, work=work_that_fails.work)
    assert tally.status == {"ok": 2, "failed": 2}
    told = {row["文件"]: row["说明"] for row in rows(tmp_path / "o" / "reports.csv")}
    assert "超过 8 秒" in told["hang.txt"]
    assert "意外退出" in told["crash.txt"]


def earlier(out: Path) -> dict[str, bytes]:
    out.mkdir()
    for name in OUTPUTS:
        (out / name).write_text(f"earlier {name}", encoding="utf-8")
    return contents(out)


def test_a_full_disk_is_told_and_earlier_results_stay(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "in" / "a.txt")
    before = earlier(tmp_path / "o")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(batch, "finish", full)
        with pytest.raises(WorkplaceError, match="磁盘已满"):
            run([tmp_path / "in"], tmp_path / "o")
    assert contents(tmp_path / "o") == before


def test_a_locked_csv_is_told_before_any_work_and_nothing_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(tmp_path / "in" / "a.txt")
    before = earlier(tmp_path / "o")
    real = Path.open

    def locked(self: Path, mode: str = "r", *args: Any, **more: Any) -> Any:
        if self.name == "flags.csv" and "+" in mode:
            raise PermissionError(errno.EACCES, "locked")
        return real(self, mode, *args, **more)

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(WorkplaceError, match=r"flags\.csv 正被其他程序"):
        run([tmp_path / "in"], tmp_path / "o")
    monkeypatch.undo()
    assert contents(tmp_path / "o") == before


def test_an_out_that_is_a_file_is_told(tmp_path: Path) -> None:
    written(tmp_path / "in" / "a.txt")
    (tmp_path / "o").write_text("x", encoding="utf-8")
    with pytest.raises(WorkplaceError):
        run([tmp_path / "in"], tmp_path / "o")


def test_two_runs_do_not_share_a_folder(tmp_path: Path) -> None:
    from filelock import FileLock

    written(tmp_path / "in" / "a.txt")
    (tmp_path / "o" / WORK).mkdir(parents=True)
    lock = FileLock(tmp_path / "o" / WORK / "lock")
    with lock, pytest.raises(WorkplaceError, match="另一个"):
        run([tmp_path / "in"], tmp_path / "o")
