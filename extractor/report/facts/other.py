"""Section six besides the fee: 建议提案 and 创新."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.report.facts.attach import Governed, Terms, govern
from extractor.report.facts.clauses import Passage
from extractor.report.facts.gathering import Gathered, fact_of
from extractor.report.facts.model import Innovation, Proposals, primary
from extractor.report.facts.standing import standing

_PROPOSALS = re.compile(
    r"(?:人大|代表)(?:代表)?(?:的)?(?:议案|建议)(?!意见)|(?:人大代表"
    r"|代表)[^，。意见]{0,6}建议(?=[和、及与\d一二三四五六七八九十两办提件：，。]|共|$)"
    r"|代表提(?:出)?的(?:意见)?建议|政协(?:委员)?(?:的)?提案|委员提案|建议提案|(?<!复)议案|提案"
    r"|(?:人大代表|政协委员)(?:共|一共)?提(?:出|交)?了?[^，。；]{0,20}的建议(?!意见)"
)
_ASKED = re.compile(r"意见建议|建议意见|征集|问卷")
_TERMS = Terms(
    ("suggestions", r"(?:人大|代表)[^，。、]{0,6}(?:建议|议案)(?:、批评和意见)?"),
    ("motions", r"(?:政协)?(?:委员)?[^，。、\d]{0,4}提案"),
)
_UNITS = frozenset({"", "件", "份", "条", "个", "项"})
_EACH = re.compile("各|均|都|分别")
_INNOVATION = re.compile(
    r"(?:政务公开|信息公开|公开工作|工作)(?:方面)?(?:的)?创新(?:案例|情况|做法|工作|举措|项目|经验"
    r"|亮点|成果)"
    r"|创新(?:性)?(?:做法|案例|情况|亮点|工作情况|成果|开展情况|举措情况)|(?:政务公开"
    r"|信息公开)工作?创新"
)
# 创新 as part of a name or a field of the agency's business.
_BUSINESS = re.compile(
    r"科技创新|自主创新|技术创新|创新(?:创业|驱动|发展|型|平台|中心|局|主体|能力|体系|券|大赛|团队"
    r"|人才|示范|城市|试验)|双创|产业创新|守正创新|勇于创新"
)


def read_proposals(passages: Iterable[Passage], year: int | None) -> Proposals:
    gathered = Gathered()
    stated = False
    for passage in passages:
        if passage.section == "issues" or not _PROPOSALS.search(passage.text):
            continue
        if passage.aspect == "supervision" and _ASKED.search(passage.text):
            continue
        stated = True
        for clause in passage.clauses:
            items = govern(clause, _TERMS.find(clause))
            for item in items:
                if _of_both(items, item):
                    continue
                stands = standing(passage, clause, item.number, year)
                if item.number and item.number.unit in _UNITS and not stands.compared:
                    gathered.add(item.term.key, fact_of(passage, item, stands))
    figures = [primary(gathered.facts(key)) for key in ("suggestions", "motions")]
    return Proposals(stated, *figures)


def _of_both(items: list[Governed], item: Governed) -> bool:
    """办理建议和提案22件: one figure for both tells neither; 各8件 does."""
    if item.number is None or not item.value or _EACH.search(item.clause.left(item.number)):
        return False
    return any(o.number == item.number and o.term.key != item.term.key for o in items)


def read_innovation(passages: Iterable[Passage]) -> Innovation:
    for passage in passages:
        if passage.section == "issues":
            continue
        text = _BUSINESS.sub("", passage.text)
        if _INNOVATION.search(text) or (passage.section == "other" and "创新" in text):
            return Innovation(True)
    return Innovation()
