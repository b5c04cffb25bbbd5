"""Learning whether a problem was told before."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from extractor.language.again import ToldAgain, shipped
from extractor.language.meant import MeantFor
from extractor.language.meant.table import GramTable
from extractor.learning.again.years import Years, load_years
from extractor.learning.dataset import DatasetError

LINE = {"office": "县水利局", "last": ["更新慢"], "retold": ["上网迟"], "new": ["没人管"]}


def test_lines_are_read_and_what_is_wrong_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text(json.dumps(LINE) + "\n\n", encoding="utf-8")
    assert load_years(path)[0].retold == ["上网迟"]
    for wrong in ({**LINE, "retold": []}, {**LINE, "more": 1}, {**LINE, "last": []}):
        path.write_text(f"{json.dumps(LINE)}\n{json.dumps(wrong)}\n", encoding="utf-8")
        with pytest.raises(DatasetError, match="第2行"):
            load_years(path)
    with pytest.raises(DatasetError, match=r"none\.jsonl"):
        load_years(tmp_path / "none.jsonl")


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    points = np.array([[1.0, 0.5], [0.25, -2.0]], dtype=np.float32)
    centre = np.array([0.5, 0.5], dtype=np.float32)
    table = GramTable.of(points)
    model = ToldAgain({"慢": 0, "快": 1}, table, centre, 5.0, 0.5, 4.0, (1.0, -2.0), 0.25)
    model.save(tmp_path)
    again = ToldAgain.load(tmp_path)
    assert again.score("更新慢", "太慢") == model.score("更新慢", "太慢")
    assert (again.weighs, again.at_nought) == (model.weighs, model.at_nought)


@pytest.mark.parametrize(
    ("one", "again", "other"),
    [
        ("村里的公开栏老是换得慢", "村级公开栏更换不及时", "村级公开栏位置偏，看的人少"),
        ("解读只有文字，没有图", "政策解读形式单一，以文字为主", "政策解读晚于文件，时效不强"),
        (
            "管公开的只有一个人，还是兼的",
            "工作人员多为兼职，力量不足",
            "工作人员业务不熟，答复出错",
        ),
    ],
)
def test_the_same_lack_is_nearer_than_another_in_the_same_field(
    one: str, again: str, other: str
) -> None:
    assert shipped().score(one, again) > shipped().score(one, other)


def test_it_learns_which_lack_is_the_same_and_the_same_twice() -> None:
    pytest.importorskip("torch", reason="torch 未安装：pip install 'nianjian[bert]'")
    from extractor.learning.again.train import Settings, fit

    late, alone, hard = ("更新慢", "上网迟"), ("没人管", "缺人手"), ("看不懂", "太难读")
    offices = [
        Years(office=str(n), last=[a[n], b[n]], retold=[a[1 - n], b[1 - n]], new=[c[0]])
        for n in [0, 1] * 6
        for a, b, c in ((late, alone, hard), (alone, hard, late), (hard, late, alone))
    ]
    grams = sorted({gram for told in (*late, *alone, *hard) for gram in told})
    drawn = np.random.default_rng(3).normal(0, 0.3, (len(grams), 8)).astype(np.float32)
    table = GramTable.of(drawn)
    start = MeantFor({g: n for n, g in enumerate(grams)}, table, table, (), 0.5, 1.0, drawn[:2])
    settings = Settings(epochs=30)
    model, again = (fit(offices, start, settings) for _ in range(2))
    assert model.score("更新慢", "上网迟") > 0 > model.score("更新慢", "缺人手")
    assert model.score("看不懂", "太难读") > 0 > model.score("看不懂", "没人管")
    assert model.score("更新慢", "上网迟") == again.score("更新慢", "上网迟")
