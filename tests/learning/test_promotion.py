"""When a model may take another's place; promotion, rollback, and models that are refused."""

from __future__ import annotations

import json
import pickle
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from extractor.cli import main
from extractor.language.classify import features, in_use
from extractor.language.classify.folder import (
    MANIFEST,
    DamagedModelError,
    ModelError,
    read_manifest,
    write_manifest,
)
from extractor.language.classify.in_use import POINTER, folder_of, promoted
from extractor.language.classify.labels import HEADS
from extractor.language.classify.linear import KIND, VOCABULARY, WEIGHTS, LinearClassifier
from extractor.language.classify.shipped import shipped_folder
from extractor.learning.linear import fit_linear
from extractor.learning.retrain.compare import Comparison, Difference, compare
from extractor.learning.retrain.decide import AT_WORST, MARGIN, decide
from extractor.learning.retrain.promote import promote, rollback, versions
from tests.learning.invented import examples

gains = st.floats(-0.5, 0.5)


@st.composite
def comparisons(draw: st.DrawFn, most: int = 400) -> Comparison:
    def difference() -> Difference:
        ahead, width = draw(gains), draw(st.floats(0, 0.4))
        return Difference(0.5, 0.5 + ahead, ahead, (ahead - width, ahead + width))

    heads = {head: difference() for head in HEADS}
    return Comparison(
        draw(st.integers(0, most)),
        draw(st.integers(0, 40)),
        heads,
        difference(),
        draw(st.floats(0, 1)),
    )


@given(comparisons(), st.none() | comparisons(), comparisons(99))
def test_never_with_fewer_than_a_hundred_held_out_labels(
    frozen: Comparison, shipped: Comparison | None, own: Comparison
) -> None:
    decision = decide(frozen, shipped, own)
    assert not decision.promote
    assert decision.reasons


@given(comparisons(), st.none() | comparisons(), st.none() | comparisons())
def test_promoted_is_only_what_lost_nothing_and_gained_for_certain(
    frozen: Comparison, shipped: Comparison | None, own: Comparison | None
) -> None:
    decision = decide(frozen, shipped, own)
    assert all(reason.zh and reason.en for reason in decision.reasons)
    if decision.promote:
        assert own is not None
        assert own.mean.interval[0] > 0
        for compared in (frozen, shipped) if shipped else (frozen,):
            assert all(d.ahead >= -MARGIN for d in compared.heads.values())
            assert all(d.interval[0] >= -AT_WORST for d in compared.heads.values())


def told(ahead: float, low: float, high: float, **more: object) -> Comparison:
    d = Difference(0.8, 0.8 + ahead, ahead, (low, high))
    given_: dict[str, object] = {"labels": 120, "reports": 12, "champion_right": 0.6}
    return Comparison(heads=dict.fromkeys(HEADS, d), mean=d, **(given_ | more))  # type: ignore[arg-type]


GAIN, EVEN = told(0.05, 0.02, 0.08), told(0.0, -0.01, 0.01)


@pytest.mark.parametrize(
    ("frozen", "shipped", "own", "outcome", "words"),
    [
        (EVEN, None, GAIN, "promote", "0.800 → 0.850"),
        (told(-0.02, -0.02, 0.0), None, GAIN, "worse", "固定留出集：主题"),
        (told(0.0, -0.03, 0.03), None, GAIN, "worse", "区间下限 -0.030"),
        (EVEN, told(-0.02, -0.03, 0.0), GAIN, "worse", "随程序安装的模型"),
        (EVEN, None, None, "not_enough", "还差 100 句"),
        (EVEN, None, told(0.05, 0.02, 0.08, labels=40), "not_enough", "再标 200 句"),
        (EVEN, None, told(0.05, 0.02, 0.08, reports=4), "not_enough", "4 份报告"),
        (EVEN, None, told(0.05, 0.02, 0.08, champion_right=0.05), "not_enough", "判错"),
        (EVEN, None, told(-0.05, -0.08, -0.02), "worse", "您的留出标注：主题"),
        (EVEN, None, EVEN, "not_better", "区间含零"),
    ],
)
def test_what_is_said_of_each(
    frozen: Comparison, shipped: Comparison | None, own: Comparison | None, outcome: str, words: str
) -> None:
    decision = decide(frozen, shipped, own)
    assert decision.outcome == outcome
    assert words in "".join(reason.zh for reason in decision.reasons)


def test_a_comparison_counts_reports_and_pairs_its_draws() -> None:
    data = examples()
    right, wrong = {}, {}
    for head, names in HEADS.items():
        order = list(names)
        rows = np.zeros((len(data), len(names)))
        rows[np.arange(len(data)), [order.index(e.labels.of(head)) for e in data]] = 1.0
        right[head], wrong[head] = rows, np.roll(rows, 1, axis=1)
    found = compare(data, wrong, right)
    assert found is not None
    assert (found.labels, found.reports, found.champion_right) == (72, 12, 0.0)
    assert found.mean.ahead == 1.0
    same = compare(data, right, right)
    assert same is not None
    assert same.mean.interval == (0.0, 0.0)
    assert Comparison.from_data(json.loads(json.dumps(found.as_data()))) == found
    assert compare([], right, right) is None


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    fitted = fit_linear(examples())
    fitted.classifier.save(folder, {"doubt": fitted.doubt})
    return folder


def variant(model: Path, folder: Path, bias: float) -> tuple[Path, str]:
    """Another model: the same but for a bias."""
    classifier = LinearClassifier.load(model)
    classifier.heads["topic"].bias[0] = bias
    classifier.save(folder, {"doubt": read_manifest(model)["doubt"]})
    return folder, read_manifest(folder)["hash"]


def test_rollback_undoes_promotion_whatever_came_before(model: Path, tmp_path: Path) -> None:
    models = tmp_path / "models"
    made = [variant(model, tmp_path / f"m{n}", float(n)) for n in range(3)]
    for folder, name in [*made, made[0]]:
        before = (folder_of(models), promoted(models))
        promote(models, folder, name)
        assert folder_of(models).name == name
        rollback(models)
        assert (folder_of(models), promoted(models)) == before
        promote(models, folder, name)
    assert [v.name for v in versions(models) if v.in_use] == [made[0][1]]
    assert len(versions(models)) == 4
    for _ in range(4):
        rollback(models)
    assert folder_of(models) == shipped_folder()
    with pytest.raises(ModelError, match="没有可退回"):
        rollback(models)


def test_rollback_passes_over_a_damaged_version(model: Path, tmp_path: Path) -> None:
    made = [variant(model, tmp_path / f"m{n}", float(n)) for n in range(3)]
    for folder, name in made:
        promote(tmp_path, folder, name)
    (tmp_path / "versions" / made[1][1] / WEIGHTS).unlink()
    now, damaged = rollback(tmp_path)
    assert now.name == made[0][1]
    assert damaged == [made[1][1]]


def resealed(folder: Path) -> None:
    """As somebody would who knows how the hashes are made."""
    manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    kept = {k: v for k, v in manifest.items() if k not in ("kind", "files", "hash", "seal")}
    write_manifest(folder, KIND, kept, (VOCABULARY, WEIGHTS))


class Trap:
    """Unpickled it would write a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


def damage(kind: str, folder: Path, trap: Path) -> str:
    """Damages a model; returns the file that must be named."""
    weights, vocabulary = folder / WEIGHTS, folder / VOCABULARY
    if kind == "changed":
        weights.write_bytes(weights.read_bytes()[:-1] + b"x")
        return WEIGHTS
    if kind == "missing":
        vocabulary.unlink()
        return VOCABULARY
    if kind == "manifest":
        text = (folder / MANIFEST).read_text(encoding="utf-8")
        (folder / MANIFEST).write_text(text.replace('"topic": 0.', '"topic": 0.1', 1))
        return MANIFEST
    if kind == "no manifest":
        (folder / MANIFEST).write_bytes(b"\xff\xfe")
        return MANIFEST
    if kind == "truncated":
        weights.write_bytes(weights.read_bytes()[:500])
    elif kind == "pickle":
        weights.write_bytes(pickle.dumps(Trap(trap)))
    elif kind == "pickle inside":
        with np.load(weights) as stored:
            arrays = dict(stored)
        arrays["bias.topic"] = np.array([Trap(trap)], dtype=object)
        np.savez(weights, **arrays, allow_pickle=True)
    elif kind == "vocabulary":
        told = json.loads(vocabulary.read_text(encoding="utf-8"))
        told["own"].pop()
        vocabulary.write_text(json.dumps(told), encoding="utf-8")
    elif kind == "schema":
        vocabulary.write_text("[]", encoding="utf-8")
        resealed(folder)
        return VOCABULARY
    resealed(folder)
    return WEIGHTS


@pytest.mark.parametrize(
    "kind",
    [
        "changed",
        "missing",
        "manifest",
        "no manifest",
        "truncated",
        "pickle",
        "pickle inside",
        "vocabulary",
        "schema",
    ],
)
def test_a_damaged_model_is_refused_by_name_and_runs_nothing(
    kind: str, model: Path, tmp_path: Path
) -> None:
    folder, name = variant(model, tmp_path / "m", 0.5)
    target = promote(tmp_path / "models", folder, name)
    file = damage(kind, target, tmp_path / "trap")
    with pytest.raises(DamagedModelError) as raised:
        LinearClassifier.load(target)
    for lang in ("zh", "en"):
        assert file in raised.value.told(lang)
        assert "nianjian train --rollback" in raised.value.told(lang)
    assert not (tmp_path / "trap").exists()


def test_a_model_of_other_features_is_refused(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, _ = variant(model, tmp_path / "m", 0.5)
    source = replace(features.SOURCES[0], text=lambda sight: sight.text)
    monkeypatch.setattr(features, "SOURCES", (source, *features.SOURCES[1:]))
    with pytest.raises(ModelError, match="另一版本"):
        LinearClassifier.load(folder)


def test_a_damaged_model_is_not_promoted(model: Path, tmp_path: Path) -> None:
    folder, name = variant(model, tmp_path / "m", 0.5)
    damage("truncated", folder, tmp_path)
    with pytest.raises(DamagedModelError):
        promote(tmp_path / "models", folder, name)
    assert promoted(tmp_path / "models") == []


@pytest.mark.parametrize("text", ["{", '{"promoted": ["../../etc"]}', '{"promoted": 3}', "[]"])
def test_a_damaged_pointer_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / POINTER).write_text(text)
    with pytest.raises(ModelError, match=POINTER):
        folder_of(tmp_path)


REPORT = """青溪县水利局2023年政府信息公开工作年度报告

一、总体情况
我局2023年主动公开政府信息208条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
业务培训还不够。下一步将加强培训。
六、其他需要报告的事项
本年度未收取信息处理费。
"""


@pytest.fixture
def in_models(model: Path, tmp_path: Path) -> tuple[Path, str]:
    """A promoted model where this test's product looks for it."""
    folder, name = variant(model, tmp_path / "m", 0.5)
    target = promote(in_use.models_folder(), folder, name)
    (tmp_path / "报告.txt").write_text(REPORT, encoding="utf-8")
    return target, name


def test_the_promoted_model_reads_reports_and_stands_in_the_record(
    in_models: tuple[Path, str], tmp_path: Path
) -> None:
    def read() -> str:
        told = CliRunner().invoke(main, ["extract", str(tmp_path / "报告.txt")])
        return str(json.loads(told.stdout)["tool"]["model"])

    assert read() == in_models[1]
    rollback(in_use.models_folder())
    assert read() == read_manifest(shipped_folder())["hash"]


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_workers_use_the_model_of_their_run(
    method: str, in_models: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NIANJIAN_START_METHOD", method)
    out = tmp_path / "out"
    told = CliRunner().invoke(
        main, ["score", str(tmp_path / "报告.txt"), "--out", str(out), "-j", "1"]
    )
    assert told.exit_code == 0, told.stderr
    record = json.loads((out / "reports.jsonl").read_text(encoding="utf-8"))
    assert record["tool"]["model"] == in_models[1]
    # The toy knows only what it learned: the shipped model answers otherwise.
    toy = [(s["topic"], s["confidence"]) for s in record["sentences"]]
    rollback(in_use.models_folder())
    CliRunner().invoke(main, ["score", str(tmp_path / "报告.txt"), "--out", str(out), "-j", "1"])
    record = json.loads((out / "reports.jsonl").read_text(encoding="utf-8"))
    assert toy != [(s["topic"], s["confidence"]) for s in record["sentences"]]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_damaged_model_stops_before_any_work(
    lang: str, in_models: tuple[Path, str], tmp_path: Path
) -> None:
    damage("changed", in_models[0], tmp_path)
    in_use._manifest.cache_clear()
    out = tmp_path / "out"
    for command in (["extract"], ["score", "--out", str(out)]):
        told = CliRunner().invoke(main, [*command, str(tmp_path / "报告.txt"), "--lang", lang])
        assert told.exit_code == 2
        assert "nianjian train --rollback" in told.stderr
        assert WEIGHTS in told.stderr
    assert not out.exists()
    back = CliRunner().invoke(main, ["train", "--rollback", "--lang", lang])
    assert back.exit_code == 0
    told = CliRunner().invoke(main, ["extract", str(tmp_path / "报告.txt")])
    assert told.exit_code == 0
