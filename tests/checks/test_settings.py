"""nianjian.toml: what it changes, and how its mistakes are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from extractor.checks.catalogue import CODES
from extractor.checks.settings import SettingsError, load_settings
from extractor.cli import main

# No signature, no date: S107, and nothing else that these tests look at.
REPORT = """柳湾县档案局2023年政府信息公开工作年度报告
一、总体情况
2023年，柳湾县档案局公开政府信息31条。
六、其他需要报告的事项
2023年本局未收取信息处理费。
"""


def settings(folder: Path, text: str) -> Path:
    path = folder / "设置.toml"
    path.write_text(text, encoding="utf-8")
    return path


def codes(folder: Path, text: str) -> dict[str, str]:
    """Code → severity of the findings under these settings."""
    (folder / "年报.txt").write_text(REPORT, encoding="utf-8")
    options = ["extract", str(folder / "年报.txt"), "--settings", str(settings(folder, text))]
    result = CliRunner().invoke(main, options)
    assert result.exit_code == 0, result.output
    return {flag["code"]: flag["severity"] for flag in json.loads(result.stdout)["flags"]}


def test_without_changes_the_code_fires(tmp_path: Path) -> None:
    assert codes(tmp_path, "")["S107"] == "hint"


def test_a_code_switched_off_is_silent(tmp_path: Path) -> None:
    assert "S107" not in codes(tmp_path, 'off = ["S107"]')


def test_a_severity_is_changed(tmp_path: Path) -> None:
    assert codes(tmp_path, '[severity]\nS107 = "error"')["S107"] == "error"


def test_a_threshold_silences_what_is_less_sure(tmp_path: Path) -> None:
    assert (
        codes(tmp_path, "[thresholds]\nmin_confidence = 1.0").keys()
        <= codes(tmp_path, "[thresholds]\nmin_confidence = 0.0").keys()
    )


EXCEPTION = """[[exceptions]]
agency = "{agency}"
codes = ["S107"]
reason = "网页版不带落款"
until = {until}
"""


@pytest.mark.parametrize(
    ("agency", "until", "silent"),
    [
        ("柳湾县档案局", "2999-12-31", True),
        ("柳湾县档案局", "2020-12-31", False),
        ("柳湾县水利局", "2999-12-31", False),
    ],
)
def test_an_exception_holds_for_its_agency_until_its_end(
    tmp_path: Path, agency: str, until: str, silent: bool
) -> None:
    text = EXCEPTION.format(agency=agency, until=until)
    assert ("S107" not in codes(tmp_path, text)) is silent


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('severitys = {S107 = "hint"}', "是不是 severity"),
        ("[thresholds]\nmin_confidense = 0.5", "是不是 min_confidence"),
        ('off = ["S170"]', "没有代码 S170"),
        ('[severity]\nS107 = "fatal"', "severity.S107"),
        ("[thresholds]\nmin_confidence = 5", "thresholds.min_confidence"),
        ('[[exceptions]]\nagency = "甲局"\ncodes = ["S107"]\nuntil = 2025-01-01', "reason"),
        ('[[exceptions]]\nagency = "甲局"\ncodez = ["S107"]', "exceptions"),
        ("off = [", "不是有效的 TOML"),
    ],
)
def test_a_mistake_names_file_key_and_nearest(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError) as told:
        load_settings(settings(tmp_path, text), CODES)
    assert said in str(told.value)
    assert "设置.toml" in str(told.value)


def test_a_gbk_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "nianjian.toml"
    path.write_bytes("# 设置".encode("gbk"))
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings(path, CODES)


def test_the_command_refuses_a_mistake_before_any_work(tmp_path: Path) -> None:
    path = settings(tmp_path, 'off = ["X1"]')
    (tmp_path / "年报.txt").write_text(REPORT, encoding="utf-8")
    options = ["extract", str(tmp_path / "年报.txt"), "--settings", str(path)]
    result = CliRunner().invoke(main, options)
    assert result.exit_code == 2
    assert "X1" in result.stderr


def test_the_settings_of_the_folder_are_used_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("nianjian.toml").write_text('off = ["S107"]', encoding="utf-8")
    Path("年报.txt").write_text(REPORT, encoding="utf-8")
    result = CliRunner().invoke(main, ["extract", "年报.txt"])
    assert "nianjian.toml" in result.stderr
    assert "S107" not in {flag["code"] for flag in json.loads(result.stdout)["flags"]}


def test_findings_are_told_in_english(tmp_path: Path) -> None:
    (tmp_path / "年报.txt").write_text(REPORT, encoding="utf-8")
    options = ["extract", str(tmp_path / "年报.txt"), "--lang", "en"]
    flags = json.loads(CliRunner().invoke(main, options).stdout)["flags"]
    assert flags
    assert all(flag["name"].isascii() for flag in flags)
