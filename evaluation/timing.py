"""Reading time beside a plain use of the usual tools, on the same files in the same run."""

from __future__ import annotations

import io
import logging
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.render import programs
from extractor.reading import read

RUNS = 3
# pdfplumber takes seconds a file: so many files of a kind, spread over all, keep a run short.
FILES_PER_KIND = 12


@dataclass(frozen=True, slots=True)
class Timing:
    """Medians over the runs, in seconds for all files."""

    kind: str
    tool: str
    files: int
    ours: float
    theirs: float

    @property
    def ratio(self) -> float:
        return self.theirs / self.ours


def by_pdfplumber(paths: Sequence[Path]) -> None:
    import pdfplumber

    for path in paths:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                page.extract_text()
                page.extract_tables()


def by_python_docx(paths: Sequence[Path]) -> None:
    import docx

    for path in paths:
        document = docx.Document(str(path))
        _ = [paragraph.text for paragraph in document.paragraphs]
        _ = [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def by_pandas(paths: Sequence[Path]) -> None:
    import pandas

    for path in paths:
        text = path.read_bytes().decode("gb18030" if b"gb2312" in path.read_bytes() else "utf-8")
        pandas.read_html(io.StringIO(text), flavor="lxml")


def by_libreoffice(paths: Sequence[Path]) -> None:
    command = programs.soffice()
    assert command is not None
    with tempfile.TemporaryDirectory() as name:
        profile = Path(tempfile.gettempdir()) / "nianjian-timing-profile"
        programs.convert(command, list(paths), "docx", Path(name), profile)


def _ours(paths: Sequence[Path]) -> None:
    for path in paths:
        read(path)


RIVALS: dict[str, tuple[str, Callable[[Sequence[Path]], None]]] = {
    "pdf-libreoffice": ("pdfplumber", by_pdfplumber),
    "pdf-chromium": ("pdfplumber", by_pdfplumber),
    "docx": ("python-docx", by_python_docx),
    "html-page": ("pandas.read_html", by_pandas),
    "html-site": ("pandas.read_html", by_pandas),
    "doc": ("LibreOffice, one call for all", by_libreoffice),
}


def compare_times(kind: str, paths: Sequence[Path]) -> Timing:
    """Our time and the usual tool's for some of these files, alternating, after a warm-up."""
    tool, theirs = RIVALS[kind]
    step = max(1, len(paths) // FILES_PER_KIND)
    chosen = list(paths)[::step][:FILES_PER_KIND]
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    _ours(chosen[:1])
    theirs(chosen[:1])
    times = [(_seconds(_ours, chosen), _seconds(theirs, chosen)) for _ in range(RUNS)]
    ours, rival = (statistics.median(side) for side in zip(*times, strict=True))
    return Timing(kind, tool, len(chosen), ours, rival)


def _seconds(work: Callable[[Sequence[Path]], None], paths: Sequence[Path]) -> float:
    start = time.perf_counter()
    work(paths)
    return time.perf_counter() - start
