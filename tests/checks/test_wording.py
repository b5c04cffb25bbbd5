"""Which words of a sentence are the report's own."""

from __future__ import annotations

import pytest

from extractor.checks.boilerplate.wording import without_nothing


@pytest.mark.parametrize(
    "told",
    [
        "年内没有收到法人、自然人或者其他组织提出的公开申请，也无上年结转的申请。",
        "没有因信息公开工作被申请行政复议，没有被提起行政诉讼。",
        "本站没有独立的门户网站，未开通微信公众号、客户端等政务新媒体。",
        "未发生因政府信息公开工作被问责的情况，未接到投诉举报。",
        "本中心没有制定规范性文件的职权。",
        "新收申请为0。",
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
    ],
)
def test_what_was_not_done_as_it_should_have_been_stays(told: str) -> None:
    assert without_nothing(told) == told


def test_only_the_clause_by_which_nothing_happened_goes() -> None:
    assert (
        without_nothing("渠道图贴在村口，没有收到投诉，看的人不少。")
        == "渠道图贴在村口，看的人不少。"
    )
