"""Styles, outline levels, alignment, and the labels of automatic numbering."""

from __future__ import annotations

import struct

import pytest

from extractor.reading.doc import read_streams
from extractor.reading.doc.numerals import numeral
from extractor.reading.document import Paragraph
from tests.reading.doc_files import Para, Run, Word, para, sprm

LIST = 77


def level(code: int, text: str, start: int = 1, follow: int = 2, flags: int = 0) -> bytes:
    head = struct.pack("<iBB", start, code, flags) + bytes(9) + bytes([follow]) + bytes(12)
    return head + struct.pack("<H", len(text)) + text.encode("utf-16-le")


LEVELS = (
    level(39, "\0、"), level(37, "（\1）"), level(0, "\2.", follow=1), level(0, "\0.\3", flags=4),
    level(23, "\uf0b7"), level(255, "附："), level(18, "\6"), level(38, "\7"), level(2, "\x08)"),
)  # fmt: skip


def numbered(paras: list[Para], overrides: bytes | None = None) -> list[str]:
    lists = struct.pack("<H", 1) + struct.pack("<II", LIST, 0) + bytes(20)
    uses = overrides or struct.pack("<I", 1) + lfo(0) + b"\xff" * 4
    word = Word(paras, tables={73: lists, 74: uses}, after_lists=b"".join(LEVELS))
    return [b.printed for b in read_streams(word.streams()).blocks if isinstance(b, Paragraph)]


def lfo(changes: int) -> bytes:
    return struct.pack("<III", LIST, 0, 0) + bytes([changes, 0, 0, 0])


def item(text: str, depth: int, number: int = 1) -> Para:
    return para(text, sprm(0x260A, depth) + sprm(0x460B, number))


def test_levels_count_and_restart() -> None:
    paras = [item(*each) for each in (("甲", 0), ("乙", 1), ("丙", 2), ("丁", 2), ("戊", 1))]
    paras += [item("己", 2), item("庚", 0), item("辛", 1), item("壬", 3)]
    assert numbered(paras) == [
        "一、甲", "（一）乙", "1. 丙", "2. 丁", "（二）戊", "1. 己", "二、庚", "（一）辛", "2.1壬",
    ]  # fmt: skip


def test_bullets_print_nothing_and_text_without_numbers_prints() -> None:
    paras = [item("点", 4), item("件", 5), item("圈", 6), item("大写", 7), item("罗马", 8)]
    assert numbered(paras) == ["点", "附：件", "①圈", "壹大写", "i)罗马"]


def test_a_use_may_start_anew_or_negate_its_indents() -> None:
    restart = struct.pack("<I", 2) + lfo(0) + lfo(1) + b"\xff" * 8
    restart += struct.pack("<iI", 5, 0x10)
    paras = [
        item("甲", 0),
        item("乙", 0),
        item("丙", 0, 2),
        item("丁", 0, 2),
        item("戊", 0, 0xFFFE),
    ]
    assert numbered(paras, restart) == ["一、甲", "二、乙", "五、丙", "六、丁", "七、戊"]


def test_hidden_paragraphs_and_unknown_lists_have_no_label() -> None:
    gone = Para((Run("隐\r", sprm(0x083C, 1)),), sprm(0x260A, 0) + sprm(0x460B, 1))
    paras = [item("甲", 0), gone, item("乙", 0), item("丙", 0, 9), item("丁", 0, 0xF801)]
    assert numbered(paras) == ["一、甲", "二、乙", "丙", "丁"]


@pytest.mark.parametrize(
    ("value", "code", "printed"),
    [
        (12, 39, "十二"), (20, 37, "二十"), (105, 39, "一百零五"), (11, 10, "一一"), (3, 30, "丙"),
        (27, 3, "AA"), (14, 1, "XIV"), (7, 22, "07"), (5, 999, "5"), (21, 18, "21"), (2, 27, "⑵"),
    ],
)  # fmt: skip
def test_numerals(value: int, code: int, printed: str) -> None:
    assert numeral(value, code) == printed


def style_sheet(*styles: tuple[int, int, int, bytes, bytes]) -> bytes:
    """Styles of (built-in number, kind, base, paragraph modifiers, character modifiers)."""
    sheet = struct.pack("<HHH", 4, len(styles), 10)
    for number, (built_in, kind, base, paragraph, characters) in enumerate(styles):
        parts = [struct.pack("<H", number) + paragraph, characters] if kind == 1 else [characters]
        std = struct.pack("<HHHHH", built_in, kind | base << 4, len(parts), 0, 0)
        std += struct.pack("<H", 1) + "名".encode("utf-16-le") + bytes(2)
        for part in parts:
            std += struct.pack("<H", len(part)) + part + bytes(len(part) % 2)
        sheet += struct.pack("<H", len(std)) + std
    return sheet


NONE = 0xFFF
SHEET = style_sheet(
    (0, 1, NONE, b"", b""),
    (1, 1, 0, sprm(0x2461, 1), b""),
    (100, 1, 1, b"", b""),
    (101, 1, 0, sprm(0x2640, 4) + sprm(0x2403, 2), b""),
    (102, 1, 0, b"", sprm(0x083C, 1)),
    (103, 2, NONE, b"", sprm(0x083C, 1)),
    (104, 1, 6, b"", b""),
)


@pytest.mark.parametrize(
    ("style", "modifiers", "heading", "align"),
    [
        (0, b"", None, None),
        (1, b"", 1, "center"),
        (2, b"", 1, "center"),
        (3, b"", 5, "right"),
        (1, sprm(0x2640, 9) + sprm(0x2461, 0), None, "left"),
        (0, sprm(0x2640, 2) + sprm(0x2461, 3), 3, None),
        (0, sprm(0x4600, 3), 5, "right"),
        (6, b"", None, None),  # a style that is its own base
        (99, b"", None, None),
    ],
)
def test_headings_and_alignment(
    style: int, modifiers: bytes, heading: int | None, align: str | None
) -> None:
    word = Word([para("题", modifiers, style)], tables={1: SHEET})
    (block,) = read_streams(word.streams()).blocks
    assert isinstance(block, Paragraph)
    assert (block.heading, block.align) == (heading, align)


def test_styles_hide_text() -> None:
    shown = sprm(0x083C, 0)
    hidden = Para((Run("窗体顶端"), Run("见", shown), Run("\r")), style=4)
    marked = Para((Run("前"), Run("隐", sprm(0x4A30, 5)), Run("后\r")))
    word = Word([hidden, marked], tables={1: SHEET})
    assert [b.printed for b in read_streams(word.streams()).blocks if isinstance(b, Paragraph)] == [
        "见",
        "前后",
    ]
