"""B501: how much of a section is boilerplate, with samples."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.boilerplate.b502_mostly import is_empty
from extractor.checks.boilerplate.facts_told import plain, readable
from extractor.checks.boilerplate.repeated import place_of
from extractor.checks.boilerplate.substance import Part, parts
from extractor.checks.model import Among, Finding, Rule, Said

_LEAST = 150
_SENTENCES = 3


def check(among: Among) -> Iterator[Finding]:
    """One flag a section; where B502 tells it, there is nothing to add."""
    share = among.settings.thresholds.boilerplate_share
    for whole, *aspects in parts(among).values():
        stock = whole.of("stock")
        if whole.share < share or whole.length("stock") < _LEAST or len(stock) < _SENTENCES:
            continue
        if not is_empty(among, whole, aspects):
            yield _finding(whole)


def _finding(part: Part) -> Finding:
    first = part.samples()[0]
    samples = " / ".join(f"“{readable(plain(one.text))}”" for one in part.samples())
    share = f"{part.share:.0%}"
    count = len(part.of("stock"))
    return Finding(
        message=Said(
            f"本节有{share}的文字（{count}句）是套话（法定表述、“无”的说明、表格除外），例如：{samples}",
            f"{share} of this section ({count} sentences) is boilerplate, such as: {samples}",
        ),
        section=part.section,
        place=part.title,
        evidence=first.text,
        found=share,
        confidence=0.75,
        at=place_of(first),
        key=f"B501|{part.section}",
    )


RULE = Rule(
    code="B501",
    name=Said("套话较多", "Boilerplate"),
    severity="hint",
    why=Said(
        "套话是放在任何单位、任何一年的报告里都成立的话，读者得不到信息。每节只提示一次，给出比例和三个例句，供"
        "修改时参考。判断依据是句子分类、常见套话和同批其他单位是否也这样写；拿不准的句子不算。",
        "Words that would fit any agency and any year tell a reader nothing. One hint a section, "
        "with its share and three samples; a sentence in doubt does not count.",
    ),
    bad="我局高度重视，切实加强领导，扎实推进各项工作，群众满意度不断提升。",
    good="全年公开信息126条，其中河湖管护41条；10月培训各水管站信息员一次，到会33人。",
    among=check,
)
