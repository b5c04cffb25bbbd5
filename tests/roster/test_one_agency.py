"""One agency printed in two ways is one; what may be two stays two."""

from __future__ import annotations

import pytest

from extractor.roster.one_agency import Agencies


def known(*told: tuple[str | None, str]) -> list[str]:
    agencies = Agencies()
    for region, agency in told:
        agencies.add(region, agency)
    return [agencies.of(region, agency) for region, agency in told]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("禾湾县政府办公室", "禾湾县人民政府办公室"),
        ("禾湾县公安局(交通警察大队)", "禾湾县公安局（交通警察大队）"),
        ("鹭汀市禾湾县民政局", "禾湾县民政局"),
        ("鹭汀市禾湾县柳坝镇人民政府", "禾湾县柳坝镇人民政府"),
        ("青岭省鹭汀市禾湾县民政局", "鹭汀市禾湾县民政局"),
    ],
)
def test_one_agency(name: str, other: str) -> None:
    one, two = known(("禾湾县", name), ("禾湾县", other))
    assert one == two


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("禾湾县人民政府", "禾湾县人民政府办公室"),
        ("鹭汀市民政局", "禾湾县民政局"),
        ("禾湾县公安局（交通警察大队）", "禾湾县公安局"),
    ],
)
def test_two_agencies(name: str, other: str) -> None:
    one, two = known(("禾湾县", name), ("禾湾县", other))
    assert one != two


def test_districts_of_one_name_in_two_cities_stay_as_they_are_printed() -> None:
    names = ["鹭汀市鼓楼区民政局", "石亭市鼓楼区民政局", "鼓楼区民政局"]
    assert len(set(known(*(("鼓楼区", name) for name in names)))) == 3
