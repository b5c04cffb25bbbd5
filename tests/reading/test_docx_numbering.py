"""Numbers that Word prints and no text holds."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from extractor.reading.numerals import numeral
from tests.reading.docx_parts import files, p, packed, r, read, style, tbl, tc, texts, tr


def level(index: int, form: str, pattern: str, more: str = "", start: int | None = 1) -> str:
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{index}">{begin}<w:numFmt w:val="{form}"/>{more}'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


NOTHING = '<w:suff w:val="nothing"/>'


def abstract(key: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{more}{"".join(levels)}</w:abstractNum>'


def num(key: int, definition: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'


def listed(text: str, num_id: int | None, ilvl: int | None = 0, more: str = "") -> str:
    number = "" if num_id is None else f'<w:numId w:val="{num_id}"/>'
    depth = "" if ilvl is None else f'<w:ilvl w:val="{ilvl}"/>'
    return p(text, f"{more}<w:numPr>{depth}{number}</w:numPr>")


REPORT = abstract(
    0,
    level(0, "chineseCounting", "%1、", NOTHING),
    level(1, "chineseCountingThousand", "（%2）", NOTHING),
    level(2, "decimal", "%3."),
)


def test_headings_of_a_report() -> None:
    body = (
        listed("总体情况", 1) + listed("主动公开", 1, 1) + listed("依申请公开", 1, 1)
        + listed("受理", 1, 2) + listed("答复", 1, 2) + p("正文") + listed("表格", 1)
        + listed("许可", 1, 1) + listed("处罚", 1, 2)
    )  # fmt: skip
    assert texts(body, numbering=REPORT + num(1, 0)) == [
        "一、总体情况", "（一）主动公开", "（二）依申请公开", "1. 受理", "2. 答复", "正文",
        "二、表格", "（一）许可", "1. 处罚",
    ]  # fmt: skip


def test_numbers_through_styles() -> None:
    styles = (
        style("h1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style(
            "h2", "heading 2",
            '<w:basedOn w:val="h1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>',
        )
        + style("h3", "tied", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
        + style("mine", "mine", '<w:basedOn w:val="h1"/>')
    )  # fmt: skip
    tied = REPORT.replace('<w:numFmt w:val="decimal"/>', '<w:numFmt w:val="decimal"/>'
                          '<w:pStyle w:val="h3"/>')  # fmt: skip

    def styled(text: str, name: str, more: str = "") -> str:
        return p(text, f'<w:pStyle w:val="{name}"/>{more}')

    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        styled("甲", "h1") + styled("乙", "h2") + styled("丙", "h3") + styled("丁", "mine")
        + styled("无号", "h1", off) + styled("戊", "h2")
    )  # fmt: skip
    document = read(body, styles=styles, numbering=tied + num(1, 0))
    assert [(held.text, held.heading) for held in document.paragraphs] == [
        ("一、甲", 1), ("（一）乙", 2), ("1. 丙", None), ("二、丁", 1), ("无号", 1),
        ("（一）戊", 2),
    ]  # fmt: skip


def test_lists_of_one_definition_count_on_and_overrides_start_anew() -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    changed = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}</w:lvlOverride>'
    numbering = (
        abstract(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, restart)
        + num(4, 0, changed)
    )  # fmt: skip
    body = "".join(listed("项", key) for key in (1, 1, 2, 3, 3, 1, 4))
    assert texts(body, numbering=numbering) == [
        "1. 项", "2. 项", "3. 项", "1. 项", "2. 项", "3. 项", "IV) 项",
    ]  # fmt: skip


def test_restart_rules_and_numbers_of_higher_levels() -> None:
    never = '<w:lvlRestart w:val="0"/>'
    numbering = abstract(
        0,
        level(0, "chineseCounting", "第%1章"),
        level(1, "chineseCounting", "%1.%2", "<w:isLgl/>"),
        level(2, "decimal", "%3)", never, start=5),
    ) + num(1, 0)
    body = (
        listed("先", 1, 1) + listed("甲", 1) + listed("乙", 1, 1) + listed("丙", 1, 2)
        + listed("丁", 1) + listed("戊", 1, 1) + listed("己", 1, 2)
    )  # fmt: skip
    assert texts(body, numbering=numbering) == [
        "1.1 先", "第一章 甲", "1.1 乙", "5) 丙", "第二章 丁", "2.1 戊", "6) 己",
    ]  # fmt: skip


def test_bullets_none_and_hidden_numbers_print_nothing() -> None:
    numbering = abstract(
        0,
        level(0, "bullet", "\uf06c"),
        level(1, "none", ""),
        level(2, "decimal", "%3.", "<w:rPr><w:vanish/></w:rPr>"),
        level(3, "none", "附件："),
    ) + num(1, 0)
    body = "".join(listed("项", 1, index) for index in range(4)) + listed("无此列表", 9)
    assert texts(body, numbering=numbering) == ["项", "项", "项", "附件： 项", "无此列表"]


def test_list_styles_hold_the_levels_of_others() -> None:
    styles = style(
        "L", "list", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', "numbering"
    )
    numbering = (
        abstract(0, level(0, "ideographTraditional", "%1、"))
        + abstract(1, more='<w:numStyleLink w:val="L"/>') + num(1, 0) + num(2, 1)
    )  # fmt: skip
    assert texts(listed("项", 2) + listed("项", 2), styles=styles, numbering=numbering) == [
        "甲、 项", "乙、 项",
    ]  # fmt: skip


def test_a_style_separator_keeps_the_number_of_its_heading() -> None:
    numbers = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>{}'
    separator = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    body = (
        p("主动公开。", numbers.format(0, separator)) + p("公开8条。") + listed("下节", 1)
        + p("条目。", numbers.format(0, separator)) + p("正文。", numbers.format(1, ""))
    )  # fmt: skip
    assert texts(body, numbering=REPORT + num(1, 0)) == [
        "一、主动公开。公开8条。", "二、下节", "三、条目。正文。",
    ]  # fmt: skip


def test_numbers_in_cells_count_and_deleted_paragraphs_do_not() -> None:
    numbering = abstract(0, level(0, "decimal", "%1", NOTHING)) + num(1, 0)
    rows = (tr(tc(listed("", 1)), tc("许可")), tr(tc(listed("", 1)), tc("处罚")))
    [table] = read(tbl(*rows), numbering=numbering).tables
    assert [cell.text for cell in table.cells] == ["1", "许可", "2", "处罚"]
    gone = p(
        "<w:del>" + r("删") + "</w:del>",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    )
    assert texts(listed("甲", 1) + gone + listed("乙", 1), numbering=numbering) == ["1甲", "2乙"]


def test_custom_formats_and_hostile_numbers() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="7"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1号"/></w:lvl>'
    )
    hostile = level(0, "upperRoman", "%1.", start=None).replace(
        "<w:numFmt", '<w:start w:val="999999999"/><w:numFmt'
    )
    numbering = (
        abstract(0, custom) + abstract(1, hostile) + abstract(2, level(0, "decimal", "%1" * 5000))
        + num(1, 0) + num(2, 1) + num(3, 2)
    )  # fmt: skip
    body = listed("甲", 1) + listed("乙", 2) + listed("丙", 3) + listed("丁", 1, 99999999999999)
    assert texts(body, numbering=numbering) == ["007号 甲", "999999999. 乙", "丙", "008号 丁"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("decimalEnclosedParen", {3: "⑶"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 99: "九十九", 101: "一○一"}),
        ("chineseCountingThousand", {10: "十", 101: "一百零一", 110: "一百一十"}),
        ("chineseCountingThousand", {1000: "一千", 1010: "一千零一十", 3003: "三千零三"}),
        ("japaneseCounting", {1: "一", 10: "十", 111: "百十一", 203: "二百三"}),
        ("ideographDigital", {10: "一〇", 12: "一二"}),
        ("ideographTraditional", {1: "甲", 10: "癸", 11: "甲"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("ideographZodiacTraditional", {1: "甲子", 60: "癸亥"}),
        ("chineseLegalSimplified", {3: "叁", 12: "壹拾贰"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 54: "BBB"}),
        ("lowerLetter", {2: "b"}),
        ("upperRoman", {4: "IV", 1994: "MCMXCIV"}),
        ("lowerRoman", {9: "ix"}),
        ("ordinal", {1: "1st", 11: "11th", 22: "22nd"}),
        ("bullet", {1: ""}),
        ("inventedFormat", {5: "5"}),
        ("upperRoman", {0: "0", -3: "-3"}),
    ],
)  # fmt: skip
def test_number_formats(form: str, expected: dict[int, str]) -> None:
    assert {number: numeral(number, form) for number in expected} == expected


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_numbers_are_those_that_libreoffice_prints(tmp_path: Path) -> None:
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    numbering = (
        REPORT
        + abstract(
            1,
            level(0, "decimal", "%1", NOTHING),
            level(1, "decimal", "%1.%2", NOTHING),
            level(2, "lowerLetter", "%3)", NOTHING),
        )
        + abstract(2, level(0, "decimalEnclosedCircle", "%1", NOTHING))
        + abstract(3, level(0, "ideographTraditional", "%1、", NOTHING))
        + abstract(4, level(0, "upperRoman", "%1.", NOTHING))
        + num(1, 0) + num(2, 1) + num(3, 2) + num(4, 3) + num(5, 4) + num(6, 0, restart)
    )  # fmt: skip
    plan = [
        (1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0), (2, 1), (2, 2), (2, 2), (2, 1), (2, 2),
        (2, 0), (2, 1), (3, 0), (3, 0), (4, 0), (4, 0), (5, 0), (5, 0), (5, 0), (5, 0), (6, 0),
        (6, 1), (6, 0), *[(3, 0)] * 9, *[(1, 0)] * 11,
    ]  # fmt: skip
    body = "".join(listed(f"第{at}行", key, depth) for at, (key, depth) in enumerate(plan))
    contents = files(body, numbering=numbering)
    (tmp_path / "a.docx").write_bytes(packed(contents))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path),
         str(tmp_path / "a.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    printed = (tmp_path / "a.txt").read_text(encoding="utf-8-sig").split("\n")
    # The text filter sets its own blanks around every number.
    expected = ["".join(line.split()) for line in printed if line]
    assert texts(body, numbering=numbering) == expected
