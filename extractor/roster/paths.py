"""Whose report a file is by its name, where the file itself does not tell: one that cannot be read,
or a scan."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePosixPath

# Digits, marks and blanks part the words of a file's name: 03_临溪县水务局2023年年报（盖章）.
_WORDS = re.compile(r"[^\W\d_]+")
_LEADS = re.compile(r"^(?:附件|关于|年度?|更正后?|最新)+")
# What goes on after the agency is about its report; anything else is more of a longer name.
_GOES_ON = re.compile(
    r"的?(?:$|年|本?年度|政府信息|政务|信息公开|公开|工作|报告|扫描|盖章|正式|定稿|修改|更正|最[新终]|报送|上报)"
)
_LEAST = 3
# 2024年年报, 2024年度…; not 2024年1月20日, 2024年报送, 2022-2024年, which tell when, or of several.
_YEAR = re.compile(
    r"(?<!\d)(?<!20\d\d[-—–~～至到、和])(20\d\d)\s*年度?+"
    r"(?!\s*(?:\d|[一二三四五六七八九十元正]+月|报送|上报|提交|公布|发布|印发|填报|初|底))"
)


def year_in(path: str) -> int | None:
    """The one year that the file's own name tells its report to be on."""
    name = PurePosixPath(unicodedata.normalize("NFKC", path)).stem
    years = {int(year) for year in _YEAR.findall(name)}
    return years.pop() if len(years) == 1 else None


def agencies_in(path: str) -> Iterator[str]:
    """What may be an agency's name in the file's name and then in its folders', the longest first.
    Only what begins a word: in 石澜县水务局 there is no 水务局 of another county."""
    parts = PurePosixPath(unicodedata.normalize("NFKC", path)).parts
    names = [PurePosixPath(part).stem for part in parts[-1:]] + [*reversed(parts[:-1])]
    for name in names:
        for word in _WORDS.findall(name):
            yield from _beginnings(_LEADS.sub("", word))


def _beginnings(word: str) -> Iterator[str]:
    for end in range(len(word), _LEAST - 1, -1):
        if _GOES_ON.match(word, end):
            yield word[:end]
