"""The main job on the command line."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.manners import (
    INTERRUPTED,
    SEVERITIES,
    CannotError,
    setup_from,
    usage_error,
    with_setup,
)
from extractor.cli.rosters import roster_of

if TYPE_CHECKING:
    from extractor.batch.finish import Tally
    from extractor.batch.run import Options
    from extractor.cli.listeners import Silent


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
    "--fail-on", type=click.Choice(SEVERITIES), help="出现这一级（或更重）的问题时以 1 退出。"
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
    _check_usage(paths, tables, year, roster, lang)
    _begin_workers(lang)
    still = quiet or json_log
    setup = setup_from(settings, rubric, lang, still)
    if roster is not None:
        setup = replace(setup, roster=roster_of(roster, setup.lang, still))
    from extractor.batch.run import SECONDS, Options
    from extractor.cli.listeners import listener
    from extractor.cli.outcome import exit_code, tell
    from extractor.decisions.store import default_store

    options = Options(
        setup=setup,
        store=store or default_store(),
        jobs=jobs,
        seconds=timeout or SECONDS,
        sentences=sentences,
        tables=tables,
        previous=previous,
        index=index,
        roster_file=roster,
        year=year,
        baseline=baseline,
    )
    listening = listener(quiet, json_log, lang)
    tally = _scored(paths, out, options, listening)
    tell(tally, out, options, listening)
    sys.exit(exit_code(tally, fail_on))


def _check_usage(
    paths: tuple[Path, ...], tables: bool, year: int | None, roster: Path | None, lang: str
) -> None:
    for path in paths:
        if not path.exists():
            raise usage_error(f"找不到：{path}", f"Not found: {path}", lang)
    if tables and importlib.util.find_spec("pyarrow") is None:
        install = "pip install 'nianjian[tables]'"
        zh, en = (
            f"--tables 需要 pyarrow：请用 {install} 安装。",
            f"--tables needs pyarrow: {install}",
        )
        raise usage_error(zh, en, lang)
    if year is not None and roster is None:
        raise usage_error(
            "--year 是名册所问的年度：请与 --roster 同用。",
            "--year is the year that a roster's agencies are asked about: give --roster, too.",
            lang,
        )


def _begin_workers(lang: str) -> None:
    """While this process loads what it needs, the workers' server loads what they need."""
    from extractor.batch.pool import StartMethodError, start_early

    try:
        start_early()
    except StartMethodError as error:
        raise usage_error(error.zh, error.en, lang) from error


def _scored(paths: tuple[Path, ...], out: Path, options: Options, listening: Silent) -> Tally:
    """The run itself; what stops it, as a sentence."""
    from concurrent.futures.process import BrokenProcessPool

    from extractor.batch.baseline import BaselineError
    from extractor.batch.earlier_results import PreviousError
    from extractor.batch.run import NothingToDoError
    from extractor.batch.run import score as run
    from extractor.batch.workplace import WorkplaceError
    from extractor.cli.listeners import Bar

    lang = options.setup.lang
    try:
        return run(list(paths), out, options, listening)
    except NothingToDoError:
        named = "、".join(map(str, paths)), ", ".join(map(str, paths))
        told = f"没有可读的文件：{named[0]}", f"Nothing there to read: {named[1]}"
        raise usage_error(*told, lang) from None
    except (BaselineError, PreviousError) as error:
        raise click.UsageError(error.said.told(lang)) from error
    except WorkplaceError as error:
        raise CannotError(error.said.told(lang)) from error
    except BrokenProcessPool as error:
        zh = (
            "工作进程一再意外退出，已停止：请关闭占用内存的程序后再运行同一命令，已处理的不会重做。"
        )
        en = "Worker processes kept ending unexpectedly: free some memory and run it again."
        raise CannotError(en if lang == "en" else zh) from error
    except KeyboardInterrupt:
        zh, en = "已中断。再次运行同一命令会接着做。", "Interrupted. Run it again to go on."
        click.echo(en if lang == "en" else zh, err=True)
        sys.exit(INTERRUPTED)
    finally:
        if isinstance(listening, Bar):
            listening.close()
