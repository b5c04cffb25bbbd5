"""P107: the same file or another version of the same report in the batch."""

from __future__ import annotations

from extractor.checks.model import Rule, Said

RULE = Rule(
    code="P107",
    name=Said("重复的文件或版本", "Copy or other version"),
    severity="warning",
    why=Said(
        "同一份报告出现两次，会被评两次；两个版本内容不同，要先确认以哪一份为准。",
        "One report given twice is scored twice; of two versions somebody must say which counts.",
    ),
    bad="同一批材料中既有「年报.docx」又有「年报（修改）.docx」，机关、年度相同。",
    good="每个机关每个年度一份文件。",
)
