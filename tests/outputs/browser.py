"""Chromium without a window: the page as a browser builds it, and its picture."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
COMMAND = next((path for name in _NAMES if (path := shutil.which(name))), None)
needs_browser = pytest.mark.skipif(
    COMMAND is None, reason="no Chromium here: the page cannot be looked at"
)
_SECONDS = 120


def dom(page: Path, where: str = "", size: str = "1366,768", waited: int = 0) -> str:
    """The document after its scripts ran (and `waited` milliseconds), without them."""
    wait = [f"--virtual-time-budget={waited}"] if waited else []
    html = _run(page, where, size, "--dump-dom", *wait).decode("utf-8")
    return re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)


def picture(page: Path, to: Path, where: str = "", size: str = "1366,768") -> Path:
    _run(page, where, size, f"--screenshot={to}")
    return to


def _run(page: Path, where: str, size: str, *options: str) -> bytes:
    assert COMMAND is not None
    command = [COMMAND, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    profile = page.parent / "profile"
    command += [f"--user-data-dir={profile}", f"--window-size={size}", *options]
    done = subprocess.run(
        [*command, page.as_uri() + where],
        capture_output=True,
        timeout=_SECONDS,
        check=True,
    )
    return done.stdout
