"""B503: the report repeats last year's."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.boilerplate.repeated import ENOUGH, place_of, repeated
from extractor.checks.boilerplate.runs import RUN
from extractor.checks.boilerplate.wording import plain_words
from extractor.checks.model import Across, Finding, Rule, Said
from extractor.report.record import Record

# Three pairs of passages are read; a whole paragraph twice is not.
_LONGEST = 72
_SIGNS = "①②③④⑤⑥"


def check(across: Across) -> Iterator[Finding]:
    found = repeated(across.record, across.previous)
    limit = across.settings.thresholds.repeated_share
    if found.length < ENOUGH or found.share < limit or not found.passages:
        return
    year = across.previous.meta.year
    first = found.passages[0][0]
    pairs = [(words, _counterpart(words, across.previous)) for _, words in found.passages]
    zh = "；".join(
        _side_by_side(sign, pair, year) for sign, pair in zip(_SIGNS, pairs, strict=False)
    )
    en = " / ".join(f"now “{_cut(now)}”, then “{_cut(then)}”" for now, then in pairs)
    share = f"{found.share:.0%}"
    yield Finding(
        message=Said(
            f"正文有{share}与{year}年度报告相同（按字数，年份不计；法定表述、没有发生的事项和表格除外），例如：{zh}",
            f"{share} of the narrative stood in the report on {year} already (by length), such as: "
            f"{en}",
        ),
        section=first.section,
        evidence=first.text,
        expected=f"< {limit:.0%}",
        found=share,
        confidence=0.9,
        at=place_of(first),
        key="B503",
    )


def _counterpart(words: str, previous: Record) -> str:
    """Last year's sentence that has most of these words."""
    now = _runs(words)
    texts = [sentence.text for sentence in previous.sentences]
    return max(texts, key=lambda text: len(now & _runs(text)), default="")


def _runs(text: str) -> frozenset[str]:
    words = plain_words(text)
    return frozenset(words[i : i + RUN] for i in range(len(words) - RUN + 1))


def _side_by_side(sign: str, pair: tuple[str, str], year: int | None) -> str:
    now, then = pair
    if plain_words(now) == plain_words(then):
        return f"{sign}“{_cut(now)}”（{year}年度报告一字不差，年份除外）"
    return f"{sign}本年“{_cut(now)}”，{year}年度报告“{_cut(then)}”"


def _cut(text: str) -> str:
    words = "".join(text.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"


RULE = Rule(
    code="B503",
    name=Said("与上年报告雷同", "Repeats last year's report"),
    severity="warning",
    why=Said(
        "通报和评分表点名批评年报内容雷同；照抄上年，本年做了什么就没有说。"
        f"自己的话（法定表述、没有发生的事项和表格除外）不足{ENOUGH}字的不提示。",
        "Notices name reports that copy last year's: what was done this year is then not told. "
        f"Not told of a report with less than {ENOUGH} characters of its own words (without the "
        "law's, what did not happen, and tables).",
    ),
    bad="除了年份和几个数字，总体情况、存在问题和改进措施都与上年一字不差。",
    good="沿用上年的结构，写本年的事；法定表述和没有发生的事项可以相同。",
    across=check,
)
