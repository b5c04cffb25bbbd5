"""Pairs of reports: a gold report beside one made of it, last year's or another agency's.

`planted/across/<part>*.yaml` tells how the other report is made (README.md: the format).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from evaluation.gold import Gold, Part, Printed, Report, read_lines
from evaluation.planting import PLANTED, printed_text, replaced, with_cell

ACROSS = PLANTED / "across"
CODES = {"previous": ("B503", "B507", "T207", "T209"), "other": ("B504",)}
"""What is asked of the checked report because of the other."""
# 国办公开办函〔2021〕30号 is of 2021 in every report.
_LAW = re.compile(r"国办[^〔\[（(\s]{0,12}[〔\[（(]\d{4}")
_CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")
# Other agencies of the same office elsewhere; invented, as all names here.
_ELSEWHERE = ("云峪", "枫桥", "梓溪", "白渚", "东岑", "柳湾", "赤水塘", "松陵", "罗墩", "青禾")


class Pair(BaseModel):
    """A gold report that is checked, and how the report beside it is made."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    report: str
    relation: Literal["previous", "other"]
    years_back: int = Field(default=1, ge=1)
    rename: list[tuple[str, str]] = Field(default_factory=list)
    replace: list[tuple[str, str]] = Field(default_factory=list)
    text: str | None = None
    change: list[tuple[str, str]] = Field(default_factory=list)
    cells: dict[str, Printed] = Field(default_factory=dict)
    copies: int = Field(default=1, ge=1)
    codes: list[str]
    """What must be said of the checked report because of the other; none: a near miss."""
    severity: dict[str, Literal["error", "warning", "hint"]] = Field(default_factory=dict)
    also: list[str] = Field(default_factory=list)
    """Codes that may truthfully be said: neither asked for nor false."""
    note: str

    @model_validator(mode="after")
    def _fits(self) -> Pair:
        if foreign := [code for code in self.codes if code not in CODES[self.relation]]:
            raise ValueError(f"{', '.join(foreign)} cannot be asked of relation: {self.relation}")
        if unasked := sorted(self.severity.keys() - {*self.codes, *self.also}):
            raise ValueError(f"severity of codes that are not asked for: {', '.join(unasked)}")
        if self.text is not None and (self.replace or self.rename):
            raise ValueError("text stands instead of replace and rename")
        if self.relation == "previous" and (self.rename or self.copies > 1):
            raise ValueError("rename and copies are for relation: other")
        if self.relation == "other" and self.years_back > 1:
            raise ValueError("years_back is for relation: previous")
        return self

    @property
    def told(self) -> str:
        return f"{self.report} {self.relation} {'+'.join(self.codes) or 'near miss'} ({self.note})"


def pair_files(part: Part) -> list[Path]:
    return sorted(ACROSS.glob(f"{part}*.yaml"))


def load_pairs(part: Part) -> list[Pair]:
    return [pair for path in pair_files(part) for pair in pairs_of(path)]


def pairs_of(path: Path) -> list[Pair]:
    raw = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    return [Pair.model_validate(one) for one in raw]


def checked(report: Report, pair: Pair) -> Report:
    """The report that is checked, with its own changes."""
    text = replaced(printed_text(report), pair.change, f"{pair.told}: change")
    return Report(report.gold, tuple(read_lines(text)), report.part)


def beside(report: Report, pair: Pair) -> Iterator[Report]:
    """The report of the year before, or as many other agencies' reports as the pair asks for."""
    if pair.relation == "previous":
        gold = _year_before(report.gold)
        text = pair.text or shifted(printed_text(report), report.gold, pair.years_back)
    else:
        gold = report.gold
        text = pair.text or _exchanged(printed_text(report), pair.rename)
    text = replaced(text, pair.replace, f"{pair.told}: replace")
    for cell, value in pair.cells.items():
        gold = with_cell(gold, cell, value)
    if pair.relation == "previous":
        yield Report(gold, tuple(read_lines(text)), report.part)
        return
    for number in range(pair.copies):
        named = _named_apart(text, report.gold, pair, number)
        yield Report(gold, tuple(read_lines(named)), report.part)


def shifted(text: str, gold: Gold, years: int = 1) -> str:
    """The report year and the year after told as so many years earlier, documents of law apart."""
    if gold.meta.year is None:
        raise ValueError(f"{gold.id} names no year that could be shifted")
    earlier: dict[str, str] = {}
    for year in (gold.meta.year, gold.meta.year + 1):
        before, after = str(year), str(year - years)
        earlier[before] = after
        for nought in "〇○零":
            chinese = before.translate(_CHINESE).replace("〇", nought)
            earlier[chinese] = after.translate(_CHINESE).replace("〇", nought)
    years_told = re.compile(rf"{_LAW.pattern}|(?<!\d)(?:{'|'.join(earlier)})(?!\d)")
    return years_told.sub(lambda found: earlier.get(found[0], found[0]), text)


def _exchanged(text: str, rename: list[tuple[str, str]]) -> str:
    for old, new in rename:
        if old not in text:
            raise ValueError(f"rename: {old!r} does not stand there")
        text = text.replace(old, new)
    return text


def _named_apart(text: str, gold: Gold, pair: Pair, number: int) -> str:
    """Every copy is another agency: the first keeps the name that the pair gives it, if any."""
    own, region = gold.meta.agency or "", gold.meta.region or ""
    name = _title_name(text) if pair.text else _exchanged_name(own, pair.rename)
    if number == 0 and name != own:
        return text
    if not name:
        raise ValueError(f"{pair.told}: the other report's agency has no name to be changed")
    region = _exchanged_name(region, pair.rename)
    stem = _ELSEWHERE[number % len(_ELSEWHERE)]
    if region and name.startswith(region):
        return text.replace(region, stem + region[-1])
    return text.replace(name, f"{stem}{name}")


def _exchanged_name(name: str, rename: list[tuple[str, str]]) -> str:
    for old, new in rename:
        name = name.replace(old, new)
    return name


def _title_name(text: str) -> str:
    """The agency in a title such as 2023年云峪县水务局政府信息公开工作年度报告."""
    title = "".join(line.text for line in read_lines(text) if line.kind == "title")
    found = re.search(r"(?:\d{4}年度?)?(\D{3,30}?)(?:\d{4}年度?)?政府信息公开", title)
    return found[1].removesuffix("关于") if found else ""


def _year_before(gold: Gold) -> Gold:
    """Tables that the checked report continues: T207 and T209 have nothing to say."""
    tables = gold.raw_tables()
    if asked := tables.get("applications"):
        rows = {"new": asked["total"], "carried_out": asked["carried_in"]}
        if not _are_numbers(asked, ("total", "carried_in")):
            # What is not printed as numbers cannot be made to hold; only the seam is.
            rows = {"carried_out": asked["carried_in"]}
        for row, cells in rows.items():
            for column, printed in cells.items():
                gold = with_cell(gold, f"applications.{row}.{column}", printed)
    for row in ("regulations", "normative_documents"):
        stock = tables.get("disclosure", {}).get(row, {})
        if _are_numbers({row: stock}, (row,)) and "in_force" in stock:
            issued, repealed, in_force = (
                int(stock[key].replace(",", "")) for key in ("issued", "repealed", "in_force")
            )
            earlier = max(0, in_force - issued + repealed)
            gold = with_cell(gold, f"disclosure.{row}.in_force", str(earlier))
    return gold


def _are_numbers(rows: dict[str, dict[str, str]], keys: tuple[str, ...]) -> bool:
    return all(cell.replace(",", "").isdigit() for key in keys for cell in rows[key].values())
