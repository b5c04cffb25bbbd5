"""The piece table's variants, and which characters print."""

from __future__ import annotations

import struct

import pytest

from extractor.reading.doc import read_streams
from extractor.reading.document import Paragraph, ReadingError
from tests.reading.doc_files import Cut, Para, Run, Word, para, sprm

VANISH = sprm(0x083C, 1)
DELETED = sprm(0x0800, 1)


def texts(word: Word) -> list[str]:
    content = read_streams(word.streams())
    assert content.whole
    return [block.printed for block in content.blocks if isinstance(block, Paragraph)]


def test_pieces_of_one_and_two_bytes_in_any_order() -> None:
    paras = [para("Room “12” – €5…"), para("公开信息36条"), para("end")]
    length = sum(len(each.text) for each in paras)
    first = len(paras[0].text)
    cuts = [Cut(5, 1), Cut(12, 1), Cut(first, 2), Cut(first + 3, 2), Cut(first + 9), Cut(length, 1)]
    assert texts(Word(paras, cuts, shuffled=True)) == ["Room “12” – €5…", "公开信息36条", "end"]


def test_characters_beyond_the_basic_plane_keep_positions_right() -> None:
    # Each takes two positions: written over two characters, as the test's writer counts those.
    word = Word([Para((Run("一二祥"), Run("隐", VANISH), Run("路三四\r"))), para("后")]).streams()
    raw = word["WordDocument"].replace("一二".encode("utf-16-le"), "𠮷".encode("utf-16-le"))
    raw = raw.replace("三四".encode("utf-16-le"), "𠮷".encode("utf-16-le"))
    blocks = read_streams({**word, "WordDocument": raw}).blocks
    assert [block.printed for block in blocks if isinstance(block, Paragraph)] == ["𠮷祥路𠮷", "后"]


@pytest.mark.parametrize("prm", [0x5C << 1 | 1 << 8, 0 << 1 | 1])
def test_a_piece_hides_its_characters(prm: int) -> None:
    word = Word([para("见一二三")], [Cut(1), Cut(3, prm=prm), Cut(5)], lists=[VANISH])
    assert texts(word) == ["见三"]


def test_a_pieces_list_changes_the_paragraph() -> None:
    centred = sprm(0x2461, 1)
    word = Word([para("题"), para("文")], [Cut(2, prm=1), Cut(4)], lists=[centred])
    blocks = read_streams(word.streams()).blocks
    assert [block.align for block in blocks if isinstance(block, Paragraph)] == ["center", None]


@pytest.mark.parametrize(
    ("modifiers", "printed"),
    [
        (VANISH, "前后"),
        (DELETED, "前后"),
        (sprm(0x0801, 1), "前12后"),  # inserted text is there
        (VANISH + sprm(0x083C, 0), "前12后"),
        (sprm(0x083C, 0x81), "前后"),
        (sprm(0x083C, 0x80), "前12后"),
        (sprm(0xCA47, bytes(3)) + VANISH, "前后"),  # past a modifier of variable length
    ],
)
def test_hidden_and_deleted_text(modifiers: bytes, printed: str) -> None:
    assert texts(Word([Para((Run("前"), Run("12", modifiers), Run("后\r")))])) == [printed]


def test_a_deleted_mark_joins_paragraphs() -> None:
    word = Word([Para((Run("上"), Run("\r", DELETED))), para("下"), para("另")])
    assert texts(word) == ["上下", "另"]


@pytest.mark.parametrize(
    ("stored", "printed"),
    [
        ("共\x13 NUMPAGES \x146\x15页", "共6页"),
        ("共\x13 IF \x13 PAGE \x143\x15 = 3 \x14甲\x15页", "共甲页"),
        ("无\x13 INDEX \x15结果", "无结果"),
        ("开\x13而不闭", "开而不闭"),
        ("\x13eq \\o\\ac(○,3)\x15公开", "③公开"),
        ("甲\x0b乙", "甲\n乙"),
        ("2024\x1e2025", "2024-2025"),
        ("软\x1f连", "软连"),
        ("注\x02\x05", "注"),
    ],
)
def test_fields_and_special_characters(stored: str, printed: str) -> None:
    assert texts(Word([para(stored)])) == [printed]


def test_a_field_over_several_paragraphs() -> None:
    paras = [para("\x13 TOC \x14一、总体\t1"), para("二、公开\t2\x15"), para("正文")]
    assert texts(Word(paras)) == ["一、总体\t1", "二、公开\t2", "正文"]


def test_symbols_print_as_their_fonts_signs() -> None:
    font = "Wingdings".encode("utf-16-le") + bytes(2)
    entry = bytes([39 + len(font)]) + bytes(39) + font
    table = struct.pack("<HH", 1, 0) + entry
    sign = sprm(0x6A09, 0 | 0xF0FE << 16)
    word = Word([Para((Run("(", sign), Run("(一)已公开\r")))], tables={15: table})
    assert texts(word) == ["☑(一)已公开"]


def test_body_then_text_boxes_then_notes_and_no_headers_or_comments() -> None:
    parts = ["正文", "脚注", "页眉", "批注", "尾注", "框内"]
    stories = (3, 3, 3, 0, 3, 3, 3)
    word = Word([para(part) for part in parts], stories=stories)
    assert texts(word) == ["正文", "框内", "脚注", "尾注"]


def test_text_that_is_not_all_there_is_no_text() -> None:
    streams = Word([para("全文在此")]).streams()
    for name, keep in (("WordDocument", 2050), ("1Table", 20)):
        with pytest.raises(ReadingError) as caught:
            read_streams({**streams, name: streams[name][:keep]})
        assert caught.value.code == "P101"


def test_lost_formatting_is_noticed() -> None:
    streams = Word([para("全文在此")]).streams()
    assert read_streams(streams).whole
    cut = streams["WordDocument"][: 2048 + 512]
    assert not read_streams({**streams, "WordDocument": cut}).whole


def test_raised_digits_are_no_digits_of_the_number() -> None:
    raised = Run("1", sprm(0x2A48, 1))
    assert texts(Word([Para((Run("5"), raised, Run("件\r")))])) == ["5¹件"]
