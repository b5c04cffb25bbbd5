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
@click.argument("what", type=click.Choice(["reading", "extraction"]))
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
def evaluate(what: str, options: tuple[str, ...]) -> None:
    """在项目自带的金标准报告上测量：reading 读取，extraction 字段提取。

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
