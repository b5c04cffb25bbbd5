"""Nothing that a reviewer typed is ever lost."""

from __future__ import annotations

import json
import multiprocessing
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.decisions.model import Given, Verdict, VerdictWord
from extractor.decisions.store import Store
from extractor.decisions.take_in import take_in

FLAG = "F-aaaaaaaaa2"
OTHER = "F-bbbbbbbbb3"


def given_by(reviewer: str, word: VerdictWord | None, flag: str = FLAG, note: str = "") -> Given:
    return Given(flag, Verdict(word, reviewer, note), "flags.csv", 2)


def test_what_was_given_is_there_again(tmp_path: Path) -> None:
    assert Store(tmp_path / "s" / "v.jsonl").add([given_by("王敏", "误报", note="是建筑许可")]) == 1
    again = Store(tmp_path / "s" / "v.jsonl")
    assert again.verdict(FLAG) == Verdict("误报", "王敏", "是建筑许可")
    assert again.verdict(OTHER) == Verdict(None)
    assert len(again) == 1


def test_the_store_is_readable_by_people(tmp_path: Path) -> None:
    Store(tmp_path / "v.jsonl").add([given_by("王敏", "误报")])
    assert "王敏" in (tmp_path / "v.jsonl").read_text(encoding="utf-8")


def test_the_same_again_adds_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "v.jsonl")
    store.add([given_by("王敏", "误报")])
    before = store.path.read_bytes()
    assert store.add([given_by("王敏", "误报")]) == 0
    assert store.path.read_bytes() == before


def test_a_reviewer_may_think_again(tmp_path: Path) -> None:
    store = Store(tmp_path / "v.jsonl")
    store.add([given_by("王敏", "误报")])
    store.add([given_by("王敏", "属实")])
    assert store.verdict(FLAG) == Verdict("属实", "王敏")
    assert len(store.kept) == 2


def test_two_reviewers_who_differ_are_both_shown(tmp_path: Path) -> None:
    store = Store(tmp_path / "v.jsonl")
    store.add([given_by("王敏", "误报", note="业务案件")])
    store.add([given_by("李强", "属实")])
    told = store.verdict(FLAG)
    assert told.word == "待定"
    assert "王敏：误报（业务案件）" in told.note
    assert "李强：属实" in told.note


def test_what_is_shown_comes_back_without_becoming_a_verdict(tmp_path: Path) -> None:
    store = Store(tmp_path / "v.jsonl")
    store.add([given_by("王敏", "误报"), given_by("李强", "属实")])
    assert store.add([Given(FLAG, store.verdict(FLAG))]) == 0


def test_signed_together_they_settle_it(tmp_path: Path) -> None:
    store = Store(tmp_path / "v.jsonl")
    store.add([given_by("王敏", "误报"), given_by("李强", "属实")])
    store.add([given_by("王敏、李强", "属实")])
    assert store.verdict(FLAG).word == "属实"


def test_undo_takes_back_the_latest_and_deletes_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "v.jsonl")
    store.add([given_by("王敏", "误报")])
    store.add([given_by("李强", "属实"), given_by("李强", "误报", OTHER)])
    before = store.path.read_bytes()
    assert store.undo() == 2
    assert store.verdict(FLAG) == Verdict("误报", "王敏")
    assert store.path.read_bytes().startswith(before)
    assert store.undo() == 1
    assert store.undo() == 0
    assert store.verdict(FLAG) == Verdict(None)
    store.add([given_by("李强", "属实")])
    assert store.verdict(FLAG) == Verdict("属实", "李强")


def test_a_torn_line_costs_nothing_else(tmp_path: Path) -> None:
    store = Store(tmp_path / "v.jsonl")
    store.add([given_by("王敏", "误报")])
    with store.path.open("ab") as file:
        file.write(b'{"batch": 2, "id": "F-bbbbb')
    again = Store(store.path)
    again.add([given_by("李强", "属实", OTHER)])
    third = Store(store.path)
    assert third.verdict(FLAG).word == "误报"
    assert third.verdict(OTHER).word == "属实"


def _write(path: str, reviewer: str) -> None:
    for number in range(20):
        Store(Path(path)).add([given_by(f"{reviewer}{number}", "属实")])


def test_two_writers_at_once(tmp_path: Path) -> None:
    path = str(tmp_path / "v.jsonl")
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write, args=(path, name)) for name in ("甲", "乙")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    lines = [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]
    assert len(lines) == 40
    assert len({line["batch"] for line in lines}) == 40


def test_verdicts_in_a_folder_are_taken_before_it_is_written_anew(tmp_path: Path) -> None:
    (tmp_path / "flags.csv").write_text(
        f"编号,裁定,裁定人,备注\n{FLAG},误报,王敏,\n{OTHER},也许,王敏,\n", encoding="gbk"
    )
    store = Store(tmp_path / "v.jsonl")
    taken = take_in(tmp_path, store)
    assert taken.new == 1
    assert store.verdict(FLAG).word == "误报"
    assert [row.line for row in taken.not_taken] == [3]
    (copy,) = taken.kept
    assert copy.read_bytes() == (tmp_path / "flags.csv").read_bytes()
    assert take_in(tmp_path, store).kept == (copy,)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([FLAG, OTHER]),
            st.sampled_from(["甲", "乙"]),
            st.sampled_from(["属实", "误报", "待定"]),
        ),
        min_size=1,
        max_size=8,
    ),
    st.binary(max_size=30),
)
def test_no_later_write_loses_an_earlier_verdict(
    tmp_path: Path, told: list[tuple[str, str, VerdictWord]], torn: bytes
) -> None:
    path = tmp_path / "v.jsonl"
    path.unlink(missing_ok=True)
    latest: dict[tuple[str, str], str] = {}
    for flag, reviewer, word in told:
        Store(path).add([given_by(reviewer, word, flag)])
        latest[flag, reviewer] = word
        with path.open("ab") as file:
            file.write(torn)
    with path.open("ab") as file:
        file.write(b"\n")
    store = Store(path)
    for flag in (FLAG, OTHER):
        words = {word for (own, _), word in latest.items() if own == flag}
        expected = None if not words else words.pop() if len(words) == 1 else "待定"
        assert store.verdict(flag).word == expected
