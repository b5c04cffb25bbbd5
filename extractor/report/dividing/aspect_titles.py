"""Which of the five aspects a sub-heading's words name.

Usual titles (依申请公开情况, 公开平台) are told from anything else by their form alone. Free ones
(规范依申请公开，保障群众知情权利; 管理有制度) name an aspect only where a heading is sure to stand.
"""

from __future__ import annotations

import re

from extractor.report.dividing.patterns import AND, OF, any_of, maybe
from extractor.report.outline import AspectKey

# The longest usual title, 政府信息公开平台、机构建设和人员情况, has 17 characters.
MAX_USUAL = 26
MAX_FREE = 36

_LEAD = maybe(
    "关于 在"
    " (?:扎实|认真|切实|持续|全力|严格)?(?:抓好?|做好|加强|推进|深化|强化|规范|优化|完善|落实)"
)
_SELF = maybe("本 我") + maybe("局 镇 乡 街道 单位 机关 委 县 区 市")
_MATTER = maybe(
    "政府信息公开 政府信息与政务公开 政务信息公开 政务公开 信息公开 政府信息 政务信息 政府 信息"
)
_WORK = maybe("工作")
_ABOUT = rf"{_LEAD}{maybe('20[0-9][0-9]年度? 本年度?')}{_SELF}{OF}{_MATTER}{_WORK}{OF}"
_DONE = maybe("开展 建设 落实 办理 处理 答复 完成 进展 运行 维护 管理 执行 推进")
_DONE_TOO = maybe("建设 维护 管理 运维 使用 运行 办理 处理")
_STATE = (
    f"{maybe('(?:政府|政务)?信息')}{OF}{_WORK}{OF}{maybe('申请')}{OF}{maybe('收到 受理')}{AND}?"
    f"{_DONE}{AND}?{_DONE_TOO}{OF}{_WORK}{maybe('总体')}{maybe('情况 方面 内容 部分 工作 环节')}"
    f"{maybe('上 情况 方面')}"
)
_WATCHED = "保障 考核 检查 管理 评议 评价 评估 问责 追责 培训 教育"
_SECURED = any_of("保障 监督考核 考核评议 考核监督")
_USUAL: tuple[tuple[AspectKey, str], ...] = (
    ("applications", f"{_ABOUT}{maybe('收到和处理')}{any_of('依法?申请 申请')}公开{_STATE}"),
    (
        "applications",
        f"(?:收到{AND}?{maybe('处理 办理')})?{maybe('政府 政务')}信息公开{OF}申请{_STATE}",
    ),
    ("disclosure", f"{_ABOUT}主动公开{_STATE}{maybe('完成')}{maybe('情况')}"),
    (
        "platform",
        f"(?:{_ABOUT}|[\u4e00-\u9fff]{{0,6}}?){maybe('公开')}"
        f"{any_of('平台 载体 渠道 政府网站 门户网站 网站')}"
        f"(?:{AND}[\u4e00-\u9fff、]{{1,12}}?)?{_STATE}",
    ),
    (
        "supervision",
        f"{_ABOUT}(?:{maybe('组织 考核 制度 监察 评议 社会 强化 加强 培训 领导')}{AND}?)?"
        f"{any_of('监督 监管')}{AND}?{maybe(_WATCHED)}{AND}?[\u4e00-\u9fff]{{0,6}}?{_STATE}",
    ),
    (
        "supervision",
        f"{_ABOUT}{maybe('组织 制度 机制 队伍 人员 工作 考核')}{maybe('领导 监督')}{AND}?{_SECURED}"
        f"{maybe('措施 机制 体系')}{_STATE}",
    ),
    (
        "management",
        f"{_ABOUT}{maybe('公开')}{maybe('政府')}{maybe('信息')}"
        f"{maybe('资源 制度 规范 日常 发布')}{maybe('化 性')}{OF}{maybe('规范')}管理{_STATE}",
    ),
    # The verb in front: 办理公开申请, 建设公开平台.
    ("disclosure", f"(?:主动)?公开{any_of('政府信息 政务信息 信息')}{_STATE}"),
    (
        "applications",
        f"{any_of('办理 受理 处理 答复 办好 做好 规范')}好?"
        f"(?:{any_of('依申请公开 依申请 依法申请')}|{_MATTER}申请){_STATE}",
    ),
    ("management", f"{any_of('管理 管好 管住')}好?{_MATTER}{_STATE}"),
    (
        "platform",
        f"{any_of('建设 建好 用好 搭建 完善 优化 打造 建强 拓宽 拓展')}好?{_MATTER}(?:公开)?"
        f"{any_of('平台 渠道 载体 阵地')}{_STATE}",
    ),
)
# In this order: 信息公开平台管理 is about the platform, 依申请公开保障 about applications.
_FREE: tuple[tuple[AspectKey | None, str], ...] = (
    (
        "applications",
        "申请 受理答复 有问必答 有求必应",
    ),
    (
        None,
        "回应 关切 互动 舆情 解读 政民 决策公开 新闻发布 公共企事业 创新 亮点 特色 建议 提案"
        " 处理费",
    ),
    (
        "supervision",
        "监督 考核 评议 有人督 督[着办促] [盯追]责 [有专]人[盯抓] 谁来盯"
        " 追责 问责 责任追究 组织领导 组织保障 领导小组 加强领导 队伍 培训 督查"
        " 督导"
        " 保障(?:有|到|机制|措施|体系|工作|力度|$) 责任(?:落实|体系|分工)",
    ),
    ("platform", "平台 网站 渠道 载体 新媒体 阵地 公开专区 公众号"),
    (
        "management",
        "信息(?:资源|发布|公开)?的?(?:规范)?管理 管[好住严牢].{0,4}信息"
        " 信息.{0,4}(?:出口|关口|怎么管|谁管) 把[好牢严]"
        " 资源管理 规范管理 保密审查 审核 审查 源头"
        " 管理(?:有|更|到|工作|机制|水平|$) 规范性文件 动态调整 制度(?:建设|体系|机制|$) 机制建设"
        " 公开属性 目录",
    ),
    (
        "disclosure",
        "主动公开 公开(?:有|更|内容|范围|力度|质量|实效|到位) 重点领域 公开信息 内容公开 应公开"
        " 信息公开(?:工作)?(?:情况|方面)?$",
    ),
)
# The names of the aspects, wherever they stand: 聚焦民生关切，主动公开扩面提质.
_CORES: tuple[tuple[AspectKey, re.Pattern[str]], ...] = (
    ("disclosure", re.compile("(?<!应)主动公开")),
    ("applications", re.compile("依申请公开")),
    ("management", re.compile("信息(?:资源)?管理")),
    ("platform", re.compile("平台(?:建设|载体)|公开平台")),
    ("supervision", re.compile("监督(?:保障|考核)|考核监督")),
)
# 重点领域, 政策解读, 互动回应 behind 主动公开 go on with it.
_GOES_ON = re.compile(
    "解读|回应|关切|互动|舆情|政民|决策公开|新闻发布|重点领域|公共企事业|办事公开"
)
_JOINS = re.compile("[和与及、]")
_SHORTEST = 2
_USUAL_RE = [(key, re.compile(pattern)) for key, pattern in _USUAL]
_FREE_RE = [(key, re.compile(any_of(words))) for key, words in _FREE]


def usual_aspect(words: str) -> AspectKey | None:
    """The aspect that squashed words name in its usual form, or None."""
    if not 2 <= len(words) <= MAX_USUAL:
        return None
    return next((key for key, pattern in _USUAL_RE if pattern.fullmatch(words)), None)


def two_aspects(words: str) -> tuple[AspectKey, AspectKey] | None:
    """The two aspects of a heading for both: 信息管理和平台建设."""
    if len(words) > MAX_USUAL:
        return None
    for sign in _JOINS.finditer(words):
        first, second = words[: sign.start()], words[sign.end() :]
        # 平台建设与管理 is about the platform alone.
        if len(first) < _SHORTEST or len(second) < _SHORTEST or second == "管理":
            continue
        pair = usual_aspect(first), usual_aspect(second)
        if pair[0] and pair[1] and pair[0] != pair[1]:
            return pair[0], pair[1]
    return None


def calls_an_aspect(words: str) -> bool:
    """Whether words call an aspect by its name, in the usual form or within a slogan."""
    if usual_aspect(words) or two_aspects(words):
        return True
    return len(words) <= MAX_FREE and any(pattern.search(words) for _, pattern in _CORES)


def is_foreign(words: str) -> bool:
    """Whether words name a matter that is none of the five aspects: 回应关切, 政策解读."""
    foreign = next(pattern for key, pattern in _FREE_RE if key is None)
    return bool(foreign.search(words))


def goes_on_disclosing(words: str) -> bool:
    """Whether a heading behind that of disclosure names a part of it: 政策解读."""
    return bool(_GOES_ON.search(words))


def free_aspect(words: str) -> AspectKey | None:
    """The aspect of which a freely worded sub-heading speaks: the one that it calls by its name,
    else the one of which its first clause speaks.
    """
    if len(words) > MAX_FREE:
        return None
    cores = {key for key, pattern in _CORES if pattern.search(words)}
    if len(cores) == 1:
        return cores.pop()
    for clause in (re.split("[，,、 ]", words)[0], words):
        for key, pattern in _FREE_RE:
            if pattern.search(clause):
                return key
    return None
