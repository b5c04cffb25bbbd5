"""Parts of a table on successive pages become one table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extractor.reading.characters import squeezed
from extractor.reading.pdf.breaks import Verdict, goes_on, judge, meeting
from extractor.reading.pdf.fragments import Fragment, Part, Spanned, moved

# Edges of the same table on two pages: borders are rounded to pixels by some producers.
_SAME_EDGE = 3.0
# Positions of the same column on two pages. Tables printed as one have borders of their own so
# close to each other that a page with both shows them as one column.
_SAME_COLUMN = 4.5
# The form's headers have three rows; no header that is repeated has more than this.
_MAX_HEADER = 6
# A heading's text that is repeated in part has at least this many characters.
_CUT_SHORT = 6
_UNSURE = "第{above}页末与第{below}页初的两行可能是同一行，无法确定，按两行读出：请对照原件"


def continues(upper: Fragment, lower: Fragment) -> bool:
    """Whether both have the same width and columns, so that one is the other's continuation."""
    shift = upper.xs[0] - lower.xs[0]
    if abs(upper.xs[-1] - lower.xs[-1] - shift) > _SAME_EDGE:
        return False
    inner = [x + shift for x in lower.xs[1:-1]]
    fewest = min(len(inner), len(upper.xs) - 2)
    shared = sum(any(abs(x - other) <= _SAME_COLUMN for other in upper.xs[1:-1]) for x in inner)
    return 2 * shared >= fewest


def joined(pieces: Sequence[Fragment], known: frozenset[str]) -> Fragment:
    """One table: repeated header rows dropped, rows cut by a page break put together.

    `known` are the words of the document's whole cells.
    """
    if len(pieces) == 1:
        return pieces[0]
    pieces = _on_one_grid(pieces)
    growing = _Growing(pieces[0], known)
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
    xs = list(pieces[0].xs)
    for piece in pieces[1:]:
        xs = sorted([*xs, *_new_columns(xs, [x - piece.xs[0] + left for x in piece.xs])])
    return [_on_grid(piece, xs, left - piece.xs[0]) for piece in pieces]


def _new_columns(known: Sequence[float], places: Sequence[float]) -> list[float]:
    """Those of a page's places that are no known column; a column takes its nearest place only."""
    taken: dict[float, float] = {}
    for place in places:
        column = min(known, key=lambda x: abs(x - place))
        if abs(column - place) <= _SAME_COLUMN:
            nearest = min(taken.get(column, place), place, key=lambda x: abs(x - column))
            taken[column] = nearest
    return [place for place in places if place not in taken.values()]


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


def whole_words(pages: Iterable[Sequence[Fragment]]) -> frozenset[str]:
    """The words of cells that no page break can have cut."""
    words: set[str] = set()
    before: Sequence[Fragment] = ()
    for fragments in pages:
        for number, piece in enumerate(fragments):
            first = 0 if number else _surely_below_break(before, piece)
            last = piece.n_rows - (number == len(fragments) - 1)
            words.update(
                squeezed(part.text)
                for part in piece.parts
                if part.lines and part.row >= first and part.row_end <= last
            )
        before = fragments
    return frozenset(words)


def _surely_below_break(before: Sequence[Fragment], piece: Fragment) -> int:
    """The first row of a page's first table that is below the row the page break may have cut."""
    top = _texts(piece.row_texts(0))
    edges = (*before[:1], *before[-1:])
    repeated = any(_repeat(_texts(above.row_texts(0)), top) for above in edges)
    return _MAX_HEADER if repeated else 1


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
    """Whether two rows have the same columns and print the same in them."""
    same_columns = [cell[:2] for cell in above] == [cell[:2] for cell in below]
    return same_columns and _repeat(_texts(above), _texts(below))


def _texts(row: list[Spanned]) -> list[str]:
    return [text for *_, text in row]


def _repeat(first: list[str], again: list[str]) -> bool:
    """Whether the texts are the same; some may be cut short where a repeated row ends."""
    if len(first) != len(again):
        return False
    other = [(whole, cut) for whole, cut in zip(first, again, strict=True) if whole != cut]
    return not other or (
        len(other) < len(first)
        and all(len(cut) >= _CUT_SHORT and whole.startswith(cut) for whole, cut in other)
    )


def _fused(above: Part, below: Part, rows: int) -> Part:
    return replace(
        above,
        row_end=below.row_end + rows,
        lines=(*above.lines, *below.lines),
        place=below.place if above.blank else above.place,
        closed_below=below.closed_below,
    )
