"""How right the checks are: planted errors found, silence on near misses and on clean reports.

`python -m evaluation.checks` plants single changes into the gold reports (`planted/*.yaml` by hand
where meaning decides; sums of tables by program), reads and checks each, and counts per code. The
development part lists misses and false alarms on request; the held-back part gives totals only.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation import across
from evaluation.cost import checks_cost_line
from evaluation.counted import ByCode, Count, count_line
from evaluation.gold import PARTS, Part, Report, load_reports
from evaluation.planting import (
    NEAR_MISS,
    Fault,
    Planted,
    by_hand,
    by_program,
    faults,
    read_and_check,
    said_by,
    with_error,
)
from extractor.checks.run import Flagged

RESULTS = Path(__file__).parent / "results" / "checks.txt"
MEASURED = "STCYBL"
# The goal for clean reports is told for these; boilerplate is judged, language has hints by design.
CLEAN_FAMILIES = ("STCY", "B", "L")
# A hint without a goal: neither right nor wrong.
_UNJUDGED = "B501"
# An error planted by changing one cell may be told by any of the sums that it breaks.
_SUMS = frozenset({"T201", "T202", "T203", "T204"})


@dataclass(slots=True)
class Tallies(ByCode):
    """With what only the checks of one report give cause to count."""

    clean: int = 0
    severities: Counter[tuple[str, str]] = field(default_factory=Counter)
    """False findings on reports as they stand, by family and severity."""
    true_findings: int = 0
    """Findings on faults that the reports have themselves."""
    judged: Count = field(default_factory=Count)
    """Faults of family B that reports as they stand have; how many of them are told."""
    unjudged: int = 0
    """Findings of B501 on reports as they stand."""


@dataclass(frozen=True, slots=True)
class Before:
    """A report as it stands: the faults it has, and what the checks say of it."""

    report: Report
    faults: Sequence[Fault]
    said: frozenset[tuple[str, str]]

    def is_new(self, flagged: Flagged) -> bool:
        return _said(flagged) not in self.said

    def has_fault(self, flagged: Flagged) -> bool:
        return any(fault.is_told_by(flagged) for fault in self.faults)


def measure(part: Part) -> Tallies:
    tallies = Tallies()
    known = faults(part)
    reports: dict[str, Before] = {}
    for report in load_reports(part):
        found = _measured(read_and_check(report))
        before = Before(report, known.get(report.gold.id, ()), frozenset(map(_said, found)))
        reports[report.gold.id] = before
        if not report.gold.allow_table_errors:
            _count_clean(before, found, tallies)
    changes = by_hand(part)
    changes += [error for before in reports.values() for error in by_program(before.report)]
    for planted in changes:
        before = reports[planted.report]
        changed = with_error(before.report, planted)
        found = _measured(read_and_check(changed, planted))
        if planted.code == NEAR_MISS:
            _count_near_miss(planted, before, found, tallies)
        else:
            _count_error(planted, before, found, tallies)
    return tallies


def _measured(found: Iterable[Flagged]) -> list[Flagged]:
    return [flagged for flagged in found if flagged.rule.family in MEASURED]


def _count_clean(before: Before, found: Sequence[Flagged], tallies: Tallies) -> None:
    tallies.clean += 1
    _count_judged(before, found, tallies)
    for flagged in found:
        if flagged.rule.code == _UNJUDGED:
            tallies.unjudged += 1
            continue
        if before.has_fault(flagged):
            tallies.true_findings += 1
            continue
        tallies.severities[flagged.rule.family, flagged.severity] += 1
        tallies.false_alarm(f"{before.report.gold.id} clean", flagged)


def _count_judged(before: Before, found: Sequence[Flagged], tallies: Tallies) -> None:
    """Boilerplate that stands in the reports themselves is asked for like what is planted."""
    for fault in before.faults:
        if fault.code[0] != "B":
            continue
        tallies.judged.planted += 1
        if any(fault.is_told_by(flagged) for flagged in found):
            tallies.judged.found += 1
        else:
            tallies.misses.append(
                f"{before.report.gold.id} as it stands, {fault.code}: {fault.why}"
            )


def _count_error(
    planted: Planted, before: Before, found: Sequence[Flagged], tallies: Tallies
) -> None:
    count = tallies.counts[planted.code]
    count.planted += 1
    if any(tells(flagged, planted) and before.is_new(flagged) for flagged in found):
        count.found += 1
    else:
        tallies.misses.append(f"{planted.report} {planted.code}: {planted.note or planted.cells}")
    for flagged in found:
        true = tells(flagged, planted) or flagged.rule.code in planted.also
        if not (true or _was_not_judged(flagged, planted)) and _is_false(flagged, before):
            tallies.false_alarm(f"{planted.report} with {planted.code}", flagged)


def _was_not_judged(flagged: Flagged, planted: Planted) -> bool:
    """Boilerplate in words that were put in for another code: nobody asked whether it is true."""
    another = flagged.rule.family == "B" and planted.code[0] != "B"
    return another and planted.is_shown_by(flagged)


def tells(flagged: Flagged, planted: Planted) -> bool:
    """Whether the finding is about this very error."""
    code = flagged.rule.code
    if code in planted.instead or (code in _SUMS and planted.code in _SUMS):
        return True
    if code != planted.code:
        return False
    if planted.words:
        return planted.words in said_by(flagged)
    return code != "B502" or planted.is_shown_by(flagged)


def _count_near_miss(
    planted: Planted, before: Before, found: Sequence[Flagged], tallies: Tallies
) -> None:
    tallies.near_misses += 1
    for flagged in found:
        if flagged.rule.code not in planted.also and _is_false(flagged, before):
            tallies.near_findings += 1
            tallies.false_alarm(f"{planted.report} near miss ({planted.note})", flagged)


def _is_false(flagged: Flagged, before: Before) -> bool:
    judged = flagged.rule.code != _UNJUDGED
    return judged and before.is_new(flagged) and not before.has_fault(flagged)


def _said(flagged: Flagged) -> tuple[str, str]:
    return flagged.rule.code, flagged.finding.evidence or flagged.finding.place or ""


def lines(part: str, tallies: Tallies) -> list[str]:
    out = [
        f"{part}: {tallies.clean} reports as they stand, findings on faults they have: "
        f"{tallies.true_findings}; false: "
        + "; ".join(f"{families} {_severities(tallies, families)}" for families in CLEAN_FAMILIES),
        f"{part}: boilerplate judged in reports as they stand: {tallies.judged.planted}, told: "
        f"{tallies.judged.found}; {_UNJUDGED} (a hint without a goal): {tallies.unjudged}",
        f"{part}: near misses: {tallies.near_misses}, findings on them: {tallies.near_findings}",
        f"{part}: code, planted, found, false alarms, precision, recall, 95 % intervals",
    ]
    codes = sorted(tallies.counts)
    out += [count_line(code, [tallies.counts[code]]) for code in codes]
    for family in MEASURED:
        own = [tallies.counts[code] for code in codes if code[0] == family]
        if own:
            out.append(count_line(f"all {family}", own))
    return out


def _severities(tallies: Tallies, families: str) -> str:
    errors, warnings, hints = (
        sum(tallies.severities[family, severity] for family in families)
        for severity in ("error", "warning", "hint")
    )
    return f"{errors} E, {warnings} W ({warnings / max(1, tallies.clean):.3f} a report), {hints} H"


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=PARTS, help="only this part")
    parser.add_argument("--misses", action="store_true", help="list the development part's")
    options = parser.parse_args(arguments)
    out: list[str] = []
    for part in (options.part,) if options.part else PARTS:
        tallies = measure(part)
        out += lines(part, tallies)
        if options.misses and part == "dev":
            print(tallies.listed())
        beside = across.measure(part)
        out += across.lines(part, beside)
        if options.misses and part == "dev":
            print(beside.listed())
    if not options.part:
        out.append(checks_cost_line())
    print("\n".join(out))
    if not options.part:
        RESULTS.write_text("\n".join(out) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
