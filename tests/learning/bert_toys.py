"""Tiny labelled reports and encoders for the tests of the BERT; all sentences are made up here."""

from __future__ import annotations

from pathlib import Path

from extractor.language.classify.context import Sight
from extractor.learning.bert.pretrain import Course, Shape, pretrain
from extractor.learning.dataset import Example, Labels, sights

TINY = Shape(layers=2, hidden=32, heads=2, feed_forward=64, max_length=64)
_KINDS = (
    ("通过{p}公开信息{n}条，其中财政类{n}条。", "disclosure", "disclosure", "done", "specific"),
    ("收到公民提交的申请{n}件，已办结{n}件。", "applications", "applications", "done", "specific"),
    ("公开意识有待加强，解读形式仍显单一。", "issues", "problem", "problem", "boilerplate"),
    ("下一步将加大培训力度，提高{p}质量。", "issues", "improvement", "planned", "boilerplate"),
    ("本年度未收取信息处理费，{p}亦无收费。", "other", "fee", "statement", "specific"),
)
_PLATFORMS = ("镇政府网站", "微信公众号", "公示栏", "县门户网站", "广播", "村务专栏")
_HANDS = ("hand-m", "hand-n", "hand-o", "hand-p", "hand-q")


def toy_examples(reports: int = 20) -> list[Example]:
    """Five kinds of sentences in every report, told by five hands; easy to tell apart."""
    found = []
    for number in range(reports):
        report, year = f"toy-{number:02}", 2021 + number % 4
        for kind, (pattern, section, topic, tense, substance) in enumerate(_KINDS):
            platform = _PLATFORMS[(number + kind) % len(_PLATFORMS)]
            text = f"{year}年，" * (number % 2) + pattern.format(p=platform, n=number * 7 + 3)
            labels = Labels.model_validate({"topic": topic, "tense": tense, "substance": substance})
            found.append(
                Example(
                    id=f"{report}-{kind}",
                    text=text,
                    section=section,
                    year=year,
                    labels=labels,
                    report=report,
                    hand=_HANDS[number % len(_HANDS)],
                )
            )
    return found


def toy_sights() -> list[Sight]:
    """Of very different lengths, so that batches have to be padded."""
    seen = sights(toy_examples(8))
    return [*seen, Sight("无。", "other"), Sight("继续加强公开，" * 30, "issues", year=2023)]


def toy_lines() -> list[str]:
    return [example.text for example in toy_examples(60)]


def toy_encoder(folder: Path, steps: int = 60) -> Path:
    pretrain(toy_lines(), [], folder, TINY, Course(steps=steps, rows=8, rate=1e-2))
    return folder
