"""What stands beside an item: causes, columns, sequels, and what became of last year's."""

from __future__ import annotations

import pytest

from tests.report.items_markup import assert_items, plain, read_issues

CASES = {
    "praise, 但是 and its comma": (
        "全年工作平稳。但是，{p:随着改革深入，招生政策解读跟不上舆论变化}。\n"
        "{n>0:下一步，建立舆情会商制度}。"
    ),
    "praise in front of a lead with 但": (
        "2024年是机构改革后的第二个完整年度，信息公开工作逐步走上正轨。"
        "但由于制度尚不健全，工作中还存在以下困难和问题：一是{p:目录未及时调整}；二是{p:宣传引导不够}。"
    ),
    "what is counted up is only why": (
        "（一）审核方面。{p:由于各社区报送的信息存在要素不全、格式不一等情况，退回率达到三成}。\n"
        "（二）反馈方面。{p:对群众反映的异味、油烟等问题，处理结果公开不够及时}。"
    ),
    "a cause behind several": (
        "还存在{p:政策解读不够及时}、{p:公开形式不够多样}的问题，主要原因是业务科室重视不够，人员缺乏经验。"
    ),
    "a title that says 存在": (
        "问题一：{p:帮扶宣传存在“上热下冷”}。政策在县里讲得多，到了村组则宣传不够。\n"
        "整改措施：{d>0:组织驻村工作队入户，发放明白纸1.9万份}。"
    ),
    "short lacks told at length": (
        "{p:信息公开的时效还需提升}。有的科室一周后才报送，错过了时机。"
        "{p:信息公开的形式仍显单调}。除网站外，面向老年居民的线下手段不多。"
    ),
    "a lead that ends in a lack's word": (
        "存在的问题：一是{p:公开不够系统}；二是{p:解读较少}。\n"
        "2025年，我委将坚持问题导向，补齐短板：{n2025>0:健全归集机制}；{n2025>1:增加解读频次}。"
    ),
    "several measures for one problem": (
        "（一）存在问题\n1.{p:办理程序不规范}\n2.{p:平台建设滞后}\n3.{p:工作力量不足}\n（二）改进措施\n"
        "针对第1个问题，采取两项措施：一是{n>0:修订办理规程}；二是{n>0:建立文书审核制度}。\n"
        "针对第2个问题，采取两项措施：一是{n>1:升级检索功能}；二是{n>1:建设移动端专栏}。\n"
        "{n>2:针对第3个问题，为每个镇街配备1名专职人员}。"
    ),
    "columns in brackets": (
        "存在问题：1.{p:解读不够通俗}；2.{p:目录更新滞后}。\n"
        "改进措施：1.{n>0:组建解读专家库}（责任单位：法规科；完成时限：2025年6月底前）；"
        "2.{n>1:按季更新目录}（办公室负责，长期坚持）。"
    ),
    "what was done goes before its sequel": (
        "（一）存在问题：{p:公开内容与需求有差距}。\n"
        "（二）改进情况：{d>0:发放需求问卷3500份，将8类事项列入目录，2025年拟扩展到15类}。"
    ),
    "results under措施": (
        "主要是：{p:对条例学习不深}；{p:账号重建设轻运营}。\n针对这些问题，我区采取以下措施予以解决："
        "一是{d>0:开展文书评查，共评查文书126份}；二是{d>1:开展清理整合，关停账号14个}。"
    ),
    "what is done every year": (
        "存在问题：{p:数据发布时间不固定}。\n改进措施：{n>0:于每年1月公布全年数据发布日程表}。"
    ),
    "a measure in the problem's sentence": (
        "（1）{p:宣传不到位，群众知晓率低}，{n>0:将通过发放宣传单等方式加大宣传}；"
        "（2）{p:公众号互动少}，{n>1:计划开设留言问答专栏}。"
    ),
    "one more behind the list's last": (
        "存在问题：一是{p:公开不够及时}；二是{p:内容不够全面}。\n"
        "改进情况：一是{d>0:建立限时公开制度}；二是{d>1:扩大公开范围}；"
        "{d:同时加强与上级部门沟通，参加培训2次}。"
    ),
    "last year's, in other words": (
        "{d>:上年度反映的指导不力问题，通过印发清单、开展网上测评，已得到较大改善}。\n"
        "目前的主要问题：{p:部分市县答复过于简单}。"
    ),
    "a title behind a title does not set the tense": (
        "（一）存在问题。1.{p:公开不规范}；2.{p:平台功能弱}。（二）2024年改进情况。1.{d2024>0:出台规范指引}；"
        "2.{d2024>1:改版门户网站}。（三）2025年工作打算。1.{n2025>0:开展规范化达标活动}；"
        "2.{n2025>1:上线智能问答}。"
    ),
    "fields on lines of their own": (
        "存在问题\n公开内容\n{p:重大项目信息公开不够全面}。\n公开渠道\n{p:移动端功能不完善}。\n"
        "改进措施\n公开内容\n{n>0:编制重大项目公开清单}。\n公开渠道\n{n>1:开发移动端公开专栏}。"
    ),
    "为解决上述问题 in front of a list": (
        "其一，{p:政策文件公开不全}；其二，{p:解读不够生动}。"
        "为解决上述问题，其一，{n>0:补全历史文件}；其二，{n>1:引入动漫解读}。"
    ),
    "one new stair is no measure": (
        "存在问题：{p:部门配合不够}。\n{n>0:今后，我镇将加强沟通协调}。力争使工作再上一个新台阶。"
    ),
    "问题，主要还是": "说到问题，主要还是{p:年轻干部留不住，新手上来连栏目都找不准}。",
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_an_item_and_what_stands_beside_it(marked: str) -> None:
    assert_items(marked, read_issues(plain(marked)))
