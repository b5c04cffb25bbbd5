"""What a critical reader broke B506 with: problems swallowed, and whole sections told."""

from __future__ import annotations

import pytest

from evaluation.section_record import record_of
from extractor.checks.boilerplate import b506_unanswered
from extractor.checks.model import Among

HEAD = "五、存在的主要问题及改进情况\n"


def told(text: str) -> str:
    return "".join(
        "".join(one.message.zh.split())
        for one in b506_unanswered.check(Among(record_of(HEAD + text)))
    )


LEFT = {
    "one word of the lot names a problem": (
        "林业史料数字化",
        "2024年，我局的工作仍有不足。林业史料数字化欠账较多。依申请公开答复偏慢。政策解读形式单一。\n"
        "下一步，我局将把依申请公开的流转时限压缩到5个工作日，由专人盯办；与融媒体中心合拍解读短视频12期。",
    ),
    "it began late, and is a problem": (
        "新媒体运营",
        "2024年存在的问题主要有：\n新媒体运营起步较晚。\n公开指南内容过时。\n公众意见反馈不及时。\n"
        "针对公开指南内容过时的问题，已于8月修订指南并重新发布。针对公众意见反馈不及时的问题，规定征求意见结束后"
        "10个工作日内公布采纳情况。",
    ),
    "a lack that holds a number": (
        "公开栏破损",
        "存在的主要问题：\n护林点公开栏破损两处。\n造林补贴名单更新慢。\n公开员不会操作系统。\n"
        "改进措施：\n造林补贴名单每月10日更新。\n公开员到镇里跟班学习一周。",
    ),
    "told before what was also found": (
        "答复超期",
        "依申请公开答复超期5件。此次自查还发现以下三个问题。一是栏目空白。二是解读少。三是公众号停更。\n"
        "改进情况：一是空白栏目8个已补齐；二是解读增至26篇；三是公众号每周发布两次。",
    ),
    "between two fields": (
        "超期",
        "信息发布方面，部分栏目更新不及时。依申请公开答复有2件超期。平台建设方面，检索功能不好用。\n"
        "下一步，我局将逐月检查栏目更新情况；同时，请软件公司升级检索功能，支持按文号查找。",
    ),
}

WHOLE = {
    "met in passing within a reference": (
        "存在的主要问题：一是公开工作由文秘兼任，人手不够；二是申请答复文书不规范；三是场务公开栏更新慢。\n"
        "改进情况：针对第一个问题，新配2名专职人员，并由其负责每周一更新场务公开栏；"
        "针对第二个问题，统一使用市局文书模板。"
    ),
    "two bracketed references, one more met": (
        "存在的主要问题：（1）惠林资金公示不到户；（2）镇村公开员不稳定；（3）信访回复公开少。\n"
        "对第（1）项，统一印制明白卡，由村干部入户发放；"
        "对第（2）项，每月补助300元、签订两年聘期，并安排其整理信访回复，隐去姓名后上墙。"
    ),
    "a title and what shows it": (
        "存在的问题：便民服务不够到位，排队叫号屏失灵，办事表格样张缺失。\n"
        "改进：排队叫号屏已修复；办事表格样张42种全部上架。"
    ),
    "two lacks and what came of them": (
        "主要问题：停水计划通知偏晚，水价公示牌字迹模糊，企业投诉过多。\n"
        "改进：停水计划提前7天短信告知；水价公示牌更换为大字版64块。"
    ),
    "acts of four characters": (
        "1.公开电话无人接听。2.公众号菜单层级过深。3.村务公开内容简单。\n"
        "针对以上问题，我镇将专人值守、简化菜单。另外，村务公开增加工程预算、招投标、验收三项内容；"
        "每季度组织村民代表查账。"
    ),
    "a maxim behind the measures": (
        "主要不足：（一）科室公开标准不统一。（二）公开渠道不丰富。\n"
        "改进情况：（一）印发26个领域公开标准目录，按目录检查。（二）在车站、银行、药店布设公开触点58个。"
        "当然，公开没有终点，随着群众需求不断变化，新的问题仍待破解。"
    ),
    "what we clearly see": (
        "主要不足：一是公开台账不完整；二是视频解读少。\n改进措施：一是启用电子台账，凭号查询；二是拍摄视频解读8部。"
        "此外，我们清醒看到，群众关切不断变化，公开工作还有许多课题未能破解。"
    ),
    "signs alone": "，，，；；；。。。：：“”（一）（二）1.2.3.",
}


@pytest.mark.parametrize("name", sorted(LEFT))
def test_what_was_left_alone_is_told(name: str) -> None:
    words, text = LEFT[name]
    assert words in told(text)


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_what_is_whole_is_not_told(name: str) -> None:
    assert not told(WHOLE[name])
