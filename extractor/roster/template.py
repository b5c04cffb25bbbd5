"""A roster to fill in."""

from __future__ import annotations

import csv
from pathlib import Path

from extractor.checks.model import Language
from extractor.roster.reading import EXAMPLE, HEADS

# Invented; a row that begins like this is not read.
_ROWS: dict[Language, tuple[str, ...]] = {
    "zh": (
        "（示例）临溪县文化和旅游局", "临溪县文化局、临溪县旅游局", "临溪县", "县级", "部门",
        "2024-01-25", "https://www.example.gov.cn/wlj/2023.html", "文旅局*.pdf",
    ),
    "en": (
        "(example)临溪县文化和旅游局", "临溪县文化局; 临溪县旅游局", "临溪县", "county",
        "department", "2024-01-25", "https://www.example.gov.cn/wlj/2023.html", "文旅局*.pdf",
    ),
}  # fmt: skip
assert all(row[0].startswith(EXAMPLE) for row in _ROWS.values())


def write_template(path: Path, lang: Language) -> None:
    """Opens in Excel and WPS; never over a file that is there (FileExistsError)."""
    heads = [names[1] if lang == "en" else names[0] for names in HEADS.values()]
    with path.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        writer.writerow(_ROWS[lang])
