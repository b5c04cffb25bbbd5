"""Section fives whose items are marked in the text, so that a case shows what it expects.

{p:…} a problem, {d:…} a measure that was taken, {n:…} one that is planned; behind the letter may
stand the year and, after >, the problems answered: {n2025>0,1:…}. Left out they are not compared;
a year of 0 means that none is named, a bare > that nothing is answered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.language.pipeline import analyse
from extractor.reading.document import Paragraph
from extractor.report.flow import TABLE, Flow, Stretch
from extractor.report.items import Items, read_items
from extractor.report.outline import Heading, Outline, Section, SectionKey

_MARKED = re.compile(r"\{(?P<kind>[pdn])(?P<year>\d{1,4})?(?P<to>>[\d,]*)?:(?P<text>[^{}]*)\}")
HEADING = "五、存在的主要问题及改进情况"


@dataclass(frozen=True)
class Expected:
    """A measure as the markup gives it; None is not compared."""

    text: str
    tense: str
    year: int | None
    answers: tuple[int, ...] | None


def flow_of_lines(lines: list[str]) -> Flow:
    stretches, position = [], 0
    for line in lines:
        paragraph = None if line == TABLE else Paragraph(line, line)
        stretches.append(Stretch(position, position + len(line), paragraph))
        position += len(line) + 1
    return Flow("\n".join(lines), tuple(stretches))


def read_sections(sections: list[tuple[SectionKey, str, str]], year: int = 2024) -> Items:
    """The items of a report made of (key, heading, text)."""
    lines: list[str] = []
    placed: list[Section] = []
    position = 0
    for key, heading, text in sections:
        start = position + len(heading) + 1
        end = start + len(text)
        placed.append(Section(key, Heading(heading, position, start - 1), start, end))
        lines += [heading, *text.split("\n")]
        position = end + 1
    flow = flow_of_lines(lines)
    outline = Outline(0, (0, 0), tuple(placed), (), None)
    return read_items(flow, outline, analyse(flow.text), year)


def read_issues(text: str, heading: str = HEADING, year: int = 2024) -> Items:
    return read_sections([("issues", heading, text)], year)


def plain(marked: str) -> str:
    return _MARKED.sub(lambda m: m["text"], marked)


def expected(marked: str) -> tuple[list[str], list[Expected]]:
    problems: list[str] = []
    measures: list[Expected] = []
    for m in _MARKED.finditer(marked):
        text = m["text"].replace("\n", "")
        if m["kind"] == "p":
            problems.append(text)
            continue
        answers = tuple(int(n) for n in m["to"][1:].split(",") if n) if m["to"] else None
        tense = "done" if m["kind"] == "d" else "planned"
        measures.append(Expected(text, tense, int(m["year"]) if m["year"] else None, answers))
    return problems, measures


def assert_items(marked: str, items: Items) -> None:
    problems, measures = expected(marked)
    assert [problem.text for problem in items.problems] == problems
    assert [measure.text for measure in items.improvements] == [m.text for m in measures]
    for measure, wanted in zip(items.improvements, measures, strict=True):
        assert (measure.text, measure.tense) == (wanted.text, wanted.tense)
        if wanted.year is not None:
            assert (measure.text, measure.year or 0) == (wanted.text, wanted.year)
        if wanted.answers is not None:
            assert (measure.text, measure.answers) == (wanted.text, wanted.answers)
