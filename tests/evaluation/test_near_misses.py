"""Answers and near misses are counted as they are scored."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from evaluation.near_misses import NEAR, asked, main
from extractor.learning.meant.lists import load_lists

LISTS = [
    {
        "office": "县水务局",
        "items": [
            {"problem": "停水通知发得晚", "measures": ["停水前三天张贴到楼道"]},
            {"problem": "水价没有人讲", "measures": ["请收费员到小区讲一遍"]},
        ],
        "beside": ["停水通知改用大字"],
    }
]


def _lists(folder: Path) -> Path:
    path = folder / "hand-x.jsonl"
    text = "\n".join(json.dumps(one, ensure_ascii=False) for one in LISTS)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def _by_first_letter(problems: Sequence[str], measures: Sequence[str]) -> NDArray[np.float64]:
    return np.array([[float(one[0] == other[0]) for other in measures] for one in problems])


def test_a_near_miss_taken_for_an_answer_shows(tmp_path: Path) -> None:
    told = asked(load_lists([_lists(tmp_path)]), _by_first_letter)
    # The second answer is given to no problem, which counts for the first; the near miss for one.
    assert told.right == [True, False]
    assert told.answers == [1.0, 0.0]
    assert told.near == [1.0]
    assert "AUC 0.250" in told.line("hand-x")


def test_a_model_that_refuses_near_misses_gets_the_whole(tmp_path: Path) -> None:
    def knows(problems: Sequence[str], measures: Sequence[str]) -> NDArray[np.float64]:
        right = {
            ("停水通知发得晚", "停水前三天张贴到楼道"),
            ("水价没有人讲", "请收费员到小区讲一遍"),
        }
        return np.array([[float((p, m) in right) for m in measures] for p in problems])

    told = asked(load_lists([_lists(tmp_path)]), knows)
    assert told.right == [True, True]
    assert told.near == [0.0]
    assert "AUC 1.000" in told.line("hand-x")


def test_named_files_write_no_results(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(_lists(tmp_path))]) == 0
    assert "hand-x" in capsys.readouterr().out


def test_the_lists_are_sound() -> None:
    for path in sorted(NEAR.glob("*.jsonl")):
        for listed in load_lists([path]):
            assert len(listed.problems) >= 2
            assert all(0 <= i < len(listed.problems) for _, meant in listed.measures for i in meant)
