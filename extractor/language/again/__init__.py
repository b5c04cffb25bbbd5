"""Whether a problem is one that was told before, by a small model of problems told again."""

from extractor.language.again.model import ToldAgain, manifest, shipped

__all__ = ["ToldAgain", "manifest", "shipped"]
