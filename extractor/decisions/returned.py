"""Verdicts as they come back in flags.csv or flags.xlsx.

Only what a reviewer can have typed is read; everything else in the row is ours and may have been
changed by the spreadsheet without harm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from extractor.decisions.model import (
    APART,
    FLAG_ID,
    NO_REASON,
    PENDING,
    VERDICTS,
    Given,
    NotTaken,
    Verdict,
    VerdictWord,
)
from extractor.decisions.spreadsheet import SpreadsheetError, rows_of

# Our own headers in both languages; a reviewer may move columns and add some.
HEADS: dict[str, tuple[str, ...]] = {
    "id": ("编号", "id"),
    "verdict": ("裁定", "verdict"),
    "reviewer": ("裁定人", "reviewer"),
    "note": ("备注", "note"),
    "code": ("代码", "code"),
}
_WORDS: dict[str, VerdictWord] = {
    **{word: word for word in VERDICTS},
    "confirmed": "属实",
    "true": "属实",
    "falsealarm": "误报",
    "false": "误报",
    "pending": "待定",
}


@dataclass(frozen=True, slots=True)
class Returned:
    """What a file holds that somebody typed."""

    given: tuple[Given, ...]
    not_taken: tuple[NotTaken, ...]


def read_returned(path: Path, reviewer: str = "") -> Returned:
    """The verdicts in a returned file, and each row that could not be taken with its reason.

    `reviewer` signs the rows that nobody signed.
    """
    given: list[Given] = []
    not_taken: list[NotTaken] = []
    try:
        for line, cells in rows_of(path, HEADS, ("id", "verdict")):
            took = _taken(path.name, line, cells, reviewer)
            if isinstance(took, Given):
                given.append(took)
            elif took is not None:
                not_taken.append(took)
    except SpreadsheetError as error:
        not_taken.append(NotTaken(path.name, 0, str(error)))
    return Returned(tuple(given), tuple(not_taken))


def _taken(file: str, line: int, cells: dict[str, str], reviewer: str) -> Given | NotTaken | None:
    """None where nothing was typed."""
    # The store's own notes are nobody's words, whatever verdict was typed beside them.
    note = "" if cells["note"] == NO_REASON else cells["note"]
    apart = note.startswith(APART)
    if apart and cells["verdict"] == PENDING:
        return None
    note = "" if apart else note
    typed = " ".join(filter(None, (cells["verdict"], cells["reviewer"], note)))
    if not cells["verdict"] and not note:
        return NotTaken(file, line, "有裁定人而没有裁定。", typed) if cells["reviewer"] else None
    flag = cells["id"].strip().lower().replace("f-", "F-", 1)
    if not FLAG_ID.fullmatch(flag):
        return NotTaken(file, line, f"编号“{cells['id']}”不是本工具给出的编号。", typed)
    word = _WORDS.get(re.sub(r"[\s_\-]+", "", cells["verdict"]).lower())
    if cells["verdict"] and word is None:
        reason = f"裁定“{cells['verdict']}”不认识：请填 {'、'.join(VERDICTS)}。"
        return NotTaken(file, line, reason, typed)
    verdict = Verdict(word, cells["reviewer"] or reviewer, note)
    return Given(flag, verdict, file, line, cells["code"].upper())
