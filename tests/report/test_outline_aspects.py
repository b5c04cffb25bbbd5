"""The five aspects under sub-headings."""

from __future__ import annotations

import pytest

from extractor.report.dividing.aspect_titles import free_aspect, two_aspects, usual_aspect
from extractor.report.outline import ASPECTS
from tests.report.invented import OVERVIEW, aspects, read, with_overview

TEXTS = ("公开信息12条。", "收到申请1件。", "先审后发。", "栏目按月更新。", "培训两次。")
TITLES = (
    "主动公开情况",
    "依申请公开情况",
    "政府信息管理情况",
    "政府信息公开平台建设情况",
    "监督保障情况",
)


@pytest.mark.parametrize(
    "numbers",
    [
        ["（一）", "（二）", "（三）", "（四）", "（五）"],
        ["(一) ", "(二) ", "(三) ", "(四) ", "(五) "],
        ["一）", "（二）", "（三）", "（四）", "（五）"],
        ["1.", "2.", "3.", "4.", "5."],
        ["1、", "2、", "3、", "4、", "5、"],
        ["⑴", "⑵", "⑶", "⑷", "⑸"],
        ["一、", "二、", "三、", "四、", "五、"],
        ["", "", "", "", ""],
    ],
)
@pytest.mark.parametrize("sign", ["\n", "。", "：", "：\n"])
def test_numbering(numbers: list[str], sign: str) -> None:
    heads = [number + title for number, title in zip(numbers, TITLES, strict=True)]
    if sign in "。：" and "" in numbers[:-1]:
        heads = [head.removesuffix("情况") for head in heads]
    lines = [f"{head}{sign}{text}" for head, text in zip(heads, TEXTS, strict=True)]
    found = aspects(with_overview("\n".join([OVERVIEW, *lines])))
    assert [(key, text) for key, _, text in found] == list(zip(ASPECTS, TEXTS, strict=True))
    assert [title for _, title, _ in found] == [head.rstrip() for head in heads]


def test_a_heading_that_lost_its_number() -> None:
    heads = [f"（{n}）{title}" for n, title in zip("一二三四", TITLES, strict=False)] + [TITLES[4]]
    lines = [line for pair in zip(heads, TEXTS, strict=True) for line in pair]
    assert aspects(with_overview("\n".join(lines))) == list(zip(ASPECTS, heads, TEXTS, strict=True))


def test_all_in_one_paragraph() -> None:
    heads = [f"（{n}）{title}" for n, title in zip("一二三四五", TITLES, strict=True)]
    joined = "".join(f"{head}。{text}" for head, text in zip(heads, TEXTS, strict=True))
    found = aspects(with_overview(OVERVIEW + joined))
    assert found == list(zip(ASPECTS, heads, TEXTS, strict=True))


def test_items_of_a_sentence_as_headings() -> None:
    text = (
        "工作如下：一是主动公开方面。公开信息12条。二是依申请公开方面，收到申请1件。"
        "三是健全审核制度，信息发布由股室、办公室和分管领导依次审核，没有审过的一律不得上网公布出去。"
        "四是平台建设方面。栏目按月更新。五是监督保障方面。培训两次。"
    )
    found = aspects(with_overview(text))
    assert [(key, title) for key, title, _ in found] == [
        ("disclosure", "一是主动公开方面"),
        ("applications", "二是依申请公开方面"),
        ("management", None),
        ("platform", "四是平台建设方面"),
        ("supervision", "五是监督保障方面"),
    ]
    assert found[1][2] == "收到申请1件。"
    assert found[2][2].startswith("健全审核制度，")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("disclosure", "信息主动公开"),
        ("disclosure", "主动公开政府信息情况"),
        ("disclosure", "政务信息主动公开方面"),
        ("applications", "申请公开情况"),
        ("applications", "依申请公开政府信息办理情况"),
        ("applications", "政府信息公开申请情况"),
        ("management", "政府信息资源管理"),
        ("management", "信息管理方面"),
        ("platform", "公开平台"),
        ("platform", "政府信息公开平台、机构建设和人员情况"),
        ("platform", "政府网站和政务新媒体建设情况"),
        ("supervision", "监督考核"),
        ("supervision", "监督和保障情况"),
        ("supervision", "组织保障"),
        (None, "回应社会关切情况"),
        (None, "政策解读"),
        (None, "总体情况"),
        (None, "市场监督管理"),
        (None, "人大建议办理情况"),
    ],
)
def test_usual_titles(key: str | None, words: str) -> None:
    assert usual_aspect(words) == key


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("disclosure", "强化主动公开，让权力看得见"),
        ("disclosure", "公开有质量"),
        ("applications", "规范依申请公开，保障群众权利"),
        ("applications", "申请有回应"),
        ("management", "管理有制度"),
        ("platform", "优化平台建设，拓宽公开渠道"),
        ("supervision", "完善监督保障，推动责任落实"),
        ("supervision", "加强组织领导"),
        (None, "回应社会关切，加强政策解读"),
    ],
)
def test_free_titles(key: str | None, words: str) -> None:
    assert free_aspect(words) == key


def test_a_heading_of_something_else_ends_the_aspect() -> None:
    text = "（一）主动公开情况。公开12条。\n（二）依申请公开情况。收到1件。\n" + (
        "（三）回应社会关切情况。答复来电30次。\n（四）监督保障情况。培训两次。"
    )
    found = aspects(with_overview(text))
    assert [(key, text) for key, _, text in found] == [
        ("disclosure", "公开12条。"),
        ("applications", "收到1件。"),
        ("supervision", "培训两次。"),
    ]


def test_a_repeated_sub_section_stands_twice() -> None:
    repeated = "（二）依申请公开情况\n收到0件申请。"
    text = (
        f"一）主动公开内容\n公开12条。\n{repeated}\n{repeated}\n（三）政府信息管理情况\n先审后发。"
    )
    found = aspects(with_overview(text))
    assert [key for key, _, _ in found] == [
        "disclosure",
        "applications",
        "applications",
        "management",
    ]
    assert found[1] == found[2]


def test_lists_within_an_aspect_are_no_aspects() -> None:
    text = """1.主动公开情况
1.公开目录。已调整。
2.公开数量。12条。
2.依申请公开情况
收到1件。
4.平台建设
1.网站建设。栏目9个。
2.新媒体。账号1个。
5.监督保障
1.监督检查。两次。"""
    found = aspects(with_overview(text))
    assert [key for key, _, _ in found] == ["disclosure", "applications", "platform", "supervision"]
    assert found[0][2] == "1.公开目录。已调整。\n2.公开数量。12条。"
    assert found[2][2] == "1.网站建设。栏目9个。\n2.新媒体。账号1个。"


def test_nothing_is_made_up_where_sub_headings_name_some_only() -> None:
    text = (
        "（一）主动公开。公开12条，由办公室审核后发布，公众号关注2000人。\n（二）依申请公开。无。"
    )
    assert [key for key, _, _ in aspects(with_overview(text))] == ["disclosure", "applications"]


def test_an_empty_aspect_is_there_without_text() -> None:
    text = "主动公开\n公开12条。\n信息管理\n平台建设\n栏目9个。"
    assert aspects(with_overview(text)) == [
        ("disclosure", "主动公开", "公开12条。"),
        ("management", "信息管理", ""),
        ("platform", "平台建设", "栏目9个。"),
    ]


def test_headings_in_braces_and_glued_ones() -> None:
    found = aspects(with_overview("【主动公开】公开12条。\n【监督保障】培训两次。"))
    assert [(key, title) for key, title, _ in found] == [
        ("disclosure", "【主动公开】"),
        ("supervision", "【监督保障】"),
    ]
    found = aspects(with_overview("（一）主动公开情况2023年公开12条。\n（二）依申请公开情况 无。"))
    assert [(title, text) for _, title, text in found] == [
        ("（一）主动公开情况", "2023年公开12条。"),
        ("（二）依申请公开情况", "无。"),
    ]


def test_where_the_first_heading_is_missing() -> None:
    text = with_overview("（一）主动公开。公开12条。\n（二）监督保障。培训两次。").replace(
        "一、总体情况\n", ""
    )
    _, _, outline = read(text)
    assert outline.section("overview") is None
    assert [a.key for a in outline.aspects] == ["disclosure", "supervision"]


def test_a_writer_who_changes_the_sign_half_way() -> None:
    heads = ["1. 主动公开", "2. 依申请公开", "(三)政府信息管理", "(四)平台建设", "5. 监督保障"]
    lines = [f"{head} :{text}" for head, text in zip(heads, TEXTS, strict=True)]
    found = aspects(with_overview("\n".join(lines)))
    assert found == list(zip(ASPECTS, heads, TEXTS, strict=True))


@pytest.mark.parametrize("blank", [" ", ""])
def test_a_point_ends_a_heading(blank: str) -> None:
    text = f"(一)主动公开情况.{blank}2023 年公开 1.2 万条。\n(二)依申请公开情况.{blank}收到 1 件。"
    assert aspects(with_overview(text)) == [
        ("disclosure", "(一)主动公开情况", "2023 年公开 1.2 万条。"),
        ("applications", "(二)依申请公开情况", "收到 1 件。"),
    ]


def test_one_heading_for_two_aspects() -> None:
    text = """全年通过县政府网站公开信息189条，其中财政预决算4条。
申请公开与信息管理
接到公开申请7份，答复7份，没有结转。
信息发布实行一事一审，综合办复审后才发。
平台和保障
电子屏有9块，公开专区放了两台查询机。
镇纪委检查了4轮，全年培训61人。"""
    assert aspects(with_overview(text)) == [
        ("disclosure", None, "全年通过县政府网站公开信息189条，其中财政预决算4条。"),
        (
            "applications",
            "申请公开与信息管理",
            "接到公开申请7份，答复7份，没有结转。\n信息发布实行一事一审，综合办复审后才发。",
        ),
        (
            "platform",
            "平台和保障",
            "电子屏有9块，公开专区放了两台查询机。\n镇纪委检查了4轮，全年培训61人。",
        ),
    ]


@pytest.mark.parametrize(
    ("words", "pair"),
    [
        ("信息管理和平台建设", ("management", "platform")),
        ("平台与保障", ("platform", "supervision")),
        ("公开平台建设与管理", None),
        ("监督和保障", None),
        ("政府信息公开平台、机构建设和人员情况", None),
    ],
)
def test_titles_of_two_aspects(words: str, pair: tuple[str, str] | None) -> None:
    assert two_aspects(words) == pair


def test_the_aspect_called_by_its_name_goes_before_the_first_clause() -> None:
    assert free_aspect("聚焦民生关切，主动公开扩面提质") == "disclosure"
    assert free_aspect("压实工作责任，监督保障坚强有力") == "supervision"
