"""申请: received, carried over, handled, and by outcome, with every mention and its scope."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractor.report.facts import application_words as words
from extractor.report.facts.application_limits import (
    NO_APPLICATION,
    accumulated,
    answered_so,
    at_first,
    before_correction,
    denies,
    drop_accumulated,
    for_others,
    handed_on,
    how_soon,
    in_one_manner,
    in_one_way,
    no_answer,
    of_a_group,
    of_carried,
    of_the_row,
    of_third_parties,
    of_this_year,
)
from extractor.report.facts.application_parts import (
    ABOUT,
    APPLICANTS,
    CHANNEL,
    ONLY_PART,
    all_the_rest,
    by_people,
    by_the_way,
    by_year,
    by_year_in_a_row,
    decided_by_ground,
    ends,
    filed_so,
    is_outcome,
    joined_channel,
    left_alone,
    left_over,
    number_alone,
    of_several,
    one_channel,
    partly,
    set_apart,
    still_due,
    under,
)
from extractor.report.facts.application_sums import Told, complete
from extractor.report.facts.application_topic import admitted, spoken_of, terms_of
from extractor.report.facts.attach import Governed, Term, dealt, denied, govern
from extractor.report.facts.carrying import direction, direction_behind, handed_over
from extractor.report.facts.clauses import BLOT, Clause, Passage
from extractor.report.facts.figures import Number
from extractor.report.facts.gathering import Gathered, fact_of
from extractor.report.facts.model import Fact, is_narrow, is_system
from extractor.report.facts.standing import Standing, standing

_ALL_NEW = re.compile(
    r"(?:均|都|全部|全)(?:为|是|属于?|系)?(?:当年|本年度?|今年|年内|20\d\d年度?)?(?:的)?新(?:收|增"
    r"|接)"
)
# 1件以无法提供办结，18件按期答复: each is a part of what was answered.
_DEALT_OUT = re.compile(r"[，；,;]\d+[件宗份条][^，；,;。]{0,14}(?:办结|答复)(?=[，；,;。])")
# 同意公开答复1件，不予公开答复3件: how so many were answered.
_BY_OUTCOME = re.compile(r"(?:公开|提供(?:相关)?(?:政府)?(?:信息)?|处理)类?答复\d+[件宗份条]")
# 收到31件，另有上年结转6件: besides, not among them.
_INCLUDED = re.compile(r"▁*(?:其中|有|含|包括)")
# 1件分两份答复; 公开一部分5件 is none of this.
_PARTED = re.compile(r"(?<!部)分[成作]?$")
_OWN_PART = re.compile(r"^其中|[本我][局厅委署办]")
_DISPUTE = re.compile(r"复议|诉讼|起诉")
_REST = re.compile(r"其余|其他|剩余|余下")
_POOL = re.compile(
    r"^(?:▁)*(?:以上|上述|两项|两者|二者|总共|全年|全[省市县区镇])?"
    r"(?:合计|总计|一?共计|一?共有?|总共)(?:需|应)?(?:办理|处理|受理)?"
    r"(?:政府信息公开|公开)?(?:申请)?(?:为|是)?$"
)
_NOTHING = re.compile(
    r"(?:[\d年本度我局委镇乡街道县区市单位机关办全共，,]|情况|依申请公开|方面|工作|[：:])*"
    r"(?:无|暂无|没有|未发生|无此(?:类)?(?:情况|事项)|未涉及|无相关(?:情况|事项|申请))[。.；;]?"
)


@dataclass(frozen=True, slots=True)
class Applications:
    """All that is told of applications."""

    mentions: dict[str, tuple[Fact, ...]]
    details: dict[str, tuple[Fact, ...]]


def read_applications(passages: Iterable[Passage], year: int | None) -> Applications:
    reader = _Reader(year)
    for passage in spoken_of(passages):
        reader.read(passage)
    return reader.result()


class _Reader:
    """Reads sentence by sentence, remembering what a later clause may refer to."""

    def __init__(self, year: int | None) -> None:
        self._year = year
        self._told = Told(Gathered(), Gathered())
        self._narrow: tuple[int, str] | None = None
        self._sums: list[Fact] = []
        """Figures received that may be of several years (累计收到)."""

    def result(self) -> Applications:
        drop_accumulated(self._told.facts, self._sums)
        complete(self._told)
        return Applications(self._told.facts.frozen(), self._told.details.frozen())

    def read(self, passage: Passage) -> None:
        if passage.aspect == "applications" and _NOTHING.fullmatch(passage.text):
            self._nothing(passage)
            return
        deals = dealt(passage, words.TERMS)
        for item in deals:
            self._take(passage, item, item.term.key)
        dealt_end = max((item.end for item in deals), default=0)
        outcomes = False
        subject: tuple[Number, Clause] | None = None
        for whole in passage.clauses:
            clause = whole.only(words.UNITS)
            terms = [t for t in words.TERMS.find(clause) if not handed_over(passage, clause, t)]
            answered = self._told.facts.told("answered") and self._told.line == passage.line
            found = [t for t in terms if admitted(t, outcomes, passage, answered=answered)]
            done = clause.start < dealt_end
            governed = [] if done else self._governed(passage, clause, found)
            for item in (*governed, *by_year_in_a_row(passage, governed)):
                self._take(passage, item, item.term.key)
            self._told.also_answered(passage, clause)
            outcomes = outcomes or any(term.key in words.OUTCOMES for term in found)
            subject = self._subject(passage, clause, found, governed, subject)
            if match := _ALL_NEW.search(clause.shown):
                self._take_new(passage, clause, match)
            if not governed:
                # 全部按期答复, 均予以公开: clauses without a number that speak of all.
                self._told.all_of(passage, clause, found)

    def _take_new(self, passage: Passage, clause: Clause, match: re.Match[str]) -> None:
        """均为当年新收: nothing was carried in."""
        start, end = clause.start + match.start(), clause.start + match.end()
        item = Governed(Term("carried_in", start, end), None, clause, start, end)
        self._take(passage, item, "carried_in")

    def _nothing(self, passage: Passage) -> None:
        end = len(passage.text)
        clause = passage.clauses[0]
        item = Governed(Term("received", 0, end), None, clause, 0, end)
        self._told.facts.add("received", fact_of(passage, item, Standing()))

    def _governed(self, passage: Passage, clause: Clause, found: list[Term]) -> list[Governed]:
        verbs = [term for term in found if term.key != "noun"]
        gap = words.received_gap()
        # 剩下2件 says which they are, not what became of them; 没有剩下的 says that.
        acts = [term for term in verbs if not left_over(passage, term)]
        items = [item for item in govern(clause, acts, gap) if self._counts(clause, item)]
        # 13件申请均已办结 tells what came in too; 办结申请13件 does not.
        reached = {i.number for i in items if i.number and i.term.start < i.number.start}
        announced = any(
            term.key in ("received", "noun")
            for earlier in passage.clauses
            if earlier.end <= clause.start
            and not (earlier.only(words.UNITS).numbers and self._told.facts.facts("received"))
            and not earlier.depth
            for term in words.TERMS.find(earlier)
        )
        nouns = [term for term in found if term.key == "noun"]
        items += [
            replace(item, term=replace(item.term, key="received"))
            for item in govern(clause, nouns)
            if item.number not in reached and self._noun_alone(passage, clause, item, verbs)
        ]
        items += self._next_channels(clause, nouns)
        for number in clause.numbers:
            left = clause.left(number)
            if number.unit in words.UNITS and _POOL.match(left) and number not in reached:
                self._told.pool(passage, clause, number, self._year, announced)
        due = [*still_due(clause), *set_apart(clause, found)]
        items = [i for i in items if all(i.number != other.number for other in due)] + due
        items += by_year(passage, clause, found)
        if not found and passage.aspect == "applications" and len(passage.numbers) == 1:
            items += [] if self._told.facts.facts("received") else number_alone(clause)
        for item in denied(clause, verbs + nouns):
            if denies(passage, clause, item, found):
                key = "received" if item.term.key == "noun" else item.term.key
                items.append(replace(item, term=replace(item.term, key=key)))
        return items

    def _next_channels(self, clause: Clause, nouns: list[Term]) -> list[Governed]:
        """The ways told behind a first one: parts, as that was."""
        told = self._told.facts.facts("received")
        if not told or not told[-1].part or not clause.lead or clause.depth:
            return []
        return [
            replace(item, term=replace(item.term, key="received"))
            for item in govern(clause, nouns)
            if item.number and joined_channel(clause, item.term, item.number)
        ]

    def _counts(self, clause: Clause, item: Governed) -> bool:
        number = item.number
        if number is None or number.unit not in words.UNITS:
            return False
        if number.text == "一次" and item.term.key != "received":
            return False  # 一次答复、一次到位
        if _PARTED.search(clause.left(number)):
            return False
        if NO_APPLICATION.match(clause.right(number)):
            return False
        if item.term.key in words.OUTCOMES and at_first(clause, item.term):
            return False
        if item.term.key.startswith("answered") and by_the_way(clause, number):
            return False
        if item.term.key.startswith("answered") and no_answer(clause, item):
            return False
        if item.term.key == "answered?" and handed_on(clause, item.term):
            return False
        if item.term.key != "received":
            return not words.FOREIGN.match(clause.right(number).lstrip("的"))
        if item.term.start > number.start:
            return False
        if words.is_application(clause, number, clause.between(item.term.end, number.start)):
            self._told.foreign = False
            return True
        self._told.foreign = True
        return False

    def _noun_alone(
        self, passage: Passage, clause: Clause, item: Governed, verbs: list[Term]
    ) -> bool:
        """政府信息公开申请13件: received, unless a verb or an applicant says what of them."""
        number = item.number
        if number is None or number.unit not in words.UNITS:
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
            return bool(bare) and bool(near) and not self._told.facts.told("received")
        if APPLICANTS.match(clause.right(number)):
            return False
        if noun == "申请" and (len(left) > 8 or self._told.facts.told("received")):
            return False
        return not words.FOREIGN.match(clause.right(number))

    def _take(self, passage: Passage, item: Governed, key: str) -> None:
        if key == "mixed":
            return
        stands = standing(passage, item.clause, item.number, self._year)
        if key in ("carry", "pending"):
            # 加上从上年转来的6件 is no comparison.
            stands = replace(stands, compared=False, ages=False)
        if stands.compared or (stands.ages and item.value):
            return
        if key == "other" and _DISPUTE.search(passage.text, 0, item.start):
            return  # 诉讼5起，其中其他结果2起
        if key.startswith("answered") and item.number and in_one_manner(passage, item.term):
            return
        if key == "answered" and answered_so(passage, item):
            return
        if key in words.OUTCOMES and of_third_parties(passage, item):
            return
        if key in ("carry", "pending"):
            key = direction(passage, item, self._year, settled=self._told.settled())
            if key == "carried_in" and _INCLUDED.match(item.clause.shown) and item.value:
                self._told.included = self._told.facts.told("received")
            stands = replace(stands, year=None)
        weak = key.endswith("?")
        key = key.rstrip("?")
        rest = item.number is not None and _REST.search(item.clause.left(item.number))
        if key == "answered" and rest and not all_the_rest(passage, item.clause):
            return
        if key == "answered" and how_soon(passage, item):
            stands = replace(stands, part=True)
        if key in words.OUTCOMES and of_a_group(passage, item):
            stands = replace(stands, part=True)
        dealt_out = max(len(p.findall(passage.text)) for p in (_DEALT_OUT, _BY_OUTCOME))
        if key == "answered" and dealt_out > 1:
            stands = replace(stands, part=True)
        fact = fact_of(passage, item, self._scoped(passage, stands, key))
        if "." in key:
            if item.number is not None and not before_correction(passage, item.term, item.end):
                outcome = is_outcome(item) and (self._told.settled() or self._decides(passage))
                self._told.detail(key, fact, under(passage, item) or not outcome)
            return
        if key == "answered" and weak and self._told.handled is None and item.number is not None:
            between = item.clause.between(item.term.end, item.number.start)
            if re.search(words.APPLICATION, between) and not partly(item):
                self._told.handled = fact
        if key == "received":
            part = partly(item) if item.number is not None else one_channel(item)
            part = part and not (self._sums and of_this_year(item))
            part = part or in_one_way(passage, item)
            fact = replace(fact, part=fact.part or part)
            self._sums += [fact] if accumulated(passage, item) else []
        if key == "answered" and item.number and of_carried(item):
            fact = replace(fact, year=None)  # 2022年结转的1件已于2月答复
            self._told.of_carried.append(fact)
        if key == "answered" and of_the_row(item) and self._told.facts.facts("carried_in"):
            self._told.everything.append((key, replace(fact, derived=True)))
            return
        self._told.tell(key, fact, passage.line, weak=weak)

    def _decides(self, passage: Passage) -> bool:
        """Whether the sentence tells outcomes: only then a ground alone may stand for one."""
        return any(term.key in words.OUTCOMES for term in terms_of(passage))

    def _scoped(self, passage: Passage, stands: Standing, key: str) -> Standing:
        """A part's scope (市本级收到96件) holds on for figures that the whole has had already.

        That of a system (从全市水务系统看，收到71件。) holds until another is named.
        """
        if stands.scope is not None:
            held = is_narrow(stands.scope) or is_system(stands.scope)
            self._narrow = (passage.line, stands.scope) if held else None
            return stands
        if self._narrow is None or self._narrow[0] != passage.line:
            return stands
        scope = self._narrow[1]
        # 其中需由本厅办理的，新收94件: a part of the system's, and the office's own.
        of_system = is_system(scope) and not _OWN_PART.search(passage.text)
        if of_system or (is_narrow(scope) and self._told.facts.told(key)):
            return replace(stands, scope=scope)
        return stands

    def _subject(
        self,
        passage: Passage,
        clause: Clause,
        found: list[Term],
        governed: list[Governed],
        subject: tuple[Number, Clause] | None,
    ) -> tuple[Number, Clause] | None:
        """其余12件依法延期，结转下年度办理: the number stands a clause before its verb."""
        if clause.numbers:
            subject = left_alone(clause, governed)
        if subject and not governed:
            number, home = subject
            if of_several(passage, number, clause):
                return subject
            whole = bool(home.left(number).strip(BLOT))
            terms = [
                t
                for t in found
                if t.start > number.start
                and (ends(t) or filed_so(passage, t))
                and not (whole and "." in t.key)
            ] or decided_by_ground(passage, clause, found)
            for term in terms:
                if term.key in words.OUTCOMES and at_first(clause, term):
                    continue
                if not denied(clause, [term]) or term.key == "refused":
                    item = Governed(term, number, home, number.start, number.end)
                    stands = replace(standing(passage, home, number, self._year), part=False)
                    key = term.key.split(".")[0]
                    if key in ("carry", "pending"):
                        key = direction_behind(home, number, clause, term, self._year)
                    self._told.tell(key, fact_of(passage, item, stands), passage.line)
                    return None
        return subject
