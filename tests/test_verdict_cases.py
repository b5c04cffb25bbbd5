"""`review --cases`: judged findings become cases that load, run, and show the finding again."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from evaluation.casebook import load_casebook, meets, outcome
from evaluation.verdict_cases import shows_again
from extractor.outputs.yaml_text import yaml_lines
from tests.batch.reports import written
from tests.commands import run

EXAMPLES = Path(__file__).parents[1] / "evaluation" / "examples"
REFUTED = {"C301", "S106", "B503"}


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped examples, every finding judged; its cases beside the results."""
    base = tmp_path_factory.mktemp("judged")
    store = base / "verdicts.jsonl"
    run("score", EXAMPLES, "--out", base / "o", "-j", 2, "--store", store)
    path = base / "o" / "flags.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["裁定"] = "误报" if row["代码"] in REFUTED else "属实"
        row["备注"] = "电话13900001111核实"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    run("review", base / "o", "--store", store)
    result = run("review", base / "o", "--cases", base / "cases", "--store", store)
    assert result.exit_code == 0, result.output
    return base


@pytest.mark.parametrize("code", ["C301", "S106", "B503"])
def test_a_refuted_finding_is_a_case_that_must_pass(judged: Path, code: str) -> None:
    book = load_casebook(judged / "cases" / f"{code}.yaml")
    assert not book.fires
    (case,) = book.passes
    assert outcome(case).of(code), "the false alarm shows again: the rule must be mended"
    assert case.name.startswith("误报 F-")


@pytest.mark.parametrize("code", ["T203", "Y401", "S104"])
def test_a_confirmed_finding_is_a_case_that_fires(judged: Path, code: str) -> None:
    book = load_casebook(judged / "cases" / f"{code}.yaml")
    assert not book.passes
    (case,) = book.fires
    (found,) = outcome(case).of(code)
    assert meets(found, case.expect[0])


def test_what_makes_no_case_is_listed_with_its_reason(judged: Path) -> None:
    with (judged / "cases" / "未写成用例.csv").open(encoding="utf-8-sig", newline="") as file:
        why = {row["代码"]: row["未写成用例的原因"] for row in csv.DictReader(file)}
    assert {"P101", "P105", "L603"} <= set(why)
    assert "文件本身" in why["P101"]
    assert "遮盖" in why["L603"]
    assert not (judged / "cases" / "L603.yaml").exists()


def test_personal_data_do_not_leave(judged: Path) -> None:
    for path in (judged / "cases").glob("*.yaml"):
        assert "13900001111" not in path.read_text(encoding="utf-8")
    assert "139********" in (judged / "cases" / "C301.yaml").read_text(encoding="utf-8")


def test_a_casebook_that_people_wrote_is_not_overwritten(judged: Path, tmp_path: Path) -> None:
    own = tmp_path / "T203.yaml"
    own.write_text("fires: []\npasses: []\n", encoding="utf-8")
    store = judged / "verdicts.jsonl"
    result = run("review", judged / "o", "--cases", tmp_path, "--store", store)
    assert result.exit_code == 2
    assert own.read_text(encoding="utf-8") == "fires: []\npasses: []\n"
    again = run("review", judged / "o", "--cases", judged / "cases", "--store", store)
    assert again.exit_code == 0


def test_a_case_that_shows_something_else_is_none() -> None:
    assert not shows_again("C301", {"name": "clean", "expect": [{"evidence": "收到申请"}]})
    assert not shows_again("C301", {"name": "no such field", "texts": "甲"})


@given(
    st.recursive(
        st.text() | st.none() | st.lists(st.text(max_size=5), max_size=3),
        lambda inner: st.dictionaries(st.sampled_from(["name", "text", "rows"]), inner, min_size=1),
        max_leaves=6,
    )
)
def test_what_is_written_is_read_again(value: object) -> None:
    """But for lone surrogates, which no text file holds: reports' texts are free of them."""
    told = {"cases": [{"value": value}]}
    text = "\n".join(yaml_lines(told)).encode("utf-8", "replace").decode()
    if "?" not in text:
        assert yaml.safe_load(text) == told


def test_one_report_with_both_verdicts_on_one_code(tmp_path: Path) -> None:
    """Each case does without the other's words, or there is none: a case shows one kind only."""
    path = tmp_path / "in" / "a.txt"
    written(path, "甲县档案局")
    words = path.read_text(encoding="utf-8")
    path.write_text(
        words.replace("三、收到", "全年办理建议XX件。\n培训信息员共XX人次。\n三、收到", 1),
        encoding="utf-8",
    )
    run("score", tmp_path / "in", "--out", tmp_path / "o", "-j", 1)
    with (tmp_path / "o" / "flags.csv").open(encoding="utf-8-sig", newline="") as file:
        found = [row["编号"] for row in csv.DictReader(file) if row["代码"] == "L607"]
    assert len(found) == 2
    (tmp_path / "v.csv").write_text(
        f"编号,裁定\n{found[0]},属实\n{found[1]},误报\n", encoding="utf-8"
    )
    run("review", tmp_path / "o", tmp_path / "v.csv")
    run("review", tmp_path / "o", "--cases", tmp_path / "cases")
    book = load_casebook(tmp_path / "cases" / "L607.yaml")
    for case in (*book.fires, *book.passes):
        assert len(outcome(case).of("L607")) == 1
    assert [len(book.fires), len(book.passes)] == [1, 1]
