"""The words by which a plan is told, and those by which it is told as past."""

from __future__ import annotations

import re

from extractor.checks.years.words import OPEN_GOVERNMENT, SELF

# Behind 将 these make sure that it is no 把: what could begin a noun is shut out word by word.
_ADVERB = (
    r"(?:进一步|继续(?!教育)|持续(?!时间)|不断|切实|全面|着力|大力|积极|认真|严格(?!程度)|及时(?![性率])"
    r"|重点(?!领域|工作|任务|项目|人群|行业|事项|民生|企业|排污|工程|信息|内容)"
    r"|主动(?!公开(?:的|目录|信息|事项|内容|情况|政府信息|和|与|、))|定期(?!报告)|深入|扎实|逐步|加快|充分"
    r"|努力|坚持|尽快|更加|统一(?!的)|着重|始终|全力|常态化|陆续|同步|一如既往|再接再厉"
    r"|把|对(?!外公[开布]|外发布|口|应的)|从(?!业)|在(?!用|建|册|线|办|编)|以(?!往|前|上|下|外)|由|于|按(?!钮)"
    r"|会(?!议|计|商|场|客|签|审|办)|结合|针对|围绕|聚焦|紧盯|依托|通过|每[年季月周半])"
)
_NO_NOUN = r"(?!了?的|后的|情况|方案|目录|成果|完成)"
# Only verbs that cannot begin a noun: 将公开目录…, 将培训内容… have 将 as 把.
_VERB = (
    r"(?:加强|加大|强化|完善|健全|建立|优化(?!营商环境)|丰富|提升|提高|推进|推动|深化|拓展|拓宽|开展|制定|修订"
    r"|压实|细化|梳理|扩大|增强|增设|增加|充实|配[备齐强]|举办|召开|邀请|印发|出台|编制(?!目录)|编写"
    r"|搭建|打造|开设|开通|上线|实行|实施(?!方案|意见|细则)|推行|探索|发挥|抓[好紧实住牢]|做[好实细强]|畅通|督促"
    r"|争取|确保|设立|牵头|采取|启动|完成(?!率)|建成|引入|招募|选派|选定|录制|印制|弘扬|锚定|借助|各选|推出"
    r"|执行(?!情况|标准)|紧扣|突出|创新|改进|补齐|狠抓|严把|加密|新增|聘请|改造|升级|拿出|走进|投入)"
    + _NO_NOUN
)
# 将信息公开纳入考核, 将分值由2%提高到4%: deeds, 将 as 把.
_TAKES = (
    r"(?![^。；]{0,30}(?:纳入|列入|列为|作为|摆[在上]|贯穿|融入|置于|放[在到]|写入|调整为|改为|转为"
    r"|由\d))"
)
WILL = (
    rf"(?:将(?:要|会|继续(?!教育))?(?={_ADVERB}|{_VERB}){_TAKES}"
    r"|将把|将[要会](?!求|点|议|计|商|素|闻|件|员|场|客))"
)
"""Surely the future, wherever it stands."""
# 2023年拟开工的项目, 2023年计划开展的培训: a thing, and no word of what became of it.
_THING = r"[^把在将对从用于，。；]{1,8}的"
_MEANS = (
    rf"(?:{WILL}|拟(?!定|稿|{_THING})|计划(?!生育|书|单|表|任务|目标|确定|安排|完成|执行|中|内|{_THING})"
    r"|准备(?!工作|了|金)|打算|力争|争取|预计|(?:还|也|就)?(?<![主需必重只])要(?!求|点|素|闻|件|害|么|是)"
    r"|[想盼](?=把|让|在|再|从|请)|(?<!机|社|协|委|大|常)会(?=把|继续|接着|进一步|再|更加)|力求|有望|届时)"
)
# No verb and no mark stands between the year and what will be done in it.
_WHO = r"[^，。；：的了已将把明提要规方通计印制]{0,12}"
SURELY_BEHIND = re.compile(rf"[，,]?(?:{SELF}|{_WHO})?[，,]?(?:还|也|仍|又|均|都)?{WILL}")
BEHIND = re.compile(
    rf"(?:[^，。；虽有已存]{{1,6}}，)?[，,]?(?:{SELF})?[，,]?(?:还|也|仍|又)?{_MEANS}"
    rf"|是[^，。；]{{2,30}}(?:年|之年|时期)，(?:{SELF})?{_MEANS}"
)
"""Behind the year: 2023年，我局拟…, 2023年是…之年，我局将…"""
_WITHIN = r"(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}月(?:份|\d{1,2}[日号]|[上中下]旬)?)"
TIME = re.compile(rf"(?:度|里|内|期间|全年)?{_WITHIN}?(?:[底末初]|中旬)?(?:之?前|内|起)?")
DEADLINE = re.compile(
    rf"{_WITHIN}[底末]?(?:之?前|起|内)?|[底末]之?前?|(?<!以)之?前|起"
    r"|(?!以|之)[\u4e00-\u9fff]{1,4}(?<!以)(?<!之)前(?![期后述提])"
)
NEXT = re.compile(
    r"(?:下一?步|下一?阶段|今后|接下来|明年|来年|未来|展望|进入|迈入|步入|跨入|走进|迎接|面向|面对|新的一年)[^。；]{0,20}$"
)
FOR_THE_SAKE = re.compile(
    r"为了?(?:更好地?|切实|进一步|扎实)?(?:做好|抓好|推进|干好|搞好|开展好?)$"
)
"""为做好2023年政府信息公开工作，我局将…"""
SPEAKS_OF_FUTURE = re.compile(rf"[，,](?:{SELF})?[^，。；了已]{{0,8}}{_MEANS}|下一?步")
BY = re.compile(
    r"(?:拟|计划|打算|准备|力争|争取|预计|将|定|答应|商定|(?<![主需重必只])要)(?:在|于|到)$|(?:力争|争取|答应|商定|约定)$"
)
"""Directly before the year: 将于2023年6月底前…"""
FROM = re.compile(r"(?:拟|计划|打算|准备|力争|争取|预计|将|定|答应)(?:从|自)$")
FROM_THEN = re.compile(r"[^，。；]{0,12}(?:起|开始)")
REMAINDER = re.compile(r"已[^。；]{2,30}(?:其余|剩余|剩下|余下|尚余)[^，。；]{0,8}$")
"""已改完24份，其余7份2023年一季度改完."""
CARRIES_ON = re.compile(
    r"(?:年内|全年|当年|年底|年末|剩余|剩下|尚有|另有|其余|还有|未办结|办结)[^。；]{0,24}(?:结转|转|顺延)[至到入]?$"
)
"""尚有2件结转2023年办理, in the report on 2023."""
CARRIED_IN = re.compile(r"上年|上一年|去年|往年|接转|转来|转入的|结转的")
CARRIED_TO = re.compile(r"度?(?:[，。；、]|继续|办理|办结|答复|再|接着|\d+[件宗起份]|$)")
ON_ITS_GROUND = re.compile(
    r"度?[^，。；]{0,12}(?:基础|成绩|经验|成果|台账|做法)(?:之?上|为|，|中)|度?[^，。；]{0,8}(?:考核|评估|测评|检查)"
)
"""在2023年工作的基础上: a year to build upon, not one to come."""
GOES_ON = re.compile(rf"[，,]|(?:{SELF})?(?:{_MEANS}|{_ADVERB}|{_VERB})|内|实现|达到")
ACTS = re.compile(rf"[，,]?(?:{SELF})?(?:{_MEANS}|{_ADVERB}|{_VERB})")
DISPOSES = re.compile(rf"(?!{WILL})将")
"""将 that may be 把."""
LISTS = re.compile(
    rf"[，,：:]?(?:{SELF})?(?:一是|首先|重点(?:是|做好|抓好)|着重(?:是|做好|抓好)|着力(?:做好|抓好))"
)
LISTED_FUTURE = re.compile(rf"(?:{WILL}|力争|争取|预计|打算|计划(?=[用于在]))")
"""In a list behind the year, one item that tells of the future."""
LABEL = re.compile(
    rf"(?:{SELF})?的?(?:{OPEN_GOVERNMENT})?(?:工作)?的?(?:工作)?(?:下一?步)?(?:主要|重点)?(?:工作)?(?:改进|整改|努力)?"
    r"(?P<kind>计划|打算|安排|考虑|思路|努力方向|改进方向|方向|展望|设想|谋划"
    r"|工作重点|重点工作|重点任务|任务|目标|举措|要抓好的工作)"
    r"(?:(?P<heads>如下|主要有|[：:]|$)|主要是|是|为|[，。])"
)
"""A heading or lead that announces plans."""
MAY_BE_DONE = frozenset({"安排", "工作重点", "重点工作", "重点任务", "任务", "举措", "目标"})
"""Kinds that tell of what was done as often as of what is planned."""
BESIDE_LABEL = re.compile(r"(?:不足|问题|短板|情况|措施)[^，。；]{0,6}(?:及|和|与|、|暨)$")
_PAPER = "方案|通知|要点|计划|规划|会议|部署"
PLANNED_THEN = re.compile(
    r"年初|年前|去年|上一?年度?|当时|此前|曾|原[定拟计本]|承诺|按(?:照)?计划|既定|早在"
    rf"|(?:印发|制定|出台|下发|根据|按照?|对照|落实|召开)[^。；]{{0,24}}(?:{_PAPER})|(?:方案|通知|要点|规划|会议|部署|年度计划|工作计划)[^，。；]{{0,6}}，?$"
    r"|(?:明确|提出|规定|要求|确定|安排|指出|列出)[^，。；]{0,2}$"
)
"""Told of what was planned at that time: the plan itself is past."""
CARRIED_OUT = re.compile(
    r"(?<!自|而)已(?![知久]|委托|列入)|完成了|如期|按期完成|得到(?:解决|落实)|落实到位|未能|推迟|延期|顺延|实际(?!情况|需要|困难)"
)
LASTING = re.compile(
    r"以来|以前|以后|之前的|及以前|版|度?(?:报告|年报|考核|测评|评估|决算|预算)|存在|提出|印发|制定|出台|收到"
    r"|产生|形成|建成的|[—\-~～至到]\d|[和与及、](?=20\d\d)"
)
"""Behind a year: a thing of that year, not a time."""
NEXT_YEAR_NAMED = re.compile(
    r"(?:新的一年|明年|来年|下一?年度?|下一?步|下一?阶段|今后一年)[，,]?(?:[（(](?:即|也就是)?|即|也就是)\s?"
    r"(?P<year>20\d\d)\s?年"
)
"""新的一年（2023年）: the report says itself which year it takes for the next."""
