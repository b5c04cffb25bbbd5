"""Which year an unread file's name tells, and whether it counts for the year asked about."""

from __future__ import annotations

import pytest

from extractor.report.record import Failure, Listed, Meta, Record, SourceFile, Tool
from extractor.roster.match import Index
from extractor.roster.model import Roster, Row
from extractor.roster.paths import year_in
from extractor.roster.reporting import Reporting, RowState


@pytest.mark.parametrize(
    ("path", "year"),
    [
        ("柳湾县司法局2024年年报.pdf", 2024),
        ("03-2024年度政府信息公开工作年度报告（盖章）.pdf", 2024),
        ("2023年/柳湾县司法局2024年报.pdf", 2024),
        ("柳湾县司法局２０２４年年报.pdf", 2024),
        ("2023年年报（2024年1月报送）.pdf", 2023),
        ("柳湾县司法局年报2024年1月20日.pdf", None),
        ("2024年报送/柳湾县司法局.pdf", None),
        ("柳湾县司法局2024年报送.pdf", None),
        ("柳湾县司法局2024年度报送件.pdf", None),
        ("柳湾县司法局2024年初.pdf", None),
        ("柳湾县司法局2022—2024年年报.pdf", None),
        ("柳湾县司法局2023年、2024年年报.pdf", None),
        ("20240120柳湾县司法局.pdf", None),
        ("柳湾县司法局2024.pdf", None),
    ],
)
def test_the_year_that_a_name_tells(path: str, year: int | None) -> None:
    assert year_in(path) == year


def state(path: str, asked: int | None) -> RowState:
    """Of an agency from which only this unread file came."""
    record = Record(
        tool=Tool(version="0"),
        source=SourceFile(path=path, sha256="0", format=None, pages=None),
        status="failed",
        error=Failure(code="P101", message=""),
        meta=Meta(roster=Listed(line=2, agency="柳湾县司法局")),
    )
    reporting = Reporting(Index(Roster((Row(2, "柳湾县司法局"),))), asked)
    reporting.add(record)
    (only,) = reporting.states()
    return only


def test_an_unread_file_of_another_year_is_not_this_years_report() -> None:
    told = state("柳湾县司法局2024年年报.pdf", 2023)
    assert (told.state, told.files) == ("missing", ())
    assert told.remark is not None
    assert "只有文件名写着 2024 年的文件（柳湾县司法局2024年年报.pdf），无法读取" in told.remark.zh


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("柳湾县司法局2023年年报.pdf", 2023),
        ("柳湾县司法局.pdf", 2023),
        ("柳湾县司法局2024年报送.pdf", 2023),
        ("柳湾县司法局2024年年报.pdf", None),
    ],
)
def test_any_other_unread_file_may_be_it(path: str, asked: int | None) -> None:
    assert state(path, asked).state == "unreadable"
