"""The worked example of docs/retrain.md: score, label, review, train and roll back, as told there.

`python -m evaluation.retrain_example DIR` writes twenty reports of the new hand into DIR, plays the
labeller with the hand's own labels, runs the commands and prints them with what they say.
"""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from click.testing import CliRunner

from extractor.cli import main as nianjian
from extractor.language.classify.labels import HEADS
from extractor.learning.dataset import Example, load_examples
from extractor.learning.near import plain_sentence
from extractor.outputs.names import TO_LABEL

POOL = Path(__file__).parent / "new_hand" / "pool.jsonl"
LABELLER = "周禾"
_OFFICES = (
    "水政", "电务", "林务", "港务", "渔政", "盐务", "灯塔", "轮渡", "气象", "测绘",
    "仓储", "医政", "学务", "户籍", "工料", "集市", "驿务", "农垦", "船检", "典籍",
)  # fmt: skip
_HEADINGS = {
    "overview": "一、总体情况",
    "disclosure": "二、主动公开政府信息情况",
    "applications": "三、收到和处理政府信息公开申请情况",
    "disputes": "四、政府信息公开行政复议、行政诉讼情况",
    "issues": "五、存在的主要问题及改进情况",
    "other": "六、其他需要报告的事项",
}
COMMANDS = (
    ("score", "报告", "--out", "结果", "-j", "1", "-q"),
    ("label", "结果", "-n", "450"),
    ("review", "结果"),
    ("train", "--until", "split"),
    ("train",),
    ("train", "--list"),
    ("train", "--rollback"),
    ("train", "--lang", "en"),
)
"""As they stand in the document, in this order."""
QUICK = 4


def write_reports(folder: Path) -> None:
    """A sentence a line, under the headings of the form and those of the hand."""
    folder.mkdir(parents=True, exist_ok=True)
    pool = load_examples(POOL)
    for office, (_, group) in zip(_OFFICES, groupby(pool, lambda e: e.report), strict=True):
        lines = [f"澹岛州{office}公署2023年政府信息公开工作年度报告", *_lines(list(group))]
        (folder / f"{office}公署.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _lines(sentences: Sequence[Example]) -> Iterator[str]:
    places = {key: list(own) for key, own in groupby(sentences, lambda e: e.section)}
    yield from (sentence.text for sentence in places.get(None, ()))
    for key, heading in _HEADINGS.items():
        yield heading
        for printed, own in groupby(places.get(key, ()), lambda e: e.heading):
            yield from [printed] if printed and printed != heading else []
            yield from (sentence.text for sentence in own)


def fill_in(path: Path) -> int:
    """Plays the labeller: corrects what is wrong, and signs every row that it knows."""
    known = {plain_sentence(example.text): example.labels for example in load_examples(POOL)}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        labels = known.get(plain_sentence(row["句子"]))
        if labels is None:
            continue
        row["标注人"] = LABELLER
        for name, (head, names) in zip(("主题", "时态", "实质"), HEADS.items(), strict=True):
            right = names[labels.of(head)]
            row[f"更正{name}"] = right if right != row[name] else ""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return sum(bool(row["标注人"]) for row in rows)


def transcript(folder: Path, commands: Sequence[Sequence[str]] = COMMANDS) -> Iterator[str]:
    """What a person would see who types the commands in that folder."""
    write_reports(folder / "报告")
    os.environ |= {"NIANJIAN_STORE": "标注/verdicts.jsonl", "NIANJIAN_MODELS": "模型"}
    os.chdir(folder)
    for command in commands:
        yield f"$ nianjian {' '.join(command)}"
        result = CliRunner().invoke(nianjian, command)
        yield from result.output.splitlines()
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        if command[0] == "label":
            fill_in(Path("结果") / TO_LABEL)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="an empty folder")
    parser.add_argument("--quick", action="store_true", help="stop before the minutes of training")
    options = parser.parse_args(arguments)
    commands = COMMANDS[:QUICK] if options.quick else COMMANDS
    for line in transcript(options.folder.resolve(), commands):
        print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
