"""A report in the light of the roster and of its path: what they add, and what that changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.checks.model import Case, Known, Said
from extractor.report.read_identity import Identity
from extractor.report.record import Listed, Meta
from extractor.roster.dates import may_be_of
from extractor.roster.folders import region_of_path
from extractor.roster.match import Asked, Found, Index
from extractor.roster.model import KINDS, LEVELS, Row
from extractor.roster.names import region_in, same_region


@dataclass(frozen=True, slots=True)
class Standing:
    """What goes into the record beside what the report says of itself."""

    row: Row | None = None
    listed: Listed | None = None
    region: str | None = None
    notes: tuple[Said, ...] = ()

    def of(self, meta: Meta) -> Meta:
        """The roster's region, level and kind; the agency as it is printed, if it is."""
        row = self.row
        told: dict[str, object] = {"region": self.region, "roster": self.listed}
        if row is not None:
            told |= {
                "agency": meta.agency or row.agency,
                "level": row.level or meta.level,
                "kind": row.kind or meta.kind,
            }
        return meta.model_copy(update=told)


def in_the_light_of(
    case: Case, path: str, index: Index | None, within: str = ""
) -> tuple[Case, Standing]:
    """The case as checks must see it, and what its record has to say besides. `within` is the
    folder from which the path starts."""
    if not case.annual_report:
        return case, _of_file(index.find(Asked(path)) if index else Found())
    identity = case.report.identity
    agency = identity.agency.value if identity.agency else None
    own = identity.region or region_of_path(f"{within}/{path}", agency)
    if index is None:
        return _with(case, own), Standing(region=own)
    asked = Asked(path, within, agency, own, identity.level)
    found = index.find(asked) if agency else index.find_unnamed(asked)
    row = found.row
    if row is None:
        said = found.said or _not_listed(agency)
        return _with(case, own), Standing(region=own, notes=(said,))
    published = row.published if may_be_of(row.published, identity.year) else None
    known = Known(row.level, row.kind, published)
    region = row.region or own or region_in(row.agency)
    listed = found.listed(own, published)
    notes = tuple(_notes(found, row, identity, own))
    return _with(case, own or region, known), Standing(row, listed, region, notes)


def of_unread(path: str, index: Index | None) -> Standing:
    """A file that could not be read: only its name can tell whose it is."""
    return _of_file(index.find_unnamed(Asked(path)) if index else Found())


def _of_file(found: Found) -> Standing:
    row = found.row
    if row is None:
        return Standing()
    return Standing(row, found.listed(None), row.region or region_in(row.agency))


_NOTHING = Known()


def _with(case: Case, region: str | None, known: Known = _NOTHING) -> Case:
    identity = case.report.identity
    told = replace(
        identity,
        region=region,
        level=known.level or identity.level,
        kind=known.kind or identity.kind,
    )
    return replace(case, report=replace(case.report, identity=told), known=known)


def _not_listed(agency: str | None) -> Said:
    if agency is None:
        return Said(
            "没有认出机关，无法与名册对应：可在名册的“文件”列写上这个文件。",
            "no agency was recognised: name this file in the roster's column 文件 (file).",
        )
    return Said(f"名册里没有“{agency}”。", f"{agency} is not in the roster.")


def _notes(found: Found, row: Row, identity: Identity, own: str | None) -> Iterator[Said]:
    """What the roster says otherwise than the report: told, not silently taken."""
    if found.said is not None:
        yield found.said
    if found.former is not None:
        yield Said(
            f"以曾用名“{found.former}”报送（名册第 {row.line} 行“{row.agency}”）。",
            f"reports as {found.former}, a former name of {row.agency} (line {row.line}).",
        )
    if identity.agency is None:
        by = (
            Said("文件名", "the file's name") if found.how == "path" else Said("名册", "the roster")
        )
        yield Said(
            f"报告没有写明机关，按{by.zh}为“{row.agency}”。",
            f"the report names no agency; by {by.en} it is {row.agency}.",
        )
    if row.region and own and same_region(row.region, own) != "same":
        yield Said(
            f"地区按名册为“{row.region}”，报告为“{own}”。",
            f"region by the roster: {row.region}; by the report: {own}.",
        )
    if row.level and identity.level and row.level != identity.level:
        ours, theirs = LEVELS[row.level], LEVELS[identity.level]
        yield Said(
            f"级别按名册为“{ours.zh}”，从报告看是“{theirs.zh}”。",
            f"level by the roster: {ours.en}; by the report: {theirs.en}.",
        )
    if row.kind and identity.kind and row.kind != identity.kind:
        mine, other = KINDS[row.kind], KINDS[identity.kind]
        yield Said(
            f"类型按名册为“{mine.zh}”，从报告看是“{other.zh}”。",
            f"kind by the roster: {mine.en}; by the report: {other.en}.",
        )
    yield from _of_day(row, identity.year)


def _of_day(row: Row, year: int | None) -> Iterator[Said]:
    """The year after next is this row's day for the next report: nothing to tell."""
    day = row.published
    if day is None or year is None or may_be_of(day, year) or day.year == year + 2:
        return
    yield Said(
        f"名册的发布日期 {day.isoformat()} 与 {year} 年度不合，没有用来判断是否逾期。",
        f"the roster's day {day.isoformat()} does not fit the report on {year}; it was not used.",
    )
