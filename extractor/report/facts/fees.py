"""信息处理费: notices sent, sums billed and received, in 元."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extractor.report.facts.attach import Governed, Term, denied, not_one
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.decisions import NO_CHARGE, in_yuan
from extractor.report.facts.figures import Number
from extractor.report.facts.gathering import Gathered, fact_of
from extractor.report.facts.model import Fact, InformationFee, primary
from extractor.report.facts.standing import standing

_SPEAKS = re.compile(
    r"(?:信息|公开)[^，。]{0,6}处理费|信息处理费|(?:收费|缴费)通知|信息公开[^，。]{0,12}(?:收费|费用)"
    r"|依申请[^，。]{0,12}(?:收费|费用|收取)"
    r"|(?:未|没有?|无|不|零)(?:向[^，。]{0,12})?(?:收取|产生|发生)?(?:任何|过|相关)*(?:费用|收费)"
)
_OTHER = re.compile(r"行政事业性收费|许可|处罚|采购|检验|代理费|资金")
_NOTICE = re.compile(r"通知")
_BILLED = re.compile(
    r"通知收费|计费|应收|应缴|通知(?:收费)?(?:的)?金额|总金额|收费(?:总)?金额|涉及金额|金额|计费"
    r"|费用(?:共计"
    r"|合计|总计)"
)
_RECEIVED = re.compile(
    r"实际收取|实际收到|实收|实缴|收取|收到|收了|收缴|缴纳|缴费|入库|收入|收费|处理费"
)
_NOTICE_UNITS = frozenset({"", "件", "份", "次", "宗", "起", "条", "笔", "个", "封", "张", "项"})
_MONEY = frozenset({"元", "块钱", "万元", "亿元"})
# 未收取, 没有收信息处理费, 未产生费用, 无收费情况.
_NONE = re.compile(
    r"(?:未|没有?|无|不存在|不(?!予)|从未)(?:曾|有|再)?(?:发生|产生|出现"
    r"|涉及)?(?:过)?(?:应|需)?(?:依申请|因[^，。；]{2,12}公开)?(?:向[^，。]{0,14})?(?:就[^，。]{0,14})?"
    r"(?:收取|收缴|收过|收(?=[^到费]|了|费)|产生|发生|任何|费用|收费|信息处理费"
    r"|政府信息公开信息处理费|相关|此类|该|信息公开处理费|政府信息公开处理费)"
    r"|一分(?:钱)?(?:也|都)?(?:没|未)收|发生(?:0|零)[笔件次]|(?:无|没有)(?:政府信息公开|信息公开|依申请公开)收费"
    r"|免[收费]|免予收|零收[费取]|不收费|未收费"
)
# Of applications only: 办事不收一分钱 is told of much else.
_NOT_A_CENT = re.compile(
    r"(?:未|没有?|不)收(?:取|了)?过?(?:申请人)?一分钱|一分钱(?:也|都)?(?:没有?|未|不)收"
)
_RECEIVED_SUM = re.compile(r"实际收取|实际收到|实收|实缴|收取(?:总)?金额|收缴")
_NOTICES_COUNTED = re.compile(r"通知书?(?:的)?(?:件数|份数|数量|数)?(?:共计?|为|是|：)*$")
_SUM_TOLD = re.compile(r"金额|元|处理费|费用|实收|实际收|应收|收取|入账|收入")
_ALL_PAID = re.compile(
    r"(?:申请人|当事人)?(?:已|均|都|全部|全额|悉数|按时|按期|如数|足额|及时|于年内)+(?:收缴|缴纳|缴清|收取|到账|入库"
    r"|收到|收讫|缴费|缴库|缴付|支付|付清|交纳|交清|上缴)(?:到位|完毕|国库|入库|财政)*"
)
# 计收300元，未缴纳，实收0元: what was asked beside what came.
_PAID_APART = re.compile(r"实收|实际收|实缴|未缴|未交|未付|已收")
_RULE = re.compile(r"标准|规定|办法|严格|按照|执行|依据")
# 未收取复制费以外的费用: says nothing of the fee itself.
_BEYOND = re.compile(r"费[用等]{0,2}(?:以外|之外|外)的|除[^，。；]{1,14}?[以之]?外的")
_NOTHING = re.compile(
    r"(?:[\d年本度我局委镇乡街道]|情况)*(?:无|暂无|没有|未发生|未产生|未收取|0元?|零)[。.；;]?"
)


def read_fees(passages: Iterable[Passage], year: int | None) -> InformationFee:
    gathered = Gathered()
    topic = -1
    told = (p for p in passages if p.section not in ("issues", "disclosure", "disputes"))
    for part in (part for passage in told for part in passage.parts):
        free = part.under("applications") and _NOT_A_CENT.search(part.text)
        if (free or _SPEAKS.search(part.text)) and not _OTHER.search(part.text):
            topic = part.line
            _read(part, gathered, year)
        elif topic == part.line or (part.line == topic + 1 and part.section == "other"):
            # 信息处理费。无。: heading and statement are sentences of their own.
            if topic == part.line and _money(part):
                _read(part, gathered, year)
            elif _NOTHING.fullmatch(part.text):
                _nothing(part, gathered)
    notices, billed, received = (
        primary(gathered.facts(key)) for key in ("notices", "billed", "received")
    )
    stated = any(fact is not None for fact in (notices, billed, received))
    return InformationFee(stated, notices, billed, received, mentions=gathered.frozen())


def _money(passage: Passage) -> bool:
    return any(number.unit in _MONEY for number in passage.numbers) or bool(
        _NOTICE.search(passage.text)
    )


def _read(passage: Passage, gathered: Gathered, year: int | None) -> None:
    last = ""
    for clause in passage.clauses:
        reached = False
        for number in clause.numbers:
            all_keys = _all_nought(clause, number)
            for every in all_keys:
                _add(passage, clause, number, every, gathered, year)
                reached = True
            key = None if all_keys else _key(clause, number, last, passage.text)
            if key is not None:
                _add(passage, clause, number, key, gathered, year)
                reached, last = True, key
            elif re.search(r"收取|收到|收缴", clause.left(number)):
                last = "received"
        if not reached:
            _denial(passage, clause, gathered, year)
            _paid(passage, clause, gathered)


def _all_nought(clause: Clause, number: Number) -> list[str]:
    """通知件数、收费金额、实收金额均为0: one nought for all."""
    left = clause.left(number)
    if number.value or not re.search(r"(?:均|都|皆|全部)(?:为|是)?$", left):
        return []
    words = (("notices", _NOTICE), ("billed", _BILLED), ("received", _RECEIVED_SUM))
    keys = [key for key, pattern in words if pattern.search(left)]
    return keys if len(keys) > 1 else []


def _key(clause: Clause, number: Number, last: str, passage_text: str) -> str | None:
    left = clause.left(number)
    whole = clause.between(clause.start, number.start)
    if number.unit not in _NOTICE_UNITS - {""} and NO_CHARGE.search(left):
        return None
    if number.unit == "" and _NOTICES_COUNTED.search(left):
        return "notices"
    if number.unit in _MONEY and re.search(r"(?:收费|缴费)通知书?(?:共|计)*$", left):
        return "billed"
    if number.unit in _MONEY or (number.unit == "" and _SUM_TOLD.search(left)):
        if _RULE.search(left) and "标准" in left + clause.right(number):
            return None
        if "计收" in left and _PAID_APART.search(passage_text):
            return "billed"
        if re.search(r"收取|收缴|缴纳|缴费(?!通知)|入库", left) and not re.search(
            r"应|通知|拟", left
        ):
            return "received"
        billed, received = _last(_BILLED, left), _last(_RECEIVED, left)
        if re.search(r"实际|实收|实缴|已缴|已收|均按时缴", left):
            return "received"
        if not _NOTICE.search(passage_text) and re.search(r"(?:收费)?(?:总)?金额", left):
            return "received"
        if billed >= 0 and (billed >= received or "应" in left):
            return "billed"
        if received >= 0:
            return "received"
        return {"notices": "billed", "received": "received"}.get(last)
    if number.unit in _NOTICE_UNITS:
        behind = clause.right(number)
        if re.search(r"通知书?(?:的)?(?:件数|数量|数|份数)?(?:共计?|为|是|了|：)*$", left) or (
            re.match(
                r"的?(?:申请)?(?:依法|分别|均)?(?:发[出送]?|下达|送达)?(?:了)?(?:[^，]{0,12})(?:收费"
                r"|缴费)?通知",
                behind,
            )
            and not re.match("的?申请的", behind)
        ):
            return "notices"
        if (
            re.search(r"通知", whole)
            and re.search(r"[发共]", left)
            and not re.search("逾期", whole + behind)
        ):
            return "notices"
    return None


def _paid(passage: Passage, clause: Clause, gathered: Gathered) -> None:
    """合计1,260元，全部收缴到位: what was billed was received."""
    billed = primary(gathered.facts("billed"))
    if billed is None or gathered.facts("received") or not _ALL_PAID.fullmatch(clause.shown):
        return
    start, end = passage.whole(clause.start, clause.end)
    text = passage.text[clause.start : clause.end]
    gathered.add("received", replace(billed, text=text, start=start, end=end, derived=True))


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)


def _add(
    passage: Passage, clause: Clause, number: Number, key: str, gathered: Gathered, year: int | None
) -> None:
    term = Term(key, number.start, number.end)
    none = number.value == 1 and not_one(clause, number)
    item = Governed(term, number, clause, number.start, number.end, none)
    stands = standing(passage, clause, number, year)
    if stands.compared:
        return
    fact = fact_of(passage, item, stands)
    if key != "notices":
        fact = in_yuan(replace(fact, unit=fact.unit if fact.unit in _MONEY else "元"))
    gathered.add(key, fact)


def _denial(passage: Passage, clause: Clause, gathered: Gathered, year: int | None) -> None:
    text = clause.shown
    waived = (NO_CHARGE.search(clause.left(n)) for n in clause.numbers if n.unit in _MONEY)
    if _BEYOND.search(text) or any(waived):
        return
    if clause.lead in "：:" and _NOTHING.fullmatch(text):
        item = Governed(
            Term("received", clause.start, clause.end), None, clause, clause.start, clause.end
        )
        gathered.add(
            "received", fact_of(passage, item, standing(passage, clause, None, year), "元")
        )
        return
    match = _NONE.search(text)
    notice = denied(
        clause,
        [
            Term("notices", clause.start + m.start(), clause.start + m.end())
            for m in re.finditer("通知", text)
        ],
    )
    for item in notice:
        gathered.add("notices", fact_of(passage, item, standing(passage, clause, None, year)))
    if match is None and not re.search(r"(?:没有|未)收取?$", text):
        return
    start = clause.start + (match.start() if match else 0)
    end = clause.end
    if notice and not re.search(
        r"收取|收(?:信息)?处理费|产生|收费(?!通知)|费用", text.replace("收费通知", "")
    ):
        return
    if re.search(r"未(?:按|缴|交)|逾期|投诉|举报|违规", text):
        return
    item = Governed(Term("received", start, end), None, clause, start, end)
    gathered.add("received", fact_of(passage, item, standing(passage, clause, None, year), "元"))


def _nothing(passage: Passage, gathered: Gathered) -> None:
    start, end = passage.whole(0, len(passage.text))
    fact = Fact(value=0, unit="元", text=passage.text, start=start, end=end)
    gathered.add("received", fact)
