"""Numbers in the formats of automatic numbering (`w:numFmt`)."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
# Word counts no further; beyond these letters and Roman figures grow without bound.
_MAX_LETTERED = 780
_MAX_COUNTED = 9999


def numeral(number: int, style: str, custom: str | None = None) -> str:
    """The number as Word prints it in that format; unknown formats print decimals."""
    if style == "custom":
        return _custom(number, custom or "")
    write = _WRITERS.get(style)
    if write is None or number < 0:
        return str(number)
    return write(number)


def _custom(number: int, pattern: str) -> str:
    """Word's own custom formats are decimals with leading zeros: "001, 002, 003, ..."."""
    first = pattern.split(",")[0].strip()
    return str(number).zfill(len(first)) if first.isdigit() and len(first) < 10 else str(number)


def _counted(number: int, digits: str, units: str, drop_one: bool = True) -> str:
    """A number in Chinese words up to 9999: 十, 一百零一, 一千零二十."""
    if not 0 < number <= _MAX_COUNTED:
        return digits[0] if number == 0 else str(number)
    words, gap = "", False
    for power in (3, 2, 1, 0):
        figure = number // 10**power % 10
        if figure == 0:
            gap = bool(words)
            continue
        words += ("零" if gap else "") + digits[figure] + ("", *units)[power]
        gap = False
    return words[1:] if drop_one and 10 <= number < 20 else words


def _chinese(number: int) -> str:
    return _counted(number, _DIGITS, "十百千")


def _chinese_short(number: int) -> str:
    """In words up to 99, in figures from there on: 九十九, 一○○."""
    if number < 100:
        return _chinese(number) if number else "○"
    return _figures(number).replace("〇", "○")


def _japanese(number: int) -> str:
    words = _counted(number, _DIGITS, "十百千", drop_one=False).replace("零", "")
    for unit in "十百千":
        words = words.replace("一" + unit, unit)
    return words


def _figures(number: int) -> str:
    return "".join(_DIGITS[int(figure)] for figure in str(number))


def _roman(number: int) -> str:
    if not 0 < number <= _MAX_COUNTED:
        return str(number)
    words = ""
    for size, letters in _ROMAN:
        words += letters * (number // size)
        number %= size
    return words


def _letters(number: int) -> str:
    """A, B … Z, AA, BB …: Word repeats the letter."""
    if not 0 < number <= _MAX_LETTERED:
        return str(number)
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number else "0"


def _enclosed(first: str, last: int) -> Callable[[int], str]:
    """Signs that Unicode has ready-made, such as ① to ⑳; decimals beyond."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= last else str(number)


def _full_width(number: int) -> str:
    return "".join(chr(ord(figure) + 0xFEE0) for figure in str(number))


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 20 else ending}"


_WRITERS: dict[str, Callable[[int], str]] = {
    "none": lambda number: "",
    "bullet": lambda number: "",
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _enclosed("①", 20),
    "decimalEnclosedCircleChinese": _enclosed("①", 20),
    "decimalEnclosedParen": _enclosed("⑴", 20),
    "decimalEnclosedFullstop": _enclosed("⒈", 20),
    "ideographEnclosedCircle": _enclosed("㊀", 10),
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda number: _letters(number).lower(),
    "chineseCounting": _chinese_short,
    "taiwaneseCounting": _chinese_short,
    "chineseCountingThousand": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "japaneseCounting": _japanese,
    "ideographDigital": _figures,
    "japaneseDigitalTenThousand": _figures,
    "taiwaneseDigital": lambda number: _figures(number).replace("〇", "○"),
    "chineseLegalSimplified": lambda number: _counted(number, _LEGAL_SIMPLIFIED, "拾佰仟", False),
    "ideographLegalTraditional": lambda number: _counted(
        number, _LEGAL_TRADITIONAL, "拾佰仟", False
    ),
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "ideographZodiacTraditional": lambda number: _cycle(_STEMS)(number) + _cycle(_BRANCHES)(number),
}
