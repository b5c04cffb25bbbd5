"""Evidence in its sentence: found whatever its blanks and widths, and marked at the right words."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.outputs.quotes import Quotes
from extractor.report.record import Record, SentenceRecord
from tests.outputs.page_records import SENTENCE, flag, heading, record, sentence


def quotes(evidence: str, *sentences: SentenceRecord, **changes: Any) -> list[list[str]]:
    own = flag(evidence=evidence, **changes)
    return Quotes(record(own, sentences=sentences or (sentence(SENTENCE),))).of(own)


@pytest.mark.parametrize(
    "evidence", ["比上年增加30条", "比上年增加３０条", "比上年\n增加 30 条", "比上年增加30条 "]
)
def test_evidence_is_marked_in_its_sentence(evidence: str) -> None:
    assert quotes(evidence) == [["全年主动公开政府信息412条，", "比上年增加30条", "。"]]


def test_blanks_inside_the_sentence_do_not_matter() -> None:
    told = quotes("增加30条", sentence("比上年 增加 30 条。"))
    assert told == [["比上年 ", "增加 30 条", "。"]]


def test_the_sentence_of_the_right_place_is_taken() -> None:
    twice = (
        sentence("受理申请3件（其一）。", "overview", 1),
        sentence("受理申请3件（其二）。", "applications", 4),
    )
    assert quotes("受理申请3件", *twice, section="applications")[0][2] == "（其二）。"
    assert quotes("受理申请3件", *twice, page=1, section="applications")[0][2] == "（其一）。"


def test_evidence_over_the_end_of_a_sentence() -> None:
    told = quotes("没有收费。收费200元", sentence("本年没有收费。"), sentence("收费200元整。"))
    assert told == [["本年", "没有收费。收费200元", "整。"]]


def test_two_places_of_one_sentence_are_one_quotation() -> None:
    told = quotes("政府信息412条；增加30条")
    assert told == [["全年主动公开", "政府信息412条", "，比上年", "增加30条", "。"]]


def test_places_of_two_sentences_are_two_quotations() -> None:
    told = quotes("未收费；收费200元", sentence("全年未收费。"), sentence("共收费200元。"))
    assert told == [["全年", "未收费", "。"], ["共", "收费200元", "。"]]


def test_a_heading_is_found_in_its_section() -> None:
    own = flag(evidence="没有收取")
    plain = record(own, sentences=(), sections=[heading("六、其他需要报告的事项")])
    assert Quotes(plain).of(own) == [["本年度", "没有收取", "信息处理费。"]]


def test_what_stands_in_no_sentence_is_shown_by_itself() -> None:
    assert quotes("四、结转：0 | 0") == [["", "四、结转：0 | 0"]]
    assert quotes("  ") == []


def test_long_sentences_are_cut_around_the_evidence() -> None:
    (told,) = quotes("中间的话", sentence("前" * 500 + "中间的话" + "后" * 500))
    assert told[1] == "中间的话"
    assert told[0].startswith("…前")
    assert told[2].endswith("后…")
    assert sum(map(len, told)) < 140


def masked_report() -> Record:
    said = sentence("一位申请人（手机19900001234）要看1998年的底册。")
    secret = flag(
        1,
        code="L603",
        evidence="一位申请人（手机199********）要看1998年的底册。",
        found="199********",
    )
    other = flag(2, evidence="要看1998年的底册")
    return record(secret, other, sentences=(said,))


def test_personal_data_stay_masked_in_every_quotation() -> None:
    report = masked_report()
    for own in report.flags:
        told = "".join("".join(quote) for quote in Quotes(report).of(own))
        assert "199********" in told
        assert "19900001234" not in told
        assert "1998年" in told


def test_a_masked_address_is_masked_in_other_quotations() -> None:
    said = sentence("他住柳坝村七组九号，要看底册。")
    secret = flag(1, code="L603", evidence="他住柳坝村****，要看底册。", found="柳坝村****")
    other = flag(2, evidence="要看底册")
    told = Quotes(record(secret, other, sentences=(said,))).of(other)
    assert told == [["他住柳坝村****，", "要看底册", "。"]]
