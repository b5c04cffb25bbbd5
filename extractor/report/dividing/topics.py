"""How much a sentence speaks of each of the five aspects, judged by its words."""

from __future__ import annotations

import re

from extractor.report.dividing.patterns import any_of
from extractor.report.dividing.topic_words import WORDS
from extractor.report.outline import AspectKey

State = AspectKey | None
"""What a sentence speaks of; None: introduction, or something else."""

_COMPILED: dict[AspectKey, tuple[tuple[float, re.Pattern[str]], ...]] = {
    key: tuple((weight, re.compile(any_of(words))) for weight, words in weighted)
    for key, weighted in WORDS.items()
}
# The first words of a sentence name its topic: 主动公开方面，… 监督上…
_LEADS: dict[AspectKey, re.Pattern[str]] = {
    "disclosure": re.compile(r".{0,8}?(?:主动公开|公开内容|重点领域)"),
    "applications": re.compile(r".{0,8}?(?:依申请|申请公开|公开申请)"),
    "management": re.compile(r".{0,6}?(?:信息|资源|内容|发布|文件)?管理(?:方面|上|工作|情况|，)"),
    "platform": re.compile(r".{0,6}?(?:平台|网站|渠道|载体)(?:建设|方面|上|，|管理)"),
    "supervision": re.compile(
        r".{0,6}?(?:监督|保障|考核|评议|追责|培训|队伍|组织领导)(?:方面|上|保障|工作|，|考核)"
    ),
}
_TOPIC = re.compile(
    r".{0,8}?(?:公开|申请|管理|平台|保障|监督|考核|公示|渠道|网站)(?:工作|建设|情况)?"
    r"(?:方面|上|这一?[块头面项]|环节)[，,：:]"
)
_LEAD = 5.0
# 统计执法方面，… speaks of the agency's business, unless it goes on to say what was published.
_FOREIGN_LEAD = re.compile(r"(?:在)?[\u4e00-\u9fff]{2,8}方面[，,：]")
_PUBLISHED = re.compile(r"公开|发布|公示|公布")
_PREFACE = re.compile(
    any_of(
        "习近平 重要思想 二十大 十九大 全会 精神 坚强领导 贯彻(?:落实)? 坚持以 为主线 为主题 为抓手"
        " 围绕 开局之年 第一年 头一年 统一(?:安排|部署) 领导下 的(?:安排|部署|要求|指导) 如下 现将"
        " 主要(?:情况|做法|工作) 汇报 总的来说 高度重视 积极(?:开展|推进) 具体情况 扎实推进"
        " (?:开展|推进|做好)(?:政府)?(?:信息|政务)?公开(?:工作)?[。，] 取得.{0,6}成[效绩]"
        " 不断提[升高]"
    )
)
_PREFACE_WEIGHT = 1.5
# The hotline is named only to tell it from applications, or as other business.
_ASIDE = re.compile(r"^(?:此外|另外)[，,]|12345")
_NOTHING = 1.0
_WHOLE = re.compile(
    "总的?来[看说讲]|总体|整体|综上|概括|纵观|全年来看|一年来[，,]|通过(?:以上|上述)|但|然而|下一步"
)
_SAID = re.compile(r"公开|信息|发布|公示")
_MOST_PREFACES = 3
# A word repeated says little more.
_MOST_TIMES = 2


def is_introduction(sentence: str) -> bool:
    """Whether a sentence has the words with which reports praise and introduce themselves."""
    return bool(_PREFACE.search(sentence))


def is_apart(sentence: str) -> bool:
    """Whether a sentence turns away from what stands before it: 总的来看，… 此外，12345热线…"""
    return bool(_ASIDE.search(sentence) or _WHOLE.match(sentence)) or (
        bool(_FOREIGN_LEAD.match(sentence)) and not _PUBLISHED.search(sentence)
    )


def names_its_topic(sentence: str) -> bool:
    """Whether a sentence's first words name its aspect: 主动公开方面，…"""
    return bool(_TOPIC.match(sentence))


def weights(sentence: str) -> dict[State, float]:
    """The weight with which a sentence speaks of each aspect, and of none."""
    found: dict[State, float] = {}
    for key, words in _COMPILED.items():
        weight = sum(w * min(_MOST_TIMES, len(p.findall(sentence))) for w, p in words)
        found[key] = weight + (_LEAD if _LEADS[key].match(sentence) else 0)
    nothing = max(found.values()) < _NOTHING
    none = _PREFACE_WEIGHT * min(_MOST_PREFACES, len(_PREFACE.findall(sentence)))
    none += _NOTHING * (nothing + (nothing and not _SAID.search(sentence)))
    none += bool(_ASIDE.search(sentence))
    if _FOREIGN_LEAD.match(sentence) and not _PUBLISHED.search(sentence):
        none += _LEAD * (not any(lead.match(sentence) for lead in _LEADS.values()))
    found[None] = none
    return found
