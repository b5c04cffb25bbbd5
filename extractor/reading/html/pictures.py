"""Which images of a page may hold text, and which are only its ornaments."""

from __future__ import annotations

import re

from lxml import etree

from extractor.reading.document import Picture

# A table or a scanned page cannot be read below this size; icons, lines and codes are smaller.
SMALLEST_WIDTH = 200.0
SMALLEST_HEIGHT = 80.0
_ORNAMENT = re.compile(
    r"(?:^|[/_.-])(?:icons?|ico|logo|btn|button|arrow|dot|line|bg|blank|spacer|share|weixin|wechat"
    r"|weibo|qr\w{0,6}|ewm|erweima|print|close|loading|banner|file_?type|jiucuo|party|red|blue)",
    re.I,
)
_NUMBER = re.compile(r"\s*(\d{1,5}(?:\.\d{1,3})?)\s*(?:px|pt)?\s*$")
_CSS_SIZE = {
    name: re.compile(rf"(?:^|[;\s]){name}\s*:\s*(\d{{1,5}}(?:\.\d{{1,3}})?)\s*(?:px|pt)", re.I)
    for name in ("width", "height")
}


def picture_of(image: etree._Element) -> Picture | None:
    """The image as a Picture if it is large enough to hold text, or of unknown size."""
    source = image.get("src") or image.get("data-src") or ""
    width, height = _size(image, "width"), _size(image, "height")
    if (width is not None and width < SMALLEST_WIDTH) or (
        height is not None and height < SMALLEST_HEIGHT
    ):
        return None
    if width is None and height is None and not source.startswith("data:"):
        name = source.split("?", 1)[0][-80:]
        if not name or _ORNAMENT.search(name):
            return None
    return Picture(width, height)


def _size(image: etree._Element, name: str) -> float | None:
    found = _NUMBER.match(image.get(name) or "") or _CSS_SIZE[name].search(image.get("style") or "")
    return float(found.group(1)) if found else None
