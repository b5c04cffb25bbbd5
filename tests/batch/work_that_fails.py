"""Work for the pool's tests: importable, so that spawned workers find it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.batch.inputs import Entry
    from extractor.batch.worker import Worked


def act(task: str) -> str:
    """Does what the task says."""
    if task == "crash":
        os.kill(os.getpid(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    if task == "hang":
        time.sleep(600)
    if task == "eat":
        return str(len(bytearray(8 * 1024**3)))
    if task.startswith("once:"):
        mark = Path(task[5:])
        if not mark.exists():
            mark.touch()
            os._exit(9)
    return task.upper()


def work(entry: Entry) -> Worked:
    """Reads reports, but some names do harm."""
    # The pool's own tests do without the reader: a spawned worker would load it each time.
    from extractor.batch.worker import work as real_work

    act(entry.path.stem)
    return real_work(entry)
