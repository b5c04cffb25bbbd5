"""Characters and pairs of them: what problems and measures are compared by."""

from __future__ import annotations

import re
from functools import lru_cache

# Words that every report's items share prove nothing.
_COMMON = re.compile(
    r"政府信息公开|政务公开|信息公开|主动公开|政府|信息(?!员)|公开|工作|进一步|继续|持续|不断|切实|加强|加大|强化|完善|健全|建立|提升|提高|推进|推动|开展|情况|问题|不够|不足|有待|需要"
    r"|部分|个别|存在|各县（市、区）|各级|各部门|单位|部门|相关|有关|方面|内容|水平|能力|力度|我[局委办厅镇乡县市区]|年底前|全部|及时|以及|没有|要求|进行|确保|群众|公众|社会|全市|全县|全区|全省"
)
_WHEN = re.compile(
    r"\d+|[一二两三四五六七八九十百]+(?=[个件条期次名家月年日天季批份项])|工作日|[上下]半年|季度|[年月]底前?|底前|年内"
    r"|今年|明年|次年|以来|以后|以前|之前|之后|第[一二三四]|个月|每[年月日周季天]|按[年月日周季]|全部|均已|已经"
)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_REMEMBERED = 1024


def pairs(text: str) -> set[str]:
    """Pairs of characters without the words that every report has."""
    plain = re.sub(r"[^\u4e00-\u9fff]+", " ", _COMMON.sub(" ", text))
    return {plain[i : i + 2] for i in range(len(plain) - 1) if " " not in plain[i : i + 2]}


@lru_cache(maxsize=_REMEMBERED)
def own_pairs(text: str) -> frozenset[str]:
    """Its pairs without numbers, dates and words that stand in any report."""
    return frozenset(pairs(_WHEN.sub("，", text)))


def grams(text: str) -> list[str]:
    """Its Chinese characters and pairs of neighbours, numbers and dates left out."""
    found: list[str] = []
    for run in _HAN.findall(_WHEN.sub("，", text)):
        found += run
        found += (run[i : i + 2] for i in range(len(run) - 1))
    return found
