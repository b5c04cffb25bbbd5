"""Learning which problem a measure is meant for."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from extractor.learning.dataset import DatasetError
from extractor.learning.meant.lists import Listed, load_lists
from extractor.learning.meant.texts import Text

LINE = {
    "office": "县水利局",
    "items": [
        {"problem": "更新慢", "measures": ["每周更新", "定期巡查"], "also": {"1": [1]}},
        {"problem": "没人管", "measures": ["明确专人"]},
    ],
    "beside": ["奋勇前进"],
}


def _file(folder: Path, *lines: object) -> Path:
    path = folder / "hand-x.jsonl"
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def test_a_line_is_read_as_often_as_it_is_answered(tmp_path: Path) -> None:
    first, second = load_lists([_file(tmp_path, LINE, "")])
    assert first.hand == "hand-x"
    assert first.problems == second.problems == ("更新慢", "没人管")
    assert first.measures == (
        ("每周更新", frozenset({0})),
        ("明确专人", frozenset({1})),
        ("奋勇前进", frozenset()),
    )
    assert second.measures == (("定期巡查", frozenset({0, 1})),)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "第2行"),
        ({"office": "x", "items": []}, "第2行 items"),
        ({"office": "x", "items": [{"problem": "慢", "measures": ["a"]}]}, r"items\.0\.problem"),
        ({**LINE, "besides": []}, "besides"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, line: object, told: str) -> None:
    with pytest.raises(DatasetError, match=told):
        load_lists([_file(tmp_path, LINE, line)])


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=r"none\.jsonl"):
        load_lists([tmp_path / "none.jsonl"])


def _toys() -> list[Listed]:
    late, alone = ("更新慢", "公布迟", "上网晚"), ("没人管", "人手少", "缺专人")
    return [
        Listed(
            f"hand-{n % 2}",
            (late[n % 3], alone[(n + 1) % 3]),
            (
                ("每周五按时传", frozenset({0})),
                ("配一名专干", frozenset({1})),
                ("谱写新篇章", frozenset()),
            ),
        )
        for n in range(30)
    ]


def test_it_learns_what_belongs_together_and_the_same_twice() -> None:
    pytest.importorskip("torch", reason="torch 未安装：pip install 'nianjian[bert]'")
    from extractor.learning.meant.train import Settings, fit

    settings = Settings(size=8, epochs=30, batch=4)
    model, again = (fit(_toys(), settings) for _ in range(2))
    measures = ["按时传到网上", "配专干", "谱写篇章"]
    scores = model.scores(["公布迟", "人手少"], measures)
    assert scores[0].argmax() == 0
    assert scores[1].argmax() == 1
    assert (scores[:, 2] < 0).all()
    assert (model.scores(["公布迟"], measures) == again.scores(["公布迟"], measures)).all()


def test_measures_of_struck_problems_and_of_other_lists_are_meant_for_none() -> None:
    pytest.importorskip("torch", reason="torch 未安装：pip install 'nianjian[bert]'")
    from extractor.learning.meant import train

    texts = [Text([number], frozenset()) for number in range(1, 7)]
    meant = [frozenset({0}), frozenset({1, 2}), frozenset({2})]
    known = train._Known(texts[:3], texts[:3], meant)
    always = train.Settings(strikes=1.0)
    struck = train._struck(known, always, random.Random(5))
    assert len(struck.problems) == 2  # two stay, or nothing could be told apart
    (gone,) = {0, 1, 2} - {texts.index(one) for one in struck.problems}
    left = [bool(one - {gone}) for one in meant]
    assert [bool(one) for one in struck.meant] == left
    assert train._struck(known, train.Settings(strikes=0.0), random.Random(5)) == known
    more = train._with_strangers(known, texts[3:], 2, random.Random(5))
    assert more.meant == [*meant, frozenset(), frozenset()]
    assert all(one in texts[3:] for one in more.measures[3:])
