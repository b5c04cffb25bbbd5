"""Running text: what of a tree is shown, with line breaks and blanks as browsers show them."""

from __future__ import annotations

import re

from lxml import etree

from extractor.reading.symbols import raised

# In raw text: a printed line break (<br>, or the edge of a block in a cell).
BREAK = "\v"

# Elements whose content is not running text.
_DROPPED = (
    *("script", "style", "noscript", "template", "select", "datalist", "textarea", "button"),
    *("svg", "math", "canvas", "video", "audio", "object", "embed", "applet", "map", "title"),
    # Deleted text is kept by editors that export tracked changes; the accepted state is read.
    "del",
    *("rp", "rt", "noframes", "progress", "meter", "dialog", "col", "colgroup", "input"),
)
BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "div"),
        *("details", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2"),
        *("h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu"),
        *("nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th"),
        *("thead", "tr", "ul"),
    )
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.I
)
_SUPERSCRIPT = etree.XPath('.//sup | .//*[contains(@style, "vertical-align:super")]')
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SPACE = " \t\r\n\f" + BREAK
# From here on characters are set without blanks between words (CJK and full-width punctuation).
_WIDE = "\u2e80"


def settle(root: etree._Element, may_hide: bool = True) -> None:
    """Takes out of a tree what is not shown, in place; `may_hide` False spares the search for
    hidden elements in a page whose markup has none of the words for it.
    """
    etree.strip_elements(root, *_DROPPED, with_tail=False)
    _raise(root)
    for frame in root.iter("iframe", "frame"):
        frame.text = None
        del frame[:]
    if may_hide:
        for element in [element for element in root.iter() if _is_hidden(element)]:
            _remove(element)


def _raise(root: etree._Element) -> None:
    """Sets superscript digits as such."""
    found = _SUPERSCRIPT(root)
    for element in found if isinstance(found, list) else ():
        for part in element.iter() if isinstance(element, etree._Element) else ():
            part.text = raised(part.text or "")
            if part is not element:
                part.tail = raised(part.tail or "")


def _is_hidden(element: etree._Element) -> bool:
    style = element.get("style")
    # Most styles say nothing of this; the expression is too slow to be tried on each of them.
    if (
        style
        and ("play" in style or "PLAY" in style or "sib" in style or "SIB" in style
             or "hide" in style or "HIDE" in style)
        and _HIDDEN.search(style)
    ):  # fmt: skip
        return True
    return element.get("hidden") is not None


def _remove(element: etree._Element) -> None:
    """Takes an element out, but not the text behind it."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail
    if tail:
        previous = element.getprevious()
        if previous is None:
            parent.text = (parent.text or "") + tail
        else:
            previous.tail = (previous.tail or "") + tail
    parent.remove(element)


def collapse(raw: str) -> str:
    """Blanks as browsers show them, except that a source line break beside a Chinese character
    is none: editors break Chinese lines anywhere."""
    if "\n" not in raw and "  " not in raw and "\t" not in raw:
        return raw
    return _BLANKS.sub(_blank, raw)


def _blank(run: re.Match[str]) -> str:
    if "\n" not in run.group():
        return " "
    text, start, end = run.string, run.start(), run.end()
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return "" if before >= _WIDE or after >= _WIDE else " "


def cell_text(cell: etree._Element) -> str:
    """A cell's text, its printed lines separated by line feeds."""
    if not len(cell):
        return collapse(cell.text or "")
    parts: list[str] = []
    _gather(cell, parts)
    return collapse("".join(parts).strip(_SPACE)).replace(BREAK, "\n")


def _gather(element: etree._Element, parts: list[str]) -> None:
    text = element.text
    if text:
        parts.append(text)
    for child in element:
        tag = child.tag
        if tag in BLOCKS:
            parts.append(BREAK)
            _gather(child, parts)
            parts.append(BREAK)
        elif tag == "br":
            parts.append(BREAK)
        elif len(child):
            _gather(child, parts)
        elif child.text:
            parts.append(child.text)
        text = child.tail
        if text:
            parts.append(text)
