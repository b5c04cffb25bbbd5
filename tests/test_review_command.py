"""`nianjian review`: what reviewers typed comes in, and what cannot is told."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from filelock import FileLock

from extractor.decisions import log
from tests.commands import run, scored


@pytest.fixture
def results(tmp_path: Path) -> Path:
    return scored(tmp_path)


def edited(path: Path, target: Path, **typed: str) -> Path:
    """The first row with these cells typed into it, saved as GBK."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[0] |= typed
    with target.open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return target


def test_verdicts_come_in_from_the_folder(results: Path) -> None:
    edited(results / "flags.csv", results / "flags.csv", 裁定="属实")
    result = run("review", results, "--reviewer", "王敏")
    assert result.exit_code == 0
    assert "取入裁定 1 条，更正标注 0 句" in result.stderr
    told = run("review", "--stats")
    assert "S1" in told.stdout or "T203" in told.stdout
    assert "100%" in told.stdout


def test_labels_come_in_under_any_file_name(results: Path, tmp_path: Path) -> None:
    typed = {"更正主题": "主动公开", "更正时态": "done", "标注人": "李强"}
    path = edited(results / "sentences.csv", tmp_path / "李强改.csv", **typed)
    result = run("review", results, path)
    assert "更正标注 1 句" in result.stderr
    assert run("review", results, path).stderr.count("更正标注 0 句") == 1


def test_a_wrong_label_is_told_with_the_nearest(results: Path, tmp_path: Path) -> None:
    path = edited(results / "sentences.csv", tmp_path / "a.csv", 更正主题="主动公布")
    result = run("review", results, path)
    assert result.exit_code == 3
    assert "第 2 行" in result.stderr
    assert "主动公开" in result.stderr


def test_reviewers_who_differ_are_both_shown(results: Path, tmp_path: Path) -> None:
    for name, verdict in (("甲", "属实"), ("乙", "误报")):
        path = edited(results / "flags.csv", tmp_path / f"{name}.csv", 裁定=verdict, 裁定人=name)
        result = run("review", results, path)
    assert "甲：属实" in result.stderr
    assert "乙：误报" in result.stderr


def test_undo_takes_back_the_last_coming_in_only(results: Path, tmp_path: Path) -> None:
    run("review", results, edited(results / "flags.csv", tmp_path / "a.csv", 裁定="属实"))
    labels = edited(results / "sentences.csv", tmp_path / "b.csv", 更正主题="其他")
    run("review", results, labels)
    assert "撤回裁定 0 条、更正标注 1 句" in run("review", "--undo").stderr
    assert "撤回裁定 1 条、更正标注 0 句" in run("review", "--undo").stderr
    assert "撤回裁定 0 条、更正标注 0 句" in run("review", "--undo").stderr


def test_missing_things_are_told(tmp_path: Path) -> None:
    assert run("review").exit_code == 2
    assert run("review", tmp_path / "没有").exit_code == 2


def test_in_english(results: Path, tmp_path: Path) -> None:
    path = edited(results / "flags.csv", tmp_path / "a.csv", 裁定="误报", 裁定人="甲")
    assert "Took in 1 verdicts" in run("review", results, path, "--lang", "en").stderr
    told = run("review", "--stats", "--lang", "en").stdout
    assert told.startswith("code\tconfirmed")
    assert "cases" in run("review", results, "--cases", tmp_path / "c", "--lang", "en").stderr
    assert "Took back 1 verdicts" in run("review", "--undo", "--lang", "en").stderr


def test_why_rows_are_not_taken_is_told_in_english(results: Path, tmp_path: Path) -> None:
    wrong = edited(results / "flags.csv", tmp_path / "a.csv", 裁定="maybe", 裁定人="Ann")
    label = edited(results / "sentences.csv", tmp_path / "b.csv", 更正主题="platfrom")
    lost = edited(results / "sentences.csv", tmp_path / "c.csv", 编号="S-x", 标注人="Ann")
    empty = tmp_path / "d.csv"
    empty.write_text("a,b\n1,2\n", encoding="utf-8")
    result = run("review", results, wrong, label, lost, empty, "--lang", "en")
    assert result.exit_code == 3
    for told in (
        "Not taken: a.csv line 2: The verdict “maybe” is unknown",
        "is “platform” meant?",
        "“S-x” is not in these results",
        "d.csv: No header was found: the columns “id” and “verdict” are needed",
    ):
        assert told in result.stderr
    # In the results folder, where the next run takes it in.
    edited(results / "flags.csv", results / "flags.csv", 裁定="maybe", 裁定人="Ann")
    again = run("score", tmp_path / "in", "--out", results, "-j", 1, "--lang", "en")
    assert "Not taken: flags.csv line 2: The verdict “maybe” is unknown" in again.stderr
    assert "What was not taken is kept" in again.stderr


@pytest.mark.parametrize(
    ("lang", "told"), [("zh", "无法读取，不起作用（第 1 行）"), ("en", "(lines 1)")]
)
def test_a_store_saved_in_another_encoding_is_told(
    results: Path, tmp_path: Path, lang: str, told: str
) -> None:
    """What was said in it does not count any more: that must not go unnoticed."""
    store = tmp_path / "office" / "v.jsonl"
    typed = edited(results / "flags.csv", tmp_path / "a.csv", 裁定="误报", 裁定人="王敏")
    run("review", results, typed, "--store", store)
    store.write_bytes(store.read_text(encoding="utf-8").encode("gb18030"))
    for command in (
        ("review", "--stats", "--store", store, "--lang", lang),
        ("score", tmp_path / "in", "--out", results, "--store", store, "--lang", lang, "-q"),
    ):
        assert told in run(*command).stderr


def test_a_store_that_another_holds_or_that_cannot_be_written_is_told(
    results: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "_WAIT_SECONDS", 0.05)
    path = edited(results / "flags.csv", tmp_path / "a.csv", 裁定="属实")
    store = tmp_path / "office" / "v.jsonl"
    store.parent.mkdir()
    review = ("review", results, path, "--store", store)
    with FileLock(f"{store}.lock"):
        for lang, told in (
            ("zh", "正被另一个 nianjian 使用"),
            ("en", "in use by another nianjian"),
        ):
            held = run(*review, "--lang", lang)
            assert held.exit_code == 2
            assert told in held.stderr

    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as closed:
        closed.setattr(log.Log, "append", refused)
        # Not --out, which this command has not.
        assert "用 --store 换一个地方" in run(*review).stderr
        assert "another place with --store" in run(*review, "--lang", "en").stderr
    assert "取入裁定 1 条" in run(*review).stderr
