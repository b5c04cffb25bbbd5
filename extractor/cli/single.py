"""Commands on one report, and the catalogue."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from extractor.cli.manners import UNREADABLE, setup_from, usage_error, with_setup


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--pretty", is_flag=True, help="缩进排版，便于阅读。")
@with_setup
def extract(
    file: Path, pretty: bool, settings: Path | None, rubric: Path | None, lang: str
) -> None:
    """读取一份报告，在标准输出打印 JSON 记录。"""
    if not file.exists():
        raise usage_error(f"找不到文件：{file}", f"Not found: {file}", lang)
    if file.is_dir():
        zh = f"extract 一次只读一个文件；整个文件夹请用 score：{file}"
        raise usage_error(zh, f"extract reads one file; for a folder use score: {file}", lang)
    setup = setup_from(settings, rubric, lang)
    from extractor.pipeline import extract as read_report

    record = read_report(file, setup=setup)
    click.echo(record.model_dump_json(indent=2 if pretty else None))
    if record.error is not None:
        mark = ": " if lang == "en" else "："
        click.echo(f"{file}{mark}{record.error.code} {record.error.message}", err=True)
        sys.exit(UNREADABLE)


@click.command()
@click.argument("code", required=False)
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言。")
def rules(code: str | None, lang: str) -> None:
    """列出全部检查代码；给出代码则说明该项检查。"""
    from extractor.checks.catalogue import CODES
    from extractor.checks.model import Language
    from extractor.checks.told import catalogue_lines, rule_lines

    language: Language = "en" if lang == "en" else "zh"
    if code is None:
        click.echo("\n".join(catalogue_lines(language)))
        return
    if code.upper() not in CODES:
        zh = f"没有代码 {code}。用 nianjian rules 查看全部代码。"
        raise usage_error(zh, f"No code {code}: nianjian rules lists them all.", lang)
    click.echo("\n".join(rule_lines(code.upper(), language)))


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """打印命令补全脚本，例如：nianjian completion bash >> ~/.bashrc。"""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None
    root = click.get_current_context().find_root()
    click.echo(kind(root.command, {}, "nianjian", "_NIANJIAN_COMPLETE").source())
