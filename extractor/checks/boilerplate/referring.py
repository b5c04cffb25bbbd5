"""Measures that say by number which problems they are for: what that leaves over has none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.checks.boilerplate.facts_told import plain
from extractor.checks.boilerplate.issues_told import ToldProblem
from extractor.checks.boilerplate.measures_told import Measure, is_marked
from extractor.language.meant import own_pairs, shipped
from extractor.report.items.generic import is_slogan
from extractor.report.items.parting import is_parting_word
from extractor.report.items.references import references

_MARK = re.compile(
    r"(?:[一二三四五六七八九]{1,2}[是、]|[（(][一二三四五六七八九\d][)）](?!项|点|条|[和与及、])|\d[.、．)）]|[①-⑨]|[—※●·▪◆■□])+"
)
# 双人轮值, 三年一聘: so few characters may be an act as well as a slogan.
_SHORT = 7
_MARK_LENGTH = 3
_IN_COMMON = 2
_REST = re.compile(
    "(?:其余|其他|其它|剩下|剩余|余下|(?:中间|末尾|最后|后|末|还有)(?:的?那?一)[个项条点件]"
    "|另外?[一两二三几][个项条点])"
)
_COUNTED = "一二三四五六七八九"
# As a logarithm of odds: of what stands beside the measures, nine in ten are farther than this from
# every problem; of measures one in ten from its own.
_ANY = -5.0


def by_reference(
    problems: Sequence[ToldProblem], measures: Sequence[Measure]
) -> tuple[set[int], list[int]]:
    """The problems that a measure refers to by number, and the one that alone is left: 针对第一、
    第三个问题，… of three. What stands in slogans behind a reference is no measure."""
    words = [problem.words for problem in problems]
    told = [one for one in measures if one.answers or not one.last_years]
    texts = [
        _MARK.sub("", one.text, count=1) if _MARK.match(one.text) else one.text for one in told
    ]
    met: set[int] = set()
    free: list[Measure] = []
    referring: list[str] = []
    doubted: set[int] = set()
    stock: list[str] = []
    for one, text, said in zip(told, texts, references(texts, words), strict=True):
        behind = text[said.end :].lstrip("，：的") if said else text
        if is_empty(behind):
            # 针对第二个问题，双人轮值; …，已整改到位: one short word may be all that was done.
            # …，做法是照市局范本来: 是 alone makes no parting word of it.
            # 2.把居民放在心中最高位置，永葆初心 is neither.
            rhetoric = is_slogan(behind) or one.stock
            if not rhetoric or max(map(len, behind.split("，"))) <= _SHORT:
                doubted.update(said.to if said else _number_of(one.text))
            continue
        if said:
            met.update(said.to)
            referring.append(behind)
        elif not one.stock:
            free.append(one)
        else:
            stock.append(text)
    # 针对第一个问题，…，针对第二个问题，… between commas; 第二个问题交给网络公司
    if met:
        said_of = [*referring, *(one.text for one in free)]
        unmet = set(range(len(words))) - met
        doubted |= {place for place in unmet if any(_mentions(place, text) for text in said_of)}
    left = sorted(set(range(len(words))) - met)
    if not met or len(left) != 1 or not _is_counted(left[0], problems):
        return met | doubted, []
    # 模板也已统一: stock words, but of that very problem.
    touched = any(own_pairs(text) & own_pairs(words[left[0]]) for text in stock)
    if left[0] in doubted or touched:
        return met | doubted, []
    # 针对第二项，… that fits the one left over: a problem too many was read in front of it.
    counted = _bear_numbers(problems)
    apart = counted or not any(_fits(left[0], text, words) for text in referring)
    apart = apart and not any(_met_in_passing(words[left[0]], text) for text in referring)
    apart = apart and not any(_may_mean(left[0], one, told, words) for one in free)
    return met | doubted, left if apart else []


def _is_counted(left: int, problems: Sequence[ToldProblem]) -> bool:
    """Where the others have numbers and it has none, it only explains the one in front of it."""
    marked = [is_marked(problem.sentences[0].text) for problem in problems]
    return marked[left] or not any(marked)


def _met_in_passing(problem: str, text: str) -> bool:
    """针对第一个问题，新配两人，并由其更新公开栏: a part of it is for the problem left over."""
    asked = own_pairs(problem)
    return any(len(own_pairs(part) & asked) >= _IN_COMMON for part in text.split("，"))


def _bear_numbers(problems: Sequence[ToldProblem]) -> bool:
    """Each stands behind the number by which it is counted: none was read too many."""
    return all(_marks(i) & set(_before(problem)) for i, problem in enumerate(problems))


def _before(problem: ToldProblem) -> str:
    """（2）, 第二，"""
    words = plain(problem.sentences[0].text)
    at = words.find(problem.name)
    return words[max(0, at - _MARK_LENGTH) : at] if at >= 0 else ""


def is_empty(text: str) -> bool:
    """以群众满意为最高标准，久久为功: nothing is done about anything."""
    return not text or is_slogan(text) or is_parting_word(text)


def _may_mean(left: int, one: Measure, told: Sequence[Measure], words: Sequence[str]) -> bool:
    """Whether a measure that refers to none may be for the problem all the same."""
    by_turns = min(other.behind for other in told) < len(words)
    if _REST.search(one.text) or (by_turns and one.behind == left + 1):
        return True
    return _fits(left, one.text, words)


def _number_of(text: str) -> list[int]:
    """4.三年一聘，离岗交接"""
    mark = _MARK.match(text)
    return [i for i in range(len(_COUNTED)) if mark and _marks(i) & set(mark.group())]


def _marks(place: int) -> set[str]:
    return {_COUNTED[place], "①②③④⑤⑥⑦⑧⑨"[place], str(place + 1)}


def _mentions(place: int, text: str) -> bool:
    """第二个问题交给网络公司, 第二件还在办: it is spoken of, in whatever words."""
    if place >= len(_COUNTED):
        return False
    number = f"[{_COUNTED[place]}{place + 1}]"
    kinds = "个|点|条|项|类|处|件|方面"
    told = rf"第（?{number}）?(?:{kinds})|问题（?{number}）?|[（(]{number}[）)]"
    return bool(re.search(told, text))


def _fits(left: int, text: str, words: Sequence[str]) -> bool:
    """By sense, unless it is as far from all of them as what is done about other business is."""
    scores = shipped().scores(words, [text])[:, 0]
    return bool(scores.argmax() == left and scores[left] > _ANY)
