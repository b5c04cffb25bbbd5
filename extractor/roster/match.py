"""Which row of the roster a report belongs to; what is not plain is left open and told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from extractor.checks.model import Said
from extractor.report.record import Level, Listed
from extractor.roster.files import Files
from extractor.roster.folders import region_of_path
from extractor.roster.model import Roster, Row
from extractor.roster.names import Likeness, plain, region_in, same_region, shortened
from extractor.roster.paths import agencies_in
from extractor.roster.twins import Twins, all_one, are_one

How = Literal["file", "name", "former", "short", "path"]
_MOST_RIVALS = 5


@dataclass(frozen=True, slots=True)
class Named:
    """A row under one of its names; `former` is that name where it is not today's."""

    row: Row
    former: str | None = None

    def lies_in(self, region: str | None) -> Likeness:
        """As the row's region and the name's own place say."""
        told = (self.row.region, region_in(self.former or self.row.agency))
        likeness = {same_region(region, own) for own in told}
        return "other" if "other" in likeness else "same" if "same" in likeness else "unknown"

    @property
    def placed(self) -> bool:
        return bool(self.row.region or region_in(self.former or self.row.agency))


@dataclass(frozen=True, slots=True)
class Found:
    """The report's row; or the rows that it may be, where that is not plain."""

    row: Row | None = None
    how: How | None = None
    former: str | None = None
    rivals: tuple[Row, ...] = ()
    said: Said | None = None

    def listed(self, own_region: str | None, published: date | None = None) -> Listed | None:
        """As the record tells it."""
        row = self.row
        if row is None:
            return None
        return Listed(
            line=row.line,
            agency=row.agency,
            former=self.former,
            published=published.isoformat() if published else None,
            region=own_region,
        )


@dataclass(frozen=True, slots=True)
class Asked:
    """What the report itself, or its path, tells."""

    path: str = ""
    within: str = ""
    """The folder from which the path starts."""
    agency: str | None = None
    region: str | None = None
    level: Level | None = None


class Index:
    """The roster by names and files: looked up in the time of a few dictionary reads."""

    def __init__(self, roster: Roster) -> None:
        self.roster, self.digest = roster, roster.digest()
        self._names: dict[str, list[Named]] = defaultdict(list)
        self._short: dict[str, list[Named]] = defaultdict(list)
        self._files = Files(roster.rows)
        self.twins = Twins(roster.rows)
        self._rows = {row.line: row for row in roster.rows}
        for row in roster.rows:
            for named in (Named(row), *(Named(row, name) for name in row.former)):
                name = plain(named.former or row.agency)
                self._names[name].append(named)
                for form in shortened(name):
                    self._short[form].append(named)

    def row(self, line: int) -> Row:
        return self._rows[line]

    def is_former(self, name: str) -> bool:
        return any(named.former is not None for named in self._names.get(plain(name), ()))

    def find(self, asked: Asked) -> Found:
        """By file, where the roster names it; else by name and region."""
        named = self.by_name(asked)
        filed = self._files.of(asked.path, asked.within) if asked.path else ()
        if not filed:
            return named
        if len(filed) > 1:
            return named if named.row in filed else _several(filed, "文件", "file")
        row = filed[0]
        if named.row == row:
            return Found(row, "file", named.former)
        if named.row is not None and are_one(row, named.row):
            return Found(row, "file")
        if named.row is not None and named.how != "short":
            return _contradiction(row, named.row, asked)
        if _lies_elsewhere(row, asked.agency):
            return _of_another_place(row, asked)
        return Found(row, "file", said=other_name(row, asked.agency))

    def find_unnamed(self, asked: Asked) -> Found:
        """Of a file that tells no agency: by file, else by the agency that its path names."""
        found = self.find(asked)
        if found.row is not None or found.rivals:
            return found
        for name in agencies_in(asked.path):
            region = region_of_path(f"{asked.within}/{asked.path}", name)
            named = self.by_name(replace(asked, agency=name, region=region))
            if named.row is not None or named.rivals:
                return replace(named, how="path")
        return found

    def by_name(self, asked: Asked) -> Found:
        """By today's or a former name, in full; else by a shortened one."""
        if not asked.agency:
            return Found()
        name = plain(asked.agency)
        whole = self._names.get(name, [])
        kept = _in_region(whole, asked)
        if whole and not kept and shortened(name):
            # The name holds its place, and yet the roster puts it elsewhere.
            return _elsewhere(whole, asked)
        if kept:
            return _chosen(kept, "name")
        forms = (entry for form in shortened(name) for entry in self._names.get(form, ()))
        fits = [e for e in (*self._short.get(name, ()), *forms) if _of_level(e.row, asked.level)]
        return _chosen(_in_region(fits, asked, surely=True), "short")


def _in_region(entries: Iterable[Named], asked: Asked, surely: bool = False) -> list[Named]:
    """Those that may lie in the report's region; where some surely do, only those. `surely`: where
    both regions are known they have to be the same one."""
    region = asked.region or region_in(asked.agency or "")
    likeness = [(entry, entry.lies_in(region)) for entry in entries]
    same = [entry for entry, like in likeness if like == "same"]
    unknown = [entry for entry, like in likeness if like == "unknown"]
    return same or [entry for entry in unknown if not (surely and region and entry.placed)]


def _of_level(row: Row, level: Level | None) -> bool:
    return row.level is None or level is None or row.level == level


def _chosen(entries: list[Named], how: How) -> Found:
    """The only row among them; today's name goes before a former one."""
    rows = _distinct(entries)
    if len(rows) > 1:
        today = _distinct(entry for entry in entries if entry.former is None)
        if how == "short" or len(today) != 1:
            return _several(rows, "机关", "agency")
        rows = today
    if not rows:
        return Found()
    named = next(e for e in sorted(entries, key=lambda e: e.former or "") if e.row == rows[0])
    return Found(rows[0], "former" if how == "name" and named.former else how, named.former)


def _distinct(entries: Iterable[Named]) -> tuple[Row, ...]:
    return tuple({entry.row.line: entry.row for entry in entries}.values())


def _several(rows: tuple[Row, ...], zh: str, en: str) -> Found:
    told = "、".join(f"第 {row.line} 行“{row.agency}”" for row in rows[:_MOST_RIVALS])
    lines = ", ".join(str(row.line) for row in rows[:_MOST_RIVALS])
    more = "等" if len(rows) > _MOST_RIVALS else ""
    if all_one(rows):
        return Found(rivals=rows, said=_typed_twice(told + more, lines))
    said = Said(
        f"按{zh}对应到名册的 {len(rows)} 行（{told}{more}），无法确定，未采用："
        "请在名册填写地区或文件。",
        f"by {en} it fits {len(rows)} rows of the roster (lines {lines}) and none was taken: "
        "give region or file there.",
    )
    return Found(rivals=rows, said=said)


def _typed_twice(told: str, lines: str) -> Said:
    return Said(
        f"名册的几行是同一机关（{told}），未采用：请在名册只留一行。",
        f"several rows of the roster are one agency (lines {lines}) and none was taken: keep one.",
    )


def _elsewhere(entries: list[Named], asked: Asked) -> Found:
    rows = _distinct(entries)
    own = asked.region or region_in(asked.agency or "")
    told = "、".join(f"第 {row.line} 行为“{row.region}”" for row in rows[:_MOST_RIVALS])
    said = Said(
        f"名册里同名机关的地区不同（{told}，报告为“{own}”），未采用：请核对名册。",
        f"the roster has this name in another region (line {rows[0].line}: {rows[0].region}; "
        f"the report: {own}), so it was not taken: check the roster.",
    )
    return Found(rivals=rows, said=said)


def _contradiction(filed: Row, named: Row, asked: Asked) -> Found:
    said = Said(
        f"名册第 {filed.line} 行按文件对应“{filed.agency}”，但报告自称“{asked.agency}”"
        f"（第 {named.line} 行），未采用：请核对文件。",
        f"by file it is line {filed.line} of the roster ({filed.agency}), but the report calls "
        f"itself {asked.agency} (line {named.line}); neither was taken: check the file.",
    )
    return Found(rivals=(filed, named), said=said)


def _lies_elsewhere(row: Row, agency: str | None) -> bool:
    """Whether the name that the report gives itself tells another place than all of the row's."""
    if agency is None or plain(agency) in _names_of(row):
        return False
    region = region_in(plain(agency))
    named = [Named(row), *(Named(row, name) for name in row.former)]
    return region is not None and all(each.lies_in(region) == "other" for each in named)


def _of_another_place(row: Row, asked: Asked) -> Found:
    said = Said(
        f"名册第 {row.line} 行按文件对应“{row.agency}”，但报告自称“{asked.agency}”，地区不同，"
        "未采用：请核对文件。",
        f"by file it is line {row.line} of the roster ({row.agency}), but the report calls itself "
        f"{asked.agency}, of another region; it was not taken: check the file.",
    )
    return Found(rivals=(row,), said=said)


def _names_of(row: Row) -> set[str]:
    return {plain(name) for name in (row.agency, *row.former)}


def other_name(row: Row, agency: str | None) -> Said | None:
    """The file decides, but a report under another name may be the wrong file."""
    if agency is None:
        return None
    ours, name = _names_of(row), plain(agency)
    if name in ours or any(name in shortened(own) or own in shortened(name) for own in ours):
        return None
    return Said(
        f"按文件对应名册第 {row.line} 行“{row.agency}”，报告自称“{agency}”：请核对是否放错文件。",
        f"by file it is line {row.line} of the roster ({row.agency}), but the report calls itself "
        f"{agency}: see whether it is the right file.",
    )
