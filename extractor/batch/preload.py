"""Loaded once by the server that forks the workers: they share it, and start at once.

Importing the worker alone would leave the language pipeline and the classifier to each worker's
first report, and a copy of them in each one's memory.
"""

from __future__ import annotations

import contextlib
import gc

from extractor.batch import worker
from extractor.checks.boilerplate.decided import Decided
from extractor.language import again, meant
from extractor.language.classify.folder import ModelError
from extractor.language.classify.in_use import classifier_in_use
from extractor.language.pipeline import pipeline

__all__ = ["worker"]

pipeline()
with contextlib.suppress(ModelError):  # told with the first report, where there is a row for it
    classifier_in_use()
    meant.shipped()
    again.shipped()
    Decided.shipped()
# A collector that marks what all workers share would give each its own copy of those pages.
gc.collect()
gc.freeze()
