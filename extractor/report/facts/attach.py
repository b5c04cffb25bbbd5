"""Which word governs which number: clause grammar shared by all facts told in figures.

A number belongs to the nearest term on its left if only light words stand between them (予以公开
政府信息共7件), else to the term that follows it (2件维持). Coordinated terms share a number only
where 均, 各 or nought says so; 分别 deals numbers out in order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from extractor.report.facts.clauses import BLOT, Clause, Passage
from extractor.report.facts.denial import DENIAL
from extractor.report.facts.figures import Number

# Words that may stand between a term and its number without changing what is counted.
_LIGHT = re.compile(
    rf"(?:[的了共总合累有为是达到约近仅只计数量件情况形结果依申请政府信息公开答复决定处理案子事项办各均都也这皆占倒"
    rf"分别其中内容类方面内还仍那《》等：:“”\"'—―\-{BLOT}]|一共|合起来|者|全年|本年度?|当年|年内|今年)*"
)
LIGHT_BEHIND = (
    rf"[的均已都被为属是系于经占获得到仍尚将则因作全也{BLOT}]|全部|处于|予以|判决|裁定|决定|结果"
    r"|案件"
    r"|申请|目前|当[年月]|年内|按[时期规]|及时|完成|依法|出具|作出|给了?|给予|已经|正式|书面|依规|一律"
    r"|以[^，。；\d]{1,8}(?:形式|方式)|[至到]?(?:今?年)?[末底](?:之?前|时)?|[在于](?=当年|年内|本年|今年)|至今|在[^，。]{1,14}?(?:内|前|里头|期间)|\d{1,2}月(?:\d{1,2}[日号]|[初底]|份|[上中下]旬)"
    r"|告知(?:申请人|当事人)?|(?:分别|平均|均)?(?:用时|历时|耗时|用了)[\d个和、至]+(?:工作日|天|日)内?"
)
_LIGHT_BEHIND = re.compile(rf"(?:{LIGHT_BEHIND})*")
_LINK = re.compile(
    rf"(?:[、和与及或/并{BLOT}]|以及|或者|并且|后|情况|的|政府信息公开|件|申请|案件"
    r"|(?<=[、和与及])(?:上一?年|本年|当年|今年|下一?年)度?)*"
)
_EACH = re.compile(r"均|各|都|皆|全部")
# 收到申请2件均予以公开, 上年结转1件已于1月9日予以公开: one number, told of twice.
_GOES_ON = re.compile(
    rf"(?:(?:政府信息)?公开)?(?:申请)?(?:{_EACH.pattern})|已经?(?=[于在予依按经答]|\d)"
)
# 以答复未写明依据为由予以纠正, 因未在期限内答复被确认违法: what was not done is why it ended so.
_WHY = re.compile(r"(?:因为?|由于|以|鉴于)[^，。；]*$")
_SO_IT_ENDED = re.compile(
    r"(?!被|予以|判|发生|出现|存在|引[发起]|收到|有|因|行政|复议|诉讼|案|答?复?[件起宗例]|[\d一])"
    r"[^，。；]{2,}?(?:为由|而|被|予以|判[令决]|责令|确认)"
)
# 被纠正者系某乡未按期答复: it is told what the case was.
_EXPLAINED = re.compile(r"(?:系|是因|因|由于|缘于|源于|在于|原因)")
# 行政复议“零发生”、诉讼零发生: each is denied behind itself.
_NOUGHT_BEHIND = re.compile(
    r"(?:案件|案|申请|数量|数|件|均|都|也|亦|为|是|：|“|情况|继续|保持|连续|实现|工作|方面)*"
    r"(?:零(?:发生|案件|记录|提起|增长|受理|投诉)|无|没有|零|未发生)(?:案件|发生)?”?(?=$|[、，和及与▁])"
)
_REMEMBERED = 256
# How far in front of a denial its subject may stand.
_NEAR = 14
_BECAUSE = re.compile(r"(?:[因系以经]|由于|按照|按|依照|根据|则因|系因)")
# What a third party thinks of it decides nothing yet.
_CONSULTED = "refused.third_party"
# How long a reason may be, and what may follow the term that ends it.
_REASON = 40
_TAIL = 9
_DEAL = "分别"
# A denied single thing (没有一件, 无一起) counts none.
_NOT_ONE = re.compile(r"(?:没有|无|未有|未发生|未收到|未接到|没收到|没有收到|没有发生)$")
_NOT_EVEN = re.compile(r"[也都](?:没|未|无|不)|(?:没有|未有)$|不(?=[剩留欠落])")


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a vocabulary, found in a passage."""

    key: str
    start: int
    end: int


class Terms:
    """A vocabulary: keys with their words; of two that begin together the first wins."""

    def __init__(self, *words: tuple[str, str]) -> None:
        self._keys = [key for key, _ in words]
        self._pattern = re.compile("|".join(f"({pattern})" for _, pattern in words))

        self._known: dict[tuple[int, str], tuple[Term, ...]] = {}

    def find(self, clause: Clause) -> tuple[Term, ...]:
        """The words found in a clause; several questions are asked of one clause in a row."""
        key = (clause.start, clause.shown)
        if key not in self._known:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = tuple(
                Term(self._keys[(m.lastindex or 1) - 1], key[0] + m.start(), key[0] + m.end())
                for m in self._pattern.finditer(clause.shown)
            )
        return self._known[key]


@dataclass(frozen=True, slots=True)
class Governed:
    """A number under a term; without number the term is denied (value 0)."""

    term: Term
    number: Number | None
    clause: Clause
    start: int
    end: int
    none: bool = False

    @property
    def value(self) -> int | float:
        return 0 if self.number is None or self.none else self.number.value


Gap = Callable[[Term, str], bool]
Behind = Callable[[str], bool]


def light(term: Term, between: str) -> bool:
    """Whether only light words stand between a term and its number."""
    return len(between) <= 24 and _LIGHT.fullmatch(between) is not None


def light_behind(between: str) -> bool:
    return len(between) <= 20 and _LIGHT_BEHIND.fullmatch(between) is not None


def govern(
    clause: Clause, found: Sequence[Term], gap: Gap = light, behind: Behind = light_behind
) -> list[Governed]:
    """The terms of a clause with their numbers; what is left over stays unsaid."""
    if not clause.numbers or not found:
        return []
    mode_right = _numbers_first(clause, found, behind)
    governed: list[Governed] = []
    taken: set[int] = set()
    for number in clause.numbers:
        left = [] if mode_right else _on_the_left(clause, number, found, gap)
        if left:
            taken |= {term.start for term in left}
            governed += [_pair(clause, term, number) for term in left]
    for number in clause.numbers:
        term = _on_the_right(clause, number, found, behind)
        if term is None or term.start in taken:
            continue
        own = [g for g in governed if g.number == number]
        gap_behind = clause.between(number.end, term.start)
        if not own or not gap_behind or _GOES_ON.match(gap_behind):
            governed.append(pair := _pair(clause, term, number))
            governed += _none_of_the_row(clause, pair, found)
            governed += [  # 3件均答复予以公开: two acts on the same
                _pair(clause, other, number)
                for other in found
                if other.start == term.end
                and ("." not in term.key + other.key or term.key == "answered")
            ]
    return sorted(governed, key=lambda g: (g.start, g.term.start))


def _none_of_the_row(clause: Clause, first: Governed, found: Sequence[Term]) -> list[Governed]:
    """未发生一起行政复议和行政诉讼: what is joined on is denied too."""
    row: list[Governed] = []
    last = first.term
    for term in found:
        if not first.none or term.start < last.end:
            continue
        if not _LINK.fullmatch(clause.between(last.end, term.start)):
            break
        row.append(replace(first, term=term))
        last = term
    return row


def _pair(clause: Clause, term: Term, number: Number) -> Governed:
    none = number.value == 1 and not_one(clause, number)
    start, end = min(term.start, number.start), max(term.end, number.end)
    return Governed(term, number, clause, start, end, none)


def not_one(clause: Clause, number: Number) -> bool:
    """没有一件, 一份也没有."""
    before = clause.between(clause.start, number.start)
    return bool(_NOT_ONE.search(before) or _NOT_EVEN.match(clause.right(number)))


def _numbers_first(clause: Clause, found: Sequence[Term], behind: Behind) -> bool:
    """2件维持1件纠正 counts in front of its words, 维持2件纠正1件 behind them."""
    first, last = clause.numbers[0], clause.numbers[-1]
    if first is last or any(term.end <= first.start for term in found):
        return False
    return any(
        term.start >= last.end and behind(clause.between(last.end, term.start)) for term in found
    )


def _on_the_left(clause: Clause, number: Number, found: Sequence[Term], gap: Gap) -> list[Term]:
    bound = clause.left_bound(number)
    before = [term for term in found if bound <= term.start and term.end <= number.start]
    if not before or not gap(before[-1], clause.between(before[-1].end, number.start)):
        return []
    group = [before[-1]]
    for term in reversed(before[:-1]):
        joint = clause.between(term.end, group[0].start)
        # 不予公开类答复2件: the outcome is of what kind the answers were.
        of_kind = joint == "类" and group[0].key.startswith("answered")
        if not _LINK.fullmatch(joint) and not of_kind:
            break
        group.insert(0, term)
    if len({term.key for term in group}) == 1:
        return group[-1:]
    if {term.key for term in group} == {"pending", "carry"}:
        return group[-1:]  # 尚在办理、转入2025年的4件
    if len({term.key.split(".")[0] for term in group}) == 1:
        return group  # a ground with its own outcome: 因属于过程性信息不予公开1件
    between = clause.between(group[-1].end, number.start)
    joined = clause.between(group[0].end, group[-1].start)
    # 收到并答复3件, 登记办理3件: two acts on the same.
    if number.value == 0 or _EACH.search(between) or "并" in joined or joined in ("", "类"):
        return group
    return []


def _on_the_right(
    clause: Clause, number: Number, found: Sequence[Term], behind: Behind
) -> Term | None:
    bound = clause.right_bound(number)
    within = [t for t in found if number.end <= t.start and t.end <= bound]
    if not within:
        return None
    term = within[0]
    if _BECAUSE.match(clause.between(number.end, bound)):
        # 1件因信息已公开出版而不予处理: the reason says nothing, its end does.
        near = bound - within[-1].end <= _TAIL and bound - number.end <= _REASON
        return within[-1] if near and within[-1].key != _CONSULTED else None
    last = within[-1]
    if clause.shown.startswith("后", term.end - clause.start) and bound - last.end <= _TAIL:
        return last  # 1件由我局自行纠正后申请人撤回: it ended the second way
    if not behind(clause.between(number.end, term.start)):
        return None
    # 21件因本机关不掌握等原因无法提供: the outcome behind its ground.
    group = term.key.split(".")[0]
    outcome = (t for t in within if t.key == group and term.key != _CONSULTED)
    return next(outcome, term)


def dealt(passage: Passage, vocabulary: Terms) -> list[Governed]:
    """行政复议、行政诉讼分别为3件和1件: terms before 分别, numbers behind it, in order."""
    place = passage.text.find(_DEAL)
    if place < 0:
        return []
    found = [term for clause in passage.clauses for term in vocabulary.find(clause)]
    first = next((c.start for c in passage.clauses if c.start <= place < c.end), 0)
    terms = [term for term in found if first <= term.start and term.end <= place]
    later = min((t.start for t in found if t.start > place), default=len(passage.text))
    numbers = [n for n in passage.numbers if place < n.start < later and n.unit != "%"]
    if len(terms) < 2 or len(terms) != len(numbers):
        return []
    clause = next(c for c in passage.clauses if c.start <= place < c.end)
    return [
        Governed(term, number, clause, number.start, number.end)
        for term, number in zip(terms, numbers, strict=True)
    ]


def denied(
    clause: Clause, found: Sequence[Term], denial: re.Pattern[str] = DENIAL
) -> list[Governed]:
    """The terms that a clause without their number denies: 未发生行政复议, 行政诉讼没有."""
    return list(_denied(clause, found, denial))


def _denied(clause: Clause, found: Sequence[Term], denial: re.Pattern[str]) -> Iterator[Governed]:
    if not found:
        return
    inside = [(term.start - clause.start, term.end - clause.start) for term in found]
    denials = [
        m
        for m in denial.finditer(clause.shown)
        if not any(start <= m.start() < end for start, end in inside) and not _is_reason(clause, m)
    ]
    if not denials:
        # 行政诉讼案件保持零
        zero = [t for t in found if _NOUGHT_BEHIND.match(clause.shown, t.end - clause.start)]
        yield from (Governed(t, None, clause, t.start, t.end) for t in zero if not clause.numbers)
        return
    numbers = [n.start - clause.start for n in clause.numbers]
    for term in found:
        place = term.start - clause.start
        before = [m for m in denials if m.end() <= place]
        # What stands behind a number is governed by it, not by a denial in front of it.
        if before and not any(before[-1].end() <= n < place for n in numbers):
            start = clause.start + before[-1].start()
            yield Governed(term, None, clause, start, max(term.end, start))
    behind = [t for t in found if _NOUGHT_BEHIND.match(clause.shown, t.end - clause.start)]
    if not numbers and len(behind) > 1:
        for term in behind:
            yield Governed(term, None, clause, term.start, term.end)
        return
    if not any(term.start - clause.start >= denials[0].end() for term in found) and not numbers:
        end = clause.start + denials[0].end()
        yield from (
            Governed(t, None, clause, t.start, end) for t in _row(clause, found, denials[0])
        )


def _row(clause: Clause, found: Sequence[Term], denial: re.Match[str]) -> list[Term]:
    """The terms in front of a denial that are near it, with those that are joined to them."""
    row: list[Term] = []
    for term in reversed(found):
        between = clause.between(term.end, clause.start + denial.start())
        near = len(between) <= _NEAR and not _EXPLAINED.search(between)
        joined = row and _LINK.fullmatch(clause.between(term.end, row[0].start))
        if near or joined:
            row.insert(0, term)
    return row


def _is_reason(clause: Clause, denial: re.Match[str]) -> bool:
    """Whether a denial belongs to the reason of what stands behind it in the clause."""
    why = _WHY.search(clause.shown, 0, denial.start())
    return why is not None and _SO_IT_ENDED.match(clause.shown, denial.end()) is not None
