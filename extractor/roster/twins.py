"""Rows of a roster that surely are one agency: typed twice, or once shorter than the other time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from extractor.report.identity.places import parsed
from extractor.report.identity.rank import level_of
from extractor.roster.model import Row
from extractor.roster.names import plain, region_in, same_region, shortened

_UNITS = tuple("省市县区旗州盟")


class Twins:
    """Found by names, so that thousands of rows are looked through in a moment."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._of: dict[int, list[Row]] = defaultdict(list)
        whole: dict[str, list[Row]] = defaultdict(list)
        every = list(rows)
        for row in every:
            whole[plain(row.agency)].append(row)
        for row in every:
            name = plain(row.agency)
            for form in (name, *shortened(name)):
                for other in whole.get(form, ()):
                    if other.line != row.line and are_one(row, other):
                        self._join(row, other)

    def _join(self, row: Row, other: Row) -> None:
        for one, twin in ((row, other), (other, row)):
            if twin not in self._of[one.line]:
                self._of[one.line].append(twin)

    def of(self, row: Row) -> Sequence[Row]:
        return self._of.get(row.line, ())


def are_one(row: Row, other: Row) -> bool:
    """水务局 of 临溪县 is 临溪县水务局; where a region is not known nobody can say."""
    ours, theirs = plain(row.agency), plain(other.agency)
    if ours != theirs:
        if ours not in shortened(theirs) and theirs not in shortened(ours):
            return False
        if row.level and other.level and row.level != other.level:
            return False
        if not (_fits(ours, row) and _fits(theirs, other)):
            return False
    elif level_of(parsed(ours), "") == "ministry":
        return True
    told = [(_told(row), _told(other)), (row.region, other.region)]
    told += [(row.region, _told(other)), (_told(row), other.region)]
    apart = any(same_region(*pair) == "other" for pair in told)
    return not apart and same_region(_innermost(row), _innermost(other)) == "same"


def _told(row: Row) -> str:
    """The places in the agency's own name: 澜阳市临溪县."""
    return "".join(place.name for place in parsed(plain(row.agency)).places)


def _innermost(row: Row) -> str | None:
    """The name's own place, for the column may hold the city of all."""
    return region_in(plain(row.agency)) or row.region


def _fits(name: str, row: Row) -> bool:
    """县水务局 of a county; of 区水务局 under 澜阳市 nobody knows the district."""
    return not name.startswith(_UNITS) or (row.region or "").endswith(name[0])


def all_one(rows: Sequence[Row]) -> bool:
    return all(are_one(rows[0], row) for row in rows[1:])
