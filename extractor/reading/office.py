"""LibreOffice as a reader of last resort: formats and damage that are not read natively."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from extractor.reading.document import Document, Format, ReadingError
from extractor.reading.source import MAX_FILE_BYTES, Source

# A long report takes LibreOffice some seconds, its first start with a new profile some ten more.
TIMEOUT = 90.0

_POLL = 0.05
# So many starts in a row without any result: LibreOffice itself is broken, not the files.
_MAX_IN_VAIN = 3
_PLACES = (
    "/usr/bin/soffice",
    "/usr/local/bin/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "~/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
)
# The file's content, not its name, decides what LibreOffice takes it for: .wps is also MS Works.
_SUFFIXES = {b"\xd0\xcf\x11\xe0": ".doc", b"{\\rt": ".rtf", b"PK\x03\x04": ".docx"}
# No macros, no links followed, no questions: these are strangers' files.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""

_MISSING = "读取这种文件需要 LibreOffice：请安装 LibreOffice，或用 Word、WPS 另存为 DOCX 后再试。"
_FAILED = "LibreOffice 无法读取这个文件：请检查文件能否打开，或用 Word、WPS 另存为 DOCX 后再试。"
_NOTE = "由 LibreOffice 转换后读取"


def available() -> bool:
    """Whether LibreOffice is installed."""
    return _program() is not None


def read_by_office(source: Source, format: Format) -> Document:
    """The document as LibreOffice understands it; P106 without LibreOffice, P101 if it fails."""
    from extractor.reading.docx import read_docx

    if not available():
        raise ReadingError("P106", _MISSING)
    with _folder() as folder:
        path = folder / "file"
        path.write_bytes(source.data)
        converted = convert([path], TIMEOUT)[path]
    if converted is None:
        raise ReadingError("P101", _FAILED)
    document = read_docx(Source(source.path, converted))
    return replace(document, format=format, notes=(*document.notes, _NOTE))


def convert(paths: Sequence[Path], timeout: float) -> dict[Path, bytes | None]:
    """DOCX bytes per file, None where LibreOffice fails or makes nothing within `timeout` seconds.

    One start serves all files; after a crash or a standstill the rest is tried without the culprit.
    """
    program = _program()
    results: dict[Path, bytes | None] = dict.fromkeys(paths)
    if program is None or not results:
        return results
    with _folder() as folder:
        waiting = _laid_out(list(results), folder)
        in_vain = 0
        while waiting and in_vain < _MAX_IN_VAIN:
            finished = _run(program, folder, list(waiting.values()), timeout)
            made = {path: _result(folder, copy) for path, copy in waiting.items()}
            results.update(made)
            if finished:
                break
            in_vain = 0 if any(made.values()) else in_vain + 1
            # Files are worked on in order: the first without a result brought it to a stop.
            left = [path for path in waiting if made[path] is None]
            waiting = {path: waiting[path] for path in left[1:]}
    return results


def _program() -> str | None:
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return found
    places = (str(Path(place).expanduser()) for place in _PLACES)
    return next((place for place in places if os.access(place, os.X_OK)), None)


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    # On Windows a process just ended may hold a file for a moment longer.
    with tempfile.TemporaryDirectory(prefix="nianjian-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def _laid_out(paths: Sequence[Path], folder: Path) -> dict[Path, Path]:
    """Copies under plain names in a folder of their own, with LibreOffice's profile beside it."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    (folder / "in").mkdir()
    copies = {}
    for number, path in enumerate(paths):
        with path.open("rb") as file:
            suffix = _SUFFIXES.get(file.read(4), path.suffix)
        copies[path] = folder / "in" / f"{number:06d}{suffix}"
        shutil.copyfile(path, copies[path])
    return copies


def _run(program: str, folder: Path, copies: Sequence[Path], timeout: float) -> bool:
    """One start of LibreOffice; False if it crashed or no new result came for `timeout` seconds."""
    out = folder / "out"
    out.mkdir(exist_ok=True)
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), *map(str, copies)]
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    )
    try:
        return _wait(process, out, timeout) == 0
    finally:
        _end(process)


def _wait(process: subprocess.Popen[bytes], out: Path, timeout: float) -> int | None:
    """The exit code, or None at a standstill."""
    made, since = -1, time.monotonic()
    while process.poll() is None:
        now = sum(1 for _ in out.iterdir())
        if now != made:
            made, since = now, time.monotonic()
        elif time.monotonic() - since > timeout:
            return None
        time.sleep(_POLL)
    return process.returncode


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends the starter and what it started, which may outlive it."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(process.pid)],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _result(folder: Path, copy: Path) -> bytes | None:
    made = folder / "out" / f"{copy.stem}.docx"
    if not made.is_file() or made.stat().st_size > MAX_FILE_BYTES or not zipfile.is_zipfile(made):
        return None
    return made.read_bytes()
