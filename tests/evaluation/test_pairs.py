"""Reports made to stand beside gold reports, and what is counted of them."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from evaluation import across
from evaluation.across import Tallies, count
from evaluation.gold import Part, Report, load_reports
from evaluation.pairs import Pair, beside, checked, load_pairs, shifted
from evaluation.planting import record
from extractor.checks.across import found_across
from extractor.checks.model import Across, Finding, Rule, Said, Severity
from extractor.checks.run import Flagged

_DEV = {report.gold.id: report for report in load_reports("dev")}


def _pair(**told: object) -> Pair:
    plain = {"report": "d03", "relation": "previous", "codes": [], "note": "x"}
    return Pair.model_validate(plain | told)


def _other(pair: Pair) -> Report:
    return next(beside(_DEV[pair.report], pair))


def _text(report: Report) -> str:
    return "\n".join(report.prose)


def _flagged(code: str, severity: Severity = "warning") -> Flagged:
    said = Said("雷同", "copied")
    rule = Rule(code=code, name=said, severity=severity, why=said, bad="x", good="y")
    return Flagged(f"F-{code}", rule, severity, Finding(message=said), None)


def test_the_report_year_and_the_year_after_are_shifted_and_nothing_else() -> None:
    gold = _DEV["d03"].gold  # on 2022
    told = "2022年、2023年1月、2021年、国办公开办函〔2022〕1号、临政〔2022〕5号、12022件、二○二二年"
    assert shifted(told, gold) == (
        "2021年、2022年1月、2021年、国办公开办函〔2022〕1号、临政〔2021〕5号、12022件、二○二一年"
    )
    assert shifted("2022年，2023年", gold, 2) == "2020年，2021年"


def test_last_years_report_is_continued_by_the_checked_one() -> None:
    """T207 and T209 are silent on every report beside itself a year earlier."""
    for name in ("d03", "d09", "d26", "d61"):
        own = _DEV[name]
        pair = _pair(report=name)
        before = record(_other(pair))
        assert before.meta.year == (own.gold.meta.year or 0) - 1
        found = found_across(Across(record(own), before))
        assert not {flagged.rule.code for flagged in found} & {"T207", "T209"}


def test_last_years_tables_hold_in_themselves() -> None:
    tables = _other(_pair()).gold.raw_tables()["applications"]
    for column in tables["new"]:
        came = int(tables["new"][column]) + int(tables["carried_in"][column])
        assert came == int(tables["total"][column]) + int(tables["carried_out"][column])
    assert tables["carried_out"] == _DEV["d03"].gold.raw_tables()["applications"]["carried_in"]


def test_a_cell_of_the_other_report_is_changed_and_the_own_one_kept() -> None:
    pair = _pair(cells={"applications.carried_out.total": "7"})
    assert _other(pair).gold.raw_tables()["applications"]["carried_out"]["total"] == "7"
    assert checked(_DEV["d03"], pair).gold == _DEV["d03"].gold


def test_texts_are_replaced_after_shifting_and_stand_there_once() -> None:
    pair = _pair(replace=[["2021年我局主动公开信息1,512条", "2021年我局主动公开信息980条"]])
    assert "980条" in _text(_other(pair))
    with pytest.raises(ValueError, match="2022年我局主动公开信息"):
        _other(_pair(replace=[["2022年我局主动公开信息1,512条", "x"]]))
    changed = checked(_DEV["d03"], _pair(change=[["1,512条", "1,513条"]]))
    assert "1,513条" in _text(changed)


def test_copies_are_as_many_agencies() -> None:
    pair = _pair(relation="other", codes=["B504"], copies=4, rename=[["市场监督", "交通运输"]])
    names = [record(one).meta.agency for one in beside(_DEV["d03"], pair)]
    assert names[0] == "临溪县交通运输管理局"
    assert len(set(names)) == 4
    unnamed = _pair(relation="other", codes=["B504"])
    assert record(_other(unnamed)).meta.agency == "云峪县市场监督管理局"


def test_words_to_be_exchanged_must_stand_there() -> None:
    with pytest.raises(ValueError, match="不在这里"):
        _other(_pair(relation="other", rename=[["不在这里", "x"]]))


@pytest.mark.parametrize(
    "told",
    [
        {"codes": ["B504"]},
        {"relation": "other", "codes": ["B503"]},
        {"text": "# x", "replace": [["a", "b"]]},
        {"severity": {"B507": "hint"}},
        {"copies": 2},
        {"relation": "other", "years_back": 2},
    ],
)
def test_what_does_not_go_together_is_no_pair(told: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        _pair(**told)


def test_a_code_is_found_with_its_severity_only() -> None:
    pair = _pair(codes=["B503", "B507"], severity={"B507": "hint"})
    tallies = Tallies()
    count(pair, [_flagged("B503"), _flagged("B507")], tallies)
    assert (tallies.counts["B503"].found, tallies.counts["B507"].found) == (1, 0)
    assert tallies.misses == [f"B507: {pair.told}: told as a warning"]
    count(pair, [_flagged("B507", "hint")], tallies)
    assert (tallies.counts["B507"].found, tallies.counts["B507"].false) == (1, 0)


def test_what_is_not_asked_for_is_false() -> None:
    tallies = Tallies()
    count(_pair(codes=["B503"], also=["T209"]), [_flagged("B507"), _flagged("T209")], tallies)
    assert (tallies.counts["B507"].false, tallies.counts["T209"].false) == (1, 0)
    assert tallies.near_findings == 0
    count(_pair(), [_flagged("B503")], tallies)
    assert (tallies.near_misses, tallies.near_findings) == (1, 1)


def test_only_the_very_year_before_is_last_year() -> None:
    own, before = record(_DEV["d03"]), record(_other(_pair()))
    earlier = record(_other(_pair(years_back=2)))
    assert [f.rule.code for f in across._with_last_year(own, before)] == ["B503", "B507"]
    assert not list(across._with_last_year(own, earlier))


def test_the_cluster_is_as_large_as_planted() -> None:
    pair = _pair(relation="other", codes=["B504"], copies=3)
    standing = {name: record(_DEV[name]) for name in ("d01", "d03", "d09")}
    found, cluster = across._found(pair, _DEV["d03"], standing)
    assert [flagged.rule.code for flagged in found] == ["B504"]
    assert cluster == 4


def test_every_kind_of_pair_is_there_often_enough() -> None:
    told = load_pairs("dev")
    assert sum(pair.relation == "previous" for pair in told) >= 12
    assert sum(pair.relation == "other" for pair in told) >= 12
    assert sum(not pair.codes for pair in told) >= 12
    assert {pair.copies for pair in told} >= {1, 3, 8}
    assert len({pair.report for pair in told}) >= 20


@pytest.mark.parametrize("part", ["earlier", "held"])
def test_held_pairs_are_made_of_held_reports(part: Part) -> None:
    own = {report.gold.id for report in load_reports(part)}
    assert {pair.report for pair in load_pairs(part)} <= own


def test_the_checked_report_is_printed_as_it_stands_without_changes() -> None:
    assert checked(_DEV["d03"], _pair()) == _DEV["d03"]


def test_a_text_stands_instead_of_the_own_one() -> None:
    text = "# 临溪县市场监督管理局2021年政府信息公开工作年度报告\n一年无事。\n"
    assert _other(_pair(text=text)).prose == [
        "临溪县市场监督管理局2021年政府信息公开工作年度报告",
        "一年无事。",
    ]


def test_the_lines_tell_what_was_counted() -> None:
    tallies = Tallies(reports=52, successive=1)
    count(_pair(codes=["B503"]), [_flagged("B503")], tallies)
    count(_pair(), [_flagged("B507")], tallies)
    first, second, *codes = across.lines("dev", tallies)
    assert "52 reports as they stand in one batch, 1 of them" in first
    assert "2 pairs of reports, near misses among them: 1, findings on those: 1" in second
    assert [line.split()[:4] for line in codes] == [
        ["B503", "1", "1", "0"],
        ["B507", "0", "0", "1"],
    ]
