"""What the documents show is what the product does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.cli import main
from extractor.scoring import default_rubric
from extractor.scoring.rubric import DIMENSIONS

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "evaluation" / "examples"
READMES = ("README.md", "README.zh-CN.md")


def words(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_pandas_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(main, ["score", str(EXAMPLES), "--out", "结果", "-j", "2"])
    (code,) = re.findall(r"```python\n(.*?)```", words("docs/pandas.md"), re.DOTALL)
    exec(compile(code, "docs/pandas.md", "exec"), {})
    told = capsys.readouterr().out
    assert "棠坞县水利局" in told
    assert "T203" in told


@pytest.mark.parametrize("name", READMES)
def test_every_command_stands_in_the_readme(name: str) -> None:
    text = words(name)
    for command in main.commands:
        assert f"nianjian {command}" in text, command


@pytest.mark.parametrize("name", READMES)
def test_the_readme_shows_the_terminal_as_it_is(name: str, tmp_path: Path) -> None:
    out = tmp_path / "结果"
    told = CliRunner().invoke(main, ["score", str(EXAMPLES), "--out", str(out), "-j", "2"])
    text = words(name)
    for line in told.stderr.splitlines():
        if "裁定库" not in line and str(tmp_path) not in line:
            assert line in text, line
    shown = re.findall(r"^F-[a-z2-7]{10},.*$", text, re.MULTILINE)
    rows = (out / "flags.csv").read_text("utf-8-sig").splitlines()
    assert shown
    for line in shown:
        assert line in rows


@pytest.mark.parametrize("name", READMES)
def test_the_readme_tells_the_rubric_that_ships(name: str) -> None:
    text = words(name)
    for key in DIMENSIONS:
        assert f"| {default_rubric().dimensions[key]:g} |" in text, key


@pytest.mark.parametrize("name", READMES)
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", words(name)):
        assert (ROOT / target).exists(), target
