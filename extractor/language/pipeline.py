"""The spaCy pipeline: one Doc per text, its findings as span groups.

Every character is a token, so character and token offsets are the same and any stretch of text is
a span. Each component fills one span group and keeps the parsed value beside it; `Analysis` hands
both on without the spaCy ceremony.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from extractor.language.names import Name, names
from extractor.language.quantities import Quantity, quantities
from extractor.language.sentences import Sentence, sentences
from extractor.language.times import Date, Year, dates, years
from extractor.language.titles import DocumentNumber, Title, document_numbers, titles

if TYPE_CHECKING:
    # spaCy takes longer to load than a report to read: only who analyses a text waits for it.
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


class _Located(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


GROUPS: dict[str, Callable[[str], Sequence[_Located]]] = {
    "sentences": sentences,
    "quantities": quantities,
    "years": years,
    "dates": dates,
    "titles": titles,
    "document_numbers": document_numbers,
    "names": names,
}


_TEXT = "text"


class _Marker:
    """A component that marks one kind of thing."""

    def __init__(self, group: str) -> None:
        self.group = group

    def __call__(self, doc: Doc) -> Doc:
        from spacy.tokens import SpanGroup

        text = _text_of(doc)
        found = GROUPS[self.group](text)
        spans = (doc.char_span(item.start, item.end, alignment_mode="expand") for item in found)
        doc.spans[self.group] = SpanGroup(doc, spans=[span for span in spans if span is not None])
        doc.user_data[self.group] = found
        return doc


def _text_of(doc: Doc) -> str:
    """A Doc joins its characters anew whenever it is asked for its text; ours keep it."""
    if _TEXT not in doc.user_data:
        doc.user_data[_TEXT] = doc.text
    text: str = doc.user_data[_TEXT]
    return text


class _Characters:
    """A token a character, as spaCy's own Chinese tokenizer gives by default; that one aligns its
    words with the text again, which takes twice as long as all else that a Doc costs."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        from spacy.tokens import Doc

        return Doc(self.vocab, words=list(text), spaces=[False] * len(text))


def _make_marker(nlp: Language, name: str, group: str) -> Callable[[Doc], Doc]:
    return _Marker(group)


@cache
def pipeline() -> Language:
    """The pipeline, made once per process."""
    import spacy
    from spacy.language import Language

    default = {"group": "sentences"}
    Language.factory("nianjian_marker", default_config=default, func=_make_marker)
    nlp = spacy.blank("zh")
    nlp.tokenizer = _Characters(nlp.vocab)
    nlp.max_length = 20_000_000  # no parser or NER here: memory is not the limit spaCy guards
    for group in GROUPS:
        nlp.add_pipe("nianjian_marker", name=group, config={"group": group})
    return nlp


@dataclass(frozen=True, slots=True)
class Analysis:
    """A text with everything the pipeline marked in it."""

    doc: Doc
    text: str

    def _group(self, name: str) -> Any:
        return self.doc.user_data[name]

    @property
    def sentences(self) -> list[Sentence]:
        found: list[Sentence] = self._group("sentences")
        return found

    @property
    def quantities(self) -> list[Quantity]:
        found: list[Quantity] = self._group("quantities")
        return found

    @property
    def years(self) -> list[Year]:
        found: list[Year] = self._group("years")
        return found

    @property
    def dates(self) -> list[Date]:
        found: list[Date] = self._group("dates")
        return found

    @property
    def titles(self) -> list[Title]:
        found: list[Title] = self._group("titles")
        return found

    @property
    def document_numbers(self) -> list[DocumentNumber]:
        found: list[DocumentNumber] = self._group("document_numbers")
        return found

    @property
    def names(self) -> list[Name]:
        found: list[Name] = self._group("names")
        return found


def analyse(text: str) -> Analysis:
    """The text with its sentences, quantities, times, titles, numbers of documents, and names."""
    nlp = pipeline()
    doc = nlp.make_doc(text)
    doc.user_data[_TEXT] = text
    return Analysis(nlp(doc), text)
