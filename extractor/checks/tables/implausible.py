"""Values of a table's row that cannot be: the kinds that T208 tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extractor.checks.model import Said
from extractor.checks.tables.printed import count, kind_of
from extractor.report.figures import Row
from extractor.report.values import Number

# 本年增/减 may fall below zero; money has decimals, and a refund is no count.
_SIGNED, _MONEY = "change", "amount"


@dataclass(frozen=True, slots=True)
class Oddity:
    """What is implausible about a row, and the columns that show it."""

    columns: tuple[str, ...]
    said: Said
    expected: str


def odd_counts(row: Row) -> Iterator[Oddity]:
    """Counts below zero, and parts of a thing."""
    negative = _columns(row, lambda key, value: value < 0 and key not in (_SIGNED, _MONEY))
    parts = _columns(row, lambda key, value: value != int(value) and key != _MONEY)
    parts = tuple(column for column in parts if column not in negative)
    if negative:
        yield Oddity(negative, Said("数量是负数", "a count below zero"), "0 或正整数")
    if parts:
        yield Oddity(parts, Said("件数不是整数", "a fraction of a document or case"), "整数")


def odd_regulations(row: Row) -> Iterator[Oddity]:
    """规章 of an agency that cannot make any."""
    printed = _columns(row, lambda key, value: value > 0)
    if printed:
        said = Said(
            "本机关没有规章制定权，规章应为 0 或“/”（内部规章制度、规范性文件不是规章）",
            "this agency cannot make 规章; internal rules and normative documents are none",
        )
        yield Oddity(printed, said, "0")


def odd_stock(row: Row) -> Iterator[Oddity]:
    """A stock smaller than what was added to it this year."""
    if "in_force" in row.figures:
        yield from _in_force(row)
    elif row.key in ("regulations", "normative_documents"):
        yield from _made_but_none(row)


def _in_force(row: Row) -> Iterator[Oddity]:
    issued, in_force = count(row.figures["issued"]), count(row.figures["in_force"])
    repealed = count(row.figures["repealed"])
    if kind_of("disclosure", row.figures["repealed"]) == "none":
        repealed = 0
    if issued is None or repealed is None or in_force is None or in_force >= issued - repealed:
        return
    said = Said(
        f"现行有效少于本年制发减废止：{in_force} < {issued} - {repealed}",
        f"fewer in force than issued less repealed: {in_force} < {issued} - {repealed}",
    )
    yield Oddity(("in_force",), said, f"不少于{issued - repealed}")


def _made_but_none(row: Row) -> Iterator[Oddity]:
    """对外公开总数量 counts the documents of all years, this year's among them."""
    made, disclosed = (count(row.figures.get(key)) or 0 for key in ("made", "disclosed"))
    if count(row.figures.get("total")) == 0 and (made or disclosed):
        said = Said(
            f"本年新制作{made}、新公开{disclosed}，对外公开总数量却为 0",
            f"{made} made and {disclosed} disclosed this year, yet 0 in all",
        )
        yield Oddity(("total",), said, f"不少于{max(disclosed, 1)}")


def _columns(row: Row, odd: Callable[[str, Number], bool]) -> tuple[str, ...]:
    return tuple(
        key
        for key, figure in row.figures.items()
        if figure.value is not None and odd(key, figure.value)
    )
