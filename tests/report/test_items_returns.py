"""Where a reading turns back: to problems behind measures, to a list's own lead, to the point."""

from __future__ import annotations

import pytest

from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "titles above labels of their own": (
        "（一）{p:思想认识有温差}\n1.主要表现\n个别单位把公开当作软任务。\n"
        "2.改进措施\n{n>0:将公开情况纳入述职内容}。\n"
        "（二）{p:业务能力有落差}\n1.主要表现\n经办人员任职时间不足两年。\n"
        "2.改进措施\n{n>1:编印口袋书，建立骨干联系制度}。"
    ),
    "fields with a measure behind each": (
        "（一）航行通告方面\n{p:施工结束后，通告未及时撤销}。\n改进情况：{d>0:建立全周期台账}。\n"
        "（二）渔船警示方面\n{p:典型案例的公开偏重经过，对责任着墨不多}。\n"
        "改进情况：{n2025>1:拟自2025年起公布责任认定要点}。"
    ),
    "a list of one's own goes on behind spoken measures": (
        "毛病也不少：一个是{p:没人专干，谁有空谁发}；再一个是{p:价格公布得慢}。"
        "往后我们打算这么改：{n:先把人定下来，由两个人轮着管}。再就是{n:多下社里跑}。"
    ),
    "the same heads for both": (
        "（一）存在问题\n1.政策供给端。①{p:起草文件时不同步起草解读}；②{p:解读摘抄多，不通俗}。\n"
        "2.群众需求端。①{p:问卷回收少}；②{p:高频事项未进入问答库}。\n"
        "（二）改进举措\n1.政策供给端。①{n>0:未附解读方案的退文}；②{n>1:解读稿须经试读}。\n"
        "2.群众需求端。①{n>2:在办事大厅发放问卷}；②{n>3:每月将前十位事项入库}。"
    ),
    "what stands in front of the two": (
        "我局成立时间不长，公开工作底子薄、经验少。目前存在的问题主要有两个方面：一方面，"
        "{p:可以公开的信息有限，栏目单薄}；另一方面，{p:经办人员流动性大，业务不连贯}。"
    ),
    "why, behind the problem": (
        "（一）问题\n{p:停水通知发得晚，用户意见大}。检修计划其实月初就定下来了。"
        "{p:检测报告没有上网}。这主要是两头签字耽搁了。\n（二）改进\n"
        "{n:检测报告将在网站公布}。"
    ),
    "where it is worst": "{p:账号更新不及时，连续两周未更新的有16个，主要集中在乡镇}。",
    "openers of talkers": (
        "要说短板，头一个是{p:网站栏目多头管理，谁都能发谁都不管}；还有就是{p:信息员换得勤}。"
        "再有就是{p:低保名单只贴在镇里}。"
    ),
    "to be solved is no measure": (
        "工作中还存在一些问题和不足，需在今后工作中加以解决。其一，{p:改造过程公开不充分}。"
        "居民知情不足。{n>0:对此，我局将推行全过程公开}。其二，{p:专员队伍不稳定}。"
        "人员流失较快。{n>1:对此，我局将由两科联合制定管理办法}。"
    ),
    "told of one of them": (
        "我局还存在{p:信息种类少}，{p:质量不高}，{p:各队报送不积极}的问题，有的中队全年只报1条。"
    ),
    "eased, but": (
        "去年群众反映的供暖信息少的问题，今年有所缓解，但{p:面积核定结果仍只在窗口查询}。"
    ),
    "a lack told with the time it was found": (
        "{p:通报发出后，整改情况仍缺乏跟踪问效}。{d>0:收到反馈后，我局对两项逾期事项全部办结}。"
    ),
    "met below by a list": (
        "我局工作中存在{p:水价信息公开不细}、{p:停水通知覆盖不广}等问题。"
        "1.{d>0:细化水价构成说明}。2.{d>1:建立停水通知群}。"
    ),
    "a measure in the same sentence": (
        "1、{p:通告发出以后没有留档，上级来查时拿不出原件}，{n>0:因此我场将对通告一律留底}；\n"
        "2、{p:干部不太会用电脑}。"
    ),
    "ways and steps": (
        "（一）问题与不足\n1．公开内容方面。{p:政策公开不够集中}。\n"
        "（二）改进的方法与步骤\n1．公开内容方面。{n>0:修订发布预案，明确发布次序}。"
    ),
    "the ways are two": (
        "不足主要有两条。{p:告示贴得晚}。{p:投诉电话打不进来}。"
        "改进的办法也是两条。{d>0:大厅加装了电子屏}。{d>1:投诉电话已增开一条线}。"
    ),
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_return(marked: str) -> None:
    assert_items(marked, read_issues(plain(marked)))


TENSES = {
    "the title's sentence says when": (
        "（一）问题\n1.{p:数据格式不统一}。\n2.{p:公示方式单一}。\n（二）改进情况\n"
        "1.{n>0:对数据格式立标}。计划2025年6月底前完成转换。\n2.{d>1:对公示方式立规}。已印发办法。"
    ),
    "under a heading of what came of it": (
        "（一）主要问题\n一是{p:把握不够准确}；二是{p:标识不够清楚}。\n（二）改进举措及成效\n"
        "对上述问题，我局坚持边查边改：一是{d:印发典型案例通报}；二是{d:页面于9月底前全部整改到位}。"
    ),
    "made of it, not yet": (
        "存在问题：{p:公示栏挂得高}，{n>0:我局将把公示栏统一降到一米五}。往后这么办：一个是"
        "{n:把21个公示栏统一降到一米五}；再一个是{n:给信息员配个替手}。"
    ),
    "where it will be done": (
        "存在的问题：{p:说明雷同}。针对以上情况，重点从以下几方面着手改进：一是{n:印发编写要点}。"
        "二是{n:建立资料共享清单}。"
    ),
    "not yet obtained": (
        "存在问题：{p:入库率低}。改进措施：{n>0:公开与入库联动，未取得编号的文件不得印发}。"
    ),
}


@pytest.mark.parametrize("marked", TENSES.values(), ids=TENSES.keys())
def test_tense(marked: str) -> None:
    assert_items(marked, read_issues(plain(marked)))


def test_names_in_quotes_and_explanations_tell_what_is_answered() -> None:
    items = read_issues(
        "（一）问题\n1.过程公开不够，“五公开”未能衔接。\n2.公报发行少。\n3.实施细则欠缺。\n"
        "（二）改进措施\n1.健全公开链条。编制“五公开”规范。\n2.出台细则。督促主管部门完善实施细则。"
    )
    assert [measure.answers for measure in items.improvements] == [(0,), (2,)]


def test_a_point_with_its_own_term_gives_no_year_to_the_next() -> None:
    items = read_issues(
        "一、问题\n1.审核不严。\n2.检索不便。\n二、打算\n1.2025年上半年开展轮训；2.探索建立信息地图。"
    )
    assert [measure.year for measure in items.improvements] == [2025, None]
