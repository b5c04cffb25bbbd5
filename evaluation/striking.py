"""Strikes a measure out of a printed section, enumerator and all, or prints another instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MARK = (
    r"(?:[一二三四五六七八九]{1,2}(?:是|要|、|）)|其[一二三四五六]，?|第[一二三四五六]，|"
    r"[（(][一二三四五六七八九\d][)）]、?|\d[.、．)）]\s*|[A-F][.、]|[①-⑨]|[※●·▪◆])"
)
_COUNTED = ("一二三四五六七八九", "123456789", "ABCDEFGHI", "①②③④⑤⑥⑦⑧⑨")
_ENDS = "。；;\n！？：:"
_LONGEST_LEAD = 16
_LABEL = re.compile(
    r"(?:^|[\n。；])([^\n。；：]{0,8}(?:改进|措施|整改|对策|打算|回应|补强|办法)[^\n。；：，]{0,6}[：:])\s*$"
)

Span = tuple[int, int]


def exchanged(text: str, own: str, other: str) -> str | None:
    """The text with another measure in the place of its own; None if it does not stand there."""
    span = _span(text, own)
    return None if span is None else text[: span[0]] + other + text[span[1] :]


def struck(text: str, own: Sequence[str], all_measures: Sequence[str]) -> str | None:
    """The text without these measures and what only belonged to them; later points count anew."""
    left = list(all_measures)
    for measure in own:
        spans = [_span(text, other) for other in left]
        span = _span(text, measure)
        known = [span for span in spans if span is not None]
        if span is None or len(known) < len(spans):
            return None
        text = _without(text, span, known)
        left.remove(measure)
    return re.sub(r"\n[ \t]*\n+", "\n\n", text)


def _span(text: str, words: str) -> Span | None:
    """Where the words stand, with whatever blanks a converter left; the last place counts."""
    pattern = r"\s*".join(re.escape(char) for char in words if not char.isspace())
    found = list(re.finditer(pattern, text))
    return found[-1].span() if found else None


def _without(text: str, span: Span, known: Sequence[Span]) -> str:
    start, end = span
    head = _head(text, start)
    if any(a < start and b > head for a, b in known if (a, b) != span):
        head = start
    line_end = text.find("\n", end)
    stops = [line_end if line_end >= 0 else len(text)]
    stops += [_head(text, a) for a, _ in known if a >= end]
    stop = min(place for place in stops if place >= end)
    removed, left, tail = text[head:stop], text[:head], text[stop:]
    if removed.rstrip().endswith(("。", "！")) or stop == stops[0]:
        left = re.sub(r"[；;，、]\s*$", "。", left)
    mark = re.match(_MARK, text[head:start].strip())
    return left + (_counted_anew(mark.group(), tail) if mark else tail)


def _head(text: str, start: int) -> int:
    """Where what leads to the measure begins: its enumerator, a label of its own (改进：)."""
    begin = start
    while begin > 0 and text[begin - 1] not in _ENDS:
        begin -= 1
    if start - begin > _LONGEST_LEAD:
        return start
    label = _LABEL.search(text, 0, begin)
    if label and text.count(label[1].strip()[-3:]) > 1:
        begin = label.start(1)
    mark = re.search(rf"(?<=[\n。；：\s]){_MARK}\s*$", text[:begin])
    return mark.start() if mark else begin


def _counted_anew(mark: str, tail: str) -> str:
    for numerals in _COUNTED:
        place = next((n for n, numeral in enumerate(numerals) if numeral in mark), None)
        if place is None:
            continue
        form, position = re.escape(mark.strip()), 0
        for number in range(place + 1, len(numerals)):
            pattern = form.replace(re.escape(numerals[place]), numerals[number])
            found = re.compile(rf"(?<![\d第]){pattern}").search(tail, position)
            if found is None:
                break
            renewed = found.group().replace(numerals[number], numerals[number - 1])
            tail = tail[: found.start()] + renewed + tail[found.end() :]
            position = found.start() + len(renewed)
        return tail
    return tail
