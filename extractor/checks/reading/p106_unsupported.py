"""P106: format not supported."""

from __future__ import annotations

from extractor.checks.model import Rule, Said

RULE = Rule(
    code="P106",
    name=Said("格式不支持", "Format not supported"),
    severity="error",
    why=Said("程序不认识这种格式，不能装作读过。", "The format is unknown; the file was not read."),
    bad="OFD 文件、RAR 压缩包。",
    good="PDF、DOCX、DOC、WPS、RTF、HTML、TXT 文件。",
)
