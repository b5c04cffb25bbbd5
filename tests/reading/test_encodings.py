"""Encodings of Chinese files, and labels that lie about them."""

from __future__ import annotations

import random

import pytest

from extractor.reading.encodings import declared_charset, decode, decoded

TEXT = "青渡县水务局2023年政府信息公开工作年度报告\n一、总体情况\n全年主动公开政府信息136条。\n"
TRADITIONAL = "臨溪縣政府資訊公開年度報告，本年度共受理申請十二件，均於期限內答覆。\n" * 3


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"],
)
def test_every_usual_encoding_reads_back(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_big5_is_told_from_gbk() -> None:
    assert decode(TRADITIONAL.encode("big5")) == TRADITIONAL
    assert decode(TEXT.encode("gbk"), "big5") == TEXT


@pytest.mark.parametrize(
    "label", ["gb2312", "GBK", "gb18030", "x-gbk", "utf-8", "iso-8859-1", "??"]
)
def test_a_label_never_harms(label: str) -> None:
    assert decode(TEXT.encode("utf-8"), label) == TEXT
    assert decode(TEXT.encode("gb18030"), label) == TEXT


def test_gb2312_label_covers_characters_beyond_it() -> None:
    text = "镕基街道喆科技公司㙍塘村" + TEXT
    assert decode(text.encode("gb18030"), "gb2312") == text


def test_a_character_cut_off_at_the_end_does_not_change_the_encoding() -> None:
    read = decoded(TEXT.encode("utf-8")[:-3])
    assert (read.encoding, read.replaced) == ("utf-8", 1)
    assert read.text.startswith("青渡县水务局2023年")


def test_damaged_bytes_are_counted_and_the_rest_is_read() -> None:
    data = bytearray(TEXT.encode("utf-8") * 3)
    data[40] = 0xFF
    read = decoded(bytes(data))
    assert read.encoding == "utf-8"
    assert read.replaced >= 1
    assert read.text.count("总体情况") == 3


def test_declarations_of_pages_and_prologs() -> None:
    assert declared_charset(b'<meta charset="gb2312">') == "gb2312"
    assert declared_charset(b"<?xml version='1.0' encoding='GBK'?>") == "GBK"
    assert declared_charset(b'<META content="text/html; charset=utf-8">') == "utf-8"
    assert declared_charset(b"<p>text</p>") is None


def test_no_bytes_raise() -> None:
    chance = random.Random(7)
    for _ in range(300):
        data = bytes(chance.randrange(256) for _ in range(chance.randrange(60)))
        assert isinstance(decode(data, chance.choice([None, "gbk", "big5", "x", ""])), str)
