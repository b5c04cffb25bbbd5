"""Which applications a figure speaks of: all, a part, those that are left."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.report.facts import application_words as words
from extractor.report.facts.attach import Governed, Term, not_one
from extractor.report.facts.carrying import direction_in
from extractor.report.facts.clauses import BLOT, Clause, Passage
from extractor.report.facts.figures import Number

CHANNEL = re.compile(
    r"网络|网上|线上|在线|互联网|信函|邮寄|邮政|邮件|当面|现场|窗口|传真|书面|平台|(?:公开|申请"
    r"|办理|网络)系统|系统提交|渠道|自然人|(?<![一两二三四五六七八九十\d])个人|公民|企业|法人"
    r"|律师|机构|组织|村民|居民|群众"
)
ABOUT = re.compile(r"涉及|关于|有关|属于|转办|延期|逾期|提前|疑难")
ONLY_PART = re.compile(r"^(?:▁)*(?:其中|有|另有|另|含|包括|还有)")
_LEFT_OVER = re.compile(r"(?:还有|另有|另外|其余|剩余|余下|剩下|尚有|仍有|另|有|余)(?:的|仅)?$")
# 其中1件要求获取卷宗，…，不予公开: a case is opened, and ended some clauses later.
_OPENS_CASE = re.compile(
    rf"{BLOT}*(?:其中|此外|同时|其余|剩余|余下|剩下?|另外|另|还|尚|仍|有|余|的|仅|这)*"
)
_NO_CASE = re.compile(
    r"(?:申请)?(?:[来出]自|均?由|为?(?:自然人|法人|个人|企业|公民)|通过|以?(?:网络|网上|信函|当面|邮寄"
    r"|线上|书面|在线)|较|比|同比|占|左右|以上)|$"
)
# 索要渡口班次表的1件，…，无法提供: what was asked for, in front of its one case.
_DESCRIBED = re.compile(
    rf"{BLOT}*(?!其中)(?:要求?|想|索[要取]|查|询问|反映|投诉|举报|申请|涉及|关于)[^，。；\d]{{3,30}}的"
)
# 告知申请人向有权机关查询1件，无法提供所申请信息
_SENT_ON = re.compile(r"告知(?![^，]*(?:补正|延期|缴费))[^，]{2,24}$")
_ALL = re.compile(r"均|全部|都|一律|悉数|一并|一起|统统")
_ONE_CHANNEL = re.compile(
    r"(?:书面|网上|网络|线上|在线|当面|现场|信函|邮寄|传真|电子邮件)(?:提交|提出|形式|方式|渠道|递交|的)*"
    r"(?:政府信息|信息)?(?:公开)?申请"
)
# 没有收到法人或其他组织的申请
_ONE_KIND = re.compile(
    r"(?:收到|接到|受理)(?:过|来自)?(?:任何)?(?:法人|其他|企业|组织|单位|机构|[、和或及与]|或者)+(?:提出|提交|递交)?的?(?:政府信息|信息)?(?:公开)?申请"
)
_ALL_KINDS = re.compile(r"公民|自然人|个人|群众")
_LEFT = re.compile(r"剩下|剩余|剩|余下|遗留")
APPLICANTS = re.compile(
    r"(?:是|为|系|来自)?(?:个人|自然人|公司|企业|单位|居民|村民|市民|律师|法人)"
)


def partly(item: Governed) -> bool:
    """通过网络收到8件, 其中收到转办2件: less than all."""
    assert item.number is not None
    clause = item.clause
    left = clause.between(clause.start, item.number.start)
    between = clause.between(item.term.end, item.number.start)
    special = CHANNEL.search(left) or ABOUT.search(between)
    general = re.search(r"自然人、|公民、法人|法人(?:或|和)|个人和|各类|各种|多种", left)
    return bool(ONLY_PART.match(left) or (special and not general))


def one_channel(item: Governed) -> bool:
    """未收到书面申请 says nothing of what came by the net, 未收到企业的申请 of people's."""
    shown = item.clause.shown
    if _ONE_KIND.search(shown) and not _ALL_KINDS.search(shown):
        return True
    return bool(_ONE_CHANNEL.search(shown)) and not re.search(r"各类|各种|任何|[、和及与或]", shown)


def joined_channel(clause: Clause, noun: Term, number: Number) -> bool:
    """收到邮寄申请2件、网上申请4件: the next of the ways in which they came."""
    front = clause.between(clause.start, number.start)
    near = noun.end <= number.start and not clause.between(noun.end, number.start)
    way = CHANNEL.match(front)
    return clause.lead in "、和及与" and near and way is not None and way.end() + 3 >= len(front)


def left_alone(clause: Clause, governed: list[Governed]) -> tuple[Number, Clause] | None:
    """A number that its clause leaves without a verb (另有2份因为…，没有公开)."""
    last = clause.numbers[-1]
    if any(item.number == last for item in governed) or not_one(clause, last):
        return None
    left, behind = clause.left(last), clause.right(last)
    beginning = _OPENS_CASE.fullmatch(left) and not _NO_CASE.match(behind)
    sent_on = not behind and _SENT_ON.search(left)
    described = not behind and _DESCRIBED.fullmatch(left) and not words.TERMS.find(clause)
    opened = beginning or sent_on or described or _LEFT_OVER.search(left)
    return (last, clause) if opened else None


def of_several(passage: Passage, number: Number, clause: Clause) -> bool:
    """3件涉及征地，2件涉及拆迁，均予以公开: 均 speaks of all in the row, not of the last."""
    if not _ALL.search(clause.shown):
        return False
    row = max(passage.text.rfind(sign, 0, number.start) for sign in "；;。")
    before = [other for other in passage.numbers if row < other.start < number.start]
    # 收到申请38件，13件属于公开范围，均予公开: what came is no case of the row.
    cases = before[1:] if row < 0 and _came(passage, before) else before
    return bool(cases) and "其中" not in passage.text[max(row, 0) : number.start][-4:]


def _came(passage: Passage, numbers: list[Number]) -> bool:
    """Whether the first of the numbers counts what was received."""
    end = numbers[0].start if numbers else 0
    return any(
        term.key == "received" and term.end <= end
        for clause in passage.clauses
        if clause.start < end
        for term in words.TERMS.find(clause)
    )


_PEOPLE = re.compile(
    r"(?:全年|本年度?|年内|今年|(?:19|20)\d\d年度?|一?共|有|▁)*(?:社会)?(?:群众|公众|市民|村民|居民|当事人)"
    r"(?:向[我本][局镇乡街道办县市区委]{1,3})?(?:递交|提交|提出)(?:的|了)?"
)
_OTHER_PEOPLE = re.compile(r"法人|企业|公司|律师|组织|自然人")


def by_people(passage: Passage, left: str) -> bool:
    """群众递交申请2件: people in general are no kind of applicants, unless others stand beside."""
    return _PEOPLE.fullmatch(left) is not None and not _OTHER_PEOPLE.search(passage.text)


_NO_APPLICATION = re.compile(rf"电话|口头|{words.FOREIGN.pattern}")


def by_the_way(clause: Clause, number: Number) -> bool:
    """通过电话答复96件, 答复咨询12件: inquiries and calls, no applications."""
    before = clause.between(clause.start, number.start)
    return bool(_NO_APPLICATION.search(before)) and "申请" not in before


_DUE = re.compile(
    r"(?:的)?(?:申请)?(?:尚|仍|还)?(?:处于|在)(?:法定|规定)?(?:的)?(?:办理|答复|办复)?(?:期限|时限|期)(?:之)?内"
)
_STILL_LEFT = re.compile(r"(?:尚有|仍有|还有|尚余|其余|剩余|余下|剩下)(?:的)?$")


def still_due(clause: Clause) -> list[Governed]:
    """尚有3件在法定期限内办理: not those that were answered within the time."""
    return [
        Governed(Term("pending", n.end, n.end), n, clause, n.start, n.end)
        for n in clause.numbers
        if n.unit in words.UNITS
        and _STILL_LEFT.search(clause.left(n))
        and _DUE.match(clause.right(n))
        and not re.search(r"办结|完|毕", clause.right(n))
    ]


# 除1件尚在征求意见、须转入下年办理外，其余6件均已答复
_SET_APART = re.compile(r"▁*除(?:了|其中)?(?:的)?")
_APART_BEFORE = re.compile(r"(?:以|之)?外，$")


def set_apart(clause: Clause, found: Sequence[Term]) -> list[Governed]:
    """Those that went over into the next year, told as an exception of the rest."""
    number = clause.numbers[0] if len(clause.numbers) == 1 else None
    if number is None or not _SET_APART.fullmatch(clause.left(number)):
        return []
    out = [t for t in found if t.key in ("carry", "pending") and t.start >= number.end]
    if not out or not clause.shown.endswith("外"):
        return []
    return [Governed(out[-1], number, clause, number.start, out[-1].end)]


def all_the_rest(passage: Passage, clause: Clause) -> bool:
    """其余6件均已答复, behind those that went over: all that were answered."""
    if not _APART_BEFORE.search(passage.text, 0, clause.start):
        return False
    before = [c for c in passage.clauses if c.end < clause.start and not c.depth]
    return bool(before) and bool(
        set_apart(before[-1].only(words.UNITS), words.TERMS.find(before[-1]))
    )


def left_over(passage: Passage, term: Term) -> bool:
    """剩下2件 says which; 上年剩下的2件 came in."""
    if not _LEFT.match(passage.text, term.start, term.end):
        return False
    return direction_in(passage.text[max(0, term.start - 6) : term.start], None) is None


def ends(term: Term) -> bool:
    return term.key in (
        "granted",
        "carry",
        "pending",
        "refused",
        "partial",
        "unavailable",
        "not_processed",
    ) or (term.key.startswith("other."))


_FILED = re.compile(r"(?:按|(?<!即)视[为同]|以|算|作为?|归[为入]?|列[为入]|计入)$")


def filed_so(passage: Passage, term: Term) -> bool:
    """还有1件没有补正，按其他处理; 1件没有回音，按撤回处理: under which outcome it is counted."""
    said = passage.text[term.start : term.end]
    front = passage.text[max(0, term.start - 3) : term.start]
    return term.key == "other" and bool(
        re.match(r"[按以作归算]|视[为同]", said) or _FILED.search(front)
    )


# What is a reason only, until the outcome is told: third parties may agree.
_MERE_REASONS = (
    "unavailable.unclear",
    "refused.third_party",
    "refused.other_law",
    "refused.state_secret",
)
_SO_ANSWERED = re.compile(r"(?:告知|答复|告诉|说明|回复|属于?|系)[^，。；]{0,12}$|^.{0,2}$")


def decided_by_ground(passage: Passage, clause: Clause, found: Sequence[Term]) -> list[Term]:
    """1件要渡口班次表，告知本机关不掌握: a ground alone ends the case if no outcome follows.

    Behind an outcome (不予公开5件，其中…) it says only why.
    """
    if clause.numbers:
        return []
    before = [t.key for c in passage.clauses if c.end <= clause.start for t in words.TERMS.find(c)]
    grounds = [t for t in found if "." in t.key and t.key not in _MERE_REASONS]
    grounds = [t for t in grounds if t.key.split(".")[0] not in before]
    grounds = [t for t in grounds if _SO_ANSWERED.search(clause.between(clause.start, t.start))]
    for later in passage.clauses:
        if later.start < clause.end or later.depth:
            continue
        if later.lead in "；;。" or later.only(words.UNITS).numbers:
            break
        if any(ends(term) for term in words.TERMS.find(later)):
            return []
    return grounds[:1]


def under(passage: Passage, item: Governed) -> bool:
    """Whether a ground stands under its outcome: in brackets, or behind the outcome and 其中."""
    if item.clause.depth:
        return True
    group = item.term.key.split(".")[0]
    return any(
        term.key == group and term.start < item.start
        for clause in passage.clauses
        for term in words.TERMS.find(clause)
    )


def _without_grounds(clause: Clause, start: int, end: int) -> str:
    """信息不存在或者不掌握52件: two grounds of one outcome in front of one figure."""
    for term in reversed(words.TERMS.find(clause)):
        if start <= term.start and term.end <= end and "." in term.key:
            behind = clause.between(term.end, end).lstrip("、或者和及")
            return clause.between(start, term.start) + behind
    return clause.between(start, end)


def is_outcome(item: Governed) -> bool:
    """本机关不掌握2件 tells an outcome; 对涉及第三方权益的2件征求了意见 does not."""
    if item.number is None or item.term.key == "refused.third_party":
        return False
    clause = item.clause
    first = min(item.term.start, item.number.start)
    left = _without_grounds(clause, clause.left_bound(item.number), first)
    behind = clause.between(max(item.term.end, item.number.end), clause.end)
    return len(left) <= 6 and not re.search("[对就]", left) and len(behind) <= 6
