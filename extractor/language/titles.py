"""Titles in 《》 and document numbers (国办公开办函〔2021〕30号)."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Real texts nest 〈〉 or 《》 inside, and converters turn 〈〉 into <>.
_TITLE = re.compile(r"《(?:[^《》]|《[^《》]*》)*》")
_DOCUMENT_NUMBER = re.compile(
    r"(?P<office>[\u4e00-\u9fff]{1,12}?)\s*[〔\[［【（(﹝]\s*(?P<year>(?:19|20)\d{2})\s*[〕\]］】）)﹞]"
    r"\s*(?:第\s*)?(?P<number>\d{1,4})\s*号"
)
_ORDER = re.compile(
    r"(?:中华人民共和国)?(?P<office>国务院令|国令|主席令|(?:[\u4e00-\u9fff]{2,12}?(?:政府|总署|总局|部|委员会)|政府|部)令)"
    r"\s*[（(]?\s*第?\s*(?P<number>\d{1,4})\s*号"
)
# 国务院第711号令, 第711号国务院令: the number's other places.
_ORDER_TURNED = re.compile(
    r"(?:(?P<before>国务院|国)(?:令)?\s*第?\s*(?P<number>\d{1,4})\s*号令|第\s*(?P<first>\d{1,4})\s*号(?P<after>国务院|国)令)"
)
# Words that stand in front of a document number without being part of it.
_LEAD = re.compile(
    r"^.*(?=国办(?:公开办)?[函发])|^.*(?:根据|按照|依据|依照|参照|遵照|执行|采用|使用|落实|贯彻|办公[厅室](?=国办)"
    r"|以及|印发|文件|通知|和|与|及|据|按|的|即|见|为|是|由|以|在|经|于|附|自)"
)


@dataclass(frozen=True, slots=True)
class Title:
    """A title in 《》, with its place; `text` is without the signs."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's number, brackets in their usual form."""

    text: str
    year: int | None
    start: int
    end: int


def titles(text: str) -> list[Title]:
    return [Title(m.group()[1:-1], m.start(), m.end()) for m in _TITLE.finditer(text)]


def document_numbers(text: str) -> list[DocumentNumber]:
    """Every document number, in order."""
    found = []
    for match in _DOCUMENT_NUMBER.finditer(text):
        office = _LEAD.sub("", match["office"])
        if office:
            start = match.end("office") - len(office)
            number = f"{office}〔{match['year']}〕{int(match['number'])}号"
            found.append(DocumentNumber(number, int(match["year"]), start, match.end()))
    for match in _ORDER.finditer(text):
        number = f"{match['office']}第{int(match['number'])}号"
        found.append(DocumentNumber(number, None, match.start("office"), match.end()))
    for match in _ORDER_TURNED.finditer(text):
        office, printed = match["before"] or match["after"], match["number"] or match["first"]
        found.append(
            DocumentNumber(f"{office}令第{int(printed)}号", None, match.start(), match.end())
        )
    return sorted(found, key=lambda found_number: found_number.start)
