"""Which of the six sections a heading's words name, in every wording that offices use.

Titles of the form are sure: few other lines read like them. Older or freer wordings (概述,
依申请公开情况, 下一步工作打算) may as well head a part of a section: number and order decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.report.dividing.patterns import AND, OF, any_of, maybe
from extractor.report.outline import SECTIONS, SectionKey

# The longest titles of real reports have some 40 characters.
MAX_TITLE = 48


_SELF = maybe(
    "本年度? 全年 年度 全[省市县区镇] [本我](?:单位|机关|部门|局|镇|乡|街道|县|市|区|委|厅|省)"
)
_MATTER = maybe("政府信息公开 政府信息和政务公开 政务信息公开 政务公开 信息公开 政府信息")
_WORK, _FORMAL = maybe("工作"), maybe("年度")
_ABOUT = rf"(?:20\d\d年度?|二[〇○零0]\S\S年度?)?{_SELF}{OF}{_MATTER}{_FORMAL}{_WORK}{OF}"
_STATE = maybe("的") + maybe("情况")
_HANDLED = any_of("处理 办理 受理 答复")
_TROUBLE = any_of("问题 困难 不足 短板")
_REMEDY = any_of("改进 整改 措施 打算 计划 对策")
_REST = r"[\u4e00-\u9fff、]{0,24}"
_NO_STOP = "[^。；：]"

_SURE: dict[SectionKey, tuple[str, ...]] = {
    "overview": (
        f"{_ABOUT}{any_of('总体 整体')}{_WORK}{OF}{maybe('开展 落实 进展 推进')}{OF}"
        f"{any_of('情况 概况')}{maybe('概述 说明')}",
    ),
    "disclosure": (
        f"{_ABOUT}{maybe('行政机关')}主动公开{OF}{maybe('政府 政务')}信息{OF}{_WORK}{_STATE}",
        f"{any_of('政府 政务')}信息{OF}主动公开{_WORK}{_STATE}",
    ),
    "applications": (
        f"{_ABOUT}{maybe('本?机关')}收到{OF}{AND}?{_HANDLED}?{OF}"
        f"{any_of('依申请公开(?:政府信息)? (?:政府|政务)?信息(?:依申请)?公开(?:的)?(?:申请)?')}"
        f"{OF}{AND}?{_HANDLED}?{_STATE}",
        f"{_ABOUT}收到{AND}?{_HANDLED}?{OF}{maybe('公开 政府信息')}{OF}申请{_STATE}",
    ),
    "disputes": (
        f"{_NO_STOP}{{0,26}}复议{_NO_STOP}{{0,16}}诉讼{_NO_STOP}{{0,12}}",
        f"{_NO_STOP}{{0,26}}诉讼{_NO_STOP}{{0,12}}复议{_NO_STOP}{{0,12}}",
    ),
    "issues": (
        f"{_ABOUT}{maybe('中 目前 当前 仍 还 尚 需要')}存在{maybe('着')}{OF}"
        f"{maybe('主要 突出 一些 若干')}{OF}{_TROUBLE}{_REST}",
        f"{_ABOUT}{OF}主要{maybe('存在')}{OF}{_TROUBLE}{AND}{_REST}",
        f"{_ABOUT}{OF}{_TROUBLE}{AND}{_REST}{_REMEDY}{_REST}",
    ),
    "other": (
        f"{_ABOUT}其[他它]{OF}{maybe('需要? 应当? 须 有必要')}{maybe('要 予以?')}"
        f"{any_of('报告 说明 汇报 公布 公开')}{OF}{maybe('有关 相关 重要')}"
        f"{maybe('事项 情况 内容 问题')}{maybe('说明')}",
        f"需要?{any_of('报告 说明')}的其[他它]{maybe('有关')}{any_of('事项 情况 内容')}",
    ),
}
_FREE: dict[SectionKey, tuple[str, ...]] = {
    "overview": (
        f"{_ABOUT}{maybe('总体 整体 工作 基本 主要')}{maybe('情况')}"
        f"{any_of('概述 概况 总述 综述 概要')}",
        f"{_ABOUT}{any_of('基本 总的')}{_WORK}情况",
        f"{_ABOUT}{maybe('主要')}{_WORK}{any_of('开展 落实 推进 进展 完成')}{OF}情况",
        f"主要工作{maybe('及成效 情况')}|工作情况",
    ),
    "disclosure": (
        f"{_ABOUT}{maybe('重点领域')}{maybe('信息')}主动公开{_WORK}{OF}{maybe('情况 方面')}",
        f"{_ABOUT}公开政府信息{OF}情况",
    ),
    "applications": (
        f"{_ABOUT}{any_of('依申请 申请')}公开{OF}{maybe('政府')}{maybe('信息')}{OF}{_WORK}{OF}"
        f"{maybe('申请')}{OF}{maybe('收到')}{_HANDLED}?{AND}?{_HANDLED}?{OF}{maybe('情况 方面')}",
        f"{_ABOUT}{maybe('政府')}{maybe('信息')}公开申请{OF}{maybe('收到')}{AND}?{_HANDLED}?{OF}情况",
    ),
    "disputes": ("[^。；：，]{0,24}(?:复议|诉讼)(?:[^。；：，]{0,8}情况)?",),
    "issues": (
        rf"{any_of('下一?步 今后 下一年 明年 来年 20[0-9][0-9]年')}{OF}(?!.{{0,6}}将)"
        rf"[\u4e00-\u9fff]{{0,8}}{any_of('打算 计划 安排 思路 重点 措施 改进 举措 方向')}{_REST}",
        f"{maybe('主要 具体 下一?步')}{any_of('改进 整改')}{OF}"
        f"{any_of('措施 情况 工作 意见 打算 思路 方向')}{_REST}",
        f"{_ABOUT}不足之处|主要问题",
    ),
    "other": (f"其[他它]{maybe('有关 相关 重要')}{OF}{maybe('事项 情况 工作 内容')}",),
}
_SURE_RE = {key: re.compile("|".join(patterns)) for key, patterns in _SURE.items()}
_FREE_RE = {key: re.compile("|".join(patterns)) for key, patterns in _FREE.items()}

# What a merged heading says of each section.
_CORES: dict[SectionKey, re.Pattern[str]] = {
    "overview": re.compile("总体情况"),
    "disclosure": re.compile("主动公开政府信息|政府信息主动公开|主动公开情况"),
    "applications": re.compile(
        "收到和处理|依申请公开(?!.{0,6}(?:复议|诉讼))|公开申请(?:办理|处理)?情况"
    ),
    "disputes": re.compile("行政复议|行政诉讼"),
    "issues": re.compile("存在的?(?:主要)?(?:问题|不足)|改进(?:情况|措施)"),
    "other": re.compile("其[他它](?:需要?|应)?(?:要)?(?:报告|说明)"),
}  # fmt: skip
_MOST_MERGED = 3

# The form's own titles: sure even where the text follows without any sign (一、总体情况2023年…).
_VERBATIM: dict[SectionKey, re.Pattern[str]] = {
    "overview": re.compile("总体情况"),
    "disclosure": re.compile("主动公开政府信息(?:的)?情况"),
    "applications": re.compile("收到和处理政府信息公开申请(?:的)?情况"),
    "disputes": re.compile(
        f"{maybe('因?政府信息公开')}{maybe('工作 申请')}{maybe('被')}{maybe('申请 提起')}{OF}"
        f"行政复议{AND}{maybe('被')}{maybe('提起')}{OF}行政诉讼{OF}情况"
    ),
    "issues": re.compile(
        f"{maybe('政府信息公开工作')}存在的?主要问题{AND}{any_of('整改 改进')}"
        f"{any_of('措施 情况 工作')}"
    ),
    "other": re.compile("其[他它]需要?报告的?事项"),
}
_BEGINS_TEXT = re.compile(
    r"20\d\d年|二[〇○零0]|本(?!单位概况)|我[局镇乡县市区省厅委办部院中街]|全[年市县区省镇]|今年"
    r"|按照|根据|依据|截至|截止|无|暂无|没有|未"
    r"|[（(]?[一1][）)、.．是]|为|以|在|目前|随着|通过|共|总"
)
_ELSEWHERE = re.compile(
    "收费|处理费|费用|减免|建议|提案|议案|创新|亮点|特色|要点|附件|附表|附录|附则|联系|咨询|下载"
    "|说明|其[他它]"
)
# Words in which no title is told apart from a sentence or a cell of the tables.
_NO_TITLE = re.compile(
    r"[。；？！?!\uFFFC|]|本年新收|上年结转|结转下年度|办理结果|申请人情况|勾稽"
    r"|没有|未(?!来)|无(?!障碍)|不存在|略$|零|\d+(?:件|条|起|宗|次|项)|公开发生行政|如下|见下表"
    r"|所[属列]|参见"
)
_LEADER = re.compile(r"(?:[.．…·•\-—_－]{2,}\d{0,3}|(?<=\D)\d{1,2})$")


@dataclass(frozen=True, slots=True)
class SectionTitle:
    """What a title names; more than one key if it heads merged sections."""

    keys: tuple[SectionKey, ...]
    sure: bool


def section_title(words: str) -> SectionTitle | None:
    """The section that squashed words name as a whole, or None."""
    if not words or len(words) > MAX_TITLE or _NO_TITLE.search(words):
        return None
    merged = _merged(words)
    if len(merged) > _MOST_MERGED:
        return None  # a list of the sections
    if len(merged) > 1:
        return SectionTitle(merged, True)
    for sure, patterns in ((True, _SURE_RE), (False, _FREE_RE)):
        for key in SECTIONS:
            if patterns[key].fullmatch(words):
                return SectionTitle((key,), sure)
    return None


def _merged(words: str) -> tuple[SectionKey, ...]:
    found = [(match.start(), key) for key, core in _CORES.items() if (match := core.search(words))]
    return tuple(key for _, key in sorted(found))


def verbatim_title(squashed: str, position: int) -> tuple[SectionKey, int] | None:
    """The form's own title at this place with text right behind it: key and end."""
    for key in SECTIONS:
        match = _VERBATIM[key].match(squashed, position)
        if match and _BEGINS_TEXT.match(squashed, match.end()):
            return key, match.end()
    return None


def is_the_forms(words: str, key: SectionKey) -> bool:
    """Whether a title has the form's own words."""
    return _VERBATIM[key].search(words) is not None


def without_leader(words: str) -> tuple[str, bool]:
    """The words without the dots and page number of a table of contents, and whether it had any."""
    bare = _LEADER.sub("", words)
    return bare, bare != words


def is_report_matter(words: str) -> bool:
    """Whether a heading names what the form has in section six (fees, proposals, innovation)."""
    return bool(_ELSEWHERE.search(words))
