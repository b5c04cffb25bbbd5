"""Automatic numbering: the labels that Word prints before paragraphs and that no text holds.

Lists (`w:num`) of one definition (`w:abstractNum`) count on from each other, unless a list starts
anew by an override. A level starts anew after any higher level, or as `w:lvlRestart` says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from extractor.reading.docx.styles import Settings, Styles
from extractor.reading.docx.xmlparts import VAL, Element, W, integer, on, value
from extractor.reading.numerals import numeral

_LEVELS = 9
# A label is "第一百二十三条" at most; a longer pattern is no label.
_MAX_PATTERN = 60
_PLACE = re.compile(r"%([1-9])")
# A tab after a label is a gap of the layout, not a column: it prints as a blank.
_GAPS = {"nothing": "", "space": " ", "tab": " "}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts and prints."""

    start: int = 1
    style: str = "decimal"
    custom: str | None = None
    pattern: str = ""
    gap: str = " "
    restart: int | None = None
    """Starts anew only after this level (from 1) or a higher one; 0 never."""
    decimals_only: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class _List:
    """A `w:num`: whose counters it shares, its levels, and where it starts anew."""

    definition: int
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class _Definition:
    levels: Mapping[int, Level]
    of_style: Mapping[str, int]
    link: str | None
    """The list style that holds the levels in its stead."""


@dataclass(frozen=True, slots=True)
class _Lists:
    by_id: Mapping[int, _List]
    style_levels: Mapping[int, Mapping[str, int]]


class Numbering:
    """The lists of a document and how far each has counted; read when first asked for."""

    def __init__(self, fetch: Callable[[], Element | None], styles: Styles) -> None:
        self._fetch = fetch
        self._styles = styles
        self._counts: dict[int, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    @cached_property
    def _lists(self) -> _Lists:
        return _read_lists(self._fetch(), self._styles)

    def label(self, settings: Settings) -> str:
        """Counts one paragraph and gives what Word prints before it, with the gap."""
        if not settings.num_id:
            return ""
        numbered = self._lists.by_id.get(settings.num_id)
        if numbered is None:
            return ""
        index = self._level(settings, numbered)
        level = numbered.levels.get(index)
        if level is None:
            return ""
        counts = self._counts.setdefault(numbered.definition, [None] * _LEVELS)
        self._advance(counts, settings.num_id, numbered, index, level)
        if level.hidden or level.style == "bullet":
            return ""
        text = _print(level, numbered.levels, counts)
        return text + level.gap if text else ""

    def _level(self, settings: Settings, numbered: _List) -> int:
        """A level tied to the paragraph's style wins over a number that no one wrote."""
        if settings.level is not None:
            return min(max(settings.level, 0), _LEVELS - 1)
        tied = self._lists.style_levels.get(numbered.definition, {})
        return tied.get(settings.list_style or "", 0)

    def _advance(
        self, counts: list[int | None], num_id: int, numbered: _List, index: int, level: Level
    ) -> None:
        first = (num_id, index) not in self._begun
        self._begun.add((num_id, index))
        current = counts[index]
        if first and index in numbered.starts:
            counts[index] = numbered.starts[index]
        else:
            counts[index] = level.start if current is None else current + 1
        for lower in range(index + 1, _LEVELS):
            rule = numbered.levels[lower].restart if lower in numbered.levels else None
            if rule is None or index < rule:
                counts[lower] = None


def _print(level: Level, levels: Mapping[int, Level], counts: list[int | None]) -> str:
    def place(match: re.Match[str]) -> str:
        which = int(match[1]) - 1
        shown = levels.get(which, Level())
        count = counts[which]
        number = shown.start if count is None else count
        if level.decimals_only:
            return str(number)
        return numeral(number, shown.style, shown.custom)

    return _PLACE.sub(place, level.pattern)


def _read_lists(root: Element | None, styles: Styles) -> _Lists:
    """The numbering part; a document without one numbers nothing."""
    if root is None:
        return _Lists({}, {})
    definitions = _definitions(root)
    lists: dict[int, _List] = {}
    links: dict[int, int] = {}
    for element in root.iter(W + "num"):
        num_id = integer(element.get(W + "numId"))
        definition = integer(value(element, "abstractNumId"))
        if num_id is not None and definition is not None:
            links.setdefault(num_id, definition)
    for element in root.iter(W + "num"):
        num_id = integer(element.get(W + "numId"))
        if num_id is None or num_id in lists or num_id not in links:
            continue
        base = _followed(links[num_id], definitions, links, styles)
        levels = definitions[base].levels if base in definitions else {}
        lists[num_id] = _overridden(element, _List(base, levels, {}))
    return _Lists(lists, {key: held.of_style for key, held in definitions.items()})


def _followed(
    definition: int, definitions: Mapping[int, _Definition], links: Mapping[int, int],
    styles: Styles,
) -> int:  # fmt: skip
    """The definition that holds the levels: a list style's own, where there is one."""
    held = definitions.get(definition)
    if held is None or held.link is None:
        return definition
    return links.get(styles.of(held.link).num_id or 0, definition)


def _definitions(root: Element) -> dict[int, _Definition]:
    definitions: dict[int, _Definition] = {}
    for element in root.iter(W + "abstractNum"):
        key = integer(element.get(W + "abstractNumId"))
        if key is None or key in definitions:
            continue
        levels: dict[int, Level] = {}
        of_style: dict[str, int] = {}
        for item in element.iter(W + "lvl"):
            index = integer(item.get(W + "ilvl"))
            if index is None or not 0 <= index < _LEVELS:
                continue
            levels[index] = _read_level(item)
            style = value(item, "pStyle")
            if style is not None:
                of_style[style] = index
        definitions[key] = _Definition(levels, of_style, value(element, "numStyleLink"))
    return definitions


def _read_level(element: Element) -> Level:
    # A custom format stands inside mc:AlternateContent, before the plain one: the first counts.
    form = next(element.iter(W + "numFmt"), None)
    start = integer(value(element, "start"))
    run = element.find(W + "rPr")
    pattern = value(element, "lvlText") or ""
    return Level(
        start=0 if start is None else start,
        style="decimal" if form is None else form.get(VAL, "decimal"),
        custom=None if form is None else form.get(W + "format"),
        pattern=pattern if len(pattern) <= _MAX_PATTERN else "",
        gap=_GAPS.get(value(element, "suff") or "tab", " "),
        restart=integer(value(element, "lvlRestart")),
        decimals_only=on(element.find(W + "isLgl")),
        hidden=run is not None and on(run.find(W + "vanish")),
    )


def _overridden(element: Element, base: _List) -> _List:
    levels, starts = dict(base.levels), dict(base.starts)
    for override in element.iter(W + "lvlOverride"):
        index = integer(override.get(W + "ilvl"))
        if index is None or not 0 <= index < _LEVELS:
            continue
        written = override.find(W + "lvl")
        if written is not None:
            levels[index] = _read_level(written)
        start = integer(value(override, "startOverride"))
        if start is not None:
            starts[index] = start
            levels[index] = replace(levels.get(index, Level()), start=start)
    return replace(base, levels=levels, starts=starts)
