"""The command line: arguments, printing, exit codes. The only file that prints.

Heavy imports stand inside the commands, so that `nianjian --help` answers at once.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from extractor import __version__

EXIT_UNREADABLE = 3


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="nianjian")
def main() -> None:
    """年检：读取、检查政府信息公开工作年度报告。"""
    _write_utf8()


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--pretty", is_flag=True, help="缩进排版，便于阅读。")
def extract(file: Path, pretty: bool) -> None:
    """读取一份报告，在标准输出打印 JSON 记录。"""
    if not file.exists():
        raise click.UsageError(f"找不到文件：{file}")
    if file.is_dir():
        raise click.UsageError(f"这是文件夹，extract 一次只读一个文件：{file}")
    from extractor.pipeline import extract as read_report

    record = read_report(file)
    click.echo(record.model_dump_json(indent=2 if pretty else None))
    if record.error is not None:
        click.echo(f"{file}：{record.error.code} {record.error.message}", err=True)
        sys.exit(EXIT_UNREADABLE)


@main.command(context_settings={"ignore_unknown_options": True})
@click.argument("what", type=click.Choice(["reading", "extraction", "classifier", "checks"]))
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def evaluate(what: str, options: tuple[str, ...]) -> None:
    """在项目自带的数据上测量：reading 读取，extraction 字段提取，classifier 句子分类，checks 检查。

    需要源代码目录（evaluation/）；其余选项原样传给该测量，例如 --misses。
    """
    root = Path(__file__).resolve().parent.parent
    if not (root / "evaluation" / f"{what}.py").exists():
        raise click.ClickException(
            "这个命令需要源代码目录中的 evaluation/：请在克隆的项目里用 pip install -e . 安装。"
        )
    import importlib

    sys.path.insert(0, str(root))
    sys.exit(importlib.import_module(f"evaluation.{what}").main(list(options)))


def _write_utf8() -> None:
    # JSON is UTF-8 by definition; consoles set to GBK would otherwise break it in a pipe.
    for stream in (sys.stdout, sys.stderr):
        if not stream.isatty() and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


@main.command()
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


@main.command()
@click.argument("code", required=False)
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言。")
def rules(code: str | None, lang: str) -> None:
    """列出全部检查代码；给出代码则说明该项检查。"""
    from extractor.checks.catalogue import CODES
    from extractor.checks.told import catalogue_lines, rule_lines

    if code is None:
        click.echo("\n".join(catalogue_lines(lang)))
        return
    if code.upper() not in CODES:
        raise click.UsageError(f"没有代码 {code}。用 nianjian rules 查看全部代码。")
    click.echo("\n".join(rule_lines(code.upper(), lang)))
