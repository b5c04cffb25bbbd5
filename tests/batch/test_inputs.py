"""What a run reads: order, names, archives, and what is left out."""

from __future__ import annotations

import os
import sys
import zipfile
from pathlib import Path

import pytest

from extractor.batch.inputs import Entry, discover
from extractor.reading import ReadingError

TEXT = "柳湾县档案局2023年政府信息公开工作年度报告"


def made(path: Path, text: str = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def shown(paths: list[Path], out: Path) -> list[str]:
    return [entry.shown for entry in discover(paths, out)]


def packed(path: Path, names: dict[str, str], encoding: str = "utf-8") -> Path:
    """A ZIP whose names stand in it as these bytes, without the flag that says UTF-8."""
    with zipfile.ZipFile(path, "w") as archive:
        for number, text in enumerate(names.values()):
            archive.writestr(f"{number:08d}", text)
    data = path.read_bytes()
    for number, name in enumerate(names):
        raw = name.encode(encoding)
        blank = f"{number:08d}".encode()
        # Same length, so that offsets inside the archive stay right.
        assert len(raw) == len(blank), name
        data = data.replace(blank, raw)
    path.write_bytes(data)
    return path


def test_folders_are_read_through_in_a_fixed_order(tmp_path: Path) -> None:
    for name in ("乙 县/年报.txt", "甲县/年报.txt", "总.txt"):
        made(tmp_path / "年 报" / name)
    listed = shown([tmp_path / "年 报"], tmp_path / "out")
    assert listed == sorted(["乙 县/年报.txt", "甲县/年报.txt", "总.txt"])


def test_rubbish_and_our_own_results_are_left_out(tmp_path: Path) -> None:
    for name in ("a.txt", "~$a.docx", "Thumbs.db", ".DS_Store", "__MACOSX/a.txt", ".git/a.txt"):
        made(tmp_path / name)
    made(tmp_path / "结果" / "flags.csv")
    made(tmp_path / "结果" / ".nianjian" / "journal.jsonl")
    assert shown([tmp_path], tmp_path / "结果") == ["a.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = made(tmp_path / "a.txt")
    assert shown([tmp_path, path, path], tmp_path / "out") == ["a.txt"]


def test_one_name_in_two_folders_stays_two_reports(tmp_path: Path) -> None:
    folders = [made(tmp_path / name / "年报.txt").parent for name in ("甲县", "乙县")]
    assert shown(folders, tmp_path / "out") == sorted(["甲县/年报.txt", "乙县/年报.txt"])
    files = [folder / "年报.txt" for folder in folders]
    assert shown(files, tmp_path / "out") == ["年报.txt", "年报.txt (2)"]


@pytest.mark.parametrize(
    ("names", "encoding"),
    [(["甲乙丙丁"], "gbk"), (["年报.a"], "utf-8"), (["甲/乙.d", "甲/丙.d"], "gbk")],
)
def test_names_in_archives_are_read_as_they_were_meant(
    tmp_path: Path, names: list[str], encoding: str
) -> None:
    padded = {name.ljust(len(name) + 8 - len(name.encode(encoding)), "x"): TEXT for name in names}
    path = packed(tmp_path / "报送.zip", padded, encoding)
    assert shown([path], tmp_path / "out") == sorted(f"报送.zip/{name}" for name in padded)


def test_members_are_read(tmp_path: Path) -> None:
    path = tmp_path / "报送.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("甲县/年报.txt", "一")
        archive.writestr("__MACOSX/甲县/._年报.txt", "x")
        archive.writestr("甲县/空.txt", "")
    entries = {entry.shown: entry for entry in discover([tmp_path], tmp_path / "out")}
    assert list(entries) == ["报送.zip/甲县/年报.txt", "报送.zip/甲县/空.txt"]
    assert entries["报送.zip/甲县/年报.txt"].load().data == "一".encode()
    with pytest.raises(ReadingError, match="空的"):
        entries["报送.zip/甲县/空.txt"].load()


@pytest.mark.parametrize("name", ["年报.rar", "年报.7z", "年报.tar.gz"])
def test_other_archives_are_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    made(tmp_path / name)
    (entry,) = discover([tmp_path], tmp_path / "out")
    with pytest.raises(ReadingError, match="解压") as told:
        entry.load()
    assert told.value.code == "P106"


def test_an_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "报送.zip", "w") as archive:
        archive.writestr("内.zip", b"PK")
    (entry,) = discover([tmp_path], tmp_path / "out")
    assert entry.refused is not None


def test_a_broken_archive_is_one_row(tmp_path: Path) -> None:
    path = tmp_path / "坏.zip"
    path.write_bytes(b"PK\x03\x04 broken")
    (entry,) = discover([tmp_path], tmp_path / "out")
    assert entry.shown == "坏.zip"


def test_a_word_file_named_zip_is_a_document(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "年报.zip", "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w/>")
    assert shown([tmp_path], tmp_path / "out") == ["年报.zip"]


def test_a_changed_file_has_another_key(tmp_path: Path) -> None:
    path = made(tmp_path / "a.txt")
    before = Entry("a.txt", path).key()
    assert Entry("a.txt", path).key() == before
    path.write_text(TEXT + "。", encoding="utf-8")
    assert Entry("a.txt", path).key() != before


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps names as bytes")
def test_names_that_are_gbk_bytes_are_readable(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/" + "年报.txt".encode("gbk")
    with open(raw, "wb") as file:
        file.write(TEXT.encode())
    (entry,) = discover([tmp_path], tmp_path / "out")
    assert entry.shown == "年报.txt"
    assert entry.load().data == TEXT.encode()
