"""Words with which a section takes its leave (潮平两岸阔，我局将…): they are no measure.

A measure may be told in stock words too. It is taken for leave only where it stands last, outside
every list, and by sense is meant for none of the problems.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.checks.boilerplate.issues_told import ToldProblem
from extractor.checks.boilerplate.measures_told import Measure
from extractor.language.meant import shipped

# As logarithms of odds. Of 579 last clauses of development sections, 160 such leaves among them,
# no measure is so far from its problem but one behind a label of its own.
_FAR = -2.5
# 针对以上问题，我县将主动认领、靠前整改 — not 逐条整改、全部销号
_VOW = (
    "(?:主动认领|靠前整改|立足实际|靶向施策|靶向发力|立行立改|立查立改|即知即改|边查边改|对标对表|对症下药|精准施策|精准发力"
    "|多措并举|综合施策|分类施策|标本兼治|举一反三|高度重视|压实责任|狠抓整改|认真整改|扎实整改|聚焦问题|紧盯问题|直面问题"
    "|正视问题|找准症结|补齐短板|补短强弱|持续发力|协同发力|统筹推进|稳步推进|系统谋划|因地制宜|真抓实干|担当作为|攻坚克难"
    "|迎难而上|剖析原因|查找原因|深挖根源|刀刃向内|刀口向内|动真碰硬|务求实效|久久为功|闻过则喜|照单全收|诚恳接受|深刻反思"
    "|认真研究|积极作为|主动作为)"
)
_VOWS = re.compile(
    rf"[^，。；]*，(?:(?:[\u4e00-\u9fff\d]{{1,8}}?)?(?:将|要|会))?{_VOW}(?:[、，]{_VOW})*"
)
# So many measures behind such words, and they lead to them.
_LED = 2


def without_leave(
    measures: Sequence[Measure], problems: Sequence[ToldProblem]
) -> Sequence[Measure]:
    """The measures up to the last that is more than leave; one stays at least."""
    words = [problem.words for problem in problems]
    count = len(measures)
    while count > 1 and _is_leave(measures[count - 1], words):
        count -= 1
    return measures[:count]


def _is_leave(measure: Measure, words: Sequence[str]) -> bool:
    if not measure.rhetoric or measure.marked or measure.last_years or "：" in measure.text:
        return False
    return float(shipped().scores(words, [measure.text]).max(initial=_FAR)) <= _FAR


def without_vows(measures: Sequence[Measure]) -> Sequence[Measure]:
    """The measures without what leads to them: 针对以上问题，我县将主动认领、靠前整改。"""
    own = [one for one in measures if not (one.means_all and _only_vows(one.text))]
    return own if sum(one.real for one in own) >= _LED else measures


def _only_vows(clause: str) -> bool:
    """Words of four characters that promise nothing in particular."""
    return _VOWS.fullmatch(clause) is not None
