"""The official forms' words: row labels and column headers, and how hurried offices print them.

2019: 国办公开办函〔2019〕60号; 2021: 国办公开办函〔2021〕30号.
"""

from __future__ import annotations

from dataclasses import dataclass

from evaluation.forms import Form
from evaluation.render.style import Style

_CHINESE = "零一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Entry:
    """A row or a group of rows of table three: level 1 一、, level 2 （一）, level 3 1."""

    key: str
    level: int
    number: int
    full: str
    short: str
    rows: tuple[Entry, ...] = ()


def _rows(prefix: str, *labels: tuple[str, str, str]) -> tuple[Entry, ...]:
    return tuple(
        Entry(f"{prefix}.{key}", 3, number, full, short)
        for number, (key, full, short) in enumerate(labels, 1)
    )


_NEW = Entry("new", 1, 1, "本年新收政府信息公开申请数量", "本年新收")
_CARRIED_IN = Entry("carried_in", 1, 2, "上年结转政府信息公开申请数量", "上年结转")
_CARRIED_OUT = Entry("carried_out", 1, 4, "结转下年度继续办理", "结转下年度")
_GRANTED = Entry("granted", 2, 1, "予以公开", "予以公开")
_PARTIAL = Entry("partial", 2, 2, "部分公开（区分处理的，只计这一情形，不计其他情形）", "部分公开")
_REFUSED = Entry(
    "refused", 2, 3, "不予公开", "不予公开",
    _rows(
        "refused",
        ("state_secret", "属于国家秘密", "国家秘密"),
        ("other_law", "其他法律行政法规禁止公开", "法律行政法规禁止公开"),
        ("safety_stability", "危及“三安全一稳定”", "“三安全一稳定”"),
        ("third_party", "保护第三方合法权益", "第三方合法权益"),
        ("internal_affairs", "属于三类内部事务信息", "内部事务信息"),
        ("process", "属于四类过程性信息", "过程性信息"),
        ("enforcement_file", "属于行政执法案卷", "行政执法案卷"),
        ("admin_query", "属于行政查询事项", "行政查询事项"),
    ),
)  # fmt: skip
_UNAVAILABLE = Entry(
    "unavailable", 2, 4, "无法提供", "无法提供",
    _rows(
        "unavailable",
        ("not_held", "本机关不掌握相关政府信息", "本机关不掌握"),
        ("needs_creation", "没有现成信息需要另行制作", "需另行制作"),
        ("unclear", "补正后申请内容仍不明确", "补正后仍不明确"),
    ),
)  # fmt: skip
_NOT_PROCESSED = Entry(
    "not_processed", 2, 5, "不予处理", "不予处理",
    _rows(
        "not_processed",
        ("petition", "信访举报投诉类申请", "信访举报投诉"),
        ("repeat", "重复申请", "重复申请"),
        ("publication", "要求提供公开出版物", "公开出版物"),
        ("mass_repeat", "无正当理由大量反复申请", "大量反复申请"),
        ("reconfirm", "要求行政机关确认或重新出具已获取信息", "确认或重新出具已获取信息"),
    ),
)  # fmt: skip
_OTHER_2021 = Entry(
    "other", 2, 6, "其他处理", "其他处理",
    _rows(
        "other",
        (
            "overdue_correction",
            "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "逾期不补正",
        ),
        (
            "overdue_payment",
            "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "逾期不缴费",
        ),
        ("other", "其他", "其他"),
    ),
)  # fmt: skip
_OTHER_2019 = Entry("other", 2, 6, "其他处理", "其他处理")
_TOTAL = Entry("total", 2, 7, "总计", "总计")

_OUTCOMES = (_GRANTED, _PARTIAL, _REFUSED, _UNAVAILABLE, _NOT_PROCESSED)


def outline(form: Form) -> tuple[Entry, ...]:
    """Table three's rows as the form nests them."""
    other = _OTHER_2021 if form == "2021" else _OTHER_2019
    handled = Entry("handled", 1, 3, "本年度办理结果", "办理结果", (*_OUTCOMES, other, _TOTAL))
    return (_NEW, _CARRIED_IN, handled, _CARRIED_OUT)


def entry_label(entry: Entry, style: Style) -> str:
    """A row label as this report prints it."""
    text = entry.short if style.short_labels else entry.full
    if entry.level == 1:
        return f"{_CHINESE[entry.number]}、{text}"
    if entry.level == 2:
        return f"（{_CHINESE[entry.number]}）{text}"
    return {"dot": f"{entry.number}.", "comma": f"{entry.number}、", "none": ""}[
        style.labels
    ] + text


def printed(text: str, style: Style) -> str:
    """A form's text with the report's habits of brackets and quotes."""
    if style.brackets == "half":
        close = ") " if style.blank_after_bracket else ")"
        text = text.replace("（", "(").replace("）", close).rstrip(" ")
    return text.replace("“", '"').replace("”", '"') if style.straight_quotes else text


CHECK_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
APPLICANTS = "申请人情况"
INDIVIDUAL, ORGANISATIONS, TOTAL = "自然人", "法人或其他组织", "总计"
ORGANISATION_KINDS = ("商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")

REVIEW, SUIT = "行政复议", "行政诉讼"
SUIT_KINDS = ("未经复议直接起诉", "复议后起诉")
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of table two: a clause of article 20, its columns, its rows by their keys."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]


INFORMATION = "信息内容"
_ORDERS = (("penalties", "行政处罚"), ("coercion", "行政强制"))
_CHANGE = ("上一年项目数量", "本年增/减", "处理决定数量")

CLAUSES: dict[Form, tuple[Clause, ...]] = {
    "2021": (
        Clause(
            "第二十条第（一）项",
            ("本年制发件数", "本年废止件数", "现行有效件数"),
            (("regulations", "规章"), ("normative_documents", "行政规范性文件")),
        ),
        Clause("第二十条第（五）项", ("本年处理决定数量",), (("licensing", "行政许可"),)),
        Clause("第二十条第（六）项", ("本年处理决定数量",), _ORDERS),
        Clause(
            "第二十条第（八）项",
            ("本年收费金额（单位：万元）",),
            (("fees", "行政事业性收费"),),
        ),
    ),
    "2019": (
        Clause(
            "第二十条第（一）项",
            ("本年新制作数量", "本年新公开数量", "对外公开总数量"),
            (("regulations", "规章"), ("normative_documents", "规范性文件")),
        ),
        Clause(
            "第二十条第（五）项",
            _CHANGE,
            (("licensing", "行政许可"), ("other_services", "其他对外管理服务事项")),
        ),
        Clause("第二十条第（六）项", _CHANGE, _ORDERS),
        Clause("第二十条第（八）项", _CHANGE[:2], (("fees", "行政事业性收费"),)),
        Clause(
            "第二十条第（九）项",
            ("采购项目数量", "采购总金额"),
            (("procurement", "政府集中采购"),),
        ),
    ),
}


def head_lines(text: str, style: Style) -> str:
    """A column header with the blanks or breaks that this report's typist put into it."""
    if style.head_fill == "blanks" and len(text) == 2:
        return f"{text[0]} {text[1]}"
    if style.head_fill == "blanks" and len(text) == 4:
        return f"{text[:2]} {text[2:]}"
    if style.head_fill == "breaks" and len(text) in (4, 6, 7):
        middle = len(text) // 2
        return f"{text[:middle]}\n{text[middle:]}"
    if style.head_fill == "breaks" and len(text) == 2:
        return f"{text[0]}\n{text[1]}"
    return text
