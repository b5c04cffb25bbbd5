"""Corrected labels come back from any spreadsheet the same, and none is ever lost."""

from __future__ import annotations

import os
import time
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from extractor.decisions.labels import Context, Labelled, LabelStore, label_key, read_labels
from extractor.decisions.log import Line
from extractor.language.classify.labels import HEADS, Head
from extractor.outputs.columns import SENTENCE_COLUMNS
from tests.decisions.manners import ANY_FOLDER, Manner, manners

MODEL: dict[Head, str] = {"topic": "other", "tense": "statement", "substance": "boilerplate"}
TEXTS = {
    "S-aaaaaaaaa2": "=全年公开信息31条，\n其中“灯塔”3条",
    "S-bbbbbbbbb3": "1/2",
    "S-ccccccccc4": "渡口;值守表\t逐日张贴",
    "S-ddddddddd5": "未收取信息处理费",
}
SENTENCES = {
    id_: Context(text, "overview", 2023, "澹州|档案局|2023", MODEL, before="前一句。")
    for id_, text in TEXTS.items()
}
TYPED = {
    "S-aaaaaaaaa2": {"topic_corrected": "主动公开", "labeller": "王敏"},
    "S-bbbbbbbbb3": {"tense_corrected": "done", "substance_corrected": "具体", "labeller": "李强"},
    "S-ccccccccc4": {"topic_corrected": " 平台 建设 "},
    "S-ddddddddd5": {"labeller": "王敏"},
}
EXPECTED = {
    ("S-aaaaaaaaa2", "王敏", "disclosure", "statement", "boilerplate"),
    ("S-bbbbbbbbb3", "李强", "other", "done", "specific"),
    ("S-ccccccccc4", "赵宁", "platform", "statement", "boilerplate"),
    ("S-ddddddddd5", "王敏", "other", "statement", "boilerplate"),
}


def told(line: Line) -> tuple[str, ...]:
    return (line["id"], line["labeller"], *(line["labels"][head] for head in HEADS))


@ANY_FOLDER
@given(manner=manners(SENTENCE_COLUMNS))
def test_any_order_encoding_and_separator_gives_the_same_store(
    tmp_path: Path, manner: Manner
) -> None:
    blank = {column.key: "" for column in SENTENCE_COLUMNS}
    own = [{"id": id_, "text": TEXTS[id_], "file": "a.txt", **TYPED[id_]} for id_ in TEXTS]
    path, store = tmp_path / "s.csv", tmp_path / "labels.jsonl"
    path.write_bytes(manner.saved([blank | row for row in own], SENTENCE_COLUMNS))
    store.unlink(missing_ok=True)
    labelled, left = read_labels(path, SENTENCES, "赵宁")
    assert left == []
    LabelStore(store).add(labelled)
    assert {told(line) for line in LabelStore(store).in_force()} == EXPECTED
    # The same file once more adds nothing.
    before = store.read_bytes()
    assert LabelStore(store).add(read_labels(path, SENTENCES, "赵宁")[0]) == 0
    assert store.read_bytes() == before


@ANY_FOLDER
@given(data=st.binary(max_size=300), torn=st.binary(max_size=30))
def test_no_input_loses_an_earlier_label(tmp_path: Path, data: bytes, torn: bytes) -> None:
    path, store = tmp_path / "s.csv", tmp_path / "labels.jsonl"
    store.unlink(missing_ok=True)
    given_by("S-aaaaaaaaa2", "disclosure", store)
    with store.open("ab") as file:
        file.write(torn)
    path.write_bytes("编号,更正主题\n".encode() + data)
    labelled, _ = read_labels(path, SENTENCES, "李强")
    LabelStore(store).add(labelled)
    kept = {told(line) for line in LabelStore(store).in_force()}
    assert ("S-aaaaaaaaa2", "王敏", "disclosure", "statement", "boilerplate") in kept


@ANY_FOLDER
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(TEXTS)), st.sampled_from(["甲", "乙"]),
                  st.sampled_from(sorted(HEADS["topic"]))),
        min_size=1, max_size=8,
    )
)  # fmt: skip
def test_each_labellers_latest_word_stands(
    tmp_path: Path, words: list[tuple[str, str, str]]
) -> None:
    store = tmp_path / "labels.jsonl"
    store.unlink(missing_ok=True)
    latest: dict[tuple[str, str], str] = {}
    for id_, labeller, topic in words:
        given_by(id_, topic, store, labeller)
        latest[id_, labeller] = topic
    found = {(one[0], one[1]): one[2] for one in map(told, LabelStore(store).in_force())}
    assert found == latest


def given_by(id_: str, topic: str, store: Path, labeller: str = "王敏") -> int:
    labels: dict[Head, str] = {**MODEL, "topic": topic}
    one = Labelled(id_, labels, frozenset({"topic"}), labeller, SENTENCES[id_], "s.csv", 2)
    return LabelStore(store).add([one], time.time_ns())


def test_an_old_copy_does_not_bring_old_labels_back(tmp_path: Path) -> None:
    path, store = tmp_path / "s.csv", tmp_path / "labels.jsonl"
    path.write_text("编号,更正主题,标注人\nS-aaaaaaaaa2,其他,王敏\n", encoding="utf-8")
    labelled, _ = read_labels(path, SENTENCES)
    saved = path.stat().st_mtime_ns
    assert LabelStore(store).add(labelled, time.time_ns(), saved) == 1
    given_by("S-aaaaaaaaa2", "platform", store)
    assert LabelStore(store).add(labelled, time.time_ns(), saved) == 0
    (line,) = LabelStore(store).in_force()
    assert line["labels"]["topic"] == "platform"
    # Saved anew it is a new mind.
    assert LabelStore(store).add(labelled, time.time_ns(), time.time_ns() + 10**9) == 1


def test_a_line_keeps_all_that_the_model_sees(tmp_path: Path) -> None:
    given_by("S-aaaaaaaaa2", "other", tmp_path / "labels.jsonl")
    (line,) = LabelStore(tmp_path / "labels.jsonl").in_force()
    assert line["before"] == "前一句。"
    assert {"aspect", "heading", "after", "section", "year", "report"} <= set(line)


@given(st.sampled_from(list(HEADS)), st.data())
def test_every_label_is_known_by_both_names(head: Head, data: st.DataObject) -> None:
    key = data.draw(st.sampled_from(sorted(HEADS[head])))
    assert label_key(head, f" {key.upper()} ") == key
    assert label_key(head, HEADS[head][key]) == key


def test_a_bom_that_an_editor_adds_harms_nothing(tmp_path: Path) -> None:
    store = tmp_path / "labels.jsonl"
    given_by("S-aaaaaaaaa2", "other", store)
    store.write_bytes(b"\xef\xbb\xbf" + store.read_bytes())
    os.utime(store)
    assert len(LabelStore(store)) == 1


def listed(path: Path, *rows: str) -> Path:
    head = "编号,主题,时态,实质,更正主题,更正时态,更正实质,标注人"
    path.write_text("\n".join((head, *rows, "")), encoding="utf-8")
    return path


def test_who_signs_agrees_with_what_the_list_shows_not_with_a_later_model(tmp_path: Path) -> None:
    """The folder may have been scored anew, with another model, while the list was out."""
    path = listed(
        tmp_path / "a.csv",
        "S-aaaaaaaaa2,平台建设,已完成,具体,,,,王敏",
        "S-bbbbbbbbb3,platform,done,specific,创新,,,王敏",
        "S-ccccccccc4,,,,,,,王敏",
    )
    found = {one.id: tuple(one.labels[h] for h in HEADS) for one in read_labels(path, SENTENCES)[0]}
    assert found == {
        "S-aaaaaaaaa2": ("platform", "done", "specific"),
        "S-bbbbbbbbb3": ("innovation", "done", "specific"),
        # Columns that were deleted leave what the results say.
        "S-ccccccccc4": ("other", "statement", "boilerplate"),
    }


def test_two_labels_of_one_person_are_told_not_chosen_by_their_order(tmp_path: Path) -> None:
    rows = ["S-aaaaaaaaa2,,,,创新,,,王敏", "S-aaaaaaaaa2,,,,其他,,,王敏", "S-bbbbbbbbb3,,,,,,,王敏"]
    for order in (rows, rows[::-1]):
        labelled, left = read_labels(listed(tmp_path / "a.csv", *order), SENTENCES)
        assert [one.id for one in labelled] == ["S-bbbbbbbbb3"]
        assert ["标注得不同" in one.reason.zh for one in left] == [True]


def test_labels_signed_together_settle_what_was_said_apart(tmp_path: Path) -> None:
    store = tmp_path / "labels.jsonl"
    given_by("S-aaaaaaaaa2", "other", store, "甲")
    given_by("S-aaaaaaaaa2", "platform", store, "乙")
    given_by("S-aaaaaaaaa2", "innovation", store, "甲、乙")
    assert [told(line)[1:3] for line in LabelStore(store).in_force()] == [("甲、乙", "innovation")]


def test_lines_beyond_use_are_counted(tmp_path: Path) -> None:
    store = tmp_path / "labels.jsonl"
    given_by("S-aaaaaaaaa2", "other", store)
    assert LabelStore(store).unreadable() == []
    whole = store.read_bytes()
    digits = b'{"batch": ' + b"9" * 5000 + b"}\n"
    store.write_bytes(whole + whole[:40] + b"\n\n" + digits + b'{"batch": 1, "id": 7}\n')
    assert LabelStore(store).unreadable() == [2, 4, 5]
    assert len(LabelStore(store)) == 1
