"""Channels that are told to be closed, or not to exist, and told to run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.checks.contradictions.denials import NOT, denied, pattern
from extractor.checks.contradictions.statements import Statement
from extractor.checks.model import Said

_MEDIUM = r"(?:微信公众号|公众号|订阅号|微博|抖音号|抖音|视频号|头条号|客户端|小程序)"
_NAME = r"[^”\"」，。]{2,16}[”\"」]"
_NAMED = re.compile(
    rf"[“\"「](?P<name>{_NAME})(?:官方|政务)?(?P<medium>{_MEDIUM})?"
    rf"|(?P<medium2>{_MEDIUM})[“\"「](?P<name2>{_NAME})"
)
_CLOSED = re.compile(
    r"(?<!未)(?<!拟)(?<!没有)(?:关停|注销|停用|停更|停止(?:更新|运营|运行|使用)"
    r"|不再(?:更新|运营|使用|维护)|已(?:经)?(?:关闭|下线|撤销)|予以关闭)"
)
_BEFORE_THAT = re.compile(r"曾|停用前|关停前|注销前|此前|之前")
# Of all the year, or of now: 全年推送 alone may end with the month in which it was closed.
_STILL = re.compile(
    r"目前|现[有运]|每[日天周月]|持续|常态化?|正常(?:更新|运行|运营)|运行(?:良好|平稳|正常|稳定)"
    r"|按[月周日]|至年底|截至(?:12月|年底)"
)
_RUN = re.compile(r"推送|发布|更新|运行|运营|推文|编发|发文|发送|维护")
_WHOLE_YEAR = re.compile(r"全年|本年度?|一年来|年内|20\d\d年")
_WITH_FIGURE = re.compile(r"\d+(?:余|多)?(?:条|篇|期|次|件)")
_MONTH = re.compile(r"(?P<month>1[0-2]|[1-9]|十[一二]|[一二三四五六七八九十])月")
_MONTHS = {name: i for i, name in enumerate("一二三四五六七八九十", 1)} | {"十一": 11, "十二": 12}
_YEAR_END = 12
# No report closes more; a hostile text is not compared with itself.
_MOST = 40

_NONE = pattern(
    rf"{NOT}(?:开设|开通|注册|建立|建设|运营|设立)?(?:过|了)?"
    r"(?:自己的?|本单位的?|任何|独立的?|单独的?|官方|自有的?)*(?:的)?"
    r"(?P<what>政务新媒体|新媒体|微信公众号|公众号|微博|视频号|抖音号?|头条号"
    r"|小程序|(?:门户|官方|政府)?网站)"
    r"(?:等(?:其[他它])?(?:政务)?新媒体)?(?:账号|平台)?"
)
_OWN = (
    r"(?:[我本](?:[局委厅办署院镇乡]|街道|单位|机关|中心)|(?<!政府)局|委|镇|乡|街道)"
    r"(?:的|里)?(?:自建的?)?(?:官方|政务|门户)?"
)
_OUT = "(?:公开|公布|发布|推送|更新|推文|编发|发)"
_COUNTED = rf"(?:[（(]\d|[^，；]{{0,20}}{_OUT}[^，；]{{0,8}}\d)"
_KINDS = ("微博", "视频号", "抖音", "头条号", "小程序")
_OWN_RUNS = {
    **{kind: re.compile(rf"{_OWN}{kind}{_COUNTED}") for kind in _KINDS},
    "公众号": re.compile(rf"{_OWN}(?:微信)?公众号{_COUNTED}"),
    "网站": re.compile(
        rf"{_OWN}(?:网站|官网)(?![^，]{{0,6}}(?:栏目|专栏|频道|子站))[^，；]{{0,10}}{_OUT}[^，；]{{0,12}}\d"
        r"|自建的?(?:门户)?网站"
    ),
}
_MINE_KIND = rf"(?P<kind%d>{'|'.join(_KINDS)}|公众号)"
_MINE = re.compile(
    rf"(?:[“\"「](?P<name>[^”\"」，。]{{2,16}})[”\"」](?:官方|政务)?(?:微信)?{_MINE_KIND % 1}"
    rf"|{_MINE_KIND % 2}[“\"「](?P<name2>[^”\"」，。]{{2,16}})[”\"」])[^，；]{{0,20}}\d"
)
# 水务 of 临溪县水务局: an account with this word is the bureau's own.
_TRADE = re.compile(
    r"(?:.*[省市县区州旗盟])?(?P<trade>.{2,}?)(?:管理|监督)*(?:局|委员会|厅|办公室|委|署)$"
)

Clashing = Iterator[tuple[Said, Statement, Statement]]


def channel_clashes(told: Sequence[Statement], year: int | None, agency: str) -> Clashing:
    yield from _closed_and_run(told, year)
    yield from _own_closed_and_run(told, year)
    yield from _none_and_run(told, year, agency)


def _closed_and_run(told: Sequence[Statement], year: int | None) -> Clashing:
    closed = [(name, s) for s in told for name in _closed_names(s)][:_MOST]
    done: set[str] = set()
    for name, end in closed:
        for run in told:
            if run.order == end.order or name in done or name not in run.text:
                continue
            if _runs(run, end, year):
                done.add(name)
                yield Said(f"“{name}”", f"“{name}”"), end, run


def _closed_names(statement: Statement) -> Iterator[str]:
    match = _CLOSED.search(statement.text)
    if match is None or not statement.told():
        return
    names = list(_NAMED.finditer(statement.text, 0, match.end()))
    names = names or list(_NAMED.finditer(statement.before))
    # 关停“…”微博: the name may stand behind the word.
    names = names or list(_NAMED.finditer(statement.text, match.end()))
    for found in names[-1:]:
        if found["medium"] or found["medium2"]:
            yield (found["name"] or found["name2"])[:-1]


def _runs(run: Statement, end: Statement, year: int | None) -> bool:
    if _CLOSED.search(run.text) or not _RUN.search(run.text) or not run.told():
        return False
    if _BEFORE_THAT.search(run.around) or not run.of_year(year):
        return False
    earlier, month = _ended_before(end, year), _month(end.around)
    later = _month(run.around)
    if later is not None:
        # 6月关停, yet 12月发布.
        return earlier or (month is not None and later > month)
    if _STILL.search(run.text):
        return earlier or month is None or month < _YEAR_END
    whole = _WHOLE_YEAR.search(run.around) and _WITH_FIGURE.search(run.text)
    # In January it had no time for a year's figure.
    return bool(whole) and (earlier or month in (None, 1))


def _ended_before(end: Statement, year: int | None) -> bool:
    """Closed in an earlier year."""
    named = [int(found) for found in re.findall(r"(20\d\d)年", end.around)]
    if year is not None and any(found < year for found in named):
        return True
    return re.search(r"上一?年|去年", end.around) is not None


def _month(words: str) -> int | None:
    match = _MONTH.search(words)
    if match is None:
        return None
    printed = match["month"]
    return int(printed) if printed.isdigit() else _MONTHS[printed]


def _own_closed_and_run(told: Sequence[Statement], year: int | None) -> Clashing:
    """局微信公众号已于2021年注销, and its figure of this year."""
    ends = [s for s in told if _CLOSED.search(s.text) and _ended_before(s, year) and s.own()]
    for end in ends[:_MOST]:
        for kind in ("微博", "公众号"):
            own = re.search(rf"{_OWN}(?:微信)?{kind}", end.text)
            if own is None:
                continue
            for run in told:
                runs = _OWN_RUNS[kind].search(run.text) and run.order != end.order
                if (
                    runs
                    and run.told()
                    and run.of_year(year)
                    and not _BEFORE_THAT.search(run.around)
                ):
                    yield Said(kind, kind), end, run
                    return


def _none_and_run(told: Sequence[Statement], year: int | None, agency: str) -> Clashing:
    match = _TRADE.match(agency)
    trade = match["trade"][:2] if match else ""
    denials = [(s, found) for s in told if (found := denied(_NONE, s.text, agency))]
    for denial, none in denials[:_MOST]:
        if not denial.behind_own() or not denial.told():
            continue
        what = none["what"]
        kinds = [*_KINDS, "公众号"] if "新媒体" in what else [k for k in _OWN_RUNS if k in what]
        for run in told:
            if run.order == denial.order or not run.told() or _CLOSED.search(run.around):
                continue
            if run.section == denial.section == "issues" or not denial.excludes(run, year):
                continue
            if any(_OWN_RUNS[k].search(run.text) for k in kinds) or _mine(run, kinds, trade):
                yield Said(what, what), denial, run
                return


def _mine(run: Statement, kinds: Sequence[str], trade: str) -> bool:
    match = _MINE.search(run.text)
    if match is None or not trade:
        return False
    name, kind = match["name"] or match["name2"], match["kind1"] or match["kind2"]
    return trade in name and kind in kinds
