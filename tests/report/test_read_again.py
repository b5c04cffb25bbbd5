"""A record's text read once more: the same figures, now with their places."""

from __future__ import annotations

from evaluation.casebook import BookCase, document
from extractor.checks.model import Case
from extractor.pipeline import record_of
from extractor.report.read_again import read_again
from extractor.report.report import read_report


def test_the_figures_stand_where_they_were_read() -> None:
    case = BookCase(name="base")
    report = read_report(document(case))
    record = record_of(Case(report, report.sentences), document(case), case.name, None)
    again = read_again(record)
    for key, mentions in report.facts.applications.items():
        told = [(fact.value, fact.text) for fact in mentions]
        assert [(one.value, one.text) for one in again.facts.applications[key]] == told
    received = again.facts.primary("received")
    assert received is not None
    found = again.sentence_at(received.start)
    assert found is not None
    start, sentence = found
    assert sentence.text[received.start - start :].startswith(received.text)
