"""A roster as it comes from Excel or WPS: encodings, separators, headers and their order vary."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from extractor.checks.model import Said
from extractor.decisions.spreadsheet import Rival, SpreadsheetError, rivals, rows_and_others
from extractor.report.record import Kind, Level
from extractor.roster.dates import read_date
from extractor.roster.former import former_names
from extractor.roster.model import Problem, Roster, Row
from extractor.roster.nobody import is_error, no_agency
from extractor.roster.values import (
    files_in,
    kind_of_word,
    level_of_word,
    unknown_kind,
    unknown_level,
)

# The first name of each column is the template's, the second its English one.
HEADS: dict[str, tuple[str, ...]] = {
    "agency": ("机关", "agency", "机关名称", "单位", "单位名称", "部门", "名称", "name"),
    "former": ("曾用名", "former names", "former name", "former", "原名", "原名称", "旧名"),
    "region": ("地区", "region", "所属地区", "行政区划", "区划", "行政区", "所在地"),
    "level": ("级别", "level", "层级", "行政级别"),
    "kind": ("类型", "kind", "类别", "机关类型", "type"),
    "published": (
        "发布日期", "published", "公布日期", "发布时间", "公开日期", "publication date", "date",
    ),
    "url": ("网址", "url", "链接", "发布网址", "link"),
    "file": ("文件", "file", "文件名", "files", "文件路径", "path"),
}  # fmt: skip
EXAMPLE = ("（示例）", "(示例)", "(example)")
# A second line of the header, under 机关: what follows it is read, its own columns are not.
_HEADS_BELOW = frozenset({"全称", "简称", "规范名称", "机关全称", "单位全称", *HEADS["agency"]})
# How people leave a cell open.
_OPEN = frozenset({"/", "\\", "-", "--", "—", "——", "无", "暂无", "n/a", "none"})
# *, *.pdf: every report would be this row's.
_ANY_FILE = re.compile(r"[*?./]*\*[*?./]*(?:\.?\w{2,4})?")
# ="临溪县水务局", '临溪县水务局, +临溪县水务局: how people keep a spreadsheet from changing text.
_AS_TEXT = re.compile(r'="(?P<text>(?:[^"]|"")*)"|[\'+]+(?=[\u4e00-\u9fff])(?P<name>.*)', re.DOTALL)


class RosterError(Exception):
    """A file that holds no roster: says why."""

    def __init__(self, said: Said) -> None:
        super().__init__(said.zh)
        self.said = said


def read_roster(path: Path) -> Roster:
    """The rows that can be used; what could not is told with its line."""
    rows: list[Row] = []
    problems: list[Problem] = []
    try:
        for line, cells, others in rows_and_others(path, HEADS, ("agency",)):
            row = _row(line, cells, others.values(), problems)
            if row is not None:
                rows.append(row)
        problems += [_passed_over(rival) for rival in rivals(path, HEADS, ("agency",))]
    except SpreadsheetError as error:
        raise RosterError(
            Said(
                f"名册 {path} 不能用：{error.said.zh}",
                f"{path} cannot be used as a roster. {error.said.en}",
            )
        ) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise RosterError(
            Said(f"名册 {path} 无法读取（{reason}）。", f"{path} cannot be read ({reason}).")
        ) from error
    if not rows:
        raise RosterError(
            Said(f"名册 {path} 里没有机关。", f"There is no agency in the roster {path}.")
        )
    return Roster(tuple(rows), tuple(problems))


def _row(
    line: int, cells: dict[str, str], others: Iterable[str], problems: list[Problem]
) -> Row | None:
    cells = {key: _open(_as_text(cell)) for key, cell in cells.items()}
    agency = "".join(cells["agency"].split())
    if agency.lower().startswith(EXAMPLE) or not any(cells.values()):
        return None
    wrong = no_agency(agency, _HEADS_BELOW, [*cells.values(), *others])
    if wrong is not None:
        said, serious = wrong
        problems.append(Problem(line, said, serious))
        return None
    cells = {key: _without_error(line, key, cell, problems) for key, cell in cells.items()}
    return Row(
        line=line,
        agency=agency,
        former=_former(line, cells["former"], agency, problems),
        region="".join(cells["region"].split()) or None,
        level=_level(line, cells["level"], problems),
        kind=_kind(line, cells["kind"], problems),
        published=_published(line, cells["published"], problems),
        url=cells["url"],
        files=_files(line, cells["file"], problems),
    )


def _passed_over(rival: Rival) -> Problem:
    """机关 and 单位名称 in one header: nobody should think that both were read."""
    zh, en = HEADS[rival.key][:2]
    taken, other = rival.taken_at, rival.other_at
    said = Said(
        f"第 {taken} 列“{rival.taken}”和第 {other} 列“{rival.other}”都可以是“{zh}”，内容不同："
        f"取了“{rival.taken}”（第 {taken} 列），第 {other} 列没有取；"
        "如应取它，请把前者改名或删去。",
        f"columns {taken} ({rival.taken}) and {other} ({rival.other}) may both be '{en}' and "
        f"differ: column {taken} was taken, column {other} was not; if it should be, rename or "
        "delete the former.",
    )
    return Problem(rival.line, said)


def _as_text(cell: str) -> str:
    match = _AS_TEXT.fullmatch(cell)
    if match is None:
        return cell
    return (match["name"] or match["text"] or "").replace('""', '"').strip()


def _open(cell: str) -> str:
    return "" if unicodedata.normalize("NFKC", cell).lower() in _OPEN else cell


def _without_error(line: int, key: str, cell: str, problems: list[Problem]) -> str:
    if not is_error(cell):
        return cell
    zh, en = HEADS[key][:2]
    said = Said(
        f"{zh}是表格的出错值“{cell}”，未采用：请核对。",
        f"{en} is the error value {cell} and was left out: check it.",
    )
    problems.append(Problem(line, said, serious=True))
    return ""


def _former(line: int, typed: str, agency: str, problems: list[Problem]) -> tuple[str, ...]:
    names, doubts = former_names(typed)
    problems += [Problem(line, said) for said in doubts]
    return tuple(name for name in names if name != agency)


def _level(line: int, typed: str, problems: list[Problem]) -> Level | None:
    level = level_of_word(typed) if typed else None
    if typed and level is None:
        problems.append(Problem(line, unknown_level(typed), serious=True))
    return level


def _kind(line: int, typed: str, problems: list[Problem]) -> Kind | None:
    kind = kind_of_word(typed) if typed else None
    if typed and kind is None:
        problems.append(Problem(line, unknown_kind(typed), serious=True))
    return kind


def _published(line: int, typed: str, problems: list[Problem]) -> date | None:
    day = read_date(typed) if typed else None
    if isinstance(day, Said):
        problems.append(Problem(line, day, serious=True))
        return None
    return day


def _files(line: int, typed: str, problems: list[Problem]) -> tuple[str, ...]:
    files = files_in(typed)
    for pattern in files:
        if _ANY_FILE.fullmatch(pattern):
            said = Said(
                f"文件“{pattern}”与任何报告都相合，未采用：请写出文件名的一部分，如 水务局*.pdf。",
                f"the file '{pattern}' fits any report and was left out: give a part of the name, "
                "such as 水务局*.pdf.",
            )
            problems.append(Problem(line, said, serious=True))
    return tuple(pattern for pattern in files if not _ANY_FILE.fullmatch(pattern))
