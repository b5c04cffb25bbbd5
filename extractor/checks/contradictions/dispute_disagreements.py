"""Disputes about 政府信息公开: every figure of the text against table four."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractor.checks.contradictions.beyond_the_table import DISPUTE_COUNTS, beyond_the_table
from extractor.checks.contradictions.disagreements import (
    Disagreement,
    causes,
    differing,
    same_words,
)
from extractor.checks.contradictions.figures_told import (
    Told,
    comparable,
    narrow_ones,
    sentence_at,
    words_around,
    words_before,
)
from extractor.checks.contradictions.table_values import Allowed, dispute_values
from extractor.checks.model import Case, Said
from extractor.checks.tables.readable import readable
from extractor.report.facts.model import DISPUTES, RESULTS, Fact

_SUBJECTS = {
    "review": Said("行政复议", "reviews"),
    "suit": Said("行政诉讼", "suits"),
    "suit_direct": Said("未经复议直接起诉", "suits without review"),
    "suit_after_review": Said("复议后起诉", "suits after review"),
}
_RESULTS = {
    "total": Said("总数", "in all"),
    "upheld": Said("结果维持", "upheld"),
    "corrected": Said("结果纠正", "corrected"),
    "other": Said("其他结果", "with other results"),
    "pending": Said("尚未审结", "pending"),
}
# The form's own words for a result; others leave open under which of them it was put.
_STRICT = {
    "upheld": re.compile(r"维持"),
    "corrected": re.compile(r"纠正"),
    "other": re.compile(r"其[他它]"),
    "pending": re.compile(r""),
    "total": re.compile(r""),
}
_LOOSE = re.compile(r"驳回|胜诉|撤销|责令|违法|败诉|撤回|撤诉|终止|和解|调解|不予受理")
# Where a result told in other words may stand: 责令重新答复 is corrected or 其他结果.
_ELSEWHERE = {
    "upheld": ("upheld", "other"),
    "corrected": ("corrected", "other"),
    "other": ("other",),
}
_SUSPENDED = re.compile(r"中止")
_DISMISSED = re.compile(r"驳回")
# Decided by us, or against others.
_OTHERS = re.compile(
    r"复议(?:办公室|办|机[关构]|局|委员会)[^，。]{0,8}(?:受理|审理|办理|收到)|以(?:各|下级|所属|下属|乡镇|街道|县直|市直|县区|区县|部门)[^，。]{0,8}为被(?:申请|告)"
)
_STUDIED = re.compile(r"案例|案件?讲评|模拟|旁听|选取")
# 收到行政复议申请12件，其中涉及政府信息公开的0件: the first counts all kinds.
_OURS_AMONG = re.compile(
    r"其中[^。；;]{0,10}(?:信息公开|依申请|政务公开)|均与[^。]{0,6}信息公开无关"
)
# 一审均驳回，其中1件上诉，二审尚未审结: which of them a case's column follows is not told.
_FIRST_INSTANCE = re.compile(r"一审|初审|原审")
_LATER_INSTANCE = re.compile(r"二审|终审|再审|上诉")
_NEW = re.compile(r"新(?:收|增|发生|发|受理|接|立)")
_OLD = re.compile(
    r"(?:上一?年度?|去年|往年|年初|(?P<year>(?:19|20)\d\d)年度?)[^，。；\d增减多少降升较比]{0,16}"
    r"(?:\d+|[一二两三])[件起宗]"
)
_MOVED = re.compile(
    r"(?<!不)(?<!未)(?:计入|列入|纳入|统计在|统计到|算在|算入)(?:下一?年|次年|明年|翌年|(?P<year>(?:19|20)\d\d)年)"
)
# 我局单独作为被告的1件 beside those with others: each role is a part.
_ROLE = re.compile(r"共同被告|原行为机关|单独(?:作为)?被(?:告|申请人)|作为第三人")
_LOST = re.compile(r"败诉|胜诉")
_OFFICE = re.compile(r"[我本该县市区省州镇乡][局厅委办镇乡府会院]|机关|单位|街道|政府|被告")
_PLAINTIFF = re.compile(
    r"(?:申请人|当事人|原告|[村居市]民|[\u4e00-\u9fff]某|公司|其)[^。；\d]{0,24}"
    r"(?:提起|提出|起诉|诉至|上诉)[^。；]*$"
)
_SURE_RESULT = 0.85
# What an agency decides for others is its business, whatever section tells it.
_BUSINESS = re.compile(r"作为(?:行政)?复议机[关构]|各类|审理的|办理的|受理的|全部行政|口径")
_OURS = re.compile(r"信息公开|依申请|政务公开|公开申请|申请公开")


def dispute_disagreements(case: Case) -> list[list[Disagreement]]:
    """By cause: what the text tells otherwise than table four."""
    for table in readable(case, "disputes"):
        values = dispute_values(table)
        named = {f"{subject}.{result}": value for (subject, result), value in values.items()}
        beyond = beyond_the_table(case, named, DISPUTE_COUNTS)
        return causes([*_found(case, values), *beyond], _linked)
    return []


def _found(case: Case, values: Mapping[tuple[str, str], Allowed]) -> Iterator[Disagreement]:
    facts = case.report.facts.disputes
    for subject in DISPUTES:
        told_here = facts.get(subject, {})
        narrow = narrow_ones(f for mentions in told_here.values() for f in mentions)
        for result in RESULTS:
            allowed = values.get((subject, result))
            if allowed is None:
                continue
            told = [
                one
                for one in comparable(case, told_here.get(result, ()), narrow)
                if not _put_elsewhere(case, one.fact, subject, result, values)
                and not _of_an_instance(case, one.fact, result, told_here.get("total", ()))
                and not _is_result_too(one.fact, result, told_here)
                and not _who_lost(case, one.fact, result)
                and not _only_new(case, one.fact)
                and not _next_years_too(case, one.fact)
                and not _of_others(case, one.fact, told_here.get("total", ()))
            ]
            name = Said(
                f"{_SUBJECTS[subject].zh}{_RESULTS[result].zh}",
                f"{_SUBJECTS[subject].en} {_RESULTS[result].en}",
            )
            sure = [_weighed(one, result) for one in told]
            yield from differing(case, f"{subject}.{result}", name, sure, allowed)


def _next_years_too(case: Case, fact: Fact) -> bool:
    """复议2件，…另1件次年受理，计入2024年: one of them is the next year's."""
    start, end = sentence_at(case, fact.start)
    return any(
        moved["year"] is None or case.year is None or int(moved["year"]) > case.year
        for moved in _MOVED.finditer(case.text[start:end])
    )


def _of_others(case: Case, fact: Fact, totals: Sequence[Fact]) -> bool:
    """Cases of the agency's business, or what became of a part (其中…的4件，无一被纠正)."""
    words = words_around(case, fact)
    start, end = sentence_at(case, fact.start)
    if _OTHERS.search(words) or _STUDIED.search(words):
        return True
    if _ROLE.search(case.text[start : fact.end]):
        return True
    ours = bool(_OURS.search(words))
    if not ours and (_BUSINESS.search(words) or _OURS_AMONG.search(case.text[fact.end : end])):
        return True
    return any(
        start <= total.start < fact.start
        and "其中" in words_before(case, total)
        and any(whole.start < total.start and whole.value > total.value for whole in totals)
        for total in totals
    )


def _of_an_instance(case: Case, fact: Fact, result: str, totals: Sequence[Fact]) -> bool:
    """What one court decided of several cases, where another decided on some of them again."""
    if result == "total" or (totals and all(total.value <= 1 for total in totals)):
        return False
    around = case.text[slice(*sentence_at(case, fact.start))]
    return bool(_FIRST_INSTANCE.search(around) and _LATER_INSTANCE.search(around))


def _who_lost(case: Case, fact: Fact, result: str) -> bool:
    """申请人诉至法院，一审败诉: whether the plaintiff lost is not told in so many words."""
    words = words_around(case, fact)
    if result == "total" or not _LOST.search(words) or _OFFICE.search(words):
        return False
    return _PLAINTIFF.search(case.text[sentence_at(case, fact.start)[0] : fact.start]) is not None


def _only_new(case: Case, fact: Fact) -> bool:
    """新收3件 beside cases of the year before, which a table may count with them."""
    start, _ = sentence_at(case, fact.start)
    line = case.report.flow.line_at(start)
    told = re.split("[；;]", case.text[start : fact.end])[-1]
    return bool(_NEW.search(told)) and any(
        old["year"] is None or int(old["year"]) != case.year
        for old in _OLD.finditer(case.text[line.start : line.end])
    )


def _is_result_too(fact: Fact, result: str, told: Mapping[str, Sequence[Fact]]) -> bool:
    """行政复议纠错1件: one figure behind subject and result is the result's."""
    if result != "total":
        return False
    return any(
        other.start == fact.start and other.end == fact.end and not other.derived
        for key in RESULTS
        if key != "total"
        for other in told.get(key, ())
    )


def _weighed(one: Told, result: str) -> Told:
    return one if result == "total" else replace(one, confidence=min(one.confidence, _SURE_RESULT))


def _put_elsewhere(
    case: Case,
    fact: Fact,
    subject: str,
    result: str,
    values: Mapping[tuple[str, str], Allowed],
) -> bool:
    """Whether a result in words of its own (驳回, 撤诉) has room in the form's columns."""
    words = words_around(case, fact)
    strict = _STRICT[result].search(words) and not (fact.derived and _LOOSE.search(words))
    if result not in _ELSEWHERE or strict:
        return False
    if result == "other" and _SUSPENDED.search(words):
        return True  # 中止: decided or not, each office has its own column for it
    columns = ("upheld", "other") if _DISMISSED.search(words) else _ELSEWHERE[result]
    room = [values.get((subject, column)) for column in columns]
    known = [max(allowed.values) for allowed in room if allowed is not None]
    return len(known) < len(room) or fact.value <= sum(known)


def _linked(one: Disagreement, other: Disagreement) -> bool:
    if one.key == other.key or same_words(one, other):
        return True
    subject, result = one.key.split(".")
    other_subject, other_result = other.key.split(".")
    if subject == other_subject:
        if "total" in (result, other_result):
            return one.off_as(other)
        return one.off_against(other)
    # A suit more of one way is a suit more in all.
    ways = subject.startswith("suit") and other_subject.startswith("suit")
    if ways and "suit" in (subject, other_subject):
        return one.off_as(other)
    return ways and one.off_against(other)
