"""What a roster says of an agency goes before what its name seems to say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evaluation.casebook import BookCase, document
from extractor.checks.model import Case, Known
from extractor.checks.tables import t208_implausible
from extractor.checks.years import y403_signed
from extractor.report.record import Level
from extractor.report.report import read_report


def told(known: Known, **changes: object) -> Case:
    report = read_report(document(BookCase.model_validate({"name": "roster", **changes})))
    identity = report.identity
    level, kind = known.level or identity.level, known.kind or identity.kind
    report = replace(report, identity=replace(identity, level=level, kind=kind))
    return Case(report, (), known=known)


@pytest.mark.parametrize(
    ("published", "signature", "found"),
    [
        (date(2024, 1, 31), "2024年2月18日", []),
        (date(2024, 2, 1), "2024年1月16日", ["逾期1天"]),
        (None, "2024年2月18日", ["以发布时间为准"]),
        (date(2024, 1, 25), "2023年1月16日", ["早于报告年度的最后一天"]),
        (date(2024, 2, 5), "2024年2月30日", ["不存在", "逾期5天"]),
        (date(2024, 1, 25), "2025年1月16日", ["次年之后：请核对年份。"]),
    ],
)
def test_the_day_of_publication_decides_on_lateness_only(
    published: date | None, signature: str, found: list[str]
) -> None:
    case = told(Known(published=published), signature=["临溪县水务局", signature])
    messages = [finding.message.zh for finding in y403_signed.check(case)]
    assert len(messages) == len(found)
    for words, message in zip(found, messages, strict=True):
        assert words in message


@pytest.mark.parametrize(
    ("known", "day", "severity"),
    [
        (Known("county", "government"), date(2024, 3, 31), None),
        (Known("county", "government"), date(2024, 4, 1), "warning"),
        (Known("township"), date(2024, 4, 1), "hint"),
        (Known("zone", "government"), date(2024, 4, 1), "hint"),
        (Known("county", "department"), date(2024, 2, 1), "warning"),
    ],
)
def test_the_legal_day_follows_level_and_kind(
    known: Known, day: date, severity: str | None
) -> None:
    case = told(replace(known, published=day), signature=["临溪县水务局", "2024年1月16日"])
    found = [f.severity or y403_signed.RULE.severity for f in y403_signed.check(case)]
    assert found == ([severity] if severity else [])


@pytest.mark.parametrize(("level", "flagged"), [(None, False), ("city", False), ("county", True)])
def test_whether_a_city_makes_regulations(level: Level | None, flagged: bool) -> None:
    case = told(
        Known(level),
        title=["白石市人民政府2023年政府信息公开工作年度报告"],
        signature=["白石市人民政府", "2024年3月16日"],
        tables={"disclosure": {"regulations": [2, 0, 2]}},
    )
    assert bool(list(t208_implausible.check(case))) is flagged
