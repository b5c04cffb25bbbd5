"""Whether a sentence tells of a year as the year in which the reported work was done."""

from __future__ import annotations

import re

from extractor.checks.years import words
from extractor.checks.years.mentions import Mention

# How sure each manner of telling is. Months of other years are told for many a reason.
SURE, FAIRLY, WITH_MONTH = 0.92, 0.85, 0.7

# Another year's report is compared with, or answers to a notice.
_NO_PRESENTATION = re.compile(
    r"关于|通知|针对|对照|结合.*通知|(?:与|和|较|比|同|到|至|自|从|衔接)$"
)
_HANDLED = re.compile(
    r"衔接|指出|提出|一致|已[于经在]?|相比|对比|通知|要求|[可请][在到从于见]|另见|查阅|格式"
    r"|(?:印发|修订|施行|颁布|下发|制定)的"
)
_UNTIL = re.compile(rf"(?:{words.SELF})?截[至止]到?")
_YEAR_END = re.compile(r"(?:年)?[底末]|12月(?:31日|底|末)")
_WHOLE = re.compile(
    r"(?:全年度?|一年间?|一年里|这一年|度内|期间|内|间|整年|[1一]月?(?:份)?[至到—\-–~～](?:12|十二)月)"
)
_PART = re.compile(
    r"[上下]半年|第?[一二三四1-4]季度|(?P<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|\d{1,2}[日号]|[上中下]旬|[底初末])?|[底末初]"
)


def tells_own_work(mention: Mention, report_year: int) -> float:
    """How surely the year is told as the one reported on; 0 if it is not."""
    if mention.passage.is_heading:
        heads = words.LEAD.fullmatch(mention.lead) and words.HEADS_WORK.match(mention.rest)
        return FAIRLY if heads else 0.0
    if _presents_report(mention):
        return SURE
    until = _UNTIL.fullmatch(mention.lead) is not None
    if not until and not words.LEAD.fullmatch(mention.lead):
        return 0.0
    if words.ASKED_FOR.search(mention.before[-30:]):
        return 0.0
    rest, part = _behind(mention.rest, until)
    if rest is None:
        return 0.0
    if not part and words.SELF_REPORT.match(rest):
        return SURE
    if not part and words.TOLD_WORK.match(rest):
        return FAIRLY
    if _names_this_year(mention, report_year):
        return 0.0
    if not part and _opens(mention, rest, report_year):
        return FAIRLY
    if _is_other(rest) or _beside_this_year(mention, rest, report_year):
        return 0.0
    return _counted(mention, rest, part, report_year)


def _presents_report(mention: Mention) -> bool:
    """现将我局2022年政府信息公开工作情况报告如下; in the preamble any presentation counts."""
    lead, rest = mention.lead, mention.rest
    if _NO_PRESENTATION.search(lead):
        return False
    if mention.passage.section is None:
        itself = words.REPORT_ITSELF.match(rest) or words.REPORT_IN_PREAMBLE.match(rest)
        return itself is not None and not _HANDLED.search(mention.clause)
    if not words.REPORT_ITSELF.match(rest):
        return False
    said = re.search("现将|现就|现对|特将|本报告", lead) or "如下" in mention.clause
    return bool(said and words.PRESENTS.search(lead))


def _behind(rest: str, until: bool) -> tuple[str | None, bool]:
    """What is said of the year, and whether of a part of it; None if it is no time of work."""
    if until:
        end = _YEAR_END.match(rest)
        return (rest[end.end() :], False) if end else (None, False)
    whole = _WHOLE.match(rest)
    if whole:
        return rest[whole.end() :], False
    part = _PART.match(rest)
    behind = rest[part.end() :] if part else rest
    return (None, False) if words.FOLLOWS_NOT.match(behind) else (behind, part is not None)


def _names_this_year(mention: Mention, report_year: int) -> bool:
    """The sentence names the report's year too: it compares, or tells what led to what."""
    others = re.findall(r"(?<!\d)(?:19|20)\d\d(?=年)", mention.before + mention.lead + mention.rest)
    return str(report_year) in others or words.THIS_YEAR.search(mention.rest) is not None


def _is_other(rest: str) -> bool:
    """What is spoken of belongs to that year without being the work reported."""
    apart = rest.startswith(("，", ","))
    behind = rest.lstrip("，,")
    first = re.split("[，。；]", behind, maxsplit=1)[0]
    two = "，".join(re.split("[，。；]", behind, maxsplit=2)[:2])
    if words.CARRIED.match(first):
        return True
    if words.BEGINS_NIL.match(rest):
        return False
    if not apart and (words.OTHERS_MATTER.match(behind) or words.ATTRIBUTE.match(behind)):
        return True
    return bool(words.HISTORY.search(first) or words.HONOUR.search(two))


def _beside_this_year(mention: Mention, rest: str, report_year: int) -> bool:
    """全年公开208条，2022年公开198条: a figure beside this year's is compared with it."""
    if words.COUNT.search(mention.before):
        return True
    following = mention.passage.following
    if (str(report_year) in following or words.THIS_YEAR.search(following)) and (
        words.COMPARED.search(following)
    ):
        return True
    previous = mention.passage.previous
    if str(mention.year) in previous and words.COMPARED.search(previous):
        return True
    own, other = words.COUNTED.search(rest), words.COUNTED.search(previous)
    return bool(own and other and own["verb"] == other["verb"] and own["unit"] == other["unit"])


def _opens(mention: Mention, rest: str, report_year: int) -> bool:
    """The words by which a year's work begins to be told."""
    ahead = mention.year > report_year
    passage = mention.passage
    if passage.opens and not mention.before:
        plan = ahead and words.SURE_PLAN.search(rest) is not None
        begins = rest.startswith("，") and not _is_other(rest)
        return not plan and (begins or words.ANNUAL_FORMULA.match(rest) is not None)
    if ahead and (passage.section != "overview" or _is_plan(mention)):
        return False
    formula = words.OPENING_FORMULA if ahead else words.ANNUAL_FORMULA
    spoken = passage.section in (None, "overview", "issues", "other")
    return spoken and formula.match(rest) is not None


def _counted(mention: Mention, rest: str, part: bool, report_year: int) -> float:
    """What was done and counted, or told as none."""
    ahead = mention.year > report_year
    if ahead and (part or mention.passage.section == "issues" or _is_plan(mention)):
        return 0.0
    if words.BEGINS_NIL.match(rest) or words.NIL.search(rest) or _counts(rest):
        return WITH_MONTH if part else SURE
    return 0.0


def _counts(rest: str) -> bool:
    """2022年公开126条; but 2022年农村供水工程公开6条 counts what is known of a thing."""
    found = words.COUNTED.search(rest)
    if found is None:
        return False
    return "，" in rest[: found.start()] or bool(words.BEFORE_VERB.fullmatch(rest[: found.start()]))


def _is_plan(mention: Mention) -> bool:
    said = mention.before + mention.rest
    return mention.passage.planned or words.PLAN_CUE.search(said) is not None
