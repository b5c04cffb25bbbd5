"""Whole .doc files: LibreOffice's, damaged ones, and those that are none of ours."""

from __future__ import annotations

import contextlib
import random
import struct
import time
from pathlib import Path

import pytest

from extractor.reading import office
from extractor.reading.cfb import root_streams
from extractor.reading.doc import read_doc
from extractor.reading.document import Document, Paragraph, Picture, ReadingError, Table
from extractor.reading.source import Source
from tests.reading import doc_report
from tests.reading.doc_files import Para, Run, Word, container, para, sprm

DATA = Path(__file__).parent / "data" / "doc"


@pytest.fixture(autouse=True)
def _without_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "available", lambda: False)


def read(data: bytes) -> Document:
    return read_doc(Source(Path("report.doc"), data), "doc")


def code(data: bytes) -> str:
    with pytest.raises(ReadingError) as caught:
        read(data)
    return caught.value.code


def ends_soon(data: bytes) -> bool:
    """Whether reading ends within two seconds, in a document or a ReadingError and nothing else."""
    begin = time.process_time()
    with contextlib.suppress(ReadingError):
        read(data)
    return time.process_time() - begin < 2


def fixture(name: str) -> bytes:
    return (DATA / f"{name}.doc").read_bytes()


def grid(table: Table) -> dict[tuple[int, int], tuple[str, int, int]]:
    return {
        (cell.row, cell.column): (cell.printed, cell.row_span, cell.column_span)
        for cell in table.cells
    }


def test_the_three_tables_are_those_of_the_original() -> None:
    document = read(fixture("report"))
    original = doc_report.report()
    assert len(document.tables) == len(original.tables) == 3
    for found, expected in zip(document.tables, original.tables, strict=True):
        assert grid(found) == doc_report.grid(expected)
        assert found.aligned
        assert not found.doubts
    assert [table.n_columns for table in document.tables] == [4, 10, 15]


def test_the_paragraphs_are_those_of_the_original() -> None:
    document = read(fixture("report"))
    original = [each for each in doc_report.report().paragraphs if each.text]
    assert [each.printed for each in document.paragraphs] == [each.text for each in original]
    assert [each.heading for each in document.paragraphs] == [None, 1, None, 1, 1, 1, None]
    assert (document.paragraphs[0].align, document.paragraphs[-1].align) == ("center", "right")
    assert (document.problems, document.format) == ((), "doc")


def test_numbering_revisions_and_nested_tables() -> None:
    document = read(fixture("oddities"))
    assert [each.text for each in document.paragraphs] == [
        "一、总体情况", "（一）主动公开", "1.第一点", "2.第二点", "（二）依申请公开", "二、其他",
        "一、另起", "可见之后", "修订：插入200", "段落标记已删，与下一段合并", "共36",
        "换行\n第二行", "框中标题", "框中结尾", "完",
    ]  # fmt: skip
    inner, wide = document.tables
    assert grid(inner) == {
        (0, 0): ("表头", 1, 3),
        (1, 0): ("项目", 2, 1),
        **{(1, column): (str(3 + column), 1, 1) for column in (1, 2)},
        **{(2, column): (str(6 + column), 1, 1) for column in (1, 2)},
    }
    assert grid(wide) == {(n // 30, n % 30): (str(n), 1, 1) for n in range(60)}


def test_text_boxes_and_notes_follow_the_body() -> None:
    assert [each.text for each in read(fixture("notes")).paragraphs] == [
        "正文一继续。", "带框之后", "图形段", "带批注之后", "末段",
        "文本框内容丙", "图形文字丁", "脚注内容甲", "尾注内容乙",
    ]  # fmt: skip


def picture(width: int, height: int) -> bytes:
    return bytes(28) + struct.pack("<hhHH", width, height, 500, 1000) + bytes(36)


def test_pictures_large_enough_for_text() -> None:
    data = picture(9000, 3000) + picture(400, 400)
    place = [Run("\x01", sprm(0x6A03, 0)), Run("\x01", sprm(0x6A03, 68)), Run("图\x01\r")]
    document = read(container(Word([Para(tuple(place))], data=data).streams()))
    assert document.blocks == (Paragraph("图", "图"), Picture(225.0, 150.0))


def test_a_page_as_a_picture_is_told() -> None:
    shape = struct.pack("<Iiiii", 9, 0, 0, 11900, 16800).ljust(26, b"\0")
    shapes = struct.pack("<II", 0, 1) + shape
    scanned = Word([para("\x08")], tables={40: shapes})
    document = read(container(scanned.streams()))
    assert [problem.code for problem in document.problems] == ["P103"]
    box = bytes(14) + struct.pack("<II", 9, 0)
    boxed = Word([para("\x08")], tables={40: shapes, 56: struct.pack("<II", 0, 1) + box})
    assert read(container(boxed.streams())).blocks == ()


def test_old_wps_differs_in_name_only() -> None:
    data = container(Word([para("文")]).streams())
    assert read_doc(Source(Path("a.wps"), data), "wps").format == "wps"


def test_either_table_stream_and_odd_counts_will_do() -> None:
    streams = Word([para("文")]).streams()
    word = bytearray(streams["WordDocument"])
    word[32:34] = b"\0\0"  # csw
    word[62:64] = b"\xff\xff"  # cslw
    word[76:80] = bytes(4)  # ccpText
    renamed = {"WordDocument": bytes(word), "0Table": streams["1Table"]}
    assert [each.text for each in read(container(renamed)).paragraphs] == ["文"]


@pytest.mark.parametrize("flags", [0x0300, 0x8300])
def test_encrypted(flags: int) -> None:
    assert code(container(Word([para("文")], flags=flags).streams())) == "P102"


def test_older_than_word_97() -> None:
    streams = Word([para("文")], version=0x0068).streams()
    assert code(container(streams)) == "P106"
    streams["WordDocument"] = b"\xdc\xa5" + streams["WordDocument"][2:]
    assert code(container(streams)) == "P106"


def test_office_reads_what_is_too_old_and_doubts_what_is_damaged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = read(fixture("report")).tables[0]
    converted = Document("doc", (table,), notes=("转换",))
    monkeypatch.setattr(office, "available", lambda: True)
    monkeypatch.setattr(office, "read_by_office", lambda source, format: converted)
    old = read(container(Word([para("文")], version=0x0068).streams()))
    damaged = read(fixture("report")[:9000])
    assert (old.problems, old.tables[0].doubts) == ((), ())
    assert [problem.code for problem in damaged.problems] == ["P104"]
    assert damaged.tables[0].doubts


def test_damage_that_leaves_text_is_told() -> None:
    data = fixture("report")
    digits = "101".encode("utf-16-le")
    assert digits in data
    document = read(data.replace(digits, bytes(6)))
    assert [problem.code for problem in document.problems] == ["P104"]
    assert all(table.doubts for table in document.tables)


@pytest.mark.parametrize("keep", [0, 8, 100, 511, 512, 3000, 20000, 40000])
def test_truncated(keep: int) -> None:
    assert code(fixture("report")[:keep]) == "P101"


def test_circles_in_the_container_come_to_an_end() -> None:
    data = bytearray(container(Word([para("文")]).streams()))
    (fat,) = struct.unpack_from("<I", data, 76)
    for sector in range(128):  # every chain runs in a circle
        struct.pack_into("<I", data, 512 * (fat + 1) + 4 * sector, sector)
    (directory,) = struct.unpack_from("<I", data, 48)
    struct.pack_into("<I", data, 512 * (directory + 1) + 128 + 120, 0xFFFFFFFF)  # a size of 4 GB
    struct.pack_into("<III", data, 512 * (directory + 1) + 128 + 68, 1, 1, 1)  # its own sibling
    begin = time.process_time()
    found = root_streams(bytes(data), ("WordDocument", "1Table"))
    assert all(len(stream) <= 2 * len(data) for stream in found.values())
    assert time.process_time() - begin < 2
    assert code(bytes(data)) == "P101"


def test_counts_beyond_all_measure() -> None:
    streams = Word([para("文")]).streams()
    for at in (152, *range(76, 104, 4), *range(154, 154 + 90 * 8, 4)):
        word = bytearray(streams["WordDocument"])
        struct.pack_into("<I", word, at, 0x7FFFFFF0)
        assert ends_soon(container({**streams, "WordDocument": bytes(word)}))


def test_many_nested_fields_are_linear() -> None:
    count = 60_000
    word = Word([para("\x13" * count + "文" + "\x15" * count)])
    begin = time.process_time()
    assert read(container(word.streams())).blocks == ()
    assert time.process_time() - begin < 10


@pytest.mark.parametrize("seed", range(60))
def test_broken_in_any_way(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(fixture(chance.choice(("report", "oddities", "notes"))))
    if seed % 3 == 0:
        for _ in range(chance.randint(1, 60)):
            data[chance.randrange(len(data))] = chance.randrange(256)
    elif seed % 3 == 1:
        fib = data.find(b"\xec\xa5")
        for _ in range(chance.randint(1, 12)):
            data[fib + 2 + chance.randrange(900)] = chance.choice((0, 1, 0x7F, 0xFF))
    else:
        start = chance.randrange(len(data))
        data[start : start + 2000] = chance.randbytes(min(2000, len(data) - start))
    assert ends_soon(bytes(data))


def test_one_long_list_of_modifiers_used_everywhere() -> None:
    endless = sprm(0x2416, 1) * 21_000
    data = struct.pack("<H", len(endless)) + endless
    paras = [para("文", sprm(0x6646, 0) + sprm(0x2405, number)) for number in range(200)]
    begin = time.process_time()
    assert code(container(Word(paras, data=data).streams())) == "P101"
    assert time.process_time() - begin < 10
