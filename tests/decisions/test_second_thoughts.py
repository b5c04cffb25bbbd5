"""A changed mind stays changed, though the old verdict still stands in a file nobody opened."""

from __future__ import annotations

import csv
import json
import os
import time
from pathlib import Path

import openpyxl
import pytest

from extractor.batch.review import review, undo
from extractor.decisions.labels import Context, Labelled, LabelStore
from extractor.decisions.model import Given, Verdict
from extractor.decisions.store import Store
from extractor.decisions.take_in import take_in
from extractor.language.classify.labels import Head

FLAG = "F-aaaaaaaaa2"
HEADS = ["编号", "代码", "裁定", "裁定人", "备注"]


def listed(path: Path, word: str, reviewer: str, note: str = "") -> Path:
    rows = [HEADS, [FLAG, "T203", word, reviewer, note]]
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.worksheets[0].append(row)
        book.save(path)
    else:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
    # Saved before whatever comes next, however coarse the file system's clock is.
    earlier = time.time_ns() - 1_000_000_000
    os.utime(path, ns=(earlier, earlier))
    return path


def later(path: Path) -> Path:
    """Saved anew by a reviewer, after all that is in the store."""
    after = time.time_ns() + 1_000_000_000
    os.utime(path, ns=(after, after))
    return path


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    """Both files told 属实; then 误报 was typed into one of them and taken in."""
    listed(tmp_path / "flags.csv", "属实", "张三")
    listed(tmp_path / "flags.xlsx", "属实", "张三")
    take_in(tmp_path, Store(tmp_path / "v.jsonl"))
    listed(tmp_path / "flags.csv", "误报", "张三", "笔误")
    assert take_in(tmp_path, Store(tmp_path / "v.jsonl")).new == 1
    return tmp_path


def test_the_file_that_was_not_opened_does_not_bring_the_old_verdict_back(changed: Path) -> None:
    assert Store(changed / "v.jsonl").verdict(FLAG) == Verdict("误报", "张三", "笔误")
    assert take_in(changed, Store(changed / "v.jsonl")).new == 0
    assert review(changed, [], changed / "v.jsonl", "").verdicts == 0
    assert Store(changed / "v.jsonl").verdict(FLAG).word == "误报"


def test_who_returns_to_the_first_verdict_is_heard(changed: Path) -> None:
    later(listed(changed / "flags.xlsx", "属实", "张三"))
    take_in(changed, Store(changed / "v.jsonl"))
    assert Store(changed / "v.jsonl").verdict(FLAG) == Verdict("属实", "张三")


def test_what_was_undone_is_not_taken_from_the_same_file_again(tmp_path: Path) -> None:
    listed(tmp_path / "flags.csv", "误报", "张三")
    take_in(tmp_path, Store(tmp_path / "v.jsonl"))
    assert undo(tmp_path / "v.jsonl") == (1, 0)
    assert take_in(tmp_path, Store(tmp_path / "v.jsonl")).new == 0
    later(tmp_path / "flags.csv")
    assert take_in(tmp_path, Store(tmp_path / "v.jsonl")).new == 1


def test_settling_what_two_said_leaves_no_word_of_their_quarrel(tmp_path: Path) -> None:
    files = [listed(tmp_path / "a.csv", "误报", "张三"), listed(tmp_path / "b.csv", "属实", "李四")]
    review(tmp_path, files, tmp_path / "v.jsonl", "")
    both = Store(tmp_path / "v.jsonl").verdict(FLAG)
    assert both.word == "待定"
    settled = listed(tmp_path / "c.csv", "属实", both.reviewer, both.note)
    assert review(tmp_path, [settled], tmp_path / "v.jsonl", "").conflicts == []
    assert Store(tmp_path / "v.jsonl").verdict(FLAG) == Verdict("属实", "张三、李四")


def test_who_signs_afterwards_does_not_quarrel_with_himself(tmp_path: Path) -> None:
    listed(tmp_path / "flags.csv", "误报", "")
    take_in(tmp_path, Store(tmp_path / "v.jsonl"))
    review(tmp_path, [], tmp_path / "v.jsonl", "李四")
    assert Store(tmp_path / "v.jsonl").verdict(FLAG) == Verdict("误报", "李四")
    later(listed(tmp_path / "flags.csv", "属实", "李四"))
    review(tmp_path, [], tmp_path / "v.jsonl", "")
    assert Store(tmp_path / "v.jsonl").verdict(FLAG) == Verdict("属实", "李四")


@pytest.mark.parametrize(
    "damage",
    ['{"undo": [1]}', '{"undo": "1"}', '{"batch": "7"}', '{"batch": 2, "run": "abc"}', "null"],
)
def test_a_line_edited_beyond_use_costs_itself_only(tmp_path: Path, damage: str) -> None:
    store = Store(tmp_path / "v.jsonl")
    listed(tmp_path / "flags.csv", "误报", "张三")
    take_in(tmp_path, store)
    with store.path.open("a", encoding="utf-8") as file:
        file.write(f"{damage}\n")
    assert Store(store.path).verdict(FLAG).word == "误报"
    later(listed(tmp_path / "flags.csv", "属实", "张三"))
    assert take_in(tmp_path, Store(store.path)).new == 1
    assert undo(store.path) == (1, 0)


def test_an_editor_s_byte_order_mark_does_not_cost_the_first_verdict(tmp_path: Path) -> None:
    listed(tmp_path / "flags.csv", "误报", "张三")
    store = Store(tmp_path / "v.jsonl")
    take_in(tmp_path, store)
    store.path.write_bytes(b"\xef\xbb\xbf" + store.path.read_bytes())
    assert Store(store.path).verdict(FLAG).word == "误报"


def test_a_damaged_label_does_not_stop_the_others(tmp_path: Path) -> None:
    store = LabelStore(tmp_path / "labels.jsonl")
    damaged = {"batch": 1, "id": "s1", "labels": "x", "labeller": ""}
    store.path.write_text(json.dumps(damaged) + "\n", encoding="utf-8")
    assert store.add([]) == 0
    assert store.last_run() == 0


def test_a_label_changed_and_changed_back_is_heard(tmp_path: Path) -> None:
    store = LabelStore(tmp_path / "labels.jsonl")
    context = Context("句子。", "overview", 2024, "甲县|档案局|2024", {})
    for topic in ("fee", "other", "fee"):
        labels: dict[Head, str] = {"topic": topic, "tense": "done", "substance": "specific"}
        assert store.add([Labelled("s1", labels, frozenset({"topic"}), "李四", context)]) == 1
    assert [line["labels"]["topic"] for line in store.in_force()] == ["fee"]


def lists_of_a_run(folder: Path, word: str) -> None:
    """As `score` leaves them: both lists and the records tell the same verdict."""
    flag = {"id": FLAG, "verdict": word}
    (folder / "reports.jsonl").write_text(json.dumps({"flags": [flag]}) + "\n", encoding="utf-8")
    for name in ("flags.csv", "flags.xlsx"):
        listed(folder / name, word, "张三")


def test_our_own_word_in_a_list_saved_later_is_nobodys_new_mind(tmp_path: Path) -> None:
    Store(tmp_path / "v.jsonl").add([Given(FLAG, Verdict("属实", "张三"), "flags.csv", 2)])
    lists_of_a_run(tmp_path, "属实")
    listed(tmp_path / "flags.csv", "误报", "张三", "笔误")
    review(tmp_path, [], tmp_path / "v.jsonl", "")
    # Somebody saves the workbook for another row's sake; this row stands as we wrote it.
    later(tmp_path / "flags.xlsx")
    assert review(tmp_path, [], tmp_path / "v.jsonl", "").verdicts == 0
    assert Store(tmp_path / "v.jsonl").verdict(FLAG) == Verdict("误报", "张三", "笔误")


def test_who_types_our_word_again_into_the_same_list_is_heard(tmp_path: Path) -> None:
    Store(tmp_path / "v.jsonl").add([Given(FLAG, Verdict("属实", "张三"), "flags.csv", 2)])
    lists_of_a_run(tmp_path, "属实")
    listed(tmp_path / "flags.csv", "误报", "张三", "笔误")
    review(tmp_path, [], tmp_path / "v.jsonl", "")
    later(listed(tmp_path / "flags.csv", "属实", "张三"))
    assert review(tmp_path, [], tmp_path / "v.jsonl", "").verdicts == 1
    assert Store(tmp_path / "v.jsonl").verdict(FLAG) == Verdict("属实", "张三")
