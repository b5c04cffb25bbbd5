"""B504: the report repeats another agency's."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.boilerplate.repeated import ENOUGH, place_of
from extractor.checks.model import Among, Finding, Neighbour, Rule, Said


def check(among: Among) -> Iterator[Finding]:
    other = among.neighbour
    limit = among.settings.thresholds.copied_share
    if other is None or other.length < ENOUGH or other.share < limit or not other.passages:
        return
    first = other.passages[0]
    yield Finding(
        message=_message(other, first.text),
        section=first.section,
        evidence=first.text,
        expected=f"< {limit:.0%}",
        found=f"{other.share:.0%}",
        confidence=0.85 if other.by_sample else 0.9,
        at=place_of(first),
        key="B504",
    )


def _message(other: Neighbour, sample: str) -> Said:
    share = f"{other.share:.0%}"
    zh = "此前批次的" if other.by_sample else ""
    by_sample = "（原文不在手边，按索引中留存的抽样估计）" if other.by_sample else ""
    kept = ", of an earlier batch (by the sample that its index kept)" if other.by_sample else ""
    who = other.agency or "?"
    region = other.region or ""
    name = who if region in who else f"{region}{who}"
    year = "" if other.year is None else f"{other.year}年度"
    return Said(
        f"正文有{share}与{zh}{name}{year}报告（{other.path}）相同{by_sample}"
        f"（按字数，年份不计；法定表述、没有发生的事项、各家通用的套话和表格除外）；"
        f"彼此雷同的共{other.cluster}个机关。例如：“{sample}”",
        f"{share} of the narrative also stands in the report of {name} on {other.year or '?'} "
        f"({other.path}){kept}; {other.cluster} agencies' reports hang together so. "
        f"Such as: “{sample}”",
    )


RULE = Rule(
    code="B504",
    name=Said("与其他单位报告雷同", "Repeats another agency's report"),
    severity="warning",
    why=Said(
        "国办公开办函〔2021〕30号要求对内容雷同的报告追究责任；套用别家的报告，本单位做了什么就没有说。"
        f"自己的话（法定表述、没有发生的事项和表格除外）不足{ENOUGH}字的不提示。",
        "The form's rules hold people answerable for copied reports: what this agency did is not "
        f"told. Not told of a report with less than {ENOUGH} characters of its own words (without "
        "the law's, what did not happen, and tables).",
    ),
    bad="县里六十个部门用同一份模板，只换了单位名称和几个数字。",
    good="结构可以相同，法定表述和没有发生的事项可以相同；工作、问题和措施写本单位自己的。",
    among=check,
)
