"""The two statutory forms: which rows and columns the three tables have, and how labels vary.

2019 form: 国办公开办函〔2019〕60号 (report years 2019, 2020); 2021 form: 国办公开办函〔2021〕30号.
Labels are compared squashed: only Chinese characters, letters and digits count, so that blanks,
line breaks, brackets, quotes and numbering signs of any width make no difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Form = Literal["2019", "2021"]
TableKey = Literal["disclosure", "applications", "disputes"]

_NOT_LABEL = re.compile(r"[^0-9A-Za-z\u3400-\u9fff〇]+")
_ENUMERATOR = re.compile(r"^(?:第?[一二三四五六七八九十]{1,2}(?=\D)|\d{1,2}(?=\D))")


def squash(text: str) -> str:
    """A label's bare characters."""
    return _NOT_LABEL.sub("", text)


def bare(squashed: str) -> str:
    """A squashed label without its leading number (七总计 → 总计)."""
    return _ENUMERATOR.sub("", squashed, count=1)


@dataclass(frozen=True, slots=True)
class RowLabel:
    """A statutory row: its key, its printed label, and what identifies it wherever it varies."""

    key: str
    label: str
    pattern: re.Pattern[str]

    def names(self, squashed: str) -> bool:
        return self.pattern.search(squashed) is not None


def _row(key: str, label: str, pattern: str) -> RowLabel:
    return RowLabel(key, label, re.compile(pattern))


APPLICANTS = ("individual", "business", "research", "nonprofit", "legal", "other", "total")
APPLICANT_LABELS = {
    "individual": re.compile(r"^(?:申请人情况)?自然人$"),
    "business": re.compile(r"^商业企业$"),
    "research": re.compile(r"^科研机构$"),
    "nonprofit": re.compile(r"^(?:社会)?公益(?:组织|机构)$"),
    "legal": re.compile(r"^法律服务(?:机构|组织)$"),
    "other": re.compile(r"^其[他它](?:组织)?$"),
    "total": re.compile(r"^[总合]计$"),
}

_LONGEST_REMEMBERED = 40


def applicant_keys(squashed: str) -> tuple[str, ...]:
    """The columns of table three that a label names."""
    # Most words of a table are figures, and the same few of them.
    short = len(squashed) <= _LONGEST_REMEMBERED
    return _applicant_keys(squashed) if short else _applicant_keys.__wrapped__(squashed)


@lru_cache(maxsize=4096)
def _applicant_keys(squashed: str) -> tuple[str, ...]:
    return tuple(key for key, pattern in APPLICANT_LABELS.items() if pattern.search(squashed))


# In the order of the form. A label may stand alone or behind its group's label in one cell.
APPLICATION_ROWS = (
    _row("new", "一、本年新收政府信息公开申请数量", r"本年(?:度)?新收"),
    _row("carried_in", "二、上年结转政府信息公开申请数量", r"上(?:一)?年(?:度)?结转"),
    _row("granted", "（一）予以公开", r"(?<!不)予以公开"),
    _row("partial", "（二）部分公开", r"部分公开"),
    _row("refused.state_secret", "1.属于国家秘密", r"国家秘密"),
    _row("refused.other_law", "2.其他法律行政法规禁止公开", r"法规禁止|其[他它]法律"),
    _row("refused.safety_stability", "3.危及“三安全一稳定”", r"三安全一稳定|危及三安全"),
    _row("refused.third_party", "4.保护第三方合法权益", r"第三方"),
    _row("refused.internal_affairs", "5.属于三类内部事务信息", r"内部事务"),
    _row("refused.process", "6.属于四类过程性信息", r"过程性信息|四类过程"),
    _row("refused.enforcement_file", "7.属于行政执法案卷", r"执法案卷"),
    _row("refused.admin_query", "8.属于行政查询事项", r"行政查询"),
    _row("unavailable.not_held", "1.本机关不掌握相关政府信息", r"不掌握"),
    _row("unavailable.needs_creation", "2.没有现成信息需要另行制作", r"没有现成|另行制作"),
    _row("unavailable.unclear", "3.补正后申请内容仍不明确", r"补正后|仍不明确"),
    _row("not_processed.petition", "1.信访举报投诉类申请", r"信访|举报投诉"),
    _row("not_processed.repeat", "2.重复申请", r"重复申请"),
    _row("not_processed.publication", "3.要求提供公开出版物", r"公开出版"),
    _row("not_processed.mass_repeat", "4.无正当理由大量反复申请", r"大量反复|反复申请"),
    _row(
        "not_processed.reconfirm",
        "5.要求行政机关确认或重新出具已获取信息",
        r"重新出具|确认或重新|要求行政机关确认",
    ),
    _row(
        "other.overdue_correction",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        r"逾期(?:不|未)补正",
    ),
    _row(
        "other.overdue_payment",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        r"收费通知|缴纳费用|逾期(?:不|未)缴|缴费",
    ),
    _row("other.other", "3.其他", r"^(?:六?其[他它]处理)?3?其[他它](?:情形)?$"),
    _row("total", "（七）总计", r"^七?(?:本年度办理结果)?七?[总合]计$"),
    _row("carried_out", "四、结转下年度继续办理", r"结转下(?:一)?年|下年度继续办理"),
)
# 其他处理 is one row in the 2019 form and the label of three in the 2021 form.
OTHER_2019 = _row("other", "（六）其他处理", r"^六?其[他它]处理$")

GROUPS = {
    "outcomes": re.compile(r"^三?本年度?办理结果$"),
    "refused": re.compile(r"^三?不予公开$"),
    "unavailable": re.compile(r"^四?无法提供$"),
    "not_processed": re.compile(r"^五?不予处理$"),
    "other": OTHER_2019.pattern,
}
# What only table three's header says.
APPLICATIONS_HEADER = re.compile(r"申请人情况|^自然人$|勾稽关系|法人或其[他它]组织|^商业企业$")


# A number in front and a unit behind are no part of the label; anything more makes it another's.
def _disclosed(key: str, label: str, words: str) -> RowLabel:
    number = r"^(?:[一二三四五六七八九十]{1,2}|\d{1,2})?"
    unit = r"(?:事项|决定|措施|收入|金额|总?数量?)?(?:单位)?(?:件|个|项|宗|万元)?$"
    return _row(key, label, number + words + unit)


DISCLOSURE_ROWS = (
    _disclosed("regulations", "规章", "规章"),
    _disclosed("normative_documents", "行政规范性文件", "(?:行政)?规范性文件"),
    _disclosed("licensing", "行政许可", "行政许可"),
    _disclosed("other_services", "其他对外管理服务事项", "其[他它]对外管理服务"),
    _disclosed("penalties", "行政处罚", "行政处罚"),
    _disclosed("coercion", "行政强制", "行政强制"),
    _disclosed("fees", "行政事业性收费", "行政事业性收费"),
    _disclosed("procurement", "政府集中采购", "(?:政府)?集中采购"),
)
DISCLOSURE_ARTICLE = re.compile(r"^第二十条第[一二三四五六七八九十]项")
DISCLOSURE_CONTENT = re.compile(r"^信息内容$")

# Column header → (column key, the form it stands for).
DISCLOSURE_COLUMNS: tuple[tuple[re.Pattern[str], str, Form | None], ...] = (
    (re.compile(r"制发(?:件数|数量)"), "issued", "2021"),
    (re.compile(r"废止(?:件数|数量)"), "repealed", "2021"),
    (re.compile(r"现行有效"), "in_force", "2021"),
    (re.compile(r"新制作"), "made", "2019"),
    (re.compile(r"新公开"), "disclosed", "2019"),
    (re.compile(r"对外公开总"), "total", "2019"),
    (re.compile(r"上一?年(?:度)?项目"), "previous", "2019"),
    (re.compile(r"增减"), "change", "2019"),
    (re.compile(r"处理决定"), "decisions", None),
    (re.compile(r"收费金额"), "amount", "2021"),
    (re.compile(r"采购项目"), "projects", "2019"),
    (re.compile(r"采购总?金额"), "amount", "2019"),
)
DISCLOSURE_SHAPES: dict[Form, dict[str, tuple[str, ...]]] = {
    "2021": {
        "regulations": ("issued", "repealed", "in_force"),
        "normative_documents": ("issued", "repealed", "in_force"),
        "licensing": ("decisions",),
        "penalties": ("decisions",),
        "coercion": ("decisions",),
        "fees": ("amount",),
    },
    "2019": {
        "regulations": ("made", "disclosed", "total"),
        "normative_documents": ("made", "disclosed", "total"),
        "licensing": ("previous", "change", "decisions"),
        "other_services": ("previous", "change", "decisions"),
        "penalties": ("previous", "change", "decisions"),
        "coercion": ("previous", "change", "decisions"),
        "fees": ("previous", "change"),
        "procurement": ("projects", "amount"),
    },
}

DISPUTE_GROUPS = ("review", "suit_direct", "suit_after_review")
DISPUTE_GROUP_LABELS = {
    "suit_direct": re.compile(r"未经复议|直接起诉"),
    "suit_after_review": re.compile(r"复议后(?:提起)?(?:起诉|诉讼)?"),
    "review": re.compile(r"^行政复议$"),
}
DISPUTE_SUITS = re.compile(r"^行政诉讼$")
DISPUTE_RESULTS = ("upheld", "corrected", "other", "pending", "total")
DISPUTE_RESULT_LABELS = {
    "upheld": re.compile(r"^(?:结果)?维持(?:结果)?$"),
    "corrected": re.compile(r"^(?:结果)?纠正(?:结果)?$"),
    "other": re.compile(r"^其[他它]结果$"),
    "pending": re.compile(r"^(?:尚)?未审结$"),
    "total": re.compile(r"^[总合]计$"),
}

TABLE_NAMES: dict[TableKey, str] = {
    "disclosure": "表二（主动公开政府信息情况）",
    "applications": "表三（收到和处理政府信息公开申请情况）",
    "disputes": "表四（政府信息公开行政复议、行政诉讼情况）",
}
