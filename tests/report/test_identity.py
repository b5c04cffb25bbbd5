"""Title, agency, year, period, date and basis in all their notations."""

from __future__ import annotations

from datetime import date

import pytest

from tests.report.invented import AFTER_OVERVIEW, OVERVIEW, identity, read

BODY = f"一、总体情况\n{OVERVIEW}\n{AFTER_OVERVIEW}"
SIGNED = "云岭县财政局\n2024年1月5日"
PLAIN = "2023年政府信息公开工作年度报告"


@pytest.mark.parametrize(
    ("title", "agency"),
    [
        ("云岭县财政局2023年政府信息公开工作年度报告", "云岭县财政局"),
        ("2023年度\n云岭县卫生健康局\n政府信息公开工作年度报告", "云岭县卫生健康局"),
        ("云岭县林业局\n2023年度政府信息公开\n工作年度报告", "云岭县林业局"),
        ("云岭县林业局政府信息公开工作2023年度报告", "云岭县林业局"),
        ("云岭县林业局政府信息公开工作年度报告\n（2023年度）", "云岭县林业局"),
        ("2023年度云岭县水利局政府信息公开年度工作报告", "云岭县水利局"),
        ("云岭县水利局关于2023年度政府信息公开工作年度报告", "云岭县水利局"),
        ("二〇二三年云岭县档案局政府信息公开年报", "云岭县档案局"),
        ("2023年政府信息公开工作年度报告\n（云岭县交通运输局）", "云岭县交通运输局"),
        ("《云岭县政务公开办公室2023年政府信息公开工作年度报告》", "云岭县政务公开办公室"),
        ("国家税务总局云岭县税务局2023年政府信息公开工作年度报告", "国家税务总局云岭县税务局"),
        # One 政府 for the name and for the matter.
        ("2023年云岭县人民政府信息公开工作年度报告", "云岭县人民政府"),
        ("云岭县大河镇人民政府信息公开工作2023年度报告", "云岭县大河镇人民政府"),
        ("2023年沧屏市鹭汀区人民政府信息公开工作年度报告", "沧屏市鹭汀区人民政府"),
        ("云岭县人民政府政府信息公开工作2023年度报告", "云岭县人民政府"),
        ("2023年云岭县住房和城乡建设局政府信息公开工作年度报告", "云岭县住房和城乡建设局"),
    ],
)  # fmt: skip
def test_titles(title: str, agency: str) -> None:
    found = identity(f"{title}\n{BODY}")
    assert found.title is not None
    assert found.title.value == title.replace("\n", "")
    assert found.agency is not None
    assert found.agency.value == agency
    assert found.year == 2023


def test_title_among_page_furniture() -> None:
    text = f"""首页 > 政务公开 > 政府信息公开年报
索引号：012-34 发布机构：云岭县人民政府办公室
云岭县林业局
2023年政府信息公开工作年度报告
发布日期：2024-02-01 浏览次数：123
{BODY}
{SIGNED}"""
    found = identity(text)
    assert found.title is not None
    assert found.title.value == "云岭县林业局2023年政府信息公开工作年度报告"
    assert found.issued is not None
    assert found.issued.value == date(2024, 1, 5)


def test_title_glued_to_the_preamble() -> None:
    found = identity(f"云岭县林业局{PLAIN}根据《条例》，特编制本报告。\n{BODY}")
    assert found.title is not None
    assert found.title.value == f"云岭县林业局{PLAIN}"


@pytest.mark.parametrize(
    ("title", "rest", "agency"),
    [
        # The title names a place only: its body signs, or the preamble spells it out.
        (f"云岭县大河镇{PLAIN}", "大河镇人民政府\n2024年1月5日", "大河镇人民政府"),
        (f"大河镇{PLAIN}\n现编制云岭县大河镇人民政府2023年度报告。", "", "云岭县大河镇人民政府"),
        (f"西岭街道{PLAIN}", "云岭县西岭街道办事处\n2024.1.5", "云岭县西岭街道办事处"),
        (f"云岭县{PLAIN}", "云岭县人民政府办公室\n2024年3月5日", "云岭县人民政府办公室"),
        # Nothing in the title.
        (PLAIN, SIGNED, "云岭县财政局"),
        (f"{PLAIN}\n本报告由云岭县财政局编制，可在县政府门户网站查阅。", "", "云岭县财政局"),
        (f"{PLAIN}\n云岭县财政局（以下简称我局）根据《条例》编制本报告。", "", "云岭县财政局"),
        (f"{PLAIN}\n如有疑问，请与云岭县财政局办公室联系（电话：12345）。", "", "云岭县财政局"),
        # 县财政局 is itself, but the signature has its full name.
        (f"县财政局{PLAIN}", SIGNED, "云岭县财政局"),
    ],
)  # fmt: skip
def test_the_agency_as_it_names_itself(title: str, rest: str, agency: str) -> None:
    found = identity(f"{title}\n{BODY}\n{rest}")
    assert found.agency is not None
    assert found.agency.value == agency


def test_neither_portal_nor_superior_is_the_agency() -> None:
    said = "按照国务院办公厅和澜东省人民政府的要求编制，可在云岭县人民政府门户网站下载。"
    text = f"{PLAIN}\n{said}\n{BODY}"
    assert identity(text).agency is None


@pytest.mark.parametrize(
    "signature",
    [
        "云岭县财政局\n2024年1月5日",
        "云岭县财政局 2024年1月5日",
        "云岭县财政局2024年1月5日",
        "2024年1月5日\n云岭县财政局",
        "云岭县财政局（盖章）\n2024年 1 月 5 日",
        "云岭县财政局\n二〇二四年一月五日",
        "云岭县财政局\n二○二四年\n一月五日",
        "云岭县财政局\n二O二四年元月五日",
        "云岭县财政局\n２０２４年１月５日",
        "云岭县财政局\n2024年1月\n5日",
        "云岭县财政局\n2024.1.5",
        "云岭县财政局\n2024-01-05",
        "云 岭 县 财 政 局\n2 0 2 4 年 1 月 5 日",
        "云岭县财政局\n2024年1月5日\n附件：统计表\nT",
        "云岭县财政局\n2024年1月5日\n打印本页 关闭窗口\n主办：云岭县人民政府办公室",
        "云岭县财政局\n（2024年1月5日）",
        "云岭县财政局\n（公章）\n2024年1月5日",
        "编制单位：云岭县财政局 编制日期：2024年1月5日",
        "发布机构：云岭县财政局\n发布日期：2024年1月5日",
        "云岭县财政局\n2024年1月5日星期五",
    ],
)
def test_signatures(signature: str) -> None:
    found = identity(f"{PLAIN}\n{BODY}\n{signature}")
    assert found.issued is not None
    assert found.issued.value == date(2024, 1, 5)
    assert found.agency is not None
    assert found.agency.value == "云岭县财政局"


def test_a_signature_at_the_end_of_the_last_paragraph() -> None:
    running, _, outline = read(f"{PLAIN}\n{BODY} 云岭县财政局 2024年1月5日")
    last = outline.sections[-1]
    assert running.text[last.start : last.end] == "无。"
    assert outline.signature is not None
    assert running.text[slice(*outline.signature)] == "云岭县财政局 2024年1月5日"


@pytest.mark.parametrize(
    "end",
    ["云岭县财政局\n202415日", "云岭县财政局\n2024年13月5日", "我局于2024年1月5日开会研究。", ""],
)
def test_no_date(end: str) -> None:
    assert identity(f"{PLAIN}\n{BODY}\n{end}").issued is None


def test_a_date_under_the_title() -> None:
    found = identity(f"云岭县人民政府{PLAIN}\n（2024年3月5日）\n{BODY}")
    assert found.issued is not None
    assert found.issued.value == date(2024, 3, 5)


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("统计期限为2023年1月1日至2023年12月31日。", ("2023-01-01", "2023-12-31")),
        ("所列数据自2023年1月1日起至12月31日止。", ("2023-01-01", "2023-12-31")),
        ("数据从2023年1月1日起，到2023年12月31日止。", ("2023-01-01", "2023-12-31")),
        ("统计时间：2023.01.01-2023.12.31", ("2023-01-01", "2023-12-31")),
        ("统计时限为二〇二三年一月一日至二〇二三年十二月三十一日。", ("2023-01-01", "2023-12-31")),
        ("现将2023年度（1月1日至12月31日）的工作报告如下。", ("2023-01-01", "2023-12-31")),
        ("报告期为2023年1月—12月。", ("2023-01-01", "2023-12-31")),
        ("统计数据自2023年3月15日起至2023年12月31日止。", ("2023-03-15", "2023-12-31")),
        ("数据截止2023年12月31日。", None),
        ("《条例》自2019年5月15日起施行。", None),
        ("", None),
    ],
)
def test_periods(said: str, period: tuple[str, str] | None) -> None:
    found = identity(f"{PLAIN}\n{said}\n{BODY}").period
    assert (found and tuple(day.isoformat() for day in found.value)) == period


@pytest.mark.parametrize(
    ("title", "period", "text", "signed", "year"),
    [
        (2023, 2024, 2024, 2025, 2024),  # the title is the odd one
        (2024, 2023, 2024, 2025, 2024),
        (2024, 2024, 2023, 2025, 2024),
        (2024, 2024, 2024, 2024, 2024),
        (2024, None, 2023, 2025, 2024),
        (2023, None, None, None, 2023),
        (None, None, None, 2025, 2024),
        (2023, None, 2024, None, 2023),
    ],
)
def test_the_year_is_what_most_say(
    title: int | None, period: int | None, text: int | None, signed: int | None, year: int
) -> None:
    head = f"云岭县财政局{title}年政府信息公开工作年度报告" if title else "政府信息公开工作年度报告"
    said = f"统计期限为{period}年1月1日至12月31日。" if period else "现报告如下。"
    told = f"{text}年，我局按月公开。{text}年公开12条。" if text else "我局按月公开。"
    end = f"云岭县财政局\n{signed}年1月5日" if signed else ""
    found = identity(f"{head}\n{said}\n一、总体情况\n{told}\n{AFTER_OVERVIEW}\n{end}")
    assert found.year == year


def test_signed_on_the_last_day_of_its_year() -> None:
    end = "云岭县财政局\n2023年12月31日"
    text = f"政府信息公开工作年度报告\n一、总体情况\n按月公开。\n{AFTER_OVERVIEW}\n{end}"
    assert identity(text).year == 2023


def test_documents_years_and_comparisons_are_no_voice() -> None:
    overview = "落实《云岭县2021年政务公开要点》和云政办发〔2021〕3号，较2021年多。2022年公开12条。"
    text = f"政府信息公开工作年度报告\n一、总体情况\n{overview}\n{AFTER_OVERVIEW}"
    assert identity(text).year == 2022


@pytest.mark.parametrize(
    ("preamble", "overview", "year"),
    [
        # A preamble that repeats the title is no second witness for its year.
        ("现将云岭县财政局2022年政府信息公开工作年度报告公布如下。", "按月公开。", None),
        ("现将2022年政府信息公开年报公布如下。", "2023年，我局按月公开。", 2023),
        # What a sentence tells of goes before what it mentions.
        ("现报告如下。", "2023年，我局公开12条，对2022年和2022年以前的目录作了清理。", 2023),
        ("现报告如下。", "2023年，我局按月公开。2024年，我局将公开更多。", 2023),
        ("现报告如下。", "我局2023年公开12条，2023年没有收到申请。", 2023),
    ],
)
def test_the_year_that_the_text_tells_of(preamble: str, overview: str, year: int | None) -> None:
    title = "云岭县财政局2022年政府信息公开工作年度报告"
    found = identity(f"{title}\n{preamble}\n一、总体情况\n{overview}\n{AFTER_OVERVIEW}")
    said = found.voices.text
    assert (said.value if said else None) == year


@pytest.mark.parametrize(
    ("said", "basis"),
    [
        ("根据国办公开办函〔2021〕30号文件编制。", ["国办公开办函〔2021〕30号"]),
        ("根据《条例》（国务院令第711号）和格式（国办公开办函[2021]30号）编制。",
         ["国务院令第711号", "国办公开办函〔2021〕30号"]),
        ("依据的格式为国办公开办函〔2021〕30号文件所附格式。", ["国办公开办函〔2021〕30号"]),
        ("依据国务院第711号令编制。", ["国务院令第711号"]),
        ("根据《中华人民共和国政府信息公开条例》编制。", []),
    ],
)  # fmt: skip
def test_basis(said: str, basis: list[str]) -> None:
    text = f"{PLAIN}\n{said}\n{BODY}".replace(OVERVIEW, "按照云政发〔2023〕5号文件建成专区。")
    assert [one.value for one in identity(text).basis] == basis


def test_offsets_lead_to_what_was_read() -> None:
    text = f"云岭县\n林业局{PLAIN}\n统计期限为2023年1月1日至12月31日。\n{BODY}\n{SIGNED}"
    running, _, _ = read(text)
    found = identity(text)
    assert found.agency is not None
    assert running.text[found.agency.start : found.agency.end] == "云岭县\n林业局"
    assert found.period is not None
    assert running.text[found.period.start : found.period.end] == "2023年1月1日至12月31日"
    assert found.issued is not None
    assert running.text[found.issued.start : found.issued.end] == "2024年1月5日"


@pytest.mark.parametrize(
    ("said", "region"),
    [
        ("通过云岭县人民政府门户网站公开12条。", "云岭县"),
        ("与云岭县、青河县的乡镇交流两次。", None),
        ("在公示栏公开12条。", None),
    ],
)
def test_a_township_belongs_to_the_only_county_named(said: str, region: str | None) -> None:
    text = f"大河镇人民政府{PLAIN}\n{BODY}".replace(OVERVIEW, said)
    assert identity(text).region == region


@pytest.mark.parametrize(
    "said",
    [
        "及时转载县政府门户网站信息46条。",
        "编印县政府公报六期。按月印发县政府通告，发至各村。",
        "在转发县政府文件时附上说明，由报送县政府办公室的人员登记。",
        "旁听县政府常务会议三次；旁听县人大会议一次。",
    ],
)
@pytest.mark.parametrize("agency", ["县统计局", "大河镇人民政府"])
def test_the_end_of_a_verb_is_no_countys_name(said: str, agency: str) -> None:
    text = f"{agency}{PLAIN}\n{BODY}".replace(OVERVIEW, said)
    assert identity(text).region is None


@pytest.mark.parametrize(
    ("said", "region"),
    [
        ("转载县政府信息6条，在云岭县人民政府网站公开12条。", "云岭县"),
        ("汀宁市云岭县水务局派人培训两次。", "云岭县"),
        ("云岭县大河镇便民大厅设公示栏。", "云岭县"),
        ("云岭县人民政府网站公开12条，云岭县融媒体中心播报3次。", "云岭县"),
        ("云岭县政府网站公开12条。", "云岭县"),
        ("全镇是清照县的山区镇。", "清照县"),
        ("遵照县政府的意见，按照县政府目录公开12条。", None),
        # A word that no list of verbs holds: behind other words, once is not enough.
        ("会上嘉许县政府网站公开及时。", None),
    ],
)
def test_a_county_told_in_prose_stands_where_a_place_stands(said: str, region: str | None) -> None:
    text = f"大河镇人民政府{PLAIN}\n{BODY}".replace(OVERVIEW, said)
    assert identity(text).region == region
