"""Which characters print: hidden and deleted text, fields, symbols, pictures."""

from __future__ import annotations

import re
import struct
from bisect import bisect_left
from dataclasses import dataclass, field

from extractor.reading.doc import sprms
from extractor.reading.doc.fkps import Runs
from extractor.reading.doc.pieces import Characters, whole
from extractor.reading.doc.styles import DEFAULT, HIDDEN, SHOWN, Styles, toggled
from extractor.reading.symbols import overlaid, raised, symbol

_FIELD_MARKS = re.compile("[\x13\x14\x15]")
# What Word keeps as control characters but prints; all others print nothing.
_PRINTED = str.maketrans({"\x0b": "\n", "\x1e": "-", "\x0e": "\n"})
# Stands in the text where a run's modifier names a symbol, sometimes without its font's offset.
_SYMBOL_PLACE, _PRIVATE = "(", 0xF000
# An "enclosed character" instruction is some 20 characters long.
_MAX_EQUATION = 200


@dataclass(frozen=True, slots=True)
class _CharacterFormat:
    state: int = DEFAULT
    picture: int | None = None
    symbol: tuple[int, int] | None = None
    raised: bool = False


@dataclass(slots=True)
class Printed:
    """The text with what stands in for characters, and a state (hidden, shown) per character."""

    text: str
    states: bytearray
    instead: dict[int, str]
    pictures: dict[int, int]
    """Character → where in the Data stream its picture lies."""
    _replaced: list[int] = field(default_factory=list)

    def between(self, start: int, end: int, hidden_style: bool = False) -> str:
        """What start:end prints; `hidden_style` says that the paragraph's style hides it."""
        states = self.states[start:end]
        if not hidden_style and not any(states) and not self._any_replaced(start, end):
            return whole(self.text[start:end].translate(_PRINTED))
        parts = []
        for at in range(start, end):
            state = states[at - start]
            if at in self.instead:
                parts.append(self.instead[at])
            elif state == SHOWN or (state == DEFAULT and not hidden_style):
                parts.append(self.text[at])
        return whole("".join(parts).translate(_PRINTED))

    def _any_replaced(self, start: int, end: int) -> bool:
        if len(self._replaced) != len(self.instead):
            self._replaced = sorted(self.instead)
        index = bisect_left(self._replaced, start)
        return index < len(self._replaced) and self._replaced[index] < end


def read_printed(
    characters: Characters,
    runs: Runs,
    styles: Styles,
    fonts: tuple[str, ...],
    budget: sprms.Budget,
) -> Printed:
    """Runs and pieces first, then fields: a field's marks may themselves be hidden."""
    printed = Printed(characters.text, bytearray(len(characters.text)), {}, {})
    made: dict[tuple[bytes, bytes], _CharacterFormat] = {}
    for piece in characters.pieces:
        for run in runs.within(piece.offset, piece.position(piece.end)):
            key = (run.formatting, piece.modifiers)
            if key not in made:
                budget.spend(len(run.formatting) + len(piece.modifiers))
                made[key] = _format(run.formatting, piece.modifiers, styles)
            if made[key] == _PLAIN:
                continue
            first = max(0, run.start - piece.offset) // piece.width + piece.start
            last = min(piece.end, -(-(run.end - piece.offset) // piece.width) + piece.start)
            _mark(printed, first, last, made[key], fonts)
    _hide_instructions(printed)
    return printed


_PLAIN = _CharacterFormat()


def _format(formatting: bytes, piece: bytes, styles: Styles) -> _CharacterFormat:
    state, picture, sign = DEFAULT, None, None
    deleted = data = high = False
    for code, operand in sprms.modifiers(formatting + piece):
        match code:
            case sprms.C_STYLE:
                (style,) = struct.unpack("<H", operand)
                state = styles.style(style).state or state
            case sprms.C_VANISH:
                state = toggled(operand[0], state)
            case sprms.C_DELETED:
                deleted = operand[0] & 1 == 1
            case sprms.C_DATA | sprms.C_OLE:
                data = data or operand[0] & 1 == 1
            case sprms.C_RAISED:
                high = operand[0] == 1
            case sprms.C_PICTURE:
                (picture,) = struct.unpack("<I", operand)
            case sprms.C_SYMBOL if len(operand) == 4:
                font, char = struct.unpack("<HH", operand)
                sign = (font, char)
    return _CharacterFormat(
        state=HIDDEN if deleted else state,
        picture=None if data else picture,
        symbol=sign,
        raised=high,
    )


def _mark(
    printed: Printed, first: int, last: int, format_: _CharacterFormat, fonts: tuple[str, ...]
) -> None:
    if format_.state:
        printed.states[first:last] = bytes([format_.state]) * (last - first)
    if format_.state == HIDDEN:
        return
    if format_.symbol is not None:
        font, char = format_.symbol
        name = fonts[font] if font < len(fonts) else ""
        for at in range(first, last):
            if printed.text[at] == _SYMBOL_PLACE:
                printed.instead[at] = symbol(name, f"{char | _PRIVATE if char < 256 else char:X}")
    elif format_.raised:
        for at in range(first, last):
            if printed.text[at].isdecimal():
                printed.instead[at] = raised(printed.text[at])
    if format_.picture is not None:
        for at in range(first, last):
            if printed.text[at] == "\x01":
                printed.pictures[at] = format_.picture


def _hide_instructions(printed: Printed) -> None:
    """Fields print their result only; marks without partner hide nothing."""
    open_fields: list[tuple[int, int | None]] = []
    instructions: list[tuple[int, int]] = []
    for match in _FIELD_MARKS.finditer(printed.text):
        at = match.start()
        if match[0] == "\x13":
            open_fields.append((at, None))
        elif open_fields and match[0] == "\x14":
            begin, separator = open_fields[-1]
            open_fields[-1] = (begin, at if separator is None else separator)
        elif open_fields:
            begin, separator = open_fields.pop()
            instructions.append((begin, at if separator is None else separator))
    _hide(printed, sorted(instructions))


def _hide(printed: Printed, instructions: list[tuple[int, int]]) -> None:
    done = 0
    for begin, end in instructions:
        if end <= done:  # inside an instruction that is hidden already
            continue
        sign = ""
        if end - begin < _MAX_EQUATION and printed.states[begin] != HIDDEN:
            sign = overlaid(printed.text[begin + 1 : end])
        start = max(begin, done)
        printed.states[start:end] = bytes([HIDDEN]) * (end - start)
        done = end
        if sign:
            printed.instead[begin] = sign
            printed.states[begin] = SHOWN
    states = printed.states
    printed.instead = {at: sign for at, sign in printed.instead.items() if states[at] != HIDDEN}


def read_fonts(table: bytes) -> tuple[str, ...]:
    """The names in the font table (SttbfFfn), by number."""
    if len(table) < 4:
        return ()
    (count,) = struct.unpack_from("<H", table)
    names = []
    at = 4
    for _ in range(count):
        if at >= len(table):
            break
        entry = table[at + 1 : at + 1 + table[at]]
        names.append(entry[39:].decode("utf-16-le", "replace").partition("\0")[0])
        at += 1 + table[at]
    return tuple(names)
