"""The model card: what a model is, what it learned from, what it is worth, how to make it again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from extractor.language.classify.labels import HEAD_NAMES, HEADS, Head
from extractor.learning.dataset import Example
from extractor.learning.measures import HeadFigures

_LIMITS = """\
- 只学过本项目编写的虚构报告；真实报告的写法更多，建议用 `nianjian label` 补充标注后再训练。
- 只看一句话及其前后句、所在章节和小标题；不理解全文。
- 置信度低于阈值的判断列在 `uncertain` 中，供人工复核，不据此提示问题。
"""


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

## 成绩（未见写法）

| 判断 | macro-F1 | 95 % 区间 | 正确率 | 校准误差 | 存疑阈值 |
|---|---|---|---|---|---|
{table}

逐类成绩、混淆、速度和学习曲线见 `evaluation/results/classifier.txt`。

## 局限

{_LIMITS}
## 重做

`nianjian train --out 文件夹`：同样的数据、种子和机器得到同样的模型。
"""
