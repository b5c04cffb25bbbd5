"""The record of a report that holds little else than one section."""

from __future__ import annotations

import re
from pathlib import Path

from evaluation.gold_narrative import Narrative
from evaluation.passages import TITLE, Passage
from extractor.checks.model import Case
from extractor.pipeline import record_of as record_of_case
from extractor.reading import read_source
from extractor.reading.source import Source
from extractor.report.record import Record
from extractor.report.report import read_report

_YEAR = re.compile(r"20\d\d")
_YEAR_TOLD = re.compile(r"(?<![\d—-])(?P<year>20\d\d)年度?(?P<rest>[^。；]*)")
_PLANS = re.compile("将|拟|计划|底前|起|争取|力争|打算")


def record_of_passage(passage: Passage, text: str) -> Record:
    printed = Passage.model_construct(id=passage.id, text=text, gold=passage.gold).printed()
    document = read_source(Source(Path(f"{passage.id}.txt"), printed.encode()))
    report = read_report(document)
    case = Case(report, report.sentences, annual_report=True)
    return record_of_case(case, document, passage.id, None)


def record_of(text: str) -> Record:
    """Of a section as printed, heading first, in a report of the year that it speaks of."""
    gold = Narrative.model_validate({"problems": [], "improvements": []})
    passage = Passage.model_construct(id="x", text=with_title(text), gold=gold)
    return record_of_passage(passage, passage.text)


def with_title(text: str) -> str:
    """Marked up as passages are."""
    heading, rest = text.split("\n", 1)
    title = TITLE if (year := _year_told(rest)) is None else _YEAR.sub(year, TITLE, count=1)
    return f"{title}\n\n## {heading}\n\n" + rest.replace("\n", "\n\n")


def _year_told(text: str) -> str | None:
    """The last of which it does not say what will be done."""
    past = [one["year"] for one in _YEAR_TOLD.finditer(text) if not _PLANS.search(one["rest"])]
    return max(past, default=None)
