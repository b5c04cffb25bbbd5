"""Lists and sentences within an item: measures of their own, leads, and what adds to a measure."""

from __future__ import annotations

import pytest

from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "a numbered list behind a label": (
        "1.{p:更新不及时}。部分栏目两个月未更新。改进措施：（1）{n>0:建立周查台账}；（2）{n>0:实行超期提醒}。\n"
        "2.{p:解读单一}。改进措施：（1）{n>1:每件文件配图}；（2）{n>1:拍短视频}。"
    ),
    "a counted list behind a label": (
        "1.{p:更新不及时，部分栏目两个月未更新}。改进措施：一是{n>0:建立周查台账}，二是{n>0:实行超期提醒}。\n"
        "2.{p:解读单一，多为文字}。改进措施：一是{n>1:每件文件配图}，二是{n>1:拍短视频}。"
    ),
    "a sentence that adds": (
        "（一）{p:部门之间进展不平衡}。有的股室全年只报了两条。"
        "改进措施：{n>0:对排名靠后的股室开展约谈}。{n>0:同时，每季度通报一次报送情况}。\n"
        "（二）{p:解读形式单一}。改进措施：{n>1:每件文件配一张图}。"
    ),
    "a numbered lead over its own list": (
        "（一）存在的问题\n1.{p:留言答复慢}。\n2.{p:附件打不开}。\n（二）2025年改进措施\n"
        "1.针对第1个问题，采取两项措施：一是{n2025>0:留言3日内答复}；二是{n2025:每月通报}。\n"
        "2.{n2025>1:针对第2个问题，更换附件格式}。"
    ),
    "last year's problems in front of a list": (
        "针对上年度存在的更新慢、解读少两个问题，我局一是{d>:建立了周查台账}，二是{d>:制作了图解8件}。"
        "目前的问题是{p:留言答复慢}。"
    ),
    "now, behind last year's": (
        "2024年，我局针对上年度报告提出的2个问题逐项整改：一是{d:建立了月通报制度}；二是{d:制作图解6件}。"
        "当前，一方面，{p:民办学校信息公开不规范}；另一方面，{p:家长咨询渠道少，电话常常打不通}。"
        "下一步，首先，{n:开展收费公示专项检查}；其次，{n:开通家长咨询专线}。"
    ),
    "a time and 将 lead": (
        "存在的问题有{p:更新慢}、{p:人手紧}。2025年，我镇将：{n2025:建立周查台账，每周五通报}。"
    ),
    "a field in which there is a gap": (
        "{p:在公开时效上还有差距，部分信息超过20个工作日}；{p:在解读质量上还有短板，群众看不懂}。"
    ),
    "no longer met with": (
        "（一）存在的问题\n1.{p:检索不尽责}。\n2.{p:数据难以再利用}。\n（二）改进情况\n"
        "1.{d>0:对检索环节立规}。编印工作指引；年内再未出现同类问题。\n2.{d>1:对数据格式立标}。全部改为CSV格式。"
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_nested(name: str) -> None:
    assert_items(CASES[name], read_issues(plain(CASES[name])))


@pytest.mark.parametrize(
    "text",
    [
        "1.{p:更新不及时}。（1）门户网站两个月未更新；（2）公众号停更一周。改进措施：{n>0:建立周查台账}。",
        "加强培训。组织干部集中学习，全年不少于四次。",
    ],
)
def test_what_explains_is_no_item(text: str) -> None:
    items = read_issues(plain(text))
    assert all("公众号" not in item.text for item in items.problems)
    assert all("集中学习" not in item.text for item in items.improvements)
