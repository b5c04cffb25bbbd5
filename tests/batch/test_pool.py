"""A crash, a hang, a memory blow-up cost their own task and nothing else."""

from __future__ import annotations

import multiprocessing
import sys
from pathlib import Path

import pytest

from extractor.batch.pool import Lost, Pool
from tests.batch.work_that_fails import act

METHODS = [
    m for m in ("fork", "spawn", "forkserver") if m in multiprocessing.get_all_start_methods()
]


@pytest.mark.parametrize("method", METHODS)
def test_bad_tasks_cost_only_themselves(method: str) -> None:
    tasks = ["a", "crash", "b", "hang", "c", "d", "e", "f"]
    pool: Pool[str, str] = Pool(work=act, jobs=2, seconds=4, method=method)
    outcomes = dict(pool.results(tasks))
    assert outcomes == {task: task.upper() for task in "abcdef"} | {
        "crash": Lost("crash"),
        "hang": Lost("timeout"),
    }


@pytest.mark.skipif(sys.platform != "linux", reason="the limit is the system's, known on Linux")
def test_a_memory_blow_up_is_told() -> None:
    pool: Pool[str, str] = Pool(work=act, jobs=1, seconds=60)
    assert dict(pool.results(["eat", "a"])) == {"eat": Lost("memory"), "a": "A"}


def test_a_worker_killed_from_outside_gets_its_task_again(tmp_path: Path) -> None:
    task = f"once:{tmp_path / 'mark'}"
    pool: Pool[str, str] = Pool(work=act, jobs=1, seconds=60)
    assert dict(pool.results([task])) == {task: task.upper()}


def test_no_task_is_no_error() -> None:
    pool: Pool[str, str] = Pool(work=act)
    assert list(pool.results([])) == []
