"""Which of the five aspects of 总体情况 a report tells: by sub-headings, else by content."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from extractor.checks.model import Case
from extractor.checks.structure.headings import numbered_lines, top_headings
from extractor.checks.structure.nil import says_nothing
from extractor.checks.structure.parts import not_read, prose
from extractor.checks.structure.wording import number_of, squash_heading
from extractor.report.dividing.aspect_titles import (
    calls_an_aspect,
    free_aspect,
    is_foreign,
    two_aspects,
)
from extractor.report.outline import ASPECTS, Aspect, AspectKey, Section

NAMES: dict[AspectKey, str] = {
    "disclosure": "主动公开",
    "applications": "依申请公开",
    "management": "政府信息管理",
    "platform": "政府信息公开平台建设",
    "supervision": "监督保障",
}
# One label in front of a paragraph does not divide 总体情况.
_MIN_HEADED = 2
# 强化组织领导 is none of the five by name: what stands under it decides.
_LEADERSHIP = re.compile(r"组织领导|加强领导|领导小组|组织机构")
_SUPERVISION = re.compile(
    r"监督|保障|考[核评]|评议|问责|追责|责任追究|督[查导促办]|培训|社会评价|满意度"
)
# What text under a heading that names none of the five says of them.
_TOLD: dict[AspectKey, re.Pattern[str]] = {
    "disclosure": re.compile(r"主动公开|(?:公开|发布|公示|公布)[^。；\n]{0,30}\d+余?[条篇期份次]"),
    "applications": re.compile(r"申请"),
    "management": re.compile(
        r"信息(?:资源)?管理|[审复]核|审查|[初终三双]审|把关|保密|签[发审]|清理|目录|公开属性|台账|脱敏|动态调整"
    ),
    "platform": re.compile(
        r"平台(?:建设|管理|维护)|栏目|专[栏区]|改版|公众号|新媒体|查[阅询][点机处]|公[开示告]栏|显示屏|电子屏"
        r"|检索|适老|无障碍|集约|网站(?:建设|维护|管理|运维)|微博|小程序|触摸"
    ),
    "supervision": _SUPERVISION,
}
# In prose an aspect called by its name is told, whatever else the sentence is about.
_NAMED: dict[AspectKey, re.Pattern[str]] = {
    "disclosure": re.compile("主动公开(?!目录|基本目录)"),
    "applications": re.compile("依申请|公开申请|申请公开"),
    "management": re.compile("信息(?:资源)?管理|管理方面"),
    "platform": re.compile("平台建设|平台方面|公开平台"),
    "supervision": re.compile(
        r"监督保障|监督方面|考核|评议|培训|(?:成立|调整|设立|健全)[^，。；\n]{0,20}领导小组"
    ),
}
_BESIDE: tuple[Literal["disclosure", "applications"], ...] = ("disclosure", "applications")
# 保障人民群众的知情权、监督权: what all of the work is for, no supervision.
_RIGHTS = re.compile(
    r"(?:保障|维护)[^，。；\n]{0,24}(?:权|利|益|需求)|监督权|有力保障|提供[^，。；\n]{0,8}保障"
)


def missing_aspects(case: Case) -> list[AspectKey]:
    """The aspects that 总体情况 does not tell; nothing where it is missing or empty itself."""
    section = case.report.outline.section("overview")
    if section is None or says_nothing(prose(case, section)):
        return []
    told = _under_headings(case, section)
    if not headings_decide(case, section):
        told |= _by_content(case, section) | _under_slogans(case, section)
    return [key for key in ASPECTS if key not in told and not _in_lost_table(case, key)]


def headings_decide(case: Case, section: Section) -> bool:
    """Whether the text is divided by aspects: there are sub-headings, and one of them at least
    calls an aspect by its name. Slogans (突出重点; 规范管理) divide it otherwise.
    """
    if not _under_headings(case, section):
        return False
    headed = [a.heading.text for a in case.report.outline.aspects if a.heading is not None]
    lines = [line.text for line in numbered_lines(case, section)]
    return any(calls_an_aspect(_words(text)) for text in (*headed, *lines))


def sub_headings(case: Case, section: Section) -> list[tuple[int, int, str]]:
    """Start, end and words of all sub-headings, those of other matters too, in order."""
    found = {
        a.heading.start: (a.heading.start, a.heading.end, a.heading.text)
        for a in case.report.outline.aspects
        if a.heading is not None
    }
    for line in top_headings(case, section):
        found.setdefault(line.start, (line.start, line.end, line.text))
    return [found[start] for start in sorted(found)]


def _under_slogans(case: Case, section: Section) -> set[AspectKey]:
    """What stands under headings that are about no other matter."""
    starts = {line.start for line in numbered_lines(case, section)}
    starts |= {a.heading.start for a in case.report.outline.aspects if a.heading is not None}
    begins = [*sorted(starts), section.end]
    found: set[AspectKey] = set()
    for start, stop in pairwise(begins):
        text = case.text[start:stop]
        if not is_foreign(re.split("[。\n]", text, maxsplit=1)[0]):
            told = _RIGHTS.sub("", text)
            found |= {key for key in ASPECTS if _TOLD[key].search(told)}
    return found


def _words(heading: str) -> str:
    """A heading without its number, up to its full stop."""
    text = squash_heading(heading)
    return re.split("[。：:]", text[number_of(text).end :], maxsplit=1)[0]


def _under_headings(case: Case, section: Section) -> set[AspectKey]:
    """Where there are sub-headings only they count; empty if there are none to speak of."""
    aspects = case.report.outline.aspects
    headed = [aspect for aspect in aspects if aspect.heading is not None]
    both = {key for aspect in headed for key in _both(aspect)}
    if len(headed) < _MIN_HEADED and not both:
        return set()
    told = {a.key for a in (aspects if both else headed) if _counts(case, a)}
    told |= both | _under_others(case, section, {a.start for a in headed})
    told |= _by_slogans(case, section)
    return told | _under_repeated(case, headed)


def _under_repeated(case: Case, headed: Sequence[Aspect]) -> set[AspectKey]:
    """A heading pasted twice (S103) may stand above another aspect's text."""
    found: set[AspectKey] = set()
    for index, aspect in enumerate(headed):
        if any(aspect.key == other.key for other in headed[:index]):
            told = case.text[aspect.start : aspect.end]
            found |= {key for key in ASPECTS if _TOLD[key].search(told)}
    return found


def _under_others(case: Case, section: Section, known: set[int]) -> set[AspectKey]:
    """What headings speak of, whatever their number, and what stands under those whose words
    name none of the five nor another matter.
    """
    found: set[AspectKey] = set()
    headings = top_headings(case, section)
    for index, heading in enumerate(headings):
        stop = headings[index + 1].start if index + 1 < len(headings) else section.end
        key = free_aspect(squash_heading(heading.text)[heading.number.end :])
        if key is not None and (key != "supervision" or not _LEADERSHIP.search(heading.text)):
            found.add(key)
        if is_foreign(heading.text) or any(heading.start <= at < stop for at in known):
            continue
        found |= {key for key in ASPECTS if _TOLD[key].search(case.text, heading.start, stop)}
    return found


def _by_slogans(case: Case, section: Section) -> set[AspectKey]:
    """What slogans run into their paragraphs speak of: （六）强化监督考核，确保落实。把信息公开…"""
    found: set[AspectKey] = set()
    for line in numbered_lines(case, section):
        slogan, stop, _ = squash_heading(line.text)[line.number.end :].partition("。")
        key = free_aspect(slogan) if stop and not line.titled else None
        if key is not None and (key != "supervision" or not _LEADERSHIP.search(slogan)):
            found.add(key)
    return found


def _by_content(case: Case, section: Section) -> set[AspectKey]:
    """What the text speaks of, calls by its name, or tells beside the table that is about it."""
    told = {aspect.key for aspect in case.report.outline.aspects}
    text = prose(case, section)
    told |= {key for key, named in _NAMED.items() if named.search(text)}
    if _TOLD["disclosure"].search(text):
        told.add("disclosure")
    told |= _under_others(case, section, set())
    for key in (key for key in _BESIDE if key not in told):
        beside = case.report.outline.section(key)
        if beside is not None and _TOLD[key].search(prose(case, beside)):
            told.add(key)
    return told


def _counts(case: Case, aspect: Aspect) -> bool:
    """Whether a sub-heading's words, or what it heads, are about its aspect."""
    if aspect.key != "supervision" or aspect.heading is None:
        return True
    if _SUPERVISION.search(aspect.heading.text) or not _LEADERSHIP.search(aspect.heading.text):
        return True
    return bool(_SUPERVISION.search(case.text, aspect.start, aspect.end))


def _both(aspect: Aspect) -> tuple[AspectKey, ...]:
    """The aspects of a heading for two (信息管理和平台建设): the text below stands for both."""
    if aspect.heading is None:
        return ()
    text = squash_heading(aspect.heading.text)
    return two_aspects(text[number_of(text).end :].rstrip("。：:")) or ()


def _in_lost_table(case: Case, key: AspectKey) -> bool:
    if key == "disclosure":
        return not_read(case, "disclosure")
    return key == "applications" and not_read(case, "applications")
