"""Counts in sections five and six that are more than the table's whole.

There the text speaks of some cases, seldom of all: 有2件申请答复偏慢. But a part is never more than
its whole, and what is denied outright is none: 27件办结件平均用时, where table three counts 22.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extractor.checks.contradictions.denials import NOT, pattern
from extractor.checks.contradictions.disagreements import Disagreement
from extractor.checks.contradictions.statements import Statement, statements
from extractor.checks.contradictions.table_values import Allowed
from extractor.checks.model import Case, Said
from extractor.language.numerals import chinese_number
from extractor.report.facts.application_words import APPLICATION
from extractor.report.facts.model import Fact
from extractor.report.outline import SectionKey

_SECTIONS: tuple[SectionKey, ...] = ("issues", "other")
_SPEAKS = re.compile("申请|办结件|答复件|决定|规范性文件|复议|诉讼|应诉")
_CONFIDENCE = 0.85
_NUMBER = r"(?<![\d.近第])([1-9]\d{0,5}|[一二两三四五六七八九十百]{1,6})(?:余|多)?"
_N = rf"{_NUMBER}(?:件|起|宗|例|桩)(?!次)"
_PUBLICITY = r"(?:政府信息|政务信息|信息|政务)公开"
# Of several years, of other bodies, or no cases of the year at all.
_NOT_MEANT = re.compile(
    r"上一?年|去年|往年|历年|以来|累计|近[两三四五几]?年|以往|多年|此前|案例|典型|模拟|演练|讲评|代理"
    r"|协助|作为复议机[关构]|指导|审理的|通报|兄弟|减少|增加|下降|上升|多了|少了|[增减]至"
)
_AREA = re.compile(r"全[省市县区州旗盟国]")
_YEAR = re.compile(r"((?:19|20)\d\d)年")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a noun phrase counts, and the table's values that bound it together."""

    name: Said
    words: re.Pattern[str]
    about: re.Pattern[str]
    """What the sentence must speak of."""
    keys: tuple[str, ...]
    none: bool = False
    """Denied: the table must count none."""
    another: re.Pattern[str] | None = None
    """Words with which another thing is counted."""


def _applications(name: Said, words: str, *keys: str) -> Counted:
    return Counted(name, re.compile(words), re.compile(rf"{APPLICATION}|答复书"), keys)


APPLICATION_COUNTS = (
    _applications(
        Said("收到申请", "applications received"),
        rf"{_N}(?:新收|收到)?的?(?:{APPLICATION})(?!人|书|表|渠道|事项清单)"
        rf"|(?:收到|接到|受理|新收|经手)的{_N}申请(?!人|书|表)",
        "received",
    ),
    _applications(
        Said("办结答复", "answered"),
        rf"{_N}(?:办结件|答复件|(?:已)?(?:办结|答复)的?(?:{APPLICATION}|申请)(?!人))"
        rf"|(?:办结|答复|回复)的{_N}(?:{APPLICATION}|申请)(?!人|书|表)",
        "answered",
    ),
    _applications(Said("不予公开", "refused"), rf"不予公开的{_N}", "refused"),
    _applications(Said("部分公开", "granted in part"), rf"部分公开的{_N}", "partial"),
    _applications(Said("无法提供", "unavailable"), rf"无法提供的{_N}", "unavailable"),
    _applications(Said("不予处理", "not processed"), rf"不予处理的{_N}", "not_processed"),
)

# What was published or sampled may be of other years.
_ONLY_SHOWN = re.compile(
    r"公[开示布]|上网|抽查|抽取|评查|清理|归集|录入|存量|历史|旧|目录|起草|代拟|名义|[县市区省乡镇]政府"
)
_ANY = re.compile("")


def _decisions(key: str, zh: str, en: str, word: str) -> Counted:
    words = rf"(?:作出|做出|办理|下达)的?{_N}(?:行政)?{word}决定"
    return Counted(Said(zh, en), re.compile(words), _ANY, (key,), another=_ONLY_SHOWN)


def _documents(key: str, zh: str, en: str, verbs: str) -> Counted:
    words = rf"(?:{verbs})了?的?{_N}(?:现行有效的?)?(?:行政)?规范性文件"
    name = Said(f"规范性文件{zh}", f"normative documents {en}")
    return Counted(
        name, re.compile(words), _ANY, (f"normative_documents.{key}",), another=_ONLY_SHOWN
    )


DECISION_COUNTS = (
    _decisions("licensing", "行政许可处理决定", "licensing decisions", "许可"),
    _decisions("penalties", "行政处罚处理决定", "penalties", "处罚"),
    _decisions("coercion", "行政强制处理决定", "coercive measures", "强制"),
    _documents("issued", "制发", "issued", "制发|印发|出台|制定|新制|新发"),
    _documents("repealed", "废止", "repealed", "废止"),
    _documents("in_force", "现行有效", "in force", "现行有效|保留有效"),
)

_OTHER_ACTS = re.compile(r"处罚|强制|许可|征收|征地|拆迁|执法|工伤|投诉|信访|登记")
_CAUSE = (
    rf"(?:因|涉及?|关于|有关|与|对)?{_PUBLICITY}(?:类|答复|申请|工作|引发|引起|产生|有关|方面|的)*"
)
_BY_WHOM = r"(?:复议机关|人民法院|法院|上级机关|上级|依法|予以)*"
# Ordered to answer anew may stand under 其他结果.
_ANEW = "撤销|确认违法|责令重新(?:作出)?答复"


def _cases(subject: str, zh: str, en: str, word: str) -> tuple[Counted, Counted]:
    case = rf"{_CAUSE}(?:行政)?{word}"
    words = rf"{_N}的?{case}(?!机关|机构|局|委|法)|{case}(?:案件?)?(?:共|有)?{_N}"
    denied = (
        rf"{NOT}(?:发生|出现|收到|产生|引发)?(?:过)?(?:任何|一[件起宗])?{_CAUSE}(?:行政)?"
        rf"(?:(?:复议|诉讼)(?:案件?)?[、和及与或]?(?:行政)?)?{word}(?:案件?|申请|情况|情形)?(?:[、和及与或](?:行政)?(?:复议|诉讼)(?:案件?)?)?"
    )
    name, keys = Said(zh, en), (f"{subject}.total",)
    return (
        Counted(name, re.compile(words), _ANY, keys, another=_OTHER_ACTS),
        Counted(name, pattern(denied), _ANY, keys, none=True),
    )


def _corrected(words: str, *results: str) -> Counted:
    """行政复议和行政诉讼中被纠正的20件."""
    return Counted(
        Said("结果纠正", "corrected"),
        re.compile(rf"被{_BY_WHOM}(?:{words})的?{_N}|{_N}[^，；\d]{{0,16}}被{_BY_WHOM}(?:{words})"),
        re.compile("复议|诉讼|法院"),
        tuple(f"{subject}.{result}" for result in results for subject in ("review", "suit")),
        another=_OTHER_ACTS,
    )


DISPUTE_COUNTS = (
    *_cases("review", "行政复议总数", "reviews in all", "复议"),
    *_cases("suit", "行政诉讼总数", "suits in all", "(?:诉讼|应诉)"),
    _corrected("纠正", "corrected"),
    _corrected(_ANEW, "corrected", "other"),
)


def beyond_the_table(
    case: Case, allowed: Mapping[str, Allowed], counts: tuple[Counted, ...]
) -> Iterator[Disagreement]:
    """Of each quantity the first count that the table's whole cannot hold."""
    bounds = [(one, bound) for one in counts if (bound := _bound(one, allowed)) is not None]
    if not bounds:
        return
    told = [s for s in statements(case, _SECTIONS, _SPEAKS) if _meant(case, s)]
    for one, bound in bounds:
        for statement in told:
            if (value := _value(one, statement)) is not None and _differs(one, value, bound):
                fact = Fact(
                    value=value,
                    unit="件",
                    text=statement.text,
                    start=statement.start,
                    end=statement.end,
                )
                yield Disagreement(one.keys[0], one.name, fact, bound, _CONFIDENCE)
                break


def _bound(one: Counted, allowed: Mapping[str, Allowed]) -> Allowed | None:
    """The table's whole; of several cells all together."""
    known = [allowed[key] for key in one.keys if key in allowed]
    if len(known) < len(one.keys):
        return None
    if len(known) == 1:
        return known[0]
    most = sum(max(cell.values) for cell in known)
    # 纠正 of the form stands first; what was put under 其他结果 leaves room besides.
    shown = [cell for cell, key in zip(known, one.keys, strict=True) if key.endswith("corrected")]
    value = sum(cell.value for cell in shown)
    places = "与".join(cell.place for cell in shown)
    added = f"{' + '.join(str(cell.value) for cell in shown)} = {value}"
    return Allowed(value, places, known[0].at, frozenset({most}), added)


def _differs(one: Counted, value: int, bound: Allowed) -> bool:
    return min(bound.values) > 0 if one.none else value > max(bound.values)


def _value(one: Counted, statement: Statement) -> int | None:
    match = one.words.search(statement.text)
    if match is None or not one.about.search(statement.sentence):
        return None
    told = f"{statement.before}，{statement.text[: match.end()]}"
    if one.another is not None and one.another.search(told):
        return None
    if one.none:
        return 0
    printed = next(found for found in match.groups() if found)
    return int(printed) if printed.isdigit() else chinese_number(printed)


def _meant(case: Case, statement: Statement) -> bool:
    """This year's cases of the report's own scope, told as they are."""
    if not statement.own() or not statement.told() or not statement.of_year(case.year):
        return False
    sentence = statement.sentence
    if _NOT_MEANT.search(statement.around) or any(
        int(year) != case.year for year in _YEAR.findall(sentence)
    ):
        return False
    identity = case.report.identity
    government = identity.kind == "government" or identity.level == "township"
    return government or not _AREA.search(statement.around)
