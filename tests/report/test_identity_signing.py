"""Who signs: an office within, a short name, at the head, beside a party committee."""

from __future__ import annotations

from datetime import date

import pytest

from tests.report.invented import AFTER_OVERVIEW, OVERVIEW, identity

BODY = f"一、总体情况\n{OVERVIEW}\n{AFTER_OVERVIEW}"
NAMELESS = "2023年政府信息公开工作年度报告"
DAY = "2024年1月5日"


@pytest.mark.parametrize(
    ("signed", "agency"),
    [
        ("云岭县退役军人事务局办公室（代章）", "云岭县退役军人事务局"),
        ("云岭县民政局政务公开股", "云岭县民政局"),
        ("云岭县第二中学校长办公室", "云岭县第二中学"),
        ("云岭县中医院党政办公室", "云岭县中医院"),
        ("云岭县大河镇党政综合办公室", "云岭县大河镇人民政府"),
        ("云岭县大河镇人民政府党政办公室", "云岭县大河镇人民政府"),
        ("云岭县柳浦街道党政办公室", "云岭县柳浦街道办事处"),
        ("云岭县柳浦街道党工委 云岭县柳浦街道办事处", "云岭县柳浦街道办事处"),
        # These offices are agencies themselves.
        ("云岭县人民政府办公室", "云岭县人民政府办公室"),
        ("云岭县地方志办公室", "云岭县地方志办公室"),
        ("中共云岭县委机构编制委员会办公室", "中共云岭县委机构编制委员会办公室"),
        ("云岭县人民防空办公室", "云岭县人民防空办公室"),
    ],
)
def test_the_office_within_signs_for_its_agency(signed: str, agency: str) -> None:
    found = identity(f"{NAMELESS}\n{BODY}\n{signed}\n{DAY}").agency
    assert found is not None
    assert found.value == agency


@pytest.mark.parametrize(
    ("title", "preamble", "signed", "agency"),
    [
        # The signature is short for what the preamble says.
        ("", "现将青岚区人民政府望河街道办事处2023年度报告公布如下。", "望河街道办",
         "青岚区人民政府望河街道办事处"),
        ("县总工会", "云岭县总工会现公布2023年度报告。", "县总工会", "云岭县总工会"),
        ("县妇联", "云岭县妇女联合会（以下简称县妇联）现公布年报。", "县妇联", "云岭县妇女联合会"),
        ("云岭县卫健局", "云岭县卫生健康局（简称云岭县卫健局）现公布年报。", "云岭县卫健局",
         "云岭县卫生健康局"),
        ("云岭海关", "中华人民共和国云岭海关（以下简称云岭海关）编制本报告。", "",
         "中华人民共和国云岭海关"),
        ("财政局", "沧屏高新技术产业开发区财政局编制本报告。", "高新区财政局",
         "沧屏高新技术产业开发区财政局"),
        ("街道办", "", "云岭县柳浦街道办事处", "云岭县柳浦街道办事处"),
        ("东园街道", "本报告由青岚区东园街道办事处编制。", "东园街道办事处",
         "青岚区东园街道办事处"),
        ("数据局", "", "云岭县数据局（云岭县行政审批局）", "云岭县数据局"),
        # As the subject of a sentence, and not as the one that directs.
        ("农业农村局", "根据要求，云岭县农业农村局对2023年工作作了总结。", "农业农村局",
         "云岭县农业农村局"),
        ("医疗保障局", "沧屏市医疗保障局统一部署后，我局完成编制。", "", "医疗保障局"),
        # The institution's affairs and the second plate are no parts of the name.
        ("云岭县第一医院院务", "", "", "云岭县第一医院"),
        ("云岭县第二幼儿园园务", "", "", "云岭县第二幼儿园"),
        ("云岭县林业局（加挂云岭县湿地保护中心牌子）", "", "", "云岭县林业局"),
        ("云岭县税务局", "", "", "云岭县税务局"),
    ],
)  # fmt: skip
def test_the_fullest_of_its_names(title: str, preamble: str, signed: str, agency: str) -> None:
    matter = "2023年政府信息公开工作年度报告" if "务" not in title[-1:] else "信息公开年度报告"
    found = identity(f"{title}{matter}\n{preamble}\n{BODY}\n{signed}\n{DAY}").agency
    assert found is not None
    assert found.value == agency


def test_the_signature_at_the_head() -> None:
    title = "街道办事处2023年政府信息公开工作年度报告"
    found = identity(f"{title}\n云岭县石槛街道办事处\n（2024年1月15日）\n{BODY}")
    assert found.agency is not None
    assert (found.agency.value, found.region, found.level) == (
        "云岭县石槛街道办事处", "云岭县", "township",
    )  # fmt: skip


def test_what_only_stands_under_the_title_does_not_sign() -> None:
    found = identity(f"{NAMELESS}\n云岭县数据资源管理局\n按照要求编制。\n{BODY}")
    assert found.issued is None


def test_both_names_are_signed_on_two_lines() -> None:
    both = "云岭县委宣传部（云岭县新闻出版局）"
    head = "云岭县委宣传部\n（云岭县新闻出版局）"
    found = identity(f"{head}\n政府信息公开工作\n2023年度报告\n{BODY}\n{head}\n{DAY}")
    assert found.agency is not None
    assert found.agency.value == both
    assert found.issued is not None
    assert found.issued.value == date(2024, 1, 5)


@pytest.mark.parametrize(
    ("basis", "number"),
    [
        ("按照云岭市教育局云教办函〔2023〕41号通知，编制本报告。", "云教办函〔2023〕41号"),
        ("依据云岭市政务公开办云公开办函〔2021〕9号文件编制本报告。", "云公开办函〔2021〕9号"),
        ("按照国办公开办函〔2021〕30号编制本报告。", "国办公开办函〔2021〕30号"),
        ("按照云岭县政办函〔2023〕41号编制本报告。", "云岭县政办函〔2023〕41号"),
        ("按照县府办公开办函〔2023〕4号编制本报告。", "县府办公开办函〔2023〕4号"),
    ],
)
def test_the_issuer_is_no_part_of_the_number(basis: str, number: str) -> None:
    found = identity(f"云岭县财政局{NAMELESS}\n{basis}\n{BODY}").basis
    assert [stated.value for stated in found] == [number]


@pytest.mark.parametrize(
    ("preamble", "first"),
    [
        ("因撤镇设街，本报告只报6月1日至12月31日的情况。", date(2023, 6, 1)),
        ("本报告统计3月20日至12月31日的数据。", date(2023, 3, 20)),
        ("本报告统计自挂牌之日（2023年4月20日）起至2023年12月31日止。", date(2023, 4, 20)),
        ("我局6月1日至12月31日办理业务三件。", None),
    ],
)
def test_a_part_of_the_year(preamble: str, first: date | None) -> None:
    found = identity(f"云岭县财政局{NAMELESS}\n{preamble}\n{BODY}").period
    assert (found.value[0] if found else None) == first


@pytest.mark.parametrize(
    ("lines", "agency"),
    [
        ("云岭县大河乡人民政府（盖章）\n填报人：李某 2024年1月3日", "云岭县大河乡人民政府"),
        # A page's foot: no date beside it, so nobody signs.
        ("云岭县数据资源管理局\n网站地图", None),
    ],
)
def test_a_name_among_other_last_lines(lines: str, agency: str | None) -> None:
    found = identity(f"{NAMELESS}\n{BODY}\n{lines}").agency
    assert (found.value if found else None) == agency
