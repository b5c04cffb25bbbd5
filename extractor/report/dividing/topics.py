"""How much a sentence speaks of each of the five aspects, judged by its words."""

from __future__ import annotations

import re

from extractor.report.dividing.patterns import any_of
from extractor.report.outline import AspectKey

State = AspectKey | None
"""What a sentence speaks of; None: introduction, or something else."""

_WORDS: dict[AspectKey, tuple[tuple[float, str], ...]] = {
    "disclosure": (
        (
            3,
            r"主动公开(?!目录|基本目录) 公开(?:了)?(?:各类)?信息[约\d一二三四五六七八九十]"
            r" (?:公开|发布|公布|上传|公示)(?:各类|各种|政府|政务|有关)?(?:信息|内容|消息)?[约共]?"
            r"\d"
            r" (?:挂|贴|登|晒|发|推|上|传)(?:了|出[去来]?|上[去网])了?[约近]?\d[\d,]*余?[条篇份]",
        ),
        (
            2,
            r"解读 新闻发布会 重点领域 预决算 预算 决算 双公示 政策吹风 条中 计入"
            r" (?<![\d,，见议纳题])\d[\d,]*余?[条篇](?=[，。、；])",
        ),
        (
            1,
            "公示 公布 公告 发布 政策文件 招聘 回应 关切 应公开尽公开 一图读懂 公开内容 公开范围"
            " 图解",
        ),
    ),
    "applications": (
        (
            4,
            "依申请 (?:政府)?信息公开(?:的)?申请 申请公开 公开申请"
            " (?:未|没有?|无人)(?:收到|接到|提出).{0,8}申请",
        ),
        (
            2,
            r"结转 申请人 予以公开 不予公开 部分公开 无法提供 不予处理 (?:未|没有)收到"
            r" 收到.{0,6}申请 新收 申请\d 答复 收到\d+[宗件起] 往年"
            r" 申请表 来(?:要|打听|问)的? 要(?:信息|材料)的 手[里上]没有? 没找着 本机关没有 给不了",
        ),
        (1, "受理 办结 补正 复议 诉讼 法定期限 自然人"),
    ),
    "management": (
        (
            3,
            "信息管理 管理方面 公开属性 保密审查 三审 先审后 先审查 源头(?:认定|管理) 动态调整"
            " 信息怎么管",
        ),
        (
            2,
            "审核 审查 公文 规范性文件 清理 目录 把关 存档 归档 签字 签发 校对 错别字 脱敏 身份证号"
            " 隐私 涉密 核定 才能?发 再发 (?:信息)?发布(?:由|前|之前|实行|要|须|必须)"
            " (?:公开|发|上网|公示|挂网)(?:之)?前 口子",
        ),
        (1, "台账 登记 制度 规程 办法 流程 复核 留痕 核对 失效 有效性 公开指南 保密"),
    ),
    "platform": (
        (
            3,
            "平台建设 平台方面 公开专区 查阅点 查询点 适老化 无障碍 改版 集约化 触摸屏 电子屏"
            " 公示牌 公告栏 公示栏 公开栏 体验区",
        ),
        (
            2,
            "平台 新媒体 栏目 专栏 账号 关注人数 粉丝 查询机 查阅 公众号 终端 IPv6 访问量 频道"
            " 小程序 门户网站建设 网站(?:的)?(?:维护|管理)",
        ),
        (1, "网站 微信 微博 抖音 窗口 大厅 渠道 阵地 公报 电脑 资料架 显示屏"),
    ),
    "supervision": (
        (3, "监督 考核 评议 追究 追责 问责 领导小组 第一责任人 组织领导 责任人"),
        (
            2,
            "培训 分管 专人 兼职 专职 兼管 专管 抽查 检查 督查 督办 督导 满意[度率] 社会评价 通报"
            " 组织保障 联络员 信息员 约谈 负责(?=[，,；;。]|具体|牵头)",
        ),
        (
            1,
            "学习 会议 责任 牵头 办公室负责 经费 绩效 巡查 自查 专题研究 纪(?:工)?委 批评 点名"
            " 会上",
        ),
    ),
}
_COMPILED: dict[AspectKey, tuple[tuple[float, re.Pattern[str]], ...]] = {
    key: tuple((weight, re.compile(any_of(words))) for weight, words in weighted)
    for key, weighted in _WORDS.items()
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
_SAID = re.compile(r"公开|信息|发布|公示")
_MOST_PREFACES = 3
# A word repeated says little more.
_MOST_TIMES = 2


def is_introduction(sentence: str) -> bool:
    """Whether a sentence has the words with which reports praise and introduce themselves."""
    return bool(_PREFACE.search(sentence))


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
