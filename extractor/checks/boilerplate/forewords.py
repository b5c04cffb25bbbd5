"""What stands before the list of problems and was taken for one: the office's lot, how many there
are of them (在三个方面做得不够), last year's told as mended."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractor.checks.boilerplate.facts_told import plain, tells_a_figure, without_enumerator
from extractor.checks.boilerplate.issues_told import IssuesTold, ToldProblem
from extractor.language.numerals import chinese_number
from extractor.report.items.labels import NOUN_PROBLEM
from extractor.report.record import Record

_NOUN = rf"(?:{NOUN_PROBLEM}|短板|薄弱环节|差距|欠缺|弱项)"
_KINDS = "(?:个?方面|[个点条项类处件次桩])"
# 归并起来主要是四条：, 主要有两点不足。, 还存在如下问题，现逐一说明。
_LEAD = re.compile(
    rf"{_NOUN}[^。；]{{0,30}}：$|(?:有|是|存在|为)[^，。；：]{{0,6}}[两二三四五六七八九几]{_KINDS}(?:{_NOUN})?[。：]$"
    # 但离企业和居民的期待还有不小距离。
    r"|(?:与|同|和|距|离)[^，。；：]{2,30}(?:有|存在)[^，。；：]{0,6}(?:差距|距离|落差)[。：]$"
    rf"|(?:以下|如下|下列)(?:[两二三四五六七八九几]{_KINDS})?(?:的?主要|突出)*{_NOUN}(?:，[^，。；：]{{0,12}})?[。：]$"
)
_ADDS = re.compile("[还又]|另")
_LOOKS_BACK = re.compile("上述|以上|这些|针对|对照|为此|此外|另外|除此|措施|举措|整改")
# 在三个方面做得不够; not 两个片区的住户分不清，电话不断, and not A和B两点, which names them
_COUNTS = re.compile(
    r"^(?!.*(?:和|以及)).*(?P<count>[两二三四五六七八九])(?:个?方面|[点条项类])[^，。；]{0,12}$"
)
_IS_THE_LEAD = re.compile(rf"^(?:如下|以下|下列)(?:几[个点])?(?:主要)?{_NOUN}")
# 毋庸讳言，我乡的公开工作底子薄、欠账多。: the office's lot, where problems follow. One such word
# alone may name a problem (新媒体运营起步较晚).
_LOT = re.compile(
    r"(?:[^，。；]{2,8}，)?[^，。；]{0,16}?(?:(?:[、，]|但|且)*(?:底子|基础|家底)(?:较|还|比较|相对|很)?(?:薄弱|薄|弱|差)"
    r"|(?:[、，]|但|且)*(?:欠账|历史欠账)(?:较|比较|很)?多|(?:[、，]|但|且)*起步(?:较|比较|偏)?晚"
    r"|(?:[、，]|但|且)*问题(?:虽|虽然)?不(?:算)?多|(?:[、，]|但|且)*都不(?:算)?小){2,}"
)
_LIST = 2
_MOST = 3


def without_forewords(record: Record, told: IssuesTold) -> IssuesTold:
    """The section without problems that stand before those which it goes on to list."""
    first = max(_behind_the_lead(record, told), _behind_the_count(told), _behind_the_lot(told))
    return told if not first else _from(told, first)


def _behind_the_lead(record: Record, told: IssuesTold) -> int:
    """How many were told before a sentence says that the problems follow."""
    places = {id(one): place for place, one in enumerate(record.sentences)}
    begins = [places[id(one.sentences[0])] for one in told.problems]
    acts = [places[id(one)] for one in told.measures]
    leads = [
        place
        for place, one in enumerate(record.sentences)
        if one.section == "issues" and _leads(plain(one.text))
    ]
    for place in reversed(leads):
        before = sum(begin < place for begin in begins)
        at_lead = begins.count(place)
        if not 0 < before + at_lead <= _MOST or len(begins) - before - at_lead < _LIST:
            continue
        own = [one for one, begin in zip(told.problems, begins, strict=True) if begin == place]
        if any(not _IS_THE_LEAD.match(one.name) for one in own):
            continue
        if min(begins) < min(acts, default=place) < place:
            continue  # problem, measure, and then the next ones
        earlier = told.problems[:before]
        # 答复超期5件。此次自查还发现以下三个问题。
        adds = _ADDS.search(plain(record.sentences[place].text)) is not None
        if adds and any(tells_a_figure(one.words) for one in earlier):
            continue
        if not any(_is_listed(one) for one in earlier):
            return before + at_lead
    return 0


def _leads(words: str) -> bool:
    return bool(_LEAD.search(words)) and not _LOOKS_BACK.search(words)


def _is_listed(one: ToldProblem) -> bool:
    words = plain(one.sentences[0].text)
    return without_enumerator(words) != words


def _behind_the_count(told: IssuesTold) -> int:
    """在三个方面做得不够, and three follow."""
    if len(told.problems) <= _LIST or told.problems[0].index in told.problems[1].numbers:
        return 0
    opening = told.problems[0]
    counted = _COUNTS.search(opening.words)
    follows = len(told.problems) - 1
    if counted is None or chinese_number(counted["count"]) != follows or 1 in told.behind:
        return 0
    return int(
        not _is_listed(opening) and opening.sentences[0] is not told.problems[1].sentences[0]
    )


def _behind_the_lot(told: IssuesTold) -> int:
    if len(told.problems) <= _LIST or 1 in told.behind:
        return 0
    opening, second = told.problems[:2]
    apart = opening.sentences[0] is not second.sentences[0] and not _is_listed(opening)
    return int(apart and not opening.explained and _LOT.fullmatch(opening.name) is not None)


def _from(told: IssuesTold, first: int) -> IssuesTold:
    problems: Sequence[ToldProblem] = told.problems[first:]
    behind = tuple(max(0, count - first) for count in told.behind)
    return replace(told, problems=tuple(problems), behind=behind)
