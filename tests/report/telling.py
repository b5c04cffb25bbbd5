"""Facts of an invented passage: a section with one aspect, without anything around it."""

from __future__ import annotations

from collections.abc import Mapping

from extractor.language.pipeline import analyse
from extractor.reading.document import Paragraph
from extractor.report.facts import Fact, Facts, read_facts
from extractor.report.facts.model import primary
from extractor.report.flow import Flow, Stretch
from extractor.report.outline import Aspect, AspectKey, Outline, Section, SectionKey

YEAR = 2023


def flow_of_lines(text: str) -> Flow:
    """Every line of the text is a paragraph."""
    stretches = []
    position = 0
    for line in text.split("\n"):
        stretches.append(Stretch(position, position + len(line), Paragraph(line, line)))
        position += len(line) + 1
    return Flow(text, tuple(stretches))


def facts(
    text: str,
    section: SectionKey = "overview",
    aspect: AspectKey | None = None,
    year: int = YEAR,
    agency: str | None = None,
) -> Facts:
    """The facts of a text that is one section, and one aspect if it is said which."""
    aspects = (Aspect(aspect, None, 0, len(text)),) if aspect else ()
    outline = Outline(0, (0, 0), (Section(section, None, 0, len(text)),), aspects, None)
    return read_facts(flow_of_lines(text), outline, analyse(text), year, agency)


def _values(mentions: Mapping[str, tuple[Fact, ...]]) -> dict[str, float]:
    chosen = {key: primary(told) for key, told in mentions.items()}
    return {key: fact.value for key, fact in chosen.items() if fact is not None}


def applications(text: str) -> dict[str, float]:
    return _values(facts(text, aspect="applications").applications)


def disputes(
    text: str, section: SectionKey = "disputes", aspect: AspectKey | None = None
) -> dict[str, float]:
    told = facts(text, section=section, aspect=aspect).disputes
    return {
        f"{key}.{result}": value
        for key, results in told.items()
        for result, value in _values(results).items()
    }


def documents(text: str) -> tuple[dict[str, float], dict[str, float]]:
    told = facts(text, aspect="management")
    return _values(told.normative_documents), _values(told.regulations)


def decisions(text: str) -> dict[str, float]:
    return _values(facts(text, section="disclosure").decisions)


def fee(text: str) -> tuple[bool, float | None, float | None, float | None]:
    told = facts(text, section="other").fee
    return (
        told.stated,
        told.notices.value if told.notices else None,
        told.billed.value if told.billed else None,
        told.received.value if told.received else None,
    )


def disclosure(text: str) -> tuple[float | None, list[tuple[str, float, str]]]:
    told = facts(text, aspect="disclosure")
    total = told.disclosure_total
    items = [(i.name, float(i.value), str(i.relation)) for i in told.disclosure_items]
    return total.value if total else None, items


def disclosed(text: str, agency: str | None = None) -> float | None:
    """The total that an agency tells."""
    total = facts(text, aspect="disclosure", agency=agency).disclosure_total
    return total.value if total else None
