"""A report pasted twice, and parts of sections with numbers of the sections."""

from __future__ import annotations

import pytest

from extractor.report.outline import SECTIONS
from tests.report.invented import AFTER_OVERVIEW, OVERVIEW, TITLE, read, sections

PREAMBLE = "根据《条例》，现公布本年度报告。"
BODY = f"一、总体情况\n{OVERVIEW}\n{AFTER_OVERVIEW}"
SIGNED = "云岭县财政局\n2024年1月5日"
REPORT = f"{TITLE}\n{PREAMBLE}\n{BODY}\n{SIGNED}"


def unnumbered(text: str) -> str:
    for number in "一二三四五六":
        text = text.replace(f"\n{number}、", "\n")
    return text


@pytest.mark.parametrize(
    "text",
    [
        f"{REPORT}\n{REPORT}",
        f"{TITLE}\n{BODY}\n{BODY}",
        f"{REPORT}\n{BODY}\n{SIGNED}",
        f"{TITLE}\n{BODY}\n{TITLE}\n{PREAMBLE}\n{BODY}",
        unnumbered(f"{REPORT}\n{REPORT}"),
    ],
)
def test_both_copies_stand_in_the_outline(text: str) -> None:
    running, _, outline = read(text)
    assert [section.key for section in outline.sections] == [*SECTIONS, *SECTIONS]
    for first, second in zip(outline.sections[:6], outline.sections[6:], strict=True):
        one, two = (running.text[s.start : s.end] for s in (first, second))
        assert one == two
        assert outline.section(first.key) is first


def test_three_copies() -> None:
    _, _, outline = read(f"{TITLE}\n{BODY}\n{BODY}\n{BODY}")
    assert [section.key for section in outline.sections] == [*SECTIONS] * 3


WORDS = (
    "扎实推进主动公开",
    "存在不足",
    "问题和改进",
    "政府信息主动公开情况",
    "复议诉讼应对情况",
    "改进措施",
)


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize(
    "before", ["二、主动公开政府信息情况", "三、收到和处理", "六、其他需要报告的事项"]
)
def test_no_section_between_numbers_that_follow_each_other(words: str, before: str) -> None:
    expected = sections(f"{TITLE}\n{BODY}")
    for number in "一二三四五六七":
        part = f"\n{number}、{words}\n按月做了工作。\n{before}"
        text = f"{TITLE}\n{BODY}".replace(f"\n{before}", part, 1)
        assert sections(text) == expected


def test_a_number_used_up_heads_no_section_behind_the_last() -> None:
    text = f"{TITLE}\n{BODY}\n三、存在不足\n更新慢。"
    assert [key for key, _ in sections(text)] == [*SECTIONS]
