"""The name that signs: as the signature has it, or where its lines stand apart from the end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.report.dividing.patterns import any_of
from extractor.report.dividing.report_title import Title
from extractor.report.dividing.signature import Signature
from extractor.report.flow import Flow, Stretch
from extractor.report.identity.places import parsed
from extractor.report.identity.stated import Stated
from extractor.report.identity.told import BODY_END

# Below the title or, behind lines like 填报人：李某, at the end.
_FIRST_LINES, _LAST_LINES = 3, 6
_SEAL = re.compile(r"[（(](?:盖章|公章|章|签章|印章|代章)[）)]")
_ASKED = any_of("(?:报告|编制|编报|填报|报送|发布|公开)?(?:单位|机关|机构)(?:名称)? 落款")
_LINE = re.compile(
    rf"(?:{_ASKED}[：:])?(?P<name>[\u4e00-\u9fff·]{{3,34}}?(?:{BODY_END}|[局院处]\S{{2,6}}[股科])(?:[（(][\u4e00-\u9fff、]{{4,24}}[）)])?)"
    r"(?:[\d年月日./\-]{6,12})?"
)
_DATE = re.compile(r"[（(]?20\d\d[年./\-][\d年月日./\-]{3,8}[）)]?")
# 局办公室, 党政综合办公室, 政务公开股: an office within the agency signs for it.
_ITS_OFFICE = re.compile(
    "(?P<agency>.*(?:局|厅|署|法院|检察院|医院|中学|小学|学校|学院|大学|中心|公司|集团|街道办事处|人民政府(?=党政|政务公开)))"
    "(?:(?:综合|行政|党政|党政综合|政务公开|信息公开|政府信息公开|校长|院长|党委|政策法规|法规|财务)?"
    "办(?:公室)?|[\u4e00-\u9fff]{2,6}[股科])"
)
# 东园街道党工委 东园街道办事处: the party's committee signs beside the body.
_PARTY_BESIDE = re.compile(
    "^.*?(?:党工委|党委|工委)[、和]?(?=.{2,}(?:办事处|政府|管委会|管理委员会)$)"
)
_TOWN_OFFICE = re.compile(
    "(?P<agency>.*(?:[镇乡]|街道|苏木))(?:党政|党政综合|综合|政务公开)办(?:公室)?"
)


def signed_by(flow: Flow, signature: Signature | None) -> Stated[str] | None:
    """The name that signs the report, without its seal and the office within that wrote it."""
    if signature is None or signature.agency is None:
        return _dated_name(flow, flow.stretches[-_LAST_LINES:])
    start, end = signature.agency
    name = _SEAL.sub("", re.sub(r"\s", "", flow.text[start:end]))
    return Stated(_without_office(name), start, end) if len(name) >= 3 else None


def signed_at_head(flow: Flow, title: Title | None) -> Stated[str] | None:
    """The name in a line of its own below the title, dated below or beside."""
    if title is None:
        return None
    below = [line for line in flow.stretches if line.start > title.end]
    return _dated_name(flow, below[: _FIRST_LINES + 1])


def signs_both(flow: Flow, signed: Stated[str], second: str) -> bool:
    """Whether the line below the name is its second one: （云岭县新闻出版局）."""
    return flow.text[signed.end : signed.end + len(second) + 4].strip().startswith(second)


def _dated_name(flow: Flow, lines: Sequence[Stretch]) -> Stated[str] | None:
    """The first line that is nothing but a name, with a date in it or in the next line."""
    for index, line in enumerate(lines):
        found = _name_in(flow, line.start, line.end)
        end = lines[min(index + 1, len(lines) - 1)].end
        if found and _DATE.search(re.sub(r"\s", "", flow.text[line.start : end])):
            return found
    return None


def _name_in(flow: Flow, start: int, end: int) -> Stated[str] | None:
    """The name that is the whole line; 社会事务局 without a place is none."""
    line = _SEAL.sub("", re.sub(r"\s", "", flow.text[start:end]))
    match = _LINE.fullmatch(line)
    if match is None or not parsed(match["name"]).places or not parsed(match["name"]).body:
        return None
    return Stated(_without_office(match["name"]), start, end)


def _without_office(name: str) -> str:
    name = _PARTY_BESIDE.sub("", name)
    within = _ITS_OFFICE.fullmatch(name)
    if within is not None and parsed(within["agency"]).body:
        return within["agency"]
    town = _TOWN_OFFICE.fullmatch(name)
    if town is None or not parsed(name).places:
        return name
    last = parsed(town["agency"]).places[-1:]
    if not last or parsed(town["agency"]).body:
        return name
    return town["agency"] + ("办事处" if last[0].suffix == "街道" else "人民政府")
