"""Agencies that may have been renamed between two years: told as a question, never paired.

Asked of those whose report has no predecessor, about those of the same region whose report has no
successor: much the same words in the name (体育局 → 文化和体育局), or much the same report. Where
the region itself is a new one and one of its stem is gone (撤县设市), about the same body there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extractor.batch.journal import Brief
from extractor.batch.previous import Earlier, Load, Name, Previous
from extractor.checks.boilerplate.repeated import repeated
from extractor.checks.model import Said
from extractor.pipeline import JUDGED
from extractor.report.identity.places import parsed
from extractor.roster.names import plain
from extractor.roster.one_agency import without_above

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
# 临溪县, 临溪市, 临溪区, 临溪自治县: what a county is called changes, its own name stays.
_COUNTY = re.compile("(?P<stem>.{2,})(?:自治县|自治旗|县|市|区|旗)")
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
    moved = _Moved(previous, gone)
    for place, agencies in new.items():
        found |= _within(agencies, _distinct(gone.get(place, [])))
        for one in agencies:
            names = moved.before(one.name)
            if names and one.name not in found:
                found[one.name] = _said(one.name[1], names)
    return found


class _Moved:
    """Regions that are called otherwise than last year: 临溪县 → 临溪市. Where agencies of both
    reported in one of the years, these are two regions."""

    def __init__(
        self, previous: Previous, gone: Mapping[tuple[str, int], Sequence[Earlier]]
    ) -> None:
        self._reporting = {(earlier.region, earlier.year) for earlier in previous}
        self._gone: dict[tuple[str, int], list[Earlier]] = defaultdict(list)
        for (region, year), agencies in gone.items():
            stem = _stem(region)
            if stem and (region, year) not in self._reporting:
                self._gone[stem, year] += agencies

    def before(self, name: Name) -> list[str]:
        """The same body's names in last year's region; none where several regions are gone."""
        region, agency, year = name
        stem = _stem(region)
        if not stem or (region, year - 1) in self._reporting:
            return []
        gone = [one for one in self._gone.get((stem, year), ()) if one.region != region]
        if len({one.region for one in gone}) != 1:
            return []
        body = _in_county(agency, region)
        names = (one.agency for one in gone if _in_county(one.agency, one.region or "") == body)
        return list(dict.fromkeys(names))


def _stem(region: str) -> str | None:
    places = parsed(plain(region)).places
    county = _COUNTY.fullmatch(places[-1].name) if places else None
    return county["stem"] if county else None


def _in_county(agency: str, region: str) -> str:
    """财政局, of 临溪县财政局, 县财政局 and 澜阳市临溪县财政局; 石埠镇人民政府."""
    name = without_above(agency, region)
    places = parsed(plain(region)).places
    return name.removeprefix(places[-1].name if places else "").lstrip("省市县区旗")


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
