"""L603: an applicant's ID number, phone or address, or full name. What is shown of it is masked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from extractor.checks.language.lines import Line, body, finding
from extractor.checks.model import Case, Finding, Rule, Said, Severity
from extractor.reading.document import Table

_SURE, _LIKELY = 0.95, 0.8
_SHOWN = 3
_ID = re.compile(
    r"(?<![\dA-Za-z*])[1-6]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z*])"
)
_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECK = "10X98765432"
_NO_ID = re.compile(r"信用代码|账号|帐号|卡号|许可证号|编号|项目代码|[Ii][Dd][:：]")
_WHO = r"(?:申请人|申请者|来信人|投诉人|反映人|原告|上诉人|村民|居民|业主)"
_PHONE = re.compile(
    rf"{_WHO}(?P<gap>[^。；\n]{{0,40}}?)(?P<words>(?<!\d)(?:1[3-9]\d{{9}}|0\d{{2,3}}-?\d{{7,8}})(?!\d))"
)
# The agency's own number, told to those who want to apply.
_OWN_PHONE = re.compile(
    "拨打|咨询|致电|可|公布|公开(?!申请)|受理电话|我局|本局|本机关|办公室|热线|监督电话|服务电话|请|向|查询|传真|邮箱"
)
# A mobile number in what is told of applications belongs to nobody but those who applied.
_MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_OF_APPLICANTS = re.compile(
    rf"(?:{_WHO}|老百姓|合作社|经办人|留的?(?:联系)?(?:电话|手机|号码)|[件份]是|[一两]位)[^。；\n]{{0,40}}$"
)
# 3月收到某某申请1件，联系电话…
_APPLIED = re.compile(
    "(?:收到|受理)[^，。；]{1,12}申请[1一]件，(?:其)?(?:联系)?(?:电话|手机)[^，。；]{0,4}$"
)
_ADDRESS = re.compile(
    rf"(?:(?:{_WHO}|[一1两]位)[^。；\n]{{0,30}}?(?:住址|户籍地|现住|住(?=[\u4e00-\u9fff]))|家住)(?:[为是在于]|[：:])?"
    r"(?P<words>[\u4e00-\u9fff\d]{2,24}(?:\d|[一二三四五六七八九十])(?:号(?!令)|栋|幢|单元|室|组)[\u4e00-\u9fff\d]{0,12})"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱郭林罗郑梁谢宋唐韩曹邓萧冯蔡彭潘袁董苏叶吕魏蒋杜丁沈姜傅钟卢汪崔"
    "陆廖姚邱谭韦贾邹熊孟秦阎薛侯郝邵贺顾赖何马钱段雷汤尹黎乔龚庞樊殷施洪翟颜倪牛温俞鲁葛伍聂焦柳"
    "邢岳齐梅莫庄祝涂祁舒耿牟詹苗凌靳童甄裴鲍覃霍翁隋柯阮闵"
)
_NAME = rf"[{_SURNAMES}](?!某|[xX×*○])[\u4e00-\u9fff]{{1,2}}?"
_APPLICANT_NAMED = re.compile(
    rf"(?:申请人|原告|上诉人)(?:[为是系]|[：:])?(?P<words>{_NAME})(?=[，、。（(]|提出|提交|申请|要求|等\d|等人|不服|诉|的(?:政府信息|申请|答复|来信)|向我|来我|来电|所留|居住|家住|通过|沟通|自愿|签收|撤回)"
    rf"|(?:[收接]到|受理|办理|答复|对|由)(?:了)?(?:村民|居民|群众|市民)?(?P<asked>{_NAME})(?:同志|先生|女士)?(?=(?:提出的|提交的|的|关于[^，。；]{{2,30}}的)?(?:政府信息公开|信息公开)?申请(?:[1一]件|[，。；]|公开))"
    rf"|(?:村民|居民|业主)(?P<villager>{_NAME})(?=问(?![题卷询答政需计责])|申请公开|提出[^，。]{{0,10}}申请|要求公开|向[^，。]{{2,12}}(?:提出|申请))"
    rf"|(?:(?<=[，。；：、（“\n])|(?<=原告)|(?<=即)|(?<=为)|^)(?P<suing>{_NAME})诉(?=我|本|[\u4e00-\u9fff]{{2,12}}(?:局|厅|政府|委员会|办事处|[\u4e00-\u9fff]镇|街道))"
)
_COMMON_WORDS = re.compile(
    "何[时种人处]|马上|温馨|[\u4e00-\u9fff]*(?:先生|女士|先|女)$|陈述|陈情|周边|周围|高度|周知|张贴|谢绝|林业|林地|林权|罗列|顾虑|杜绝|陆续|董事|薛|胡乱|郭"
)
Kind = Literal["身份证号", "电话", "住址", "姓名"]
_ENGLISH = {"身份证号": "ID number", "电话": "phone number", "住址": "address", "姓名": "name"}


@dataclass(frozen=True, slots=True)
class _Found:
    kind: Kind
    start: int
    end: int


def check(case: Case) -> Iterator[Finding]:
    for line in body(case):
        if line.section is None:
            continue
        for found in _found(line.text):
            yield _finding(case, line, found)
    yield from _in_tables(case)


def _found(text: str) -> Iterator[_Found]:
    for match in _ID.finditer(text):
        if _is_id(match.group(), text[max(0, match.start() - 16) : match.start()]):
            yield _Found("身份证号", *match.span())
    phones: set[tuple[int, int]] = set()
    for match in _PHONE.finditer(text):
        if not _OWN_PHONE.search(match["gap"]):
            phones.add(match.span("words"))
    for match in _MOBILE.finditer(text):
        before = re.split("[。；]", text[: match.start()])[-1]
        if _of_applicant(text, before) or _APPLIED.search(before):
            phones.add(match.span())
    for start, end in sorted(phones):
        yield _Found("电话", start, end)
    for match in _ADDRESS.finditer(text):
        yield _Found("住址", *match.span("words"))
    for match in _APPLICANT_NAMED.finditer(text):
        group = next(name for name in ("words", "asked", "villager", "suing") if match[name])
        if not _COMMON_WORDS.match(match[group]):
            yield _Found("姓名", *match.span(group))


def _of_applicant(text: str, before: str) -> bool:
    """Whether a number behind these words is told of somebody who applied."""
    behind = before[match.start() :] if (match := _OF_APPLICANTS.search(before)) else ""
    return (
        "申请" in text and bool(behind) and not _OWN_PHONE.search(behind) and "监督" not in behind
    )


def _is_id(digits: str, before: str) -> bool:
    """Named as one, or right by its check digit and not named as something else."""
    if "身份证" in before:
        return True
    total = sum(int(d) * w for d, w in zip(digits, _ID_WEIGHTS, strict=False))
    return not _NO_ID.search(before) and _ID_CHECK[total % 11] == digits[-1].upper()


def _in_tables(case: Case) -> Iterator[Finding]:
    for block in case.report.document.blocks:
        if not isinstance(block, Table):
            continue
        for cell in block.cells:
            match = _ID.search(cell.text) if len(cell.text) >= len("110101190001010000") else None
            if match and _is_id(match.group(), cell.text[: match.start()]):
                shown = _shown("身份证号", match.group())
                yield Finding(
                    message=_message("身份证号", shown),
                    place=f"表格第{cell.row + 1}行第{cell.column + 1}列",
                    evidence=_hidden(cell.printed),
                    found=shown,
                    confidence=_SURE,
                    at=cell.place,
                )


def _finding(case: Case, line: Line, found: _Found) -> Finding:
    words = line.text[found.start : found.end]
    shown = _shown(found.kind, words)
    told = finding(
        case,
        line,
        line.start + found.start,
        line.start + found.end,
        _message(found.kind, shown),
        found=shown,
        confidence=_SURE if found.kind == "身份证号" else _LIKELY,
    )
    evidence = told.evidence
    for other in _found(line.text):
        secret = case.report.flow.printed(line.start + other.start, line.start + other.end)
        evidence = evidence.replace(secret, _shown(other.kind, secret))
    severity: Severity | None = "warning" if found.kind == "姓名" else None
    return replace(told, evidence=_hidden(evidence), severity=severity)


def _message(kind: Kind, shown: str) -> Said:
    return Said(
        f"疑似公开了申请人的{kind}（{shown}），请核对并遮盖或删除。",
        f"An applicant's {_ENGLISH[kind]} seems to be printed ({shown}); mask or delete it.",
    )


def _shown(kind: Kind, words: str) -> str:
    """Enough to find it, too little to use it."""
    kept = 1 if kind == "姓名" else _SHOWN
    return words[:kept] + "*" * (len(words) - kept)


def _hidden(text: str) -> str:
    """Long numbers without all but their first digits."""
    return re.sub(
        r"\d{7,17}[\dXx]?", lambda m: m.group()[:_SHOWN] + "*" * (len(m.group()) - _SHOWN), text
    )


RULE = Rule(
    code="L603",
    name=Said("泄露申请人个人信息", "An applicant's personal data"),
    severity="error",
    why=Said(
        "身份证号、电话、住址能直接找到个人，写进公开的报告就是泄露；姓名按警告提示。"
        "联系人的姓名、电话和已遮盖的信息不算。结果中只显示前几位。",
        "Such data leads to a person and must not be printed; a name is a warning. A contact "
        "clerk's and masked data are none. Findings show the first signs only.",
    ),
    bad="申请人张建国（电话13900000000）申请公开水费标准。",
    good="申请人张某申请公开水费标准。联系人：张建国，电话：0000-0000000。",
    check=check,
)
