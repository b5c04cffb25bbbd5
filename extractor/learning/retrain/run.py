"""The whole of a retraining: seven named steps, the last of which may change the model in use."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from extractor import __version__
from extractor.checks.model import Said
from extractor.language.classify.folder import MANIFEST, file_digest, read_manifest
from extractor.language.classify.in_use import folder_of
from extractor.language.classify.linear import KIND
from extractor.language.classify.shipped import shipped_folder
from extractor.learning.dataset import DatasetError
from extractor.learning.linear import DEFAULT, SEED
from extractor.learning.retrain import told, work
from extractor.learning.retrain.collect import Sources, sources
from extractor.learning.retrain.decide import Decision, decide
from extractor.learning.retrain.promote import changing, promote
from extractor.learning.retrain.steps import (
    STEPS,
    RunFolder,
    StepName,
    digest,
    read_json,
)
from extractor.learning.train import DEVELOPMENT, HELD

USER_WEIGHT = 3.0
"""How many shipped sentences one of the user's counts as; docs/retrain.md has the measurement."""
RUNS = "runs"

Tell = Callable[[Said], None]


@dataclass(frozen=True, slots=True)
class Options:
    labels: Path
    """The user's label store."""
    models: Path
    shipped: Path | None = None
    """Another folder of shipped labels."""
    user_weight: float = USER_WEIGHT
    until: StepName = "promote"
    fresh: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """How far it went; `decision` is None where it did not come to that."""

    run: Path
    model: str | None = None
    decision: Decision | None = None
    already: bool = False
    """These very labels made the model in use."""
    promoted: Path | None = None


class NoLabelsError(DatasetError):
    """The user has labelled nothing yet."""


def retrain(options: Options, tell: Tell) -> Result:
    """Steps whose inputs are unchanged are not done again; a killed run goes on where it was."""
    got = sources(options.shipped, options.labels)
    if not got.lines:
        raise NoLabelsError(
            f"还没有您的标注（{options.labels}）。请先用 nianjian score 评分，用 nianjian label "
            "挑出待标注的句子，填写后用 nianjian review 取回，再运行 nianjian train。",
            f"You have labelled nothing yet ({options.labels}). First nianjian score, then "
            "nianjian label, fill in the list, take it in with nianjian review, then train.",
        )
    with changing(options.models):
        return _Training(options, got, tell).run()


class _Training:
    """One run: every step reads files of the steps before and writes its own."""

    def __init__(self, options: Options, got: Sources, tell: Tell) -> None:
        self._options, self._got, self._tell = options, got, tell
        self._labels = got.digests()
        made_by = {"weight": options.user_weight, "settings": asdict(DEFAULT), "seed": SEED}
        name = digest({**self._labels, **made_by, "version": __version__})[:12]
        self._folder = RunFolder(options.models / RUNS / name)
        self._champion = folder_of(options.models)
        self._parent: str = read_manifest(self._champion, KIND)["hash"]

    def run(self) -> Result:
        if self._options.fresh:
            shutil.rmtree(self._folder.path, ignore_errors=True)
        result = Result(self._folder.path)
        for step in STEPS[: STEPS.index(self._options.until) + 1]:
            result = self._step(step, result)
            if result.already:
                break
        return result

    def _step(self, step: StepName, so_far: Result) -> Result:
        match step:
            case "collect":
                self._collect()
            case "check":
                self._check()
            case "split":
                self._split()
            case "fit":
                model = self._fit()
                return Result(so_far.run, model, already=model == self._parent)
            case "evaluate":
                self._evaluate()
            case "card":
                self._card()
            case "promote":
                return self._promote(so_far)
        return so_far

    def _collect(self) -> None:
        self._do("collect", self._labels, lambda folder: work.collected(folder, self._got))

    def _check(self) -> None:
        lines = self._file("collect", work.LABELS)
        self._do("check", _digests(lines), lambda folder: work.checked(folder, lines))
        for line in told.problems_said(read_json(self._file("check", work.PROBLEMS))):
            self._tell(line)

    def _split(self) -> None:
        own = self._file("check", work.EXAMPLES)
        inputs = _digests(own) | {name: self._labels[name] for name in (DEVELOPMENT, HELD)}
        self._do("split", inputs, lambda folder: work.apart(folder, own, self._got))
        counts = read_json(self._file("split", work.COUNTS))
        self._tell(told.counts_said(counts))
        if not counts["train"]:
            raise DatasetError(
                "可用于学习的标注为 0 句：请标注更多机关的报告（约三成机关的只用于测量）。",
                "None of your labels can be learned from: label reports of more agencies (those "
                "of three in ten agencies only measure).",
            )

    def _fit(self) -> str:
        own, weight = self._file("split", work.TRAIN), self._options.user_weight
        inputs = _digests(own) | {DEVELOPMENT: self._labels[DEVELOPMENT], "weight": f"{weight:g}"}
        self._do("fit", inputs, lambda folder: work.fitted(folder, own, weight, self._got))
        name: str = read_manifest(self._model, KIND)["hash"]
        return name

    def _evaluate(self) -> None:
        own, shipped = self._file("split", work.OWN), shipped_folder()
        models = {"champion": self._champion, "shipped": shipped, "challenger": self._model}
        inputs = {name: file_digest(folder / MANIFEST) for name, folder in models.items()}
        inputs |= _digests(own) | {f"frozen {HELD}": self._labels[HELD]}
        self._do(
            "evaluate",
            inputs,
            lambda folder: work.evaluated(folder, **models, own=own, got=self._got),
        )
        evaluation = work.read_evaluation(self._file("evaluate", work.EVALUATION))
        for line in told.evaluation_said(evaluation):
            self._tell(line)

    def _card(self) -> None:
        run = {
            work.COUNTS: self._file("split", work.COUNTS),
            work.EVALUATION: self._file("evaluate", work.EVALUATION),
        }
        inputs = _digests(self._model / MANIFEST, *run.values()) | {"parent": self._parent}
        weight = self._options.user_weight
        self._do(
            "card",
            inputs,
            lambda folder: work.carded(folder, self._model, self._parent, weight, run, self._got),
        )

    def _promote(self, so_far: Result) -> Result:
        evaluation = self._file("evaluate", work.EVALUATION)
        compared = work.read_evaluation(evaluation)
        decision = decide(compared["frozen"], compared.get("shipped"), compared.get("own"))
        model, target = so_far.model or "", None
        if decision.promote and not self._options.dry_run:
            target = promote(self._options.models, self._file("card", work.MODEL), model)
        done = target is not None
        inputs = _digests(evaluation) | {"dry run": str(self._options.dry_run)}
        self._do(
            "promote", inputs, lambda folder: work.decided(folder, decision, model, promoted=done)
        )
        return Result(so_far.run, model, decision, promoted=target)

    @property
    def _model(self) -> Path:
        """The challenger, before it has a card."""
        return self._file("fit", work.MODEL)

    def _file(self, step: StepName, name: str) -> Path:
        return self._folder.file(step, name)

    def _do(self, step: StepName, inputs: dict[str, str], does: Callable[[Path], None]) -> None:
        def said_first(folder: Path) -> None:
            self._tell(told.step_said(step, done_before=False))
            does(folder)

        if not self._folder.do(step, inputs, said_first):
            self._tell(told.step_said(step, done_before=True))


def _digests(*paths: Path) -> dict[str, str]:
    return {path.name: file_digest(path) for path in paths}
