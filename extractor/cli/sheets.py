"""Return sheets on the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.manners import UNREADABLE, USAGE, CannotError, usage_error

if TYPE_CHECKING:
    from extractor.batch.sheets import Written
    from extractor.checks.model import Language


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, exists=True))
@click.argument("agencies", nargs=-1, metavar="[AGENCY]...")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, exists=True),
    help="上一次的结果文件夹：分列已改正、仍未改正、新出现的问题。",
)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), help="默认为结果文件夹里的 意见单/。"
)
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言。")
def sheet(
    folder: Path, agencies: tuple[str, ...], baseline: Path | None, out: Path | None, lang: str
) -> None:
    """为 DIR（score 的结果）里的每个机关写一份修改意见单（DOCX）。以前的意见单移到其中的 旧/。"""
    from extractor.batch.sheets import NoResultsError, write_sheets
    from extractor.batch.workplace import WorkplaceError, told
    from extractor.outputs.names import SHEETS

    language: Language = "en" if lang == "en" else "zh"
    out = out or (folder if folder.is_dir() else folder.parent) / SHEETS
    try:
        with told(out):
            written = write_sheets(folder, agencies, baseline, out, language)
    except NoResultsError as error:
        raise usage_error(
            f"没有找到可用的 {error}：请给出 nianjian score 的结果文件夹，或重新运行 score。",
            f"No usable {error}: give the results folder of nianjian score, or run it again.",
            language,
        ) from error
    except WorkplaceError as error:
        raise CannotError(error.said.told(language)) from error
    _tell(written, out, language)
    if written.unread is not None:
        sys.exit(UNREADABLE)
    if written.unknown:
        sys.exit(USAGE)


def _tell(written: Written, out: Path, lang: Language) -> None:
    from extractor.checks.model import Said

    told = [
        Said(f"结果里没有这个机关：{agency}", f"No such agency in the results: {agency}")
        for agency in written.unknown
    ]
    count = len(written.sheets)
    told.append(Said(f"写出 {count} 份，在 {out}", f"{count} in {out}"))
    if written.set_aside:
        count, where = len(written.set_aside), written.set_aside[0].parent
        told.append(
            Said(
                f"以前的意见单 {count} 份已移到 {where}：内容已变，或机关已不在其中。",
                f"{count} sheets of earlier results are now in {where}: they told otherwise, or "
                "their agencies are no longer among these.",
            )
        )
    if written.unread is not None:
        path, why = written.unread.path, written.unread.why
        told.append(
            Said(
                f"{path} 无法使用，没有写催报单：{why.zh}重新运行 score 会重写这个文件。",
                f"{path} cannot be used, so nobody was asked for a missing report: {why.en} "
                "Running score again writes it anew.",
            )
        )
    for said in told:
        click.echo(said.told(lang), err=True)
