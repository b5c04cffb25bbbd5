"""What counts as a figure, as a name."""

from __future__ import annotations

import pytest

from extractor.checks.boilerplate.facts_told import tells_a_figure, tells_a_name


@pytest.mark.parametrize(
    "told",
    [
        "收发室三人轮流登记",
        "十六人参加了水价听证",
        "几十人到场提了意见",
        "三人工作小组逐条核对",
        "召开例会十二次",
        "走访三万家企业",
        "到二十二个平台巡查",
        "窗口等候缩短到十分钟以内",
        "应公开事项公开率达到100%",
        "做到23个水管站100%上墙",
    ],
)
def test_figures(told: str) -> None:
    assert tells_a_figure(told)


@pytest.mark.parametrize(
    "told",
    [
        "统一人员调配，选优配强专人",
        "单靠一人之力难以完成，往往一人多岗",
        "实行一人一岗、一户一策",
        "千人千面地推送",
        "工作三天打鱼、两天晒网",
        "大家心往一处想、劲往一处使",
        "一年365天不停步",
        "力争件件100%办结、100%好评",
        "确保百分之百落实",
        "一件接着一件抓，一项不落",
        "高效办成一件事",
    ],
)
def test_idioms_are_no_figures(told: str) -> None:
    assert not tells_a_figure(told)


def test_slogans_of_naught_are_no_names() -> None:
    assert not tells_a_name("信息发布“零失误”“零差错”")
    assert tells_a_name("水费“零跑腿”专栏上线")
