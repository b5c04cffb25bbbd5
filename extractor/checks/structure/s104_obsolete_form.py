"""S104: the tables of the 2019 form, or its notice as the basis, in FY2021 or later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.reading.document import Cell
from extractor.report.figures import StatutoryTable
from extractor.report.forms import squash
from extractor.report.outline import SectionKey

_FIRST_YEAR = 2021
_OLD_NOTICE = re.compile("国办[^〔]{0,6}〔2019〕60号")
_NEW_NOTICE = "国办公开办函〔2021〕30号"
# The titles that only the old notice and its form have.
_OLD_TITLE = re.compile(
    r"年度报告格式》?[（(]试行[）)]|国务院办公厅政府信息与政务公开办公室(?:》?《|印发《)?"
    r"关于政府信息公开工作年度报告有关事项的通知"
)
# Named beside the basis: as what the new form took the place of.
# 新修订的《…条例》 beside it is the law.
_REPLACED = re.compile(
    r"废止|不再|代替|替代|取代|失效|停止执行|原[《国]|上一?年(?!度?末)|去年|往年|旧格式|修订(?!后?的?[《〈]?(?:中华人民共和国)?政府信息公开条例)|更新"
)
# Behind such words in 总体情况 a document is what the report goes by, too.
_GOES_BY = re.compile(r"(?:根据|按照|依据|依照|遵照|对照|参照)[^。；\n]{0,120}$")
_OLD_COLUMNS = re.compile(
    r"本年(?:度)?新制作|本年(?:度)?新公开|对外公开总数|上[一]?年(?:度)?项目数量|采购项目数量|采购总金额"
)
_NEW_COLUMNS = "本年制发件数、本年废止件数、现行有效件数；本年处理决定数量；本年收费金额"
_OLD_ROW = re.compile("六?其[他它]处理")
_NEW_ROWS = "（六）其他处理分为 1、2、3 三行"
_OLD_KEYS = frozenset({"made", "disclosed", "previous", "change", "projects"})
_SURE = 0.97
_REACH = 160


@dataclass(frozen=True, slots=True)
class _Sign:
    """One thing that shows the old form."""

    zh: str
    place: str
    evidence: str
    section: SectionKey | None
    expected: str
    cell: Cell | None = None
    start: int | None = None
    end: int | None = None


def check(case: Case) -> Iterator[Finding]:
    if case.year is None or case.year < _FIRST_YEAR:
        return
    signs = [*_tables(case), *_basis(case)]
    if not signs:
        return
    first = signs[0]
    what = "；".join(sign.zh for sign in signs)
    yield Finding(
        message=Said(
            f"{case.year}年度应使用{_NEW_NOTICE}的格式，仍有2019年的旧格式：{what}。",
            f"FY{case.year} takes the form of 〔2021〕30号; the report still has that of 2019.",
        ),
        section=first.section,
        place="、".join(sign.place for sign in signs),
        evidence="；".join(sign.evidence for sign in signs),
        expected="；".join(sign.expected for sign in signs),
        found=what,
        confidence=_SURE,
        at=first.cell.place if first.cell else None,
        start=first.start,
        end=first.end,
        key="|".join(sign.place for sign in signs),
    )


def _tables(case: Case) -> Iterator[_Sign]:
    two, three = case.report.tables.disclosure, case.report.tables.applications
    cells = _cells(case, _OLD_COLUMNS) if two is not None and _has_old_columns(two) else []
    if cells:
        printed = "、".join(dict.fromkeys("".join(cell.printed.split()) for cell in cells))
        what = f"表二的列是“{printed}”"
        yield _Sign(what, "表二", printed, "disclosure", _NEW_COLUMNS, cells[0])
    # Rows that a doubtful table seems to lack may only be unread.
    if three is not None and three.form == "2019" and three.key not in case.unread:
        cells = _cells(case, _OLD_ROW)
        printed = "".join(cells[0].printed.split()) if cells else "（六）其他处理"
        what = "表三的“（六）其他处理”没有分列三行"
        cell = cells[0] if cells else None
        yield _Sign(what, "表三·三（六）", printed, "applications", _NEW_ROWS, cell)


def _has_old_columns(table: StatutoryTable) -> bool:
    return any(_OLD_KEYS & row.figures.keys() for row in table.rows.values())


def _cells(case: Case, words: re.Pattern[str]) -> list[Cell]:
    return [
        cell
        for table in case.report.document.tables
        for cell in table.cells
        if len(cell.text) <= 40 and words.match(squash(cell.text))
    ]


def _basis(case: Case) -> Iterator[_Sign]:
    for stated in case.report.identity.basis:
        if _OLD_NOTICE.search(stated.value) and not _replaced(case, stated.start):
            yield _sign(case, stated.start, stated.end)
            return
    for match in chain(_in_preamble(case), _in_overview(case)):
        if not _replaced(case, match.start()):
            yield _sign(case, match.start(), match.end())
            return


def _in_preamble(case: Case) -> Iterator[re.Match[str]]:
    yield from _OLD_TITLE.finditer(case.text, *case.report.outline.preamble)


def _in_overview(case: Case) -> Iterator[re.Match[str]]:
    """Where a report without a preamble tells its basis."""
    section = case.report.outline.section("overview")
    if section is None:
        return
    for words in (_OLD_NOTICE, _OLD_TITLE):
        for match in words.finditer(case.text, section.start, section.end):
            before = case.text[max(section.start, match.start() - _REACH) : match.start()]
            if _GOES_BY.search(before):
                yield match


def _sign(case: Case, start: int, end: int) -> _Sign:
    printed = case.report.flow.printed(start, end)
    return _Sign(f"编制依据是“{printed}”", "编制依据", printed, None, _NEW_NOTICE, None, start, end)


def _replaced(case: Case, offset: int) -> bool:
    """Whether the clause says that the old notice no longer holds."""
    start = max(case.text.rfind(sign, 0, offset) for sign in "。；\n") + 1
    stops = [at for sign in "。；\n" if (at := case.text.find(sign, offset)) >= 0]
    return bool(_REPLACED.search(case.text, start, min(stops, default=len(case.text))))


RULE = Rule(
    code="S104",
    name=Said("使用旧格式或旧依据", "Obsolete form or basis"),
    severity="error",
    why=Said(
        "2021年度起执行国办公开办函〔2021〕30号；旧表的数字口径不同，无法汇总。",
        "From FY2021 on the form of 〔2021〕30号 holds; the old tables cannot be summed.",
    ),
    bad="2023年度报告的表二仍是“本年新制作数量、本年新公开数量、对外公开总数量”。",
    good="2020年度报告使用国办公开办函〔2019〕60号的格式。",
    check=check,
)
