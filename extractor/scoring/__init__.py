"""Findings → points, by a rubric that users can replace."""

from extractor.scoring.rubric import Rubric, RubricError, default_rubric, load_rubric
from extractor.scoring.score import scored

__all__ = ["Rubric", "RubricError", "default_rubric", "load_rubric", "scored"]
