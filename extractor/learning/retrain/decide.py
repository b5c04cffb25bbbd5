"""Step 7's question: may the challenger take the champion's place?

Not worse on the frozen held-out set, head by head, than the champion and than the shipped model
(many small losses must not add up); better on the user's own held-out labels, of which there must
be enough, from several reports, and not only the champion's mistakes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import Literal

from extractor.checks.model import Said
from extractor.language.classify.labels import HEAD_NAMES
from extractor.learning.retrain.compare import Comparison, Difference
from extractor.learning.retrain.split import HELD_SHARE

MARGIN, AT_WORST = 0.01, 0.02
"""Macro-F1 that a head may lose on the frozen set, and may have lost at the interval's lower end:
there the interval reaches about 0.01 to either side of the difference."""
ENOUGH_LABELS = 100
ENOUGH_REPORTS = 5
"""Below it a bootstrap over reports draws nearly the same few again and again."""
SOME_RIGHT = 0.1
"""Of labels that were chosen without regard to the champion's answers it has more right."""

Outcome = Literal["promote", "not_enough", "worse", "not_better"]


@dataclass(frozen=True, slots=True)
class Decision:
    outcome: Outcome
    reasons: tuple[Said, ...]

    @property
    def promote(self) -> bool:
        return self.outcome == "promote"


def decide(
    frozen: Comparison, against_shipped: Comparison | None, own: Comparison | None
) -> Decision:
    """`against_shipped` is None while the shipped model is the champion."""
    worse = [*_lost(frozen, Said("在用模型", "the model in use"))]
    if against_shipped is not None:
        worse += _lost(against_shipped, Said("随程序安装的模型", "the shipped model"))
    if worse:
        return Decision("worse", tuple(worse))
    missing = tuple(_missing(own))
    if missing or own is None:
        return Decision("not_enough", missing)
    worse = [_worse(HEAD_NAMES[h], h, d) for h, d in own.heads.items() if d.interval[1] < 0]
    if worse:
        return Decision("worse", tuple(worse))
    return _gain(own.mean)


def _lost(compared: Comparison, whom: Said) -> Iterator[Said]:
    for head, d in compared.heads.items():
        low = d.interval[0]
        if d.ahead < -MARGIN or low < -AT_WORST:
            yield Said(
                f"固定留出集：{HEAD_NAMES[head]} macro-F1 {d.challenger:.3f}，{whom.zh} "
                f"{d.champion:.3f}（差 {d.ahead:+.3f}，区间下限 {low:+.3f}；"
                f"允许 -{MARGIN} 和 -{AT_WORST}）。",
                f"Frozen held-out set: {head} macro-F1 {d.challenger:.3f}, {whom.en} "
                f"{d.champion:.3f} ({d.ahead:+.3f}, lower end {low:+.3f}; -{MARGIN} and "
                f"-{AT_WORST} are allowed).",
            )


def _missing(own: Comparison | None) -> Iterator[Said]:
    labels, reports = (own.labels, own.reports) if own else (0, 0)
    if labels < ENOUGH_LABELS:
        more = ENOUGH_LABELS - labels
        total = ceil(more / HELD_SHARE / 10) * 10
        yield Said(
            f"证据不足：您的留出标注有 {labels} 句，需要 {ENOUGH_LABELS} 句，还差 {more} 句"
            f"（约三成机关的标注用于留出，约需再标 {total} 句，来自不同的机关）："
            "请用 nianjian label 继续标注。",
            f"Not enough evidence: {labels} of your labels are held out, {ENOUGH_LABELS} are "
            f"needed, {more} more (those of three in ten agencies are held out: label some {total} "
            "more, of several agencies, with nianjian label).",
        )
    elif reports < ENOUGH_REPORTS:
        yield Said(
            f"证据不足：留出标注只来自 {reports} 份报告，需要 {ENOUGH_REPORTS} 份："
            "请标注更多机关的报告。",
            f"Not enough evidence: the held-out labels come from {reports} reports, "
            f"{ENOUGH_REPORTS} are needed: label reports of more agencies.",
        )
    elif own and own.champion_right < SOME_RIGHT:
        yield Said(
            f"证据不足：留出标注中在用模型全对的只有 {own.champion_right:.0%}，像是只填了"
            "模型判错的句子，这样比较不公平：判断都对的句子也请填标注人。",
            f"Not enough evidence: the model in use is wholly right on {own.champion_right:.0%} of "
            "your held-out labels only, as if just its mistakes had been filled in: sign the rows "
            "that it has right, too.",
        )


def _worse(name: str, head: str, d: Difference) -> Said:
    low, high = d.interval
    return Said(
        f"您的留出标注：{name} macro-F1 由 {d.champion:.3f} 降到 {d.challenger:.3f}"
        f"（差 {d.ahead:+.3f}，95% 区间 {low:+.3f} 至 {high:+.3f}）。",
        f"Your held-out labels: {head} macro-F1 fell from {d.champion:.3f} to {d.challenger:.3f} "
        f"({d.ahead:+.3f}, 95% interval {low:+.3f} to {high:+.3f}).",
    )


def _gain(d: Difference) -> Decision:
    low, high = d.interval
    zh = f"三项平均 macro-F1 {d.champion:.3f} → {d.challenger:.3f}（差 {d.ahead:+.3f}，"
    zh += f"95% 区间 {low:+.3f} 至 {high:+.3f}）"
    en = f"mean macro-F1 of the heads {d.champion:.3f} → {d.challenger:.3f} ({d.ahead:+.3f}, "
    en += f"95% interval {low:+.3f} to {high:+.3f})"
    if low > 0:
        return Decision("promote", (Said(f"您的留出标注：{zh}。", f"Your held-out labels: {en}."),))
    return Decision(
        "not_better",
        (
            Said(
                f"证据不足：您的留出标注上看不出进步：{zh}，区间含零；更多标注会使区间变窄。",
                f"Not enough evidence of a gain on your held-out labels: {en}; the interval holds "
                "zero. More labels make it narrower.",
            ),
        ),
    )
