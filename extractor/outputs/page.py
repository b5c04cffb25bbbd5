"""summary.html: one self-contained page that needs no network.

It is written as the reports come: one line each, which the page's script reads when it is needed.
What must be known of all reports stands behind them, at the end of the file.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from extractor.checks.model import Language
from extractor.outputs.names import DIMENSION, SEVERITY, STATUS
from extractor.outputs.page_roster import RosterFigures, roster_figures
from extractor.outputs.page_rows import Codes, Figures, as_json, details, row
from extractor.outputs.page_words import terms, words
from extractor.report.record import Record, Tool
from extractor.roster.reporting import Reporting

_PARTS = "page_parts"
_SCRIPTS = ("data.js", "find.js", "list.js", "report.js", "figures.js", "start.js")
# Between a report's row and its details: no JSON text holds a bare tab.
_SEPARATOR = "\t"
# For browsers without scripts: as many as one still reads through.
_PLAIN_ROWS = 50


class SummaryPage:
    """Reports are added worst first; only counts and the plain table's rows stay in memory."""

    def __init__(self, path: Path, lang: Language, *, since: bool = False) -> None:
        """`since`: findings are told only where they are new since an earlier run."""
        self._lang, self._since = lang, since
        self._codes, self._figures = Codes(), Figures()
        self._plain: list[list[str]] = []
        self._tool: Tool | None = None
        self._roster: RosterFigures | None = None
        # A lone surrogate (a file name that is no text) becomes \udcxx, which JSON reads back.
        self._file = path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
        self._write("begin.html")

    def __enter__(self) -> SummaryPage:
        return self

    def __exit__(self, *error: object) -> None:
        try:
            if error[0] is None:
                self._write("end.html")
        finally:
            self._file.close()

    def add(self, record: Record, shown: Record | None = None) -> None:
        """`shown`: the same report with the findings that are told, where not all are."""
        shown = shown or record
        self._tool = self._tool or record.tool
        self._figures.count(record, shown)
        told = as_json(row(shown, self._codes))
        self._file.write(f"{told}{_SEPARATOR}{as_json(details(shown, self._codes))}\n")
        if len(self._plain) < _PLAIN_ROWS:
            self._plain.append(self._plain_row(shown))

    def roster(self, reporting: Reporting) -> None:
        """Who has not reported stands above the reports."""
        self._roster = roster_figures(reporting, self._lang)

    def _plain_row(self, record: Record) -> list[str]:
        score = record.score
        values = [score.total, *(score.dimensions.get(name) for name in DIMENSION)] if score else []
        counts = [
            sum(flag.severity == severity and flag.verdict != "误报" for flag in record.flags)
            for severity in SEVERITY
        ]
        return [
            record.meta.agency or "",
            str(record.meta.year or ""),
            record.source.path,
            STATUS[record.status].told(self._lang),
            *(f"{value:g}" if value is not None else "" for value in values or [None] * 7),
            *map(str, counts),
        ]

    def _write(self, part: str) -> None:
        template = _templates().get_template(part)
        style, script = _text("page.css"), _script()
        self._file.write(
            template.render(
                lang=self._lang,
                # As attributes: a dict would answer `words.clear` with its own method.
                words=SimpleNamespace(**words(self._lang)),
                figures=self._figures,
                since=self._since,
                plain=self._plain,
                roster=self._roster,
                dimensions=[said.told(self._lang) for said in DIMENSION.values()],
                severities=[said.told(self._lang) for said in SEVERITY.values()],
                tool=self._tool,
                style=Markup(style),
                style_hash=_hash(style),
                script=Markup(script),
                script_hash=_hash(script),
                data=Markup(as_json(self._data())),
            )
        )

    def _data(self) -> dict[str, object]:
        """What the script must know beside the reports."""
        figures = self._figures
        return {
            "lang": self._lang,
            "words": words(self._lang),
            "terms": terms(self._lang),
            "codes": self._codes.table(),
            "files": figures.files,
            "bins": figures.bins,
            "full": [figures.full[name] for name in DIMENSION],
        }


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("extractor.outputs", _PARTS),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _text(name: str) -> str:
    return files("extractor.outputs").joinpath(_PARTS, name).read_text(encoding="utf-8")


def _script() -> str:
    """One function around all, so that its names are nobody else's."""
    parts = "\n".join(_text(name) for name in _SCRIPTS)
    return f"(function () {{\n'use strict';\n{parts}}}());\n"


def _hash(text: str) -> str:
    """What the page's own policy lets run: this very text and nothing that a report brings."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
