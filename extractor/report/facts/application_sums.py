"""What is told of all applications without a figure, and figures told only by their parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractor.report.facts.application_limits import before_correction
from extractor.report.facts.application_words import OUTCOMES, UNITS
from extractor.report.facts.attach import Term, denied
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.figures import Number
from extractor.report.facts.gathering import UNIT, Gathered
from extractor.report.facts.model import Fact, primary
from extractor.report.facts.standing import standing

_ALL = re.compile(r"均|全部|都|一律|悉数|(?<![收获熟])悉(?!心)|全数|所有|皆|件件")
# The subject or adverbs that may stand before 均 and 已.
_LEAD = re.compile(
    r"(?:[已现并也就]|目前|截至[^，]{0,12}|以上|上述|所有|这些|该|(?:申请|当事)人|申请|件|其中|按时|按期|依法|及时"
    r"|按规定|依规|(?:答复|办理|处理)?(?:结果|决定|情况)|答复|[到至截]*年[底末]前?|当年|本年度?|今年|年内|全年)*$"
)
_ANSWER = re.compile(
    r"办结|答复|办理完毕|办理完结|处理完毕|处理完结|回复|办复|办理完成|办理$|处理$|件件有(?:回音|回复)|(?:办|答|回|处理)完(?:了)?$"
)
_NO_ANSWER = re.compile(
    r"由(?![我本])[^，。；]{1,10}?(?:政府|办公?室?|[局委厅院会]|部门|单位)(?:统一|直接|另行|负责)*(?:答复|办理|回复)|"
    r"(?:[待拟将留]|转[到至入])[^，。；]{0,12}(?:办结|答复|回复|办复|办理|处理)|"
    r"率|所有答复|答复(?:文书|书|件)?(?:均|都|全部)?[经由]|意见|咨询|来电|热线|工单|建议|提案|质量|延期|超期|(?:未|不|没|尚)[^“”]{0,5}(?:办结|答复"
    r"|回复|办复|办理)"
)
_STILL = re.compile(
    r"^(?:[已均都现并也就于经由]|全部?|按时|按期|依法|及时|按规定|依规|在[^，]{0,10}内|在规定的?(?:时间|期限|时限)|严格)+(?:予以"
    r"|作出|完成|进行|给予(?:当事人|申请人)?(?:进行)?)?"
)
_THEY_TOO = re.compile(
    r"(?:也|亦|同样)(?:已|均|都|全部|按期|按时|依法)*(?:答复|办结|办理完毕|回复)"
)
# 处理结转6件、新收90件，合计96件; 应办理 says what was to be done.
_DEALT_WITH = re.compile(
    r"(?<![应需须拟待可不])(?:处理|办理|办结|答复)了?(?:上年|本年|当年|20\d\d年)"
)
# 对不予公开的，严格把关; 内容为项目撤回情况: nothing became of the one so.
_NOT_OF_IT = re.compile(r"^(?:对于?|凡是?)|内容(?:为|是|涉及)")
# 其一为分配方案，已予公开: that one, not all of them.
_ONE_BY_ONE = re.compile(
    r"(?:其[一二三四五]|第[一二三四五][件份个]|[头首]一?[件份个]|那[件份])[^。；]*$"
)
_ONE = 1
_SEVERAL = 2


@dataclass(slots=True)
class Told:
    """What has been told so far."""

    facts: Gathered
    details: Gathered
    foreign: bool = False
    """The last number counted something else than applications (热线, 信访)."""
    pooled: Fact | None = None
    pool_dealt_with: bool = False
    """处理上年结转6件、本年90件，合计96件: said of the pool itself."""
    of_carried: list[Fact] = field(default_factory=list)
    """Answered of what had been carried in: not all, where something came besides."""
    line: int = -1
    loose: list[tuple[str, Fact]] = field(default_factory=list)
    """Grounds told without their outcome (本机关不掌握2宗)."""
    included: bool = False
    """收到16件，其中上年结转2件: what came includes what was carried in."""
    whole: Fact | None = None
    """A sum of figures received: those before it were parts."""
    weak: list[tuple[str, Fact]] = field(default_factory=list)
    """公开31件, 其他3件: give way where 予以公开 itself is told."""
    new: Fact | None = None
    """即本年新收17件: what the figures before it come to."""
    handled: Fact | None = None
    """办理依申请公开14件，均已答复: all that came, where what was answered is told beside it."""
    everything: list[tuple[str, Fact]] = field(default_factory=list)
    """All of them were answered or decided so, by a clause without a figure."""
    single: list[tuple[str, Fact]] = field(default_factory=list)
    """收到1件，已作出答复: the one that came, which says nothing of one that was carried in."""

    def tell(self, key: str, fact: Fact, line: int, *, weak: bool = False) -> None:
        self.facts.add(key, fact)
        if weak:
            self.weak.append((key, fact))
        else:
            # 办理答复12件: the second of two words for one act is the stronger.
            self.weak = [(k, f) for k, f in self.weak if (k, f.start) != (key, fact.start)]
        if key in ("received", "carried_in"):
            self.line = line

    def detail(self, key: str, fact: Fact, under: bool) -> None:
        self.details.add(key, fact)
        if not under:
            self.loose.append((key, fact))

    def pool(
        self, passage: Passage, clause: Clause, number: Number, year: int | None, announced: bool
    ) -> None:
        """合计24件: all to be handled, or, where nothing was carried in, all received."""
        stands = standing(passage, clause, number, year)
        if stands.compared or stands.year is not None:
            return
        if not announced and not self.facts.facts("received"):
            return
        self.line = passage.line
        start, end = passage.whole(number.start, number.end)
        fact = Fact(
            value=number.value, unit=number.unit or UNIT, text=number.text, start=start, end=end
        )
        if len(told := self.outcomes()) > 1 and sum(told) == fact.value:
            self.facts.add("answered", fact)
            return
        received = self.facts.facts("received")
        parts = [other for other in received if other.year is None]
        added = len(parts) > 1 and sum(part.value for part in parts) == fact.value
        # 受理自然人申请11件、法人申请2件，共13件: only parts were told so far.
        only_parts = all(p.part for p in parts) and not self.facts.facts("carried_in")
        added = added or bool(parts and only_parts and parts[0].value < fact.value)
        if added or not (self.facts.facts("carried_in") or self.facts.told("received")):
            self.facts.add("received", fact)
            self.whole = fact if added else None
        elif self.pooled is None:
            self.pooled = fact
            self.pool_dealt_with = bool(_DEALT_WITH.search(passage.text, 0, number.start))

    def sum_up(self, fact: Fact) -> None:
        """合计新收62件: what the figures in front of it come to."""
        parts = [f for f in self.facts.facts("received") if f.year is None]
        if parts and not self.facts.facts("carried_in") and parts[-1].value < fact.value:
            self.whole = fact

    def outcomes(self) -> list[int | float]:
        told = (primary(self.facts.facts(key)) for key in OUTCOMES)
        return [fact.value for fact in told if fact is not None]

    def also_answered(self, passage: Passage, clause: Clause) -> None:
        """已答复8件，另有上年结转的2件也已答复: ten were answered, none of the figures says so."""
        answered = primary(self.facts.facts("answered"))
        carried = primary(self.facts.facts("carried_in"))
        if answered is None or carried is None or answered.derived:
            return
        here = passage.whole(clause.start, clause.end)
        if here[0] <= carried.start < here[1] and _THEY_TOO.search(clause.shown):
            self.facts.drop("answered", answered)
            value = answered.value + carried.value
            self.facts.add("answered", replace(answered, value=value, derived=True), again=True)

    def settled(self) -> bool:
        """Whether the telling has come to what became of the applications."""
        return any(self.facts.facts(key) for key in ("answered", *OUTCOMES)) or bool(
            self.everything or self.single
        )

    def all_of(self, passage: Passage, clause: Clause, found: list[Term]) -> None:
        """全部按期答复, 均予以公开; a single application is told without 均."""
        received = self._at_hand()
        if self.foreign or received is None or passage.line != self.line:
            return
        if clause.numbers and any(number.unit in UNITS for number in clause.numbers):
            return
        text = clause.shown
        match = _ALL.search(text)
        everything = bool(match and _LEAD.match(text[: match.start()])) or bool(_STILL.match(text))
        one = received.value == _ONE
        if not everything and not one:
            return
        if _ANSWER.search(text) and not _NO_ANSWER.search(text):
            self._all("answered", passage, clause, received, everything)
        told_before = passage.text[: clause.start]
        for term in found:
            key = term.key.split(".")[0].rstrip("?")
            if before_correction(passage, term, term.end):
                continue
            if not everything and _NOT_OF_IT.search(passage.text[clause.start : term.start]):
                continue
            if everything and received.value > 1 and _ONE_BY_ONE.search(told_before):
                continue
            if everything and key in OUTCOMES and _of_some(passage, clause, received):
                continue
            if key in OUTCOMES and not denied(clause, [term]):
                self._all(key, passage, clause, received, everything)

    def _at_hand(self) -> Fact | None:
        """What was received, or the one that was carried in where nothing was."""
        received = primary(self.facts.facts("received"))
        if received is not None and not received.value:
            received = primary(self.facts.facts("carried_in"))
            return received if received is not None and received.value == _ONE else None
        return received

    def _all(
        self, key: str, passage: Passage, clause: Clause, received: Fact, everything: bool
    ) -> None:
        start, end = passage.whole(clause.start, clause.end)
        text = passage.text[clause.start : clause.end]
        fact = replace(
            received, text=text, start=start, end=end, scope=None, part=False, derived=True
        )
        (self.everything if everything else self.single).append((key, fact))


def _of_some(passage: Passage, clause: Clause, received: Fact) -> bool:
    """收到11件，其中信访件1件，举报件2件，均不予处理: 均 speaks of the three."""
    among = passage.text.rfind("其中", 0, clause.start)
    row = [n for n in passage.numbers if among < n.start < clause.start and n.unit in UNITS]
    same_part = "；" not in passage.text[max(among, 0) : clause.start]
    return among >= 0 and same_part and 0 < sum(n.value for n in row) < received.value


def complete(told: Told) -> None:
    """Adds what follows for certain from what is told; an outright figure always goes before."""
    if told.whole is not None:
        for part in list(told.facts.facts("received")):
            if part.start < told.whole.start:
                told.facts.drop("received", part)
                told.facts.add("received", replace(part, part=True), again=True)
    if told.new is not None:
        for fact in [f for f in told.facts.facts("received") if f.start < told.new.start]:
            told.facts.drop("received", fact)
    _take_handled(told)
    _take_new(told)
    _take_pool(told)
    _drop_of_carried(told)
    carried = primary(told.facts.facts("carried_in"))
    came = primary(told.facts.facts("received"))
    if carried is None or not carried.value or came is None or came.derived or not came.value:
        told.everything += told.single
    every = {key for key, _ in told.everything}
    for key, fact in told.weak:
        weak = [other for known, other in told.weak if known == key]
        if key in every or any(other not in weak for other in told.facts.facts(key)):
            told.facts.drop(key, fact)
    _sum_by_ground(told)
    outright = {key for key in OUTCOMES if told.facts.told(key)}
    _sum_grounds(told, outright)
    _take_sum_behind(told)
    for key, fact in told.everything:
        if not told.facts.facts(key) and (key == "answered" or not outright):
            told.facts.add(key, replace(fact, value=all_of_them(told) or 0))


def _take_handled(told: Told) -> None:
    if told.handled is None or told.facts.facts("received"):
        return
    carried = primary(told.facts.facts("carried_in"))
    weak = [fact for key, fact in told.weak if key == "answered"]
    # 办理答复依申请公开10件 tells of one number only.
    beside = any(
        fact not in weak and fact.start != told.handled.start
        for fact in told.facts.facts("answered")
    )
    if beside and (carried is None or not carried.value):
        told.facts.add("received", told.handled)


def _take_pool(told: Told) -> None:
    """A pool that was dealt with, and whose outcomes add up to it, was answered."""
    if told.pooled is None or not told.pool_dealt_with or told.facts.facts("answered"):
        return
    if sum(told.outcomes()) == told.pooled.value:
        told.facts.add("answered", told.pooled)


def _take_sum_behind(told: Told) -> None:
    """予以公开3件，本机关不掌握2件，…，合计9件: the sum behind them was answered."""
    if told.pooled is None or told.facts.facts("answered"):
        return
    facts = [fact for key in OUTCOMES if (fact := primary(told.facts.facts(key))) is not None]
    behind = all(fact.end <= told.pooled.start for fact in facts)
    if len(facts) > 1 and behind and sum(fact.value for fact in facts) == told.pooled.value:
        told.facts.add("answered", told.pooled)


def _drop_of_carried(told: Told) -> None:
    came = primary(told.facts.facts("received"))
    if came is None or not came.value:
        return
    for fact in told.of_carried:
        if any(fact is other for other in told.facts.facts("answered")):
            told.facts.drop("answered", fact)


def _take_new(told: Told) -> None:
    """共处理18件，其中上年结转1件、本年新收17件: what came is the 17."""
    received = [fact for fact in told.facts.facts("received") if fact.year is None]
    carried = primary(told.facts.facts("carried_in"))
    if carried is None or not carried.value or len(received) < 2:
        return
    whole, *later = received
    if any(fact.value + carried.value == whole.value for fact in later):
        told.facts.drop("received", whole)
        told.included = False


def _sum_grounds(told: Told, outright: set[str]) -> None:
    for group in OUTCOMES:
        facts = [fact for key, fact in told.loose if key.split(".")[0] == group]
        facts = [fact for fact in facts if fact.year is None]
        if not facts or group in outright:
            continue
        first, last = facts[0], facts[-1]
        text = first.text if len(facts) == 1 else "、".join(fact.text for fact in facts)
        value = sum(fact.value for fact in facts)
        whole = replace(first, value=value, text=text, end=last.end, derived=len(facts) > 1)
        told.facts.add(group, whole)


def _sum_by_ground(told: Told) -> None:
    """属于国家秘密不予公开1件；属于内部事务不予公开2件: three, each told with its own ground."""
    for group in OUTCOMES:
        facts = [f for f in told.facts.facts(group) if not f.part and not f.derived]
        if len(facts) < _SEVERAL or any(f.year is not None or f.scope for f in facts):
            continue
        grounds = [told.details.keys_at(fact.start, group) for fact in facts]
        if all(len(keys) == 1 for keys in grounds) and len(set.union(*grounds)) == len(facts):
            for fact in facts:
                told.facts.drop(group, fact)
            text = "、".join(fact.text for fact in facts)
            value = sum(fact.value for fact in facts)
            whole = replace(facts[0], value=value, text=text, end=facts[-1].end, derived=True)
            told.facts.add(group, whole, again=True)


def all_of_them(told: Told, *, with_out: bool = False) -> int | float | None:
    """All that came, less those that went over into the next year; None if it is not told."""
    if told.pooled is not None:
        return told.pooled.value
    received, carried, out = (
        primary(told.facts.facts(key)) for key in ("received", "carried_in", "carried_out")
    )
    came = [fact for fact in ((received,) if told.included else (received, carried)) if fact]
    if not came:
        return None
    return sum(fact.value for fact in came) - (out.value if out and not with_out else 0)
