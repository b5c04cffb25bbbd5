"""申请: received, carried over, handled, and by outcome, with every mention and its scope."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractor.report.facts import application_words as words
from extractor.report.facts.application_sums import Told, complete
from extractor.report.facts.application_topic import admitted, spoken_of
from extractor.report.facts.attach import Governed, Term, dealt, denied, govern
from extractor.report.facts.carrying import direction, direction_in
from extractor.report.facts.clauses import Clause, Number, Passage
from extractor.report.facts.gathering import Gathered, fact_of
from extractor.report.facts.model import Fact, is_narrow
from extractor.report.facts.standing import Standing, standing

_CHANNEL = re.compile(
    r"网络|网上|线上|在线|互联网|信函|邮寄|邮政|邮件|当面|现场|窗口|传真|书面|平台|(?:公开|申请"
    r"|办理|网络)系统|系统提交|渠道|自然人|个人|公民|企业|法人"
    r"|律师|机构|组织|村民|居民|群众"
)
_ABOUT = re.compile(r"涉及|关于|有关|属于|转办|延期|逾期|提前|疑难")
_ONLY_PART = re.compile(r"^(?:▁)*(?:其中|有|另有|另|含|包括|还有)")
_ALL_NEW = re.compile(
    r"(?:均|都|全部|全)(?:为|是|属于?|系)?(?:当年|本年度?|今年|年内|20\d\d年度?)?(?:的)?新(?:收|增"
    r"|接)"
)
_LEFT_OVER = re.compile(r"(?:还有|另有|另外|其余|剩余|余下|剩下|尚有|仍有|另|有|余)(?:的|仅)?$")
_REASONED = re.compile(r"[因经系正尚仍]|由于|依法|需|要")
_LEFT = re.compile(r"剩下|余下|遗留")
_REST = re.compile(r"其余|其他|剩余|余下")
_POOL = re.compile(
    r"^(?:▁)*(?:以上|上述|两项|两者|二者|总共|全年)?(?:合计|总计|一?共计|一?共有?|总共)(?:需"
    r"|应)?(?:办理|处理|受理)?(?:政府信息公开|公开)?(?:申请)?(?:为|是)?$"
)
_NOTHING = re.compile(
    r"(?:[\d年本度我局委镇乡街道县区市单位机关办全共，,]|情况|依申请公开|方面|[：:])*"
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

    def result(self) -> Applications:
        complete(self._told)
        return Applications(self._told.facts.frozen(), self._told.details.frozen())

    def read(self, passage: Passage) -> None:
        if passage.aspect == "applications" and _NOTHING.fullmatch(passage.text):
            self._nothing(passage)
            return
        deals = dealt(passage, words.TERMS)
        for item in deals:
            self._take(passage, item, item.term.key)
        outcomes = False
        subject: tuple[Number, Clause] | None = None
        for whole in passage.clauses:
            clause = whole.only(words.UNITS)
            terms = words.TERMS.find(clause)
            found = [term for term in terms if admitted(term, outcomes, passage)]
            governed = [] if deals else self._governed(passage, clause, found)
            for item in governed:
                self._take(passage, item, item.term.key)
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
        acts = [term for term in verbs if not _LEFT.match(passage.text, term.start, term.end)]
        items = [item for item in govern(clause, acts, gap) if self._counts(clause, item)]
        reached = {item.number for item in items}
        announced = any(
            term.key in ("received", "noun")
            for earlier in passage.clauses
            if earlier.end <= clause.start and not earlier.numbers and not earlier.depth
            for term in words.TERMS.find(earlier)
        )
        nouns = [term for term in found if term.key == "noun"]
        items += [
            replace(item, term=replace(item.term, key="received"))
            for item in govern(clause, nouns)
            if item.number not in reached and self._noun_alone(passage, clause, item, verbs)
        ]
        for number in clause.numbers:
            left = clause.left(number)
            if number.unit in words.UNITS and _POOL.match(left) and number not in reached:
                self._told.pool(passage, clause, number, self._year, announced)
        for item in denied(clause, verbs + nouns):
            if self._denies(passage, clause, item, found):
                key = "received" if item.term.key == "noun" else item.term.key
                items.append(replace(item, term=replace(item.term, key=key)))
        return items

    def _counts(self, clause: Clause, item: Governed) -> bool:
        number = item.number
        if number is None or number.unit not in words.UNITS:
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
        if any(v.start < item.term.start for v in verbs) or _CHANNEL.search(left):
            return False
        if _ABOUT.search(left) or _ONLY_PART.match(left) or words.FOREIGN.search(left):
            return False
        if item.term.start > number.start:
            behind = clause.right(number)
            bare = re.fullmatch(rf"(?:的)?(?:{words.APPLICATION}|申请)(?:事项|件)?", behind)
            return bool(bare) and len(left) <= 8 and not self._told.facts.told("received")
        if noun == "申请" and (len(left) > 8 or self._told.facts.told("received")):
            return False
        return not words.FOREIGN.match(clause.right(number))

    def _denies(self, passage: Passage, clause: Clause, item: Governed, found: list[Term]) -> bool:
        """未收到申请 and 无申请 say that none came; 未收到投诉 does not."""
        key = item.term.key
        if key == "pending":
            # 没有没办完的, 无未办结申请; 未到期限 denies nothing of its own.
            return item.term.start - item.start <= 2 and item.start < item.term.start
        if key in ("granted?", "other?", "answered"):
            return False
        if key not in ("received", "noun"):
            return not words.FOREIGN.search(clause.between(item.term.end, clause.end))
        behind = clause.between(item.term.end, clause.end)
        if key == "received":
            noun = any(t.key == "noun" for t in found) or re.search(words.APPLICATION, passage.text)
            subject = passage.aspect == "applications" or passage.section == "applications"
            alone = not behind.strip("到过任何的") and subject
            if not noun and not alone:
                return False
        elif any(t.key != "noun" for t in found) or "人" in behind[:1]:
            return False
        tail = re.split(rf"{words.APPLICATION}|申请", behind)[-1]
        if key == "noun" and clause.between(clause.start, item.term.start).endswith("的"):
            return False
        if words.OTHER_APPLICATIONS.search(behind):
            return False
        return not words.FOREIGN.search(tail) and not re.search(
            r"不予|逾期|超期|延期|超时", clause.shown
        )

    def _take(self, passage: Passage, item: Governed, key: str) -> None:
        stands = standing(passage, item.clause, item.number, self._year)
        if key in ("carry", "pending"):
            # 加上从上年转来的6件 is no comparison.
            stands = replace(stands, compared=False)
        if stands.compared or stands.ages:
            return
        if key in ("carry", "pending"):
            key = direction(passage, item, self._year, settled=self._told.settled())
            stands = replace(stands, year=None)
        weak = key.endswith("?")
        key = key.rstrip("?")
        if (
            item.term.key == "carry"
            and item.number
            and _LEFT.fullmatch(passage.text[item.term.start : item.term.end])
        ):
            return  # 剩下1件 says which, not what became of it
        if key == "answered" and item.number and _REST.search(item.clause.left(item.number)):
            return
        fact = fact_of(passage, item, self._scoped(passage, stands, key))
        if "." in key:
            if item.number is not None:
                self._told.detail(key, fact, _under(passage, item) or not _outcome(item))
            return
        if key == "received" and item.number is not None:
            fact = replace(fact, part=fact.part or self._partly(passage, item))
        self._told.tell(key, fact, passage.line, weak=weak)

    def _scoped(self, passage: Passage, stands: Standing, key: str) -> Standing:
        """A part's scope (市本级收到96件) holds on for figures that the whole has had already."""
        if stands.scope is not None:
            narrow = is_narrow(stands.scope)
            self._narrow = (passage.line, stands.scope) if narrow else None
            return stands
        if self._narrow and self._narrow[0] == passage.line and self._told.facts.told(key):
            return replace(stands, scope=self._narrow[1])
        return stands

    def _partly(self, passage: Passage, item: Governed) -> bool:
        """通过网络收到8件, 其中收到转办2件: less than all."""
        assert item.number is not None
        clause = item.clause
        left = clause.between(clause.start, item.number.start)
        between = clause.between(item.term.end, item.number.start)
        special = _CHANNEL.search(left) or _ABOUT.search(between)
        general = re.search(r"自然人、|公民、法人|法人(?:或|和)|个人和|各类|各种|多种", left)
        return bool(_ONLY_PART.match(left) or (special and not general))

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
            subject = self._left_alone(clause, governed)
        if subject and not governed:
            number, home = subject
            terms = [t for t in found if t.start > number.start and _ends(t)]
            for term in terms:
                if not denied(clause, [term]) or term.key == "refused":
                    item = Governed(term, number, home, number.start, number.end)
                    stands = replace(standing(passage, home, number, self._year), part=False)
                    key = term.key.split(".")[0]
                    if key in ("carry", "pending"):
                        known = direction_in(clause.shown, self._year) if key == "carry" else None
                        key = known or "carried_out"
                    self._told.tell(key, fact_of(passage, item, stands), passage.line)
                    return None
        return subject

    def _left_alone(self, clause: Clause, governed: list[Governed]) -> tuple[Number, Clause] | None:
        """A number that its clause leaves without a verb (另有2份因为…，没有公开)."""
        last = clause.numbers[-1]
        if any(item.number == last for item in governed):
            return None
        left, behind = clause.left(last), clause.right(last)
        beginning = not left.strip("▁") and _REASONED.match(behind)
        return (last, clause) if beginning or _LEFT_OVER.search(left) else None


def _ends(term: Term) -> bool:
    return term.key in (
        "carry",
        "pending",
        "refused",
        "partial",
        "unavailable",
        "not_processed",
    ) or (term.key.startswith("other."))


def _under(passage: Passage, item: Governed) -> bool:
    """Whether a ground stands under its outcome: in brackets, or behind the outcome and 其中."""
    if item.clause.depth:
        return True
    group = item.term.key.split(".")[0]
    return any(
        term.key == group and term.start < item.start
        for clause in passage.clauses
        for term in words.TERMS.find(clause)
    )


def _outcome(item: Governed) -> bool:
    """本机关不掌握2件 tells an outcome; 对涉及第三方权益的2件征求了意见 does not."""
    if item.number is None or item.term.key == "refused.third_party":
        return False
    clause = item.clause
    first = min(item.term.start, item.number.start)
    left = clause.between(clause.left_bound(item.number), first)
    behind = clause.between(max(item.term.end, item.number.end), clause.end)
    return len(left) <= 6 and not re.search("[对就]", left) and len(behind) <= 6
