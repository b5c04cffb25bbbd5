"""Small reports for the batch's tests."""

from __future__ import annotations

from pathlib import Path

from extractor.report.forms import APPLICATION_ROWS

PARTS = """{agency}{year}年政府信息公开工作年度报告
一、总体情况
{year}年，{agency}主动公开政府信息{count}条。
三、收到和处理政府信息公开申请情况
{table}
六、其他需要报告的事项
{year}年没有收取信息处理费。
{agency}
{after}年1月15日
"""


def written(
    path: Path,
    agency: str = "柳湾县档案局",
    year: int = 2023,
    count: int = 31,
    wrong: int = 0,
    carried: tuple[int, int] = (0, 0),
) -> Path:
    """A report without faults in table three, unless `wrong` is added to one total; `carried` is
    what came over from last year and goes over to the next."""
    rows = []
    for row in APPLICATION_ROWS:
        figures = [0] * 7
        if row.key in ("new", "granted", "total"):
            figures = [2, 1, 0, 0, 0, 0, 3]
        shift = {"carried_in": carried[0], "carried_out": carried[1]}.get(row.key, 0)
        shift += carried[0] - carried[1] if row.key in ("granted", "total") else 0
        figures[0], figures[6] = figures[0] + shift, figures[6] + shift
        if row.key == "total":
            figures[6] += wrong
        rows.append("\t".join([row.label, *map(str, figures)]))
    path.parent.mkdir(parents=True, exist_ok=True)
    text = PARTS.format(
        agency=agency, year=year, after=year + 1, count=count, table="\n".join(rows)
    )
    path.write_text(text, encoding="utf-8")
    return path
