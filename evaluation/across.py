"""How right the checks are that look at two reports or more: last year's, other agencies'.

`python -m evaluation.across` measures the pairs of `planted/across/`; `--validate FILE…` only looks
whether files of planted changes, judged faults or pairs are sound.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.counted import ByCode, count_line
from evaluation.gold import PARTS, Part, Report, load_reports
from evaluation.pairs import CODES, Pair, beside, checked, load_pairs
from evaluation.planting import record
from evaluation.validating import problems
from extractor.batch.neighbours import neighbours_of
from extractor.checks.across import found_across, found_among
from extractor.checks.model import Across
from extractor.checks.run import Flagged
from extractor.checks.settings import DEFAULT_SETTINGS
from extractor.report.record import Record

_MEASURED = {code for codes in CODES.values() for code in codes}


@dataclass(slots=True)
class Tallies(ByCode):
    """With what only two reports and more give cause to count."""

    pairs: int = 0
    clusters: Counter[bool] = field(default_factory=Counter)
    """Whether the cluster that was told is as large as the planted one."""
    reports: int = 0
    """As they stand, all in one batch."""
    successive: int = 0
    """Pairs of one agency's reports of successive years among them."""
    standing_findings: int = 0


def measure(part: Part) -> Tallies:
    tallies = Tallies()
    reports = {report.gold.id: report for report in load_reports(part)}
    standing = {name: record(report) for name, report in reports.items()}
    _count_standing(standing, tallies)
    for pair in load_pairs(part):
        found, cluster = _found(pair, reports[pair.report], standing)
        count(pair, found, tallies)
        if cluster is not None and "B504" in pair.codes:
            tallies.clusters[cluster == pair.copies + 1] += 1
    return tallies


def _found(
    pair: Pair, report: Report, standing: Mapping[str, Record]
) -> tuple[list[Flagged], int | None]:
    """What is said of the checked report, and in a cluster of how many agencies it stands."""
    own = record(checked(report, pair))
    others = [record(other, f"other {n}") for n, other in enumerate(beside(report, pair), 1)]
    if pair.relation == "previous":
        return list(_with_last_year(own, others[0])), None
    batch = [*(dict(standing) | {pair.report: own}).values(), *others]
    among = neighbours_of(batch, DEFAULT_SETTINGS).among(own)
    cluster = among.neighbour.cluster if among.neighbour else None
    return list(_measured(found_among(among))), cluster


def _count_standing(standing: Mapping[str, Record], tallies: Tallies) -> None:
    """The part's reports as they stand, all in one batch: none repeats another."""
    records = list(standing.values())
    neighbours = neighbours_of(records, DEFAULT_SETTINGS)
    tallies.reports = len(records)
    for own in records:
        for flagged in _measured(found_among(neighbours.among(own))):
            _standing_alarm(f"{own.source.path} as it stands", flagged, tallies)
    for now, before in _successive(records):
        tallies.successive += 1
        for flagged in _with_last_year(now, before):
            _standing_alarm(f"{now.source.path} after {before.source.path}", flagged, tallies)


def _with_last_year(now: Record, before: Record) -> Iterator[Flagged]:
    """As the product: only the report on the very year before is last year's."""
    if now.meta.year and before.meta.year == now.meta.year - 1:
        yield from _measured(found_across(Across(now, before)))


def _measured(found: Iterable[Flagged]) -> Iterator[Flagged]:
    return (flagged for flagged in found if flagged.rule.code in _MEASURED)


def _successive(records: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
    by_name = {(r.meta.region, r.meta.agency, r.meta.year): r for r in records}
    for (region, agency, year), now in by_name.items():
        before = by_name.get((region, agency, year - 1)) if agency and year else None
        if before is not None:
            yield now, before


def count(pair: Pair, found: Sequence[Flagged], tallies: Tallies) -> None:
    """What the pair asks for, and what else is said."""
    tallies.pairs += 1
    tallies.near_misses += not pair.codes
    for code in pair.codes:
        asked = tallies.counts[code]
        asked.planted += 1
        told = [flagged.severity for flagged in found if flagged.rule.code == code]
        if any(severity == pair.severity.get(code, severity) for severity in told):
            asked.found += 1
        else:
            instead = f": told as a {told[0]}" if told else ""
            tallies.misses.append(f"{code}: {pair.told}{instead}")
    for flagged in found:
        if flagged.rule.code not in (*pair.codes, *pair.also):
            tallies.near_findings += not pair.codes
            tallies.false_alarm(pair.told, flagged)


def _standing_alarm(where: str, flagged: Flagged, tallies: Tallies) -> None:
    tallies.standing_findings += 1
    tallies.false_alarm(where, flagged)


def lines(part: str, tallies: Tallies) -> list[str]:
    clusters = tallies.clusters
    return [
        f"{part}: {tallies.reports} reports as they stand in one batch, {tallies.successive} of "
        f"them beside last year's, findings: {tallies.standing_findings}",
        f"{part}: {tallies.pairs} pairs of reports, near misses among them: "
        f"{tallies.near_misses}, findings on those: {tallies.near_findings}; "
        f"clusters of the planted size: {clusters[True]} of {clusters.total()}",
        *(count_line(code, [tallies.counts[code]]) for code in sorted(tallies.counts)),
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m evaluation.across", description=__doc__)
    parser.add_argument("--part", choices=PARTS, help="only this part")
    parser.add_argument("--misses", action="store_true", help="list the development part's")
    parser.add_argument("--validate", nargs="+", type=Path, metavar="FILE", default=[])
    options = parser.parse_args(arguments)
    if options.validate:
        return _validate(options.validate)
    for part in (options.part,) if options.part else PARTS:
        tallies = measure(part)
        print("\n".join(lines(part, tallies)))
        if options.misses and part == "dev":
            print(tallies.listed())
    return 0


def _validate(paths: Sequence[Path]) -> int:
    found = [f"{path.name}: {told}" for path in paths for told in problems(path)]
    print("\n".join([*found, f"{len(paths)} files, {len(found)} problems"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
