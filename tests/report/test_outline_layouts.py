"""Aspects in many layouts, each with its title and exact bounds."""

from __future__ import annotations

import pytest

from extractor.report.outline import ASPECTS
from tests.report.invented import aspects, numbered, with_overview

BUREAU = (
    "坚持以公开为常态，及时更新机构职能、权责清单等内容，全年发布各类信息1,026条，较上年增长8.2%。",
    "严格执行受理、登记、审核、答复全流程，本年新收申请31件，上年结转2件，办结30件，结转3件。",
    "落实“三审三校”，对存量文件逐件标注公开属性，建立动态调整机制，全年转为公开17件。",
    "完成门户网站集约化改造，新增无障碍阅读功能，新媒体账号由5个整合为2个。",
    "主要领导每半年听取一次汇报，委托第三方开展满意度测评，得分93.6分，未发生责任追究。",
)
SCHOOLS = (
    "围绕中小学招生、校外培训治理，公布招生计划、学区划分、收费标准等信息312条。",
    "受理申请8件，5件予以公开，2件信息不存在，1件由申请人撤回。",
    "修订信息公开指南和目录，健全保密审查制度，做到先审查、后公开。",
    "官网设“招生入学”专栏，电子显示屏滚动播出，窗口摆放宣传册2000份。",
    "配备专职人员1名、兼职5名，召开工作例会4次，通报问题3个，均整改到位。",
)
USUAL = ["主动公开", "依申请公开", "政府信息管理", "平台建设", "监督保障"]


@pytest.mark.parametrize("texts", [BUREAU, SCHOOLS])
@pytest.mark.parametrize(
    ("heads", "sign"),
    [
        ([f"（{n}）、{title}情况" for n, title in zip("一二三四五", USUAL, strict=True)], "\n"),
        ([f"{n}）{title}" for n, title in enumerate(USUAL, 1)], "。"),
        ([f"（{n}）{title}工作" for n, title in enumerate(USUAL, 1)], "\n"),
        ([f"{n}{title}" for n, title in zip("①②③④⑤", USUAL, strict=True)], "："),
        ([f"【{title}】" for title in USUAL], ""),
        ([f"第{n}，{title}" for n, title in zip("一二三四五", USUAL, strict=True)], "。"),
        ([f"其{n}，{title}" for n, title in zip("一二三四五", USUAL, strict=True)], "。"),
        ([f"{n}.{title}" for n, title in enumerate(USUAL, 1)], "——"),
        ([f"（{n}）{title}" for n, title in zip("一二三四五", USUAL, strict=True)], "  "),
        ([f"{title}" for title in USUAL], "："),
        (
            numbered(
                "主动公开政府信息 办理公开申请 管理政府信息 建设公开平台 加强监督保障",
                "1. 2. 3. 4. 5.",
            ),
            "——",
        ),
        (
            numbered(
                "抓主动公开，突出“全” 抓依申请公开，突出“准” 抓信息管理，突出“严”"
                " 抓平台建设，突出“便” 抓监督保障，突出“实”"
            ),
            "\n",
        ),
        (
            numbered(
                "做加法，公开内容再拓展 做减法，申请流程再压缩 做除法，信息审核再从严"
                " 做乘法，平台载体再升级 做考题，监督考核再加压"
            ),
            "\n",
        ),
        (
            numbered("拓展公开广度 提升答复温度 把牢审核尺度 增强平台热度 加大考核力度"),
            "\n",
        ),
        (
            numbered("今年公开了多少 有没有人来申请 信息怎么管的 哪里能看到 谁来监督"),
            "\n",
        ),
        (
            numbered(
                "我局主动公开情况 我局依申请公开情况 我局信息管理情况 我局平台建设情况"
                " 我局监督保障情况"
            ),
            "\n",
        ),
        (
            ["该公开的都公开", "来申请的都答复", "发出去的都审过", "看得见的多了", "有人管有人督"],
            "。",
        ),
    ],
)  # fmt: skip
def test_headings(heads: list[str], sign: str, texts: tuple[str, ...]) -> None:
    lines = [f"{head}{sign}{text}" for head, text in zip(heads, texts, strict=True)]
    found = aspects(with_overview("\n".join(lines)))
    assert found == list(zip(ASPECTS, heads, texts, strict=True))


@pytest.mark.parametrize("number", ["①②③④⑤", "⑴⑵⑶⑷⑸"])
def test_headings_in_one_paragraph(number: str) -> None:
    heads = [f"{n}{title}" for n, title in zip(number, USUAL, strict=True)]
    joined = "".join(f"{head}。{text}" for head, text in zip(heads, SCHOOLS, strict=True))
    found = aspects(with_overview(joined))
    assert found == list(zip(ASPECTS, heads, SCHOOLS, strict=True))


@pytest.mark.parametrize("join", ["", "\n"])
@pytest.mark.parametrize("lead", ["", "今年，我局按照要求抓好落实。"])
def test_topics_of_sentences_are_no_titles(lead: str, join: str) -> None:
    """主动公开方面，… begins the aspect's own text."""
    texts = [f"{title}方面，{text}效果较好。" for title, text in zip(USUAL, BUREAU, strict=True)]
    found = aspects(with_overview(lead + join.join(texts)))
    assert found == [(key, None, text) for key, text in zip(ASPECTS, texts, strict=True)]


@pytest.mark.parametrize("texts", [BUREAU, SCHOOLS])
def test_one_sentence_for_the_whole(texts: tuple[str, ...]) -> None:
    """Semicolons divide the aspects; the clause that judges the whole is of none."""
    parts = [text.replace("。", "；") for text in texts[:-1]] + [texts[-1]]
    lead = "2023年我局信息公开工作总体平稳有序，"
    found = aspects(with_overview(lead + "".join(parts)))
    assert found == [(key, None, part) for key, part in zip(ASPECTS, parts, strict=True)]


def test_the_parts_of_disclosure_go_on_with_it() -> None:
    parts = (
        "（二）重点领域公开\n公布征地信息96件。\n（三）政策解读\n发布9篇。\n"
        "（四）互动回应\n答复留言22条。"
    )
    text = f"（一）主动公开\n{SCHOOLS[0]}\n{parts}\n（五）依申请公开\n{SCHOOLS[1]}"
    assert aspects(with_overview(f"{text}\n（六）监督保障\n{SCHOOLS[4]}")) == [
        ("disclosure", "（一）主动公开", f"{SCHOOLS[0]}\n{parts}"),
        ("applications", "（五）依申请公开", SCHOOLS[1]),
        ("supervision", "（六）监督保障", SCHOOLS[4]),
    ]


def test_headings_that_run_in_behind_a_blank() -> None:
    text = (
        "(一)主动公开情况 2024年公开206条,预决算公开率100%.\n(二)政策解读情况 解读4件.\n"
        "(三)依申请公开情况 受理6件,部分公开2件.\n(四)监督保障情况 接受社会监督."
    )
    assert aspects(with_overview(text)) == [
        (
            "disclosure",
            "(一)主动公开情况",
            "2024年公开206条,预决算公开率100%.\n(二)政策解读情况 解读4件.",
        ),
        ("applications", "(三)依申请公开情况", "受理6件,部分公开2件."),
        ("supervision", "(四)监督保障情况", "接受社会监督."),
    ]


def test_headings_in_another_order() -> None:
    order = [0, 3, 1, 2, 4]
    heads = [f"（{n}）{USUAL[i]}" for n, i in zip("一二三四五", order, strict=True)]
    lines = [f"{head}\n{BUREAU[i]}" for head, i in zip(heads, order, strict=True)]
    found = aspects(with_overview("\n".join(lines)))
    wanted = [(ASPECTS[i], head, BUREAU[i]) for head, i in zip(heads, order, strict=True)]
    assert found == wanted
