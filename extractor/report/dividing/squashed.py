"""The beginning of a line without blanks and residue, each character with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A heading with its number is shorter than this; what follows it in a paragraph need not be read.
LINE_CHARS = 100
# What converters leave in front of or around a heading.
_RESIDUE = re.compile(r"(?:\[bookmark:[^\]\n]{0,60}\]|[\s#*＊>·•●■◆▲])+")


@dataclass(frozen=True, slots=True)
class Squashed:
    """Characters without blanks; `offsets[i]` is where `text[i]` stands, plus one for the end."""

    source: str
    text: str
    offsets: tuple[int, ...]
    whole: bool
    """Whether the line ends where `text` ends."""

    def start(self, index: int) -> int:
        """Where the character at `index` stands in the source, or where the stretch ends."""
        return self.offsets[index]

    def end(self, index: int) -> int:
        """Where the character before `index` ends in the source."""
        return self.offsets[index - 1] + 1 if index else self.offsets[0]

    def printed(self, first: int, last: int) -> str:
        """The characters from `first` to before `last` as they stand in the source."""
        return self.source[self.start(first) : self.end(last)]

    def blank_before(self, index: int) -> bool:
        """Whether something that is no part of the words stands before the character."""
        return 0 < index < len(self.text) and self.offsets[index] > self.offsets[index - 1] + 1


def squashed(source: str, start: int, stop: int) -> Squashed:
    """The stretch's beginning, squashed."""
    lead = _RESIDUE.match(source, start, stop)
    position = lead.end() if lead else start
    limit = min(stop, position + LINE_CHARS)
    offsets = [at for at in range(position, limit) if source[at] not in " \t\n*"]
    text = "".join([source[at] for at in offsets])
    return Squashed(source, text, (*offsets, limit), limit == stop)
