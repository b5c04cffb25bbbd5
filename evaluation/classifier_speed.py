"""How fast the shipped classifier is, on one core, and what loading it costs."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from extractor.language.classify.context import Sight
from extractor.language.classify.model import SentenceClassifier
from extractor.learning.dataset import Example, sights

_ROOT = Path(__file__).resolve().parent.parent
# A report has some fifty sentences: labelling goes report by report, as in the product.
_BATCH = 50
_ROUNDS = 5
_IMPORT_SPACY = "import spacy"
_LOAD = (
    "import spacy, time; start = time.perf_counter(); "
    "from extractor.language.classify.in_use import classifier_in_use; classifier_in_use(); "
    "print(time.perf_counter() - start)"
)


def speed_lines(model: SentenceClassifier, examples: Sequence[Example]) -> list[str]:
    seen = sights(examples)
    best = min(_seconds(model, seen) for _ in range(_ROUNDS))
    rate = len(seen) / best
    spacy = min(
        _run(
            f"import time; s = time.perf_counter(); {_IMPORT_SPACY}; print(time.perf_counter() - s)"
        )
        for _ in range(3)
    )
    load = min(_run(_LOAD) for _ in range(3))
    size = sum(path.stat().st_size for path in (_ROOT / "models" / "default").iterdir())
    return [
        f"Speed: {rate:,.0f} sentences a second on one core, features included",
        f"Loading behind spaCy: {load:.2f} s; importing spaCy: {spacy:.2f} s",
        f"Size: {size / 1e6:.1f} MB",
    ]


def _seconds(model: SentenceClassifier, seen: Sequence[Sight]) -> float:
    start = time.process_time()
    for first in range(0, len(seen), _BATCH):
        model.predict_proba(seen[first : first + _BATCH])
    return time.process_time() - start


def _run(code: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=_ROOT
    )
    return float(done.stdout)
