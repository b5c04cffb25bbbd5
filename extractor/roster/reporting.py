"""Who of the roster has reported on the year, who has not, and who was late."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from extractor.checks.model import Said
from extractor.checks.years.legal_day import legal_day_of
from extractor.checks.years.y403_signed import BY_PUBLICATION
from extractor.checks.years.y403_signed import RULE as LATE
from extractor.decisions.model import MUTES
from extractor.report.identity.places import parsed
from extractor.report.identity.rank import kind_of, level_of
from extractor.report.record import Kind, Level, Record
from extractor.roster.dates import may_be_of
from extractor.roster.match import Asked, Index, other_name
from extractor.roster.model import Row
from extractor.roster.names import region_in, same_region
from extractor.roster.paths import year_in

State = Literal["reported", "missing", "unreadable", "unsure"]
STATES: dict[State, Said] = {
    "reported": Said("已报送", "reported"),
    "missing": Said("未报送", "not reported"),
    "unreadable": Said("已报送但无法读取", "received but unreadable"),
    "unsure": Said("待核", "to check"),
}
_MOST_FILES = 3
_LATENESS = ("", "hint", "late")


Lateness = Literal["", "hint", "late"]
"""`hint`: the law does not name such agencies (乡镇、街道、管委会)."""


@dataclass(frozen=True, slots=True)
class RowState:
    """A row with what came in from its agency."""

    row: Row
    state: State
    year: int | None
    files: tuple[str, ...] = ()
    late: Lateness = ""
    remark: Said | None = None

    @property
    def region(self) -> str | None:
        return self.row.region or region_in(self.row.agency)

    @property
    def level(self) -> Level | None:
        return self.row.level or level_of(parsed(self.row.agency), "")

    @property
    def kind(self) -> Kind | None:
        return self.row.kind or kind_of(parsed(self.row.agency))

    @property
    def due(self) -> date | None:
        """The legal day, or the one that townships and others go by."""
        if self.year is None:
            return None
        return legal_day_of(self.year, self.row.agency, self.level, self.kind).day


@dataclass(frozen=True, slots=True)
class _Report:
    path: str
    status: str
    year: int | None
    late: Lateness
    region: str | None
    said: Said | None = None
    """What is not plain about whose it is."""


@dataclass(slots=True)
class Reporting:
    """Told of every report of a run; holds some words of each, not the record."""

    index: Index
    asked: int | None = None
    """The year that the user asked for; None: the one that most of the reports are on."""
    _of: dict[int, list[_Report]] = field(default_factory=lambda: defaultdict(list))
    _maybe: dict[int, list[_Report]] = field(default_factory=lambda: defaultdict(list))
    _years: Counter[int] = field(default_factory=Counter)
    unlisted: int = 0
    """Annual reports of agencies that are not in the roster."""
    unclear: int = 0
    """Annual reports that may belong to several rows."""

    def add(self, record: Record) -> None:
        meta = record.meta
        late = _lateness(record)
        path, region = record.source.path, meta.own_region
        judged = record.status in ("ok", "partial")
        if judged and meta.year is not None:
            self._years[meta.year] += 1
        # What a file does not tell, unread or a scan, its name may.
        year = meta.year or year_in(path)
        if meta.roster is not None:
            said = other_name(self.index.row(meta.roster.line), meta.agency)
            report = _Report(path, record.status, year, late, region, said)
            self._of[meta.roster.line].append(report)
        elif record.status != "not_a_report":
            asked = Asked(path, "", meta.agency, meta.region, meta.level)
            found = self.index.find(asked) if meta.agency else self.index.find_unnamed(asked)
            self.unclear += judged and bool(found.rivals)
            self.unlisted += judged and not found.rivals
            report = _Report(path, record.status, year, late, region, found.said)
            for row in found.rivals:
                self._maybe[row.line].append(report)

    @property
    def year(self) -> int | None:
        """Of two years with equally many reports the later."""
        if self.asked is not None or not self._years:
            return self.asked
        return max(self._years, key=lambda year: (self._years[year], year))

    def counts(self) -> dict[str, int]:
        """Rows by state, those that were late, and reports without a row."""
        states = list(self.states())
        told = {str(key): sum(state.state == key for state in states) for key in STATES}
        return {
            "rows": len(states),
            **told,
            "late": sum(state.late == "late" for state in states),
            "late_hint": sum(state.late == "hint" for state in states),
            "unlisted": self.unlisted,
            "unclear": self.unclear,
        }

    def states(self) -> Iterator[RowState]:
        """In the order of the roster."""
        year = self.year
        for row in self.index.roster.rows:
            yield self._state(row, year)

    def _state(self, row: Row, year: int | None) -> RowState:
        came = self._of.get(row.line, [])
        own = [report for report in came if _is_on(report, year)]
        files = tuple(report.path for report in own)
        if any(same_region(own[0].region, report.region) == "other" for report in own):
            said = Said(
                "不同地区的同名机关都对应到这一行：请填写地区。",
                "agencies of this name in several regions fit this line: give its region.",
            )
            return RowState(row, "unsure", year, files, remark=said)
        if any(report.status != "failed" for report in own):
            told = [report.said for report in own if report.said][:1] + _of_another_year(row, year)
            late = max((report.late for report in own), key=_LATENESS.index)
            return RowState(row, "reported", year, files, late, _joined(told))
        if own:
            said = Said(
                "有文件但无法读取（原因见 reports.csv）：请重新索取，不算未报送。",
                "there is a file that cannot be read (why: reports.csv): ask for it anew.",
            )
            return RowState(row, "unreadable", year, files, remark=said)
        maybe = [report for report in self._maybe.get(row.line, ()) if _is_on(report, year)]
        if maybe:
            paths = tuple(report.path for report in maybe)
            return RowState(row, "unsure", year, paths, remark=_perhaps(paths, maybe[0].said))
        twin = self._twin(row, year)
        if twin is not None:
            return RowState(row, "unsure", year, remark=twin)
        return RowState(row, "missing", year, remark=_what_else(row, came, year))

    def _twin(self, row: Row, year: int | None) -> Said | None:
        """An agency typed twice is asked once for its report, and not at all where it came in."""
        twins = self.index.twins.of(row)
        for twin in twins:
            files = [r.path for r in self._of.get(twin.line, ()) if _is_on(r, year)]
            if files:
                return Said(
                    f"与第 {twin.line} 行“{twin.agency}”是同一机关，报告（{_listed(files)}）"
                    "已对应到那一行：请在名册只留一行。",
                    f"the agency of line {twin.line} ({twin.agency}), for which the report counts "
                    f"({_listed(files)}): keep one of the rows.",
                )
        for twin in twins:
            if twin.line < row.line:
                return Said(
                    f"与第 {twin.line} 行“{twin.agency}”是同一机关：请在名册只留一行。",
                    f"the agency of line {twin.line} ({twin.agency}): keep one of the rows.",
                )
        return None


def _lateness(record: Record) -> Lateness:
    """By the day that the roster gives."""
    found = [
        flag
        for flag in record.flags
        if flag.code == LATE.code and flag.place == BY_PUBLICATION and flag.verdict != MUTES
    ]
    if not found:
        return ""
    return "hint" if all(flag.severity == "hint" for flag in found) else "late"


def _of_another_year(row: Row, year: int | None) -> list[Said]:
    """Such a day says nothing of lateness, and an empty cell must not look like being in time."""
    if row.published is None or year is None or may_be_of(row.published, year):
        return []
    day = row.published.isoformat()
    return [
        Said(
            f"名册的发布日期 {day} 与 {year} 年度不合，没有用来判断是否逾期。",
            f"the roster's day {day} does not fit the report on {year}; it was not used.",
        )
    ]


def _joined(told: Sequence[Said]) -> Said | None:
    if not told:
        return None
    return Said("".join(said.zh for said in told), " ".join(said.en for said in told))


def _is_on(report: _Report, year: int | None) -> bool:
    """A report whose year cannot be told accuses nobody."""
    if report.status == "not_a_report":
        return False
    return report.year in (None, year) or year is None


def _perhaps(paths: Sequence[str], why: Said | None) -> Said:
    if why is None:
        why = Said("对应不明，请在名册填写地区或文件。", "give region or file in the roster.")
    return Said(f"可能是文件 {_listed(paths)}：{why.zh}", f"perhaps {_listed(paths)}: {why.en}")


def _what_else(row: Row, came: list[_Report], year: int | None) -> Said | None:
    """What there is instead of the report."""
    zh: list[str] = []
    en: list[str] = []
    for report in came[:_MOST_FILES]:
        if report.status == "not_a_report":
            zh.append(f"文件 {report.path} 不是年报")
            en.append(f"{report.path} is no annual report")
        elif report.status == "failed":
            zh.append(f"只有文件名写着 {report.year} 年的文件（{report.path}），无法读取")
            en.append(f"only a file named as on {report.year} ({report.path}), which is unreadable")
        else:
            zh.append(f"只有 {report.year} 年度的报告（{report.path}）")
            en.append(f"only a report on {report.year} ({report.path})")
    if row.published is not None and (year is None or may_be_of(row.published, year)):
        zh.append(f"名册写有发布日期 {row.published.isoformat()}，这批文件里没有这份报告")
        en.append(f"published on {row.published.isoformat()} by the roster, yet not in this batch")
    if not zh:
        return None
    return Said("；".join(zh) + "。", "; ".join(en) + ".")


def _listed(paths: Sequence[str]) -> str:
    more = " …" if len(paths) > _MOST_FILES else ""
    return "、".join(paths[:_MOST_FILES]) + more
