"""Files as they come back from Excel and WPS: other encodings, separators, columns, order."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.checks.model import Said
from extractor.decisions.cells import as_typed

Row = tuple[int, list[str]]
Heads = Mapping[str, tuple[str, ...]]
# A title or a filter line may have been put above the header.
_HEADER_WITHIN = 10
_DELIMITERS = (",", "\t", ";", "，", "|")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# The container of .xls and .et.
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# The longest cell a spreadsheet may hold, and then some; csv's own limit is below it.
_FIELD_LIMIT = 1_000_000


class SpreadsheetError(Exception):
    """A file that holds no list of ours: says why, in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.said = Said(zh, en)


@dataclass(frozen=True, slots=True)
class Rival:
    """A column that goes by one of the names of another, which was taken for it."""

    line: int
    key: str
    taken: str
    taken_at: int
    other: str
    other_at: int
    """Both counted from one, as people count columns."""


def rows_of(
    path: Path, heads: Heads, needed: Sequence[str]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and the cells under our headers, as typed; missing columns are blank.

    `heads` gives each column's names in both languages; `needed` are those without which the file
    is not ours.
    """
    for line, cells, _ in rows_and_others(path, heads, needed):
        yield line, cells


def rows_and_others(
    path: Path, heads: Heads, needed: Sequence[str], ours: Collection[str] = ()
) -> Iterator[tuple[int, dict[str, str], dict[str, str]]]:
    """The same with what stands under other heads than `ours`: somebody added these columns."""
    try:
        rows, at, columns = _found(path.read_bytes(), heads, needed)
    except SpreadsheetError:
        raise
    except Exception as error:  # openpyxl and csv raise whatever a damaged file leads them to
        reason = type(error).__name__
        raise SpreadsheetError(
            f"文件无法读取（{reason}）：请用 Excel 或 WPS 另存为 xlsx 或 csv。",
            f"The file cannot be read ({reason}): save it as xlsx or csv in Excel or WPS.",
        ) from error
    added = _added(rows[at:], frozenset(columns.values()), ours)
    for line, cells in rows[at + 1 :]:
        own = {key: _cell(cells, columns.get(key)) for key in heads}
        others = {name: _cell(cells, column) for column, name in added.items()}
        yield line, own, {name: text for name, text in others.items() if text}


def rivals(path: Path, heads: Heads, needed: Sequence[str]) -> Iterator[Rival]:
    """Of a file that can be read: columns passed over that say something else than the one taken
    for ours."""
    rows, at, columns = _found(path.read_bytes(), heads, needed)
    line, head = rows[at]
    below = [cells for _, cells in rows[at + 1 :]]
    for key, taken in columns.items():
        for other, name in enumerate(_names(head)):
            if other == taken or name not in heads[key]:
                continue
            both = ((_cell(cells, taken), _cell(cells, other)) for cells in below)
            if any(passed and passed != told for told, passed in both):
                names = (_cell(head, taken), taken + 1, _cell(head, other), other + 1)
                yield Rival(line, key, *names)


def _names(head: Sequence[str]) -> list[str]:
    """Forms mark what has to be filled in: 机关名称*."""
    return [as_typed(cell).strip("*＊ \t\r\n\u3000\xa0").lower() for cell in head]


def _added(rows: list[Row], known: Collection[int], ours: Collection[str]) -> dict[int, str]:
    """Columns by number that are not ours, each under a name of its own: a head that stands there
    twice gets a number, a column without one its place."""
    told = [as_typed(cell).strip() for cell in rows[0][1]]
    width = max(len(cells) for _, cells in rows)
    found: dict[int, str] = {}
    seen: Counter[str] = Counter()
    for column in range(width):
        name = told[column] if column < len(told) else ""
        seen[name.lower()] += 1
        if column in known or (name.lower() in ours and seen[name.lower()] == 1):
            continue
        name = name or f"第{column + 1}列"
        found[column] = name if seen[name.lower()] <= 1 else f"{name}.{seen[name.lower()]}"
    return found


def _cell(cells: Sequence[str], column: int | None) -> str:
    if column is None or column >= len(cells):
        return ""
    return as_typed(cells[column]).strip()


def _found(
    data: bytes, heads: Heads, needed: Sequence[str]
) -> tuple[list[Row], int, dict[str, int]]:
    """The rows in the reading under which our header can be seen, and where it stands."""
    if data.startswith(_OLD_OFFICE):
        raise SpreadsheetError(
            "这是旧格式（xls、et）的文件：请用 Excel 或 WPS 另存为 xlsx 或 csv。",
            "This is a file of an old format (xls, et): save it as xlsx or csv in Excel or WPS.",
        )
    readings = _sheets(data) if data.startswith(b"PK") else _separated(_decoded(data))
    for rows in readings:
        for at, (_, cells) in enumerate(rows[:_HEADER_WITHIN]):
            names = _names(cells)
            columns = {
                key: names.index(name)
                for key, told in heads.items()
                # Of several names that stand in one header the first is ours.
                for name in reversed(told)
                if name in names
            }
            if all(key in columns for key in needed):
                return rows, at, columns
    zh = " 和 ".join(f"“{heads[key][0]}”" for key in needed)
    en = " and ".join(f"“{heads[key][1]}”" for key in needed)
    raise SpreadsheetError(
        f"没有找到表头：需要 {zh} 列。", f"No header was found: the columns {en} are needed."
    )


def _sheets(data: bytes) -> Iterator[list[Row]]:
    """Each sheet of a workbook; reviewers put others in front of ours."""
    import openpyxl

    values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    # What was typed as a formula has no value until a spreadsheet computes it: then as typed.
    typed = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    for sheet, same in zip(values.worksheets, typed.worksheets, strict=True):
        both = zip(sheet.iter_rows(values_only=True), same.iter_rows(values_only=True), strict=True)
        yield [
            (line, [_text(*pair) for pair in zip(*pairs, strict=True)])
            for line, pairs in enumerate(both, start=1)
        ]


def _text(value: object, typed: object) -> str:
    told = typed if value is None else value
    return "" if told is None else str(told)


def _separated(text: str) -> Iterator[list[Row]]:
    csv.field_size_limit(_FIELD_LIMIT)
    for delimiter in _DELIMITERS:
        yield list(_numbered(text, delimiter))


def _numbered(text: str, delimiter: str) -> Iterator[Row]:
    """Rows with the line on which they begin: cells may hold line breaks."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before = 0
    for cells in reader:
        yield before + 1, cells
        before = reader.line_num


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").replace("\x00", "")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("gb18030", "replace")
    return text.replace("\x00", "")
