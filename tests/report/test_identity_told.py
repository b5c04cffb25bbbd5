"""The agency where no title names it, and titles that are cut in odd places."""

from __future__ import annotations

import pytest

from tests.report.invented import AFTER_OVERVIEW, OVERVIEW, identity

BODY = f"一、总体情况\n{OVERVIEW}\n{AFTER_OVERVIEW}"
LAW = "根据《中华人民共和国政府信息公开条例》，"


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
