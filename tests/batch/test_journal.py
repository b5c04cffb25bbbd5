"""What was done before a break is kept; what a break tore is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.batch.journal import Brief, Journal

BRIEF = Brief("ab12", "ok", "柳湾县", "柳湾县档案局", 2023)
RECORD = '{"说明":"一\\t二"}'.encode()


def filled(path: Path, count: int = 3) -> Journal:
    journal = Journal(path, "工具 1")
    for number in range(count):
        journal.add(f"key{number}", BRIEF, RECORD + str(number).encode())
    return journal


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    filled(tmp_path / "journal").close()
    again = Journal(tmp_path / "journal", "工具 1")
    assert [again.record(f"key{n}") for n in range(3)] == [
        RECORD + str(n).encode() for n in range(3)
    ]
    assert again.brief("key1") == BRIEF
    assert "key3" not in again
    again.add("key3", BRIEF, b"{}")
    assert again.record("key3") == b"{}"


@pytest.mark.parametrize("torn", [1, 5, 20, 60])
def test_a_torn_line_is_done_again_and_the_rest_kept(tmp_path: Path, torn: int) -> None:
    path = tmp_path / "journal"
    filled(path).close()
    path.write_bytes(path.read_bytes()[:-torn])
    again = Journal(path, "工具 1")
    assert "key1" in again
    assert "key2" not in again
    again.add("key2", BRIEF, b"{}")
    again.close()
    assert Journal(path, "工具 1").record("key2") == b"{}"


def test_a_damaged_line_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    filled(path).close()
    data = bytearray(path.read_bytes())
    data[-4] ^= 1
    path.write_bytes(data)
    assert "key2" not in Journal(path, "工具 1")


def test_other_choices_begin_anew(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    filled(path).close()
    other = Journal(path, "工具 2")
    assert "key0" not in other
    other.close()
    assert path.read_bytes() == "工具 2\n".encode()
