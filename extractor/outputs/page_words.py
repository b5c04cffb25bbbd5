"""The words of summary.html in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from extractor.checks.model import Language, Said
from extractor.checks.tables.words import COLUMNS, ROWS
from extractor.outputs.names import DIMENSION, SECTION, SEVERITY, STATUS
from extractor.report.forms import APPLICATION_ROWS, TABLE_NAMES

WORDS = {
    "title": Said("政府信息公开年报检查结果", "Annual report check-up"),
    "files": Said("完整清单", "Full lists"),
    "reports": Said("份文件", "files"),
    "mean": Said("平均分", "mean score"),
    "scored": Said("份已评分", "scored"),
    "errors": Said("错误", "errors"),
    "warnings": Said("警告", "warnings"),
    "hints": Said("提示", "hints"),
    "muted": Said("误报（不计分）", "muted as 误报"),
    "failed": Said("无法读取", "failed"),
    "partial": Said("部分可读", "partly read"),
    "not_a_report": Said("不是年报", "no report"),
    "roster": Said("名册 {0} 个机关（{1} 年度）", "Roster: {0} agencies ({1})"),
    "roster_all": Said("名册 {0} 个机关", "Roster: {0} agencies"),
    "reported": Said("已报送", "reported"),
    "missing": Said("未报送", "not reported"),
    "unreadable": Said("已报送但无法读取", "received but unreadable"),
    "unsure": Said("待核", "to check"),
    "late": Said("逾期", "late"),
    "late_hint": Said("逾期（法律未点名，提示）", "late (not named by law, a hint)"),
    "unlisted": Said("不在名册", "not in the roster"),
    "unclear": Said("对应不明", "of unclear row"),
    "region": Said("地区", "Region"),
    "level": Said("级别", "Level"),
    "due": Said("期限", "Due"),
    "published": Said("发布日期", "Published"),
    "remark": Said("说明", "Remark"),
    "more_rows": Said("还有 {0} 个，见 reporting.csv。", "{0} more stand in reporting.csv."),
    "distribution": Said("得分分布", "Scores"),
    "bin": Said("{0}–{1} 分：{2} 份", "{0}–{1} points: {2} reports"),
    "bin_help": Said(
        "点击一段，只看这一段的报告。", "Click a bar to see only the reports within it."
    ),
    "commonest": Said("常见问题", "Commonest problems"),
    "commonest_help": Said(
        "有此问题的文件数和占比；点击可筛选。",
        "Files that have it, and their share; click to filter.",
    ),
    "all_codes": Said("全部 {0} 种", "All {0}"),
    "few_codes": Said("收起", "Fewer"),
    "ranked": Said("报告（最差的在前）", "Reports, worst first"),
    "search": Said("搜索机关、地区、文件", "Search agency, region, file"),
    "severity": Said("严重程度", "Severity"),
    "code": Said("问题", "Problem"),
    "status": Said("状态", "Status"),
    "any": Said("全部", "any"),
    "has_error": Said("有错误", "with errors"),
    "has_warning": Said("有警告", "with warnings"),
    "has_hint": Said("有提示", "with hints"),
    "clean": Said("没有问题", "without flags"),
    "clear": Said("清除筛选", "Clear filters"),
    "shown": Said("第 {0}–{1} 份，共 {2} 份", "{0}–{1} of {2}"),
    "none": Said("没有符合条件的报告。", "No report matches."),
    "previous": Said("上一页", "Previous"),
    "next": Said("下一页", "Next"),
    "rank": Said("名次", "Rank"),
    "agency": Said("机关", "Agency"),
    "year": Said("年度", "Year"),
    "score": Said("总分", "Score"),
    "sort": Said("按“{0}”排序", "Sort by {0}"),
    "file": Said("文件", "File"),
    "pages": Said("{0} 页", "{0} pages"),
    "no_agency": Said("（机关不明）", "(agency unknown)"),
    "page": Said("第 {0} 页", "page {0}"),
    "points": Said("扣 {0} 分", "−{0} points"),
    "expected": Said("应为", "expected"),
    "found": Said("实为", "found"),
    "no_flags": Said("没有发现问题。", "Nothing was found."),
    "more_flags": Said("还有 {0} 条，见 flags.csv。", "{0} more stand in flags.csv."),
    "wrong_cell": Said("有问题的格", "the cell in question"),
    "of": Said("{0}（满分 {1}）", "{0} (of {1})"),
    "unread": Said("未评", "not scored"),
    "footer": Said(
        "逐条裁定请填在 flags.xlsx 或 flags.csv 的“裁定”列，再运行同一命令：误报不再扣分。",
        "Give verdicts in the column 裁定 of flags.xlsx or flags.csv and run the same command "
        "again: a 误报 costs nothing.",
    ),
    "since": Said(
        "只列出自基线（上一次结果）以来新出现的问题；得分按全部问题计算。",
        "Only what is new since the baseline is listed; scores count all findings.",
    ),
    "made_by": Said("规则 {0} · 评分表 {1}", "rules {0} · rubric {1}"),
    "noscript": Said(
        "浏览器没有启用脚本，这里只列出最差的 {0} 份；完整内容见 reports.csv 和 flags.xlsx。",
        "Scripts are off: only the worst {0} reports are listed here; reports.csv and "
        "flags.xlsx hold everything.",
    ),
}


def words(lang: Language) -> dict[str, str]:
    return {key: said.told(lang) for key, said in WORDS.items()}


def terms(lang: Language) -> dict[str, dict[str, str]]:
    """The record's keys in words; tables keep the form's own labels in both languages."""
    named: dict[str, Mapping[Any, Said]] = {
        "severity": SEVERITY,
        "section": SECTION,
        "status": STATUS,
        "dimension": DIMENSION,
    }
    told = {
        name: {key: said.told(lang) for key, said in group.items()} for name, group in named.items()
    }
    labels = {f"applications.{row.key}": row.label for row in APPLICATION_ROWS}
    for table, keys in ROWS.items():
        for key, label in keys.items():
            labels.setdefault(f"{table}.{key}", label)
    columns = {
        f"{table}.{key}": name for table, own in COLUMNS.items() for key, name in own.items()
    }
    tables = {str(key): name for key, name in TABLE_NAMES.items()}
    return {**told, "row": labels, "column": columns, "table": tables}
