"""The genre's own words: what a clause says beyond them is its own.

A problem is told in them alone (公开的深度和广度有待进一步拓展), or it has an object, a place, a
circumstance besides (保障房轮候名单更新慢).
"""

from __future__ import annotations

import re

from extractor.checks.boilerplate.facts_told import without_enumerator

_WORK_AND_DOERS = """
政府信息与政务公开 政府信息公开 政务信息公开 政务信息 政务公开 信息公开 依申请公开 主动公开
政府信息 政府工作 公开工作 公开 政务 信息 政府 工作人员 工作 业务 内容 事项 材料 数据 动态类?
我(?:局|委|办|厅|镇|乡|街道|县|区|市|省|部|院|校|社|中心|们) 单位 科室 股室 处室 部门 站所
干部职工 干部 同志们? 领导 人员 经办人员? 承办人员? 信息员 队伍 个人 个别 少数 部分 有的 有些 一些
多数 各级 各类 各项 各 全[体县市区省局镇乡] 社会公众 人民群众 服务对象 广大 公众 群众 百姓
社会各界 社会 市民 居民 村民 企业 网民 上级 基层 先进 地区 省份 市县 县区 乡镇 镇街 街道 社区 机关
兄弟单位 本地
"""
_WHAT_LACKS = """
深度 广度 力度 频次 频率 时效 及时 精准度? 透明度 知晓[率度]? 参与[率度]? 覆盖[面率]? 满意度
便利度 影响力 吸引力 感染力 公信力 [\u4e00-\u9fff]{2}性 质量 水平 能力 素质 素养 意识 思想 认识
观念 理念 站位 责任 重视 程度 机制 制度 体系 体制 流程 程序 环节 标准 形式 方式 方法 手段 渠道
途径 载体 平台 栏目 门户 网站 专栏 新媒体 公众号 页面 结构 种类 类型 类别 范围 层次 层面 角度 重点
领域 热点 焦点 难点 关切 关心 关注 需求 需要 诉求 期待 期盼 期望 要求 目标 任务 形势 政策 文件
规范性文件 解读 回应 宣传 发布 更新 公布 上传 报送 审核 审查 监督 考核 检查 管理 维护 建设 服务
便民 惠民 指导 培训 学习 研究 统筹 协调 联动 协同 配合 衔接 沟通 交流 互动 共享 归集 整合 谋划
落实 执行 推进 开展 运用 利用 应用 使用 答复 办理 受理 申请 回复 反馈 收集 整理 梳理 分析 研判
保障 组织 力量 人手 人才 专业 知识 技能 法律法规 法规 法律 条例 规定 规律 精神 时间 精力 经费 资金
效果 成效 效率 实效 进度 数量 总量 比例 占比 规模 文字 图文 图片 图解 图表 视频 动漫 漫画 音频
长图 术语 语言 表述 通俗 兼职 专职 专人 身兼数职 措施 办法 思路 勇气 劲头 热情 兴趣 作风 品牌 亮点
特色 经验 做法 全局 一盘棋 格局 合力 氛围 现象 倾向 情况 情形 问题 不足之处 不足 差距 反映 短板
弱项 弱点 薄弱 困难 缺陷 距离 落差 空间 余地 瓶颈 惯性 传播 线上 线下 联系 影响 顾虑 情绪 大局
高度 眼界 起步 阶段 顶层设计 设计 传统 机构 新老 交替 理解 把握 掌握 了解 适用 条文
内生动力 动力 作为 等靠要? 三天打[鱼渔] 两天晒网 敢[\u4e00-\u9fff]敢[\u4e00-\u9fff]
"""
_HOW_IT_LACKS = """
不尽 不到位 不相适应 不适应 不匹配 不平衡 不均衡 不统一 不理想 不强 不高 不够 不足 不深 不广 不全
不多 不细 不实 不准 不稳 不熟 不畅 不清 不齐 不新 不活 不快 不严 不透 不佳 不优 不均 不紧 不 未能
尚未 未 没有 难以 无法 有待 亟[待需] [还仍尚]?需要? 有所 欠缺? 缺乏 缺少 缺失 短缺 单一 单调 滞后
迟缓 缓慢 [较偏过][慢少低窄弱差大浅粗长多]? 参差不齐 良莠不齐 脱节 断档 笼统 简单 老套 陈旧 枯燥
淡薄 松懈 被动 应付 敷衍 畏难 习惯 流动 变动 更换 频繁 有限 一定 存在 出现 面临 完全 充分 根本
真正 形成 建立 树立 达到 做到 满足 适应 跟上 体现 发挥 作用 优势 慢半拍 两张皮 碎片化 偏重 略显
重[^，。；、轻]{1,4}[、，]?轻[^，。；、的]{1,4} 全面 深入 到位 规范 完善 健全 均衡 平衡 统一 丰富
理想 明显 晦涩 难懂 易懂 看不懂 听不懂 不爱看 二次加工 可读 可用 可看 突出 明确 清晰 顺畅 畅通
时[紧快冷]时[松慢热] 按部就班 一[\u4e00-\u9fff]了之 时有发生 不[愿敢想] 抓 紧密 密切 多样
稳定 固定 系统 熟悉 熟练 扎实 生动 活泼 鲜活 灵活 广泛 迅速 完整 准确 详细 具体 精准 精细 合理
科学 同步 彻底 经常 常态 敏锐 深刻 深透 透彻 狭窄 广 深 全 活 严 实 快 慢 强 弱 高 低 大 小 多 少
新 好
"""
_HOW_TO_BETTER = """
进一步 继续 持续 不断 切实 着力 大力 认真 积极 主动 努力 加以 予以 加强 加大 加快 强化 提升 提高
增强 改进 改善 优化 深化 细化 拓展 拓宽 扩大 充实 创新 探索 突破 解决 推动 促进 确保 实现 融合
结合 高质量 发展
"""
_TIES = """
新形势 新任务 新时代 新要求 新期待 日益 增长 人民 相比较? 对照 对标 相对 比较 较为 过于 仍然? 依然
主要 特别 尤其 以及 同时 此外 目前 当前 今年 本年度? 一年来 取得 虽然? 尽管 或者? 之间 方面 总体
整体 不同 程度 如 例如 等 为主 与 和 及 或 而 但 对于? 在 从 到 以 于 由 向 的 了 着 地 得 之 上
中 下 内 间 里 有 是 就 又 很 太 更 最 还 尚 也 均 都 将 被 一个 个 种 该 本 其 这 那 为 因 化 类
面 性 率 度
"""


def _words() -> list[str]:
    text = _WORK_AND_DOERS + _WHAT_LACKS + _HOW_IT_LACKS + _HOW_TO_BETTER + _TIES
    return text.split()


def _length(word: str) -> int:
    """Longer words first: of two that begin alike, the longer is meant."""
    return -len(re.sub(r"\[[^\]]*\](?:\{[^}]*\})?|\(\?:.*\)|\?", "字", word))


_GENRE = re.compile("|".join(sorted(_words(), key=_length)))
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_BREAK = "，"
# 局, 县人民政府: what every agency's name has.
_IN_ANY_NAME = frozenset("省市县区镇乡街道人民政府局委员会办公室厅部门和与中心管理国家")


def own_words(text: str, agency: str | None = None) -> list[str]:
    """What is left when the genre's words, and those of the agency's name, are taken away."""
    left = without_enumerator(text)
    trade = frozenset(agency or "") - _IN_ANY_NAME
    if trade:
        # The agency's trade alone (退役军人, 科技) makes a stock problem no more concrete.
        left = re.sub(f"[{''.join(sorted(trade))}]{{2,}}", _BREAK, left)
    return _HAN.findall(_GENRE.sub(_BREAK, left))


def own_length(text: str, agency: str | None = None) -> int:
    return sum(map(len, own_words(text, agency)))
