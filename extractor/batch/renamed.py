"""Agencies that may have been renamed between two years: told as a question, never paired.

Asked of those whose report has no predecessor, about those of the same region whose report has no
successor: much the same words in the name (体育局 → 文化和体育局), or much the same report.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.batch.journal import Brief
from extractor.batch.previous import Earlier, Load, Name, Previous
from extractor.checks.boilerplate.repeated import repeated
from extractor.checks.model import Said
from extractor.pipeline import JUDGED
from extractor.report.identity.places import parsed
from extractor.roster.names import plain

# Half of the shorter name's words are an answer; a third is one where the report bears it out.
_NAME_ALONE, _NAME_WITH_WORDS = 0.5, 0.33
# An agency keeps its template, not its news; more than half is a copy, whatever the names.
_SOME_WORDS, _MOST_WORDS = 0.2, 0.5
# Reports are opened for a few candidates; where a whole county changed, names have to do.
_MOST_OPENED = 12
_SEVERAL = 3
_ENDING = re.compile(
    "(?:委员会|办公室|管理局|服务中心|中心|办事处|总队|支队|大队|集团|公司|局|厅|委|办|署|部|院|会|站)$"
)
_JOINTS = re.compile("[和与及、（）()]")
# In so many agencies' names that they tell none from another.
_GENERAL = "管理监督服务发展事务工作综合建设行政执法保障人民政府管委街道"
_COMMON = frozenset(_GENERAL[at : at + 2] for at in range(0, len(_GENERAL), 2))


@dataclass(frozen=True, slots=True)
class _New:
    name: Name
    load: Load


def suggested(briefs: Iterable[tuple[Brief, Load]], previous: Previous) -> dict[Name, Said]:
    """By this year's agency. Compared within a region only."""
    new, here = _unpaired(briefs, previous)
    gone: dict[tuple[str, int], list[Earlier]] = defaultdict(list)
    for earlier in previous:
        known = previous.agencies.of(earlier.region, earlier.agency)
        successor = (earlier.region, known, earlier.year + 1)
        if earlier.region and successor not in here and not _is_listed(earlier, here, previous):
            gone[earlier.region, earlier.year + 1].append(earlier)
    found: dict[Name, Said] = {}
    for place, agencies in new.items():
        found |= _within(agencies, _distinct(gone.get(place, [])))
    return found


def _unpaired(
    briefs: Iterable[tuple[Brief, Load]], previous: Previous
) -> tuple[dict[tuple[str, int], list[_New]], set[object]]:
    """Agencies without a report on last year, by region and year; and all that report."""
    new: dict[tuple[str, int], list[_New]] = defaultdict(list)
    here: set[object] = set()
    for brief, load in briefs:
        if brief.status not in JUDGED or not (brief.region and brief.agency and brief.year):
            continue
        known = previous.agencies.of(brief.region, brief.agency)
        here |= {(brief.region, known, brief.year), (brief.line, brief.year)}
        if not previous.has(brief):
            name = brief.region, brief.agency, brief.year
            new[brief.region, brief.year].append(_New(name, load))
    return new, here


def _is_listed(earlier: Earlier, here: set[object], previous: Previous) -> bool:
    """Whether the roster says already what became of it."""
    if earlier.line is not None and (earlier.line, earlier.year + 1) in here:
        return True
    return previous.index is not None and previous.index.is_former(earlier.agency)


def _distinct(gone: Iterable[Earlier]) -> list[Earlier]:
    return list({plain(earlier.agency): earlier for earlier in gone}.values())


def _within(new: list[_New], gone: list[Earlier]) -> dict[Name, Said]:
    may_open = len(new) <= _MOST_OPENED and len(gone) <= _MOST_OPENED
    found: dict[Name, Said] = {}
    for one in new:
        names = [earlier.agency for earlier in gone if _may_be(one, earlier, may_open)]
        if names and len(names) <= _SEVERAL:
            found[one.name] = _said(one.name[1], names)
    return found


def _said(agency: str, former: list[str]) -> Said:
    names = "、".join(f"“{name}”" for name in former)
    return Said(
        f"上年没有“{agency}”的报告；可能是{names}改名：如是，请在名册填写曾用名。",
        f"no report by {agency} last year; it may be {', '.join(former)} under a new name: "
        "if so, give the former name in the roster.",
    )


def _may_be(new: _New, gone: Earlier, may_open: bool) -> bool:
    alike = likeness(new.name[1], gone.agency)
    if alike >= _NAME_ALONE or not may_open:
        return alike >= _NAME_ALONE
    share = repeated(new.load(), gone.load()).share
    return share >= _MOST_WORDS or (alike >= _NAME_WITH_WORDS and share >= _SOME_WORDS)


def likeness(name: str, other: str) -> float:
    """The share of the shorter name's words that stand in the longer, places and 局 left out."""
    ours, theirs = _words(name), _words(other)
    least = min(len(ours), len(theirs))
    return len(ours & theirs) / least if least else 0.0


def _words(name: str) -> frozenset[str]:
    """Pairs of characters; of a township or street its own name, for its office is as all are."""
    told = parsed(plain(name))
    if told.places and told.places[-1].level == "township":
        return frozenset({re.sub("(?:镇|乡|街道|苏木)$", "", told.places[-1].name)})
    body = _ENDING.sub("", told.body.lstrip("省市县区旗").replace("人民政府", ""))
    parts = _JOINTS.split(body)
    pairs = {part[i : i + 2] for part in parts for i in range(len(part) - 1)}
    return frozenset(pairs - _COMMON)
