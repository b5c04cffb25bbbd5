"""Figures of applications that speak of one kind, of one manner, of several years."""

from __future__ import annotations

import pytest

from tests.report.telling import applications, facts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("没有收到涉及国家秘密的政府信息公开申请。", {}),
        ("收到申请5件，没有收到涉及商业秘密、个人隐私的申请。", {"received": 5}),
        ("未收到需要另行制作的申请。", {}),
        ("未收到要求公开政府信息的申请。", {"received": 0}),
        ("未收到涉及政府信息公开的申请。", {"received": 0}),
        ("未收到公民、法人要求获取政府信息的申请。", {"received": 0}),
    ],
)
def test_none_of_a_kind(text: str, expected: dict[str, float]) -> None:
    told = facts(text, aspect="applications").applications
    assert {key: [f.value for f in mentions] for key, mentions in told.items()} == {
        key: [value] for key, value in expected.items()
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收到申请5件，延期答复2件。", {"received": 5}),
        ("收到申请5件，其中依法延期后答复2件。", {"received": 5}),
        ("收到申请12件，其中延期答复2件，按期答复10件。", {"received": 12}),
        ("收到申请12件，均按时答复，延期答复2件。", {"received": 12, "answered": 12}),
        ("收到申请12件，按期答复12件，延期答复0件。", {"received": 12, "answered": 12}),
        ("收到申请12件，按时答复12件，无延期答复。", {"received": 12, "answered": 12}),
    ],
)
def test_a_manner_of_answering(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("累计收到申请48件，其中本年收到5件。", {"received": 5}),
        ("截至2023年底累计收到申请48件。2023年收到申请5件。", {"received": 5}),
        ("《条例》施行以来，我局累计收到申请48件。", {}),
        ("全年累计收到申请48件，其中网上收到5件。", {"received": 48}),
        ("累计收到申请48件，办结48件。", {"received": 48, "answered": 48}),
        ("2023年以来，共收到申请5件。", {"received": 5}),
        ("2023年以来收到申请5件。", {"received": 5}),
    ],
)
def test_of_several_years(text: str, expected: dict[str, float]) -> None:
    assert applications(text) == expected


def test_what_is_said_to_be_no_application() -> None:
    text = "收到申请9件。县信访局转来的4件不是申请，没有算。上年没有结转。"
    assert applications(text) == {"received": 9, "carried_in": 0}
