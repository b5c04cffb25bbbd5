"""What reports of one template say is counted for all of the crowd at once, as one by one."""

from __future__ import annotations

from random import Random

import numpy as np
import pytest

from extractor.batch.crowds import Crowd, crowds, near
from extractor.batch.shelf import Shelf, pairs
from extractor.report.record import Record
from tests.batch.neighbouring import record, sentences, shelved

TEMPLATE = sentences("crowd", 20)


def of_template(number: int) -> Record:
    """From nearly all of it to next to nothing."""
    own = sentences(f"own {number}", 20)
    texts = [*TEMPLATE[: 20 - number], *own[:number]]
    Random(number).shuffle(texts)
    return record(f"{number:02}", texts, f"甲{number // 2}局", "甲县")


RECORDS = [*map(of_template, range(20)), record("20", [], "无话局", "甲县")]
SHELF = Shelf(shelved(RECORDS))


def by_hand(report: int, asked: list[int], limit: float) -> tuple[list[int], list[int]]:
    mine = SHELF.known[report].fingerprint.sentences
    said, rows = np.zeros(len(mine), int), np.zeros(len(pairs(mine)), int)
    for other in asked:
        theirs = SHELF.known[other].fingerprint.sentences
        same = np.isin(mine, theirs)
        apart = SHELF.apart(np.array([report]), np.array([other]))[0]
        if apart and (same.mean() >= limit or SHELF.likeness(report, other) >= limit):
            said += same
            rows += np.isin(pairs(mine), pairs(theirs))
    return said.tolist(), rows.tolist()


@pytest.mark.parametrize("limit", [0.3, 0.45])
def test_a_crowd_is_counted_as_each_of_it_would_be(limit: float) -> None:
    asked = list(range(len(RECORDS)))
    crowd = Crowd.of(SHELF, asked)
    assert crowd.whole
    counted = 0
    for report in asked[:-1]:
        told = near(SHELF, report, crowd, limit)
        assert (told.sentences.tolist(), told.rows.tolist()) == by_hand(report, asked, limit)
        counted += int(told.sentences.sum())
    assert counted
    assert not len(near(SHELF, 20, crowd, limit).sentences)


def test_nobody_stands_near_a_report_without_a_crowd() -> None:
    found = crowds(SHELF, {0: [1, 2], 5: []})
    assert set(found) == {0, 1, 2}
    assert not near(SHELF, 5, found.get(5), 0.3).sentences.any()
    assert near(SHELF, 2, found[2], 0.3).sentences.any()
