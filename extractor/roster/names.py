"""When two names are one agency's, and two regions one region: full, shortened, or neither."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from extractor.report.identity.places import Place, parsed
from extractor.report.identity.rank import region_of

Likeness = Literal["same", "other", "unknown"]
_UNITS = "省市县区旗州盟"
_SEAL = re.compile(r"[（(](?:盖章|公章|签章|章)[)）]$")
_OFFICE = re.compile("政府办$")
_GOVERNMENT = re.compile("(?<!人民)政府(?=办公[室厅]$|$)")
_SUFFIXES = re.compile(r"(?:特别行政区|自治区|自治州|自治县|自治旗|地区|[省市县区旗州盟])$")


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """Without blanks, width, case and the word for the seal; 县政府办 is 县人民政府办公室."""
    name = "".join(unicodedata.normalize("NFKC", name).split()).lower()
    name = _SEAL.sub("", name).replace("(", "（").replace(")", "）")
    return _GOVERNMENT.sub("人民政府", _OFFICE.sub("政府办公室", name))


@lru_cache(maxsize=65536)
def shortened(name: str) -> tuple[str, ...]:
    """How the plain name is written shorter, the longest first: 澜阳市临溪县水务局 → 临溪县水务局
    → 县水务局 → 水务局. A township keeps its place: 镇人民政府 is nobody's name.
    """
    told = parsed(name)
    forms: list[str] = []
    rest = name
    for number, place in enumerate(told.places):
        if not rest.startswith(place.name):
            break
        rest = rest[len(place.name) :]
        last = number == len(told.places) - 1
        if place.level == "township" or not told.body:
            break
        if place.name[-1] in _UNITS:
            forms.append(place.name[-1] + rest)
        if last and _is_whole(told.body):
            break
        forms.append(rest)
    if not told.places and name[:1] in _UNITS and not _is_whole(name[1:]):
        forms.append(name[1:])
    return tuple(dict.fromkeys(form for form in forms if len(form) > 2))


def _is_whole(body: str) -> bool:
    """政府, 管委会: without its place such a name says nothing."""
    return bool(re.fullmatch(r"(?:人民)?政府|管理委员会|管委会|办事处", body))


def same_region(one: str | None, other: str | None) -> Likeness:
    """澜阳市临溪县 is 临溪县, 石澜县 is not; of 澜阳市 and 临溪县 nobody knows."""
    if not one or not other:
        return "unknown"
    if plain(one) == plain(other):
        return "same"
    ours, theirs = _places(one), _places(other)
    if not ours or not theirs:
        return "same" if _stem(one) == _stem(other) else "unknown"
    if ours[-1].name == theirs[-1].name:
        return "other" if _apart(ours[:-1], theirs[:-1]) else "same"
    if _stem(ours[-1].name) == _stem(theirs[-1].name):
        return "same" if len(one) != len(other) else "unknown"
    apart = _level(ours[-1]) == _level(theirs[-1])
    return "other" if apart or _apart(ours, theirs) else "unknown"


def _apart(ours: tuple[Place, ...], theirs: tuple[Place, ...]) -> bool:
    """Whether they name two places of one level."""
    mine = {_level(place): place.name for place in ours}
    return any(mine.get(_level(place), place.name) != place.name for place in theirs)


def _level(place: Place) -> str:
    """Of an unknown 市 its suffix: two of them are of one level, as far as one can tell."""
    return place.level or place.suffix


@lru_cache(maxsize=4096)
def _places(region: str) -> tuple[Place, ...]:
    return parsed(plain(region)).places


def _stem(region: str) -> str:
    return _SUFFIXES.sub("", plain(region))


@lru_cache(maxsize=65536)
def region_in(name: str) -> str | None:
    """The region that the agency's own name tells."""
    return region_of(parsed(name))
