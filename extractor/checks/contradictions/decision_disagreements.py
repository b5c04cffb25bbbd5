"""Decisions, fees and documents: every figure of the text against table two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractor.checks.contradictions.beyond_the_table import DECISION_COUNTS, beyond_the_table
from extractor.checks.contradictions.disagreements import (
    Disagreement,
    causes,
    differing,
    same_words,
)
from extractor.checks.contradictions.figures_told import (
    Told,
    comparable,
    narrow_ones,
    section_at,
    sentence_at,
    words_around,
    words_before,
)
from extractor.checks.contradictions.table_values import Allowed
from extractor.checks.model import Case, Said
from extractor.checks.tables.printed import count
from extractor.checks.tables.readable import readable
from extractor.checks.tables.words import place_of
from extractor.report.facts.model import Fact
from extractor.report.figures import Figure, StatutoryTable

_DECISIONS = {
    "licensing": Said("行政许可处理决定", "licensing decisions"),
    "penalties": Said("行政处罚处理决定", "penalties"),
    "coercion": Said("行政强制处理决定", "coercive measures"),
}
_OTHER_SERVICES = Said("其他对外管理服务事项处理决定", "other services to the public")
_SERVICES_TOLD = re.compile(
    r"其[他它]对外管理服务(?:事项)?(?:处理决定|决定|办理|作出|共计?|合计|数量?|为|了|[：:\s])*"
    r"(?P<number>\d[\d,，]{0,9})\s?件"
)
_NO_SERVICES = re.compile(r"公[开示布]|受理|其中|上一?年|去年|年均|各[县区局]|全[省市县]")
_DOCUMENTS = {
    "issued": Said("制发", "issued"),
    "repealed": Said("废止", "repealed"),
    "in_force": Said("现行有效", "in force"),
}
_KINDS = {
    "normative_documents": Said("规范性文件", "normative documents"),
    "regulations": Said("规章", "regulations"),
}
_FEES = Said("行政事业性收费（元）", "administrative fees (yuan)")
# 2019 form: what was made and published; no count of documents in force.
_COLUMNS_2019 = {"issued": ("made", "disclosed"), "in_force": ("total",)}
# 拟废止2件 are still in force.
_PLANNED = re.compile(r"拟(?!定|稿)|将(?!其)|计划|建议|应当?")
_OTHERS_DOCUMENTS = re.compile(
    r"以(?![我本局])[^，。]{1,10}名义|参与|代拟|代为|协助|转发|上级|乡镇"
)
# 县政府现行有效的规范性文件41件, in a bureau's report.
_GOVERNMENTS = re.compile(
    r"^[^，]{0,6}[省市县区州](?:人民)?政府(?!办)(?:及其办公室)?(?:现行|制发|印发|出台|废止)"
)
_IN_FORCE = re.compile(r"有效|在用|保留|执行|施行|对外公开")
# Charges by their own names are parts of the table's amount; what was waived is none.
_ALL_FEES = re.compile(r"行政事业性收?费|收费(?:总|金额|收入|合计|共)")
_NO_FEES = re.compile(r"减免|免征|免收|退还|降低|减轻|减少|以外|其[他它]|罚没|信息处理费")
_PUBLIC_TOTAL = re.compile(r"对外公开")
# 作出…决定 is what the table counts; what was 办理 or 办结 nearly always is.
_DECIDED = re.compile(r"决定|作出|做出|未|无|没有")
_LIKELY = 0.75
# One procedure, one kind of decision, or no decision on the matter at all.
_KIND_OF = re.compile(
    r"准予|不予|简易程序|一般程序|普通程序|当场|重大|大额|不予(?:行政)?处罚|免予|免罚|从轻|减轻|撤销|变更|延续|注销"
    r"|首次|新办|告知承诺|即办|网上|线上|公开|公示|信息|涉及|案源|立案|移送|备案|指导|督办|监督|下放|委托"
)
# 准予和不准予的 are all kinds together.
_ALL_KINDS = re.compile(
    r"准予(?:许可)?[、和及与或](?:不准予|不予)(?:行政)?(?:许可)?|(?:网上|线上)[、和及与](?:窗口|线下|现场)"
    r"|(?:简易程序|当场)[、和及与](?:一般程序|普通程序)"
)
_WAN = 10_000


def decision_disagreements(case: Case) -> list[list[Disagreement]]:
    """By cause: what the text tells otherwise than table two."""
    for table in readable(case, "disclosure"):
        found = [*_decisions(case, table), *_fees(case, table)]
        for kind, mentions in (
            ("normative_documents", case.report.facts.normative_documents),
            ("regulations", case.report.facts.regulations),
        ):
            found += _documents(case, table, kind, mentions)
        found += [*_services(case, table), *beyond_the_table(case, _bounds(table), DECISION_COUNTS)]
        return causes(found, _linked)
    return []


def _bounds(table: StatutoryTable) -> dict[str, Allowed]:
    """The table's cells by the names that counts elsewhere go by."""
    cells = {key: _allowed(table, key, "decisions") for key in _DECISIONS}
    if table.form != "2019":
        for key in _DOCUMENTS:
            cells[f"normative_documents.{key}"] = _allowed(table, "normative_documents", key)
    return {key: cell for key, cell in cells.items() if cell is not None}


def _decisions(case: Case, table: StatutoryTable) -> Iterator[Disagreement]:
    facts = case.report.facts.decisions
    narrow = narrow_ones(f for mentions in facts.values() for f in mentions)
    for key, name in _DECISIONS.items():
        allowed = _allowed(table, key, "decisions")
        if allowed is None:
            continue
        told = comparable(case, facts.get(key, ()), narrow)
        yield from differing(case, key, name, list(_whole(case, told)), allowed)


def _whole(case: Case, told: Sequence[Told]) -> Iterator[Told]:
    """Decisions of every kind; what is only handled is a little less sure."""
    for one in told:
        words = _ALL_KINDS.sub("", words_around(case, one.fact))
        if one.fact.value and _KIND_OF.search(words):
            # 简易程序20件 is no whole, but may be one with what stands beside it.
            if len(told) == 1:
                continue
            one = replace(one, confidence=min(one.confidence, 0.6))
        elif not _DECIDED.search(words):
            one = replace(one, confidence=min(one.confidence, _LIKELY))
        yield one


def _services(case: Case, table: StatutoryTable) -> Iterator[Disagreement]:
    """办理其他对外管理服务事项235件, of the form of 2019; 公开 and 受理 count other things."""
    allowed = _allowed(table, "other_services", "decisions")
    if allowed is None:
        return
    for match in _SERVICES_TOLD.finditer(case.text):
        value = int(re.sub(r"\D", "", match["number"]))
        fact = Fact(value=value, unit="件", text=match[0], start=match.start(), end=match.end())
        words = case.text[sentence_at(case, fact.start)[0] : fact.end]
        if value != allowed.value and not _NO_SERVICES.search(words):
            yield Disagreement("other_services", _OTHER_SERVICES, fact, allowed, _LIKELY)


def _allowed(table: StatutoryTable, row: str, *columns: str) -> Allowed | None:
    figures = [table.figure(row, column) for column in columns]
    values = [count(figure) for figure in figures]
    first, value = figures[0], values[0]
    if first is None or value is None:
        return None
    also = frozenset(number for number in values if number is not None)
    return Allowed(value, place_of("disclosure", row, columns[0]), first.place, also)


def _documents(
    case: Case, table: StatutoryTable, kind: str, mentions: Mapping[str, tuple[Fact, ...]]
) -> Iterator[Disagreement]:
    narrow = narrow_ones(f for facts in mentions.values() for f in facts)
    for key, name in _DOCUMENTS.items():
        columns = (key,) if table.form != "2019" else _COLUMNS_2019.get(key, ())
        allowed = _allowed(table, kind, *columns) if columns else None
        if allowed is None:
            continue
        told = comparable(case, mentions.get(key, ()), narrow)
        if columns == ("total",):
            told = [t for t in told if _PUBLIC_TOTAL.search(words_around(case, t.fact))]
        told = [t for t in told if not _other_documents(case, key, t.fact)]
        said = Said(f"{_KINDS[kind].zh}{name.zh}", f"{_KINDS[kind].en} {name.en}")
        yield from differing(case, f"{kind}.{key}", said, told, allowed)


def _other_documents(case: Case, key: str, fact: Fact) -> bool:
    """Documents planned, of others, expired by themselves, or published over the years."""
    before, words = words_before(case, fact), words_around(case, fact)
    if case.report.identity.kind != "government" and _GOVERNMENTS.search(before):
        return True
    if _PLANNED.search(before) or _OTHERS_DOCUMENTS.search(before):
        return True
    if key == "repealed":
        return "失效" in words and "废止" not in words
    return key == "in_force" and "公开" in before and not _IN_FORCE.search(words)


@dataclass(frozen=True, slots=True)
class _Amount:
    """The fee that table two prints, in 元, and how finely it is printed."""

    value: float
    ulp: float
    figure: Figure

    def bears_out(self, fact: Fact, tolerance: float) -> bool:
        """Rounded or cut off at the last digit printed, on either side."""
        off = abs(fact.value - self.value)
        fine = max(self.ulp if self.value else self.ulp / 2, _fineness(fact))
        if fact.approx:
            fine = max(fine, tolerance * self.value, _fineness(fact) * 2)
        return off < fine or off < 0.01


def _fineness(fact: Fact) -> float:
    """The last place of 12.6万元, in 元."""
    digits = re.search(r"\d[\d,，]*(?:\.(\d+))?", fact.text)
    unit = 100_000_000 if "亿" in fact.text else _WAN if "万" in fact.text else 1
    if digits is None or unit == 1:
        return 1.0
    return unit / float(10 ** len(digits[1] or ""))


def _amount(table: StatutoryTable) -> _Amount | None:
    figure = table.figure("fees", "amount")
    if figure is None or figure.value is None or figure.value < 0:
        return None
    decimals = re.search(r"[.．](\d+)", figure.printed or "")
    return _Amount(figure.value * _WAN, _WAN / 10 ** len(decimals[1] if decimals else ""), figure)


def _fees(case: Case, table: StatutoryTable) -> Iterator[Disagreement]:
    amount = _amount(table)
    if amount is None:
        return
    mentions = case.report.facts.decisions.get("fees", ())
    told = comparable(case, mentions, narrow_ones(mentions))
    told = [one for one in told if _all_fees(case, one.fact) or _slipped(case, amount, one, told)]
    tolerance = case.settings.thresholds.approx_tolerance
    if any(amount.bears_out(one.fact, tolerance) for one in told) or _summed(amount, told):
        told = [one for one in told if not one.fact.value]
    place = place_of("disclosure", "fees", "amount")
    printed = (amount.figure.printed or "").strip()
    value = round(amount.value)
    for one in told:
        if not amount.bears_out(one.fact, tolerance):
            allowed = Allowed(value, place, amount.figure.place, formula=f"{printed}万元")
            fact = replace(one.fact, value=round(one.fact.value, 2))
            yield Disagreement("fees", _FEES, fact, allowed, one.confidence)


def _slipped(case: Case, amount: _Amount, one: Told, told: Sequence[Told]) -> bool:
    """A charge by its own name, alone beside the table, in the table's digits misplaced."""
    fact = one.fact
    if len(told) > 1 or fact.approx or section_at(case, fact.start) != "disclosure":
        return False
    digits, printed = (sorted(_digits(value)) for value in (fact.value, amount.value))
    return len(digits) > 1 and digits == printed and not _NO_FEES.search(words_around(case, fact))


def _digits(value: float) -> str:
    """45.60 and 456000 alike."""
    return f"{value:.2f}".replace(".", "").strip("0")


def _all_fees(case: Case, fact: Fact) -> bool:
    start, end = sentence_at(case, fact.start)
    named = _ALL_FEES.search(case.text[start:end])
    return bool(named) and not _NO_FEES.search(words_around(case, fact))


def _summed(amount: _Amount, told: Sequence[Told]) -> bool:
    """Several charges by name that are the table's amount together."""
    whole = sum(one.fact.value for one in told)
    return len(told) > 1 and abs(whole - amount.value) < amount.ulp * len(told)


def _linked(one: Disagreement, other: Disagreement) -> bool:
    if one.key == other.key or (same_words(one, other) and one.fact.value == other.fact.value):
        return True
    kind, what = one.key.rpartition(".")[::2]
    other_kind, other_what = other.key.rpartition(".")[::2]
    if kind != other_kind or not kind:
        return False
    # One document more issued is one more in force, one more repealed is one less.
    both = {what, other_what}
    return (both == {"issued", "in_force"} and one.off_as(other)) or (
        both == {"repealed", "in_force"} and one.off_against(other)
    )
