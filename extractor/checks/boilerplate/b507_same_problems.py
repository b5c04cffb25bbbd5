"""B507: the same problems as last year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.checks.boilerplate.repeated import place_of, plain_words
from extractor.checks.model import Across, Finding, Rule, Said
from extractor.report.record.narrative import ProblemItem

# Two tellings of one problem share so many of their pairs of characters.
_SAME = 0.75
_SHORT = 6
_FIGURE = re.compile(r"\d+(?:\.\d+)?%?")


def check(across: Across) -> Iterator[Finding]:
    """All problems, or the most of several: one old problem that persists is honest."""
    now, before = across.record.narrative, across.previous.narrative
    same = [problem for problem in now.problems if _among(problem.text, before.problems)]
    if not same or len(same) * 2 <= len(now.problems):
        return
    old_measures = [item.text for item in before.improvements]
    measures = [item for item in now.improvements if len(item.text) >= _SHORT]
    new = [item for item in measures if not any(alike(item.text, old) for old in old_measures)]
    renewed = bool(measures) and len(new) * 2 > len(measures)
    first = same[0]
    told = "；".join(problem.text for problem in same)
    year = across.previous.meta.year
    tail = "，改进措施是新的" if renewed else "，改进措施也没有新的" if measures else ""
    yield Finding(
        message=Said(
            f"{len(now.problems)}个问题中有{len(same)}个与{year}年度报告相同{tail}：{told}",
            f"{len(same)} of {len(now.problems)} problems stood in the report on {year}: {told}",
        ),
        section="issues",
        evidence=first.text,
        found=f"{len(same)}/{len(now.problems)}",
        confidence=0.85,
        severity="hint" if renewed else None,
        at=place_of(first),
        key="B507",
    )


def _among(text: str, problems: Sequence[ProblemItem]) -> bool:
    return len(text) >= _SHORT and any(alike(text, problem.text) for problem in problems)


def alike(one: str, other: str) -> bool:
    """The same but for a word or two."""
    a, b = _pairs(one), _pairs(other)
    return bool(a and b) and 2 * len(a & b) / (len(a) + len(b)) >= _SAME


def _pairs(text: str) -> frozenset[str]:
    """Figures are all one figure: 19件 this year and 17件 last year are the same shortcoming."""
    words = _FIGURE.sub("0", plain_words(text))
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))


RULE = Rule(
    code="B507",
    name=Said("问题与上年相同", "The same problems as last year"),
    severity="warning",
    why=Said(
        "年年写同样的问题，说明上年的改进没有落实，或者问题是抄来的；有新的改进措施时只作提示。",
        "The same problems every year: last year's measures failed, or the problems are copied.",
    ),
    bad="两年都写“一是公开内容不够全面；二是解读形式单一”，措施也相同。",
    good="上年的问题已整改，本年写新的问题；或者老问题配了新的措施。",
    across=check,
)
