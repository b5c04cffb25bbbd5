"""The statutory tables' rows and columns by their keys in the record, for both forms."""

from __future__ import annotations

from typing import Literal

Form = Literal["2019", "2021"]

_ISSUED = ("issued", "repealed", "in_force")
_MADE = ("made", "disclosed", "total")
_CHANGE = ("previous", "change", "decisions")

DISCLOSURE: dict[Form, dict[str, tuple[str, ...]]] = {
    "2021": {
        "regulations": _ISSUED,
        "normative_documents": _ISSUED,
        "licensing": ("decisions",),
        "penalties": ("decisions",),
        "coercion": ("decisions",),
        "fees": ("amount",),
    },
    "2019": {
        "regulations": _MADE,
        "normative_documents": _MADE,
        "licensing": _CHANGE,
        "other_services": _CHANGE,
        "penalties": _CHANGE,
        "coercion": _CHANGE,
        "fees": ("previous", "change"),
        "procurement": ("projects", "amount"),
    },
}

APPLICANTS = ("individual", "business", "research", "nonprofit", "legal", "other", "total")

_OUTCOMES = (
    "granted",
    "partial",
    "refused.state_secret",
    "refused.other_law",
    "refused.safety_stability",
    "refused.third_party",
    "refused.internal_affairs",
    "refused.process",
    "refused.enforcement_file",
    "refused.admin_query",
    "unavailable.not_held",
    "unavailable.needs_creation",
    "unavailable.unclear",
    "not_processed.petition",
    "not_processed.repeat",
    "not_processed.publication",
    "not_processed.mass_repeat",
    "not_processed.reconfirm",
)
OUTCOMES: dict[Form, tuple[str, ...]] = {
    "2019": (*_OUTCOMES, "other"),
    "2021": (
        *_OUTCOMES,
        "other.overdue_correction",
        "other.overdue_payment",
        "other.other",
    ),
}
APPLICATIONS: dict[Form, tuple[str, ...]] = {
    form: ("new", "carried_in", *outcomes, "total", "carried_out")
    for form, outcomes in OUTCOMES.items()
}

DISPUTES = ("review", "suit_direct", "suit_after_review")
RESULTS = ("upheld", "corrected", "other", "pending", "total")
