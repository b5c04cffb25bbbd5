"""Labels that take turns: 群众说：…我们改：…, which only their fellows make labels."""

from __future__ import annotations

import pytest

from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "what people say and what we mend": (
        "村民说：{p:危房改造名单只念了一遍，没听清}。我们改：{n>0:名单在村务栏留满三十天}。\n"
        "村民说：{p:种粮补贴打给谁从来没见过}。我们改：{n>1:每季首月5日前张贴打款名册}。\n"
        "村民说：{p:水管坏了留言没人理}。"
    ),
    "the same in boxes": (
        "【商户说】{p:摊位费怎么算没人讲得清}。【我们改】{n>0:收费表钉在市场门口}。\n"
        "【商户说】{p:抽检结果看不到}。【我们改】{d>1:结果当日上墙，全年张贴216份}。"
    ),
    "seeking gaps and filling them": (
        "找差距：{p:开放数据里PDF占了近半}；{p:接口说明缺失}。\n"
        "补差距：{d:信息中心已把96个数据集转成CSV}；{d:为31个接口补写了说明}。"
    ),
    "debts owned up to and paid": (
        "一要认账：{p:补贴公示到村不到户}；{p:农机照片不公开}。\n"
        "二要还账：{n>0:补贴名册一律公示到户}；{n>1:农机照片随公示上传}。"
    ),
    "a word learned from its fellow": (
        "梗阻：{p:两级平台数据对不上}。疏导：{n>0:统一接口后每晚自动核对}。\n"
        "梗阻：{p:办事指南材料不一致}。疏导：{d>1:逐项核对后重新印发，撤下旧版37份}。\n"
        "梗阻：{p:热线知识库更新慢}。"
    ),
    "then and now": (
        "【过去】{p:处罚决定看不出裁量理由}。【现在】{d>0:裁量理由一并公开，全年补写29件}。\n"
        "【过去】{p:听证公告太难找}。【现在】{d>1:公告改在首页置顶}。"
    ),
    "questions and answers": (
        "【问】差在哪里？【答】差在两样：{p:接种门诊改了时间没有告诉家长}；{p:月报发布迟缓}。\n"
        "【问】怎样补？【答】{n:门诊改时间须提前一日上报}；{n:月报改为每月3日前发布}。"
    ),
    # Words that take turns with no deeds make no labels.
    "figures behind labels of their own": (
        "问题：{p:处罚公示更新慢}。整改前：平均12天。{d:整改后：平均3天}。\n"
        "问题：{p:栏目链接失效多}。整改前：失效41条。{d:整改后：失效2条}。"
    ),
    "a list of deeds only": (
        "（一）存在问题\n{p:解读不深入}；{p:栏目更新不及时}。\n（二）改进措施\n"
        "一是{n:找差距：对照指标逐项自查，列出清单23条}；二是{n:补短板：每周五核查栏目}；"
        "三是{n:强弱项：组织两次业务培训}。"
    ),
    "the fellow left without a measure": (
        "【答复时效】{p:平均答复用时16个工作日，偏长}。补强：{d>0:简易件5日内答复，全年降至9日}。\n"
        "【栏目架构】{p:一级栏目多达23个，群众找不到}。补强：{n>1:并为8个，原网址跳转}。\n"
        "【老年群体触达】{p:用户中60岁以上者仅占4.6%，适老版本缺位}。"
    ),
}


@pytest.mark.parametrize("text", CASES.values(), ids=CASES.keys())
def test_labels_in_pairs(text: str) -> None:
    assert_items(text, read_issues(plain(text)))
