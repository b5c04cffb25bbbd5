"""The output folder: one run at a time, and whole files or the old ones, never half of one."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from extractor.checks.model import Said

# Everything unfinished lies here, inside the output folder: the last step is then a rename on one
# file system, which cannot stop halfway.
WORK = ".nianjian"
_JOURNAL = "journal.jsonl"
_LOCK = "lock"
_NO_SPACE = (errno.ENOSPC, errno.EDQUOT) if hasattr(errno, "EDQUOT") else (errno.ENOSPC,)


class WorkplaceError(Exception):
    """The output folder cannot be used: says why and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.said = Said(zh, en)


class Workplace:
    def __init__(self, out: Path) -> None:
        self.out = out
        self.journal = out / WORK / _JOURNAL

    def part(self, name: str) -> Path:
        """Where an output is written before it is whole."""
        return self.out / WORK / f"{name}.part"

    def promote(self, names: list[str]) -> None:
        """All outputs take their places; a locked one is told before the first is touched."""
        for name in names:
            self._free(self.out / name)
        for name in names:
            with told(self.out / name):
                os.replace(self.part(name), self.out / name)

    def clear(self) -> None:
        """Called while the lock is held: the next run, if it has begun, must not lose its own."""
        for path in (self.out / WORK).iterdir():
            # Windows keeps the lock until it is released: `_tidy` has it then.
            with suppress(OSError):
                path.unlink()

    def check_free(self, names: list[str]) -> None:
        """Better told before an hour's work than after it."""
        for name in names:
            self._free(self.out / name)

    def _free(self, path: Path) -> None:
        if not path.exists():
            return
        if path.is_dir():
            raise WorkplaceError(
                f"{path} 是一个文件夹，结果无法写到这里：请把它改名或移走。",
                f"{path} is a folder where a result must stand: rename it or move it away.",
            )
        try:
            with path.open("r+b"):
                pass
        except PermissionError as error:
            raise WorkplaceError(
                f"{path} 正被其他程序（如 Excel、WPS）打开或不可写：请关闭后再运行同一命令，"
                "已处理的报告不会重做。",
                f"{path} is open in another program (Excel, WPS) or cannot be written: close it "
                "and run the same command again; no report is done twice.",
            ) from error


@contextmanager
def workplace(out: Path) -> Iterator[Workplace]:
    """The folder, made and locked for this run."""
    with told(out):
        (out / WORK).mkdir(parents=True, exist_ok=True)
        lock = FileLock(out / WORK / _LOCK, blocking=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise WorkplaceError(
            f"{out} 正被另一个 nianjian 使用：请等它结束，或换一个 --out 文件夹。",
            f"{out} is in use by another nianjian: wait for it, or give another --out folder.",
        ) from error
    try:
        yield Workplace(out)
    finally:
        lock.release()
        _tidy(out / WORK)


def _tidy(work: Path) -> None:
    """The folder goes where the run came to its end; one that broke leaves its journal."""
    with suppress(OSError):
        if os.name == "nt" and [path.name for path in work.iterdir()] == [_LOCK]:
            # Fails while another run holds it; elsewhere it would take that run's lock away.
            (work / _LOCK).unlink()
        work.rmdir()


@contextmanager
def told(path: Path, option: str = "--out") -> Iterator[None]:
    """Turns the system's refusals into sentences for people; `option` names another place."""
    try:
        yield
    except FileExistsError as error:
        raise WorkplaceError(
            f"{path} 不是文件夹：请给 {option} 换一个名字。",
            f"{path} is no folder: give {option} another name.",
        ) from error
    except PermissionError as error:
        raise WorkplaceError(
            f"{path} 不可写：请检查权限，或用 {option} 换一个地方。",
            f"{path} cannot be written: check its permissions, or name another place with "
            f"{option}.",
        ) from error
    except TimeoutError as error:  # a lock's
        raise WorkplaceError(
            f"{path} 正被另一个 nianjian 使用：请等它结束后再运行同一命令。",
            f"{path} is in use by another nianjian: run the same command again when it has ended.",
        ) from error
    except OSError as error:
        if error.errno in _NO_SPACE:
            raise WorkplaceError(
                f"磁盘已满，无法写入 {path}：请腾出空间后再运行同一命令，已处理的报告不会重做；"
                "原有的结果文件没有改动。",
                f"The disk is full, {path} cannot be written: make room and run the same command "
                "again; no report is done twice, and earlier results are as they were.",
            ) from error
        reason = error.strerror or str(error)
        path = Path(error.filename) if isinstance(error.filename, str) else path
        raise WorkplaceError(
            f"无法写入 {path}（{reason}）。", f"{path} cannot be written ({reason})."
        ) from error
