"""A figure that is taken up again, with another value: 该5件, 不计入198条, 24个在建项目中有5个.

Such words point back at what has been told. The figure is wrong if its value stands nowhere else,
is no sum or difference of what stands near, and what it points at has one other value.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from extractor.checks.contradictions.counted_words import of_year
from extractor.checks.contradictions.named_again import named_again
from extractor.checks.contradictions.seen import (
    Seen,
    fact_of,
    made_up_of,
    one_other,
    seen_figures,
    summed,
)
from extractor.checks.model import Case
from extractor.checks.tables.printed import count
from extractor.checks.tables.readable import readable
from extractor.report.facts.model import Fact

# How many sentences with figures back 该 and 这 may point.
_NEAR = 3
# Where named things (甲厂、乙厂…，这2家) are looked for; figures that may add up.
_WINDOW = 600
_LEFT_OUT = re.compile(
    r"(?:[不未没]计入|[不未]算[在入]|没有?算[在入]|没有计入|[不未没]列入|[不未]包括在|[不未]含在)"
    r"(?:本局|我局|上述|前述|以上|主动|公开|发布|政府|信息|门户|网站|总数|总量|的)*"
)
_POINTED = re.compile(r"(?:(?P<far>上述|前述)|该|这)")
_GROUND = re.compile(
    r"^(?P<noun>[\u4e00-\u9fff]{0,10}?)(?:之中|当中|中|里面|里)(?=[，,]|[有仅只尚还])"
)
_ALL = re.compile(r"(?P<all>全[省市县区州镇乡])")
_NUMBERED = r"(?:[一二三四五六七八九十]是|\d[.．、])?"
_AREAS = {"province": "省", "city": "市州盟", "county": "县区旗", "township": "镇乡"}
_PLACES = frozenset("个家所处")
_STOCK = re.compile(r"下?辖|涵盖|汇总|范围(?:为|包括)")
_OF = re.compile(r"^(?:对|将|把)?(?P<did>[\u4e00-\u9fff]{2,12})的$")
_WHOLE_YEAR = re.compile(r"(?:20\d\d年度?|全年|本年度?|年内|当年|今年)")
_DISCLOSED = re.compile(r"(?:新?增?(?:主动)?公开|发布)")
_INFORMATION = re.compile(r"(?:政府)?信息")
# Counted by the list that stands above them, not by a figure.
_LISTED = re.compile(
    r"^(?:个|项|点|类|种|大|方面)*(?:方面|问题|不足|短板|措施|环节|举措|原因|类|情形|要求|任务|制度|平台|渠道|栏目)"
)
# 这两家 may be two that were named.
_FEWEST_POINTED = 3
_POINTING_UNITS = frozenset(["件", "条", "家", "人", "户", "篇", "个"])
_VAGUE = re.compile(
    r"(?:政府)?信息|问题|申请|案件|意见|方面|工作|其|[以当]|之|年|月|过程|程序|期限|时间"
)
_CASES = re.compile(r"申请|复议|诉讼")
_OTHER_TIME = re.compile(r"上一?年|去年|往年|历年|以来|计划|拟|下一?步|明年|月|季度|半年")
_PLAINLY_IN = re.compile(rf"{_NUMBERED}(?:在|对|向|给|为|于)?")
_MIXED = re.compile(r"[、和及与（(/]*(?:街道|办事处|镇|乡|社区|园区|开发区|农场|林场)")


Pair = tuple[Fact, Fact]


def recalled(case: Case) -> list[Pair]:
    """What was told, and how it is taken up."""
    seen = seen_figures(case)
    every = _values(case, seen)
    found = []
    for index, one in enumerate(seen):
        for points_at in (_left_out, _pointed, _ground, _all, _of):
            antecedent = points_at(case, one, seen[:index])
            if antecedent is None:
                continue
            alone = every[one.figure.value, one.figure.unit] == 1
            if (alone or _points_near(one)) and not _of_another_time(case, one):
                found.append((antecedent, fact_of(one)))
            break
        else:
            alone = every[one.figure.value, one.figure.unit] == 1
            antecedent = named_again(case, one, seen) if alone else None
            if antecedent is not None and not _of_another_time(case, one):
                found.append((antecedent, fact_of(one)))
    return found


def _values(case: Case, seen: Sequence[Seen]) -> Counter[tuple[float, str]]:
    """Every value of the text and of the tables, which count 件."""
    cells = (count(cell) for table in readable(case) for cell in table.figures())
    values = Counter((one.figure.value, one.figure.unit) for one in seen)
    values.update((float(value), "件") for value in cells if value)
    return values


def _of_another_time(case: Case, one: Seen) -> bool:
    clause = one.left + one.right
    return bool(_OTHER_TIME.search(one.left)) or not of_year(clause, case.year)


def _left_out(case: Case, one: Seen, earlier: Sequence[Seen]) -> Fact | None:
    """433篇，不计入198条: the total is meant."""
    if not any(m.end() == len(one.left) for m in _LEFT_OUT.finditer(one.left)):
        return None
    return _other_total(case, one, earlier)


def _other_total(case: Case, one: Seen, earlier: Sequence[Seen]) -> Fact | None:
    total = case.report.facts.disclosure_total
    if total is None or total.approx or total.derived or one.figure.approx:
        return None
    same_unit = [s for s in earlier if s.figure.unit == one.figure.unit]
    told = [s for s in same_unit if s.figure.place == total.start]
    if not told or told[0].figure.low <= one.figure.value <= told[0].figure.high:
        return None
    near = [s for s in same_unit if s.telling.section == told[0].telling.section]
    return None if summed(one.figure.value, near) else total


def _pointed(case: Case, one: Seen, earlier: Sequence[Seen]) -> Fact | None:
    """该5件, 这6家机构, 上述16个账号."""
    match = next((m for m in _POINTED.finditer(one.left) if m.end() == len(one.left)), None)
    if match is None or one.figure.unit not in _POINTING_UNITS or _LISTED.match(one.right):
        return None
    noun = _noun(one.right)
    few = one.figure.value < _FEWEST_POINTED
    if one.figure.approx or few or (one.figure.unit == "个" and not noun):
        return None
    near = [
        s
        for s in earlier
        if s.figure.unit == one.figure.unit
        and (match["far"] or s.telling.section == one.telling.section)
    ]
    if one.figure.value in {s.figure.value for s in near}:
        return None
    near = [s for s in near if match["far"] or one.order - s.order <= _NEAR]
    named = [s for s in near if not noun or noun in s.left + s.right]
    told_from = max(near[0].figure.place if near else 0, one.figure.place - _WINDOW)
    window = case.text[told_from : one.figure.place]
    clauses = re.split("[，。；\n]", window)
    listed = {clause.count(sign) for clause in [window, *clauses] for sign in "《“"}
    listed |= {1 + clause.count("、") for clause in clauses}
    orders = {s.order for s in named}
    if one.figure.value in listed or made_up_of(
        one.figure.value, [s for s in near if s.order in orders]
    ):
        return None
    return fact_of(named[-1]) if named and not any(s.figure.approx for s in named) else None


def _points_near(one: Seen) -> bool:
    """该 and 这 point no further than some sentences: the value may stand elsewhere."""
    return one.left.endswith(("该", "这"))


def _noun(right: str) -> str:
    """The first word behind a figure, as far as two signs tell it."""
    match = re.match(r"[\u4e00-\u9fff]{2}", right)
    said = match.group() if match else ""
    return "" if re.match("[均都也已全的被未由在是为系]", said) else said


def _ground(case: Case, one: Seen, earlier: Sequence[Seen]) -> Fact | None:
    """24个在建项目中有5个, 县本级的3,181条中."""
    match = _GROUND.match(one.right)
    if match is None or one.figure.approx:
        return None
    noun = match["noun"]
    if not noun:
        whose = re.sub("的$", "", one.left)
        if len(whose) < 3 or whose[-1:] in "这该述":
            return None
        return one_other(one, earlier, lambda s: s.left == whose or s.left.endswith(whose))
    if len(noun) < 2 or _VAGUE.match(noun) or _CASES.search(noun) or not _of_all(case, one.left):
        return None
    return one_other(one, earlier, lambda seen: _names(seen, noun))


def _of_all(case: Case, left: str) -> bool:
    """Whether nothing in front of a figure makes it another's or a part's."""
    identity = case.report.identity
    all_its_own = identity.kind == "government" or identity.level == "township"
    area = _AREAS.get(identity.level or "", "") if all_its_own else ""
    return re.fullmatch(f"(?:{_NUMBERED}|全[{area}])?" if area else _NUMBERED, left) is not None


def _names(seen: Seen, noun: str) -> bool:
    """在建项目 in 14个在建项目, 重大决策 in 重大行政决策目录内的7项决策."""
    if seen.left.endswith(noun) or seen.right.startswith(noun):
        return True
    cuts = range(2, len(noun) - 1)
    return any(noun[:cut] in seen.left and seen.right.startswith(noun[cut:]) for cut in cuts)


def _all(case: Case, one: Seen, earlier: Sequence[Seen]) -> Fact | None:
    """全县19个乡镇, where 17 are all that there are; or more than there are."""
    noun = _noun(one.right)
    if not noun or one.figure.unit not in _PLACES or _MIXED.match(one.right[len(noun) :]):
        return None
    scope = next((m["all"] for m in _ALL.finditer(one.left)), "")
    if scope and scope[-1] not in _AREAS.get(case.report.identity.level or "", ""):
        return None
    if not (one.left.endswith(scope) if scope else _PLAINLY_IN.fullmatch(one.left)):
        return None

    def all_there_are(seen: Seen) -> bool:
        covered = seen.telling.section is None and bool(_STOCK.search(seen.left))
        whole = covered or (bool(scope) and seen.left.endswith(scope))
        less = bool(scope) or seen.figure.value < one.figure.value
        alike = len(_alike(seen.right, one.right)) >= (2 if scope else 4)
        return whole and less and alike and not _MIXED.match(seen.right[len(noun) :])

    return one_other(one, earlier, all_there_are)


def _alike(one: str, other: str) -> str:
    """The signs with which both begin."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(sign for sign, _ in pairs)


def _of(case: Case, one: Seen, earlier: Sequence[Seen]) -> Fact | None:
    """全年办结的1,286件旅游投诉, where 旅游投诉办结1,268件 was told."""
    left = _WHOLE_YEAR.sub("", one.left)
    match = _OF.match(left)
    if match is None or left == one.left or one.figure.approx:
        return None
    did = match["did"]
    if _DISCLOSED.fullmatch(did) and _INFORMATION.match(one.right):
        return _other_total(case, one, earlier)

    def told_so(seen: Seen) -> bool:
        words = _WHOLE_YEAR.sub("", seen.left)
        what = words.removesuffix(did) if words.endswith(did) else words.removeprefix(did)
        plain = words not in (what, did) and len(what) >= 2 and not _CASES.search(what)
        return plain and one.right.startswith(what)

    return one_other(one, earlier, told_so)
