"""Figures of a year that hold together: the three tables, and what the text may say of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from evaluation.forms import OUTCOMES
from evaluation.gold import ApplicationsTable, DisclosureTable, DisputesTable, Tables

# The commonest outcomes first; the rest occur now and then.
_COMMON = ("granted", "granted", "granted", "partial", "unavailable.not_held", "refused.process")
# Many agencies get no application at all, a few get dozens.
_SIZES = (0, 0, 2, 5, 12, 30, 80)
_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Applications:
    """Counts by applicant; `outcomes` by row of table three."""

    new: list[int]
    carried_in: list[int]
    outcomes: dict[str, list[int]]
    carried_out: list[int]

    @property
    def answered(self) -> int:
        return sum(map(sum, self.outcomes.values()))

    def group(self, name: str) -> int:
        """All outcomes of one heading, such as `refused`."""
        return sum(sum(row) for key, row in self.outcomes.items() if key.split(".")[0] == name)


@dataclass(frozen=True, slots=True)
class Figures:
    applications: Applications
    review: list[int]
    suits: list[int]
    documents: tuple[int, int, int]
    licensing: int
    penalties: int
    coercion: int
    fees: int
    disclosed: dict[str, int]

    def tables(self) -> Tables:
        told = self.applications
        rows = {"new": told.new, "carried_in": told.carried_in, **told.outcomes}
        rows["total"] = _added(told.outcomes.values())
        rows["carried_out"] = told.carried_out
        return Tables(
            disclosure=DisclosureTable(
                form="2021",
                rows={
                    "normative_documents": _printed(self.documents),
                    "licensing": _printed([self.licensing]),
                    "penalties": _printed([self.penalties]),
                    "coercion": _printed([self.coercion]),
                    "fees": _printed([self.fees]),
                },
            ),
            applications=ApplicationsTable(
                form="2021",
                rows={key: _printed([*row, sum(row)]) for key, row in rows.items()},
            ),
            disputes=DisputesTable(
                review=_printed([*self.review, sum(self.review)]),
                suit_direct=_printed([*self.suits, sum(self.suits)]),
            ),
        )


def figures(random: Random, makes_decisions: bool) -> Figures:
    """One agency's year."""
    told = _applications(random)
    disputed = told.answered >= 12 and random.random() < 0.5
    issued, repealed = random.randint(0, 5), random.randint(0, 3)
    decisions = [random.choice((0, 3, 27, 146, 1208)) if makes_decisions else 0 for _ in range(3)]
    topics = random.sample(_TOPICS, 4)
    return Figures(
        applications=told,
        review=[random.randint(0, 3) for _ in range(4)] if disputed else [0] * 4,
        suits=[random.randint(0, 1) for _ in range(4)] if disputed else [0] * 4,
        documents=(issued, repealed, issued + random.randint(0, 30)),
        licensing=decisions[0],
        penalties=decisions[1],
        coercion=decisions[2] // 9,
        fees=0,
        disclosed={topic: random.randint(3, 240) for topic in topics},
    )


_TOPICS = (
    "机构职能", "政策文件", "财政资金", "工作动态", "公示公告", "人事管理", "规划计划", "民生保障",
)  # fmt: skip


def _applications(random: Random) -> Applications:
    size = random.choice(_SIZES)
    new = [0] * _COLUMNS
    for _ in range(size):
        new[random.choice((0, 0, 0, 0, 1, 4))] += 1
    carried_in = [random.randint(0, size // 10), *[0] * (_COLUMNS - 1)]
    outcomes = {key: [0] * _COLUMNS for key in OUTCOMES["2021"]}
    carried_out = [0] * _COLUMNS
    for column in range(_COLUMNS):
        for _ in range(new[column] + carried_in[column]):
            if random.random() < 0.06:
                carried_out[column] += 1
                continue
            rare = random.random() < 0.25
            outcomes[random.choice(OUTCOMES["2021"] if rare else _COMMON)][column] += 1
    return Applications(new, carried_in, outcomes, carried_out)


def _added(rows: Iterable[list[int]]) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def _printed(values: Iterable[int]) -> list[str]:
    return [str(value) for value in values]
