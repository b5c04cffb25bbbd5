"""Numbers of sentences and findings: the same in every run over the same report."""

from __future__ import annotations

import hashlib
from base64 import b32encode

_CHARACTERS = 10


def stable_number(letter: str, stem: str) -> str:
    """Letters first, so that no spreadsheet takes it for a number or a date."""
    digest = b32encode(hashlib.sha256(stem.encode()).digest()).decode().lower()
    return f"{letter}-{digest[:_CHARACTERS]}"
