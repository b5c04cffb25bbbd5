"""Sentences to draw from: the labelled ones that development may look at, without their facts.

What tells a figure of the tables, another agency's name or another level of government is left
out: the assembled report says those itself, so that it does not contradict its own tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from random import Random

from evaluation.assembling.agencies import Kind
from evaluation.gold import load_reports
from evaluation.labelling import LABELS, TRAINING
from extractor.learning.dataset import Example, load_examples

_LEAD = re.compile(
    r"^(?:（[一二三四五六七八九十]+）|[(（]?\d+[)）.、]\s*|[一二三四五六七八九]是|第?[一二三四五]、|——)+"
)
# An ordinal inside belongs to a list that was torn apart.
_TORN = re.compile(
    r"[一二三四五六①②③]是?(?<=[是①②③])|其[一二三]|那一|另一|前者|后者|问题之|主要有|[（(]\d"
)
_COUNTED = re.compile(r"[\d一二三四五六七八九十两百]+ ?余?多?(?:[件份条个宗项]|[%％成])")
# Nearly every count of theirs is one of the tables.
_COUNTING = frozenset({"applications", "disputes"})
_TABLE_FACTS = re.compile(r"申请|复议|诉讼|许可|处罚|强制|规范性文件|规章|收费|处理费|结转")
_NIL = re.compile(
    r"(?:没有|没|未|无|零|不)[^，。]{0,14}(?:申请|结转|许可|处罚|文件|复议|诉讼|规章|办结)"
)
_TOTALS = re.compile(r"公开[^。]*\d[^。]*条")
_FIXED_YEAR = re.compile(r"施行|条例|以来|〔|决定")
_YEAR = re.compile(r"20[12]\d(?=年)")
_OTHER_LEVELS: dict[Kind, re.Pattern[str]] = {
    "bureau": re.compile(
        r"[全我本各][省市区镇乡]|[省市区镇乡](?:委|政府|里|直|局)|我[厅委办县]|总局|街道|全县"
    ),
    "township": re.compile(
        r"[我本][局厅委办县市区省]|局|厅|[省市区](?:委|政府)|总队|街道|全[县市区省]"
    ),
    "government": re.compile(
        r"[我本][局厅委办镇乡]|局[内属机领党]|[省市区](?:委|政府|直)|厅|总队|全[市区省]"
    ),
}
_SHORTEST, _LONGEST = 10, 140


@cache
def _pool() -> dict[tuple[str, Kind], list[tuple[str, int]]]:
    """Sentence and year by topic and kind of agency."""
    names = _names()
    pool: dict[tuple[str, Kind], list[tuple[str, int]]] = defaultdict(list)
    seen: set[str] = set()
    for example in load_examples(LABELS / "development.jsonl"):
        text = _LEAD.sub("", example.text.strip())
        if text in seen or not _usable(example, text, names[example.report]):
            continue
        seen.add(text)
        for kind, foreign in _OTHER_LEVELS.items():
            if not foreign.search(text):
                pool[example.labels.topic, kind].append((text, example.year or 0))
    return pool


def _usable(example: Example, text: str, names: frozenset[str]) -> bool:
    if not _SHORTEST <= len(text) <= _LONGEST or _TORN.search(text) or not text.endswith("。"):
        return False
    if any(name in text for name in names) or _TOTALS.search(text) or _NIL.search(text):
        return False
    if (example.labels.topic in _COUNTING or _TABLE_FACTS.search(text)) and _COUNTED.search(text):
        return False
    return not (_YEAR.search(text) and (_FIXED_YEAR.search(text) or not example.year))


def _names() -> dict[str, frozenset[str]]:
    """The first characters of each report's agency and region: where they stand, it is named."""
    names: dict[str, frozenset[str]] = {}
    for report in load_reports("dev"):
        meta = report.gold.meta
        names[report.gold.id] = frozenset(n[:2] for n in (meta.agency, meta.region) if n)
    for path in (TRAINING / "reports").glob("*.txt"):
        head = path.read_text("utf-8").split("\n", 1)[0]
        names[path.stem] = frozenset({head.split("agency:")[1].strip()[:2]})
    return names


def draw(random: Random, topic: str, kind: Kind, year: int, count: int) -> list[str]:
    """Sentences of one topic, with their years moved into the report's."""
    pool = _pool()[topic, kind]
    drawn = random.sample(pool, min(count, len(pool)))
    return [_moved(text, year - told) for text, told in drawn]


def _moved(text: str, years: int) -> str:
    return _YEAR.sub(lambda match: str(int(match[0]) + years), text)
