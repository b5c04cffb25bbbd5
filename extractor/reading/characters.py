"""Characters as converters print them, made comparable one to one.

`normalise` never changes a text's length, so an offset in the normalised text is the same offset
in the printed one. Chinese punctuation stays as it is: it is evidence.
"""

from __future__ import annotations

import re
import unicodedata

# CJK Radicals Supplement that fonts of WPS and others print in place of the character itself and
# that NFKC leaves alone (it maps only the Kangxi block and two of these).
_SUPPLEMENT = {
    "⺁": "厂", "⺈": "刀", "⺉": "刂", "⺊": "卜", "⺋": "巳", "⺌": "小", "⺍": "小", "⺏": "尢",
    "⺐": "尢", "⺒": "巳", "⺓": "幺", "⺔": "彑", "⺕": "彐", "⺖": "忄", "⺗": "心", "⺘": "扌",
    "⺙": "攵", "⺛": "旡", "⺜": "日", "⺝": "月", "⺞": "歹", "⺠": "民", "⺡": "氵", "⺢": "水",
    "⺣": "灬", "⺤": "爫", "⺥": "爫", "⺦": "丬", "⺧": "牛", "⺨": "犭", "⺩": "王", "⺪": "疋",
    "⺫": "目", "⺬": "示", "⺭": "礻", "⺮": "竹", "⺯": "糹", "⺰": "纟", "⺲": "罒", "⺳": "罓",
    "⺴": "罒", "⺵": "网", "⺶": "羊", "⺷": "羊", "⺸": "羊", "⺹": "耂", "⺻": "聿", "⺼": "肉",
    "⺽": "臼", "⺾": "艹", "⺿": "艹", "⻀": "艹", "⻁": "虎", "⻂": "衤", "⻃": "西", "⻄": "西",
    "⻅": "见", "⻆": "角", "⻇": "角", "⻈": "讠", "⻉": "贝", "⻊": "足", "⻋": "车", "⻌": "辶",
    "⻍": "辶", "⻎": "辶", "⻏": "阝", "⻐": "钅", "⻑": "長", "⻒": "镸", "⻓": "长", "⻔": "门",
    "⻕": "阜", "⻖": "阝", "⻗": "雨", "⻘": "青", "⻙": "韦", "⻚": "页", "⻛": "风", "⻜": "飞",
    "⻝": "食", "⻞": "食", "⻟": "飠", "⻠": "饣", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼",
    "⻦": "鸟", "⻧": "卤", "⻨": "麦", "⻩": "黄", "⻪": "黾", "⻬": "齐", "⻭": "齿", "⻮": "齿",
    "⻰": "龙", "⻱": "龟", "⻲": "龟",
}  # fmt: skip


def _one_to_one() -> dict[int, str]:
    table: dict[int, str] = {ord(radical): char for radical, char in _SUPPLEMENT.items()}
    blocks = (
        (0x2E80, 0x2FDF),  # radicals
        (0xF900, 0xFAFF),  # compatibility ideographs
        (0x2F800, 0x2FA1F),
        (0xFF10, 0xFF19),  # full-width digits and letters; full-width punctuation stays
        (0xFF21, 0xFF3A),
        (0xFF41, 0xFF5A),
    )
    for first, last in blocks:
        for code in range(first, last + 1):
            mapped = unicodedata.normalize("NFKC", chr(code))
            if code not in table and len(mapped) == 1 and mapped != chr(code):
                table[code] = mapped
    table[ord("％")] = "%"
    for blank in (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000):
        table[blank] = " "
    return table


_NORMALISE = _one_to_one()
_INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb]"
)


def visible(text: str) -> str:
    """The text without characters that print nothing (zero-width, control, byte order marks)."""
    return _INVISIBLE.sub("", text)


def squeezed(text: str) -> str:
    """The text without any blanks: converters put them anywhere."""
    return "".join(text.split())


def is_word_like(char: str) -> bool:
    """Whether it is a Latin letter or a digit: between two words of such a blank is needed."""
    return char.isascii() and char.isalnum()


def normalise(text: str) -> str:
    """Radicals, compatibility ideographs, full-width digits and odd blanks in their usual form."""
    return text.translate(_NORMALISE)
