"""One assembled report: an agency, a year of figures, sentences for every section."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

from evaluation.assembling.agencies import Agency, agency
from evaluation.assembling.figures import Figures, figures
from evaluation.assembling.sentences import draw
from evaluation.gold import Gold, Meta, Report, Section, Tables, read_lines

_YEARS = (2021, 2022, 2023, 2024)
_ORDINALS = "一二三四五六"
_SECTIONS = (
    ("overview", "一、总体情况"),
    ("disclosure", "二、主动公开政府信息情况"),
    ("applications", "三、收到和处理政府信息公开申请情况"),
    ("disputes", "四、政府信息公开行政复议、行政诉讼情况"),
    ("issues", "五、存在的主要问题及改进情况"),
    ("other", "六、其他需要报告的事项"),
)


def assembled(number: int, seed: int = 0, *, wrong: bool = False) -> Report:
    """The report of this number; the same number and seed give the same report.

    `wrong` makes one total of table three one too large, as a clerk would.
    """
    random = Random(f"{seed}/{number}")
    who, year = agency(number), random.choice(_YEARS)
    told = figures(random, makes_decisions=who.kind == "bureau")
    title = f"{who.name}{year}年政府信息公开工作年度报告"
    issued = date(year + 1, 1, random.randint(8, 29))
    gold = Gold(
        id="d00",
        hand="assembled",
        meta=Meta(
            title=title,
            agency=who.name,
            region=who.region,
            level=who.level,
            kind="department" if who.kind == "bureau" else "government",
            year=year,
            issued=issued,
            form="2021",
        ),
        sections=[Section.model_validate({"key": key, "title": name}) for key, name in _SECTIONS],
        tables=_miscounted(told.tables()) if wrong else told.tables(),
    )
    text = "\n".join(_lines(random, who, year, told, title, issued))
    return Report(gold, tuple(read_lines(text)), "dev")


def _miscounted(tables: Tables) -> Tables:
    assert tables.applications is not None
    rows = {key: list(row) for key, row in tables.applications.rows.items()}
    rows["granted"][-1] = str(int(rows["granted"][-1]) + 1)
    applications = tables.applications.model_copy(update={"rows": rows})
    return tables.model_copy(update={"applications": applications})


def _lines(
    random: Random, who: Agency, year: int, told: Figures, title: str, issued: date
) -> Iterator[str]:
    yield f"# {title}"
    yield (
        "根据《中华人民共和国政府信息公开条例》第五十条的规定，现公布"
        f"{who.name}{year}年政府信息公开工作年度报告。"
        f"本报告所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
    )
    sections = {
        "overview": _overview(random, who, year, told),
        "disclosure": ["{{table:disclosure}}"],
        "applications": ["{{table:applications}}"],
        "disputes": [_disputes(told), "{{table:disputes}}"],
        "issues": _issues(random, who, year),
        "other": _other(random, who, year),
    }
    for key, name in _SECTIONS:
        yield f"## {name}"
        yield from sections[key]
    yield f">> {who.name}"
    yield f">> {issued.year}年{issued.month}月{issued.day}日"


def _overview(random: Random, who: Agency, year: int, told: Figures) -> Iterator[str]:
    yield f"{year}年，" + "".join(draw(random, "overview", who.kind, year, 2))
    issued, repealed, in_force = told.documents
    facts = {
        "disclosure": _disclosed(told),
        "applications": _received(told, year),
        "management": f"全年制发行政规范性文件{issued}件，废止{repealed}件，现行有效{in_force}件。",
    }
    names = ("主动公开", "依申请公开", "政府信息管理", "政府信息公开平台建设", "监督保障")
    topics = ("disclosure", "applications", "management", "platform", "supervision")
    with_headings = random.random() < 0.4
    for ordinal, name, topic in zip(_ORDINALS, names, topics, strict=False):
        drawn = draw(random, topic, who.kind, year, random.randint(4, 8))
        text = facts.get(topic, "") + "".join(drawn)
        if with_headings:
            yield f"### （{ordinal}）{name}"
            yield text
        else:
            yield f"（{ordinal}）{name}。{text}"


def _disclosed(told: Figures) -> str:
    parts = "、".join(f"{name}信息{count}条" for name, count in told.disclosed.items())
    return f"全年主动公开政府信息{sum(told.disclosed.values())}条，其中{parts}。"


def _received(told: Figures, year: int) -> str:
    counts = told.applications
    new, carried_in = sum(counts.new), sum(counts.carried_in)
    if not new + carried_in:
        return f"{year}年没有收到政府信息公开申请，也没有上年结转的申请。"
    names = {
        "granted": "予以公开",
        "partial": "部分公开",
        "refused": "不予公开",
        "unavailable": "无法提供",
        "not_processed": "不予处理",
        "other": "其他处理",
    }
    parts = "，".join(f"{name}{counts.group(key)}件" for key, name in names.items())
    return (
        f"{year}年新收到政府信息公开申请{new}件，上年结转{carried_in}件。全年办结"
        f"{counts.answered}件，其中{parts}；结转下年度继续办理{sum(counts.carried_out)}件。"
    )


def _disputes(told: Figures) -> str:
    review, suits = sum(told.review), sum(told.suits)
    if not review + suits:
        return "全年没有发生因政府信息公开引起的行政复议和行政诉讼。"
    return f"全年因政府信息公开被申请行政复议{review}件，被提起行政诉讼{suits}件。"


def _issues(random: Random, who: Agency, year: int) -> Iterator[str]:
    problems = draw(random, "problem", who.kind, year, random.randint(2, 4))
    measures = draw(random, "improvement", who.kind, year, random.randint(2, 4))
    yield "存在的主要问题：" + _listed(problems)
    yield "改进情况：" + _listed(measures)


def _listed(sentences: list[str]) -> str:
    return (
        "；".join(f"{_ORDINALS[i]}是{text.rstrip('。')}" for i, text in enumerate(sentences)) + "。"
    )


def _other(random: Random, who: Agency, year: int) -> Iterator[str]:
    yield f"（一）{year}年没有收取信息处理费。"
    topics = ("proposals", "innovation")
    for ordinal, topic in zip("二三", topics, strict=True):
        drawn = draw(random, topic, who.kind, year, 1)
        yield f"（{ordinal}）" + "".join(drawn) if drawn else f"（{ordinal}）没有其他事项。"
