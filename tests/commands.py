"""The command line as tests call it, and the lists that it writes."""

from __future__ import annotations

import csv
from pathlib import Path

from click.testing import CliRunner, Result

from extractor.cli import main
from tests.batch.reports import written


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def scored(folder: Path) -> Path:
    """The results of one report with a wrong total, with the list of its sentences."""
    written(folder / "in" / "a.txt", "甲县档案局", wrong=3)
    run("score", folder / "in", "--out", folder / "o", "-j", 1, "--sentences")
    return folder / "o"
