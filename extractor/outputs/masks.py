"""Personal data that L603 masks stay masked where other findings quote the same words."""

from __future__ import annotations

import re
from collections.abc import Callable

from extractor.report.record import Flag, Record

_CODE = "L603"
MASK = "*"
_NUMBER = re.compile(r"\d{7,17}[\dXx]?")
_KEPT = 3


def mask_for(record: Record) -> Callable[[str], str]:
    """What a quotation goes through before it is shown; nothing changes without an L603."""
    flags = [flag for flag in record.flags if flag.code == _CODE]
    if not flags:
        return lambda text: text
    secrets = {secret: flag.found for flag in flags for secret in _secrets(record, flag)}

    def masked(text: str) -> str:
        for secret, shown in secrets.items():
            text = text.replace(secret, shown or "")
        return _NUMBER.sub(lambda m: m.group()[:_KEPT].ljust(len(m.group()), MASK), text)

    return masked


def _secrets(record: Record, flag: Flag) -> list[str]:
    """The words behind the mask: where the masked evidence fits, they stand in the sentence."""
    at = flag.evidence.find(flag.found) if flag.found else -1
    if at < 0 or flag.found is None:
        return []
    fits = re.compile("".join("." if sign == MASK else re.escape(sign) for sign in flag.evidence))
    found = (fits.search(sentence.text) for sentence in record.sentences)
    return [match.group()[at : at + len(flag.found)] for match in found if match]
