"""Commands that take reviewers' work back."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from extractor.cli.manners import UNREADABLE, CannotError


@click.command()
@click.argument("folder", metavar="DIR", required=False, type=click.Path(path_type=Path))
@click.argument("files", nargs=-1, metavar="[FILE]...", type=click.Path(path_type=Path))
@click.option("--reviewer", default="", help="没有填裁定人的行，记在这个人名下。")
@click.option("--stats", is_flag=True, help="各代码的裁定情况、准确率与建议。")
@click.option("--undo", is_flag=True, help="撤回最近一次取入的裁定。")
@click.option(
    "--store",
    type=click.Path(path_type=Path, dir_okay=False),
    help="裁定库文件。",
)
def review(
    folder: Path | None,
    files: tuple[Path, ...],
    reviewer: str,
    stats: bool,
    undo: bool,
    store: Path | None,
) -> None:
    """取回复核结果：DIR 里（或另给的）flags.csv、flags.xlsx、sentences.csv 中填写的裁定与更正。"""
    from extractor.decisions.store import default_store

    path = store or default_store()
    if path.is_dir():
        raise click.UsageError(f"裁定库须是文件，{path} 是文件夹。")
    click.echo(f"裁定库：{path}", err=True)
    if undo:
        _undo(path)
    if stats:
        _stats(path)
    if undo or stats:
        return
    if folder is None:
        raise click.UsageError("请给出结果文件夹 DIR（nianjian score 的 --out）。")
    _take(folder, files, path, reviewer)


def _take(folder: Path, files: tuple[Path, ...], store: Path, reviewer: str) -> None:
    for path in (folder, *files):
        if not path.exists():
            raise click.UsageError(f"找不到：{path}")
    from extractor.batch.review import RETURNED
    from extractor.batch.review import review as take
    from extractor.batch.sheets import NoResultsError
    from extractor.batch.workplace import WorkplaceError, told

    if not folder.is_dir():
        raise click.UsageError(f"{folder} 不是文件夹：请先写结果文件夹 DIR，再写要取回的文件。")
    if not files and not any((folder / name).exists() for name in RETURNED):
        raise click.UsageError(f"{folder} 里没有 {'、'.join(RETURNED)}：请给出结果文件夹或文件。")
    try:
        with told(store):
            taken = take(folder, files, store, reviewer)
    except WorkplaceError as error:
        raise CannotError(error.said.told("zh")) from error
    except NoResultsError as error:
        raise click.UsageError(f"没有找到 {error}：更正标注需要它，请先运行 score。") from error
    click.echo(f"取入裁定 {taken.verdicts} 条，更正标注 {taken.labels} 句", err=True)
    for flag, note in taken.conflicts:
        click.echo(f"{flag}：{note}", err=True)
    for row in taken.not_taken:
        where = f"{row.file} 第 {row.line} 行" if row.line else row.file
        click.echo(f"未取：{where}：{row.reason}", err=True)
    if taken.not_taken:
        sys.exit(UNREADABLE)


def _undo(path: Path) -> None:
    from extractor.batch.review import undo
    from extractor.batch.workplace import WorkplaceError, told

    try:
        with told(path):
            verdicts, labels = undo(path)
    except WorkplaceError as error:
        raise CannotError(error.said.told("zh")) from error
    click.echo(f"撤回裁定 {verdicts} 条、更正标注 {labels} 句（记录仍在库中）", err=True)


def _stats(path: Path) -> None:
    from extractor.checks.catalogue import RULES
    from extractor.decisions.stats import stats
    from extractor.decisions.store import Store

    severity = {rule.code: rule.severity for rule in RULES}
    rows = stats(Store(path).in_force, severity)
    click.echo("代码\t属实\t误报\t待定\t准确率\t95%区间\t建议")
    for row in rows:
        low, high = row.interval or (0.0, 1.0)
        precision = "—" if row.precision is None else f"{row.precision:.0%}"
        milder = {"warning": "改为警告", "hint": "改为提示", "off": "停用"}
        advice = milder[row.suggested] if row.suggested else "请查看" if row.to_look_at else ""
        told = (row.code, row.confirmed, row.refuted, row.pending, precision)
        click.echo("\t".join(map(str, told)) + f"\t{low:.0%}–{high:.0%}\t{advice}")
