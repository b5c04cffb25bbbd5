"""Kill a running `score` again and again: what it ends with must not show it.

`python -m evaluation.kills [--kills 200]` scores a small mixed folder undisturbed, then again
while it kills: the whole process group (as a power cut would), the main process alone (as a closed
window would), or one of its workers (as a system short of memory would), at moments drawn at
random over the whole run. After each kill the same command is started again, until it ends by
itself; then its outputs must be those of the undisturbed run byte for byte, with each report
exactly once, and the next round begins.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Literal

from evaluation.assembled import Numbered, ensure, planned
from evaluation.processes import ROOT, score_command, tree
from evaluation.render import programs
from extractor.batch.workplace import WORK
from extractor.outputs.names import OUTPUTS

RESULTS = Path(__file__).parent / "results" / "kills.txt"
Target = Literal["group", "main", "worker"]
_TARGETS: tuple[Target, ...] = ("group", "group", "main", "worker")
# A run that takes so many times as long as an undisturbed one, and no less than this, hangs.
_HANGS, _HANGS_SECONDS = 10.0, 300.0
_POLL = 0.005
_LATE = 0.75
_REPORTS, _SEED = 24, 0


class KillsError(AssertionError):
    """The outputs show that a run was killed, or a run hangs."""


@dataclass(slots=True)
class Told:
    """What was done, and in which phase of the run it struck."""

    kills: Counter[str] = field(default_factory=Counter)
    phases: Counter[str] = field(default_factory=Counter)
    starts: int = 0
    rounds: int = 0

    @property
    def total(self) -> int:
        return sum(self.kills.values())


@dataclass(slots=True)
class Undisturbed:
    seconds: float
    working: float
    """Of these seconds, those after the first report was done."""
    outputs: dict[str, bytes]


def kill_again_and_again(
    command: list[str], out: Path, reports: set[str], kills: int, random: Random
) -> Told:
    """Rounds until `kills` have struck; a KillsError if any round's outputs show them."""
    wanted = _undisturbed(command, out)
    _check_once(wanted.outputs, reports)
    told = Told()
    while told.total < kills:
        shutil.rmtree(out, ignore_errors=True)
        _one_round(command, out, wanted, kills, random, told)
        for name, content in _outputs(out).items():
            if content != wanted.outputs[name]:
                raise KillsError(f"{name} differs after {told.total} kills")
        _check_once(_outputs(out), reports)
        if (out / WORK).exists():
            raise KillsError(f"{WORK} was left behind after {told.total} kills")
        told.rounds += 1
    return told


def _one_round(
    command: list[str], out: Path, wanted: Undisturbed, kills: int, random: Random, told: Told
) -> None:
    """Starts and kills until a run ends by itself."""
    while True:
        before = _left(out)
        process = _start(command)
        told.starts += 1
        # A worker that dies on a report twice in one run costs that report, rightly; so one each.
        worker_left = True
        struck = False
        while not struck:
            if told.total >= kills:
                _lets_end(process, max(_HANGS * wanted.seconds, _HANGS_SECONDS))
                return
            # Start-up is most of a short run: most kills wait until this run has done something.
            late = random.random() < _LATE
            reach = wanted.working if late else wanted.seconds
            begun = not late or _until(process, partial(_moved, out, before), _HANGS_SECONDS)
            if not begun or not _until(process, None, random.uniform(0, reach)):
                _lets_end(process, _HANGS_SECONDS)
                return
            target = random.choice(_TARGETS)
            if target == "worker":
                if worker_left and _kill_worker(process.pid, random):
                    worker_left = False
                    _count(told, target, out)
                continue
            _count(told, target, out)
            _kill(process, target)
            struck = True


def _count(told: Told, target: Target, out: Path) -> None:
    told.kills[target] += 1
    told.phases[phase(out)] += 1


def phase(out: Path) -> str:
    """How far a run has come, by what it has left in its folder."""
    if any((out / name).exists() for name in OUTPUTS):
        return "putting files in place or clearing up"
    writing, reports = _left(out)
    if writing:
        return "writing"
    return "reading, or starting again" if reports else "starting"


def _undisturbed(command: list[str], out: Path) -> Undisturbed:
    shutil.rmtree(out, ignore_errors=True)
    start = time.perf_counter()
    process = _start(command)
    _until(process, lambda: _left(out) != (False, 0), _HANGS_SECONDS)
    begun = time.perf_counter()
    _lets_end(process, _HANGS_SECONDS)
    end = time.perf_counter()
    return Undisturbed(end - start, end - begun, _outputs(out))


def _left(out: Path) -> tuple[bool, int]:
    """What a run leaves behind as it goes: outputs begun, and the reports in its journal."""
    work = out / WORK
    try:
        lines = (work / "journal.jsonl").read_bytes().count(b"\n")
    except FileNotFoundError:
        lines = 0
    return any(work.glob("*.part")), max(0, lines - 1)


def _moved(out: Path, before: tuple[bool, int]) -> bool:
    return _left(out) != before


def _start(command: list[str]) -> subprocess.Popen[str]:
    """In a process group of its own, so that a kill of all of it spares us."""
    return subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def _until(
    process: subprocess.Popen[str], event: Callable[[], bool] | None, seconds: float
) -> bool:
    """Waits for the event, or just so long; False if the process has ended by then."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        if process.poll() is not None:
            return False
        if event is not None and event():
            return True
        time.sleep(_POLL)
    return True


def _lets_end(process: subprocess.Popen[str], hangs: float) -> None:
    try:
        _, errors = process.communicate(timeout=hangs)
    except subprocess.TimeoutExpired:
        _kill(process, "group")
        raise KillsError(f"a run did not end within {hangs:.0f} s") from None
    if process.returncode:
        raise KillsError(f"a run that nobody killed ended with {process.returncode}: {errors}")


def _kill_worker(main: int, random: Random) -> bool:
    others = [pid for pid in tree(main) if pid != main]
    if not others:
        return False
    try:
        os.kill(random.choice(others), signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def _kill(process: subprocess.Popen[str], target: Target) -> None:
    if target == "group":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
    if process.stderr is not None:
        process.stderr.close()


def _outputs(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in OUTPUTS}


def _check_once(outputs: dict[str, bytes], reports: set[str]) -> None:
    """Each report has exactly one line."""
    lines = outputs["reports.jsonl"].decode().splitlines()
    found = Counter(json.loads(line)["source"]["path"] for line in lines)
    if found != Counter(reports):
        raise KillsError(f"not each report once: {found.most_common(3)} of {len(reports)}")


def _small_set(folder: Path, count: int) -> list[Numbered]:
    files = planned(count, folder)
    if programs.soffice() is None:
        files = [file for file in files if file.format != "doc"]
    ensure(files, _SEED, os.cpu_count() or 1)
    return files


def measure(kills: int, reports: int, seed: int, say: Callable[[str], None]) -> None:
    """Assemble, kill, and tell."""
    with tempfile.TemporaryDirectory(prefix="nianjian-kills-") as name:
        files = _small_set(Path(name) / "reports", reports)
        folder, out = files[0].path.parent, Path(name) / "out"
        command = score_command([folder], out, 2)
        names = {file.path.name for file in files}
        start = time.perf_counter()
        told = kill_again_and_again(command, out, names, kills, Random(seed))
        seconds = time.perf_counter() - start
    by_target = ", ".join(f"{target} {count}" for target, count in sorted(told.kills.items()))
    by_phase = ", ".join(f"{phase} {count}" for phase, count in told.phases.most_common())
    say(f"{told.total} kills of a run over {len(names)} reports with two jobs, seed {seed}")
    say(f"  struck: {by_target}")
    say(f"  while: {by_phase}")
    say(
        f"  {told.starts} starts, {told.rounds} rounds run to their end: all {told.rounds} "
        f"byte-identical to the undisturbed run, each report exactly once ({seconds:.0f} s)"
    )


def main(arguments: list[str] | None = None) -> int:
    """Kill runs; exit code 1 if an output shows it."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--reports", type=int, default=_REPORTS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--results", type=Path, help=f"default for 200 kills: {RESULTS.name}")
    options = parser.parse_args(arguments)
    lines: list[str] = []
    try:
        measure(options.kills, options.reports, options.seed, lines.append)
    except KillsError as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1
    print("\n".join(lines))
    results = options.results or (RESULTS if options.kills >= 200 else None)
    if results:
        results.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
