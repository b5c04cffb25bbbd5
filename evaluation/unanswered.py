"""What teaches B506 to decide: development sections, whole and with a measure struck out or
exchanged.

`python -m evaluation.unanswered` reads them, learns how much place, words and sense count, says how
often it would be right on hands that it did not learn from, and writes `models/unanswered/`.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.model_selection import GroupKFold

from evaluation.gold import Report, load_reports, read_lines
from evaluation.gold_narrative import Narrative
from evaluation.passages import BLIND, PASSAGES, Passage, load_passages
from evaluation.planting import printed_text, record
from evaluation.striking import exchanged, struck
from extractor.checks.boilerplate.b506_unanswered import weighable
from extractor.checks.boilerplate.decided import KIND, TREES, Decided, Tree
from extractor.checks.boilerplate.facts_told import plain, readable
from extractor.checks.boilerplate.weighing import NAMES, decided, features
from extractor.checks.model import Case
from extractor.language.classify.folder import write_manifest
from extractor.pipeline import record_of
from extractor.reading import read_source
from extractor.reading.source import Source
from extractor.report.record import Record
from extractor.report.report import read_report

OUT = Path(__file__).parents[1] / "models" / "unanswered"
SEED = 20260101
_FOLDS = 6
_TELLING = 10
_SHORTEST, _LONGEST = 10, 60
_LIMITS = (0.5, 0.7, 0.8, 0.85, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Text:
    """A section as printed, who wrote it, what it says, and how it is read."""

    name: str
    hand: str
    printed: str
    gold: Narrative
    read: Callable[[str], Record]


@dataclass(frozen=True, slots=True)
class Example:
    """A section's problems in numbers, and which of them were left without a measure."""

    hand: str
    kind: str
    table: NDArray[np.float64]
    left: tuple[bool, ...]


def texts() -> Iterator[Text]:
    for part in ("dev", "earlier"):
        for report in load_reports("dev" if part == "dev" else "earlier"):
            printed, gold = printed_text(report), report.gold.narrative
            yield Text(report.gold.id, report.gold.hand, printed, gold, _report_reader(report))
    for path in sorted(PASSAGES.glob("issues-*.yaml")):
        if path.stem not in BLIND:
            for passage in load_passages(path):
                name = f"{path.stem}/{passage.id}"
                yield Text(name, path.stem, passage.text, passage.gold, _passage_reader(passage))


def _report_reader(report: Report) -> Callable[[str], Record]:
    return lambda text: record(Report(report.gold, tuple(read_lines(text)), report.part))


def _passage_reader(passage: Passage) -> Callable[[str], Record]:
    def read(text: str) -> Record:
        printed = Passage.model_construct(id=passage.id, text=text, gold=passage.gold).printed()
        document = read_source(Source(Path(f"{passage.id}.txt"), printed.encode()))
        report = read_report(document)
        case = Case(report, report.sentences, annual_report=True)
        return record_of(case, document, passage.id, None)

    return read


def examples(found: Sequence[Text]) -> Iterator[Example]:
    pool = [
        (text.name, measure.text)
        for text in found
        for measure in text.gold.improvements
        if len(measure.answers) == 1 and _SHORTEST <= len(measure.text) <= _LONGEST
    ]
    for text in found:
        whole = _example(text, text.printed, "whole", None)
        if whole is None:
            continue
        yield whole
        drawn = random.Random(text.name)
        for problem, name in enumerate(text.gold.problems):
            own = [m.text for m in text.gold.improvements if problem in m.answers]
            shared = any(len(m.answers) > 1 for m in text.gold.improvements if m.text in own)
            if not own or shared or len(own) == len(text.gold.improvements):
                continue
            without = struck(text.printed, own, [m.text for m in text.gold.improvements])
            yield from _made(text, without, "struck", name)
            if len(own) == 1:
                other = drawn.choice([told for source, told in pool if source != text.name])
                yield from _made(text, exchanged(text.printed, own[0], other), "exchanged", name)


def _made(text: Text, printed: str | None, kind: str, problem: str) -> Iterator[Example]:
    made = _example(text, printed, kind, problem) if printed is not None else None
    if made is not None and sum(made.left) == 1:
        yield made


def _example(text: Text, printed: str, kind: str, left: str | None) -> Example | None:
    """Problems to which the gold knows no measure anyway are left out."""
    found = weighable(text.read(printed))
    if found is None:
        return None
    problems, measures = found
    table = features(problems, measures)
    answered = {i for m in text.gold.improvements for i in m.answers}
    doubtful = [p for i, p in enumerate(text.gold.problems) if i not in answered]
    is_left = [left is not None and _same(one.words, left) for one in problems]
    kept = [
        i
        for i, one in enumerate(problems)
        if is_left[i] or not any(_same(one.words, name) for name in doubtful)
    ]
    if not len(table) or not kept:
        return None
    return Example(text.hand, kind, table[kept], tuple(is_left[i] for i in kept))


def _same(words: str, name: str) -> bool:
    one, other = readable(plain(words)), readable(plain(name))
    return other[:_TELLING] in one or one[:_TELLING] in other


def _model() -> GradientBoostingClassifier:
    return GradientBoostingClassifier(
        n_estimators=160,
        learning_rate=0.07,
        max_depth=4,
        min_samples_leaf=25,
        subsample=0.7,
        max_features=0.5,
        random_state=SEED,
    )


def _stacked(found: Iterable[Example]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    found = list(found)
    return np.concatenate([e.table for e in found]), np.array([x for e in found for x in e.left])


def measured(found: Sequence[Example]) -> list[str]:
    """How often the decision is right on hands left out, section by section."""
    firsts: list[tuple[Example, NDArray[np.float64]]] = []
    hands = [example.hand for example in found]
    for learned, asked in GroupKFold(_FOLDS).split(hands, groups=hands):
        model = _model().fit(*_stacked(found[i] for i in learned))
        firsts += [(found[i], model.predict_proba(found[i].table)[:, 1]) for i in asked]
    out = ["limit: whole sections told wrongly; left problems found, struck and exchanged; others"]
    asked = {f"{limit:.2f}": limit for limit in _LIMITS} | {"product": None}
    for name, limit in asked.items():
        told = [(example, _told(example, odds, limit)) for example, odds in firsts]
        whole = [bool(said.any()) for example, said in told if example.kind == "whole"]
        row = f"  {name:7}  {sum(whole):3} of {len(whole)} ({np.mean(whole):.1%})"
        others = 0
        for kind in ("struck", "exchanged"):
            own = [(np.array(e.left), said) for e, said in told if e.kind == kind]
            hits = [bool((left & said).any()) for left, said in own]
            others += sum(bool((~left & said).any()) for left, said in own)
            row += f"  {kind} {sum(hits)} of {len(hits)} ({np.mean(hits):.1%})"
        out.append(f"{row}  another problem {others}")
    return out


def _told(example: Example, odds: NDArray[np.float64], limit: float | None) -> NDArray[np.bool_]:
    """Which problems are told as left: from a limit on, or as the product decides."""
    if limit is not None:
        return odds >= limit
    found = np.zeros(len(odds), dtype=bool)
    found[decided(example.table, odds.tolist())] = True
    return found


def as_decided(model: GradientBoostingClassifier, start: float) -> Decided:
    trees = []
    for (grown,) in model.estimators_:
        tree = grown.tree_
        trees.append(
            Tree(
                [int(n) for n in tree.feature],
                [float(x) for x in tree.threshold],
                [int(n) for n in tree.children_left],
                [int(n) for n in tree.children_right],
                [round(float(x), 6) for x in tree.value[:, 0, 0]],
            )
        )
    return Decided(start, model.learning_rate, NAMES, trees)


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=OUT, help="folder (default: %(default)s)")
    options = parser.parse_args(arguments)
    found = list(examples(list(texts())))
    lines = measured(found)
    print("\n".join(lines))
    table, left = _stacked(found)
    model = _model().fit(table, left)
    start = float(np.log(left.mean() / (1 - left.mean())))
    as_decided(model, start).save(options.out)
    card = {"trained_on": {"sections": len(found), "problems": len(left), "left": int(left.sum())}}
    write_manifest(options.out, KIND, card, [TREES])
    return 0


if __name__ == "__main__":
    sys.exit(main())
