"""Commands that train and measure."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.learning.retrain.steps import STEPS, StepName

if TYPE_CHECKING:
    from extractor.checks.model import Language

_FOLDER = click.Path(path_type=Path, file_okay=False)
_MEASURES = [
    *("reading", "extraction", "classifier", "checks"),
    *("benchmark", "kills", "neighbours", "retraining"),
]


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("what", type=click.Choice(_MEASURES))
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言。")
def evaluate(what: str, options: tuple[str, ...], lang: str) -> None:
    """在项目自带的数据上测量：reading 读取，extraction 字段提取，classifier 句子分类，checks 检查，
    benchmark 速度与内存，kills 反复中断后结果是否不变，neighbours 雷同比对的用时，
    retraining 重新训练的收益。

    需要源代码目录（evaluation/）；其余选项原样传给该测量，例如 --misses。
    """
    root = Path(__file__).resolve().parents[2]
    if not (root / "evaluation" / f"{what}.py").exists():
        zh = "这个命令需要源代码目录中的 evaluation/：请在克隆的项目里用 pip install -e . 安装。"
        en = "This needs evaluation/ of the source: clone the project and pip install -e . there."
        raise click.ClickException(en if lang == "en" else zh)
    import importlib

    sys.path.insert(0, str(root))
    sys.exit(importlib.import_module(f"evaluation.{what}").main(list(options)))


@click.command()
@click.option("--until", type=click.Choice(STEPS), default=STEPS[-1], help="做到这一步为止。")
@click.option("--fresh", is_flag=True, help="从头做，不用上次已完成的步骤。")
@click.option("--dry-run", is_flag=True, help="只比较，不启用新模型。")
@click.option(
    "--user-weight",
    type=click.FloatRange(min=0, min_open=True, max=100),
    default=None,
    help="您的一句标注按自带数据的几句计，默认 3。",
)
@click.option("--rollback", is_flag=True, help="退回上一个模型。")
@click.option("--list", "list_", is_flag=True, help="列出模型，* 为在用的。")
@click.option("--store", type=click.Path(path_type=Path, dir_okay=False), help="裁定库文件。")
@click.option("--models", type=_FOLDER, help="模型文件夹，也可用环境变量 NIANJIAN_MODELS 指定。")
@click.option("--labels", type=_FOLDER, help="代替自带标注数据的文件夹。")
@click.option("--out", type=_FOLDER, help="只用 --labels 的数据训练，把模型写到这里。")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言。")
def train(
    until: StepName,
    fresh: bool,
    dry_run: bool,
    user_weight: float | None,
    rollback: bool,
    list_: bool,
    store: Path | None,
    models: Path | None,
    labels: Path | None,
    out: Path | None,
    lang: str,
) -> None:
    """用自带数据和您的标注重新训练句子分类器；不比在用的差、在您的标注上更好，才启用。

    未启用时以 1 退出，并说明还差多少标注或哪里变差。
    """
    from extractor.cli import training

    language: Language = "en" if lang == "en" else "zh"
    if out is not None:
        training.make_shipped(labels, out, language)
    elif rollback:
        training.roll_back(models, language)
    elif list_:
        training.list_versions(models, language)
    else:
        chosen = {"until": until, "fresh": fresh, "dry_run": dry_run, "shipped": labels}
        weight = {} if user_weight is None else {"user_weight": user_weight}
        training.retrain(store, models, {**chosen, **weight}, language)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, exists=True))
@click.option(
    "-n",
    "--number",
    "count",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    help="要标注的句数。",
)
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="默认为 DIR 里的 待标注.csv。"
)
@click.option("--store", type=click.Path(path_type=Path, dir_okay=False), help="裁定库文件。")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言。")
def label(folder: Path, count: int, out: Path | None, store: Path | None, lang: str) -> None:
    """挑出 DIR（score 的结果）里最值得标注的句子：模型最拿不准的，互不雷同，各章节、各机关都有。"""
    from extractor.cli.labelling import write_list

    write_list(folder, count, out, store, "en" if lang == "en" else "zh")
