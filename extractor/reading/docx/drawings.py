"""What a drawing holds: text boxes, lettering (WordArt) and pictures large enough for text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.reading.document import Picture
from extractor.reading.docx.xmlparts import MC, PIC, WP, A, Element, V, W, integer

# Seals, logos and signs are smaller; a table or a page as a picture is larger. In points.
MIN_PICTURE_WIDTH = 100.0
MIN_PICTURE_HEIGHT = 60.0
_EMU_PER_POINT = 12700
_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]{1,12})\s*(pt|in|cm|mm|px|pc)?", re.I)
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "pc": 12.0}
_HOLDING = (W + "txbxContent", PIC + "pic", V + "imagedata", V + "textpath")

Held = Element | Picture | str


def branches(alternate: Element) -> list[Element]:
    """The versions of one content, the best first; only one of them may be taken."""
    return [*alternate.findall(MC + "Choice")[:1], *alternate.findall(MC + "Fallback")[:1]]


def held_by(drawing: Element) -> list[Held]:
    """The drawing's text boxes (their content elements), lettering and pictures, in order.

    What stands inside a text box is left to whoever reads the box.
    """
    return list(_held(drawing))


def _held(drawing: Element) -> Iterator[Held]:
    # An explicit stack: groups nest, and each element carries the size it is drawn in.
    todo: list[tuple[Element, tuple[float, float] | None]] = [(drawing, None)]
    while todo:
        element, size = todo.pop()
        tag = element.tag
        if tag == W + "txbxContent":
            yield element
            continue
        if tag == PIC + "pic" or tag == V + "imagedata":
            yield from _picture(_picture_size(element) or size)
            continue
        if tag == V + "textpath" and element.get("string", "").strip():
            yield element.get("string", "")
            continue
        children: list[Element] = list(element)
        if tag == MC + "AlternateContent":
            children = _taken(element)
        elif tag in (WP + "inline", WP + "anchor"):
            if _switched_off(element):
                continue
            size = _extent(element.find(WP + "extent")) or size
        elif isinstance(tag, str) and tag.startswith(V):
            size = _vml_size(element.get("style", "")) or size
        todo.extend((child, size) for child in reversed(children))


def _taken(alternate: Element) -> list[Element]:
    # Looked for with `iter`, which passes through nested alternatives only once.
    for branch in branches(alternate):
        if next(branch.iter(*_HOLDING), None) is not None:
            return [branch]
    return []


def _switched_off(anchor: Element) -> bool:
    properties = anchor.find(WP + "docPr")
    return properties is not None and properties.get("hidden", "0") in {"1", "true"}


def _picture(size: tuple[float, float] | None) -> Iterator[Picture]:
    if size is None:
        yield Picture()
    elif size[0] >= MIN_PICTURE_WIDTH and size[1] >= MIN_PICTURE_HEIGHT:
        yield Picture(size[0], size[1])


def _picture_size(picture: Element) -> tuple[float, float] | None:
    return _extent(picture.find(f"{PIC}spPr/{A}xfrm/{A}ext"))


def _extent(extent: Element | None) -> tuple[float, float] | None:
    if extent is None:
        return None
    width, height = integer(extent.get("cx")), integer(extent.get("cy"))
    if not width or not height or width < 0 or height < 0:
        return None
    return round(width / _EMU_PER_POINT, 1), round(height / _EMU_PER_POINT, 1)


def _vml_size(style: str) -> tuple[float, float] | None:
    found: dict[str, float] = {}
    for name, figure, unit in _LENGTH.findall(style[:2000]):
        try:
            # Bare figures are in the group's own units, which say nothing about points.
            length = float(figure) * _POINTS[unit.lower()] if unit else 0.0
        except ValueError:
            continue
        found[name.lower()] = round(length, 1)
    width, height = found.get("width", 0.0), found.get("height", 0.0)
    return (width, height) if width and height else None
