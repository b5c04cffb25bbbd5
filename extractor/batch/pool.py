"""Worker processes that may crash, hang or run out of memory at the cost of one file each."""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
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
# What every worker needs, loaded before they are forked.
_PRELOAD = "extractor.batch.preload"
_LOOK_SECONDS = 1.0
# Past a task's own limit: a worker killed while it held the queue's lock leaves the others waiting.
_STALLED_SECONDS = 30.0
# Workers that cannot even start (no memory, no processes left) must end the run, not loop.
_BREAKS_WITHOUT_RESULT = 5


# For systems on which the usual way of starting workers does not work.
_METHOD = "NIANJIAN_START_METHOD"


class StartMethodError(Exception):
    """Workers cannot be started in the way that the environment asks for."""

    def __init__(self, method: str, available: list[str]) -> None:
        super().__init__(method)
        names = "、".join(available), ", ".join(available)
        self.zh = f"环境变量 {_METHOD}={method} 不可用：请改为 {names[0]} 之一，或不设置。"
        self.en = f"{_METHOD}={method} is no way to start workers here: {names[1]}, or leave it."


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
        waiting = _Waiting(enumerate(tasks))
        again: set[int] = set()
        breaks = 0
        while True:
            try:
                for done in self._until_broken(waiting, again):
                    breaks = 0
                    yield done
                return
            except BrokenProcessPool:
                # The server that forks workers was killed, or a worker while it was starting.
                breaks += 1
                if breaks > _BREAKS_WITHOUT_RESULT:
                    raise

    def _until_broken(self, waiting: _Waiting[T], again: set[int]) -> Iterator[tuple[T, R | Lost]]:
        """Results of one set of workers; what it leaves undone goes back to the waiting."""
        running: dict[Future[R], tuple[int, T]] = {}
        with self._started() as pool:
            try:
                self._fill(pool, running, waiting)
                while running:
                    for future in self._ended(pool, running):
                        outcome = _outcome(future)
                        number, task = running.pop(future)
                        if outcome == Lost("crash") and number not in again:
                            # Killed from outside, perhaps for a neighbour's memory: once more.
                            again.add(number)
                            waiting.back((number, task))
                        else:
                            yield task, outcome
                    self._fill(pool, running, waiting)
            except BaseException:
                pool.stop()  # type: ignore[no-untyped-call]
                for undone in running.values():
                    waiting.back(undone)
                raise

    def _ended(self, pool: ProcessPool, running: Iterable[Future[R]]) -> set[Future[R]]:
        """The next futures that are done; of a pool that broke silently none ever would be."""
        patience = time.monotonic() + self.seconds + _STALLED_SECONDS
        while True:
            done, _ = wait(running, timeout=_LOOK_SECONDS, return_when=FIRST_COMPLETED)
            if done:
                return done
            if not pool.active or time.monotonic() > patience:
                raise BrokenProcessPool

    def _started(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self.jobs,
            max_tasks=_TASKS_PER_WORKER,
            initializer=_begin,
            initargs=(os.getpid(), self.prepare, self.prepare_with),
            context=_context(self.method),
        )

    def _fill(
        self, pool: ProcessPool, running: dict[Future[R], tuple[int, T]], waiting: _Waiting[T]
    ) -> None:
        while len(running) < self.jobs * _IN_FLIGHT and (first := waiting.next()) is not None:
            try:
                future: Future[R] = pool.schedule(self.work, args=(first[1],), timeout=self.seconds)
            except RuntimeError as error:  # what a broken pool answers
                waiting.back(first)
                raise BrokenProcessPool from error
            running[future] = first


class _Waiting(Generic[T]):
    """Numbered tasks still to do; those that come back go first."""

    def __init__(self, tasks: Iterator[tuple[int, T]]) -> None:
        self._tasks = tasks
        self._back: list[tuple[int, T]] = []

    def next(self) -> tuple[int, T] | None:
        return self._back.pop() if self._back else next(self._tasks, None)

    def back(self, task: tuple[int, T]) -> None:
        self._back.append(task)


def _outcome(future: Future[R]) -> R | Lost:
    try:
        return future.result()
    except TimeoutError:
        return Lost("timeout")
    except ProcessExpired:
        return Lost("crash")
    except MemoryError:
        return Lost("memory")
    except BrokenProcessPool:
        raise
    except Exception:
        # Whatever one task raised, the others go on.
        return Lost("crash")


def _context(method: str | None) -> BaseContext:
    """forkserver where there is one: workers share the loaded libraries' memory, no threads are
    forked. Windows and macOS only spawn."""
    method = method or os.environ.get(_METHOD) or None
    available = multiprocessing.get_all_start_methods()
    if method is not None and method not in available:
        raise StartMethodError(method, available)
    if method is None:
        method = "forkserver" if "forkserver" in available and sys.platform != "darwin" else "spawn"
    context = multiprocessing.get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload([_PRELOAD])
    return context


def start_early() -> None:
    """Lets the workers' server load its libraries while the main process has other things to do."""
    if _context(None).get_start_method() == "forkserver":
        from multiprocessing import forkserver  # absent on Windows

        forkserver.ensure_running()


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
