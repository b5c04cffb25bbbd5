"""What an item is about, and whether it says anything that belongs to this agency."""

from __future__ import annotations

import re

from extractor.language.pipeline import Analysis

_THEMES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "及时性",
        re.compile(
            r"及时|时效|滞后|超期|逾期|超时|时限|迟缓|迟报|延迟|拖延|拖拉|(?:更新|公开|发布|回复|答复|公示|反应|上传)[^，。；]{0,4}(?:慢|晚|迟|缓)|晚了|更新(?:频率|频次|周期|时限)|(?:没有|未|长期不|才)(?:及时)?更新"
            r"|更新间隔|同步|周期偏?长|用时|时间偏长|断更|第一时间|倒计时|按时|月底提醒|上传日|(?:个月|半年|个把月|天)(?:没有?|未|才)|限时|一条也没"
        ),
    ),
    (
        "广度",
        re.compile(
            r"广度|范围|覆盖|(?:内容|类型|种类|信息量|数量|信息)[^，。；]{0,6}(?:不够|较|偏|不)?(?:全面|丰富|完整|全|少|窄|单一|多样)|不全|缺项|漏项|应公开未公开|公开得?(?:较|偏)?少|目录|空白栏目|栏目空白|重点领域|扩大公开|丰富[^，。；]{0,6}内容|公示专栏|张贴"
        ),
    ),
    (
        "深度",
        re.compile(
            r"深度|不够深|不深|深入|细化|不细|不够细|精细|详细|详实|笼统|数据(?:的)?(?:可利用|开放|质量)|指标解释|只写总数|实质|含金量|表面|流于形式|全流程|项目全周期|全生命周期|只公开结果"
        ),
    ),
    ("解读", re.compile(r"解读|通俗|专业术语|看不懂|图解|一图读懂|说政策|看得懂|指标的?解释|口径")),
    (
        "回应互动",
        re.compile(
            r"回应|互动|留言|咨询|反馈|征集|公众参与|参与度|知晓率|热线|12345|来信|关切|舆情|意见征|问卷|群众参与|政民|沟通|问答|宣传"
        ),
    ),
    (
        "队伍",
        re.compile(
            r"队伍|人员|人手|专职|兼职|兼着|专人|培训|业务(?:能力|水平|素质|知识|学习|技能)|信息员|轮岗|轮训|人才|流动|编制|经办人|骨干|素质|能力不足|业务不熟|不熟悉|专业水平|帮带|岗前|人员的事|公开指导员"
        ),
    ),
    ("意识", re.compile(r"意识|认识|重视|观念|思想|理念|主动性|积极性|责任心|自觉|分不太?清")),
    (
        "平台",
        re.compile(
            r"平台|网站|门户|栏目|专栏|专区|公众号|微信|微博|抖音|新媒体|客户端|APP|公开栏|公告栏|公示栏|渠道|载体|账号|链接|检索|系统|终端|入口|查询|数据接口|电子证照|小程序"
        ),
    ),
    (
        "程序",
        re.compile(
            r"程序|流程|依申请|申请办理|申请公开|答复(?!率)|文书|说理|救济|检索留痕|复议|诉讼|败诉|纠正|规范化|审核|审查|保密|送达|隐私|会商|流转|办理(?:时限|质量)|公示期|发布审批|三审三校"
        ),
    ),
    (
        "机制",
        re.compile(
            r"机制|制度|考核|监督|协调|联动|台账|清单|标准|责任(?!心)|体系|长效|常态化|通报|督查|巡查|检查|例会|绩效|统筹|归集|贯通|不统一|共享|评估|评议|统一"
        ),
    ),
)
_CONCRETE = re.compile(
    r"\d|《|“[^”]{2,30}”|[一二两三四五六七八九十百几]+(?:件|条|篇|期|次|份|个(?!方面|别|人|性)|名|家|所|处|天|成|项|人(?!员)|月|倍|分之)"
    r"|[上下]半年|[一二三四]季度|月底|年底|每(?:月|周|季度|季|半年|年|日|天)|按季|按月|工作日|半年|曾有|抖音|微博|12345|英文版"
)
_UNIT = re.compile(
    r"(?:司|处|科|股|室|所|站|社区|村|卫生院|学校|园区|融媒体中心|服务中心|公司|协会|政务公开办|法律顾问)(?![^，。；]{0,2}(?:化|理))"
)
_UNIT_WORDS = re.compile(
    r"(?:法规|科技|综合|人事|办公|宣传|业务|信息|政策法规|司)(?:司|处|科|股|室)|卫生院|融媒体(?:中心|工作室)|司法局|政务公开办|(?:翻译|软件)公司|法律顾问|网格员|党政办|财政所|基层所|村民小组"
)


def themes(text: str) -> tuple[str, ...]:
    """The themes of an item, in the order of the list above."""
    return tuple(name for name, pattern in _THEMES if pattern.search(text))


def is_specific(text: str, start: int, end: int, analysis: Analysis) -> bool:
    """Whether it says something checkable: a number, date, document, platform or unit."""
    if _CONCRETE.search(text) or _UNIT_WORDS.search(text):
        return True
    marked = [(found.start, found.end) for found in analysis.titles]
    marked += [(found.start, found.end) for found in analysis.document_numbers]
    marked += [(found.start, found.end) for found in analysis.dates]
    return any(start <= first and last <= end for first, last in marked)
