"""A command and everything it starts, watched from outside (Linux): time and memory."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PROC = Path("/proc")
# What the command returns when all went well, or when some inputs could not be read.
_DONE = (0, 3)


def score_command(paths: Sequence[Path], out: Path, jobs: int) -> list[str]:
    """The real `score`, with a store of verdicts of its own."""
    command = [sys.executable, "-m", "extractor", "score", *map(str, paths), "--out", str(out)]
    store = out.with_name(out.name + "-store.jsonl")
    return [*command, "--jobs", str(jobs), "--store", str(store), "--quiet"]


def tree(root: int, parents: dict[int, int] | None = None) -> list[int]:
    """The process and all that descend from it."""
    parents = _parents() if parents is None else parents
    found, left = [], [root]
    while left:
        found.append(left.pop())
        left += [pid for pid, parent in parents.items() if parent == found[-1]]
    return found


def _parents() -> dict[int, int]:
    found = {}
    for entry in _PROC.iterdir():
        if entry.name.isdigit() and (fields := _stat(int(entry.name))):
            found[int(entry.name)] = int(fields[1])
    return found


def _stat(pid: int) -> list[str]:
    """Fields of /proc/PID/stat from the state on; none if the process has ended."""
    try:
        return (_PROC / str(pid) / "stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return []


def proportional_kb(pid: int) -> int:
    """PSS: the process's own pages, and its share of those that several processes have."""
    try:
        text = (_PROC / str(pid) / "smaps_rollup").read_text()
    except OSError:  # it has ended
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line[:4] == "Pss:"), 0)


@dataclass(slots=True)
class Watched:
    """What a finished command took."""

    seconds: float = 0.0
    code: int = 0
    peak_kb: int = 0
    """Of all processes together at one moment."""
    peak_workers_kb: int = 0
    """The same without the first process."""
    peak_main_kb: int = 0

    def look(self, main: int, memory: Callable[[int], int]) -> None:
        """One sample of the whole tree."""
        pids = tree(main)
        kilobytes = {pid: memory(pid) for pid in pids}
        total = sum(kilobytes.values())
        self.peak_kb = max(self.peak_kb, total)
        self.peak_main_kb = max(self.peak_main_kb, kilobytes[main])
        self.peak_workers_kb = max(self.peak_workers_kb, total - kilobytes[main])


def watch(command: Sequence[str], every: float = 0.0) -> Watched:
    """Runs the command to its end; looks at it `every` seconds, or (0) not at all."""
    watched = Watched()
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    while every and process.poll() is None:
        watched.look(process.pid, proportional_kb)
        try:
            process.wait(every)
        except subprocess.TimeoutExpired:
            continue
    _, errors = process.communicate()
    watched.seconds = time.perf_counter() - start
    watched.code = process.returncode
    if watched.code not in _DONE:
        raise RuntimeError(f"{' '.join(command[:5])} … ended with {watched.code}: {errors[-800:]}")
    return watched
