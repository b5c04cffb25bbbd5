"""The numbers of a sentence whose blanks are dropped: with a unit, bare, or in formal numerals."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.language.numerals import chinese_number
from extractor.language.quantities import Quantity

_MOST_NUMBERS = 150
_BLANK = re.compile(r"\s")
_ALSO_DAYS = re.compile(r"[和、至到或及]\d{1,3}(?P<unit>个(?:工作日|月))")
# A bare numeral counts only where a sentence can end with it: 申请数量为13，均为0。
_BARE = re.compile(
    r"(?:(?<=[为是均共：:计“\"])|(?<=申请|复议|诉讼|维持|纠正|公开|提供|处理|掌握|存在|结转|数量|总数|办结"
    r"|结果|办理|答复|年度|收到|受理|新收|其[他它]|审结|总计|合计|撤诉|终止))"
    r"(?P<n>\d{1,3}(?:[,，]\d{3})+|\d{1,7}|[零〇])(?=[，,；;。、）)”\"]|[.．]?$)(?![,，]\d)"
)
# 肆件, 壹拾贰件 as on cheques; 队伍, 登陆 and 收拾 are words, and so is 零件.
_FORMAL = re.compile(
    r"(?<![队大登水海内着收])(?P<n>[壹贰叁肆伍陆柒捌玖拾][零壹贰叁肆伍陆柒捌玖拾佰仟]{0,11})"
    r"(?P<unit>[件条宗份起篇例])(?![件例])"
)
# 按信访处理.8件均已答复: a half-width stop behind a Chinese character is no decimal point.
_BEHIND_STOP = re.compile(r"(?<=[\u4e00-\u9fff][.．])(?P<n>\d{1,6})(?P<unit>[件条宗份起])")
# 四个人到镇里来要材料: 个人 may be the word for a natural person, but not in front of a verb.
_PERSONS = re.compile(
    r"(?P<n>\d{1,3}|[一二两三四五六七八九十]{1,3})个人(?=[来要到向找问查递提交写])"
)
_PLAIN = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity with its place in the passage's text; `whole` is its place in the flow."""

    value: int | float
    unit: str
    approx: bool
    text: str
    start: int
    end: int


def figures_of(
    text: str, offsets: Sequence[int], quantities: Sequence[Quantity]
) -> tuple[Number, ...]:
    """The sentence's numbers in order; `offsets` are the places of its characters in the flow."""
    told = [
        *_placed(quantities, offsets),
        *_bare(text),
        *_formal(text),
        *_behind_stop(text),
        *_persons(text),
    ]
    numbers = _distinct(told)[:_MOST_NUMBERS]
    return tuple(_of_days(text, number) for number in numbers)


def _placed(quantities: Sequence[Quantity], offsets: Sequence[int]) -> Iterator[Number]:
    for quantity in quantities:
        start, end = bisect_left(offsets, quantity.start), bisect_left(offsets, quantity.end)
        if end > start:
            text = _BLANK.sub("", quantity.text)
            yield Number(quantity.value, quantity.unit, quantity.approx, text, start, end)


def _bare(text: str) -> Iterator[Number]:
    for match in _BARE.finditer(text):
        printed = match["n"]
        value = 0 if printed in "零〇" else int(re.sub("[,，]", "", printed))
        yield Number(value, "", False, printed, match.start("n"), match.end("n"))


def _formal(text: str) -> Iterator[Number]:
    """Numerals in the forms that cannot be altered by a stroke."""
    for match in _FORMAL.finditer(text):
        value = chinese_number(match["n"].translate(_PLAIN))
        if value is not None:
            start, end = match.span()
            yield Number(value, match["unit"], False, match.group(), start, end)


def _behind_stop(text: str) -> Iterator[Number]:
    for match in _BEHIND_STOP.finditer(text):
        start, end = match.span()
        yield Number(int(match["n"]), match["unit"], False, match.group(), start, end)


def _persons(text: str) -> Iterator[Number]:
    for match in _PERSONS.finditer(text):
        said = match["n"]
        value = int(said) if said.isdigit() else chinese_number(said)
        if value is not None:
            yield Number(value, "人", False, match.group(), match.start(), match.end())


def _of_days(text: str, number: Number) -> Number:
    """用时6个和9个工作日: the unit stands behind the second."""
    if number.unit != "个" or (ahead := _ALSO_DAYS.match(text, number.end)) is None:
        return number
    return replace(number, unit=ahead["unit"])


def _distinct(numbers: list[Number]) -> list[Number]:
    """In order, overlaps dropped: what has a unit goes before a bare numeral."""
    found: list[Number] = []
    for number in sorted(numbers, key=lambda n: (n.start, n.unit == "")):
        if not found or number.start >= found[-1].end:
            found.append(number)
    return found
