"""P102: encrypted."""

from __future__ import annotations

from extractor.checks.model import Rule, Said

RULE = Rule(
    code="P102",
    name=Said("文件已加密", "Encrypted"),
    severity="error",
    why=Said("设了打开密码的文件读不到内容。", "A file with an opening password cannot be read."),
    bad="带打开密码的 PDF 或 Word 文件。",
    good="去掉密码后另存的文件。",
)
