"""Something counted that is named again as known, with another number: 社区的11块电子屏.

Such a name says what was told: what was done (查出的53条, 聘请的15名监督员), whose it is
(社区的11块电子屏, 体验区9台终端), or all of the year (领导小组全年3次会议). What it points at
tells every word of it in one clause, with the same unit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.checks.contradictions.counted_words import of_year
from extractor.checks.contradictions.seen import Seen, fact_of, made_up_of
from extractor.checks.model import Case
from extractor.report.facts.model import Fact

_WHOLE_YEAR = re.compile(r"(?:(?:19|20)\d\d年度?|全年度?|本年度?|年内|当年|今年|这一年|一年来?)")
_YEAR_LAST = re.compile(f"{_WHOLE_YEAR.pattern}$")
_OURSELVES = re.compile(r"^(?:我|本)(?:[局委厅署办院县市区州镇乡]|街道|单位|机关|中心)")
_LEAD = re.compile(
    r"^(?:[一二三四五六七八九十]是|\d{1,2}[.、]|而|但|还|也|对|把|将|给|向|由|让|从|只|仅|就|其)+"
)
# Verbs that reports use for one another, and what says nothing of what is counted.
_SAME = (
    (re.compile("发现|查出|查到|检出|排查出|清理出|找出"), "查"),
    (re.compile("答复|回复|办复|回应"), "答"),
    (re.compile("接到|收到|接获|受理"), "收"),
    (re.compile("聘请|聘任|选聘"), "聘"),
)
_NOTHING = re.compile(r"[过了出到的之等各类共计所]|累计|人员|工作|情况|一共|先后")
_NOUN = re.compile(
    r"^(?P<noun>[\u4e00-\u9fff“”]{2,10}?)"
    r"(?=[，。；：、,;（(）)！？\s\d]|[均都也已全各逐被未没不由在是为系有还又将需达共中里的日每使反和及与仍只]|$)"
)
_POSSESSED = re.compile(r"(?:区|室|厅|站|馆|园|中心|网站|网|平台|号|院|所|窗口|村|镇|社区)$")
_TOLD_HOW_MANY = re.compile(r"(?:现有|共有|共计|达到|共|有|达|为|了|只|仅)+$")
_POINTS = re.compile(rf"的|{_WHOLE_YEAR.pattern}$|{_POSSESSED.pattern}")
# What became of some, is no telling of all.
_SOME = re.compile(
    r"其中|新增|增[加设]|新[建设换装]|更换|抽|维修|修复|撤|关停|注销|减少|退回|整改|剩|余下|另|计划|拟"
    r"|原有|最|首批|第[一二三四]|部分|各(?!项|类)|每|平均|上一?年|去年|往年|历年|以来|此前"
)
_PART = re.compile(r"其中|部分|剩|余下|另[有外]?|新任|各$|每|最|首批|第[一二三四]|[上下]半年")
# The form's own matters, which the tables settle.
_DECIDED = re.compile(r"公开|申请|结转|办结|予以|无法|不予")
_CLAUSE_END = re.compile(r"[，。；：、,;（(）)！？\d]")
# 换了新的115块 names nothing.
_NEW = re.compile(r"[新别]的$")
_LEAST_WORDS, _LEAST_HEAD = 4, 3


@dataclass(frozen=True, slots=True)
class _Named:
    """What a figure's words say: whose or what was done, and the noun."""

    whose: str
    noun: str


def named_again(case: Case, one: Seen, seen: Sequence[Seen]) -> Fact | None:
    """The only other telling, if it has another value."""
    named = _named(case, one)
    if named is None or _PART.search(one.left):
        return None
    same_unit = [s for s in seen if s.figure.unit == one.figure.unit and s is not one]
    told = [s for s in same_unit if s.order != one.order and _tells(case, s, named)]
    values = {s.figure.value for s in told}
    if len(values) != 1 or told[0].figure.approx != one.figure.approx:
        return None
    first = told[0].figure
    if first.low <= one.figure.high and one.figure.low <= first.high:
        return None
    # Half of them and less may be some of them that something happened to.
    if one.figure.value * 2 <= told[0].figure.value:
        return None
    near = [s for s in same_unit if s.order in {told[0].order, one.order}]
    return None if made_up_of(one.figure.value, near) else fact_of(told[0])


def _named(case: Case, one: Seen) -> _Named | None:
    if not _POINTS.search(one.left) or _NEW.search(one.left):
        return None
    left, timeless = _own(case, one.left), False
    if cut := _YEAR_LAST.search(left):
        left, timeless = left[: cut.start()], True
    left = _WHOLE_YEAR.sub("", left)
    match = _NOUN.match(one.right)
    noun = match["noun"].removesuffix("人员") if match else ""
    if left.endswith("的"):
        named = _Named(_words(left[:-1]), noun)
        if not noun and _DECIDED.search(left):
            return None
    elif not one.right[:1].strip("，。；：、,;（(）)！？") and "的" in left:
        if _TOLD_HOW_MANY.search(left):
            return None  # 社区的电子屏有9块 tells it for the first time
        whose, _, what = left.rpartition("的")
        named = _Named(_words(whose), what)
    elif noun and (timeless or (_POSSESSED.search(left) and len(one.right) > len(noun) + 1)):
        named = _Named(_words(left), noun)
    else:
        return None
    return named if _enough(named) else None


def _enough(named: _Named) -> bool:
    words = len(named.whose) + len(named.noun)
    return words >= _LEAST_WORDS and (len(named.whose) >= 2 or len(named.noun) >= _LEAST_WORDS)


def _own(case: Case, words: str) -> str:
    agency = case.report.identity.agency
    if agency:
        words = words.replace(agency.value, "")
    return _OURSELVES.sub("", _LEAD.sub("", words))


def _words(told: str) -> str:
    for verbs, sign in _SAME:
        told = verbs.sub(sign, told)
    return _NOTHING.sub("", told)


def _tells(case: Case, seen: Seen, named: _Named) -> bool:
    left, right = seen.left, _CLAUSE_END.split(seen.right, maxsplit=1)[0]
    if named.noun and not _of_noun(left, right, named.noun):
        return False
    clause = _words(left + right)
    shared = set(named.whose).intersection(clause)
    if (not named.noun and not shared) or _SOME.search(left) or not of_year(left, case.year):
        return False
    if len(shared) == len(set(named.whose)):
        return True
    before = _clause_before(seen)
    pairs = [named.whose[at : at + 2] for at in range(len(named.whose) - 1)]
    return any(pair in before for pair in pairs) and set(named.whose) <= set(clause + before)


def _of_noun(left: str, right: str, noun: str) -> bool:
    """Where the noun ends is not known (电子屏字又小): its beginning may be the whole."""
    if noun[:2] not in left and noun[:2] not in right:
        return False
    before = _TOLD_HOW_MANY.sub("", left)
    heads = [noun, *(noun[:end] for end in range(len(noun) - 1, _LEAST_HEAD - 1, -1))]
    head = any(before.endswith(head) or right.startswith(head) for head in heads)
    return head or (len(noun) >= _LEAST_WORDS and noun in left)


def _clause_before(seen: Seen) -> str:
    """配置智能终端6台, behind 设立体验区."""
    start = seen.figure.start - len(seen.left)
    return _words(
        re.split("[，；。：,;]", seen.telling.text[max(0, start - 41) : max(0, start - 1)])[-1]
    )
