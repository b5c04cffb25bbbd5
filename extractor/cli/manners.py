"""What all commands share: exit codes, encodings, settings and rubric from files."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from extractor.pipeline import Setup

DONE, FLAGGED, USAGE, UNREADABLE, INTERRUPTED = 0, 1, 2, 3, 130
# Found in the folder where the command is run, as other tools' settings are.
SETTINGS_FILE = "nianjian.toml"
Command = TypeVar("Command", bound=Callable[..., Any])
_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)


class CannotError(click.ClickException):
    """Rightly asked, but the machine cannot: no word on usage, the exit code of wrong usage."""

    exit_code = USAGE


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

    if settings is None and Path(SETTINGS_FILE).is_file():
        settings = Path(SETTINGS_FILE)
        if not quiet:
            click.echo(f"使用设置：{settings.absolute()}", err=True)
    try:
        return Setup(
            load_settings(settings, CODES) if settings else DEFAULT_SETTINGS,
            load_rubric(rubric) if rubric else default_rubric(),
            "en" if lang == "en" else "zh",
        )
    except (SettingsError, RubricError) as error:
        raise click.UsageError(str(error)) from error
