"""Measures struck out of a section, and exchanged."""

from __future__ import annotations

from evaluation.striking import exchanged, struck

LISTED = "问题：一是慢；二是少；三是乱。改进：一是每周更新；二是补齐目录；三是统一格式。"
MEASURES = ["每周更新", "补齐目录", "统一格式"]


def test_later_points_count_anew() -> None:
    text = struck(LISTED, ["补齐目录"], MEASURES)
    assert text == "问题：一是慢；二是少；三是乱。改进：一是每周更新；二是统一格式。"


def test_the_last_point_leaves_a_full_stop() -> None:
    text = struck(LISTED, ["统一格式"], MEASURES)
    assert text == "问题：一是慢；二是少；三是乱。改进：一是每周更新；二是补齐目录。"


def test_a_measure_behind_its_problem_goes_with_its_label() -> None:
    text = "（一）更新慢。改进：每周更新。\n（二）目录不全。改进：补齐目录。"
    assert struck(text, ["每周更新"], ["每周更新", "补齐目录"]) == (
        "（一）更新慢。\n（二）目录不全。改进：补齐目录。"
    )


def test_several_measures_of_one_problem_go_together() -> None:
    text = struck(LISTED, ["每周更新", "补齐目录"], MEASURES)
    assert text == "问题：一是慢；二是少；三是乱。改进：一是统一格式。"


def test_what_does_not_stand_there_is_not_struck() -> None:
    assert struck(LISTED, ["没有这条"], [*MEASURES, "没有这条"]) is None
    assert exchanged(LISTED, "没有这条", "x") is None


def test_blanks_of_a_converter_do_not_matter() -> None:
    assert exchanged("改进：每周 更新。", "每周更新", "另有安排") == "改进：另有安排。"
