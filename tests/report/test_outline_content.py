"""Aspects told by content, where there are no sub-headings."""

from __future__ import annotations

import re

import pytest

from extractor.language.pipeline import analyse
from extractor.report.dividing.content import aspects_by_content

KEYS = {
    "公": "disclosure", "申": "applications", "管": "management", "台": "platform",
    "督": "supervision",
}  # fmt: skip

# [公]…[/] is what a reader of the text would mark.
OVERVIEWS = [
    """2023年，我局在县委、县政府的正确领导下，认真贯彻落实《条例》，扎实推进政府信息公开工作。
[公]全年通过县政府门户网站公开信息86条，其中政策文件12条，工作动态50条，公示公告24条。围绕重点项目制作解读稿件5篇。[/]
[申]全年收到政府信息公开申请4件，已全部按期答复，其中予以公开3件，部分公开1件，无结转。[/]
[管]严格执行信息发布三审制度，拟公开的信息经股室、办公室审核后发布。对2015年以来的文件进行了清理。[/]
[台]加强县政府门户网站本部门栏目的维护，及时更新栏目内容。开通微信公众号，关注人数2300人。[/]
[督]成立政府信息公开工作领导小组，办公室具体负责，配备专职人员1名。全年组织培训2次，参训40人次。[/]""",
    """2022年我局高度重视政府信息公开工作，具体情况如下：
[督]一是加强组织领导，成立了局长任组长的领导小组，落实专人负责。[/][管]二是健全工作制度，制定保密审查制度，做到先审后发。[/][公]三是深化公开内容，全年主动公开信息102条，其中财政信息8条，业务信息94条。[/][台]四是拓宽公开渠道，依托政府网站和政务服务大厅公开栏公开信息，新设专栏2个。[/][申]五是规范依申请公开，全年收到申请2件，均按期答复。[/]""",
    """本年度，我镇主要做了以下工作。
[公]村级财务、低保、危房改造这三样群众盯得最紧，今年共公示42次，网上发了28条。镇财政预算决算在3月和9月公开。[/]
[申]有人来镇上问征地的事，按信访办的，没有收到书面的信息公开申请，上年也没有结转的。[/]
[管]发出去的东西由党政办统一审，涉及个人身份证号的隐去中间几位，发文都标了公开属性。[/]
[台]21个村的公示栏重新刷了漆，镇便民服务中心放了一台触摸查询机，微信公众号由党政办维护。[/]
[督]镇纪委把公示情况列入对村监督检查内容，通报了3个村。干部参加县里培训2人次。[/]""",
    """2023年，我委公开工作围绕医保、看病两件事开展。
[公]医保政策调整的文件当天上网，图解同步发布，全年发布政策文件15件、解读15篇、办事指南32份。[/]
[申]收到申请6件，其中5件咨询报销比例，予以公开；1件索要他人就诊信息，不予公开。全部在法定期限内办结。[/]
[督]年初制定任务分工，把公开任务分解到14个科室，每季度通报一次完成情况，年底纳入科室考核。9月举办培训1期。[/]
此外，全年办理12345热线转办件320件，办结率100%。""",
    """一年来，我局按要求推进公开。[公]主动公开方面，发布信息77条。[/][申]依申请公开方面，收到2件，均已答复。[/][管]信息管理方面，落实保密审查。[/][台]平台建设方面，维护好网站专栏。[/][督]监督保障方面，组织培训一次。[/]""",
]


@pytest.mark.parametrize("marked", OVERVIEWS)
def test_contiguous_stretches(marked: str) -> None:
    text, expected, opened = "", [], ("", 0)
    for part in re.split(r"(\[[/公申管台督]\])", marked):
        if part == "[/]":
            expected.append((KEYS[opened[0]], text[opened[1] :].strip()))
        elif re.fullmatch(r"\[[公申管台督]\]", part):
            opened = (part[1], len(text))
        else:
            text += part
    told = aspects_by_content(text, analyse(text).sentences)
    assert [(one.key, text[one.start : one.end]) for one in told] == expected


def test_praise_alone_tells_of_no_aspect() -> None:
    text = (
        "2023年，我局以习近平新时代中国特色社会主义思想为指导，认真贯彻落实上级要求，工作扎实推进。"
    )
    assert aspects_by_content(text, analyse(text).sentences) == []


def test_a_paragraph_begins_with_what_leads_to_its_aspect() -> None:
    text = "\n".join(
        [
            "柳河是个山区镇，13个村。全年公开信息312条，其中财政账目28条。",
            "督促的事也说几句。镇纪委检查了4轮，县里考核排第7。",
        ]
    )
    told = aspects_by_content(text, analyse(text).sentences)
    assert [text[one.start : one.end] for one in told] == text.split("\n")
