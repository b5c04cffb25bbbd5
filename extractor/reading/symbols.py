"""Signs stored otherwise than as characters: `w:sym`, characters in circles, raised digits."""

from __future__ import annotations

import re

# Symbol fonts put their signs at U+F020-F0FF; other fonts found there hold plain Latin-1.
_PRIVATE_FIRST, _PRIVATE_LAST = 0xF020, 0xF0FF
_UNKNOWN = "\ufffd"

_WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x70: "❐", 0x71: "❑", 0x72: "❒", 0x75: "◆",
    0x76: "❖", 0x77: "⬥", 0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA4: "◉", 0xA7: "▪", 0xA8: "◻",
    0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    0x80: "⓪", **{0x81 + step: chr(0x2460 + step) for step in range(10)},
    0x8B: "⓿", **{0x8C + step: chr(0x2776 + step) for step in range(10)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□", 0x97: "●",
    0x69: "⓪", **{0x6A + step: chr(0x2460 + step) for step in range(10)},
    0x74: "⓿", **{0x75 + step: chr(0x2776 + step) for step in range(10)},
}  # fmt: skip
_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SYMBOL = {
    **{code: chr(code) for code in (*range(0x30, 0x3D), 0x3D, 0x3E, 0x3F, 0x20, 0x21, 0x23, 0x25,
                                    0x26, 0x28, 0x29, 0x2B, 0x2C, 0x2E, 0x2F, 0x5B, 0x5D, 0x5F)},
    **{0x61 + step: sign for step, sign in enumerate(_GREEK)},
    **{0x41 + step: sign.upper() for step, sign in enumerate(_GREEK)},
    0x2A: "∗", 0x2D: "−", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→",
    0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD6: "√", 0xD7: "⋅", 0xE5: "∑",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_UNREADABLE_FONTS = frozenset({"wingdings 3", "webdings", "marlett"})

# EQ \o\ac(○,1): Word's "enclosed characters", the only field that prints without a result.
_OVERLAID = re.compile(
    r"\s*eq\s*\\o\s*(?:\\a[clr]\s*)?\(([^,，()]{1,4})[,，]([^()]{1,8})\)\s*", re.I
)
_RINGS = frozenset("○◯〇")


_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(text: str) -> str:
    """Superscript text: a note's mark must not read as a further digit of the number before it."""
    return text.translate(_RAISED)


def symbol(font: str, code: str) -> str:
    """The character that a `w:sym` prints; U+FFFD where the font's sign has no known character."""
    try:
        number = int(code, 16) if len(code) <= 6 else 0
    except ValueError:
        return ""
    if not _PRIVATE_FIRST <= number <= _PRIVATE_LAST:
        return chr(number) if 0x20 <= number < 0xD800 or 0xE000 <= number <= 0xFFFD else ""
    low = number & 0xFF
    table = _FONTS.get(font.strip().lower())
    if table is not None:
        return table.get(low, _UNKNOWN)
    return _UNKNOWN if font.strip().lower() in _UNREADABLE_FONTS else chr(low)


def overlaid(instruction: str) -> str:
    """What an EQ field prints that sets one sign over another; nothing for other fields."""
    match = _OVERLAID.fullmatch(instruction[:200])
    if match is None:
        return ""
    under, over = match[1].strip(), match[2].strip()
    if under in _RINGS and over.isdecimal() and 1 <= int(over) <= 20:
        return chr(ord("①") + int(over) - 1)
    return over if under in _RINGS else under + over
