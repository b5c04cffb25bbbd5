"""Are the files of planted changes, judged faults and pairs sound? No check is run.

`python -m evaluation.across --validate FILE…` prints what is wrong in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from evaluation.gold import Report, load_reports
from evaluation.pairs import Pair, beside, checked
from evaluation.planting import NEAR_MISS, Fault, Planted, document, printed_text, with_error
from extractor.checks.catalogue import RULES
from extractor.report.report import Report as Read
from extractor.report.report import read_report

_KNOWN = {rule.code for rule in RULES}
_PLANTABLE = ("B502", "B505", "B506")


def problems(path: Path) -> Iterator[str]:
    """What is wrong in the file, entry by entry; its form tells what it holds."""
    try:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        yield f"{type(error).__name__}: {error}"
        return
    reports = {report.gold.id: report for report in load_reports()}
    if isinstance(loaded, dict):
        yield from _in_faults(loaded, reports)
    elif isinstance(loaded, list):
        for number, raw in enumerate(loaded, 1):
            where = f"entry {number}"
            is_pair = isinstance(raw, dict) and "relation" in raw
            found = _in_pair(raw, reports) if is_pair else _in_planted(raw, reports)
            yield from (f"{where}: {told}" for told in found)
    else:
        yield "neither a list of changes or pairs nor faults by report"


def _in_faults(loaded: dict[Any, Any], reports: dict[str, Report]) -> Iterator[str]:
    for name, own in loaded.items():
        if name not in reports:
            yield f"no such report: {name}"
            continue
        text = printed_text(reports[name])
        for raw in own or ():
            try:
                fault = Fault.model_validate(raw)
            except ValidationError as error:
                yield from (f"{name}: {told}" for told in _told(error))
                continue
            yield from (f"{name}: {told}" for told in _unknown([fault.code]))
            if fault.code[0] == "B" and fault.words not in text:
                yield f"{name} {fault.code}: these words do not stand there: {fault.words}"


def _in_planted(raw: object, reports: dict[str, Report]) -> Iterator[str]:
    try:
        planted = Planted.model_validate(raw)
    except ValidationError as error:
        yield from _told(error)
        return
    yield from _unknown({planted.code, *planted.also, *planted.instead} - {NEAR_MISS})
    if planted.code[0] == "B" and planted.code not in _PLANTABLE:
        yield f"{planted.code} is not planted in one report: {', '.join(_PLANTABLE)} are"
    if not planted.note:
        yield "no note"
    if planted.report not in reports:
        yield f"no such report: {planted.report}"
        return
    report = reports[planted.report]
    try:
        changed = with_error(report, planted)
    except (ValueError, KeyError) as error:
        yield str(error)
        return
    if changed == report and not (planted.without_rows or planted.added_rows):
        yield f"{planted.report} {planted.code}: nothing is changed"
    if planted.words and not any(planted.words in line for line in changed.prose):
        yield f"{planted.report} {planted.code}: these words do not stand there: {planted.words}"


def _in_pair(raw: object, reports: dict[str, Report]) -> Iterator[str]:
    try:
        pair = Pair.model_validate(raw)
    except ValidationError as error:
        yield from _told(error)
        return
    yield from _unknown([*pair.codes, *pair.also])
    if pair.report not in reports:
        yield f"no such report: {pair.report}"
        return
    report = reports[pair.report]
    try:
        own = _read(checked(report, pair))
        others = [_read(other) for other in beside(report, pair)]
    except (ValueError, KeyError) as error:
        yield str(error)
        return
    yield from (f"{pair.told}: {told}" for told in _misfits(pair, own, others))


def _misfits(pair: Pair, own: Read, others: list[Read]) -> Iterator[str]:
    """Reports that are not what the relation says, as the product reads their titles."""
    agency, year = _identity(own)
    names = [_identity(other) for other in others]
    if pair.relation == "previous":
        wanted = (agency, year - pair.years_back if year else None)
        if names[0] != wanted:
            yield f"the other report reads as {names[0]}, not as {wanted}"
        return
    if len({name for name, _ in names} - {None, agency}) != pair.copies:
        yield f"agencies are not told apart: {agency}, {', '.join(str(n) for n, _ in names)}"


def _identity(read: Read) -> tuple[str | None, int | None]:
    identity = read.identity
    return identity.agency.value if identity.agency else None, identity.year


def _read(report: Report) -> Read:
    return read_report(document(report))


def _unknown(codes: Iterable[str]) -> Iterator[str]:
    for code in sorted(set(codes) - _KNOWN):
        yield f"no such code: {code}"


def _told(error: ValidationError) -> Iterator[str]:
    for one in error.errors():
        yield f"{'.'.join(map(str, one['loc']))}: {one['msg']}"
