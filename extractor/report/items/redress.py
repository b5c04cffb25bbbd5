"""What became of last year's problems: told over again, met, or counted off."""

from __future__ import annotations

import re

from extractor.report.items import cues
from extractor.report.items.labels import NOUN_PROBLEM, announced

COUNT = r"(?:^|，)[一两二三四五六七八九十\d]{1,2}(?:条|项|件|个|处|点)(?:问题|任务|工作|措施)?"
# 三条计划，两条做成了：…。一条没做成：…。
COUNTED_DONE = (
    rf"{COUNT}(?:已经?|都|全|均|基本)*(?:做成|做到|完成|办结|办成|落实|到位|改好|兑现|解决)了?$"
)
LAST_YEAR = re.compile(
    r"上一?年|去年|往年|(?:19|20)\d\d年度?(?=[^，]{0,6}(?:报告|年报|问题|不足|整改))"
)
_REDRESSED = re.compile(
    r"(?:(?:19|20)\d\d年(?:度)?|上一?年度?|去年)[^，。；]{0,12}(?:报告|年报|考核|测评"
    r"|评估|检查|指出|提出|反馈|反映|列出|存在|查找|查摆|梳理|自查|通报|遗留)[^。；]{0,40}(?:问题|不足|短板)"
)
_MET = re.compile(
    r"(?:根据|按照|对照)上一?年度?(?:报告|年报)[^，。；]{0,12}(?:改进|整改)[^，。；]{0,6}，"
    # 按照市里的反馈，我局对上年度备案信息不全的问题进行了整改
    r"|(?:针对|对于?)(?:上一?年度?|去年)的?[^，。；]{2,30}(?:问题|不足|短板)(?:进行了?|作了|予以|已|全部|逐一)[^，。；]{0,6}(?:整改|改进|纠正|解决|完善)"
    r"|(?:针对|对于?|围绕)(?:上一?年度?|去年)[^，。；]{0,12}(?:报告|年报|考核|测评|评估"
    r"|检查|存在|反馈)[^，。；]{0,30}(?:问题|不足|短板)，"
)
# 去年我局工作还存在一些问题 is this year's report of the year it is about.
_STILL = re.compile(r"[还仍尚也](?:不同程度地?)?(?:存在|有)|主要(?:是|表现)")
LAST_REPORT = re.compile(
    r"(?:针对|对于?|关于|对照|围绕|按照)?(?:上一?年度?|去年|(?P<year>(?:19"
    r"|20)\d\d)年?度?)(?:的)?(?:政府信息公开)?(?:工作)?(?:年度)?"
    r"(?:报告|年报|考核|测评|评估|检查)(?:里|中|上)?(?:的)?(?:所?(?:说|提|列|指|摆|亮|反映"
    r"|反馈|查|写|讲|点)|存在)"
    r"|(?:对于?|针对)?(?:上一?年度?|去年)(?:自查|检查|考核|评估)?(?:所?(?:查摆|查找|查|列|指|提)出?|反映|反馈|发现|存在|暴露)(?:出来)?的(?=“)"
)


# 去年我们在报告里讲，低保公示贴了没人看。
_RETOLD = re.compile(
    r"(?:上一?年度?|去年)[^，。；]{0,8}(?:报告|年报|总结)(?:里|中|上)?(?:就|也|曾|还)?"
    r"(?:说|讲|提|列|写|检讨|点|承认)(?:过|到|的是|了){0,2}[，：]"
)


def is_retold(words: str) -> bool:
    """Last year's problems told over again, and not yet how they were met."""
    told = _RETOLD.match(words)
    if told is None or told.end() == len(words):
        return False
    rest = words[told.end() :]
    met = re.search("已|今年|本年|整改|解决|完成|改为|改成|均|目前|现在", rest)
    return met is None and bool(cues.NAMES_PROBLEM.search(rest))


def is_told_of_last_year(words: str) -> bool:
    """上一年度，我市主要存在…等问题: what became of them follows."""
    told = _LAST_YEARS_LACKS.fullmatch(words)
    return told is not None and not re.search(
        "今年|本年|当前|目前|现阶段|[仍还尚]存|已|整改", words
    )


def is_past(words: str, year: int | None) -> bool:
    """2022年度报告反映的主要问题有： — last year's problems, told over again."""
    if re.search("今年|本年|当前|目前|现阶段|[仍还尚]存", words):
        return False
    last = LAST_REPORT.match(words)
    if last is not None and last["year"]:
        return year is None or int(last["year"]) < year
    return last is not None or bool(_PAST_PROBLEMS.match(words))


_LAST_YEARS_LACKS = re.compile(
    rf"上一?年度?，?(?:{cues.SELF})?[^，。；]{{0,16}}(?:主要)?存在[^。；]{{4,120}}[等的](?:问题|不足|情况)"
)
_PAST_PROBLEMS = re.compile(
    rf"(?:上一?年度?|去年)[^，。；]{{0,14}}(?:存在|反映|指出|提出|列出|查摆|查找|反馈|梳理)[^，。；]{{0,10}}{NOUN_PROBLEM}"
)


# 查摆上一年度问题，完成整改3项：
_MENDED_COUNT = re.compile(
    r"(?:已|共)?(?:完成|实现|落实)?(?:整改|改进|解决|销号)(?:完成|到位)?[一两二三四五六七八九十\d]{1,2}[项个条件处](?:问题)?"
)


def is_reckoned(words: str) -> bool:
    """…，上年度查摆的问题已全部整改到位：, 上年提出的三条计划，两条做成了："""
    if LAST_YEAR.match(words) and re.search(COUNTED_DONE, words):
        return True
    last = words[words.rfind("，") + 1 :]
    if LAST_YEAR.search(words) and _MENDED_COUNT.fullmatch(last):
        return True
    return bool(_PAST_PROBLEMS.match(last) and re.search("已|均|全部|到位", last))


def is_mended(words: str, year: int | None) -> bool:
    """上年度报告列出的欠账已还： — what follows answers none of this year's problems."""
    last = LAST_REPORT.match(words)
    if last is None or not announced(words, year)[0]:
        return False
    return last["year"] is None or year is None or int(last["year"]) < year


def speaks_of_redress(words: str, year: int | None = None) -> bool:
    """2019年度报告提出的…问题，已在2020年内解决: last year's problems, met."""
    if _STILL.search(words):
        return False
    behind = _MET.search(words)
    if behind and not re.search(r"将|拟|计划|打算|下一步|明年", words[behind.end() :]):
        return True
    done = re.search("已|均|整改|解决|完成|上线|建立|了|换|改", words)
    # 针对2022年度报告指出的“栏目空置”问题，清理空栏目11个: counted, and nothing is to come.
    counted = re.search(r"(?:问题|不足|短板)，[^，]*\d+[个条件项次处]", words)
    if not (done or (counted and not re.search("将|拟|计划|打算|下一步|明年", words))):
        return False
    last = LAST_REPORT.match(words)
    if (
        last
        and "，" in words
        and (last["year"] is None or year is None or int(last["year"]) < year)
    ):
        return True
    return bool(_REDRESSED.search(words))
