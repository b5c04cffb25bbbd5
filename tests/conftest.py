"""Tests never touch what a person keeps: verdicts and models go to a folder of the test run."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

# At import, before any module asks where the store is; child processes inherit it.
_KEPT = Path(tempfile.mkdtemp(prefix="nianjian-"))
os.environ["NIANJIAN_STORE"] = str(_KEPT / "verdicts.jsonl")
os.environ["NIANJIAN_MODELS"] = str(_KEPT / "models")


@pytest.fixture(autouse=True)
def _a_store_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A verdict given in one test mutes nothing in another."""
    monkeypatch.setenv("NIANJIAN_STORE", str(tmp_path / "store" / "verdicts.jsonl"))


@pytest.fixture(autouse=True)
def _models_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model promoted in one test answers in no other."""
    monkeypatch.setenv("NIANJIAN_MODELS", str(tmp_path / "models"))
