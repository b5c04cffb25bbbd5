"""What was planted, found and falsely told of a code, and the line that says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from extractor.checks.run import Flagged
from extractor.decisions.stats import wilson


@dataclass(slots=True)
class Count:
    planted: int = 0
    found: int = 0
    false: int = 0


@dataclass(slots=True)
class ByCode:
    """Counts per code; what was missed and what fired wrongly, for the development part."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    misses: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    near_misses: int = 0
    near_findings: int = 0

    def false_alarm(self, where: str, flagged: Flagged) -> None:
        code, finding = flagged.rule.code, flagged.finding
        self.counts[code].false += 1
        self.alarms.append(f"{where}: {code} {finding.message.zh} | {finding.evidence}")

    def listed(self) -> str:
        """Every miss and every false alarm, a line each."""
        return "\n".join(["missed:", *self.misses, "false alarms:", *self.alarms])


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
