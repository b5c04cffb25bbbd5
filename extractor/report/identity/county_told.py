"""The county that a report's own words tell, where its agency's name tells none.

Chinese has no blanks: 转载县政府网站信息 reads as 转载县 + 政府. So what ends in a verb is no
name, and one that was read only where words may as well go on (及时转载县) is not taken.
"""

from __future__ import annotations

import re
from collections import defaultdict

from extractor.language.pipeline import Analysis
from extractor.report.dividing.patterns import any_of
from extractor.report.identity.places import parsed

# A county's name in running text; 村务公开栏和县 and 惠农政策县 only look like one.
_COUNTY = re.compile("(?!.*[的和及与或栏务策经由向对按在将其所全各])[\u4e00-\u9fff]{2,3}[县区旗]")
# 通过县政府网站, 各县 begin with no name.
_NO_NAME = re.compile(
    "通过|依托|利用|借助|登录|访问|按照|根据|围绕|结合|落实|[全各我本该某外邻在由与向对经及和到]"
)
# 刊发, 报送, 配合: no county's name ends in the first of these; the others are verbs as a whole,
# though a name may end in their last character (文登, 普定, 会理).
_ENDS_IN_VERB = re.compile(
    "(?:[载发印送办编写订布示审核阅读习看听报告请求递转抄摘录引用传播推据实约诉答复促观拟校借领取"
    "存放置设备供给支持障督查检验询讲介绍拍摄刊纂宣展担汇收属配接加入依谈议评选投服受获得过访问联系"
    "履执贯彻落制席荐馈挂贴粘填列做帮助迎寄呈遵循绕]|"
    + any_of(
        "配合 整合 结合 联合 融合 会合 送达 传达 下达 转达 刊登 办理 整理 梳理 代理 受理"
        " 清理 制定 审定 拟定 指定 认定 核定 确定 创建 组建 搭建 承建 共建 完成 组成 建成"
        " 达成 形成 推进 引进 改进 公开 召开 展开 打开 参会 与会 建立 成立 设立 开通 打通"
        " 沟通 联通 疏通 深化 优化 强化 细化 消化 说明 证明 注明 标明 厘清 更新 创新 会同"
        " 协同 随同 陪同 认同 提交 移交 送交 转交 上交 呈交 提上 参与 委托 依托 受托 组织"
        " 制作 协作 合作 操作 制成 移至 送至 报至 学到 收到 接到 得到 服务 服从 保护 收集"
        " 征集 采集 归集 提升 讨论 执行 协调 汇总 编辑 回应 起草 校对 核对 比对 举行 跟踪"
        " 关注 共享 完善 统筹 牵头 代表 作为 成为 撤销 注销 走进 跟进 发动"
        " 按照 依照 参照 对照 遵照 比照 仿照"
    )
    + ")$"
)
# What stands before a place: 通过云岭县人民政府网站, 汀宁市云岭县; nothing where a clause begins.
# 对 and 经 may as well go on as 对接, 经办, and 及 or 按 are parts of 及时 and 按时.
_BEFORE_PLACE = re.compile(
    "(?:通过|依托|利用|借助|登录|访问|位于|来自|根据|按照|围绕|结合|落实|关于|[在由与向到从是为受省市州盟]"
    "|[，。；：！？（《“]|\\s|^)$"
)
_SEEN_OFTEN = 2


def ends_in_verb(stem: str) -> bool:
    """Whether it is 刊发 or 及时报送, and not a place's name without its kind."""
    return bool(_ENDS_IN_VERB.search(stem))


def only_county(analysis: Analysis) -> str | None:
    """The county that the report speaks of, where it speaks of one only and plainly of a place."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    placed: set[str] = set()
    text = analysis.text
    for name in analysis.names:
        places = parsed(name.text).places if name.kind != "self" else ()
        for number, place in enumerate(places):
            if not _COUNTY.fullmatch(place.name) or _NO_NAME.match(place.name):
                continue
            if ends_in_verb(place.name[:-1]):
                continue
            at = text.find(place.name, name.start)
            end = at + len(place.name)
            found[place.name].add((text[max(0, at - 1) : at], text[end : end + 4]))
            below = number + 1 < len(places) and places[number + 1].level == "township"
            if below or _BEFORE_PLACE.search(text[max(0, at - 2) : at]):
                placed.add(place.name)
    if len(found) != 1:
        return None
    ((county, seen),) = found.items()
    return county if county in placed or _is_seen_often(seen) else None


def _is_seen_often(seen: set[tuple[str, str]]) -> bool:
    """Behind different signs and before different words."""
    before, behind = (len(set(side)) for side in zip(*seen, strict=True))
    return min(before, behind) >= _SEEN_OFTEN
