"""The running text of documents whose tables hold prose."""

from __future__ import annotations

from extractor.report.flow import TABLE, flow_of
from tests.building import document, grid, ragged

HEADING = "四、政府信息公开行政复议、行政诉讼情况"


def test_what_stands_between_fused_tables_is_text() -> None:
    fused = grid(
        [
            ["（七）总计", "0", "0"],
            ["四、结转下年度继续办理", "0", "0"],
            [(HEADING, 1, 3)],
            [("我局2023年没有发生行政复议。", 1, 3)],
            ["行政复议", "行政诉讼", "总计"],
            ["0", "0", "0"],
        ]
    )
    lines = flow_of(document("前文。", fused, "后文。")).text.split("\n")
    assert lines == ["前文。", TABLE, HEADING, "我局2023年没有发生行政复议。", TABLE, "后文。"]


def test_a_label_alone_in_its_row_is_no_text() -> None:
    rows = [
        ["规章", "", ""],
        ["申请人情况"],
        ["二、上年结转政府信息公开申请数量"],
        ["1.属于国家秘密", "0"],
    ]
    assert flow_of(document(ragged(rows))).text == TABLE


def test_short_answers_count_behind_their_heading_only() -> None:
    table = grid(
        [["总计", "0"], [(HEADING, 1, 2)], [("无。", 1, 2)], ["行政复议", "0"], [("无。", 1, 2)]]
    )
    assert flow_of(document(table)).text.split("\n") == [TABLE, HEADING, "无。", TABLE]
