"""The main job on the command line."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.manners import (
    FLAGGED,
    INTERRUPTED,
    UNREADABLE,
    USAGE,
    CannotError,
    setup_from,
    with_setup,
)
from extractor.cli.rosters import reporting_told, roster_of

if TYPE_CHECKING:
    from extractor.batch.finish import Tally

_SEVERITIES = ("error", "warning", "hint")


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="结果文件夹。")
@click.option("--jobs", "-j", type=click.IntRange(min=0), default=0, help="进程数；0 为全部核心。")
@click.option(
    "--store",
    type=click.Path(path_type=Path, dir_okay=False),
    help="裁定库文件。",
)
@click.option(
    "--timeout", type=click.FloatRange(min=1), default=None, help="一个文件的时限（秒），默认 180。"
)
@click.option(
    "--previous",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="上一年的报告，或上一年的结果文件夹、reports.jsonl：与上年比对。",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, exists=True),
    help="上一次的结果文件夹（或其中的 reports.jsonl、flags.csv）：只列出此后新出现的问题，"
    "已消除的另列 fixed.csv；得分仍按全部问题计算。",
)
@click.option(
    "--index",
    type=click.Path(path_type=Path, dir_okay=False),
    help="索引文件：与以往批次其他机关的报告比对，并把本批加入其中；没有就新建。",
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False),
    help="名册（CSV 或 XLSX）：谁没有报送；地区、级别、类型、发布日期用于检查。",
)
@click.option(
    "--year", type=click.IntRange(2008, 2099), help="名册所问的年度；默认为多数报告的年度。"
)
@click.option("--sentences", is_flag=True, help="另写 sentences.csv：逐句的分类，可在其中更正。")
@click.option("--tables", is_flag=True, help="另写 Parquet 表（需要 nianjian[tables]）。")
@click.option(
    "--fail-on", type=click.Choice(_SEVERITIES), help="出现这一级（或更重）的问题时以 1 退出。"
)
@click.option("--quiet", "-q", is_flag=True, help="只说错误。")
@click.option("--json-log", is_flag=True, help="进度以 JSON 行写到标准错误。")
@with_setup
def score(
    paths: tuple[Path, ...],
    out: Path,
    jobs: int,
    store: Path | None,
    timeout: float | None,
    previous: tuple[Path, ...],
    baseline: Path | None,
    index: Path | None,
    roster: Path | None,
    year: int | None,
    sentences: bool,
    tables: bool,
    fail_on: str | None,
    quiet: bool,
    json_log: bool,
    settings: Path | None,
    rubric: Path | None,
    lang: str,
) -> None:
    """检查并评分：PATHS 为文件、文件夹或 ZIP 压缩包，结果写入 --out。"""
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"找不到：{path}")
    if tables and importlib.util.find_spec("pyarrow") is None:
        raise click.UsageError("--tables 需要 pyarrow：请用 pip install 'nianjian[tables]' 安装。")
    if year is not None and roster is None:
        raise click.UsageError("--year 是名册所问的年度：请与 --roster 同用。")
    from extractor.batch.pool import start_early

    # While this process loads what it needs, the workers' server loads what they need.
    start_early()
    setup = setup_from(settings, rubric, lang, quiet or json_log)
    if roster is not None:
        setup = replace(setup, roster=roster_of(roster, setup.lang, quiet or json_log))
    from concurrent.futures.process import BrokenProcessPool

    from extractor.batch.baseline import BaselineError
    from extractor.batch.run import SECONDS, NothingToDoError, Options
    from extractor.batch.run import score as run
    from extractor.batch.workplace import WorkplaceError
    from extractor.checks.model import Said
    from extractor.cli.listeners import Bar, listener
    from extractor.decisions.store import default_store

    listening = listener(quiet, json_log, lang)
    limit = timeout or SECONDS
    kept = store or default_store()
    options = Options(setup, kept, jobs, limit, sentences, tables, previous, index)
    options = replace(options, roster_file=roster, year=year, baseline=baseline)
    try:
        tally = run(list(paths), out, options, listening)
    except NothingToDoError:
        raise click.UsageError("没有可读的文件：" + "、".join(map(str, paths))) from None
    except BaselineError as error:
        raise click.UsageError(error.said.told(setup.lang)) from error
    except WorkplaceError as error:
        raise CannotError(error.said.told(setup.lang)) from error
    except BrokenProcessPool as error:
        again = Said(
            "工作进程一再意外退出，已停止：请关闭占用内存的程序后再运行同一命令，已处理的不会重做。",
            "Worker processes kept ending unexpectedly: free some memory and run it again.",
        )
        raise CannotError(again.told(setup.lang)) from error
    except KeyboardInterrupt:
        told = {
            "zh": "已中断。再次运行同一命令会接着做。",
            "en": "Interrupted. Run it again to go on.",
        }
        click.echo(told[lang], err=True)
        sys.exit(INTERRUPTED)
    finally:
        if isinstance(listening, Bar):
            listening.close()
    _tell(tally, out, listening, quiet, lang)
    if previous and not quiet and not json_log:
        click.echo(_paired(tally.paired, lang), err=True)
    if not quiet and not json_log:
        reporting_told(tally, setup.lang)
    if baseline and not quiet and not json_log:
        click.echo(_since(tally, lang), err=True)
    sys.exit(_exit_code(tally, fail_on))


def _paired(count: int, lang: str) -> str:
    """Also when it is none: a wrong folder must not pass for a clean comparison."""
    if lang == "en":
        return f"Held against last year's report: {count} (paired by region, agency and year)"
    none = "：请检查 --previous 的文件夹和年度" if not count else ""
    return f"与上年报告比对 {count} 份（按地区、机关、年度配对）{none}"


def _since(tally: Tally, lang: str) -> str:
    """What the lists leave out, and what is gone."""
    new = sum(tally.severity.values())
    if lang == "en":
        rest = f"; {tally.not_again} reports not among these" if tally.not_again else ""
        return (
            f"Since the baseline: {new} new (listed), {tally.remaining} remain (not listed, but "
            f"scored), {tally.mended} gone (fixed.csv){rest}"
        )
    rest = f"；另有 {tally.not_again} 份报告这次没有" if tally.not_again else ""
    return (
        f"与基线相比：新出现 {new} 条（已列出），仍有 {tally.remaining} 条（不再列出，照常计分），"
        f"已消除 {tally.mended} 条（见 fixed.csv）{rest}"
    )


def _against_baseline(tally: Tally) -> dict[str, int]:
    """Nothing where no baseline was given, or all is as new."""
    told = {"remaining": tally.remaining, "mended": tally.mended, "not_again": tally.not_again}
    return told if any(told.values()) else {}


def _tell(tally: Tally, out: Path, listening: object, quiet: bool, lang: str) -> None:
    from extractor.cli.listeners import JsonLines, status_told

    if isinstance(listening, JsonLines):
        roster = {"roster": tally.reporting.counts()} if tally.reporting else {}
        listening.finished(
            status=tally.status,
            severity=tally.severity,
            muted=tally.muted,
            **roster,
            **_against_baseline(tally),
        )
        return
    if quiet:
        return
    counts = [tally.severity.get(severity, 0) for severity in _SEVERITIES]
    told = status_told(tally.status, lang)
    if lang == "en":
        click.echo(f"{told}; {counts[0]} errors, {counts[1]} warnings, {counts[2]} hints", err=True)
        click.echo(f"Results: {out / 'summary.html'}, flags.csv, flags.xlsx, reports.csv", err=True)
        return
    muted = f"，另有 {tally.muted} 条判为误报" if tally.muted else ""
    click.echo(f"{told}；错误 {counts[0]}，警告 {counts[1]}，提示 {counts[2]}{muted}", err=True)
    click.echo(f"结果：{out / 'summary.html'}、flags.csv、flags.xlsx、reports.csv", err=True)


def _exit_code(tally: Tally, fail_on: str | None) -> int:
    """Unreadable inputs go before findings: what was not read cannot be said to be clean."""
    if tally.status.get("failed"):
        return UNREADABLE
    if fail_on:
        reached = _SEVERITIES[: _SEVERITIES.index(fail_on) + 1]
        if any(tally.severity.get(severity) for severity in reached):
            return FLAGGED
    return 0


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
    """为 DIR（score 的结果）里的每个机关写一份修改意见单（DOCX）。"""
    from extractor.batch.sheets import NoResultsError, write_sheets
    from extractor.batch.workplace import WorkplaceError, told
    from extractor.outputs.names import SHEETS

    out = out or (folder if folder.is_dir() else folder.parent) / SHEETS
    try:
        with told(out):
            written, missing = write_sheets(
                folder, agencies, baseline, out, "en" if lang == "en" else "zh"
            )
    except NoResultsError as error:
        raise click.UsageError(
            f"没有找到可用的 {error}：请给出 nianjian score 的结果文件夹，或重新运行 score。"
        ) from error
    except WorkplaceError as error:
        raise CannotError(error.said.told("en" if lang == "en" else "zh")) from error
    for agency in missing:
        click.echo(f"结果里没有这个机关：{agency}", err=True)
    click.echo(
        f"写出 {len(written)} 份，在 {out}" if lang == "zh" else f"{len(written)} in {out}",
        err=True,
    )
    if missing:
        sys.exit(USAGE)
