"""What a sentence tells in passing: a lack named again, its cause, or what others did."""

from __future__ import annotations

import re

from extractor.report.items import cues, deeds
from extractor.report.items.labels import NOUN_PROBLEM

_ONE_MET = re.compile(rf"(?:对于?|就|围绕|关于)[^，。；]{{3,30}}{NOUN_PROBLEM}，")
# 对栏目空白，市里已通报两次
_FROM_ABOVE = re.compile(
    r"(?:^|，)(?:上级|[省市县区州]里|[省市县区]政(?:务|府)(?:公开)?办(?:公[厅室])?)"
    r"(?:已经?|曾|先后|均|多次|专门|[于在]\d{1,2}月(?:底|初)?)*(?:通报|点名|批评|扣分|督办|反馈|指出)"
)
# 镇里已经三年没有轮训: how long it has been wanting.
_LONG_NOT = re.compile(
    rf"(?:{cues.SELF})?(?:目前|现在?)?(?:已经?|都)(?:有|连续|近|快)?[一二两三四五六七八几多半\d]{{1,3}}(?:个多?)?"
    r"(?:年|月|季度|天|周|次|届)多?[^，。；]{0,4}(?:没|未|无|不)"
)
_MEETS = re.compile(
    rf"(?:{cues.DATED}|明年|今年|目前|现|下一步|已|\d{{1,2}}月)[^，。；]{{0,10}}?"
    r"(?:将|拟|计划|准备|打算|已(?!有|知)|改[由为成]|商定)|(?:将|拟|已)(?![定有知]|近)"
)
# 在收费公示上，由于系统更换，…不及时: behind a field, why or in spite of what something lacks.
_SETS_LACK = re.compile(
    "由于|虽然?|尽管|受[^，。；]{2,20}(?:影响|制约|所限)，|因(?!此)[^，。；]{2,20}，"
)
# 至于公示牌老旧，由于经费未到位，明年拟逐村更换: a lack named again, and how it is met.
_TAKEN_UP = re.compile("(?:至于|说到|关于|而对于?)[^，。；]{3,30}，")


def takes_up(shadow: str) -> bool:
    """至于公示牌老旧，…，明年拟逐村更换: told again for the sake of what is done about it."""
    taken = _TAKEN_UP.match(shadow)
    parts = shadow[taken.end() :].split("，") if taken else []
    met = next((place for place, part in enumerate(parts) if _MEETS.match(part)), None)
    if met is None:
        return False
    return not any(cues.NAMES_PROBLEM.search(part) for part in parts[met:])


def meets_one(shadow: str) -> bool:
    """对公示栏偏僻的问题，县教育局建立了…: which problem, who, and what was done about it."""
    met = _ONE_MET.match(shadow)
    rest = shadow[met.end() :] if met else ""
    return bool(rest) and (deeds.is_told(rest) or deeds.is_likely(rest))


def is_want_or_rebuke(shadow: str) -> bool:
    """镇里已经三年没有轮训; 市里已通报两次: no measure, though it says 已."""
    return bool(_LONG_NOT.match(shadow) or _FROM_ABOVE.search(shadow))


def opens_cause(rest: str) -> bool:
    """Behind a field (在收费公示上，): 由于…, 虽然…"""
    return bool(_SETS_LACK.match(rest))


def lacks_for_cause(rest: str) -> bool:
    """由于系统更换，更新不及时, and nothing was done about it in the same sentence."""
    met = any(_MEETS.match(p) or cues.BEGINS_MEASURE.match(p) for p in rest.split("，"))
    return bool(cues.SUGGESTS_PROBLEM.search(rest)) and not met
