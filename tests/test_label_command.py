"""`nianjian label`: the sentences most worth labelling, no two alike, ready to come back."""

from __future__ import annotations

import csv
import json
import time
from pathlib import Path

import pytest

from extractor.decisions.labels import LabelStore
from extractor.learning.choosing import Candidate, choose, doubt
from extractor.learning.known import labelled_texts
from extractor.learning.near import Near
from extractor.outputs.columns import SENTENCE_COLUMNS, heads
from tests.commands import rows, run

SECTIONS = (None, "overview", "disclosure", "applications", "disputes", "issues", "other")
# Invented, and unlike each other and anything labelled.
SUBJECTS = (
    "灯塔", "渡船", "盐田", "茶园", "水碾", "驿道", "石桥", "窑址", "梯田", "鱼市", "染坊", "碑林",
    "竹海", "温泉", "草场", "冰窖", "磨坊", "哨所", "货栈", "果岭",
)  # fmt: skip
TELLINGS = (
    "{0}的值守表改为逐日张贴", "给{0}拍了三段航拍片子", "有人问起{0}归谁管",
    "{0}门口的公示栏换成玻璃面", "把{0}旧账翻出来重抄一遍", "{0}一案经裁决维持",
)  # fmt: skip


def sentence(number: int, text: str, section: str | None, sure: float) -> dict[str, object]:
    return {
        "id": f"S-{number:010d}",
        "section": section,
        "text": text,
        "topic": "disclosure",
        "tense": "done",
        "substance": "specific",
        "confidence": {"topic": sure, "tense": 0.99, "substance": 0.99},
        "uncertain": ["topic"] if sure < 0.6 else [],
    }


def written(folder: Path, reports: int = 12) -> Path:
    """A results folder of invented agencies; the model doubts every third sentence."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "reports.jsonl").open("w", encoding="utf-8") as lines:
        for report in range(reports):
            sentences = [
                sentence(
                    1000 * report + number,
                    f"{telling.format(SUBJECTS[(report + 3 * number) % len(SUBJECTS)])}，"
                    f"{SUBJECTS[(7 * report + number) % len(SUBJECTS)]}除外。",
                    SECTIONS[number % len(SECTIONS)],
                    0.4 if (report + number) % 3 == 0 else 0.98,
                )
                for number, telling in enumerate((*TELLINGS, "{0}照旧"))
            ]
            told = {
                "tool": {"version": "0"},
                "source": {"path": f"{report}.txt", "sha256": "0", "format": "txt", "pages": None},
                "status": "ok",
                "meta": {"agency": f"第{report}机关", "region": "澹州", "year": 2023},
                "sentences": sentences,
            }
            lines.write(json.dumps(told, ensure_ascii=False) + "\n")
    return folder


@pytest.fixture
def results(tmp_path: Path) -> Path:
    return written(tmp_path / "o")


def test_the_list_has_the_columns_of_sentences(results: Path) -> None:
    result = run("label", results, "-n", 10)
    assert result.exit_code == 0, result.output
    own = rows(results / "待标注.csv")
    assert len(own) == 10
    assert list(own[0]) == heads(SENTENCE_COLUMNS, "zh")
    assert {row["更正主题"] for row in own} == {""}
    assert "10 句" in result.stderr


def test_doubted_ones_first_every_section_many_agencies(results: Path) -> None:
    run("label", results, "-n", 14)
    own = rows(results / "待标注.csv")
    assert len({row["章节"] for row in own}) == len(SECTIONS)
    assert len({row["文件"] for row in own}) >= 7
    assert sum(float(row["置信度"]) < 0.6 for row in own) >= 10


def test_the_same_again_is_the_same(results: Path, tmp_path: Path) -> None:
    run("label", results, "-n", 20, "--out", tmp_path / "a.csv")
    run("label", results, "-n", 20, "--out", tmp_path / "b.csv")
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()


def test_labels_come_back_and_are_not_asked_for_again(results: Path, tmp_path: Path) -> None:
    run("label", results, "-n", 5)
    path = results / "待标注.csv"
    own = rows(path)
    own[0] |= {"更正主题": "平台建设", "标注人": "王敏"}
    own[1] |= {"标注人": "王敏"}
    own[2] |= {"更正主题": "平台建社"}
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.DictWriter(file, list(own[0]))
        writer.writeheader()
        writer.writerows(own)
    result = run("review", results)
    assert "更正标注 2 句" in result.stderr
    assert "是不是“平台建设”" in result.stderr
    lines = LabelStore(tmp_path / "store" / "labels.jsonl").in_force()
    assert [line["labels"]["topic"] for line in lines] == ["platform", "disclosure"]
    assert lines[0]["after"] or lines[0]["before"]
    # The next list: what could not be taken is kept, what was labelled is not asked for again.
    again = run("label", results, "-n", 5)
    assert "未能取入的标注仍在" in again.stderr
    assert not {row["句子"] for row in own[:2]} & {row["句子"] for row in rows(path)}


def test_in_english(results: Path, tmp_path: Path) -> None:
    result = run("label", results, "-n", 3, "--out", tmp_path / "a.csv", "--lang", "en")
    assert "3 of 84 sentences" in result.stderr
    assert list(rows(tmp_path / "a.csv")[0]) == heads(SENTENCE_COLUMNS, "en")


def test_missing_things_are_told(tmp_path: Path) -> None:
    assert run("label", tmp_path).exit_code == 2
    assert "reports.jsonl" in run("label", tmp_path).stderr
    (tmp_path / "reports.jsonl").write_text("{}\n", encoding="utf-8")
    assert run("label", tmp_path).exit_code == 2


def test_nothing_left_to_label_is_told(tmp_path: Path) -> None:
    folder = written(tmp_path / "o", 1)
    (folder / "reports.jsonl").write_text("", encoding="utf-8")
    result = run("label", folder)
    assert result.exit_code == 2
    assert "没有值得再标注的" in result.stderr
    assert not (folder / "待标注.csv").exists()


def test_two_thousand_reports_take_seconds(tmp_path: Path) -> None:
    folder = written(tmp_path / "o", 2000)
    begun = time.process_time()
    assert run("label", folder, "-n", 200).exit_code == 0
    assert time.process_time() - begun < 20


def candidate(key: int, text: str, sure: float, section: str = "overview") -> Candidate:
    return Candidate(key, text, section, f"机关{key}", doubt({"topic": sure}), sure < 0.6)


def test_near_duplicates_are_chosen_once() -> None:
    same = "全年在灯塔门口张贴值守表{0}张，渡船乘客可以随手翻看"
    own = [candidate(n, same.format(10 + n), 0.4) for n in range(5)]
    own.append(candidate(9, "盐田承包款的去向没有人写清楚过", 0.9))
    assert {one.key for one in choose(own, 3, Near())} == {0, 9}


def test_what_is_known_is_not_chosen() -> None:
    shipped = next(text for text in labelled_texts() if len(text) > 20)
    own = [candidate(1, shipped, 0.3), candidate(2, "盐田承包款的去向没有人写清楚过", 0.9)]
    assert [one.key for one in choose(own, 2, Near(labelled_texts()))] == [2]


def test_a_section_is_given_labels_by_its_doubt() -> None:
    told = ["".join(SUBJECTS[(n + step * n) % 20] for step in range(1, 7)) for n in range(1, 20)]
    own = [candidate(n, f"{text}有人照看", 0.5) for n, text in enumerate(told)]
    own += [
        candidate(50 + n, f"另存{text}", 0.97, "other") for n, text in enumerate(reversed(told))
    ]
    chosen = choose(own, 12, Near())
    assert len(chosen) == 12
    assert 1 <= sum(one.section == "other" for one in chosen) <= 2


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("全年公开信息312条，比上年多18条。", "全年公开信息97条,比上年多3条", True),
        (
            "十月在镇文化站举办信息员培训班2期，各村会计到会61人，当场答疑。",
            "十月在镇文化站举办了信息员培训班2期，各村会计到会61人，当场答疑。",
            True,
        ),
        ("举办信息员培训班2期，到会61人。", "未收取信息处理费。", False),
        ("受理申请5件。", "受理投诉5件。", False),
    ],
)
def test_what_counts_as_alike(one: str, other: str, alike: bool) -> None:
    assert Near([one]).has(other) is alike
    assert Near([other]).has(one) is alike
