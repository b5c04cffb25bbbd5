"""Who reports, about which year, when, on what basis."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from extractor.language.pipeline import Analysis
from extractor.report.dividing.report_title import Title, find_title
from extractor.report.dividing.signature import find_signature
from extractor.report.flow import Flow
from extractor.report.forms import Form
from extractor.report.identity.agency import agency_of, in_title
from extractor.report.identity.basis import basis_of
from extractor.report.identity.county_told import only_county
from extractor.report.identity.issued import issued_of
from extractor.report.identity.period import Period, period_of
from extractor.report.identity.places import parsed
from extractor.report.identity.rank import kind_of, level_of, region_of
from extractor.report.identity.signing import signed_by
from extractor.report.identity.stated import Stated
from extractor.report.identity.timing import (
    YearVoices,
    title_year,
    year_of,
    year_voices,
)
from extractor.report.outline import Outline
from extractor.report.record import Kind, Level

_SPOKEN_OF = ("overview", "disclosure", "applications", "disputes")
_GOVERNMENT = re.compile("(?:(?:人民)?政府|管理委员会|管委会)?")


@dataclass(frozen=True, slots=True)
class Identity:
    """What the report says about itself, each with its place; None where it does not."""

    title: Stated[str] | None
    agency: Stated[str] | None
    region: str | None
    level: Level | None
    kind: Kind | None
    year: int | None
    voices: YearVoices
    period: Stated[Period] | None
    issued: Stated[date] | None
    form: Form | None
    basis: tuple[Stated[str], ...]


def read_identity(
    flow: Flow,
    outline: Outline,
    analysis: Analysis,
    document_notes: Sequence[str],
    form: Form | None,
) -> Identity:
    """The report's identity from title, preamble, overview and signature."""
    title = find_title(flow, outline.preamble[0] if outline.title_end else 0)
    last = outline.sections[-1].start if outline.sections else outline.title_end
    signature = find_signature(flow, analysis, last) if outline.signature else None
    overview = outline.section("overview")
    fronts = (outline.preamble, (overview.start, overview.end) if overview else outline.preamble)
    agency = agency_of(flow, title, signature, fronts)
    signed = signed_by(flow, signature)
    titled = title_year(analysis, title)
    period = period_of(flow, outline.preamble, titled.value if titled else None)
    issued = issued_of(flow, analysis, outline, signature)
    texts = [outline.preamble, *((s.start, s.end) for s in outline.sections if s.key in _SPOKEN_OF)]
    voices = year_voices(
        flow, analysis, title, period, issued.value if issued else None, texts, document_notes
    )
    name = parsed(agency.value) if agency else None
    return Identity(
        title=Stated(title.text, title.start, title.end) if title else None,
        agency=agency,
        region=_region(analysis, flow, title, agency, signed, fronts),
        level=level_of(name, flow.text) if name else None,
        kind=kind_of(name, for_government=_is_for_government(flow, title)) if name else None,
        year=year_of(voices),
        voices=voices,
        period=period,
        issued=issued,
        form=form,
        basis=basis_of(flow, analysis, *fronts),
    )


def _region(
    analysis: Analysis,
    flow: Flow,
    title: Title | None,
    agency: Stated[str] | None,
    signed: Stated[str] | None,
    fronts: tuple[tuple[int, int], ...],
) -> str | None:
    """The region from the agency's name, else the title's; a township's is the county it names."""
    if agency is None:
        return None
    titled = in_title(flow, title) if title else None
    # 云岭县青石镇人民政府 signs for the title's 青石镇人民政府.
    fuller = signed if signed and signed.value.endswith(agency.value) else None
    for name in (agency, titled, fuller):
        region = region_of(parsed(name.value), flow.text) if name else None
        if region is not None:
            return region
    if level_of(parsed(agency.value), "") not in ("township", "county"):
        return None
    return _named_within(flow, agency.value, fronts) or only_county(analysis)


def _named_within(flow: Flow, agency: str, fronts: tuple[tuple[int, int], ...]) -> str | None:
    """请与青河市柳塘镇人民政府联系: where the text tells the township with the place above it."""
    places = parsed(agency).places
    if len(places) != 1:
        return None
    pattern = re.compile(
        f"[请与由和系：:（(]([\u4e00-\u9fff]{{2,12}}?[市县区旗]{re.escape(places[0].name)})"
    )
    found = set()
    for start, end in fronts:
        for match in pattern.finditer(flow.text, start, end):
            name = parsed(match[1].lstrip("请与由和系"))
            if len(name.places) > 1 and not name.body:
                found.add(region_of(name, flow.text))
    return found.pop() if len(found) == 1 else None


def _is_for_government(flow: Flow, title: Title | None) -> bool:
    """Whether the title names a government, or its place only, and not the office that signs."""
    titled = in_title(flow, title) if title else None
    return titled is not None and bool(_GOVERNMENT.fullmatch(parsed(titled.value).body))
