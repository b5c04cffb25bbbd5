"""申请: received, carried over, handled, and by outcome, with every mention and its scope."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractor.report.facts import application_words as words
from extractor.report.facts.application_aside import without_others
from extractor.report.facts.application_cases import names_one, read_cases
from extractor.report.facts.application_counts import counted
from extractor.report.facts.application_limits import (
    accumulated,
    answered_so,
    at_first,
    before_correction,
    drop_accumulated,
    how_soon,
    in_one_manner,
    in_one_way,
    of_a_group,
    of_carried,
    of_last_report,
    of_the_row,
    of_third_parties,
    of_this_year,
    wanted,
)
from extractor.report.facts.application_manners import (
    by_year_in_a_row,
    came_in_person,
    counts_heads,
    heads_as_applications,
)
from extractor.report.facts.application_parts import (
    CHANNEL,
    all_the_rest,
    decided_by_ground,
    ends,
    filed_so,
    is_outcome,
    left_alone,
    of_several,
    one_channel,
    partly,
    under,
)
from extractor.report.facts.application_sums import Told, complete
from extractor.report.facts.application_topic import admitted, spoken_of, terms_of
from extractor.report.facts.attach import Governed, Term, dealt, denied
from extractor.report.facts.carrying import direction, direction_behind, handed_over
from extractor.report.facts.clauses import BLOT, Clause, Passage
from extractor.report.facts.figures import Number
from extractor.report.facts.gathering import Gathered, fact_of
from extractor.report.facts.model import Fact, is_narrow, is_own_office, is_system
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
_OWN_PART = re.compile(r"^其中|[本我][局厅委署办]")
# 自行登记的为17件，即本年新收17件
_THAT_IS_NEW = re.compile(r"▁*(?:也就是|也即|即)(?:本年度?|当年|全年|今年)?新(?:收|增)")
# 以市政府为义务机关的52件，以市政府办公室为义务机关的10件，合计新收62件
_SUMS_UP = re.compile(r"(?:合计|总计|共计|全年共)(?:新收|收到|受理)(?:政府信息公开)?(?:申请)?$")
_HEADS = frozenset({"人次", "封"})
_DISPUTE = re.compile(r"复议|诉讼|起诉|官司|法院|撤诉")
_REST = re.compile(r"其余|其他|剩余|余下")
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
        reader.read(without_others(passage))
    return reader.result()


class _Reader:
    """Reads sentence by sentence, remembering what a later clause may refer to."""

    def __init__(self, year: int | None) -> None:
        self._year = year
        self._told = Told(Gathered(), Gathered())
        self._passages: list[Passage] = []
        self._heads: tuple[int, frozenset[str]] = (-1, _HEADS)
        """The line that counts applications by people (人次, 位), and their units."""
        self._narrow: tuple[int, str] | None = None
        self._sums: list[Fact] = []
        """Figures received that may be of several years (累计收到)."""

    def result(self) -> Applications:
        drop_accumulated(self._told.facts, self._sums)
        complete(self._told)
        read_cases(self._told, self._passages, self._year)
        return Applications(self._told.facts.frozen(), self._told.details.frozen())

    def read(self, passage: Passage) -> None:
        if counts_heads(passage):
            self._heads = passage.line, _HEADS
        if self._heads[0] == passage.line:
            passage = heads_as_applications(passage, self._heads[1])
        self._passages.append(passage)
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
            if (person := came_in_person(passage, whole)) and not self._told.facts.told("received"):
                self._take(passage, person, "received")
                assert person.number is not None
                self._heads = passage.line, frozenset({person.number.unit})
            terms = [t for t in words.TERMS.find(clause) if not handed_over(passage, clause, t)]
            answered = self._told.facts.told("answered") and self._told.line == passage.line
            found = [t for t in terms if admitted(t, outcomes, passage, answered=answered)]
            done = clause.start < dealt_end
            governed = [] if done else counted(self._told, passage, clause, found, self._year)
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
        # 上述12件均为当年新收
        if len(clause.numbers) == 1 and not self._told.facts.told("received"):
            number = clause.numbers[0]
            if number.end <= start:
                new = Term("received", start, end)
                self._take(passage, Governed(new, number, clause, number.start, end), "received")

    def _nothing(self, passage: Passage) -> None:
        end = len(passage.text)
        clause = passage.clauses[0]
        item = Governed(Term("received", 0, end), None, clause, 0, end)
        self._told.facts.add("received", fact_of(passage, item, Standing()))

    def _take(self, passage: Passage, item: Governed, key: str) -> None:
        if key == "mixed":
            return
        stands = standing(passage, item.clause, item.number, self._year)
        if key in ("carry", "pending"):
            # 加上从上年转来的6件 is no comparison.
            if item.number and of_last_report(passage, item.number):
                return
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
        if key in words.OUTCOMES and self._of_contents(item):
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
            return
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
            # 其中局机关收到68件: of those of a system, all that are the office's own.
            own = is_own_office(stands.scope) and not CHANNEL.search(item.clause.shown)
            part = part and not own
            part = part or in_one_way(passage, item)
            fact = replace(fact, part=fact.part or part)
            self._sums += [fact] if accumulated(passage, item) else []
            if item.number is not None and _SUMS_UP.search(item.clause.left(item.number)):
                self._told.sum_up(fact)
            if item.number is not None and _THAT_IS_NEW.match(item.clause.shown):
                self._told.new = fact
        if key == "answered" and item.number and of_carried(item):
            fact = replace(fact, year=None)  # 2022年结转的1件已于2月答复
            self._told.of_carried.append(fact)
        if key == "answered" and of_the_row(item) and self._told.facts.facts("carried_in"):
            self._told.everything.append((key, replace(fact, derived=True)))
            return
        self._told.tell(key, fact, passage.line, weak=weak)

    def _of_contents(self, item: Governed) -> bool:
        """6件申请涉及信息23条，不予公开3条: pieces of information, where applications are 件."""
        received = self._told.facts.facts("received")
        other = bool(received) and received[-1].unit in ("件", "份", "宗")
        return other and item.number is not None and item.number.unit in ("条", "项")

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
        if names_one(clause):
            subject = None  # 五件是这么办的：名单那件，…，公开了一部分
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
                if term.key == "other" and _DISPUTE.search(passage.text, 0, term.start):
                    continue
                if clause is home and wanted(number, home):
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
