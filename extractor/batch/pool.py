"""Worker processes that may crash, hang or run out of memory at the cost of one file each."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from multiprocessing.context import BaseContext
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

T = TypeVar("T")
R = TypeVar("R")

# Enough tasks in flight that no worker waits, few enough that memory does not grow with the batch.
_IN_FLIGHT = 3
# A worker is replaced after this many reports: whatever a library leaks is given back.
_TASKS_PER_WORKER = 1000
# Far over what any report needs (some 200 MB), far under what would make an office machine swap.
MEMORY_LIMIT = 2 * 1024**3
_PARENT_WATCH_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Lost:
    """Why a task gave no result."""

    why: str
    """crash, timeout or memory."""


@dataclass(frozen=True, slots=True)
class Pool(Generic[T, R]):
    """`work` and `prepare` must be importable functions: they run in other processes."""

    work: Callable[[T], R]
    prepare: Callable[..., None] | None = None
    prepare_with: tuple[object, ...] = ()
    jobs: int = 1
    seconds: float = 180
    """Wall-clock limit for one task."""
    method: str | None = None
    """spawn, fork or forkserver; None: what suits the system."""

    def results(self, tasks: Iterable[T]) -> Iterator[tuple[T, R | Lost]]:
        """Each task with its result, in the order in which they end."""
        waiting = enumerate(tasks)
        again: set[int] = set()
        with self._started() as pool:
            try:
                running: dict[Future[R], tuple[int, T]] = {}
                self._fill(pool, running, waiting)
                while running:
                    done, _ = wait(running, return_when=FIRST_COMPLETED)
                    for future in done:
                        number, task = running.pop(future)
                        outcome = _outcome(future)
                        if outcome == Lost("crash") and number not in again:
                            # Killed from outside, perhaps for a neighbour's memory: once more.
                            again.add(number)
                            running[self._scheduled(pool, task)] = (number, task)
                        else:
                            yield task, outcome
                    self._fill(pool, running, waiting)
            except BaseException:
                pool.stop()  # type: ignore[no-untyped-call]
                raise

    def _started(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self.jobs,
            max_tasks=_TASKS_PER_WORKER,
            initializer=_begin,
            initargs=(os.getpid(), self.prepare, self.prepare_with),
            context=_context(self.method),
        )

    def _scheduled(self, pool: ProcessPool, task: T) -> Future[R]:
        future: Future[R] = pool.schedule(self.work, args=(task,), timeout=self.seconds)
        return future

    def _fill(
        self,
        pool: ProcessPool,
        running: dict[Future[R], tuple[int, T]],
        waiting: Iterator[tuple[int, T]],
    ) -> None:
        while len(running) < self.jobs * _IN_FLIGHT:
            try:
                number, task = next(waiting)
            except StopIteration:
                return
            running[self._scheduled(pool, task)] = (number, task)


def _outcome(future: Future[R]) -> R | Lost:
    try:
        return future.result()
    except TimeoutError:
        return Lost("timeout")
    except ProcessExpired:
        return Lost("crash")
    except MemoryError:
        return Lost("memory")


def _context(method: str | None) -> BaseContext:
    """forkserver where there is one: workers share the loaded libraries' memory, no threads are
    forked. Windows and macOS only spawn."""
    method = method or os.environ.get("NIANJIAN_START_METHOD") or None
    available = multiprocessing.get_all_start_methods()
    if method is None:
        method = "forkserver" if "forkserver" in available and sys.platform != "darwin" else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload(["extractor.batch.worker"])
    return context


def _begin(
    parent: int, prepare: Callable[..., None] | None, prepare_with: tuple[object, ...]
) -> None:
    _limit_memory()
    _die_with(parent)
    if prepare is not None:
        prepare(*prepare_with)


def _limit_memory() -> None:
    """A report that eats all memory then fails by itself, before the system chooses a victim."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
    if soft == resource.RLIM_INFINITY or soft > limit:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


def _die_with(parent: int) -> None:
    """A worker whose run was killed must not live on and hold files open."""

    def watch() -> None:
        while _alive(parent):
            time.sleep(_PARENT_WATCH_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _alive(pid: int) -> bool:
    if sys.platform == "win32":
        process = multiprocessing.parent_process()
        return process is None or process.is_alive()
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
