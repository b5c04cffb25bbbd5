"""pdfplumber as a judge of our PDF tables: both must print the same cells.

pdfplumber reads page by page: a row or a merged label that a page break cuts is two pieces there
and one here. So rows are aligned; where they differ, the numbers must be the same in the same
order, and over the file the remaining words must be the same characters. What only we have is
told apart from contradictions: pdfplumber loses rows whose border a page break left open.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from evaluation.compare import plain
from extractor.reading import read

Row = tuple[str, ...]
_NUMBER = re.compile(r"[-−]?[\d,.]+|[/／—-]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """One file: rows that agree as they stand, rows compared when joined, what does not agree."""

    same: int
    joined: int
    contradictions: tuple[str, ...]
    lacking_there: tuple[str, ...]


def judge(path: Path) -> Verdict:
    """Our tables of a PDF against pdfplumber's."""
    ours, theirs = _our_rows(path), _their_rows(path)
    same = joined = 0
    contradictions: list[str] = []
    lacking_there: list[str] = []
    surplus: Counter[str] = Counter()
    theirs_only: Counter[str] = Counter()
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            same += b - a
            continue
        mine, other = _split(ours[a:b]), _split(theirs[c:d])
        if mine[0] != other[0]:
            lost = _is_part(other[0], mine[0])
            where = f"numbers {mine[0]} here, {other[0]} there; {ours[a:b][:1]}"
            (lacking_there if lost else contradictions).append(where)
        joined += b - a
        surplus += mine[1]
        theirs_only += other[1]
    if words := surplus - theirs_only:
        lacking_there.append(f"only here: {''.join(words.elements())}")
    if words := theirs_only - surplus:
        contradictions.append(f"only there: {''.join(words.elements())}")
    return Verdict(same, joined, tuple(contradictions), tuple(lacking_there))


def _is_part(some: list[str], whole: list[str]) -> bool:
    rest = iter(whole)
    return all(number in rest for number in some)


def _split(rows: list[Row]) -> tuple[list[str], Counter[str]]:
    cells = [cell for row in rows for cell in row]
    numbers = [cell for cell in cells if _NUMBER.fullmatch(cell)]
    return numbers, Counter("".join(cell for cell in cells if not _NUMBER.fullmatch(cell)))


def _our_rows(path: Path) -> list[Row]:
    rows = (tuple(plain(cell.text) for cell in row) for t in read(path).tables for row in t.rows())
    return [kept for row in rows if (kept := tuple(cell for cell in row if cell))]


def _their_rows(path: Path) -> list[Row]:
    import pdfplumber

    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    rows: list[Row] = []
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            fresh = [
                tuple(text for cell in row if cell and (text := plain(cell)))
                for table in page.extract_tables()
                for row in table
            ]
            rows += _without_repeated_header([row for row in fresh if row], rows)
    return rows


def _without_repeated_header(page_rows: list[Row], before: list[Row]) -> list[Row]:
    """A page's rows without the header that its table repeats from an earlier page."""
    for start in range(len(before)):
        count = 0
        while (
            count < len(page_rows)
            and start + count < len(before)
            and page_rows[count] == before[start + count]
            and not any(_NUMBER.fullmatch(cell) for cell in page_rows[count])
        ):
            count += 1
        if count >= 2:
            return page_rows[count:]
    return page_rows
