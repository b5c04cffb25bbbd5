"""Leading sentences: they announce problems or measures and name none."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.report.items import cues, generic
from extractor.report.items.clauses import Clause
from extractor.report.items.drafts import Lead
from extractor.report.items.labels import (
    NOUN_PROBLEM,
    SPEAKER,
    announced,
    is_topic,
    is_weak,
    label_of,
)
from extractor.report.items.redress import (
    COUNT,
    COUNTED_DONE,
    LAST_REPORT,
    LAST_YEAR,
    is_mended,
    is_past,
    is_reckoned,
    is_retold,
    is_told_of_last_year,
    speaks_of_redress,
)

_PROBLEM_END = re.compile(
    rf"(?:{NOUN_PROBLEM}|地方|方面|之处)(?:主要|集中|大致|共)?(?:有|是|包括|如下|在于"
    rf"|表现在|体现在|表现为|为)?(?:以下|如下)?(?:[几一二两三四五六\d]{{1,2}}[个点条项处]?("
    rf"?:方面)?)?$"
    r"|(?:意见|反映|诉求|投诉|不满)(?:比较|较为|最)?(?:集中|多|大|突出)的(?:问题)?(?:是|有)?$"
    r"|[出卡差难短欠缺中]在(?:以下|这|如下)?(?:“[^”]{1,12}”)?这?[几一二两三四五六\d]{1,2}"
    r"[个点条项处](?:方面|地方|字)?上?$"
    r"|(?:表现|体现|反映|集中)(?:在|为|于)?(?:以下)?(?:[几一二三四五六\d]{0,2}个?(?:方面"
    r"|点))?$|(?:^|，)(?:主要|具体)(?:是|有|为|如下)$|(?:如|比如|例如)$"
)
_TO_BE_IMPROVED = re.compile(
    r"(?:[仍还尚]需|有待|需要|值得|尚?待|可资)(?:进一步)?(?:在?(?:以下|如下)?[^，。；]{0,8}(?:方面"
    r"|上)?(?:进一步)?)?(?:改进|加强|完善|提升|提高|努力|检讨|补正)(?:的(?:主要)?(?:是|有))?$"
    r"|(?:需|待|须|应|可资)[^，。；]{0,4}(?:改进|完善|加强|检讨|提高|补正)(?:者|之处|之端|的?(?:地方|方面|事项|环节|问题))"
)
# 2024年，我局将重点抓好三个方面 ends like a lead of problems and announces measures.
_WILL_DO = re.compile(
    r"(?:将|拟|准备|打算|计划)(?:重点|着重|着力|主要|继续|进一步|努力|集中)?"
    r"(?:从|抓|做|在|围绕|开展|推|办|采取|落实|突出|聚焦|针对)"
)
_PROBLEM_WORD = re.compile(rf"{NOUN_PROBLEM}|{cues.NAMES_PROBLEM.pattern}")
_COUNTED_UNDONE = re.compile(rf"{COUNT}(?:还|仍|尚)?[没未][^，。；]{{1,6}}$")
_MEASURE_WORD = re.compile(
    r"改进|整改|措施|举措|补救|弥补|(?:处理|办理|应对|落实|解决|回应|纠正)(?:情况|结果)?(?:如下|是)|改$"
    rf"|{COUNTED_DONE}|打算|办法|对策|做法|(?:重点|着重|着力)(?:做好|抓好|开展|从|在"
    r"|围绕)|将(?:从|做好|抓好|开展|重点|着力|主要|采取|继续|进一步|围绕|在)|[这如]样改"
    r"|这么[改做]|我们(?:已经?)?(?:做了|做的)|下一步|下步|今后|努力|(?:以下|如下|下列)[^，]{0,6}工作"
    r"|(?:解决|针对|围绕|对照|聚焦|破解|补齐)(?:好)?(?:上述|以上|这些|存在的?)[^，]{0,4}(?:问题|不足|短板|弱项|差距)"
)
_ONLY_TIME = re.compile(
    rf"(?:{cues.NEXT}|(?:19|20)\d\d年)(?:，?{cues.SELF})?，?(?:将|要|拟|计划|准备|打算)?"
)


_SAYS = re.compile(
    r"(?:首先|其次|接着|接下来|下面|最后|然后|这里|先|再|也|现)?(?:要|来|把|将"
    r"|集中)?(?:说|讲|谈|报告|交代|交待|看|汇报|盘点|回顾|梳理|晒)"
    r"(?!明|服|法|清|解)(?:说|讲|谈|看|一下|一说|一谈|到|一看)?[^，]{2,18}"
)
_ASKS = re.compile(r"[^，]{0,14}(?:怎么|怎样|如何|哪些|哪里|哪儿|什么|咋)[^，]{0,10}")
_SPEAKER = re.compile(SPEAKER)
# 2024年，分局将：
_WILL_BELOW = re.compile(
    r"(?:^|，)[^，。；]{0,14}(?:将|拟|计划|打算|准备)(?:继续|重点|着力|着重)?$"
)
_ROOM = re.compile(r"有[^，。；]{0,8}(?:改进|提升|进步|完善|努力)的?空间$")
_BOTH_BELOW = re.compile(
    rf"(?:^|，)现?将?[^，。；]{{0,14}}{NOUN_PROBLEM}(?:、[^，。；、]{{1,8}}){{0,2}}[和及与、][^，。；]{{0,10}}"
    rf"(?:情况|措施|打算|办法|对策|做法|改法|安排|计划)(?:[^，。；]{{0,4}}|，[^，。；]{{0,8}})如下$"
)
# 发现如下短板并已着手改进：
_MET_ALREADY = re.compile(
    rf"(?:如下|以下)[^，。；]{{0,4}}{NOUN_PROBLEM}，?并(?:已|正)[^，。；]{{0,6}}(?:改进|整改|解决)$"
)
_TOLD_BELOW = re.compile(
    r"(?:^|，)(?:现将)?(?:整改|改进|落实|办理|完成)(?:落实)?(?:情况|进展)(?:报告|说明|分述)?如下$"
)
_RECKONED_BELOW = re.compile(
    r"(?:^|，)现?逐[项一条件个](?:作|予以)?(?:交账|报告|说明|交代|汇报|回应|对账)如下$"
)
_DETAILED = re.compile(r"(?:^|，)(?:现|具体|分别)?(?:分述|详述|简述|列举|报告)如下$")
# 今年的问题和打算放在一起说。
_TOLD_TOGETHER = re.compile(
    rf"[^，。；]{{0,10}}{NOUN_PROBLEM}[和与及、][^，。；]{{1,10}}(?:一起|一并|合在一起|放在一起|分开|分别|一件一件|逐[一条个])(?:来)?(?:说|讲|谈|报告|写|列|交代)"
)
# 年内再未出现同类问题: what came of a measure.
_NONE_AGAIN = re.compile(
    rf"(?:[未没无]|没有)再?(?:发生|出现|发现|接到|收到)[^，。；]{{0,12}}(?:{NOUN_PROBLEM}|情况|现象)$"
)
_NOW = re.compile(
    r"(?:当前|目前|现阶段|本年度?|今年|(?:总的|总体|整体|从全年)来?看)(?:，?(?:仍|还)(?:有)?)?"
)
_OF_LAST_YEAR = re.compile(
    rf"(?:针对|对于?|围绕)(?:上一?年度?|去年)[^。；]{{2,60}}(?:问题|不足|短板)，(?:{cues.SELF})?"
)
_COUNTED_LIST = re.compile(r"有[二两三四五六\d几][项个点处条件](?:方面)?$")
# 自查中发现：, 问题表现在三个“不够”：
_FOUND = re.compile(
    r"(?:发现|看到|认识到|意识到|注意到|反映出|暴露出)$"
    r"|(?:[一两二三四五六几]个“|“[一两二三四五六几]个)[^”]*[不无缺少弱欠][^”]*”$"
)
_SCORED_LOW = re.compile(r"低于|失分|扣分|丢分|靠后|垫底|不满意")
_SAID_MEASURE = re.compile(
    r"改|办(?!公)|打算|措施|明年|下一步|下步|怎么做|如何做|安排|对策|举措|补上|解决"
    r"|应对|做了|补|抓|做(?!得)"
)
_SAID_PROBLEM = re.compile(
    rf"{NOUN_PROBLEM}|短处|毛病|没做好|做得不|薄弱|不够|不满意|欠账|缺什么|差在|卡在|难在|不到位"
)


def spoken_lead(clause: Clause, words: str, year: int | None) -> Lead | None:
    """先说上年问题的整改。 再说今年的短处。 怎么改呢？ — a talker's headings."""
    asks = clause.stop == "？" and _ASKS.fullmatch(words)
    if clause.mark or not (asks or (clause.stop in ("。", "：") and _SAYS.fullmatch(words))):
        return None
    past = LAST_YEAR.search(words)
    if past and year and words[past.start() : past.start() + 4] == str(year):
        past = None
    if past and not asks:
        return Lead("measure", True, redress=True)
    if _SAID_MEASURE.search(words):
        return Lead("measure", *announced(words, year))
    return Lead("problem") if _SAID_PROBLEM.search(words) else None


def lead_of(
    clause: Clause, following: Clause | None, words: str, lead: Lead, year: int | None
) -> Lead | None:
    """What a clause announces, if announcing is all it does."""
    begins_list = _begins_list(following)
    if is_retold(words) or is_told_of_last_year(words):
        return Lead("past")
    if clause.stop == "：" and is_reckoned(words):
        return Lead("measure", True, announced(words, year)[1], redress=True)
    if clause.stop == "：" and lead.redress and announced(words, year)[1] == year and year:
        # 2023年，我局对上一年度报告列出的问题逐一销号： under a heading that says so already
        return replace(lead, mode="measure", year=year)
    if lead.mode == "past" and clause.stop == "：" and not _PROBLEM_WORD.search(words):
        return Lead("measure", True, redress=True)
    if clause.stop == "：" and _WILL_BELOW.search(words):
        named = announced(words, year)[1]
        return Lead("measure", False, named)
    if clause.stop == "：" and _MET_ALREADY.search(words):
        return Lead("problem")
    if _BOTH_BELOW.search(words) or _TOLD_TOGETHER.fullmatch(words):
        return Lead("open", announced(words, year)[0])
    if _TOLD_BELOW.search(words) or (_RECKONED_BELOW.search(words) and LAST_YEAR.match(words)):
        past = bool(LAST_REPORT.match(words) or _RECKONED_BELOW.search(words))
        return Lead("measure", True, None if past else announced(words, year)[1], redress=past)
    if _DETAILED.search(words):
        return Lead("open", lead.done)
    if clause.stop == "：" and _SPEAKER.fullmatch(words):
        return Lead("problem")
    if clause.stop == "：" and is_mended(words, year):
        told = announced(words, year)[1]
        return Lead("measure", True, told if told == year else None, redress=True)
    if clause.stop == "：" and lead.mode == "measure" and is_topic(words):
        return None if re.search(NOUN_PROBLEM, words) else lead
    if _summed_up(words, year):
        return Lead("measure", None)
    spoken = spoken_lead(clause, words, year)
    if spoken is not None:
        return spoken
    redress = speaks_of_redress(words, year) or bool(_OF_LAST_YEAR.fullmatch(words))
    if redress and begins_list and clause.stop == "":
        return Lead("measure", True, redress=True)  # 针对上年度…问题，我局一是…，二是…
    if speaks_of_redress(words, year) and clause.stop != "：":
        return None
    parts = [part for part in words.split("，") if part]
    problems = all(_names_none(part) for part in parts) and not _NONE_AGAIN.search(words)
    measures = generic.is_generic_measure(words)
    if not (clause.stop == "：" or begins_list or problems or measures):
        return None
    over = lead.mode == "measure" and (lead.redress or lead.done is True)
    if begins_list and over and _NOW.fullmatch(words):
        return Lead("open", lead.done)  # behind what became of last year's: 当前，一方面，…
    if (begins_list or clause.stop == "：") and _ONLY_TIME.fullmatch(words):
        return Lead("measure", *announced(words, year))
    mode = _announced_mode(words, parts, lead)
    if mode is None:
        return lead if (begins_list or clause.stop == "：") else None
    if mode == "problem" and (clause.stop == "：" or begins_list) and is_past(words, year):
        return Lead("past")
    if mode == "problem":
        return Lead("problem") if clause.stop == "：" or begins_list or problems else None
    done, named = announced(words, year)
    if measures and generic.SURVEYS.search(words):
        return Lead("open", done, named)
    return Lead("measure", done, named, weak=done is False and is_weak(words))


# 如何补救，有的已经做了，有的明年做。
_SHARED_OUT = re.compile(r"(?:，(?:有(?:的|些|几[条件样])|一些|一部分)[^，。；]{2,14}){2,}")


def _summed_up(words: str, year: int | None) -> bool:
    """A label that asks or names measures, and of them only that some are done."""
    asked, _, rest = words.partition("，")
    label = label_of(asked, year)
    measures = label is not None and label.sort == "measure"
    return measures and bool(_SHARED_OUT.fullmatch(f"，{rest}"))


def _begins_list(following: Clause | None) -> bool:
    mark = following.mark if following is not None else None
    return mark is not None and mark.number == 1 and mark.style != "pair"


def _names_none(part: str) -> bool:
    part = cues.BUT.sub("", part, count=1) if cues.BUT.match(part) else part
    return cues.is_praise(part) or generic.is_generic_problem(part)


def _will_mend(words: str, parts: list[str]) -> bool:
    """我委将坚持问题导向，补齐短板： ends in a lack's word and says what will be done."""
    begins = any(cues.BEGINS_MEASURE.match(part) for part in parts)
    return begins and generic.is_generic_measure(words)


# 为解决上述问题, 对照以上不足: what meets the problems names none.
_MEETING = re.compile(
    r"针对|下一步|今后|为(?:了|切实|有效|尽快|着力)?(?:解决|破解|改变|克服|弥补|补齐|改进)"
    r"|(?:对于?|就|围绕|对照|结合|聚焦|紧盯|根据|按照)(?:存在的)?(?:上述|以上|这些|前述)"
)
_ABOVE = re.compile(rf"(?:针对|对|就)?(?:上述|以上|这些)|{cues.NEXT}")


def _announced_mode(words: str, parts: list[str], lead: Lead) -> str | None:
    if _TO_BE_IMPROVED.search(words) or _ROOM.search(words):
        return "problem"
    will = _MEETING.match(words) or _WILL_DO.search(words)
    if _PROBLEM_END.search(words) and not (will or _will_mend(words, parts)):
        return "problem"
    if parts and generic.is_to_be_mended(parts[-1]) and not _ABOVE.match(words):
        return "problem"
    if any(cues.BEGINS_MEASURE.match(part) for part in parts) or _MEASURE_WORD.search(words):
        return "measure"
    if all(_names_none(part) for part in parts) and any(
        generic.is_generic_problem(part) and re.search(NOUN_PROBLEM, part) for part in parts
    ):
        return "problem"
    if _FOUND.search(words) or _COUNTED_UNDONE.search(words):
        return "problem"
    if _COUNTED_LIST.search(words) and _SCORED_LOW.search(words):
        return "problem"
    if lead.mode == "measure":
        return None
    if re.search(NOUN_PROBLEM, words) or cues.NAMES_PROBLEM.search(words):
        return "problem"
    if (
        lead.mode == "open"
        and words
        and not cues.PRAISE.search(words)
        and cues.SUGGESTS_PROBLEM.search(words)
    ):
        return "problem"
    return None
