"""How well single sections in many manners are read (`passages/README.md`).

`python -m evaluation.passages [FILES…] [--misses]`; without files it writes results/passages.txt.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import yaml
from pydantic import ConfigDict, Field, field_validator

from evaluation.extraction import (
    compare_aspects,
    compare_figures,
    compare_items,
    compare_meta,
    compare_total,
    totals,
)
from evaluation.gold import Aspect, Meta
from evaluation.gold_narrative import Narrative, Strict
from evaluation.measures import Sheet
from extractor.reading import read_source
from extractor.reading.source import Source
from extractor.report.report import Report, read_report
from extractor.report.told_as_record import aspect_records, meta_record, narrative_record

PASSAGES = Path(__file__).parent / "passages"
RESULTS = Path(__file__).parent / "results" / "passages.txt"
BLIND = ("facts-d", "facts-f", "identity-d", "issues-l", "issues-p", "issues-s")
"""Hands of which nobody has looked at more than the totals."""
TITLE = "# 临溪县水务局2023年政府信息公开工作年度报告"
_MARK = re.compile(r"^(?:#{1,3}|>>)\s", re.MULTILINE)


class Wanted(Narrative):
    """What a passage says; only the keys that its file names are compared."""

    meta: Meta | None = None
    aspects: list[Aspect] = Field(default_factory=list)


class Passage(Strict):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    text: str
    gold: Wanted

    @field_validator("text")
    @classmethod
    def _has_a_section(cls, text: str) -> str:
        if "## " not in text and "# " not in text:
            raise ValueError("a passage needs a heading: “## …” for a section, “# …” for a title")
        return text

    def printed(self) -> str:
        """The passage as a plain text file would hold it."""
        has_title = any(line.startswith("# ") for line in self.text.splitlines())
        return _MARK.sub("", self.text if has_title else f"{TITLE}\n\n{self.text}")


def load_passages(path: Path) -> list[Passage]:
    """A file's passages; what is wrong with one is said with its file and number."""
    found: list[Passage] = []
    for number, raw in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1):
        try:
            found.append(Passage.model_validate(raw))
        except ValueError as error:
            raise ValueError(f"{path.name}, passage {number}: {error}") from error
    return found


def read(passage: Passage) -> Report:
    return read_report(read_source(Source(Path(f"{passage.id}.txt"), passage.printed().encode())))


def compare(passage: Passage, report: Report, sheet: Sheet, name: str) -> None:
    """The keys that the passage names against what was read."""
    wanted, named = passage.gold, passage.gold.model_fields_set
    narrative = narrative_record(report.flow, report.facts, report.items)
    if wanted.meta is not None:
        only = wanted.meta.model_fields_set
        compare_meta(name, wanted.meta, meta_record(report.identity), sheet, only)
    if "aspects" in named:
        compare_aspects(name, wanted.aspects, aspect_records(report.flow, report.outline), sheet)
    if "disclosure_total" in named:
        compare_total(name, wanted, narrative, sheet)
    compare_figures(name, wanted, narrative, sheet, named)
    if named & {"problems", "improvements"}:
        compare_items(name, wanted, narrative, sheet)


def measure(paths: Iterable[Path]) -> Sheet:
    sheet = Sheet()
    for path in paths:
        for passage in load_passages(path):
            compare(passage, read(passage), sheet, f"{path.stem}/{passage.id}")
    return sheet


def by_hand(paths: Iterable[Path]) -> list[str]:
    """Every file's totals: those that taught the reading, then those that taught it nothing."""
    out = []
    for path in sorted(paths, key=lambda path: (path.stem in BLIND, path.stem)):
        sheet = measure([path])
        blind = " (blind: only totals were looked at)" if path.stem in BLIND else ""
        out.append(f"{path.stem}{blind}: field, right, spurious, missing, precision, recall")
        out += totals(sheet) + sheet.manners.lines()
    return out


def misses(paths: Iterable[Path]) -> list[str]:
    """What was misread, but for the blind hands."""
    sheet = measure(path for path in paths if path.stem not in BLIND)
    return [f"    {m.report} {m.field}: {m.expected} | {m.found}" for m in sheet.misses]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="only these files")
    parser.add_argument("--misses", action="store_true", help="list the misses")
    options = parser.parse_args(arguments)
    paths = options.files or sorted(PASSAGES.glob("*.yaml"))
    if options.misses:
        print("\n".join(misses(paths)))
    out = by_hand(paths)
    print("\n".join(out))
    if not options.files:
        RESULTS.write_text("\n".join(out) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
