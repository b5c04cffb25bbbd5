"""LibreOffice as a reader: found, fed many files at once, and never left running."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
import time
from pathlib import Path

import pytest

from extractor.reading import office
from extractor.reading.document import ReadingError
from extractor.reading.source import Source

DATA = Path(__file__).parent / "data" / "doc"
RTF = (
    rb"{\rtf1\ansi\deff0{\fonttbl{\f0 SimSun;}}\uc1\pard \u19968?\u12289?\u24635?\u20307?\par"
    rb"\trowd\cellx3000\cellx6000\pard\intbl 12\cell 34\cell\row\pard end\par}"
)
# A stand-in for LibreOffice that copies a DOCX to each result, until a file's content stops it.
STAND_IN = """#!{python}
import shutil, subprocess, sys, time
from pathlib import Path
out = Path(sys.argv[sys.argv.index("--outdir") + 1])
with open({log!r}, "a") as log:
    log.write("start\\n")
for name in sys.argv[sys.argv.index("--outdir") + 2:]:
    text = Path(name).read_text()
    if "hang" in text:
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        Path({pid!r}).write_text(str(child.pid))
        time.sleep(60)
    if "crash" in text:
        sys.exit(77)
    if "fail" not in text:
        shutil.copyfile({docx!r}, out / (Path(name).stem + ".docx"))
"""

real = pytest.mark.skipif(not office.available(), reason="LibreOffice is not installed")
posix = pytest.mark.skipif(os.name != "posix", reason="the stand-in is a POSIX script")


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the stand-in as LibreOffice, its log, and a folder for temporary files."""
    docx = tmp_path / "result.docx"
    docx.write_bytes(b"PK\x05\x06" + bytes(18))
    program = tmp_path / "soffice"
    words = {"log": str(tmp_path / "log"), "pid": str(tmp_path / "pid"), "docx": str(docx)}
    program.write_text(STAND_IN.format(python=sys.executable, **words))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(office, "_program", lambda: str(program))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return tmp_path


def files(folder: Path, *texts: str) -> list[Path]:
    paths = []
    for number, text in enumerate(texts):
        (folder / str(number)).mkdir()
        paths.append(folder / str(number) / "同名.doc")
        paths[-1].write_text(text)
    return paths


@posix
def test_one_start_for_all_and_a_file_that_fails(stand_in: Path) -> None:
    paths = files(stand_in, "a", "fail", "c")
    made = office.convert(paths, 30)
    assert [made[path] is not None for path in paths] == [True, False, True]
    assert (stand_in / "log").read_text().count("start") == 1
    assert list((stand_in / "temporary").iterdir()) == []


@posix
def test_the_rest_is_read_after_a_crash(stand_in: Path) -> None:
    paths = files(stand_in, "a", "crash", "c", "d")
    made = office.convert(paths, 30)
    assert [made[path] is not None for path in paths] == [True, False, True, True]
    assert (stand_in / "log").read_text().count("start") == 2


@posix
def test_a_standstill_ends_with_all_its_processes(stand_in: Path) -> None:
    paths = files(stand_in, "a", "hang", "c")
    begin = time.monotonic()
    made = office.convert(paths, 1.5)
    assert time.monotonic() - begin < 10
    assert [made[path] is not None for path in paths] == [True, False, True]
    assert ended(int((stand_in / "pid").read_text()))
    assert list((stand_in / "temporary").iterdir()) == []


def ended(process: int) -> bool:
    """Whether it is gone, or dead and only not yet collected by the system."""
    for _ in range(40):
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


@posix
def test_a_broken_installation_is_not_tried_for_every_file(stand_in: Path) -> None:
    made = office.convert(files(stand_in, *["crash"] * 9), 30)
    assert set(made.values()) == {None}
    assert (stand_in / "log").read_text().count("start") == 3


@posix
def test_what_libreoffice_cannot_read(stand_in: Path) -> None:
    with pytest.raises(ReadingError) as caught:
        office.read_by_office(Source(Path("a.rtf"), b"{\\rtf1 fail}"), "rtf")
    assert caught.value.code == "P101"


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_program", lambda: None)
    assert not office.available()
    assert office.convert([Path("a.doc")], 1) == {Path("a.doc"): None}
    with pytest.raises(ReadingError) as caught:
        office.read_by_office(Source(Path("a.rtf"), RTF), "rtf")
    assert caught.value.code == "P106"
    assert "LibreOffice" in caught.value.message


def test_it_is_found_in_its_usual_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_PLACES", (str(tmp_path / "none"), str(tmp_path / "soffice")))
    assert not office.available()
    (tmp_path / "soffice").write_text("")
    (tmp_path / "soffice").chmod(0o755)
    assert office.available()


@real
def test_rtf_by_libreoffice() -> None:
    document = office.read_by_office(Source(Path("报告.rtf"), RTF), "rtf")
    assert [each.text for each in document.paragraphs] == ["一、总体", "end"]
    assert [cell.text for cell in document.tables[0].cells] == ["12", "34"]
    assert document.format == "rtf"
    assert any("LibreOffice" in note for note in document.notes)
