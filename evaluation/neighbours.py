"""What it costs to find out which reports of a batch repeat another agency's (B504).

`python -m evaluation.neighbours [--sizes 1000 3000 10000]` assembles reports, or takes those
of --records (reports.jsonl of earlier runs), and measures all that the comparison adds to a run:
fingerprints, which the workers make, then the index, the search and the comparison of words, which
one process does. Reading and classifying the reports is no part of it. The same again where all
reports stand on one template. Writes results/neighbours.txt.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import resource
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path

from evaluation.assembling.report import assembled
from evaluation.benchmark import machine, verdict
from evaluation.gold import SectionKey
from extractor.batch.index import add_to_index, read_index
from extractor.batch.neighbours import Neighbours
from extractor.batch.shelf import Shelved
from extractor.checks.boilerplate.fingerprint import Fingerprint
from extractor.checks.settings import DEFAULT_SETTINGS
from extractor.language.sentences import sentences
from extractor.report.record import Meta, Record, SentenceRecord, SourceFile, Tool

RESULTS = Path(__file__).parent / "results" / "neighbours.txt"
SECONDS_GOAL, GOAL_AT = 60.0, 10_000
_KEYS: tuple[SectionKey, ...] = (
    *("overview", "disclosure", "applications", "disputes", "issues", "other"),
)
_JOBS = 2


class Lines:
    """Records in a file, one at a time in memory, as a run has them in its journal."""

    def __init__(self, path: Path, records: Iterable[bytes]) -> None:
        self._path = path
        self._at = [0]
        with path.open("wb") as file:
            for line in records:
                file.write(line)
                self._at.append(file.tell())

    def __len__(self) -> int:
        return len(self._at) - 1

    def read(self, number: int) -> Record:
        with self._path.open("rb") as file:
            file.seek(self._at[number])
            return Record.model_validate_json(file.read(self._at[number + 1] - self._at[number]))


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of processor time, and by the clock with two processes for the fingerprints."""

    reports: int
    fingerprints: float
    search: float
    by_clock: float
    found: int
    largest: int
    megabytes: float

    @property
    def seconds(self) -> float:
        return self.fingerprints + self.search


def assembled_lines(count: int) -> Iterator[bytes]:
    """Assembled reports as records, without the way through a file and the classifier."""
    for number in range(count):
        yield _record(number).model_dump_json().encode() + b"\n"


def _record(number: int) -> Record:
    report = assembled(number)
    keys = iter(_KEYS)
    section: SectionKey | None = None
    told: list[SentenceRecord] = []
    for line in report.lines:
        if line.kind == "section":
            section = next(keys)
        elif line.kind == "paragraph" and section is not None:
            texts = (line.text[one.start : one.end] for one in sentences(line.text))
            told += [_sentence(section, text) for text in texts]
    meta = report.gold.meta
    return Record(
        tool=Tool(version="0"),
        source=SourceFile(path=f"{number:06}", sha256=str(number), format="txt", pages=None),
        status="ok",
        meta=Meta(agency=meta.agency, region=meta.region, year=meta.year),
        sentences=told,
    )


def _sentence(section: SectionKey, text: str) -> SentenceRecord:
    return SentenceRecord(
        id="",
        section=section,
        text=text,
        topic="disclosure",
        tense="done",
        substance="specific",
        confidence={},
        uncertain=[],
    )


def on_one_template(lines: Lines, count: int) -> Iterator[bytes]:
    """The first report by so many agencies, with figures of their own in every third sentence."""
    first = lines.read(0)
    for number in range(count):
        drawn = random.Random(number)
        told = [
            one if at % 3 else one.model_copy(update={"text": _other_figures(one.text, drawn)})
            for at, one in enumerate(first.sentences)
        ]
        source = first.source.model_copy(update={"path": f"{number:06}", "sha256": str(number)})
        meta = first.meta.model_copy(update={"agency": f"第{number}局"})
        record = first.model_copy(update={"source": source, "meta": meta, "sentences": told})
        yield record.model_dump_json().encode() + b"\n"


def _other_figures(text: str, drawn: random.Random) -> str:
    return re.sub(r"\d+", lambda _: str(drawn.randint(1, 400)), text)


def taken_lines(paths: Sequence[Path]) -> Iterator[bytes]:
    """Annual reports of earlier runs' reports.jsonl."""
    for path in paths:
        with path.open("rb") as file:
            yield from (line for line in file if b'"status":"ok"' in line)


def measure(lines: Lines) -> Measured:
    begun = time.perf_counter()
    parts = [(lines, range(start, len(lines), _JOBS)) for start in range(_JOBS)]
    with ProcessPoolExecutor(_JOBS) as pool:
        done = list(pool.map(_fingerprints, parts))
    by_number = {number: one for found, _ in done for number, one in found}
    known = [by_number[number] for number in range(len(lines))]
    start = time.process_time()
    neighbours = Neighbours(known, lines.read, DEFAULT_SETTINGS)
    search = time.process_time() - start
    clock = time.perf_counter() - begun
    told = [neighbours.among(lines.read(number)).neighbour for number in range(len(lines))]
    copied = [one for one in told if one and one.share >= 0.6]
    return Measured(
        len(lines),
        sum(seconds for _, seconds in done),
        search,
        clock,
        len(copied),
        max((one.cluster for one in copied), default=0),
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )


def _fingerprints(part: tuple[Lines, range]) -> tuple[list[tuple[int, Shelved]], float]:
    """Some reports' fingerprints, and the seconds that they took."""
    lines, numbers = part
    found: list[tuple[int, Shelved]] = []
    seconds = 0.0
    for number in numbers:
        record = lines.read(number)
        start = time.process_time()
        told = Fingerprint.unpacked(Fingerprint.of(record).packed())
        seconds += time.process_time() - start
        meta = record.meta
        who = (meta.region, meta.agency, meta.year, record.source.sha256)
        found.append((number, Shelved(record.source.path, *who, told)))
    return found, seconds


def _growth(measured: Sequence[Measured]) -> Iterator[str]:
    """Beside n·log n, and as an exponent of n."""
    for one, more in pairwise(measured):
        ratio = more.seconds / one.seconds
        allowed = more.reports * math.log(more.reports) / (one.reports * math.log(one.reports))
        exponent = math.log(ratio) / math.log(more.reports / one.reports)
        told = verdict(ratio, round(allowed, 2), at_most=True)
        yield (
            f"  {one.reports:,} to {more.reports:,}: {ratio:.2f} times the time, "
            f"n to the {exponent:.2f}; n log n {told}"
        )


def _told(one: Measured, template: bool) -> str:
    goal = ""
    # The goal is that of a province's reports; a single giant cluster is told beside it.
    if one.reports == GOAL_AT and not template:
        goal = f"; {verdict(one.by_clock, SECONDS_GOAL, at_most=True)}"
    each = 1000 * one.fingerprints / one.reports
    return (
        f"  {one.reports:>7,} reports: fingerprints {one.fingerprints:.1f} s ({each:.1f} ms each), "
        f"index, search and comparison {one.search:.1f} s; by the clock with {_JOBS} processes "
        f"{one.by_clock:.1f} s{goal}; repeating another: {one.found:,}, "
        f"largest cluster {one.largest:,}; peak {one.megabytes:.0f} MB"
    )


def _kept(lines: Lines, folder: Path) -> str:
    """What the index file (--index) costs."""
    found, _ = _fingerprints((lines, range(len(lines))))
    path = folder / "index"
    add_to_index(path, [one for _, one in found])
    start = time.process_time()
    count = len(read_index(path))
    seconds = time.process_time() - start
    size = path.stat().st_size / count
    return f"Index file: {size:,.0f} bytes a report; {count:,} read in {seconds:.1f} s"


def run(sizes: Sequence[int], records: Sequence[Path], say: Callable[[str], None]) -> None:
    say(machine())
    say("Seconds are processor time, unless by the clock.")
    with tempfile.TemporaryDirectory(prefix="nianjian-neighbours-") as name:
        folder = Path(name)
        source = taken_lines(records) if records else assembled_lines(max(sizes))
        whole = folder / "all"
        with whole.open("wb") as file:
            file.writelines(islice(source, max(sizes)))
        for title, template in (("Independent reports", False), ("All on one template", True)):
            say(f"{title}:")
            measured: list[Measured] = []
            for size in sizes:
                with whole.open("rb") as file:
                    lines = Lines(folder / "some", islice(file, size))
                if template:
                    lines = Lines(folder / "template", on_one_template(lines, size))
                measured.append(measure(lines))
                say(_told(measured[-1], template))
            for line in _growth(measured):
                say(line)
        say(_kept(lines, folder))


def main(arguments: list[str] | None = None) -> int:
    """What the search for repeated reports costs."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.neighbours")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 3000, 10_000])
    parser.add_argument("--records", type=Path, nargs="+", default=[], help="reports.jsonl")
    parser.add_argument("--out", type=Path, default=RESULTS)
    options = parser.parse_args(arguments)
    told: list[str] = []

    def say(line: str) -> None:
        print(line, flush=True)
        told.append(line)

    run(sorted(options.sizes), options.records, say)
    options.out.write_text("\n".join(told) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
