"""The five aspects of 总体情况: under sub-headings, or else told by content."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from extractor.language.pipeline import Analysis
from extractor.language.sentences import Sentence
from extractor.report.dividing.aspect_headings import Named, aspect_headings
from extractor.report.dividing.content import aspects_by_content
from extractor.report.dividing.sections import trimmed
from extractor.report.dividing.untold import closing, keys_by_content, turn
from extractor.report.flow import Flow
from extractor.report.outline import ASPECTS, Aspect

# So many aspects must have headings before others are looked for beside them.
_MIN_OPEN = 3
_LEAST_IN_FRONT = 5.0


def read_aspects(flow: Flow, analysis: Analysis, start: int, end: int) -> tuple[Aspect, ...]:
    """The aspects that a stretch tells of, in order; sub-headings, where there are any, decide."""
    headings = _opened(flow, analysis, aspect_headings(flow, start, end), end)
    if not headings:
        return tuple(_told(flow, _sentences(analysis, start, end), []))
    found = _under_headings(flow, analysis, headings, end)
    if any(named.also for named in headings):
        # Who heads two aspects at once keeps to no scheme: the rest is told by its content.
        found += _told(flow, _outside(flow, analysis, headings, start, end), headings)
    else:
        found += _without_heading(flow, analysis, found, start, headings[0].start)
    return tuple(sorted(found, key=lambda aspect: aspect.start))


def _opened(flow: Flow, analysis: Analysis, headings: Sequence[Named], end: int) -> Sequence[Named]:
    """Slogans with the aspect that their text tells; no headings if too few tell any."""
    taken = {key for one in headings for key in (one.key, one.also) if key}
    places = [index for index, one in enumerate(headings) if one.open]
    stretches = []
    for index in places:
        stop = headings[index + 1].start if index + 1 < len(headings) else end
        stretches.append(_sentences(analysis, headings[index].text_start, stop))
    keys = keys_by_content(flow.text, stretches, taken)
    by_place = dict(zip(places, keys, strict=True))
    found = [replace(one, key=by_place.get(i, one.key)) for i, one in enumerate(headings)]
    return found if taken or len([key for key in keys if key]) >= _MIN_OPEN else []


def _without_heading(
    flow: Flow, analysis: Analysis, found: Sequence[Aspect], start: int, first: int
) -> list[Aspect]:
    """Aspects that lack a heading where the others have one, told in front of the first."""
    known = {aspect.key for aspect in found}
    if len(known) < _MIN_OPEN or len(known) == len(ASPECTS):
        return []
    told = aspects_by_content(flow.text, _sentences(analysis, start, first), known)
    return [Aspect(t.key, None, t.start, t.end) for t in told if t.weight >= _LEAST_IN_FRONT]


def _sentences(analysis: Analysis, start: int, end: int) -> list[Sentence]:
    first = bisect_left(analysis.sentences, start, key=lambda sentence: sentence.start)
    last = bisect_left(analysis.sentences, end, key=lambda sentence: sentence.start)
    return [sentence for sentence in analysis.sentences[first:last] if sentence.end <= end]


def _told(flow: Flow, sentences: Sequence[Sentence], headings: Sequence[Named]) -> list[Aspect]:
    named = {key for one in headings for key in (one.key, one.also) if key}
    told = aspects_by_content(flow.text, sentences, named)
    return [Aspect(one.key, None, one.start, one.end) for one in told]


def _under_headings(
    flow: Flow, analysis: Analysis, headings: Sequence[Named], end: int
) -> list[Aspect]:
    found = []
    known = {key for one in headings for key in (one.key, one.also) if key}
    missing = set(ASPECTS) - known
    for index, named in enumerate(headings):
        if named.key is None:
            continue
        start, stop = trimmed(flow.text, named.text_start, _stop(flow, headings, index, end))
        inside = _sentences(analysis, start, stop)
        if index == len(headings) - 1 and (whole := closing(flow.text, inside)):
            inside, stop = [s for s in inside if s.start < whole], whole
        behind = stop
        if len(known) >= _MIN_OPEN and (turned := turn(flow.text, inside, named.key, missing)):
            behind, other = turned
            missing.remove(other)
            found.append(Aspect(other, None, *trimmed(flow.text, behind, stop)))
        found.append(Aspect(named.key, named.heading, *trimmed(flow.text, start, behind)))
    return found


def _stop(flow: Flow, headings: Sequence[Named], index: int, end: int) -> int:
    """Where the text under a heading ends: a heading for two that runs in heads its paragraph."""
    named = headings[index]
    stop = headings[index + 1].start if index + 1 < len(headings) else end
    if named.also is not None and named.heading is not None and named.heading.run_in:
        stop = min(stop, flow.line_at(named.text_start).end)
    return max(stop, named.text_start)


def _outside(
    flow: Flow, analysis: Analysis, headings: Sequence[Named], start: int, end: int
) -> list[Sentence]:
    """The sentences in front of the first heading, and behind the paragraphs of run-in ones."""
    found = _sentences(analysis, start, headings[0].start)
    for index in range(len(headings)):
        following = headings[index + 1].start if index + 1 < len(headings) else end
        found += _sentences(analysis, _stop(flow, headings, index, end), following)
    return found
