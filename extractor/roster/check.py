"""What is wrong, or not plain, in a roster: for those who keep it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from extractor.checks.model import Said
from extractor.report.identity.places import parsed
from extractor.report.identity.rank import level_of
from extractor.roster.model import LEVELS, Problem, Roster, Row
from extractor.roster.names import plain, region_in, same_region
from extractor.roster.twins import Twins, are_one

# So many days have to lie in one year before one in another year is odd.
_MOST_IN_ONE_YEAR = 3
# Told one by one up to here; a roster without any regions gets one line.
_MOST_UNPLACED = 5


def problems_of(roster: Roster) -> list[Problem]:
    """All that a reader must know, in the order of the lines."""
    found = [
        *roster.problems,
        *_twice(roster),
        *_former_names(roster),
        *_files(roster),
        *_years(roster),
        *_levels(roster),
        *_unplaced(roster),
    ]
    return sorted(found, key=lambda problem: problem.line)


def _twice(roster: Roster) -> Iterator[Problem]:
    """One agency in two rows, or two agencies that no region tells apart."""
    seen: dict[str, list[Row]] = defaultdict(list)
    twins = Twins(roster.rows)
    for row in roster.rows:
        rivals = [other for other in seen[plain(row.agency)] if _may_be_one(row, other)]
        twin = next((other for other in twins.of(row) if other.line < row.line), None)
        if twin is not None and twin not in rivals:
            yield _one_agency(row, twin)
        elif rivals:
            yield _same_name(row, twin or rivals[0])
        seen[plain(row.agency)].append(row)


def _may_be_one(row: Row, other: Row) -> bool:
    return same_region(_region(row), _region(other)) != "other"


def _one_agency(row: Row, first: Row) -> Problem:
    said = Said(
        f"“{row.agency}”与第 {first.line} 行“{first.agency}”是同一机关：请留一行。",
        f"{row.agency} is the agency of line {first.line} ({first.agency}): keep one.",
    )
    return Problem(row.line, said, serious=True)


def _same_name(row: Row, first: Row) -> Problem:
    regions = (_region(row), _region(first))
    if same_region(*regions) == "same" or not any((row.region, first.region)):
        if all(regions) or are_one(row, first):
            said = Said(
                f"“{row.agency}”与第 {first.line} 行重复：请留一行。",
                f"{row.agency} stands in line {first.line} already: keep one.",
            )
            return Problem(row.line, said, serious=True)
        said = Said(
            f"“{row.agency}”与第 {first.line} 行同名，都没有地区：请填写地区，或留一行。",
            f"{row.agency} stands in line {first.line} too, both without a region: give the "
            "regions, or keep one.",
        )
        return Problem(row.line, said, serious=True)
    said = Said(
        f"“{row.agency}”与第 {first.line} 行同名，凭地区分不开：请都填写同一级的地区。",
        f"{row.agency} stands in line {first.line} too, and the regions do not tell them apart: "
        "give both regions of one level.",
    )
    return Problem(row.line, said, serious=True)


def _former_names(roster: Roster) -> Iterator[Problem]:
    """A former name that somebody bears today, or that two agencies claim."""
    today: dict[str, list[Row]] = defaultdict(list)
    former: dict[str, list[Row]] = defaultdict(list)
    for row in roster.rows:
        today[plain(row.agency)].append(row)
    for row in roster.rows:
        for name in row.former:
            others = [r for r in today[plain(name)] if r is not row and _may_be_one(row, r)]
            if others:
                yield _borne_today(row, name, others[0])
            claimed = [r for r in former[plain(name)] if r is not row and _may_be_one(row, r)]
            if claimed:
                yield _claimed_twice(row, name, claimed[0])
            former[plain(name)].append(row)


def _borne_today(row: Row, name: str, other: Row) -> Problem:
    said = Said(
        f"曾用名“{name}”是第 {other.line} 行机关现在的名称：以现名为准，这个曾用名不起作用。",
        f"the former name {name} is today's name of the agency in line {other.line}, and counts "
        "for that one.",
    )
    return Problem(row.line, said, serious=True)


def _claimed_twice(row: Row, name: str, other: Row) -> Problem:
    said = Said(
        f"曾用名“{name}”第 {other.line} 行也有（机构分设？）：以此名报送的报告不会与任何一行对应。",
        f"the former name {name} stands in line {other.line} too (split?): reports under it are "
        "taken for neither.",
    )
    return Problem(row.line, said)


def _files(roster: Roster) -> Iterator[Problem]:
    seen: dict[str, Row] = {}
    for row in roster.rows:
        for name in row.files:
            first = seen.setdefault(name, row)
            if first is not row:
                said = Said(
                    f"文件“{name}”第 {first.line} 行也有：这个文件对应哪一行无法确定。",
                    f"the file {name} stands in line {first.line} too: it is taken for neither.",
                )
                yield Problem(row.line, said, serious=True)


def _years(roster: Roster) -> Iterator[Problem]:
    """In January last year's date is soon typed."""
    days = [row for row in roster.rows if row.published is not None]
    counts = Counter(row.published.year for row in days if row.published)
    if not counts:
        return
    most, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    for row in days:
        day = row.published
        if day is not None and day.year != most and count >= _MOST_IN_ONE_YEAR * counts[day.year]:
            said = Said(
                f"发布日期 {day.isoformat()} 与多数行（{most} 年）不在同一年：请核对。",
                f"published {day.isoformat()}, while most are of {most}: check it.",
            )
            yield Problem(row.line, said)


def _levels(roster: Roster) -> Iterator[Problem]:
    for row in roster.rows:
        if row.level is not None and (told := _other_level(row)):
            yield told


def _unplaced(roster: Roster) -> Iterator[Problem]:
    """Agencies of which there is one in many places."""
    rows = [row for row in roster.rows if _is_anywhere(row)]
    if len(rows) > _MOST_UNPLACED:
        said = Said(
            f"等 {len(rows)} 行没有地区，名称里也没有（如“{rows[0].agency}”）："
            "与别处的同名机关分不开，请填写地区。",
            f"and {len(rows) - 1} more rows have no region, nor has the name ({rows[0].agency}): "
            "give the regions.",
        )
        yield Problem(rows[0].line, said)
        return
    for row in rows:
        said = Said(
            f"“{row.agency}”没有地区，各地都有这个名称：请填写地区。",
            f"{row.agency} has no region, and there is one in many places: give the region.",
        )
        yield Problem(row.line, said)


def _is_anywhere(row: Row) -> bool:
    level = row.level or level_of(parsed(plain(row.agency)), "")
    return not _region(row) and not row.files and level not in ("ministry", "province")


def _other_level(row: Row) -> Problem | None:
    """Only where the name's own place tells its level; a branch may be of any."""
    name = parsed(plain(row.agency))
    level = name.places[-1].level if name.places and not name.branch and not name.central else None
    if level is None or level == row.level or "zone" in (level, row.level):
        return None
    ours, theirs = LEVELS[row.level or level], LEVELS[level]
    said = Said(
        f"级别填的是“{ours.zh}”，从名称“{row.agency}”看是“{theirs.zh}”：请核对（检查时以名册为准）。",
        f"level {ours.en}, but the name {row.agency} is of level {theirs.en}: check it (the roster "
        "counts).",
    )
    return Problem(row.line, said)


def _region(row: Row) -> str | None:
    return row.region or region_in(row.agency)
