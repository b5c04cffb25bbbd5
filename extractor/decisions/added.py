"""What reviewers typed into columns of their own: kept, and written back at the end of the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from extractor.decisions.log import Line, Logged, moment


@dataclass(frozen=True, slots=True)
class Added:
    """A cell of a column that is not ours. An emptied cell tells nothing: nothing typed is lost."""

    flag: str
    column: str
    text: str
    file: str = ""
    line: int = 0


class AddedStore(Logged):
    """Every such cell ever taken; of one finding's column the latest text is in force."""

    def __init__(self, verdicts: Path) -> None:
        super().__init__(verdicts.with_name(f"{verdicts.stem}.columns.jsonl"))

    @property
    def columns(self) -> list[str]:
        """In the order in which they first came."""
        return list(self._columns)

    def of(self, flag: str) -> Mapping[str, str]:
        return self._in_force.get(flag, {})

    def add(self, added: Iterable[Added], run: int = 0, written: int | None = None) -> int:
        """Appends what is new; `written` as with verdicts: when the file was last saved."""
        added = list(added)
        if not added:
            return 0
        return self._append(
            lambda: [_line(each) for each in added if not self._known(each, written)], run
        )

    def _known(self, added: Added, written: int | None) -> bool:
        if self.of(added.flag).get(added.column) == added.text:
            return True
        where = (added.flag, added.column)
        old = written is not None and written <= self._changed.get(where, 0)
        return old and (*where, added.text) in self._heard

    def _read(self) -> None:
        self._in_force: dict[str, dict[str, str]] = {}
        self._columns: dict[str, None] = {}
        self._heard: set[tuple[str, str, str]] = set()
        self._changed: dict[tuple[str, str], int] = {}
        for told, undone in self._log.history():
            cell = tuple(told.get(key) for key in ("id", "column", "text"))
            if not all(isinstance(part, str) for part in cell):
                continue
            flag, column, text = map(str, cell)
            self._heard.add((flag, column, text))
            last = max(self._changed.get((flag, column), 0), moment(told), undone or 0)
            self._changed[flag, column] = last
            if undone is None:
                self._columns.setdefault(column)
                self._in_force.setdefault(flag, {})[column] = text


def _line(each: Added) -> Line:
    return {
        "id": each.flag,
        "column": each.column,
        "text": each.text,
        "file": each.file,
        "line": each.line,
    }
