"""Which files are made of a report: a row for each format, producer and style."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from evaluation.gold import Report
from evaluation.render import html, mhtml, programs, text
from evaluation.render.docx import write_docx
from evaluation.render.layout import Block, layout
from evaluation.render.style import Draw, Style, style_of
from extractor.reading.document import Format

SIXTHS = 6


@dataclass(frozen=True, slots=True)
class Job:
    """One report with its style and blocks."""

    report: Report
    style: Style
    blocks: list[Block]
    variation: int = 0

    @property
    def id(self) -> str:
        return self.report.gold.id

    @property
    def stem(self) -> str:
        """The name of its files."""
        return f"{self.id}-{self.variation}" if self.variation else self.id


@dataclass(frozen=True, slots=True)
class Producer:
    """How the files of one folder come about."""

    folder: str
    format: Format
    name: str
    needs: str | None = None
    """LibreOffice or Chromium, where the project's own code does not write the file."""
    sixths: tuple[int, ...] = (0, 1, 2, 3, 4, 5)
    """Which sixths of the reports are kept in the repository; large files are a selection."""

    def keeps(self, report_id: str) -> bool:
        """Whether the repository keeps this report's file."""
        return Draw(report_id).one_of("sixth", range(SIXTHS)) in self.sixths


PRODUCERS = (
    Producer("pdf-libreoffice", "pdf", "LibreOffice", "LibreOffice", (0, 1)),
    Producer("pdf-chromium", "pdf", "Chromium", "Chromium", (4,)),
    Producer("docx", "docx", "own"),
    Producer("doc", "doc", "LibreOffice", "LibreOffice", (0, 1, 2)),
    Producer("rtf", "rtf", "LibreOffice", "LibreOffice", (4,)),
    Producer("html-page", "html", "own, plain page", sixths=(0, 2, 4)),
    Producer("html-site", "html", "own, whole site page", sixths=(1, 3, 5)),
    Producer("mhtml", "mhtml", "own", sixths=(0,)),
    Producer("txt-cells", "txt", "own, a cell a line"),
    Producer("txt-grid", "txt", "own, tabs on the grid"),
    Producer("txt-word", "txt", "own, tabs between cells"),
    Producer("md-pipes", "md", "own, pipe tables"),
    Producer("md-html", "md", "own, HTML tables"),
)
BY_FOLDER = {producer.folder: producer for producer in PRODUCERS}


def job_of(report: Report, variation: int = 0) -> Job:
    """The report ready to print, in its own style or in another."""
    style = style_of(report.gold, variation)
    return Job(report, style, layout(report, style), variation)


def missing_programs() -> dict[str, str]:
    """The programs that this machine lacks, each with what that means."""
    lacking = {}
    if programs.soffice() is None:
        lacking["LibreOffice"] = "soffice not found: no pdf-libreoffice, doc, rtf"
    if programs.chromium() is None:
        lacking["Chromium"] = "chromium not found: no pdf-chromium"
    return lacking


def produce(producer: Producer, jobs: list[Job], folder: Path) -> None:
    """Write all files of one producer into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    if producer.needs == "LibreOffice":
        _by_libreoffice(producer.format, jobs, folder)
    elif producer.needs == "Chromium":
        _by_chromium(jobs, folder)
    elif producer.format == "docx":
        for job in jobs:
            _docx(job, folder / f"{job.stem}.docx")
    else:
        for job in jobs:
            target = folder / f"{job.stem}.{producer.format}"
            target.write_bytes(_WRITERS[producer.folder](job))


def _docx(job: Job, path: Path) -> None:
    write_docx(path, job.blocks, job.style, job.report.gold.meta.title or "")


def _by_libreoffice(kind: str, jobs: list[Job], folder: Path) -> None:
    command = programs.soffice()
    assert command is not None
    with tempfile.TemporaryDirectory() as name:
        files = [Path(name) / f"{job.stem}.docx" for job in jobs]
        for job, file in zip(jobs, files, strict=True):
            _docx(job, file)
        programs.convert(command, files, kind, folder, Path(name) / "profile")


def _by_chromium(jobs: list[Job], folder: Path) -> None:
    command = programs.chromium()
    assert command is not None
    with tempfile.TemporaryDirectory() as name:
        pages = [Path(name) / f"{job.stem}.html" for job in jobs]
        for job, page in zip(jobs, pages, strict=True):
            page.write_text(html.for_print(job.blocks, job.style, job.report.gold), "utf-8")
        untagged = {job.stem for job in jobs if not job.style.browser_tags}
        programs.print_pages(command, pages, folder, Path(name) / "profile", untagged)


def _page(job: Job) -> bytes:
    return html.page(job.blocks, job.style, job.report.gold).encode()


def _site(job: Job) -> bytes:
    page = html.site(job.blocks, job.style, job.report.gold)
    return page.encode(job.style.html_encoding)


def _mhtml(job: Job) -> bytes:
    gold = job.report.gold
    return mhtml.archive(html.page(job.blocks, job.style, gold), job.style, gold)


def _txt(write: Callable[[list[Block], Style], str]) -> Callable[[Job], bytes]:
    def encoded(job: Job) -> bytes:
        lines = write(job.blocks, job.style).replace("\n", job.style.txt_newline)
        return lines.encode(job.style.txt_encoding)

    return encoded


def _md(write: Callable[[list[Block], Style], str]) -> Callable[[Job], bytes]:
    return lambda job: write(job.blocks, job.style).encode()


_WRITERS: dict[str, Callable[[Job], bytes]] = {
    "html-page": _page,
    "html-site": _site,
    "mhtml": _mhtml,
    "txt-cells": _txt(text.cells_behind_tabs),
    "txt-grid": _txt(text.tabs_on_grid),
    "txt-word": _txt(text.tabs_between_cells),
    "md-pipes": _md(text.markdown_pipes),
    "md-html": _md(text.markdown_html),
}
