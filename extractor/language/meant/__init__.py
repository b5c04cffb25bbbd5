"""Which problem a measure is meant for, by a small model of both."""

from extractor.language.meant.grams import grams, own_pairs, pairs
from extractor.language.meant.model import MeantFor
from extractor.language.meant.shipped_model import manifest, shipped

__all__ = ["MeantFor", "grams", "manifest", "own_pairs", "pairs", "shipped"]
