"""Sentences that only say that there are problems, or that something will be done."""

from __future__ import annotations

import re

from extractor.report.items import cues, deeds
from extractor.report.items.labels import NOUN_PROBLEM

_COMPARED = re.compile(
    r"(?:与|同|和|对照|对标|距离?|离|按照|较|面对|对比|根据)[^，。；]{2,40}?(?:相比较?"
    r"|比较?|来看|来说|而言|要求|期待|期盼|期望|需求|需要|目标|标准|形势|任务)"
)
_TIME_OR_SELF = re.compile(
    rf"(?:从[^，]{{2,24}}(?:看|来看|来讲|来说|上看)|(?:经|通过|根据|据"
    rf"|结合)[^，]{{0,14}}(?:自查|梳理|排查|检查|评估|测评|反馈|反映|分析|了解|调研"
    rf"|督查)[^，]{{0,6}}"
    rf"|要?[说谈讲论](?:到|起|及){NOUN_PROBLEM}"
    rf"|(?:我们|{cues.SELF})?(?:自己)?(?:心里|心中)也?(?:有数|有本账|清楚|明白)"
    rf"|(?:我们|{cues.SELF})?(?:在)?[^，]{{0,8}}(?:自查|检查|梳理|排查|调研|走访)[中时里]?(?:也|还)?发现"
    rf"|说实话|说实在的|坦率地?[讲说]|实事求是地?[讲说]|客观地?[讲说看]|应当承认"
    rf"|不可否认|同时|总的来看|总的来说|总体来看|总体上|客观地?讲|综合来看|从总体看"
    rf"|一年来|(?:过去的?|这)一年(?:里|中|来|以来)?|回顾.{{0,8}}|目前|当前|{cues.DATED}(?:以来)?"
    rf"|本年度?|{cues.SELF}"
    r"|今年(?:以来)?|虽然?.{0,30}|尽管.{0,30}|在.{0,30}(?:同时|下|中|看到.{0,12})"
    r"|在?工作中(?:我们)?(?:也|还)?(?:发现|看到|感到|意识到)"
    rf"|(?:同时|此外|但是?|当然)?，?(?:我们|{cues.SELF})?(?:也|还)?(?:要|应当?|须|必须)?(?:清醒地?)?(?:看到|认识到|意识到|注意到|发现)|我们(?:也|还)?"
    r"|(?:也)?(?:要|应|应当|必须|须|应该)?(?:清醒地?)?(?:看到|认识到|意识到))"
)
# 力量不足, 查找困难 name something; 仍有不足, 一些困难 do not.
_NOUN = NOUN_PROBLEM.replace(
    "|不足|困难", r"|(?:(?<=[的些下在有少述与和及、定多显出大点临这])|^)(?:不足|困难)"
)
_BARE = re.compile(
    rf"(?:{_NOUN}|(?:提升|改进|进步|完善|努力|上升)的?空间|地方|之处|环节|方面)(?:主要"
    rf"|大致|还)?(?:有|共有|是|包括|如下|表现为)?(?:以下|如下|这么|这样)?"
    r"(?:[一二两三四五六几\d]{1,2}[个点条项处类]?(?:方面)?)?(?:需要?(?:进一步)?(?:改进"
    r"|解决|加强|提高|完善))?$"
)
_THERE_ARE = re.compile(
    rf"(?:有|存在)[^，。；]{{0,8}}{NOUN_PROBLEM}(?:[和与及、]{NOUN_PROBLEM})*(?:亟[待需]|有待|需要?|值得|急需|须)(?:进一步|我们|认真|加以)*"
    r"(?:解决|改进|补齐|加强|克服|破解|完善|提高|重视|研究)+$|"
    rf"(?:提|找|查|听|征集|收集|梳理|反映|列|排查)(?:出|到|来)?了?(?:一些|不少|几条)?{NOUN_PROBLEM}$|"
    rf"^(?:新|老|旧|小|大)?的?{NOUN_PROBLEM}(?:还是有的?|也有|仍有|不是没有|也不少)$|"
    r"(?:有|存在)[^，。；]{0,8}(?:方面|地方|环节)(?:需要?|有待|亟待|亟需)(?:进一步)?(?:改进|加强|完善|提高|提升)$|"
    rf"{NOUN_PROBLEM}(?:主要|大多|多|还是)(?:在|出在|集中在|集中于|来自"
    rf"|卡在)(?:于)?[^，。；不没未]{{1,8}}$|"
    rf"{NOUN_PROBLEM}(?:主要|大多|多|还是)?(?:出|集中|卡|反映)?在[^，。；]{{1,16}}(?:个字|方面|[点处])上$|"
    r"(?:有|是)[一两二三四五几\d](?:件事|件|处|点|个地方|个方面|桩事|个环节|样"
    r"|块)[^，]{0,8}(?:没|不|欠|差)[^，]{0,6}$|"
    r"(?:有|存在|留有)(?:着|了)?(?:一些|几处|几点|几个|不少|许多|很多|诸多|若干|部分"
    r"|多处|[两三四五]处|[两三四五]点)?(?:不尽?如人意|不尽?如意|不完美|不圆满|欠账"
    r"|亟待改进|不到位|让人不满意)(?:的(?:地方|之处))?$"
    rf"|^[^，。；]{{0,14}}?(?:{NOUN_PROBLEM}|薄弱之处)(?:也|还|仍|仍然|依然|依旧|同样|均"
    rf"|都|确实)?(?:比较|较为|十分|非常|很|较|相当|客观)?"
    r"(?:存在|突出|明显|清楚|清晰|不少|较多|不容忽视|尚存|犹存|显现|凸显|具体|集中)$"
)
_COUNTED = re.compile(
    rf"(?:{_NOUN}|地方|方面)(?:主要|大致|大体|还)?(?:就?有|是|集中在|共有|就?在)(?:这么"
    rf"|以下|这)?[一二两三四五六几\d]{{1,2}}[个点条项处](?:方面)?$"
)
_COUNTED_BARELY = re.compile(
    rf"{NOUN_PROBLEM}(?:大致|主要|约|大端)?(?:有|计)[二三四五六七八九](?:端|者)?"
)
_WORN = re.compile(
    rf"[说谈讲论](?:到|起|及){NOUN_PROBLEM}|{_NOUN}|(?:较|比较|很|相当|不)(?:大|小|多)的?(?={NOUN_PROBLEM})|(?:不到位|不完善|欠缺|薄弱|不尽如人意|需要改进|不满意|不如意|欠账"
    rf"|吃力)的?(?:地方|之处|环节|方面)|不少|不断|不同|不可避免|不小|不容|感到吃力"
)


# 征地信息的完整性还有欠缺: of something named.
_YEAR_IS = re.compile(r"(?:(?:19|20)\d\d年|今年|本年度)是[^，]{2,30}(?:年|年度|之年|起点|节点)")
_MAX_LOOK = 40
_LACKS_SOMEWHAT = re.compile(
    r"[^，]{2,}(?:性|度|率|质量|内容|能力|水平|意识|渠道|形式|队伍|机制|平台|栏目|解读|审核|更新|回应|互动|时效|进度|速度|流程|保障|审查|答复|保密)"
    r"(?:上|方面)?(?:仍然?|还|尚|依然)?(?:有|存在)(?:一定|较大|不小)?的?(?:欠缺|差距|短板|不足|欠账|弱项)$"
)
# 需要在今后的工作中认真加以解决
_TO_BE_MENDED = re.compile(
    r"(?:还|仍|也|都|均)?(?:需要?|有待|须|亟待|亟需|应当?|要)(?:我们)?(?:在?[^，。；]{0,10}(?:中|里|上))?"
    r"(?:认真|切实|着力|进一步|逐步|尽快|努力|不断|下大力气|地)*(?:加以|予以|进行|得到)?"
    r"(?:解决|改进|克服|完善|加强|提高|改善|整改|补齐|弥补)"
)


def is_to_be_mended(part: str) -> bool:
    """需在今后工作中加以解决"""
    return bool(_TO_BE_MENDED.fullmatch(part))


def is_generic_problem(part: str) -> bool:
    """Whether a part of a sentence says only that there are problems, without naming one."""
    if _TO_BE_MENDED.fullmatch(part) or _COUNTED_BARELY.fullmatch(part):
        return True
    if _COUNTED.search(part) or _THERE_ARE.search(part):
        return True
    if _COMPARED.fullmatch(part) or _TIME_OR_SELF.fullmatch(part):
        return not cues.NAMES_PROBLEM.search(_WORN.sub("", part))
    if _YEAR_IS.fullmatch(part):
        return True
    if _LACKS_SOMEWHAT.search(part[-_MAX_LOOK:]):
        return False
    return bool(_BARE.search(part)) and not cues.NAMES_PROBLEM.search(_WORN.sub("", part))


_SOME = re.compile(
    rf"(?:仍然?|还|尚|也|依然)*(?:存在|有)(?:着|了)?(?:一些|不少|许多|诸多|若干|部分|一定)的?{NOUN_PROBLEM}(?:和{NOUN_PROBLEM})?"
)


def there_are_some(part: str) -> bool:
    """还存在不少问题, and nothing besides."""
    return bool(_SOME.fullmatch(part))


def there_are(text: str) -> bool:
    """还有一些薄弱环节需要加强: that there are some, and no more."""
    return bool(_THERE_ARE.search(text))


_TAKEN = (
    r"(?:加以|进行|予以|抓好|做好|做了|积极|认真|切实|不断|努力|及时|立即|逐[一项条]"
    r"|一一|着力|全面|持续|深入)"
)
SURVEYS = re.compile(
    r"(?:对|就|将)[^，]{0,12}(?:问题|不足|短板)(?:进行|作|做)了?(?:全面|认真|逐一|深入|系统)?"
    r"(?:梳理|分析|研究|查摆|排查|剖析)"
)
"""对存在问题进行了认真梳理: what follows may be the problems or what was done about them."""

_GENERIC_MEASURE = re.compile(
    rf"(?:在[^，]{{2,24}}(?:领导|指导|支持|帮助)下|(?:严格)?(?:按照|根据|对照"
    # 对照省级指引调整栏目6个 is a measure
    rf"|依照)(?![^，]*\d[个条项件处场期次])[^，]{{2,60}}|严格(?:落实|执行)[^，]{{2,40}}(?:要求|规定|精神|部署|条例)"
    rf"|以[^，]{{2,40}}为[^，]{{1,12}}|坚持[^，]{{2,16}}|紧紧?围绕[^，]{{2,40}}(?:要求"
    rf"|目标|工作|问题|中心|部署)|高度重视|认真(?:对待|研究|分析|总结|梳理|查找|反思"
    rf"|学习领会)[^，]{{0,14}}"
    r"|(?:紧盯|直面|正视|瞄准|聚焦|对准)[^，的]{0,4}(?:问题|短板|不足|弱项|差距)(?:弱项|不足|差距)?"
    r"|(?:坚持)?(?:聚焦|围绕|针对|对照|紧盯|直面|瞄准|对准)[^，]{0,10}(?:问题|短板|不足"
    r"|弱项|差距)[^，]{0,6}(?:用力|发力|攻坚|施策|整改|改进|突破|补齐)|(?:持续|精准"
    r"|靶向|协同|集中)(?:用力|发力)|(?:再)?(?:下|狠下)[^，]{0,4}功夫"
    r"|逐[一项条件](?:加以|予以)?(?:改进|整改|解决|完善|落实|改正|销号)"
    r"|逐[一项条件](?:作|做|进行|予以)了?(?:出)?(?:处理|安排|整改|回应|改进)[^，]{0,4}"
    r"|(?:改进|解决|补齐|破解)(?:这些|上述|以上)[^，]{0,6}(?:问题|短板|不足)"
    r"|(?:需要|必须|要|还需|贵在|重在)(?:久久为功|持之以恒|常抓不懈|驰而不息|绵绵用力|坚持不懈)"
    r"|(?:这|上述|以上)[^，]{0,6}(?:都|均|全部)?已经?(?:改|解决|整改|落实|完成)(?:好|完|到位)?了?"
    r"|(?:[^，]{2,10})?(?:一[面边][^，]{1,3}一[面边][^，]{1,3}|[边][改立查建][边][改立查建])"
    r"|(?:针对|围绕|对照|就|对于?)?(?:以上|上述|这)[几两二三四五六\d](?:点|[个项条处]|方面)"
    r"|痛定思痛|举一反三|对症下药|立行立改|边查边改|即知即改|立查立改"
    r"|(?:[^，]{0,8}从[^，]{2,8}上)?(?:作|做|进行)了?出?(?:补救|改进|完善|规范|调整)"
    r"|[^，]{0,16}对此(?:十分|非常|高度)重视"
    # 形成问题清单，明确牵头单位和整改时限: how, not what.
    rf"|{SURVEYS.pattern}|(?:逐[条项一])?(?:梳理|查摆|排查)?(?:形成|列出)了?问题(?:清单|台账)"
    rf"|梳理形成了?问题(?:清单|台账)|(?:逐[条项一])?明确了?(?:牵头|责任)[^，]{{0,8}}和?[^，]{{0,6}}(?:时限|措施|单位|人)"
    rf"|深入(?:分析|查找|剖析)[^，]{{0,12}}|再接再厉|扬长避短|查漏补缺|取长补短|补齐短板"
    rf"|补短板强弱项|总结经验[^，]{{0,6}}"
    rf"|(?:{_TAKEN}){{0,3}}采取(?:了)?(?:切实|积极|有力|有效|可行|以下|如下|相应|一系列"
    rf"|多种|一些|具体|几项|多项|扎实|针对性)*(?:地|的)?(?:措施|举措|办法"
    rf"|对策)(?:(?:{_TAKEN}){{0,3}}(?:整改|改进|解决|完善|提升|落实))?"
    rf"|(?:{_TAKEN}){{0,3}}(?:了)?(?:以下|如下|相应)?(?:整改|改进|解决|完善|应对|补救"
    rf"|作为)(?:工作|完善|提高)?|正在(?:整改|改进)中?|着手(?:整改|改进|解决|完善)|(?:并|研究)*(?:制定|提出|明确)(?:了"
    rf"|出)?(?:整改|改进|以下|如下|相应|具体)*(?:的)?(?:措施|方案|举措|办法|对策))"
)
_HEAD = re.compile(
    rf"(?:同时，?|[为对据因鉴]此，?)?(?:为(?:切实|有效|着力|更好地?|尽快|彻底|进一步)?"
    rf"(?:解决|改变|破解|克服|弥补|补齐|改进)[^，]{{0,16}}(?:问题|不足|短板|差距|困难)，)?(?:{cues.NEXT}|(?:针对|对于?|围绕|对照|就)[^，]{{0,24}}?(?:问题|不足|短板"
    rf"|差距|薄弱环节|情况|弱项|困难|方面)(?:和[^，]{{2,6}})?)?(?:一个时期|一段时[期间])?，?(?:{cues.DATED}(?:以来)?，?)?(?:"
    rf"{cues.SELF})?(?:也|还)?(?:将|要|会|拟|已|计划|准备)?(?:继续)?"
)
_ANNOUNCES = re.compile(
    r"(?:(?:以下|如下|下列|下面)(?:[几一二三四五六两\d]{1,2})?个?(?:方面|点"
    r"|项)?(?:的)?(?:工作|措施|举措|改进|整改|内容|情况|安排|打算|任务|做法|办法)?"
    r"|(?:做|办|抓|干|落实|完成)(?:好|实|成)?(?:以下|这|下列"
    r"|如下)?[几一二三四五六两\d]{1,2}(?:件|桩|项)(?:实?事|工作|任务)?(?:情)?"
    r"|(?:从|在|抓好|做好|抓住)[^，月起]{0,6}?[几一二三四五六两多\d]{1,2}个?(?:方面|点|项"
    r"|环节)[^，]{0,12}|[几一二三四五六两\d]{1,2}(?:个|项|方面|点)(?:方面|工作(?!日)"
    r"|措施|举措|行动)[^，]{0,6}"
    r"|(?:改进|整改)(?:措施|情况|工作)?(?:有|如下|是)?|措施(?:有|如下|是)?|(?:工作"
    r"|改进)(?:安排|打算|重点|计划)(?:是|有|如下)?|这[样么]改"
    r"|(?:措施|办法|打算|对策|做法|举措|改法|安排)[^，。；]{0,3}(?:是|有|分|就)[一二两三四五六七八几\d]{1,2}(?:条|点|个|项|步|招)(?:方面)?)$"
)
# 认真落实《条例》
_OBEYS = re.compile(
    r"(?:继续|认真|严格|全面|深入|切实|坚决|持续|扎实)*(?:学习|宣传|贯彻|落实|执行|遵守|领会|按照|依照|对照){1,3}"
    r"(?:[^，。；《]{2,24}(?:思想|精神|方针|决策部署|重要论述|重要指示)|好?(?:新修订的?|国务院|国家)?《[^》]*》(?:的?(?:精神|要求|规定|各项规定|有关规定|各项要求))?)"
)
# 聚焦“三个不够”, 做到“三个更加”
_NUMBERED_WORD = re.compile(
    r"(?:紧扣|聚焦|围绕|针对|做到|突出|抓好|抓实|坚持|落实|实现|强化|实施|在)“?[一二两三四五六七八]个?[^“”，]{0,2}“?[^“”，]{1,8}”(?:上下功夫)?"
)
CONCRETE = re.compile(
    r"培训|轮训|宣讲|座谈|抽查|驻点|帮扶|上门|约谈|排名|制度|机制|平台|栏目|解读|更新|审核|人员|队伍|渠道|目录|专栏|网站|新媒体"
    r"|公众号|考核|监督|回应|互动|答复|依申请|流程|宣传|内容|范围|形式"
    r"|意识|责任(?!担当|感|使命)|重点领域|配合|协调|文件|保密|业务|学习|信息员|台账|清单|检查|巡查|督查"
    r"|(?<!高度)评价|测评|问卷|回访|重办|督办|通报|专人|载体|专区|热点|关切|数据|系统"
    r"|(?:纳入|列入)(?!重要|议事|总体|全局)|挂钩"
)
_AIM = re.compile(
    r"水平|质量|质效|实效|效能|效果|效率|台阶|成效|制度化|规范化|常态化|科学化|标准化"
    r"|法治化|透明度|公信力|知情权|参与权|监督权|满意度|获得感|发展"
    r"|新局面|贡献|开展|实处|深入|落实|提升|提高|工作|力度|到位|需求|要求|作用|保障"
    r"|站位|担当|使命|初心|目标|砥砺|前行|奋进|思想|作风|定力|主动作为|真抓实干|提质增效"
    r"|轨道|服务型政府|法治政府|阳光政府|满意|支撑|环境|职责|放心|安心|舒心|信赖|认可"
)


# 面对新形势新任务, 在新的起点上, 促规范
_RHETORIC = re.compile(
    r"(?:面对|立足|站在|在|踏上|迈[向上进])[^，]{0,6}新的?(?:形势|任务|征程|起点|阶段|历史)[^，]{0,8}"
    r"|(?:以[^，]{2,4})?促[^，]{2,4}"
)
# 国家工业遗产管理局将: an agency that calls itself by its name.
_WHO_WILL = re.compile(r"^[^，]{2,16}(?:局|委|办|厅|部|署|院|中心|政府|委员会|办事处)将")
COUNTS = re.compile("[0-9《“]|[一二两三四五六七八九十](?:次|期|场|名|件|处|份|轮|遍|个(?!方面|人))")
_IDIOM = 4
"""高举旗帜, 凝心聚力: four characters that name no deed."""


def behind_head(text: str) -> str:
    """What follows 下一步，我局将, if anything opens like that."""
    head = _HEAD.match(text)
    return text[head.end() :] if head else text


def is_generic_measure(text: str) -> bool:
    """Whether a sentence only announces that something will be done (采取有力举措加以改进)."""
    rest = behind_head(text)
    parts = [part for part in rest.split("，") if part]
    return all(_announces(part) for part in parts)


_TIES = re.compile(
    r"(?:同时|此外|另外|[为对据因鉴]此|鉴于此|有鉴于此|与此同时|总之|综上|其中|当然)"
)


def only_ties(words: str) -> bool:
    """为此, 同时: a clause cut off from what it opens."""
    return bool(_TIES.fullmatch(words))


def has_subject(text: str) -> bool:
    """Whether the first part is about something of the work, not the work as a whole."""
    return bool(CONCRETE.search(re.split("[与和跟同离距，]", text)[0]))


def _announces(part: str) -> bool:
    bare = behind_head(part) or part
    if (
        _NUMBERED_WORD.fullmatch(bare)
        or _GENERIC_MEASURE.fullmatch(bare)
        or _TIME_OR_SELF.fullmatch(part)
    ):
        return True
    return bool(_ANNOUNCES.search(bare)) and not CONCRETE.search(_ANNOUNCES.sub("", bare))


# 以更高标准、更实举措，…: with what spirit, not what.
_SPIRIT = re.compile(
    r"以(?:更[^，。；]{1,30}|[^，。；]{1,16}的(?:姿态|标准|要求|态度|作风|精神|干劲))，"
)


# 再上一个新台阶: counted, and no deed all the same.
_STAIR = re.compile(r"(?<=[上登迈开])(?:了)?一个(?=新?[的]?(?:台阶|水平|局面|高度))")


def is_slogan(text: str) -> bool:
    """Whether a sentence names aims for all of the work and no measure."""
    text = _STAIR.sub("", _SPIRIT.sub("", text))
    rest = behind_head(text) or text
    return all(_is_aim(part) for part in re.split("[，、]", rest) if part)


def _is_aim(part: str) -> bool:
    part = _WHO_WILL.sub("", behind_head(part) or part) or part
    if _announces(part) or _NUMBERED_WORD.fullmatch(part):
        return True
    if _OBEYS.fullmatch(part):
        return True
    if COUNTS.search(part):
        return False
    if CONCRETE.search(part):
        return False
    idiom = len(part) == _IDIOM and not (
        cues.VERB.search(part) or deeds.sets_to(part) or re.search("^[逐每按]", part)
    )
    return idiom or bool(_RHETORIC.fullmatch(part) or _AIM.search(part))
