"""The reviewers' columns: names that stay, and the rows under them."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.checks.model import Language, Said
from extractor.decisions.model import MUTES, NO_REASON, NO_VERDICT, Verdict
from extractor.language.classify.labels import HEADS, Head
from extractor.outputs.names import DIMENSION, SECTION, SEVERITY, STATUS
from extractor.report.record import Flag, Record, SentenceRecord
from extractor.roster.model import KINDS, LEVELS
from extractor.roster.reporting import STATES, RowState

Cell = str | int | float | None


# Townships and offices that the law does not name are only reminded.
_LATE = {"late": Said("是", "yes"), "hint": Said("提示", "hint")}


class Day(str):
    """An ISO date that nobody typed: it needs no guard."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Column:
    key: str
    head: Said
    width: int = 12
    """Characters, for the workbook."""


FLAG_COLUMNS = (
    Column("id", Said("编号", "id"), 15),
    Column("file", Said("文件", "file"), 24),
    Column("agency", Said("机关", "agency"), 20),
    Column("year", Said("年度", "year"), 7),
    Column("code", Said("代码", "code"), 7),
    Column("name", Said("问题", "issue"), 18),
    Column("severity", Said("严重程度", "severity"), 9),
    Column("section", Said("章节", "section"), 14),
    Column("place", Said("位置", "place"), 18),
    Column("page", Said("页码", "page"), 6),
    Column("evidence", Said("原文", "evidence"), 44),
    Column("message", Said("说明", "message"), 44),
    Column("expected", Said("应为", "expected"), 16),
    Column("found", Said("实为", "found"), 16),
    Column("confidence", Said("置信度", "confidence"), 8),
    Column("points", Said("扣分", "points"), 7),
    Column("verdict", Said("裁定", "verdict"), 8),
    Column("reviewer", Said("裁定人", "reviewer"), 10),
    Column("note", Said("备注", "note"), 24),
)
REPORT_COLUMNS = (
    Column("file", Said("文件", "file"), 28),
    Column("agency", Said("机关", "agency"), 24),
    Column("region", Said("地区", "region")),
    Column("year", Said("年度", "year"), 7),
    Column("status", Said("状态", "status"), 8),
    Column("total", Said("总分", "total"), 8),
    *(Column(key, head, 8) for key, head in DIMENSION.items()),
    Column("errors", Said("错误数", "errors"), 8),
    Column("warnings", Said("警告数", "warnings"), 8),
    Column("hints", Said("提示数", "hints"), 8),
    Column("remark", Said("说明", "remark"), 44),
)
REPORTING_COLUMNS = (
    Column("line", Said("名册行", "roster line"), 7),
    Column("agency", Said("机关", "agency"), 24),
    Column("region", Said("地区", "region")),
    Column("level", Said("级别", "level"), 8),
    Column("kind", Said("类型", "kind"), 8),
    Column("year", Said("年度", "year"), 7),
    Column("status", Said("状态", "status"), 8),
    Column("published", Said("发布日期", "published")),
    Column("due", Said("期限", "due")),
    Column("late", Said("逾期", "late"), 6),
    Column("file", Said("文件", "file"), 28),
    Column("remark", Said("说明", "remark"), 44),
)
SENTENCE_COLUMNS = (
    Column("id", Said("编号", "id"), 15),
    Column("file", Said("文件", "file"), 24),
    Column("section", Said("章节", "section"), 14),
    Column("text", Said("句子", "sentence"), 60),
    Column("topic", Said("主题", "topic")),
    Column("tense", Said("时态", "tense")),
    Column("substance", Said("实质", "substance")),
    Column("confidence", Said("置信度", "confidence"), 8),
    Column("topic_corrected", Said("更正主题", "corrected topic")),
    Column("tense_corrected", Said("更正时态", "corrected tense")),
    Column("substance_corrected", Said("更正实质", "corrected substance")),
    Column("labeller", Said("标注人", "labeller")),
)


def heads(columns: tuple[Column, ...], lang: Language) -> list[str]:
    return [column.head.told(lang) for column in columns]


def flag_row(
    record: Record, flag: Flag, lang: Language, points: float | None, verdict: Verdict = NO_VERDICT
) -> list[Cell]:
    section = SECTION[flag.section].told(lang) if flag.section else ""
    return [
        flag.id,
        record.source.path,
        record.meta.agency,
        record.meta.year,
        flag.code,
        flag.name,
        SEVERITY[flag.severity].told(lang),
        section,
        flag.place,
        flag.page,
        flag.evidence,
        flag.message,
        flag.expected,
        flag.found,
        flag.confidence,
        points,
        flag.verdict or verdict.word,
        verdict.reviewer,
        verdict.note or (NO_REASON if (flag.verdict or verdict.word) == MUTES else ""),
    ]


def report_row(record: Record, lang: Language, remark: str) -> list[Cell]:
    score = record.score
    counted = [flag for flag in record.flags if flag.verdict != MUTES]
    return [
        record.source.path,
        record.meta.agency,
        record.meta.region,
        record.meta.year,
        STATUS[record.status].told(lang),
        score.total if score else None,
        *(score.dimensions.get(key) if score else None for key in DIMENSION),
        *(
            sum(flag.severity == severity for flag in counted)
            for severity in ("error", "warning", "hint")
        ),
        remark,
    ]


def missing_row(missing: RowState, lang: Language) -> list[Cell]:
    """An agency that has not reported, among the reports: no file, no score."""
    row = missing.row
    due = missing.due
    told = [
        Said(f"名册第 {row.line} 行", f"roster line {row.line}").told(lang),
        Said(f"应于 {due} 前公布", f"due by {due}").told(lang) if due else "",
        missing.remark.told(lang) if missing.remark else "",
    ]
    status = STATES[missing.state].told(lang)
    scores: list[Cell] = [None] * (1 + len(DIMENSION) + 3)
    parted = ("，" if lang == "zh" else ", ").join(filter(None, told))
    return [None, row.agency, missing.region, missing.year, status, *scores, parted]


def reporting_row(state: RowState, lang: Language) -> list[Cell]:
    row, level, kind = state.row, state.level, state.kind
    return [
        row.line,
        row.agency,
        state.region,
        LEVELS[level].told(lang) if level else None,
        KINDS[kind].told(lang) if kind else None,
        state.year,
        STATES[state.state].told(lang),
        Day(row.published.isoformat()) if row.published else None,
        Day(state.due.isoformat()) if state.due else None,
        _LATE[state.late].told(lang) if state.late else None,
        "; ".join(state.files),
        state.remark.told(lang) if state.remark else None,
    ]


def sentence_row(record: Record, sentence: SentenceRecord, lang: Language) -> list[Cell]:
    """In English the labels stay their keys."""
    labels: dict[Head, str] = {
        "topic": sentence.topic,
        "tense": sentence.tense,
        "substance": sentence.substance,
    }
    told = {head: HEADS[head][key] if lang == "zh" else key for head, key in labels.items()}
    return [
        sentence.id,
        record.source.path,
        SECTION[sentence.section].told(lang) if sentence.section else "",
        sentence.text,
        told["topic"],
        told["tense"],
        told["substance"],
        min(sentence.confidence.values(), default=None),
        None,
        None,
        None,
        None,
    ]
