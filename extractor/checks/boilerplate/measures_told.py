"""The measures of a report clause by clause, and the problems that none of them is meant for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.checks.boilerplate.facts_told import (
    plain,
    tells_a_figure,
    tells_a_name,
    without_enumerator,
)
from extractor.checks.boilerplate.issues_told import IssuesTold, ToldProblem
from extractor.checks.boilerplate.last_years import is_last_years
from extractor.checks.boilerplate.sentence_told import is_heading
from extractor.checks.boilerplate.stock_phrases import stock_phrases
from extractor.checks.boilerplate.vocabulary import own_length
from extractor.language.meant import own_pairs
from extractor.report.items.themes import themes
from extractor.report.record import Record, SentenceRecord

# 对第（1）项，…, 就（2）和（3），…: there the number begins no entry of a list.
_CLAUSE = re.compile(
    r"[；。！？]|(?<=[\u4e00-\u9fff])(?<![第题就对和与及])(?=[（(][二三四五六][)）]|[（(]\d[)）])"
)
# 针对上述问题，我局将…: every problem is meant, unless it opens a list.
_MEANS_ALL = re.compile(
    r"(?:(?:上述|以上)(?!第)|这些|所列|存在的?|查摆出?的?|发现的?|自查)[^，。；]{0,8}(?:问题|不足|短板|情况)，"
    r"(?!.*(?:一是|一要|其一|首先|第一|1[.、]|[（(]一|以下|如下|[几个三四五]方面))"
    r"|(?:上述|以上|这些|存在|查[摆找]|发现|问题|不足|短板)[^。；]*逐[一项条个件][^，。；]{0,6}"
    r"(?:整改|改进|解决|销号|落实|列出|列了|定)|(?<![\d一二三四五六七八九十][个项条类])(?:问题|不足)(?:均|全部|已全)[^，。；]{0,8}(?:整改|解决|改)"
    r"|这(?:老)?[两二三四五几][件个样项条点]事?[^：；]*(?:都|均|全|一[起并]|一张|一个办法|统)|(?:以上|上述)[两二三四五几](?:[项条点个件类桩]|方面)(?:事情?|问题|不足)?，?(?!.*(?:一是|其一|；))"
)
# 1.关于公开时效
_TITLE = re.compile("关于[^，。；：]{2,12}")
_MARKED = re.compile(
    r"(?:[^，。；：]{0,24}[：，])?(?:[一二三四五六七八九]{1,2}[是要、）]|其[一二三四五六]|第[一二三四五六][，、]?|[（(][一二三四五六七八九\d][)）]|\d[.、．)）]|[①-⑨]"
    r"|[A-F][.、]|[—※●·▪◆■□]|首先|其次|再次|最后)"
)
_ADDS = re.compile("同时|此外|另外|今后|下一?步|接下来|还将|明年|与此同时")
# What a measure has in common with a problem: two for a pair of characters, one for a theme. It
# belongs to the problem it has most in common with, and to all with which it has so much.
_A_PAIR = 2
_TWO_PAIRS = 4
_ENOUGH = 6
_A_PART = 5
_SURE = 0.9
_BLOCKS = 2
_NO_WORDS, _FEW_WORDS = 2, 4


@dataclass(frozen=True, slots=True)
class Measure:
    """A clause that tells an act."""

    text: str
    answers: frozenset[int]
    """Problems by their numbers in the record, as far as the items say."""
    last_years: bool
    stock: bool
    """Told in stock words alone: it answers nothing in particular."""
    means_all: bool
    follows: int | None
    """The problem right behind which it is told, where each has its measure behind it."""
    behind: int = 0
    """So many problems had been told."""
    marked: bool = False
    """It opens an entry of a list: 一是…"""
    named: bool = False
    """One of the record's items stands in it."""
    adds: bool = False
    """同时，…: it begins something of its own, outside the list."""
    rhetoric: bool = False
    """The classifier takes its sentence for stock words rather than for facts."""

    def touches(self, problem: str) -> bool:
        """It has a word in common with the problem."""
        return bool(_Said.of(self.text).words & _Said.of(problem).words)

    @property
    def real(self) -> bool:
        return not (self.stock or self.last_years)


def measures_told(record: Record, told: IssuesTold) -> list[Measure]:
    found = []
    follows = _follows(told.behind)
    for index, sentence in enumerate(told.measures):
        words = plain(sentence.text)
        for problem in told.problems:
            if any(sentence is one for one in problem.sentences):
                words = words.replace(problem.name, "", 1)
        clauses = list(_clauses(record, words))
        # 针对上述问题，甲；乙；丙: a list, though nothing says so.
        alone = len(clauses) == 1
        before = index in told.last_years or (
            not told.behind[index] and is_last_years(words, record.meta.year)
        )
        found += [
            replace(
                _measure(record, sentence, clause, alone, before, follows[index]),
                behind=told.behind[index],
                marked=is_marked(clause),
                named=_names_item(record, clause),
                adds=bool(_ADDS.match(clause)),
                rhetoric=sentence.substance == "boilerplate",
            )
            for clause in clauses
        ]
    return _with_what_goes_on(found)


def _with_what_goes_on(measures: Sequence[Measure]) -> list[Measure]:
    """以上三项均已销号: before any problem of this year was told, it goes on about last year's."""
    found: list[Measure] = []
    told_later = any(measure.behind for measure in measures)
    for measure in measures:
        goes_on = bool(found) and found[-1].last_years and not measure.behind and told_later
        found.append(replace(measure, last_years=True) if goes_on else measure)
    return found


def is_marked(clause: str) -> bool:
    """It opens an entry of a list."""
    return bool(_MARKED.match(plain(clause)))


def _follows(behind: Sequence[int]) -> list[int | None]:
    """问题一…措施…问题二…措施…: a measure belongs to the one problem told since the last."""
    ends = sorted(set(behind) - {0})
    if len(ends) < _BLOCKS:
        return [None] * len(behind)
    starts = dict(zip(ends, [0, *ends], strict=False))
    return [end - 1 if end and end - starts[end] == 1 else None for end in behind]


def _clauses(record: Record, words: str) -> Iterator[str]:
    for clause in _CLAUSE.split(words):
        title = _TITLE.fullmatch(without_enumerator(clause).strip("。"))
        if (
            len(clause) > 1
            and not title
            and (_names_item(record, clause) or not is_heading(clause))
        ):
            yield clause


def _names_item(record: Record, clause: str) -> bool:
    return any(plain(item.text) in clause for item in record.narrative.improvements)


def _measure(
    record: Record,
    sentence: SentenceRecord,
    clause: str,
    alone: bool,
    before: bool,
    follows: int | None,
) -> Measure:
    answers: set[int] = set()
    for item in record.narrative.improvements:
        told = plain(item.text)
        if told in clause or clause in told:
            answers.update(item.answers)
    return Measure(
        clause,
        frozenset(answers),
        before or is_last_years(clause, record.meta.year),
        _stock(sentence, clause, record.meta.agency),
        alone and bool(_MEANS_ALL.search(clause)),
        follows,
    )


def _stock(sentence: SentenceRecord, clause: str, agency: str | None) -> bool:
    if tells_a_figure(clause) or tells_a_name(clause):
        return False
    own = own_length(clause, agency)
    if sentence.substance == "boilerplate" and sentence.confidence["substance"] >= _SURE:
        # 从渠道所调来小周，汛期也不动他: plain words of its own are no phrase.
        return own <= _FEW_WORDS or bool(stock_phrases(clause))
    return own <= _NO_WORDS


def unmet_by_words(
    problems: Sequence[ToldProblem], measures: Sequence[Measure]
) -> list[ToldProblem]:
    """Problems that no measure belongs to; none where a measure may belong to any."""
    measures = [one for one in measures if one.answers or not one.last_years]
    if any(measure.means_all and not measure.stock for measure in measures):
        return []
    said = [_Said.of(problem.words) for problem in problems]
    told = [_Said.of(measure.text) for measure in measures]
    shared = [[one.shared(other) for other in said] for one in told]
    # With fewer measures than problems, what goes by order may be out of joint.
    fewer = sum(measure.real for measure in measures) < len(problems)
    met = _met_in_passing(said, measures) if fewer else set()
    loose = 0
    for index, measure in enumerate(measures):
        row = shared[index]
        best = max(row)
        items = {i for i, problem in enumerate(problems) if problem.numbers & measure.answers}
        trusted = {i for i in items if not _doubtful(measure, row[i], best, fewer)}
        met |= trusted if measure.follows is None else {measure.follows}
        if measure.follows is None:
            loose += measure.real and best < (1 if fewer else _A_PAIR)
        if best:
            tied = {i for i, one in enumerate(row) if one >= min(best, _ENOUGH)}
            own = trusted & tied
            # Of two with which it has as much in common, the one that the items say, unless that
            # has a measure of its own.
            met |= own if own and not _met_by_another(own, index, shared) else tied
    left = [one for i, one in enumerate(problems) if i not in met]
    return left if not loose and 2 * len(left) <= len(problems) else []


def _met_in_passing(said: Sequence[_Said], measures: Sequence[Measure]) -> set[int]:
    """By measures for several problems in one sentence, between commas: 公示贴到小组，余额每周更新.
    A part belongs to the problems that it has most in common with."""
    met: set[int] = set()
    for measure in measures:
        parts = [part for part in measure.text.split("，") if len(part) >= _A_PART]
        if measure.stock or measure.follows is not None or len(parts) < 2:
            continue
        for part in parts:
            row = [_Said.of(part).shared(problem) for problem in said]
            best = max(row)
            met |= {i for i, one in enumerate(row) if one == best >= _A_PAIR}
    return met


def _doubtful(measure: Measure, own: int, best: int, fewer: bool) -> bool:
    """What the items say by order alone, where another problem has more in common."""
    if own >= _A_PAIR:
        return False
    return best >= (_A_PAIR if fewer else _TWO_PAIRS) or (fewer and not own and measure.stock)


def _met_by_another(own: set[int], index: int, shared: Sequence[Sequence[int]]) -> bool:
    return all(
        any(row[i] == max(row) >= _A_PAIR for at, row in enumerate(shared) if at != index)
        for i in own
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """Pairs of characters and themes of a clause, dates and numerals left out."""

    words: frozenset[str]
    themes: frozenset[str]

    @staticmethod
    def of(text: str) -> _Said:
        return _Said(own_pairs(text), frozenset(themes(text)))

    def shared(self, other: _Said) -> int:
        return 2 * len(self.words & other.words) + bool(self.themes & other.themes)
