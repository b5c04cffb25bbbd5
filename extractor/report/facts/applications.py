"""申请: received, carried over, handled, and by outcome, with every mention and its scope."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extractor.report.facts import application_words as words
from extractor.report.facts.application_sums import Told, complete
from extractor.report.facts.attach import Governed, Term, dealt, denied, govern
from extractor.report.facts.clauses import Clause, Number, Passage
from extractor.report.facts.gathering import Gathered, fact_of
from extractor.report.facts.model import Fact, is_narrow
from extractor.report.facts.standing import Standing, standing

_SPEAKS = re.compile(words.APPLICATION)
_PROCESS = re.compile(
    rf"(?:收到|接到|接收|受理|新收|办理|办结|答复|未|无|没有?|登记|共|结转|提出)[^。]{{0,30}}(?:{words.APPLICATION})"
    rf"|(?:{words.APPLICATION})[^。]{{0,25}}(?:\d|收到|接到|办结|答复|为零|无|没有|未)"
)
# A document's attribute, not an application: 认定主动公开391件、依申请公开207件、不予公开436件.
_ATTRIBUTE = re.compile(r"属性|认定|发文|公文|源头|转为|拟稿|三类|目录")
_CHANNEL = re.compile(
    r"网络|网上|线上|在线|互联网|信函|邮寄|邮政|邮件|当面|现场|窗口|传真|书面|平台|(?:公开|申请|办理|网络)系统|系统提交|渠道|自然人|个人|公民|企业|法人"
    r"|律师|机构|组织|村民|居民|群众"
)
_ABOUT = re.compile(r"涉及|关于|有关|属于|转办|延期|逾期|提前|疑难")
_ONLY_PART = re.compile(r"^(?:▁)*(?:其中|有|另有|另|含|包括|还有)")
_PAST = re.compile(r"上一?年|去年|往年|前年|历年|以前|以往|年初|上期|前期|此前|之前")
_FUTURE = re.compile(r"下一?年|下年|次年|明年|来年|翌年|下一年度|下期|继续|跨年|(?:至|到|转入)今年")
_ONWARD = re.compile(r"结转(?:至|到)|[转留移](?:到|至|入)|顺延|剩下")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LEFT_OVER = re.compile(r"(?:还有|另有|另外|其余|剩余|余下|剩下|尚有|仍有|另|有|余)(?:的|仅)?$")
_REST = re.compile(r"其余|其他|剩余|余下")
_POOL = re.compile(
    r"^(?:▁)*(?:以上|上述|两项|两者|二者|总共|全年)?(?:合计|总计|一?共计|一?共有?|总共)(?:需|应)?(?:办理|处理|受理)?(?:政府信息公开|公开)?(?:申请)?(?:为|是)?$"
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


def spoken_of(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The sentences that speak of applications: by their place, or by their words."""
    before: Passage | None = None
    for passage in passages:
        if _speaks(passage, before):
            before = passage
            yield passage
        elif before is not None and before.line != passage.line:
            before = None


def _speaks(passage: Passage, before: Passage | None) -> bool:
    if passage.section in ("issues", "other", "disputes", "disclosure"):
        return False
    if passage.section == "applications" or passage.aspect == "applications":
        return True
    if passage.aspect == "management" and _ATTRIBUTE.search(passage.text):
        return False
    if _PROCESS.search(passage.text) and not _ATTRIBUTE.search(passage.text):
        return True
    return bool(
        before is not None
        and before.line == passage.line
        and passage.aspect == before.aspect
        and any(term.key in words.OUTCOMES or term.key == "carry" for term in _terms(passage))
    )


def _terms(passage: Passage) -> list[Term]:
    return [term for clause in passage.clauses for term in words.TERMS.find(clause)]


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
        deals = dealt(passage, _terms(passage))
        for item in deals:
            self._take(passage, item, item.term.key)
        outcomes = False
        subject: tuple[Number, Clause] | None = None
        for clause in passage.clauses:
            terms = words.TERMS.find(clause)
            found = [term for term in terms if _admitted(term, outcomes, passage)]
            governed = [] if deals else self._governed(passage, clause, found)
            for item in governed:
                self._take(passage, item, item.term.key)
            outcomes = outcomes or any(term.key in words.OUTCOMES for term in found)
            subject = self._subject(passage, clause, found, governed, subject)
            if not governed:
                self._unsaid(passage, clause, found)

    def _nothing(self, passage: Passage) -> None:
        end = len(passage.text)
        clause = passage.clauses[0]
        item = Governed(Term("received", 0, end), None, clause, 0, end)
        self._told.facts.add("received", fact_of(passage, item, Standing()))

    def _governed(self, passage: Passage, clause: Clause, found: list[Term]) -> list[Governed]:
        verbs = [term for term in found if term.key != "noun"]
        gap = words.received_gap()
        items = [item for item in govern(clause, verbs, gap) if self._counts(clause, item)]
        reached = {item.number for item in items}
        announced = any(
            term.key in ("received", "noun")
            for earlier in passage.clauses
            if earlier.end <= clause.start and not earlier.numbers and not earlier.depth
            for term in words.TERMS.find(earlier)
        )
        nouns = [term for term in found if term.key == "noun"]
        for item in govern(clause, nouns):
            if item.number not in reached and self._noun_alone(passage, clause, item, verbs):
                items.append(replace(item, term=replace(item.term, key="received")))
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
        if key in ("granted?", "other?", "pending", "answered"):
            return False
        if key not in ("received", "noun"):
            return not words.FOREIGN.search(clause.between(item.term.end, clause.end))
        behind = clause.between(item.term.end, clause.end)
        if key == "received":
            noun = any(t.key == "noun" for t in found) or _SPEAKS.search(passage.text)
            subject = passage.aspect == "applications" or passage.section == "applications"
            alone = not behind.strip("到过任何的") and subject
            if not noun and not alone:
                return False
        elif any(t.key != "noun" for t in found) or "人" in behind[:1]:
            return False
        tail = re.split(rf"{words.APPLICATION}|申请", behind)[-1]
        if key == "noun" and clause.between(clause.start, item.term.start).endswith("的"):
            return False
        if words._OTHER_APPLICATIONS.search(behind):
            return False
        return not words.FOREIGN.search(tail) and not re.search(
            r"不予|逾期|超期|延期|超时", clause.shown
        )

    def _take(self, passage: Passage, item: Governed, key: str) -> None:
        stands = standing(passage, item.clause, item.number, self._year)
        if stands.compared or stands.ages:
            return
        if key in ("carry", "pending"):
            key = self._direction(passage, item)
            stands = replace(stands, year=None)
        weak = key.endswith("?")
        key = key.rstrip("?")
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

    def _direction(self, passage: Passage, item: Governed) -> str:
        """上年结转 comes in, 结转下年 goes out; without either the order of telling decides."""
        clause, number = item.clause, item.number
        place = number or None
        near = clause.left(place) if place else passage.text[item.start : clause.end]
        wide = near + clause.right(place) if place else clause.shown
        for text in (near, wide, _sentence_before(passage, clause)):
            if (known := self._time(text)) is not None:
                return known
        onward = item.term.key == "pending" or _ONWARD.search(wide) or self._told.settled()
        return "carried_out" if onward else "carried_in"

    def _time(self, text: str) -> str | None:
        years = {int(m.group()) for m in _YEAR.finditer(text)}
        if _FUTURE.search(text) or (self._year is not None and self._year + 1 in years):
            return "carried_out"
        if _PAST.search(text) or (self._year is not None and self._year - 1 in years):
            return "carried_in"
        return None

    def _subject(
        self,
        passage: Passage,
        clause: Clause,
        found: list[Term],
        governed: list[Governed],
        subject: tuple[Number, Clause] | None,
    ) -> tuple[Number, Clause] | None:
        """其余12件依法延期，结转下年度办理: the number stands a clause before its verb."""
        if subject and not clause.numbers and not governed:
            number, home = subject
            for term in found:
                if term.key in ("carry", "pending") and not denied(clause, [term]):
                    item = Governed(term, number, home, number.start, number.end)
                    stands = standing(passage, home, number, self._year)
                    fact = fact_of(passage, item, replace(stands, part=False))
                    key = "carried_out" if term.key == "pending" else self._time(clause.shown)
                    self._told.tell(key or "carried_out", fact, passage.line)
                    return None
            return subject
        if clause.numbers:
            last = clause.numbers[-1]
            reached = {item.number for item in governed}
            if (
                last not in reached
                and last.unit in words.UNITS
                and _LEFT_OVER.search(clause.left(last))
            ):
                return last, clause
            return None
        return subject

    def _unsaid(self, passage: Passage, clause: Clause, found: list[Term]) -> None:
        """全部按期答复, 均予以公开: clauses without a number that speak of all."""
        self._told.all_of(passage, clause, found)


def _admitted(term: Term, outcomes: bool, passage: Passage) -> bool:
    """公开7件 and 其他1件 are outcomes only in the company of outcomes."""
    if not term.key.endswith("?"):
        return True
    if term.key == "other?":
        return outcomes
    return any(other in passage.text for other in ("不予公开", "部分公开", "无法提供", "不予处理"))


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


def _sentence_before(passage: Passage, clause: Clause) -> str:
    """The clause before, if it only says when (上年度，)."""
    before = [c for c in passage.clauses if c.end <= clause.start and not c.depth]
    return before[-1].shown if before and len(before[-1].shown) <= 8 else ""
