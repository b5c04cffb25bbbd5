"""Judged findings of a results folder written out as cases for their codes' tests."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extractor.batch.sheets import records
from extractor.checks.catalogue import CODES, rule
from extractor.checks.model import Language, Said
from extractor.decisions.store import Store
from extractor.outputs.cases import Judged, Kind, Made, judged, made
from extractor.outputs.columns import Column
from extractor.outputs.csv_file import CsvFile
from extractor.outputs.names import NOT_CASES
from extractor.outputs.yaml_text import yaml_lines
from extractor.report.record import Record
from extractor.roster.one_agency import Agencies

Case = Mapping[str, Any]
# Runs a case: whether its code finds again just what it expects.
Proof = Callable[[str, Case], bool]
# A folder of casebooks that people wrote must not be overwritten by ours.
_MARK = "# nianjian review --cases"
_COLUMNS = (
    Column("id", Said("编号", "id"), 15),
    Column("code", Said("代码", "code"), 7),
    Column("verdict", Said("裁定", "verdict"), 8),
    Column("reviewer", Said("裁定人", "reviewer"), 10),
    Column("note", Said("备注", "note"), 24),
    Column("why", Said("未写成用例的原因", "why it is no case"), 44),
)
_BY_FILE = Said("取决于文件本身，不是文字内容。", "It is about the file, not its words.")
_BESIDE = Said(
    "要与上年或其他机关的报告比对，结果里没有那份报告。",
    "It needs last year's or another agency's report, which the results do not hold.",
)
_NOT_AGAIN = Said(
    "按提取结果重建的报告里不再出现同样的问题（原文版式、遮盖的个人信息或同类问题有关）。",
    "A report built from what was read does not show just this finding again (layout, masked "
    "personal data, or other findings of the code).",
)
_RETIRED = Said("现在的规则里没有这个代码。", "The catalogue has no such code any more.")


class NotOursError(Exception):
    """A casebook stands where a case would be written."""


@dataclass(slots=True)
class Written:
    fires: int = 0
    passes: int = 0
    apart: int = 0
    proved: bool = False
    """Whether each case was run; without the evaluation part of the project none can be."""
    kinds: dict[str, dict[Kind, list[Case]]] = field(default_factory=dict)


def write_cases(
    results: Path, store: Store, out: Path, proof: Proof | None, lang: Language
) -> Written:
    """A casebook for each judged code, and a list of what is none with the reason."""
    written = Written(proved=proof is not None)
    apart: list[tuple[Judged, Said]] = []
    found = [one for record in records(results) for one in judged(record, store.verdict)]
    before = Before(results, found)
    for one in found:
        case, why = _case(one, before.of(one.record), proof)
        if case is None:
            apart.append((one, why))
        else:
            kinds = written.kinds.setdefault(one.code, {"fires": [], "passes": []})
            kinds[one.kind].append(case)
    _check_ours(out / f"{code}.yaml" for code in written.kinds)
    out.mkdir(parents=True, exist_ok=True)
    for code, kinds in sorted(written.kinds.items()):
        _write(out / f"{code}.yaml", kinds, written.proved)
        written.fires += len(kinds["fires"])
        written.passes += len(kinds["passes"])
    written.apart = _list(out / NOT_CASES, apart, lang)
    return written


Name = tuple[str | None, str, int]


class Before:
    """Last year's reports of those with findings that need them, where the results hold them."""

    def __init__(self, results: Path, found: Iterable[Judged]) -> None:
        self._agencies = Agencies()
        self._of: dict[Name, Record] = {}
        asked = [one.record for one in found if _needs_last_year(one.code)]
        if not asked:
            return
        for record in records(results):
            self._agencies.add(record.meta.region, record.meta.agency)
        wanted = {self._name(record, before=1) for record in asked}
        for record in records(results):
            name = self._name(record)
            if name in wanted and name is not None:
                self._of.setdefault(name, record)

    def of(self, record: Record) -> Record | None:
        name = self._name(record, before=1)
        return self._of.get(name) if name else None

    def _name(self, record: Record, before: int = 0) -> Name | None:
        """One agency's in either of the ways in which it may be printed."""
        meta = record.meta
        if not meta.agency or not meta.year:
            return None
        return meta.region, self._agencies.of(meta.region, meta.agency), meta.year - before


def _needs_last_year(code: str) -> bool:
    return code in CODES and rule(code).across is not None


def _case(one: Judged, before: Record | None, proof: Proof | None) -> tuple[Case | None, Said]:
    """The case that shows the finding again, or why there is none."""
    if one.code not in CODES:
        return None, _RETIRED
    if one.code[0] == "P":
        return None, _BY_FILE
    own = made(one, before if _needs_last_year(one.code) else None)
    if proof is None:
        return own.whole, _NOT_AGAIN
    case = next((case for case in _tries(own) if proof(one.code, case)), None)
    alone = rule(one.code).check is not None
    return case, _NOT_AGAIN if alone else _BESIDE


def _tries(own: Made) -> Iterable[Case]:
    return (case for case in (own.whole, own.shorter) if case)


def _check_ours(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.exists() and not path.read_text(encoding="utf-8").startswith(_MARK):
            raise NotOursError(str(path))


def _write(path: Path, kinds: dict[Kind, list[Case]], proved: bool) -> None:
    run = "each was run: its code finds it" if proved else "none was run: check them before use"
    head = f"{_MARK} ({run}). A case under `passes` fails until the rule is mended.\n"
    path.write_text(head + "\n".join(yaml_lines(kinds)) + "\n", encoding="utf-8", newline="\n")


def _list(path: Path, apart: list[tuple[Judged, Said]], lang: Language) -> int:
    count = 0
    with CsvFile(path, _COLUMNS, lang) as file:
        for one, why in apart:
            for flag, verdict in zip(one.flags, one.verdicts, strict=True):
                cells = (flag.id, one.code, verdict.word, verdict.reviewer, verdict.note)
                file.row([*cells, why.told(lang)])
                count += 1
    return count
