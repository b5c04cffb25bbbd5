"""The words of growth, and of what it is measured against."""

from __future__ import annotations

import re

_UP = r"增长|增幅|增加|上升|升幅|涨幅|提高|提升|增速|增|升"
_DOWN = r"下降|降幅|减少|降低|回落|下滑|减幅|缩减|压减|减|降"
_GAP = r"(?:率|幅度?|比例)?(?:了|为|达到?|约|近|超过?|逾|同比|略|是|有|[:：（(])*"
RISES = re.compile(rf"(?:{_UP}){_GAP}$")
FALLS = re.compile(rf"(?:{_DOWN}){_GAP}$")
MORE = re.compile(r"(?:净?增加|增长|多出?|上升|增|提高)了?(?:约|近)?$")
LESS = re.compile(r"(?:减少|下降|少|减|降低|回落)了?(?:约|近)?$")
# What may stand between a figure and the growth that goes with it: another noun makes it another's.
BOUND = re.compile(
    r"^(?:[，,、；;（(的]|同比|环比|相比|比较|总体|总量|数量|公开量|申请量|总[体数]|略|大幅|小幅|明显|约|则|又|共|为|[增降升减涨]幅|▁)*"
    rf"(?:{_UP}|{_DOWN}){_GAP}$"
)
# 比上年的156条增长19.2%: the sentence tells nothing but the comparison.
GOES_BACK = re.compile(r"^(?:总量|总数|数量|公开量|申请量|同比)?(?:较|比|与|同|跟)")
PAST = re.compile(
    r"(?:(?:上一?年度?|去年|前一年|头一年)(?:同期)?|同期|(?P<year>(?:19|20)\d\d)年(?:度|[底末])?(?:同期)?)"
    r"(?:的|则|为|是|有|共|只|仅|公开|发布|收到|受理|新收|政府信息|信息|申请|数量|总数|总量|达到?|[:：])*(?:约|近)?$"
)
# 结转上年2件: what came over from it is this year's figure.
CARRIED_IN = re.compile(r"(?:结转|接转|转结|转自|转接|承接|来自)$")
# 由8,000人增至9,600人
FROM = re.compile(r"[由从][^，。；\d]{0,14}$")
TO = re.compile(r"^[^，。；\d]{0,4}(?:增|升|涨|扩|提|降|减|缩|压|跌|下)[^，。；\d]{0,4}[至到为]$")
SAME = re.compile(r"^[^，。；]{0,4}(?:基本)?(?:持平|相同|一致)")
