"""docs/retrain.md shows what the commands say."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from evaluation.retrain_example import COMMANDS
from extractor.language.classify.labels import HEADS
from extractor.learning.retrain.compare import Comparison, Difference
from extractor.learning.retrain.decide import (
    AT_WORST,
    ENOUGH_LABELS,
    ENOUGH_REPORTS,
    MARGIN,
    decide,
)
from extractor.learning.retrain.run import USER_WEIGHT
from extractor.learning.retrain.steps import STEPS

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs" / "retrain.md").read_text(encoding="utf-8")


def test_the_loop_up_to_the_split_is_as_it_is_shown(tmp_path: Path) -> None:
    """In a process of its own: the example goes to its folder and sets its own store."""
    done = subprocess.run(
        [sys.executable, "-m", "evaluation.retrain_example", str(tmp_path), "--quick"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    lines = done.stdout.splitlines()
    assert sum(line.startswith("$ ") for line in lines) == 4
    for line in lines:
        # The run's folder is named by the version of the program, too.
        assert line in DOCUMENT or "模型/runs/" in line, line


def test_the_word_on_too_few_labels_is_as_it_is_said() -> None:
    even = Difference(0.5, 0.5, 0.0, (0.0, 0.0))
    frozen = Comparison(1140, 30, dict.fromkeys(HEADS, even), even, 0.8)
    (said,) = decide(frozen, None, replace(frozen, labels=46, reports=6)).reasons
    assert said.zh in DOCUMENT
    assert "of several agencies" in said.en


def test_every_command_of_the_example_stands_there() -> None:
    for command in COMMANDS:
        assert f"$ nianjian {' '.join(command)}" in DOCUMENT


def test_steps_and_limits_are_told_as_they_are() -> None:
    for step in STEPS:
        assert len(re.findall(rf"^\| `{step}` \|", DOCUMENT, re.MULTILINE)) == 2, step
    for figure in (f"{MARGIN:g}", f"{AT_WORST:g}", f"{USER_WEIGHT:g}", ENOUGH_LABELS):
        assert DOCUMENT.count(f"**{figure}**") >= 2, figure
    assert DOCUMENT.count(f"**{ENOUGH_REPORTS}**") >= 2
