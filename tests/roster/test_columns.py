"""Two columns of a roster that go by one of our names: which was taken is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.roster.reading import read_roster
from tests.commands import run


def told(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    return [problem.told("zh") for problem in read_roster(path).problems]


@pytest.mark.parametrize(
    ("head", "taken", "passed"),
    [
        ("机关,单位名称", "取了“机关”（第 1 列），第 2 列没有取", "单位名称"),
        ("单位,机关名称*", "取了“机关名称*”（第 2 列），第 1 列没有取", "单位"),
        ("机关,机关", "取了“机关”（第 1 列），第 2 列没有取", "机关"),
    ],
)
def test_the_column_passed_over_is_told(tmp_path: Path, head: str, taken: str, passed: str) -> None:
    text = f"{head}\n柳湾县水务局,县水利站\n柳湾县林业局,县林业局\n"
    (line,) = told(tmp_path / "名册.csv", text)
    assert line.startswith("第 1 行：")
    assert taken in line
    assert f"“{passed}”" in line


@pytest.mark.parametrize(
    "text",
    [
        "机关,单位名称\n柳湾县水务局,\n柳湾县林业局,\n",
        "机关,单位名称\n柳湾县水务局,柳湾县水务局\n柳湾县林业局,\n",
        "机关,联系人\n柳湾县水务局,某人\n",
        "机关,类型\n柳湾县水务局,部门\n",
    ],
)
def test_where_nothing_is_lost_nothing_is_told(tmp_path: Path, text: str) -> None:
    assert told(tmp_path / "名册.csv", text) == []


def test_other_columns_too_below_a_title(tmp_path: Path) -> None:
    text = "柳湾县名册,,\n机关,发布日期,公开日期\n柳湾县水务局,2024-01-20,2024-01-25\n"
    (line,) = told(tmp_path / "名册.csv", text)
    assert line.startswith("第 2 行：第 2 列“发布日期”和第 3 列“公开日期”")


def test_it_is_a_note_and_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_text("机关,单位\n柳湾县水务局,水务局\n", encoding="utf-8")
    result = run("roster", path, "--lang", "en")
    assert result.exit_code == 0
    assert "column 1 was taken, column 2 was not" in result.stdout
