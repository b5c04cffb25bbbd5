"""From two passes of labels to the labelled sentences that models learn from.

`python -m evaluation.labelling` reads `training_data/passes.jsonl` (every sentence with the labels
of both passes and, where they differ, the settled ones), writes `training_data/labels/*.jsonl` anew
and prints how far the passes agree; `labels/agreement.txt` keeps that.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from extractor.language.classify.labels import HEADS, Head
from extractor.learning.dataset import Example, Labels, save_examples
from extractor.learning.measures import kappa

TRAINING = Path(__file__).resolve().parent.parent / "training_data"
PASSES, LABELS = TRAINING / "passes.jsonl", TRAINING / "labels"
# Whole hands that no development looks at: they only ever give totals. The hands of the
# held-back gold reports are among them.
HELD_HANDS = frozenset({"hand-j"})
_HELD_PREFIX = "held-"


class Passed(BaseModel):
    """A sentence with what each pass said of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    text: str
    section: str | None
    aspect: str | None
    heading: str | None
    year: int | None
    report: str
    hand: str
    first: Labels
    second: Labels
    settled: Labels | None = None

    def example(self) -> Example:
        labels = self.settled or self.first
        if self.settled is None and self.first != self.second:
            raise ValueError(f"{self.id}: the passes differ and nobody settled it")
        kept = self.model_dump(exclude={"first", "second", "settled"})
        return Example(labels=labels, **kept)

    @property
    def held(self) -> bool:
        return self.hand in HELD_HANDS or self.hand.startswith(_HELD_PREFIX)


def load_passes(path: Path = PASSES) -> list[Passed]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Passed.model_validate_json(line) for line in lines]


def agreement(passed: Sequence[Passed]) -> list[str]:
    """Cohen's kappa between the passes, a line a head."""
    lines = [f"{len(passed)} sentences, each labelled in two passes that did not see each other"]
    for head in HEADS:
        one = [sentence.first.of(head) for sentence in passed]
        two = [sentence.second.of(head) for sentence in passed]
        same = sum(a == b for a, b in zip(one, two, strict=True)) / len(one)
        lines.append(f"  {head:10} kappa {kappa(one, two):.3f}, same label {same:.1%}")
    return lines


def composition(name: str, examples: Sequence[Example]) -> list[str]:
    hands, reports = {e.hand for e in examples}, {e.report for e in examples}
    lines = [f"{name}: {len(examples)} sentences, {len(reports)} reports, {len(hands)} hands"]
    return lines + [f"  {head}: {_counts(examples, head)}" for head in HEADS]


def _counts(examples: Sequence[Example], head: Head) -> str:
    said = [example.labels.of(head) for example in examples]
    return ", ".join(f"{name} {said.count(name)}" for name in HEADS[head])


def main() -> int:
    passed = load_passes()
    development = [sentence.example() for sentence in passed if not sentence.held]
    held = [sentence.example() for sentence in passed if sentence.held]
    LABELS.mkdir(exist_ok=True)
    save_examples(LABELS / "development.jsonl", development)
    save_examples(LABELS / "held.jsonl", held)
    out = agreement(passed)
    out += composition("development", development) + composition("held back", held)
    (LABELS / "agreement.txt").write_text("\n".join(out) + "\n", encoding="utf-8")
    print("\n".join(out))
    return 0


if __name__ == "__main__":
    sys.exit(main())
