"""Which of a page's pieces are the report: its content region, and what belongs to it outside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from extractor.reading.blocks import STATUTORY, is_section_title
from extractor.reading.characters import squeezed
from extractor.reading.html.furniture import (
    is_furniture,
    is_link_list,
    is_named_furniture,
    is_site_date,
    is_tagged_furniture,
)
from extractor.reading.html.inline import BREAK
from extractor.reading.html.walk import Piece

# Landmarks (section titles, statutory tables) a page must have for its report to be found.
ENOUGH_LANDMARKS = 2
# A report's page has some hundred pieces; in a page with more than this everything is kept.
MOST_PIECES = 5_000
# Weight of a landmark beside plain characters, so that a long news list does not outweigh it.
TITLE_WEIGHT = 100
TABLE_WEIGHT = 300
# An element holding this share of the weight holds the report; a title, a signature or a
# paragraph put outside of it is fetched afterwards.
REGION_SHARE = 0.85
# Prose is at least this long and has a full stop.
PROSE_CHARS = 25
# Share of link characters from which a branch of the page is a list of other pages.
BRANCH_LINK_SHARE = 0.5
TITLE_CHARS = 90

_TITLE = re.compile(r"(?:公开|年度|工作).{0,24}报告|信息公开.{0,12}年报|20\d\d年.{0,30}报告")
# Links that a report prints itself: attachments and addresses.
_OWN_LINK = re.compile(r"附件|https?:|www\.")
_DATE = re.compile(r"(?:20\d\d|二[〇○零0Ｏ]\S{2})年\S{1,3}月\S{1,3}日")
_AGENCY = re.compile(
    r"\S{2,40}(?:局|委|委员会|办|办公室|府|厅|部|院|所|站|中心|处|队|会|社|公司|街道|镇|乡)"
)


@dataclass(frozen=True, slots=True)
class Region:
    """The report's pieces, and the metadata lines that were left out."""

    pieces: list[Piece]
    metadata: list[str]
    told: bool
    """Whether the report was found; if not, everything is kept."""


@dataclass(frozen=True, slots=True)
class _Site:
    """Where a piece stands: in the core (level 0), or by its ancestor `level`; `head` is the
    branch it is in there, None if it stands in that ancestor directly.
    """

    level: int
    head: etree._Element | None


def content_region(pieces: list[Piece]) -> Region:
    """The report's pieces: its smallest element, and around it what reads as part of it."""
    landmarks = [index for index, piece in enumerate(pieces) if _is_landmark(piece)]
    if len(landmarks) < ENOUGH_LANDMARKS or len(pieces) > MOST_PIECES:
        return Region(pieces, [], told=False)
    sites = _sites(pieces, _core(pieces, set(landmarks)))
    inside = [index for index, site in enumerate(sites) if site.level == 0]
    furniture = {
        index
        for index, piece in enumerate(pieces)
        if is_furniture(piece) or (index < landmarks[0] and is_site_date(piece))
    }
    kept = _within(pieces, inside, landmarks, furniture)
    kept |= _around(pieces, sites, inside, furniture)
    metadata = [
        f"发布日期：{piece.text}" if is_site_date(piece) else _as_text(piece)
        for index, piece in enumerate(pieces)
        if index in furniture and index not in kept
    ]
    return Region([pieces[index] for index in sorted(kept)], metadata, told=True)


def _is_landmark(piece: Piece) -> bool:
    if piece.table is not None:
        return any(STATUTORY.search(cell.text) for cell in piece.table.cells[:12])
    text = piece.text.strip()
    return bool(text) and is_section_title(text.split(BREAK, 1)[0]) and not is_link_list(piece)


def _as_text(piece: Piece) -> str:
    return " ".join(cell.text for cell in piece.table.cells) if piece.table else piece.text


def _core(pieces: list[Piece], landmarks: set[int]) -> etree._Element:
    """The smallest element that holds nearly all of the weight."""
    weights: dict[etree._Element, float] = {}
    for index, piece in enumerate(pieces):
        weight = _weight(piece, index in landmarks)
        weights[piece.holder] = weights.get(piece.holder, 0.0) + weight
    totals: dict[etree._Element, float] = {}
    depths: dict[etree._Element, int] = {}
    for holder, weight in weights.items():
        chain = [holder, *holder.iterancestors()]
        for depth, element in enumerate(reversed(chain)):
            totals[element] = totals.get(element, 0.0) + weight
            depths[element] = depth
    needed = REGION_SHARE * sum(weights.values())
    able = [element for element, total in totals.items() if total >= needed]
    return max(able, key=lambda element: depths[element])


def _weight(piece: Piece, landmark: bool) -> float:
    if piece.table is not None:
        return TABLE_WEIGHT if landmark else 0.0
    if is_link_list(piece):
        return 0.0
    return len(piece.text) + (TITLE_WEIGHT if landmark else 0)


def _sites(pieces: list[Piece], core: etree._Element) -> list[_Site]:
    """For each piece, where it branches off the way from the core to the page's root."""
    levels = {element: level for level, element in enumerate([core, *core.iterancestors()])}
    known: dict[etree._Element, _Site] = {}
    for piece in pieces:
        if piece.holder not in known:
            head: etree._Element | None = None
            element: etree._Element | None = piece.holder
            while element is not None and element not in levels:
                head, element = element, element.getparent()
            level = levels[element] if element is not None else len(levels)
            known[piece.holder] = _Site(level, head)
    # Within the core (level 0) branches do not matter.
    return [known[piece.holder] for piece in pieces]


def _within(
    pieces: list[Piece], inside: list[int], landmarks: list[int], furniture: set[int]
) -> set[int]:
    """The core's pieces, without the furniture before and after the report itself."""
    first, last = landmarks[0], landmarks[-1]
    kept = set()
    for index in inside:
        piece = pieces[index]
        beside = not first <= index <= last
        if index in furniture and (beside or piece.table is not None):
            continue
        if beside and is_link_list(piece) and not _OWN_LINK.search(piece.text):
            continue
        kept.add(index)
    return kept


def _around(
    pieces: list[Piece], sites: list[_Site], inside: list[int], furniture: set[int]
) -> set[int]:
    """Pieces outside the core that belong to the report: going outwards, everything up to the
    first furniture, and beyond it only what reads as its title, its prose or its signature.
    """
    known = squeezed("".join(pieces[index].text for index in inside))
    branches = _branches(sites)
    suspects = [_is_suspect(pieces, members, head, furniture) for (_, head), members in branches]
    levels = [level for (level, _), _ in branches]
    clean_below = min(
        (level for level, suspect in zip(levels, suspects, strict=True) if suspect),
        default=max(levels, default=0) + 1,
    )
    kept: set[int] = set()
    for ((level, head), members), suspect in zip(branches, suspects, strict=True):
        if suspect and (_is_link_branch(pieces, members) or _is_tagged(head)):
            continue
        for index in members:
            if index in furniture or _repeats(pieces[index], known):
                continue
            if level < clean_below or _reads_as_report(pieces, index, inside):
                kept.add(index)
    return kept


_Branch = tuple[tuple[int, etree._Element | None], list[int]]


def _branches(sites: list[_Site]) -> list[_Branch]:
    """The pieces outside the core by the branch they are in; a piece in none is one by itself."""
    grouped: dict[etree._Element, list[int]] = {}
    found: list[_Branch] = []
    for index, site in enumerate(sites):
        if site.level == 0:
            continue
        if site.head is None:
            found.append(((site.level, None), [index]))
        elif site.head in grouped:
            grouped[site.head].append(index)
        else:
            grouped[site.head] = [index]
            found.append(((site.level, site.head), grouped[site.head]))
    return found


def _is_suspect(
    pieces: list[Piece], members: list[int], head: etree._Element | None, furniture: set[int]
) -> bool:
    """Whether a branch holds furniture, or is furniture by its name or its links."""
    if any(_is_landmark(pieces[index]) for index in members):
        return False
    if (head is not None and is_named_furniture(head)) or not furniture.isdisjoint(members):
        return True
    return _is_link_branch(pieces, members)


def _is_tagged(head: etree._Element | None) -> bool:
    return head is not None and is_tagged_furniture(head)


def _is_link_branch(pieces: list[Piece], members: list[int]) -> bool:
    linked = sum(pieces[index].linked for index in members)
    total = sum(len(squeezed(_as_text(pieces[index]))) for index in members)
    return linked > 0 and linked >= BRANCH_LINK_SHARE * total


def _repeats(piece: Piece, known: str) -> bool:
    """Whether a title or a paragraph outside the core is there already (a page's own headline,
    an abstract)."""
    text = squeezed(piece.text)
    return (_is_title(text) or _is_prose(text)) and text in known


def _is_title(text: str) -> bool:
    return 8 <= len(text) <= TITLE_CHARS and bool(_TITLE.search(text)) and text[-1] not in "。；"


def _is_prose(text: str) -> bool:
    return len(text) >= PROSE_CHARS and "。" in text


def _reads_as_report(pieces: list[Piece], index: int, inside: list[int]) -> bool:
    """Whether a piece far from the core is the report's, judged by what it says and where."""
    piece = pieces[index]
    if piece.table is not None or _is_landmark(piece):
        return _is_landmark(piece)
    text = squeezed(piece.text)
    if not text or is_link_list(piece):
        return False
    if _is_prose(text):
        return True
    following = squeezed(pieces[index + 1].text) if index + 1 < len(pieces) else ""
    if index < inside[0]:
        return _is_title(text) or bool(_AGENCY.fullmatch(text) and _is_title(following))
    return bool(_DATE.fullmatch(text) or (_AGENCY.fullmatch(text) and _DATE.fullmatch(following)))
