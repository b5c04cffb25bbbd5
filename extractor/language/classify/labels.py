"""The three heads and their labels, with their Chinese names as reviewers see them."""

from __future__ import annotations

from typing import Literal

Head = Literal["topic", "tense", "substance"]
Topic = Literal[
    "preamble", "overview", "disclosure", "applications", "management", "platform", "supervision",
    "disputes", "problem", "improvement", "fee", "proposals", "innovation", "workplan", "contact",
    "other",
]  # fmt: skip
Tense = Literal["done", "planned", "problem", "statement"]
Substance = Literal["specific", "boilerplate"]

TOPIC: dict[str, str] = {
    "preamble": "引言",
    "overview": "总体",
    "disclosure": "主动公开",
    "applications": "依申请公开",
    "management": "信息管理",
    "platform": "平台建设",
    "supervision": "监督保障",
    "disputes": "复议诉讼",
    "problem": "问题",
    "improvement": "改进",
    "fee": "信息处理费",
    "proposals": "建议提案",
    "innovation": "创新",
    "workplan": "工作要点",
    "contact": "联系方式",
    "other": "其他",
}
TENSE: dict[str, str] = {
    "done": "已完成",
    "planned": "计划",
    "problem": "问题",
    "statement": "陈述",
}
SUBSTANCE: dict[str, str] = {"specific": "具体", "boilerplate": "套话"}

HEADS: dict[Head, dict[str, str]] = {"topic": TOPIC, "tense": TENSE, "substance": SUBSTANCE}
HEAD_NAMES: dict[Head, str] = {"topic": "主题", "tense": "时态", "substance": "实质"}
