"""Invented records for the page's tests."""

from __future__ import annotations

from typing import Any

from extractor.report.forms import APPLICANTS
from extractor.report.record import (
    Deduction,
    Flag,
    Meta,
    Record,
    Score,
    SectionText,
    SentenceRecord,
    SourceFile,
    Tool,
)
from extractor.report.record.tables import GridTable, NamedTable, Tables
from extractor.scoring import default_rubric

SENTENCE = "全年主动公开政府信息412条，比上年增加30条。"
FLAG: dict[str, Any] = {
    "code": "C301",
    "name": "申请数与表三不符",
    "severity": "error",
    "section": "overview",
    "place": None,
    "message": "正文与表三不符（30 ≠ 31），请核对。",
    "evidence": "比上年增加30条",
    "expected": "31",
    "found": "30",
    "confidence": 1.0,
}


def flag(number: int = 0, **changes: Any) -> Flag:
    return Flag(**{"id": f"F-{number:010d}", **FLAG, **changes})


def sentence(text: str, section: str = "overview", page: int | None = None) -> SentenceRecord:
    return SentenceRecord.model_validate(
        {
            "id": "s",
            "section": section,
            "text": text,
            "topic": "disclosure",
            "tense": "done",
            "substance": "specific",
            "confidence": {},
            "uncertain": [],
            "page": page,
        }
    )


def record(
    *flags: Flag,
    path: str = "柳湾县/档案局.pdf",
    sentences: tuple[SentenceRecord, ...] = (sentence(SENTENCE),),
    agency: str | None = "柳湾县档案局",
    points: float = 4.0,
    **changes: Any,
) -> Record:
    """A report whose findings cost `points` each, all of them from 一致性."""
    lost = [Deduction(flag=f.id, points=points) for f in flags if f.verdict != "误报"]
    sum_lost = sum(d.points for d in lost)
    # Keys of one kind are keys of any: mypy sees it of no dict.
    dimensions: dict[str, float | None] = dict(default_rubric().dimensions)  # type: ignore[arg-type]
    dimensions["consistency"] = 20 - sum_lost
    values: dict[str, Any] = {
        "tool": Tool(version="0", rules="r", rubric="p"),
        "source": SourceFile(path=path, sha256="0", format="pdf", pages=9),
        "status": "ok",
        "meta": Meta(title=f"{agency}2023年政府信息公开工作年度报告", agency=agency, year=2023),
        "sentences": list(sentences),
        "flags": list(flags),
        "score": Score(total=100 - sum_lost, dimensions=dimensions, deductions=lost),
    }
    return Record(**{**values, **changes})


def failed(path: str = "坏.pdf") -> Record:
    own = flag(9, code="P101", name="无法读取", message="文件已损坏。", evidence=path, section=None)
    return record(own, path=path, agency=None, status="failed", score=None, sentences=())


def with_tables(*flags: Flag) -> Record:
    """Table three with granted 2, partial 1 and a total of 5 in the column of individuals."""
    rows = {key: ["0"] * 7 for key in ("new", "carried_in", "granted", "partial")}
    rows |= {"refused.process": ["0"] * 7, "total": ["0"] * 7, "carried_out": ["0"] * 7}
    for key, value in (("new", "3"), ("granted", "2"), ("partial", "1"), ("total", "5")):
        rows[key][0] = value
    disputes = {"upheld": "1", "corrected": "0", "other": "0", "pending": "0", "total": "2"}
    raw = {"review": disputes, "suit_direct": {**disputes, "total": "1"}}
    tables = Tables(
        applications=GridTable(
            columns=list(APPLICANTS),
            rows={key: [int(cell) for cell in cells] for key, cells in rows.items()},
            raw={key: list(cells) for key, cells in rows.items()},
        ),
        disputes=NamedTable(
            rows={key: {c: int(v) for c, v in cells.items()} for key, cells in raw.items()},
            raw={key: dict(cells) for key, cells in raw.items()},
        ),
    )
    return record(*flags, tables=tables)


def heading(text: str) -> SectionText:
    return SectionText(key="other", title=text, text="本年度没有收取信息处理费。")
