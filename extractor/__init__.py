"""nianjian: reads, checks and scores Chinese open-government annual reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from extractor.outputs.frames import Frames

__version__ = "0.1.0"


def load(folder: str | Path) -> Frames:
    """The results that `nianjian score` wrote, as pandas DataFrames."""
    # pandas takes longer to load than most commands to run.
    from extractor.outputs.frames import load as load_frames

    return load_frames(folder)
