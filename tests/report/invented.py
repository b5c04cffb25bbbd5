"""Invented reports for tests: lines of text, of which T is a table."""

from __future__ import annotations

from extractor.language.pipeline import Analysis, analyse
from extractor.report.flow import Flow, flow_of
from extractor.report.outline import Outline
from extractor.report.read_identity import Identity, read_identity
from extractor.report.read_outline import read_outline
from tests.building import document, grid

TABLE_LINE = "T"
TITLE = "云岭县财政局2023年政府信息公开工作年度报告"
OVERVIEW = "2023年，我局把预算和补贴的公开放在前面。"
AFTER_OVERVIEW = """二、主动公开政府信息情况
T
三、收到和处理政府信息公开申请情况
T
四、政府信息公开行政复议、行政诉讼情况
T
五、存在的主要问题及改进情况
一是更新慢；二是解读少。
六、其他需要报告的事项
无。"""


def flow(text: str) -> Flow:
    """The running text of lines."""
    blocks = [
        grid([["规章", "0", "0", "0"]]) if line == TABLE_LINE else line.strip()
        for line in text.split("\n")
        if line.strip()
    ]
    return flow_of(document(*blocks))


def read(text: str) -> tuple[Flow, Analysis, Outline]:
    running = flow(text)
    analysis = analyse(running.text)
    return running, analysis, read_outline(running, analysis)


def identity(text: str, notes: tuple[str, ...] = ()) -> Identity:
    running, analysis, outline = read(text)
    return read_identity(running, outline, analysis, notes, "2021")


def with_overview(overview: str) -> str:
    """A usual report with these lines as its first section."""
    return f"{TITLE}\n一、总体情况\n{overview}\n{AFTER_OVERVIEW}"


def sections(text: str) -> list[tuple[str, str]]:
    """Key and heading of each section."""
    _, _, outline = read(text)
    return [(s.key, s.heading.text if s.heading else "") for s in outline.sections]


def aspects(text: str) -> list[tuple[str, str | None, str]]:
    """Key, heading and text of each aspect."""
    running, _, outline = read(text)
    return [
        (a.key, a.heading.text if a.heading else None, running.text[a.start : a.end])
        for a in outline.aspects
    ]


def numbered(titles: str, numbers: str = "（一） （二） （三） （四） （五）") -> list[str]:
    """Headings of aspects, each with its number."""
    return [n + t for n, t in zip(numbers.split(), titles.split(), strict=True)]
