"""What teaches B506 to decide: development sections, whole, with a measure struck out, with one
of another section, a near miss or another answer in its place.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from evaluation.gold import Report, load_reports, read_lines
from evaluation.gold_narrative import Narrative
from evaluation.passages import BLIND, PASSAGES, Passage, load_passages
from evaluation.planting import printed_text, record
from evaluation.section_measures import SectionMeasures, section_measures
from evaluation.section_record import record_of_passage, with_title
from evaluation.striking import exchanged, struck
from evaluation.taught_sections import taught_sections
from extractor.checks.boilerplate.b506_unanswered import weighable
from extractor.checks.boilerplate.facts_told import plain, readable
from extractor.checks.boilerplate.issues_told import ToldProblem
from extractor.checks.boilerplate.measures_told import Measure
from extractor.learning.meant.lists import Listed
from extractor.report.record import Record

_TELLING = 10
_SHORTEST, _LONGEST = 10, 60
_TWO = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A section as printed, who wrote it, what it says, and how it is read."""

    name: str
    hand: str
    part: str
    printed: str
    gold: Narrative
    read: Callable[[str], Record]
    left: str | None = None
    """The problem left alone on purpose."""
    beside: tuple[str, ...] = ()
    """What is meant for none."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A section's problems and measures as B506 weighs them, and what is right."""

    name: str
    hand: str
    kind: str
    problems: Sequence[ToldProblem]
    measures: Sequence[Measure]
    kept: tuple[int, ...]
    """Problems to which the gold knows no measure anyway are left out."""
    left: tuple[bool, ...]
    """Which of those kept have no measure."""


def texts() -> Iterator[Text]:
    for part in ("dev", "earlier"):
        for report in load_reports("dev" if part == "dev" else "earlier"):
            printed, gold = printed_text(report), report.gold.narrative
            read = _report_reader(report)
            yield Text(report.gold.id, report.gold.hand, part, printed, gold, read)
    for path in sorted(PASSAGES.glob("issues-*.yaml")):
        if path.stem not in BLIND:
            for passage in load_passages(path):
                name, read = f"{path.stem}/{passage.id}", _passage_reader(passage)
                yield Text(name, path.stem, "passages", passage.text, passage.gold, read)
    for one in taught_sections():
        printed = with_title(one.text)
        passage = Passage.model_construct(id=one.name, text=printed, gold=one.gold)
        read = _passage_reader(passage)
        yield Text(one.name, one.hand, "taught", printed, one.gold, read, one.left, one.beside)


def _report_reader(report: Report) -> Callable[[str], Record]:
    return lambda text: record(Report(report.gold, tuple(read_lines(text)), report.part))


def _passage_reader(passage: Passage) -> Callable[[str], Record]:
    return lambda text: record_of_passage(passage, text)


def asked(found: Sequence[Text], names: frozenset[str] | None = None) -> Iterator[Asked]:
    """Of the sections with these names; measures are exchanged for those of all."""
    pool = [
        (text.name, measure.text)
        for text in found
        for measure in text.gold.improvements
        if len(measure.answers) == 1 and _SHORTEST <= len(measure.text) <= _LONGEST
    ]
    written = section_measures()
    for text in found:
        if names is not None and text.name not in names:
            continue
        if text.left is not None:
            yield from _left(text, text.printed, "left", text.left)
            continue
        whole = _asked(text, text.printed, "whole", None)
        if whole is None:
            continue
        yield whole
        drawn = random.Random(text.name)
        for problem, name in enumerate(text.gold.problems):
            own = [m.text for m in text.gold.improvements if problem in m.answers]
            shared = any(len(m.answers) > 1 for m in text.gold.improvements if m.text in own)
            if not own or shared or len(own) == len(text.gold.improvements):
                continue
            without = struck(text.printed, own, [m.text for m in text.gold.improvements])
            yield from _left(text, without, "struck", name)
            if len(own) == 1:
                other = drawn.choice([told for source, told in pool if source != text.name])
                yield from _left(text, exchanged(text.printed, own[0], other), "exchanged", name)
                for one in written.get((text.name, problem), ()):
                    yield from _written(text, own[0], one, name)


def _written(text: Text, own: str, one: SectionMeasures, problem: str) -> Iterator[Asked]:
    """With a near miss, which leaves the problem alone, and with another answer, which does not."""
    yield from _left(text, exchanged(text.printed, own, one.near), "near", problem)
    answered = exchanged(text.printed, own, one.answer)
    made = _asked(text, answered, "answered", None) if answered is not None else None
    if made is not None:
        yield made


def _left(text: Text, printed: str | None, kind: str, problem: str) -> Iterator[Asked]:
    made = _asked(text, printed, kind, problem) if printed is not None else None
    if made is not None and sum(made.left) == 1:
        yield made


def _asked(text: Text, printed: str, kind: str, left: str | None) -> Asked | None:
    found = weighable(text.read(printed))
    if found is None:
        return None
    problems, measures = found
    answered = {i for m in text.gold.improvements for i in m.answers}
    doubtful = [p for i, p in enumerate(text.gold.problems) if i not in answered]
    is_left = [left is not None and _same(one.words, left) for one in problems]
    kept = [
        i
        for i, one in enumerate(problems)
        if is_left[i] or not any(_same(one.words, name) for name in doubtful)
    ]
    if not kept:
        return None
    left_of_kept = tuple(is_left[i] for i in kept)
    return Asked(text.name, text.hand, kind, problems, measures, tuple(kept), left_of_kept)


def as_lists(text: Text) -> Iterator[Listed]:
    """Its problems and measures, with the near misses written for them; and once more with the
    other answers."""
    told = [(m.text, frozenset(m.answers)) for m in text.gold.improvements if m.answers]
    told += [(words, frozenset()) for words in text.beside]
    problems = text.gold.problems
    if not told or len(problems) < _TWO:
        return
    written = section_measures()
    lines = {i: written.get((text.name, i), ()) for i in range(len(problems))}
    for turn in range(max(1, *map(len, lines.values()))):
        own = {i: one[turn] for i, one in lines.items() if turn < len(one)}
        none: frozenset[int] = frozenset()
        near = [(one.near, none) for one in own.values()]
        other = [(one.answer, frozenset({i})) for i, one in own.items()]
        yield Listed(text.hand, tuple(problems), (*told, *near))
        if other:
            kept = [(words, meant) for words, meant in told if not meant <= set(own)]
            yield Listed(text.hand, tuple(problems), (*kept, *other, *near))


def _same(words: str, name: str) -> bool:
    one, other = readable(plain(words)), readable(plain(name))
    return other[:_TELLING] in one or one[:_TELLING] in other
