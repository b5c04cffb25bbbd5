"""What counts as: nothing happened."""

from __future__ import annotations

import pytest

from extractor.checks.boilerplate.nothing_told import is_unnumbered, tells_none, without_nothing


@pytest.mark.parametrize(
    "told",
    [
        "年内没有收到法人、自然人或者其他组织提出的公开申请，也无上年结转的申请。",
        "没有因信息公开工作被申请行政复议，没有被提起行政诉讼。",
        "本站没有独立的门户网站，未开通微信公众号、客户端等政务新媒体。",
        "未发生因政府信息公开工作被问责的情况，未接到投诉举报。",
        "本中心没有制定规范性文件的职权。",
        "新收申请为0。",
        "无行政规范性文件，无延期答复的申请，无需要追究责任的情形。",
        "3.年内没有人就公开答复申请复议，行政诉讼也没有发生。",
        "按国办函〔2020〕109号文件未向任何申请人收取费用。",
        "行政复议0件，行政诉讼零起。",
    ],
)
def test_what_did_not_happen_is_left_out(told: str) -> None:
    assert without_nothing(told) == ""


@pytest.mark.parametrize(
    "told",
    [
        "水质公告没有及时更新，网站上的文件打不开。",
        "未按期答复申请2件，没有写明延期的理由。",
        "收到投诉3件，没有1件引发诉讼的投诉超期。",
        "没有设立专门的查阅点，群众只能到局里看。",
        "没有公布减免水费的通知，没有把收费文件贴出来。",
        "不少缺水户没有申请，移民村的住户多半也没有申请。",
        "水费专栏从零起步，送水10件，清淤60起。",
    ],
)
def test_what_was_not_done_as_it_should_have_been_stays(told: str) -> None:
    assert without_nothing(told) == told


def test_only_the_clause_by_which_nothing_happened_goes() -> None:
    assert (
        without_nothing("渠道图贴在村口，没有收到投诉，看的人不少。")
        == "渠道图贴在村口，看的人不少。"
    )


@pytest.mark.parametrize(
    "told",
    [
        "撤下失效链接60条",
        "退回修改1,200件",
        "培训经费3.0万元，人均0.50元",
        "采购水泵零件和闸门配件",
        "以群众零距离办事为目标",
        "水情短信从零起步",
        "",
    ],
)
def test_a_round_figure_is_not_nothing(told: str) -> None:
    assert not tells_none(told)


@pytest.mark.parametrize(
    "told",
    [
        "收到申请0件",
        "废止0件、修改2件",
        "投诉均为0",
        "新收申请零件，结转零件。",
        "收费0元",
        "没有开设公众号，也没有自建网站。",
    ],
)
def test_nothing_is_nothing(told: str) -> None:
    assert tells_none(told)


@pytest.mark.parametrize(
    ("told", "left_out"),
    [
        ("未收到政府信息公开申请。", True),
        ("年内没有被提起行政诉讼。", True),
        ("无行政规范性文件。", False),
        ("没有自建网站。", False),
        ("未收到申请。" + "渠" * 48, False),
    ],
)
def test_sentences_keep_the_numbers_that_indexes_know(told: str, left_out: bool) -> None:
    assert is_unnumbered(told) is left_out
