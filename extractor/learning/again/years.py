"""What it is trained on: an office's problems of one year, told again the next, and other ones."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from extractor.learning.dataset import DatasetError


class Years(BaseModel):
    """One office: last year's problems, each told again at the same place, and other ones."""

    model_config = ConfigDict(extra="forbid")

    office: str
    last: list[str] = Field(min_length=1)
    retold: list[str]
    new: list[str]

    @model_validator(mode="after")
    def _each_at_its_place(self) -> Years:
        if len(self.retold) != len(self.last):
            raise ValueError("last and retold differ in length")
        return self


def load_years(path: Path) -> list[Years]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetError(f"{path}: {error}") from error
    found = []
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        try:
            found.append(Years.model_validate_json(text))
        except ValidationError as error:
            raise DatasetError(f"{path}: 第{number}行 {error.errors()[0]['msg']}") from error
    return found
