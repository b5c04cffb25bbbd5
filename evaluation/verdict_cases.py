"""Whether a case made of a reviewer's verdict shows the finding again (`review --cases`)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from evaluation.casebook import BookCase, meets, outcome


def shows_again(code: str, told: Mapping[str, Any]) -> bool:
    """Its code finds just what the case expects; what cannot be told as a case shows nothing."""
    try:
        case = BookCase.model_validate(told)
        found = outcome(case).of(code)
    except (ValidationError, ValueError, KeyError, IndexError):
        return False
    expected = all(any(meets(one, wanted) for one in found) for wanted in case.expect)
    return expected and len(found) == len(case.expect)
