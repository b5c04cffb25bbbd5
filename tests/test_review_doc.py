"""docs/review.md shows what the commands say: every one is run on the shipped examples.

`python -m tests.test_review_doc` writes the outputs into the document anew.
"""

from __future__ import annotations

import csv
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.decisions.store import ENVIRONMENT

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "review.md"
# Where the store lies for a person; in a test it is elsewhere.
STORE = "~/.local/share/nianjian/verdicts.jsonl"
_BLOCK = re.compile(r"```(console|csv)\n(.*?)```", re.DOTALL)


def typed(block: str) -> None:
    """The verdicts of the document, as somebody types them into the list."""
    path = Path("结果") / "flags.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    verdicts = {row["编号"]: row for row in csv.DictReader(block.splitlines())}
    assert set(verdicts) <= {row["编号"] for row in rows}
    for row in rows:
        row |= verdicts.get(row["编号"], {})
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def said(command: str) -> str:
    arguments = shlex.split(command)
    assert arguments.pop(0) == "nianjian"
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return f"$ {command}\n" + result.output.replace(os.environ[ENVIRONMENT], STORE)


def played(text: str) -> Iterator[tuple[str, str]]:
    """Each console block as it stands, and as it is."""
    for kind, block in _BLOCK.findall(text):
        if kind == "csv":
            typed(block)
        else:
            commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
            yield block, "".join(said(command) for command in commands)


def test_the_document_shows_what_the_commands_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTEST_CURRENT_TEST", raising=False)
    shutil.copytree(ROOT / "evaluation" / "examples", tmp_path / "evaluation" / "examples")
    blocks = list(played(DOCUMENT.read_text(encoding="utf-8")))
    assert len(blocks) >= 7
    for shown, real in blocks:
        assert shown == real


def write() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "evaluation" / "examples", Path(folder, "evaluation", "examples"))
        os.environ[ENVIRONMENT] = str(Path(folder, "store", "verdicts.jsonl"))
        os.chdir(folder)
        for shown, real in played(text):
            text = text.replace(f"```console\n{shown}```", f"```console\n{real}```", 1)
        os.chdir(ROOT)
    DOCUMENT.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
