"""What is wrong in files of changes, judged faults and pairs is told, and sound files are."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.pairs import ACROSS
from evaluation.planting import PLANTED
from evaluation.validating import problems

_FILES = sorted(
    [*PLANTED.glob("*-boilerplate.yaml"), *PLANTED.glob("held-*.yaml"), *ACROSS.glob("*.yaml")]
)


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_the_files_are_sound(path: Path) -> None:
    """A number, not the texts: the held-back part is never shown."""
    assert sum(1 for _ in problems(path)) == 0


def _told(text: str, folder: Path) -> str:
    path = folder / "x.yaml"
    path.write_text(text, encoding="utf-8")
    return "\n".join(problems(path))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- {report: d01", "ParserError"),
        ("just words", "neither a list"),
        ("- {report: d01, code: B502, note: x, replace: [[没有这句话的地方, x]]}", "没有这句话"),
        ("- {report: d99, code: B502, note: x}", "no such report: d99"),
        ("- {report: d01, code: B599, note: x}", "no such code: B599"),
        ("- {report: d01, code: B503, note: x}", "B503 is not planted in one report"),
        ("- {report: d01, code: B502, note: x}", "nothing is changed"),
        ("- {report: d01, code: B502, replace: [[副局长分管, 局长分管]]}", "no note"),
        ("- {report: d01, kode: B502}", "kode"),
        (
            "- {report: d01, code: B506, note: x, words: 不在, replace: [[副局长分管, 局长分管]]}",
            "do not stand there: 不在",
        ),
        ("- {report: d01, relation: other, codes: [B503], note: x}", "cannot be asked"),
        ("- {report: d01, relation: previous, codes: [B503]}", "note"),
        ("- {report: d99, relation: previous, codes: [], note: x}", "no such report: d99"),
        (
            "- {report: d01, relation: previous, codes: [], note: x, replace: [[2023年我局, x]]}",
            "'2023年我局' × 0",
        ),
        (
            "- {report: d01, relation: other, codes: [], note: x, text: '# 临溪县水务局2023年"
            "政府信息公开工作年度报告'}",
            "",
        ),
        (
            "- {report: d01, relation: previous, codes: [], note: x, text: '# 临溪县水务局2023年"
            "政府信息公开工作年度报告'}",
            "reads as",
        ),
        ("d01: [{code: B505, words: 不在这里, why: x}]", "do not stand there: 不在这里"),
        ("d99: [{code: B505, why: x}]", "no such report: d99"),
        ("d01: [{code: B505}]", "why"),
    ],
)
def test_what_is_wrong_is_told(text: str, told: str, tmp_path: Path) -> None:
    found = _told(text, tmp_path)
    assert told in found if told else not found
