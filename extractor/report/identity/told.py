"""The agency as running text names it: who makes the report, and whose work is told."""

from __future__ import annotations

import re

from extractor.report.dividing.patterns import any_of, maybe
from extractor.report.dividing.report_title import QUALIFIER, YEAR
from extractor.report.flow import Flow
from extractor.report.identity.place_alone import BEFORE_NAME
from extractor.report.identity.places import parsed
from extractor.report.identity.stated import Stated

MATTER = rf"{QUALIFIER}(?:政府信息|政务信息|政务|信息)(?:[与和]政务)?(?:主动)?公开"
# Names hold these words themselves (自然资源和规划局): they part only two names.
_JOINED = re.compile("^.*[和及](?=[\u4e00-\u9fff]{3})")
BODY_END = any_of(
    "局 委员会 委(?!员会) 厅 署 部(?!门) 人民政府 政府(?!信息|采购|网) 办公室 办公厅 办事处 管委会"
    " 中心 总队 支队 大队 院 所(?!有) 馆 站 处(?![理罚置]) 联合会 社(?!会|区|保) 公司 集团"
    " 大学 学院 医院 中学 小学 学校 [林农牧]场 [残妇文侨]联 科协"
)
_NAMED = (
    r"(?P<name>(?!年)(?:[\u4e00-\u9fff]{2,14}?政府[\u4e00-\u9fff]{2,6}?街道办事处"
    rf"|[\u4e00-\u9fff（）]{{3,30}}?{BODY_END}))"
)
_AFRESH = r"(?<![\u4e00-\u9fff])"
_PUBLISHED = r"(?:现|特|现特)?(?:向社会)?(?:公布|发布|公开)"
_MAKES = "编制 编写 编纂 撰写 起草 汇总 发布 公布"
_ACCORDING = "根据 按照 依据 依照"
# 填报单位：云岭县财政局. Who published it (发布机构) may be the portal.
_ANSWERS = r"(?:填报|报告|编报|编制|报送|制作|联系)?(?:单位|机关)(?:名称)?\s?[：:]\s?"
_OFFICE = r"(?:[\u4e00-\u9fff]{0,8}?(?:办公室|股|科|处|室|中心))?"
# 由云岭县财政局办公室编制: an office within the agency wrote it; 县政府办公室 is an agency itself.
WITHIN = re.compile(
    r"(?P<agency>.*(?:局|厅|署|院|中心|委员会|管委会|办事处|(?<![省市县区州旗])委))"
    r"(?:综合|行政|党政|政务公开|信息公开|政府信息公开|政策法规|法规)?办(?:公室)?"
)
# A township has no name of its own in front of its office.
TOWN_OFFICE = re.compile("[镇乡](?:党政|综合|政务公开)?办(?:公室)?$|街道(?:党政|综合)办(?:公室)?$")
_IN_PREAMBLE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"由{_NAMED}{maybe('负责')}{maybe('组织')}{any_of(_MAKES)}",
        rf"{_AFRESH}{maybe('现将 特向社会公布 编制 公布')}{_NAMED}[（(]以下(?:简)?称",
        rf"{_AFRESH}{any_of('现将 现公布 特(?:向社会)?公布 编制 制作')}{_NAMED}(?:关于)?{YEAR}",
        rf"向社会(?:公布|公开|发布){_NAMED}(?:关于)?{YEAR}{MATTER}",
        rf"(?:编制|编写|制作|形成|发布|公布)了?《{_NAMED}(?:关于)?{YEAR}{MATTER}",
        rf"{YEAR}{_NAMED}(?=(?:政府|政务)?信息公开(?:工作)?(?:开展)?(?:情况|实际))",
        rf"{_PUBLISHED}{YEAR}{_NAMED}(?={MATTER})",
        rf"{_AFRESH}{_NAMED}{maybe('组织')}(?:编制|编写|{any_of(_ACCORDING)}(?=[^。\n]{{0,240}}报告))",
        rf"{_AFRESH}{_NAMED}(?:现将|现公布|现发布|特编制|特公布)",
        rf"{_AFRESH}{_NAMED}(?:编制并|现|特)?(?:公布|发布|公开)了?{YEAR}{MATTER}",
        rf"{_AFRESH}{_ANSWERS}{_NAMED}(?![\u4e00-\u9fff])",
        rf"与{_NAMED}{_OFFICE}(?:[（(]|联系)",
        rf"请向{_NAMED}{_OFFICE}(?:咨询|反映|查询)",
        rf"请联系[:：]?{_NAMED}{_OFFICE}(?=[（(，,；;。])",
    )
)
# 2023年，青石街道办事处认真贯彻落实…: who works in the overview's first sentences.
_AT_WORK = re.compile(
    rf"(?:{_AFRESH}|(?<=年)|(?<=年度)){_NAMED}(?=(?:始终)?坚持|(?:认真|深入|全面|严格)(?:学习)?(?:贯彻|落实|执行|按照)"
    r"|高度重视|紧紧围绕|以习近平)"
)
# 云岭县财政局聚焦…: at the very beginning many more words show that it is the agency's own work.
_OPENING = 160
_SETS_OUT = re.compile(
    rf"(?:{_AFRESH}|(?<=年)|(?<=年度)){_NAMED}(?="
    + any_of(
        "在[^。，,；]{2,30}?[下中里] 以[^。，,；]{2,30}?为 按照 根据 始终 聚焦 围绕 立足 紧扣"
        " 着力 扎实 积极 切实 持续 不断 共?(?:累计)?(?:主动)?公开 (?:政府|政务)信息公开工作"
        " 政务公开工作 将 把"
    )
    + ")"
)
# 来源：云岭县财政局 may be the portal's: only for what 我局 agrees with.
_SOURCE = re.compile(
    rf"(?:来源|作者|发布机构|发布单位|发文机关|公开机构|公开单位)\s?[：:]\s?{_NAMED}(?![\u4e00-\u9fff])"
)
# What the report calls its agency: 我局 speaks of a 局 only.
_SELF = re.compile(r"[我本](?P<kind>局|委|厅|镇|乡|街道|县|区|市|省|旗|苏木)(?![面部场直属辖])")
_SUPERIOR = re.compile("国务院|门户网站|政务公开办$|信息与政务公开|全国|中央")


def told(flow: Flow, stretches: tuple[tuple[int, int], ...]) -> Stated[str] | None:
    for start, end in stretches:
        for pattern in _IN_PREAMBLE:
            for match in pattern.finditer(flow.text, start, end):
                name = _without_lead(match["name"])
                if _SUPERIOR.search(name) and not WITHIN.fullmatch(name):
                    continue
                start = match.end("name") - len(name)
                within = WITHIN.fullmatch(name)
                name = within["agency"] if within else name
                if parsed(name).places and not TOWN_OFFICE.search(name):
                    return Stated(name, start, start + len(name))
    return None


def _without_lead(name: str) -> str:
    lead = BEFORE_NAME.match(name)
    name = name[lead.end() :] if lead else name
    joined = _JOINED.match(name)
    return name[joined.end() :] if joined and parsed(name[joined.end() :]).places else name


def at_work(flow: Flow, stretches: tuple[tuple[int, int], ...]) -> Stated[str] | None:
    """The subject of the overview's work, if the report's own 我局 or 我镇 agrees with it."""
    kinds = {match["kind"] for match in _SELF.finditer(flow.text)}
    openings = tuple((start, min(end, start + _OPENING)) for start, end in stretches)
    return (
        _subject(flow, _AT_WORK, kinds, stretches)
        or _subject(flow, _SETS_OUT, kinds, openings)
        or (_subject(flow, _SOURCE, kinds, openings) if kinds else None)
    )


def as_subject(
    flow: Flow, titled: str, stretches: tuple[tuple[int, int], ...]
) -> Stated[str] | None:
    """云岭县农业农村局 as a clause's subject, where the title has 农业农村局.

    The city's bureau of that name directs the county's: 按照澜江市农业农村局要求.
    """
    own = re.compile(
        rf"{_AFRESH}(?P<name>[\u4e00-\u9fff]{{2,10}}{re.escape(titled)})"
        "(?!的?(?:统一)?(?:要求|部署|安排|通[知报]|指导|印发|下发|转发|督导|考核|门户|网|关于|领导|办公室)"
        "|[、和及与《。])"
    )
    found: dict[str, Stated[str]] = {}
    for start, end in stretches:
        for match in own.finditer(flow.text, start, end):
            name = _without_lead(match["name"])
            kind = titled[0] if titled[0] in "省市县区旗州盟镇乡" else ""
            above = parsed(name.removesuffix(titled) + kind)
            if len(name) > len(titled) and above.places and not above.body:
                found.setdefault(name, Stated(name, match.end() - len(name), match.end()))
    return next(iter(found.values())) if len(found) == 1 else None


def _subject(
    flow: Flow, pattern: re.Pattern[str], kinds: set[str], stretches: tuple[tuple[int, int], ...]
) -> Stated[str] | None:
    """The one name that the pattern finds, and that 我局 may speak of."""
    found: dict[str, Stated[str]] = {}
    for start, end in stretches:
        for match in pattern.finditer(flow.text, start, end):
            name = _without_lead(match["name"])
            places = parsed(name).places
            agrees = name.endswith(tuple(kinds)) or (
                places and places[-1].name.endswith(tuple(kinds))
            )
            if places and not _SUPERIOR.search(name) and (agrees or not kinds):
                end_ = match.end("name")
                found.setdefault(name, Stated(name, end_ - len(name), end_))
    return next(iter(found.values())) if len(found) == 1 else None
