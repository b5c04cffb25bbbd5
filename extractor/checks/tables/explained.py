"""A break with last year's figures that the report itself explains (其中2件随机构合并转入)."""

from __future__ import annotations

import re

from extractor.language.quantities import quantities
from extractor.report.record import Record

CARRIED = re.compile("结转|结余|上年|去年|未办结")
DOCUMENTS = re.compile("规范性文件|规章|文件")
_CAUSE = re.compile(
    r"划[转入出归]|转[入来隶]|移交|接收|承接|并入|合并|改革|更正|订正|勘误|更改|口径|核[减增定]|重新(?:统计|核对|清点)"
    r"|[误漏错][报填统计记登录写]|[多少][报填统计记登]|笔误|失效|清理|到期|期满|撤回"
)


def explained(record: Record, subject: re.Pattern[str], *amounts: float) -> bool:
    """Whether a sentence tells why, and by one of these amounts (the gap, last year's figure)."""
    for sentence in record.sentences:
        text = sentence.text
        if subject.search(text) and _CAUSE.search(text):
            told = {found.value for found in quantities(text)}
            if any(amount in told for amount in amounts):
                return True
    return False
