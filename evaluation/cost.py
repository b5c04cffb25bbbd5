"""What understanding a report costs, beside a plain pdfplumber read of the same report as PDF."""

from __future__ import annotations

import logging
import statistics
import time
from collections.abc import Callable, Sequence

import pdfplumber
from sklearn import config_context
from sklearn.feature_extraction.text import TfidfVectorizer

from evaluation.render.index import Rendering, committed
from extractor.checks.model import Case
from extractor.checks.run import run_checks
from extractor.language.classify.context import Sight
from extractor.language.classify.features import SOURCES, texts
from extractor.language.classify.in_use import classifier_in_use
from extractor.language.classify.terms import Terms
from extractor.learning.linear import vectorizer
from extractor.reading import read
from extractor.report.report import read_report
from extractor.report.told_sentences import sights_of, told_sentences

RUNS = 7
FILES = 12


def cost_line() -> str:
    """One run over the same reports: understanding (all but reading), and pdfplumber."""
    pdfs = _pdfs()
    documents = [read(pdf.path) for pdf in pdfs]
    return "understanding " + _beside(lambda: [read_report(each) for each in documents], pdfs)


def counting_line() -> str:
    """Why a report's n-grams are not counted by scikit-learn: both, over the same sentences."""
    ours = {one.source: one for one in classifier_in_use().terms}
    theirs = {source: _vectorizer(one) for source, one in ours.items()}
    asked = [
        (source, list(dict.fromkeys(texts(source, sights))))
        for sights in map(_sights, _pdfs())
        for source in SOURCES
    ]
    with config_context(assume_finite=True, skip_parameter_validation=True):
        turns = [
            (
                _seconds(lambda: [ours[source].weighted(told) for source, told in asked]),
                _seconds(lambda: [theirs[source].transform(told) for source, told in asked]),
            )
            for _ in range(RUNS)
        ]
    ratio = statistics.median(one / other for one, other in turns)
    return f"counting n-grams, beside scikit-learn's TfidfVectorizer: ratio {ratio:.2f}"


def checks_cost_line() -> str:
    """The same for all checks on one report."""
    pdfs = _pdfs()
    reports = [read_report(read(pdf.path)) for pdf in pdfs]
    cases = [Case(report, report.sentences) for report in reports]
    return "checks " + _beside(lambda: [run_checks(case) for case in cases], pdfs)


def _pdfs() -> list[Rendering]:
    return [r for r in committed() if r.format == "pdf" and r.part == "dev"][:FILES]


def _sights(pdf: Rendering) -> list[Sight]:
    report = read_report(read(pdf.path))
    told = told_sentences(report.flow, report.outline, report.analysis)
    return sights_of(told, report.identity.year)


def _vectorizer(terms: Terms) -> TfidfVectorizer:
    made = vectorizer(terms.source, 1)
    made.set_params(vocabulary=list(terms.names))
    made.idf_ = terms.rarity
    return made


def _beside(work: Callable[[], object], pdfs: Sequence[Rendering]) -> str:
    """Medians of turns taken one about the other: a machine that slows down slows both."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it complains of fonts, page by page
    work()
    turns = [
        (_seconds(work), _seconds(lambda: [_plain_read(p) for p in pdfs])) for _ in range(RUNS)
    ]
    ours, rival = (
        statistics.median(column) / len(pdfs) * 1000 for column in zip(*turns, strict=True)
    )
    ratio = statistics.median(one / other for one, other in turns)
    return f"{ours:.1f} ms a report; pdfplumber reading it as PDF {rival:.1f} ms; ratio {ratio:.3f}"


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _plain_read(pdf: Rendering) -> int:
    with pdfplumber.open(pdf.path) as document:
        return sum(len(page.extract_text()) + len(page.extract_tables()) for page in document.pages)
