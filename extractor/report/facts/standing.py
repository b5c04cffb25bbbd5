"""Of whom and of when a figure is told: scope, year, comparison, part of the year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from extractor.report.facts.clauses import BLOT, Clause, Passage
from extractor.report.facts.figures import Number

_AREA = "省市县区旗州盟乡镇"
_WHOLE = (
    rf"(?P<system>全[{_AREA}国](?:各级)?(?:[\u4e00-\u9fff]{{2,10}}?(?:系统|机关)|系统)(?<!行政机关)(?<!政府系统)"
    rf"(?<!各级机关)|全系统)"
    rf"|全[{_AREA}](?:各级?(?:行政|政府)?(?:机关|部门|单位)?|政府系统|行政机关)?|全(?:国|系统|局|厅|委|街道"
    rf"|办)(?![面过程])"
    r"|各级行政机关|(?:省|市|县|区)(?:、?(?:市|县|区|乡|镇))?[两三]级"
)
_NARROW = (
    rf"[{_AREA}](?:人民)?(?:政府)?(?:机关)?本级|本级(?:机关)?|[{_AREA}](?:人民)?政府(?:自身|本身)"
    r"|(?:部门|乡镇|镇街|县区|区县)(?=制发|印发|制定|出台|收到|受理|办结|答复|新收|作出|被)"
    r"|[省市县区州]级(?=现行|有效|印发|制发|废止|制定|出台)"
    r"|以(?![本我])[^，。；\d]{2,14}为(?:受理|答复|办理|承办)机关的?"
    rf"|[{_AREA}](?:人民)?政府(?:(?:及其?|[和与、])(?:本级)?(?:[{_AREA}](?:人民)?政府)?)?(?:办公?[室厅]"
    rf"|办)"
    rf"|[{_AREA}](?:级|直)?(?:政府)?(?:各)?部门|(?:[省市县区州]|本|我)?(?:[局厅委办署]|总局)(?:机关|本级|本部)|(?<=其中)[本我][局厅委署]|(?<=其中)[{_AREA}](?:人民)?政府|(?<=由)[本我][局厅委署]|[本我][局厅委署](?=占)"
    r"|(?:(?<=涉)|(?<=涉及))[本我][局厅委署]"
    r"|各(?:级)?(?:县|区|市|乡|镇|街道|部门|园区|单位|科室|股室|处室|分局)(?:▁+"
    r"|[县区市乡镇街道、及和与各开发功能园直])*(?:人民政府|政府|办事处|部门|单位|分局|管委会)?"
    r"|各[\u4e00-\u9fff]{1,4}分局|各(?:支队|大队|中队|派出所|司法所|镇街|乡镇街道|学校|医院|基层所)"
    r"|[县区]▁+(?:[县区市乡镇街道、及和与各开发功能园]*(?:政府|部门|管委会)?)"
    rf"|(?:所属|下属|直属|派出|厅属|局属|委属|二级)(?:单位|机构|事业单位)"
)
_WHEN = (
    r"涉及?(?=[本我][局厅委署])|[从就](?=[^，。；]{2,14}(?:看|来说|来讲|而言|来看|[，,]))|其中(?:(?:需|应)?由(?=[本我])|(?=[本我][局厅委署]))?|此外|另外|另有?|同时|目前|(?:截至|截止)[^，]{0,10}|(?:19|20)\d\d年?度?|全年|本年度?"
    r"|本年|年内|当年|今年|年度|共|[,，]"
)
_SCOPE = re.compile(
    rf"(?:{_WHEN})*(?P<scope>(?P<whole>{_WHOLE})|(?P<narrow>{_NARROW}))"
    r"(?=$|[诉复另只仅申政主共合总累通新收接受办公全年行因由未没无制废印现作依发提被至其信条件登当本审答涉看来占而\d▁约近（，])"
)
# 以县政府名义印发6件, 报请县政府出台2件: theirs, whoever drafted them; 以本局名义 is its own.
_IN_THE_NAME = re.compile(
    r"以(?P<name>[\u4e00-\u9fff、]{2,20}?)的?名义"
    rf"|(?:报请|提请|推动|协助|配合|代|由)(?P<body>[\u4e00-\u9fff]{{0,8}}?[{_AREA}](?:(?:人民)?政府(?:办公?[室厅])?"
    r"|[党工]?委(?:办公?[室厅])?))(?:名义)?(?=印发|制发|制定|出台|发布|颁布|公布|废止)"
)
_OWN_NAME = re.compile(
    r"[我本](?:[局厅委署办院会]|单位|机关|部门)|[省市县区旗州盟]?[\u4e00-\u9fff]{2,10}局"
)
_ACT = re.compile(r"收|受理|接|办结|公开|作出|发生")
_PAST_WORD = r"[上头]一?年度?|去年|前一年|前年|往年|上一?年同期|同期|以前年度"
_YEAR = r"(?:19|20)\d\d年度?"
_BASE = re.compile(
    rf"(?:[较比与同从由跟]|相比|对比|相较)(?:于)?(?:我[局镇县市])?(?:{_PAST_WORD}|{_YEAR})"
)
_DELTA = re.compile(
    r"(?:增加|减少|增长|(?<!新)增|减|下降|上升|提高|降低|多|少|净增|新增加)了?(?:了)?(?:约|近|超)?$"
)
# 上年为38,764条: told for comparison.
_WAS = re.compile(rf"^(?:而)?(?:{_PAST_WORD}|{_YEAR})(?:度)?(?:同期)?(?:则)?[为是](?:约)?$")
# 去年公开信息500条; not 去年结转2件, 上年剩下的.
_LAST_YEAR = re.compile(
    r"(?:而|其中)?(?:去年|上一?年度?|头一年|前一年)(?:我[局镇乡县市区])?(?=收|共|公开|发布|主动|是|为|受理|作出"
    r"|办|有|新|制)(?!.*(?:结转|[转留剩]|遗留|今年|本年|当年))"
)
_DELTA_BEHIND = re.compile(r"(?:的)?(?:增长|增幅|降幅|涨幅)")
_NAMED_YEAR = re.compile(r"(?<!因)(?P<year>(?:19|20)\d\d)年度?(?!以来|[至—\-~～]|起|末?底|初)")
_YEAR_SPAN = re.compile(
    r"(?P<since>(?:19|20)\d\d)年(?:度|底|末|初)?(?:(?:[^，。；\d]{2,20})?以来|起|[至—\-~～到](?:今|20))"
    r"|历年(?!也)|历史上|(?:近|过去)?[两二三四五六七八九十几]年(?:来|间)|(?:近|过去)[两二三四五六七八九十几]年"
    r"|(?:建[局站]|(?:成立|组建|挂牌)(?!以来新[收增])|施行|实施|颁布|修订|公布|开通|上线|运行|改版)以来|累计至今"
)
# “十四五”以来共印发4件，废止7件: the plan's years are those of the whole row.
_PLAN_PERIOD = re.compile(
    r"[“\"]?十[二三四五六]五[”\"]?(?:规划)?(?:时期|期间)?(?:开局|开始)?(?:以来|累计|[一共]+)"
)
_THIS_YEAR = re.compile(r"当年|本年|今年|年内")
# 2021年、2022年、2023年分别收到6件、9件、4件
_YEARS_IN_A_ROW = re.compile(
    r"(?:(?:19|20)\d\d(?:年度?)?(?:[、，和与及]|以及)?){2,6}(?:我[局镇县市])?(?:分别|依次)"
)
_YEAR_END = re.compile(r"(?P<year>(?:19|20)\d\d)年(?:年?底|末)")
_PART_OF_YEAR = re.compile(
    r"上半年|下半年|[春夏秋冬]天(?!的)|(?:第?[一二三四1-4]|前[两三23])个?季度|(?:1|一)[月]?[至—\-~～到]\d{1,2}月"
    r"|前\d{1,2}个月"
    r"|(?:截至|截止|至|到)(?:\d{1,2}月(?!31日)(?!底?[^，]{0,2}31)|[一二三四五六七八九十]{1,2}月)"
    r"|\d{1,2}月(?:份|底|初|中旬|又|当月)?(?!\d{0,2}日?至)"
)
_OF_THE_YEAR = re.compile(r"全年|本年|当年|今年|年内|(?:19|20)\d\d年")
# A clause that only says when is no longer.
_SAYS_WHEN = 12
_WHOLE_YEAR = re.compile(r"全年|本年|当年|今年|年度|年底|年内")
_WHOLE_YEAR_END = re.compile(
    r"12月(?:31日|底|末|31号)|1月?(?:1日)?[-—–~～至到]+12月|十二月三十一日|年底|全年"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Whose and when: year None is the report's own."""

    scope: str | None = None
    year: int | None = None
    compared: bool = False
    """A figure of comparison: a base (较上年的10件) or a change (增加3件)."""
    part: bool = False
    """Of a part of the year (截至11月底, 上半年)."""
    ages: bool = False
    """Of several years (2015年以来)."""


def standing(passage: Passage, clause: Clause, number: Number | None, year: int | None) -> Standing:
    """The standing of a number, or of a clause that denies."""
    place = number.start if number else clause.end
    left = clause.between(clause.start, place)
    own = clause.left(number) if number else left
    return Standing(
        scope=_scope(passage, clause, left),
        year=_year(passage, clause, own, left, place, year),
        compared=number is not None and _compared(clause, number, own, left, year),
        part=_part(left) or _carried_part(passage, clause, left),
        ages=_ages(left, year) or _carried_ages(passage, clause, left, year),
    )


def _scope(passage: Passage, clause: Clause, left: str) -> str | None:
    """Named at the clause's beginning, else carried on from the clauses before it."""
    if named := _IN_THE_NAME.search(left):
        return _in_the_name(named)
    if match := _SCOPE.match(left):
        return _named(passage, clause, match)
    if clause.depth:
        return None
    ended = clause.lead in "；;"
    for before in reversed([c for c in passage.clauses if c.start < clause.start and not c.depth]):
        if not ended and (named := _IN_THE_NAME.search(before.shown)):
            return _in_the_name(named)
        if match := _SCOPE.match(before.shown):
            among = _among(passage, before)
            # 全市收到732件，其中市本级96件，办结720件: a part's scope ends with its clause, unless
            # it has a verb of its own (其中市本级收到96件，办结94件).
            if among and (ended or not _ACT.search(before.shown)):
                continue
            return _named(passage, before, match)
        ended = ended or before.lead in "；;"
    return None


def _in_the_name(match: re.Match[str]) -> str | None:
    name = match["name"] or match["body"]
    return None if _OWN_NAME.fullmatch(name) else name


def _named(passage: Passage, clause: Clause, match: re.Match[str]) -> str:
    """The scope as printed, brackets included."""
    return passage.text[clause.start + match.start("scope") : clause.start + match.end("scope")]


def _among(passage: Passage, clause: Clause) -> bool:
    """Whether the clause, or the row joined by 、 in which it stands, opens with 其中."""
    for index in range(passage.clauses.index(clause), -1, -1):
        other = passage.clauses[index]
        if other.depth:
            continue
        if "其中" in other.shown[:6]:
            return True
        # 其中，市本级…: the clause before is nothing but 其中.
        if other.lead not in "、和及与" and len(passage.clauses[max(0, index - 1)].shown) > 3:
            return False
    return False


def _year(
    passage: Passage,
    clause: Clause,
    own: str,
    left: str,
    left_end: int,
    report_year: int | None,
) -> int | None:
    """Another year named in the clause, or set by a clause that only says when (2022年，…)."""
    if (dealt := years_dealt(passage).get(left_end)) is not None:
        return None if dealt == report_year else dealt
    named = [int(m["year"]) for m in _NAMED_YEAR.finditer(own)]
    if not named and _THIS_YEAR.search(own):
        return None
    if not named and report_year is not None and _LAST_YEAR.match(left):
        return report_year - 1
    named = named or [int(m["year"]) for m in _NAMED_YEAR.finditer(left)]
    if not named and (ended := _YEAR_END.search(own)):
        named = [int(ended["year"])]
    if not named:
        named = _carried_year(passage, clause)
    if not named:
        return None
    # The report's own year anywhere in front makes the figure this year's.
    if report_year is None or report_year in named:
        return None
    return named[-1]


def years_dealt(passage: Passage) -> dict[int, int]:
    """The places of numbers dealt out to the years in front of 分别, in order."""
    if "分别" not in passage.text and "依次" not in passage.text:
        return {}
    row = _YEARS_IN_A_ROW.search(passage.text)
    if row is None:
        return {}
    years = [int(year) for year in re.findall(r"(?:19|20)\d\d", row.group())]
    behind = [number for number in passage.numbers if number.start >= row.end()]
    numbers = [n for n in behind if n.unit == behind[0].unit][: len(years)]
    joined = all(
        passage.text[one.end : other.start].strip("，和与及") in ("、", "")
        for one, other in pairwise(numbers)
    )
    if len(numbers) != len(years) or not joined:
        return {}
    return {number.start: year for number, year in zip(numbers, years, strict=True)}


def _carried_year(passage: Passage, clause: Clause) -> list[int]:
    for before in reversed([c for c in passage.clauses if c.end <= clause.start and not c.depth]):
        found = [int(m["year"]) for m in _NAMED_YEAR.finditer(before.shown)]
        if found and not before.numbers and len(before.shown) <= 14:
            return [] if _BASE.search(before.shown) else found[-1:]
        if found:
            return []
    return []


def _compared(clause: Clause, number: Number, own: str, left: str, year: int | None) -> bool:
    was = _WAS.search(own)
    if was and (year is None or f"{year}年" not in was.group()):
        return True
    if _DELTA.search(own) and not re.search(r"[到至为]$", own):
        return True
    base = _BASE.search(own) or (_BASE.search(left) if "的" in own or not own else None)
    if base is None:
        return bool(_DELTA_BEHIND.match(clause.right(number)))
    behind = own if _BASE.search(own) else left
    rest = behind[base.end() :] if base.end() <= len(behind) else ""
    # 比上年增加到13件, 较上年相比，收到: what follows a verb of its own is no base.
    return not re.search(r"(?:增加|减少|上升|下降|增长)?[到至为]$|收到|新收|办结", rest)


def _carried_part(passage: Passage, clause: Clause, left: str) -> bool:
    """截至11月底，我局公开190条: a clause that only says when, until another time is named."""
    if _WHOLE_YEAR.search(left):
        return False
    before = [c for c in passage.clauses if c.end <= clause.start and not c.depth][-1:]
    if (
        clause.lead == "、"
        and not clause.depth
        and any(c.numbers and _part(c.shown) for c in before)
    ):
        return True  # 至6月底收到2件、办结2件
    return any(not c.numbers and len(c.shown) <= _SAYS_WHEN and _part(c.shown) for c in before)


def _ages(left: str, year: int | None) -> bool:
    """2015年以来, 施行以来; 以来 from the report's own year is no more than the year."""
    since = _YEAR_SPAN.search(left)
    if since is None:
        return bool(_PLAN_PERIOD.search(left)) and not _OF_THE_YEAR.search(left)
    if since["since"] is None:
        return not re.search(rf"(?<!截[至止]){year}年", left[: since.end()])
    return int(since["since"]) != year


def _carried_ages(passage: Passage, clause: Clause, left: str, year: int | None) -> bool:
    """《条例》施行以来，累计收到48件: a clause that only says since when."""
    if _OF_THE_YEAR.search(left):
        return False
    before = [c for c in passage.clauses if c.end <= clause.start and not c.depth][-1:]
    if any(_PLAN_PERIOD.search(c.shown) and not _OF_THE_YEAR.search(c.shown) for c in before):
        return True
    return any(
        not c.numbers
        and (len(c.shown.replace(BLOT, "")) <= _SAYS_WHEN or _SINCE.fullmatch(c.shown))
        and _ages(c.shown, year)
        for c in before
    )


# 自2019年《条例》修订施行以来，: says since when, however long.
_SINCE = re.compile(rf"[^，]*?自[^，]{{2,30}}以来{BLOT}*")


def _part(left: str) -> bool:
    match = _PART_OF_YEAR.search(left)
    return bool(match) and not _WHOLE_YEAR_END.search(left)
