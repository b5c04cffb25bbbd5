"""Which candidates head the sections: by number, way of numbering, order, and what stands where.

One way of numbering carries the report's sections. What is numbered otherwise, or begins to count
anew, is a part of a section, unless the section it names has no better heading.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from extractor.report.dividing.enumerators import Kind
from extractor.report.dividing.section_headings import Candidate
from extractor.report.dividing.spine import begins_copy, on_spine
from extractor.report.flow import TABLE, Flow
from extractor.report.outline import SECTIONS, Section, SectionKey

# Of equally good ways of numbering the one more usual for sections.
_KINDS: tuple[Kind, ...] = ("part", "chinese", "digit", "none", "bracket", "bracket_digit", "item")
_MIN_LISTED = 3
_ORDER = {key: index for index, key in enumerate(SECTIONS)}


def choose(flow: Flow, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates that head sections, in order."""
    left = _without_lists(flow, candidates)
    kind = _kind(left)
    chosen = _unnumbered(flow, left) if kind == "none" else _numbered(left, kind)
    return _with_missing(left, chosen, kind)


def sections_of(chosen: Sequence[Candidate], end: int, text: str) -> tuple[Section, ...]:
    """The sections from their headings, each up to the next heading."""
    found = []
    for index, head in enumerate(chosen):
        stop = chosen[index + 1].heading.start if index + 1 < len(chosen) else end
        start, stop = trimmed(text, head.text_start, max(stop, head.text_start))
        key = head.key or "other"
        found.append(Section(key, head.heading, start, stop, head.keys[1:]))
    return tuple(found)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without blanks at its ends."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _without_lists(flow: Flow, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Tables of contents and lists of the sections, told by having no text between their lines."""
    found: list[Candidate] = []
    run: list[Candidate] = []
    for candidate in candidates:
        if run and not _adjacent(flow, run[-1], candidate):
            found += _unless_list(run, candidates)
            run = []
        run.append(candidate)
    found += _unless_list(run, candidates)
    return [
        candidate
        for candidate in found
        if not candidate.listed or not _told_again(candidate, found)
    ]


def _adjacent(flow: Flow, first: Candidate, second: Candidate) -> bool:
    between = flow.text[first.heading.end : second.heading.start]
    return not first.heading.run_in and not between.strip(" \t\n.．…·。；;、0123456789-—")


def _unless_list(run: list[Candidate], candidates: Sequence[Candidate]) -> list[Candidate]:
    named = [candidate for candidate in run if candidate.keys]
    if len(named) < _MIN_LISTED:
        return run
    last = run[-1].heading.end
    later = {candidate.key for candidate in candidates if candidate.heading.start > last}
    # The list's last entry may be adjacent to the first heading itself.
    again = (i for i, c in enumerate(run) if i >= _MIN_LISTED and c.key == run[0].key)
    first_again = next(again, None)
    if first_again is not None and named[0] is run[0]:
        return run[first_again:]
    return [] if all(candidate.key in later for candidate in named) else run


def _told_again(candidate: Candidate, found: Sequence[Candidate]) -> bool:
    return any(c.key == candidate.key and c is not candidate and not c.listed for c in found)


def _kind(candidates: Sequence[Candidate]) -> Kind:
    keys: dict[Kind, set[SectionKey]] = defaultdict(set)
    for candidate in candidates:
        if candidate.sure:
            keys[candidate.number.kind] |= set(candidate.keys)
    if not keys:
        kinds = [candidate.number.kind for candidate in candidates if candidate.keys]
        return max(_KINDS, key=lambda kind: (kinds.count(kind), -_KINDS.index(kind)))
    return max(_KINDS, key=lambda kind: (len(keys.get(kind, ())), -_KINDS.index(kind)))


def _numbered(candidates: Sequence[Candidate], kind: Kind) -> list[Candidate]:
    own = on_spine([candidate for candidate in candidates if candidate.number.kind == kind])
    sure = {key for candidate in own if candidate.sure for key in candidate.keys}
    chosen: list[Candidate] = []
    for index, candidate in enumerate(own):
        if _heads(candidate, chosen, own[index + 1 :], sure):
            chosen.append(candidate)
    return chosen


def _heads(
    candidate: Candidate,
    chosen: Sequence[Candidate],
    later: Sequence[Candidate],
    sure: set[SectionKey],
) -> bool:
    key, value = candidate.key, candidate.number.value or 0
    last = chosen[-1] if chosen else None
    last_value = (last.number.value or 0) + len(last.keys[1:]) if last else 0
    if key is None:
        # A foreign heading counts only where the numbers go on.
        return last is not None and value == last_value + 1
    if begins_copy(candidate, chosen, later):
        return True
    if last is not None and key in last.keys:
        return value > last_value or candidate.words == last.words
    if not candidate.sure:
        expected = _ORDER[key] + 1
        return key not in sure and (value == expected or value == last_value + 1)
    if value <= last_value and any(_better(other, key) for other in later):
        return False
    # Counting anew within a section: its parts carry titles much like the sections'.
    return not (value < last_value and value == 1 and any(key in other.keys for other in chosen))


def _better(candidate: Candidate, key: SectionKey) -> bool:
    return candidate.sure and candidate.key == key and candidate.number.value == _ORDER[key] + 1


def _unnumbered(flow: Flow, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Without numbers a title of the form on a line of its own heads a section.

    主动公开政府信息情况 may head an aspect too: the section is what its table follows, or else
    the last one before the next section.
    """
    own = [c for c in candidates if c.number.kind == "none" and c.sure and not c.heading.run_in]
    chosen: list[Candidate] = []
    for index, candidate in enumerate(own):
        last = chosen[-1] if chosen else None
        if last is not None and candidate.key in last.keys and candidate.words != last.words:
            if candidate.key in ("disclosure", "applications") and _before_table(flow, candidate):
                chosen[-1] = candidate
            continue
        again = next((o for o in own[index + 1 :] if o.key == candidate.key), None)
        if again is not None and _is_aspect(flow, candidate, again, own):
            continue
        chosen.append(candidate)
    return chosen


def _is_aspect(
    flow: Flow, candidate: Candidate, again: Candidate, own: Sequence[Candidate]
) -> bool:
    if candidate.key not in ("disclosure", "applications"):
        return False
    if _before_table(flow, candidate):
        return False
    return _before_table(flow, again) or not any(
        candidate.heading.start < other.heading.start < again.heading.start
        and _ORDER.get(other.key or "overview", 0) > _ORDER["applications"]
        for other in own
    )


def _before_table(flow: Flow, candidate: Candidate) -> bool:
    """Whether a table follows the heading after at most two lines."""
    lines = flow.stretches[candidate.line + 1 : candidate.line + 4]
    return any(flow.text[line.start : line.end] == TABLE for line in lines)


def _with_missing(
    candidates: Sequence[Candidate], chosen: list[Candidate], kind: Kind
) -> list[Candidate]:
    """Adds headings of sections not found yet whose number was lost or printed otherwise."""
    for candidate in candidates:
        named = {key for head in chosen for key in head.keys}
        if candidate.key is None or candidate.key in named or candidate in chosen:
            continue
        if _fits(candidate, chosen) and _may_stand_in(candidate, kind):
            chosen = sorted([*chosen, candidate], key=lambda head: head.heading.start)
    return chosen


def _may_stand_in(candidate: Candidate, kind: Kind) -> bool:
    number = candidate.number
    in_place = number.value == _ORDER[candidate.key or "overview"] + 1
    if number.kind == "none":
        return candidate.sure and not candidate.heading.run_in
    if number.kind == kind:
        return candidate.sure or in_place
    if number.kind in ("part", "chinese", "digit"):
        # 1.主动公开情况 below 一、总体情况 begins to count the aspects.
        return in_place or (candidate.sure and number.value != 1)
    return candidate.sure and in_place


def _fits(candidate: Candidate, chosen: Sequence[Candidate]) -> bool:
    """Whether it stands between its neighbours in the form's order."""
    order = _ORDER[candidate.key or "overview"]
    before = [c for c in chosen if c.heading.start < candidate.heading.start and c.key]
    after = [c for c in chosen if c.heading.start > candidate.heading.start and c.key]
    return all(_ORDER[key] < order for c in before for key in c.keys) and all(
        _ORDER[key] > order for c in after for key in c.keys
    )
