"""What stands under 机关 and names no agency: sums, second headers, notes, numbers, errors."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.checks.model import Said

# 合计, 合计：2, 共计15家单位, 共 12 个: what a list ends with.
_SUM = re.compile(
    r"(?:合计|总计|小计|共计|累计|总数|total)[:：]?\d*(?:[个家户]?(?:单位|机关|部门)?)?"
    r"|共\d+[个家户](?:单位|机关|部门)?",
    re.IGNORECASE,
)
# 注：…, 填表人：…: what stands below a list.
_NOTE = re.compile(
    r"(?:附?注|备注|说明|填[表报](?:人|单位|日期|时间)|制表(?:人)?|联系(?:人|电话)|审核人?)[:：]"
)
# What a spreadsheet puts where it cannot compute a value.
_ERROR = re.compile(
    r"#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}", re.IGNORECASE
)
# =A2&"局", as openpyxl and other writers leave it: no spreadsheet has computed it yet.
_FORMULA = re.compile(r"=.*[(&!$]|=[A-Za-z]{1,3}\d+$")
# 0, 12345, 2025年1月20日, ——: a name has letters.
_NO_WORD = re.compile(r"(?:[\W\d_]|[年月日])*")
_LONGEST_NAME = 80
_SHOWN = 30


def is_error(cell: str) -> bool:
    return _ERROR.fullmatch(cell) is not None


def is_sum(row: Iterable[str]) -> bool:
    """Whether the row says so in any of its cells: 合计 may stand under 序号."""
    return any(_SUM.fullmatch("".join(cell.split())) for cell in row)


def no_agency(typed: str, heads: frozenset[str], others: Iterable[str]) -> tuple[Said, bool] | None:
    """Why this names nobody, and whether that is serious. `heads`: words of a second header;
    `others`: the row's other cells."""
    nameless = _NO_WORD.fullmatch(typed) is not None
    if is_sum([typed]) or (nameless and is_sum(others)):
        told = "合计" if nameless else typed
        return Said(f"“{told}”不是机关，已略去。", f"'{told}' is no agency; left out."), False
    if not typed:
        return Said("没有填机关，已略去。", "no agency is named; the row was left out."), True
    if is_error(typed):
        return Said(
            f"机关是表格的出错值“{typed}”，已略去：请改填名称。",
            f"the agency is the error value {typed} and was left out: type the name.",
        ), True
    if nameless:
        return Said(
            f"“{_cut(typed)}”不是机关名称，已略去：请核对。",
            f"'{_cut(typed)}' is no agency's name and was left out: check it.",
        ), True
    if _NOTE.match(typed):
        return Said(
            f"“{_cut(typed)}”不是机关，已略去。", f"'{_cut(typed)}' is no agency; left out."
        ), False
    if typed.lower() in heads:
        return Said(
            f"“{typed}”是第二行表头，已略去：表头请只用一行，这一行里的列名没有读取。",
            f"'{typed}' is a second line of the header and was left out: use one line only; the "
            "names of columns in it were not read.",
        ), True
    return _not_a_name(typed)


def _not_a_name(typed: str) -> tuple[Said, bool] | None:
    if _FORMULA.match(typed):
        return Said(
            f"机关是没有计算结果的公式“{_cut(typed)}”，已略去："
            "请用 Excel 或 WPS 打开并保存，或改填名称。",
            f"the agency is a formula without a value, '{_cut(typed)}', and was left out: open and "
            "save the file in Excel or WPS, or type the name.",
        ), True
    if len(typed) > _LONGEST_NAME:
        return Said(
            f"机关名称有 {len(typed)} 个字（“{_cut(typed)}”），已略去：一行只填一个机关。",
            f"the agency's name has {len(typed)} characters ('{_cut(typed)}') and was left out: "
            "one agency a row.",
        ), True
    return None


def _cut(typed: str) -> str:
    return typed if len(typed) <= _SHOWN else typed[:_SHOWN] + "…"
