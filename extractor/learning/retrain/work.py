"""What the steps write into their folders; each reads only files of the steps before it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from extractor.language.classify.folder import read_manifest, write_manifest
from extractor.language.classify.linear import KIND, VOCABULARY, WEIGHTS, LinearClassifier
from extractor.learning.card import card_data, card_text, retrained_data
from extractor.learning.dataset import Example, save_examples, sights
from extractor.learning.linear import fit_linear
from extractor.learning.measures import figures
from extractor.learning.retrain.check import UserExample, check
from extractor.learning.retrain.collect import Sources
from extractor.learning.retrain.compare import Comparison, compare
from extractor.learning.retrain.decide import Decision
from extractor.learning.retrain.split import split
from extractor.learning.retrain.steps import read_json, write_json
from extractor.learning.train import CARD, refuse_shared

LABELS, EXAMPLES, PROBLEMS = "labels.jsonl", "examples.jsonl", "problems.json"
TRAIN, OWN, COUNTS = "train.jsonl", "held.jsonl", "counts.json"
MODEL, EVALUATION, DECISION = "model", "evaluation.json", "decision.json"


def collected(folder: Path, got: Sources) -> None:
    write_json(folder / LABELS, got.lines)
    write_json(folder / "sources.json", got.digests())


def checked(folder: Path, lines: Path) -> None:
    found, troubles = check(read_json(lines))
    save_examples(folder / EXAMPLES, found)
    write_json(folder / PROBLEMS, [trouble.as_data() for trouble in troubles])


def apart(folder: Path, examples: Path, got: Sources) -> None:
    development, frozen = got.load()
    refuse_shared(development, frozen)
    found = split(load_own(examples), development, frozen)
    save_examples(folder / TRAIN, found.train)
    save_examples(folder / OWN, found.held)
    write_json(folder / COUNTS, found.counts())


def fitted(folder: Path, train: Path, weight: float, got: Sources) -> None:
    development, own = got.load()[0], load_own(train)
    weights = [1.0] * len(development) + [weight] * len(own)
    found = fit_linear([*development, *own], weights=weights)
    found.classifier.save(folder / MODEL, {"doubt": found.doubt})


def evaluated(
    folder: Path, champion: Path, shipped: Path, challenger: Path, own: Path, got: Sources
) -> None:
    """Three comparisons; the one with the shipped model only where it is not the champion."""
    frozen, new = got.load()[1], LinearClassifier.load(challenger)
    old = LinearClassifier.load(champion)
    told = {"frozen": _compared(frozen, old, new), "own": _compared(load_own(own), old, new)}
    if shipped != champion:
        told["shipped"] = _compared(frozen, LinearClassifier.load(shipped), new)
    write_json(folder / EVALUATION, {key: each and each.as_data() for key, each in told.items()})


def _compared(
    examples: Sequence[Example], champion: LinearClassifier, challenger: LinearClassifier
) -> Comparison | None:
    seen = sights(examples)
    return compare(examples, champion.predict_proba(seen), challenger.predict_proba(seen))


def read_evaluation(path: Path) -> dict[str, Comparison]:
    """The comparisons that there are."""
    told: dict[str, Any] = read_json(path)
    return {key: Comparison.from_data(each) for key, each in told.items() if each}


def carded(
    folder: Path, model: Path, champion: str, weight: float, run: dict[str, Path], got: Sources
) -> None:
    """The model with its card: what it learned from, what it is worth, what it came after."""
    (folder / MODEL).mkdir()
    for name in (VOCABULARY, WEIGHTS):
        shutil.copyfile(model / name, folder / MODEL / name)
    development, frozen = got.load()
    fit = read_manifest(model, KIND)
    found = figures(frozen, LinearClassifier.load(model).predict_proba(sights(frozen)))
    card = card_data(development, frozen, found, fit["doubt"])
    card |= {key: fit[key] for key in ("temperatures", "features")}
    counts, evaluation = read_json(run[COUNTS]), read_json(run[EVALUATION])
    card |= retrained_data(champion, weight, counts, evaluation)
    manifest = write_manifest(folder / MODEL, KIND, card, (VOCABULARY, WEIGHTS))
    text = card_text("nianjian", manifest, found)
    (folder / MODEL / CARD).write_text(text, encoding="utf-8", newline="\n")


def decided(folder: Path, decision: Decision, model: str, promoted: bool) -> None:
    reasons = [asdict(reason) for reason in decision.reasons]
    told = {"outcome": decision.outcome, "reasons": reasons, "model": model, "promoted": promoted}
    write_json(folder / DECISION, told)


def load_own(path: Path) -> list[UserExample]:
    """The user's examples, as the steps hand them on."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [UserExample.model_validate_json(line) for line in lines]
