"""The style sheet ([MS-DOC] 2.9.271): each style's modifiers, its ancestors' first."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from extractor.reading.doc.sprms import C_VANISH, modifiers

_PARAGRAPH, _CHARACTER = 1, 2
_MAX_DEPTH = 16
_FIRST_HEADING, _LAST_HEADING = 1, 9

# Whether characters are hidden: not said, yes, expressly not.
DEFAULT, HIDDEN, SHOWN = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Style:
    """A style with what it inherits; `heading` is the level of a built-in 标题 style."""

    paragraph: bytes = b""
    state: int = DEFAULT
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class _Definition:
    base: int
    built_in: int
    paragraph: bytes
    characters: bytes


@dataclass(slots=True)
class Styles:
    """Styles by number, put together when first asked for."""

    _definitions: dict[int, _Definition]
    _made: dict[int, Style] = field(default_factory=dict)

    def style(self, number: int, depth: int = 0) -> Style:
        if number in self._made:
            return self._made[number]
        definition = self._definitions.get(number)
        if definition is None or depth > _MAX_DEPTH:
            return Style()
        base = self.style(definition.base, depth + 1)
        level = definition.built_in
        made = Style(
            base.paragraph + definition.paragraph,
            _state(definition.characters, base.state),
            level if _FIRST_HEADING <= level <= _LAST_HEADING else base.heading,
        )
        self._made[number] = made
        return made


def toggled(value: int, inherited: int) -> int:
    """A toggle's value: off, on, as the style says, or the opposite of that."""
    if value == 0x80:
        return inherited
    if value == 0x81:
        return SHOWN if inherited == HIDDEN else HIDDEN
    return HIDDEN if value else SHOWN


def _state(characters: bytes, inherited: int) -> int:
    state = inherited
    for code, operand in modifiers(characters):
        if code == C_VANISH:
            state = toggled(operand[0], inherited)
    return state


def read_styles(sheet: bytes) -> Styles:
    """The styles, as far as the sheet can be followed; text without styles still has its marks."""
    found: dict[int, _Definition] = {}
    try:
        (header,) = struct.unpack_from("<H", sheet)
        count, base_size = struct.unpack_from("<HH", sheet, 2)
        at = 2 + header
        for number in range(count):
            (size,) = struct.unpack_from("<H", sheet, at)
            definition = _definition(sheet[at + 2 : at + 2 + size], base_size)
            if definition is not None:
                found[number] = definition
            at += 2 + size + size % 2
    except struct.error:
        pass
    return Styles(found)


def _definition(std: bytes, base_size: int) -> _Definition | None:
    if len(std) < max(base_size, 10) + 2:
        return None
    built_in, kind_and_base, count_and_next = struct.unpack_from("<HHH", std)
    (name_length,) = struct.unpack_from("<H", std, base_size)
    parts = _parts(std, base_size + 2 + 2 * name_length + 2, count_and_next & 0xF)
    kind, base = kind_and_base & 0xF, kind_and_base >> 4
    paragraph = characters = b""
    if kind == _PARAGRAPH:
        paragraph = parts[0][2:] if parts else b""  # its first two bytes repeat the style's number
        characters = parts[1] if len(parts) > 1 else b""
    elif kind == _CHARACTER:
        characters = parts[0] if parts else b""
    return _Definition(base, built_in & 0x0FFF, paragraph, characters)


def _parts(std: bytes, at: int, count: int) -> list[bytes]:
    found = []
    for _ in range(count):
        if at + 2 > len(std):
            break
        (size,) = struct.unpack_from("<H", std, at)
        found.append(std[at + 2 : at + 2 + size])
        at += 2 + size + size % 2
    return found
