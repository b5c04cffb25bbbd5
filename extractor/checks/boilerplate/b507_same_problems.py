"""B507: the same problems as last year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import exp

import numpy as np
from scipy.optimize import linear_sum_assignment

from extractor.checks.boilerplate.repeated import place_of
from extractor.checks.boilerplate.wording import plain_words
from extractor.checks.model import Across, Finding, Rule, Said
from extractor.language import again
from extractor.language.again import ToldAgain
from extractor.language.meant import own_pairs, shipped
from extractor.report.record.narrative import ProblemItem

# Two tellings of one problem share so many of their pairs of characters; told anew in other words,
# still so many, if so many of them are its own words and no report's. Other problems in the same
# field share up to 0.35, or three pairs of their own.
_SAME = 0.75
_RETOLD = 0.36
_OWN, _OWN_LEAST = 0.45, 4
_SHORT = 6
# too little, too late, hard to read, hard to find, wrong, broken, weak, unheard, too open, unknown
_LACKS = tuple(
    map(
        re.compile,
        (
            "少(?!数)|不多|单一|窄|不足|缺|(?<!看)不全|空白|[没未][^，。；]{0,2}[写列附]|只[有公列写给]|漏|笼统|总[价数额]",
            "慢|晚|迟|滞后|不及时|超期|拖|旧|[没未][^，。；]{0,2}更新|才|[时期][间限][^，。；]{0,3}短|仓促|紧",
            "看不|不懂|难|专业|术语|官话|枯燥|通俗",
            "找|查不|散|重[叠复]|不便|隐蔽|入口|检索",
            "错|不一致|不统一|对不上|不准|规范|不同步|有误|不当",
            "破|坏|打不开|失效|碎|损|模糊",
            "质量|不高|不够|不强|弱|不平衡|不均|参差|不一(?!致)",
            "[未没不无][^，。；]{0,3}(?:反馈|回应|采纳|接)",
            "隐私|泄|身份证|遮盖",
            "覆盖|渠道[^，。；]{0,3}[少窄]|传不到|知晓",
        ),
    )
)
_GREAT = 0.7
_UNSUPPORTED, _SETTLED, _SURE = 0.55, 0.95, 0.96
_ALIKE, _OWN_WORDS, _SAME_LACK = 2, 4, 7
"""Places in what `in_numbers` tells."""
# Of two hundred other measures for the same problem one is so like (`training_data/answers`).
_SAME_MEASURE = 0.8
# One of four kept still is a report with new measures; one of three is not.
_RENEWED = 0.75
# How often reports are so near that tell others of last year's fields, or one old problem among
# new ones: `python -m evaluation.retold` prints it.
_LIKELY, _ON_AVERAGE = 0.6, 0.8
_FIGURE = re.compile(r"\d+(?:\.\d+)?%?")


def check(across: Across) -> Iterator[Finding]:
    """All problems, or the most of several: one old problem that persists is honest."""
    now, before = across.record.narrative, across.previous.narrative
    same = [problem for problem in now.problems if _among(problem.text, before.problems)]
    if len(same) * 2 <= len(now.problems):
        same = _retold(now.problems, before.problems)
    if not same:
        return
    old_measures = [item.text for item in before.improvements]
    measures = [item for item in now.improvements if len(item.text) >= _SHORT]
    new = [item for item in measures if not any(_renews(item.text, old) for old in old_measures)]
    renewed = bool(measures) and len(new) >= _RENEWED * len(measures)
    first = same[0]
    told = "；".join(problem.text for problem in same)
    year = across.previous.meta.year
    tail = "，改进措施是新的" if renewed else "，改进措施也没有新的" if measures else ""
    yield Finding(
        message=Said(
            f"{len(now.problems)}个问题中有{len(same)}个与{year}年度报告相同{tail}：{told}",
            f"{len(same)} of {len(now.problems)} problems stood in the report on {year}: {told}",
        ),
        section="issues",
        evidence=first.text,
        found=f"{len(same)}/{len(now.problems)}",
        confidence=0.85,
        severity="hint" if renewed else None,
        at=place_of(first),
        key="B507",
    )


def _among(text: str, problems: Sequence[ProblemItem]) -> bool:
    return len(text) >= _SHORT and any(alike(text, problem.text) for problem in problems)


def _renews(one: str, other: str) -> bool:
    """Last year's measure again, in whatever words."""
    return alike(one, other) or shipped().alike(one, other, problems=False) >= _SAME_MEASURE


def _retold(now: Sequence[ProblemItem], before: Sequence[ProblemItem]) -> list[ProblemItem]:
    """Those that are last year's in other words, where they are most and the doubt of all is small;
    each of last year's is told again once."""
    if not now or not before:
        return []
    odds = np.array([[odds_same(one.text, other.text) for other in before] for one in now])
    rows, columns = linear_sum_assignment(odds, maximize=True)
    best = dict(zip(rows.tolist(), odds[rows, columns].tolist(), strict=True))
    if not mostly_same([best.get(place, 0.0) for place in range(len(now))]):
        return []
    return [problem for place, problem in enumerate(now) if best.get(place, 0.0) >= _LIKELY]


def mostly_same(odds: Sequence[float]) -> bool:
    """Of each problem, how likely it is one of last year's."""
    likely = sum(odd >= _LIKELY for odd in odds)
    surely = sum(odd >= _SURE for odd in odds)
    near = 2 * likely > len(odds) and sum(odds) >= _ON_AVERAGE * len(odds)
    return near or 2 * surely > len(odds)


def odds_same(one: str, other: str) -> float:
    """How likely two problems are one, told in whatever words."""
    model = again.shipped()
    numbers = in_numbers(one, other, model)
    total = sum(weight * n for weight, n in zip(model.weighs, numbers, strict=True))
    return bounded(numbers, 1 / (1 + exp(-(total + model.at_nought))))


def bounded(numbers: Sequence[float], odds: float) -> float:
    """Words that are alike settle it. A vague likeness of sense alone helps others that are surer,
    and carries nothing itself."""
    if numbers[_ALIKE]:
        return max(odds, _SETTLED)
    supported = numbers[_OWN_WORDS] or numbers[_SAME_LACK] or numbers[0] >= _GREAT
    return odds if supported else min(odds, _UNSUPPORTED)


def in_numbers(one: str, other: str, model: ToldAgain) -> tuple[float, ...]:
    """What speaks for and against: what both are about, words, another lack or the same one, pairs
    of their own and characters in common, and what was learned of problems told again. How much
    each counts was learned as well (`python -m evaluation.retold`)."""
    first, second = plain_words(one), plain_words(other)
    sense = shipped().alike(first, second)
    a, b = own_pairs(one), own_pairs(other)
    shared = len(a & b)
    return (
        sense,
        max(0.0, sense - _GREAT),
        float(alike(one, other)),
        float(_other_lack(one, other)),
        2 * shared / (len(a) + len(b)) if a or b else 0.0,
        min(shared, _OWN_LEAST) / _OWN_LEAST,
        len({*first} & {*second}) / max(1, min(len({*first}), len({*second}))),
        float(bool(_lacks(one) & _lacks(other))),
        model.score(one, other),
    )


def alike(one: str, other: str) -> bool:
    """The same but for a word or two, or in other words what only this problem tells."""
    a, b = _pairs(one), _pairs(other)
    if not (a and b):
        return False
    share = 2 * len(a & b) / (len(a) + len(b))
    if share >= _SAME:
        return True
    return share >= _RETOLD and _same_own_words(one, other) and not _other_lack(one, other)


def _other_lack(one: str, other: str) -> bool:
    """解读数量少 and 解读专业术语过多 are told of the same thing, but are not the same."""
    a, b = _lacks(one), _lacks(other)
    return bool(a and b) and not a & b


def _lacks(text: str) -> frozenset[int]:
    return frozenset(i for i, lack in enumerate(_LACKS) if lack.search(text))


def _same_own_words(one: str, other: str) -> bool:
    a, b = own_pairs(one), own_pairs(other)
    shared = len(a & b)
    return shared >= _OWN_LEAST and shared >= _OWN * min(len(a), len(b))


def _pairs(text: str) -> frozenset[str]:
    """Figures are all one figure: 19件 this year and 17件 last year are the same shortcoming."""
    words = _FIGURE.sub("0", plain_words(text))
    return frozenset(words[i : i + 2] for i in range(len(words) - 1))


RULE = Rule(
    code="B507",
    name=Said("问题与上年相同", "The same problems as last year"),
    severity="warning",
    why=Said(
        "年年写同样的问题，说明上年的改进没有落实，或者问题是抄来的；有新的改进措施时只作提示。",
        "The same problems every year: last year's measures failed, or the problems are copied.",
    ),
    bad="两年都写“一是公开内容不够全面；二是解读形式单一”，措施也相同。",
    good="上年的问题已整改，本年写新的问题；或者老问题配了新的措施。",
    across=check,
)
