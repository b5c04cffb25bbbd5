"""The words that open a list of parts: 其中, 按渠道分, 分别为, a colon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from extractor.checks.contradictions import breakdown_words as words
from extractor.checks.contradictions.breakdown_parts import Opened, Opener
from extractor.checks.contradictions.tellings import Figure

_OPENERS: tuple[tuple[Opener, re.Pattern[str]], ...] = (
    ("among", words.AMONG),
    ("of", words.OF),
    ("by", words.BY),
    ("from", words.FROM),
    ("each", words.EACH_OF),
    ("by", words.ATTRIBUTES_OF_LAW),
    ("colon", words.COLON),
)
# What reports never reach: long or hostile text must cost no more than its length.
_MOST = 40


def openers(text: str, outer: Sequence[Figure]) -> list[Opened]:
    found: list[Opened] = []
    for kind, pattern in _OPENERS:
        for match in islice(pattern.finditer(text), _MOST):
            if kind == "of" and not any(f.end <= match.start() <= f.end + 4 for f in outer):
                continue
            if kind == "colon" and not _lists(text, match, outer):
                continue
            found.append(Opened(kind, match.start(), match.end()))
    found.sort(key=lambda o: (o.start, -o.end))
    # 其中：, 按渠道分： are one opener.
    kept: list[Opened] = []
    for opened in found:
        if kept and opened.kind == "each":
            # 其中A、B分别为: the names of a list that is open already.
            continue
        if kept and opened.start - kept[-1].end <= 1 and opened.kind in ("colon", "among"):
            last = kept.pop()
            # 其中： is no announcement of all.
            kind = "among" if opened.kind == "among" else last.kind
            opened = Opened(kind, last.start, max(last.end, opened.end))
        if not kept or opened.start >= kept[-1].end:
            kept.append(opened)
    return kept


def _lists(text: str, match: re.Match[str], outer: Sequence[Figure]) -> bool:
    """Whether a list of two figures at least follows: 门户网站：917条 only names a part."""
    behind = [f for f in outer if f.start >= match.end() and not f.share]
    if len(behind) < 2:
        return False
    name = text[match.end() : behind[0].start]
    return len(re.sub(r"共计?|合计|约|▁", "", name)) > 1
