"""Verdicts as they come back in flags.csv or flags.xlsx.

Only what a reviewer can have typed is read; everything else in the row is ours and may have been
changed by the spreadsheet without harm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from extractor.checks.model import Said
from extractor.decisions.added import Added
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
    lines_told,
    signed,
)
from extractor.decisions.spreadsheet import SpreadsheetError, rows_and_others

# Our own headers in both languages; a reviewer may move columns and add some.
HEADS: dict[str, tuple[str, ...]] = {
    "id": ("编号", "id"),
    "verdict": ("裁定", "verdict"),
    "reviewer": ("裁定人", "reviewer"),
    "note": ("备注", "note"),
    "code": ("代码", "code"),
}
# All heads of our lists (outputs/columns.py): whatever else stands there somebody added.
OURS: frozenset[str] = frozenset(
    (
        *("编号", "文件", "机关", "年度", "代码", "问题", "严重程度", "章节", "位置", "页码"),
        *("原文", "说明", "应为", "实为", "置信度", "扣分", "裁定", "裁定人", "备注"),
        *("id", "file", "agency", "year", "code", "issue", "severity", "section", "place", "page"),
        *("evidence", "message", "expected", "found", "confidence", "points", "verdict"),
        *("reviewer", "note"),
    )
)
_WORDS: dict[str, VerdictWord] = {
    **{word: word for word in VERDICTS},
    "confirmed": "属实",
    "true": "属实",
    "falsealarm": "误报",
    "false": "误报",
    "pending": "待定",
}


_SIGNED_ONLY = Said("有裁定人而没有裁定。", "There is a reviewer, but no verdict.")


@dataclass(frozen=True, slots=True)
class Returned:
    """What a file holds that somebody typed."""

    given: tuple[Given, ...]
    not_taken: tuple[NotTaken, ...]
    added: tuple[Added, ...] = ()
    """Cells of columns that a reviewer added."""


def read_returned(path: Path, reviewer: str = "") -> Returned:
    """The verdicts in a returned file, and each row that could not be taken with its reason.

    `reviewer` signs the rows that nobody signed.
    """
    given: list[Given] = []
    not_taken: list[NotTaken] = []
    added: list[Added] = []
    try:
        for line, cells, others in rows_and_others(path, HEADS, ("id", "verdict"), OURS):
            took = _taken(path.name, line, cells, reviewer)
            flag = _flag(cells["id"])
            if FLAG_ID.fullmatch(flag):
                added += (Added(flag, *own, path.name, line) for own in others.items())
            elif others and took is None:
                took = _no_number(path.name, line, cells["id"], " ".join(others.values()))
            if isinstance(took, Given):
                given.append(took)
            elif took is not None:
                not_taken.append(took)
    except SpreadsheetError as error:
        not_taken.append(NotTaken(path.name, 0, error.said))
    agreed, apart = _agreed(given)
    return Returned(tuple(agreed), (*not_taken, *apart), tuple(added))


def _agreed(given: list[Given]) -> tuple[list[Given], list[NotTaken]]:
    """One word of each reviewer on each finding. Rows that say two things are all left out: which
    of them stands lower tells nothing, for people sort their lists."""
    rows: dict[tuple[str, str], list[Given]] = {}
    for each in given:
        rows.setdefault((each.flag, each.verdict.reviewer), []).append(each)
    agreed: list[Given] = []
    apart: list[NotTaken] = []
    for own in rows.values():
        words = sorted({each.verdict.word for each in own if each.verdict.word})
        if len(words) > 1:
            apart.append(_twice(own, words))
            continue
        notes = "；".join(sorted({each.verdict.note for each in own if each.verdict.note}))
        word = own[0].verdict.word if not words else words[0]
        code = next((each.code for each in own if each.code), "")
        verdict = Verdict(word, own[0].verdict.reviewer, notes)
        agreed.append(replace(own[0], verdict=verdict, code=code))
    return agreed, apart


def _twice(rows: list[Given], words: list[VerdictWord]) -> NotTaken:
    """A report that came in twice, as DOCX and as PDF, has its findings twice in the list."""
    first = min(rows, key=lambda each: each.line)
    zh, en = lines_told(each.line for each in rows)
    return NotTaken(
        first.file,
        first.line,
        Said(
            f"{first.flag} 在第 {zh} 行由同一人填了不同的裁定（{'、'.join(words)}）：请改成一样。",
            f"{first.flag} has different verdicts of one reviewer ({', '.join(words)}) on lines "
            f"{en}: make them the same.",
        ),
        "、".join(filter(None, (first.verdict.reviewer, *words))),
    )


def _flag(number: str) -> str:
    return number.strip().lower().replace("f-", "F-", 1)


def _no_number(file: str, line: int, number: str, typed: str) -> NotTaken:
    return NotTaken(
        file,
        line,
        Said(
            f"编号“{number}”不是本工具给出的编号：请从原清单抄回编号。",
            f"“{number}” is no number of this tool: copy the number from the original list.",
        ),
        typed,
    )


def _unknown(typed: str) -> Said:
    return Said(
        f"裁定“{typed}”不认识：请填 {'、'.join(VERDICTS)}。",
        f"The verdict “{typed}” is unknown: give 属实 (confirmed), 误报 (false alarm) or 待定 "
        "(pending).",
    )


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
        return NotTaken(file, line, _SIGNED_ONLY, typed) if cells["reviewer"] else None
    flag = _flag(cells["id"])
    if not FLAG_ID.fullmatch(flag):
        return _no_number(file, line, cells["id"], typed)
    word = _WORDS.get(re.sub(r"[\s_\-]+", "", cells["verdict"]).lower())
    if cells["verdict"] and word is None:
        return NotTaken(file, line, _unknown(cells["verdict"]), typed)
    verdict = Verdict(word, signed(cells["reviewer"] or reviewer), note)
    return Given(flag, verdict, file, line, cells["code"].upper())
