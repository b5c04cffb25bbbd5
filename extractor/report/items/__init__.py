"""Problems and improvements: the clauses that name them, whatever the layout.

region → compact text → clauses → drafts → items; the rooms are named after these steps.
"""

from __future__ import annotations

from collections.abc import Sequence

from extractor.language.pipeline import Analysis
from extractor.report.classified import Classified
from extractor.report.flow import Flow
from extractor.report.items.answers import answer
from extractor.report.items.clauses import Clause, clauses
from extractor.report.items.compact import Compact, compact
from extractor.report.items.drafts import Draft
from extractor.report.items.labels import label_of
from extractor.report.items.model import Improvement, Items, Problem, Tense
from extractor.report.items.regions import Region, elsewhere, section_five
from extractor.report.items.tense import settle
from extractor.report.items.themes import is_specific, themes
from extractor.report.items.voice import listen
from extractor.report.items.walk import read
from extractor.report.outline import Outline

__all__ = ["Improvement", "Items", "Problem", "Tense", "read_items"]


def read_items(
    flow: Flow,
    outline: Outline,
    analysis: Analysis,
    year: int | None,
    sentences: Sequence[Classified] = (),
) -> Items:
    """The report's problems and the measures against them; `year` is the report's.

    `sentences` are the classifier's, a second voice where no word tells what a clause is.
    """
    items = _read(flow, section_five(outline, year), analysis, year, sentences)
    if not items.problems and not items.improvements:
        items = _read(flow, elsewhere(flow, outline), analysis, year)
    return items


def _read(
    flow: Flow,
    regions: list[Region],
    analysis: Analysis,
    year: int | None,
    sentences: Sequence[Classified] = (),
) -> Items:
    problems: list[Problem] = []
    improvements: list[Improvement] = []
    for region in regions:
        text = compact(flow.text, region.start, region.end)
        voice = listen(sentences, region.start, region.end, flow.text)
        found = clauses(text, year)
        drafts = read(text, found, region.lead, year, region.strict, voice)
        until = _told_until(text, drafts, _labels(text, found, year))
        named = [
            _problem(text, draft, end, flow, analysis)
            for draft, end in zip(drafts, until, strict=True)
            if draft.kind == "problem"
        ]
        told = [_told(text, draft, end) for draft, end in zip(drafts, until, strict=True)]
        improvements += _improvements(text, drafts, told, named, len(problems), flow, year)
        problems += named
    return Items(tuple(problems), tuple(improvements))


def _labels(text: Compact, found: list[Clause], year: int | None) -> list[int]:
    """Where labels begin: （三）2024年工作打算 explains no item in front of it."""
    return [
        clause.mark.start if clause.mark else clause.start
        for clause in found
        if clause.paired or label_of(text.text[clause.start : clause.end], year) is not None
    ]


def _told_until(text: Compact, drafts: list[Draft], labels: list[int]) -> list[int]:
    """Where the sentences that explain each item end: at the next item, label, or line."""
    ends = []
    for index, draft in enumerate(drafts):
        following = drafts[index + 1].start if index + 1 < len(drafts) else len(text.text)
        line = next((end for _, end in text.lines if end >= draft.end), len(text.text))
        label = next((start for start in labels if start >= draft.end), len(text.text))
        ends.append(max(draft.end, min(following, line, label)))
    return ends


def _told(text: Compact, draft: Draft, until: int) -> str:
    """An item and the sentences that explain it, without the mark of the next."""
    behind = text.text[draft.end : until]
    whole = max(behind.rfind("。"), behind.rfind("；"), 0)
    return text.text[draft.start : draft.end] + behind[:whole]


def _problem(text: Compact, draft: Draft, until: int, flow: Flow, analysis: Analysis) -> Problem:
    start, end = text.span(draft.start, draft.end)
    words = text.text[draft.start : draft.end]
    # 解读质量不高。全年22篇有19篇是文字问答。 — what makes it checkable may stand behind it.
    specific = is_specific(text.text[draft.start : until], *text.span(draft.start, until), analysis)
    return Problem(_as_printed(flow, start, end), start, end, themes(words), specific)


def _improvements(
    text: Compact,
    found: list[Draft],
    told: list[str],
    problems: list[Problem],
    before: int,
    flow: Flow,
    year: int | None,
) -> list[Improvement]:
    drafts = [draft for draft in found if draft.kind == "measure"]
    words = [text.text[draft.start : draft.end] for draft in drafts]
    at_length = {
        kind: [said for draft, said in zip(found, told, strict=True) if draft.kind == kind]
        for kind in ("problem", "measure")
    }
    named = [problem.text for problem in problems]
    answers = answer(drafts, words, named, at_length["measure"], at_length["problem"])
    items = []
    for draft, said, (tense, told_year), met in zip(
        drafts, words, settle(drafts, words, at_length["measure"], year), answers, strict=True
    ):
        start, end = text.span(draft.start, draft.end)
        answered = tuple(before + index for index in met)
        clause = _as_printed(flow, start, end)
        items.append(Improvement(clause, start, end, themes(said), tense, told_year, answered))
    return items


def _as_printed(flow: Flow, start: int, end: int) -> str:
    """An item that a line break divides is one clause all the same."""
    return flow.text[start:end].replace("\n", "")
