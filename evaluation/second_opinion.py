"""What the classifier's word is worth where rules and model differ on problem or measure.

`python -m evaluation.second_opinion` prints F1 of problems and measures with the rules alone and
with the classifier's second opinion, totals per part, and keeps them in `results/`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from evaluation.extraction import compare_items
from evaluation.gold import PARTS, Gold, load_reports
from evaluation.measures import Sheet
from evaluation.render.index import committed
from extractor.reading import read_source
from extractor.reading.source import load
from extractor.report.items import read_items
from extractor.report.items.model import Items
from extractor.report.report import Report, read_report
from extractor.report.told_as_record import narrative_record

RESULTS = Path(__file__).parent / "results" / "second_opinion.txt"
# One format is enough: items are read from running text.
_KIND = "md-pipes"
_FIELDS = ("problems", "improvements")


def rules_alone(report: Report) -> Items:
    return read_items(report.flow, report.outline, report.analysis, report.identity.year)


def lines(part: str, reports: Iterable[tuple[Gold, Report]]) -> list[str]:
    sheets = {"rules alone": Sheet(), "with the model": Sheet()}
    for gold, report in reports:
        for name, items in (
            ("rules alone", rules_alone(report)),
            ("with the model", report.items),
        ):
            told = narrative_record(report.flow, report.facts, items)
            compare_items(gold.id, gold.narrative, told, sheets[name])
    return [
        f"{part}: {name:15} "
        + "  ".join(f"{field} F1 {s.tallies[field].f1:.3f}" for field in _FIELDS)
        for name, s in sheets.items()
    ]


def main() -> int:
    out: list[str] = []
    for part in PARTS:
        golds = {report.gold.id: report.gold for report in load_reports(part)}
        files = [r for r in committed() if r.kind == _KIND and r.report in golds]
        read = [(golds[r.report], read_report(read_source(load(r.path)))) for r in files]
        out += lines(part, read)
    RESULTS.write_text("\n".join(out) + "\n", encoding="utf-8")
    print("\n".join(out))
    return 0


if __name__ == "__main__":
    sys.exit(main())
