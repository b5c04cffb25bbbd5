"""How likely a measure is meant for a problem, by what both speak of."""

from __future__ import annotations

import re
from functools import lru_cache

from extractor.checks.boilerplate.remedies import remedied
from extractor.language.meant import own_pairs
from extractor.report.items.themes import themes

# Logarithms of how much more often so much is in common between a problem and its measure than
# between a problem and another's (development texts: 863 pairs, 1,569 others).
_PAIRS = (0.0, 1.4, 3.4, 4.5)
_THEME = 1.2
_MOST_REMEDIED = 2.5
# Characters of more than two in a hundred problems and measures: in common, they say nothing.
_OFTEN = frozenset(
    "的不公年一对上发个人了在到网布示政有目办复与时查文度新报项解业月全件统同由结务请更后中数事理站用行读制成告少定将名策次答专改法条区期员"
    "出于栏已为处申单村起和分多机通果补准审动入重口量县实规前计把会性据程标批提点局以资日地面录完整自来过案天镇下指式格管平范明书间增台大并信"
    "设图看编现开检收保家室针调只民贴步接企所工道监加核放问号偏化各小列能里线换字要未依金本均场电级表作回意还质例服费乡说议系合水询得送清老划"
    "市主比是建知页方位按逐传价组流限农内印类征份节决版应经写照两就形体社集预律关长高评督低厅见交从引进部留修力可参较缺省"
)
_RARE = 0.5
_HAN = re.compile(r"[\u4e00-\u9fff]+")


def likeness(problem: str, measure: str) -> float:
    """0 where they have nothing in common; one of the logarithms' sums otherwise."""
    shared = len(own_pairs(problem) & own_pairs(measure))
    found = _PAIRS[min(shared, len(_PAIRS) - 1)]
    if _themes(problem) & _themes(measure):
        found += _THEME
    if not shared and _rare(problem) & _rare(measure):
        found += _RARE
    return found + min(remedied(problem, measure), _MOST_REMEDIED)


@lru_cache(maxsize=512)
def _rare(text: str) -> frozenset[str]:
    return frozenset("".join(_HAN.findall(text))) - _OFTEN


@lru_cache(maxsize=512)
def _themes(text: str) -> frozenset[str]:
    return frozenset(themes(text))
