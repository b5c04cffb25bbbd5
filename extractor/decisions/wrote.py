"""What the tool itself wrote into a results folder's lists, as its reports.jsonl tells."""

from __future__ import annotations

import json
from pathlib import Path

_RECORDS = "reports.jsonl"


class Wrote:
    """Read only when somebody's verdict may be an echo of ours, which is rare."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _RECORDS
        self._words: dict[str, str | None] | None = None

    def verdict(self, flag: str, word: str | None) -> bool:
        """Whether this word stood beside this finding when the lists were written."""
        if self._words is None:
            self._words = self._read()
        return word is not None and self._words.get(flag) == word

    def _read(self) -> dict[str, str | None]:
        words: dict[str, str | None] = {}
        try:
            with self._path.open(encoding="utf-8") as lines:
                for line in lines:
                    for flag in json.loads(line)["flags"]:
                        words[flag["id"]] = flag["verdict"]
        except (OSError, ValueError, KeyError, TypeError):
            # Without it nothing is known, and what was typed counts.
            return words
        return words
