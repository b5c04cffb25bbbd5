"""What a reviewer says of a finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

VerdictWord = Literal["属实", "误报", "待定"]
VERDICTS: tuple[VerdictWord, ...] = get_args(VerdictWord)
MUTES: VerdictWord = "误报"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict with who gave it and why, as typed."""

    word: VerdictWord | None
    """None: only a note was typed."""
    reviewer: str = ""
    note: str = ""


NO_VERDICT = Verdict(None)
