"""Sections under every way of writing and numbering their headings."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.language.pipeline import analyse
from extractor.report.dividing.section_titles import section_title
from extractor.report.outline import SECTIONS
from extractor.report.read_identity import read_identity
from extractor.report.read_outline import read_outline
from tests.report.invented import AFTER_OVERVIEW, TITLE, flow, read, sections, with_overview

WORDS = (
    "总体情况",
    "主动公开政府信息情况",
    "收到和处理政府信息公开申请情况",
    "政府信息公开行政复议、行政诉讼情况",
    "存在的主要问题及改进情况",
    "其他需要报告的事项",
)
TEXTS = ("2023年工作有序。", "T", "T", "T", "一是更新慢。下一步按月检查。", "无。")


def _report(headings: list[str]) -> str:
    lines = [line for pair in zip(headings, TEXTS, strict=True) for line in pair]
    return "\n".join([TITLE, "现将有关情况报告如下。", *lines])


def _keys(text: str) -> list[str]:
    return [key for key, _ in sections(text)]


@pytest.mark.parametrize(
    "numbers",
    [
        ["一、", "二、", "三、", "四、", "五、", "六、"],
        ["—、", "二、", "三、", "四、", "五、", "六、"],
        ["一．", "二.", "三、 ", "四 、", "五：", "六，"],
        ["一 ", "二 ", "三 ", "四 ", "五 ", "六 "],
        ["一", "二", "三", "四", "五", "六"],
        ["一?", "二?", "三?", "四?", "五?", "六?"],
        ["1、", "2、", "3、", "4、", "5、", "6、"],
        ["1.", "2.", "3.", "4.", "5.", "6."],
        ["（一）", "（二）", "（三）", "（四）", "（五）", "（六）"],
        ["第一部分 ", "第二部分：", "第三部分、", "第四部分 ", "第五部分 ", "第六部分 "],
        ["", "", "", "", "", ""],
        ["一、", "二、", "三、", "三、", "四、", "五、"],
        ["一、", "三、", "二、", "四、", "六、", "七、"],
        ["一、", "二、", "", "四、", "五、", ""],
        ["一、\n", "二、\n", "三、\n", "四、\n", "五、\n", "六、\n"],
        ["## 一、", "### 二、", "**三、", "#### 四、", "五、", "六、"],
        ["[bookmark: _GoBack]一、", "二、", "三、", "四、", "五、", "六、"],
    ],
)
def test_numbering(numbers: list[str]) -> None:
    headings = [number + words for number, words in zip(numbers, WORDS, strict=True)]
    assert _keys(_report(headings)) == list(SECTIONS)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("overview", "2023年度政府信息公开工作总体情况"),
        ("overview", "基本情况"),
        ("overview", "概述"),
        ("disclosure", "主动公开政府信息的情况"),
        ("disclosure", "政府信息主动公开情况"),
        ("applications", "依申请公开政府信息办理情况"),
        ("applications", "本机关收到和处理政府信息公开申请的情况"),
        ("disputes", "因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
        ("disputes", "政府信息公开行政复议及行政诉讼情况"),
        ("disputes", "行政复议、行政诉讼情况"),
        ("issues", "存在问题及整改措施"),
        ("issues", "政府信息公开工作存在的主要问题和下一步工作打算"),
        ("issues", "存在的不足及改进方向"),
        ("other", "其它应报告事项"),
        ("other", "需要说明的其他事项"),
        ("other", "其他"),
    ],
)
def test_wording(key: str, words: str) -> None:
    headings = [f"{number}、{title}" for number, title in zip("一二三四五六", WORDS, strict=True)]
    place = SECTIONS.index(key)
    headings[place] = f"{'一二三四五六'[place]}、{words}"
    found = sections(_report(headings))
    assert [name for name, _ in found] == list(SECTIONS)
    assert found[place] == (key, headings[place])


@pytest.mark.parametrize(
    "words",
    [
        "本年新收政府信息公开申请数量",
        "结转下年度继续办理",
        "申请人情况",
        "没有其他需要报告的事项",
        "我局未发生因政府信息公开引起的行政复议和行政诉讼",
        "2023年无行政复议、行政诉讼",
        "总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政诉讼情况",
    ],
)
def test_no_title(words: str) -> None:
    assert section_title(words) is None


def test_blanks_inside_and_text_behind() -> None:
    text = _report(["一、 总 体 情 况", *["二三四五六"[i] + "、" + WORDS[i + 1] for i in range(5)]])
    running, _, outline = read(text)
    first = outline.sections[0]
    assert first.heading is not None
    assert first.heading.text == "一、 总 体 情 况"
    assert running.text[first.start : first.end] == TEXTS[0]


@pytest.mark.parametrize("sign", ["。", "：", " ", ""])
def test_headings_run_into_the_paragraph(sign: str) -> None:
    headings = [f"{number}、{words}" for number, words in zip("一二三四五六", WORDS, strict=True)]
    text = f"{TITLE}\n{headings[0]}{sign}2023年，我局按月公开。\n" + "\n".join(
        f"{heading}\nT" for heading in headings[1:5]
    )
    text += f"\n{headings[5]}{sign}无。"
    running, _, outline = read(text)
    assert [s.key for s in outline.sections] == list(SECTIONS)
    first, last = outline.sections[0], outline.sections[-1]
    assert first.heading is not None
    assert first.heading.run_in
    assert first.heading.text == "一、总体情况"
    assert running.text[first.start : first.end] == "2023年，我局按月公开。"
    assert running.text[last.start : last.end] == "无。"


def test_a_list_of_the_titles_is_no_heading() -> None:
    listed = "；".join(f"{n}、{w}" for n, w in zip("一二三四五六", WORDS, strict=True))
    entries = [f"{n}、{w}" for n, w in zip("一二三四五六", WORDS, strict=True)]
    for lead in (
        f"全文包括{listed}。",
        f"报告由{'、'.join(WORDS)}六部分组成。",
        "目 录\n" + "\n".join(f"{entry}……{page}" for page, entry in enumerate(entries, 1)),
        "目录\n" + "\n".join(f"{entry} {page}" for page, entry in enumerate(entries, 1)),
        "包括以下部分：\n" + "\n".join(f"{entry}；" for entry in entries),
        "\n".join(WORDS),
    ):
        text = f"{TITLE}\n{lead}\n一、总体情况\n2023年工作有序。\n{AFTER_OVERVIEW}"
        running, _, outline = read(text)
        assert [s.key for s in outline.sections] == list(SECTIONS), lead
        assert running.text[outline.sections[0].start :].startswith("2023年工作有序")


def test_row_labels_that_leak_into_the_text_are_no_headings() -> None:
    leaked = "一、本年新收政府信息公开申请数量\n0\n二、上年结转政府信息公开申请数量\n0\n" + (
        "三、本年度办理结果\n（一）予以公开\n（七）总计\n四、结转下年度继续办理\n0"
    )
    text = with_overview("有序。").replace("申请情况\nT", f"申请情况\n{leaked}", 1)
    assert _keys(text) == list(SECTIONS)


def test_one_heading_for_two_sections() -> None:
    text = f"""{TITLE}
一、总体情况
有序。
二、主动公开政府信息情况
T
三、收到和处理政府信息公开申请情况及政府信息公开行政复议、行政诉讼情况
T
四、存在的主要问题及改进情况
更新慢。
五、其他需要报告的事项
无。"""
    _, _, outline = read(text)
    assert [s.key for s in outline.sections] == [
        "overview", "disclosure", "applications", "issues", "other",
    ]  # fmt: skip
    assert outline.sections[2].also == ("disputes",)
    assert outline.section("disputes") is outline.sections[2]


def test_a_heading_over_two_lines() -> None:
    text = with_overview("有序。").replace("行政复议、行政诉讼", "行政复议、\n行政诉讼")
    found = sections(text)
    assert [key for key, _ in found] == list(SECTIONS)
    assert found[3][1] == "四、政府信息公开行政复议、\n行政诉讼情况"


def test_twice_missing_and_out_of_order() -> None:
    text = f"""{TITLE}
一、总体情况
有序。
二、主动公开政府信息情况
T
二、主动公开政府信息情况
T
四、政府信息公开行政复议、行政诉讼情况
T
六、其他需要报告的事项
无。
五、存在的主要问题及改进情况
更新慢。"""
    assert _keys(text) == ["overview", "disclosure", "disclosure", "disputes", "other", "issues"]


def test_sub_lists_that_count_anew_are_no_sections() -> None:
    text = f"""{TITLE}
一、总体情况
一、主动公开政府信息情况
公开12条。
二、依申请公开政府信息情况
无。
二、主动公开政府信息情况
T
三、收到和处理政府信息公开申请情况
T
四、政府信息公开行政复议、行政诉讼情况
T
五、存在的主要问题及改进情况
一、存在的主要问题
更新慢。
二、改进情况
按月检查。
六、其他需要报告的事项
一、信息处理费收取情况
无。"""
    assert _keys(text) == list(SECTIONS)


def test_aspects_numbered_otherwise_stand_in_for_no_section() -> None:
    text = f"""{TITLE}
一、总体情况
1.政府信息主动公开情况
公开信息88条。
2.政府信息依申请公开情况
收到0件。
四、政府信息公开行政复议、行政诉讼情况
无。"""
    _, _, outline = read(text)
    assert [s.key for s in outline.sections] == ["overview", "disputes"]
    assert [a.key for a in outline.aspects] == ["disclosure", "applications"]


def test_problems_and_measures_as_sections_of_their_own() -> None:
    text = with_overview("有序。").replace(
        "五、存在的主要问题及改进情况\n一是更新慢；二是解读少。\n六、",
        "五、存在的问题\n更新慢。\n六、下一步工作打算\n按月检查。\n七、",
    )
    assert _keys(text) == [*SECTIONS[:5], "issues", "other"]


@pytest.mark.parametrize("table", [True, False])
def test_section_two_or_an_aspect_of_its_name(table: bool) -> None:
    text = f"""{TITLE}
总体情况
2023年工作有序。
主动公开政府信息情况
公开信息88条。
依申请公开政府信息情况
收到0件。
监督保障情况
培训两次。
主动公开政府信息情况
{"T" if table else "全年制发规范性文件2件。"}
收到和处理政府信息公开申请情况
T
政府信息公开行政复议、行政诉讼情况
T
存在的主要问题及改进情况
更新慢。
其他需要报告的事项
无。"""
    _, _, outline = read(text)
    assert [s.key for s in outline.sections] == list(SECTIONS)
    assert [a.key for a in outline.aspects] == ["disclosure", "applications", "supervision"]


def test_headings_inside_a_joined_paragraph() -> None:
    text = with_overview("有序。").replace("二是解读少。\n六、", "二是解读少。六、")
    assert _keys(text) == list(SECTIONS)


@given(
    st.text(
        alphabet="一二三四五六、（）。：总体情况主动公开申请行政复议年月日12023\n 局县无",
        max_size=300,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_text_is_divided_in_order(text: str) -> None:
    running = flow(text)
    analysis = analyse(running.text)
    outline = read_outline(running, analysis)
    read_identity(running, outline, analysis, (), None)
    last = 0
    for section in outline.sections:
        assert last <= section.start <= section.end <= len(running.text)
        last = section.end
