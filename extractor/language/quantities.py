"""Quantities as reports write them: 208条, 1,234件, 18万余条, 十二次, 约3.5万元, 12.5%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.language.numerals import NUMERAL, chinese_number

# Longest first: 人次 before 人, 万元 before 元.
_UNIT = (
    "个百分点|百分点|个工作日|工作日|人次|件次|条次|万元|亿元|个月|小时|分钟|块钱"
    "|件|条|篇|期|次|份|宗|起|项|个|场|元|人|则|批|名|户|家|部|处|页|类|幅|段|例|封|通|册|张|台|套"
    "|所|组|轮|届|版|块|种|门|本|天|日|字|桩|档|辆|位|笔"
)
_BEFORE = "共计|共|约|大约|近|将近|超过|超|逾|突破|达到|达|不少于|至少"
_BEFORE_APPROX = frozenset(
    {"约", "大约", "近", "将近", "超过", "超", "逾", "突破", "不少于", "至少"}
)
# Thousands are set off by commas or, in some typesetting, by blanks (1 046条).
# Possessive, and only from a number's first digit: long runs of digits must not cost their square.
_ARABIC = (
    r"(?<!\d)(?:\d{1,3}(?:[,，]\d{3})++(?:\.\d++)?"
    r"|(?<!\.)[1-9]\d{0,2}(?: \d{3})++(?![\d.])|\d++(?:\.\d++)?)"
)
_CHINESE = rf"(?<![{NUMERAL}])[{NUMERAL}]++"
_COUNT = re.compile(
    rf"(?P<before>{_BEFORE})?\s{{0,4}}"
    r"(?P<several>[数几](?=[十百千万])|上(?=[百千万]))?"
    rf"(?P<number>{_ARABIC}|{_CHINESE})"
    rf"(?:\s{{0,4}}[-－—–~～至到]\s{{0,4}}(?P<upper>{_ARABIC}|{_CHINESE}))?"
    r"\s{0,4}(?P<scale>十万|百万|千万|万|亿|百|千)?"
    r"(?P<more>余|多|来|几)?(?P<scale_behind>万|亿)?"
    rf"\s{{0,4}}(?P<unit>{_UNIT})"
    r"(?P<around>左右|以上|以内|上下)?"
)
_PERCENT = re.compile(
    rf"(?P<number>[-－]?(?:{_ARABIC}))\s{{0,4}}(?P<sign>%|‰)|百分之(?P<words>[{NUMERAL}]++(?:点[{NUMERAL}]++)?)"
)
_SCALES = {
    "万": 10**4,
    "亿": 10**8,
    "百": 100,
    "千": 1000,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
}

# A numeral behind these is an ordinal or a part of a word, never a count: 第三次, 进一步, 统一.
_NOT_AFTER = "第统进唯专同逐每任万单归划合之某另其"
# 另一件 counts a case; 另一个 and 另一种 mostly do not.
_CASES = frozenset({"件", "起", "宗", "份", "例", "条"})
# 一 with a counter that begins a set phrase: 一次性, 一项项, 一件事, 一个窗口.
_SET_PHRASE = re.compile(
    r"一(?:次(?:性|办|申|告)|件事|条龙|个(?:个|窗口|门|平台)|项项|件件|条条|步|些|批批|户一|人一|类一|家一|本通)"
)
# A unit that is part of another word: 5个 in 5个性化, 3日 in 3日内 stays, 2人大.
_NOT_BEFORE = re.compile(
    r"个性|个人(?!次)|人大|人民|项目(?=[^，。；、]{0,2}库)|起草|起诉|部门|部署|家庭|名录|次年|日报|处理|处罚|处置|本[年级]|页面|种植|门户|期间|条例|类别"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, and where it stands in the text."""

    value: int | float
    unit: str
    approx: bool
    text: str
    start: int
    end: int
    upper: int | float | None = None
    """The upper end of a range (10至15条)."""


def quantities(text: str) -> list[Quantity]:
    """Every quantity of the text, in order."""
    found = [*_counts(text), *_percentages(text)]
    return sorted(found, key=lambda quantity: quantity.start)


def _counts(text: str) -> Iterator[Quantity]:
    for match in _COUNT.finditer(text):
        if _no_count(text, match):
            continue
        scale = _SCALES.get(match["scale"] or "", 1) * _SCALES.get(match["scale_behind"] or "", 1)
        value = _value(match["number"], scale)
        if value is None:
            continue
        start = match.start("number")
        before = match["before"] or ""
        approx = bool(
            match["more"]
            or match["several"]
            or (match["around"] and match["around"] != "以内")
            or before in _BEFORE_APPROX
            or match["upper"]
        )
        if match["several"]:
            start = match.start("several")
        if before in _BEFORE_APPROX:
            start = match.start("before")
        upper = _value(match["upper"], scale) if match["upper"] else None
        words = text[start : match.end()]
        yield Quantity(value, match["unit"], approx, words, start, match.end(), upper)


def _no_count(text: str, match: re.Match[str]) -> bool:
    start = match.start("number")
    in_front = "" if match["several"] or not start else text[start - 1]
    if not match["number"][0].isdigit():
        another = in_front == "另" and match["unit"] in _CASES
        if in_front and in_front in _NOT_AFTER and not match["before"] and not another:
            return True
        if _SET_PHRASE.match(text, start):
            return True
    elif in_front in (".", "第") or (in_front.isascii() and in_front.isalnum()):
        return True
    if match["unit"] in ("日", "期") and re.search(r"月\s*$", text[max(0, start - 5) : start]):
        return True  # a date, 1月20日
    return bool(_NOT_BEFORE.match(text, match.start("unit")))


def _value(number: str, scale: int) -> int | float | None:
    if number[0].isdigit():
        plain = number.replace(",", "").replace("，", "").replace(" ", "")
        value = float(plain) if "." in plain else int(plain)
    else:
        # 百余条, 千余人次: the numeral stands without its one.
        said = chinese_number(number if number[0] not in "百千万亿" else "一" + number)
        if said is None:
            return None
        value = said
    scaled = round(value * scale, 6)
    return int(scaled) if scaled == int(scaled) and scale > 1 else scaled


def _percentages(text: str) -> Iterator[Quantity]:
    for match in _PERCENT.finditer(text):
        if match["words"]:
            whole, _, decimals = match["words"].partition("点")
            value: float | None = chinese_number(whole)
            if value is not None and decimals:
                digits = "".join(str(chinese_number(char) or 0) for char in decimals)
                value = float(f"{int(value)}.{digits}")
        else:
            value = float(re.sub("[,，]", "", match["number"]).replace("－", "-"))
        if value is not None:
            shown = int(value) if value == int(value) else value
            unit = match["sign"] or "%"
            yield Quantity(shown, unit, False, match.group(), match.start(), match.end())
