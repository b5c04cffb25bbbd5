"""Running text → title, preamble, sections, aspects, signature."""

from __future__ import annotations

from dataclasses import replace

from extractor.language.pipeline import Analysis
from extractor.report.dividing.aspects import read_aspects
from extractor.report.dividing.report_title import Title, find_title
from extractor.report.dividing.section_headings import section_candidates
from extractor.report.dividing.sections import choose, sections_of, trimmed
from extractor.report.dividing.signature import find_signature
from extractor.report.dividing.spine import second_copy
from extractor.report.dividing.squashed import squashed
from extractor.report.flow import Flow
from extractor.report.outline import Aspect, Outline, Section


def read_outline(flow: Flow, analysis: Analysis) -> Outline:
    """How the report is divided."""
    chosen = choose(flow, section_candidates(flow))
    first = chosen[0].heading.start if chosen else len(flow.text)
    title = find_title(flow, first)
    title_end = title.end if title else 0
    behind = chosen[-1].text_start if chosen else title_end
    signature = find_signature(flow, analysis, behind)
    end = signature.start if signature else len(flow.text)
    sections = sections_of(chosen, max(end, behind), flow.text)
    copy = second_copy(chosen)
    if copy is not None:
        sections = _without_top(flow, analysis, sections, copy, title)
    preamble_end = first if chosen else max(end, title_end)
    preamble = trimmed(flow.text, title_end, preamble_end)
    return Outline(
        title_end=title_end,
        preamble=preamble,
        sections=sections,
        aspects=_aspects(flow, analysis, sections, preamble),
        signature=(signature.start, signature.end) if signature else None,
    )


def _without_top(
    flow: Flow,
    analysis: Analysis,
    sections: tuple[Section, ...],
    copy: int,
    title: Title | None,
) -> tuple[Section, ...]:
    """A report pasted twice: the first copy's last section ends where it is signed, at the latest
    where the title stands again.
    """
    last, again = sections[copy - 1], sections[copy].heading
    stop = again.start if again else last.end
    lines = tuple(line for line in flow.stretches if line.start < stop)
    signature = find_signature(replace(flow, stretches=lines), analysis, last.start)
    if signature is not None:
        stop = signature.start
    for line in lines:
        words = squashed(flow.text, line.start, line.end).text
        if title and line.start > last.start and words and title.text.startswith(words):
            stop = min(stop, line.start)
    start, end = trimmed(flow.text, last.start, max(stop, last.start))
    return (*sections[: copy - 1], replace(last, start=start, end=end), *sections[copy:])


def _aspects(
    flow: Flow, analysis: Analysis, sections: tuple[Section, ...], preamble: tuple[int, int]
) -> tuple[Aspect, ...]:
    """Of every first section; where its heading is missing, of what stands before the second."""
    overviews = [(s.start, s.end) for s in sections if s.key == "overview"] or [preamble]
    return tuple(
        aspect for start, end in overviews for aspect in read_aspects(flow, analysis, start, end)
    )
