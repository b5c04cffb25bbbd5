"""Broken and hostile text files: a Document, quickly."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from extractor.reading.document import Document
from extractor.reading.plain import read_md, read_txt
from extractor.reading.source import Source

# Far above what these inputs take, far below what a quadratic step would.
SECONDS = 5.0
REPORT = (
    "# 临溪县林业局2023年政府信息公开工作年度报告\n\n一、总体情况\n\n全年公开信息12条。\n\n"
    "\t规章\n\t0\n\t0\n\n\t许可\n\t5\n\t总\n计\n\n\n信息\t制发\t\n规章\t0\t\n\n"
    "| 甲 | 乙 |\n|--|--|\n"
    "| 1 | 2 |\n\n+---+---+\n| a | b |\n+---+---+\n\n<table><tr><td>1</td></tr></table>\n\n"
    "内容    制发  废止\n规章    0     0\n许可    1     2\n\n- 3 -\n"
)


def test_a_hundred_damaged_files() -> None:
    chance = random.Random(11)
    data = (REPORT * 3).encode()
    for _ in range(100):
        broken = bytearray(data[: chance.randrange(len(data))])
        for _ in range(min(20, len(broken))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        for read in (read_txt, read_md):
            document = read(Source(Path("a"), bytes(broken)))
            assert all(c.row_span > 0 for table in document.tables for c in table.cells)


@pytest.mark.parametrize(
    "piece",
    ["\t\n", "\t0\n", "\t0\n\n", "a\tb\n", "|", "| a |\n", "|-|\n", "+--+\n",
    "+--+--+\n| a | b |\n",
     "<table>", "<table>\n", "</tr>", "<!--", "**a ", "[", "![](", "\\",
     "- 1 -\n我局全年组织了两次面向乡镇的培训，继续\n",
     "甲  乙  丙\n", "-- --\n", " ", "\f", "# ", "`a", "_a ", "&amp",
     "政务公开工作情况说明" * 3 + "\n", "\t字\n\n字\n",
     '"\t\n', "{#", "> ", "\n"],
)  # fmt: skip
def test_endless_repetition_is_bounded(piece: str) -> None:
    data = (piece * (100_000 // len(piece))).encode()
    for read in (read_txt, read_md):
        started = time.process_time()
        assert isinstance(read(Source(Path("a"), data)), Document)
        assert time.process_time() - started < SECONDS
