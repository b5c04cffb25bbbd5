"""The command line: arguments, printing, exit codes. The only room that prints.

Heavy imports stand inside the commands, so that `nianjian --help` answers at once.
"""

from __future__ import annotations

import click

from extractor import __version__
from extractor.cli.batch import score
from extractor.cli.learning import evaluate, label, train
from extractor.cli.manners import write_utf8
from extractor.cli.reviewing import review
from extractor.cli.rosters import roster
from extractor.cli.sheets import sheet
from extractor.cli.single import completion, extract, rules

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="nianjian")
def main() -> None:
    """年检：读取、检查、评分政府信息公开工作年度报告。"""
    write_utf8()


for command in (score, review, sheet, roster, extract, rules, evaluate, label, train, completion):
    main.add_command(command)
