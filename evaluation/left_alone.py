"""What B506 says of single sections five: whole ones, and such with one problem left alone.

`python -m evaluation.left_alone [FILES…] [--misses]` (`left_alone/README.md`); without files it
writes results/left_alone.txt. Of what was held back only totals are printed.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from evaluation.section_record import record_of
from extractor.checks.boilerplate import b506_unanswered
from extractor.checks.model import Among
from extractor.decisions.stats import wilson

SECTIONS = Path(__file__).parent / "left_alone"
RESULTS = Path(__file__).parent / "results" / "left_alone.txt"
_HELD = "held"
# A message may cut off what follows.
_TELLING = 8


@dataclass(frozen=True, slots=True)
class Section:
    """As printed; `left` are words of the problem without a measure, None in a whole one."""

    text: str
    left: str | None


@dataclass(slots=True)
class Counts:
    """Of many sections."""

    whole: int = 0
    told_wrongly: int = 0
    left: int = 0
    found: int = 0
    another: int = 0
    """Sections with a problem left alone of which (also) another finding was told."""
    misses: list[str] = field(default_factory=list)

    def take(self, section: Section, findings: Sequence[str]) -> None:
        if section.left is None:
            self.whole += 1
            self.told_wrongly += bool(findings)
            self.misses += [f"told of a whole section: {one}" for one in findings]
            return
        words = _squeezed(section.left)[:_TELLING]
        hits = [words in one for one in findings]
        self.left += 1
        self.found += any(hits)
        self.another += not all(hits)
        if not any(hits):
            self.misses.append(f"not told: {section.left}")
        if not all(hits):
            self.misses.append(f"told beside {section.left}: {' '.join(findings)}")

    def add(self, other: Counts) -> None:
        self.whole += other.whole
        self.told_wrongly += other.told_wrongly
        self.left += other.left
        self.found += other.found
        self.another += other.another

    def line(self, name: str) -> str:
        told = self.found + self.told_wrongly + self.another
        return (
            f"{name:8} whole {self.whole:4}, told wrongly {self.told_wrongly:2};"
            f" one left alone {self.left:4}, found {self.found:4}, another told {self.another:2}"
            f"  P {_share(self.found, told)}  R {_share(self.found, self.left)}"
        )


def load_sections(path: Path) -> list[Section]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Section(**json.loads(line)) for line in lines if line.strip()]


def told(text: str) -> list[str]:
    """The messages of B506 on a report that holds little else than this section."""
    return [_squeezed(one.message.zh) for one in b506_unanswered.check(Among(record_of(text)))]


def counted(path: Path) -> Counts:
    counts = Counts()
    for section in load_sections(path):
        counts.take(section, told(section.text))
    return counts


def lines(paths: Sequence[Path], counts: Iterable[Counts]) -> Iterator[str]:
    parts: dict[str, Counts] = {}
    for path, one in zip(paths, counts, strict=True):
        yield one.line(path.stem)
        parts.setdefault(path.stem.split("-")[0], Counts()).add(one)
    for part, sums in parts.items():
        yield sums.line(f"all {part}")


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _share(count: int, of: int) -> str:
    if not of:
        return "-"
    low, high = wilson(count, of)
    return f"{count / of:6.1%} [{low:.3f}, {high:.3f}]"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="only these sections")
    parser.add_argument("--misses", action="store_true", help="list those of the development part")
    options = parser.parse_args(arguments)
    paths = options.files or sorted(SECTIONS.glob("*.jsonl"))
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        counts = list(pool.map(counted, paths))
    if options.misses:
        for path, one in zip(paths, counts, strict=True):
            if not path.stem.startswith(_HELD):
                print("\n".join(f"    {path.stem} {miss}" for miss in one.misses))
    out = list(lines(paths, counts))
    print("\n".join(out))
    if not options.files:
        RESULTS.write_text("\n".join(out) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
