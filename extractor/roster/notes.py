"""Notes of a record that its readers must see: they stand in the column 说明 too."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.checks.model import Language, Said

_ROSTER = Said("名册：", "roster: ")
_LAST_YEAR = Said("上年：", "last year: ")
_COPIES = Said("版本：", "versions: ")
_BEGINNINGS = tuple(
    said.told(lang) for said in (_ROSTER, _LAST_YEAR, _COPIES) for lang in ("zh", "en")
)


def of_roster(said: Said, lang: Language) -> str:
    return _ROSTER.told(lang) + said.told(lang)


def of_last_year(said: Said, lang: Language) -> str:
    return _LAST_YEAR.told(lang) + said.told(lang)


def of_copies(said: Said, lang: Language) -> str:
    return _COPIES.told(lang) + said.told(lang)


def remarked(notes: Iterable[str]) -> list[str]:
    """Those of the notes that are ours."""
    return [note for note in notes if note.startswith(_BEGINNINGS)]
