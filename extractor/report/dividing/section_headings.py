"""Everything that may head a section: lines, beginnings of paragraphs, and lines cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.report.dividing.enumerators import (
    NO_NUMBER,
    Enumerator,
    bare_enumerator,
    enumerator,
)
from extractor.report.dividing.section_titles import (
    SectionTitle,
    is_report_matter,
    section_title,
    verbatim_title,
    without_leader,
)
from extractor.report.dividing.squashed import Squashed, squashed
from extractor.report.flow import TABLE, Flow, Stretch
from extractor.report.outline import Heading, SectionKey

_TERMINATORS = "。：:；;"
# A foreign heading of a section (七、联系方式) is short and no sentence.
_MAX_FOREIGN = 30
# A report has some twenty; a document with more is none, and need not be understood.
_MAX_CANDIDATES = 400
_SENTENCE = re.compile(r"[。；;：:，,！？]")
# A heading in the middle of a paragraph, where lines were joined: only the form's words count.
_INLINE = re.compile(r"(?<=[。；;！\s])(?=[一二三四五六]、\s?\S)")
# Words and signs with which no heading ends.
_GOES_ON = re.compile(r"[、和及与或被的因]$|提起$|行政$")
_TRAILING = "。：:；;.．…,，、"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may head a section; keys empty if it names none of the six."""

    keys: tuple[SectionKey, ...]
    sure: bool
    number: Enumerator
    words: str
    heading: Heading
    text_start: int
    line: int
    listed: bool
    """Dots or a page number follow, or a semicolon: an entry of a list of the sections."""

    @property
    def key(self) -> SectionKey | None:
        return self.keys[0] if self.keys else None


def section_candidates(flow: Flow) -> list[Candidate]:
    """All candidates in order."""
    found: list[Candidate] = []
    lines = flow.stretches
    skip = -1
    for index, line in enumerate(lines):
        if line.paragraph is None or index <= skip:
            continue
        if len(found) >= _MAX_CANDIDATES:
            break
        following = lines[index + 1] if index + 1 < len(lines) else None
        one = _at_line(flow.text, line, index) or _alone(flow.text, line, index)
        whole = one is not None and one.sure and not one.listed
        broken = None if whole else _broken(flow.text, line, following, index)
        if broken is not None:
            found.append(broken)
            skip = index + 1
        elif one is not None:
            found.append(one)
        own = found[-1].heading.start if found else -1
        found += [c for c in _inline(flow.text, line, index) if c.heading.start > own]
    return found


def _at_line(text: str, line: Stretch, index: int) -> Candidate | None:
    head = squashed(text, line.start, line.end)
    if not head.text:
        return None
    return _candidate(head, enumerator(head.text), index)


def _candidate(head: Squashed, number: Enumerator, index: int) -> Candidate | None:
    for end in _word_ends(head, number.end):
        words, listed = without_leader(head.text[number.end : end])
        title = section_title(words)
        bare = NO_NUMBER if title or number.kind != "none" else bare_enumerator(head.text)
        if title is None and bare.end:
            number, words = bare, words[bare.end :]
            title = section_title(words)
            title = title if title and title.sure else None
            number = number if title else NO_NUMBER
        if title is not None:
            return _made(head, number, end, title, words, index, listed)
    found = verbatim_title(head.text, number.end) if number.kind != "none" else None
    if found is not None:
        words = head.text[number.end : found[1]]
        return _made(head, number, found[1], SectionTitle((found[0],), True), words, index, False)
    return None


def _word_ends(head: Squashed, start: int) -> Iterator[int]:
    """Where the title may end: with the line, before a sign that ends it, before a blank."""
    # Without a number a line that is nothing but words and a full stop is a sentence.
    sentence = start == 0 and head.whole and head.text.endswith("。")
    if head.whole and not sentence:
        yield len(head.text.rstrip(_TRAILING))
    stop = next((i for i in range(start, len(head.text)) if head.text[i] in _TERMINATORS), None)
    if stop is not None and not (sentence and stop == len(head.text) - 1):
        yield stop
    blanks = [i for i in range(start + 1, stop or len(head.text)) if head.blank_before(i)]
    # The longest title that fits: blanks inside of it are common.
    yield from reversed(blanks)


def _made(
    head: Squashed,
    number: Enumerator,
    end: int,
    title: SectionTitle,
    words: str,
    index: int,
    listed: bool,
) -> Candidate:
    rest = head.text[end:]
    said = rest.strip(_TRAILING)
    begin = len(head.text) - len(rest.lstrip(_TRAILING))
    run_in = bool(said) and not listed
    listed = listed or (not said and rest[:1] in ("；", ";"))
    stop = end if not listed else len(head.text)
    heading = Heading(head.printed(0, stop), head.start(0), head.end(stop), run_in)
    text_start = head.start(begin) if run_in else head.offsets[-1]
    return Candidate(title.keys, title.sure, number, words, heading, text_start, index, listed)


def _alone(text: str, line: Stretch, index: int) -> Candidate | None:
    """A numbered line that is no sentence and names none of the six: 七、联系方式."""
    if line.end - line.start > _MAX_FOREIGN * 2:
        return None
    head = squashed(text, line.start, line.end)
    number = enumerator(head.text)
    words = head.text[number.end :].rstrip(_TRAILING)
    if number.kind not in ("part", "chinese") or not words or len(words) > _MAX_FOREIGN:
        return None
    if _SENTENCE.search(words) or not is_report_matter(words):
        return None
    last = len(head.text)
    heading = Heading(head.printed(0, last), head.start(0), head.end(last))
    return Candidate((), False, number, words, heading, head.offsets[-1], index, False)


def _broken(text: str, line: Stretch, following: Stretch | None, index: int) -> Candidate | None:
    """A heading over two lines: its number alone on the first, or its words cut in two."""
    if following is None or following.paragraph is None:
        return None
    if line.end - line.start > _MAX_FOREIGN * 2 or following.end - following.start > _MAX_FOREIGN:
        return None
    first = squashed(text, line.start, line.end)
    number = enumerator(first.text)
    if number.kind == "none" or first.text[-1:] in _TERMINATORS:
        return None
    both = squashed(text, line.start, following.end)
    words = both.text[number.end :].rstrip(_TRAILING)
    title = section_title(words)
    own = squashed(text, following.start, following.end).text
    if title is None or not title.sure or enumerator(own).kind != "none":
        return None
    alone = section_title(first.text[number.end :])
    if alone is not None and not _GOES_ON.search(first.text):
        return None
    beside = section_title(own)
    if number.end < len(first.text) and beside is not None and beside.sure:
        return None
    return _made(both, number, len(both.text.rstrip(_TRAILING)), title, words, index, False)


def _inline(text: str, line: Stretch, index: int) -> list[Candidate]:
    """Headings inside a paragraph, as where a converter joined lines; never those of a list."""
    if text.find("、", line.start + 2, line.end) < 0:
        return []
    found = []
    for match in _INLINE.finditer(text, line.start + 1, line.end):
        head = squashed(text, match.start(), line.end)
        number = enumerator(head.text)
        candidate = _candidate(head, number, index) if number.kind == "chinese" else None
        if candidate and candidate.sure and not candidate.listed:
            found.append(candidate)
    # Neighbours without text between them are a list: 包括一、总体情况；二、主动公开…
    return found if not _close(found) and TABLE not in text[line.start : line.end] else []


def _close(found: list[Candidate]) -> bool:
    starts = [candidate.heading.start for candidate in found]
    ends = [candidate.heading.end for candidate in found]
    return any(b - a < 5 for a, b in zip(ends, starts[1:], strict=False))
