"""In which manner problems and measures are misread: counts only, so that the held-back part may
print them too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

# What of the shorter text must stand in the longer one for the two to be the same item.
_SAME = 0.6

KINDS = {
    "longer": "read with more than the gold's words",
    "shorter": "read with fewer",
    "shifted": "read with other bounds on both sides",
    "other list": "read as the other: a problem as a measure, a measure as a problem",
    "unread": "not read at all",
    "foreign": "read, but no item of the gold",
}

Lists = dict[str, Sequence[str]]


class ItemErrors:
    """Counts of misread items by list and manner, each report and item once."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, str, str, str], None] = {}
        self._right: set[tuple[str, str, str]] = set()

    def add(self, report: str, gold: Lists, read: Lists) -> None:
        for name in gold:
            self._right |= {(report, name, item) for item in set(gold[name]) & set(read[name])}
            for manner, item in _misread(name, gold, read):
                self._seen[report, name, manner, item] = None

    def lines(self) -> list[str]:
        if not self._seen and not self._right:
            return []
        out = ["items by manner of reading, each once: exact, " + ", ".join(KINDS)]
        counts = Counter((name, manner) for _, name, manner, _ in self._seen)
        right = Counter(name for _, name, _ in self._right)
        for name in sorted({*right, *(name for _, name, _, _ in self._seen)}):
            row = "".join(f" {counts[name, manner]:5}" for manner in KINDS)
            out.append(f"  {name:16} {right[name]:6}{row}")
        return out


def _misread(name: str, gold: Lists, read: Lists) -> Iterator[tuple[str, str]]:
    wanted = [item for item in gold[name] if item not in set(read[name])]
    given = [item for item in read[name] if item not in set(gold[name])]
    others_read = [item for other in read if other != name for item in read[other]]
    others_gold = [item for other in gold if other != name for item in gold[other]]
    for item in wanted:
        if partner := _partner(item, given):
            yield _bounds(item, partner), item
        else:
            yield ("other list" if _partner(item, others_read) else "unread"), item
    for item in given:
        if not _partner(item, wanted) and not _partner(item, others_gold):
            yield "foreign", item


def _partner(item: str, among: Iterable[str]) -> str | None:
    return next((other for other in among if _same(item, other)), None)


def _same(one: str, other: str) -> bool:
    common = SequenceMatcher(None, one, other, autojunk=False).find_longest_match().size
    return common >= _SAME * min(len(one), len(other))


def _bounds(gold: str, read: str) -> str:
    if gold in read:
        return "longer"
    return "shorter" if read in gold else "shifted"
