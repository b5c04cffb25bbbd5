"""Number format codes of automatic numbering ([MS-OSHARED] 2.2.1.3) by their names in Open XML."""

from __future__ import annotations

from extractor.reading import numerals

BULLET, NOTHING = 23, 255
_NAMES = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    5: "ordinal", 9: "chineseCounting", 10: "ideographDigital", 11: "japaneseCounting",
    14: "decimalFullWidth", 16: "ideographLegalTraditional", 17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle", 19: "decimalFullWidth2", 22: "decimalZero", BULLET: "bullet",
    26: "decimalEnclosedFullstop", 27: "decimalEnclosedParen", 28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle", 30: "ideographTraditional", 31: "ideographZodiac",
    32: "ideographZodiacTraditional", 33: "taiwaneseCounting", 34: "ideographLegalTraditional",
    35: "taiwaneseCountingThousand", 36: "taiwaneseDigital", 37: "chineseCounting",
    38: "chineseLegalSimplified", 39: "chineseCountingThousand", 57: "numberInDash",
    NOTHING: "none",
}  # fmt: skip


def numeral(value: int, code: int) -> str:
    """The number as Word prints it in that format; unknown formats print decimals."""
    return numerals.numeral(value, _NAMES.get(code, "decimal"))
