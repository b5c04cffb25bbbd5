"""`nianjian.toml`: severities, switched-off codes, thresholds, exceptions for an agency.

An unknown key is an error that names the nearest known one: a setting that silently does nothing
is worse than none.
"""

from __future__ import annotations

import difflib
import hashlib
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError


class SettingsError(Exception):
    """A settings file that cannot be used: says file, key and the nearest valid one."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Thresholds(_Strict):
    """Where a check's judgement has a dial. Names are the checks' own words."""

    min_confidence: float = Field(default=0.5, ge=0, le=1)
    """Findings less sure than this are not told."""
    approx_tolerance: float = Field(default=0.05, ge=0, le=0.5)
    """How far 余/约 figures may lie from the sum of their parts."""
    growth_tolerance: float = Field(default=1.0, ge=0, le=20)
    """Percentage points by which a printed share or growth rate may differ by rounding."""
    repeated_share: float = Field(default=0.5, gt=0, le=1)
    """From which share of repeated words on a report counts as a copy of last year's (B503)."""
    copied_share: float = Field(default=0.6, gt=0, le=1)
    """From which share of common words on a report counts as a copy of another agency's (B504)."""
    boilerplate_share: float = Field(default=0.5, gt=0, le=1)
    """From which share of boilerplate on, by length, a section is told with samples (B501)."""


class Exempted(_Strict):
    """An agency for which codes are not told, why, and until when."""

    agency: str
    codes: tuple[str, ...]
    reason: str = Field(min_length=2)
    until: date


class Settings(_Strict):
    severity: dict[str, Literal["error", "warning", "hint"]] = Field(default_factory=dict)
    off: tuple[str, ...] = ()
    thresholds: Thresholds = Thresholds()
    exceptions: tuple[Exempted, ...] = ()

    def digest(self) -> str:
        """Names these settings in a record: the same settings, the same digest."""
        return hashlib.sha256(self.model_dump_json().encode()).hexdigest()[:12]

    def exempt(self, agency: str | None, code: str, today: date) -> Exempted | None:
        """The exception that covers this finding, if one does and has not run out."""
        for exempted in self.exceptions:
            if exempted.agency == agency and code in exempted.codes and today <= exempted.until:
                return exempted
        return None


DEFAULT_SETTINGS = Settings()


def load_settings(path: Path, codes: frozenset[str]) -> Settings:
    """The file's settings; `codes` are the catalogue's, so that a mistyped code is told."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}：不是有效的 TOML（{error}）。") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}：无法读取（{error}），请用 UTF-8 保存。") from error
    try:
        settings = Settings.model_validate(raw)
    except ValidationError as error:
        raise SettingsError(f"{path}：{_explained(error)}") from error
    named = [*settings.severity, *settings.off, *(c for e in settings.exceptions for c in e.codes)]
    for code in named:
        if code not in codes:
            raise SettingsError(f"{path}：没有代码 {code}{_nearest(code, codes)}。")
    return settings


def _explained(error: ValidationError) -> str:
    # A mistyped key is also a missing one: what was typed tells more.
    first = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return (
            f"不认识的设置项 {where}{_nearest(str(first['loc'][-1]), _known(first['loc'][:-1]))}。"
        )
    if first["type"] == "missing":
        return f"缺 {where}。"
    return f"{where} 的值不对：{first['msg']}。"


def _known(path: tuple[Any, ...]) -> list[str]:
    """The setting names at a place of the file."""
    places: dict[str, type[BaseModel]] = {"thresholds": Thresholds, "exceptions": Exempted}
    model = places.get(str(path[0]), Settings) if path else Settings
    return list(model.model_fields)


def _nearest(name: str, known: list[str] | frozenset[str]) -> str:
    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.5)
    return f"，是不是 {near[0]}" if near else f"；可用的有：{'、'.join(sorted(known)[:12])}"
