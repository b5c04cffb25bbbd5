"""Aspects under slogans, questions and merged headings, and where some have no heading."""

from __future__ import annotations

import pytest

from extractor.report.outline import ASPECTS
from tests.report.invented import OVERVIEW, aspects, numbered, with_overview

DISCLOSED = "全年通过县政府网站公开信息208条，其中政策文件32条，财政预决算12条。"
APPLIED = "全年收到政府信息公开申请6件，均在法定期限内答复，予以公开4件，无法提供2件。"
MANAGED = "信息发布前由股室初审、办公室复审、分管领导签发，全年清理规范性文件3件。"
BUILT = "县政府网站专栏按月更新，微信公众号发文96篇，大厅设查阅点1处。"
WATCHED = "成立领导小组，举办培训2次，把公开纳入绩效考核，没有追责情形。"
TEXTS = (DISCLOSED, APPLIED, MANAGED, BUILT, WATCHED)
CLOSING = "总的来看，一年来我局政府信息公开工作取得了一定成效，群众满意度不断提升。"
USUAL = "主动公开 依申请公开 信息管理 平台建设 监督保障"


def found(*lines: str) -> list[tuple[str, str | None, str]]:
    return aspects(with_overview("\n".join([OVERVIEW, *lines])))


@pytest.mark.parametrize(
    "heads",
    [
        numbered(USUAL, "1.1 1.2 1.3 1.4 1.5"),
        numbered(USUAL, "1 2 3 4 5"),
        numbered(USUAL, "一 二 三 四 五"),
        [f"{title}：让群众看得见" for title in USUAL.split()],
        [f"（一）{title}：让群众看得见" for title in USUAL.split()],
    ],
)
def test_lines_of_their_own(heads: list[str]) -> None:
    lines = [line for pair in zip(heads, TEXTS, strict=True) for line in pair]
    assert found(*lines) == list(zip(ASPECTS, heads, TEXTS, strict=True))


@pytest.mark.parametrize("sign", ["\n", "。"])
@pytest.mark.parametrize(
    "heads",
    [
        numbered("晒得更透 答得更准 管得更严 站得更稳 盯得更紧"),
        numbered("晒了什么 群众要了什么 信息谁来管 在哪儿能看到 谁来盯着"),
        numbered("公开有力度 答复有温度 管理有尺度 平台有广度 保障有强度"),
        numbered("公开 申请 管理 平台 监督"),
        numbered(
            "坚持应晒尽晒，让权力在阳光下运行 坚持有求必应，让诉求有着落 坚持先审后发，让信息有人管"
            " 坚持建管并重，让阵地活起来 坚持严督实考，让责任落下去"
        ),
        numbered(
            "我们公开了哪些信息 群众申请了哪些信息 信息是怎么管理的 通过什么平台公开"
            " 由谁监督、怎么考核"
        ),
        numbered(
            "主动公开政府信息方面 办理依申请公开方面 政府信息制作、保存与管理方面 政务公开平台方面"
            " 组织领导与监督考核方面"
        ),
        numbered(
            "主动公开——让群众看得到 依申请公开——让群众问得到 信息管理——让数据信得过"
            " 平台建设——让渠道更畅通 监督保障——让责任落得实"
        ),
        numbered(
            "聚焦群众期盼，加大公开力度 聚焦申请办理，提升服务水平 聚焦制度建设，严格规范管理"
            " 聚焦平台提质，畅通公开渠道 聚焦能力提升，强化工作保障"
        ),
        numbered(
            "突出重点，深化主动公开 规范程序，办好依申请公开 强化审核，加强信息管理"
            " 拓展载体，抓好平台建设 压实责任，强化监督保障",
            "一是 二是 三是 四是 五是",
        ),
    ],
)
def test_headings(heads: list[str], sign: str) -> None:
    lines = [f"{head}{sign}{text}" for head, text in zip(heads, TEXTS, strict=True)]
    assert found(*lines) == list(zip(ASPECTS, heads, TEXTS, strict=True))


def test_slogans_without_numbers() -> None:
    heads = ["让群众看得见", "让答复读得懂", "让底数摸得清", "让入口找得到", "让责任压得实"]
    lines = [line for pair in zip(heads, TEXTS, strict=True) for line in pair]
    assert found(*lines) == list(zip(ASPECTS, heads, TEXTS, strict=True))


def test_numbers_with_points() -> None:
    heads = numbered(USUAL, "1.1 1.2 1.3 1.4 1.5")
    lines = [f"{head}：{text}" for head, text in zip(heads, TEXTS, strict=True)]
    assert found(*lines) == list(zip(ASPECTS, heads, TEXTS, strict=True))


def test_numbers_that_change_their_sign() -> None:
    heads = numbered(USUAL, "（一） （二） 3、 4、 5、")
    lines = [f"{head}. {text}" for head, text in zip(heads, TEXTS, strict=True)]
    assert found(*lines) == list(zip(ASPECTS, heads, TEXTS, strict=True))


def test_other_headings_between() -> None:
    heads = numbered(USUAL, "（一） （三） （四） （五） （六）")
    lines = [line for pair in zip(heads, TEXTS, strict=True) for line in pair]
    lines[2:2] = ["（二）政策解读", "全年发布解读12篇。"]
    lines += ["（七）回应关切", "办结留言22条，答复率100%。"]
    # Behind 主动公开 its parts go on with it; elsewhere they are of no aspect.
    texts = (f"{DISCLOSED}\n（二）政策解读\n全年发布解读12篇。", *TEXTS[1:])
    assert found(*lines) == list(zip(ASPECTS, heads, texts, strict=True))


def test_headings_for_two() -> None:
    both, other, last = (
        "（一）主动公开和依申请公开情况",
        "（二）信息管理与平台建设情况",
        "（三）监督保障",
    )
    assert found(both, DISCLOSED, APPLIED, other, MANAGED + BUILT, last, WATCHED) == [
        ("disclosure", both, f"{DISCLOSED}\n{APPLIED}"),
        ("management", other, MANAGED + BUILT),
        ("supervision", last, WATCHED),
    ]


def test_no_heading_for_the_first() -> None:
    heads = numbered("依申请公开 信息管理 平台建设 监督保障", "1. 2. 3. 4.")
    lines = [line for pair in zip(heads, TEXTS[1:], strict=True) for line in pair]
    expected = list(zip(ASPECTS, [None, *heads], TEXTS, strict=True))
    assert found(DISCLOSED, *lines) == expected


def test_no_heading_for_the_last() -> None:
    heads = numbered("主动公开 依申请公开 信息管理 平台建设", "1. 2. 3. 4.")
    lines = [line for pair in zip(heads, TEXTS, strict=False) for line in pair]
    assert found(*lines, WATCHED) == list(zip(ASPECTS, [*heads, None], TEXTS, strict=True))


def test_an_aspect_that_is_missing_stays_missing() -> None:
    heads = numbered("主动公开 依申请公开 监督保障", "1. 2. 3.")
    texts = (DISCLOSED, APPLIED, WATCHED)
    lines = [line for pair in zip(heads, texts, strict=True) for line in pair]
    assert [key for key, _, _ in found(*lines)] == ["disclosure", "applications", "supervision"]


def test_a_paragraph_about_the_whole_belongs_to_none() -> None:
    heads = numbered(USUAL)
    lines = [line for pair in zip(heads, TEXTS, strict=True) for line in pair]
    assert found(*lines, CLOSING) == list(zip(ASPECTS, heads, TEXTS, strict=True))
    assert [text for _, _, text in found(*TEXTS, CLOSING)] == list(TEXTS)


def test_items_of_one_paragraph() -> None:
    heads = numbered(USUAL.replace(" ", " 抓").join(["抓", ""]), "一是 二是 三是 四是 五是")
    joined = "".join(f"{head}。{text}" for head, text in zip(heads, TEXTS, strict=True))
    assert found(joined) == list(zip(ASPECTS, heads, TEXTS, strict=True))


def test_told_as_spoken() -> None:
    texts = [
        "这一年在县政府网站上挂出去187条，最多的是低保名单。",
        "来打听的有3位，都填了申请表，两位给了，一位要的材料我们手里没有。",
        "东西贴出去以前先给分管的看一遍，身份证号都要遮住。",
        "村里的公示栏换了6块新的，公众号还是文书小李管着。",
        "镇长每季度过问一回，县里考核排第9，没有人受处分。",
    ]
    assert [(key, text) for key, _, text in found(*texts)] == list(zip(ASPECTS, texts, strict=True))


def test_a_list_of_channels_is_no_outline() -> None:
    channels = ["1.政府网站：120条。", "2.公众号：80条。", "3.公示栏：8条。"]
    texts = ["\n".join([DISCLOSED, *channels]), *TEXTS[1:]]
    assert [(key, text) for key, _, text in found(*texts)] == list(zip(ASPECTS, texts, strict=True))
