"""Growth, and last year's figure, as this report tells them, against last year's own report.

Only figures whose kind is certain in both reports and that are exact in both: applications
received, items published, decisions of table two. What is said to be counted anew (口径调整) is
left alone, and so is what the report itself contradicts: C308 tells that without last year's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.checks.model import Across, Finding, Said
from extractor.reading.document import Box, Place
from extractor.report.record import Record, SentenceRecord
from extractor.report.record.base import Quantity, Value

_TOTAL = 6
_NUMBER = r"\d+(?:\.\d+)?"
_UNIT = r"(?:[件条宗起份例篇则项]|人次)"
_LAST = r"(?:上一?年度?|去年|前一年|{year}年度?)(?:同期)?"
# Behind the figure, at once: another noun in between would make it another's growth.
_COMPARES = (
    r"[，、（(]*(?:总[量数]|数量|申请[总数]?量|公开[总数]?量|信息量)?(?:，)?"
    rf"(?:同比|[比较与同跟]{_LAST}(?:的?(?P<base>{_NUMBER}){_UNIT})?(?:相比)?"
    rf"|{_LAST}(?:的|为|是|则为)?(?P<stated>{_NUMBER}){_UNIT})"
)
_BRACKETED = rf"[（(，]{_LAST}(?:的|为|是|则为)(?P<base>{_NUMBER}){_UNIT}"
_CHANGE = re.compile(
    r"(?P<up>净?增[长加]|增幅|上升|升幅|提高|多[出发了]*|增|升)?(?P<down>减少|下降|降低|回落|降幅|减幅|少[了]?|降|减)?"
    rf"(?:了|为|达到?|，)*(?P<rough>约|近|逾|超过?)?(?P<number>{_NUMBER})(?P<unit>%|{_UNIT})(?P<more>余|多|左右|以上)?"
)
# Between the comparison and the change, or two changes: no other noun (办结率提高3% is its own).
_BETWEEN = re.compile(
    rf"(?:[，、（()）和即为]|同比|相比|[比较与同跟]{_LAST.format(year='(?:19|20)[0-9]{2}')}|大幅度?|小幅|明显|显著|有所|略有|共|总[量数]"
    r"|数量|申请[总数]?量|公开[总数]?量|增幅|降幅|幅度|达到?|增长率)*"
)
_LEVEL = re.compile(r"(?<!基本)(?:持平|相同)")
_COUNTED_ANEW = re.compile(
    r"口径|调整后|更正|修正|勘误|剔除|可比|划转|合并|机构改革|统计范围|重新统计|补录|漏报|首次"
)
_WINDOW = 44
_ENDS = re.compile(r"[。；]|其中|结转")
_THOUSANDS = re.compile(r"(?<=\d)[,，](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class _Compared:
    """This year's figure and last year's, of one kind."""

    name: Said
    now: Quantity
    before: float


def false_growth_across(across: Across) -> Iterator[Finding]:
    year = across.previous.meta.year
    if year is None or across.record.meta.year != year + 1:
        return
    told = [flag.evidence for flag in across.record.flags if flag.code == "C308"]
    for compared in _kinds(across.record, across.previous):
        for sentence in across.record.sentences:
            if _COUNTED_ANEW.search(sentence.text) or _told(sentence.text, told):
                continue
            found = _in_sentence(across, compared, sentence, year)
            if found is not None:
                yield found
                break


def _told(text: str, told: list[str]) -> bool:
    words = _plain(text)
    return any(_plain(one) in words or words in _plain(one) for one in told)


def _plain(text: str) -> str:
    return _THOUSANDS.sub("", "".join(text.split()))


def _kinds(now: Record, before: Record) -> Iterator[_Compared]:
    said, then = now.narrative, before.narrative
    pairs = [
        (
            Said("申请收到数", "applications received"),
            said.applications.received,
            [_exact(then.applications.received), _received(before)],
        ),
        (
            Said("主动公开总数", "items published"),
            said.disclosure.total,
            [_exact(then.disclosure.total)],
        ),
        (
            Said("行政许可决定数", "licensing decisions"),
            said.decisions.licensing,
            [_exact(then.decisions.licensing), _decisions(before, "licensing")],
        ),
        (
            Said("行政处罚决定数", "penalties"),
            said.decisions.penalties,
            [_exact(then.decisions.penalties), _decisions(before, "penalties")],
        ),
    ]
    for name, quantity, known in pairs:
        values = {value for value in known if value is not None}
        # Text and table of last year's report disagree: nobody knows which is right.
        if quantity is not None and _exact(quantity) is not None and len(values) == 1:
            yield _Compared(name, quantity, values.pop())


def _exact(quantity: Quantity | None) -> float | None:
    if quantity is None or quantity.approx or quantity.scope is not None:
        return None
    return float(quantity.value)


def _received(record: Record) -> float | None:
    table = record.tables.applications
    row = table.rows.get("new") if table else None
    return _number(row[_TOTAL]) if row and len(row) > _TOTAL else None


def _decisions(record: Record, row: str) -> float | None:
    table = record.tables.disclosure
    return _number(table.rows.get(row, {}).get("decisions")) if table else None


def _number(value: Value) -> float | None:
    return None if value is None else float(value)


def _in_sentence(
    across: Across, compared: _Compared, sentence: SentenceRecord, year: int
) -> Finding | None:
    text, figure = _plain(sentence.text), _plain(compared.now.text)
    place = re.search(rf"(?<![\d.]){re.escape(figure)}", text)
    if place is None:
        return None
    tail = text[place.end() : place.end() + _WINDOW]
    starts = re.match(_COMPARES.format(year=year), tail)
    if starts is None:
        return None
    end = _ENDS.search(tail, starts.end())
    rest = tail[starts.end() : end.start() if end else len(tail)]
    base = starts["base"] or starts["stated"]
    if base is None:
        behind = re.search(_BRACKETED.format(year=year), tail)
        base = behind["base"] if behind else None
    if base is not None:
        # The rate then follows, or not, from what the report says itself.
        return _base(compared, sentence, float(base), year)
    return _change(across, compared, sentence, rest, year)


def _base(compared: _Compared, sentence: SentenceRecord, base: float, year: int) -> Finding | None:
    if base == compared.before:
        return None
    said = f"{base:g}"
    return _finding(
        compared,
        sentence,
        Said(
            f"正文所说{year}年的{compared.name.zh}与{year}年度报告不符：正文为{said}，上年报告为{compared.before:g}。"
            "请核对；上年更正过或者口径不同的请说明。",
            f"The {compared.name.en} of {year} are told as {said}; the report on {year} says "
            f"{compared.before:g}.",
        ),
        f"{compared.before:g}",
        said,
    )


def _change(
    across: Across, compared: _Compared, sentence: SentenceRecord, rest: str, year: int
) -> Finding | None:
    now, before = float(compared.now.value), compared.before
    off = now - before
    level = _LEVEL.match(rest)
    if level is not None and off:
        return _wrong(compared, sentence, level[0], f"{off:+g}", year)
    end = 0
    for change in _CHANGE.finditer(rest[:_WINDOW]):
        if not _BETWEEN.fullmatch(rest, end, change.start()):
            break
        end = change.end()
        sign = 1 if change["up"] else -1 if change["down"] else 0
        if not sign or change["rough"] or change["more"]:
            continue
        value = float(change["number"]) * sign
        if change["unit"] != "%":
            if value != off:
                return _wrong(compared, sentence, change[0], _words(off, ""), year)
            continue
        if not before:
            continue
        right = off / before * 100
        decimals = len(change["number"].partition(".")[2])
        room = 0.5 / 10**decimals + across.settings.thresholds.growth_tolerance
        if abs(value - right) > room:
            return _wrong(compared, sentence, change[0], _words(round(right, 1), "%"), year)
    return None


def _words(change: float, unit: str) -> str:
    if not change:
        return "持平"
    return f"{'增长' if change > 0 else '下降'}{abs(change):g}{unit}"


def _wrong(
    compared: _Compared, sentence: SentenceRecord, said: str, right: str, year: int
) -> Finding:
    now, before = f"{compared.now.value:g}", f"{compared.before:g}"
    said = said.strip("，")
    return _finding(
        compared,
        sentence,
        Said(
            f"增减与上年报告不符：正文为“{said}”，{compared.name.zh}本年{now}、{year}年度报告{before}，应为{right}。"
            "请核对；上年更正过或者口径不同的请说明。",
            f"The change does not follow from last year's report: {compared.name.en} {now} now, "
            f"{before} in the report on {year}.",
        ),
        right,
        said,
    )


def _finding(
    compared: _Compared, sentence: SentenceRecord, message: Said, expected: str, found: str
) -> Finding:
    box = Box(*sentence.box) if sentence.box else None
    return Finding(
        message=message,
        section=sentence.section,
        place=None,
        evidence=sentence.text,
        expected=expected,
        found=found,
        confidence=0.85,
        at=Place(sentence.page, box) if sentence.page is not None else None,
        key=f"C308|{compared.name.zh}",
    )
