"""Running text of web pages: paragraphs, line breaks, blanks, what is hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.reading.document import Document
from extractor.reading.html import read_html
from extractor.reading.source import Source
from tests.reading import html_pages


def page(markup: str | bytes) -> Document:
    data = markup if isinstance(markup, bytes) else markup.encode()
    return read_html(Source(Path("page.html"), data))


def lines(markup: str | bytes) -> list[str]:
    return [paragraph.text for paragraph in page(markup).paragraphs]


def test_a_tag_that_is_none() -> None:
    text = "依据《关于印发<政府信息公开信息处理费管理办法>的通知》〈试行〉，a < b，</办法>"
    assert lines(f"<p>{text}</p>") == [text]


def test_source_line_breaks_between_chinese_characters_vanish() -> None:
    assert lines("<p>主动公开\n   政府信息\n12\n条，使用 Word\n文档 and two\nwords。</p>") == [
        "主动公开政府信息12条，使用 Word文档 and two words。"
    ]


def test_inline_elements_put_no_blanks_into_words() -> None:
    markup = "<p>政<b>府</b><span>信</span><a name=x>息</a><font>公</font>开20<i>23</i>年</p>"
    assert lines(markup) == ["政府信息公开2023年"]


def test_hidden_and_foreign_content_is_left_out() -> None:
    markup = (
        "<p>看得见<span style='display:none'>看不见</span>后文</p><div hidden>a</div>"
        "<p style='visibility: hidden'>b</p><script>c</script><style>d</style><!-- e -->"
        "<select><option>f</option></select><noscript>g</noscript><textarea>h</textarea>尾"
    )
    assert lines(markup) == ["看得见后文", "尾"]


def test_breaks_end_paragraphs_but_not_sentences() -> None:
    markup = (
        "<div>一、总体情况<br>　　全年公开信息十二条，其中网站十条。<br>"
        "<br>　　二、主动公开政府信息情况<br/>"
        "公开目录在年内进行了三次调整和更新，涉及工程建设<br>和粮食收购两个栏目。</div>"
    )
    assert lines(markup) == [
        "一、总体情况", "全年公开信息十二条，其中网站十条。", "二、主动公开政府信息情况",
        "公开目录在年内进行了三次调整和更新，涉及工程建设和粮食收购两个栏目。",
    ]  # fmt: skip


def test_headings_and_alignment() -> None:
    document = page(
        "<h1 align=center>标题</h1><center>副题</center><p style='TEXT-ALIGN: right'>落款</p>"
        "<div align=right><p>2024年1月2日</p></div>"
        "<p style='mso-outline-level:2'>一级</p><p>正文</p>"
    )
    assert [(p.text, p.heading, p.align) for p in document.paragraphs] == [
        ("标题", 1, "center"), ("副题", None, "center"), ("落款", None, "right"),
        ("2024年1月2日", None, "right"), ("一级", 2, None), ("正文", None, None),
    ]  # fmt: skip


def test_printed_keeps_what_text_normalises() -> None:
    (paragraph,) = page("<p>　　⼀、２０２３年&nbsp;％</p>").paragraphs
    assert paragraph.text == "一、2023年 %"
    assert paragraph.printed == "⼀、２０２３年\xa0％"


def test_preformatted_lines_are_paragraphs() -> None:
    assert lines("<pre>一、总体情况\n公开信息三条。\n</pre>") == ["一、总体情况", "公开信息三条。"]


@pytest.mark.parametrize("charset", ["gb2312", "gbk", "utf-8"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
def test_any_label_with_any_encoding(charset: str, encoding: str) -> None:
    data = html_pages.portal_page(charset=charset).encode(encoding)
    assert [p.text for p in page(data).paragraphs] == html_pages.EXPECTED


def test_xhtml_with_a_prolog() -> None:
    markup = (
        '<?xml version="1.0" encoding="gb2312"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/'
        f'xhtml"><body>{html_pages.report_body()}</body></html>'
    )
    assert lines(markup) == html_pages.EXPECTED


def test_replaced_characters_are_noted() -> None:
    data = "<p>全年公开政府信息十二条</p>".encode() + b"<p>\xff\xfe\xff</p>"
    (note,) = page(data).notes
    assert "无法按utf-8编码解读" in note


@pytest.mark.parametrize("tag", ["div", "font", "span", "b", "section"])
def test_deep_nesting_loses_no_text(tag: str) -> None:
    document = page(f"<{tag}>" * 5000 + html_pages.report_body())
    assert [p.text for p in document.paragraphs] == html_pages.EXPECTED
    assert len(document.tables) == 3


def test_tables_nested_without_end_are_reported() -> None:
    document = page("<table><tr><td>甲" * 2000)
    assert [problem.code for problem in document.problems] == ["P104"]
