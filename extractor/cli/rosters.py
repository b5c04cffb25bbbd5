"""Rosters on the command line: the command that checks one, and what `score` tells by one."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.cli.manners import UNREADABLE, usage_error

if TYPE_CHECKING:
    from extractor.batch.finish import Tally
    from extractor.checks.model import Language, Said
    from extractor.roster.match import Index
    from extractor.roster.model import Problem, Roster

_FILE = click.Path(path_type=Path, dir_okay=False)
# The rest stands in the column 说明 of reports.csv.
_MOST_TOLD = 10


@click.command()
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--template", type=_FILE, help="写一份可填写的名册模板（CSV）。")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言。")
def roster(file: Path | None, template: Path | None, lang: str) -> None:
    """检查名册 FILE（CSV 或 XLSX）：重复、不认识的级别和类型、不存在的日期、曾用名冲突等。"""
    language: Language = "en" if lang == "en" else "zh"
    if (file is None) == (template is None):
        zh = "请给出名册文件，或用 --template 写一份模板。"
        raise usage_error(zh, "Give a roster, or --template to write one.", lang)
    if template is not None:
        _write_template(template, language)
    if file is not None:
        _check(file, language)


def _write_template(path: Path, lang: Language) -> None:
    from extractor.roster.template import write_template

    try:
        write_template(path, lang)
    except FileExistsError:
        zh = f"{path} 已经存在，没有改动：请换一个文件名。"
        en = f"{path} exists and was left as it is: give another name."
        raise usage_error(zh, en, lang) from None
    except OSError as error:
        why = error.strerror or error
        zh, en = f"无法写入 {path}（{why}）。", f"{path} cannot be written ({why})."
        raise usage_error(zh, en, lang) from error
    told = f"模板：{path}（只有“机关”必填）" if lang == "zh" else f"Template: {path}"
    click.echo(told, err=True)


def _check(path: Path, lang: Language) -> None:
    """Each mistake a line on standard output; what there is, on standard error."""
    from extractor.roster.check import problems_of
    from extractor.roster.reading import RosterError, read_roster

    if not path.exists():
        raise usage_error(f"找不到：{path}", f"Not found: {path}", lang)
    try:
        read = read_roster(path)
    except RosterError as error:
        click.echo(error.said.told(lang), err=True)
        sys.exit(UNREADABLE)
    problems = problems_of(read)
    for problem in problems:
        click.echo(problem.told(lang))
    click.echo(_summary(read, problems, lang), err=True)
    if any(problem.serious for problem in problems):
        sys.exit(UNREADABLE)


def _summary(read: Roster, problems: Sequence[Problem], lang: Language) -> str:
    from extractor.roster.model import KINDS, LEVELS

    rows = read.rows
    none = "-" if lang == "en" else "未填"
    levels = _counted([LEVELS[row.level].told(lang) for row in rows if row.level], lang) or none
    kinds = _counted([KINDS[row.kind].told(lang) for row in rows if row.kind], lang) or none
    regions = len({row.region for row in rows if row.region})
    former = sum(bool(row.former) for row in rows)
    days = sum(row.published is not None for row in rows)
    files = sum(bool(row.files) for row in rows)
    if lang == "en":
        return (
            f"{len(rows)} agencies; regions: {regions}; levels: {levels}; kinds: "
            f"{kinds}; with former names {former}, publication date {days}, file {files}; "
            f"problems: {len(problems)}"
        )
    return (
        f"机关 {len(rows)} 个；地区 {regions} 个；级别：{levels}；类型：{kinds}；"
        f"有曾用名 {former}，有发布日期 {days}，有文件 {files}；问题 {len(problems)} 处"
    )


def _counted(words: list[str], lang: Language) -> str:
    between = "、" if lang == "zh" else ", "
    return between.join(f"{word} {words.count(word)}" for word in dict.fromkeys(words))


def roster_of(path: Path, lang: Language, quiet: bool) -> Index:
    """For `score`: a file that is none ends the command; mistakes in rows are told and left out.
    Rows that stand in each other's way are told too; what only needs a look `roster` tells."""
    from extractor.roster.check import problems_of
    from extractor.roster.match import Index
    from extractor.roster.reading import RosterError, read_roster

    if not path.exists():
        raise usage_error(f"找不到：{path}", f"Not found: {path}", lang)
    try:
        read = read_roster(path)
    except RosterError as error:
        raise click.UsageError(error.said.told(lang)) from error
    told = [p.told(lang) for p in problems_of(read) if p.serious or p in read.problems]
    if not quiet:
        _tell_some([f"{path.name} {line}" for line in told], lang)
    return Index(read)


def reporting_told(tally: Tally, lang: Language) -> None:
    """Who of the roster has not reported, in a line; and names to think about."""
    if tally.reporting is not None:
        click.echo(_reporting(tally.reporting.counts(), tally.reporting.year, lang), err=True)
    _tell_some([_renamed(where, said, lang) for where, said in tally.renamed], lang)


def _renamed(where: str, said: Said, lang: Language) -> str:
    return where + ("：" if lang == "zh" else ": ") + said.told(lang)


def _reporting(counts: dict[str, int], year: int | None, lang: Language) -> str:
    if lang == "en":
        on = f" on {year}" if year else ""
        told = f"Roster: {counts['rows']} agencies; reported{on}: {counts['reported']}, "
        told += f"not reported: {counts['missing']}"
        rest = {"unreadable": "received but unreadable", "unsure": "to check", "late": "late"}
        rest["late_hint"] = "late, not named by law"
        rest["unlisted"] = "reports not in the roster"
        rest["unclear"] = "reports that fit several rows"
        return told + "".join(f", {word}: {counts[k]}" for k, word in rest.items() if counts[k])
    on = f"{year} 年度" if year else ""
    told = (
        f"名册 {counts['rows']} 个机关：{on}已报送 {counts['reported']}，未报送 {counts['missing']}"
    )
    zh = {"unreadable": "已报送但无法读取", "unsure": "待核", "late": "逾期"}
    zh["late_hint"] = "逾期只作提示（乡镇、街道等）"
    told += "".join(f"，{word} {counts[key]}" for key, word in zh.items() if counts[key])
    told += f"；报告不在名册 {counts['unlisted']} 份" if counts["unlisted"] else ""
    told += f"；与名册对应不明 {counts['unclear']} 份" if counts["unclear"] else ""
    return f"{told}（reporting.csv，说明见 reports.csv）"


def _tell_some(lines: list[str], lang: Language) -> None:
    for line in lines[:_MOST_TOLD]:
        click.echo(line, err=True)
    more = len(lines) - _MOST_TOLD
    if more > 0:
        click.echo(f"……另有 {more} 处。" if lang == "zh" else f"… and {more} more.", err=True)
