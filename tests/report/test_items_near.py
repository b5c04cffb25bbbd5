"""Near to what turns a sentence into a measure, and yet a problem."""

from __future__ import annotations

import pytest

from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "an announced list does not turn for one item": (
        "存在的主要问题：一是{p:今年6月已有两个村的公开栏被拆}；二是{p:公开内容不够全面}；三是"
        "{p:解读形式单一}；四是{p:队伍不稳定}。下一步：一是{n>0:重建公开栏}；二是{n>1:补齐内容}；三是"
        "{n>2:每件配图}；四是{n>3:配备专人}。"
    ),
    "nor for one that begins with a year's end": (
        "主要问题：\n1.{p:年内两次被上级点名}。\n2.{p:目录更新慢}。\n3.{p:答复不规范}。\n4.{p:渠道单一}。"
    ),
    "part of the year, and no deed": (
        "还存在一些不足。{p:公开内容不够全面}。本年度一季度均为零报送。{p:解读形式单一}。"
        "{n2024:2024年，我局将每月核对一次}。"
    ),
    "not this but that is the lack": (
        "还存在一些不足。{p:公开内容不够全面}。{p:解读没有结合本县实际，而是照搬上级文件}。{p:解读形式单一}。"
        "{n2024:2024年，我局将每月核对一次}。"
    ),
    "what has been published cannot be found": (
        "{p:公开内容不够全面}。上述事项虽已公开，群众却找不到。{n2024:2024年，我局将补齐栏目}。"
    ),
    "what is there still lacks": (
        "存在以下问题：{p:目录不全，已于去年更新过一版，仍有缺项}；{p:网站不稳定，正在建设的新平台迟迟"
        "未上线}；{p:渠道少，目前已开通的公众号半月一更}。"
    ),
    "an item that is begun to be met": (
        "1.{p:检索不便}，{d>0:已在8月增设文号检索}。\n2.{p:附件打不开}，{d>1:目前已协调网站公司修复}。"
    ),
    "what is planned of one thing went wrong": (
        "还有不足。{p:公开内容不够全面}。{p:补贴一项，将发放日期写成了公示日期，群众有误解}。"
        "{n2024:2024年，我局将逐项核对}。"
    ),
    "what is not to be done": (
        "存在问题：{p:解读少}；{p:形式单一}。改进措施：\n{n>0:不再止于转发，每件文件配一张图}。\n"
        "{n>1:力戒千篇一律，由各村自定样式}。"
    ),
    "numerals in front of 来, 为 and 要": (
        "存在的问题：\n一、{p:来信来访答复慢}。\n二、{p:为民服务事项公开不全}。\n三、{p:要件公开不及时}。\n"
        "改进措施：\n一、{n>0:来信当日登记}。\n二、{n>1:为群众列出清单}。\n三、{n>2:安排专人上传要件}。"
    ),
    "一来 within a clause": (
        "存在的主要问题：一是{p:目录更新慢}；二是{p:解读一来数量少、二来形式单一}；三是{p:队伍不稳}。"
    ),
    "一来 in front of a figure": (
        "存在的问题：一来{p:经费公开少}；二来{p:答复不规范}。改进情况：一来{d>0:9月起按季公开经费，已公开"
        "两期}；二来{d>1:重做了答复模板}。"
    ),
    "the verb is counted from line to line": (
        "主要问题：\n一{p:抓不住重点，公开面铺得太宽}。\n二{p:靠临时突击，平时更新少}。\n三{p:促而不动，股室响应慢}。"
    ),
    "a field of lacks whose lack no word tells": (
        "不足：（一）{p:公开内容方面的不足}。公开事项以会议和活动为主。（二）{p:更新不及时}。有的拖了两月。"
    ),
    "a title and its plan": (
        "存在{p:更新慢}、{p:解读少}等问题。下一步：一是{n>0:加强学习培训}。2024年，将组织两次培训。"
        "二是{n>1:丰富解读形式}。2024年，将拍短视频。"
    ),
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_near(marked: str) -> None:
    assert_items(marked, read_issues(plain(marked)))
