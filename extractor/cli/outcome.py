"""What a run came to: said on standard error, and told by the exit code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.listeners import JsonLines, Silent, Telling, status_told
from extractor.cli.manners import FLAGGED, SEVERITIES, UNREADABLE
from extractor.cli.rosters import reporting_told

if TYPE_CHECKING:
    from extractor.batch.finish import Tally
    from extractor.batch.run import Options
    from extractor.checks.model import Language


def tell(tally: Tally, out: Path, options: Options, listening: Silent) -> None:
    lang = options.setup.lang
    if isinstance(listening, JsonLines):
        _tell_machines(tally, listening)
        return
    _damaged_told(tally, lang)
    if not isinstance(listening, Telling):
        return
    _found(tally, out, lang)
    if options.previous:
        click.echo(_paired(tally.paired, lang), err=True)
    reporting_told(tally, lang)
    if options.baseline:
        click.echo(_since(tally, lang), err=True)
    _old_sheets_told(out, lang)


def _tell_machines(tally: Tally, listening: JsonLines) -> None:
    roster = {"roster": tally.reporting.counts()} if tally.reporting else {}
    damaged = [{"file": str(path), "lines": [*lines]} for path, lines in tally.damaged.items()]
    listening.finished(
        status=tally.status,
        severity=tally.severity,
        muted=tally.muted,
        **roster,
        **_against_baseline(tally),
        **({"damaged": damaged} if damaged else {}),
    )


def _found(tally: Tally, out: Path, lang: Language) -> None:
    counts = [tally.severity.get(severity, 0) for severity in SEVERITIES]
    told = status_told(tally.status, lang)
    if lang == "en":
        click.echo(f"{told}; {counts[0]} errors, {counts[1]} warnings, {counts[2]} hints", err=True)
        click.echo(f"Results: {out / 'summary.html'}, flags.csv, flags.xlsx, reports.csv", err=True)
        return
    muted = f"，另有 {tally.muted} 条判为误报" if tally.muted else ""
    click.echo(f"{told}；错误 {counts[0]}，警告 {counts[1]}，提示 {counts[2]}{muted}", err=True)
    click.echo(f"结果：{out / 'summary.html'}、flags.csv、flags.xlsx、reports.csv", err=True)


def _paired(count: int, lang: Language) -> str:
    """Also when it is none: a wrong folder must not pass for a clean comparison."""
    if lang == "en":
        return f"Held against last year's report: {count} (paired by region, agency and year)"
    none = "：请检查 --previous 的文件夹和年度" if not count else ""
    return f"与上年报告比对 {count} 份（按地区、机关、年度配对）{none}"


def _since(tally: Tally, lang: Language) -> str:
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


def _damaged_told(tally: Tally, lang: Language) -> None:
    """Reports that lie in damaged lines are not compared: nobody may take them for clean."""
    from extractor.decisions.model import lines_told

    for path, lines in tally.damaged.items():
        shown_zh, shown_en = lines_told(lines)
        zh = (
            f"--previous {path} 有 {len(lines)} 行不是完整的记录（第 {shown_zh} 行），"
            "其中的报告没有用来比对：请用原来的报告，或重新得出这份结果。"
        )
        en = (
            f"--previous {path}: {len(lines)} lines are no whole records (lines {shown_en}); "
            "their reports were not compared: give the reports themselves, or score them anew."
        )
        click.echo(en if lang == "en" else zh, err=True)


def _old_sheets_told(out: Path, lang: Language) -> None:
    """Nobody should send what was written by earlier results."""
    from extractor.outputs.names import SHEETS

    sheets = out / SHEETS
    if any(sheets.glob("*.docx")):
        zh = f"{sheets} 里的意见单是按以前的结果写的：请重新运行 nianjian sheet。"
        en = f"The sheets in {sheets} were made from earlier results: run nianjian sheet again."
        click.echo(en if lang == "en" else zh, err=True)


def exit_code(tally: Tally, fail_on: str | None) -> int:
    """Unreadable inputs go before findings: what was not read cannot be said to be clean."""
    if tally.status.get("failed"):
        return UNREADABLE
    if fail_on:
        reached = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
        if any(tally.severity.get(severity) for severity in reached):
            return FLAGGED
    return 0
