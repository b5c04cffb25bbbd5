"""How readers of text formats make paragraphs and cells out of what is printed."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.reading.characters import normalise, visible
from extractor.reading.document import Align, Cell, Paragraph

# The longest cells of the form are labels of some 60 characters.
PROSE_CHARS = 110
SENTENCE_CHARS = 25
# A line of at least this many characters that ends within a sentence was broken by its width.
FULL_LINE = 20
# Signatures pushed to the right by blanks stand behind at least this many.
RIGHT_INDENT = 12
RIGHT_CHARS = 40
# Most cells print 0 or a label of the form: these are made once.
CACHED_CHARS = 100
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85]")


def paragraph(
    printed: str, heading: int | None = None, align: Align | None = None
) -> Paragraph | None:
    """A paragraph of what is printed, without outer blanks; None if nothing is. A short line
    behind many blanks stands right, as signatures do.
    """
    line = visible(printed)
    shown = line.strip()
    if not shown:
        return None
    indent = len(line) - len(line.lstrip())
    if align in (None, "left") and indent >= RIGHT_INDENT and len(shown) <= RIGHT_CHARS:
        align = "right"
    return Paragraph(normalise(shown), shown, heading=heading, align=align)


def cell(row: int, column: int, printed: str, row_span: int = 1, column_span: int = 1) -> Cell:
    """A cell of what is printed: its lines without outer blanks, blank lines dropped."""
    text, shown = _cell_texts(printed) if len(printed) <= CACHED_CHARS else _texts(printed)
    return Cell(row, column, text, shown, row_span, column_span)


def _texts(printed: str) -> tuple[str, str]:
    shown = visible(printed)
    if "\n" in shown:
        shown = "\n".join(line for line in map(str.strip, shown.split("\n")) if line)
    else:
        shown = shown.strip()
    return normalise(shown), shown


_cell_texts = lru_cache(maxsize=2048)(_texts)


def unix_lines(text: str) -> str:
    """The text with every kind of line end as a line feed."""
    return _LINE_ENDS.sub("\n", text)


# Titles of the six sections, loosely: a number, then words that all printed variants share.
_SECTION_TITLE = re.compile(
    "^(?:第?[一二三四五六1-6](?:部分)?[、.．,，:：\\s]*)?(?:"
    "总体情况|概述|主动公开.{0,8}情况|收到和处理|.{0,4}依?申请公开.{0,8}情况|.{0,12}行政复议.{0,14}情况"
    "|.{0,10}存在的?.{0,4}问题|其[他它]需要?报告)"
)
_TITLE_CHARS = 45
# Words of the statutory tables that no other table of a report's page has.
STATUTORY = re.compile(
    "第二十条|本年制发件数|本年新制作数量|处理决定数量|自然人|法人或其他组织|本年新收|予以公开"
    "|结果维持|结果纠正|尚未审结|结转下年度"
)
NUMBER = re.compile(r"[-+－−]?[\d０-９][\d０-９,，.．]*%?|[/／—–－-]{1,4}")


def is_section_title(text: str) -> bool:
    """Whether a line reads as the title of one of the report's six sections."""
    return (
        len(text) <= _TITLE_CHARS and bool(_SECTION_TITLE.match(text)) and text[-1:] not in "。；"
    )


def is_number(text: str) -> bool:
    """Whether a cell prints a number, or the stroke that stands for none."""
    return bool(NUMBER.fullmatch(text.strip()))


def is_prose(text: str) -> bool:
    """Whether a text is a sentence or more, as no cell of the form prints."""
    return len(text) > PROSE_CHARS or (len(text) > SENTENCE_CHARS and text.endswith("。"))


_NUMBERED = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]|第[一二三四五六七八九十]{1,3}[章节条部]"
)
_FINAL = frozenset("。！？：；.!?:;”」』】）)…")


def is_numbered(text: str) -> bool:
    """Whether a line begins as a numbered heading or item does."""
    return bool(_NUMBERED.match(text))


def is_cut(text: str) -> bool:
    """Whether a line ends within a sentence and is long enough to have been broken there."""
    return len(text) >= FULL_LINE and text[-1] not in _FINAL and not is_title_like(text)


def is_title_like(text: str) -> bool:
    """Whether a line without a full stop is a heading rather than the start of a sentence."""
    return is_section_title(text) or (is_numbered(text) and not _CLAUSE.search(text))


_CLAUSE = re.compile("[，,。；;]")
