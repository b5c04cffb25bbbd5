"""The form's own words for a place in a table: 表三·三（三）6·总计."""

from __future__ import annotations

from collections.abc import Sequence

from extractor.report.figures import Row
from extractor.report.forms import TableKey

TABLES: dict[TableKey, str] = {
    "disclosure": "表二",
    "applications": "表三",
    "disputes": "表四",
}
_GROUPS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "refused",
        "三（三）",
        (
            "state_secret",
            "other_law",
            "safety_stability",
            "third_party",
            "internal_affairs",
            "process",
            "enforcement_file",
            "admin_query",
        ),
    ),
    ("unavailable", "三（四）", ("not_held", "needs_creation", "unclear")),
    (
        "not_processed",
        "三（五）",
        ("petition", "repeat", "publication", "mass_repeat", "reconfirm"),
    ),
    ("other", "三（六）", ("overdue_correction", "overdue_payment", "other")),
)
_APPLICATIONS = {
    "new": "一",
    "carried_in": "二",
    "granted": "三（一）",
    "partial": "三（二）",
    **{
        f"{group}.{key}": f"{number}{index}"
        for group, number, keys in _GROUPS
        for index, key in enumerate(keys, 1)
    },
    "other": "三（六）",
    "total": "三（七）",
    "carried_out": "四",
}
_DISCLOSURE = {
    "regulations": "（一）规章",
    "normative_documents": "（一）规范性文件",
    "licensing": "（五）行政许可",
    "other_services": "（五）其他对外管理服务事项",
    "penalties": "（六）行政处罚",
    "coercion": "（六）行政强制",
    "fees": "（八）行政事业性收费",
    "procurement": "（九）政府集中采购",
}
_DISPUTES = {
    "review": "行政复议",
    "suit_direct": "未经复议直接起诉",
    "suit_after_review": "复议后起诉",
}
ROWS: dict[TableKey, dict[str, str]] = {
    "disclosure": _DISCLOSURE,
    "applications": _APPLICATIONS,
    "disputes": _DISPUTES,
}
COLUMNS: dict[TableKey, dict[str, str]] = {
    "disclosure": {
        "issued": "本年制发件数",
        "repealed": "本年废止件数",
        "in_force": "现行有效件数",
        "made": "本年新制作数量",
        "disclosed": "本年新公开数量",
        "total": "对外公开总数量",
        "previous": "上一年项目数量",
        "change": "本年增/减",
        "decisions": "处理决定数量",
        "projects": "采购项目数量",
        "amount": "金额",
    },
    "applications": {
        "individual": "自然人",
        "business": "商业企业",
        "research": "科研机构",
        "nonprofit": "社会公益组织",
        "legal": "法律服务机构",
        "other": "其他",
        "total": "总计",
    },
    "disputes": {
        "upheld": "结果维持",
        "corrected": "结果纠正",
        "other": "其他结果",
        "pending": "尚未审结",
        "total": "总计",
    },
}
BLANK = "空"


def place_of(table: TableKey, row: str | None = None, *columns: str) -> str:
    """The place as reviewers call it; several columns of one row stand behind each other."""
    parts = [TABLES[table]]
    if row is not None:
        parts.append(ROWS[table].get(row, row))
    if columns:
        parts.append("、".join(COLUMNS[table][column] for column in columns))
    return "·".join(parts)


def printed_row(row: Row, columns: Sequence[str] | None = None) -> str:
    """A row's label and what its cells print."""
    figures = row.figures.items()
    shown = [f.printed for key, f in figures if columns is None or key in columns]
    return f"{row.label}：" + " | ".join(
        (printed or "").strip() or f"（{BLANK}）" for printed in shown
    )
