"""What one paragraph shows: its runs' text in the accepted state, and what is anchored in it.

Deleted and moved-away text is in elements that no handler knows, as are comments, instructions
and property changes: only what is named here is read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from extractor.reading.docx.drawings import Held, branches, held_by
from extractor.reading.docx.styles import Styles
from extractor.reading.docx.xmlparts import MC, XML_SPACE, Element, M, W, on, value
from extractor.reading.symbols import overlaid, raised, symbol

# Each level of nesting is two calls deep; real text nests four or five deep.
_MAX_DEPTH = 100
# Fields within fields: an index in a table of contents is three. Lost end marks must not add up.
_MAX_FIELDS = 30
_BLANKS = " \t\r\n"
_BREAKS = str.maketrans("\r\n\t", "   ")


@dataclass(slots=True)
class Line:
    """What has been collected of a paragraph; `notes` are (kind, id) of foot- and endnotes."""

    pieces: list[str] = field(default_factory=list)
    anchored: list[Held] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def measure(self) -> tuple[int, int, int]:
        """Grows whenever anything is added."""
        return len(self.pieces), len(self.anchored), len(self.notes)


@dataclass(slots=True)
class _Field:
    """An open complex field: until its separator comes, what is met is its instruction."""

    shown: bool = False
    kept: list[str] = field(default_factory=list)
    instruction: list[str] = field(default_factory=list)


class RunReader:
    """Reads paragraphs one after the other; fields may span several."""

    def __init__(self, styles: Styles) -> None:
        self.may_hide = self.may_raise = True
        self._raised = False
        self._styles = styles
        self._fields: list[_Field] = []
        self._line = Line()
        self._hidden_style = False
        self._depth = 0
        self._handlers = self._table_of_handlers()

    def read(self, paragraph: Element, hidden_style: bool = False) -> Line:
        """The paragraph's line."""
        self._line = line = Line()
        self._hidden_style = hidden_style
        self._children(paragraph)
        self._close_instructions()
        return line

    def _table_of_handlers(self) -> dict[str, Callable[[Element], None]]:
        inside = self._children
        names = ("hyperlink", "smartTag", "customXml", "ins", "moveTo", "fldSimple", "dir", "bdo",
                 "sdt", "sdtContent", "ruby", "rubyBase")  # fmt: skip
        handlers: dict[str, Callable[[Element], None]] = {W + name: inside for name in names}
        handlers |= {
            W + "r": self._run,
            W + "t": self._text,
            W + "tab": lambda element: self._add("\t"),
            W + "ptab": lambda element: self._add("\t"),
            W + "br": lambda element: self._add("\n"),
            W + "cr": lambda element: self._add("\n"),
            W + "noBreakHyphen": lambda element: self._add("-"),
            W + "sym": self._symbol,
            W + "fldChar": self._field_mark,
            W + "instrText": self._instruction,
            W + "drawing": self._drawing,
            W + "pict": self._drawing,
            W + "object": self._drawing,
            W + "footnoteReference": lambda element: self._note("footnotes", element),
            W + "endnoteReference": lambda element: self._note("endnotes", element),
            MC + "AlternateContent": self._alternate,
            M + "oMath": self._formula,
            M + "oMathPara": self._formula,
        }
        return handlers

    def _children(self, parent: Element) -> None:
        self._depth += 1
        if self._depth <= _MAX_DEPTH:
            handlers = self._handlers
            for child in parent:
                handler = handlers.get(child.tag)
                if handler is not None:
                    handler(child)
        self._depth -= 1

    def _run(self, run: Element) -> None:
        if self.may_hide and self._is_hidden(run):
            # Field marks count even in hidden runs: WPS hides them together with the instruction.
            for child in run:
                if child.tag == W + "fldChar":
                    self._field_mark(child)
            return
        if self.may_raise:
            properties = run.find(W + "rPr")
            self._raised = value(properties, "vertAlign") == "superscript"
        self._children(run)
        self._raised = False

    def _is_hidden(self, run: Element) -> bool:
        properties = run.find(W + "rPr")
        vanish = None if properties is None else properties.find(W + "vanish")
        if vanish is not None:
            return on(vanish)
        style = value(properties, "rStyle")
        # Hidden text is a toggle: set by both styles, it is shown.
        by_character = style is not None and bool(self._styles.of(style).hidden)
        return self._hidden_style != by_character

    def _add(self, text: str) -> None:
        for open_field in self._fields:
            if not open_field.shown:
                open_field.kept.append(text)
                return
        self._line.pieces.append(text)

    def _text(self, element: Element) -> None:
        text = element.text
        if not text:
            return
        if (text[0] in _BLANKS or text[-1] in _BLANKS) and element.get(XML_SPACE) != "preserve":
            text = text.strip(_BLANKS)
        if self._raised:
            text = raised(text)
        # Line ends within the markup are blanks: Word's own breaks are elements.
        self._add(text.translate(_BREAKS) if "\n" in text or "\r" in text else text)

    def _symbol(self, element: Element) -> None:
        self._add(symbol(element.get(W + "font", ""), element.get(W + "char", "")))

    def _field_mark(self, element: Element) -> None:
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            if len(self._fields) >= _MAX_FIELDS:
                self._close_instructions()
                self._fields.clear()
            self._fields.append(_Field())
        elif self._fields and kind == "separate":
            self._fields[-1].shown = True
        elif self._fields and kind == "end":
            ended = self._fields.pop()
            if not ended.shown:
                self._add(overlaid("".join(ended.instruction)))

    def _instruction(self, element: Element) -> None:
        if self._fields:
            self._fields[-1].instruction.append(element.text or "")

    def _close_instructions(self) -> None:
        """A field begun and never separated hides nothing: its marks were lost, not its text."""
        if not self._fields:
            return
        for open_field in self._fields:
            if not open_field.shown:
                self._line.pieces.extend(open_field.kept)
        self._fields = [open_field for open_field in self._fields if open_field.shown]

    def _drawing(self, element: Element) -> None:
        self._line.anchored.extend(held_by(element))

    def _note(self, kind: str, element: Element) -> None:
        self._line.notes.append((kind, element.get(W + "id", "")))

    def _alternate(self, element: Element) -> None:
        before = self._line.measure()
        for branch in branches(element):
            self._children(branch)
            if self._line.measure() != before:
                return

    def _formula(self, element: Element) -> None:
        self._add("".join(part.text or "" for part in element.iter(M + "t")))
