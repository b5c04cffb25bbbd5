"""Labels are held against the scheme and each other; what measures is never learned from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.decisions.labels import Labelled
from extractor.learning.dataset import Example
from extractor.learning.retrain.check import UserExample, check
from extractor.learning.retrain.collect import sources
from extractor.learning.retrain.split import HELD_SHARE, is_held, split
from tests.learning import office
from tests.learning.invented import examples


def lines(tmp_path: Path, *rows: Labelled) -> list[dict[str, Any]]:
    store = office.store(tmp_path / "labels.jsonl", rows)
    return list(sources(office.shipped_labels(tmp_path / "shipped"), store).lines)


def test_good_labels_pass_with_their_place(tmp_path: Path) -> None:
    row = office.labelled(1, 1)[0]
    context = replace(row.context, before="前句。", after="后句。", aspect="platform")
    found, troubles = check(lines(tmp_path, replace(row, context=context)))
    assert troubles == []
    assert (found[0].before, found[0].after, found[0].aspect) == ("前句。", "后句。", "platform")
    assert found[0].whole


def test_a_label_outside_the_scheme_is_told_with_the_nearest(tmp_path: Path) -> None:
    (line,) = lines(tmp_path, office.labelled(1, 1)[0])
    found, (trouble,) = check([line | {"labels": line["labels"] | {"topic": "平台"}}])
    assert found == []
    assert "平台建设" in trouble.said.zh
    assert "platform" in trouble.said.en


def test_lines_edited_beyond_use_are_told_and_left_out(tmp_path: Path) -> None:
    (line,) = lines(tmp_path, office.labelled(1, 1)[0])
    for broken in ({"text": "  "}, {"text": None}, {"labels": "好"}, {"year": "二〇"}):
        found, troubles = check([line | broken])
        assert found == []
        assert [trouble.left_out for trouble in troubles] == [True]


def test_a_contradiction_is_told_with_both_and_left_out(tmp_path: Path) -> None:
    one = office.labelled(1, 1)[0]
    other = replace(one, labeller="李强", labels={**one.labels, "tense": "statement"})
    found, (trouble,) = check(lines(tmp_path, one, other))
    assert found == []
    for word in ("王敏：计划", "李强：陈述", "时态"):
        assert word in trouble.said.zh


def test_what_an_unsigned_row_did_not_correct_contradicts_nobody(tmp_path: Path) -> None:
    one = office.labelled(1, 1)[0]
    other = replace(
        one,
        labeller="",
        corrected=frozenset({"topic"}),
        labels={**one.labels, "tense": "statement"},
    )
    (found,), troubles = check(lines(tmp_path, other, one))
    assert troubles == []
    assert found.labels.tense == "planned"
    assert found.labeller == "王敏"


def test_a_partly_corrected_row_that_nobody_signed_does_not_measure(tmp_path: Path) -> None:
    row = office.labelled(1, 1)[0]
    partly = replace(row, labeller="", corrected=frozenset({"topic"}))
    fully = replace(row, labeller="", corrected=frozenset({"topic", "tense", "substance"}))
    assert not check(lines(tmp_path / "a", partly))[0][0].whole
    assert check(lines(tmp_path / "b", fully))[0][0].whole


def test_a_column_filled_down_is_told_but_kept(tmp_path: Path) -> None:
    rows = [replace(r, labels={**r.labels, "topic": "fee"}) for r in office.labelled(1, 8)]
    found, troubles = check(lines(tmp_path, *rows))
    assert len(found) == 8
    assert ["信息处理费" in t.said.zh and not t.left_out for t in troubles] == [True]


def own(report: str, text: str, number: int, whole: bool = True) -> UserExample:
    return UserExample(
        **examples()[0].model_dump(exclude={"id", "text", "report", "hand"}),
        id=f"S-{number}",
        text=text,
        report=report,
        hand=report,
        whole=whole,
    )


LEARNED = next(r for n in range(99) if not is_held(r := f"云岭县|第{n}局|2023"))
MEASURED = next(r for n in range(99) if is_held(r := f"云岭县|第{n}局|2023"))


def test_near_duplicates_stay_on_one_side() -> None:
    shipped = [e for e in examples() if e.hand == "hand-0"]
    frozen = [e for e in examples() if e.hand == "hand-3"]
    words = "我局在政务大厅设立咨询窗口并安排专人值守"
    rows = [
        own(LEARNED, frozen[0].text.replace("10", "99"), 1),
        own(LEARNED, f"{words}，全年接待群众12人次。", 2),
        own(MEASURED, f"{words}，全年接待群众380人次。", 3),
        own(MEASURED, shipped[2].text, 4),
        own(MEASURED, "年内修订了三项内部审查办法并已报备。", 5, whole=False),
        own(LEARNED, "水库放水前一日在村口张贴通告。", 6),
    ]
    found = split(rows, shipped, frozen)
    assert [e.id for e in found.train] == ["S-6"]
    assert [e.id for e in found.held] == ["S-3"]
    assert found.counts() == {
        "train": 1,
        "held": 1,
        "reports": 1,
        "like_frozen": 1,
        "like_held": 1,
        "like_shipped": 1,
        "unsigned": 1,
    }


reports = st.builds(
    "{}|{}|{}".format,
    st.text("云岭青溪沙河", max_size=4),
    st.text("财政水利教育局", min_size=1, max_size=8),
    st.sampled_from(["2022", "2023", "2024", ""]),
)


@settings(deadline=None)
@given(st.lists(reports, unique=True), st.lists(reports, unique=True))
def test_a_report_keeps_its_side_whatever_else_comes_in(now: list[str], more: list[str]) -> None:
    none: list[Example] = []
    rows = [own(report, f"{report}所写", n) for n, report in enumerate([*now, *more])]
    before = {e.report for e in split(rows[: len(now)], none, none).held}
    after = {e.report for e in split(rows, none, none).held}
    assert before == after & set(now)


@given(reports)
def test_an_agencys_years_stand_on_one_side(report: str) -> None:
    writer = report.rsplit("|", 1)[0]
    assert len({is_held(f"{writer}|{year}") for year in (2022, 2023, 2024)}) == 1


def test_about_three_in_ten_agencies_measure() -> None:
    held = sum(is_held(f"云岭县|第{n}局|2023") for n in range(2000))
    assert abs(held / 2000 - HELD_SHARE) < 0.03
