"""What a reviewer says of a finding."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from extractor.checks.model import Said

VerdictWord = Literal["属实", "误报", "待定"]
VERDICTS: tuple[VerdictWord, ...] = get_args(VerdictWord)
MUTES: VerdictWord = "误报"
PENDING: VerdictWord = "待定"
# Stands in the list for a muted finding that nobody gave a reason for; it is no reason itself.
NO_REASON = "未填理由"
# How the note begins that the store itself writes where reviewers differ.
APART = "裁定不一致 "
FLAG_ID = re.compile(r"F-[a-z2-7]{10}")
_LINES = 5
_COMMAS = re.compile(r"[、，,;；/／\n]")


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict with who gave it and why, as typed."""

    word: VerdictWord | None
    """None: only a note was typed."""
    reviewer: str = ""
    note: str = ""


NO_VERDICT = Verdict(None)


@dataclass(frozen=True, slots=True)
class Given:
    """A verdict on one finding, and where it was typed."""

    flag: str
    verdict: Verdict
    file: str = ""
    line: int = 0
    code: str = ""
    """The finding's code, where the file still tells it: what verdicts teach is told per code."""


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A row that could not be taken: where, and why, for the person who typed it."""

    file: str
    line: int
    reason: Said
    typed: str = ""


def together(verdicts: list[Verdict]) -> Verdict:
    """What several reviewers say: their word where they agree, 待定 with all words where not."""
    words = {verdict.word for verdict in verdicts if verdict.word}
    if len(verdicts) == 1:
        return verdicts[0]
    reviewers = "、".join(dict.fromkeys(v.reviewer for v in verdicts if v.reviewer))
    if len(words) <= 1:
        notes = "；".join(dict.fromkeys(v.note for v in verdicts if v.note))
        return Verdict(next(iter(words), None), reviewers, notes)
    told = [
        f"{v.reviewer or '未署名'}：{v.word}{f'（{v.note}）' if v.note else ''}"
        for v in verdicts
        if v.word
    ]
    return Verdict(PENDING, reviewers, APART + "；".join(told))


def lines_told(lines: Iterable[int]) -> tuple[str, str]:
    """The first few of them, in both languages."""
    numbers = sorted(lines)
    told = [*map(str, numbers[:_LINES]), *["…"] * (len(numbers) > _LINES)]
    return "、".join(told), ", ".join(told)


def signed(names: str) -> str:
    """Several names are told apart by 、, however they were typed."""
    return "、".join(dict.fromkeys(name.strip() for name in _COMMAS.split(names) if name.strip()))
