"""What the whole pipeline costs: read, classify, check, score, write, as `score` does it.

`python -m evaluation.benchmark [--quick] [--sizes 100 1000 10000]` assembles reports (or takes
those that --folder holds already), runs the real command in processes of its own and writes
results/benchmark.txt. Times are wall-clock and contain the start of Python, on both sides of a
comparison, unless a line says otherwise.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from evaluation.assembled import Numbered, ensure, folders, planned, print_by_libreoffice
from evaluation.processes import ROOT, Watched, score_command, watch
from evaluation.render import programs

RESULTS = Path(__file__).parent / "results" / "benchmark.txt"
FOLDER = ROOT / "build" / "assembled"
RATIO_GOAL, TWO_JOBS_GOAL = 0.35, 1.7
WORKERS_GOAL_MB, GROWTH_GOAL_KB = 700, 3.0
# Growth is told from here on: before, caches and the allocator's pools are still filling.
GROWN_FROM = 1000
_LOOK_EVERY = 0.5


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured."""

    pdfs: int
    per_format: int
    repeats: int
    sizes: tuple[int, ...]
    folder: Path
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Sized:
    """A mixed batch of one size, run with two jobs."""

    reports: int
    run: Watched


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Of the medians: one run that a neighbour disturbed does not decide."""
    return statistics.median(ours) / statistics.median(theirs)


def rate(reports: int, seconds: float, start_up: float) -> float | None:
    """Reports a second once the command runs; None where the start took as long as the rest."""
    if seconds <= 1.2 * start_up:
        return None
    return reports / (seconds - start_up)


def growth(smaller: Sized, larger: Sized) -> float:
    """KB of peak memory, all processes together, for each further report."""
    further = larger.reports - smaller.reports
    return (larger.run.peak_kb - smaller.run.peak_kb) / further


def verdict(value: float, goal: float, *, at_most: bool) -> str:
    met = value <= goal if at_most else value >= goal
    return f"goal {'<=' if at_most else '>='} {goal:g}: {'met' if met else 'missed'}"


def machine() -> str:
    """Cores, processor, system, and how busy it is with other things."""
    name = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        lines = cpuinfo.read_text("utf-8", "replace").splitlines()
        name = next((x.split(":", 1)[1].strip() for x in lines if x[:10] == "model name"), name)
    load = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} cores ({name}), {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}; load before the run {load:.1f}"
    )


class Bench:
    """Runs `score` into throw-away folders."""

    def __init__(self, work: Path) -> None:
        self._work = work

    def score(self, paths: Sequence[Path], jobs: int, every: float = 0.0) -> Watched:
        out = self._work / "out"
        try:
            return watch(score_command(paths, out, jobs), every)
        finally:
            shutil.rmtree(out, ignore_errors=True)

    def start_up(self, path: Path, jobs: int, repeats: int) -> float:
        """A batch of one report: Python, libraries, model, workers, and writing its outputs."""
        return statistics.median(self.score([path], jobs).seconds for _ in range(repeats))


def measure(plan: Plan, say: Callable[[str], None]) -> None:
    """All parts, told line by line as they are done."""
    say(machine())
    with tempfile.TemporaryDirectory(prefix="nianjian-benchmark-") as name:
        bench = Bench(Path(name))
        for part in (_start_up, _beside_pdfplumber, _by_format, _by_size):
            say("")
            for line in part(plan, bench):
                say(line)


def _start_up(plan: Plan, bench: Bench) -> Iterator[str]:
    version = [sys.executable, "-m", "extractor", "--version"]
    seconds = statistics.median(watch(version).seconds for _ in range(plan.repeats))
    yield f"Start-up: nianjian --version {seconds:.2f} s"
    page = _files(plan, "html", 1)[0].path
    for jobs in (1, 2):
        seconds = bench.start_up(page, jobs, plan.repeats)
        yield f"  score of one small page, {jobs} job(s): {seconds:.2f} s"


def _beside_pdfplumber(plan: Plan, bench: Bench) -> Iterator[str]:
    yield "Whole pipeline beside a plain pdfplumber read of the same PDFs, one job each"
    tiny = _files(plan, "html", 1)[0].path
    start = bench.start_up(tiny, 1, plan.repeats)
    start_plain = statistics.median(
        watch([sys.executable, "-m", "evaluation.plain_read"]).seconds for _ in range(plan.repeats)
    )
    kinds = {"assembled": [file.path for file in _files(plan, "pdf", plan.pdfs)]}
    if programs.soffice() is not None:
        folder = plan.folder / "libreoffice"
        kinds["LibreOffice"] = print_by_libreoffice(plan.pdfs, folder, plan.seed)
    for kind, paths in kinds.items():
        plain = [sys.executable, "-m", "evaluation.plain_read", *map(str, paths)]
        ours, theirs = [], []
        for _ in range(plan.repeats):
            ours.append(bench.score(paths, 1).seconds)
            theirs.append(watch(plain).seconds)
        found = ratio(ours, theirs)
        yield (
            f"  {kind:12} {len(paths):4} PDFs: {statistics.median(ours):7.1f} s beside "
            f"{statistics.median(theirs):7.1f} s; ratio {found:.3f} "
            f"({verdict(found, RATIO_GOAL, at_most=True)})"
        )
        reading = statistics.median(theirs) - start_plain
        yield f"    start-up taken off both: {(statistics.median(ours) - start) / reading:.3f}"


def _by_format(plan: Plan, bench: Bench) -> Iterator[str]:
    yield "Reports a second, start-up taken off"
    yield f"  {'':6} {'files':>5} {'one job':>9} {'two jobs':>9}"
    formats = ("html", "pdf", "docx", "doc") if programs.soffice() else ("html", "pdf", "docx")
    for format in formats:
        paths = [file.path for file in _files(plan, format, plan.per_format)]
        rates = [
            rate(
                len(paths),
                statistics.median(bench.score(paths, jobs).seconds for _ in range(plan.repeats)),
                bench.start_up(paths[0], jobs, plan.repeats),
            )
            for jobs in (1, 2)
        ]
        yield f"  {format:6} {len(paths):5} {_told(rates[0])} {_told(rates[1])}"


def _told(found: float | None) -> str:
    return f"{'too few':>9}" if found is None else f"{found:9.1f}"


def _by_size(plan: Plan, bench: Bench) -> Iterator[str]:
    yield "Mixed batches (40 % HTML, 30 % PDF, 20 % DOCX, 10 % DOC), two jobs; memory as PSS"
    sized = []
    for size in sorted(plan.sizes):
        ensure(planned(size, plan.folder), plan.seed, os.cpu_count() or 1)
        run = bench.score(folders(size, plan.folder), 2, _LOOK_EVERY)
        sized.append(Sized(size, run))
        workers = run.peak_workers_kb / 1024
        yield (
            f"  {size:6} reports: {run.seconds:8.1f} s, {size / run.seconds:6.1f} a second; peak "
            f"{run.peak_kb / 1024:.0f} MB in all processes, {run.peak_main_kb / 1024:.0f} MB in "
            f"the first, {workers:.0f} MB in the others "
            f"({verdict(workers, WORKERS_GOAL_MB, at_most=True)})"
        )
    for smaller, larger in pairwise(sized):
        if smaller.reports >= GROWN_FROM:
            found = growth(smaller, larger)
            yield (
                f"  from {smaller.reports} to {larger.reports}: {found:.2f} KB a report "
                f"({verdict(found, GROWTH_GOAL_KB, at_most=True)})"
            )
    yield from _two_jobs(plan, bench, min(max(plan.sizes), GROWN_FROM))


def _two_jobs(plan: Plan, bench: Bench, size: int) -> Iterator[str]:
    paths = folders(size, plan.folder)
    ones, twos = [], []
    for _ in range(plan.repeats):
        ones.append(bench.score(paths, 1).seconds)
        twos.append(bench.score(paths, 2).seconds)
    found = ratio(ones, twos)
    yield (
        f"  {size} reports, whole command: one job {statistics.median(ones):.1f} s, two jobs "
        f"{statistics.median(twos):.1f} s: {found:.2f} times "
        f"({verdict(found, TWO_JOBS_GOAL, at_most=False)})"
    )


def _files(plan: Plan, format: str, count: int) -> list[Numbered]:
    """The first assembled reports of one format, written if they are not there."""
    within = planned(count * 10 + 10, plan.folder)
    files = [file for file in within if file.format == format][:count]
    ensure(files, plan.seed, os.cpu_count() or 1)
    return files


def main(arguments: list[str] | None = None) -> int:
    """Measure time and memory of the whole pipeline."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.benchmark", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few files, one run: a first look")
    parser.add_argument("--sizes", nargs="+", type=int, metavar="N", help="multiples of 100")
    parser.add_argument("--pdfs", type=int, help="beside pdfplumber; default 300")
    parser.add_argument("--per-format", type=int, help="default 100")
    parser.add_argument("--repeats", type=int, help="default 3")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where reports are assembled")
    parser.add_argument("--results", type=Path, help=f"default: {RESULTS.name}; not with --quick")
    options = parser.parse_args(arguments)
    sizes = tuple(options.sizes or ((100,) if options.quick else (100, 1000)))
    if any(size <= 0 or size % 100 for size in sizes):
        parser.error("--sizes: multiples of 100")
    few, many = (4, 6, 1), (300, 100, 3)
    counts = (options.pdfs, options.per_format, options.repeats)
    usual = few if options.quick else many
    pdfs, per_format, repeats = (own or other for own, other in zip(counts, usual, strict=True))
    plan = Plan(pdfs, per_format, repeats, sizes, options.folder)
    lines: list[str] = []

    def say(line: str) -> None:
        print(line, flush=True)
        lines.append(line)

    measure(plan, say)
    results = options.results or (None if options.quick else RESULTS)
    if results:
        results.write_text("\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
