"""Which site a figure belongs to, where more than one is named."""

from __future__ import annotations

import pytest

from tests.report.telling import facts

BOTH = "通过云岭县人民政府门户网站和云岭县财政局门户网站公开信息。"


def platforms(text: str) -> list[tuple[str, float | None]]:
    told = facts(text, aspect="platform").platforms
    return [(p.name, p.count.value if p.count else None) for p in told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{BOTH}门户网站全年发布信息208条。",
            [("云岭县人民政府门户网站", None), ("云岭县财政局门户网站", None)],
        ),
        (
            f"{BOTH}云岭县财政局门户网站全年发布信息208条。",
            [("云岭县人民政府门户网站", None), ("云岭县财政局门户网站", 208)],
        ),
        # One site under two names.
        (
            "云岭县人民政府门户网站全年运行平稳。县政府网站发布信息96条。",
            [("云岭县人民政府门户网站", 96)],
        ),
        (
            "云岭县政府门户网站全年运行平稳。门户网站发布信息96条。",
            [("云岭县政府门户网站", 96)],
        ),
    ],
)
def test_sites(text: str, expected: list[tuple[str, float | None]]) -> None:
    assert platforms(text) == expected


def test_a_figure_in_brackets_is_of_the_channel_in_front_of_it() -> None:
    text = (
        "全年公开政府信息4,820条，近七成来自市政府网站（3,326条），其后为“澜安环境”微信公众号"
        "（1,012条）和局官方微博（482条）。"
    )
    told = facts(text, aspect="disclosure").platforms
    assert {p.name: p.count.value for p in told if p.count} == {
        "市政府网站": 3326,
        "“澜安环境”微信公众号": 1012,
        "局官方微博": 482,
    }
