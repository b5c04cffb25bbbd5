"""Damaged and hostile files: what can be had of them, within bounds."""

from __future__ import annotations

import io
import random
import re
import struct
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from extractor.reading import source as limits
from extractor.reading.document import Document, ReadingError
from extractor.reading.docx import archive, package, read_docx
from extractor.reading.docx.body import TOO_DEEP
from extractor.reading.docx.package import BROKEN_PART
from tests.reading.docx_parts import (
    document,
    files,
    p,
    packed,
    r,
    read,
    source,
    style,
)
from tests.reading.test_docx_package import BODY, EXPECTED, error, texts


def test_an_archive_whose_directory_is_lost_is_salvaged() -> None:
    for stored in (False, True):
        data = packed(files(BODY), stored)
        found = read_docx(source(data[: data.find(b"PK\x01\x02")]))
        assert [held.text for held in found.paragraphs] == EXPECTED
        assert BROKEN_PART in found.notes
        assert found.problems[0].code == "P104"
        assert found.tables[0].doubts


def test_salvage_is_not_misled_by_a_document_within_the_document() -> None:
    inner = packed({"word/document.xml": document(p("附件中的另一份"))}, stored=True)
    contents: dict[str, bytes] = {"word/embeddings/a.docx": inner}
    contents |= {name: text.encode() for name, text in files(BODY).items()}
    data = packed(contents, stored=True)
    assert texts(data[: data.rfind(b"PK\x01\x02", 0, len(data) - 300)]) == EXPECTED


def test_a_cut_stream_is_not_taken_for_whole() -> None:
    whole = packed({"a": "".join(str(number) for number in range(500))})
    for length, expected in ((200, False), (whole.find(b"PK\x01\x02"), True)):
        unpacked = archive.open_archive(whole[:length]).unpack("a")
        assert unpacked is not None
        assert unpacked.whole is expected


def test_entries_written_as_a_stream_are_salvaged() -> None:
    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def tell(self) -> int:
            raise OSError

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files(BODY).items():
            made.writestr(name, content)
    data = pipe.getvalue()
    assert texts(data) == EXPECTED
    assert texts(data[: data.find(b"PK\x01\x02")]) == EXPECTED


def test_a_document_cut_in_the_middle_keeps_what_was_whole() -> None:
    long = "".join(p(f"第{index}段，公开{index * 7919 % 1000}条。") for index in range(3000))
    data = packed({"word/document.xml": document(long)})
    found = read_docx(source(data[: len(data) // 2]))
    assert 500 < len(found.paragraphs) < 3000
    assert BROKEN_PART in found.notes


def test_a_changed_byte_shows_in_the_checksum() -> None:
    data = packed(files(BODY), stored=True)
    at = data.find(b">12<") + 1
    found = read_docx(source(data[:at] + b"72" + data[at + 2 :]))
    assert found.tables[0].doubts
    assert found.problems


def test_broken_markup_is_read_as_far_as_it_goes() -> None:
    broken = document(BODY + p("后一段")).replace("</w:tbl>", "</w:tbl></w:oops>&nosuch;")
    found = read_docx(source(packed({"word/document.xml": broken})))
    assert found.paragraphs[0].text == EXPECTED[0]
    assert BROKEN_PART in found.notes


def test_damaged_styles_do_not_stop_the_reading() -> None:
    contents = files(BODY, styles=style("1", "heading 1")[:-9], numbering="<w:num")
    assert texts(packed(contents)) == EXPECTED


def test_entities_are_never_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密内容", encoding="utf-8")
    xml = document(p(r("甲&x;&y;乙"))).replace(
        "?><w:", f'?><!DOCTYPE d [<!ENTITY x SYSTEM "file://{secret}"><!ENTITY y "扩展">]><w:', 1
    )
    joined = "".join(texts(packed({"word/document.xml": xml})))
    assert joined.startswith("甲")
    assert "机密" not in joined
    assert "扩展" not in joined


@pytest.mark.parametrize("place", ["text", "attribute"])
def test_billion_laughs(place: str) -> None:
    entities = '<!ENTITY a0 "哈哈哈哈哈哈哈哈哈哈">' + "".join(
        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)
    )
    body = p("前") + (p(r("&a11;")) if place == "text" else p("后", '<w:pStyle w:val="&a11;"/>'))
    xml = document(body).replace("?><w:", f"?><!DOCTYPE d [{entities}]><w:", 1)
    begun = time.process_time()
    outcome(packed({"word/document.xml": xml}))
    assert time.process_time() - begun < 2


def test_zip_bombs_are_counted_and_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MAX_UNPACKED_BYTES", 1_000_000)
    bomb = bytearray(packed({"word/document.xml": document(p("零" * 2_000_000))}))
    at = bomb.find(b"PK\x01\x02")
    struct.pack_into("<I", bomb, at + 24, 10)  # the directory claims ten bytes
    begun = time.process_time()
    assert error(bytes(bomb)) == "P101"
    assert time.process_time() - begun < 1
    assert limits.MAX_UNPACKED_BYTES > 1_000_000


def test_a_bomb_with_a_broken_stream_is_bounded_too() -> None:
    stream = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = stream.compress(b"<" * 30_000_000) + stream.flush(zlib.Z_SYNC_FLUSH) + b"\xff\xff\xff"
    header = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 0, 0, len(body), 10, 17, 0)
    found = archive.open_archive(header + b"word/document.xml" + body)
    with pytest.raises(ReadingError):
        found.unpack("word/document.xml", 1_000_000)


def test_too_many_tags_and_too_many_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    assert error(packed({"word/document.xml": document("<w:p/>" * 4_100_000)})) == "P101"
    monkeypatch.setattr(package, "MAX_TAGS", 400)
    assert error(packed(files(p("文"), styles="<w:style/>" * 500))) == "P101"
    parts = {"styles": "<w:style/>" * 150, "header": p("") * 100, "footer": p("") * 100}
    assert error(packed(files("<w:p/>", **parts))) == "P101"
    monkeypatch.setattr(archive, "MAX_ENTRIES", 50)
    assert error(packed({f"n{index}": "" for index in range(60)})) == "P101"


def test_deep_nesting_is_bounded() -> None:
    depth = 10_000
    nested = "<w:tbl><w:tr><w:tc>" * depth + p("底") + "</w:tc></w:tr></w:tbl>" * depth
    found = read(p("顶") + nested + p("后"))
    assert found.paragraphs[0].text == "顶"
    assert found.problems
    moderate = "<w:tbl><w:tr><w:tc>" * 60 + p("底") + "</w:tc></w:tr></w:tbl>" * 60
    assert TOO_DEEP in read(p("顶") + moderate + p("后")).notes
    inline = "<w:ins>" * 120 + r("深") + "</w:ins>" * 120
    assert read(p("顶") + p(inline) + p("后")).paragraphs[-1].text == "后"


BEGIN, SEPARATE = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate")
)
CHOICE, FALLBACK = "<mc:AlternateContent><mc:Choice>", "<mc:Fallback/></mc:AlternateContent>"
INNERMOST = f"<w:txbxContent>{p('里')}</w:txbxContent>"


@pytest.mark.parametrize(
    "body",
    [
        p((BEGIN + SEPARATE) * 10_000) + p(r("文") * 10_000),
        p((BEGIN + SEPARATE) * 10_000) + p(BEGIN + r("文")) * 5_000,
        p("文", "<w:rPr><w:del/></w:rPr>") * 10_000 + p("末"),
        p(f"<w:r><w:drawing>{CHOICE * 100}{INNERMOST}{('</mc:Choice>' + FALLBACK) * 100}"
          "</w:drawing></w:r>"),
        p(f"<w:r>{CHOICE * 100}<mc:none/>{('</mc:Choice>' + FALLBACK) * 100}</w:r>") + p("文"),
    ],
    ids=["fields", "fields-begun", "deleted-marks", "alternatives", "empty-alternatives"],
)  # fmt: skip
def test_no_construct_costs_more_than_its_length(body: str) -> None:
    data = packed({"word/document.xml": document(body)})
    begun = time.process_time()
    assert any("文" in text or text == "里" for text in texts(data))
    assert time.process_time() - begun < 2


def outcome(data: bytes) -> str:
    """Reads the file; only a document or a coded error may come out."""
    try:
        found = read_docx(source(data))
    except ReadingError as caught:
        return caught.code
    assert isinstance(found, Document)
    return "read"


def test_a_hundred_broken_variants_end_well() -> None:
    chance = random.Random(20240131)
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt '
        'w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = BODY + p("项", '<w:pStyle w:val="1"/><w:numPr><w:numId w:val="1"/></w:numPr>') * 20
    contents = files(body, styles=style("1", "heading 1"), numbering=numbering)
    whole = packed(contents)
    seen: dict[str, int] = {}
    begun = time.process_time()
    for turn in range(120):
        result = outcome(_broken(turn, chance, whole, contents))
        seen[result] = seen.get(result, 0) + 1
    assert time.process_time() - begun < 5
    assert seen["read"] > 40
    assert seen["P101"] > 5


def _broken(turn: int, chance: random.Random, whole: bytes, contents: dict[str, str]) -> bytes:
    kind = turn % 5
    if kind == 0:
        return whole[: chance.randrange(1, len(whole))]
    if kind == 1:
        return _flipped(chance, whole, 8)
    if kind == 2:
        changed = {name: _flipped(chance, text.encode(), 5) for name, text in contents.items()}
        return packed(changed)
    if kind == 3:
        tags = re.compile(r"<[^<>]*>")
        return packed(
            {
                name: tags.sub(lambda tag: "" if chance.random() < 0.03 else tag[0], text)
                for name, text in contents.items()
            }
        )
    lost = chance.choice(list(contents))
    return packed({("x/" if name == lost else "") + name: text for name, text in contents.items()})


def _flipped(chance: random.Random, data: bytes, count: int) -> bytes:
    changed = bytearray(data)
    for _ in range(count):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)
