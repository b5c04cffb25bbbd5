"""What understanding a report costs, beside a plain pdfplumber read of the same report as PDF."""

from __future__ import annotations

import logging
import statistics
import time
from collections.abc import Callable

import pdfplumber

from evaluation.render.index import Rendering, committed
from extractor.checks.model import Case
from extractor.checks.run import run_checks
from extractor.reading import read
from extractor.report.report import read_report

RUNS = 3
FILES = 12


def cost_line() -> str:
    """One run over the same reports: understanding (all but reading), and pdfplumber."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it complains of fonts, page by page
    pdfs = [r for r in committed() if r.format == "pdf" and r.part == "dev"][:FILES]
    documents = [read(pdf.path) for pdf in pdfs]
    ours = _median(lambda: [read_report(document) for document in documents])
    rival = _median(lambda: [_plain_read(pdf) for pdf in pdfs])
    return (
        f"understanding {ours / len(pdfs) * 1000:.1f} ms a report; pdfplumber reading it as PDF "
        f"{rival / len(pdfs) * 1000:.1f} ms; ratio {ours / rival:.3f}"
    )


def checks_cost_line() -> str:
    """The same for all checks on one report."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    pdfs = [r for r in committed() if r.format == "pdf" and r.part == "dev"][:FILES]
    reports = [read_report(read(pdf.path)) for pdf in pdfs]
    cases = [Case(report, report.sentences) for report in reports]
    ours = _median(lambda: [run_checks(case) for case in cases])
    rival = _median(lambda: [_plain_read(pdf) for pdf in pdfs])
    return (
        f"checks {ours / len(pdfs) * 1000:.1f} ms a report; pdfplumber reading it as PDF "
        f"{rival / len(pdfs) * 1000:.1f} ms; ratio {ours / rival:.3f}"
    )


def _median(work: Callable[[], object]) -> float:
    work()
    times = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def _plain_read(pdf: Rendering) -> int:
    with pdfplumber.open(pdf.path) as document:
        return sum(len(page.extract_text()) + len(page.extract_tables()) for page in document.pages)
