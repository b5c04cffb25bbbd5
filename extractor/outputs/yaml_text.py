"""Plain data as YAML that people read: no library needed to write it, any reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

# What YAML or an editor may take for something else, in a block of plain lines.
_UNSAFE = re.compile(r"[^\n\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


def yaml_lines(value: Any, indent: int = 0) -> Iterator[str]:
    """Mappings and lists of mappings in blocks, the rest on one line."""
    if isinstance(value, Mapping):
        for key, own in value.items():
            yield from _entry(key, own, indent)
    else:
        for own in value:
            first, *rest = yaml_lines(own, indent + 2)
            yield f"{' ' * indent}- {first.lstrip(' ')}"
            yield from rest


def _entry(key: str, value: Any, indent: int) -> Iterator[str]:
    pad = " " * indent
    if isinstance(value, str) and "\n" in value and _plain(value):
        yield f"{pad}{key}: |-"
        yield from (f"{pad}  {line}" if line else "" for line in value.split("\n"))
    elif value and (isinstance(value, Mapping) or _of_mappings(value)):
        yield f"{pad}{key}:"
        yield from yaml_lines(value, indent + 2)
    else:
        yield f"{pad}{key}: {_inline(value)}"


def _plain(text: str) -> bool:
    """No sign that a block cannot hold, and no blank at a line's edges that it would lose."""
    safe = not _UNSAFE.search(text) and not _ESCAPED.search(text)
    return safe and text[:1].strip() != "" and not text.endswith("\n")


def _of_mappings(value: Any) -> bool:
    listed = isinstance(value, Sequence) and not isinstance(value, str)
    return listed and all(isinstance(own, Mapping) for own in value)


def _inline(value: Any) -> str:
    """JSON is YAML, but for signs that YAML wants escaped."""
    told = json.dumps(value, ensure_ascii=False)
    return _ESCAPED.sub(lambda sign: f"\\u{ord(sign.group()):04x}", told)
