"""Builds a bundle for an office without network: everything to install, in one ZIP.

`python -m extractor.offline DIR` on a machine with network (same system and Python as the office's,
or told by --platform and --python); the ZIP goes over on a stick; docs/offline.md says how.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "evaluation" / "examples"
_WHEELS = "wheelhouse"
# Read by people in front of a machine that says nothing else: plain, and both systems.
_INSTALL_SH = """#!/bin/sh
# 在没有网络的电脑上安装：sh install.sh
set -e
cd "$(dirname "$0")"
sha256sum -c SHA256SUMS --quiet
${PYTHON:-python3} -m venv nianjian-env
nianjian-env/bin/pip install --no-index --find-links wheelhouse nianjian
nianjian-env/bin/nianjian --version
"""
_INSTALL_BAT = """@echo off\r
rem Install without network: double-click, or run install.bat\r
cd /d "%~dp0"\r
py -3 -m venv nianjian-env || python -m venv nianjian-env || exit /b 1\r
nianjian-env\\Scripts\\pip install --no-index --find-links wheelhouse nianjian || exit /b 1\r
nianjian-env\\Scripts\\nianjian --version\r
"""


class BundleError(Exception):
    """A step failed; the message is pip's own."""


def build(
    folder: Path,
    source: Path = ROOT,
    platform: str | None = None,
    python: str | None = None,
    index: bool = True,
) -> Path:
    """The ZIP. Without `index` only our own wheel is in it: for where the rest is installed."""
    wheels = folder / _WHEELS
    shutil.rmtree(folder, ignore_errors=True)
    wheels.mkdir(parents=True)
    own = _own_wheel(source, wheels)
    if index:
        _download(own, wheels, platform, python)
    (folder / "install.sh").write_text(_INSTALL_SH, encoding="utf-8", newline="\n")
    (folder / "install.bat").write_bytes(_INSTALL_BAT.encode("ascii"))
    if EXAMPLES.is_dir():
        shutil.copytree(EXAMPLES, folder / "examples")
    for name in ("README.md", "README.zh-CN.md", "docs/offline.md"):
        shutil.copy2(source / name, folder / Path(name).name)
    _write_sums(folder)
    return _zipped(folder)


def _own_wheel(source: Path, wheels: Path) -> Path:
    _pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(wheels), str(source))
    return next(wheels.glob("nianjian-*.whl"))


def _download(own: Path, wheels: Path, platform: str | None, python: str | None) -> None:
    target: list[str] = []
    if platform or python:
        # For another machine pip may not build anything: only finished wheels fit.
        target = ["--only-binary", ":all:"]
        target += ["--platform", platform] if platform else []
        target += ["--python-version", python] if python else []
    _pip("download", "--dest", str(wheels), *target, str(own))


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise BundleError(done.stderr.strip() or done.stdout.strip())


def _write_sums(folder: Path) -> None:
    """A stick loses bytes; the installer looks before it installs."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n"
        for path in files
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


def _zipped(folder: Path) -> Path:
    target = folder.with_suffix(".zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as bundle:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            bundle.write(path, f"{folder.name}/{path.relative_to(folder).as_posix()}")
    return target


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m extractor.offline", description=__doc__)
    parser.add_argument("folder", type=Path, help="made anew; the ZIP is written beside it")
    parser.add_argument("--platform", help="of the office's machine, such as win_amd64")
    parser.add_argument("--python", help="of the office's machine, such as 3.11")
    options = parser.parse_args(arguments)
    if not (ROOT / "pyproject.toml").exists():
        print("Run this in a clone of the project.", file=sys.stderr)
        return 2
    try:
        target = build(options.folder, platform=options.platform, python=options.python)
    except BundleError as error:
        print(f"pip: {error}", file=sys.stderr)
        return 1
    size = target.stat().st_size / 1024 / 1024
    print(f"{target} ({size:.0f} MB)", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
