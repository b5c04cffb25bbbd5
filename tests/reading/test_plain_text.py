"""Running text of text and Markdown files."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.reading.document import Document, Picture
from extractor.reading.plain import read_md, read_txt
from extractor.reading.source import Source
from tests.reading.plain_files import md, txt


def lines(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_a_line_is_a_paragraph_and_residue_goes() -> None:
    text = (
        "\ufeff[bookmark: _GoBack]临溪县林业局2023年报告\r\n\r\n"
        "一、总体情况\r\n\xa0 全年公开信息3条 * 2 #1 。\r\n"
    )
    assert lines(txt(text)) == [
        "临溪县林业局2023年报告",
        "一、总体情况",
        "全年公开信息3条 * 2 #1 。",
    ]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-le", "utf-8-sig"])
def test_encodings(encoding: str) -> None:
    assert lines(txt("一、总体情况\n全年公开信息。", encoding)) == [
        "一、总体情况",
        "全年公开信息。",
    ]


@pytest.mark.parametrize(
    "mark", ["- 3 -", "— 3 —", "第 3 页", "第3页 共12页", "  －3－  ", "\f", "3\f"]
)
def test_page_numbers_go_and_the_cut_sentence_is_whole(mark: str) -> None:
    text = (
        f"我局全年组织了两次面向乡镇的政务公开业务培训，\n\n{mark}\n\n"
        f"参加人员共计四十六人。\n二、主动公开政府信息情况\n"
    )
    assert lines(txt(text)) == [
        "我局全年组织了两次面向乡镇的政务公开业务培训，参加人员共计四十六人。",
        "二、主动公开政府信息情况",
    ]  # fmt: skip


def test_a_page_number_between_paragraphs_joins_nothing() -> None:
    assert lines(txt("全年没有收到投诉和举报，工作平稳有序开展。\n- 2 -\n二、主动公开\n")) == [
        "全年没有收到投诉和举报，工作平稳有序开展。", "二、主动公开",
    ]  # fmt: skip


def test_a_number_alone_is_no_page_number() -> None:
    assert lines(txt("公开条数\n36\n2024年1月9日\n")) == ["公开条数", "36", "2024年1月9日"]


def test_lines_of_one_width_are_joined() -> None:
    first = "　　" + "甲乙丙丁戊己庚辛壬癸" * 9 + "。"
    second = "　　" + "子丑寅卯辰巳午未申酉戌亥" * 7 + "完"
    wrapped = "\n".join(
        text[at : at + 30] for text in (first, second) for at in range(0, len(text), 30)
    )
    assert lines(txt("一、总体情况\n" + wrapped + "\n二、收到和处理申请情况\n" + wrapped)) == [
        "一、总体情况", first.strip(), second.strip(),
        "二、收到和处理申请情况", first.strip(), second.strip(),
    ]  # fmt: skip


def test_lines_of_many_lengths_are_not_joined() -> None:
    text = [("公开" * length) + "情况" for length in range(20, 60, 3)]
    assert lines(txt("\n".join(text))) == text


def test_a_signature_behind_blanks_stands_right() -> None:
    document = txt("正文一句。\n" + "\xa0 " * 20 + "临溪县林业局\n")
    assert [paragraph.align for paragraph in document.paragraphs] == [None, "right"]


def test_a_text_file_in_markdown() -> None:
    document = txt("# 标题\n\n## 一、总体情况\n\n**加粗**正文\n")
    assert document.format == "txt"
    assert [(p.text, p.heading) for p in document.paragraphs] == [
        ("标题", 1), ("一、总体情况", 2), ("加粗正文", None),
    ]  # fmt: skip


def test_marks_of_markdown_go() -> None:
    document = md(
        "# 临溪县林业局*2023*年报告 #\n\n> **一、总体情况** {#a .b}\n\n- 全年公开\\_信息\\-12条，见"
        "[网站](http://a.invalid/x_y_z)和<http://b.invalid>，`代码`&nbsp;与a_b_c。\\\n后一行\n\n"
        "<!-- 注\n释 -->1\\. 第一项<br>第二行\n\n***\n\n~~删~~ 3*4*5 [^1]\n"
    )
    assert lines(document) == [
        "临溪县林业局2023年报告", "一、总体情况 {#a .b}",
        "全年公开_信息-12条，见网站和http://b.invalid，代码 与a_b_c。", "后一行", "1. 第一项",
        "第二行",
        "删 3*4*5 [^1]",
    ]  # fmt: skip


def test_angle_brackets_around_chinese_are_text() -> None:
    assert lines(md("关于印发<政府信息公开办法>的通知\n")) == ["关于印发<政府信息公开办法>的通知"]


def test_underlined_headings_and_fences() -> None:
    document = md("标题\n===\n\n::: {.x}\n小节\n---\n正文\n:::\n")
    assert [(p.text, p.heading) for p in document.paragraphs] == [
        ("标题", 1), ("小节", 2), ("正文", None),
    ]  # fmt: skip


def test_images_are_pictures() -> None:
    document = md(
        "前![表格](media/image1.png)后\n\n![](data:image/png;base64,AAAA)\n\n<img src='x'>\n"
    )
    assert sum(isinstance(block, Picture) for block in document.blocks) == 3
    assert lines(document) == ["前后"]


def test_damaged_characters_are_noted() -> None:
    data = "全年公开政府信息十二条，其中网站十条。".encode() + b"\xff\xfe\n"
    (note,) = read_txt(Source(Path("a.txt"), data * 3)).notes
    assert "�" in note


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\0\0", b"\t", b"|", b"+-+", b"<table"])
def test_next_to_nothing(data: bytes) -> None:
    for read in (read_txt, read_md):
        assert isinstance(read(Source(Path("a"), data)), Document)
