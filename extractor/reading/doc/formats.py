"""What a paragraph's mark says: style, table depth, end of cell or row, outline, list."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field, replace

from extractor.reading.doc import sprms
from extractor.reading.doc.fkps import Runs
from extractor.reading.doc.pieces import Characters
from extractor.reading.doc.rows import RowDraft, RowShape
from extractor.reading.doc.styles import Styles
from extractor.reading.document import Align

# Tables in tables deeper than this do not occur; hostile files must not exhaust the stack.
MAX_DEPTH = 12
# A list kept in the Data stream may itself point there once more (Word's own nesting is two).
_MAX_INDIRECTION = 3
_BODY_TEXT = 9
_NO_LIST = 0xF801
_ALIGN: dict[int, Align] = {0: "left", 1: "center", 2: "right"}


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """A paragraph mark's properties after style, page and piece have been applied."""

    style: int = 0
    depth: int = 0
    cell_end: bool = False
    row_end: bool = False
    heading: int | None = None
    align: Align | None = None
    list_number: int = 0
    list_level: int = 0
    row: RowShape | None = None


@dataclass(slots=True)
class _Draft:
    in_table: bool = False
    depth: int = 0
    inner_cell_end: bool = False
    row_end: bool = False
    outline: int | None = None
    align: Align | None = None
    list_number: int = 0
    list_level: int = 0
    row: RowDraft = field(default_factory=RowDraft)


@dataclass(slots=True)
class Formats:
    """Paragraph formats by the position of the mark; equal ones are worked out once."""

    characters: Characters
    runs: Runs
    styles: Styles
    data: bytes
    budget: sprms.Budget
    missing: bool = False
    """Whether some mark's formatting was not to be found."""
    _made: dict[tuple[bytes | None, bytes], ParagraphFormat] = field(default_factory=dict)
    _of_style: dict[int, _Draft] = field(default_factory=dict)

    def at(self, mark: int) -> ParagraphFormat:
        """The format of the paragraph that ends with this character."""
        piece = self.characters.piece(mark)
        formatting = self.runs.at(piece.position(mark))
        self.missing |= formatting is None
        key = (formatting, piece.modifiers)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = self._make(formatting or b"", piece.modifiers)
        return made

    def _make(self, formatting: bytes, piece: bytes) -> ParagraphFormat:
        number = struct.unpack_from("<H", formatting)[0] if len(formatting) >= 2 else 0
        own = formatting[2:]
        self.budget.spend(len(own) + len(piece))
        for code, operand in sprms.modifiers(own + piece):
            if code == sprms.P_ISTD:
                (number,) = struct.unpack("<H", operand)
        draft = replace(self._styled(number), row=RowDraft())
        self._apply(draft, own)
        self._apply(draft, piece)
        return _finished(number, draft)

    def _styled(self, number: int) -> _Draft:
        """What the style alone makes of a paragraph; styles define no rows."""
        if number not in self._of_style:
            style = self.styles.style(number)
            draft = self._of_style[number] = _Draft()
            self.budget.spend(len(style.paragraph))
            self._apply(draft, style.paragraph)
            if draft.outline is None and style.heading is not None:
                draft.outline = style.heading - 1
        return self._of_style[number]

    def _apply(self, draft: _Draft, grpprl: bytes, indirection: int = 0) -> None:
        for code, operand in sprms.modifiers(grpprl):
            if code in (sprms.P_HUGE_PAPX, sprms.P_HUGE_PAPX97, sprms.P_TABLE_PROPS):
                elsewhere = self._from_data(operand)
                if elsewhere and indirection < _MAX_INDIRECTION:
                    # What follows here repeats it for readers that know no such reference.
                    self._apply(draft, elsewhere, indirection + 1)
                    return
            elif code >> 10 & 7 == 5:
                draft.row.apply(code, operand)
            else:
                _apply(draft, code, operand)

    def _from_data(self, operand: bytes) -> bytes:
        (at,) = struct.unpack("<I", operand)
        if at + 2 > len(self.data):
            return b""
        (size,) = struct.unpack_from("<H", self.data, at)
        self.budget.spend(size)
        return self.data[at + 2 : at + 2 + size]


def _apply(draft: _Draft, code: int, operand: bytes) -> None:
    value = int.from_bytes(operand[:4], "little")
    match code:
        case sprms.P_IN_TABLE:
            draft.in_table = value != 0
        case sprms.P_DEPTH:
            draft.depth = value
        case sprms.P_DEPTH_CHANGE:
            draft.depth += value - (value >> 31 << 32)
        case sprms.P_ROW_END | sprms.P_INNER_ROW_END:
            draft.row_end = value != 0
        case sprms.P_INNER_CELL_END:
            draft.inner_cell_end = value != 0
        case sprms.P_OUTLINE:
            draft.outline = value
        case sprms.P_JC | sprms.P_JC80:
            draft.align = _ALIGN.get(value)
        case sprms.P_ILFO:
            # Values from 0xF802 on are a number's negative: the list, its indents not applied.
            draft.list_number = 0 if value == _NO_LIST else min(value, 0x10000 - value)
        case sprms.P_ILVL:
            draft.list_level = min(value, 8)


def _finished(style: int, draft: _Draft) -> ParagraphFormat:
    depth = max(0, min(draft.depth, MAX_DEPTH))
    if draft.in_table:
        depth = max(depth, 1)
    heading = None
    if draft.outline is not None and draft.outline < _BODY_TEXT:
        heading = draft.outline + 1
    return ParagraphFormat(
        style=style,
        depth=depth,
        cell_end=draft.inner_cell_end and depth > 1,
        row_end=draft.row_end and depth > 0,
        heading=heading,
        align=draft.align,
        list_number=draft.list_number,
        list_level=draft.list_level,
        row=draft.row.shape() if draft.row_end else None,
    )
