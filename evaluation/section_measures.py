"""For problems of development sections, a measure that misses and a measure that answers.

`training_data/sections/hand-*.jsonl`: each line names a section, one of its problems, a near miss
(on the same matter, mending another lack) and a true answer in quite other words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

SECTIONS = Path(__file__).parents[1] / "training_data" / "sections"


class SectionMeasures(BaseModel):
    """What was written for one problem, in the grammar of the measure that it had."""

    model_config = ConfigDict(extra="forbid")

    text: str
    """The section: a report's id, or a file of passages and the passage's id."""
    problem: int = Field(ge=0)
    """Its place among the section's problems in the gold."""
    near: str = Field(min_length=4)
    answer: str = Field(min_length=4)


@cache
def section_measures() -> Mapping[tuple[str, int], Sequence[SectionMeasures]]:
    """By section and problem."""
    found: dict[tuple[str, int], list[SectionMeasures]] = {}
    for path in sorted(SECTIONS.glob("hand-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            one = SectionMeasures.model_validate_json(line)
            found.setdefault((one.text, one.problem), []).append(one)
    return found
