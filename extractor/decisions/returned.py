"""Files as they come back from Excel and WPS: other encodings, separators, columns, order.

Only what a reviewer can have typed is read; everything else in the row is ours and may have been
changed by the spreadsheet without harm.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extractor.decisions.cells import as_typed
from extractor.decisions.model import (
    FLAG_ID,
    NO_REASON,
    VERDICTS,
    Given,
    NotTaken,
    Verdict,
    VerdictWord,
)

# Our own headers in both languages; a reviewer may move columns and add some.
HEADS: dict[str, tuple[str, ...]] = {
    "id": ("编号", "id"),
    "verdict": ("裁定", "verdict"),
    "reviewer": ("裁定人", "reviewer"),
    "note": ("备注", "note"),
}
# A title or a filter line may have been put above the header.
_HEADER_WITHIN = 10
_DELIMITERS = (",", "\t", ";", "，", "|")
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_WORDS: dict[str, VerdictWord] = {
    **{word: word for word in VERDICTS},
    "confirmed": "属实",
    "true": "属实",
    "falsealarm": "误报",
    "false": "误报",
    "pending": "待定",
}
# The longest cell a spreadsheet may hold, and then some; csv's own limit is below it.
_FIELD_LIMIT = 1_000_000


@dataclass(frozen=True, slots=True)
class Returned:
    """What a file holds that somebody typed."""

    given: tuple[Given, ...]
    not_taken: tuple[NotTaken, ...]


def read_returned(path: Path) -> Returned:
    """The verdicts in a returned file, and each row that could not be taken with its reason."""
    try:
        rows = list(_rows(path))
    except Exception as error:  # openpyxl and csv raise whatever a damaged file leads them to
        reason = f"文件无法读取（{type(error).__name__}）：请用 Excel 或 WPS 另存为 xlsx 或 csv。"
        return Returned((), (NotTaken(path.name, 0, reason),))
    header = _header(rows)
    if header is None:
        reason = "没有找到表头：需要“编号”和“裁定”两列。"
        return Returned((), (NotTaken(path.name, 0, reason),))
    at, columns = header
    given: list[Given] = []
    not_taken: list[NotTaken] = []
    for line, cells in rows[at + 1 :]:
        took = _taken(path.name, line, _picked(cells, columns))
        if isinstance(took, Given):
            given.append(took)
        elif took is not None:
            not_taken.append(took)
    return Returned(tuple(given), tuple(not_taken))


def _taken(file: str, line: int, cells: dict[str, str]) -> Given | NotTaken | None:
    """None where nothing was typed."""
    typed = " ".join(filter(None, (cells[key] for key in ("verdict", "reviewer", "note"))))
    if not cells["verdict"] and not cells["note"]:
        return NotTaken(file, line, "有裁定人而没有裁定。", typed) if cells["reviewer"] else None
    flag = cells["id"].strip().lower().replace("f-", "F-", 1)
    if not FLAG_ID.fullmatch(flag):
        return NotTaken(file, line, f"编号“{cells['id']}”不是本工具给出的编号。", typed)
    word = _WORDS.get(re.sub(r"[\s_\-]+", "", cells["verdict"]).lower())
    if cells["verdict"] and word is None:
        reason = f"裁定“{cells['verdict']}”不认识：请填 {'、'.join(VERDICTS)}。"
        return NotTaken(file, line, reason, typed)
    return Given(flag, Verdict(word, cells["reviewer"], cells["note"]), file, line)


def _picked(cells: Sequence[str], columns: dict[str, int]) -> dict[str, str]:
    typed = {
        key: as_typed(cells[columns[key]]).strip()
        if key in columns and columns[key] < len(cells)
        else ""
        for key in HEADS
    }
    return typed | ({"note": ""} if typed["note"] == NO_REASON else {})


def _header(rows: list[tuple[int, list[str]]]) -> tuple[int, dict[str, int]] | None:
    for number, (_, cells) in enumerate(rows[:_HEADER_WITHIN]):
        names = [cell.strip().lower() for cell in cells]
        columns = {
            key: names.index(name) for key, told in HEADS.items() for name in told if name in names
        }
        if "id" in columns and ("verdict" in columns or "note" in columns):
            return number, columns
    return None


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    data = path.read_bytes()
    return _workbook_rows(data) if data.startswith(b"PK") else _csv_rows(_decoded(data))


def _workbook_rows(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """The sheet that has our header; reviewers put others in front of it."""
    import openpyxl

    values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    # What was typed as a formula has no value until a spreadsheet computes it: then as typed.
    typed = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    first: list[tuple[int, list[str]]] | None = None
    for sheet, same in zip(values.worksheets, typed.worksheets, strict=True):
        rows = [
            (line, [_text(*pair) for pair in zip(*pairs, strict=True)])
            for line, pairs in enumerate(
                zip(
                    sheet.iter_rows(values_only=True),
                    same.iter_rows(values_only=True),
                    strict=True,
                ),
                start=1,
            )
        ]
        if _header(rows):
            return iter(rows)
        first = first or rows
    return iter(first or [])


def _text(value: object, typed: object) -> str:
    told = typed if value is None else value
    return "" if told is None else str(told)


def _csv_rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """The separator is the one under which the header can be read."""
    csv.field_size_limit(_FIELD_LIMIT)
    fallback: list[tuple[int, list[str]]] | None = None
    for delimiter in _DELIMITERS:
        rows = list(_numbered(text, delimiter))
        if _header(rows):
            return iter(rows)
        fallback = fallback or rows
    return iter(fallback or [])


def _numbered(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
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
