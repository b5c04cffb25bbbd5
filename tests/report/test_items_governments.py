"""Section five as governments and their offices write it: long sentences, lists within lists."""

from __future__ import annotations

import pytest

from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "a first point that begins with 以": (
        "主要问题：一是{p:栏目无人维护}；二是{p:图解数量少}。下一步，我市将补短板：一是{n>0:以职责清单为准，逐栏确定维护人}；"
        "二是{n>1:组建图解小组，每季度制作两期}。"
    ),
    "counted lacks without 等": (
        "对照要求，仍然存在{p:惠农政策汇总慢}、{p:缴费口径与税务、银行部门不一致}、{p:欠薪案件公布不及时}三个方面的问题。"
    ),
    "a quoted lack among others": (
        "工作中还存在{p:图解质量不高}、{p:部门公众号“重数量、轻内容”}等问题。"
    ),
    "problems behind what became of last year's": (
        "2024年，我县对上一年度查摆出的问题逐项整改：1.{d>:建立巡查台账，发出提醒单40份}；2.{d>:新建公开专区6个}。\n"
        "从全年工作看，还存在{p:镇村公开不平衡}、{p:申请答复说理不充分}等问题。\n"
        "{n:下一步，对靠后的两个镇派员驻点}。"
    ),
    "last year's lacks retold": (
        "（一）上一年度问题的改进情况。上一年度，我市主要存在咨询渠道分散、公开与业务融合不够等问题。一年来逐项整改："
        "一是{d>:把热线与网站留言并入同一个知识库}；二是{d>:在12个业务系统里嵌入公开环节}。\n"
        "（二）本年度的问题。一是{p:旧问答没有及时下线}。"
    ),
    "two problems named as solved": (
        "上一年度报告指出的两个问题已基本解决：{d>:停办县级公报3种}；{d>:新设咨询窗口18个}。但也存在一些问题："
        "一是{p:公众号更新慢}。"
    ),
    "still to be solved": (
        "上年度报告中提出的“文件库空白”等问题已基本解决：{d>:收录文件120件}。\n"
        "但从群众反映来看，还有以下问题需要解决：一是{p:征集意见的时间短}；二是{p:窗口少有人来}。\n"
        "2025年，县政府办公室将做好以下改进：一是{n>0:征集不少于30日}；二是{n>1:窗口并入综合大厅}。"
    ),
    "titles that name measures above lists of details": (
        "主要是：一是{p:热点领域公开不成体系}；二是{p:解读与发布脱节}。针对以上问题，我省将这样改进："
        "（一）{n>0:开展热点领域公开“提升行动”}。一是编制事项指引；二是全部接入一网通办。"
        "（二）{n>1:健全首席解读人制度}。一是明确主要负责人为第一解读人；二是每季度上一次电视。"
    ),
    "a dated case of the lack in front": (
        "（一）主动公开方面。{p:征地公告要素不全，个别缺少勘界图}。2024年涉及征地的公告有16份，其中三份重发。"
        "{n:我局将把勘界图列为报件要件}。"
    ),
    "why behind what": (
        "{p:处罚公示与信用修复衔接不畅，主要是两级系统交换数据有时间差}。{d:我局协调开通了回传通道}。"
    ),
    "what somebody did afterwards": (
        "（二）采购信息。{p:一季度有7个项目的采购意向公开不足30日}。"
        "{d>0:新系统启用后，我局设置了自动校验，未满30日的不得发起}。"
    ),
    "planned by 要": (
        "主要问题，一是{p:基层力量薄弱}；二是{p:报告质量不高}。改进工作中，我州一要{n>0:推行县乡结对，每季度互派骨干}；"
        "二要{n>1:实行三道审签，逐份把关}。"
    ),
    "a time limit is its point's own": (
        "存在问题：（1）{p:存量文件属性混乱}；（2）{p:答复口径不一}。我县将采取如下措施：（1）{n2025>0:对存量文件重新审查，2025年3月底前完成}；"
        "（2）{n0>1:设立会商机制，统一答复}。"
    ),
    "a topic and what it lacks": (
        "主要问题：{p:解读能力不足}；{p:农户反映的补贴进度问题，没有通过固定渠道告知}。"
    ),
    "how it is gone about": (
        "根据县里考核的反馈，我局对存在问题进行了认真梳理，并制定整改措施。\n（1）{p:校务公开不规范}。整改措施：{n>0:统一制作公示栏}。"
    ),
    "words of resolve": (
        "主要问题是{p:更新不及时}。{n:我镇将每月核对一次栏目}。新的一年，我镇将继续凝心聚力，把公开工作引向深入。"
        "站在新的起点上，不断开创工作新局面。"
    ),
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES)
def test_manner(marked: str) -> None:
    assert_items(marked, read_issues(plain(marked)))
