"""Applications: every figure of the text against table three."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from extractor.checks.contradictions.beyond_the_table import APPLICATION_COUNTS, beyond_the_table
from extractor.checks.contradictions.disagreements import (
    Disagreement,
    causes,
    differing,
    differing_each,
    same_words,
)
from extractor.checks.contradictions.figures_told import (
    comparable,
    narrow_ones,
    sentence_at,
    words_around,
    words_before,
)
from extractor.checks.contradictions.table_values import OUTCOMES, Allowed, application_values
from extractor.checks.model import Case, Said
from extractor.checks.tables.readable import readable
from extractor.report.facts.model import APPLICATIONS, Fact
from extractor.report.forms import APPLICATION_ROWS

_NAMES = {
    "received": Said("收到申请", "applications received"),
    "carried_in": Said("上年结转", "carried in"),
    "answered": Said("办结答复", "answered"),
    "granted": Said("予以公开", "granted"),
    "partial": Said("部分公开", "granted in part"),
    "refused": Said("不予公开", "refused"),
    "unavailable": Said("无法提供", "unavailable"),
    "not_processed": Said("不予处理", "not processed"),
    "other": Said("其他处理", "other outcomes"),
    "carried_out": Said("结转下年", "carried out"),
}
_LABELS = {row.key: row.label for row in APPLICATION_ROWS}
_ROWS = {row.key: row for row in APPLICATION_ROWS}
# 1件因申请人逾期不补正终止办理: why, before or behind what became of it.
_REASON = re.compile(
    r"的?(?:申请)?[，,]?(?:是|则|系|均|都)*(?:因为?|由于|属于?)(?P<reason>[^，,。；;、]{2,40})"
)
_TO_BE_MADE = re.compile(r"加工|重新制作|汇总(?:统计|整理)?$")
_MORE_REASONS = re.compile(r"等|和|及|或|以及|与其[他它]")
_GROUNDS = tuple(key for key in _LABELS if "." in key)
_OUTCOME_WORDS = {
    "granted": r"(?<![不分])予以公开|全部公开|同意公开|给予公开|(?<![不分以])公开(?=[、和或及与/])",
    "partial": r"部分公开",
    "refused": r"不予公开|不公开|未公开",
    "unavailable": r"无法提供|不能提供|不存在|不掌握",
    "not_processed": r"不予处理|不予受理|不再处理",
    "other": r"其[他它]",
}
_NEW = re.compile(r"新收|新增|新接|新到|新受理")
_WITH_CARRIED = re.compile(
    r"[，,（(\s]*(?:其中|含|包括|包含|有)[^。；;]*?(?:结转|上年|转来|20\d\d年)"
)
_BEHIND = 30
# 不公开的11件中，过程性信息4件，本机关不掌握5件: the word for both.
_NOT_HELD_TOO = re.compile(
    r"(?:[中里][，,]|[，；,;](?:其中，?|不予?公开的[^，；]{0,8}[中里]，))[^。]*(?:不掌握|不存在|无法提供)"
)
_REALLY = re.compile(
    r"实际(?:上)?(?:共|登记|新)?(?:收到|受理|办理|办结|答复|收|为)|实收|最终(?:受理|办理)"
)
_HANDLED = re.compile(r"办理|处理|受理|回应")
_REPLIED = re.compile(r"答复|回复|办复")
# 延期答复2件 are some of those answered; 没有收到涉及国家秘密的申请 denies one kind only.
_SOME = {
    "answered": re.compile(r"(?:延期|逾期|超期|当场|口头|电话|提前|现场|延长)[^，。；]{0,4}$"),
    "received": re.compile(r"涉及|关于|针对|属于|涉密|不予|类的?(?:政府信息)?公开?申请"),
}
_WITH_PARTIAL = re.compile(r"[，,（(]*(?:其中|含|包括)[^。；;，]{0,4}部分公开")
# 均按期答复 is told of what fell due; only 全部办结 says that nothing is left.
_IN_TIME = re.compile(r"按期|按时|及时|期限|时限|规定|依法|逐一|逐件")

_REASON_GIVEN = 0.8
# So many figures that differ and still add up were taken over together.
_A_SET = 3
_FLOW = {
    ("received", "answered"), ("received", "carried_out"),
    ("carried_in", "answered"), ("carried_in", "carried_out"),
    *((a, outcome) for a in ("received", "carried_in", "answered") for outcome in OUTCOMES),
}  # fmt: skip
_AGAINST = {
    ("received", "carried_in"), ("answered", "carried_out"),
    *((outcome, "carried_out") for outcome in OUTCOMES),
    *((a, b) for a in OUTCOMES for b in OUTCOMES if a != b),
}  # fmt: skip


def application_disagreements(case: Case) -> list[list[Disagreement]]:
    """By cause: what the text tells otherwise than table three."""
    for table in readable(case, "applications"):
        allowed = application_values(table)
        found = [*_of_keys(case, allowed), *_of_grounds(case, allowed)]
        found += _of_reasons(case, allowed)
        found += beyond_the_table(case, allowed, APPLICATION_COUNTS)
        if found and _balanced(found):
            return [sorted(found, key=lambda one: one.fact.start)]
        return causes(found, _linked)
    return []


def _of_keys(case: Case, allowed: Mapping[str, Allowed]) -> Iterator[Disagreement]:
    facts = case.report.facts
    narrow = narrow_ones(f for mentions in facts.applications.values() for f in mentions)
    grounds = {f.start for mentions in facts.application_details.values() for f in mentions}
    for key in APPLICATIONS:
        if key not in allowed:
            continue
        told = comparable(case, facts.applications.get(key, ()), narrow)
        if key in OUTCOMES:
            # Told by its grounds alone, and perhaps not by all of them: those are compared.
            told = [one for one in told if one.fact.start not in grounds]
        pairs = [(one, _widened(case, key, one.fact, allowed)) for one in told]
        meant = [(one, wider) for one, wider in pairs if wider is not None]
        yield from differing_each(case, key, _NAMES[key], meant)


def _widened(case: Case, key: str, fact: Fact, allowed: Mapping[str, Allowed]) -> Allowed | None:
    """The table's value with what the words of this mention may mean besides."""
    base = allowed[key]
    also: set[int] = set()
    if _some(case, key, fact):
        return None
    if _told_anew(case, fact, case.report.facts.applications.get(key, ())):
        return None
    if key == "received" and _only_new(case, fact):
        return allowed["new"]
    if key == "answered":
        also = _answered(case, fact, allowed)
        if fact.derived and _IN_TIME.search(words_around(case, fact)):
            return None
    elif key in OUTCOMES:
        if _of_new_ones(case, fact, allowed):
            return None
        also = _outcome(case, key, fact, allowed)
    return replace(base, also=base.also | also)


def _told_anew(case: Case, fact: Fact, mentions: Sequence[Fact]) -> bool:
    """登记7件，其中2件转为咨询，实际收到5件: the sentence itself says what counts."""
    _, end = sentence_at(case, fact.start)
    return any(
        fact.end < other.start < end and _REALLY.search(words_before(case, other))
        for other in mentions
    )


def _some(case: Case, key: str, fact: Fact) -> bool:
    """Whether the mention speaks of some kind of applications or answers only."""
    if key == "received":
        return not fact.value and bool(_SOME[key].search(words_around(case, fact)))
    before = re.sub(r"(?:答复|办结|回复|办理)了?$", "", case.text[fact.start - 8 : fact.start])
    return key == "answered" and not fact.derived and bool(_SOME[key].search(before))


def _only_new(case: Case, fact: Fact) -> bool:
    """新收21件; not 新收到22件（含上年结转1件）."""
    behind = case.text[fact.end : sentence_at(case, fact.start)[1]][:_BEHIND]
    return bool(_NEW.search(words_before(case, fact))) and not _WITH_CARRIED.match(behind)


def _answered(case: Case, fact: Fact, allowed: Mapping[str, Allowed]) -> set[int]:
    """办理 may be all that were at hand; a withdrawn application needs no answer."""
    words = words_around(case, fact) if fact.derived else words_before(case, fact)
    total = allowed["answered"].value
    found: set[int] = set()
    if _HANDLED.search(words) and "received" in allowed:
        found |= allowed["received"].values
    if _REPLIED.search(words_around(case, fact)) and "other" in allowed:
        found.add(total - allowed["other"].value)
    if "carried_in" in allowed:
        found.add(total - allowed["carried_in"].value)
    return found


def _outcome(case: Case, key: str, fact: Fact, allowed: Mapping[str, Allowed]) -> set[int]:
    """公开或部分公开4件 tells two outcomes in one; 其他2件 may be all that is not told."""
    words = re.split(r"\d", words_before(case, replace(fact, end=fact.start)))[-1]
    if fact.derived:
        words = words_around(case, fact)
    named = {k for k, pattern in _OUTCOME_WORDS.items() if re.search(pattern, words)} | {key}
    if fact.derived and key == "granted":
        named.add("partial")
    if key == "refused" and _NOT_HELD_TOO.match(
        case.text, fact.end, sentence_at(case, fact.start)[1]
    ):
        named.add("unavailable")
    if key == "granted" and _WITH_PARTIAL.match(case.text[fact.end : fact.end + _BEHIND]):
        named.add("partial")
    found = {sum(allowed[k].value for k in named)} if named <= allowed.keys() else set()
    if key == "other":
        told = case.report.facts.applications
        found |= _other_kinds(case, allowed)
        rest = [k for k in OUTCOMES if k == "other" or k not in told]
        if all(k in allowed for k in rest):
            found.add(sum(allowed[k].value for k in rest))
    return found


def _of_new_ones(case: Case, fact: Fact, allowed: Mapping[str, Allowed]) -> bool:
    """本年的12件办结11件，予以公开8件、…: outcomes of the new ones alone."""
    if "carried_in" not in allowed or "answered" not in allowed:
        return False
    carried = allowed["carried_in"].value
    start, end = sentence_at(case, fact.start)
    told = case.report.facts.applications
    outcomes = [f for k in OUTCOMES for f in told.get(k, ()) if start <= f.start < end]
    added = sum(f.value for f in outcomes if not f.derived)
    return carried > 0 and any(
        start <= f.start < fact.start and f.value == allowed["answered"].value - carried == added
        for f in told.get("answered", ())
    )


def _other_kinds(case: Case, allowed: Mapping[str, Allowed]) -> set[int]:
    """2件由申请人撤回，1件逾期未补正: kinds of 其他处理 told beside each other are its rows."""
    details = case.report.facts.application_details
    kinds = {k: facts for k, facts in details.items() if k.startswith("other.") and facts}
    if not kinds or "other.other" not in allowed:
        return set()
    return set(allowed["other.other"].values)


def _of_grounds(case: Case, allowed: Mapping[str, Allowed]) -> Iterator[Disagreement]:
    """Grounds within an outcome (不予公开2件，其中过程性信息1件) against the rows of the form."""
    facts = case.report.facts
    narrow = narrow_ones(f for mentions in facts.applications.values() for f in mentions)
    for key in _GROUNDS:
        if key not in allowed:
            continue
        group = [f for f in facts.applications.get(key.split(".")[0], ()) if f.year is None]
        told = [
            one
            for one in comparable(case, facts.application_details.get(key, ()), narrow)
            if _within(case, one.fact, group)
        ]
        name = Said(_LABELS[key].lstrip("0123456789."), key)
        yield from differing(case, key, name, told, allowed[key])


def _of_reasons(case: Case, allowed: Mapping[str, Allowed]) -> Iterator[Disagreement]:
    """One reason told of an outcome: its row of the form counts at least as many."""
    facts = case.report.facts
    narrow = narrow_ones(f for mentions in facts.applications.values() for f in mentions)
    grounds = {f.start for mentions in facts.application_details.values() for f in mentions}
    for group in ("refused", "unavailable", "not_processed", "other"):
        for one in comparable(case, facts.applications.get(group, ()), narrow):
            match = _REASON.match(case.text, one.fact.end)
            if match is None or one.fact.derived or one.fact.start in grounds:
                continue
            key = _row_of(group, match["reason"])
            if key in allowed and one.fact.value > max(allowed[key].values):
                name = Said(_LABELS[key].lstrip("0123456789."), key)
                yield Disagreement(key, name, one.fact, allowed[key], _REASON_GIVEN)


def _row_of(group: str, reason: str) -> str:
    """The only row of an outcome that a reason names."""
    if _MORE_REASONS.search(reason):
        return ""
    rows = [key for key in _GROUNDS if key.startswith(f"{group}.") and key != "other.other"]
    named = [k for k in rows if _ROWS[k].pattern.search(reason) or _also_named(k, reason)]
    return named[0] if len(named) == 1 else ""


def _also_named(key: str, reason: str) -> bool:
    """需要加工、汇总: the law's words for what 另行制作 is in the form."""
    return key == "unavailable.needs_creation" and bool(_TO_BE_MADE.search(reason))


def _within(case: Case, ground: Fact, group: Sequence[Fact]) -> bool:
    """Whether the outcome is told in this sentence, before its ground or by it."""
    start, _ = sentence_at(case, ground.start)
    return any(start <= fact.start <= ground.start and ground.value <= fact.value for fact in group)


def _linked(one: Disagreement, other: Disagreement) -> bool:
    if one.key == other.key or same_words(one, other):
        return True
    pair, back = (one.key, other.key), (other.key, one.key)
    if one.off_as(other) and (pair in _FLOW or back in _FLOW):
        return True
    if one.off_against(other) and (pair in _AGAINST or back in _AGAINST):
        return True
    same_group = one.key.split(".")[0] == other.key.split(".")[0]
    return same_group and (one.off_as(other) or one.off_against(other))


def _balanced(found: Sequence[Disagreement]) -> bool:
    """Whether all that differs adds up: another set of figures, put here as a whole."""
    by = {one.key: one.fact.value - one.allowed.value for one in found if "." not in one.key}
    if len(by) < _A_SET or not {"received", "carried_in"} & by.keys():
        return False
    came = by.get("received", 0) + by.get("carried_in", 0)
    ended = sum(by.get(key, 0) for key in OUTCOMES)
    left = by.get("carried_out", 0)
    return came in (by.get("answered", ended) + left, ended + left)
