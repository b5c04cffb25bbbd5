"""The catalogue in words: for the command line and for docs/rules.md, from the same source."""

from __future__ import annotations

from extractor.checks.catalogue import RULES, rule
from extractor.checks.model import SEVERITIES, Language, Rule, Said

FAMILIES: dict[str, Said] = {
    "P": Said("读取", "Reading"),
    "S": Said("结构", "Structure"),
    "T": Said("表格", "Tables"),
    "C": Said("矛盾", "Contradictions"),
    "Y": Said("年份", "Years"),
    "B": Said("套话", "Boilerplate"),
    "L": Said("文字", "Language"),
}


def catalogue_lines(lang: Language) -> list[str]:
    """A line a code."""
    return [f"{r.code}\t{SEVERITIES[r.severity].told(lang)}\t{r.name.told(lang)}" for r in RULES]


def rule_lines(code: str, lang: Language) -> list[str]:
    """One rule with why, a bad and a good example."""
    found = rule(code)
    why, bad, good = ("Why", "Bad", "Good") if lang == "en" else ("为什么", "有问题", "没问题")
    return [
        f"{found.code} {found.name.told(lang)} [{SEVERITIES[found.severity].told(lang)}]",
        f"{why}: {found.why.told(lang)}",
        f"{bad}: {found.bad}",
        f"{good}: {found.good}",
    ]


def as_markdown() -> str:
    """docs/rules.md."""
    lines = [
        "# 检查代码",
        "",
        "由 `python -m extractor.checks.told > docs/rules.md` 生成，来源是各项检查自己的文件。",
    ]
    for letter, name in FAMILIES.items():
        family = [r for r in RULES if r.family == letter]
        if family:
            lines += ["", f"## {letter} {name.zh} {name.en}"]
        for r in family:
            lines += _entry(r)
    return "\n".join(lines) + "\n"


def _entry(r: Rule) -> list[str]:
    severity = SEVERITIES[r.severity].zh
    return [
        "",
        f"### {r.code} {r.name.zh}（{severity}）",
        "",
        f"{r.why.zh}",
        "",
        f"- 有问题：{r.bad}",
        f"- 没问题：{r.good}",
        f"- {r.name.en}: {r.why.en}",
    ]


if __name__ == "__main__":
    import sys

    sys.stdout.buffer.write(as_markdown().encode("utf-8"))
