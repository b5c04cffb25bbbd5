"""撤县设市: the same body of a county that is called otherwise is thought of, never paired."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.batch.journal import Brief
from extractor.batch.previous import Previous
from extractor.batch.renamed import suggested
from extractor.report.record import Record
from tests.batch.neighbouring import record, sentences

Agency = tuple[str, str]
COUNTY = ("柳湾县", "柳湾县财政局")
CITY = ("柳湾市", "柳湾市财政局")


def reports(year: int, agencies: list[Agency]) -> list[Record]:
    return [
        record(f"{year}/{name}", sentences(f"{year}{name}", 3), name, region, year)
        for region, name in agencies
    ]


def thought_of(base: Path, before: list[Agency], now: list[Agency]) -> dict[str, str]:
    """This year's agencies with what is said of them; none of them is paired."""
    own, earlier = reports(2023, now), reports(2022, before)
    path = base / "reports.jsonl"
    lines = [one.model_dump_json() for one in (*own, *earlier)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    previous = Previous()
    previous.add_records(path)
    briefs = [(Brief.of(one), lambda one=one: one) for one in own]
    told = suggested(briefs, previous)
    previous.suggested = told
    new = {name[1] for name in told}
    assert all(previous.of(one).record is None for one in own if one.meta.agency in new)
    return {name[1]: said.zh for name, said in told.items()}


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (COUNTY, CITY),
        (COUNTY, ("柳湾区", "柳湾区财政局")),
        (("柳湾县", "澜阳市柳湾县财政局"), CITY),
        (("柳湾县", "县财政局"), ("柳湾市", "市财政局")),
        (("柳湾县", "柳湾县人民政府"), ("柳湾市", "柳湾市人民政府")),
        (("柳湾县", "柳湾县石埠镇人民政府"), ("柳湾市", "柳湾市石埠镇人民政府")),
    ],
)
def test_the_same_body_is_thought_of(tmp_path: Path, before: Agency, now: Agency) -> None:
    told = thought_of(tmp_path, [before], [now])
    assert list(told) == [now[1]]
    assert f"可能是“{before[1]}”改名：如是，请在名册填写曾用名" in told[now[1]]


def test_each_body_has_its_own(tmp_path: Path) -> None:
    before = [COUNTY, ("柳湾县", "柳湾县审计局")]
    now = [("柳湾市", "柳湾市审计局"), CITY]
    told = thought_of(tmp_path, before, now)
    assert "柳湾县审计局" in told["柳湾市审计局"]
    assert "柳湾县财政局" in told["柳湾市财政局"]
    assert "审计" not in told["柳湾市财政局"]


@pytest.mark.parametrize(
    ("before", "now"),
    [
        # Another body; another county.
        ([COUNTY], [("柳湾市", "柳湾市民政局")]),
        ([COUNTY], [("柳溪市", "柳溪市财政局")]),
        # The county reports still, by another agency: the city is another region.
        ([COUNTY], [CITY, ("柳湾县", "柳湾县审计局")]),
        # The city reported last year already.
        ([COUNTY, ("柳湾市", "柳湾市审计局")], [CITY]),
        # Of two that are gone nobody knows.
        ([COUNTY, ("柳湾区", "柳湾区财政局")], [CITY]),
    ],
)
def test_others_are_not(tmp_path: Path, before: list[Agency], now: list[Agency]) -> None:
    assert thought_of(tmp_path, before, now) == {}
