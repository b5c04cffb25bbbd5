"""Decisions of table two as the prose tells them: 许可, 处罚, 强制, and 行政事业性收费 in 元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractor.report.facts.attach import (
    Governed,
    Term,
    Terms,
    dealt,
    denied,
    govern,
    light,
    light_behind,
)
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.decision_sums import take_sums
from extractor.report.facts.denial import INCAPACITY
from extractor.report.facts.gathering import Gathered, fact_of
from extractor.report.facts.model import Fact
from extractor.report.facts.standing import Standing, standing

_UNITS = frozenset({"", "件", "宗", "起", "份", "个", "次", "例", "件次"})
_YUAN = {"元": 1, "块钱": 1, "万元": 10_000, "亿元": 100_000_000}
_TERMS = Terms(
    ("licensing", r"行政(?:审批)?许可(?:类)?(?:处理)?(?:决定书?|案件)?|许可类?决定书?|许可类"),
    ("penalties", r"行政处罚(?:类)?(?:处理)?(?:决定书?|案件)?|处罚类?决定书?|处罚类"),
    (
        "coercion",
        r"行政强制(?:类)?(?:处理)?(?:措施|执行)?(?:类)?(?:决定书?|案件)?|强制类?决定书?|强制类"
        r"|强制(?:执行|措施|拆除|扣押|查封|清除)(?:决定书?)?",
    ),
    (
        "fees",
        r"行政事业性收?费(?:用)?(?:收入|金额)?|(?<=[与和及、])收费(?=均|都|(?:项目|事项|行为)?$)",
    ),
)
# Licences told by their own names; only where the prose goes with table two.
_LICENCES = Terms(
    (
        "licensing",
        r"(?:核发|颁发|发放)[^，。；\d]{0,30}许可证?|办理[^，。；\d]{2,14}许可证?(?=\d)|许可证?(?:一?共|合计)?(?:批|办|核发|颁发"
        r"|发放)了?(?=[\d一二两三四五六七八九十百千])",
    )
)
_PENALTIES = Terms(("penalties", r"处?罚[了过]"))
# 许可12件，处罚3件，均为处理决定数: short names beside their table.
_SHORT = Terms(("licensing", r"许可"), ("penalties", r"处罚"), ("coercion", r"强制"))
_SHORTS = r"(?:行政)?(?:许可|处罚|强制)(?:[、和及与](?:行政)?(?:许可|处罚|强制))*"
_ONLY_SHORT = re.compile(
    rf"{_SHORTS}(?:决定|事项|方面)?(?:[两三各]项|[两三各]类|[两三]者)?(?:也|均|都|全)?(?:为|是)?(?:无|没有|未发生|零|0件?)$"
    rf"|[^，。；]{{0,10}}?(?:没有|无|未|不曾)(?:作出|做出|实施|发生|下达|承担|行使)?过?(?:任何|相关|独立的?)?{_SHORTS}"
    r"(?:权力?|权限|职权|职能|职责|事项|决定|措施|行为|案件|业务)?$"
    rf"|[^，。；]{{0,10}}?不(?:再|能|独立|直接)?(?:具有|具备|享有|拥有|行使|承担|负有){_SHORTS}"
    r"(?:权力?|权限|职权|职能|职责|事项|业务)?$"
)
# 作出处罚决定29件，强制1件: a short name beside the full one of another.
_SHORT_BESIDE = re.compile(r"(?:另有|还有|另)?(?:许可|处罚|强制)(?:措施)?(?:共|为|有)?")
_BEHIND = re.compile(
    r"(?:起|件)?(?:违法|违规)?(?:行为|案件|当事人|企业|单位|事项)?(?:依法)?(?:作出|给予|实施"
    r"|予以)?了?的?"
)
# 不具有许可、处罚、强制职能，处理决定数量均为0: one nought for all that was named before.
_ALL_NOUGHT = re.compile(
    r"(?:上述|以上|各项|各类|三类|三项|相关|全年|本年度?|当年|今年|年内|行政|处理|决定|本表|填报|填写|事项|案件|件数|数量"
    r"|情况|也|办理|作出|数|的)*(?:均|都|皆|全)?(?:为|是)?(?:0件?|零|无|没有)|(?:均|都|皆)(?:未|没有?)"
    r"(?:作出|发生|办理|实施|涉及)?(?:过)?(?:此类|相关|上述|这类)?(?:行政)?(?:处理)?(?:决定|行为|案件)?"
    r"|(?:[我本](?:[局委办会镇]|街道|机关))?(?:未|没有)作出(?:过)?(?:此类|相关|上述|这类|该类)(?:行政)?"
    r"(?:处理)?(?:决定|行为)?"
)
# 没有行政许可、行政处罚、行政强制和…: one denial for a whole list.
_LISTED = re.compile(r"行政(?:许可|处罚|强制|征收|检查)(?:决定|事项|措施|案件)?|[、和及与或]")
_MOST_WORDS = 14
# 不具有处罚权的单位: others, who do not have it.
_OF_OTHERS = re.compile(r"(?:权力?|权限|职权|职能|职责|资格)的")
_DECIDES = re.compile(r"作出|做出|办理|办结|实施|下达|处理决定|本年度?处理|开展")
# 处罚决定出了3件, 决定书开出11份
_SETTLED = re.compile(r"^(?:书)?(?:全年|共|一共)*(?:[出下作做开办](?:出|达|发)?|发出|送达|执行)了?")
_MADE = re.compile(r"(?:作出|做出|下达)(?:的|了)?$")
# 栏目发布的70条中，…决定书9份: a list of what was published.
_PUBLISHED = re.compile(
    r"(?:公开|公示|发布|公布)的?[^，。；]{0,8}[\d,，]+[条份件篇](?:信息)?(?:中|里|之中|里头|当中)?$"
)
# 作出出版项目变更等行政许可决定: a list in front of it says of what kinds.
_OF_SUCH = re.compile(r"等(?:[\d一二两三四五六七八九十]*[类种项个])?的?$")
_PUBLISHES = re.compile(r"公开|公示|发布|公布|上网|录入|归集|报送|推送|挂网|更新|刊登")
# Where a word like these governs the number, it is no decision.
_NO_DECISION = re.compile(
    r"受理|申请(?!人)|立案|备案|事项(?!\d)|项目|清单|目录|不予(?:行政)?$|信息|名单|结果|文书摘要"
    r"|案例|听证|法制审核|评查|案卷|培训|收到|依据|条款|减少|增加|取消|下放|标准|流程|指南|栏目"
    r"|公告|注销|撤销|吊销"
)
_FEE = re.compile(
    r"费(?:用)?(?:等)?(?:共计?|总共|一共|合计)?(?:收了|收取了?|征收了?|收入|收缴|入库|进账|为"
    r"|金额)+(?:共计|共|约)?$"
    r"|(?:征收|收取|收缴|收费金额|收费)[^，]{0,24}(?:收费|费)(?:共计?|合计|金额)?$|收费金额(?:为"
    r"|共计?|合计|总计)?$|收费(?:共计?|合计|总计)?$"
    r"|(?:征收|收取|收缴)[^，]{0,24}费(?:用)?等?(?:共计?|合计|总计)?$"
)
# Charges by their own names, wherever they are told.
_NAMED_FEE = re.compile(
    r"(?:工本|登记|考试|考务|报名|检定|检验|检测|鉴定|复垦|恢复|补偿|挖掘|占道|占用|污水处理|水资源|处置"
    r"|异地建设|易地建设|垃圾处理|开垦)费[^，。；\d]{0,12}(?:收取|收了|征收|收入|收缴|入库|进账|共|合计"
    r"|总计)[^，。；\d]{0,6}$"
)
_NO_FEES = re.compile(r"不(?:收取|征收|存在|涉及)[^，]{0,4}行政事业性收费")
_NO_FEES_AT_ALL = re.compile(
    r"收费(?:金额|收入|项目)?(?:亦|也|均|都)?(?:无|没有|(?:为|是)?(?:零|〇)$)|"
    r"不收(?:取)?(?:什么|任何)?费(?:用)?|(?:没有?|未|无)(?:发生|产生|收取?|有)?过?(?:任何|什么)?"
    r"(?:收?费|费用)(?:项目|事项|行为|情况)?$"
)
# 减免收费3.2万元, 复制费以外的费用: what was not charged, or was charged for something else.
NO_CHARGE = re.compile(
    r"(?:减免|减征|减收|减轻|免征|免收|免除|豁免|缓缴|退还|退回|退费|返还|节约|节省|补贴|补助|让利)[^，。；\d]*$"
    r"|(?:以外|之外|除外)的?[^，。；\d]*$"
)
_REACHED = re.compile(r"(?:收费)?(?:金额|收入)?(?:达到?|为|共计?|合计)")
# 许可和处罚决定共42件: both together, neither's.
_JOINED_TO = re.compile(r"(?:许可|处罚|强制)(?:类)?(?:决定)?[、和与及]$")
_EACH = re.compile(r"[各均都]")
# 属于行政事业性收费，全年收取46.8万元
_CHARGED = re.compile(
    r"(?:全年|本年度?|当年|今年|年内|(?:19|20)\d\d年度?|共计?|一共|累计|合计|实际)*(?:收取|征收|收入|收缴|入库|实收)(?:了|共|合计|约)*"
)
_IS_CHARGE = re.compile(r"(?<![不非])(?:属于?|为|是|系|作为|列入)行政事业性收费[，,]?$")
# 行政事业性收费包括登记费112万元、开垦费206万元: one of several by its own name.
_COMPRISES = re.compile(
    r"行政事业性收费[^，。；\d]{0,8}(?:包括|包含|主要[有是为]|分为|其中)[^，。；\d]{2,16}$"
)
_OTHER_FEE = re.compile(r"信息处理费|信息公开|申请|采购|资金|补贴|罚没|罚款|通知")


def read_decisions(passages: Iterable[Passage], year: int | None) -> dict[str, tuple[Fact, ...]]:
    gathered = Gathered()
    for passage in passages:
        told_here = passage.section in (None, "overview", "disclosure", "other")
        if told_here and not passage.under("applications"):
            _read(passage, gathered, year)
    return gathered.frozen()


def _read(passage: Passage, gathered: Gathered, year: int | None) -> None:
    text = passage.text
    beside_table = passage.section == "disclosure"
    if not beside_table and not re.search(r"行政|决定|费[^，。]{0,8}收", text):
        return
    deals = dealt(passage, _TERMS)
    for item in deals:
        _take(passage, item, gathered, year)
    dealt_end = max((item.end for item in deals), default=0)
    decides = settled = published = False
    for clause in passage.clauses:
        found = _TERMS.find(clause)
        # 作出许可决定5件、处罚决定3件: the verb holds on until another comes.
        if _DECIDES.search(clause.shown):
            decides, published = True, False
        elif _PUBLISHES.search(clause.shown) or _NO_DECISION.search(clause.shown):
            published = published or (not decides and bool(_PUBLISHED.search(clause.shown)))
            decides = False
        items = [] if clause.start < dealt_end else govern(clause, found, _gap, _behind)
        for item in items:
            none = item.term.key == "fees" and item.number and not item.number.value
            if none or (not published and _decided(passage, clause, item, decides)):
                _take(passage, item, gathered, year)
                settled = True
        if beside_table and not found:
            told = [*_LICENCES.find(clause), *_PENALTIES.find(clause)]
            beside = settled and any(
                _SHORT_BESIDE.fullmatch(clause.left(n)) for n in clause.numbers
            )
            if "处理决定" in text or beside:
                told += _SHORT.find(clause)
            for item in govern(clause, told):
                if item.number and item.number.unit in _UNITS:
                    _take(passage, item, gathered, year)
        reached = {item.term for item in items}
        for item in _none(clause, [t for t in found if t not in reached], beside_table):
            _take(passage, item, gathered, year)
        nothing = _NO_FEES_AT_ALL if beside_table else _NO_FEES
        if match := _NO_FEES.search(clause.shown) or nothing.search(clause.shown):
            start, end = clause.start + match.start(), clause.start + match.end()
            item = Governed(Term("fees", start, end), None, clause, start, end)
            _take(passage, item, gathered, year)
        _fees(passage, clause, gathered, year)
        if _ALL_NOUGHT.fullmatch(clause.shown):
            _nought(passage, clause, gathered)
    take_sums(passage, _TERMS, _UNITS, gathered, year)


def _nought(passage: Passage, clause: Clause, gathered: Gathered) -> None:
    """All that the clauses before named without a figure."""
    before = [c for c in passage.clauses if c.end <= clause.start and not c.depth]
    named = {
        t.key: t
        for c in before
        if not c.numbers
        for t in [*_TERMS.find(c), *(_SHORT.find(c) if passage.section == "disclosure" else ())]
    }
    if not named or any(n.unit in _UNITS for c in before for n in c.numbers):
        return
    for key, term in named.items():
        item = Governed(term, None, clause, clause.start, clause.end)
        if not gathered.facts(key):
            gathered.add(key, fact_of(passage, item, Standing()))


def _gap(term: Term, between: str) -> bool:
    """行政处罚共作出296件."""
    return light(term, _SETTLED.sub("", _DECIDES.sub("", between)))


def _behind(between: str) -> bool:
    """94起违法行为作出行政处罚决定."""
    return light_behind(between) or (len(between) <= 16 and bool(_BEHIND.fullmatch(between)))


def _decided(passage: Passage, clause: Clause, item: Governed, decides: bool) -> bool:
    number = item.number
    if number is None or item.term.key == "fees":
        return False
    if number.unit not in _UNITS:
        return False
    left = clause.between(clause.left_bound(number), min(item.term.start, number.start))
    between = clause.between(min(item.term.end, number.end), max(item.term.start, number.start))
    if number.value and _JOINED_TO.search(left) and not _EACH.search(between):
        return False
    # 办结行政许可事项12件 are cases, 行政许可事项12件 are kinds of them.
    between = between.removeprefix("事项") if _DECIDES.search(left) else between
    if item.term.start < number.start and _NO_DECISION.search(between):
        return False
    # 对无证培训作出行政处罚决定: what stands in front of the verb is why.
    near = "" if _MADE.search(left) or _OF_SUCH.search(left) else left[-8:]
    if _NO_DECISION.search(near) or re.match(r"的?(?:信息|申请|事项|案例)", clause.right(number)):
        return False
    if _DECIDES.search(left):
        return True
    if _PUBLISHES.search(left):
        return False
    word = passage.text[item.term.start : item.term.end]
    return decides or "决定" in word or passage.section == "disclosure"


def _none(clause: Clause, found: list[Term], beside_table: bool) -> Iterator[Governed]:
    """What is denied; a table's short names (许可、处罚、强制三项均无) only beside it."""
    counted = clause.only(_UNITS | frozenset(_YUAN) - {"项"})
    yield from (i for i in denied(counted, found, INCAPACITY) if _denied(clause, i))
    if beside_table and _ONLY_SHORT.match(clause.shown):
        keys = {term.key for term in found}
        short = [term for term in _SHORT.find(clause) if term.key not in keys]
        yield from denied(counted, short, INCAPACITY)


def _denied(clause: Clause, item: Governed) -> bool:
    """未作出行政处罚, 无行政许可; 不办理行政许可 tells a competence, not a year."""
    behind = clause.between(item.term.end, clause.end)
    before = clause.between(item.start, item.term.start)
    if re.search(r"逾期|违法|被|投诉|复议|诉讼|错误|公开|公示|撤销|纠正", before + behind):
        return False
    if _OF_OTHERS.search(behind):
        return False
    return len(_LISTED.sub("", before)) <= _MOST_WORDS


def _fees(passage: Passage, clause: Clause, gathered: Gathered, year: int | None) -> None:
    for number in clause.numbers:
        if number.unit not in _YUAN or _OTHER_FEE.search(passage.part_at(number.start)):
            continue
        left = clause.between(clause.start, number.start)
        if NO_CHARGE.search(clause.left(number)):
            continue
        before = passage.text[: clause.start]
        if _COMPRISES.search(left):
            continue
        named = "行政事业性收费" in left or (
            _REACHED.fullmatch(left) and "行政事业性收费" in before
        )
        named = named or bool(_CHARGED.fullmatch(left) and _IS_CHARGE.search(before))
        named = named or bool(_NAMED_FEE.search(left))
        if named or (passage.section == "disclosure" and _FEE.search(left)):
            term = Term("fees", number.start, number.end)
            item = Governed(term, number, clause, number.start, number.end)
            _take(passage, item, gathered, year)


def _take(passage: Passage, item: Governed, gathered: Gathered, year: int | None) -> None:
    stands = standing(passage, item.clause, item.number, year)
    if stands.compared or stands.ages:
        return
    fact = fact_of(passage, item, stands)
    if item.term.key == "fees":
        fact = in_yuan(replace(fact, unit=fact.unit if fact.unit in _YUAN else "元"))
    gathered.add(item.term.key, fact)


def in_yuan(fact: Fact) -> Fact:
    """The value in 元, whatever unit is printed."""
    value = round(fact.value * _YUAN[fact.unit], 2)
    return replace(fact, value=int(value) if value == int(value) else value, unit="元")
