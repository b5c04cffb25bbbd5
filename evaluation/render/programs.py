"""LibreOffice and Chromium as producers, each with a profile of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Collection
from pathlib import Path

# A file takes it well under a second; on a busy machine the first one waits for it to start.
SOFFICE_SECONDS_TO_START, SOFFICE_SECONDS_PER_FILE = 120, 6
CHROMIUM_SECONDS_PER_FILE = 120
_FILTERS = {"pdf": "pdf", "docx": "docx", "doc": "doc:MS Word 97", "rtf": "rtf"}


def soffice() -> str | None:
    """LibreOffice's command, if it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def chromium() -> str | None:
    """Chromium's command, if it is installed."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return next((path for name in names if (path := shutil.which(name))), None)


def convert(command: str, files: list[Path], kind: str, folder: Path, profile: Path) -> None:
    """All files to one format in one call of LibreOffice."""
    folder.mkdir(parents=True, exist_ok=True)
    arguments = [command, f"-env:UserInstallation={profile.resolve().as_uri()}", "--headless"]
    arguments += ["--convert-to", _FILTERS[kind], "--outdir", str(folder), *map(str, files)]
    _run(arguments, SOFFICE_SECONDS_TO_START + SOFFICE_SECONDS_PER_FILE * len(files))
    if kind == "pdf":
        for file in files:
            _settle(folder / f"{file.stem}.pdf")


def print_pages(
    command: str, pages: list[Path], folder: Path, profile: Path, untagged: Collection[str]
) -> None:
    """HTML files to PDF, printed by Chromium one by one; `untagged` are the names without tags."""
    folder.mkdir(parents=True, exist_ok=True)
    for page in pages:
        target = folder / f"{page.stem}.pdf"
        arguments = [command, "--headless", "--disable-gpu", "--no-pdf-header-footer"]
        arguments += ["--disable-pdf-tagging"] if page.stem in untagged else []
        # As root (containers) Chromium refuses to start with its sandbox.
        arguments += ["--no-sandbox"] if os.geteuid() == 0 else []
        arguments += [f"--user-data-dir={profile}", f"--print-to-pdf={target}"]
        _run([*arguments, page.resolve().as_uri()], CHROMIUM_SECONDS_PER_FILE)
        _settle(target)


def _run(arguments: list[str], seconds: int) -> None:
    done = subprocess.run(arguments, capture_output=True, timeout=seconds, check=False)
    if done.returncode:
        raise RuntimeError(f"{arguments[0]}: {done.stderr.decode('utf-8', 'replace')[-500:]}")


def _settle(path: Path) -> None:
    """Dates and ids in a PDF become constants of the same length, so that runs agree."""
    data = path.read_bytes()
    data = re.sub(rb"(/(?:CreationDate|ModDate)\s*\(D:)\d{14}", rb"\g<1>20200101000000", data)
    data = re.sub(
        rb"(/ID\s*\[[^\]]*\]|/DocChecksum\s*/[0-9A-F]+)",
        lambda match: re.sub(rb"[0-9A-F]{32}", b"0" * 32, match[0]),
        data,
    )
    path.write_bytes(data)
