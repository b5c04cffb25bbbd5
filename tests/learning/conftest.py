"""A model that learned the invented sentences: fitted once, changed by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.language.classify import in_use
from extractor.learning.linear import fit_linear
from extractor.learning.retrain.promote import promote
from tests.learning.invented import examples
from tests.learning.toy_models import REPORT, variant


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    fitted = fit_linear(examples())
    fitted.classifier.save(folder, {"doubt": fitted.doubt})
    return folder


@pytest.fixture
def in_models(model: Path, tmp_path: Path) -> tuple[Path, str]:
    """A promoted model where this test's product looks for it."""
    folder, name = variant(model, tmp_path / "m", 0.5)
    target = promote(in_use.models_folder(), folder, name)
    (tmp_path / "报告.txt").write_text(REPORT, encoding="utf-8")
    return target, name
