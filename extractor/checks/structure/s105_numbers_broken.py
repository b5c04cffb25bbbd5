"""S105: heading numbers broken or out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.structure.aspects import missing_aspects
from extractor.checks.structure.headings import Numbered, numbered_lines, top_kind
from extractor.checks.structure.numbering import Break, Head, as_printed, broken, kind_of, shown
from extractor.checks.structure.parts import missing_sections
from extractor.checks.structure.s103_told_twice import parts_twice, sections_twice
from extractor.checks.structure.wording import number_of, squash_heading
from extractor.report.dividing.enumerators import Enumerator, Kind, enumerator
from extractor.report.outline import SECTIONS, Section, SectionKey

_OPENING = "（(〔[【"
# （二）in the middle of a paragraph, behind a sentence: a heading whose line was joined.
_INLINE = re.compile(r"(?<=[。；;：:！\s])[（(〔][一二三四五六七八九十]{1,3}[）)〕]")
# More no section has.
_MOST_INLINE = 200
# Lines with numbers between two items of one list.
_MOST_BETWEEN = 3
_SURE, _LIKELY = 0.9, 0.8


def check(case: Case) -> Iterator[Finding]:
    yield from _of_sections(case)
    again = {twice.again.start for twice in parts_twice(case)}
    for section in case.report.outline.sections:
        yield from _of_parts(case, section, again)


def _of_sections(case: Case) -> Iterator[Finding]:
    again = {twice.again.start for twice in sections_twice(case)}
    headed = [(s, s.heading) for s in case.report.outline.sections if s.heading is not None]
    heads = [
        Head(number_of(h.text), h.text, h.start, h.end, len(s.also))
        for s, h in headed
        if h.start not in again
    ]
    kind = kind_of(heads)
    found = broken(heads, kind, nested=False) if kind else None
    if kind is None or found is None:
        return
    key = next(s.key for s, h in headed if h.start == found.head.start)
    if not _told_otherwise(case, key, found, heads):
        yield _finding(case, key, found, heads, kind)


def _told_otherwise(case: Case, key: SectionKey, found: Break, heads: Sequence[Head]) -> bool:
    """Numbers left out: by a section that is missing (S101), or by a line that names none."""
    if not found.gap:
        return False
    order = SECTIONS.index(key)
    missing = [gone for gone in missing_sections(case) if SECTIONS.index(gone) < order]
    before = max((head.end for head in heads if head.end <= found.head.start), default=0)
    own = heads[0].number.kind
    for line in case.report.flow.stretches:
        if line.paragraph is not None and before <= line.start < found.head.start:
            number = enumerator(squash_heading(case.text[line.start : line.end]))
            if number.kind == own and number.value == found.expected:
                return True
    return found.gap <= len(missing)


def _of_parts(case: Case, section: Section, again: set[int]) -> Iterator[Finding]:
    heads, kind = _heads_of_parts(case, section, again)
    if kind is None:
        return
    found = _without_bracket(case, heads, kind) or broken(heads, kind)
    if found is None or not found.head.told:
        return
    # A missing aspect leaves its number out: S102 says it.
    if section.key == "overview" and 0 < found.gap <= len(missing_aspects(case)):
        return
    if found.gap and kind == "digit" and _run_into_figures(case, section, found):
        return
    yield _finding(case, section.key, found, heads, kind)


def _run_into_figures(case: Case, section: Section, found: Break) -> bool:
    """4.2020年要点…: the number left out stands there, but reads as a decimal."""
    number = re.compile(rf"\s*{found.expected}[.．]\d")
    return any(
        number.match(case.text, line.start, line.end)
        for line in case.report.flow.stretches
        if section.start <= line.start < found.head.start
    )


def _heads_of_parts(
    case: Case, section: Section, again: set[int]
) -> tuple[list[Head], Kind | None]:
    """The sub-headings in one way of numbering, with the aspects' that have another or none."""
    lines = numbered_lines(case, section)
    kind = top_kind(lines)
    if kind is None:
        return [], None
    own = [line for line in lines if line.number.kind == kind and line.start not in again]
    heads = [Head(ln.number, ln.text, ln.start, ln.end, told=ln.titled) for ln in own]
    known = {head.start for head in heads}
    if section.key == "overview":
        for aspect in case.report.outline.aspects:
            heading = aspect.heading
            if heading and heading.start not in known | again:
                number = number_of(heading.text)
                if _in_inner_list(lines, heading.start, number, kind):
                    continue
                heads.append(Head(number, heading.text, heading.start, heading.end))
    if kind == "bracket":
        heads += _inline(case, section, known)
    return sorted(heads, key=lambda head: head.start), kind


def _in_inner_list(lines: Sequence[Numbered], start: int, number: Enumerator, kind: Kind) -> bool:
    """3.公开载体 below （一）, behind 2.公开类别: an item of that part's own list."""
    before = [line.number for line in lines if line.start < start]
    own = [n.value for n in before[-_MOST_BETWEEN:] if n.kind == number.kind]
    if own and number.value is not None and own[-1] == number.value - 1:
        return True
    return number.kind != kind and _opens_list(lines, start, number, kind)


def _opens_list(lines: Sequence[Numbered], start: int, number: Enumerator, kind: Kind) -> bool:
    """1.加强领导 directly below （二）, with a 2. behind it and before （三）."""
    behind = (line.number for line in lines if line.start > start)
    inside = takewhile(lambda other: other.kind != kind, behind)
    following = next((other.value for other in inside if other.kind == number.kind), None)
    above = any(line.number.kind == kind for line in lines if line.start < start)
    return above and number.value == 1 and following == 2


def _inline(case: Case, section: Section, known: set[int]) -> Iterator[Head]:
    inside = _INLINE.finditer(case.text, section.start, section.end)
    for match in islice(inside, _MOST_INLINE):
        if match.start() not in known:
            number = enumerator(match.group())
            yield Head(number, match.group(), match.start(), match.end(), told=False)


def _without_bracket(case: Case, heads: Sequence[Head], kind: Kind) -> Break | None:
    """一）主动公开 among （二）, （三）: the bracket in front got lost."""
    if kind not in ("bracket", "bracket_digit"):
        return None
    halves = [h for h in heads if h.number.kind == kind and h.told]
    lost = [h for h in halves if squash_heading(h.text)[:1] not in _OPENING]
    if not lost or len(lost) * 2 > len(halves):
        return None
    value = lost[0].number.value or 1
    return Break(lost[0], value, value - 1, 0)


def _finding(
    case: Case, key: SectionKey, found: Break, heads: Sequence[Head], kind: Kind
) -> Finding:
    head = found.head
    printed = " ".join(head.text.split())
    number = as_printed(head.number, head.text) or "没有序号"
    run = " ".join(as_printed(h.number, h.text) or "无" for h in heads if h.told)
    return Finding(
        message=_message(found, printed, number, run, kind),
        section=key,
        place=printed,
        evidence=case.report.flow.printed(head.start, head.end),
        expected=shown(kind, found.expected),
        found=number,
        confidence=_SURE if head.number.kind == kind else _LIKELY,
        start=head.start,
        end=head.end,
        key=f"{key}|{printed}",
    )


def _message(found: Break, printed: str, number: str, run: str, kind: Kind) -> Said:
    expected = shown(kind, found.expected)
    if found.gap and found.last:
        zh = f"序号从“{shown(kind, found.last)}”跳到“{number}”（{printed}），中间缺“{expected}”"
    else:
        zh = f"“{printed}”的序号应为“{expected}”，实为“{number}”"
    return Said(
        f"{zh}；这一级标题的序号依次是：{run}。",
        f"“{printed}” should be numbered {expected}; the numbers printed are: {run}.",
    )


RULE = Rule(
    code="S105",
    name=Said("标题序号错乱", "Heading numbers broken or out of order"),
    severity="hint",
    why=Said(
        "序号跳号、重号或写法不一，多是改稿或拼接时漏改，也让人找不到引用的部分。",
        "Numbers that jump, repeat or change their style are left over from editing.",
    ),
    bad="“三、”之后是“五、”，而第四部分并不缺少；“一）主动公开”后面是“（二）依申请公开”。",
    good="一、二、三、四、五、六、依次排列；或全文都不编号。",
    check=check,
)
