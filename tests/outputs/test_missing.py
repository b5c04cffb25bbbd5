"""Who has not reported, read back from a list that was opened and saved in a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.outputs.missing import missing_in

ROWS = (
    "agency,region,level,kind,year,status,due,remark\n"
    "临溪县教育局,临溪县,county,department,2024,{missing},2025/1/31,\n"
    "临溪县水务局,临溪县,county,department,2024,reported,2025/1/31,\n"
    "城关镇人民政府,临溪县,township,government,2024,{missing},2025/3/31,\n"
)


@pytest.mark.parametrize("word", ["not reported", "Not reported", "未报送"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "utf-16"])
def test_a_list_saved_again_asks_the_same_agencies(
    tmp_path: Path, word: str, encoding: str
) -> None:
    path = tmp_path / "reporting.csv"
    path.write_text(ROWS.format(missing=word), encoding=encoding)
    told = [(one.agency, one.due, one.named_by_law) for one in missing_in(path)]
    assert told == [
        ("临溪县教育局", "2025-01-31", True),
        ("城关镇人民政府", "2025-03-31", False),
    ]
