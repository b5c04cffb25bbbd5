"""Labels: the short headings and run-in titles that say what follows (存在问题：, 改进：)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractor.language.times import years

Sort = Literal["problem", "measure", "both", "past", "cause", "off"]

NOUN_PROBLEM = (
    r"(?:问题|不足之处|不足|困难|短板|弱项|差距|薄弱环节|难点|难题|挑战|欠缺|毛病|难处|缺点|堵点"
    r"|薄弱点|瓶颈|困境|症结"
    r"|扣分项|扣分点|失分项|失分点|丢分项|短处|硬伤|软肋|痛点|盲点|疏漏)"
)
_YEAR = r"(?:(?:19|20)\d\d(?:年度|年)?|[一二][〇○零\d一二三四五六七八九]{3}年度?)"
_WHO = (
    r"(?:我|本|全)(?:局|委|办|厅|部|镇|乡|街道|县|区|市|省|单位|机关|中心|院|署|处|旗"
    r"|州|盟|校|系统|队|所|站)"
)
_WORK = r"(?:政府信息(?:与政务)?公开|政务公开|信息公开|公开|政务|年度报告|报告)(?:工作)?"
SPEAKER = (
    r"[^，。；：]{0,12}(?:代表|委员|群众|村民|居民|业主|企业|商户|市民|网友|住户|老人|大爷|大妈|家长|学生"
    r"|监督员|评议员|委托人|申请人|渔民|农户|种植户|大户|负责人|师傅|读者|用户|乡亲|老乡|户主)们?"
    r"(?:还|也|都|当面|直言|留言|在[^，。；：]{2,8})?(?:说|讲|反映|提出|提到|抱怨|问|认为|指出|表示)"
)
_REPLY = re.compile(
    r"(?:我们|我[局委办厅镇乡街道县区市]{1,2}|[局镇乡县区厅院所站]里|街道|办公室)?(?:的)?"
    r"(?:回应|答复|回答|应答|回话|回音|交代|交账|应对)(?:是|如下)?"
)
_FILLER = (
    rf"(?:需要?(?:说明|报告|指出)的|{_YEAR}|{_WHO}|{_WORK}|本年度?|上一?年度?|去年|今年|当前|目前|现阶段|年度"
    rf"|一年来|工作|方面|过程|开展|推进|落实"
    r"|(?:[仍还尚]?(?:需要?|有?待|亟[待需]|应当?|须)(?:进一步|继续|着力)?"
    r"(?:改进|解决|加强|完善|提高|提升|整改|破解|关注|重视)的)"
    r"|[尚仍现]存|仍然?|还|依然|尚|均|也|中|的|在|年|所|主要|存在|面临|遇到|发现|突出|一些|几个"
    r"|若干|部分|以下|具体|共性|现有|了|着|是|有|，)"
)
_JOIN = r"(?:和|与|及其|以及|及|、|或)"
_TAIL = (
    r"(?:清单|台账|一览|表现|描述|表述|概述|简述|内容|梳理|查摆|排查|剖析|盘点|扫描)?(?:主要|集中|具体)?(?:分析|如下|有|是|包括|为|表现在|体现在|表现为|情况)?(?:以下"
    r"|如下)?(?:这)?"
    r"共?(?:[一二两三四五六七八\d]{1,2}|几)?个?(?:方面|点|条|类|项|个|处)?"
)
_PROBLEM = re.compile(
    rf"{_FILLER}{{0,14}}{NOUN_PROBLEM}(?:{_JOIN}{_FILLER}{{0,4}}(?:{NOUN_PROBLEM}"
    rf"|原因))*(?:及?原因)?{_TAIL}"
)
_CAUSE = re.compile(
    rf"(?:{_FILLER}|产生|形成|造成|究其|导致|上述|以上|这些|其){{0,8}}(?:{NOUN_PROBLEM}的?)?"
    rf"(?:主要|深层次?|根本|客观|主观)?(?:原因|成因|根源)(?:分析|剖析)?{_TAIL}"
)
_PAST = re.compile(r"(?:上一?年度?|去年|往年)")
_NOUN_MEASURE = (
    r"(?:(?:改进|整改|补救|解决|应对|破解|纠正|弥补|化解)之(?:道|法|策|方|举|途)|安排|方法|步骤|路径|途径|补强|补救|改法|补法|改进|整改|改善|改正|措施|打算|对策|举措|做法|办法|(?:工作|改进|整改"
    r"|提升)(?:安排|计划|思路|重点|方向|情况|方案|目标|任务)"
    r"|(?:工作|改进|整改|主要|初步)?(?:考虑|设想|构想|谋划)|(?:任务|整改|改进|措施|工作)清单|努力方向|前进方向|改进方向|(?:完成|落实|进展|解决|办理)情况|下一步(?:安排|计划"
    r"|思路|重点|方向|工作)?|下步(?:安排|计划|思路|重点|工作)?|(?:主要|重点|具体)(?:安排|任务|计划|打算)|(?:改进|整改|落实)的情况"
    r"|(?:后续|今后|未来)(?:安排|计划|思路|重点|方向|工作)|意见建议|工作建议|整改落实|问题(?:整改|销号|清零))"
)
_BEFORE_MEASURE = (
    rf"(?:{_FILLER}|{NOUN_PROBLEM}|针对(?:上述|以上|存在|这些|此类|其)?|对(?:于)?(?:上述"
    rf"|以上|这些)?|补齐?|弥补|对应|上述|以上|这些|相应|采取|将|下一步|下步|下阶段"
    rf"|下一阶段|下一?年度?"
    r"|明年|来年|今后|后续|往后|以后|未来|接下来|新的一年|拟|计划|主要|具体|相关|有关|改进|整改|解决|工作|完善|应对"
    r"|努力|提升|优化|加强|已|的|准备|我们|及|和)"
)
_TAIL_MEASURE = (
    r"(?:情况|落实情况|成效|结果|进展|方向|方案|计划|工作|思路|办法)?(?:及|和"
    r"|与)?(?:成效|结果|安排|目标)?"
    r"(?:主要|具体)?(?:如下|有|是|为|包括)?(?:以下|如下)?(?:[一二两三四五六\d]{1,2}"
    r"|几)?个?(?:方面|点|条|项)?"
)
_MEASURE = re.compile(
    rf"{_BEFORE_MEASURE}{{0,12}}{_NOUN_MEASURE}(?:{_JOIN}{_BEFORE_MEASURE}{{0,4}}"
    rf"{_NOUN_MEASURE})*{_TAIL_MEASURE}"
)
_BOTH = re.compile(
    rf"{_FILLER}{{0,14}}{NOUN_PROBLEM}(?:{_JOIN}原因)?(?:{_JOIN}|，)(?P<measure>.{{0,24}})"
)
# 上年度问题整改情况: no problems are told here, only what became of last year's.
_REDRESS = re.compile(
    rf"(?:{_FILLER}|反馈|指出|提出|列出|所[列指提]|查摆|查找|反映|测评|考核|评估|检查|第三方){{1,14}}{NOUN_PROBLEM}"
    r"(?:的)?(?:整改|改进|解决|落实|处理|办结|办理|销号|清零|化解|消除|跟踪|回头看|整治"
    r"|完成)(?:落实|完成|销号|到位|办结)?"
    r"(?:情况|成效|结果|进展|台账|清单)?(?:回顾|说明|通报)?(?:方面|如下)?"
)
_MENDED = re.compile(
    rf"(?:{_FILLER}){{0,4}}已(?:经)?(?:整改|解决|改进|完成整改)(?:到位|完成)?的{NOUN_PROBLEM}(?:及?情况)?"
)
_PROMISED = re.compile(
    r"(?:上一?年度?|去年)(?:的|年报|报告|所)*(?:承诺|计划|任务|目标|打算|整改)(?:的|事项|任务|工作|清单|措施){0,3}(?:落实|兑现|完成|办理|进展|执行)(?:的|情况|进展|结果|说明){1,3}"
)
_LAST_YEARS = re.compile(
    rf"(?:上一?年度?|去年)的?(?:{NOUN_PROBLEM})?的?(?:整改|改进|落实)(?!.*(?:下一?步|打算|今后))"
)
_OFF = re.compile(
    r".{0,20}(?:其他(?:需要)?报告|其它(?:需要)?报告|需要报告的(?:其他)?事项|信息处理费"
    r"|建议提案|提案办理|工作创新|创新(?:做法|情况|举措)"
    r"|要点落实|落实.{0,12}(?:要点|方案).{0,6}情况|工作亮点|特色做法|主要做法|工作成效"
    r"|主要成效|取得的?成[效绩]).{0,14}"
    r"|(?:整改|改进|任务|工作|措施|的){0,3}(?:进度|时限|期限|时间|责任|分工|完成时间)(?:清单|安排|表|要求|分工|划分)"
)
_TOPIC = re.compile(
    r"(?:在|关于|从|就)?[^，。；：]{2,16}(?:方面|层面|环节|领域|维度|上)(?:的?(?:问题"
    r"|不足|情况|措施|改进))?"
)
# 哪里没做好, 明年怎么干: headings that ask.
_ASKED_PROBLEM = re.compile(
    rf"[^，。；：]{{0,10}}?(?:(?:哪里|哪儿|哪些(?:地方|方面|事)?|什么(?:地方|事)?)"
    rf"(?:还|仍|做得|做|有|存在)*(?:不|没|欠|差|短|弱|问题)[^，。；：]{{0,6}}"
    rf"|(?:{NOUN_PROBLEM}|差距?|短处?|欠|卡|难)(?:出|还|都)?(?:在|于)?(?:哪里|哪儿|哪些|哪|何处|什么)[^，。；：]{{0,4}})"
)
_ASKED_MEASURE = re.compile(
    rf"(?:{_FILLER}|打算|准备|计划|明年|来年|下一步|下步|接下来|今后|往后|以后|怎样|我们|这些|去年|该|要|又|{NOUN_PROBLEM}){{0,5}}"
    r"(?:怎么|怎样|如何|咋)(?:来|去|样)?(?:改进?|办|做|补|干|整改|解决|应对|弥补|提升|完善)(?:的|了|好)?"
)
# 已经办了的：…；打算办的：… — measures parted by whether they are done.
_PARTED = re.compile(
    rf"(?:(?P<done>(?:今年|当年|年内|本年)?(?:已经?)|今年|当年|年内|本年)|(?:{_YEAR}|明年|来年|下一?年)?正?(?:准备|打算|计划|拟|将要?|要)"
    rf"|明年|来年|下一步)(?:改|整改|改进|补|做|办|干|落实|解决|完成|推进)(?:好|到位|完)?了?的(?:事|工作)?"
)
_WRAP = "→⇒➔➜➡【】[]［］〔〕<>《》*#—–-·：。；，、"
_MAX_LABEL = 32


@dataclass(frozen=True, slots=True)
class Label:
    """What a label announces; `redress`: what became of last year's problems."""

    sort: Sort
    redress: bool = False
    done: bool | None = None
    """Whether what follows is told as done (改进情况) or planned (下一步打算)."""
    year: int | None = None
    weak: bool = False
    """Planned only by custom (改进措施)."""


_DONE = re.compile(
    r"改进情况|整改情况|落实情况|完成情况|解决情况|办理情况|进展情况|整改落实|整改成效"
    r"|(?:处理|办理)(?:情况|结果)?如下|成效|已|(?<!为)了(?!解)|先后|做法|(?:整改|改进)(?:如下)?$"
)
_PLANNED = re.compile(
    r"考虑|设想|构想|谋划|下一步|下步|下阶段|下一阶段|下一?年|明年|来年|今后|未来|后续|打算|拟|计划|将|准备"
    r"|安排|措施|对策|举措|思路|方向|办法|建议|方案|目标|意见|任务"
)
_SURELY_PLANNED = re.compile(
    r"下一步|下步|下阶段|下一阶段|下一?年|明年|来年|今后|未来|后续|打算|拟|计划|将|准备"
)


def label_of(text: str, report_year: int | None) -> Label | None:
    """What the text announces if it is nothing but a label."""
    bare = text.strip(_WRAP)
    if not bare or len(bare) > _MAX_LABEL:
        return None
    if _MENDED.fullmatch(bare):
        return Label("measure", redress=True, done=True)
    if _PROMISED.fullmatch(bare):
        return Label("measure", redress=True, done=True)
    if _REDRESS.fullmatch(bare) and not _PROBLEM.fullmatch(bare):
        return Label("measure", redress=True, done=True, year=None)
    asked = _asked(bare, report_year)
    if asked is not None:
        return asked
    both = _BOTH.fullmatch(bare)
    if both and _MEASURE.fullmatch(both["measure"]):
        done, year = announced(both["measure"], report_year)
        return Label("both", done=done, year=year, weak=is_weak(both["measure"]))
    if _CAUSE.fullmatch(bare):
        return Label("cause")
    if _PROBLEM.fullmatch(bare):
        return Label("past" if _PAST.match(bare) else "problem")
    if _MEASURE.fullmatch(bare):
        done, year = announced(bare, report_year)
        if _LAST_YEARS.match(bare):
            return Label("measure", redress=True, done=True)
        return Label("measure", done=done, year=year, weak=is_weak(bare))
    if _REPLY.fullmatch(bare):
        return Label("measure", weak=True)
    if _OFF.fullmatch(bare) and not re.search(rf"，|{NOUN_PROBLEM}", bare):
        return Label("off")
    return None


# 责任科室：法规科。时限：2024年6月底前。 — a ledger's columns, told in a line.
_COLUMN = re.compile(
    r"(?:整改|具体)?(?:责任|牵头|配合|承办|主办|协办)(?:单位|科室|股室|处室|部门|人员?|领导)"
    r"|(?:完成|整改|办理|办结|计划)?(?:时限|期限|时间)(?:要求)?|完成情况"
    r"|(?:取得|实际|初步|目前)?的?(?:成效|效果)"
)


def is_column(text: str) -> bool:
    """Whether the text only names a column of a ledger that says who or until when."""
    return bool(_COLUMN.fullmatch(text.strip(_WRAP)))


def _asked(bare: str, report_year: int | None) -> Label | None:
    """哪里没做好？ 怎么补的？ — a heading that asks, with or without its sign."""
    bare = bare.rstrip("？呢")
    parted = _PARTED.fullmatch(bare)
    if parted is not None:
        year = announced(bare, report_year)[1]
        return Label("measure", False, parted["done"] is not None, year)
    if _ASKED_MEASURE.fullmatch(bare):
        done, year = announced(bare, report_year)
        told = True if done is None and bare.endswith(("的", "了")) else done
        return Label("measure", bool(_PAST.match(bare)), told, year, is_weak(bare))
    return Label("problem") if _ASKED_PROBLEM.fullmatch(bare) else None


def is_topic(text: str) -> bool:
    """Whether the text only says what its items are about (公开内容方面)."""
    return bool(_TOPIC.fullmatch(text.strip(_WRAP)))


# 重点从以下几方面着手改进: where something will be done, though it ends like a deed's label.
_SET_ABOUT = re.compile(
    r"(?:重点|着重|着力|主要)从[^，。；]{1,10}(?:方面|环节|处|点)(?:着手|入手|进行|加以|予以|认真)*(?:整改|改进)$"
)


def announced(text: str, report_year: int | None) -> tuple[bool | None, int | None]:
    """Whether a label or lead announces what was done or what is planned, and for which year."""
    named = [
        found.value
        for found in years(text)
        if not _is_reference(text, found.end)
        # 2023年以来，我局改进以下工作: since the report's own year
        or (found.value == report_year and re.match("年?(?:以来|来)", text[found.end :]))
    ]
    year = named[-1] if named else None
    if _SURELY_PLANNED.search(text) or (year and report_year and year > report_year):
        return False, year
    if _DONE.search(_SET_ABOUT.sub("", text)) or (year and report_year and year <= report_year):
        return True, year
    if _PLANNED.search(text):
        return False, year
    return None, year


def is_weak(text: str) -> bool:
    """改进措施, 对策: both deeds and plans are told under such labels."""
    said = (
        _SURELY_PLANNED.search(text)
        or re.search("安排|思路|方向|目标", text)
        or _DONE.search(text)
        or years(text)
    )
    return not said


_REFERENCE = re.compile(
    r"(?:政府信息公开|政务公开|信息公开)?(?:工作)?(?:年度?报告|年报|报告)|(?:中"
    r"|里)?(?:提出|指出|存在|反映|列出|查找|梳理|发现|反馈|评估|考核|测评|以前|之前"
    r"|以来)"
)


def _is_reference(text: str, end: int) -> bool:
    """2023年度报告指出的, 2015年以前: a year that is spoken of, not one in which is acted."""
    return bool(_REFERENCE.match(text, end))


is_reference = _is_reference
