"""Where things are kept from one January to the next."""

from __future__ import annotations

import os
from pathlib import Path


def kept_in(name: str, environment: str) -> Path:
    """The place that the environment tells, else one in the user's data folder."""
    told = os.environ.get(environment)
    if told:
        return Path(told)
    import platformdirs

    return Path(platformdirs.user_data_dir("nianjian", appauthor=False)) / name
