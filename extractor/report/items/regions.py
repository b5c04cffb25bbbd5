"""Where a report tells its problems: section five, or wherever else it speaks of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.report.flow import TABLE, Flow
from extractor.report.items.drafts import Lead
from extractor.report.items.labels import NOUN_PROBLEM, announced, label_of
from extractor.report.outline import Outline

# Problems told outside of section five: only where a sentence says that there are some.
_ANCHOR = re.compile(
    rf"(?:^|[。；\n])[^。；\n]{{0,60}}?(?<!针对)(?:仍然?|还|依然|尚|也|主要|但)[^。；，\n]{{0,12}}?(?:存在|有|面临)[^。；，\n]{{0,20}}{NOUN_PROBLEM}"
    rf"|(?:^|[。；\n])\s*(?:（[一二三四五六七]）|[一二三四五六七][、.]|\d[、.])?\s*(?:存在的?|主要)(?:主要)?{NOUN_PROBLEM}"
)


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the running text; `strict`: nothing counts before a lead announced it."""

    start: int
    end: int
    lead: Lead
    strict: bool = False


def section_five(outline: Outline, year: int | None) -> list[Region]:
    """The sections of problems and improvements; their headings are their first lead."""
    found = []
    for section in outline.sections:
        if section.key == "issues" and section.end > section.start:
            heading = section.heading.text if section.heading else ""
            found.append(Region(section.start, section.end, heading_lead(heading, year)))
    return found


def heading_lead(heading: str, year: int | None) -> Lead:
    """存在的主要问题及改进情况 leaves open what comes first; 改进措施 alone announces measures."""
    bare = re.sub(
        r"^\s*(?:（?[一二三四五六七八九十\d]{1,2}[）、.．]|第[一二三四五六]部分)\s*", "", heading
    )
    label = label_of(re.sub(r"\s", "", bare), year)
    if label is None or label.sort in ("both", "problem"):
        done, _ = announced(bare, None)
        return Lead("open", done, label.year if label else None)
    if label.sort == "measure":
        return Lead("measure", label.done, label.year, label.redress, label.weak)
    return Lead("open", None)


def elsewhere(flow: Flow, outline: Outline) -> list[Region]:
    """From the first sentence in another section that says there are problems, to its end."""
    for section in outline.sections:
        if section.key in ("issues", "applications", "disputes"):
            continue
        text = flow.text[section.start : section.end]
        anchor = _ANCHOR.search(text)
        if anchor:
            skipped = re.match(r"[。；\s]*", anchor.group())
            start = section.start + anchor.start() + (skipped.end() if skipped else 0)
            table = flow.text.find(TABLE, start, section.end)
            end = table if table >= 0 else section.end
            return [Region(start, end, Lead("open"), strict=True)]
    return []
