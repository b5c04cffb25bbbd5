"""Cases that need last year's report find it, in whichever way its agency is printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.batch.cases import Before
from extractor.outputs.cases import Judged
from tests.batch.neighbouring import record, sentences


@pytest.mark.parametrize(
    ("earlier", "region", "found"),
    [
        ("柳湾县政府办公室", "柳湾县", True),
        ("澜阳市柳湾县人民政府办公室", "柳湾县", True),
        ("柳湾县财政局", "柳湾县", False),
        ("柳湾县政府办公室", "石澜县", False),
    ],
)
def test_last_years_report_in_another_spelling(
    tmp_path: Path, earlier: str, region: str, found: bool
) -> None:
    now = record("b.txt", sentences("now", 3), "柳湾县人民政府办公室", "柳湾县")
    before = record("a.txt", sentences("before", 3), earlier, region, 2022)
    lines = [one.model_dump_json() for one in (before, now)]
    (tmp_path / "reports.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    asked = Judged(now, "T207", "fires", (), (), ())
    last_year = Before(tmp_path, [asked]).of(now)
    assert (last_year is not None and last_year.source.path == "a.txt") is found
