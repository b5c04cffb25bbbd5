"""How a sheet's file is called: the region once."""

from __future__ import annotations

import pytest

from extractor.outputs.sheet import placed


@pytest.mark.parametrize(
    ("agency", "region", "told"),
    [
        ("临溪县民政局", "临溪县", "临溪县民政局"),
        ("澜阳市临溪县民政局", "临溪县", "澜阳市临溪县民政局"),
        ("县林业局", "临溪县", "临溪县林业局"),
        ("城关镇人民政府", "临溪县", "临溪县城关镇人民政府"),
        ("市场监督管理局", "澜阳市", "澜阳市市场监督管理局"),
        ("县林业局", "临溪区", "临溪区县林业局"),
        ("县林业局", "", "县林业局"),
        ("", "临溪县", "临溪县"),
    ],
)
def test_the_region_is_told_once(agency: str, region: str, told: str) -> None:
    assert placed(agency, region) == told
