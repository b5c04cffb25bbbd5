"""A sentence's words as they are held against another's: without marks, titles and quoted law."""

from __future__ import annotations

import re
import unicodedata

_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = re.compile(r"[\s，。；：、！？,.;:!?“”\"'（）()《》〔〕\[\]]+")
_ARTICLE = r"第[一二三四五六七八九十百\d]{1,5}条"
# An article's own words, in quotation marks or without.
_LAW = re.compile(
    rf"{_ARTICLE}[^，。：“]{{0,8}}[，：,:]?“[^”]{{12,}}”"
    rf"|{_ARTICLE}(?:明确)?规定[，：,:](?=[^。]*(?:应当|本条例|行政机关)).*"
)
_BOOKS = re.compile(r"《[^》]*》|〔\d+〕\d+号")


def plain_words(text: str) -> str:
    """Without marks, blanks, titles of documents, quoted law; every year the same."""
    text = unicodedata.normalize("NFKC", _BOOKS.sub("", _LAW.sub("", text)))
    return _YEAR.sub("〇", _MARKS.sub("", text))
