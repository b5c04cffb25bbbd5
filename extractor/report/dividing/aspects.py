"""The five aspects of 总体情况: under sub-headings, or else told by content."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.language.pipeline import Analysis
from extractor.report.dividing.aspect_headings import Named, aspect_headings
from extractor.report.dividing.content import aspects_by_content
from extractor.report.dividing.sections import trimmed
from extractor.report.flow import Flow
from extractor.report.outline import Aspect


def read_aspects(flow: Flow, analysis: Analysis, start: int, end: int) -> tuple[Aspect, ...]:
    """The aspects that a stretch tells of, in order; sub-headings, where there are any, decide."""
    headings = aspect_headings(flow, start, end)
    if headings:
        return tuple(_under_headings(flow, headings, end))
    inside = [s for s in analysis.sentences if s.start >= start and s.end <= end]
    told = aspects_by_content(flow.text, inside)
    return tuple(Aspect(one.key, None, one.start, one.end) for one in told)


def _under_headings(flow: Flow, headings: Sequence[Named], end: int) -> list[Aspect]:
    found = []
    for index, named in enumerate(headings):
        if named.key is None:
            continue
        stop = headings[index + 1].start if index + 1 < len(headings) else end
        start, stop = trimmed(flow.text, named.text_start, max(stop, named.text_start))
        found.append(Aspect(named.key, named.heading, start, stop))
    return found
