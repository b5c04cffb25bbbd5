"""T205: a blank cell or a word where a number belongs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.tables.printed import Kind, kind_of
from extractor.checks.tables.readable import readable
from extractor.checks.tables.words import COLUMNS, ROWS, TABLES, place_of, printed_row
from extractor.reading.document import Place
from extractor.report.figures import Row, StatutoryTable

# Who leaves blank what is zero does so in every cell: one habit, one flag, a few places.
_MAX_PLACES = 5


@dataclass(frozen=True, slots=True)
class _Odd:
    """The cells of a row that are blank, or print a word."""

    row: Row
    columns: tuple[str, ...]

    @property
    def at(self) -> Place | None:
        return self.row.figures[self.columns[0]].place

    @property
    def words(self) -> list[str]:
        return [(self.row.figures[column].printed or "").strip() for column in self.columns]


def check(case: Case) -> Iterator[Finding]:
    for table in readable(case):
        if blank := list(_odd(table, "blank")):
            yield _finding(table, blank, Said("空白", "blank"))
        if words := list(_odd(table, "word")):
            printed = "、".join(f"“{word}”" for word in _distinct(words))
            yield _finding(table, words, Said(f"填{printed}，不是数字", f"{printed}, no number"))


def _odd(table: StatutoryTable, kind: Kind) -> Iterator[_Odd]:
    for row in table.rows.values():
        found = tuple(key for key, f in row.figures.items() if kind_of(table.key, f) == kind)
        if found:
            yield _Odd(row, found)


def _distinct(odd: list[_Odd]) -> list[str]:
    return list(dict.fromkeys(word for found in odd for word in found.words))


def _finding(table: StatutoryTable, odd: list[_Odd], what: Said) -> Finding:
    cells = sum(len(found.columns) for found in odd)
    place = place_of(table.key, odd[0].row.key, *_told(odd[0]))
    rest = "、".join(_short(table, found) for found in odd[1:_MAX_PLACES])
    more = f"；还有{rest}{'等' if len(odd) > _MAX_PLACES else ''}" if rest else ""
    more_en = f"; also {rest}" if rest else ""
    return Finding(
        message=Said(
            f"{TABLES[table.key]}有{cells}格{what.zh}：{place}{more}。没有的请填 0。",
            f"{cells} cell(s) {what.en}: {place}{more_en}. Where there was none, print 0.",
        ),
        section=table.key,
        place=place,
        evidence="；".join(printed_row(found.row) for found in odd[:_MAX_PLACES]),
        expected="数字",
        found="、".join(word or "空白" for word in _distinct(odd)),
        at=odd[0].at,
        key=f"{TABLES[table.key]}|{'blank' if '' in odd[0].words else 'word'}",
    )


def _told(odd: _Odd) -> tuple[str, ...]:
    """The columns, unless it is the whole row."""
    return () if len(odd.columns) == len(odd.row.figures) else odd.columns


def _short(table: StatutoryTable, odd: _Odd) -> str:
    columns = "、".join(COLUMNS[table.key][column] for column in _told(odd))
    row = ROWS[table.key][odd.row.key]
    return f"{row}·{columns}" if columns else row


RULE = Rule(
    code="T205",
    name=Said("空白或文字代替数字", "Blank or word where a number belongs"),
    severity="warning",
    why=Said(
        "空白不等于零，“无”不能汇总；表二中没有的事项可以填“/”或“—”。",
        "A blank is not zero and a word cannot be summed up; only table two has “/” and “—”.",
    ),
    bad="（六）2 一行七格全部空白；行政许可填“无”。",
    good="没有的填 0；表二规章一行填“/”。",
    check=check,
)
