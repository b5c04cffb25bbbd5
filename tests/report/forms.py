"""The official layouts of the three tables as rows of cells, for tests to vary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.report.forms import APPLICATION_ROWS
from tests.building import Spec

ZEROS = ["0"] * 7
GROUPS = {
    "refused": "（三）不予公开",
    "unavailable": "（四）无法提供",
    "not_processed": "（五）不予处理",
    "other": "（六）其他处理",
}
HEADER: list[list[Spec]] = [
    [
        ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3),
        ("申请人情况", 1, 7),
    ],
    [("自然人", 2, 1), ("法人或其他组织", 1, 5), ("总计", 2, 1)],
    ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
]
OUTCOMES = [row for row in APPLICATION_ROWS if row.key not in ("new", "carried_in", "carried_out")]


def applications(values: Mapping[str, Sequence[str]] | None = None) -> list[list[Spec]]:
    """Table three in the 2021 form, merged as the official one is."""
    values = values or {}
    rows: list[list[Spec]] = [list(line) for line in HEADER]
    seen: set[str] = set()
    for row in APPLICATION_ROWS:
        figures = list(values.get(row.key, ZEROS))
        line: list[Spec] = []
        group = row.key.split(".")[0] if "." in row.key else None
        if row.key in ("new", "carried_in", "carried_out"):
            line.append((row.label, 1, 3))
        else:
            if row is OUTCOMES[0]:
                line.append(("三、本年度办理结果", len(OUTCOMES), 1))
            if group is None:
                line.append((row.label, 1, 2))
            else:
                if group not in seen:
                    size = sum(r.key.startswith(group + ".") for r in OUTCOMES)
                    line.append((GROUPS[group], size, 1))
                    seen.add(group)
                line.append(row.label)
        rows.append([*line, *figures])
    return rows


def as_ragged(rows: Sequence[Sequence[Spec]], empties: bool) -> list[list[str]]:
    """The same as a converter prints it: spans lost, merged cells empty or left out."""
    printed: list[list[str]] = []
    below: dict[int, int] = {}
    for specs in rows:
        line: list[str] = []
        column = 0
        for spec in [*specs, None]:
            while below.get(column, 0):
                below[column] -= 1
                line += [""] if empties else []
                column += 1
            if spec is None:
                break
            text, down, across = (spec, 1, 1) if isinstance(spec, str) else spec
            line += [text] + ([""] * (across - 1) if empties else [])
            below |= dict.fromkeys(range(column, column + across), down - 1)
            column += across
        printed.append(line)
    return printed


def disclosure_2021(values: Mapping[str, Sequence[str]] | None = None) -> list[list[Spec]]:
    v = {
        "regulations": ["0", "0", "0"],
        "normative_documents": ["0", "0", "0"],
        "licensing": ["0"],
        "penalties": ["0"],
        "coercion": ["0"],
        "fees": ["0"],
    } | {key: list(value) for key, value in (values or {}).items()}
    wide = "本年处理决定数量"
    return [
        [("第二十条第（一）项", 1, 4)],
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", *v["regulations"]],
        ["行政规范性文件", *v["normative_documents"]],
        [("第二十条第（五）项", 1, 4)],
        ["信息内容", (wide, 1, 3)],
        ["行政许可", (v["licensing"][0], 1, 3)],
        [("第二十条第（六）项", 1, 4)],
        ["信息内容", (wide, 1, 3)],
        ["行政处罚", (v["penalties"][0], 1, 3)],
        ["行政强制", (v["coercion"][0], 1, 3)],
        [("第二十条第（八）项", 1, 4)],
        ["信息内容", ("本年收费金额（单位：万元）", 1, 3)],
        ["行政事业性收费", (v["fees"][0], 1, 3)],
    ]


def disclosure_2019() -> list[list[Spec]]:
    three: list[Spec] = ["信息内容", "上一年项目数量", "本年增/减", "处理决定数量"]
    return [
        [("第二十条第（一）项", 1, 4)],
        ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
        ["规章", "0", "0", "0"],
        ["规范性文件", "3", "3", "27"],
        [("第二十条第（五）项", 1, 4)],
        three,
        ["行政许可", "12", "-2", "1,204"],
        ["其他对外管理服务事项", "4", "0", "31"],
        [("第二十条第（六）项", 1, 4)],
        list(three),
        ["行政处罚", "55", "+3", "18"],
        ["行政强制", "6", "0", "0"],
        [("第二十条第（八）项", 1, 4)],
        ["信息内容", "上一年项目数量", ("本年增/减", 1, 2)],
        ["行政事业性收费", "1", ("0", 1, 2)],
        [("第二十条第（九）项", 1, 4)],
        ["信息内容", ("采购项目数量", 1, 2), "采购总金额"],
        ["政府集中采购", ("7", 1, 2), "132.50万元"],
    ]


RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


def disputes(values: Sequence[str]) -> list[list[Spec]]:
    return [
        [("行政复议", 1, 5), ("行政诉讼", 1, 10)],
        [
            *((result, 2, 1) for result in RESULTS),
            ("未经复议直接起诉", 1, 5),
            ("复议后起诉", 1, 5),
        ],
        [*RESULTS, *RESULTS],
        list(values),
    ]
