"""What a clause denies of the agency itself: 全年未召开新闻发布会, 我局没有专职人员.

A denial counts only as a whole clause: 未组织培训, not 未组织培训的单位.
"""

from __future__ import annotations

import re

# Our own office: 我局, 局办公室, 全局; 省厅 only in the report of a provincial department.
_SELF = (
    r"(?:(?P<level>[我本全该省市县区州])?(?P<kind>局|委|厅|署|办|院|镇|乡|街道|单位|机关|中心)"
    r"(?:办公室|机关|本级|自身)?|办公室)"
)
_STRETCH = r"[上下]半年|第?[一二三四1-4]季度|\d{1,2}月"
# Bounded: 局办公室 can be read in two ways, and a line may repeat it.
LEAD = (
    rf"^(?:全年|本年度?|年内|当年|今年|一年来|20\d\d年度?|{_STRETCH}|{_SELF}|(?:存在的)?(?:主要)?问题是?"
    r"|也|均|还|至今|一直|始终|从来|[镇乡局委厅院](?:里|上)|对外|目前|现|暂|此外|另外|对(?:政务公开|政府信息公开|信息公开)(?:工作)?){0,8}"
)
NOT = r"(?:从未|未曾|没能|尚未|未|没有|没|无)(?:有)?"
TAIL = r"(?:的?(?:情况|情形|现象|事项|活动|工作|问题))?"
OUR_WORK = r"(?:政务公开|政府信息公开|信息公开|依申请公开)"
N = r"(?:[1-9]\d*|[一二两三四五六七八九十]+)(?:余|多)?"
_OURS = "我本全该"


def pattern(words: str) -> re.Pattern[str]:
    """A denial with these words behind its subject."""
    return re.compile(f"{LEAD}(?:{words})$")


def denied(words: re.Pattern[str], clause: str, agency: str) -> re.Match[str] | None:
    """The clause as a denial of the agency's own."""
    match = words.match(clause)
    if match is None:
        return None
    level, kind = match["level"], match["kind"]
    named = level is None or level in _OURS or (level in agency and kind[0] in agency)
    return match if named else None
