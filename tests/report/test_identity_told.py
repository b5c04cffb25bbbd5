"""The agency where no title names it, and titles that are cut in odd places."""

from __future__ import annotations

import pytest

from tests.report.invented import AFTER_OVERVIEW, OVERVIEW, identity

BODY = f"一、总体情况\n{OVERVIEW}\n{AFTER_OVERVIEW}"
LAW = "根据《中华人民共和国政府信息公开条例》，"


def test_the_matter_lends_its_government_to_no_body() -> None:
    head = "石湾高新区2023年政府信息公开工作年度报告\n请与石湾高新区政府信息公开工作领导小组联系。"
    found = identity(f"{head}\n{BODY}").agency
    assert found is not None
    assert found.value == "石湾高新区管理委员会"


@pytest.mark.parametrize(
    ("preamble", "agency"),
    [
        (f"{LAW}现编制《云岭县财政局2023年政府信息公开工作年度报告》。", "云岭县财政局"),
        (f"{LAW}现向社会公布2023年云岭县财政局政府信息公开工作年度报告。", "云岭县财政局"),
        (f"{LAW}我局向社会公布云岭县财政局2023年度政府信息公开工作报告。", "云岭县财政局"),
        ("本报告由石湾经济技术开发区管委会编制。", "石湾经济技术开发区管委会"),
        # An office within the agency wrote it; 县政府办公室 is an agency itself, a town's is none.
        ("本报告由云岭县财政局办公室编制。", "云岭县财政局"),
        ("本报告由云岭县财政局政务公开办公室负责编制。", "云岭县财政局"),
        ("本报告由云岭县人民政府办公室编制。", "云岭县人民政府办公室"),
        ("本报告由云岭县委办公室编制。", "云岭县委办公室"),
        ("本报告由云岭县柳塘镇党政办公室编制。", None),
        ("如有疑问，请联系：云岭县财政局办公室（电话：0000-0000000）。", "云岭县财政局"),
        ("如有疑问，请与云岭县自然资源和规划局办公室联系。", "云岭县自然资源和规划局"),
        ("如有疑问，请与云岭县人力资源和社会保障局联系。", "云岭县人力资源和社会保障局"),
        (f"{LAW}结合2023年云岭县财政局政府信息公开工作实际编制。", "云岭县财政局"),
        ("2023年，云岭县财政局认真贯彻落实各项要求。", "云岭县财政局"),
        # 我局 is no 街道: the name is another's.
        ("2023年，云岭县柳塘街道办事处认真贯彻落实各项要求。", None),
    ],
)
def test_agency_without_title(preamble: str, agency: str | None) -> None:
    found = identity(f"2023年政府信息公开工作年度报告\n{preamble}\n{BODY}").agency
    assert (found.value if found else None) == agency


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (
            "云岭县柳塘街道办事处2023年度政府\n信息公开工作年度报告",
            "云岭县柳塘街道办事处2023年度政府信息公开工作年度报告",
        ),
        ("白音苏木2023年\n政府信息公开工作年度报告", "白音苏木2023年政府信息公开工作年度报告"),
        (
            "云岭县财政局2023年政府信息公开工作年度报告 |",
            "云岭县财政局2023年政府信息公开工作年度报告",
        ),
    ],
)
def test_title_in_parts(lines: str, title: str) -> None:
    found = identity(f"{lines}\n{BODY}").title
    assert found is not None
    assert found.value == title


def test_street_office_of_a_district() -> None:
    contact = "请联系：澜州市云岭区人民政府柳塘街道办事处；电话：0000-0000000。"
    body = BODY.replace("我局", "我街道")
    found = identity(f"2023年政府信息公开工作年度报告\n{contact}\n{body}")
    assert found.agency is not None
    assert found.agency.value == "澜州市云岭区人民政府柳塘街道办事处"
    assert (found.region, found.level) == ("云岭区", "township")


def test_short_name_is_completed() -> None:
    preamble = "报告由云岭县人民政府办公室编制。"
    found = identity(f"县政府办2023年政府信息公开工作年度报告\n{preamble}\n{BODY}").agency
    assert found is not None
    assert found.value == "云岭县人民政府办公室"


def test_region_above_a_township() -> None:
    preamble = "请与澜州市柳塘镇人民政府党政办联系。"
    found = identity(f"柳塘镇人民政府2023年政府信息公开工作年度报告\n{preamble}\n{BODY}")
    assert found.region == "澜州市"


def test_bureau_of_a_zone() -> None:
    found = identity(
        f"石湾高新技术产业开发区管委会城市管理局2023年政府信息公开工作年度报告\n{BODY}"
    )
    assert (found.region, found.level) == ("石湾高新技术产业开发区", "zone")


def test_basis_of_what_is_made_public() -> None:
    overview = "根据条例（中华人民共和国国务院令第711号），特向社会公布2023年政府信息公开情况。"
    text = f"云岭县财政局2023年政府信息公开工作年度报告\n{BODY.replace(OVERVIEW, overview)}"
    assert [stated.value for stated in identity(text).basis] == ["国务院令第711号"]


@pytest.mark.parametrize(
    ("title", "said", "agency"),
    [
        ("青石镇2023年政府信息公开工作年度报告", "我镇", "青石镇人民政府"),
        ("云岭县青石乡2023年政府信息公开工作年度报告", "我乡", "云岭县青石乡人民政府"),
        ("东桥街道2023年政府信息公开工作年度报告", "我街道", "东桥街道办事处"),
        ("云岭县2023年政府信息公开工作年度报告", "我县", "云岭县人民政府"),
        ("石湾经济开发区2023年政府信息公开工作年度报告", "我区", "石湾经济开发区管理委员会"),
        (
            "石湾经济开发区2023年政府信息公开工作年度报告",
            "区管委会办公室",
            "石湾经济开发区管委会",
        ),
        (
            "石湾综合实验区2023年政府信息公开工作年度报告",
            "实验区管委会办公室",
            "石湾综合实验区管委会",
        ),
        ("（图解）云岭县民政局2023年政府信息公开工作年度报告", "我局", "云岭县民政局"),
    ],
)
def test_a_place_titled_alone_is_its_body(title: str, said: str, agency: str) -> None:
    """So that it pairs with the years whose titles name the body."""
    found = identity(f"{title}\n{BODY}\n2023年，{said}公开信息12条。").agency
    assert found is not None
    assert found.value == agency


def test_a_preposition_names_no_county() -> None:
    head = "青石乡人民政府2023年政府信息公开工作年度报告"
    told = f"{head}\n{BODY}\n2023年，通过县政府网站发布预算信息1条。"
    report = identity(told)
    assert report.agency is not None
    assert report.region is None


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("云岭县石城镇2023年政府信息公开工作年度报告", "云岭县石城镇人民政府"),
        ("云岭县新城乡人民政府2023年政府信息公开工作年度报告", "云岭县新城乡人民政府"),
        ("云岭县住房城乡建设局2023年政府信息公开工作年度报告", "云岭县住房城乡建设局"),
    ],
)
def test_towns_called_after_a_city_wall(title: str, agency: str) -> None:
    """城镇 and 城乡 end a town's name as well as stand within a bureau's."""
    report = identity(f"{title}\n{BODY}")
    assert report.agency is not None
    assert report.agency.value == agency
    assert report.region == "云岭县"
    assert report.level == ("county" if agency.endswith("局") else "township")


def test_the_title_keeps_its_county() -> None:
    head = "云岭县青石镇2023年政府信息公开工作年度报告\n如有疑问请与青石镇人民政府联系。"
    found = identity(f"{head}\n{BODY}").agency
    assert found is not None
    assert found.value == "云岭县青石镇人民政府"
