"""Whether a text says anything about 信息处理费, in the many ways in which reports do."""

from __future__ import annotations

import re

# Fees that have nothing to do with disclosure.
_FOREIGN = re.compile(
    r"行政事业性收费|(?:涉企|教育|物业|停车|医疗|中介|经营服务性|供[水热电气]|[水电气]费|学费?|诊疗|景区|殡葬|检验)"
    r"[^，。；\n]{0,4}(?:收费|费用)|(?:收费|费用)(?:标准|项目|清单|目录|公示|许可证)"
)
_TITLE = re.compile(r"《[^》]{0,60}》|〈[^〉]{0,60}〉")
_NAMED = re.compile(
    r"处理费|收费通知|(?:检索|复制|邮寄)[、和及]?(?:检索|复制|邮寄)?[^，。；\n]{0,6}费"
)
_ABOUT = re.compile(
    r"(?:信息公开|依申请|申请公开|公开申请|申请人|提供(?:政府)?信息|信息提供)[^。；\n]{0,24}?"
    r"(?:收费|费用|收取|免费|缴费|[0零]元)"
)
_NOTHING = re.compile(
    r"(?:未|没有?|无|不|零|从未|没)(?:曾|有|再|予)?(?:向[^，。；\n]{0,14})?"
    r"(?:收取|收过|产生|发生|涉及|加收|收|任何|相关)(?:过|了)?[^，。；\n]{0,14}?(?:费用|收费|(?<![经话消浪])费|一分钱|钱)(?!力|心|解)"
    r"|一分钱?(?:也|都)?(?:没|未)收|[免零]收费|免费(?:向申请人)?提供"
)
# 健康证办理不收费: what else costs nothing; section six tells of it less than of the fee.
_FOREIGN_LEAD = re.compile(
    "办理|办证|许可|服务|检[测验]|培训|考试|托管|停车|参观|审批|办事|公证|鉴定"
)
_IN_SIX = re.compile(r"收费|费用|(?<![经水电学话消浪])费(?!力|心|解|者)")


def tells_of_fee(text: str, *, in_six: bool) -> bool:
    """Section six may say it shortly (收费情况：无); elsewhere 处理费 or disclosure is named.

    The title of the rules alone says something in section six only.
    """
    if in_six and "处理费" in text:
        return True
    text = _FOREIGN.sub("", text if in_six else _TITLE.sub("", text))
    if in_six and _IN_SIX.search(text):
        return True
    if _NAMED.search(text) or _ABOUT.search(text):
        return True
    return any(in_six or not _costs_else(text, m.start()) for m in _NOTHING.finditer(text))


def _costs_else(text: str, at: int) -> bool:
    lead = text[max(text.rfind(sign, 0, at) for sign in "，。；\n") + 1 : at]
    return _FOREIGN_LEAD.search(lead) is not None
