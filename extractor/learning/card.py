"""The model card: what a model is, what it learned from, what it is worth, how to make it again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from extractor.language.classify.labels import HEAD_NAMES, HEADS, Head
from extractor.learning.dataset import Example
from extractor.learning.measures import HeadFigures

_ONLY_OURS = "只学过本项目编写的虚构报告；真实报告的写法更多"
_OURS_AND_OWN = "学过本项目编写的虚构报告和用户的标注；没有标注过的写法仍可能判错"
_LIMITS = """\
- {learned}，建议用 `nianjian label` 补充标注后再训练。
- 只看一句话及其前后句、所在章节和小标题；不理解全文。
- 置信度低于阈值的判断列在 `uncertain` 中，供人工复核，不据此提示问题。
"""
_AGAIN = "`nianjian train --out 文件夹`：同样的数据、种子和机器得到同样的模型。\n"
_RETRAINED_AGAIN = "`nianjian train`：同样的标注、种子和机器得到同样的模型。\n"


def card_data(
    development: Sequence[Example],
    held: Sequence[Example],
    found: dict[Head, HeadFigures],
    doubt: dict[Head, float],
) -> dict[str, Any]:
    """The card as data, for the manifest."""
    return {
        "trained_on": {
            "sentences": len(development),
            "reports": len({example.report for example in development}),
            "hands": sorted({example.hand for example in development}),
        },
        "measured_on": {
            "sentences": len(held),
            "hands": len({example.hand for example in held}),
            "macro_f1": {head: round(f.macro_f1, 4) for head, f in found.items()},
            "calibration_error": {head: round(f.calibration_error, 4) for head, f in found.items()},
        },
        "labels": {head: list(names) for head, names in HEADS.items()},
        "doubt": doubt,
    }


def retrained_data(
    parent: str, weight: float, counts: Mapping[str, int], evaluation: Mapping[str, Any]
) -> dict[str, Any]:
    """What a model that also learned from a user's labels says beyond that."""
    own = {"weight": weight, **counts}
    return {"parent": parent, "own_labels": own, "compared_with_parent": dict(evaluation)}


def card_text(name: str, manifest: dict[str, Any], found: dict[Head, HeadFigures]) -> str:
    """The card for people."""
    trained, measured = manifest["trained_on"], manifest["measured_on"]
    rows = [
        f"| {HEAD_NAMES[head]} {head} | {f.macro_f1:.3f} | {f.interval[0]:.3f}–{f.interval[1]:.3f} "
        f"| {f.accuracy:.3f} | {f.calibration_error:.3f} | {manifest['doubt'][head]} |"
        for head, f in found.items()
    ]
    table = "\n".join(rows)
    return f"""\
# 模型 {name}（{manifest["hash"]}）

句子分类器：字符 n 元组与上下文上的线性模型（scikit-learn），每个判断经温度校准。

## 数据

训练：{trained["sentences"]} 句，{trained["reports"]} 份虚构报告，{len(trained["hands"])} 种写法。
测量：{measured["sentences"]} 句，{measured["hands"]} 种训练时未见的写法（按写法划分，不按句子）。
{_own_labels(manifest) if "parent" in manifest else ""}
## 成绩（未见写法）

| 判断 | macro-F1 | 95 % 区间 | 正确率 | 校准误差 | 存疑阈值 |
|---|---|---|---|---|---|
{table}

逐类成绩、混淆、速度和学习曲线见 `evaluation/results/classifier.txt`。

## 局限

{_LIMITS.format(learned=_OURS_AND_OWN if "parent" in manifest else _ONLY_OURS)}
## 重做

{_AGAIN if "parent" not in manifest else _RETRAINED_AGAIN}"""


def _own_labels(manifest: dict[str, Any]) -> str:
    """The user's share, and the comparison with the model that was in use before."""
    own, compared = manifest["own_labels"], manifest["compared_with_parent"]
    rows = []
    for key, name in (("frozen", "固定留出集"), ("own", "用户的留出标注")):
        for head, d in (compared.get(key) or {"heads": {}})["heads"].items():
            low, high = d["interval"]
            rows.append(
                f"| {name} | {HEAD_NAMES[head]} {head} | {d['champion']:.3f} "
                f"| {d['challenger']:.3f} | {d['ahead']:+.3f} | {low:+.3f} 至 {high:+.3f} |"
            )
    table = "\n".join(rows)
    return f"""
用户标注：学习 {own["train"]} 句（每句按 {own["weight"]:g} 句计），另有 {own["held"]} 句\
（{own["reports"]} 份报告）只用于测量。

## 与上一个模型（{manifest["parent"]}）比较

| 数据 | 判断 | 上一个 macro-F1 | 本模型 | 差 | 差的 95 % 区间 |
|---|---|---|---|---|---|
{table}
"""
