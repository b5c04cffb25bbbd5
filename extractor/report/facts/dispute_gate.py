"""Which sentences tell of disputes about 信息公开: all of its section, few outside of it."""

from __future__ import annotations

import re

from extractor.report.facts import dispute_words as words
from extractor.report.facts.clauses import Passage

_DENIED_FIRST = re.compile(
    r"(?:全年|本年度?|年内|\d+年度?|[我本](?:[局厅委办镇乡县区市]|街道|机关|单位|中心)|，)*"
    r"(?:没有|无|未发生|未有|未出现|未(?=被))(?:发生)?(?:举报|投诉|信访|[、和及与])*(?:被(?:申请|提起))?"
    r"(?:行政)?(?:复议|诉讼)"
    # 无复议申请超期情况 denies something else.
    r"(?=[、，,。；;和及与或]|案件|情[况形]|事[项件]|的[情案事]|发生|等|$)"
)
_NIL = (
    r"(?:案件|情况|数量?|均|为|[，,：:])*(?:无|没有|未发生|零发生|零|0)[件起宗]?"
    r"(?:发生)?[，,；;、。]?"
)
_EACH_DENIED = re.compile(
    rf"(?:全年|本年度?|，)*(?:(?:行政)?(?:复议|诉讼)(?:(?:案件)?[、和与及](?:行政)?诉讼)?{_NIL}){{1,2}}"
)
# 没人复议，也没人打官司: it says nothing else, in whatever words.
_ONLY_DENIES = re.compile(
    r"(?=.*(?:没|无|未))(?:全年|今年|本年度?|当年|年内|一年来|(?:19|20)\d\d年度?|[我本](?:[局厅委办镇乡县区市]|街道|机关|单位|中心)"
    r"|既|也|亦|都|均|更|还|再|有|没有?|无|未|人|任何|一[件起宗]|发生|出现|收到|被|申请|提起|提出|引发|引起|因此"
    r"|行政|复议|诉讼|起诉|应诉|打|过|官司|举报|投诉|信访|案件?|情况|情形|的|和|与|及|或|[，,、；;。.])+"
)
_COUNT = r"(?:共|有|为|是|仅|了|：|:)*[\d一二两三四五六七八九十百]+[件起宗例次]"
# 全年被复议3件，维持2件: opens with its figure, and says nothing of what the agency did.
_COUNTS_FIRST = re.compile(
    r"(?:全年|今年|本年度?|当年|年内|(?:19|20)\d\d年度?|[我本](?:[局厅委办镇乡县区市]|街道|机关|单位|中心)"
    r"|发生|引发|，)*(?:共|有)*(?:被(?:申请|提起)?(?:行政)?(?:复议|诉讼|诉)|(?:行政)?(?:复议|诉讼)(?:案件)?)"
    rf"{_COUNT}"
)
# 上述申请引出复议2件, 没给的那位不服: it goes on with the applications told before it.
_OF_ANSWERS = re.compile(
    r"(?:上述|以上|这些|那些)(?:[\d一二两三四五六七八九十百]+[件份])?(?:政府信息公开)?(?:申请(?!人)|答复)"
    r"|(?:没给|不给|没公开|不予?公开|部分公开|没答应|拒绝)的?[^，。；\d]{0,6}(?:不服|不满|提起|申请复议)"
    r"|不服(?:我们|[我本][局镇乡县区市办]|街道|镇里|乡里)?的?答复|(?:对|就|因)[^，。；\d]{0,12}答复(?:不服|不满|提)"
)
# 严格规范行政执法。未发生行政复议、诉讼。: none that the enforcement led to.
_OF_ENFORCEMENT = re.compile(r"执法|处罚|许可|审批|强制|征收|征地|拆迁|工伤|裁决")
_OF_LAW = re.compile(rf"{_OF_ENFORCEMENT.pattern}|法治|依法行政|依法治|法律顾问|普法|出庭|信访")
# 办理行政复议案件12件: who decides for others has figures of its own.
_DECIDES = re.compile(
    r"(?:办理|受理|审理|审结)(?:各类|的)*(?:行政)?复议(?:案件|申请)?[\d共]|复议机[关构](?:的?职责|身份)"
)
# （三）行政复议和行政诉讼: a title of its own in a report on 信息公开.
_TITLE = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]+[）)、.．])?(?:行政)?复议(?:案件)?[、和与及]{0,2}(?:行政)?(?:诉讼|应诉)?(?:案件)?(?:方面|情况|工作)*[。：:]?"
)
_OURS_IN = ("supervision", "applications")


def about_disclosure(
    passage: Passage, before: Passage | None, last: Passage | None, earlier: str
) -> bool:
    """Outside its own section a dispute is ours only if it says so, or is denied.

    `before` is the last passage that told of ours, `last` the one in front of this; `earlier` is
    the text of the line up to this passage.
    """
    if not words.SPEAKS.search(passage.text):
        return False
    if words.OURS.search(passage.text) or words.ONE_ANSWER.search(passage.text):
        return True
    if before is not None and before.line == passage.line:
        return True
    general = not passage.headed and _OF_LAW.search(passage.text)
    if (passage.aspect == "applications" and not general) or _goes_on(passage, earlier):
        return True
    if last is not None and _TITLE.fullmatch(last.text) and not _OF_LAW.search(passage.text):
        return bool(words.SUED.search(passage.text) or _COUNTS_FIRST.match(passage.text))
    same_line = last is not None and last.line == passage.line
    if same_line and last is not None and _OF_ENFORCEMENT.search(last.text):
        return False
    if _DENIED_FIRST.match(passage.text) or _EACH_DENIED.fullmatch(passage.text):
        return True
    if passage.aspect not in _OURS_IN or _OF_LAW.search(earlier + passage.text):
        return False
    return bool(
        _ONLY_DENIES.fullmatch(passage.text)
        or _OF_ANSWERS.search(passage.text)
        or (_COUNTS_FIRST.match(passage.text) and not _DECIDES.search(earlier + passage.text))
    )


def _goes_on(passage: Passage, earlier: str) -> bool:
    """Whether a paragraph without a heading has told of applications before."""
    told = passage.section == "overview" and passage.aspect is None and "申请" in earlier
    return told and _OF_LAW.search(earlier + passage.text) is None
