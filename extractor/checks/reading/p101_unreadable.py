"""P101: unreadable or damaged."""

from __future__ import annotations

from extractor.checks.model import Rule, Said

RULE = Rule(
    code="P101",
    name=Said("无法读取或已损坏", "Unreadable or damaged"),
    severity="error",
    why=Said(
        "文件打不开或内容残缺，后面的检查都无从做起。",
        "Nothing else can be checked in a file that does not open.",
    ),
    bad="下载中断、只剩一半的 PDF。",
    good="重新下载或由报送单位重新导出的完整文件。",
)
