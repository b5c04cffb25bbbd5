"""Problems that are met in their own blocks: who did or will do what, behind what explains them."""

from __future__ import annotations

import pytest

from extractor.report.items import deeds
from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "parts of the office": (
        "1.{p:公示栏更换慢}\n沿街公示栏有四块玻璃破了半年。{d>0:街道城管办已于7月统一换成电子屏}。\n"
        "2.{p:政策宣讲覆盖面窄}\n全年只讲了三场。{d>1:各社区9月开设“傍晚课堂”，网格员轮流主讲}。"
        "{n2025>1:2025年拟延伸到商圈楼宇}。\n"
        "3.{p:来信登记不统一}\n{d>2:值班室把登记节点录入督办系统，到期前三天短信提醒}。"
    ),
    "together with others": (
        "（一）{p:目录与职责不对应}。{d>0:办公室会同法规科重新梳理目录，删去失效条目23条}。\n"
        "（二）{p:窗口资料陈旧}。大厅里摆的还是三年前的指南。{d>1:窗口11月全部换新，旧资料集中销毁}。\n"
        "（三）{p:网上互动冷清}。{n>2:准备明年把意见征集搬到公众号}。"
    ),
    "behind an event": (
        "1.{p:培训机构名单更新滞后}。有两家注销后仍在名单上。{d>0:接到举报后监管科当天撤下，"
        "11月起改为每月1日更新}。\n"
        "2.{p:宣讲不接地气}。{d>1:宣传委员牵头组建6人方言宣讲队，进村宣讲32场}。\n"
        "3.{p:群聊管理松散}。{d>2:镇里统一群规，网格员实名管理}。"
    ),
    "a background is no deed where measures follow": (
        "（一）{p:公开队伍不够稳定}。2024年3月机构调整后，信息科并入办公室，两名熟手调走。\n"
        "（二）{p:解读覆盖面不够广}。县里统一组织解读的只有4件。\n"
        "下一步，我局将抓好两项工作。一是{n>0:实行AB岗，调离必须交接}。二是{n>1:严格执行同步制度}。"
    ),
    "an inspector's deed": (
        "一是{p:部分村务公开不规范}。市农业农村局4月抽查6个村，有2个没有台账。二是{p:数据更新慢}。"
        "气象站每月10日报数，办公室汇总后才能上网。\n"
        "针对上述问题，一是{n>0:开展村务公开专项检查}；二是{n>1:商请气象站提前报数}。"
    ),
    "titles that name the lack and its redress": (
        "（一）{p:热线答复格式不一}的问题及改进\n话务员各写各的。{d>0:9月印发答复参考格式，统一为五个要素}。\n"
        "（二）{p:水价构成解释少}的问题及改进\n{n2025>1:2025年将录制三期讲解}。"
    ),
    "titles that speak of the lack": (
        "1.关于{p:公报投递不到位}的问题。有3个村半年没收到。{d>0:已重新签订投递协议}。\n"
        "2.关于{p:老年人查询不便}的问题。{n>1:下一步将推出大字版}。"
    ),
    "how a lack shows": (
        "（1）{p:检测信息公开不充分}\n问题表现：只公布合格率，不公布明细。\n"
        "改进举措：{d>0:化验室从6月起公布21项指标明细}。\n"
        "（2）{p:用户参与不够}\n问题表现：来参观的多为学生。\n"
        "改进举措：{n2025>1:2025年邀请居民代表参观水厂}。"
    ),
    "a point that leads into its own list": (
        "存在{p:会议议题公开少}、{p:账目公示不及时}的问题。改进情况：首先，{d:10月起账目当月公示}；"
        "最后，2025年打算抓好两件事：一要{n2025:选派村民旁听}；二要{n2025:印制议题单}。"
    ),
    "fields side by side": (
        "工作尚有以下不足。{p:在登记上，来件超过三日方予录入}。{p:在送达上，拟以邮寄为主的，既未核对"
        "地址，又未回访签收}。\n"
        "{d>0:就登记问题，本局已于11月启用扫码登记}。"
    ),
    "lacks and redress announced at once": (
        "现存的问题与相应的对策，逐项列举如下。{p:招生公告上网偏晚，家长多有抱怨}。"
        "{n2025>0:2025年将提前到四月公布}。"
    ),
    "a question that is answered": (
        "有村民问：补贴怎么查不到？{p:名单只贴在村部，没有上网}。{d>0:我们的办法是，10月起同步发到村民群}。"
    ),
    "next year within a lack": "{p:管档案的就一个人，明年三月退休，接手的还不熟}。",
    "what was promised last year": (
        "（一）去年承诺事项的兑现情况\n{d>:承诺的公示屏已在6月装好}。\n"
        "（二）本年度的问题\n{p:网站检索不准}。{n>0:拟更换检索引擎}。"
    ),
    "mended point by point since last year's report": (
        "对照2023年度报告里提出的毛病，2024年先后办了以下实事：{d2024>:三本手册逐页重排}；"
        "{d2024>:灯箱由半年一更改为每周一更}。\n"
        "今年的问题是{p:留言答复慢}。"
    ),
    "a parting word": (
        "存在的问题：{p:名录更新慢}。改进措施：{n>0:每周核对名录}。\n"
        "登高方能望远，我们将像爱护眼睛一样爱护这份信任，让乡亲们心里亮堂。"
    ),
    "what came of it": (
        "{p:文书校对不严}。针对这一问题，{d>0:我局已实行双人校对}。"
        "经过治理，文书差错率较上年下降一半。"
    ),
    "years in Chinese numerals": (
        "{p:账目贴得迟}。{p:栏目更新不及时}。\n"
        "{n2025>0:二〇二五年的安排是，账目当月张贴}；{n2025>1:栏目由文书每周补齐}。"
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_blocks(name: str) -> None:
    marked = CASES[name].replace("针对这一问题，{d>0:我局", "{d>0:针对这一问题，我局")
    assert_items(marked, read_issues(plain(marked)))


ANSWERS = {
    "what it is for": (
        "存在{p:航班提示差错偏多}、{p:行李收费公示不细}、{p:柜台外语能力薄弱}等问题。"
        "{n>0:针对航班提示差错偏多的问题，将建立校对单}；{n>1:针对行李收费公示不细的问题，将逐项列示}；"
        "{n>2:为弥补柜台外语短板，拟选派翻译员}；{n:此外，还将按季通报}。"
    ),
    "part by part": (
        "{p:场馆订票说明偏少}。{p:更衣柜收费牌破损}。"
        "{n2025>0,1:2025年，中心将编写订票说明，并由物业逐块换新收费牌}。"
    ),
    "the rest of it": (
        "存在的问题：一是{p:路灯报修无回音}；二是{p:收费公示牌破损}。\n"
        "{d>0:路灯报修已并入热线}。{d>1:收费公示牌已重做七块}；{n2025>1:剩下三块2025年4月前做好}。"
    ),
    "done and planned, each of another": (
        "存在{p:菜单公示偏粗}、{p:采购文件说明不足}、{p:食堂账目核对不严}、{p:营养课程少}等问题。\n"
        "改进情况：{d>1:补写了采购文件的评分说明}；{d>2:食堂流水请家长代表对过三回}。\n"
        "下一步：{n>0:菜单列明用料}；{n>3:每学期开一堂营养课}。"
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_answers(name: str) -> None:
    assert_items(ANSWERS[name], read_issues(plain(ANSWERS[name])))


@pytest.mark.parametrize(
    "told",
    [
        "办公室承担公开、信访、值守三项工作",
        "县局已将系统上收，乡镇不能自行上传",
        "9月系统升级，栏目错乱三天",
        "市局上半年通报两次，我局均在其列",
        "水厂化验室已有条件每周检测",
        "机构改革后，综合科已并入办公室",
        "市级平台1月停用，县级平台承接",
        "局属事业单位各自开设公众号",
        "村干部换届后，新任干部已上岗三个月",
    ],
)
def test_background_is_no_deed(told: str) -> None:
    assert not deeds.is_told(told)
    assert not deeds.is_likely(told)
