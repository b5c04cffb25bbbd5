"""Is a row cut by a page break? Decided on evidence; two rows are never fused on a guess."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from extractor.reading.characters import normalise, squeezed
from extractor.reading.pdf.cells import could_go_on
from extractor.reading.pdf.fragments import Part

# Type of one size differs by less than this.
_SAME_TYPE = 1.1

_MARKER = re.compile(
    r"\s*(?:第[一二三四五六七八九十百]+[条章节]|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}[、.．]|[（(]?\d{1,2}[)）、.．](?!\d)|[①-⑳])"
)
_BRACKETS = {
    "（": "）",
    "(": ")",
    "“": "”",
    "《": "》",
    "〈": "〉",
    "【": "】",
    "〔": "〕",
    "[": "]",
}

Pair = tuple[Part, Part]


class Verdict(Enum):
    """What a page break did to the rows on either side."""

    BETWEEN = auto()
    WITHIN = auto()
    UNSURE = auto()


@dataclass(frozen=True, slots=True)
class Break:
    """The cells that meet at a page break."""

    pairs: tuple[Pair, ...]
    """Cells of the same columns that reach the break from above and from below."""
    single: tuple[Part, ...]
    """Those without such a counterpart."""
    values_from: int | None
    """The first column with numbers: what stands left of it are labels. None: no numbers."""
    bordered: bool
    """Whether some cell above the break is closed there: then an open one tells something."""
    known: frozenset[str]
    """The texts of other cells that are whole for sure, without blanks."""

    @property
    def leaves(self) -> list[Pair]:
        """The pairs that make up one row and nothing more."""
        return [
            (above, below)
            for above, below in self.pairs
            if above.row_end - above.row == 1 and below.row_end - below.row == 1
        ]

    @property
    def is_heading(self) -> bool:
        """Words alone on both sides, also where the table has its numbers elsewhere."""
        if self.values_from is None:
            return False
        parts = (*self.single, *(part for pair in self.pairs for part in pair))
        return not any(part.is_number for part in parts) and any(
            not part.blank and part.column_end > self.values_from for part in parts
        )

    def is_label(self, pair: Pair) -> bool:
        return self.values_from is None or pair[0].column_end <= self.values_from


def meeting(
    upper: Sequence[Part],
    lower: Sequence[Part],
    row: int,
    values_from: int | None,
    known: frozenset[str],
) -> Break:
    """The cells that reach the break from above, and those of the first row below it."""
    above = {part.columns: part for part in upper}
    below = {part.columns: part for part in lower if part.row == row}
    return Break(
        pairs=tuple((above[key], below[key]) for key in sorted(above.keys() & below.keys())),
        single=tuple(
            part
            for here, there in ((above, below), (below, above))
            for key, part in here.items()
            if key not in there
        ),
        values_from=values_from,
        bordered=any(part.closed_below for part in above.values()),
        known=known,
    )


def judge(at: Break) -> Verdict:
    """Whether the break lies between two rows or within one."""
    leaves = at.leaves
    if at.single or not leaves or _is_drawn_between(at):
        return Verdict.BETWEEN
    if all(above.blank for above, _ in leaves) or all(below.blank for _, below in leaves):
        return Verdict.WITHIN
    if any(_ended_early(pair, leaves) for pair in leaves):
        return Verdict.BETWEEN
    labels = [pair for pair in leaves if at.is_label(pair)]
    if any(_MARKER.match(normalise(below.text)) for _, below in (labels or leaves)[-1:]):
        return Verdict.BETWEEN
    if at.is_heading:
        # Headings have line breaks at will: how full a line is tells nothing.
        return _by_words(leaves, at.known)
    if not all(_may_go_on(pair) for pair in leaves):
        return Verdict.BETWEEN
    values = [pair for pair in leaves if not at.is_label(pair)]
    return _by_gaps(labels[-1] if labels else None, values, leaves)


def _is_drawn_between(at: Break) -> bool:
    """Whether the row above is closed at the break, where cells over more rows are left open."""
    others = [pair for pair in at.pairs if pair not in at.leaves]
    return any(_is_open(pair) for pair in others) and all(
        above.closed_below for above, _ in at.leaves
    )


def _ended_early(pair: Pair, leaves: list[Pair]) -> bool:
    """Whether one line above the break is followed by more below, though there was room for more.

    Another cell of the row has all of its lines above, in the same type, and more than one.
    """
    above, below = pair
    return (
        len(above.lines) == 1
        and not below.blank
        and any(
            rest.blank
            and len(other.lines) > 1
            and other.lines[0].em * _SAME_TYPE > above.lines[0].em
            for other, rest in leaves
        )
    )


def _by_words(leaves: list[Pair], known: frozenset[str]) -> Verdict:
    """The same words elsewhere in the table tell whether a heading above the break is whole.

    If they tell nothing, words below it are its second half: no two rows of headings have the
    same columns.
    """
    above, below = leaves[0]
    if above.blank or below.blank or squeezed(above.text + below.text) in known:
        return Verdict.WITHIN
    return Verdict.BETWEEN if squeezed(above.text) in known else Verdict.WITHIN


def goes_on(pair: Pair, at: Break) -> bool:
    """Whether a cell over several rows goes on below a break that lies between two rows."""
    above, below = pair
    if at.bordered and _is_open(pair):
        return not _MARKER.match(normalise(below.text))
    if at.is_heading and any(_is_divided(part, at) for part in at.single):
        return not above.blank and not _MARKER.match(normalise(below.text))
    several_rows = above.row_end - above.row > 1 or below.row_end - below.row > 1
    if not at.is_label(pair) or not several_rows:
        return False
    if below.blank or above.blank:
        return True
    return not _MARKER.match(normalise(below.text)) and _may_go_on(pair)


def _is_divided(group: Part, at: Break) -> bool:
    """Whether a heading's group has its single columns below the break."""
    first, last = group.columns
    return any(
        first <= part.column and part.column_end <= last and part is not group for part in at.single
    )


def _is_open(pair: Pair) -> bool:
    above, below = pair
    return not above.closed_below and not below.closed_above


def _by_gaps(label: Pair | None, values: list[Pair], leaves: list[Pair]) -> Verdict:
    """A row that lacks its label or numbers on one side is a half; two full rows prove nothing."""
    if label is not None and label[1].blank and not label[0].blank:
        return Verdict.WITHIN
    gaps = values if label is not None else leaves
    if any(above.blank != below.blank for above, below in gaps):
        return Verdict.WITHIN
    if all(_is_open(pair) for pair in leaves):
        return Verdict.WITHIN
    if label is not None and (_unbalanced(label[0].text) or _MARKER.match(label[0].text)):
        return Verdict.WITHIN
    return Verdict.UNSURE


def _may_go_on(pair: Pair) -> bool:
    """Whether the upper text can be continued by the lower one: it fills its last line."""
    above, below = pair
    if above.blank or below.blank:
        return True
    if below.is_number and not above.is_number:
        return False
    return could_go_on(above.lines[-1], below.lines[0].text, above.room) or _unbalanced(above.text)


def _unbalanced(text: str) -> bool:
    return any(text.count(opening) > text.count(closing) for opening, closing in _BRACKETS.items())
