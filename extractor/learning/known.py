"""What was labelled for the models that ship: nobody need label it again."""

from __future__ import annotations

import json
from collections.abc import Iterator

from extractor.learning.shipped_labels import shipped_labels


def labelled_texts() -> Iterator[str]:
    """Sentences learned from and measured on; none where the labels did not come along."""
    folder = shipped_labels()
    for path in sorted(folder.glob("*.jsonl")) if folder else ():
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield str(json.loads(line)["text"])
