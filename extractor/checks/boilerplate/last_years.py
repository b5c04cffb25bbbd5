"""What section five tells of last year's problems: nothing of it answers this year's."""

from __future__ import annotations

import re

_YEAR = r"(?:上一?年度?|去年|前一?年|(?P<year>(?:19|20)\d\d)年度?)"
_MEASURE = re.compile(
    rf"{_YEAR}(?:[^。；]{{0,12}}?"
    r"(?:报告|年报|问题|提出|所[提列指]|指出|反映|查摆|评估|吐槽)|存在的[^，。；]{2,30}(?:问题|不足))"
)
_PROBLEM = re.compile(
    rf"{_YEAR}[^。；]{{0,24}}?"
    r"(?:问题|不足|短板|报告|年报|查摆|自查|存在|提出|反映|指出|提到|“)"
)
_MENDS = re.compile(
    "已|均|全部|整改|解决|改[为由成]|更换|补[登录齐充挂]|消除|翻新|办结|销号|落实|到位|[换取]得|升至|降至"
)
_DONE = re.compile("已|了|均|全部")
_STILL = re.compile(
    "(?:问题|不足|短板|欠缺)(?:主要)?[是有为：]|存在以下|今年的?(?:主要)?(?:问题|不足)|[仍还]有|[仍还]存在"
    "|但|不过|然而|仍未|尚未|还没"
)
_EACH = re.compile(
    r"(?:以上|上述|[两三四五六七八]项)|(?:关于|针对|对于?|就)?[^，。；]{2,24}(?:问题|的)，[^，。；]*"
    r"(?:已|均|全部|改[为由成]|补|恢复|重新|更换|[撤换]|实行|附上|增加)"
)
_HEADS = re.compile(
    r"(?P<year>(?:19|20)\d\d)年度?[^。；]{0,16}(?:问题|不足)[^。；]{0,6}(?:整改|改进|落实|解决)"
)
_LONGEST_HEADING = 30


def is_last_years(words: str, year: int | None) -> bool:
    """2024年，我局将以问题为导向，…: in the report of 2024 that is this year's."""
    return _before(_MEASURE, words, year)


def mends_last_years(words: str, year: int | None, goes_on: bool) -> bool:
    """上年反映的“栏目空白”已整改到位; and where it `goes_on`: 关于目录问题，已于5月发布。"""
    heading = len(words) <= _LONGEST_HEADING and not _DONE.search(words)
    if heading or not _MENDS.search(words) or _STILL.search(words):
        return False
    return (goes_on and bool(_EACH.match(words))) or _before(_PROBLEM, words, year)


def mends_of(heading: str, year: int | None) -> bool:
    """一、2022年度存在问题的改进情况, in the report of 2023"""
    return year is not None and _before(_HEADS, heading, year)


def _before(asked: re.Pattern[str], words: str, year: int | None) -> bool:
    return any(
        told["year"] is None or year is None or int(told["year"]) < year
        for told in asked.finditer(words)
    )
