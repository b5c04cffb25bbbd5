"""Openings and the law's words are left out of what is held against other reports."""

from __future__ import annotations

import pytest

from extractor.checks.boilerplate.given import is_law, without_opening


@pytest.mark.parametrize(
    "told",
    [
        "现将我站2023年政府信息公开工作情况报告如下：",
        "根据《条例》要求，结合我站实际，编制本年度报告。",
        "按照条例及县政府办通知,现 将 本站２０２３年度政府信息公开工作报告公布于后,欢迎监督.",
        "依照《条例》规定现就我站政府信息公开工作情况汇报如下。",
        "为做好公开工作，县引水站编制了2023年政府信息公开工作年度报告，现予公布。",
        "本报告由六个部分组成，所列数据的统计期限自2023年1月1日起至12月31日止。",
        "统计期限为2023年1月1日至12月31日。",
        "我站政府信息公开工作情况如下：",
    ],
)
def test_openings_are_left_out(told: str) -> None:
    assert without_opening(told, in_front=True) == ""


def test_what_follows_an_opening_stays() -> None:
    told = "根据《条例》，现将我站政府信息公开工作情况报告如下：修渠的账贴在十二个村口。"
    assert without_opening(told, in_front=False) == "修渠的账贴在十二个村口。"


@pytest.mark.parametrize(
    "told",
    [
        "现将每月水质情况贴在村口，并请渠长念给老人听。",
        "现有公示栏四处，都在闸门边上。",
        "特色做法是把放水日程印在月历上发布。",
        "根据村民来信，把检修公告改成大字发布。",
        "编制水情年册12份，分送各村。",
        "水质监测数据的发布周期偏长。",
        "三是突出检修信息公开。",
        "报告期内，重贴水价公示41处，逐村核对。",
        "本报告期内，渠长轮流到村口念放水日程。",
    ],
)
def test_acts_are_no_openings(told: str) -> None:
    assert without_opening(told, in_front=True) == told


def test_the_report_itself_is_an_opening_in_front_only() -> None:
    told = "办公室编制了本年度报告。"
    assert without_opening(told, in_front=False) == told


@pytest.mark.parametrize(
    "told",
    [
        "行政机关应当定期把保存的信息告知公众，并说明理由。",
        "涉及国家秘密、损害公共利益的信息，行政机关不得主动提供。",
        "按照《条例》规定，各级人民政府应当建立保密审查责任制度。",
    ],
)
def test_what_the_law_says(told: str) -> None:
    assert is_law(told)


@pytest.mark.parametrize(
    "told",
    [
        "行政机关应当公开的水价文件都贴在村口。",
        "对涉及用水户姓名的信息，股室应当遮盖后再发。",
        "涉及个人隐私的轮灌信息不予公开，由闸管员逐户说明理由。",
        "政府信息应当在三天内由办公室复核后发出，逾期通报。",
        "行政机关应当公开的信息，本局去年全部公开。",
        "坚持以公开为常态、不公开为例外，把渠道账目晒给用水户看。",
        "申请人可以向县档案馆查渠道图纸。",
    ],
)
def test_what_an_agency_does_with_the_law(told: str) -> None:
    assert not is_law(told)
