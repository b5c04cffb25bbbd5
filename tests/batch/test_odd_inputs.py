"""Folders and archives as nobody should leave them: each costs itself, never the run."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

import pytest

from extractor.batch import archives
from extractor.batch.inputs import OURS, Entry, discover
from extractor.outputs.names import (
    FIXED,
    NOT_CASES,
    OUTPUTS,
    REPORTING,
    SENTENCES,
    SHEETS,
    TABLES,
    TO_LABEL,
)
from extractor.reading import ReadingError

TEXT = "柳湾县档案局2023年政府信息公开工作年度报告"


def made(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT, encoding="utf-8")
    return path


def shown(paths: list[Path], out: Path) -> list[str]:
    return [entry.shown for entry in discover(paths, out)]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("name", ["环.pdf", "环.zip"])
def test_a_link_to_itself_is_one_file_that_cannot_be_opened(tmp_path: Path, name: str) -> None:
    made(tmp_path / "年报" / "a.txt")
    os.symlink(name, tmp_path / "年报" / name)
    assert shown([tmp_path / "年报"], tmp_path / "out") == ["a.txt", name]


def test_a_nameless_member_does_not_cost_the_others(tmp_path: Path) -> None:
    path = tmp_path / "包.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", TEXT)
        archive.writestr(zipfile.ZipInfo(""), TEXT)
    assert shown([path], tmp_path / "out") == ["包.zip/a.txt"]


def test_the_directory_of_an_archive_is_read_once_for_all_its_members(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "包.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(20):
            archive.writestr(f"{number}.txt", f"{TEXT}{number}")
    entries = discover([path], tmp_path / "out")
    opened: list[Path] = []
    real = zipfile.ZipFile

    def counted(path: Path) -> zipfile.ZipFile:
        opened.append(path)
        return real(path)

    monkeypatch.setattr(zipfile, "ZipFile", counted)
    texts = [entry.load().data.decode() for entry in entries]
    assert texts == [f"{TEXT}{entry.shown[len('包.zip/') : -4]}" for entry in entries]
    assert len(opened) == 1


def test_an_archive_mended_between_two_reads_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "包.zip"
    for number, text in enumerate((TEXT, TEXT + "（更正）")):
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.txt", text)
        os.utime(path, ns=(number + 1, number + 1))
        assert archives.read_member(path, 0).decode() == text


def test_a_file_keeps_its_key_when_it_changes_or_vanishes_during_the_run(tmp_path: Path) -> None:
    path = made(tmp_path / "年报" / "a.txt")
    (entry,) = discover([path.parent], tmp_path / "out")
    before = entry.key()
    assert before == Entry("a.txt", path).key()
    path.unlink()
    assert entry.key() == before


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may look anywhere")
def test_a_folder_that_may_not_be_looked_into_is_told(tmp_path: Path) -> None:
    made(tmp_path / "年报" / "a.txt")
    made(tmp_path / "年报" / "锁" / "b.txt")
    (tmp_path / "年报" / "锁").chmod(0)
    try:
        entries = discover([tmp_path / "年报"], tmp_path / "out")
    finally:
        (tmp_path / "年报" / "锁").chmod(0o700)
    assert [(entry.shown, entry.refused is not None) for entry in entries] == [
        ("a.txt", False),
        ("锁", True),
    ]


def test_a_folder_whose_listing_fails_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path / "年报" / "a.txt")
    made(tmp_path / "年报" / "锁" / "b.txt")
    real = os.scandir

    def denied(path: str) -> object:
        if str(path).endswith("锁"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", denied)
    entries = discover([tmp_path / "年报"], tmp_path / "out")
    assert [entry.shown for entry in entries if entry.refused] == ["锁"]


def test_results_written_among_the_reports_are_no_reports(tmp_path: Path) -> None:
    made(tmp_path / "a.txt")
    for name in (*OURS, "flags.未取-1.csv", f"{SHEETS}/柳湾县档案局2023.docx"):
        made(tmp_path / name)
        made(tmp_path / "上次" / name)
    # Elsewhere a file of that name is somebody's.
    made(tmp_path / "乙" / "flags.csv")
    assert shown([tmp_path], tmp_path) == ["a.txt", "乙/flags.csv"]


def test_all_that_commands_write_is_known_as_ours() -> None:
    lists = {FIXED, TO_LABEL, NOT_CASES}
    assert {*OUTPUTS, SENTENCES, REPORTING, *TABLES, *lists} == OURS


def packed(path: Path, names: dict[bytes, bytes]) -> None:
    """An archive that says of every name that it is UTF-8."""
    with zipfile.ZipFile(path, "w") as archive:
        for number, (name, text) in enumerate(names.items()):
            # As long as the name in bytes, and not ASCII, so that zipfile sets the flag itself.
            stand_in = "é" + chr(ord("a") + number) * (len(name) - 2)
            archive.writestr(stand_in, text)
    data = path.read_bytes()
    for number, name in enumerate(names):
        stand_in = "é" + chr(ord("a") + number) * (len(name) - 2)
        data = data.replace(stand_in.encode(), name)
    path.write_bytes(data)


def test_a_name_that_is_no_utf8_does_not_cost_the_archive(tmp_path: Path) -> None:
    """Packed as GBK with the wrong flag, or cut in the middle of a character."""
    path = tmp_path / "包.zip"
    cut = "水务局2023年年报".encode()[:-1]
    packed(path, {"档案局.txt".encode(): b"1", "财政局.txt".encode("gb18030"): b"2", cut: b"3"})
    entries = discover([path], tmp_path / "out")
    assert [(entry.shown, entry.load().data) for entry in entries] == [
        ("包.zip/档案局.txt", b"1"),
        ("包.zip/水务局2023年年\ufffd", b"3"),
        ("包.zip/财政局.txt", b"2"),
    ]


def test_such_an_archive_may_stand_behind_something_else(tmp_path: Path) -> None:
    """As one that unpacks itself does."""
    path = tmp_path / "包.zip"
    packed(path, {"财政局.txt".encode("gb18030"): b"2"})
    path.write_bytes(b"MZ" * 40 + path.read_bytes())
    (entry,) = discover([path], tmp_path / "out")
    assert (entry.shown, entry.load().data) == ("包.zip/财政局.txt", b"2")


def test_a_broken_archive_with_such_a_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "包.zip"
    packed(path, {"财政局.txt".encode("gb18030"): b"2"})
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(ReadingError):
        list(archives.members(path))
