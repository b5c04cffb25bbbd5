"""`nianjian train` as a whole: steps, resuming, what is told, and what it leaves in use."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from extractor.checks.model import Said
from extractor.cli import main
from extractor.language.classify.folder import read_manifest
from extractor.language.classify.in_use import folder_of
from extractor.language.classify.shipped import shipped_folder
from extractor.learning.dataset import DatasetError
from extractor.learning.retrain import promote as promoting
from extractor.learning.retrain.promote import rollback
from extractor.learning.retrain.run import NoLabelsError, retrain
from extractor.learning.retrain.steps import STEPS, RunFolder, StepName
from tests.learning import office


class KilledError(BaseException):
    """Nothing that the product catches."""


class Heard(list[str]):
    """What was said, in Chinese."""

    def __call__(self, said: Said) -> None:
        assert said.en
        self.append(said.zh)

    def done(self) -> list[str]:
        """The steps that were done, and not found done."""
        lines = (line.split() for line in self if line.startswith("[") and "已完成" not in line)
        return [line[1] for line in lines]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A whole run of the office, and its model's hash."""
    folder = tmp_path_factory.mktemp("office")
    result = retrain(office.options(folder), Heard())
    assert result.model is not None
    return folder, result.model


def test_better_on_the_users_reports_is_promoted(trained: tuple[Path, str]) -> None:
    folder, model = trained
    assert folder_of(folder / "models") == folder / "models" / "versions" / model
    manifest = read_manifest(folder_of(folder / "models"))
    assert manifest["parent"] == read_manifest(shipped_folder())["hash"]
    assert manifest["own_labels"]["held"] >= 100
    assert manifest["own_labels"]["train"] + manifest["own_labels"]["held"] == 400
    card = (folder_of(folder / "models") / "CARD.md").read_text(encoding="utf-8")
    assert model in card
    assert "用户的留出标注" in card


def test_every_step_leaves_what_it_made(trained: tuple[Path, str]) -> None:
    (run,) = (trained[0] / "models" / "runs").iterdir()
    assert sorted(path.name for path in run.iterdir()) == [
        f"{number}-{step}" for number, step in enumerate(STEPS, 1)
    ]
    for step in run.iterdir():
        told = json.loads((step / "done.json").read_text(encoding="utf-8"))
        assert told["inputs"]
        assert told["outputs"]


def test_nothing_is_done_twice(trained: tuple[Path, str]) -> None:
    heard = Heard()
    result = retrain(office.options(trained[0]), heard)
    assert result.already
    assert heard.done() == []


def test_what_changed_is_done_again_and_what_was_rolled_back_can_return(
    trained: tuple[Path, str], tmp_path: Path
) -> None:
    models = tmp_path / "models"
    chosen = office.options(tmp_path)
    retrain(chosen, Heard())
    rollback(models)
    (models / "runs").glob("*/5-evaluate/evaluation.json").__next__().write_text("{}")
    heard = Heard()
    result = retrain(chosen, heard)
    assert heard.done()[0] == "evaluate"
    assert result.promoted == folder_of(models)
    assert result.model == trained[1]


def test_killed_in_every_step_it_goes_on_and_comes_to_the_same_model(
    trained: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, chosen = RunFolder.do, office.options(tmp_path)
    for at in STEPS:

        def do(self: RunFolder, step: StepName, inputs: Any, work: Any, at: str = at) -> bool:
            def killed(folder: Path) -> None:
                work(folder)
                next(path for path in folder.rglob("*") if path.is_file()).write_text("torn")
                raise KilledError

            return whole(self, step, inputs, killed if step == at else work)

        heard = Heard()
        with monkeypatch.context() as patch:
            patch.setattr(RunFolder, "do", do)
            with pytest.raises(KilledError):
                retrain(chosen, heard)
        # What stood before the step killed last time is not done again.
        assert heard.done() == list(STEPS[max(0, STEPS.index(at) - 1) : STEPS.index(at) + 1])
    assert folder_of(tmp_path / "models").name == trained[1]
    assert retrain(chosen, Heard()).already


def test_killed_before_the_pointer_the_old_model_stays(
    trained: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = office.options(tmp_path)

    def killed(*_: object) -> None:
        raise KilledError

    with monkeypatch.context() as patch:
        patch.setattr(promoting, "_point", killed)
        with pytest.raises(KilledError):
            retrain(chosen, Heard())
    assert folder_of(tmp_path / "models") == shipped_folder()
    assert retrain(chosen, Heard()).model == trained[1]
    assert folder_of(tmp_path / "models").name == trained[1]


def test_other_labels_or_another_weight_make_another_run(tmp_path: Path) -> None:
    chosen = office.options(tmp_path, until="split")
    runs = {
        retrain(chosen, Heard()).run,
        retrain(replace(chosen, user_weight=7.0), Heard()).run,
        retrain(office.options(tmp_path, office.labelled(41), until="split"), Heard()).run,
    }
    assert len(runs) == 3


def test_when_and_in_which_order_labels_came_makes_no_difference(tmp_path: Path) -> None:
    rows = office.labelled(4)
    forwards = office.options(tmp_path / "a", rows, until="split")
    backwards = office.options(tmp_path / "b", [replace(r, line=9) for r in rows[::-1]])
    one = retrain(forwards, Heard()).run
    other = retrain(replace(backwards, until="split"), Heard()).run
    assert one.name == other.name
    for name in ("2-check/examples.jsonl", "3-split/train.jsonl", "3-split/held.jsonl"):
        assert (one / name).read_bytes() == (other / name).read_bytes()


def test_until_stops_there_and_fresh_begins_anew(tmp_path: Path) -> None:
    chosen, heard = office.options(tmp_path, until="check"), Heard()
    result = retrain(chosen, heard)
    assert heard.done() == ["collect", "check"]
    assert (result.model, result.decision) == (None, None)
    again = Heard()
    retrain(replace(chosen, fresh=True), again)
    assert again.done() == ["collect", "check"]


def test_no_labels_tell_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoLabelsError, match="nianjian label") as raised:
        retrain(office.options(tmp_path, []), Heard())
    assert "nianjian label" in raised.value.said.en


def test_labels_that_only_measure_cannot_be_learned_from(tmp_path: Path) -> None:
    from extractor.learning.retrain.split import is_held

    held = [row for row in office.labelled() if is_held(row.context.report)]
    with pytest.raises(DatasetError, match="更多机关"):
        retrain(office.options(tmp_path, held), Heard())


def invoke(folder: Path, *arguments: str, agencies: int = 40) -> Result:
    chosen = office.options(folder, office.labelled(agencies))
    told = ["--models", str(chosen.models), "--labels", str(chosen.shipped)]
    stores = ["--store", str(chosen.labels.with_name("verdicts.jsonl"))]
    return CliRunner().invoke(main, ["train", *told, *stores, *arguments])


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_command_without_labels_tells_the_way_to_them(lang: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["train", "--lang", lang])
    assert result.exit_code == 2
    assert "nianjian label" in result.stderr
    assert ("Labels: " in result.stderr) == (lang == "en")
    assert not (tmp_path / "models").exists()


def test_the_command_tells_too_few_labels_and_how_many_more(tmp_path: Path) -> None:
    result = invoke(tmp_path, agencies=12)
    assert result.exit_code == 1
    assert "证据不足" in result.stderr
    assert "还差" in result.stderr
    assert "不变" in result.stderr
    assert folder_of(tmp_path / "models") == shipped_folder()


def test_the_command_tries_promotes_lists_and_rolls_back(
    trained: tuple[Path, str], tmp_path: Path
) -> None:
    office_, models = tmp_path / "office", tmp_path / "office" / "models"
    tried = invoke(office_, "--dry-run")
    assert tried.exit_code == 0
    assert folder_of(models) == shipped_folder()
    done = invoke(office_)
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"已启用 {trained[1]}" in done.stderr
    assert "NIANJIAN_MODELS" in done.stderr  # where score looks is another folder here
    listed = CliRunner().invoke(main, ["train", "--list", "--models", str(models)])
    assert [line.split("\t")[:2] for line in listed.stdout.splitlines()[1:]] == [
        ["", read_manifest(shipped_folder())["hash"]],
        ["*", trained[1]],
    ]
    back = CliRunner().invoke(
        main, ["train", "--rollback", "--models", str(models), "--lang", "en"]
    )
    assert back.exit_code == 0
    assert f"In use: the shipped model {read_manifest(shipped_folder())['hash']}" in back.stderr
    again = CliRunner().invoke(main, ["train", "--rollback", "--models", str(models)])
    assert again.exit_code == 2
    assert "没有可退回" in again.stderr
