"""How well records say what the reports say, per field and per format.

`python -m evaluation.extraction` reads every rendered report and compares its record with the
gold. The development part lists its misses on request; the held-back part only ever gives totals.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence, Set
from pathlib import Path

from evaluation.cost import cost_line, counting_line
from evaluation.gold import PARTS, Aspect, Gold, Part, Report, load_reports
from evaluation.gold import Meta as GoldMeta
from evaluation.gold_narrative import Narrative as GoldNarrative
from evaluation.item_errors import Lists
from evaluation.measures import Sheet
from evaluation.render.index import Rendering, committed
from extractor.decisions.stats import wilson
from extractor.pipeline import extract
from extractor.report.record import AspectText, Meta, Record
from extractor.report.record.base import Quantity
from extractor.report.record.narrative import Narrative

RESULTS = Path(__file__).parent / "results" / "extraction.txt"
META = ("title", "agency", "region", "level", "kind", "year", "period", "issued", "form")
_BLANKS = re.compile(r"\s+")
_FINAL = re.compile(r"[。；;，,、.]+$")


def compare(gold: Gold, record: Record, sheet: Sheet) -> None:
    """One record against its gold."""
    compare_meta(gold.id, gold.meta, record.meta, sheet)
    wanted = [(section.key, _plain(section.title)) for section in gold.sections]
    sheet.items(gold.id, "sections", wanted, [(s.key, _plain(s.title)) for s in record.sections])
    compare_aspects(gold.id, gold.aspects, record.aspects, sheet)
    compare_disclosure(gold.id, gold.narrative, record.narrative, sheet)
    compare_figures(gold.id, gold.narrative, record.narrative, sheet)
    compare_items(gold.id, gold.narrative, record.narrative, sheet)


def compare_meta(
    name: str, gold: GoldMeta, found: Meta, sheet: Sheet, only: Set[str] | None = None
) -> None:
    """Who, what and when; `only` limits the comparison to the fields that a gold names."""
    expected, given = gold.model_dump(mode="json"), found.model_dump(mode="json")
    for key in META:
        if only is None or key in only:
            if key in ("title", "agency"):
                expected[key], given[key] = _plain(expected[key]), _plain(given[key])
            sheet.value(name, key, expected[key], given[key])
    if only is None or "basis" in only:
        sheet.items(name, "basis", gold.basis, found.basis)


def compare_aspects(
    name: str, gold: Sequence[Aspect], given: Sequence[AspectText], sheet: Sheet
) -> None:
    """The aspects told, and where the text of each begins and ends."""
    for key in ("disclosure", "applications", "management", "platform", "supervision"):
        expected = [a for a in gold if a.key == key]
        found = [a for a in given if a.key == key]
        sheet.items(name, "aspects", [a.key for a in expected], [a.key for a in found])
        for aspect, read in zip(expected, found, strict=False):
            bounds = _bounds(aspect, read)
            sheet.value(name, "aspect bounds", (aspect.starts, aspect.ends), bounds)


def _bounds(aspect: Aspect, read: AspectText) -> tuple[str, str]:
    """The gold's own words if the text begins and ends with them, else what it has instead."""
    text = _plain(read.text) or ""
    starts, ends = _plain(aspect.starts) or "", _plain(aspect.ends) or ""
    first = aspect.starts if text.startswith(starts) else text[:20]
    return first, aspect.ends if text.endswith(ends) else text[-20:]


def compare_disclosure(name: str, said: GoldNarrative, found: Narrative, sheet: Sheet) -> None:
    """The year's total and its kinds and channels."""
    compare_total(name, said, found, sheet)
    sheet.items(
        name,
        "disclosure items",
        [(item.value, item.relation) for item in said.disclosure_items],
        [(item.value, item.relation) for item in found.disclosure.items],
    )


def compare_total(name: str, said: GoldNarrative, found: Narrative, sheet: Sheet) -> None:
    expected, given = said.disclosure_total, found.disclosure.total
    sheet.told(
        name,
        "disclosure total",
        (expected.value, expected.approx) if expected else None,
        (given.value, given.approx) if given else None,
    )


def compare_figures(
    name: str, said: GoldNarrative, found: Narrative, sheet: Sheet, only: Set[str] | None = None
) -> None:
    """Figures of applications, disputes, decisions, documents and fees, and what is spoken of."""
    groups = (
        ("applications", "applications", said.applications, found.applications),
        ("disputes", "disputes", said.disputes.review, found.disputes.review),
        ("disputes", "disputes", said.disputes.suit, found.disputes.suit),
        ("decisions", "decisions", said.decisions, found.decisions),
        ("normative_documents", "documents", said.normative_documents, found.normative_documents),
        ("regulations", "documents", said.regulations, found.regulations),
        ("fee", "fee", said.fee, found.other.information_fee),
    )
    for group, field, expected, given in groups:
        if only is not None and group not in only:
            continue
        for key, value in expected.model_dump().items():
            if key == "stated":
                sheet.value(name, "fee stated", value, found.other.information_fee.stated)
            else:
                sheet.told(
                    name, field, _keyed(key, value), _keyed(key, _value(getattr(given, key)))
                )
    if only is None or "proposals" in only:
        sheet.value(name, "proposals", said.proposals, found.other.proposals.stated)
    if only is None or "innovation" in only:
        sheet.value(name, "innovation", said.innovation, found.other.innovation.stated)
    if only is None or "platforms" in only:
        sheet.items(
            name,
            "platform counts",
            [p.count for p in said.platforms if p.count is not None],
            [p.count.value for p in found.platforms if p.count is not None],
        )


def _keyed(key: str, value: object) -> tuple[str, object] | None:
    return None if value is None else (key, value)


def _value(quantity: Quantity | None) -> object:
    return None if quantity is None else quantity.value


def compare_items(name: str, said: GoldNarrative, found: Narrative, sheet: Sheet) -> None:
    """Problems, measures, and of each measure that was found its tense, year and answers."""
    gold = item_lists(said.problems, (m.text for m in said.improvements))
    read = item_lists((p.text for p in found.problems), (m.text for m in found.improvements))
    sheet.items(name, "problems", gold["problems"], read["problems"])
    sheet.manners.add(name, gold, read)
    wanted = {_item(measure.text): measure for measure in said.improvements}
    given = {_item(measure.text): measure for measure in found.improvements}
    sheet.items(name, "improvements", list(wanted), list(given))
    for text in (text for text in wanted if text in given):
        sheet.value(name, "tense", (text, wanted[text].tense), (text, given[text].tense))
        sheet.told(name, "measure year", wanted[text].year, given[text].year)
        sheet.items(name, "answers", wanted[text].answers, given[text].answers)


def item_lists(problems: Iterable[str], measures: Iterable[str]) -> Lists:
    """The texts of items as they are compared."""
    return {"problems": [*map(_item, problems)], "improvements": [*map(_item, measures)]}


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


def totals(sheet: Sheet) -> list[str]:
    """A line per field."""
    out = []
    for name, tally in sheet.tallies.items():
        low, high = wilson(tally.right, tally.right + tally.missing)
        out.append(
            f"  {name:16} {tally.right:6} {tally.spurious:5} {tally.missing:5}"
            f"  P {tally.precision:6.1%}  R {tally.recall:6.1%}  [{low:.3f}, {high:.3f}]"
        )
    return out


def lines(part: str, sheets: dict[str, Sheet]) -> list[str]:
    """The figures as text: totals per field over all formats, then F1 per field and format."""
    formats = [name for name in sheets if name != "all"]
    out = [f"{part}: field, right, spurious, missing, precision, recall, 95 % interval of recall"]
    out += totals(sheets["all"])
    out += sheets["all"].manners.lines()
    out.append(f"{part}: F1 by format" + "".join(f" {name:>7}" for name in formats))
    for name in sheets["all"].tallies:
        row = "".join(f" {sheets[f].tallies[name].f1:7.3f}" for f in formats)
        out.append(f"  {name:20}{row}")
    return out


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=PARTS, help="only this part")
    parser.add_argument("--formats", nargs="*", help="only these formats (pdf docx doc html …)")
    parser.add_argument("--misses", action="store_true", help="list misses, never held-back ones")
    options = parser.parse_args(arguments)
    renderings = [r for r in committed() if not options.formats or r.format in options.formats]
    out: list[str] = []
    parts: tuple[Part, ...] = (options.part,) if options.part else PARTS
    for part in parts:
        sheets = measure(load_reports(part), renderings)
        out += lines(part, sheets)
        if options.misses and part != "held":
            seen = {
                f"    {m.report} {m.field}: {m.expected} | {m.found}" for m in sheets["all"].misses
            }
            print("\n".join(sorted(seen)))
    if not options.part and not options.formats:
        out += [cost_line(), counting_line()]
    print("\n".join(out))
    if not options.part and not options.formats:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text("\n".join(out) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
