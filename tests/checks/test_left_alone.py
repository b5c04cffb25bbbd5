"""1,210 sections five by writers who knew nothing of the rules: 729 whole, and 481 with one
problem left without a measure."""

from __future__ import annotations

import pytest

from evaluation.left_alone import SECTIONS, Counts, Section, counted

# What is known to be told wrongly, or not to be told, shall not become more.
_FLOORS = {
    "dev-a": (172, 4, 108, 98),
    "dev-b": (54, 2, 36, 32),
    "dev-c": (53, 0, 37, 33),
    "dev-d": (36, 1, 24, 17),
    "dev-e": (36, 0, 24, 17),
    "dev-f": (36, 2, 24, 15),
    "dev-g": (36, 2, 24, 16),
    "dev-h": (30, 0, 20, 18),
    "dev-i": (30, 0, 20, 17),
    "dev-j": (30, 0, 20, 13),
    "dev-k": (36, 1, 24, 17),
    "dev-l": (30, 0, 20, 15),
    "dev-m": (30, 0, 20, 17),
    "dev-n": (30, 2, 20, 17),
    "dev-o": (30, 0, 20, 12),
    "dev-p": (30, 3, 20, 17),
    "dev-q": (30, 0, 20, 8),
}


@pytest.mark.parametrize("hand", sorted(_FLOORS))
def test_sections_are_told_as_before(hand: str) -> None:
    whole, false, left, found = _FLOORS[hand]
    counts = counted(SECTIONS / f"{hand}.jsonl")
    assert (counts.whole, counts.left) == (whole, left)
    assert counts.told_wrongly <= false
    assert counts.found >= found


def test_what_is_told_beside_the_problem_counts_as_wrong() -> None:
    counts = Counts()
    counts.take(
        Section("", "栏目更新不及时"), ["没有写改进措施：栏目更新不及时", "没有写改进措施：人手少"]
    )
    counts.take(Section("", None), ["没有写改进措施：人手少"])
    counts.take(Section("", "解读形式单一"), [])
    assert (counts.found, counts.left, counts.another, counts.told_wrongly) == (1, 2, 1, 1)
    assert "P  33.3%" in counts.line("x")
    assert "R  50.0%" in counts.line("x")
