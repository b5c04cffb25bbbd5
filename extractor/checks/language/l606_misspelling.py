"""L606: likely misspelling."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.language.like_sounding import like_sounding
from extractor.checks.language.lines import Line, finding, lines
from extractor.checks.language.slips import SLIPS
from extractor.checks.model import Case, Finding, Rule, Said

_LIKELY = 0.9
# The one name of the doctrine; 经济思想, 外交思想 and the like are others.
_DOCTRINE = "习近平新时代中国特色社会主义思想"
_NEARLY = re.compile(
    r"习近平新时代(?!中国特色社会主义(?:经济|外交|文化)?思想)[^，。；“”《》]{1,14}?思想"
)
# A slip that stands so often is told once, with its number.
_TELL_ONCE = 1


@dataclass(frozen=True, slots=True)
class _Found:
    line: Line
    start: int
    end: int
    wrong: str
    right: str


def check(case: Case) -> Iterator[Finding]:
    titles = [(title.start, title.end) for title in case.report.analysis.titles]
    told: dict[tuple[str, str], int] = {}
    found = [f for f in _found(case) if not any(s <= f.start < e for s, e in titles)]
    for slip in found:
        told[slip.wrong, slip.right] = told.get((slip.wrong, slip.right), 0) + 1
    for slip in found:
        times = told.pop((slip.wrong, slip.right), 0)
        if times:
            yield _finding(case, slip, times)


def _found(case: Case) -> Iterator[_Found]:
    present = [slip for slip in SLIPS if slip.seed in case.text]
    for line in lines(case):
        known: list[tuple[int, int]] = []
        for slip in present:
            if slip.seed in line.text:
                for match in slip.pattern.finditer(line.text):
                    first, last = line.start + match.start(), line.start + match.end()
                    known.append(match.span())
                    yield _Found(line, first, last, match.group(), slip.right)
        for like in like_sounding(line.text):
            if not any(start < like.end and like.start < end for start, end in known):
                first, last = line.start + like.start, line.start + like.end
                wrong = line.text[like.start : like.end]
                yield _Found(line, first, last, wrong, like.right)
        if "习近平新时代" in line.text:
            for match in _NEARLY.finditer(line.text):
                if "".join(match.group().split()) != _DOCTRINE:
                    first, last = line.start + match.start(), line.start + match.end()
                    yield _Found(line, first, last, match.group(), _DOCTRINE)


def _finding(case: Case, slip: _Found, times: int) -> Finding:
    more = f"，全文{times}处" if times > _TELL_ONCE else ""
    return finding(
        case,
        slip.line,
        slip.start,
        slip.end,
        Said(
            f"“{slip.wrong}”疑为错别字，应为“{slip.right}”{more}。",
            f"{slip.wrong} is likely a misspelling of {slip.right} ({times} in all).",
        ),
        expected=slip.right,
        found=slip.wrong,
        confidence=_LIKELY,
    )


RULE = Rule(
    code="L606",
    name=Said("疑似错别字", "Likely misspelling"),
    severity="hint",
    why=Said(
        "错别字损害报告的严肃性。只提示本类报告中常见、在该语境下没有正确用法的写法。",
        "Misspellings harm a formal text. Only slips common in these reports are told, and only"
        " where no correct use exists.",
    ),
    bad="加强组织领导，布署政务公开工作；截止2023年底，己公开126条。",
    good="加强组织领导，部署政务公开工作；截至2023年底，已公开126条。意见征集截止2023年底。",
    check=check,
)
