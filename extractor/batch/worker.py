"""What a worker process does with one file: read, classify, check, score; bytes come back."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from pathlib import Path

from extractor.batch.inputs import Entry
from extractor.batch.journal import Brief
from extractor.checks.boilerplate.fingerprint import Fingerprint
from extractor.checks.model import Said
from extractor.language.classify.in_use import pin
from extractor.pipeline import DEFAULT_SETUP, JUDGED, Setup, extract_source, failed
from extractor.reading import ReadingError
from extractor.report.record import Record

_setup = DEFAULT_SETUP


@dataclass(frozen=True, slots=True)
class Worked:
    brief: Brief
    record: bytes
    fingerprint: str = ""
    """What other agencies' reports are held against; none where nothing was read."""


def prepare(setup: Setup, model: Path | None = None) -> None:
    """Once in each worker: the choices of the run, and the model that it began with."""
    global _setup
    _setup = setup
    if model is not None:
        pin(model)
    # A report makes some hundred thousand objects and hardly a cycle: looking for cycles as often
    # as Python does by default takes a tenth of the time.
    gc.set_threshold(100_000, 10, 10)


def work(entry: Entry) -> Worked:
    return packed(_read(entry))


def packed(record: Record) -> Worked:
    told = Fingerprint.of(record).packed() if record.status in JUDGED else ""
    return Worked(Brief.of(record), record.model_dump_json().encode(), told)


def lost(entry: Entry, why: str, setup: Setup, seconds: float) -> Worked:
    """A file that cost its worker's life has its row and reason like any other."""
    crash = Said(
        "处理这个文件时程序意外退出，已跳过：请把文件另存后再试，并反馈给维护者。",
        "The program ended unexpectedly on this file; it was skipped: save it anew and try again.",
    )
    told = {
        "timeout": Said(
            f"处理超过 {seconds:g} 秒，已跳过：请检查文件，或用 --timeout 加长时限。",
            f"It took over {seconds:g} seconds and was skipped: check it, or raise --timeout.",
        ),
        "memory": Said(
            "处理这个文件时内存不足，已跳过：请压缩其中的图片或另存后再试。",
            "Memory ran out on this file; it was skipped: make its pictures smaller.",
        ),
    }.get(why, crash)
    error = ReadingError("P101", told.told(setup.lang))
    return packed(failed(entry.shown, None, error, setup))


def _read(entry: Entry) -> Record:
    try:
        source = entry.load()
    except ReadingError as error:
        return failed(entry.shown, None, error, _setup)
    return extract_source(source, entry.shown, _setup, entry.within)
