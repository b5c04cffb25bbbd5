"""Which figure is the year's total: whose, of which year, of all kinds and channels or of one."""

from __future__ import annotations

import pytest

from tests.report.telling import disclosed, disclosure

_OFFICE = "竹溪县人民政府办公室"
_BUREAU = "南坪省统计局"
_MARKET = "南坪省市场监督管理局"


@pytest.mark.parametrize(
    ("text", "agency", "expected"),
    [
        ("全县公开政府信息2.1万条。县政府办公室本级主动公开政府信息906条。", _OFFICE, 906),
        ("全县各级行政机关公开信息2.1万条，县政府办公开信息906条。", _OFFICE, 906),
        ("全省统计系统公开信息5.2万条。省局外网公开信息2,044条。", _BUREAU, 2044),
        ("全省检测机构在平台公开信息8,600条。省局门户网站公开政府信息1,930条。", _MARKET, 1930),
        ("全市人社系统公开政府信息9,480条。市局机关公开政府信息715条。", "澜安市人社局", 715),
        # A government reports its area, and a whole that is taken apart is reported as such.
        ("全县公开政府信息2.1万条。县政府办公室公开政府信息906条。", "竹溪县人民政府", 21000),
        (
            "全系统主动公开信息900条。本机关公开400条，所属单位公开500条。",
            "竹溪县卫生健康局",
            900,
        ),
        ("我镇公开信息245条，各村公开信息1,130条。", "柳河镇人民政府", 245),
    ],
)
def test_own_figures_go_before_those_of_all(text: str, agency: str, expected: float) -> None:
    assert disclosed(text, agency) == expected


def test_without_agency_the_whole_stays() -> None:
    assert disclosed("全县公开政府信息2.1万条。县政府办公室公开政府信息906条。") == 21000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Several years, and the year among them.
        ("截至2023年12月31日，专栏历年累计公开信息9,940条；当年新增807条，比2022年多95条。", 807),
        ("截至12月底，网站现有信息8,702条，本年度新增966条。", 966),
        ("截至2023年底，累计公开政府信息5,820条，2023年新增公开402条。", 402),
        ("自2019年《条例》修订施行以来，我局已累计公开政府信息6,320条。", None),
        ("自2008年开展政府信息公开工作以来，累计公开政府信息7,415条，其中2023年公开640条。", 640),
        ("截至2023年12月31日，平台累计发布信息86,412条，2023年发布信息9,204条。", 9204),
        ("截至2023年12月31日，我局累计公开政府信息378条。", 378),
        ("自2023年机构改革以来，我局主动公开政府信息210条。", 210),
        ("五年来累计公开4,213条，今年公开了905条。", 905),
        ("2021年、2022年、2023年分别公开信息436条、508条、577条。", 577),
        ("2022年主动公开政府信息455条；2023年主动公开政府信息502条。", 502),
        ("上半年公开312条，下半年公开408条，全年合计720条。", 720),
        ("全年主动公开信息数量与上年基本持平，为603条。", 603),
        ("政府信息主动公开数量：2023年度为688条，2022年度为702条。", 688),
        ("截至年末公开信息总数为3,020条，其中本年度新增412条。", 412),
        # All that a site puts out, and what of it is disclosed.
        ("网站全年更新各类信息4,204条，其中主动公开政府信息386条，转载通稿1,210条。", 386),
        # Kinds.
        ("发布涉农补贴公示64条、抽检信息22条、高标准农田建设信息31条。", None),
        ("重点领域公开信息213条，其中财政预决算18条、重大项目56条。", None),
        ("公示行政许可结果1,320条、行政处罚结果208条。", None),
        ("公开审计结果、整改情况等信息共112条，其中在政府网站公开104条、在报纸刊登8条。", 112),
        ("发布监测信息365条、名录1份、批复42件、处罚决定38件，合计446条。", 446),
        ("发布监测信息365条、名录1份、批复42件、处罚决定38件，合计447件次。", None),
        # Channels side by side.
        (
            "在厅网站公开信息2,318条，在公众号发布推文1,105篇，在微博发布信息876条，通过公报刊登文件9件。",
            None,
        ),
        ("在门户网站公开信息892条，另在公众号发布推文105篇、在微博发布信息76条。", 892),
    ],
)
def test_the_year_and_all_of_it(text: str, expected: float | None) -> None:
    assert disclosed(text) == expected


def test_the_examples_of_another_aspect_do_not_count() -> None:
    text = (
        "主动公开方面，通过市政府网站发布造林绿化、森林防火、野生动物保护等信息352条。\n"
        "政府信息管理方面，对2,316条存量信息重新编号归档。"
    )
    assert disclosed(text) is None  # one aspect: two figures, and none the sum of the other
    assert disclosed(text.split("\n")[0]) == 352


@pytest.mark.parametrize(("said", "relation"), [("，已计入新媒体数", "part"), ("", "outside")])
def test_what_is_counted_in_does_not_stand_outside(said: str, relation: str) -> None:
    text = f"公开政府信息900条。“竹溪发布”公众号推送152条{said}。"
    items = [item for item in disclosure(text)[1] if item[1] == 152]
    assert [told for *_, told in items] == [relation]
