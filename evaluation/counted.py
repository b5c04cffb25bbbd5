"""What was planted, found and falsely told of a code, and the line that says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.decisions.stats import wilson


@dataclass(slots=True)
class Count:
    planted: int = 0
    found: int = 0
    false: int = 0


def count_line(name: str, counts: Iterable[Count]) -> str:
    """Precision and recall with their 95 % intervals."""
    counts = list(counts)
    planted, found, false = (
        sum(getattr(c, key) for c in counts) for key in ("planted", "found", "false")
    )
    precision, recall = _share(found, found + false), _share(found, planted)
    return f"  {name:6} {planted:4} {found:4} {false:4}  P {precision}  R {recall}"


def _share(right: int, of: int) -> str:
    if not of:
        return "    –                 "
    low, high = wilson(right, of)
    return f"{right / of:6.1%} [{low:.3f}, {high:.3f}]"
