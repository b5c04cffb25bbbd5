"""How one report looks: what its gold asks for, the rest drawn from its id.

Drawing by id makes many layouts occur, yet every run and machine draws the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from evaluation.gold import Gold, Meta, Render, Tables

T = TypeVar("T")

BracketKind = Literal["full", "half"]
HeadFill = Literal["plain", "blanks", "breaks"]
Footer = Literal["dash", "plain", "of", "none"]

SERIF, SANS, KAI = "Noto Serif CJK SC", "Noto Sans CJK SC", "AR PL UKai CN"
MING, HEI, MICRO = "AR PL UMing CN", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"


@dataclass(frozen=True, slots=True)
class Style:
    """Every choice a renderer makes about one report."""

    labels: Literal["dot", "comma", "none"]
    brackets: BracketKind
    blank_after_bracket: bool
    short_labels: bool
    straight_quotes: bool
    plain_normative: bool
    """规范性文件 where the 2021 form has 行政规范性文件."""
    head_fill: HeadFill
    fuse: bool
    split: bool
    split_captions: bool
    """Small tables of a split table two carry 第二十条… as a line above, not as a row."""
    size: float
    narrow: bool
    auto_numbering: bool
    repeat_header: bool
    footer: Footer
    running_header: bool
    landscape: bool
    body_font: str
    table_font: str
    browser_font: str
    """Printed by a browser: TrueType mostly, CFF (which becomes Type 3 there) now and then."""
    browser_tags: bool
    """A browser's PDF with a structure tree."""
    body_size: float
    title_size: float
    latin_font: str
    centred_labels: bool
    breaks_as_paragraphs: bool
    """DOCX: a break within a cell is a new paragraph, not a line break."""
    outline_headings: bool
    """Section headings carry the source format's heading style."""
    padding: float
    """Space above and below a cell's text in points."""
    label_widths: tuple[float, float, float]
    """The three label columns of table three, where all ten columns are 100."""
    html_encoding: Literal["utf-8", "gb18030"]
    txt_encoding: Literal["utf-8", "utf-8-sig", "gb18030"]
    txt_newline: Literal["\n", "\r\n"]
    span_soup: bool
    """HTML pasted from Word: digits and letters in spans of their own, a paragraph in each cell."""
    escapes: bool
    """Markdown: a leading number is escaped (1\\.) as careful converters do."""
    bookmarks: bool
    """Converter's residue such as [bookmark: _GoBack] in texts."""

    def summary(self) -> str:
        """What is special about it, in a few words for the index."""
        words = [f"labels={self.labels}", f"brackets={self.brackets}", f"size={self.size:g}"]
        words += [f"head={self.head_fill}", f"footer={self.footer}"]
        flags = ("short_labels", "fuse", "split", "narrow", "auto_numbering", "repeat_header")
        words += [name for name in (*flags, "running_header", "landscape") if getattr(self, name)]
        return " ".join(words)


def plain_style() -> Style:
    """The official form printed as it is, for reports that are about their content."""
    return replace(
        style_of(Gold(id="d00", hand="plain", meta=Meta(), sections=[], tables=Tables())),
        straight_quotes=False,
        plain_normative=False,
        head_fill="plain",
        split_captions=False,
        bookmarks=False,
    )


class Draw:
    """Draws choices from a report's id."""

    def __init__(self, report_id: str) -> None:
        self._id = report_id

    def one_of(self, name: str, options: Sequence[T]) -> T:
        digest = hashlib.sha256(f"{self._id}:{name}".encode()).digest()
        return options[int.from_bytes(digest[:4], "big") % len(options)]

    def often(self, name: str, one_in: int) -> bool:
        return self.one_of(name, range(one_in)) == 0


def style_of(gold: Gold, variation: int = 0) -> Style:
    """The report's style; a variation other than 0 draws what the gold asks for, too."""
    draw = Draw(f"{gold.id}/{variation}" if variation else gold.id)
    asked = _drawn(draw) if variation else gold.render
    serif = draw.one_of("body_font", (SERIF, SERIF, KAI, MING, SANS, HEI))
    return Style(
        labels=asked.labels,
        brackets=asked.brackets,
        blank_after_bracket=asked.brackets == "half" and draw.often("bracket_blank", 2),
        short_labels=asked.short_labels,
        straight_quotes=draw.often("quotes", 3),
        plain_normative=draw.often("normative", 3),
        head_fill=draw.one_of("head_fill", ("plain", "plain", "blanks", "breaks")),
        fuse=asked.fuse,
        split=asked.split,
        split_captions=draw.often("split_captions", 2),
        size=asked.size,
        narrow=asked.narrow,
        auto_numbering=asked.auto_numbering,
        repeat_header=draw.often("repeat_header", 3),
        footer=draw.one_of("footer", ("dash", "plain", "of", "none")),
        running_header=draw.often("running_header", 4),
        landscape=not asked.narrow and draw.often("landscape", 10),
        body_font=serif,
        table_font=draw.one_of("table_font", (serif, SERIF, SANS, HEI)),
        browser_font=draw.one_of("browser_font", (HEI, MICRO, HEI, MICRO, HEI, MICRO, SERIF)),
        browser_tags=draw.often("browser_tags", 3),
        body_size=draw.one_of("body_size", (16.0, 16.0, 15.0, 14.0, 12.0)),
        title_size=draw.one_of("title_size", (22.0, 22.0, 20.0, 18.0)),
        latin_font=draw.one_of("latin_font", (serif, serif, "DejaVu Sans")),
        centred_labels=draw.often("centred_labels", 2),
        breaks_as_paragraphs=draw.often("breaks_as_paragraphs", 2),
        outline_headings=draw.often("outline_headings", 2),
        padding=draw.one_of("padding", (0.0, 1.0, 3.0, 5.0)),
        label_widths=_label_widths(draw, narrow=asked.narrow),
        html_encoding=draw.one_of("html_encoding", ("utf-8", "utf-8", "gb18030")),
        txt_encoding=draw.one_of("txt_encoding", ("utf-8", "utf-8", "utf-8-sig", "gb18030")),
        txt_newline=draw.one_of("txt_newline", ("\n", "\n", "\r\n")),
        span_soup=draw.often("span_soup", 2),
        escapes=draw.often("escapes", 2),
        bookmarks=draw.often("bookmarks", 3),
    )


def _drawn(draw: Draw) -> Render:
    narrow = draw.often("narrow", 3)
    # Big type in narrow columns is no table that anybody would publish.
    sizes = (9.0, 10.5, 12.0) if narrow else (9.0, 10.5, 12.0, 14.0, 16.0)
    return Render(
        labels=draw.one_of("labels", ("dot", "comma", "none")),
        brackets=draw.one_of("brackets", ("full", "full", "half")),
        short_labels=draw.often("short_labels", 4),
        fuse=draw.often("fuse", 5),
        split=draw.often("split", 5),
        size=draw.one_of("size", sizes),
        narrow=narrow,
        auto_numbering=draw.often("auto_numbering", 3),
    )


def _label_widths(draw: Draw, *, narrow: bool) -> tuple[float, float, float]:
    if narrow:
        return draw.one_of("label_widths", ((5.0, 6.0, 14.0), (5.5, 9.0, 10.0), (6.0, 6.0, 20.0)))
    widths = ((7.0, 11.0, 22.0), (6.0, 9.0, 25.0), (11.0, 12.0, 24.0), (8.0, 14.0, 30.0))
    return draw.one_of("label_widths", widths)
