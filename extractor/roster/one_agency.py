"""One agency printed in two ways: 临溪县政府办公室 and 临溪县人民政府办公室, 公安局(交警大队) and
公安局（交警大队）, 澜阳市临溪县民政局 and 临溪县民政局, where both lie in 临溪县.

鼓楼区 lies in many cities: where names of one region stand under two cities, each stays as it is
printed.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from extractor.report.identity.places import parsed
from extractor.roster.names import plain

Above = tuple[str, ...]


class Agencies:
    """Names by which agencies are known again; tells only what all those added leave open."""

    def __init__(self) -> None:
        self._above: dict[tuple[str, str], set[Above]] = defaultdict(set)

    def add(self, region: str | None, agency: str | None) -> None:
        if region and agency:
            above, name = _cut(agency, region)
            self._above[region, name].add(above)

    def of(self, region: str | None, agency: str) -> str:
        """The same for one agency of a region, however it is printed."""
        if not region:
            return plain(agency)
        _, name = _cut(agency, region)
        seen = self._above.get((region, name)) or {()}
        longest = max(seen, key=len)
        if any(longest[len(longest) - len(above) :] != above for above in seen):
            return plain(agency)
        return name


def without_above(agency: str, region: str) -> str:
    """The plain name without the places above the region's own."""
    return _cut(agency, region)[1]


@lru_cache(maxsize=65536)
def _cut(agency: str, region: str) -> tuple[Above, str]:
    """The places above the region's own, and the name from there on: (澜阳市), 临溪县民政局."""
    name = plain(agency)
    told = parsed(name)
    places = [place.name for place in told.places]
    here = parsed(plain(region)).places
    if told.central or not here or here[-1].name not in places:
        return (), name
    above = tuple(places[: places.index(here[-1].name)])
    before = "".join(above)
    return (above, name[len(before) :]) if name.startswith(before) else ((), name)
