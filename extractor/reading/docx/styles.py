"""What paragraph and character styles say about outline, alignment, numbering and hidden text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from extractor.reading.document import Align
from extractor.reading.docx.xmlparts import VAL, Element, W, integer, on, value

# Names as Word and WPS write them; the built-in ids serve documents without a styles part.
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])", re.I)
_ALIGN: dict[str, Align] = {
    "left": "left", "start": "left", "center": "center", "right": "right", "end": "right",
}  # fmt: skip
# Outline level 9 (the tenth) is Word's "body text".
_BODY_TEXT = 9
_STYLE, _JC, _OUTLINE, _NUMBERING = W + "pStyle", W + "jc", W + "outlineLvl", W + "numPr"

Written = tuple[str | None, str | None, str | None, str | None, str | None]
"""Style id, alignment, outline level, list and list level as a `w:pPr` writes them."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Paragraph properties that styles and paragraphs set; None is inherited."""

    heading: int | None = None
    """1-9; 0 says in so many words that this is body text."""
    align: Align | None = None
    align_set: bool = False
    num_id: int | None = None
    level: int | None = None
    hidden: bool | None = None
    list_style: str | None = None
    """The style that brought `num_id`: numbering levels may be tied to it."""

    def over(self, base: Settings) -> Settings:
        """These settings, with the base's wherever nothing is set."""
        own = self.num_id is not None
        return Settings(
            heading=base.heading if self.heading is None else self.heading,
            align=self.align if self.align_set else base.align,
            align_set=self.align_set or base.align_set,
            num_id=self.num_id if own else base.num_id,
            level=base.level if self.level is None else self.level,
            hidden=base.hidden if self.hidden is None else self.hidden,
            list_style=self.list_style if own else base.list_style,
        )


def written_in(properties: Mapping[str, Element]) -> Written:
    """What a `w:pPr`, given as its children by tag, writes."""
    style, jc = properties.get(_STYLE), properties.get(_JC)
    outline, numbering = properties.get(_OUTLINE), properties.get(_NUMBERING)
    return (
        None if style is None else style.get(VAL),
        None if jc is None else jc.get(VAL),
        None if outline is None else outline.get(VAL),
        None if numbering is None else value(numbering, "numId"),
        None if numbering is None else value(numbering, "ilvl"),
    )


def _settings(written: Written) -> Settings:
    _, jc, outline_level, num_id, level = written
    outline = integer(outline_level)
    heading = None
    if outline is not None:
        heading = outline + 1 if 0 <= outline < _BODY_TEXT else 0
    return Settings(
        heading=heading,
        align=_ALIGN.get(jc or ""),
        align_set=jc is not None,
        num_id=integer(num_id),
        level=integer(level),
    )


def _heading_in(name: str) -> int | None:
    match = _HEADING.fullmatch(name.strip())
    return int(match[1]) if match else None


@dataclass(slots=True)
class Styles:
    """The styles part; a style is resolved with what it inherits when it is first asked for."""

    elements: Mapping[str, Element]
    document: Settings
    default_id: str | None
    can_hide: bool
    _resolved: dict[str, Settings] = field(default_factory=dict)

    def paragraph(self, written: Written) -> Settings:
        """A paragraph's settings, its style's included."""
        return _settings(written).over(self.of(written[0]))

    def of(self, style_id: str | None) -> Settings:
        """The style's settings; an unknown id may still be a built-in heading's."""
        wanted = style_id if style_id in self.elements else self.default_id
        settings = self.document
        if wanted is not None:
            settings = self._resolved.get(wanted) or self._resolve(wanted)
        if style_id is not None and wanted != style_id:
            heading = _heading_in(style_id)
            return replace(settings, heading=heading) if heading else settings
        return settings

    def _resolve(self, style_id: str) -> Settings:
        """The style over its bases, each once: chains may be long, and may run in circles."""
        chain: dict[str, None] = {}
        current = style_id
        while current in self.elements and current not in self._resolved and current not in chain:
            chain[current] = None
            current = value(self.elements[current], "basedOn") or ""
        settings = self._resolved.get(current, self.document)
        for name in reversed(chain):
            settings = _own(self.elements[name], name).over(settings)
            self._resolved[name] = settings
        return settings


def _own(element: Element, style_id: str) -> Settings:
    settings = _settings(_written_by_child(element.find(W + "pPr")))
    heading = settings.heading
    if heading is None:
        heading = _heading_in(value(element, "name") or "")
    run = element.find(W + "rPr")
    vanish = None if run is None else run.find(W + "vanish")
    return replace(
        settings,
        heading=heading,
        list_style=style_id if settings.num_id is not None else None,
        hidden=None if vanish is None else on(vanish),
    )


def _written_by_child(properties: Element | None) -> Written:
    return written_in({} if properties is None else {child.tag: child for child in properties})


def read_styles(root: Element | None) -> Styles:
    """The styles part, ready to be asked."""
    if root is None:
        return Styles({}, Settings(), None, False)
    elements: dict[str, Element] = {}
    default_id = None
    for element in root.iter(W + "style"):
        style_id = element.get(W + "styleId", "")
        if style_id not in elements:
            elements[style_id] = element
            if element.get(W + "type") == "paragraph" and _is_default(element):
                default_id = style_id
    document = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    can_hide = next(root.iter(W + "vanish"), None) is not None
    return Styles(elements, _settings(_written_by_child(document)), default_id, can_hide)


def _is_default(element: Element) -> bool:
    return element.get(W + "default", "0").lower() in {"1", "true", "on"}
