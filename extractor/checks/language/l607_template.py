"""L607: template text left in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.language.lines import Line, finding, lines
from extractor.checks.model import Case, Finding, Rule, Said

_SURE, _LIKELY = 0.95, 0.85
_INSTRUCTION = re.compile(
    r"[（(【\[]\s*(?:文字描述|文字说明|示例|例文|参考模板|(?:填写|填报|填入|插入|输入)[^）)】\]表]{1,10}"
    r"|(?:在)?此处[^）)】\]]{0,30}|请[^）)】\]]{0,20}(?:填写|填报|补充|删除|选择)[^）)】\]]{0,20}"
    r"|(?:按|据|根据)(?:实际|实)(?:情况)?(?:填写|填报|修改|删减)[^）)】\]]{0,20}"
    r"|(?:如没?无|没有[则的]|无[则的]|如有则|如没有)[^）)】\]]{0,6}(?:填|写|删)[^）)】\]]{0,10}"
    r"|(?:字数)?(?:不少于|控制在|限)\s*\d+\s*字[^）)】\]]{0,10}"
    r"|待(?:补充|填写?|核实|更新|定|完善)(?:数据|内容)?|数据待[^）)】\]]{1,6})\s*[）)】\]]"
    r"|该部[分份](?:内容)?以表格形式报告|此处(?:填写|插入|输入)|(?:单击|点击)(?:或点击)?此处(?:添加|输入)"
    r"|^\s*[（(【\[](?:单位|机关|部门|行政机关|填报单位)(?:名称|全称)[）)】\]]"
    r"|[（(【\[]\s*(?:请)?(?:各单位|各部门|各地)?(?:结合|根据|按照)实际(?:情况)?[^）)】\]]{0,8}(?:补充|填写|填报|修改|调整|增删)[^）)】\]]{0,8}[）)】\]]"
    r"|[（(【\[]\s*(?:该|本)?(?:部分|栏|项|段)?(?:内容)?(?:不超过|不多于|不少于|控制在)\s*\d+\s*字"
    r"|[\[【（(]\s*(?:在此|请在此|于此)(?:处)?(?:输入|填写|填入|键入)[^\]】）)]{0,12}[\]】）)]|(?:该|本)部[分份](?:内容)?以(?:文字|表格)形式(?:报告|填报)"
    r"|^\s*(?:待(?:补充|填写|完善|核实)|示例[:：]|填表说明[:：]|填报说明[:：]|填写说明[:：])|(?:该|本)部分为必填项"
    r"|(?<=[：:；;])一是(?:…+|\.{3,}|_{2,})[；;。]"
    r"|错误\s*[!！]\s*未(?:找到引用源|定义书签)"
    # （三号仿宋）, （黑体小二号字）: how the words are to be printed.
    r"|[（(【\[]\s*(?:方正)?(?:(?:仿宋|宋体|黑体|楷体)[^）)】\]，。]{0,10}[一二三四五六七八]号|小?[一二三四五六七八]号(?:方正)?(?:仿宋|宋体|黑体|楷体))[^）)】\]]{0,12}[）)】\]]"
)
_BLANK = r"(?:[xXＸｘ×✕╳]{2,8}|[*＊]{2,8}|[○〇]{2,6}|_{2,20})"
_UNIT = (
    r"(?:余|多)?(?:家|名|位|户|天|所|起|宗|处|台|批|万|篇次|小时|条|件|份|次|人次|篇|期|场|年|月|日|万元|元|个|项|%|局|厅|委员会|镇|乡|县|市|省|区|街道|单位|部门"
    r"|人民政府|政府|办公室|管委会|栏目|平台|网站|公众号|号文)"
)
_PLACEHOLDER = re.compile(
    rf"(?<![A-Za-z0-9_*＊])(?:20)?{_BLANK}(?={_UNIT})"
    rf"|(?:公开|收到|受理|答复|发布|共|累计|培训|办理)\s*[（(]\s*[）)]\s*(?=条|件|份|次|篇|期|场|个|项)"
    rf"|(?<=年)\s*[xX×]{{1,2}}\s*月\s*[xX×]{{1,2}}(?=日)|(?<![A-Za-z0-9])[xX×]月[xX×](?=日)|(?<=年)\s*(?:{_BLANK}|[xX×])\s*(?=月)|(?<=月)\s*(?:{_BLANK}|[xX×])\s*(?=日)"
    r"|(?<=电话[:：])\s*[*＊xX×]{3,4}-[*＊xX×]{6,8}"
)
_QUICK = re.compile(r"[xXＸｘ×✕╳*＊○〇_]{2}|[（(]\s*[）)]|[xX×]\s*[月日]")
# 二〇〇三年 is a year; **公开** is a converter's mark for bold.
_YEAR_SIGNS = re.compile(r"[一二三四五六七八九十〇○零]$")
_BOLD = re.compile(r"\*\*[^*]{1,60}\*\*")
# Places and people in an applicant's case are masked on purpose.
# What a report tells of its forms stands in quotation marks: 样式里“（填写文号）”等字.
_QUOTED = re.compile(r"“[^”\n]{0,60}”")
_MASKED = re.compile(
    r"申请人|申请公开|申请内容|要求公开|涉及|案由|诉|原告|被告|当事人|第三人|姓名|身份证|个人信息|隐私|脱敏|遮|隐去|打码|案例"
    r"|村民|先生|女士|某"
)


def check(case: Case) -> Iterator[Finding]:
    for line in lines(case):
        match = _INSTRUCTION.search(line.text)
        if match and not _quoted(line.text, match):
            yield _finding(case, line, match, _SURE)
        elif match := _placeholder(line.text):
            yield _finding(case, line, match, _LIKELY)


def _quoted(text: str, match: re.Match[str]) -> bool:
    """样式里的“（填写文号）”须逐一替换: speaks of the instruction."""
    return text[: match.start()].endswith(("“", "「")) and text.startswith(("”", "」"), match.end())


def _within(at: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= at < end for start, end in spans)


def _placeholder(text: str) -> re.Match[str] | None:
    """The first sign that stands where the agency's own words belong."""
    if not _QUICK.search(text):
        return None
    # Bold marks vanish in pairs; a sign of the same length keeps the offsets.
    plain = _BOLD.sub(lambda m: "\x00" * len(m.group()), text)
    for match in _PLACEHOLDER.finditer(plain):
        clause = re.split("[。；]", plain[: match.start()])[-1] + plain[match.end() :][:12]
        round_sign = match.group()[0] in "○〇"
        if round_sign and _YEAR_SIGNS.search(plain[: match.start()]):
            continue
        if not _MASKED.search(clause):
            return match
    return None


def _finding(case: Case, line: Line, match: re.Match[str], sure: float) -> Finding:
    start, end = line.start + match.start(), line.start + match.end()
    words = case.report.flow.printed(start, end).strip()
    return finding(
        case,
        line,
        start,
        end,
        Said(
            f"留有模板文字“{words}”，请补上本机关的内容或删除。",
            f"Template text was left in: {words}. Fill it in or delete it.",
        ),
        found=words,
        confidence=sure,
    )


RULE = Rule(
    code="L607",
    name=Said("残留模板文字", "Template text left in"),
    severity="warning",
    why=Said(
        "（文字描述）、XX条、该部分以表格形式报告等是模板给填写人的提示，留在正文里说明没有核对。"
        "为保护隐私而遮盖的姓名、号码不算。",
        "Instructions and placeholders of the form are for those who fill it in; left in, they show"
        " that nobody proof-read. Names and numbers masked for privacy are none.",
    ),
    bad="全年主动公开政府信息XX条。",
    good="全年主动公开政府信息126条。张**申请公开的内容已答复。",
    check=check,
)
