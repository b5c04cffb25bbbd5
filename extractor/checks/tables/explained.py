"""A break with last year's figures that the report itself explains (其中2件随机构合并转入)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from extractor.language.quantities import quantities
from extractor.report.record import Record

CARRIED = re.compile("结转|结余|未办结|^(?=.*申请).*(?:上年|去年)")
DOCUMENTS = re.compile("规范性文件|规章|文件")
_OF_THE_TABLE = re.compile("(?:制发|制定|印发|出台|废止)[^，]{0,8}$")
_PIECES = ("件", "份")
_CAUSE = re.compile(
    r"划[转入出归]|转[入来隶]|移交|接收|承接|并入|合并|改革|更正|订正|勘误|更改|口径|核[减增定]|重新(?:统计|核对|清点)"
    r"|[误漏错][报填统计记登录写]|[多少][报填统计记登]|笔误|有误|失效|清理|到期|期满|撤回|撤[并销]|[移划][来给]|销号|重复[录登统计]|剔除|纳入统计"
    r"|[未没][^，。；]{0,2}[计列录纳]入|不再[计列纳]入|截[止至]|自动废止"
)
# 合法性审查1件，转入备案库: other papers than the stock in force.
_OTHER_PAPERS = re.compile("备案|审查|链接|档案|稿")


def explained(
    record: Record, subject: re.Pattern[str], *amounts: float, known: Collection[float] = ()
) -> bool:
    """Whether a sentence tells why, and by one of these amounts (the gap, last year's figure).

    A known figure of the table (经清理，废止6件) explains nothing; 另有6件失效 does.
    """
    return any(
        _CAUSE.search(before + "，" + behind)
        and not (value in known and _OF_THE_TABLE.search(before))
        and not (subject is DOCUMENTS and _OTHER_PAPERS.search(before + behind))
        for sentence in record.sentences
        if subject.search(sentence.text)
        for value, before, behind in _amounts(sentence.text)
        if value in amounts
    )


def _amounts(text: str) -> Iterator[tuple[float, str, str]]:
    """Each amount with what is said between its neighbours, which have causes of their own."""
    found = [one for one in quantities(text) if one.unit in _PIECES]
    ends = [0, *(one.end for one in found)]
    starts = [*(one.start for one in found), len(text)]
    for place, one in enumerate(found):
        around = text[ends[place] : one.start], text[one.end : starts[place + 1]]
        yield one.value, re.split("[。；]", around[0])[-1], re.split("[。；]", around[1])[0]
