"""Assembled reports as files, for tests under load.

`python -m evaluation.assembled 1000 --out FOLDER` writes a thousand different reports: 40 % HTML,
30 % PDF, 20 % DOCX, 10 % DOC, a hundred in each sub-folder. HTML, DOCX and most PDFs are written
directly, DOC by LibreOffice. Report number n is the same in every set of one seed, so that a
folder that holds a thousand grows to ten thousand without writing the first thousand again.

What is varied: agency, year, all figures, every sentence drawn, layout, fonts, encodings. What is
not: the sentences come from one pool of some two thousand, so that reports share single sentences
(as published ones do), and they follow each other without a thread.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from evaluation.assembling.pdf import fonts, write_pdf
from evaluation.assembling.report import assembled
from evaluation.gold import Report
from evaluation.render import programs
from evaluation.render.layout import layout
from evaluation.render.producers import BY_FOLDER, Job, produce
from evaluation.render.style import style_of

# Four, three, two and one in ten, spread so that every stretch of a set is mixed.
MIX = ("html", "pdf", "html", "docx", "pdf", "html", "doc", "pdf", "html", "docx")
PER_FOLDER = 100
# One in seven reports has a wrong total, so that flags are written as in a real batch.
_WRONG_ONE_IN = 7
_PER_CONVERSION = 50
_DIRECTLY = {"html": ("html-page", "html-site"), "docx": ("docx",)}


@dataclass(frozen=True, slots=True)
class Numbered:
    """One report of a set and where its file lies."""

    number: int
    path: Path

    @property
    def format(self) -> str:
        return self.path.suffix.removeprefix(".")


def planned(count: int, folder: Path) -> list[Numbered]:
    """The files of a set of this size."""
    return [
        Numbered(n, folder / f"{n // PER_FOLDER:03d}" / f"{n:05d}.{MIX[n % len(MIX)]}")
        for n in range(count)
    ]


def folders(count: int, folder: Path) -> list[Path]:
    """The sub-folders that hold a set; its size is a multiple of a hundred."""
    return sorted({each.path.parent for each in planned(count, folder)})


def ensure(
    files: Iterable[Numbered], seed: int = 0, jobs: int = 1, wrong_one_in: int = _WRONG_ONE_IN
) -> None:
    """Write those of the files that are not there yet."""
    missing = [file for file in files if not file.path.exists()]
    for file in missing:
        file.path.parent.mkdir(parents=True, exist_ok=True)
    make = partial(_job, seed=seed, wrong_one_in=wrong_one_in)
    converted = [file for file in missing if file.format == "doc"]
    direct = [file for file in missing if file.format != "doc"]
    tasks: list[_Task] = [(_write, chunk) for chunk in _chunks(direct)]
    tasks += [(_convert, chunk) for chunk in _chunks(converted)]
    _all(tasks, make, jobs)


def print_by_libreoffice(count: int, folder: Path, seed: int = 0) -> list[Path]:
    """PDFs as a word processor prints them: slow to make, so only some."""
    files = [Numbered(n, folder / f"{n:05d}.pdf") for n in range(count)]
    folder.mkdir(parents=True, exist_ok=True)
    missing = [file for file in files if not file.path.exists()]
    for chunk in _chunks(missing):
        _convert(chunk, partial(_job, seed=seed, wrong_one_in=_WRONG_ONE_IN))
    return [file.path for file in files]


def job_of(number: int, report: Report) -> Job:
    """The report ready to print, each number in a style of its own."""
    style = style_of(report.gold, number + 1)
    return Job(report, style, layout(report, style), number + 1)


def _job(number: int, seed: int, wrong_one_in: int) -> Job:
    wrong = bool(wrong_one_in) and number % wrong_one_in == wrong_one_in - 1
    return job_of(number, assembled(number, seed, wrong=wrong))


_OTHER_LOOKS, _FAR = 4, 1_000_003

_Make = Callable[[int], Job]
_Task = tuple[Callable[[Sequence[Numbered], _Make], None], Sequence[Numbered]]


def _chunks(files: list[Numbered]) -> Iterator[list[Numbered]]:
    left = iter(files)
    while chunk := list(islice(left, _PER_CONVERSION)):
        yield chunk


def _all(tasks: Sequence[_Task], make: _Make, jobs: int) -> None:
    if jobs <= 1:
        for work, chunk in tasks:
            work(chunk, make)
        return
    with ProcessPoolExecutor(jobs) as pool:
        for done in [pool.submit(work, chunk, make) for work, chunk in tasks]:
            done.result()


def _write(files: Sequence[Numbered], make: _Make) -> None:
    for file in files:
        job = make(file.number)
        if file.format == "pdf":
            title, font = job.report.gold.meta.title or "", _font(file.number)
            half_written = file.path.with_suffix(".part")
            write_pdf(half_written, job.blocks, job.style, title, font)
            os.replace(half_written, file.path)
        else:
            kinds = _DIRECTLY[file.format]
            _produce(kinds[file.number % len(kinds)], [job], [file])


def _font(number: int) -> str:
    return fonts()[number // len(MIX) % len(fonts())]


def _convert(files: Sequence[Numbered], make: _Make) -> None:
    kind = "doc" if files[0].format == "doc" else "pdf-libreoffice"
    jobs = [make(file.number) for file in files]
    try:
        _produce(kind, jobs, files)
    except subprocess.TimeoutExpired:
        # LibreOffice never ends on one page in ten thousand: that report gets other looks.
        for job, file in zip(jobs, files, strict=True):
            _convert_alone(kind, job, file)


def _convert_alone(kind: str, job: Job, file: Numbered) -> None:
    for other in range(_OTHER_LOOKS):
        try:
            dressed = job if not other else job_of(file.number + other * _FAR, job.report)
            return _produce(kind, [dressed], [file])
        except subprocess.TimeoutExpired:
            continue
    raise RuntimeError(f"LibreOffice could not save report {file.number} in any looks")


def _produce(kind: str, jobs: list[Job], files: Sequence[Numbered]) -> None:
    """Files take their places whole: a set that was broken off goes on where it stopped."""
    with tempfile.TemporaryDirectory(dir=files[0].path.parent) as name:
        produce(BY_FOLDER[kind], jobs, Path(name))
        for job, file in zip(jobs, files, strict=True):
            os.replace(Path(name) / f"{job.stem}{file.path.suffix}", file.path)


def main(arguments: list[str] | None = None) -> int:
    """Assemble reports for load tests."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.assembled", description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args(arguments)
    files = planned(options.count, options.out)
    if programs.soffice() is None:
        print("LibreOffice not found: no DOC files are written", file=sys.stderr)
        files = [file for file in files if file.format != "doc"]
    ensure(files, options.seed, options.jobs)
    print(f"{len(files)} reports in {options.out}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
