"""S103: a section or sub-section appears twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.structure.headings import Numbered, top_headings
from extractor.checks.structure.wording import core, squash_heading
from extractor.report.dividing.enumerators import enumerator
from extractor.report.outline import Heading, SectionKey

# So many sections told again are one report printed twice: one cause, one flag.
_WHOLE = 4
# So many characters behind two headings tell whether the same passage was pasted twice.
_ALIKE = 24
# What stands in front of each problem is a label, no heading: （2）问题：…
_LABEL = re.compile("(?:存在)?(?:问题|不足|原因)|(?:改进|整改)?(?:措施|做法)?")


@dataclass(frozen=True, slots=True)
class Twice:
    """A heading, and the earlier one that says the same."""

    section: SectionKey
    first: Heading | Numbered
    again: Heading | Numbered


def check(case: Case) -> Iterator[Finding]:
    sections = sections_twice(case)
    if len({twice.section for twice in sections}) >= _WHOLE:
        yield _whole(sections)
    else:
        yield from (_finding(case, twice) for twice in sections)
    repeated = [(t.again.start, _end(case, t)) for t in sections]
    for twice in parts_twice(case):
        if not any(start <= twice.again.start < end for start, end in repeated):
            yield _finding(case, twice)


def sections_twice(case: Case) -> list[Twice]:
    """Sections whose heading, numbers and idle words aside, stood there before."""
    seen: dict[tuple[SectionKey, str], Heading] = {}
    found = []
    for section in case.report.outline.sections:
        if section.heading is None:
            continue
        words = (section.key, core(section.heading.text))
        if words in seen:
            found.append(Twice(section.key, seen[words], section.heading))
        seen.setdefault(words, section.heading)
    return found


def parts_twice(case: Case) -> list[Twice]:
    """The same among the headings directly below a section's, and those of the aspects."""
    found = []
    for section in case.report.outline.sections:
        headings = top_headings(case, section)
        seen: dict[str, int] = {}
        for index, heading in enumerate(headings):
            words = core(heading.text)
            if _LABEL.fullmatch(words):
                continue
            first = seen.setdefault(words, index)
            if first != index and _same_list(case, headings, first, index):
                found.append(Twice(section.key, headings[first], heading))
    return [*found, *_aspects_twice(case, {twice.again.start for twice in found})]


def _same_list(case: Case, headings: Sequence[Numbered], first: int, again: int) -> bool:
    """Each problem may have its own 1.存在的问题: then a list begins anew between the two."""
    if again == first + 1:
        return True
    anew = any(heading.number.value == 1 for heading in headings[first + 1 : again + 1])
    one, two = (_behind(case, headings[i]) for i in (first, again))
    return not anew or one == two


def _behind(case: Case, heading: Numbered) -> str:
    return case.text[heading.end : heading.end + _ALIKE].strip()


def _aspects_twice(case: Case, known: set[int]) -> Iterator[Twice]:
    """Sub-headings of 总体情况 that carry no number, or one without its sign."""
    seen: dict[str, Heading] = {}
    for aspect in case.report.outline.aspects:
        if aspect.heading is None or enumerator(squash_heading(aspect.heading.text)).end:
            continue
        words = core(aspect.heading.text)
        if words in seen and aspect.heading.start not in known:
            yield Twice("overview", seen[words], aspect.heading)
        seen.setdefault(words, aspect.heading)


def _end(case: Case, twice: Twice) -> int:
    section = next(s for s in case.report.outline.sections if s.heading is twice.again)
    return section.end


def _finding(case: Case, twice: Twice) -> Finding:
    printed = " ".join(twice.again.text.split())
    return Finding(
        message=Said(
            f"“{printed}”出现了两次，请删去重复的一处，或改正写错的标题。",
            f"“{printed}” stands there twice: delete one, or mend the wrong heading.",
        ),
        section=twice.section,
        place=printed,
        evidence=case.report.flow.printed(twice.again.start, twice.again.end),
        expected="1 处",
        found="2 处",
        confidence=0.95,
        start=twice.again.start,
        end=twice.again.end,
        key=f"{twice.section}|{core(twice.again.text)}",
    )


def _whole(sections: Sequence[Twice]) -> Finding:
    first = sections[0].again
    names = "；".join(" ".join(twice.again.text.split()) for twice in sections)
    return Finding(
        message=Said(
            f"有{len(sections)}个部分出现了两次：{names}。像是整份报告印了两遍，或两份报告并成一份。",
            f"{len(sections)} sections stand there twice: the report may be printed twice.",
        ),
        section=sections[0].section,
        place=" ".join(first.text.split()),
        evidence=" ".join(first.text.split()),
        expected="每个部分 1 处",
        found=f"{len(sections)}个部分各 2 处",
        confidence=0.9,
        start=first.start,
        end=first.end,
        key="whole",
    )


RULE = Rule(
    code="S103",
    name=Said("部分重复", "A section or sub-section appears twice"),
    severity="warning",
    why=Said(
        "复制粘贴留下的重复标题或段落，说明报告没有校对。",
        "Headings or passages pasted twice show that nobody read the report.",
    ),
    bad="“（二）依申请公开情况”连同下面的文字出现两次。",
    good="“五、存在的主要问题”和“六、改进情况”分开写。",
    check=check,
)
