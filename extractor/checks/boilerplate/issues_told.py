"""Section five as it is told: each named problem with what explains it, and the measures.

The record's items name problems and measures; the sentences around them explain. A sentence that no
item stands in goes with what was told last, or opens a problem of its own where the classifier is
sure that it tells one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractor.checks.boilerplate.facts_told import plain, without_enumerator
from extractor.checks.boilerplate.last_years import mends_last_years, mends_of
from extractor.checks.boilerplate.own_acts import is_labelled_an_act
from extractor.checks.boilerplate.sentence_told import (
    announces,
    is_act,
    is_heading,
    is_maxim,
    is_open_still,
    is_problem,
    names_none,
    parts_between,
    takes_leave,
    tells_problem,
)
from extractor.report.items.cues import NAMES_PROBLEM
from extractor.report.items.labels import NOUN_PROBLEM
from extractor.report.record import Record, SentenceRecord

_MEASURES = re.compile("改进|措施|整改|举措|打算|安排|下一?步|今后|怎么改|怎么办")
# A measure by its first words or its auxiliary, whatever the classifier says.
_MEASURE = re.compile(
    r"^(?:(?:同时|另外|此外)，)?(?:下一?[步年]|今后|往后|接下来|明年|来年|新的一年|为此(?!产生|引发|发生|争|吵|闹|投诉|多跑|来回|跑|打)|对此|因此|针对|围绕|对照"
    r"|改进|整改|措施|举措|打算|边[查整]边改|后来|[前后]者，?(?:[已将拟由自从]|明年|今后|计划|准备|打算)|目前已|现已|现在)|[局委办厅镇乡县区市府们心院处队]将(?!近)"
    r"|^(?:关于|对于?|就)[^，。；]{2,16}，(?:已|现已?|拟|将|由|要求|统一)"
    r"|(?:已经?|拟|计划)(?:于|在|由|请|向|把|会同|完成|建立|制定|印发)"
)
# 此外，…: the next problem, though no item was made of it.
_OPENS = re.compile(
    r"(?:问题(?:之)?[二三四五六2-9]|还(?:需要?|应当?|要)?(?:说明|指出|提到|看到)的是|(?:需要|应当)(?:说明|指出)的是"
    r"|除(?:此|上述|以上)[^，。；]{0,6}，|再有，|成文之际|[又另]查[得出明]|此外|同时|另外|再者|还有|与此同时|其[二三四五]|[二三四五六](?:是|为)|第[二三四五]|[（(][二三四五\d]|\d[.、．])"
)
_MARKED = re.compile(rf"{_OPENS.pattern}|其一|一是|第一|首先|[（(]一|1[.、．]|①")
# 产生这些问题的原因，既有…: of them all, not of the last
_CAUSES = re.compile(
    rf"(?:究其|分析其?|产生|造成|形成|存在|出现)?(?:(?:上述|以上|这些|这几个)[^，。；]{{0,4}}(?:{NOUN_PROBLEM}|情况)的?)(?:主要|深层)?原因"
)
# 不足三分钟: a figure
_LESS_THAN = re.compile(r"不足[\d一二两三四五六七八九十百千]")
_LAST_YEAR = re.compile(
    r"(?:上一?年度?|去年|前一?年|(?:19|20)\d\d年度?(?:报告|年报)).{0,16}(?:问题|整改|改进|不足|提出|指出|反映|列)"
)
_THIS_YEAR = re.compile("本年|今年|当前|目前|主要问题|存在|下一?[步年]|今后|明年")
_SHORT = 8


@dataclass(slots=True)
class ToldProblem:
    """A problem in all the words that it is told in."""

    name: str
    index: int | None
    """Its number among the record's problems; None for one that only the sentences tell."""
    sentences: list[SentenceRecord] = field(default_factory=list)
    explained: str = ""
    """What explains it beyond the item itself."""
    details: frozenset[int] = frozenset()
    """Numbers of the record's problems that only tell more of it."""

    @property
    def numbers(self) -> frozenset[int]:
        """Its own among the record's problems, and those of its details."""
        return self.details if self.index is None else self.details | {self.index}

    @property
    def words(self) -> str:
        return f"{self.name}。{self.explained}" if self.explained else self.name


@dataclass(frozen=True, slots=True)
class IssuesTold:
    problems: tuple[ToldProblem, ...]
    measures: tuple[SentenceRecord, ...]
    """Every sentence that tells an act; leads are left out."""
    last_years: frozenset[int]
    """Which of the measures were told as what became of last year's problems."""
    behind: tuple[int, ...]
    """For each measure, how many problems had been told when it was."""
    announced: tuple[SentenceRecord, ...]
    """Sentences that say only that there are problems."""


_remembered: tuple[Record, IssuesTold] | None = None


def issues_told(record: Record) -> IssuesTold:
    """The section once walked through; several checks ask in a row."""
    global _remembered
    if _remembered is None or _remembered[0] is not record:
        _remembered = (record, _walked(record))
    return _remembered[1]


def _walked(record: Record) -> IssuesTold:
    walk = _Walk(record)
    for sentence in record.sentences:
        if sentence.section == "issues":
            walk.take(sentence)
    return IssuesTold(
        tuple(walk.problems),
        tuple(walk.measures),
        frozenset(walk.last_years),
        tuple(walk.behind),
        tuple(walk.announced),
    )


class _Walk:
    def __init__(self, record: Record) -> None:
        narrative = record.narrative
        self.named = [plain(problem.text) for problem in narrative.problems]
        self.acts = [plain(item.text) for item in narrative.improvements]
        self.problems: list[ToldProblem] = []
        self.measures: list[SentenceRecord] = []
        self.announced: list[SentenceRecord] = []
        self.last_years: set[int] = set()
        self.behind: list[int] = []
        self.of_measures = False
        """What was told last is a measure: what no item stands in explains it."""
        self.of_last_year = False
        """The heading above is of last year's problems."""
        self.year = record.meta.year

    def take(self, sentence: SentenceRecord) -> None:
        words = plain(sentence.text)
        self._year(words)
        named = _within(self.named, words)
        if names_none(sentence, words, [self.named[index] for index in named]):
            named = []
        # 针对更新慢的问题，…: what names the problem is not the measure that repeats its name.
        acts = [i for i in _within(self.acts, words) if not named or self.acts[i] in words]
        if self.of_measures and not named and is_open_still(sentence, words):
            name = without_enumerator(words).strip("。；")
            self.problems.append(ToldProblem(name, None, [sentence]))
            self.of_measures = False
            return
        if not acts and is_labelled_an_act(words) and not is_heading(words):
            self.of_measures = True
            self._act(sentence)
            return
        first = not self.problems
        goes_on = bool(self.last_years)
        if first and not words.endswith("：") and mends_last_years(words, self.year, goes_on):
            self.last_years.add(len(self.measures))
            self._act(sentence)
            return
        if named and not acts and is_act(sentence, words, self.of_measures, first):
            self._act(sentence)  # no problem, whatever the items say
            return
        taken = {problem.name for problem in self.problems}
        for index in named:
            name = self.named[index]
            old = self.of_last_year and not NAMES_PROBLEM.search(_LESS_THAN.sub("", name))
            if name not in taken and not old and is_problem(name, sentence):
                self.problems.append(ToldProblem(name, index, [sentence]))
                taken.add(name)
                self.of_last_year = False
        if acts:
            self._act(sentence)
        if named or acts:
            self._explained(sentence, words, [*named], acts)
            self.of_measures = bool(acts)
            return
        self._other(sentence, words)

    def _year(self, words: str) -> None:
        """（一）上年度问题整改情况 holds until something else is headed."""
        if is_heading(words):
            old = bool(_LAST_YEAR.search(words)) or mends_of(words, self.year)
            new = _THIS_YEAR.search(words)
            self.of_last_year = old or (self.of_last_year and not new)

    def _act(self, sentence: SentenceRecord) -> None:
        if self.of_last_year and not self.problems:
            self.last_years.add(len(self.measures))
        self.measures.append(sentence)
        self.behind.append(len(self.problems))

    def _explained(
        self, sentence: SentenceRecord, words: str, named: Sequence[int], acts: Sequence[int]
    ) -> None:
        """What stands beside a sentence's only problem belongs to it."""
        if len(named) != 1 or not self.problems or self.problems[-1].index != named[0]:
            return
        name = self.named[named[0]]
        rest = words[words.find(name) + len(name) :] if name in words else ""
        for act in acts:
            rest = rest.replace(self.acts[act], "")
        self.problems[-1].explained += rest.strip("，。；")

    def _other(self, sentence: SentenceRecord, words: str) -> None:
        """A sentence that no item stands in."""
        if is_heading(words):
            self.of_measures |= bool(_MEASURES.search(words))
        elif _MEASURE.search(words) or (self.of_measures and not tells_problem(sentence)):
            self.of_measures = True
            self._act(sentence)
        elif (announces(words) and not self._explains(words)) or (
            self.problems and is_maxim(words)
        ):
            self.announced.append(sentence)
        elif tells_problem(sentence) and self._opens(words):
            name = without_enumerator(words).strip("。；")
            self.problems.append(ToldProblem(name, None, [sentence]))
            self.of_measures = False
        elif _CAUSES.match(words):
            self.announced.append(sentence)
        elif self.problems and not self.of_measures and not takes_leave(sentence, words):
            self._go_on(sentence, words)

    def _opens(self, words: str) -> bool:
        """Sentences alone tell the problems, or one tells the next that no item was made of."""
        if not self.named:
            return self.of_measures or not self.problems or bool(_MARKED.match(words))
        return bool(self.problems) and bool(_OPENS.match(words))

    def _explains(self, words: str) -> bool:
        """解读多为摘抄，背景讲得不够，与群众的需求还有差距: it tells more of the last problem."""
        before = parts_between(words)[:-1]
        told = bool(self.problems) and not self.of_measures
        return told and any(NAMES_PROBLEM.search(part) for part in before)

    def _go_on(self, sentence: SentenceRecord, words: str) -> None:
        last = self.problems[-1]
        last.sentences.append(sentence)
        last.explained += words


def _within(items: Sequence[str], words: str) -> list[int]:
    """Items that stand in the sentence, or that a broken line has made longer than it."""
    stem = without_enumerator(words).strip("。；") if len(words) > _SHORT else words
    return [index for index, item in enumerate(items) if item in words or stem in item]
