"""The batch that several files of tests look at is run once."""

from __future__ import annotations

import pytest

from tests.roster.a_batch import Done


@pytest.fixture(scope="package")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    return Done(tmp_path_factory.mktemp("roster"))
