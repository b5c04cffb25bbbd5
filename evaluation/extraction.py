"""How well records say what the reports say, per field and per format.

`python -m evaluation.extraction` reads every rendered report and compares its record with the
gold. The development part lists its misses on request; the held-back part only ever gives totals.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from evaluation.cost import cost_line
from evaluation.gold import PARTS, Aspect, Gold, Part, Report, load_reports
from evaluation.measures import Sheet, wilson
from evaluation.render.index import Rendering, committed
from extractor.pipeline import extract
from extractor.report.record import AspectText, Record
from extractor.report.record.base import Quantity
from extractor.report.record.narrative import Narrative

RESULTS = Path(__file__).parent / "results" / "extraction.txt"
META = ("title", "agency", "region", "level", "kind", "year", "period", "issued", "form")
_BLANKS = re.compile(r"\s+")
_FINAL = re.compile(r"[。；;，,、.]+$")


def compare(gold: Gold, record: Record, sheet: Sheet) -> None:
    """One record against its gold."""
    _compare_meta(gold, record, sheet)
    _compare_outline(gold, record, sheet)
    _compare_figures(gold, record.narrative, sheet)
    _compare_items(gold, record.narrative, sheet)


def _compare_meta(gold: Gold, record: Record, sheet: Sheet) -> None:
    expected = gold.meta.model_dump(mode="json")
    found = record.meta.model_dump(mode="json")
    for name in META:
        if name in ("title", "agency"):
            expected[name], found[name] = _plain(expected[name]), _plain(found[name])
        sheet.value(gold.id, name, expected[name], found[name])
    sheet.items(gold.id, "basis", gold.meta.basis, record.meta.basis)


def _compare_outline(gold: Gold, record: Record, sheet: Sheet) -> None:
    wanted = [(section.key, _plain(section.title)) for section in gold.sections]
    sheet.items(gold.id, "sections", wanted, [(s.key, _plain(s.title)) for s in record.sections])
    for key in ("disclosure", "applications", "management", "platform", "supervision"):
        expected = [a for a in gold.aspects if a.key == key]
        found = [a for a in record.aspects if a.key == key]
        sheet.items(gold.id, "aspects", [a.key for a in expected], [a.key for a in found])
        for aspect, read in zip(expected, found, strict=False):
            bounds = _bounds(aspect, read)
            sheet.value(gold.id, "aspect bounds", (aspect.starts, aspect.ends), bounds)


def _bounds(aspect: Aspect, read: AspectText) -> tuple[str, str]:
    """The gold's own words if the text begins and ends with them, else what it has instead."""
    text = _plain(read.text) or ""
    starts, ends = _plain(aspect.starts) or "", _plain(aspect.ends) or ""
    first = aspect.starts if text.startswith(starts) else text[:20]
    return first, aspect.ends if text.endswith(ends) else text[-20:]


def _compare_figures(gold: Gold, found: Narrative, sheet: Sheet) -> None:
    said = gold.narrative
    total = said.disclosure_total
    expected_total = (total.value, total.approx) if total else None
    read_total = found.disclosure.total
    given_total = (read_total.value, read_total.approx) if read_total else None
    sheet.told(gold.id, "disclosure total", expected_total, given_total)
    sheet.items(
        gold.id,
        "disclosure items",
        [(item.value, item.relation) for item in said.disclosure_items],
        [(item.value, item.relation) for item in found.disclosure.items],
    )
    groups = (
        ("applications", said.applications, found.applications),
        ("disputes", said.disputes.review, found.disputes.review),
        ("disputes", said.disputes.suit, found.disputes.suit),
        ("decisions", said.decisions, found.decisions),
        ("documents", said.normative_documents, found.normative_documents),
        ("documents", said.regulations, found.regulations),
        ("fee", said.fee, found.other.information_fee),
    )
    for name, expected, given in groups:
        for key, value in expected.model_dump().items():
            if key != "stated":
                read = getattr(given, key)
                sheet.told(gold.id, name, _keyed(key, value), _keyed(key, _value(read)))
    sheet.value(gold.id, "fee stated", said.fee.stated, found.other.information_fee.stated)
    sheet.value(gold.id, "proposals", said.proposals, found.other.proposals.stated)
    sheet.value(gold.id, "innovation", said.innovation, found.other.innovation.stated)
    sheet.items(
        gold.id,
        "platform counts",
        [p.count for p in said.platforms if p.count is not None],
        [p.count.value for p in found.platforms if p.count is not None],
    )


def _keyed(key: str, value: object) -> tuple[str, object] | None:
    return None if value is None else (key, value)


def _value(quantity: Quantity | None) -> object:
    return None if quantity is None else quantity.value


def _compare_items(gold: Gold, found: Narrative, sheet: Sheet) -> None:
    said = gold.narrative
    problems = [_item(text) for text in said.problems]
    sheet.items(gold.id, "problems", problems, [_item(p.text) for p in found.problems])
    wanted = {_item(measure.text): measure for measure in said.improvements}
    given = {_item(measure.text): measure for measure in found.improvements}
    sheet.items(gold.id, "improvements", list(wanted), list(given))
    for text in wanted.keys() & given.keys():
        sheet.value(gold.id, "tense", (text, wanted[text].tense), (text, given[text].tense))
        sheet.told(gold.id, "measure year", wanted[text].year, given[text].year)
        expected, read = sorted(wanted[text].answers), sorted(given[text].answers)
        sheet.items(gold.id, "answers", expected, read)


def _plain(text: str | None) -> str | None:
    return None if text is None else _BLANKS.sub("", text)


def _item(text: str) -> str:
    return _FINAL.sub("", _BLANKS.sub("", text))


def measure(reports: Iterable[Report], renderings: Sequence[Rendering]) -> dict[str, Sheet]:
    """Every report's renderings against its gold: a sheet per format, and one over all."""
    sheets: dict[str, Sheet] = {"all": Sheet()}
    by_report = {report.gold.id: report.gold for report in reports}
    for rendering in renderings:
        gold = by_report.get(rendering.report)
        if gold is None:
            continue
        record = extract(rendering.path)
        for name in ("all", rendering.kind):
            compare(gold, record, sheets.setdefault(name, Sheet()))
    return sheets


def lines(part: str, sheets: dict[str, Sheet]) -> list[str]:
    """The figures as text: totals per field over all formats, then F1 per field and format."""
    formats = [name for name in sheets if name != "all"]
    out = [f"{part}: field, right, spurious, missing, precision, recall, 95 % interval of recall"]
    for name, tally in sheets["all"].tallies.items():
        low, high = wilson(tally.right, tally.right + tally.missing)
        out.append(
            f"  {name:16} {tally.right:6} {tally.spurious:5} {tally.missing:5}"
            f"  P {tally.precision:6.1%}  R {tally.recall:6.1%}  [{low:.3f}, {high:.3f}]"
        )
    out.append(f"{part}: F1 by format" + "".join(f" {name:>7}" for name in formats))
    for name in sheets["all"].tallies:
        row = "".join(f" {sheets[f].tallies[name].f1:7.3f}" for f in formats)
        out.append(f"  {name:20}{row}")
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("dev", "held"), help="only this part")
    parser.add_argument("--formats", nargs="*", help="only these formats (pdf docx doc html …)")
    parser.add_argument("--misses", action="store_true", help="list the development part's misses")
    options = parser.parse_args(arguments)
    renderings = [r for r in committed() if not options.formats or r.format in options.formats]
    out: list[str] = []
    parts: tuple[Part, ...] = (options.part,) if options.part else PARTS
    for part in parts:
        sheets = measure(load_reports(part), renderings)
        out += lines(part, sheets)
        if options.misses and part == "dev":
            seen = {
                f"    {m.report} {m.field}: {m.expected} | {m.found}" for m in sheets["all"].misses
            }
            print("\n".join(sorted(seen)))
    if not options.part and not options.formats:
        out.append(cost_line())
    print("\n".join(out))
    if not options.part and not options.formats:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text("\n".join(out) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
