"""Which problem a measure is meant for: by sense, where no word is common."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from extractor.language.classify import shipped as places
from extractor.language.classify.folder import ModelError, write_manifest
from extractor.language.meant import MeantFor, grams, manifest, own_pairs, shipped
from extractor.language.meant.model import VOCABULARY, WEIGHTS, Both
from extractor.language.meant.shipped_model import KIND
from extractor.language.meant.table import GramTable

PROBLEMS = [
    "惠农补贴公示只有总数，没有到户金额",
    "管这项工作的人手少，忙起来顾不上",
    "解读材料都是文件原话，村民看不懂",
    "答复书写得简单，没有说明理由和依据",
    "栏目更新不及时，个别信息滞后一个多月",
]
OWN = [
    "补贴名单按户列出面积、标准和实发数",
    "从其他科室抽调一名同志专职负责",
    "用图解和短视频把政策讲成大白话",
    "修订文书样本，由法律顾问逐件审核",
    "每周五由专人巡查一遍，逾期未传的发催办单",
]


def test_each_measure_is_nearest_to_its_problem() -> None:
    scores = shipped().scores(PROBLEMS, OWN)
    assert scores.argmax(axis=0).tolist() == list(range(len(OWN)))
    assert scores.argmax(axis=1).tolist() == list(range(len(OWN)))


def test_sense_decides_where_no_word_is_common() -> None:
    problem, own, other = PROBLEMS[1], OWN[1], "把办事指南挂在门户网站首页"
    assert not own_pairs(problem) & own_pairs(own)
    assert shipped().score(problem, own) > 0 > shipped().score(problem, other)


@pytest.mark.parametrize(
    "beside", ["奋力谱写高质量发展新篇章", "办公楼电梯更换为新型号", "开展全国爱国卫生月大扫除"]
)
def test_what_is_meant_for_nothing_is_below_nought(beside: str) -> None:
    assert (shipped().scores(PROBLEMS, [beside]) < 0).all()


def test_a_score_does_not_depend_on_what_else_is_asked() -> None:
    together = shipped().scores(PROBLEMS, OWN)
    alone = [[shipped().score(problem, measure) for measure in OWN] for problem in PROBLEMS]
    assert np.array_equal(together, np.array(alone))


def test_numbers_and_dates_say_nothing() -> None:
    assert grams("2024年3月底前，补录12条") == grams("2023年6月底前，补录40条")
    assert "12" not in "".join(grams("补录12条"))


def test_nothing_known_and_nothing_asked() -> None:
    model = shipped()
    assert model.scores([], OWN).shape == (0, len(OWN))
    assert model.scores(["abc"], ["…"]).shape == (1, 1)
    assert model.score("", "") < 0


def _both(numbers: list[float]) -> Both:
    into = np.array([numbers, *[[0.0, 0.0]] * 7], dtype=np.float32)
    return Both(into, np.array([0.0, 1.0], dtype=np.float32), np.array([2, -1], dtype=np.float32))


def _model(*both: Both) -> MeantFor:
    points = np.array([[1.0, 0.5], [0.25, -2.0]], dtype=np.float32)
    tables = GramTable.of(points), GramTable.of(points[::-1])
    halves = points / np.float32(2)
    return MeantFor({"慢": 0, "快": 1}, *tables, both or (_both([1, -1]),), 0.5, 1.25, halves)


def test_what_was_saved_is_loaded_and_decides_alike(tmp_path: Path) -> None:
    _model().save(tmp_path)
    again = MeantFor.load(tmp_path)
    assert again.vocabulary == {"慢": 0, "快": 1}
    assert again.score("更新慢", "加快") == _model().score("更新慢", "加快")
    assert again.alike("慢", "快") == _model().alike("慢", "快")


def test_a_number_is_a_byte_and_wrong_by_half_a_step_at_most() -> None:
    points = np.random.default_rng(5).normal(0, 1, (40, 8)).astype(np.float32)
    points[3] = 0.0
    table = GramTable.of(points)
    assert table.numbers.dtype == np.int8
    steps = np.abs(points).max(axis=1, keepdims=True) / 127
    assert (np.abs(table.rows() - points) <= steps / 2 + 1e-6).all()
    assert table.point([1, 2]) == pytest.approx((points[1] + points[2]) / 2**0.5, abs=0.05)
    assert not table.point([]).any()


def test_the_network_sees_where_points_agree_and_where_they_differ() -> None:
    agree = Both(
        np.eye(8, 1, dtype=np.float32), np.zeros(1, np.float32), np.ones(1, np.float32) * 3
    )
    differ = Both(
        np.eye(8, 1, -2, dtype=np.float32), np.zeros(1, np.float32), np.ones(1, np.float32)
    )
    rows, columns = np.array([[2.0, 0.0]]), np.array([[4.0, 1.0], [-5.0, 1.0]])
    # The first number of both points: their product where it is no less than nought, three times.
    assert agree.scores(rows, columns).tolist() == [[24.0, 0.0]]
    assert differ.scores(rows, columns).tolist() == [[2.0, 7.0]]


def test_it_is_the_mean_of_its_fits() -> None:
    """Points of two fits side by side, half of a point each."""
    whole = np.array([[1.0, 0.5], [0.25, -2.0]], dtype=np.float32)
    twice = GramTable.of(np.hstack([whole, whole]))
    one, other = _both([1, -1]), _both([3, 2])
    fits = [
        MeantFor(
            {"慢": 0, "快": 1}, GramTable.of(whole), GramTable.of(whole), (both,), 0.5, 1.25, whole
        )
        for both in (one, other)
    ]
    mean = MeantFor({"慢": 0, "快": 1}, twice, twice, (one, other), 0.5, 1.25, whole)
    wanted = np.mean([fit.score("更新慢", "加快") for fit in fits])
    assert fits[0].score("更新慢", "加快") != fits[1].score("更新慢", "加快")
    assert mean.score("更新慢", "加快") == pytest.approx(wanted, abs=2e-4)


@pytest.mark.parametrize(
    ("problem", "again", "other"),
    [
        ("管这项工作的人手少", "没有专人负责，谁有空谁来做", "公示栏位置偏"),
        ("解读材料都是文件原话，村民看不懂", "政策解读专业术语太多", "答复超过了法定期限"),
        ("栏目长期没有更新", "有的信息晚了一个多月才发布", "申请人不会填申请表"),
    ],
)
def test_one_lack_in_other_words_is_nearer_than_another_lack(
    problem: str, again: str, other: str
) -> None:
    assert shipped().alike(problem, again) > shipped().alike(problem, other) + 0.2
    assert shipped().alike(problem, problem) == pytest.approx(1.0, abs=1e-3)


def test_a_damaged_model_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "meant"
    _model().save(folder)
    write_manifest(folder, KIND, {}, [VOCABULARY, WEIGHTS])
    (folder / VOCABULARY).write_text(json.dumps(["慢"]), encoding="utf-8")
    monkeypatch.setattr(places, "shipped_folder", lambda name: folder)
    places.shipped_manifest.cache_clear()
    try:
        with pytest.raises(ModelError, match="vocabulary"):
            manifest()
    finally:
        places.shipped_manifest.cache_clear()
