"""The marks that begin an item: 一是, 1., （一）, ①, 第一，, 首先，, 再一个是, 问题一：."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.report.items.labels import label_of

_CHINESE = "一二三四五六七八九十"
_TWENTY = {chr(first + step): step + 1 for first in (0x2460, 0x2474, 0x2488) for step in range(20)}
_TEN = {chr(first + step): step + 1 for first in (0x2776, 0x3220) for step in range(10)}
_SIGNS = _TWENTY | _TEN
_PROBLEM = "存在问题|主要问题|问题|不足|短板|困难|弱项|难点|差距"
_MEASURE = "整改措施|改进措施|整改情况|改进情况|措施|对策|举措|任务|做法|办法|(?:改进|整改)(?=之)"
_UNITS = "个件条次项篇万亿元倍家份百千人名天小米公分期处场种度"
_MARK = re.compile(
    # 一要加强: only in front of a verb, for 一要 alone is no number. —是 is 一是 after a converter.
    rf"(?P<is>(?:[{_CHINESE}]{{1,2}}|[—–─](?=[是、]))[、.．。]?(?:是(?!否)[：，,]?|曰[：，]?"
    rf")|[{_CHINESE}](?:要|为|在于|来|者)[，：]?(?=[\u4e00-\u9fff“\d])"
    rf"|[{_CHINESE}]则(?=\S))"
    # 一抓规范。…二抓更新。…: the verb is the item's.
    rf"|(?P<verb>[{_CHINESE}](?=[抓靠促严补盯]|在(?!于)))"
    rf"|(?P<word>(?:(?P<problem>{_PROBLEM})|(?P<measure>{_MEASURE}))之?(?:[{_CHINESE}]"
    rf"|\d{{1,2}}|（[{_CHINESE}\d]{{1,2}}）)(?:，?是|[：、.．，]))"
    rf"|(?P<nth>第[{_CHINESE}\d](?:[，、：.．]|(?:个|条|点|类|项|件|桩|样|处|方面|个方面)?(?:问题"
    rf"|不足)?就?是(?!否)[，：]?))"
    r"|(?P<bare>第[一二三四五六](?=[\u4e00-\u9fff])(?![季批次期轮个件条项类名位届章部党支大时手责年月日天至款点步处家户所只张份篇起组样桩方种场度笔]|书记|阶段))"
    rf"|(?P<thing>(?:头一|末一|另一|又一|第[{_CHINESE}])[件桩个条点样处宗项][，：])"
    rf"|(?P<pair>(?:前|后)者，)"
    rf"|(?P<of>其[{_CHINESE}](?:[，、：]|[是曰]))"
    rf"|(?P<each>其[一二三四五](?![些直定向般贯系切致]))"
    rf"|(?P<numeral>[{_CHINESE}]，(?=[\u4e00-\u9fff“]))"
    r"|(?P<serial>序号[：]?\d{1,2}[、.．：]?)"
    rf"|（(?P<bracket>[{_CHINESE}]{{1,3}}|\d{{1,2}})）[、.．：]?"
    rf"|(?P<half>[{_CHINESE}]{{1,3}}|\d{{1,2}})）[、.．：]?"
    rf"|(?P<level>(?:\d{{1,2}}[.．]){{1,3}}\d{{1,2}}(?=[\u4e00-\u9fff])(?![年月日{_UNITS}](?!开|示|告|众|类|析|工|员|力|民|事)))"
    r"|(?P<digit>[1-9](?=[\u4e00-\u9fff]))"
    rf"|(?P<chinese>[{_CHINESE}]{{1,3}}[、.．](?!\d(?!\d{{0,3}}[年月件条个项])))"
    r"|(?P<number>\d{1,2}(?:[.．、](?!\d(?!\d{0,3}[年月件条个项])|\d{1,2}个百分点)|[，。](?=[\u4e00-\u9fff])))"
    r"|(?P<stem>[甲乙丙丁戊己](?:[.．：]|、(?![甲乙丙丁戊己双两三])))"
    r"|(?P<letter>[A-Ga-g][.．、）](?=[\u4e00-\u9fff]))"
    rf"|(?P<sign>[{''.join(_SIGNS)}])[、.．]?"
    r"|(?P<plain>(?:首先|其次|再次|最后)(?=[\u4e00-\u9fff“])(?!就?是))"
    r"|(?P<first>(?:首先|其次|再次|再者|最后)(?:[，、]|就?是[，：]?))"
    r"|(?P<one>(?:(?:再|另外?|又|还有|头)?一[个件处点类项种头桩](?:问题|方面|原因|事|不足"
    r"|短板)?就?是(?!否)[，：]?|再就?是(?!否)[，：]?|(?:[再还]有|[此另]外|再者|除此之外)，?就是[，：]?"
    r"|(?:另)?一条(?:就)?是[，：]?|(?:另|再|又|还有)?一方面(?:[，、：]|是[，：]?)?))"
    r"|(?P<bullet>[●•◆■▪▲★※►➢✓√◇○·*▶▷☆∙・⚫☑✔→□Ø\uf0b7\uf06c\uf0d8]"
    r"|[-－~]{1,2}(?=[\u4e00-\u9fff“《])|[—–─]{1,2}(?=[\u4e00-\u9fff“《\d]))"
)
# Ø 更新不及时: the letters behind Word's signs, printed as letters.
_SYMBOL = re.compile(r"[ØlnuüvÄÜq](?=[\u4e00-\u9fff“《\d])")
# 1 更新不及时: a converter lost the dot and left the blank.
_BARE_NUMBER = re.compile(r"\d{1,2}(?=[\u4e00-\u9fff](?<![年月日个件条次期起份]))")
_BARELY = re.compile(
    rf"(?:^|(?<=[。；：]))(?P<n>[1-9])(?=[\u4e00-\u9fff])(?![年月日{_UNITS}](?!开|示|告|众|类|析|工|员|力|民|事))"
)
_BARE_TWO = re.compile(r"(?<!\d)(?<![题足板难项点距施况策举])2[.．、，]")
_MAX_ITEM = 400
_MAX_BEHIND = 40
_WORD_TWO = re.compile(rf"(?:{_PROBLEM}|{_MEASURE})二是")
_STOPS = "。；：！？"
_AFTER_COMMA = frozenset({"thing", "is", "nth", "of", "first", "one", "word", "verb"})
_COUNTED = frozenset({"number", "bracket", "bracket-chinese", "sign", "is"})
# 一要…二要…, 一为…二为…, 一来…二来…: no numbers unless they count.
_ALSO_COUNT = frozenset({"要", "为", "在于", "来", "者"})
_URGES = re.compile(rf"[抓靠促严补盯](?!到底|手)(?!.{{0,2}}[{_CHINESE}])[\u4e00-\u9fff]{{2}}")
# 统一是, 之一是, 唯一是: the numeral belongs to the word in front of it.
# 主要有以下三点，1.…: what leads into the list ends with a comma.
_COUNTING = re.compile(
    r"(?:以下|如下|这)?(?:[一两二三四五六七八几\d]个?)?(?:方面|点|条|项|个|问题|不足|措施|工作)，$"
)
# 首先更新慢，其次…; 其一更新慢，其二…: without a sign behind it, one such word is no mark.
_PAIRED = {
    "plain": ("first", "首先", "其次"),
    "each": ("of", "其一", "其二"),
    "bare": ("nth", "第一", "第二"),
    "numeral": ("chinese", "一，", "二，"),
}
_NEAR = 8
_REFERS = re.compile("第|见|附[件表图]?|[表图]")
_DECIMAL = re.compile(r"\d{1,3}(?!\d*[年月])")
_BEFORE_ONE = "统唯专同之第万划其另任每逐单归进某这那有十"


@dataclass(frozen=True, slots=True)
class Mark:
    """An item's mark; `number` None where it only says: one more."""

    style: str
    number: int | None
    start: int
    end: int


def marks(line: str, gaps: frozenset[int], offset: int) -> list[Mark]:
    """The marks of a line, whose first character stands at `offset` of the compact text."""
    found: list[Mark] = []
    last: dict[str, int] = {}
    bare = _BARE_NUMBER.match(line)
    if bare and bare.end() + offset in gaps:
        found.append(Mark("number", int(bare.group()), 0, bare.end()))
    symbol = _SYMBOL.match(line)
    if symbol and symbol.end() + offset in gaps:
        found.append(Mark("bullet", None, 0, symbol.end()))
    for mark in _candidates(line):
        if _begins(line, mark, last, mark.start + offset in gaps):
            found.append(mark)
            last[mark.style] = mark.number or last.get(mark.style, 0) + 1
    return [Mark(m.style, m.number, m.start + offset, m.end + offset) for m in found]


def _candidates(line: str) -> Iterator[Mark]:
    for match in _MARK.finditer(line):
        style = match.lastgroup or "is"
        begin = match.start()
        glued = match["word"] and re.search(rf"(?<!之)[{_CHINESE}]是$", match["word"])
        if glued and not _WORD_TWO.search(line, match.end()):
            # 存在问题一是…；二是…: the word is the label, the mark is 一是.
            style, begin = "is", match.end() - 2
        elif match["word"] and _is_label_glued(line, match):
            style, begin = "number", match.end() - 2
        elif match["word"]:
            style = "word-problem" if match["problem"] else "word-measure"
        elif match["bracket"] or match["half"]:
            style = (
                "bracket" if (match["bracket"] or match["half"]).isdecimal() else "bracket-chinese"
            )
        elif style in _COUNTS and not _COUNTS[style](line, match):
            continue
        elif style == "digit":
            if not _counts_barely(line, begin):
                continue
            style = "number"
        elif style == "level":
            dots = len(re.findall("[.．]", match["level"]))
            style = "level" if dots == 1 else f"level{dots}"
        elif style in _PAIRED:
            style, *words = _PAIRED[style]
            if not all(word in line for word in words):
                continue
        yield Mark(
            style, _number(match.group()[begin - match.start() :], style), begin, match.end()
        )


def _counts_barely(line: str, begin: int) -> bool:
    """1更新不及时；2内容不全 — the dots were lost; where 1 and 2 both begin, they count."""
    begun = {found["n"] for found in _BARELY.finditer(line)}
    return {"1", "2"} <= begun and _BARELY.match(line, begin) is not None


def _is_counted(line: str, match: re.Match[str]) -> bool:
    """一要 alone is no number, nor is 二是以 in 三是以下; where others count, both are."""
    told = match["is"].rstrip("，：")
    counts = "在于" if told.endswith("在于") else told[-1:]
    if counts in _ALSO_COUNT:
        alone = match.start() == 0 and counts == "要"  # each on a line of its own
        if counts != "要" and not _stands_apart(line, match.start()):
            return False
        return alone or (f"一{counts}" in line and f"二{counts}" in line)
    if match.start() == 0 or not line.startswith("以", match.end()):
        return True
    return sum(f"{numeral}是" in line for numeral in _CHINESE) > 1


def _stands_apart(line: str, begin: int) -> bool:
    """解读一来少、二来浅 counts within a clause, and makes no list."""
    return begin == 0 or line[begin - 1] in "，" + _STOPS


def _is_urged(line: str, match: re.Match[str]) -> bool:
    """一抓规范，二抓更新: the same verb is counted, here or from line to line."""
    verb = line[match.end()]
    if f"一{verb}" in line and f"二{verb}" in line:
        return _stands_apart(line, match.start())
    return match.start() == 0 and _URGES.match(line, match.end()) is not None


_COUNTS = {"is": _is_counted, "verb": _is_urged}


def _is_label_glued(line: str, match: re.Match[str]) -> bool:
    """主要问题1.…2.…: the word is the label, the mark is 1."""
    if not re.search(r"(?<!\d)1[.．、，]$", match["word"]):
        return False
    return bool(_BARE_TWO.search(line, match.end(), match.end() + _MAX_ITEM))


def _begins(line: str, mark: Mark, last: dict[str, int], gap: bool) -> bool:
    """Whether an item begins here: 1. in 表1.2 and 一是 in 统一是 begin none."""
    if mark.start == 0:
        return True
    before = line[mark.start - 1]
    if mark.style == "bullet":
        return before in _STOPS and line[mark.start] not in "-－~—–─·*→"
    if before in _STOPS:
        return True
    if mark.style == "number" and line[mark.end - 1] == "。":
        return False
    kind = mark.style.partition("-")[0]
    if before in "，/|｜" and (kind == "chinese" or (before != "，" and mark.style in _COUNTED)):
        return mark.style in last and mark.number == last[mark.style] + 1
    if before in "，、" and kind in _AFTER_COMMA:
        return True
    follows = mark.style in last and mark.number == last[mark.style] + 1
    if mark.style == "is" and before not in _BEFORE_ONE and "\u4e00" <= before <= "\u9fff":
        return follows or (mark.number == 1 and re.search("二[是要]", line[mark.end :]) is not None)
    if mark.style == "one" and mark.number == 1 and before not in _BEFORE_ONE:
        return any(other in line[mark.end :] for other in ("另一方面", "另一个", "再一个"))
    if mark.style == "number" and before.isascii() and before.isalnum():
        return False
    if mark.style in _COUNTED and mark.number == 1 and before == "，" and not gap:
        return bool(_COUNTING.search(line, max(0, mark.start - _NEAR), mark.start))
    if mark.style in _COUNTED and mark.number == 1 and _behind_label(line, mark.start):
        return True
    if line[mark.end - 1] in ".．" and _DECIMAL.match(line, mark.end):
        return False  # 每月只发1.2条
    if mark.style in _COUNTED and (before in "，、）”》】" or gap):
        return follows or (gap and mark.number == 1)
    # A不全（2）B不深（3）C太少: what ended the item before was lost.
    if mark.style in _COUNTED and mark.style != "is" and "\u4e00" <= before <= "\u9fff":
        return follows and not _REFERS.fullmatch(line, max(0, mark.start - 2), mark.start)
    return False


def _behind_label(line: str, start: int) -> bool:
    """（一）存在的主要问题1.…2.… — all stops were lost, but a label stands in front."""
    near = max(0, start - _MAX_BEHIND)
    begin = max(near - 1, *(line.rfind(sign, near, start) for sign in "。；：）")) + 1
    found = label_of(line[begin:start], None) if start - begin > 2 else None
    return found is not None and found.sort in ("problem", "measure")


def _number(text: str, style: str) -> int | None:
    if style in ("first", "one", "bullet"):
        return 1 if text.startswith(("首先", "一", "头")) else None
    if text[0] in "—–─头前":
        return 1
    if text[0] in "末后另又":
        return 2 if text[0] == "后" else None
    if text[0] in _SIGNS:
        return _SIGNS[text[0]]
    if style == "stem":
        return "甲乙丙丁戊己".index(text[0]) + 1
    if style == "letter":
        return ord(text[0].lower()) - ord("a") + 1
    digits = re.search(r"\d{1,2}$" if style.startswith("level") else r"\d{1,2}", text)
    if digits:
        return int(digits.group())
    numeral = re.search(f"[{_CHINESE}]{{1,3}}", text)
    return _chinese(numeral.group()) if numeral else None


def _chinese(numeral: str) -> int:
    """一 to 三十九; marks go no further."""
    tens, ten, ones = numeral.rpartition("十")
    unit = _CHINESE.find(ones) + 1 if ones else 0
    if not ten:
        return unit
    return (_CHINESE.find(tens) + 1 if tens else 1) * 10 + unit
