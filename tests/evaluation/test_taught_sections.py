"""Sections that teach B506: what a line must say, and what becomes of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.taught_sections import in_file, taught_sections
from evaluation.unanswered_sections import as_lists, asked, texts

TEXT = "五、存在的主要问题\n一是公示更新慢；二是电话没人接。已改为每周更新。"


def _line(**changed: object) -> str:
    line: dict[str, object] = {
        "text": TEXT,
        "left": "电话没人接",
        "pairs": [["公示更新慢", ["已改为每周更新"]], ["电话没人接", []]],
        "beside": [],
    }
    return json.dumps(line | changed, ensure_ascii=False)


def test_a_line_names_what_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "hand-x.jsonl"
    path.write_text(_line(), encoding="utf-8")
    (one,) = in_file(path)
    assert one.left == "电话没人接"
    assert one.gold.improvements[0].answers == [0]


@pytest.mark.parametrize(
    "changed",
    [
        {"beside": ["没有印出来的话"]},
        {"left": None},
        {"left": "公示更新慢"},
        {"pairs": [["公示更新慢", ["已改为每周更新"]], ["电话没人接", ["已改为每周更新"]]]},
    ],
)
def test_what_is_not_so_is_refused_with_its_line(
    tmp_path: Path, changed: dict[str, object]
) -> None:
    path = tmp_path / "hand-x.jsonl"
    path.write_text(f"{_line()}\n{_line(**changed)}", encoding="utf-8")
    with pytest.raises(ValueError, match=r"hand-x\.jsonl, line 2"):
        list(in_file(path))


def test_sections_left_alone_are_asked_about_as_they_stand() -> None:
    names = {one.name for one in taught_sections()[:40]}
    found = [text for text in texts() if text.name in names]
    kinds = {one.kind: one for one in asked(found) if one.name in names}
    assert {"whole", "left", "struck", "exchanged"} <= set(kinds)
    assert sum(kinds["left"].left) == 1
    assert not any(kinds["whole"].left)


def test_what_stands_beside_is_meant_for_none() -> None:
    one = next(text for text in texts() if text.part == "taught" and text.beside)
    meant = dict(next(iter(as_lists(one))).measures)
    assert all(not meant[words] for words in one.beside)
