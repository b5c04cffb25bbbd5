"""Which numbers of a clause count applications, and what they count of them."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.report.facts import application_words as words
from extractor.report.facts.application_limits import (
    NO_APPLICATION,
    at_first,
    denies,
    for_others,
    handed_on,
    no_answer,
)
from extractor.report.facts.application_manners import (
    answered_too,
    by_year,
    in_seldom_manners,
    number_alone,
    supposed,
)
from extractor.report.facts.application_parts import (
    ABOUT,
    APPLICANTS,
    CHANNEL,
    ONLY_PART,
    by_people,
    by_the_way,
    joined_channel,
    left_over,
    set_apart,
    still_due,
)
from extractor.report.facts.application_sums import Told
from extractor.report.facts.attach import Governed, Term, denied, govern
from extractor.report.facts.clauses import Clause, Passage

# 1件分两份答复, 4件合并作一份答复; 公开一部分5件 is none of this.
_PARTED = re.compile(r"(?<!部)分[成作]?$|(?:合并|归并|统一)(?:作|为|成|出具|制作)?了?$")
# 提出处理意见，建议不予公开1件
_ADVISED = re.compile(r"(?:建议|拟)$")
# 予以公开（含部分公开）10件 tells neither.
_WITH_PARTIAL = re.compile(r"(?:的)?[（(](?:其中)?(?:包?含|包括)部分公开[）)]")
# 王某先后提交了14件申请: those of one applicant.
_ONE_APPLICANT = re.compile(
    r"[\u4e00-\u9fff]某(?![种些个])|某[\u4e00-\u9fff]{2,6}(?=[先共提递一])|(?:同|单|其中|有)一(?:个|名|位)?(?:申请)?人|一人"
)
_POOL = re.compile(
    r"^(?:▁)*(?:以上|上述|两项|两者|二者|总共|全年|全[省市县区镇])?"
    r"(?:合计|总计|一?共计|一?共有?|总共|拢共|加(?:在)?一[块起]儿?|加起来|合起来|合在一起)(?:需|应)?(?:办理|处理|受理)?"
    r"(?:政府信息公开|公开)?(?:申请)?(?:为|是)?$"
)


def counted(
    told: Told, passage: Passage, clause: Clause, found: list[Term], year: int | None
) -> list[Governed]:
    """The terms of a clause with the numbers of applications that they govern, or denied."""
    verbs = [term for term in found if term.key != "noun"]
    gap = words.received_gap()
    # 剩下2件 says which they are, not what became of them; 没有剩下的 says that.
    acts = [term for term in verbs if not left_over(passage, term)]
    items = [i for i in govern(clause, acts, gap) if _counts(told, passage, clause, i)]
    # 13件申请均已办结 tells what came in too; 办结申请13件 does not.
    reached = {i.number for i in items if i.number and i.term.start < i.number.start}
    announced = any(
        term.key in ("received", "noun")
        for earlier in passage.clauses
        if earlier.end <= clause.start
        and not (earlier.only(words.UNITS).numbers and told.facts.facts("received"))
        and not earlier.depth
        for term in words.TERMS.find(earlier)
    )
    nouns = [term for term in found if term.key == "noun"]
    items += [
        replace(item, term=replace(item.term, key="received"))
        for item in govern(clause, nouns)
        if item.number not in reached and _noun_alone(told, passage, clause, item, verbs)
    ]
    items += _next_channels(told, clause, nouns)
    for number in clause.numbers:
        left = clause.left(number)
        if number.unit in words.UNITS and _POOL.match(left) and number not in reached:
            told.pool(passage, clause, number, year, announced)
    due = [*still_due(clause), *set_apart(clause, found)]
    items = [i for i in items if all(i.number != other.number for other in due)] + due
    items += by_year(passage, clause, found)
    items += in_seldom_manners(told, passage, clause)
    if not found and passage.aspect == "applications" and len(passage.numbers) == 1:
        items += [] if told.facts.facts("received") else number_alone(clause)
    items += answered_too(clause, items)
    for item in denied(clause, verbs + nouns):
        if denies(passage, clause, item, found):
            key = "received" if item.term.key == "noun" else item.term.key
            items.append(replace(item, term=replace(item.term, key=key)))
    return items


def _next_channels(told: Told, clause: Clause, nouns: list[Term]) -> list[Governed]:
    """The ways told behind a first one: parts, as that was."""
    received = told.facts.facts("received")
    if not received or not received[-1].part or not clause.lead or clause.depth:
        return []
    return [
        replace(item, term=replace(item.term, key="received"))
        for item in govern(clause, nouns)
        if item.number and joined_channel(clause, item.term, item.number)
    ]


def _counts(told: Told, passage: Passage, clause: Clause, item: Governed) -> bool:
    number = item.number
    if number is None or number.unit not in words.UNITS:
        return False
    if supposed(passage, number):
        return False
    if number.text == "一次" and item.term.key != "received":
        return False  # 一次答复、一次到位
    if _PARTED.search(clause.left(number)):
        return False
    if NO_APPLICATION.match(clause.right(number)):
        return False
    if item.term.key.rstrip("?") in words.OUTCOMES and _ADVISED.search(
        clause.between(clause.start, item.term.start)
    ):
        return False
    if item.term.key in words.OUTCOMES and at_first(clause, item.term):
        return False
    if item.term.key.startswith("answered") and by_the_way(clause, number):
        return False
    if item.term.key.startswith("answered") and no_answer(clause, item):
        return False
    if item.term.key == "answered?" and handed_on(clause, item.term):
        return False
    if item.term.key == "granted" and _WITH_PARTIAL.match(passage.text, item.term.end):
        return False
    if item.term.key != "received":
        return not words.FOREIGN.match(clause.right(number).lstrip("的"))
    if item.term.start > number.start:
        return False
    if words.is_application(clause, number, clause.between(item.term.end, number.start)):
        told.foreign = False
        return True
    told.foreign = True
    return False


def _noun_alone(
    told: Told, passage: Passage, clause: Clause, item: Governed, verbs: list[Term]
) -> bool:
    """政府信息公开申请13件: received, unless a verb or an applicant says what of them."""
    number = item.number
    if number is None or number.unit not in words.UNITS:
        return False
    if supposed(passage, number):
        return False
    noun = passage.text[item.term.start : item.term.end]
    left = clause.between(clause.left_bound(number), min(item.term.start, number.start))
    if re.search(r"[须应需待]办(?:理)?(?:的)?$", left):
        return False
    if any(v.start < item.term.start for v in verbs) or for_others(left):
        return False
    if any(n.end == item.term.start < number.start for n in clause.numbers):
        return False  # 12件申请有7件获得公开
    if CHANNEL.search(left) and not by_people(passage, left):
        return False
    if _ONE_APPLICANT.search(left):
        return False
    if ABOUT.search(left) or ONLY_PART.match(left) or words.FOREIGN.search(left):
        return False
    if item.term.start > number.start:
        behind = clause.right(number)
        bare = re.fullmatch(
            rf"(?:的)?(?:{words.APPLICATION}|申请)(?:事项|件)?▁*(?:[中里有]|(?:均|全部|都|已|主要|内容|多|大多"
            r"|涉及|其中).*)?",
            behind,
        )
        near = len(left) <= 8 or re.search(r"(?:提出|提交|递交|收到)了?$|[人位户家]、$", left)
        return bool(bare) and bool(near) and not told.facts.told("received")
    if APPLICANTS.match(clause.right(number)):
        return False
    if noun == "申请" and (len(left) > 8 or told.facts.told("received")):
        return False
    return not words.FOREIGN.match(clause.right(number))
