"""What summary.html shows of the roster: counts, and who has not reported or was late."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.checks.model import Language
from extractor.roster.model import LEVELS
from extractor.roster.reporting import Reporting, RowState

# The page is read by people; the whole list stands in reporting.csv.
_MOST_ROWS = 500
_GROUPS = ("missing", "unreadable", "unsure", "late", "late_hint")
_LATE = {"late": "late", "hint": "late_hint"}


@dataclass(slots=True)
class Group:
    key: str
    count: int = 0
    rows: list[list[str]] = field(default_factory=list)

    def add(self, cells: list[str]) -> None:
        self.count += 1
        if len(self.rows) < _MOST_ROWS:
            self.rows.append(cells)


@dataclass(frozen=True, slots=True)
class RosterFigures:
    year: int | None
    counts: dict[str, int]
    groups: list[Group]
    """Those that somebody has to see to; none is empty."""


def roster_figures(reporting: Reporting, lang: Language) -> RosterFigures:
    groups = {key: Group(key) for key in _GROUPS}
    for state in reporting.states():
        key = _LATE.get(state.late, state.state)
        if key in groups:
            groups[key].add(_cells(state, lang))
    shown = [group for group in groups.values() if group.count]
    return RosterFigures(reporting.year, reporting.counts(), shown)


def _cells(state: RowState, lang: Language) -> list[str]:
    level, published = state.level, state.row.published
    return [
        state.row.agency,
        state.region or "",
        LEVELS[level].told(lang) if level else "",
        state.due.isoformat() if state.due else "",
        published.isoformat() if published else "",
        state.remark.told(lang) if state.remark else "; ".join(state.files),
    ]
