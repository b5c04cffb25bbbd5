"""What `nianjian train` does and says; the command itself stands with the others of learning."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from extractor.checks.model import Language, Said
from extractor.cli.manners import FLAGGED, INTERRUPTED, CannotError, damage_told
from extractor.language.classify.labels import HEADS

# The exit code of a gate that was not passed, as --fail-on has it.
_NOT_PROMOTED = FLAGGED


def retrain(
    store: Path | None, models: Path | None, chosen: dict[str, Any], lang: Language
) -> None:
    """The steps' progress on standard error; then what came of it."""
    from extractor.decisions.labels import LabelStore, label_store
    from extractor.decisions.store import default_store
    from extractor.language.classify.in_use import models_folder
    from extractor.learning.retrain.run import Options
    from extractor.learning.retrain.run import retrain as run

    labels, folder = label_store(store or default_store()), models or models_folder()
    _say(Said(f"标注库：{labels}", f"Labels: {labels}"), lang)
    with _told(labels, lang, "--store"):
        for damage in damage_told(LabelStore(labels), lang):
            click.echo(damage, err=True)
    _say(Said(f"模型：{folder}", f"Models: {folder}"), lang)
    with _told(folder, lang):
        result = run(Options(labels, folder, **chosen), lambda said: _say(said, lang))
    _say(Said(f"各步的结果：{result.run}", f"What the steps gave: {result.run}"), lang)
    if result.already:
        same = Said(
            f"在用的模型 {result.model} 就是用这些标注训练的，没有新的可学。",
            f"The model in use, {result.model}, learned from these very labels: nothing is new.",
        )
        _say(same, lang)
    if result.decision is None:
        return
    for reason in result.decision.reasons:
        _say(reason, lang)
    name = result.model
    if not result.decision.promote:
        kept = Said(
            f"未启用新模型（{name}），在用的模型不变。",
            f"The new model ({name}) was not promoted; the one in use stays.",
        )
        _say(kept, lang)
        sys.exit(_NOT_PROMOTED)
    if result.promoted is None:
        _say(Said(f"可以启用 {name}（--dry-run，未启用）。", f"Would promote {name}."), lang)
        return
    done = Said(
        f"已启用 {name}（{result.promoted}）；要退回：nianjian train --rollback。",
        f"{name} is now in use ({result.promoted}); to go back: nianjian train --rollback.",
    )
    _say(done, lang)
    _elsewhere(models, folder, lang)


def roll_back(models: Path | None, lang: Language) -> None:
    from extractor.language.classify.folder import read_manifest
    from extractor.language.classify.in_use import models_folder
    from extractor.language.classify.shipped import shipped_folder
    from extractor.learning.retrain.promote import changing, rollback

    folder = models or models_folder()
    with _told(folder, lang), changing(folder):
        now, damaged = rollback(folder)
    for name in damaged:
        _say(Said(f"跳过已损坏的 {name}。", f"{name} is damaged: passed over."), lang)
    name = read_manifest(now)["hash"]
    told = Said(f"已退回，在用：{name}（{now}）", f"In use: {name} ({now})")
    if now == shipped_folder():
        told = Said(f"已退回，在用：随程序安装的模型 {name}", f"In use: the shipped model {name}")
    _say(told, lang)
    _elsewhere(models, folder, lang)


def list_versions(models: Path | None, lang: Language) -> None:
    """On standard output, a line a model: in use, hash, macro-F1 on the frozen set, labels."""
    from extractor.language.classify.in_use import models_folder
    from extractor.learning.retrain.promote import versions

    folder = models or models_folder()
    with _told(folder, lang):
        found = versions(folder)
    heads = [*HEADS] if lang == "en" else ["主题", "时态", "实质"]
    head = Said("在用\t模型\t{}\t您的标注\t说明", "in use\tmodel\t{}\tyour labels\tnote").told(lang)
    click.echo(head.format("\t".join(heads)))
    for version in found:
        manifest = version.manifest or {}
        f1 = manifest.get("measured_on", {}).get("macro_f1", {})
        figures = "\t".join(f"{f1[h]:.3f}" if h in f1 else "—" for h in HEADS)
        own = manifest.get("own_labels", {}).get("train", 0)
        shipped, damaged = Said("随程序安装", "shipped"), Said("已损坏", "damaged")
        note = shipped if version.shipped else Said("", "") if version.manifest else damaged
        mark = "*" if version.in_use else ""
        line = f"{mark}\t{version.name}\t{figures}\t{own}\t{note.told(lang)}"
        click.echo(line.rstrip())


def make_shipped(labels: Path | None, out: Path, lang: Language) -> None:
    """The model of a labels folder alone: how models/default is made."""
    from extractor.learning.shipped_labels import shipped_labels
    from extractor.learning.train import train

    with _told(out, lang, "--out"):
        trained = train(labels or shipped_labels() or Path("training_data/labels"), out)
    for head, figures in trained.figures.items():
        right = Said("正确率", "accuracy").told(lang)
        click.echo(f"{head}\tmacro-F1 {figures.macro_f1:.3f}\t{right} {figures.accuracy:.3f}")
    name = trained.manifest["hash"]
    _say(Said(f"模型已写入 {trained.folder}（{name}）", f"Model {name}: {trained.folder}"), lang)


def _elsewhere(models: Path | None, folder: Path, lang: Language) -> None:
    """A folder that only this command was told of is not where `score` looks."""
    from extractor.language.classify.in_use import ENVIRONMENT, models_folder

    if models is not None and models.resolve() != models_folder().resolve():
        told = Said(
            f"score 要用这里的模型，请设置环境变量 {ENVIRONMENT}={folder}。",
            f"For score to use it, set {ENVIRONMENT}={folder} in the environment.",
        )
        _say(told, lang)


@contextmanager
def _told(folder: Path, lang: Language, option: str = "--models") -> Iterator[None]:
    """What stops a training, as sentences for people."""
    from extractor.batch.workplace import WorkplaceError, told
    from extractor.language.classify.folder import ModelError
    from extractor.learning.dataset import DatasetError

    try:
        with told(folder, option):
            yield
    except DatasetError as error:
        raise CannotError(error.said.told(lang)) from error
    except ModelError as error:
        raise CannotError(error.told(lang)) from error
    except WorkplaceError as error:
        raise CannotError(error.said.told(lang)) from error
    except KeyboardInterrupt:
        _say(Said("已中断。再次运行会接着做。", "Interrupted. Run it again to go on."), lang)
        sys.exit(INTERRUPTED)


def _say(said: Said, lang: Language) -> None:
    click.echo(said.told(lang), err=True)
