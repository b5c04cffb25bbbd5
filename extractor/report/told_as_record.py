"""What a report says of itself and in its narrative, in the record's shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from extractor.report.as_record import position
from extractor.report.classified import Classified
from extractor.report.facts.model import Fact, Facts, Item, primary
from extractor.report.flow import TABLE, Flow
from extractor.report.items.model import Improvement, Items, Problem
from extractor.report.outline import Aspect, Outline, Section, SectionKey
from extractor.report.read_identity import Identity
from extractor.report.record import AspectText, Meta, SectionText, SentenceRecord
from extractor.report.record.base import Placed, Quantity
from extractor.report.record.narrative import (
    Applications,
    Decisions,
    Disclosure,
    DisclosureItem,
    DisputeFigures,
    Disputes,
    Documents,
    ImprovementItem,
    InformationFee,
    Innovation,
    Narrative,
    OtherMatters,
    Platform,
    ProblemItem,
    Proposals,
)
from extractor.report.stable_number import stable_number

_CONFIDENCE_DIGITS = 3


def meta_record(identity: Identity) -> Meta:
    period = identity.period.value if identity.period else None
    return Meta(
        title=identity.title.value if identity.title else None,
        agency=identity.agency.value if identity.agency else None,
        region=identity.region,
        level=identity.level,
        kind=identity.kind,
        year=identity.year,
        period=(period[0].isoformat(), period[1].isoformat()) if period else None,
        issued=identity.issued.value.isoformat() if identity.issued else None,
        form=identity.form,
        basis=[stated.value for stated in identity.basis],
    )


def section_records(flow: Flow, outline: Outline) -> list[SectionText]:
    found = []
    for part in outline.sections:
        title, text, where = _heading_and_text(flow, part)
        found.append(
            SectionText(key=part.key, title=title, text=text, page=where.page, box=where.box)
        )
    return found


def aspect_records(flow: Flow, outline: Outline) -> list[AspectText]:
    found = []
    for part in outline.aspects:
        title, text, where = _heading_and_text(flow, part)
        found.append(
            AspectText(key=part.key, title=title, text=text, page=where.page, box=where.box)
        )
    return found


def _heading_and_text(flow: Flow, part: Section | Aspect) -> tuple[str | None, str, Placed]:
    heading = part.heading
    lines = flow.text[part.start : part.end].split("\n")
    text = "\n".join(line.strip() for line in lines if line.strip(f" {TABLE}"))
    start, end = (heading.start, heading.end) if heading else (part.start, part.end)
    return heading.text if heading else None, text, _placed(flow, start, end)


def sentence_records(flow: Flow, sentences: Iterable[Classified]) -> list[SentenceRecord]:
    """The sentences of preamble and sections with what the classifier says of them."""
    seen: Counter[str] = Counter()
    found = []
    for sentence in sentences:
        told = sentence.told
        seen[told.text] += 1
        where = _placed(flow, told.start, told.end)
        found.append(
            SentenceRecord(
                id=_sentence_id(told.section, told.text, seen[told.text]),
                section=told.section,
                text=told.text,
                confidence={
                    h: round(c, _CONFIDENCE_DIGITS) for h, c in sentence.confidence.items()
                },
                uncertain=list(sentence.uncertain),
                page=where.page,
                box=where.box,
                **sentence.labels,  # type: ignore[arg-type]  # the heads are its fields
            )
        )
    return found


def _sentence_id(section: SectionKey | None, text: str, count: int) -> str:
    return stable_number("S", f"{section}|{''.join(text.split())}|{count}")


def narrative_record(flow: Flow, facts: Facts, items: Items) -> Narrative:
    def told(mentions: Mapping[str, tuple[Fact, ...]]) -> dict[str, Quantity | None]:
        return {key: quantity(flow, primary(group)) for key, group in mentions.items()}

    review, suit = (facts.disputes.get(key, {}) for key in ("review", "suit"))
    return Narrative(
        disclosure=Disclosure(
            total=quantity(flow, facts.disclosure_total),
            items=[_item(flow, item) for item in facts.disclosure_items],
        ),
        applications=Applications(**told(facts.applications)),
        disputes=Disputes(review=DisputeFigures(**told(review)), suit=DisputeFigures(**told(suit))),
        decisions=Decisions(**told(facts.decisions)),
        normative_documents=Documents(**told(facts.normative_documents)),
        regulations=Documents(**told(facts.regulations)),
        platforms=[Platform(name=p.name, count=quantity(flow, p.count)) for p in facts.platforms],
        problems=[_problem(flow, problem) for problem in items.problems],
        improvements=[_improvement(flow, measure) for measure in items.improvements],
        other=_other(flow, facts),
    )


def _problem(flow: Flow, problem: Problem) -> ProblemItem:
    where = _placed(flow, problem.start, problem.end)
    return ProblemItem(
        text=problem.text,
        themes=list(problem.themes),
        specific=problem.specific,
        page=where.page,
        box=where.box,
    )


def _improvement(flow: Flow, measure: Improvement) -> ImprovementItem:
    where = _placed(flow, measure.start, measure.end)
    return ImprovementItem(
        text=measure.text,
        themes=list(measure.themes),
        tense=measure.tense,
        year=measure.year,
        answers=list(measure.answers),
        page=where.page,
        box=where.box,
    )


def _other(flow: Flow, facts: Facts) -> OtherMatters:
    fee, proposals = facts.fee, facts.proposals
    return OtherMatters(
        information_fee=InformationFee(
            stated=fee.stated,
            notices=quantity(flow, fee.notices),
            billed=quantity(flow, fee.billed),
            received=quantity(flow, fee.received),
        ),
        proposals=Proposals(
            stated=proposals.stated,
            suggestions=quantity(flow, proposals.suggestions),
            motions=quantity(flow, proposals.motions),
        ),
        innovation=Innovation(stated=facts.innovation.stated),
    )


def quantity(flow: Flow, fact: Fact | None) -> Quantity | None:
    if fact is None:
        return None
    where = _placed(flow, fact.start, fact.end)
    return Quantity(
        value=fact.value,
        unit=fact.unit,
        approx=fact.approx,
        scope=fact.scope,
        text=fact.text,
        page=where.page,
        box=where.box,
    )


def _item(flow: Flow, item: Item) -> DisclosureItem:
    where = _placed(flow, item.start, item.end)
    return DisclosureItem(
        name=item.name,
        relation=item.relation,
        value=item.value,
        unit=item.unit,
        approx=item.approx,
        scope=item.scope,
        text=item.text,
        page=where.page,
        box=where.box,
    )


def _placed(flow: Flow, start: int, end: int) -> Placed:
    """Page and box of the first printed line, where the source has pages."""
    places = flow.places(start, end)
    where = position(places[0]) if places else None
    return Placed(page=where.page, box=where.box) if where else Placed()
