"""The pool's own processes may be killed too, at the worst moments: no task is lost by it."""

from __future__ import annotations

import os
import signal
import sys
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from extractor.batch.pool import Pool

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kills a fork server")
TASKS = ["a", "b", "c", "d", "e", "f"]


def kill_the_server_once(task: str) -> str:
    """The fork server is the workers' parent."""
    mark, letter = task.split(":")
    if letter == "c" and not Path(mark).exists():
        Path(mark).touch()
        os.kill(os.getppid(), signal.SIGKILL)
    return letter.upper()


def plain(task: str) -> str:
    return task.upper()


def die_at_the_start_once(mark: str, with_the_server: bool) -> None:
    if not Path(mark).exists():
        Path(mark).touch()
        if with_the_server:
            os.kill(os.getppid(), signal.SIGKILL)
        os._exit(9)


def die_at_the_start(_: str) -> None:
    os._exit(9)


def test_a_killed_fork_server_is_replaced(tmp_path: Path) -> None:
    tasks = [f"{tmp_path / 'mark'}:{letter}" for letter in TASKS]
    pool: Pool[str, str] = Pool(work=kill_the_server_once, jobs=2, seconds=60, method="forkserver")
    outcomes = list(pool.results(tasks))
    assert sorted(outcomes) == [(task, task[-1].upper()) for task in tasks]


@pytest.mark.parametrize(("method", "server"), [("forkserver", True), ("fork", False)])
def test_a_worker_killed_while_it_starts_costs_nothing(
    tmp_path: Path, method: str, server: bool
) -> None:
    pool: Pool[str, str] = Pool(
        work=plain,
        prepare=die_at_the_start_once,
        prepare_with=(str(tmp_path / "mark"), server),
        jobs=1,
        seconds=60,
        method=method,
    )
    assert sorted(pool.results(TASKS)) == [(task, task.upper()) for task in TASKS]


def test_workers_that_never_start_end_the_run() -> None:
    pool: Pool[str, str] = Pool(
        work=plain, prepare=die_at_the_start, prepare_with=("",), jobs=1, seconds=60, method="fork"
    )
    with pytest.raises(BrokenProcessPool):
        list(pool.results(TASKS))
