"""L605: broken list numbering or punctuation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.language.enumerations import broken_lists
from extractor.checks.language.lines import Line, finding, lines
from extractor.checks.language.numbered_lines import broken_numbers, broken_within
from extractor.checks.language.pairs import unpaired
from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.structure.s105_numbers_broken import check as headings_broken

_SURE, _LIKELY, _UNSURE = 0.9, 0.8, 0.7
_STOPS = "，、；：。"
_DOUBLED = re.compile(
    rf"[{_STOPS}]{{2,}}|[，、；：]\s?[,;:]|[,;:]\s?[，、；：。]|,,|;;"
    # 图解、短视频、等材料: before 等 no pause is written.
    r"|、(?=等(?![级候于价待额量效次距式同离速比腰压高]))"
)
# More of them in one report are a converter's work: where digits or signs were lost.
_MOST_DOUBLED = 5


def check(case: Case) -> Iterator[Finding]:
    found = list(lines(case))
    yield from _lists(case, found)
    yield from _doubled(case, found)
    for line, at in unpaired(found):
        sign = line.text[at]
        yield finding(
            case,
            line,
            line.start + at,
            line.start + at + 1,
            Said(f"“{sign}”没有成对。", f"{sign} has no counterpart."),
            found=sign,
            confidence=_UNSURE,
        )


def _lists(case: Case, found: list[Line]) -> Iterator[Finding]:
    numbers = list(broken_numbers(found))
    # A break of headings is told by S105.
    told = [f.start for f in headings_broken(case) if f.start is not None] if numbers else []
    numbers = [(li, b) for li, b in numbers if not any(li.start <= at < li.end for at in told)]
    within = [(line, b) for line in found if not line.is_heading for b in broken_within(line)]
    told += [line.start for line, _ in numbers]
    within = [(li, b) for li, b in within if not any(li.start <= at < li.end for at in told)]
    for line, broken in (*broken_lists(found), *numbers, *within):
        yield finding(
            case,
            line,
            line.start + broken.start,
            line.start + broken.end,
            Said(
                f"列举序号不连续：“{broken.before}”之后是“{broken.found}”，应为“{broken.expected}”。",
                f"The list's numbers are broken: {broken.before} is followed by {broken.found}.",
            ),
            expected=broken.expected,
            found=broken.found,
            confidence=_SURE,
        )


def _doubled(case: Case, found: list[Line]) -> Iterator[Finding]:
    all_doubled = [
        (line, match) for line in found if (match := _DOUBLED.search(line.text)) is not None
    ]
    for line, match in all_doubled if len(all_doubled) <= _MOST_DOUBLED else ():
        yield finding(
            case,
            line,
            line.start + match.start(),
            line.start + match.end(),
            Said(
                f"标点多余：“{match.group()}”，请删去多余的。",
                f"Punctuation to spare: {match.group()}.",
            ),
            found=match.group(),
            confidence=_LIKELY,
        )


RULE = Rule(
    code="L605",
    name=Said("列举序号或标点错误", "Broken list numbering or punctuation"),
    severity="hint",
    why=Said(
        "序号跳号、标点重复、书名号括号引号不成对，多是删改后没有通读；跳号处还可能丢了内容。"
        "空格和换行可能是转换所致，不在此列。",
        "Numbers left out, punctuation twice and unpaired signs are left by editing; with a number"
        " its text may be lost too. Blanks and line breaks may be a converter's and are none.",
    ),
    bad="一是公示更新偏慢；三是解读只有文字。。",
    good="一是公示更新偏慢；二是解读只有文字。",
    check=check,
)
