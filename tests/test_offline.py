"""The bundle for an office without network installs with --no-index and does the main job."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from extractor.offline import EXAMPLES, build


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With our own wheel only: the index is no part of a test. CI builds the whole one too."""
    pytest.importorskip("hatchling", reason="building a wheel needs hatchling")
    target = build(tmp_path_factory.mktemp("offline") / "nianjian-offline", index=False)
    with zipfile.ZipFile(target) as packed:
        packed.extractall(target.parent / "over")
    return target.parent / "over" / "nianjian-offline"


def _python(folder: Path) -> Path:
    """A fresh environment that finds the dependencies, but not nianjian, where they are."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    ours = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(site) / "dependencies.pth").write_text("\n".join(sorted(ours)), encoding="utf-8")
    return python


def test_it_installs_without_an_index_and_scores_the_examples(bundle: Path, tmp_path: Path) -> None:
    python = _python(tmp_path / "env")
    install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-index",
        "--no-deps",
        "--force-reinstall",
        "--find-links",
    ]
    subprocess.run(
        [str(python), *install, str(bundle / "wheelhouse"), "nianjian"], check=True, cwd=tmp_path
    )
    told = subprocess.run(
        [python, "-c", "import extractor; print(extractor.__file__)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert str(tmp_path / "env") in told.stdout
    done = subprocess.run(
        [python, "-m", "extractor", "score", str(bundle / "examples"), "--out", "结果"],
        check=False,
        cwd=tmp_path,
    )
    assert done.returncode == 3, "the examples hold one broken file"
    lines = (tmp_path / "结果" / "reports.jsonl").read_text(encoding="utf-8").splitlines()
    status = [json.loads(line)["status"] for line in lines]
    assert len(lines) == sum(1 for path in EXAMPLES.rglob("*") if path.is_file())
    assert status.count("ok") >= 6


def test_the_sums_hold(bundle: Path) -> None:
    done = subprocess.run(["sha256sum", "-c", "SHA256SUMS", "--quiet"], cwd=bundle, check=False)
    assert done.returncode == 0


def test_it_holds_what_an_office_needs(bundle: Path) -> None:
    names = {path.name for path in bundle.iterdir()}
    assert {"install.sh", "install.bat", "offline.md", "README.zh-CN.md", "examples"} <= names


def test_the_wheel_brings_the_model_and_the_labels_to_retrain_it(bundle: Path) -> None:
    (wheel,) = (bundle / "wheelhouse").glob("nianjian-*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
    for model in ("again", "default", "meant", "unanswered"):
        assert f"extractor/_models/{model}/manifest.json" in names
    for name in ("development.jsonl", "held.jsonl"):
        assert f"extractor/_training_data/labels/{name}" in names
