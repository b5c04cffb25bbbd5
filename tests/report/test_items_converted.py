"""Section fives as converters leave them: half-width signs, broken lines, lost and odd stops."""

from __future__ import annotations

import pytest

from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "quotation marks that face the wrong way": (
        "存在问题：一是{p:执行”首问责任“不到位}；二是{p:”少跑一趟“宣传不够}。\n"
        "改进措施：一是{n>0:严格执行”首问责任“要求}；二是{n>1:把”少跑一趟“做成短视频}。"
    ),
    "a quotation mark without its fellow": (
        '存在问题：1.{p:"办事一次清"知晓率低}；2.{p:"好差评结果公布不及时}；3.{p:"问政"回复慢}。\n'
        '改进措施：1.{n>0:加大"办事一次清宣传力度}；2.{n>1:按月公布"好差评"结果}；'
        '3.{n>2:建立"问政"督办单}。'
    ),
    "half-width full stops": (
        "主要问题:一是{p:公示更新不够及时}｡二是{p:栏目设置不合理}｡"
        "改进措施:一是{n>0:建立更新提醒}｡二是{n>1:合并重复栏目}｡"
    ),
    "dots behind figures and quotation marks": (
        '主要问题:一是{p:全年解读仅3篇}.二是{p:缺少"一图看懂"}.'
        '改进措施:一是{n>0:把解读篇数提高到12}.二是{n>1:每份文件配"一图看懂"}.'
    ),
    "dots lost behind numbers": (
        "主要问题：1{p:公开不够及时}；2{p:内容不够全面}。\n"
        "改进措施：1{n>0:建立限时公开制度}；2{n>1:扩大公开范围}。"
    ),
    "full stops behind numbers": (
        "主要问题：1。{p:公开不够及时}。2。{p:内容不够全面}。\n"
        "改进措施：1。{n>0:建立限时公开制度}。2。{n>1:扩大公开范围}。"
    ),
    "bare ordinals": (
        "存在的问题：第一{p:公开意识不强}；第二{p:公开内容不全}。\n"
        "下一步：第一{n>0:加强学习教育}；第二{n>1:完善公开目录}。"
    ),
    "numbers between commas": (
        "存在问题：一、{p:公开不够及时}，二、{p:内容不够全面}，三、{p:宣传不够广}。\n"
        "措施：一、{n>0:建立限时公开制度}，二、{n>1:扩大公开范围}，三、{n>2:增加宣传频次}。"
    ),
    "numbers between strokes": (
        "问题：1.{p:公开不够及时}/2.{p:内容不够全面}。\n"
        "措施：1.{n>0:建立限时公开制度}/2.{n>1:扩大公开范围}。"
    ),
    "numbers of three levels": (
        "5.1存在的主要问题\n5.1.1{p:公开不够及时}。部分信息延迟发布。\n5.1.2{p:内容不够全面}。\n"
        "5.2改进情况\n5.2.1{d>0:建立限时公开制度}。\n5.2.2{d>1:扩大公开范围}。"
    ),
    "labels glued to the item before": (
        "存在的问题：①{p:平台知晓率低}②{p:文件归档不规范}③{p:公开质量参差不齐}改进措施："
        "①{n>0:在村居设置宣传栏}②{n>1:统一归档标准}③{n>2:开展质量评查}"
    ),
    "blanks between listed items": (
        "存在问题：{p:更新不及时} {p:解读不到位} {p:人员不稳定}\n"
        "改进措施：{n>0:建立更新台账} {n>1:加强解读审核} {n>2:配备专职人员}"
    ),
    "blanks behind run-in titles": (
        "（一）存在问题\n1、{p:公开意识不强} 部分科室认为公开工作是额外负担，报送不主动。\n"
        "2、{p:公开载体单一} 目前仅依靠门户网站，群众看得少。\n"
        "（二）改进措施\n1、{n>0:强化学习教育} 把条例列入干部必修课，每年不少于8学时。\n"
        "2、{n>1:拓展公开载体} 开通政务微博，按周发布。"
    ),
    "cells told in lines": (
        "1 {p:公开不够及时} {n>0:建立限时公开制度} 办公室\n"
        "2 {p:内容不够全面} {n>1:扩大公开范围} 各科室"
    ),
    "lines broken at the edge": (
        "我局信息公开工作还存在一些不足：一是{p:公开内容与企\n业需求结合不紧，惠企政策散见于多个网站，查找费时\n"
        "费力}；二是{p:信息员更换频繁，新上岗人员对报送要求不\n熟}。\n"
        "今后，我局将从以下方面改进：一是{n>0:按月汇编惠企政\n策，在园区微信群和办事大厅同步推送}；二是{n>1:编印信息\n报送手册，每季度培训一次}。"
    ),
    "lines without stops that are no broken ones": (
        "存在的问题：\n{p:政策解读形式单一，以文字解读材料为主}\n{p:公开栏目更新较慢，个别栏目长期空白着}\n"
        "改进措施：\n{n>0:丰富解读形式，制作图解和短视频材料}\n{n>1:落实更新责任，每周由专人检查各栏目}"
    ),
    "signs within a line": (
        "（一）存在不足\nØ {p:听证情况公开不充分}；Ø {p:注销公示不及时}。\n"
        "（二）改进方向\nØ {n>0:听证记录随规划一并公布}；Ø {n>1:注销公示按旬发布}。"
    ),
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_what_converters_leave_is_read(marked: str) -> None:
    assert_items(marked, read_issues(plain(marked)))


def test_a_stop_within_a_quotation_hides_no_item() -> None:
    """A mark that is never closed must not swallow the stops up to the next quotation."""
    text = "改进措施：一是建立“清单制度；二是推行“回头看”。"
    assert [measure.text for measure in read_issues(text).improvements] == [
        "建立“清单制度",
        "推行“回头看”",
    ]
