"""Makes what L606 knows of the genre's words: `extractor/checks/language/words/*.txt`.

In: reports (their document frequencies) and law texts (counts of n-grams; nothing of their wording
goes out but n-grams that reports hold too, and common pairs of characters). Out: fixed expressions
with the places where a character is all but certain, neighbours that are common, characters by
sound. Needs pypinyin (MIT), which the product itself does not.

`python -m extractor.learning.genre_words --laws laws.txt.gz --without hand-j REPORT…`
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "checks" / "language" / "words"
_RUN = re.compile(r"[\u4e00-\u9fff]+")
_SIZES = (1, 2, 3, 4)
# A report weighs as much as so many occurrences in the laws: the genre is theirs.
_REPORT = 100
# Fixed expressions: in so many reports, or in one and so often in the laws.
_IN_REPORTS = {3: 5, 4: 3}
_IN_LAWS = {3: 500, 4: 200}
# Of all that stands in the expression's place the character makes up so much at least, and of all
# that sounds like it so much.
_SHARE, _SHARE_OF_SOUND = 0.35, 0.8
# A misspelling that is attested more often than this, to the right word's count, may be right.
_ATTESTED = 0.003
# The character and a neighbour meet so much oftener than by chance: they make a word.
_BOUND = 30
_COMMON, _VERY_COMMON = 100, 1000
# Long counts are thinned out now and then: what stands once only teaches nothing.
_MOST_GRAMS = 6_000_000


@dataclass(frozen=True, slots=True)
class Counts:
    """Weights of n-grams by length, and of every context with one character left open."""

    weights: dict[int, Counter[str]]
    reports: Counter[str]
    sounds: dict[str, str]

    def bound(self, pair: str) -> bool:
        both, single = self.weights[2][pair], self.weights[1]
        chance = (single[pair[0]] + 1) * (single[pair[1]] + 1) / single.total()
        return both >= _BOUND * chance


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--laws", type=Path, required=True, help="gzip, one paragraph a line")
    parser.add_argument("--without", default="-", help="first letters of reports to leave out")
    options = parser.parse_args(arguments)
    paths = [path for path in options.reports if not path.name.startswith(options.without)]
    counts = _counts(options.laws, [path.read_text(encoding="utf-8") for path in paths])
    FOLDER.mkdir(exist_ok=True)
    _write("expressions.txt", _expressions(counts))
    _write("neighbours.txt", _neighbours(counts))
    _write("sounds.txt", _by_sound(counts.sounds))


def _counts(laws: Path, reports: Iterable[str]) -> Counts:
    weights: dict[int, Counter[str]] = {size: Counter() for size in _SIZES}
    with gzip.open(laws, "rt", encoding="utf-8") as lines:
        for line in lines:
            for size in _SIZES:
                weights[size].update(_grams(line, size))
                if len(weights[size]) > _MOST_GRAMS:
                    weights[size] = _repeated(weights[size])
    weights = {size: _repeated(counted) for size, counted in weights.items()}
    in_reports: Counter[str] = Counter()
    for text in reports:
        in_reports.update({gram for size in (2, 3, 4) for gram in _grams(text, size)})
    for gram, times in in_reports.items():
        weights[len(gram)][gram] += times * _REPORT
        if len(gram) == 2:
            weights[1][gram[0]] += times * _REPORT
    return Counts(weights, in_reports, _sounds())


def _grams(text: str, size: int) -> Iterator[str]:
    for run in _RUN.findall(text):
        yield from (run[at : at + size] for at in range(len(run) - size + 1))


def _repeated(counted: Counter[str]) -> Counter[str]:
    return Counter({gram: times for gram, times in counted.items() if times > 1})


def _sounds() -> dict[str, str]:
    """Every character of GB 2312 with its syllable as careless typists know it: no tones, zh as z,
    ing as in.
    """
    pinyin = import_module("pypinyin").lazy_pinyin
    codes = (bytes((high, low)) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    characters = (code.decode("gb2312", errors="ignore") for code in codes)
    return {
        char: re.sub("ng$", "n", re.sub("^([zcs])h", r"\1", pinyin(char)[0]))
        for char in characters
        if char
    }


def _expressions(counts: Counts) -> Iterator[str]:
    """绩效考核 23: the places at which a like-sounding character would be a slip; then, behind !,
    what looks like one and is attested.
    """
    laws = {
        gram: counts.weights[len(gram)][gram] - _REPORT * n for gram, n in counts.reports.items()
    }
    known = [
        gram
        for gram, times in counts.reports.items()
        if (size := len(gram)) > 2 and (times >= _IN_REPORTS[size] or laws[gram] >= _IN_LAWS[size])
    ]
    open_weights = _open_weights(counts, known)
    attested: set[str] = set()
    known.sort(key=lambda gram: (-counts.weights[len(gram)][gram], gram))
    for gram in known:
        places = [at for at in range(len(gram)) if _certain(counts, open_weights, gram, at)]
        for at in places:
            attested |= _attested(counts, gram, at, open_weights)
        if places:
            yield gram + " " + "".join(map(str, places))
    yield from (f"!{gram}" for gram in sorted(attested))


def _open_weights(counts: Counts, known: Iterable[str]) -> dict[str, dict[str, int]]:
    """For every expression with one place left open: what stands there, and how often."""
    wanted: dict[str, dict[str, int]] = {_open(gram, at): {} for gram in known for at in range(4)}
    for size in (3, 4):
        for gram, weight in counts.weights[size].items():
            for at in range(size):
                if (found := wanted.get(_open(gram, at))) is not None:
                    found[gram[at]] = weight
    return wanted


def _open(gram: str, at: int) -> str:
    return f"{gram[:at]}*{gram[at + 1 :]}"


def _certain(counts: Counts, opened: dict[str, dict[str, int]], gram: str, at: int) -> bool:
    """Whether the character belongs there: part of a word within, and most of what stands there."""
    pairs = [gram[at - 1 : at + 1]] * (at > 0) + [gram[at : at + 2]] * (at < len(gram) - 1)
    if not any(counts.bound(pair) for pair in pairs):
        return False
    own, there = counts.weights[len(gram)][gram], opened[_open(gram, at)]
    sound = counts.sounds.get(gram[at])
    alike = sum(weight for char, weight in there.items() if counts.sounds.get(char) == sound)
    return own >= _SHARE * sum(there.values()) and own >= _SHARE_OF_SOUND * alike


def _attested(counts: Counts, gram: str, at: int, opened: dict[str, dict[str, int]]) -> set[str]:
    own, sound = counts.weights[len(gram)][gram], counts.sounds.get(gram[at])
    return {
        gram[:at] + char + gram[at + 1 :]
        for char, weight in opened[_open(gram, at)].items()
        if char != gram[at] and counts.sounds.get(char) == sound and weight > own * _ATTESTED
    }


def _neighbours(counts: Counts) -> Iterator[str]:
    """政 府务策 协法: what often stands behind a character, the very common first."""
    behind: dict[str, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for pair, weight in sorted(counts.weights[2].items()):
        if weight >= _COMMON:
            behind[pair[0]][weight < _VERY_COMMON].append(pair[1])
    yield from (
        f"{first} {''.join(very)} {''.join(others)}" for first, (very, others) in behind.items()
    )


def _by_sound(sounds: dict[str, str]) -> Iterator[str]:
    alike: dict[str, list[str]] = defaultdict(list)
    for char, sound in sounds.items():
        alike[sound].append(char)
    return ("".join(chars) for _, chars in sorted(alike.items()) if len(chars) > 1)


def _write(name: str, lines: Iterable[str]) -> None:
    (FOLDER / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
