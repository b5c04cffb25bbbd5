"""What the steps say of themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from extractor.checks.model import Said
from extractor.language.classify.labels import HEAD_NAMES
from extractor.learning.retrain.compare import Comparison, Difference
from extractor.learning.retrain.steps import STEPS, StepName

_NAMES: dict[StepName, Said] = {
    "collect": Said("收集标注", "shipped labels and yours"),
    "check": Said("核对标注", "scheme and contradictions"),
    "split": Said("分开学习与测量", "what is learned from, what measures"),
    "fit": Said("训练（约一两分钟）", "a minute or two"),
    "evaluate": Said("与在用模型比较", "against the model in use"),
    "card": Said("写模型卡", "what it is worth"),
    "promote": Said("决定是否启用", "or not"),
}
_SETS: dict[str, Said] = {
    "frozen": Said("固定留出集", "frozen held-out set"),
    "shipped": Said(
        "固定留出集，对随程序安装的模型", "frozen held-out set, against the shipped model"
    ),
    "own": Said("您的留出标注", "your held-out labels"),
}


def step_said(step: StepName, done_before: bool) -> Said:
    number = f"[{STEPS.index(step) + 1}/{len(STEPS)}] {step}"
    zh, en = ("：已完成，输入未变", ", done before") if done_before else ("", "")
    return Said(f"{number} {_NAMES[step].zh}{zh}", f"{number} ({_NAMES[step].en}{en})")


def problems_said(problems: list[dict[str, Any]]) -> Iterator[Said]:
    for told in problems:
        yield Said(f"  {told['zh']}", f"  {told['en']}")
    if left := sum(told["left_out"] for told in problems):
        yield Said(f"  不参加训练：{left} 处", f"  left out: {left}")


def counts_said(counts: Mapping[str, int]) -> Said:
    """How many on each side, and how many were taken out for what."""
    zh = f"  学习 {counts['train']} 句，留出测量 {counts['held']} 句（{counts['reports']} 份报告）"
    en = f"  {counts['train']} to learn from, {counts['held']} to measure on"
    en += f" ({counts['reports']} reports)"
    reasons = (
        ("like_frozen", "不学：与固定留出集雷同", "not learned: like the frozen set"),
        ("like_held", "不学：与您的留出标注雷同", "not learned: like your held-out labels"),
        ("like_shipped", "不测：与自带训练数据雷同", "not measured: like the shipped labels"),
        ("unsigned", "不测：没有标注人、只更正了一部分", "not measured: neither signed nor whole"),
    )
    for key, zh_why, en_why in reasons:
        if counts[key]:
            zh, en = f"{zh}；{zh_why} {counts[key]} 句", f"{en}; {en_why} {counts[key]}"
    return Said(zh, en)


def evaluation_said(evaluation: Mapping[str, Comparison]) -> Iterator[Said]:
    for key in (key for key in _SETS if key in evaluation):
        told = evaluation[key]
        yield Said(
            f"  {_SETS[key].zh}（{told.labels} 句，{told.reports} 份报告）macro-F1：",
            f"  {_SETS[key].en} ({told.labels} sentences, {told.reports} reports), macro-F1:",
        )
        for head, d in told.heads.items():
            yield Said(f"    {HEAD_NAMES[head]} {_told(d)}", f"    {head} {_told(d)}")
        yield Said(f"    平均 {_told(told.mean)}", f"    mean {_told(told.mean)}")


def _told(d: Difference) -> str:
    low, high = d.interval
    return f"{d.champion:.3f} → {d.challenger:.3f} ({d.ahead:+.3f}, {low:+.3f}…{high:+.3f})"
