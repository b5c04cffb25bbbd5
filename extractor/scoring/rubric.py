"""`rubric.toml`: how many points a report can lose, and what takes them."""

from __future__ import annotations

import difflib
import hashlib
import math
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from extractor.checks.catalogue import CODES
from extractor.report.record.base import Severity

Dimension = Literal["structure", "tables", "consistency", "years", "substance", "language"]
DIMENSIONS: tuple[Dimension, ...] = get_args(Dimension)
FULL = 100


class RubricError(Exception):
    """A rubric that cannot be used: says file, key and what is wrong with it."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CodeCost(_Strict):
    """What one code takes; what is not given is the default's."""

    error: float | None = Field(default=None, ge=0, le=FULL)
    warning: float | None = Field(default=None, ge=0, le=FULL)
    hint: float | None = Field(default=None, ge=0, le=FULL)
    cap: float | None = Field(default=None, ge=0, le=FULL)


class DefaultCost(_Strict):
    error: float = Field(ge=0, le=FULL)
    warning: float = Field(ge=0, le=FULL)
    hint: float = Field(ge=0, le=FULL)
    cap: float = Field(ge=0, le=FULL)


class Rubric(_Strict):
    dimensions: dict[Dimension, float]
    families: dict[str, Dimension]
    default: DefaultCost
    codes: dict[str, CodeCost] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _whole(self) -> Rubric:
        missing = [name for name in DIMENSIONS if name not in self.dimensions]
        if missing:
            raise ValueError(f"dimensions 缺 {'、'.join(missing)}")
        if not all(math.isfinite(points) for points in self.dimensions.values()):
            raise ValueError("dimensions 须是数字")
        if any(points < 0 for points in self.dimensions.values()):
            raise ValueError("dimensions 不能为负")
        total = sum(self.dimensions.values())
        if abs(total - FULL) > 1e-9:
            raise ValueError(f"dimensions 合计应为 {FULL}，现为 {total:g}")
        return self

    def digest(self) -> str:
        """The same rubric, the same digest, whatever its layout."""
        told = self.model_dump_json(exclude_none=True)
        return hashlib.sha256(told.encode()).hexdigest()[:12]

    def dimension(self, code: str) -> Dimension | None:
        return self.families.get(code[:1])

    def cost(self, code: str, severity: Severity) -> float:
        own = getattr(self.codes.get(code, CodeCost()), severity)
        return float(own if own is not None else getattr(self.default, severity))

    def cap(self, code: str) -> float:
        own = self.codes.get(code, CodeCost()).cap
        return own if own is not None else self.default.cap


@cache
def default_rubric() -> Rubric:
    shipped = files("extractor.scoring").joinpath("rubric.toml").read_text(encoding="utf-8")
    return Rubric.model_validate(tomllib.loads(shipped))


def load_rubric(path: Path) -> Rubric:
    try:
        rubric = Rubric.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except tomllib.TOMLDecodeError as error:
        raise RubricError(f"{path}：不是有效的 TOML（{error}）。") from error
    except (OSError, UnicodeDecodeError) as error:
        raise RubricError(f"{path}：无法读取（{error}），请用 UTF-8 保存。") from error
    except ValidationError as error:
        raise RubricError(f"{path}：{_explained(error)}") from error
    # A mistyped code would silently cost what the default says.
    known = CODES | default_rubric().codes.keys()
    for code in rubric.codes:
        if code not in known:
            near = difflib.get_close_matches(code, known, n=1, cutoff=0.5)
            raise RubricError(
                f"{path}：没有代码 {code}" + (f"，是不是 {near[0]}？" if near else "。")
            )
    return rubric


def _explained(error: ValidationError) -> str:
    # A mistyped key is also a missing one: what was typed tells more.
    first = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        known = [*Rubric.model_fields, *DefaultCost.model_fields]
        near = difflib.get_close_matches(str(first["loc"][-1]), known, n=1, cutoff=0.5)
        return f"不认识的项 {where}" + (f"，是不是 {near[0]}？" if near else "。")
    if first["type"] == "missing":
        return f"缺 {where}。"
    return f"{where or '评分表'}：{first['msg'].removeprefix('Value error, ')}。"
