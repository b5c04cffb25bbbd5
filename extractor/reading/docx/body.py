"""A story (body, note, header) as blocks: paragraphs with their numbers, tables, pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from extractor.reading.blocks import CACHED_CHARS, paragraph
from extractor.reading.document import Align, Block, Paragraph, Picture
from extractor.reading.docx.drawings import Held, branches
from extractor.reading.docx.numbering import Numbering
from extractor.reading.docx.runs import RunReader
from extractor.reading.docx.styles import Settings, Styles, Written, written_in
from extractor.reading.docx.tables import read_table
from extractor.reading.docx.xmlparts import MC, Element, W, child, on, properties

# Tables in text boxes in tables …: real documents nest three deep, and each level takes some
# eight calls.
_MAX_DEPTH = 40
_THROUGH = frozenset(
    W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_PARAGRAPH, _TABLE, _PROPERTIES, _RUN = W + "p", W + "tbl", W + "pPr", W + "rPr"
# What, in an end mark's properties, lets a paragraph run on into the next.
_GONE = (W + "del", W + "moveFrom")
_RUNNING_ON = (*_GONE, W + "vanish")
TOO_DEEP = "文档中的表格嵌套过深，最里层的内容没有读取。"
FOREIGN_PART = "文档中嵌入了其他格式的内容（altChunk），这部分没有读取：请用 Word 打开后另存再读。"


@dataclass(frozen=True, slots=True)
class _Form:
    """How a paragraph is set, and what becomes of its end mark."""

    settings: Settings
    deleted_mark: bool = False
    hidden_mark: bool = False
    style_separator: bool = False

    @property
    def runs_on(self) -> bool:
        return self.deleted_mark or self.hidden_mark


@dataclass(slots=True)
class _Started:
    """A paragraph whose end mark is gone: what follows continues it."""

    pieces: list[str]
    label: str
    form: _Form
    anchored: list[Held]


@dataclass(slots=True)
class StoryReader:
    """Reads stories in document order, since numbers count on."""

    styles: Styles
    numbering: Numbering
    runs: RunReader
    note_marks: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    _started: _Started | None = None
    _depth: int = 0
    _may_run_on: bool = False
    _usual: dict[Written, _Form] = field(default_factory=dict)

    def story(self, root: Element) -> list[Block]:
        """The blocks of a whole story."""
        # Asked once, in C, so that most documents need not be asked at every paragraph and run.
        self.runs.may_hide = self.styles.can_hide or _holds(root, W + "vanish")
        self.runs.may_raise = _holds(root, W + "vertAlign")
        self._may_run_on = _holds(root, *_RUNNING_ON)
        return self.blocks(root)

    def blocks(self, story: Element) -> list[Block]:
        """The blocks of a part of a story: a cell, a text box."""
        if self._depth >= _MAX_DEPTH:
            self._remark(TOO_DEEP)
            return []
        self._depth += 1
        outer, self._started = self._started, None
        found: list[Block] = []
        self._collect(story, found)
        self._finish(found)
        self._started = outer
        self._depth -= 1
        return found

    def _collect(self, parent: Element, found: list[Block]) -> None:
        for element in parent:
            tag = element.tag
            if tag == _PARAGRAPH:
                self._paragraph(element, found)
            elif tag == _TABLE:
                self._finish(found)
                found.extend(read_table(element, self.blocks))
            elif tag in _THROUGH:
                self._collect(element, found)
            elif tag == MC + "AlternateContent":
                for branch in branches(element)[:1]:
                    self._collect(branch, found)
            elif tag == W + "altChunk":
                self._remark(FOREIGN_PART)

    def _remark(self, remark: str) -> None:
        if remark not in self.remarks:
            self.remarks.append(remark)

    def _paragraph(self, element: Element, found: list[Block]) -> None:
        form = self._form(element)
        line = self.runs.read(element, bool(form.settings.hidden))
        self.note_marks.extend(line.notes)
        started, self._started = self._started, None
        if started is None:
            started = _Started(line.pieces, "", form, line.anchored)
        else:
            # The lists grow in place: a thousand deleted marks in a row cost no more than each.
            started.pieces += line.pieces
            started.anchored += line.anchored
            started.form = form
        if form.runs_on:
            if form.style_separator and not started.label:
                started.label = self.numbering.label(form.settings)
            self._started = started
            return
        self._end(started, found)

    def _end(self, started: _Started, found: list[Block]) -> None:
        settings = started.form.settings
        label = started.label or self.numbering.label(settings)
        text = label + "".join(started.pieces)
        own = _shown(text, settings.heading or None, settings.align)
        if own is not None:
            found.append(own)
        for held in started.anchored:
            self._anchored(held, found)

    def _form(self, paragraph: Element) -> _Form:
        by_tag = properties(paragraph, _PROPERTIES)
        written = written_in(by_tag)
        mark = by_tag.get(_RUN) if self._may_run_on else None
        if mark is not None:
            return _Form(
                self.styles.paragraph(written),
                deleted_mark=any(child(mark, tag) is not None for tag in _GONE),
                hidden_mark=on(child(mark, W + "vanish")),
                style_separator=on(child(mark, W + "specVanish")),
            )
        known = self._usual.get(written)
        if known is None:
            known = self._usual[written] = _Form(self.styles.paragraph(written))
        return known

    def _finish(self, found: list[Block]) -> None:
        """Ends a paragraph that nothing continues, where it holds anything."""
        if self._started is None:
            return
        started, self._started = self._started, None
        if started.anchored or "".join(started.pieces).strip():
            self._end(started, found)

    def _anchored(self, held: Held, found: list[Block]) -> None:
        if isinstance(held, Picture):
            found.append(held)
        elif isinstance(held, str):
            lettering = _shown(held)
            found.extend([] if lettering is None else [lettering])
        else:
            found.extend(self.blocks(held))


def _holds(root: Element, *tags: str) -> bool:
    return next(root.iter(*tags), None) is not None


# Most cells print 0 or a label of the form.
_short = lru_cache(maxsize=2048)(paragraph)


def _shown(text: str, heading: int | None = None, align: Align | None = None) -> Paragraph | None:
    make = _short if len(text) <= CACHED_CHARS else paragraph
    return make(text, heading, align)
