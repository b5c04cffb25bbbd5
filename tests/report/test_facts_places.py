"""Where a fact stands, whose it is, of which year; and what may stand around it."""

from __future__ import annotations

import time

import pytest

from extractor.language.pipeline import analyse
from extractor.report.facts import Facts, read_facts
from extractor.report.outline import Aspect, Heading, Outline, Section
from tests.report.telling import disclosure, facts, flow_of_lines


def test_a_fact_knows_its_place() -> None:
    text = "2023年收到政府信息公开申请 1,3 4件，未发生其他情况。共公开信息208条。"
    told = facts("2023年 收到政府信息公开申请 13 件，比上年增加3件。", aspect="applications")
    received = told.primary("received")
    assert received is not None
    assert (received.text, received.start, received.end) == ("13件", 17, 21)
    assert facts(text, aspect="disclosure").disclosure_total is not None


def test_a_denial_stands_where_it_is_said() -> None:
    text = "依申请公开方面，全年未收到政府信息公开申请。"
    received = facts(text, aspect="applications").primary("received")
    assert received is not None
    assert text[received.start : received.end] == "未收到" == received.text


def test_every_printed_fact_is_its_stretch_of_the_text() -> None:
    text = (
        "全年主动公开政府信息1,208条，其中网站1,000条、微信公众号208条。"
        "收到政府信息公开申请13件，上年结转2件，办结14件，结转下年度1件。"
    )
    told = facts(text)
    places = [*told.disclosure_items, *told.disclosure_mentions]
    places += [fact for found in told.applications.values() for fact in found]
    assert len(places) == 7
    for fact in places:
        assert text[fact.start : fact.end] == fact.text


def test_scopes_are_told_apart() -> None:
    told = facts(
        "市本级收到申请96件，办结94件；全市收到申请732件，办结720件。", aspect="applications"
    )
    assert [(f.value, f.scope) for f in told.applications["received"]] == [
        (96, "市本级"),
        (732, "全市"),
    ]
    assert [(f.value, f.scope) for f in told.applications["answered"]] == [
        (94, "市本级"),
        (720, "全市"),
    ]
    received = told.primary("received")
    assert received is not None
    assert received.value == 732


def test_another_year_is_kept_apart() -> None:
    told = facts("2022年收到申请10件，2023年收到申请13件。", aspect="applications")
    assert [(f.value, f.year) for f in told.applications["received"]] == [(10, 2022), (13, None)]


def test_without_a_year_words_alone_direct() -> None:
    flow = flow_of_lines("上年结转2件，结转下年3件，2022年结转1件。")
    end = len(flow.text)
    outline = Outline(
        0,
        (0, 0),
        (Section("overview", None, 0, end),),
        (Aspect("applications", None, 0, end),),
        None,
    )
    told = read_facts(flow, outline, analyse(flow.text), None)
    assert [fact.value for fact in told.applications["carried_in"]] == [2, 1]
    assert [fact.value for fact in told.applications["carried_out"]] == [3]


@pytest.mark.parametrize(
    "text",
    [
        "开展公文属性认定，其中主动公开391件、依申请公开207件、不予公开436件。",
        "对2015年以来的公文重新认定公开属性，318件由依申请公开转为主动公开。",
    ],
)
def test_attributes_of_documents_are_no_applications(text: str) -> None:
    assert facts(text, aspect="management").applications == {}


def test_issues_and_preamble_tell_no_figures() -> None:
    text = "9件被复议纠正的申请案件逐案复盘，全年收到申请13件。"
    told = facts(text, section="issues")
    assert told.applications == {}
    assert told.disputes == {}


def test_content_tells_without_aspects() -> None:
    told = facts(
        "全年公开信息208条。收到政府信息公开申请2件，均予以公开。没有行政复议，没有行政诉讼。"
    )
    assert told.disclosure_total is not None
    assert {key: told.primary(key) is not None for key in ("received", "granted")} == {
        "received": True,
        "granted": True,
    }
    total = told.dispute("suit", "total")
    assert total is not None
    assert total.value == 0


def _run_in(heading: str, text: str) -> Facts:
    flow = flow_of_lines(heading + text)
    start, end = len(heading), len(heading + text)
    outline = Outline(
        0,
        (0, 0),
        (Section("overview", None, 0, end),),
        (Aspect("applications", Heading(heading, 0, start, True), start, end),),
        None,
    )
    return read_facts(flow, outline, analyse(flow.text), 2023)


def test_a_run_in_heading_is_not_part_of_its_sentence() -> None:
    told = _run_in("1.2 依申请公开 ：", "21件申请均已办结，其中予以公开21件。")
    received = told.primary("received")
    assert received is not None
    assert received.value == 21
    assert told.disclosure_total is None


def test_grounds_are_kept_by_their_rows() -> None:
    text = "不予公开3件（国家秘密1件、过程性信息2件），无法提供4件，其中本机关不掌握4件。"
    told = facts(text, aspect="applications")
    assert {key: found[0].value for key, found in told.application_details.items()} == {
        "refused.state_secret": 1,
        "refused.process": 2,
        "unavailable.not_held": 4,
    }
    assert [fact.value for fact in told.applications["refused"]] == [3]


def test_platforms_are_named_once_with_their_figures() -> None:
    told = facts(
        "全年通过县政府门户网站公开信息208条。“禾塘水务”微信公众号推送96篇，未计入总数。"
        "\n“禾塘水务”微信公众号由专人维护，县政府门户网站设有专栏。"
    )
    assert [(p.name, p.count.value if p.count else None) for p in told.platforms] == [
        ("县政府门户网站", 208),
        ("“禾塘水务”微信公众号", 96),
    ]


def test_proposals_are_counted() -> None:
    told = facts("承办人大代表建议8件、政协提案5件，均已公开。", section="other").proposals
    assert told.stated
    assert told.suggestions is not None
    assert told.motions is not None
    assert (told.suggestions.value, told.motions.value) == (8, 5)


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("没有承办人大建议和政协提案。", True),
        ("邀请人大代表、政协委员现场评议，收到意见建议17条。", False),
        ("审理行政复议案件132件。", False),
    ],
)
def test_proposals_are_spoken_of(text: str, stated: bool) -> None:
    assert facts(text, section="other").proposals.stated is stated


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("政务公开创新情况：推出入学地图。", True),
        ("服务科技创新企业，支持创新创业。", False),
        ("无其他需要报告的事项。", False),
    ],
)
def test_innovation_is_spoken_of(text: str, stated: bool) -> None:
    assert facts(text, section="other").innovation.stated is stated


def test_kinds_are_known_by_their_sum() -> None:
    text = "全年公开信息100条。这里面救助的有60条，惠农的有30条，零碎事10条。"
    assert [value for _, value, _ in disclosure(text)[1]] == [60, 30, 10]


@pytest.mark.parametrize(
    "text",
    [
        "收到申请1件办结1件" * 4_000,
        "（" * 10_000 + "收到申请3件",
        "行政复议、" * 6_000,
        "公开信息3条，" * 4_000,
        "“" * 10_000 + "网站公开3条",
        "政府信息公开申请" * 4_000 + "13件",
    ],
)
def test_hostile_text_costs_little(text: str) -> None:
    flow = flow_of_lines(text)
    analysis = analyse(text)
    end = len(text)
    outline = Outline(0, (0, 0), (Section("overview", None, 0, end),), (), None)
    begun = time.process_time()
    read_facts(flow, outline, analysis, 2023)
    assert time.process_time() - begun < 2


def test_many_short_sentences_cost_little() -> None:
    text = "收到申请3件，予以公开2件。网站公开信息5条。" * 1000
    flow = flow_of_lines(text)
    analysis = analyse(text)
    outline = Outline(0, (0, 0), (Section("overview", None, 0, len(text)),), (), None)
    begun = time.process_time()
    read_facts(flow, outline, analysis, 2023)
    assert time.process_time() - begun < 5
