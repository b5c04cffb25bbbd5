"""The record's keys in the words of reviewers, in both languages."""

from __future__ import annotations

from extractor.checks.model import SEVERITIES, Said

SEVERITY = SEVERITIES
SECTION = {
    "overview": Said("一、总体情况", "1 Overview"),
    "disclosure": Said("二、主动公开", "2 Disclosure"),
    "applications": Said("三、依申请公开", "3 Applications"),
    "disputes": Said("四、复议诉讼", "4 Disputes"),
    "issues": Said("五、问题及改进", "5 Problems and improvements"),
    "other": Said("六、其他事项", "6 Other matters"),
}
STATUS = {
    "ok": Said("已评", "scored"),
    "partial": Said("部分", "partial"),
    "failed": Said("失败", "failed"),
    "not_a_report": Said("非年报", "not a report"),
}
DIMENSION = {
    "structure": Said("结构", "structure"),
    "tables": Said("表格", "tables"),
    "consistency": Said("一致性", "consistency"),
    "years": Said("年份", "years"),
    "substance": Said("内容", "substance"),
    "language": Said("文字", "language"),
}

# What `score`, `label` and `sheet` write into the output folder.
OUTPUTS = ("reports.jsonl", "flags.csv", "flags.xlsx", "reports.csv", "summary.html")
SENTENCES = "sentences.csv"
TO_LABEL = "待标注.csv"
FIXED = "fixed.csv"
NOT_CASES = "未写成用例.csv"
REPORTING = "reporting.csv"
FRAMES = ("reports", "flags", "cells", "facts", "items", "sentences")
TABLES = tuple(f"{name}.parquet" for name in FRAMES)
SHEETS = "意见单"
