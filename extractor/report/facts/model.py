"""What the narrative tells, as facts that know where they stand in the running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

ApplicationKey = Literal[
    "received", "carried_in", "answered", "granted", "partial", "refused",
    "unavailable", "not_processed", "other", "carried_out",
]  # fmt: skip
DisputeKey = Literal["review", "suit", "suit_direct", "suit_after_review"]
ResultKey = Literal["total", "upheld", "corrected", "other", "pending"]
DecisionKey = Literal["licensing", "penalties", "coercion", "fees"]
DocumentKey = Literal["issued", "repealed", "in_force"]
_OWN_OFFICE = re.compile(
    r"(?:[省市县区州]|本|我)?(?:[局厅委署]|总局)(?:机关|本级|本部)|[本我][局厅委署]"
)
Relation = Literal["part", "outside"]

APPLICATIONS: tuple[ApplicationKey, ...] = (
    "received", "carried_in", "answered", "granted", "partial", "refused",
    "unavailable", "not_processed", "other", "carried_out",
)  # fmt: skip
DISPUTES: tuple[DisputeKey, ...] = ("review", "suit", "suit_direct", "suit_after_review")
RESULTS: tuple[ResultKey, ...] = ("total", "upheld", "corrected", "other", "pending")
DOCUMENTS: tuple[DocumentKey, ...] = ("issued", "repealed", "in_force")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One figure as told. Told as none, its value is 0; the text is then the words that say so."""

    value: int | float
    unit: str
    approx: bool = False
    scope: str | None = None
    """Whose figure it is if the clause says so: 全市, 市本级, 局机关."""
    text: str
    start: int
    end: int
    year: int | None = None
    """The year it is told of, if that is another than the report's."""
    derived: bool = False
    """Read from 全部办结, 均予以公开 or a sum of parts: the figure itself is not printed."""
    part: bool = False
    """Only a part of the year or of the whole (通过网络收到…): never the first choice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Fact):
    """A figure of one kind or channel of disclosed items."""

    name: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Platform:
    """A named channel of disclosure, with its figure if one is told."""

    name: str
    count: Fact | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class InformationFee:
    """信息处理费: whether anything is said about the year, and which figures (in 元)."""

    stated: bool = False
    notices: Fact | None = None
    billed: Fact | None = None
    received: Fact | None = None
    mentions: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    """Every telling of the three, with years and scopes."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """建议提案: spoken of, and how many."""

    stated: bool = False
    suggestions: Fact | None = None
    motions: Fact | None = None


@dataclass(frozen=True, slots=True)
class Innovation:
    """创新: spoken of as a matter of its own."""

    stated: bool = False


Mentions = Mapping[str, tuple[Fact, ...]]


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a narrative. Mentions stand in the order in which they are printed."""

    disclosure_total: Fact | None = None
    disclosure_items: tuple[Item, ...] = ()
    disclosure_mentions: tuple[Fact, ...] = ()
    applications: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    application_details: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    """Grounds and reasons within an outcome, by the rows of table three (refused.process)."""
    disputes: Mapping[str, Mentions] = field(default_factory=dict)
    decisions: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    normative_documents: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    regulations: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    platforms: tuple[Platform, ...] = ()
    fee: InformationFee = InformationFee()
    proposals: Proposals = Proposals()
    innovation: Innovation = Innovation()

    def primary(self, key: ApplicationKey) -> Fact | None:
        """The report's own figure of this year."""
        return primary(self.applications.get(key, ()))

    def dispute(self, key: DisputeKey, result: ResultKey) -> Fact | None:
        return primary(self.disputes.get(key, {}).get(result, ()))

    def decision(self, key: DecisionKey) -> Fact | None:
        return primary(self.decisions.get(key, ()))


def primary(mentions: Iterable[Fact]) -> Fact | None:
    """The first mention of this year and the widest scope; what is told goes before what follows.

    A part (one month, one way of applying) is no figure of the whole, unless it is all there is.
    """
    own = [fact for fact in mentions if fact.year is None]
    led = any(is_own_office(fact.scope) for fact in own)
    ranked = sorted(own, key=lambda fact: (fact.part, _width(fact.scope, led), fact.derived))
    if not ranked:
        return None
    if ranked[0].part and len(ranked) > 1 and any(fact.value for fact in ranked):
        return None
    return ranked[0]


def _width(scope: str | None, led: bool) -> int:
    """How far a scope is from the report's own; `led`: the office tells of itself beside others."""
    if scope is None:
        return 0
    if is_own_office(scope):
        return 1
    if is_system(scope):
        return 2
    return 3 if is_narrow(scope) else 2 if led else 0


def is_own_office(scope: str | None) -> bool:
    """局机关, 市局本级, 本厅: a bureau itself, beside the system that it leads."""
    return scope is not None and _OWN_OFFICE.fullmatch(scope) is not None


def is_system(scope: str | None) -> bool:
    """全市水务系统: those that an office leads, beside itself."""
    return (
        scope is not None
        and scope.endswith(("系统", "机关"))
        and not scope.endswith("行政机关")
        and not is_own_office(scope)
    )


def is_narrow(scope: str | None) -> bool:
    """Whether the scope is less than all that the report covers."""
    return scope is not None and not scope.startswith(("全", "各级", "两级", "三级"))
