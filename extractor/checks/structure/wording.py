"""Headings compared by what they say: without number, signs and the words that change nothing."""

from __future__ import annotations

import re

from extractor.report.dividing.enumerators import Enumerator, bare_enumerator, enumerator

_SIGNS = re.compile(r"[^0-9A-Za-z\u3400-\u9fff]+")
# 依申请公开情况 and 依申请公开工作方面 are one heading; so are 问题及改进 and 问题和改进.
_IDLE = re.compile(r"政府信息公开工作|本年度?|主要|工作|情况|方面|的|[及其和与]|中$")
# What the words themselves are (主要工作情况) is compared as it stands.
_SHORTEST = 2


def squash_heading(printed: str) -> str:
    """Without blanks and the residue around it."""
    return re.sub(r"[\s#*]+", "", printed)


def number_of(printed: str) -> Enumerator:
    """The number with which a heading begins, if need be without its sign (一 总体情况)."""
    text = squash_heading(printed)
    number = enumerator(text)
    return number if number.kind != "none" else bare_enumerator(text)


def core(printed: str) -> str:
    """What two headings must share to be the same."""
    text = squash_heading(printed)
    words = _SIGNS.sub("", text[number_of(printed).end :])
    bare = _IDLE.sub("", words)
    return bare if len(bare) >= _SHORTEST else words
