"""Who applied: individuals and organisations as the text tells them against table three."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractor.checks.contradictions.disagreements import Disagreement
from extractor.checks.contradictions.figures_told import SURE
from extractor.checks.contradictions.table_values import Allowed
from extractor.checks.model import Case, Said
from extractor.checks.tables.printed import count
from extractor.checks.tables.readable import readable
from extractor.checks.tables.words import place_of
from extractor.language.numerals import chinese_number
from extractor.report.facts.model import Fact
from extractor.report.figures import Row, StatutoryTable
from extractor.report.forms import APPLICANTS

_NAME = Said("自然人申请", "applications by individuals")
_PERSON = (
    r"自然人|公民个人|居民个人|公民|村民|居民|市民|老百姓"
    r"|个人(?!隐私|信息|参保|所得|权益|账户|数据|档案|经营)"
)
_BODY = (
    r"企业|公司|合作社|律师事务所|社会组织|社会团体|公益组织|其[他它]组织|法人|科研机构|单位|机构"
)
_KIND = rf"(?:(?P<person>{_PERSON})|(?P<body>{_BODY}))"
_NUMBER = (
    r"(?P<number>\d[\d,]{0,6}|[一二两三四五六七八九十]{1,3})\s?(?:[件宗份条例]|个(?!人|体|工))"
)
# 个人8件, 企业申请1件; 12件是村民提的, 收到1件，是一家合作社要的.
_FILED = r"(?:提出|提交|递交|申请|者|的|共|有|为|占|[：:\s]){0,3}"
_NAMED_FIRST = re.compile(rf"{_KIND}{_FILED}{_NUMBER}")
# 新到的24件里，公民个人递交19件: one kind of the whole that stands before it.
_OF_WHOLE = re.compile(
    rf"(?:新收到?|新到|新接|收到|接到|受理)(?:的|[^，,。；\d]{{0,14}}申请)"
    rf"{_NUMBER.replace('number', 'whole')}"
    rf"(?:申请)?[，,（(]?(?:[中里内]|当中|之中|其中)*[，,]?(?:自然人|公民个人|居民个人|个人){_FILED}"
    rf"{_NUMBER}(?=[，,、。；;）)]|占|$)"
)
_NAMED_BEHIND = re.compile(
    rf"{_NUMBER}(?:申请)?[，,]?(?:申请人)?(?:是|为|系|由|来自)(?P<gap>[^，,、；。：:\d]{{0,9}}?){_KIND}(?=个人|申请|提|要|问|来|的?[，,、；。）)]|的?$)"
)
_ALL = re.compile(
    rf"{_NUMBER}(?:申请)?[，,（(]?(?:均|都|全部|全)(?:是|为|系|由|来自)(?P<gap>[^，,、；。：:\d]{{0,6}}?){_KIND}(?=个人|申请|提|要|问|来|的?[，,、；。）)]|的?$)"
)
_OF_THE_MATTER = re.compile(r"关于|要求|涉及|公开|问|查|反映|信息|针对|对|因")
# 公民、法人和其他组织 are all who may apply; a lawyer or a shop may stand in either column.
_UNCLEAR = re.compile(
    rf"(?:公民|自然人|个人|群众)(?:、|和|或|及|与)(?:{_BODY})|律师(?!事务所)|个体|商户"
    r"|复议|诉讼|信访|热线|许可决定|投诉举报\d|建议提案|提案"
)
_COLUMNS = {
    "自然人": "individual",
    "商业企业": "business",
    "科研机构": "research",
    "社会公益组织": "nonprofit",
    "法律服务机构": "legal",
    "其他": "other",
}
_COLUMN = re.compile(rf"(?P<column>{'|'.join(_COLUMNS)}){_FILED}{_NUMBER}")
# Two columns may be told for their own sake.
_A_ROW = 3
_EARLIER = re.compile(
    r"(?P<year>20\d\d)年(?!以来)[^，,；。]{0,10}|(?:去年|上年度?)[^，,；。]{0,10}"
)


@dataclass(frozen=True, slots=True)
class _Told:
    """How a sentence divides applications, and where that stands."""

    whole: int
    persons: int
    start: int
    end: int


def applicant_disagreements(case: Case) -> Iterator[list[Disagreement]]:
    """Parts that add up to the table's whole, with other individuals than the table's."""
    for table in readable(case, "applications"):
        rows = _rows(table)
        if rows is None:
            return
        figure = table.figure("new", "individual")
        for told in _told(case):
            fitting = [persons for whole, persons in rows if whole == told.whole]
            if fitting and told.persons not in fitting:
                place = place_of("applications", "new", "individual")
                allowed = Allowed(fitting[0], place, figure.place if figure else None)
                words = case.text[told.start : told.end]
                fact = Fact(
                    value=told.persons, unit="件", text=words, start=told.start, end=told.end
                )
                yield [Disagreement("new.individual", _NAME, fact, allowed, SURE)]
                return
        return


def column_disagreements(case: Case) -> Iterator[list[Disagreement]]:
    """自然人1102件、科研机构9件…: applicants by the form's columns, in a sentence that adds up."""
    for table in readable(case, "applications"):
        new = table.rows.get("new")
        if new is None or not _adds_up(new):
            return
        for told in _columns_told(case):
            if sum(value for value, _, _ in told.values()) != count(new.figures.get("total")):
                continue
            differ = [column for column in told if _printed(new, column) != told[column][0]]
            answered = table.rows.get("total")
            if differ and not (answered and _all_as_told(answered, told)):
                yield [_of_column(table, column, *told[column]) for column in differ]
                return
        return


def _all_as_told(row: Row, told: Mapping[str, tuple[int, int, int]]) -> bool:
    return all(_printed(row, column) == told[column][0] for column in told)


def _printed(row: Row, column: str) -> int | None:
    return count(row.figures.get(column))


def _columns_told(case: Case) -> Iterator[dict[str, tuple[int, int, int]]]:
    for sentence in (classified.told for classified in case.sentences):
        text = case.text[sentence.start : sentence.end]
        if "机构" not in text and "组织" not in text:
            continue
        if _UNCLEAR.search(text) or _of_another_year(text, case.year):
            continue
        found = {
            _COLUMNS[match["column"]]: (
                _value(match),
                sentence.start + match.start(),
                sentence.start + match.end(),
            )
            for match in _COLUMN.finditer(text)
        }
        if len(found) >= _A_ROW:
            yield found


def _adds_up(row: Row) -> bool:
    known = [value for column in APPLICANTS if (value := _printed(row, column)) is not None]
    return len(known) == len(APPLICANTS) and sum(known[:-1]) == known[-1]


def _of_column(
    table: StatutoryTable, column: str, value: int, start: int, end: int
) -> Disagreement:
    figure = table.figure("new", column)
    place = place_of("applications", "new", column)
    allowed = Allowed(count(figure) or 0, place, figure.place if figure else None)
    label = next(zh for zh, name in _COLUMNS.items() if name == column)
    fact = Fact(value=value, unit="件", text=f"{label}{value}件", start=start, end=end)
    return Disagreement(f"new.{column}", Said(f"{label}申请", column), fact, allowed, SURE)


def _rows(table: StatutoryTable) -> list[tuple[int, int]] | None:
    """Total and individuals of what was new, what was at hand and what was answered."""
    found: dict[str, tuple[int, int]] = {}
    for key in ("new", "carried_in", "total"):
        values = [count(table.figure(key, column)) for column in APPLICANTS]
        known = [value for value in values if value is not None]
        # A row that does not add up is told by T202.
        if len(known) != len(APPLICANTS) or sum(known[:-1]) != known[-1]:
            return None
        found[key] = known[-1], known[0]
    new, carried, answered = (found[key] for key in ("new", "carried_in", "total"))
    return [new, (new[0] + carried[0], new[1] + carried[1]), answered]


def _told(case: Case) -> Iterator[_Told]:
    for sentence in (classified.told for classified in case.sentences):
        text = case.text[sentence.start : sentence.end]
        if not re.search(rf"{_PERSON}|{_BODY}", text):
            continue
        line = case.report.flow.line_at(sentence.start)
        around = case.text[line.start : line.end]
        if "申请" not in around and "申请" not in (sentence.heading or ""):
            continue
        start = sentence.start
        for part in re.split(r"(?<=[；;。])", text):
            if (told := _divided(part, case.year)) is not None:
                whole, persons, first, last = told
                yield _Told(whole, persons, start + first, start + last)
            start += len(part)


def _divided(text: str, year: int | None) -> tuple[int, int, int, int] | None:
    """Whole, individuals, and where they stand in a sentence."""
    if _UNCLEAR.search(text) or _of_another_year(text, year):
        return None
    if (match := _ALL.search(text)) and not _OF_THE_MATTER.search(match["gap"]):
        number = _value(match)
        rest = text[match.end() :]
        if re.search(_BODY if match["person"] else _PERSON, rest):
            return None
        return number, number if match["person"] else 0, match.start(), match.end()
    if match := _OF_WHOLE.search(text):
        return _value(match, "whole"), _value(match), match.start("number"), match.end()
    behind = [m for m in _NAMED_BEHIND.finditer(text) if not _OF_THE_MATTER.search(m["gap"])]
    parts = behind or list(_NAMED_FIRST.finditer(text))
    if not parts:
        return None
    persons = sum(_value(m) for m in parts if m["person"])
    whole = sum(_value(m) for m in parts)
    if len(parts) == 1 and not (behind and re.search(r"收到|接到|新收", text[: parts[0].start()])):
        return None
    return whole, persons, parts[0].start(), parts[-1].end()


def _value(match: re.Match[str], group: str = "number") -> int:
    digits = match[group].replace(",", "")
    return int(digits) if digits.isdigit() else chinese_number(digits) or 0


def _of_another_year(text: str, year: int | None) -> bool:
    return any(
        "结转" not in match.group() and (match["year"] is None or int(match["year"]) != year)
        for match in _EARLIER.finditer(text)
    )
