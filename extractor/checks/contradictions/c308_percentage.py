"""C308: a percentage or growth rate that does not follow from its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.checks.contradictions.breakdown_rows import rows
from extractor.checks.contradictions.c304_breakdown import failing
from extractor.checks.contradictions.growth import FalseRate, false_growth
from extractor.checks.contradictions.last_years_figures import false_growth_across
from extractor.checks.contradictions.percents import impossible
from extractor.checks.contradictions.points import false_points
from extractor.checks.contradictions.shares import FalseShare, false_shares
from extractor.checks.contradictions.tellings import Figure, Telling, tellings
from extractor.checks.contradictions.tenths import with_worded
from extractor.checks.contradictions.told_elsewhere import against_tables, in_wrong_tables
from extractor.checks.contradictions.told_twice import told_twice
from extractor.checks.contradictions.words_told import clause_around, heading_at, quoted
from extractor.checks.model import Case, Finding, Rule, Said

# A message that lists every share of a report is not read.
_MOST_TOLD = 6


def check(case: Case) -> Iterator[Finding]:
    told = tellings(case)
    for telling, over in impossible(told):
        yield _impossible(case, telling, over)
    tolerance = case.settings.thresholds.growth_tolerance
    parts = rows(told, case.year)
    told = [with_worded(telling) for telling in told]
    growth = [*false_growth(told, case.year, tolerance), *false_points(told)]
    shares = list(false_shares(told, parts, case.report.facts, tolerance))
    if not growth and not shares:
        return
    known = _known(case)
    for rate in growth:
        if not {figure.place for figure in rate.figures} & known:
            yield _growth(case, rate)
    by_whole: dict[int, list[FalseShare]] = {}
    for share in shares:
        places = {part.place for part in share.parts} | {share.whole_place}
        if not places & known:
            by_whole.setdefault(share.whole_place, []).append(share)
    for group in by_whole.values():
        yield _shares(case, group)


def _known(case: Case) -> set[int]:
    """Figures that another code holds to be wrong: their rates are wrong for that reason."""
    known = against_tables(case) | in_wrong_tables(case)
    known |= {place for one in failing(case) for place in one.figures}
    return known | {fact.start for one in told_twice(case) for fact in (one.first, one.second)}


def _impossible(case: Case, telling: Telling, rate: Figure) -> Finding:
    start, end = clause_around(case, rate.place, rate.place + len(rate.text))
    return Finding(
        message=Said(
            f"比率不可能大于100%：正文为{rate.text}。请核对。",
            f"A share of a whole cannot exceed 100%: {rate.text}. Please check.",
        ),
        section=telling.section,
        place=heading_at(case, start),
        evidence=quoted(case, (start, end)),
        expected="不大于100%",
        found=rate.text,
        confidence=0.9,
        start=start,
        end=end,
    )


def _growth(case: Case, rate: FalseRate) -> Finding:
    start = min(figure.place for figure in rate.figures)
    end = max(figure.place + len(figure.text) for figure in rate.figures)
    first, _ = clause_around(case, start, start)
    return Finding(
        message=Said(
            f"增减与前后数字不符：正文为{rate.said}，按{rate.formula.zh}应为{rate.right}。请核对。",
            f"The change does not follow from its figures: {rate.formula.en}. Please check.",
        ),
        section=rate.telling.section,
        place=heading_at(case, start),
        evidence=quoted(case, (first, end)),
        expected=rate.right,
        found=rate.said,
        confidence=rate.confidence,
        start=first,
        end=end,
    )


def _shares(case: Case, group: Sequence[FalseShare]) -> Finding:
    first = group[0]
    telling = first.telling
    start, _ = telling.whole(first.parts[0].start, first.parts[0].end)
    start, _ = clause_around(case, start, start)
    last = group[-1]
    _, end = last.telling.whole(last.rate.start, last.rate.end)
    formulas = "；".join(f"{one.formula}，正文为{one.rate.text}" for one in group[:_MOST_TOLD])
    english = "; ".join(f"{one.formula}, not {one.rate.text}" for one in group[:_MOST_TOLD])
    return Finding(
        message=Said(
            f"占比与数字不符：{formulas}。请核对。",
            f"Shares that do not follow from their figures: {english}. Please check.",
        ),
        section=telling.section,
        place=heading_at(case, start),
        evidence=quoted(case, (start, end)),
        expected="、".join(f"{one.right:.1f}%" for one in group),
        found="、".join(one.rate.text for one in group),
        confidence=first.confidence,
        start=start,
        end=end,
    )


RULE = Rule(
    code="C308",
    name=Said("百分比或增减有误", "A percentage or change is wrong"),
    severity="warning",
    why=Said(
        "占比、增长率、倍数和增减数应能由文中的数字算出，方向也要一致（数字少了不能写增长）。四舍五入的差别"
        "不算错；只写了百分比而没有数字的，有上年报告时与上年报告的数字核对，没有则不核对。",
        "Shares, growth rates, multiples and changes must follow from the figures told with them, "
        "and so must their signs. Rounding is no error; a rate without its figures is checked only "
        "against last year's report, where that is at hand.",
    ),
    bad="收到申请147件，较2022年的156件增长5.8%。",
    good="收到申请147件，较2022年的156件下降5.8%。",
    check=check,
    across=false_growth_across,
)
