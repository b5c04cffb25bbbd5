"""Where verdicts are kept, from one January to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from extractor.decisions.added import AddedStore
from extractor.decisions.log import Line, Logged, moment
from extractor.decisions.model import NO_VERDICT, VERDICTS, Given, Verdict, together
from extractor.decisions.wrote import Wrote
from extractor.user_folder import kept_in

# For tests, and for offices that keep the store on a shared drive.
ENVIRONMENT = "NIANJIAN_STORE"
_FILE = "verdicts.jsonl"


@dataclass(frozen=True, slots=True)
class Kept:
    """A line of the store."""

    given: Given
    code: str
    day: str


def default_store() -> Path:
    return kept_in(_FILE, ENVIRONMENT)


class Store(Logged):
    """All verdicts ever given, the latest of each reviewer in force."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.added = AddedStore(path)
        """What reviewers typed into columns of their own."""

    def verdict(self, flag: str) -> Verdict:
        """What stands for this finding: all its reviewers' latest words together."""
        own = self._in_force.get(flag)
        return together(list(own.values())) if own else NO_VERDICT

    def __len__(self) -> int:
        return sum(len(own) for own in self._in_force.values())

    def unreadable(self) -> list[int]:
        """Lines of the store that do not count, by number."""
        return self._log.unreadable(lambda told: _kept(told) is not None)

    @property
    def kept(self) -> list[Kept]:
        """Every verdict not undone, oldest first, those that were thought over too."""
        return list(self._kept)

    @property
    def in_force(self) -> Iterator[tuple[str, Verdict, str]]:
        """Finding, what stands for it, and its code where that is known."""
        codes = {kept.given.flag: kept.code for kept in self._kept if kept.code}
        for flag in self._in_force:
            yield flag, self.verdict(flag), codes.get(flag, "")

    def add(
        self,
        given: Iterable[Given],
        run: int = 0,
        written: int | None = None,
        wrote: Wrote | None = None,
    ) -> int:
        """Appends what is new; returns how many that were.

        `written`: when the file was last saved. What it then repeats of verdicts that were changed
        or taken back since is an old copy, not somebody's new mind. `wrote`: what we wrote into it
        ourselves, which is nobody's new mind either, however late the file was saved.
        """
        return self._append(
            lambda: [_line(each) for each in given if not self._known(each, written, wrote)], run
        )

    def _known(self, given: Given, written: int | None, wrote: Wrote | None) -> bool:
        """What the store itself put into a file comes back with it: that is nothing new."""
        own = self._in_force.get(given.flag, {})
        if given.verdict in own.values() or given.verdict == self.verdict(given.flag):
            return True
        if (given.flag, given.verdict) not in self._heard:
            return False
        if written is not None and written <= self._changed.get(given.flag, 0):
            return True
        # A file that said the newer verdict and says the older again was typed into once more.
        elsewhere = self._source.get(given.flag) != given.file
        return elsewhere and wrote is not None and wrote.verdict(given.flag, given.verdict.word)

    def _read(self) -> None:
        self._kept: list[Kept] = []
        self._in_force: dict[str, dict[str, Verdict]] = {}
        # What was ever said, by one or by all together, and when a finding's verdict last changed.
        self._heard: set[tuple[str, Verdict]] = set()
        self._changed: dict[str, int] = {}
        self._source: dict[str, str] = {}
        for told, undone in self._log.history():
            kept = _kept(told)
            if kept is None:
                continue
            flag, verdict = kept.given.flag, kept.given.verdict
            self._heard.add((flag, verdict))
            last = max(self._changed.get(flag, 0), moment(told), undone or 0)
            self._changed[flag] = last
            if undone is None:
                self._kept.append(kept)
                self._source[flag] = kept.given.file
                _say(self._in_force.setdefault(flag, {}), verdict)
                self._heard.add((flag, self.verdict(flag)))


def _say(own: dict[str, Verdict], verdict: Verdict) -> None:
    """One more word on a finding: it replaces what the same reviewer said of it."""
    # Signed by several together it settles what they said apart.
    for name in verdict.reviewer.split("、"):
        own.pop(name, None)
    unsigned = own.get("")
    if unsigned is not None and unsigned.word == verdict.word:
        # Signed afterwards: nobody else's word, but the same one with a name to it.
        own.pop("")
    own[verdict.reviewer] = verdict


def _line(given: Given) -> Line:
    return {
        "id": given.flag,
        "code": given.code,
        "verdict": given.verdict.word,
        "reviewer": given.verdict.reviewer,
        "note": given.verdict.note,
        "file": given.file,
        "line": given.line,
    }


def _kept(told: Line) -> Kept | None:
    """None for a line that somebody edited beyond use: it stays in the file, unread."""
    word = told.get("verdict")
    if not isinstance(told.get("id"), str) or (word is not None and word not in VERDICTS):
        return None
    verdict = Verdict(word, str(told.get("reviewer") or ""), str(told.get("note") or ""))
    line = told.get("line")
    number = line if isinstance(line, int) else 0
    code = str(told.get("code") or "")
    given = Given(told["id"], verdict, str(told.get("file") or ""), number, code)
    return Kept(given, code, str(told.get("day") or ""))
