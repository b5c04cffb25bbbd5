"""Section fives of counties, districts and departments: lists, prose, and what stands between."""

from __future__ import annotations

import pytest

from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "a quoted lack opens the list, each point is met behind it": (
        "一是{p:公开内容存在“两多两少”，通知多、解读少}。{n>0:我县将按月核定解读篇数}。\n"
        "二是{p:标准目录编而不用，社区反映“看不懂”}。{n>1:我县将按事项重编目录}。"
    ),
    "the look back is no part of the lack": (
        "同时也要看到，{p:河道采砂许可的公示不够细}。{p:各管理站的网页模板各不相同，检索不便}。"
        "{n>0:下一步，我局将把许可条件一并公示}。"
    ),
    "one more behind a list whose points are bare": (
        "主要存在{p:沿革信息缺失}、{p:解读偏少}等问题。管委会将采取两条措施：一是{n>0:由党政办补齐"
        "机构沿革}；二是{n>1:随文提交问答式解读}。{n:管委会还将聘请4名企业代表担任监督员}。"
    ),
    "a third aspect": (
        "工作还存在差距。一方面，{p:评审环节公开不够深}；另一方面，{p:政策推送不精准}；再一方面，"
        "{p:下属院所尚未纳入统一管理}。"
    ),
    "causes under brackets of their own": (
        "【存在问题】\n1、{p:预案版本混杂}。\n2、{p:举报奖励公开过于简略}。\n【原因分析】\n"
        "有的同志认为多说不如少说；乡镇没有专职人员。\n【改进措施】\n1、{n>0:移出过期预案}。\n"
        "2、{n>1:隐去姓名后公布典型案例}。"
    ),
    "an example, a reason and a word taken up again explain": (
        "存在问题方面。{p:法律援助信息在两个平台之间不同步}。如某公证处迁址后，旧地址留了四个月。"
        "{p:复议决定书公开的比例偏低}。主要是隐名处理工作量大，人手跟不上。{p:意见征集的反馈过于笼统}。"
        "反馈往往只写“已研究吸收”。"
    ),
    "a branch office that will": (
        "存在的主要不足有二。其一，{p:验收信息缺乏汇总}。其二，{p:检查结果公示简略}。\n2025年，分局将："
        "其一，{n2025>0:建立验收信息汇总页}。其二，{n2025>1:写明检查项目和现场情况}。"
    ),
    "numbers in brackets say which are met": (
        "工作中尚有三处欠缺：（1）{p:补贴进度公示不及时}，（2）{p:展会信息公开缺乏规划}，"
        "（3）{p:征求意见后未公开采纳情况}。\n{n>0:就（1），我局计划每旬公示一次发放进度}。"
        "{n>1,2:就（2）和（3），将编制公开事项日历}。"
    ),
    "titles that are met below, by verbs of clearing up": (
        "主要面临{p:信访与申请界限不清}、{p:办理结果公开少}的问题。\n（一）{d>0:厘清边界}。"
        "制定区分办理指引，窗口一次告知。\n（二）{d>1:扩大公开}。选取典型结果隐名公布。"
    ),
    "each problem's own sentence in one paragraph": (
        "对照要点，我局工作还有三个方面的欠缺。第一，{p:站所公开不到位}。第二，{p:公示期限短}。第三，"
        "{p:查阅室利用率低}。\n{d>0:针对第一个问题，我局已于9月逐一督导}。"
        "{n2025>1:针对第二个问题，将公示期延长到10天，2025年1月起执行}。"
        "{n>2:针对第三个问题，计划在村委会增设查阅角}。"
    ),
    "a mechanism founded at the same time": (
        "1.{p:项目公开重审批轻实施}。\n2.{p:文件清理不及时}。\n整改落实\n"
        "{n>0:针对第1项，计划由项目单位每月填报}。\n{d>1:针对第2项，已于12月将两份文件移入专栏}。"
        "{d>1:同时建立了废止文件当日下架机制}。"
    ),
    "some do this, some do that": (
        "工作中的问题也很明显。{p:有的同志把公开当负担，能拖就拖}。{p:有的政策解读没有跟上，群众打电话来问}。"
        "{p:还有的公开信息全是图片，搜不到}。"
    ),
    "two that are joined lack one thing": (
        "存在{p:公开不够主动}、{p:社区与街道联动不够}、{p:与居民互动少}、{p:指导以发通知为主}等问题。"
    ),
    "a guide that is followed, and what is counted": (
        "一是{p:培训不够系统}。{n>0:拟组织2次集中培训}。二是{p:专栏不够精细}。"
        "{n>1:拟对照省级指引调整栏目6个}。三是{p:检查不够经常}。{n>2:拟每季度抽查一次}。"
    ),
    "a deed that is counted and a plan of esteem": (
        "1.关于{p:公开不及时}的问题。{d>0:已建立预警机制，超期自动提醒}。\n"
        "2.关于{p:解读不够通俗}的问题。{d>1:全年制作漫画解读9件}。\n"
        "3.关于{p:留言办理质量不高}的问题。{n>2:下一步将引入满意度评价，不满意件退回重办}。"
    ),
    "last year's lack, met at others' word": (
        "{d>:按照市政府办公室的反馈意见，我局对上年度备案信息不全的问题进行了整改，补充公开46家}。"
        "目前仍存在以下问题：一是{p:公示期限短}。二是{p:解读单一}。"
    ),
    "a head that tells of a relapse": (
        "（一）{p:部门公开意识有反弹}。新任职的领导对公开工作不熟悉，信息总量同比下降9%。\n"
        "下一步改进：{n>0:列入任职培训必修课}。\n（二）{p:审查留痕不全}。15条查不到审查单。\n"
        "下一步改进：{n>1:审查单改为线上流转}。"
    ),
    "shortcomings that are eyed": (
        "查找出以下短板：{p:采购结果表格庞大、检索困难}；{p:案例曝光少}。\n下一阶段，省局将紧盯短板，"
        "精准发力。{n>0:提供按药名检索的查询页面}。{n>1:每月至少曝光案例2起}。"
    ),
    "a list behind a lead, each in its line, of what it goes by": (
        "还有一些难题没有解决好：\n一是{p:更新信息公开零散}；\n二是{p:受理台账分设，统计易漏}。\n"
        "2025年，我区将采取以下措施：\n一是{n2025>0:以片区为单位编制手册，发放到楼栋}；\n"
        "二是{n2025>1:整合三类台账}。"
    ),
    "levels in front of a person": (
        "1 存在的问题\n1.1 {p:发布随意性大} .\n1.2 {p:人员信息陈旧} .\n2 整改措施\n"
        "2.1 {n>0:实行均衡发布，每月不少于3条} .\n2.2 {n>1:人员变动后5日内更新，责任到人} ."
    ),
    "plans by the time of year": (
        "（一）存在的问题\n1.{p:衔接不畅}。\n2.{p:信息员多是新手}。\n（二）改进措施\n"
        "1.{n>0:建立同步公开台账}。\n2.{n>1:上半年组织两期跟班实训，轮流上岗一周}。"
    ),
    "a plan goes on": (
        "毛病也不少。一是{p:认识有偏差}；二是{p:报送不主动}；三是{p:公开栏维护不到位}。\n"
        "{d>0:为解决这些问题，我乡已在12月把任务分解到11个站所}。{n>1:明年还将实行月提醒}。"
        "{n>2:同时安排2万元更换防雨公开栏}。"
    ),
    "what is written says what was done": (
        "还是有几处没做到家：{p:村干部报材料图省事}；{p:算账讲得少}。\n明年打算这么改："
        "{n>0:照片稿退回重写，写清办了啥事、花了多少钱}；{n>1:征地到哪个村，算账会就开到哪个村}。"
    ),
    "one gap in the order": (
        "（一）存在的问题\n1.{p:公开栏更新不及时}。\n2.{p:活动稿占了六成以上}。\n3.{p:查阅点电脑老化停用}。\n"
        "（二）改进措施\n1.{n>0:公开栏每周更新}。\n2.{n>1:按周下达选题单}。\n3.{n>2:更换查阅点电脑两台}。\n"
        "4.{n:开通小院议事点}。"
    ),
    "a template that is made another": (
        "（一）{p:公示缺少期限}。{n>0:对此，将改为“办结一件、公开一件”，每月更新}。\n"
        "（二）{p:评议面窄}。{n>1:对此，将把问卷投放到取号机}。"
    ),
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_sections_of_many_offices(marked: str) -> None:
    assert_items(marked, read_issues(plain(marked)))
