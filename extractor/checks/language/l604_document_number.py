"""L604: wrong document number or law title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.language.lines import Line, finding, lines
from extractor.checks.model import Case, Finding, Rule, Said

_SURE, _LIKELY = 0.95, 0.85
_LAW, _FORM, _FEE = "国务院令第711号", "国办公开办函〔2021〕30号", "国办函〔2020〕109号"
_FORM_NUMBERS = {(2021, 30), (2019, 60)}
_GAP = r"[》〉>]?\s*[（(]\s*(?:中华人民共和国|以下简称[^（）()，]{1,12}，)?"
_OPEN, _CLOSE = r"[〔\[［【（(﹝]", r"[〕\]］】）)﹞]"
_NUMBER = (
    rf"(?P<office>国[\u4e00-\u9fff]{{0,10}})\s*{_OPEN}\s*(?P<year>\d{{4}})\s*{_CLOSE}"
    r"\s*(?:第\s*)?(?P<number>\d{1,4})\s*号"
)
_LAW_NUMBER = re.compile(
    rf"政府信息公开条例{_GAP}(?P<words>(?P<order>[国主][\u4e00-\u9fff]{{0,3}}令)\s*[（(]?(?:第|\d{{4}}年第)?\s*(?P<number>\d{{1,4}})\s*号"
    rf"|{_NUMBER.replace('number>', 'other>')})"
)
# 国务院令第711条: an order has a number.
_LAW_ARTICLE = re.compile(
    rf"政府信息公开条例{_GAP}(?P<words>国(?:务院)?令\s*第\s*\d{{1,4}}\s*[条项款章])"
)
# The form's number under another office: 图办公开办函〔2021〕30号. No other document has both.
_FORM_OFFICE = re.compile(
    rf"国务院办公厅政府信息与政务公开办公室[^。；\n]{{0,60}}?[（(]\s*(?P<words>(?!国)[\u4e00-\u9fff]{{2,10}}\s*{_OPEN}\s*(?:2021\s*{_CLOSE}\s*30|2019\s*{_CLOSE}\s*(?P<number>60))\s*号)"
)
_FORM_NUMBER = re.compile(
    rf"年度报告格式[^》〉>，。；]{{0,8}}(?:[》〉>]\s*的通知)?{_GAP}(?P<words>{_NUMBER})"
)
_FEE_NUMBER = re.compile(rf"信息处理费管理办法(?:[》〉>]\s*的通知)?{_GAP}(?P<words>{_NUMBER})")
_ANY_FORM = re.compile(
    rf"(?P<words>国办公开办函\s*{_OPEN}\s*(?P<year>\d{{4}})\s*{_CLOSE}\s*(?:第\s*)?(?P<number>30|60)\s*号)"
)
# The regulation of 2007 had another number, and a report may speak of it.
_FORMER = re.compile("原|旧|2007|2008|修订前|废止|首次")
# The form's office gave out few numbers; the year's others are not cited as a basis for a report.
_AS_BASIS = re.compile(
    rf"(?:根据|按照|依据|依照|遵照)[^。；\n]{{0,120}}?(?P<words>(?P<office>国办发?公(?:开)?(?:办)?[函发]?)\s*{_OPEN}\s*(?P<year>\d{{4}})\s*{_CLOSE}\s*(?:第\s*)?(?P<number>\d{{1,3}})\s*号)"
)
_REPORTING = re.compile("年度报告|年报|编制|编写|本报告|格式")
# 国办函〔2021〕109号: the fee rules' number with another year, where a fee is told.
_FEE_BASIS = re.compile(
    rf"(?P<words>国办函\s*{_OPEN}\s*(?P<year>\d{{4}})\s*{_CLOSE}\s*(?:第\s*)?(?P<number>\d{{1,4}})\s*号)"
)
_FEE_TOLD = re.compile("信息处理费|收费|收取")
_BAD_YEAR = re.compile(r"[\u4e00-\u9fff][〔﹝](?P<year>\d{3}|\d{5,6})[〕﹞]\s*\d{1,4}\s*号")
_WRONG_TITLES: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(
            r"中华人民共和国(?:信息公开条例|政务信息公开条例|政务公开条例|政府公开信息条例|政府信息条例|政府信息公开法|政府信息公开工作条例|政府信息(?:公示|管理|发布|工作)条例)"
            r"|^政府信息(?:管理|公示|公开工作|公开管理)条例$"
            r"|(?:中华人民共和国)?政府信息公开条[列理文](?=$)|政府公开信息条例|中华人[们名]共和国政府信息公开条例|中华人民[公工]和国政府信息公开条例"
            r"|中国人民共和国政府信息公开条例|中华人民共和政府信息公开条例|(?:中华人民共和国)?政府信息工开条例"
        ),
        "中华人民共和国政府信息公开条例",
    ),
    (
        re.compile(r"政府信息公开处理费管理办法|政府信息公开(?:信息)?处理费收费办法|政府信息公开信息费管理办法|政府信息公开信息处理费(?:收费管理办法|管理方法|管理条例)|政府信息公开信息处理管理办法"),
        "政府信息公开信息处理费管理办法",
    ),
    (
        re.compile(r"中华人民共和国政府信息(?!公开工作年度报告格式)(?:公开)?(?:工作)?(?:年度)?(?:工作)?报告格式"),
        "中华人民共和国政府信息公开工作年度报告格式",
    ),
    (re.compile(r"中华人民共和国保密法"), "中华人民共和国保守国家秘密法"),
)  # fmt: skip


def check(case: Case) -> Iterator[Finding]:
    told: set[str] = set()
    for line in lines(case):
        for start, end, right, sure in _wrong(case, line):
            words = case.report.flow.printed(line.start + start, line.start + end)
            if "".join(words.split()) not in told:
                told.add("".join(words.split()))
                yield _finding(case, line, start, end, words, right, sure)


def _wrong(case: Case, line: Line) -> Iterator[tuple[int, int, str, float]]:
    """Start and end in the line, what is right, how sure."""
    text = line.text
    for match in _LAW_NUMBER.finditer(text):
        right = match["order"] in ("国务院令", "国令") and match["number"] == "711"
        if not right and not _FORMER.search(text[max(0, match.start() - 40) : match.end() + 20]):
            yield *match.span("words"), _LAW, _SURE
    for match in _LAW_ARTICLE.finditer(text):
        yield *match.span("words"), _LAW, _SURE
    for match in _FORM_OFFICE.finditer(text):
        yield *match.span("words"), _form_of(match), _SURE
    for match in _FORM_NUMBER.finditer(text):
        known = (int(match["year"]), int(match["number"])) in _FORM_NUMBERS
        if not known or match["office"] != "国办公开办函":
            yield *match.span("words"), _form_of(match), _SURE
    for match in _ANY_FORM.finditer(text):
        if (
            int(match["year"]),
            int(match["number"]),
        ) not in _FORM_NUMBERS and not _FORM_NUMBER.search(text):
            yield *match.span("words"), _form_of(match), _LIKELY
    for match in _FEE_NUMBER.finditer(text):
        if (match["office"], match["year"], match["number"]) != ("国办函", "2020", "109"):
            yield *match.span("words"), _FEE, _SURE
    for match in _AS_BASIS.finditer(text):
        known = (int(match["year"]), int(match["number"])) in _FORM_NUMBERS
        told = _FORM_NUMBER.search(text) or _ANY_FORM.search(text)
        if _REPORTING.search(text) and (
            (not known and not told) or match["office"] != "国办公开办函"
        ):
            yield *match.span("words"), _form_of(match), _LIKELY
    for match in _FEE_BASIS.finditer(text):
        same = (match["year"] == "2020") + (match["number"] == "109")
        if same == 1 and _FEE_TOLD.search(text) and not _FEE_NUMBER.search(text):
            yield *match.span("words"), _FEE, _LIKELY
    for match in _BAD_YEAR.finditer(text):
        yield match.start("year") - 1, match.end("year") + 1, "四位年份", _SURE
    for title in case.report.analysis.titles:
        if line.start <= title.start < line.end:
            yield from _title(title.start - line.start, title.text)


def _form_of(match: re.Match[str]) -> str:
    return "国办公开办函〔2019〕60号" if match["number"] == "60" else _FORM


def _title(start: int, title: str) -> Iterator[tuple[int, int, str, float]]:
    """The title itself, or the one within 国务院办公厅关于印发〈…〉的通知."""
    for pattern, right in _WRONG_TITLES:
        match = pattern.search(title)
        # Behind a place's name it is a local regulation.
        if match and re.search(r"(?:^|[〈<《])\s*$", title[: match.start()]):
            yield start + 1 + match.start(), start + 1 + match.end(), right, _LIKELY


def _finding(
    case: Case, line: Line, start: int, end: int, words: str, right: str, sure: float
) -> Finding:
    return finding(
        case,
        line,
        line.start + start,
        line.start + end,
        Said(
            f"文号或法规名称有误：“{words}”，应为“{right}”。",
            f"Wrong document number or title: {words}; it is {right}.",
        ),
        expected=right,
        found=words,
        confidence=sure,
    )


RULE = Rule(
    code="L604",
    name=Said("文号或法规名称错误", "Wrong document number or law title"),
    severity="warning",
    why=Said(
        "条例是国务院令第711号（国令第711号），报告格式是国办公开办函〔2021〕30号，"
        "信息处理费管理办法是国办函〔2020〕109号。省略“中华人民共和国”、括号样式不同不算错。",
        "The national regulation, form and fee rules have one number each. A title without"
        " 中华人民共和国 and other brackets are no mistakes.",
    ),
    bad="根据《政府信息公开条例》（国务院令第117号）和国办公开办函〔2012〕30号编制。",
    good="根据《政府信息公开条例》（国令第711号）和国办公开办函〔2021〕30号编制。",
    check=check,
)
