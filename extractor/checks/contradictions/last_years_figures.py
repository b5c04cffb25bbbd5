"""Growth, and last year's figure, as this report tells them, against last year's own report.

Only behind the figure of a quantity that both reports tell exactly. What is said to be counted
anew (口径调整) is left alone, and so is what the report itself contradicts: C308 tells that without
last year's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.checks.contradictions.last_years_quantities import (
    Compared,
    compared_quantities,
    places_told,
)
from extractor.checks.model import Across, Finding, Said
from extractor.reading.document import Box, Place
from extractor.report.read_again import read_again
from extractor.report.record import SentenceRecord

_NUMBER = r"\d+(?:\.\d+)?"
_UNIT = r"(?:[件条宗起份例篇则项]|人次)"
_LAST = r"(?:上一?年度?|去年|前一年|{year}年度?)(?:同期)?"
_TELLS = r"(?:的|则?[为是]|共|仅|只有)?"
# Behind the figure, at once: another noun in between would make it another's growth.
_COMPARES = (
    r"[，、（(]*(?:总[量数]|数量|申请[总数]?量|公开[总数]?量|信息量)?(?:，)?"
    rf"(?:同比|[比较与同跟]{_LAST}(?:的?[（(]?{_TELLS}(?P<base>{_NUMBER}){_UNIT}[）)]?)?(?:相比)?"
    rf"|{_LAST}{_TELLS}(?P<stated>{_NUMBER}){_UNIT})"
)
# 同比增长50%（上年4件）, 同比（2023年为4件）增长50%
_BRACKETED = rf"[（(，]+{_LAST}{_TELLS}(?:新?收到|受理|公开|发布|作出)?(?P<base>{_NUMBER}){_UNIT}"
# 由上年的4件增加到6件, 2023年收到4件，2024年收到6件: not what came over from it, or was answered.
_IN_FRONT = rf"{_LAST}[^，。；\d结转办答]{{{{0,12}}}}(?P<base>{_NUMBER}){_UNIT}"
_CHANGE = re.compile(
    r"(?P<up>净?增[长加]|增幅|上升|升幅|提高|多[出发了]*|增|升)?(?P<down>减少|下降|降低|回落|降幅|减幅|少[了]?|降|减)?"
    rf"(?:了|为|达到?|，)*(?P<rough>约|近|逾|超过?)?(?P<number>{_NUMBER})(?P<unit>%|{_UNIT})(?P<more>余|多|左右|以上)?"
)
# Between the comparison and the change, or two changes: no other noun (办结率提高3% is its own).
_BETWEEN = (
    rf"(?:[，、（()）和即为]|同比|相比|[比较与同跟]{_LAST}|大幅度?|小幅|明显|显著|有所|略有|共|总[量数]"
    r"|数量|申请[总数]?量|公开[总数]?量|增幅|降幅|幅度|达到?|增长率)*"
)
_LEVEL = re.compile(r"(?<!基本)(?:持平|相同)")
_COUNTED_ANEW = re.compile(
    r"口径|调整后|更正|修正|勘误|剔除|可比|划转|合并|机构改革|统计范围|重新统计|补录|漏报|首次"
)
_WINDOW = 44
_ENDS = re.compile(r"[。；]|其中|结转")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class _Telling:
    """A quantity's figure with the comparison behind it."""

    sentence: SentenceRecord
    compared: Compared
    year: int
    """Last year."""
    front: str
    """The sentence up to the figure."""
    starts: re.Match[str]
    rest: str
    """What follows the comparison, up to where the next matter begins."""
    tolerance: float


@dataclass(frozen=True, slots=True)
class _Change:
    """A change that is told of the figure: 增加2件, 增长50%, 持平."""

    text: str
    unit: str
    value: float
    room: float
    end: int

    def follows(self, now: float, before: float) -> bool:
        off = now - before
        if self.unit != "%":
            return self.value == off
        if not before:
            # From nought there is no rate.
            return not off and not self.value
        return abs(self.value - off / before * 100) <= self.room


def false_growth_across(across: Across) -> Iterator[Finding]:
    year = across.previous.meta.year
    if year is None or across.record.meta.year != year + 1:
        return
    compared = list(compared_quantities(across.record, across.previous))
    told = [flag.evidence for flag in across.record.flags if flag.code == "C308"]
    sentences = [
        sentence
        for sentence in across.record.sentences
        if not _COUNTED_ANEW.search(sentence.text) and not _told(sentence.text, told)
    ]
    # Reading the text again takes its time: only where something may be found.
    if not any(_may_compare(one, sentence, year) for one in compared for sentence in sentences):
        return
    again = read_again(across.record)
    tolerance = across.settings.thresholds.growth_tolerance
    for one in compared:
        for sentence, place in places_told(one, again):
            telling = _telling(one, sentence, place, year, tolerance)
            found = _wrong(telling) if telling and sentence in sentences else None
            if found is not None:
                yield found
                break


def _may_compare(compared: Compared, sentence: SentenceRecord, year: int) -> bool:
    figure = re.escape(_plain(compared.now.text))
    return bool(re.search(figure + _COMPARES.format(year=year), _plain(sentence.text)))


def _told(text: str, told: list[str]) -> bool:
    words = _plain(text)
    return any(_plain(one) in words or words in _plain(one) for one in told)


def _plain(text: str) -> str:
    return _THOUSANDS.sub("", "".join(text.split()))


def _telling(
    compared: Compared, sentence: SentenceRecord, place: int, year: int, tolerance: float
) -> _Telling | None:
    text, front = _plain(sentence.text), _plain(sentence.text[:place])
    figure = _plain(compared.now.text)
    if not text.startswith(figure, len(front)):
        return None
    tail = text[len(front) + len(figure) :][:_WINDOW]
    starts = re.match(_COMPARES.format(year=year), tail)
    if starts is None:
        return None
    end = _ENDS.search(tail, starts.end())
    rest = tail[starts.end() : end.start() if end else len(tail)]
    return _Telling(sentence, compared, year, front, starts, rest, tolerance)


def _wrong(telling: _Telling) -> Finding | None:
    changes = list(_changes(telling))
    base = _base(telling, changes)
    if base is not None:
        # The rate then follows, or not, from what the report says itself.
        return _other_base(telling, base) if base != telling.compared.before else None
    now, before = float(telling.compared.now.value), telling.compared.before
    change = next((one for one in changes if not one.follows(now, before)), None)
    if change is None:
        return None
    bases = re.finditer(_IN_FRONT.format(year=telling.year), telling.front)
    for base in (float(match["base"]) for match in bases):
        if base != before and change.follows(now, base):
            return _other_base(telling, base)
    return _other_change(telling, change)


def _base(telling: _Telling, changes: Sequence[_Change]) -> float | None:
    """Last year's figure as it stands in or behind the comparison, or behind what changed."""
    base = telling.starts["base"] or telling.starts["stated"]
    pattern = re.compile(_BRACKETED.format(year=telling.year))
    for end in (0, *(change.end for change in changes)):
        behind = pattern.match(telling.rest, end)
        if base is None and behind is not None:
            base = behind["base"]
    return None if base is None else float(base)


def _changes(telling: _Telling) -> Iterator[_Change]:
    rest = telling.rest
    level = _LEVEL.match(rest)
    if level is not None:
        yield _Change(level[0], "", 0, 0, level.end())
    end = 0
    between = re.compile(_BETWEEN.format(year=telling.year))
    for change in _CHANGE.finditer(rest):
        if not between.fullmatch(rest, end, change.start()):
            break
        end = change.end()
        sign = 1 if change["up"] else -1 if change["down"] else 0
        if not sign or change["rough"] or change["more"]:
            continue
        decimals = len(change["number"].partition(".")[2])
        room = 0.5 / 10**decimals + telling.tolerance
        value = float(change["number"]) * sign
        yield _Change(change[0].strip("，"), change["unit"], value, room, end)


def _other_base(telling: _Telling, base: float) -> Finding:
    name, year, before = telling.compared.name, telling.year, telling.compared.before
    said = f"{base:g}"
    return _finding(
        telling,
        Said(
            f"正文所说{year}年的{name.zh}与{year}年度报告不符：正文为{said}，上年报告为{before:g}。"
            "请核对；上年更正过或者口径不同的请说明。",
            f"The {name.en} of {year} are told as {said}; the report on {year} says {before:g}.",
        ),
        f"{before:g}",
        said,
    )


def _words(change: float, unit: str) -> str:
    if not change:
        return "持平"
    return f"{'增长' if change > 0 else '下降'}{abs(change):g}{unit}"


def _other_change(telling: _Telling, change: _Change) -> Finding:
    name, year = telling.compared.name, telling.year
    now, before = float(telling.compared.now.value), telling.compared.before
    right, why = _words(now - before, ""), ""
    if change.unit == "%" and before:
        right = _words(round((now - before) / before * 100, 1), "%")
    elif change.unit == "%":
        why = "上年为0，算不出百分比，"
    return _finding(
        telling,
        Said(
            f"增减与上年报告不符：正文为“{change.text}”，{name.zh}本年{now:g}、{year}年度报告{before:g}，"
            f"{why}应为{right}。请核对；上年更正过或者口径不同的请说明。",
            f"The change does not follow from last year's report: {name.en} {now:g} now, "
            f"{before:g} in the report on {year}.",
        ),
        right,
        change.text,
    )


def _finding(telling: _Telling, message: Said, expected: str, found: str) -> Finding:
    sentence = telling.sentence
    box = Box(*sentence.box) if sentence.box else None
    return Finding(
        message=message,
        section=sentence.section,
        place=None,
        evidence=sentence.text,
        expected=expected,
        found=found,
        confidence=0.85,
        at=Place(sentence.page, box) if sentence.page is not None else None,
        key=f"C308|{telling.compared.name.zh}",
    )
