"""Measures that say which problem they are for: 针对公示屏更新不及时的问题，…"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_HEAD = re.compile(
    r"(?:[^，。；：]{0,10}[：，])?(?:(?:[局委办厅镇乡县市区将已拟]|我们|年)?(?:针对|对于|围绕|关于|为解决|为破解)|[就对])"
    r"(?P<cited>[^，；。：]{4,40}?)的?(?:这一|这个)?(?:问题|不足|短板|情况|现象|难题|方面)?[，：]"
)
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_REPEATED = 0.6


def cited(problems: Sequence[str], measures: Sequence[str]) -> NDArray[np.float64]:
    """A row a problem: how far a measure's opening repeats it, the share of the other problems that
    are so repeated, the share of measures that so begin."""
    openings = [match["cited"] for text in measures if (match := _HEAD.match(text))]
    table = np.array([[_share(opening, one) for opening in openings] for one in problems])
    if not openings:
        return np.zeros((len(problems), 3))
    # An opening is meant for the problem it repeats most of.
    told = np.where(table >= table.max(axis=0), table, 0.0).max(axis=1)
    named = told >= _REPEATED
    others = max(1, len(problems) - 1)
    return np.array(
        [
            [told[i], (named.sum() - named[i]) / others, len(openings) / len(measures)]
            for i in range(len(problems))
        ]
    )


def _share(opening: str, problem: str) -> float:
    words = _pairs(opening)
    return len(words & _pairs(problem)) / len(words) if words else 0.0


def _pairs(text: str) -> set[str]:
    return {run[i : i + 2] for run in _HAN.findall(text) for i in range(len(run) - 1)}
