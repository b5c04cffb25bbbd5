"""What all commands share: exit codes, encodings, settings and rubric from files."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from extractor.checks.model import Language
    from extractor.decisions.labels import LabelStore
    from extractor.decisions.model import NotTaken
    from extractor.decisions.store import Store
    from extractor.pipeline import Setup

DONE, FLAGGED, USAGE, UNREADABLE, INTERRUPTED = 0, 1, 2, 3, 130
SEVERITIES = ("error", "warning", "hint")
# Found in the folder where the command is run, as other tools' settings are.
SETTINGS_FILE = "nianjian.toml"
Command = TypeVar("Command", bound=Callable[..., Any])
_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


class CannotError(click.ClickException):
    """Rightly asked, but the machine cannot: no word on usage, the exit code of wrong usage."""

    exit_code = USAGE


def usage_error(zh: str, en: str, lang: str) -> click.UsageError:
    """Wrongly asked: said in the user's language."""
    return click.UsageError(en if lang == "en" else zh)


def not_taken_told(row: NotTaken, lang: Language) -> str:
    """Which row of which file could not be taken, and why."""
    if lang == "en":
        where = f"{row.file} line {row.line}" if row.line else row.file
        return f"Not taken: {where}: {row.reason.en}"
    where = f"{row.file} 第 {row.line} 行" if row.line else row.file
    return f"未取：{where}：{row.reason.zh}"


def damage_told(store: Store | LabelStore, lang: Language) -> list[str]:
    """What was said in lines that cannot be read does not count: nobody may learn it late."""
    from extractor.decisions.model import lines_told

    lines = store.unreadable()
    if not lines:
        return []
    shown_zh, shown_en = lines_told(lines)
    zh = (
        f"{store.path} 有 {len(lines)} 行无法读取，不起作用（第 {shown_zh} 行）："
        "可能是中断时没有写完，或被改坏、另存成了别的编码（须为 UTF-8）。"
        "请改正或恢复；确认不需要的，删去即可。"
    )
    en = (
        f"{store.path}: {len(lines)} lines cannot be read and do not count (lines "
        f"{shown_en}): torn by a break, edited beyond use, or saved in another encoding "
        "than UTF-8. Mend or restore them; lines that nobody needs may be deleted."
    )
    return [en if lang == "en" else zh]


def write_utf8() -> None:
    """JSON is UTF-8 by definition; consoles set to GBK would otherwise break it in a pipe."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                # A console that cannot show a character must not end the run.
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def with_setup(command: Command) -> Command:
    """The options that decide findings and scores."""
    for option in (
        click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", help="语言。"),
        click.option("--rubric", type=_FILE, help="评分表（TOML），代替内置的评分表。"),
        click.option(
            "--settings",
            type=_FILE,
            help=f"设置文件（TOML）；不给时用当前文件夹里的 {SETTINGS_FILE}（若有）。",
        ),
    ):
        command = option(command)
    return command


def setup_from(settings: Path | None, rubric: Path | None, lang: str, quiet: bool = False) -> Setup:
    """The user's choices; a file that cannot be used ends the command before any work."""
    from extractor.checks.catalogue import CODES
    from extractor.checks.settings import DEFAULT_SETTINGS, SettingsError, load_settings
    from extractor.pipeline import Setup
    from extractor.scoring import RubricError, default_rubric, load_rubric

    _model_in_use(lang)
    if settings is None and Path(SETTINGS_FILE).is_file():
        settings = Path(SETTINGS_FILE)
        if not quiet:
            told = "Settings: " if lang == "en" else "使用设置："
            click.echo(f"{told}{settings.absolute()}", err=True)
    try:
        return Setup(
            load_settings(settings, CODES) if settings else DEFAULT_SETTINGS,
            load_rubric(rubric) if rubric else default_rubric(),
            "en" if lang == "en" else "zh",
        )
    except (SettingsError, RubricError) as error:
        raise click.UsageError(str(error)) from error


def _model_in_use(lang: str) -> None:
    """A damaged model is told once, before any work, and not report by report."""
    from extractor.checks.catalogue import model_manifests
    from extractor.language.classify.folder import ModelError
    from extractor.language.classify.in_use import manifest_in_use

    try:
        manifest_in_use()
        model_manifests()
    except ModelError as error:
        raise CannotError(error.told(lang)) from error
