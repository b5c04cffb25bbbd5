"""Openings of every kind of agency: titles over lines, names told in passing, lines that sign."""

from __future__ import annotations

import pytest

from extractor.report.read_identity import Identity
from tests.report.invented import AFTER_OVERVIEW, identity

PLAIN = "2023年政府信息公开工作年度报告"
OWN = f"云岭县林业局{PLAIN}"
DATED = "2024年1月15日"


def opened(head: str, overview: str = "全年主动公开信息94条。", signed: str = "") -> Identity:
    return identity(f"{head}\n一、总体情况\n{overview}\n{AFTER_OVERVIEW}\n{signed}")


def agency(found: Identity) -> str | None:
    return found.agency.value if found.agency else None


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (f"云岭县林业局\n（云岭县草原局）\n{PLAIN}", "云岭县林业局（云岭县草原局）"),
        (f"云岭县林业局{PLAIN}\n（公开稿）", "云岭县林业局"),
        (f"云岭县林业局{PLAIN}\n——以公开促共享", "云岭县林业局"),
        (f"把账本摆上台面——云岭县林业局{PLAIN}", "云岭县林业局"),
        ("云岭县林业局政府信息公开年度报告\n（2023年1月1日—2023年12月31日）", "云岭县林业局"),
        (f"云岭县林业局关于公布\n{PLAIN}的公告", "云岭县林业局"),
        ("沧屏师范大学\n2022—2023学年度\n信息公开工作年度报告", "沧屏师范大学"),
        ("云岭县公交有限公司\n2023年度企业信息公开工作年度报告", "云岭县公交有限公司"),
        ("云岭县燃气公司\n2023年公共企事业单位信息公开年度报告", "云岭县燃气公司"),
        ("云岭县第二医院2023年度医院信息公开年度报告", "云岭县第二医院"),
        ("云岭县第一小学\n2023年信息公开年度报告", "云岭县第一小学"),
        ("云岭县青石林场\n2023年信息公开年度报告", "云岭县青石林场"),
    ],
)
def test_titles_over_lines(lines: str, name: str) -> None:
    found = opened(lines)
    assert found.title is not None
    assert found.title.value == lines.replace("\n", "")
    assert agency(found) == name


def test_a_labelled_line_is_a_title() -> None:
    found = opened(f"标题：{OWN}")
    assert found.title is not None
    assert found.title.value == OWN


@pytest.mark.parametrize(
    "preamble",
    [
        "填报单位：云岭县林业局",
        "单位：云岭县林业局（盖章）",
        "欢迎来电，联系单位：云岭县林业局，电话：0000-0000000。",
        "根据县政府办公室要求，云岭县林业局现将2023年工作情况报告如下。",
        "为便于监督，云岭县林业局公布2023年政府信息公开年度报告。",
        "如有疑问，请向云岭县林业局办公室咨询。",
    ],
)
def test_the_preamble_tells_the_agency(preamble: str) -> None:
    assert agency(opened(f"{PLAIN}\n{preamble}")) == "云岭县林业局"


@pytest.mark.parametrize(
    "preamble",
    ["发布机构：云岭县人民政府办公室", "主办单位：云岭县人民政府办公室", "单位：万元"],
)
def test_a_publisher_is_not_the_agency(preamble: str) -> None:
    assert agency(opened(f"{PLAIN}\n{preamble}")) is None


@pytest.mark.parametrize(
    "overview",
    [
        "2023年，云岭县林业局在县委、县政府的坚强领导下，认真落实条例。",
        "2023年，云岭县林业局聚焦护林防火，做好公开。",
        "2023年度，云岭县林业局共主动公开信息94条。",
        "2023年，云岭县林业局政府信息公开工作有新的进展。",
    ],
)
def test_the_overview_begins_with_the_agency(overview: str) -> None:
    found = opened(PLAIN, overview)
    assert (agency(found), found.region, found.level) == ("云岭县林业局", "云岭县", "county")


@pytest.mark.parametrize(
    "overview",
    [
        "2023年，我局在云岭县财政局的指导下公开预算。",
        "2023年，云岭县人民政府围绕民生实事作出部署，我局公开信息94条。",
        "2023年，云岭县林业局聚焦护林，云岭县草原局聚焦禁牧。",
        f"我局公开信息94条。{'各股室分头办理。' * 20}云岭县财政局按照要求公开预算。",
    ],
)
def test_others_work_is_not_the_agencys(overview: str) -> None:
    assert agency(opened(PLAIN, overview)) is None


@pytest.mark.parametrize(
    ("signed", "name"),
    [
        (f"单位名称：云岭县林业局\n{DATED}", "云岭县林业局"),
        (f"云岭县\n林业局\n{DATED}", "云岭县林业局"),
        (f"云岭县残联\n{DATED}", "云岭县残联"),
        (f"云岭县科协\n{DATED}", "云岭县科协"),
        (f"云岭县第三中学\n{DATED}", "云岭县第三中学"),
        (f"云岭县青石林场\n{DATED}", "云岭县青石林场"),
    ],
)
def test_lines_that_sign(signed: str, name: str) -> None:
    assert agency(opened(PLAIN, signed=signed)) == name


def test_a_platform_does_not_sign() -> None:
    assert agency(opened(PLAIN, signed=f"做强政务公开平台\n{DATED}")) is None


def test_the_date_below_the_title() -> None:
    found = opened(f"{PLAIN}\n报告单位：云岭县林业局\n报告时间：2024年1月8日")
    assert found.issued is not None
    assert str(found.issued.value) == "2024-01-08"


@pytest.mark.parametrize(
    ("signature", "name"),
    [
        ("云岭县林业局", "云岭县林业局"),
        ("云岭县林业局（云岭县草原局）", "云岭县林业局（云岭县草原局）"),
        ("云岭县人民政府", "云岭县林业局（云岭县草原局）"),
    ],
)
def test_a_second_name_goes_where_the_signature_leaves_it_out(signature: str, name: str) -> None:
    found = opened(f"云岭县林业局（云岭县草原局）{PLAIN}", signed=f"{signature}\n{DATED}")
    assert agency(found) == name


def test_the_signature_tells_the_county_of_a_township() -> None:
    head = f"石寨布依族乡人民政府{PLAIN}"
    found = opened(head, signed=f"云江彝族自治县石寨布依族乡人民政府\n{DATED}")
    assert (agency(found), found.region) == ("石寨布依族乡人民政府", "云江彝族自治县")


@pytest.mark.parametrize(
    ("overview", "level"),
    [
        ("禾岭市是汀澜市代管的县级市，全年公开信息。", "county"),
        ("落实汀澜市人民政府办公室部署，做好公开。", "county"),
        ("省、汀澜市、禾岭市三级要求一致；接受汀澜市民政局指导。", "county"),
        ("按照汀澜市、禾岭市两级部署公开。", "county"),
        ("我市14个街道、镇全部建成。", "county"),
        # What lies below a prefecture's city.
        ("指导各县级市做好公开，培训乡镇人员。", "city"),
        ("五县一市三区均建成专区，覆盖126个乡镇。", "city"),
        ("全市9区、168个镇街设有公开栏。", "city"),
        ("县市区和乡镇一并推进。", "city"),
        # No city that directs this one: itself, one that is visited, a kind of city.
        ("落实了禾岭市人民政府部署，做好公开。", "city"),
        ("赴汀澜市民政局考察，学习经验。", "city"),
        ("按照文明城市创建办公室要求公开。", "city"),
        # Rated by the city above, whose counties are not this one's.
        ("在汀澜地级市对所辖8个县（市、区）的测评中位列第二。", "county"),
        ("在汀澜市政务公开评估中排名第三，得分居县（市、区）前列。", "county"),
        ("在全市政务公开评估中排名第三，县（市、区）局分别报送。", "city"),
        ("汇总各乡镇、街道数据编制。", "county"),
        # Townships are spoken of, and nobody can tell whose they are.
        ("具体情况需到乡镇查询。", None),
        ("建成全市41个乡镇公开点。", None),
    ],
)
def test_county_level_city_or_prefecture(overview: str, level: str | None) -> None:
    assert opened(f"禾岭市民政局{PLAIN}", overview).level == level
