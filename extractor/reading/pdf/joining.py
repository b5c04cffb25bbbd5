"""Parts of a table on successive pages become one table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractor.reading.pdf.breaks import Verdict, goes_on, judge, meeting
from extractor.reading.pdf.fragments import Fragment, Part, Spanned, moved

# Positions of the same column on two pages: borders are rounded to pixels by some producers.
_SAME_COLUMN = 3.0
# The form's headers have three rows; no header that is repeated has more than this.
_MAX_HEADER = 6
# A heading's text that is repeated in part has at least this many characters.
_CUT_SHORT = 6
_UNSURE = "第{above}页末与第{below}页初的两行可能是同一行，无法确定，按两行读出：请对照原件"


def continues(upper: Fragment, lower: Fragment) -> bool:
    """Whether both have the same width and columns, so that one is the other's continuation."""
    shift = upper.xs[0] - lower.xs[0]
    if abs(upper.xs[-1] - lower.xs[-1] - shift) > _SAME_COLUMN:
        return False
    inner = [x + shift for x in lower.xs[1:-1]]
    fewest = min(len(inner), len(upper.xs) - 2)
    shared = sum(any(abs(x - other) <= _SAME_COLUMN for other in upper.xs[1:-1]) for x in inner)
    return 2 * shared >= fewest


def joined(pieces: Sequence[Fragment]) -> Fragment:
    """One table: repeated header rows dropped, rows cut by a page break put together."""
    if len(pieces) == 1:
        return pieces[0]
    pieces = _on_one_grid(pieces)
    growing = _Growing(pieces[0], _known(pieces))
    for lower in pieces[1:]:
        growing.add(lower)
    return replace(
        pieces[0],
        n_rows=growing.n_rows,
        parts=tuple(growing.parts),
        last=pieces[-1].last,
        doubts=tuple(growing.doubts),
    )


@dataclass(slots=True)
class _Growing:
    """The table so far. Only the cells that reach the last break are looked at again."""

    first: Fragment
    known: frozenset[str]
    parts: list[Part] = field(init=False)
    n_rows: int = field(init=False)
    reaching: list[int] = field(init=False)
    doubts: list[str] = field(init=False)
    last: Fragment = field(init=False)

    def __post_init__(self) -> None:
        self.parts, self.doubts = list(self.first.parts), list(self.first.doubts)
        self.n_rows, self.last = self.first.n_rows, self.first
        self._find_reaching(0)

    def add(self, lower: Fragment) -> None:
        header = _repeated_rows(self.first, lower)
        above = {self.parts[number].columns: number for number in self.reaching}
        new = [part for part in lower.parts if part.row >= header]
        reaching = [self.parts[number] for number in self.reaching]
        at = meeting(reaching, new, header, _values_from(self.last.parts, new), self.known)
        verdict = judge(at)
        within = verdict is Verdict.WITHIN
        if verdict is Verdict.UNSURE:
            pages = {"above": self.last.last.page, "below": lower.first.page}
            self.doubts.append(_UNSURE.format(**pages))
        rows = self.n_rows - header - (1 if within else 0)
        fused = {
            below.columns for pair in at.pairs if within or goes_on(pair, at) for below in pair
        }
        begin = len(self.parts)
        same = list(range(len(lower.xs)))
        touched = []
        for part in new:
            if part.row == header and part.columns in fused:
                number = above[part.columns]
                self.parts[number] = _fused(self.parts[number], part, rows)
                touched.append(number)
            else:
                self.parts.append(moved(part, rows, same))
        self.n_rows, self.last = rows + lower.n_rows, lower
        self.doubts += lower.doubts
        self._find_reaching(begin, touched)

    def _find_reaching(self, begin: int, touched: Sequence[int] = ()) -> None:
        numbers = (*touched, *range(begin, len(self.parts)))
        self.reaching = [n for n in numbers if self.parts[n].row_end == self.n_rows]


def _on_one_grid(pieces: Sequence[Fragment]) -> list[Fragment]:
    """All with the columns of any: a page may show only some of the table's columns."""
    left = pieces[0].xs[0]
    xs: list[float] = []
    for x in sorted(x - piece.xs[0] + left for piece in pieces for x in piece.xs):
        if not xs or x - xs[-1] > _SAME_COLUMN:
            xs.append(x)
    return [_on_grid(piece, xs, left - piece.xs[0]) for piece in pieces]


def _on_grid(piece: Fragment, xs: list[float], shift: float) -> Fragment:
    columns = [
        min(range(len(xs)), key=lambda number: abs(xs[number] - place))
        for place in (x + shift for x in piece.xs)
    ]
    if columns == list(range(len(xs))):
        return replace(piece, xs=tuple(xs))
    parts = tuple(moved(part, 0, columns) for part in piece.parts)
    return replace(piece, xs=tuple(xs), parts=parts)


def _values_from(upper: Sequence[Part], lower: Sequence[Part]) -> int | None:
    """The first column with numbers in the row with numbers that is nearest to the break.

    Only there: in a file that prints the three tables as one, the next one's numbers stand
    where this one has its labels.
    """
    for parts, nearest in ((upper, max), (lower, min)):
        numbers = [(part.row, part.column) for part in parts if part.is_number]
        if numbers:
            row, _ = nearest(numbers)
            return min(column for at, column in numbers if at == row)
    return None


def _known(pieces: Sequence[Fragment]) -> frozenset[str]:
    """The words of cells that no page break can have cut."""
    return frozenset(
        "".join(part.text.split())
        for piece in pieces
        for part in piece.parts
        if part.lines and part.row > 0 and part.row_end < piece.n_rows
    )


def _repeated_rows(first: Fragment, lower: Fragment) -> int:
    """How many rows at the lower part's top repeat the table's first rows."""
    found = 0
    for row in range(min(first.n_rows, lower.n_rows, _MAX_HEADER)):
        above, below = first.row_texts(row), lower.row_texts(row)
        if not _repeats(above, below) or any(text.isdigit() for *_, text in below):
            break
        if all(part.row_end <= row + 1 for part in lower.parts if part.row <= row) and below:
            found = row + 1
    return found if found < lower.n_rows else 0


def _repeats(above: list[Spanned], below: list[Spanned]) -> bool:
    """Whether the rows print the same; a long text may be cut short where the rows end."""
    if [spanned[:2] for spanned in above] != [spanned[:2] for spanned in below]:
        return False
    texts = [(first[2], again[2]) for first, again in zip(above, below, strict=True)]
    cut = [pair for pair in texts if pair[0] != pair[1]]
    return not cut or (
        len(cut) < len(texts)
        and all(len(again) >= _CUT_SHORT and first.startswith(again) for first, again in cut)
    )


def _fused(above: Part, below: Part, rows: int) -> Part:
    return replace(
        above,
        row_end=below.row_end + rows,
        lines=(*above.lines, *below.lines),
        place=below.place if above.blank else above.place,
        closed_below=below.closed_below,
    )
