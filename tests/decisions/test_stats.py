"""What verdicts say of a code."""

from __future__ import annotations

import pytest

from extractor.decisions.model import Verdict, VerdictWord
from extractor.decisions.stats import CodeStats, stats

SEVERITY = {"T203": "error", "L606": "hint", "S102": "warning"}


def told(code: str, confirmed: int, refuted: int, pending: int = 0) -> CodeStats:
    counts: dict[VerdictWord, int] = {"属实": confirmed, "误报": refuted, "待定": pending}
    words = [word for word, count in counts.items() for _ in range(count)]
    verdicts = [(f"F-{n}", Verdict(word), code) for n, word in enumerate(words)]
    (own,) = stats(verdicts, SEVERITY)
    return own


def test_precision_with_its_interval() -> None:
    own = told("T203", 9, 1, 2)
    assert (own.confirmed, own.refuted, own.pending) == (9, 1, 2)
    assert own.precision == pytest.approx(0.9)
    low, high = own.interval or (0, 0)
    assert (round(low, 3), round(high, 3)) == (0.596, 0.982)


@pytest.mark.parametrize(
    ("code", "confirmed", "refuted", "suggested"),
    [
        ("T203", 50, 0, None),
        ("T203", 20, 20, "warning"),
        ("S102", 5, 25, "hint"),
        ("L606", 1, 30, "off"),
        ("T203", 0, 5, None),
    ],
)
def test_a_milder_severity_is_suggested_only_on_enough_verdicts(
    code: str, confirmed: int, refuted: int, suggested: str | None
) -> None:
    assert told(code, confirmed, refuted).suggested == suggested


def test_unknown_codes_and_notes_without_verdict_are_left_out() -> None:
    assert stats([("F-1", Verdict("属实"), "X999"), ("F-2", Verdict(None), "T203")], SEVERITY) == []


def test_the_most_judged_stands_first() -> None:
    verdicts = [("F-1", Verdict("属实"), "L606")]
    verdicts += [(f"F-{n}", Verdict("误报"), "T203") for n in (2, 3)]
    assert [own.code for own in stats(verdicts, SEVERITY)] == ["T203", "L606"]
