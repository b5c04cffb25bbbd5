"""How a run tells of itself: a bar on a terminal, a line in a pipe, JSON lines for machines."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from extractor.cli.manners import damage_told, not_taken_told
from extractor.outputs.names import STATUS

if TYPE_CHECKING:
    from extractor.checks.model import Language
    from extractor.decisions.store import Store
    from extractor.decisions.take_in import TakenIn


class Silent:
    """--quiet: errors only, and those are told elsewhere."""

    def __init__(self, lang: str = "zh") -> None:
        self._lang: Language = "en" if lang == "en" else "zh"

    def started(self, total: int, done: int) -> None:
        pass

    def advanced(self, shown: str, status: str) -> None:
        pass

    def writing(self) -> None:
        pass

    def taken(self, taken: TakenIn, store: Store) -> None:
        # What could not be taken is no progress but a warning: told in every manner.
        for row in taken.not_taken:
            click.echo(not_taken_told(row, self._lang), err=True)
        for told in damage_told(store, self._lang):
            click.echo(told, err=True)
        for path in taken.kept:
            zh, en = f"未能取入的裁定仍在：{path}", f"What was not taken is kept: {path}"
            click.echo(en if self._lang == "en" else zh, err=True)


class Telling(Silent):
    """Says on every run where verdicts are kept."""

    def taken(self, taken: TakenIn, store: Store) -> None:
        super().taken(taken, store)
        click.echo(store_told(taken, store, self._lang), err=True)


class Bar(Telling):
    """Files done, rate and remaining time."""

    def __init__(self, lang: str) -> None:
        super().__init__(lang)
        self._progress: Any = None

    def started(self, total: int, done: int) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
        )

        self._progress = Progress(
            TextColumn("[bold]{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._progress.start()
        told = "读取与检查" if self._lang == "zh" else "reading and checking"
        self._task = self._progress.add_task(told, total=total, completed=done, rate="")

    def advanced(self, shown: str, status: str) -> None:
        self._progress.advance(self._task)
        speed = self._progress.tasks[self._task].speed
        if speed:
            unit = "份/秒" if self._lang == "zh" else "reports/s"
            self._progress.update(self._task, rate=f"{speed:.1f} {unit}")

    def writing(self) -> None:
        told = "写出结果" if self._lang == "zh" else "writing"
        self._progress.update(self._task, description=told)

    def close(self) -> None:
        if self._progress is not None:
            self._progress.stop()


class Lines(Telling):
    """No bar in a pipe: how many files there are, and how many were done before a break."""

    def started(self, total: int, done: int) -> None:
        before = f"，其中 {done} 个上次已处理" if done else ""
        if self._lang == "en":
            before = f", {done} of them done before" if done else ""
            click.echo(f"{total} files{before}", err=True)
        else:
            click.echo(f"共 {total} 个文件{before}", err=True)


class JsonLines(Silent):
    """--json-log: one object a line on standard error."""

    def started(self, total: int, done: int) -> None:
        self._say(event="started", total=total, done=done)

    def advanced(self, shown: str, status: str) -> None:
        self._say(event="file", path=shown, status=status)

    def writing(self) -> None:
        self._say(event="writing")

    def taken(self, taken: TakenIn, store: Store) -> None:
        rows = [
            {"file": row.file, "line": row.line, "reason": row.reason.told(self._lang)}
            for row in taken.not_taken
        ]
        self._say(event="verdicts", store=str(store.path), new=taken.new, not_taken=rows)

    def finished(self, **told: Any) -> None:
        self._say(event="finished", **told)

    @staticmethod
    def _say(**told: Any) -> None:
        print(json.dumps(told, ensure_ascii=False), file=sys.stderr, flush=True)


def listener(quiet: bool, json_log: bool, lang: str) -> Silent:
    if json_log:
        return JsonLines(lang)
    if quiet:
        return Silent(lang)
    return Bar(lang) if sys.stderr.isatty() else Lines(lang)


def store_told(taken: TakenIn, store: Store, lang: str) -> str:
    """Said on every run: where verdicts are kept, and what came in."""
    if lang == "en":
        return f"Verdicts: {store.path} ({len(store)}, {taken.new} new)"
    return f"裁定库：{store.path}（{len(store)} 条，本次取入 {taken.new} 条）"


def status_told(status: dict[str, int], lang: str) -> str:
    """已评 12，失败 1: what the files were."""
    parts = [
        f"{names.told('en' if lang == 'en' else 'zh')} {status[key]}"
        for key, names in STATUS.items()
        if status.get(key)
    ]
    return ("，" if lang == "zh" else ", ").join(parts)
