"""Assembled reports can be read, differ, and hold together; the benchmark computes what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from evaluation import benchmark, kills
from evaluation.assembled import MIX, Numbered, ensure, folders, planned, print_by_libreoffice
from evaluation.assembling.agencies import agency
from evaluation.assembling.report import assembled
from evaluation.benchmark import Sized, growth, rate, ratio, verdict
from evaluation.kills import KillsError
from evaluation.plain_read import main as plain_read
from evaluation.processes import ROOT, Watched, proportional_kb, tree, watch
from evaluation.render import programs
from extractor.outputs.names import OUTPUTS
from extractor.pipeline import extract

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
# One report of each format twice, in the order of the mix.
COUNT = 10


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Numbered]:
    found = planned(COUNT, tmp_path_factory.mktemp("assembled"))
    if programs.soffice() is None:
        found = [file for file in found if file.format != "doc"]
    ensure(found, wrong_one_in=0)
    return found


def test_every_format_is_read_with_its_tables(files: list[Numbered]) -> None:
    for file in files:
        record = extract(file.path)
        wanted = assembled(file.number).gold
        assert record.status == "ok", file.path.name
        assert record.source.format == file.format
        assert (record.meta.agency, record.meta.year) == (wanted.meta.agency, wanted.meta.year)
        read = record.tables.model_dump()
        assert all(read[key] for key in ("disclosure", "applications", "disputes"))
        printed = wanted.raw_tables()["applications"]["total"]["total"]
        assert read["applications"]["rows"]["total"][-1] == int(printed)
        assert [flag.code for flag in record.flags if flag.code[0] == "T"] == []


def test_a_wrong_total_is_found(tmp_path: Path) -> None:
    file = Numbered(0, tmp_path / "00000.html")
    ensure([file], wrong_one_in=1)
    assert "T202" in [flag.code for flag in extract(file.path).flags]


def test_a_set_has_its_mix_and_grows(tmp_path: Path) -> None:
    mix = Counter(file.format for file in planned(1000, tmp_path))
    assert mix == {"html": 400, "pdf": 300, "docx": 200, "doc": 100}
    assert Counter(MIX) == {"html": 4, "pdf": 3, "docx": 2, "doc": 1}
    assert planned(100, tmp_path) == planned(1000, tmp_path)[:100]
    assert [folder.name for folder in folders(300, tmp_path)] == ["000", "001", "002"]


def test_what_is_there_is_not_written_again(files: list[Numbered]) -> None:
    before = files[0].path.stat().st_mtime_ns
    ensure(files)
    assert files[0].path.stat().st_mtime_ns == before


def test_reports_differ_but_not_from_themselves() -> None:
    first = [assembled(number) for number in range(200)]
    assert len({report.gold.meta.agency for report in first}) == 200
    assert len({tuple(report.prose) for report in first}) == 200
    assert assembled(7) == first[7]
    assert assembled(7, seed=1).prose != first[7].prose


def test_no_agency_occurs_twice() -> None:
    assert len({agency(number).name for number in range(10_000)}) == 10_000


@pytest.mark.skipif(programs.soffice() is None, reason="needs LibreOffice")
def test_libreoffice_prints_some(tmp_path: Path) -> None:
    (path,) = print_by_libreoffice(1, tmp_path)
    assert extract(path).status == "ok"


def test_figures_of_the_benchmark() -> None:
    assert ratio([2.0, 100.0, 1.0], [8.0, 9.0, 8.0]) == 0.25
    assert rate(30, 13.0, 3.0) == 3.0
    assert rate(30, 3.0, 2.9) is None
    smaller, larger = Sized(1000, Watched(peak_kb=5000)), Sized(3000, Watched(peak_kb=9000))
    assert growth(smaller, larger) == 2.0
    assert verdict(0.4, 0.35, at_most=True) == "goal <= 0.35: missed"
    assert verdict(1.8, 1.7, at_most=False) == "goal >= 1.7: met"


def test_a_size_must_fill_its_folders() -> None:
    with pytest.raises(SystemExit):
        benchmark.main(["--sizes", "150"])


def test_the_plain_read_opens_its_files(files: list[Numbered], tmp_path: Path) -> None:
    pdf = next(file.path for file in files if file.format == "pdf")
    assert plain_read([str(pdf)]) == 0
    with pytest.raises(FileNotFoundError):
        plain_read([str(tmp_path / "none.pdf")])


def test_a_tree_is_all_that_descends() -> None:
    assert sorted(tree(2, {1: 0, 2: 1, 3: 2, 4: 3, 5: 1})) == [2, 3, 4]


@LINUX
def test_memory_of_children_is_seen() -> None:
    child = "import time; x = bytearray(60 * 2**20); time.sleep(2)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    seen = watch([sys.executable, "-c", parent], every=0.05)
    assert seen.peak_workers_kb > 60 * 1024
    assert seen.peak_main_kb < 60 * 1024
    assert seen.peak_kb >= seen.peak_workers_kb
    assert proportional_kb(os.getpid()) > 1024


def test_a_command_that_fails_is_no_measurement() -> None:
    with pytest.raises(RuntimeError, match="ended with 5"):
        watch([sys.executable, "-c", "raise SystemExit(5)"])


class TestKills:
    """The judge itself: it must see what a broken run would leave."""

    # Takes half a second; writes all outputs; {extra} is what it leaves wrong when started again.
    SCRIPT = """
import json, pathlib, shutil, sys, time
out = pathlib.Path(sys.argv[1]); work = out / ".nianjian"; work.mkdir(parents=True, exist_ok=True)
mark = out.parent / "mark"
with (work / "journal.jsonl").open("a") as journal: journal.write("one\\ntwo\\n")
time.sleep(0.5)
again = mark.exists(); mark.touch()
lines = [json.dumps({"source": {"path": name}}) for name in ("a", "b")]
if again and sys.argv[2] == "twice": lines.append(lines[0])
for name in %r:
    text = "\\n".join(lines) if name == "reports.jsonl" else name
    if again and sys.argv[2] == "bytes" and name == "flags.csv": text += "!"
    (out / name).write_text(text)
shutil.rmtree(work)
"""

    def run(self, tmp_path: Path, fault: str) -> kills.Told:
        script = self.SCRIPT % (OUTPUTS,)
        out = tmp_path / "out"
        command = [sys.executable, "-c", script, str(out), fault]
        return kills.kill_again_and_again(command, out, {"a", "b"}, 3, Random(2))

    def test_good_outputs_pass(self, tmp_path: Path) -> None:
        told = self.run(tmp_path, "none")
        assert told.total == 3
        assert told.rounds >= 1
        assert told.starts >= told.rounds + told.kills["group"] + told.kills["main"]

    def test_another_byte_is_seen(self, tmp_path: Path) -> None:
        with pytest.raises(KillsError, match=r"flags\.csv differs"):
            self.run(tmp_path, "bytes")

    def test_a_report_twice_is_seen(self, tmp_path: Path) -> None:
        with pytest.raises(KillsError, match=r"reports\.jsonl differs"):
            self.run(tmp_path, "twice")

    def test_a_missing_report_is_seen_in_the_undisturbed_run(self, tmp_path: Path) -> None:
        out = tmp_path / "out"
        command = [sys.executable, "-c", self.SCRIPT % (OUTPUTS,), str(out), "none"]
        with pytest.raises(KillsError, match="not each report once"):
            kills.kill_again_and_again(command, out, {"a", "b", "c"}, 1, Random(2))

    def test_a_failing_run_is_seen(self, tmp_path: Path) -> None:
        command = [sys.executable, "-c", "raise SystemExit(1)"]
        with pytest.raises(KillsError, match="ended with 1"):
            kills.kill_again_and_again(command, tmp_path / "out", {"a"}, 1, Random(2))


@pytest.mark.parametrize(
    ("what", "options", "told"),
    [("benchmark", ["--sizes", "150"], "multiples of 100"), ("kills", ["--kills", "x"], "invalid")],
)
def test_evaluate_knows_both(what: str, options: list[str], told: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "extractor", "evaluate", what, *options],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 2
    assert told in done.stderr
