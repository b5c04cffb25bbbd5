"""Commands that train and measure."""

from __future__ import annotations

import sys
from pathlib import Path

import click

_MEASURES = ["reading", "extraction", "classifier", "checks", "benchmark", "kills"]


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("what", type=click.Choice(_MEASURES))
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def evaluate(what: str, options: tuple[str, ...]) -> None:
    """在项目自带的数据上测量：reading 读取，extraction 字段提取，classifier 句子分类，checks 检查，
    benchmark 速度与内存，kills 反复中断后结果是否不变。

    需要源代码目录（evaluation/）；其余选项原样传给该测量，例如 --misses。
    """
    root = Path(__file__).resolve().parents[2]
    if not (root / "evaluation" / f"{what}.py").exists():
        raise click.ClickException(
            "这个命令需要源代码目录中的 evaluation/：请在克隆的项目里用 pip install -e . 安装。"
        )
    import importlib

    sys.path.insert(0, str(root))
    sys.exit(importlib.import_module(f"evaluation.{what}").main(list(options)))


@click.command()
@click.option(
    "--labels",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("training_data/labels"),
    show_default=True,
    help="标注数据文件夹（development.jsonl 与 held.jsonl）。",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="新模型的文件夹。",
)
def train(labels: Path, out: Path) -> None:
    """用标注数据训练句子分类器，并写出模型卡。"""
    from extractor.learning.dataset import DatasetError
    from extractor.learning.train import train as train_model

    try:
        trained = train_model(labels, out)
    except DatasetError as error:
        raise click.ClickException(str(error)) from error
    for head, figures in trained.figures.items():
        click.echo(f"{head}\tmacro-F1 {figures.macro_f1:.3f}\t正确率 {figures.accuracy:.3f}")
    click.echo(f"模型已写入 {trained.folder}（{trained.manifest['hash']}）", err=True)
