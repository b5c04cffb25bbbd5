"""B506 where section five is not two plain lists: leave-taking, last year's block, forewords."""

from __future__ import annotations

import pytest

from evaluation.section_record import record_of
from extractor.checks.boilerplate import b506_unanswered
from extractor.checks.boilerplate.b506_unanswered import weighable
from extractor.checks.model import Among

HEAD = "五、存在的主要问题及改进情况\n"


def told(text: str) -> list[str]:
    return [
        "".join(one.message.zh.split()) for one in b506_unanswered.check(Among(record_of(text)))
    ]


def problems_and_measures(text: str) -> tuple[list[str], list[str]]:
    found = weighable(record_of(text))
    assert found is not None
    return [one.words for one in found[0]], [one.text for one in found[1]]


def test_words_of_leave_are_no_measure() -> None:
    text = (
        f"{HEAD}2024年我局的问题：一是渔船检验公示更新慢，常常拖到次月；二是养殖证办理指南缺图例，"
        "渔民看不明白；三是禁渔期通告只贴在码头。\n改进情况：一是检验公示改为每周五更新；"
        "二是办证指南补画了九张图例。潮起海天阔，扬帆正当时，我局将同渔民兄弟一道耕海牧渔。"
    )
    _, measures = problems_and_measures(text)
    assert not any("扬帆" in one for one in measures)
    assert any("禁渔期通告" in one for one in told(text))


def test_a_last_measure_in_stock_words_is_kept() -> None:
    text = (
        f"{HEAD}2024年我局的问题：一是渔船检验公示更新慢，常常拖到次月；二是干部对条例学习不够。\n"
        "改进情况：检验公示改为每周五更新。我局将进一步加强对条例的学习，提高干部的公开意识。"
    )
    _, measures = problems_and_measures(text)
    assert any("条例的学习" in one for one in measures)
    assert not told(text)


def test_last_years_block_meets_nothing_and_is_no_problem() -> None:
    before = "上年反映的“公开栏破损”已整改到位，38块栏板全部换新。关于目录未公开问题，已于5月发布。"
    text = (
        f"{HEAD}{before}\n2024年，我局仍有两点不足：一是林地审批进度查不到；二是防火通告发得晚。\n"
        "下一步，审批进度接入“一网通办”，凭件号可查；防火通告在戒严前三天发布。"
    )
    problems, _ = problems_and_measures(text)
    assert len(problems) == 2
    assert all("林地" in one or "防火" in one for one in problems)
    assert not told(text)
    left = text.replace("；防火通告在戒严前三天发布", "")
    assert any("防火通告" in one for one in told(left))


def test_this_years_measures_are_not_last_years() -> None:
    text = (
        f"{HEAD}2024年的主要问题：一是林地审批进度查不到；二是防火通告发得晚。\n"
        "2024年，我局以问题为导向，将审批进度接入“一网通办”，凭件号可查；防火通告在戒严前三天发布。"
    )
    _, measures = problems_and_measures(text)
    assert len(measures) == 2
    found = weighable(record_of(text))
    assert found is not None
    assert not any(one.last_years for one in found[1])


@pytest.mark.parametrize("reference", ["第一至第三项", "第1至第3个问题", "第一到第三点不足"])
def test_a_range_of_numbers_leaves_one_out(reference: str) -> None:
    text = (
        f"{HEAD}2024年的主要问题：一是林地审批进度查不到；二是防火通告发得晚；三是采伐证公示缺面积；"
        f"四是护林员联系电话没有上网。\n针对上述{reference}，审批进度接入“一网通办”，防火通告提前三天发布，"
        "采伐证公示补列了面积。"
    )
    assert any("护林员联系电话" in one for one in told(text))


def test_what_stands_before_the_list_is_no_problem() -> None:
    text = (
        f"{HEAD}本街道地处城乡结合部，常住人口11.6万，群众对公开的要求高，来信来访不少。"
        "公开工作也暴露了一些问题，归并起来主要是两条：\n"
        "（一）安置房选房顺序号怎么产生没有说明；\n（二）断路通告出现三个通车日期。\n二、改进情况\n"
        "（一）重新组织摇号，请公证员到场，录像在大厅循环播放；\n"
        "（二）断路通告由市政科一家发布，其他单位只转发。"
    )
    problems, _ = problems_and_measures(text)
    assert len(problems) == 2
    assert not told(text)


def test_how_many_there_are_is_no_problem() -> None:
    text = (
        f"{HEAD}我局经过自查，认为在两个方面做得不够。在公开内容方面，就业补贴公示五天就撤下，事后查不到；"
        "在公开时效方面，仲裁开庭公告当天才挂出。\n为此，补贴公示撤下后转入存档栏保留三年；"
        "开庭公告一律提前三个工作日发布。"
    )
    problems, _ = problems_and_measures(text)
    assert len(problems) == 2
    assert not told(text)


def test_a_count_of_something_else_is_one() -> None:
    text = (
        f"{HEAD}2024年的主要问题：学区图只标主干道，两个片区的住户分不清归哪所学校；培训机构白名单7月后"
        "没有更新；招生咨询电话长期占线。\n改进情况：学区图可按小区名查询；白名单按月更新；咨询电话增加到六部。"
    )
    problems, _ = problems_and_measures(text)
    assert len(problems) == 3


def test_counted_lacks_between_commas_are_several() -> None:
    text = (
        f"{HEAD}我站2023年信息公开存在两点不足，职业病检测结果公开不够全面，举报投诉渠道不够畅通。"
        "2024年将把每个岗位的检测数值逐行挂网，并开通举报热线，专人值守。"
    )
    record = record_of(text)
    assert [one.text for one in record.narrative.problems] == [
        "职业病检测结果公开不够全面",
        "举报投诉渠道不够畅通",
    ]


STOCK = (
    f"{HEAD}我局还存在以下问题：一是对条例的学习不够深入；二是公开内容不够丰富；三是群众知晓率不高。\n"
    "下一步：一是加强业务学习，定期组织学习条例；二是丰富公开内容，加大社保、就业信息的公开力度；{third}"
)


def test_a_stock_measure_meant_for_another_problem_excuses_none() -> None:
    text = STOCK.format(third="三是加强保密审查，严格执行先审查、后公开的要求。")
    assert any("群众知晓率" in one for one in told(text))


def test_a_stock_measure_of_its_own_is_enough() -> None:
    text = STOCK.format(third="三是加强宣传引导，不断扩大社会影响。")
    assert not told(text)


def test_days_counted_from_a_date_are_no_act() -> None:
    text = (
        f"{HEAD}2020年的不足：第一，展会补助名单公示只留五天；第二，信函申请的期限掌握不准，有的从签收之日起算，"
        "有的从译出之日起算；第三，物价栏目与实际行情不符。\n2021年，对第一个问题，公示延长到十五天；"
        "对第三个问题，在批发市场新设直报员，凌晨行情当天早上可见。"
    )
    assert any("信函申请的期限" in one for one in told(text))


def test_the_offices_lot_is_no_problem_where_problems_follow() -> None:
    text = (
        f"{HEAD}实话说，我镇的公开工作底子薄、欠账多。2024年林权流转信息从来没有公开过，村民只能听人传；"
        "护林员的联系电话换了两年，网上还是老号码。\n林权流转结果自5月起按宗张榜；护林员电话已按9月的名单更新。"
    )
    problems, _ = problems_and_measures(text)
    assert len(problems) == 2
    assert not told(text)


def test_causes_of_them_all_explain_no_single_one() -> None:
    text = (
        f"{HEAD}2024年的问题：一是苗木检疫公示查不到；二是野生动物致害补偿标准没有公开。"
        "产生上述问题的原因，既有人手不够的一面，也有认识不足的一面。\n"
        "改进情况：一是检疫公示并入“绿码”；二是补偿标准已逐村张贴。"
    )
    problems, _ = problems_and_measures(text)
    assert problems[1] == "野生动物致害补偿标准没有公开"


def test_a_problem_behind_the_measures_that_is_open_still() -> None:
    text = (
        f"{HEAD}2024年的问题：\n1.苗木检疫公示查不到，种植户要打电话问。\n2.补偿标准没有公开，村民有意见。\n"
        "改进措施：\n1.检疫公示并入“绿码”，扫码可查。\n2.补偿标准逐村张贴，附计算例子。\n"
        "3.此外，防火检查站的位置图没有上网，游客无从得知，仍待解决。"
    )
    assert any("位置图没有上网" in one for one in told(text))
    met = text.replace("，仍待解决", "，已于11月补传")
    assert not told(met)


def test_words_of_leave_behind_a_problem_are_no_act() -> None:
    text = (
        f"{HEAD}2024年，林场公示更新慢，护林员名单没有上网。林场公示改为每周五更新，护林员名单已上网。\n"
        "此外，自查还发现，防火热线午间无人接听，村民意见较大。让绿水青山永驻人间，我们的明天一定会更加美好。"
    )
    assert any("防火热线" in one for one in told(text))


def test_a_vow_before_the_measures_is_their_lead() -> None:
    text = (
        f"{HEAD}2024年的问题：苗木检疫公示查不到，种植户要打电话问；补偿标准没有公开，村民有意见；"
        "防火热线午间无人接听。\n针对以上问题，我局将立行立改、靶向发力。检疫公示将并入“绿码”，扫码可查；"
        "补偿标准将逐村张贴，附计算例子。"
    )
    assert any("防火热线" in one for one in told(text))
    each = text.replace("立行立改、靶向发力", "逐项整改、全部销号")
    assert not told(each)


def test_last_years_block_by_its_heading() -> None:
    text = (
        f"{HEAD}一、2023年度存在问题的改进情况\n一年来，局里设了咨询台，答问1200次，办事人等候不足五分钟。\n"
        "二、2024年度存在的问题\n一是苗木检疫公示查不到；二是补偿标准没有公开。\n"
        "三、下一步打算\n检疫公示并入“绿码”，扫码可查；补偿标准逐村张贴，附计算例子。"
    )
    assert not told(text.replace("2024年度存在的问题", "2024年度存在的主要问题"))


def test_what_opens_otherwise_explains_the_one_before() -> None:
    text = (
        f"{HEAD}在公开内容上，群众想看的查不到，不想看的满屏是。这几年外出务工的占了全县三成，他们最关心的用工信息难觅踪影。"
        "对此，我县在务工集中地设了5个服务站，按月收集需求，照单供稿。\n"
        "在公开渠道上，县政府网站老旧，手机上打不开。对此，我县已完成移动端改造，并接入政务云。\n"
        "在公开队伍上，信息员流动频繁，新手不会用后台。对此，我县编了操作手册，新手跟班一个月。"
    )
    problems, _ = problems_and_measures(text)
    assert len(problems) == 3
    assert not told(text)


def test_a_number_before_the_label_is_the_labels() -> None:
    record = record_of(
        f"{HEAD}1. 存在问题：苗木检疫公示查不到，种植户要打电话问；补偿标准公开不及时，村民有意见；"
        "防火检查站的位置图不准确，车辆走错。\n"
        "2. 改进措施：检疫公示并入“绿码”；补偿标准逐村张贴；位置图重新绘制。"
    )
    assert len(record.narrative.problems) == 3


def test_of_numbered_problems_a_reference_leaves_the_last() -> None:
    text = (
        f"{HEAD}（一）存在的问题。1.村级账目公示笼统，只有一个总数。2.群众有疑问不知找谁。"
        "3.有的村私开账号又停更。4.集体山场的承包合同一直没有公开。\n"
        "（二）改进情况。针对第1至第3项，我镇这样做：由农经站制定细目，凡超过五百元的一笔一行，写清给谁、谁批的；"
        "在每张榜上印上解答人的手机号；注销停更的7个账号，留下的归镇里发布。"
    )
    assert any("承包合同" in one for one in told(text))


def test_lacks_between_commas_are_told_apart_by_their_measures() -> None:
    text = (
        f"{HEAD}（一）存在问题：林权底数不清，站所之间公开的口径不一致，年轻干部写作能力弱。\n"
        "（二）改进措施：开展一次林权全面摸排，逐村登记造册；凡口径涉及几个站所的，统一由镇里拟好文字再下发；"
        "更换食堂灶具两台。"
    )
    assert len(record_of(text).narrative.problems) == 3
    details = text.replace("年轻干部写作能力弱", "居民看不明白")
    assert len(record_of(details).narrative.problems) < 3


def test_what_is_thought_of_them_all_is_no_problem() -> None:
    text = (
        f"{HEAD}2024年的问题：一是苗木检疫公示查不到；二是补偿标准没有公开。两件事都不算大，但件件连着林农的心。\n"
        "改进情况：一是检疫公示并入“绿码”；二是补偿标准已逐村张贴。"
    )
    problems, _ = problems_and_measures(text)
    assert len(problems) == 2


def test_what_is_to_be_published_is_no_plan() -> None:
    record = record_of(
        f"{HEAD}2024年的问题：首先是苗木检疫公示查不到；其次是拟公开信息的保密审查流于形式。\n"
        "改进情况：检疫公示并入“绿码”；审查实行三道签批。"
    )
    assert [one.text for one in record.narrative.problems][1].startswith("拟公开信息")
