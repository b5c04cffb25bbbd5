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
