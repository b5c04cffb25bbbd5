"""Tests never touch what a person keeps: verdicts go to a folder of the test run."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

# At import, before any module asks where the store is; child processes inherit it.
os.environ["NIANJIAN_STORE"] = str(Path(tempfile.mkdtemp(prefix="nianjian-")) / "verdicts.jsonl")
