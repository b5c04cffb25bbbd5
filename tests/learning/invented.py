"""A small labelled set of invented sentences by four hands, easy enough to learn in a second."""

from __future__ import annotations

from extractor.language.classify.labels import Substance, Tense, Topic
from extractor.learning.dataset import Example, Labels

_KINDS: tuple[tuple[str, str, Topic, Tense, Substance], ...] = (
    ("全年通过{where}公开信息{n}条", "overview", "disclosure", "done", "specific"),
    ("{where}收到政府信息公开申请{n}件", "overview", "applications", "statement", "specific"),
    ("{where}干部业务能力有待提高", "issues", "problem", "problem", "boilerplate"),
    ("下一步，{where}将加大培训力度", "issues", "improvement", "planned", "boilerplate"),
    ("{where}坚持以公开促落实", "overview", "overview", "statement", "boilerplate"),
    ("{where}未收取信息处理费", "other", "fee", "statement", "specific"),
)
_PLACES = ("云岭县财政局", "青溪镇", "沙河街道", "岚州市民政局")


def examples() -> list[Example]:
    found = []
    for hand, where in enumerate(_PLACES):
        for report in range(3):
            for number, (text, section, topic, tense, substance) in enumerate(_KINDS):
                found.append(
                    Example(
                        id=f"{hand}-{report}-{number}",
                        text=text.format(where=where, n=10 + 7 * report + number) + "。",
                        section=section,
                        aspect=None,
                        heading=None,
                        year=2023,
                        labels=Labels(topic=topic, tense=tense, substance=substance),
                        report=f"r{hand}{report}",
                        hand=f"hand-{hand}",
                    )
                )
    return found
