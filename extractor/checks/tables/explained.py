"""A break with last year's figures that the report itself explains (其中2件随机构合并转入)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from extractor.language.quantities import quantities
from extractor.report.record import Record

_PIECES = ("件", "份")
# What was entered or counted otherwise, whatever it speaks of.
_CORRECTED = (
    r"更正|订正|勘误|更改|口径|核[减增定]|重新(?:统计|核对|清点)|笔误|有误|销号|剔除|纳入统计"
    r"|[误漏错][报填统计记登录写]|[多少][报填统计记登]|重复[录登统计]"
    r"|[未没][^，。；]{0,2}[计列录纳]入|不再[计列纳]入"
)
# What came over from others or went there. 接收 alone is how applications come in, 合并答复 how
# they are answered, and 改革 what documents are about.
_MOVED = (
    r"划[转入出归]|转[入来隶](?!信访|投诉|咨询|补正)|移交|承接|并入|撤[并销]|[移划][来给]|机构改革"
    r"|接收(?=[^，。；]{0,8}(?:原|划|转))|合并(?!答复|回复|办理|处理|受理|审理)"
)


# 全年制发3件，废止1件: what the table tells too.
_OF_THE_TABLE = re.compile("(?:制发|制定|印发|出台|废止)[^，]{0,8}$")
# 上年结转5件，其中2件…; 结转的3件申请里，有2件…: what holds of the whole holds of the part.
_OF_THE_ONE_BEFORE = re.compile("其中|[里中]")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a break is about: the sentences that speak of it, and what may be its cause."""

    spoken: re.Pattern[str]
    cause: re.Pattern[str]
    other: re.Pattern[str]
    """Words around an amount that make it another matter's."""


CARRIED = Subject(
    re.compile("结转|结余|未办结|^(?=.*申请).*(?:上年|去年)"),
    re.compile(
        rf"{_CORRECTED}|{_MOVED}|清理"
        # 申请人撤回2件 may be an outcome of the year's; 上年所报2件年底已撤回 is none.
        r"|(?<![无有])(?:上一?年|去年|年度?报告).*撤回|撤回[^。；]*(?:上一?年|去年)"
    ),
    # What goes over from this year (结转下年2件，转入办理程序), unless a figure is corrected or
    # offices were joined.
    re.compile(
        rf"^(?!.*(?:上一?年|去年|年度?报告|机构|划转|并入|{_CORRECTED})).*(?:[下次来]一?年|继续办理)"
    ),
)
DOCUMENTS = Subject(
    re.compile("规范性文件|规章|文件"),
    # 公示期满, 征求意见期满: the time of something else is up.
    re.compile(
        rf"{_CORRECTED}|{_MOVED}|失效|清理|到期|(?<!公示)(?<!公告)(?<!意见)期满|届满|撤回|自动废止"
    ),
    # 合法性审查1件，转入备案库: other papers than the stock in force.
    re.compile("备案|审查|链接|档案|稿"),
)


def explained(
    record: Record, subject: Subject, *amounts: float, known: Collection[float] = ()
) -> bool:
    """Whether a sentence tells why, and by one of these amounts (the gap, last year's figure).

    A known figure of the table (经清理，废止6件) explains nothing; 另有6件失效 does.
    """
    return any(
        subject.cause.search(around)
        and not (value in known and _OF_THE_TABLE.search(before))
        and not subject.other.search(around)
        for sentence in record.sentences
        if subject.spoken.search(sentence.text)
        for value, before, around in _amounts(sentence.text)
        if value in amounts
    )


def _amounts(text: str) -> Iterator[tuple[float, str, str]]:
    """Each amount with what stands in front of it, and with all that is said between its
    neighbours, which have causes of their own."""
    found = [one for one in quantities(text) if one.unit in _PIECES]
    ends = [0, *(one.end for one in found)]
    starts = [*(one.start for one in found), len(text)]
    whole = ""
    for place, one in enumerate(found):
        before = re.split("[。；]", text[ends[place] : one.start])[-1]
        behind = re.split("[。；]", text[one.end : starts[place + 1]])[0]
        of_it = whole if _OF_THE_ONE_BEFORE.search(before) else ""
        yield one.value, before, f"{of_it}{before}，{behind}"
        whole = before
