"""A rubric is used as it stands, or refused with a reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor.scoring import RubricError, default_rubric, load_rubric
from extractor.scoring import rubric as shipped

SHIPPED = Path(shipped.__file__).with_name("rubric.toml")


def changed(tmp_path: Path, old: str, new: str) -> Path:
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "我们的评分.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_the_shipped_rubric_loads_from_a_file_too() -> None:
    assert load_rubric(SHIPPED) == default_rubric()


def test_it_names_only_codes_of_the_contract() -> None:
    contract = (Path(__file__).parents[2] / "docs" / "contract.md").read_text(encoding="utf-8")
    assert set(default_rubric().codes) <= set(re.findall(r"[PSTCYBL][1-7]\d\d", contract))


def test_another_rubric_has_another_digest(tmp_path: Path) -> None:
    ours = load_rubric(changed(tmp_path, "warning = 2.5", "warning = 3"))
    assert ours.cost("S102", "warning") == 3
    assert ours.digest() != default_rubric().digest()


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "rubric.toml"
    path.write_bytes(b"\xef\xbb\xbf" + SHIPPED.read_bytes())
    assert load_rubric(path) == default_rubric()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("tables = 25", "tables = 30", "合计应为 100，现为 105"),
        ("tables = 25 ", "tabels = 25 ", "tabels"),
        ("[default]", "[defualt]", "是不是 default"),
        ("warning = 2.5", "warnings = 2.5", "是不是 warning"),
        ("error = 6", "error = -1", "default.error"),
        ("[default]", "[default", "不是有效的 TOML"),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(RubricError) as told:
        load_rubric(changed(tmp_path, old, new))
    assert said in str(told.value)
    assert "我们的评分.toml" in str(told.value)
