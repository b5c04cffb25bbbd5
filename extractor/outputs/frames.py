"""reports.jsonl for pandas: reports, flags, cells, facts, items, sentences, each in long form."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from extractor.report.record import Record

# Nullable types throughout: a year that is not known must not turn all years into floats.
_TEXT, _COUNT, _NUMBER, _TRUTH = "string", "Int64", "Float64", "boolean"
_REPORT = {"path": _TEXT, "agency": _TEXT, "region": _TEXT, "year": _COUNT}
_PLACE = {"page": _COUNT, "box": _TEXT}
COLUMNS: dict[str, dict[str, str]] = {
    "reports": _REPORT
    | {
        "status": _TEXT,
        "title": _TEXT,
        "level": _TEXT,
        "kind": _TEXT,
        "issued": _TEXT,
        "form": _TEXT,
        "format": _TEXT,
        "sha256": _TEXT,
        "total": _NUMBER,
        "structure": _NUMBER,
        "tables": _NUMBER,
        "consistency": _NUMBER,
        "years": _NUMBER,
        "substance": _NUMBER,
        "language": _NUMBER,
        "error": _TEXT,
    },
    "flags": _REPORT
    | {
        "id": _TEXT,
        "code": _TEXT,
        "name": _TEXT,
        "severity": _TEXT,
        "section": _TEXT,
        "place": _TEXT,
        "message": _TEXT,
        "evidence": _TEXT,
        "expected": _TEXT,
        "found": _TEXT,
        "confidence": _NUMBER,
        "points": _NUMBER,
        "verdict": _TEXT,
    }
    | _PLACE,
    "cells": _REPORT
    | {"table": _TEXT, "row": _TEXT, "column": _TEXT, "value": _NUMBER, "raw": _TEXT}
    | _PLACE,
    "facts": _REPORT
    | {
        "fact": _TEXT,
        "name": _TEXT,
        "relation": _TEXT,
        "value": _NUMBER,
        "unit": _TEXT,
        "approx": _TRUTH,
        "scope": _TEXT,
        "text": _TEXT,
    }
    | _PLACE,
    "items": _REPORT
    | {
        "item": _TEXT,
        "number": _COUNT,
        "text": _TEXT,
        "themes": _TEXT,
        "specific": _TRUTH,
        "tense": _TEXT,
        "measure_year": _COUNT,
        "answers": _TEXT,
    }
    | _PLACE,
    "sentences": _REPORT
    | {
        "id": _TEXT,
        "section": _TEXT,
        "text": _TEXT,
        "topic": _TEXT,
        "tense": _TEXT,
        "substance": _TEXT,
        "topic_confidence": _NUMBER,
        "tense_confidence": _NUMBER,
        "substance_confidence": _NUMBER,
    }
    | _PLACE,
}
Row = dict[str, Any]


class Frames(NamedTuple):
    """One batch as six tables; `path` is what joins them."""

    reports: pd.DataFrame
    flags: pd.DataFrame
    cells: pd.DataFrame
    facts: pd.DataFrame
    items: pd.DataFrame
    sentences: pd.DataFrame


def load(folder: str | Path) -> Frames:
    """The results in a folder that `nianjian score` wrote (or its reports.jsonl itself)."""
    path = Path(folder)
    path = path / "reports.jsonl" if path.is_dir() else path
    with path.open(encoding="utf-8") as lines:
        return frames(Record.model_validate_json(line) for line in lines if line.strip())


def frames(records: Iterable[Record]) -> Frames:
    rows: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    for record in records:
        for name, row in _rows(record):
            rows[name].append(row)
    return Frames(*(_frame(rows[name], columns) for name, columns in COLUMNS.items()))


def write_parquet(lines: Path, targets: dict[str, Path], chunk: int = 200) -> None:
    """The same tables as Parquet files, some hundred reports in memory at a time."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    writers: dict[str, pq.ParquetWriter] = {}
    with lines.open(encoding="utf-8") as file:
        while True:
            records = [Record.model_validate_json(line) for line in islice(file, chunk)]
            for name, frame in zip(COLUMNS, frames(records), strict=True):
                table = pa.Table.from_pandas(frame, preserve_index=False)
                if name not in writers:
                    writers[name] = pq.ParquetWriter(targets[name], table.schema)
                writers[name].write_table(table.cast(writers[name].schema))
            if len(records) < chunk:
                break
    for writer in writers.values():
        writer.close()


def _frame(rows: list[Row], columns: dict[str, str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            name: pd.array([row.get(name) for row in rows], dtype=kind)
            for name, kind in columns.items()
        }
    )


def _rows(record: Record) -> Iterator[tuple[str, Row]]:
    meta = record.meta
    report = {
        "path": record.source.path,
        "agency": meta.agency,
        "region": meta.region,
        "year": meta.year,
    }
    yield "reports", report | _report(record)
    points = record.points
    for flag in record.flags:
        told = flag.model_dump(exclude={"box"}) | {"points": points.get(flag.id)}
        yield "flags", report | told | _box(flag.box)
    for cell in _cells(record):
        yield "cells", report | cell
    for fact in _facts(record.narrative.model_dump(mode="json"), ""):
        yield "facts", report | fact
    for item in _items(record):
        yield "items", report | item
    for sentence in record.sentences:
        told = sentence.model_dump(exclude={"box", "confidence", "uncertain"})
        sure = {f"{head}_confidence": value for head, value in sentence.confidence.items()}
        yield "sentences", report | told | sure | _box(sentence.box)


def _report(record: Record) -> Row:
    meta, score = record.meta, record.score
    return {
        "status": record.status,
        "title": meta.title,
        "level": meta.level,
        "kind": meta.kind,
        "issued": meta.issued,
        "form": meta.form,
        "format": record.source.format,
        "sha256": record.source.sha256,
        "total": score.total if score else None,
        "error": f"{record.error.code} {record.error.message}" if record.error else None,
    } | (score.dimensions if score else {})


def _cells(record: Record) -> Iterator[Row]:
    for name, table in record.tables.model_dump(mode="json").items():
        if table is None:
            continue
        columns = table.get("columns")
        for row, values in table["rows"].items():
            printed = table["raw"][row]
            places = (table.get("boxes") or {}).get(row)
            keys = columns if isinstance(values, list) else list(values)
            for index, key in enumerate(keys):
                at = index if isinstance(values, list) else key
                place = places[at] if places else None
                yield {
                    "table": name,
                    "row": row,
                    "column": key,
                    "value": values[at],
                    "raw": printed[at],
                    "page": place.get("page") if place else None,
                } | _box(place.get("box") if place else None)


def _facts(value: Any, path: str) -> Iterator[Row]:
    """Every quantity of the narrative, under the name by which the record knows it."""
    if isinstance(value, list):
        for each in value:
            yield from _facts(each, path)
    elif isinstance(value, dict) and {"value", "unit", "text"} <= value.keys():
        yield {k: v for k, v in value.items() if k != "box"} | {"fact": path} | _box(value["box"])
    elif isinstance(value, dict):
        for key, each in value.items():
            for fact in _facts(each, f"{path}.{key}" if path else key):
                # A platform's figure is nothing without the platform.
                yield fact | ({"name": value["name"]} if "name" in value else {})


def _items(record: Record) -> Iterator[Row]:
    for kind, items in (
        ("problem", record.narrative.problems),
        ("improvement", record.narrative.improvements),
    ):
        for number, item in enumerate(items):
            told = item.model_dump()
            yield {
                "item": kind,
                "number": number,
                "text": told["text"],
                "themes": "、".join(told["themes"]),
                "specific": told.get("specific"),
                "tense": told.get("tense"),
                "measure_year": told.get("year"),
                "answers": json.dumps(told["answers"]) if "answers" in told else None,
                "page": told.get("page"),
            } | _box(told.get("box"))


def _box(box: Any) -> Row:
    """A box as text: `[x0, top, x1, bottom]`."""
    return {"box": json.dumps(list(box)) if box else None}
