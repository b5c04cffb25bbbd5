"""Tests never touch what a person keeps: verdicts go to a folder of the test run."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

# At import, before any module asks where the store is; child processes inherit it.
os.environ["NIANJIAN_STORE"] = str(Path(tempfile.mkdtemp(prefix="nianjian-")) / "verdicts.jsonl")


@pytest.fixture(autouse=True)
def _a_store_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A verdict given in one test mutes nothing in another."""
    monkeypatch.setenv("NIANJIAN_STORE", str(tmp_path / "store" / "verdicts.jsonl"))
