"""Last year's reports: in the same batch, in other folders, or only in an earlier reports.jsonl.

Reports are paired by the roster's line, else by region, agency and year. One whose region nobody
knows is not paired: 城关镇 exists in hundreds of counties. What is left open is told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extractor.batch.earlier_results import pieces
from extractor.batch.journal import Brief, Journal, line_of
from extractor.checks.model import Said
from extractor.pipeline import JUDGED
from extractor.report.record import Meta, Record
from extractor.roster.match import Asked, Index
from extractor.roster.names import plain, same_region
from extractor.roster.one_agency import Agencies, without_above

Load = Callable[[], Record]
Name = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class Earlier:
    """A report that may be another one's predecessor: its place, not its record."""

    region: str | None
    agency: str
    year: int
    line: int | None
    former: str | None
    own_region: str | None
    sha256: str | None
    load: Load

    @property
    def name(self) -> Name:
        return self.region or "", self.agency, self.year


@dataclass(frozen=True, slots=True)
class Before:
    """Last year's report, if it is plain which; what its reader must know of the pairing."""

    record: Record | None = None
    said: Said | None = None


@dataclass(slots=True)
class Previous:
    """Finds a report's predecessor; holds places, not records, in memory."""

    index: Index | None = None
    suggested: dict[Name, Said] = field(default_factory=dict)
    """What renamed.py thinks of agencies without a predecessor."""
    damaged: dict[Path, list[int]] = field(default_factory=dict)
    """Lines of earlier runs' results that hold no record of ours."""
    agencies: Agencies = field(default_factory=Agencies)
    """Of all years, by any of the ways in which they are printed."""
    _named: dict[Name, Earlier] = field(default_factory=dict)
    _plain: dict[Name, list[Earlier]] = field(default_factory=lambda: defaultdict(list))
    """By the name without what may be printed in several ways."""
    _listed: dict[tuple[int, int], dict[str | None, Earlier]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    _versions: set[Name] = field(default_factory=set)
    """Reports of which another version came in after them."""
    _regions: dict[tuple[str, int], set[str | None]] = field(
        default_factory=lambda: defaultdict(set)
    )

    def __bool__(self) -> bool:
        return bool(self._regions)

    def __iter__(self) -> Iterator[Earlier]:
        """Those whose region is known, each once."""
        return iter(self._named.values())

    def add_journal(self, journal: Journal, keys: Iterable[str]) -> None:
        for key in keys:
            brief = journal.brief(key)
            if brief.status in JUDGED:
                self._add(brief, from_journal(journal, key))

    def add_records(self, path: Path) -> None:
        """An earlier run's records; what is none of ours is noted and passed over."""
        for number, place, piece in pieces(path):
            try:
                record = Record.model_validate_json(piece)
            except ValueError:
                if piece.strip():
                    self.damaged.setdefault(path, []).append(number)
                continue
            if record.status in JUDGED:
                brief = Brief.of(self._listed_anew(record))
                self._add(brief, _from_file(path, place, len(piece)))

    def of(self, record: Record) -> Before:
        """The roster knows one agency by several names; without it the name must be the same."""
        meta = record.meta
        if meta.agency is None or meta.year is None:
            return Before()
        found = self._by_line(meta, meta.year - 1)
        earlier = found or self._by_name(meta, meta.year - 1)
        if isinstance(earlier, Said):
            return Before(said=earlier)
        if earlier is not None:
            before = earlier.load()
            renamed = _renamed(meta, earlier) if found else _printed_otherwise(meta, earlier)
            told = [renamed, self._one_of_several(earlier, before)]
            return Before(before, _joined([said for said in told if said]))
        name = (meta.region or "", meta.agency, meta.year)
        return Before(said=self.suggested.get(name) or self._unplaced(meta, meta.year - 1))

    def has(self, brief: Brief) -> bool:
        """Whether the roster or the name leads to last year's report."""
        year = (brief.year or 0) - 1
        name = (brief.region or "", brief.agency or "", year)
        return self._of_name(name) is not None or (
            brief.line is not None and (brief.line, year) in self._listed
        )

    def _add(self, brief: Brief, load: Load) -> None:
        if not (brief.agency and brief.year):
            return
        told = brief.region, brief.agency, brief.year, brief.line, brief.former, brief.own_region
        earlier = Earlier(*told, brief.sha256, load)
        self._regions[plain(brief.agency), brief.year].add(brief.region)
        if brief.line is not None:
            listed = self._listed[brief.line, brief.year]
            self._compared(listed.setdefault(brief.former, earlier), earlier)
        for region in dict.fromkeys((brief.region, brief.own_region)):
            if region:
                name = region, brief.agency, brief.year
                self.agencies.add(region, brief.agency)
                self._plain[region, without_above(brief.agency, region), brief.year].append(earlier)
                self._compared(self._named.setdefault(name, earlier), earlier)

    def _compared(self, first: Earlier, later: Earlier) -> None:
        """The same file may come in twice, from a folder and from its results."""
        namesakes = same_region(first.own_region, later.own_region) == "other"
        if first.sha256 != later.sha256 and not namesakes:
            self._versions.add(first.name)

    def _one_of_several(self, earlier: Earlier, before: Record) -> Said | None:
        if earlier.name not in self._versions:
            return None
        path = before.source.path
        return Said(
            f"报告有几个不同的版本，与“{path}”比对：如不以它为准，请只留下作准的一份。",
            f"there are several versions of last year's report; {path} was taken: if another one "
            "counts, keep only that.",
        )

    def _listed_anew(self, record: Record) -> Record:
        """By the roster of this run: the earlier one may have had another, or none. Its files were
        others, so only names tell."""
        meta = record.meta
        own = meta.own_region
        told: dict[str, object] = {"roster": None, "region": own}
        if self.index is not None:
            found = self.index.by_name(Asked("", "", meta.agency, own, meta.level))
            if found.row is not None:
                told = {"roster": found.listed(own), "region": found.row.region or own}
        return record.model_copy(update={"meta": meta.model_copy(update=told)})

    def _by_line(self, meta: Meta, year: int) -> Earlier | Said | None:
        line, own = line_of(meta), meta.roster.region if meta.roster else None
        came = self._listed.get((line, year), {}) if line is not None else {}
        fits = {
            former: earlier
            for former, earlier in came.items()
            if same_region(earlier.own_region, own) != "other"
        }
        if not fits or line is None:
            return None
        (former, earlier), *others = fits.items()
        merged = former is not None and self._former_names(line) > 1
        return _merged(fits) if others or merged else earlier

    def _by_name(self, meta: Meta, year: int) -> Earlier | None:
        for region in (meta.region, meta.own_region):
            if region and (found := self._of_name((region, meta.agency or "", year))):
                return found
        return None

    def _of_name(self, name: Name) -> Earlier | None:
        """As it is printed; else what is surely the same agency, printed otherwise."""
        region, agency, year = name
        if name in self._named or not region:
            return self._named.get(name)
        known = self.agencies.of(region, agency)
        alike = [
            earlier
            for earlier in self._plain.get((region, without_above(agency, region), year), ())
            if self.agencies.of(region, earlier.agency) == known
        ]
        for other in alike[1:]:
            self._compared(alike[0], other)
        return alike[0] if alike else None

    def _former_names(self, line: int) -> int:
        return len(self.index.row(line).former) if self.index else 0

    def _unplaced(self, meta: Meta, year: int) -> Said | None:
        """Why a report of the same name was not taken, where a region is lacking."""
        regions = self._regions.get((plain(meta.agency or ""), year), set())
        if not regions or (meta.region and None not in regions):
            return None
        whose_zh, whose_en = ("上年的", "last year's") if meta.region else ("本", "this")
        return Said(
            f"有同名机关上年的报告，但{whose_zh}报告的地区不明，没有比对：请在名册填写地区，"
            "或把报告放在以地区命名的文件夹里。",
            f"there is a report by this name, but {whose_en} report's region is not known, so they "
            "were not compared: give the region in the roster or by the folder's name.",
        )


def _joined(told: list[Said]) -> Said | None:
    if not told:
        return None
    return Said("".join(said.zh for said in told), " ".join(said.en for said in told))


def _merged(fits: dict[str | None, Earlier]) -> Said:
    names = "、".join(dict.fromkeys(earlier.agency for earlier in fits.values()))
    return Said(
        f"名册中这个机关不止一个前身（上年报告：{names}），合并前后的数字不能直接相比，没有与上年比对："
        "上年结转等须由人核对。",
        f"by the roster this agency has several predecessors (last year: {names}), so last year's "
        "figures were not compared: see to what was carried over by hand.",
    )


def _renamed(meta: Meta, earlier: Earlier) -> Said | None:
    if meta.agency is None or plain(meta.agency) == plain(earlier.agency):
        return None
    return Said(
        f"按名册与上年“{earlier.agency}”的报告比对。",
        f"held against the report of {earlier.agency}, by the roster.",
    )


def _printed_otherwise(meta: Meta, earlier: Earlier) -> Said | None:
    if meta.agency is None or plain(meta.agency) == plain(earlier.agency):
        return None
    return Said(
        f"上年报告的机关写作“{earlier.agency}”，地区相同，按同一机关比对。",
        f"last year's report has the agency as {earlier.agency}, of the same region: the two were "
        "compared as one agency's.",
    )


def from_journal(journal: Journal, key: str) -> Load:
    return lambda: Record.model_validate_json(journal.record(key))


def _from_file(path: Path, start: int, length: int) -> Load:
    def load() -> Record:
        with path.open("rb") as lines:
            lines.seek(start)
            return Record.model_validate_json(lines.read(length))

    return load
