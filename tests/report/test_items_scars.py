"""Text as converters and hurried offices leave it, and problems told in other sections."""

from __future__ import annotations

import pytest

from tests.report.items_markup import assert_items, plain, read_issues, read_sections

CASES = {
    "half-width signs": (
        "存在问题:一是{p:信息更新不及时};二是{p:公开内容不全面}.改进措施:一是{n>0:明确更新时限}"
        ";二是{n>1:对照目录查漏补缺}."
    ),
    "half-width brackets": (
        "(一)存在的主要问题\n"
        "1.{p:公开栏维护不到位}.\n"
        "2.{p:信息员业务不熟}.\n"
        "(二)改进措施\n"
        "1.{n>0:每月检修公开栏}.\n"
        "2.{n>1:送信息员到县里跟班}."
    ),
    "blanks between characters": (
        "存 在 问 题 ： 一 是 {p:解读 材料 少} ； 二 是 {p:形式 单一} 。 改 进 措 施 ："
        " 一 是 {n:增加 解读} ； 二 是 {n:丰富 形式} 。"
    ),
    "indented lines": (
        "\u3000\u3000（一）存在的问题\n"
        "\u3000\u30001.{p:答复不规范}。\n"
        "\u3000\u30002.{p:归档不及时}。\n"
        "\u3000\u3000（二）改进措施\n"
        "\u3000\u30001.{n:规范答复}。\n"
        "\u3000\u30002.{n:及时归档}。"
    ),
    "label and text divided by blanks": (
        "存在问题   {p:公开渠道较少，老年人不易获取}。\n改进措施   {n>0:在村口设置信息公开栏}。"
    ),
    "one is told twice": (
        "存在问题：一是{p:主动公开不及时}；一是{p:解读不到位}。改进措施：一是{n>0:及时公开}；"
        "一是{n>1:做好解读}。"
    ),
    "numbers jump": (
        "存在问题：一是{p:程序不规范}；三是{p:培训不足}。改进措施：1.{n>0:规范程序}；"
        "3.{n>1:加强培训}。"
    ),
    "numbers run on": (
        "存在问题：\n"
        "1.{p:目录不全}。\n"
        "2.{p:更新不勤}。\n"
        "改进措施：\n"
        "3.{n>0:补全目录}。\n"
        "4.{n>1:定期更新}。"
    ),
    "a dash for one": (
        "存在问题：—是{p:公开面窄}；二是{p:公开不深}。改进措施：—是{n>0:拓宽公开面}；"
        "二是{n>1:细化内容}。"
    ),
    "no final stop": (
        "存在问题：一是{p:人员不足}；二是{p:经费紧张}\n改进措施：一是{n:增加人员}；二是{n:保障经费}"
    ),
    "bookmark": (
        "[bookmark: hmcheck_ab12]1.{p:公开意识有待提高，更新不及时}。\n"
        "2.{p:宣传不够}。\n"
        "改进措施：[bookmark: _GoBack]1.{n:强化意识}。2.{n:加大宣传}。"
    ),
    "page number between paragraphs": (
        "存在问题：\n"
        "一是{p:栏目设置不合理}。\n"
        "— 7 —\n"
        "二是{p:信息量偏少}。\n"
        "改进措施：\n"
        "一是{n:调整栏目}。\n"
        "8\n"
        "二是{n:增加信息量}。"
    ),
    "line broken behind a comma": (
        "存在问题：一是{p:公开内容不够丰富，\n"
        "群众关注度不高}；二是{p:互动不多}。改进措施：一是{n:丰富内容}；二是{n:增加互动}。"
    ),
    "commas for semicolons": (
        "主要问题是：1，{p:信息发布不均衡}。2，{p:专题少}。改进措施：1，{n:均衡发布}。2，"
        "{n:增设专题}。"
    ),
    "quoted signs cut nothing": (
        "存在问题：一是{p:“一网通办；一次办好”的宣传不到位}；二是{p:对《办法（试行）；"
        "补充说明》解读不够}。下一步：一是{n:加强宣传}；二是{n:补发解读}。"
    ),
    "brackets cut nothing": (
        "存在问题：一是{p:部分单位（教育；卫健）报送不及时}；二是{p:目录更新慢}。下一步："
        "一是{n:督促报送}；二是{n:更新目录}。"
    ),
    "numbers are no marks": (
        "存在问题：一是{p:满意度仅为8.5分，比上年低1.2分}；"
        "二是{p:3.2万户居民中知晓公开渠道的不足三成}。下一步：一是{n:开展满意度提升行动}；"
        "二是{n:印发宣传册2.5万份}。"
    ),
    "run together": (
        "存在问题一是{p:公开时限把握不严}二是{p:文字差错较多}。改进措施一是{n:严格时限}"
        "二是{n:加强校对}"
    ),
    "markdown": (
        "**存在问题：**一是{p:解读少}；二是{p:更新慢}。\n"
        "**改进措施：**一是{n:多解读}；二是{n:勤更新}。"
    ),
    "square labels": (
        "【存在问题】{p:信息分类不科学}；{p:查询不便}。\n"
        "【改进措施】{n>0:重新分类}；{n>1:优化查询}。"
    ),
    "exclamation": (
        "存在问题：一是{p:公开意识不强}！二是{p:公开水平不高}！改进措施：一是{n:强化意识}"
        "！二是{n:提升水平}！"
    ),
    "kangxi-free dots": ("1．{p:公开不全}。2．{p:公开不快}。改进措施：1．{n:补全}。2．{n:提速}。"),
    "a table in between": (
        "存在问题：一是{p:附表数据统计口径不一}。\n\ufffc\n改进措施：一是{n>0:统一统计口径}。"
    ),
    "dot behind brackets": (
        "（一）.{p:公开基础薄弱}。（二）.{p:公开成效不明显}。改进措施：（一）.{n:夯实基础}。"
        "（二）.{n:提升成效}。"
    ),
}


@pytest.mark.parametrize("marked", CASES.values(), ids=CASES.keys())
def test_scar(marked: str) -> None:
    assert_items(marked, read_issues(plain(marked)))


def test_problems_at_the_end_of_section_one() -> None:
    marked = (
        "2024年，我局主动公开信息120条。（五）监督保障。开展培训2次。"
        "但工作中仍存在一些问题：一是{p:公开形式单一}；二是{p:专业人员缺乏}。下一步，我局将"
        "：一是{n>0:丰富公开形式}；二是{n>1:充实人员}。"
    )
    items = read_sections(
        [
            ("overview", "一、总体情况", plain(marked)),
            ("other", "二、其他需要报告的事项", "无其他事项。"),
        ]
    )
    assert_items(marked, items)


def test_section_one_alone_names_no_problems() -> None:
    text = (
        "我局针对群众反映的问题及时回应。完善制度，加强培训，不断提高公开水平。解决更新不及"
        "时的问题。"
    )
    items = read_sections([("overview", "一、总体情况", text)])
    assert items.problems == ()
    assert items.improvements == ()


def test_section_five_goes_before_section_one() -> None:
    overview = "工作中还存在一些不足：一是人员少；二是经费少。"
    marked = "存在问题：一是{p:公开不及时}。改进措施：一是{n>0:及时公开}。"
    items = read_sections(
        [
            ("overview", "一、总体情况", overview),
            ("issues", "五、存在的主要问题及改进情况", plain(marked)),
        ]
    )
    assert_items(marked, items)


def test_merged_with_other_matters() -> None:
    marked = (
        "（一）存在的主要问题\n1.{p:公开不够深入}。\n（二）改进措施\n1.{n>0:细化公开事项}。\n"
        "（三）其他需要报告的事项\n1.本年度未收取信息处理费。\n2.办理建议提案6件。"
    )
    heading = "五、存在的主要问题、改进情况及其他需要报告的事项"
    assert_items(marked, read_issues(plain(marked), heading))


def test_offsets_lead_back_to_the_text() -> None:
    text = "存在问题： 一 是 更新 慢；二是形式单一。下一步将：一是加快更新。"
    items = read_issues(text)
    heading = "五、存在的主要问题及改进情况\n"
    whole = heading + text
    assert [whole[p.start : p.end] for p in items.problems] == ["更新 慢", "形式单一"]
    assert [whole[m.start : m.end] for m in items.improvements] == ["加快更新"]
