"""What can be wrong with a gold report: its sums, its quotes, its numbers, its names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

from evaluation.forms import APPLICANTS, OUTCOMES, RESULTS
from evaluation.gold import PARTS, Gold, Report
from evaluation.gold_narrative import Item, Quantity
from evaluation.spelling import says, spelt_dates
from extractor.reading.characters import normalise

# Between a run-in heading and the aspect's text: a full stop or colon and a blank at most.
MAX_GAP_AFTER_HEADING = 3
# What ends an item: a comma only where the next enumerator follows it; in a listing
# (存在A、B等问题) the next lack or the frame.
_ITEM_END = re.compile(
    r"[。；;！、]|$|[，,](?=[一二三四五六七八九十]+是|[^。；;]*(?:等|的问题))|[和及以与]|等|的?(?:问题|现象|情况|方面)"
)
_LETTERS = {"dev": ("d", "k"), "earlier": ("h",), "held": ("n",)}
"""With which a part's reports begin their names."""
_ENUMERATOR = re.compile(
    r"[一二三四五六七八九十]+是|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]"
)


def faults(path: Path, report: Report) -> list[str]:
    """Everything wrong with one gold report, in words."""
    gold = report.gold
    found = [*_names(path, gold), *_placeholders(report)]
    if not gold.allow_table_errors:
        found += _arithmetic(gold)
    return [
        *found,
        *_headings(report),
        *_meta(report),
        *_aspects(report),
        *_items(report),
        *_figures(report),
    ]


def _names(path: Path, gold: Gold) -> Iterator[str]:
    if path.name != f"{gold.id}.gold.yaml":
        yield f"id {gold.id!r} does not agree with the file name"
    folder = path.parent.name
    if folder in PARTS and not gold.id.startswith(_LETTERS[folder]):
        yield f"id {gold.id!r} does not belong into {folder}/"


def _placeholders(report: Report) -> Iterator[str]:
    standing = [line.text for line in report.lines if line.kind == "table"]
    for key in ("disclosure", "applications", "disputes"):
        expected = int(getattr(report.gold.tables, key) is not None)
        if standing.count(key) != expected:
            yield f"{{{{table:{key}}}}} stands {standing.count(key)} times instead of {expected}"
    for key in set(standing) - {"disclosure", "applications", "disputes"}:
        yield f"unknown placeholder {{{{table:{key}}}}}"


def _number(printed: str) -> Decimal | None:
    try:
        return Decimal(printed.replace(",", "").replace("，", "").strip())
    except InvalidOperation:
        return None


def _sum(values: list[str]) -> Decimal | None:
    numbers = [_number(value) for value in values]
    known = [number for number in numbers if number is not None]
    return sum(known, Decimal(0)) if len(known) == len(numbers) else None


def _unequal(left: Decimal | None, right: Decimal | None) -> bool:
    return left is not None and right is not None and left != right


def _arithmetic(gold: Gold) -> Iterator[str]:
    tables = gold.raw_tables()
    for key, row in tables.get("applications", {}).items():
        parts, total = _sum([row[name] for name in APPLICANTS[:-1]]), _number(row["total"])
        if _unequal(parts, total):
            yield f"applications.{key}: columns add up to {parts}, total is {total}"
    if gold.tables.applications is not None:
        rows = tables["applications"]
        for column in APPLICANTS:
            total = _number(rows["total"][column])
            outcomes = _sum([rows[key][column] for key in OUTCOMES[gold.tables.applications.form]])
            if _unequal(outcomes, total):
                yield f"applications.{column}: outcomes add up to {outcomes}, total is {total}"
            inflow = _sum([rows["new"][column], rows["carried_in"][column]])
            outflow = _sum([rows["total"][column], rows["carried_out"][column]])
            if _unequal(inflow, outflow):
                yield f"applications.{column}: new+carried_in {inflow} ≠ {outflow}"
    for key, row in tables.get("disputes", {}).items():
        parts, total = _sum([row[name] for name in RESULTS[:-1]]), _number(row["total"])
        if _unequal(parts, total):
            yield f"disputes.{key}: results add up to {parts}, total is {total}"


def _headings(report: Report) -> Iterator[str]:
    title = "".join(line.text for line in report.lines if line.kind == "title")
    if title != (report.gold.meta.title or ""):
        yield f"title {report.gold.meta.title!r} is not the txt's # lines: {title!r}"
    printed = [line.text for line in report.lines if line.kind == "section"]
    stated = [section.title for section in report.gold.sections]
    if printed != stated:
        odd = [text for text in printed + stated if (text in printed) != (text in stated)]
        yield f"sections are not the txt's ## lines: {odd or 'order differs'}"


def _meta(report: Report) -> Iterator[str]:
    meta, text = report.gold.meta, "".join(report.prose)
    for name, quote in (("agency", meta.agency), *(("basis", number) for number in meta.basis)):
        # Converted text has blanks within a number (国务院令第 711 号).
        if quote is not None and quote not in text and quote not in text.replace(" ", ""):
            yield f"meta.{name} {quote!r} does not stand in the txt"
    plain = normalise(text).replace(" ", "")
    if meta.year is not None and not any(form in plain for form in _years(meta.year)):
        yield f"meta.year {meta.year} does not stand in the txt"
    for name, day in (("issued", meta.issued), *(("period", day) for day in meta.period or ())):
        if day is not None and not _stands(day, plain, with_year=name == "issued"):
            yield f"meta.{name} {day} does not stand in the txt"
    tables = report.gold.tables
    forms = {table.form for table in (tables.disclosure, tables.applications) if table is not None}
    if forms and meta.form not in forms:
        yield f"meta.form {meta.form!r} is not the tables' form"


def _years(year: int) -> tuple[str, str]:
    return str(year), "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))


def _stands(day: date, text: str, *, with_year: bool) -> bool:
    return any(form in text.replace("○", "〇") for form in spelt_dates(day, with_year=with_year))


def _aspects(report: Report) -> Iterator[str]:
    text = "".join(report.prose)
    for aspect in report.gold.aspects:
        after = 0
        if aspect.title is not None:
            position = text.find(aspect.title)
            if position < 0:
                yield f"aspect {aspect.key}: title {aspect.title!r} does not stand in the txt"
                continue
            after = position + len(aspect.title)
        start = text.find(aspect.starts, after)
        if start < 0:
            yield f"aspect {aspect.key}: starts {aspect.starts!r} does not stand after its title"
        elif text.find(aspect.ends, start) < 0:
            yield f"aspect {aspect.key}: ends {aspect.ends!r} does not stand after its start"
        elif aspect.title is not None and start - after > MAX_GAP_AFTER_HEADING:
            yield f"aspect {aspect.key}: between title and starts stands {text[after:start]!r}"


def _items(report: Report) -> Iterator[str]:
    narrative = report.gold.narrative
    quotes = [(f"problems[{i}]", text) for i, text in enumerate(narrative.problems)]
    quotes += [(f"improvements[{i}]", item.text) for i, item in enumerate(narrative.improvements)]
    for name, quote in quotes:
        yield from _item(name, quote, report)
    for index, improvement in enumerate(narrative.improvements):
        for answer in improvement.answers:
            if not 0 <= answer < len(narrative.problems):
                yield f"improvements[{index}].answers: there is no problem {answer}"


def _item(name: str, quote: str, report: Report) -> Iterator[str]:
    joined = "".join(report.prose)
    if quote not in joined:
        yield f"{name} does not stand in the txt: {quote!r}"
        return
    if re.search(r"[。；;]", quote):
        yield f"{name} goes on behind a full stop or semicolon: {quote!r}"
    if _ENUMERATOR.match(quote):
        yield f"{name} begins with its enumerator: {quote!r}"
    holding = [line for line in report.prose if quote in line]
    ends = [_ITEM_END.match(line, line.find(quote) + len(quote)) for line in holding]
    if holding and not any(ends):
        behind = holding[0][holding[0].find(quote) + len(quote) :][:6]
        yield f"{name} stops before the full stop or semicolon: {quote!r}, then {behind!r}"


def _figures(report: Report) -> Iterator[str]:
    narrative, text = report.gold.narrative, normalise("".join(report.prose)).replace(" ", "")
    quantities: list[Quantity] = [*narrative.disclosure_items]
    if narrative.disclosure_total is not None:
        quantities.append(narrative.disclosure_total)
    for quantity in quantities:
        yield from _quantity(quantity, text)
    for platform in narrative.platforms:
        if normalise(platform.name).replace(" ", "") not in text:
            yield f"platform {platform.name!r} does not stand in the txt"
        if platform.count and not says(text, platform.count):
            yield f"platform {platform.name!r}: {platform.count} does not stand in the txt"
    for name, value in _single_figures(report.gold):
        # The gold's fees are in 元; reports print them in 万元 too.
        in_ten_thousands = name.endswith("fees") and says(text, (value or 0) / 10_000)
        if value and not says(text, value) and not in_ten_thousands:
            yield f"narrative.{name}: {value} does not stand in the txt"


def _quantity(quantity: Quantity, text: str) -> Iterator[str]:
    quote = normalise(quantity.text).replace(" ", "")
    name = quantity.name if isinstance(quantity, Item) else "disclosure_total"
    if quote not in text:
        yield f"{name}: {quantity.text!r} does not stand in the txt"
    if quantity.value and not says(quote, quantity.value):
        yield f"{name}: {quantity.text!r} does not say {quantity.value}"
    if quantity.unit and quantity.unit not in quote:
        yield f"{name}: unit {quantity.unit!r} does not stand in {quantity.text!r}"


def _single_figures(gold: Gold) -> Iterator[tuple[str, int | float | None]]:
    narrative = gold.narrative
    groups = {
        "applications": narrative.applications,
        "disputes.review": narrative.disputes.review,
        "disputes.suit": narrative.disputes.suit,
        "decisions": narrative.decisions,
        "normative_documents": narrative.normative_documents,
        "regulations": narrative.regulations,
    }
    for name, group in groups.items():
        for key, value in group:
            yield f"{name}.{key}", value
    yield "fee.notices", narrative.fee.notices
    yield "fee.billed", narrative.fee.billed
    yield "fee.received", narrative.fee.received
