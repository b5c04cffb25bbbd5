"""The agency as the report names itself: in the title, else the signature, else the preamble."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.report.dividing.patterns import OF, maybe
from extractor.report.dividing.report_title import NAME_BELOW, YEAR, Title
from extractor.report.dividing.signature import Signature
from extractor.report.flow import Flow
from extractor.report.identity.in_full import (
    abbreviates,
    in_full,
    is_short_for,
    lacks_place,
    long_form,
    said_in_full,
)
from extractor.report.identity.place_alone import BODY, body_named, with_its_body
from extractor.report.identity.places import parsed
from extractor.report.identity.signing import signed_at_head, signed_by, signs_both
from extractor.report.identity.stated import Stated
from extractor.report.identity.told import BODY_END, MATTER, as_subject, at_work, told

__all__ = ["agency_of", "in_title", "signed_by"]

_WORK, _STATE, _YEARLY = maybe("工作"), maybe("情况"), maybe("年度")
_PUBLIC = re.compile(MATTER)
# All that titles say behind the agency: 政府信息公开工作2023年度报告, 政务公开工作情况的报告.
_BEHIND = re.compile(
    rf"{MATTER}{_WORK}{_STATE}{OF}(?:{YEAR}|本?年度)?{OF}{maybe('政府')}{maybe('信息公开')}{_WORK}"
    rf"{_STATE}{OF}{_YEARLY}(?:{YEAR})?{_WORK}{_STATE}{OF}(?:总结[暨及和]?)?{_YEARLY}(?:报告|年报|总结)"
    rf"(?:[（(〔\[【](?P<aside>.*)[）)〕\]】])?》?(?:{YEAR})?[—－-]{{0,2}}(?P<tail>{NAME_BELOW})?"
    rf"(?:[（(·•・—－-]{{0,2}}{YEAR}[）)]?)?"
    r"(?:公布|公示|\.\w+|的(?:公告|通告|函))?(?:—{1,2}[^—]{3,28})?"
)
_SECOND = re.compile("[（(][^（）()]+[）)]$")
# 关于全县政府信息公开工作: no agency is called so.
_ALL_OF = "^[全我本][省市县区镇乡旗州]$|关于[全我本][省市县区镇乡旗州]$"
_NOT_AGENCY = re.compile(
    rf"[（(〔\[【]{YEAR}[）)〕\]】]|{YEAR}|{_ALL_OF}|^关于|关于(?:公布|发布|报送|印发|公开)?$|^的|的$"
    r"|^[（(〔\[【](?:图解|图文|图表|图片|一图读懂|转载|公示|附件?|年报|年度报告|[\u4e00-\u9fff]{0,4}公开)[）)〕\]】]"
    r"|[（(](?:加?挂|对外加?挂|同时加?挂)[^（）()]+(?:牌子?|牌匾)[）)]$"
    r"|[（(](?:本级|局?机关|局本级|本部|盖章|公章)[）)]$|^(?:报送|公布|发布|印发)"
    r"|^公共企事业单位$|^年度|年度$|^本级|[《》“”【】]|[（(]年?度[）)]|(?:20\d\d)?[—－-]+$"
)
# 12345政务服务便民热线中心: of figures a name has those of a hotline only.
_NAME = re.compile(r"(?=.{3,40}$)(?:[\u4e00-\u9fff·（）()、]|(?<!\d)12\d{3}(?!\d))+")
# 第一医院院务信息公开: what of the institution's work is public is no part of its name.
_ITS_AFFAIRS = re.compile(
    "(?<=院)[院医检审]务$|(?<=[校学园])[校园]务$|(?<=[司团厂])[厂企司]务$|(?<=馆)馆务$|(?<=所)所务$"
    "|(?<=站)站务$|(?<=局)[局警]务$|(?<=府)[政镇乡]务$"
)
# 云岭县农业农村局 云岭县乡村振兴局: two agencies; a branch has its head's name first, too.
_TWO_NAMES = re.compile(
    rf"(?P<first>(?P<place>[\u4e00-\u9fff]{{2,6}}?[省市县区旗州])[\u4e00-\u9fff]{{2,14}}?{BODY_END})"
    rf"(?P=place)[\u4e00-\u9fff]{{2,14}}{BODY_END}(?<!分局)(?<!队)(?<![所站处])(?<!中心)"
)


def agency_of(
    flow: Flow,
    title: Title | None,
    signature: Signature | None,
    stretches: tuple[tuple[int, int], ...],
) -> Stated[str] | None:
    """The reporting agency; `stretches` are preamble and overview, in which it may be named."""
    titled = in_title(flow, title) if title else None
    signed = signed_by(flow, signature) or signed_at_head(flow, title)
    if titled is None:
        return _fullest(signed, told(flow, stretches)) or at_work(flow, stretches)
    if signed is not None and _signs_first(titled.value, signed.value):
        return Stated(signed.value, titled.start, titled.start + len(signed.value))
    name = parsed(titled.value)
    if not name.body:
        return _of_place(flow, titled, signed, stretches)
    if full := in_full(flow, titled, signed, stretches) or said_in_full(flow, titled, stretches):
        return full
    if name.places or name.central:
        return _first_name(flow, titled, signed)
    named = (signed, told(flow, stretches), at_work(flow, stretches))
    return _longest(titled, named) or as_subject(flow, titled.value, stretches) or titled


def _signs_first(titled: str, signed: str) -> bool:
    """云岭县住房局与云岭县人防办 in the title, signed by the first of the two."""
    places = parsed(signed).places
    rest = titled.removeprefix(signed)
    joined = places and rest != titled and rest[:1] in ("与", "和", "、", "及")
    return bool(joined and rest[1:].startswith(places[0].name))


def _longest(titled: Stated[str], named: Sequence[Stated[str] | None]) -> Stated[str] | None:
    """The first name that puts the place in front of the title's; a later one may say it fully.

    高新区财政局 signs for 沧屏高新技术产业开发区财政局.
    """
    best: Stated[str] | None = None
    for name in named:
        fuller = _fuller(titled, name) if name else titled
        if fuller is not titled and (best is None or abbreviates(best.value, fuller.value)):
            best = fuller
    return best


def _of_place(
    flow: Flow,
    titled: Stated[str],
    signed: Stated[str] | None,
    stretches: tuple[tuple[int, int], ...],
) -> Stated[str]:
    """The body of the place that the title names alone."""
    places = parsed(titled.value).places
    place = places[-1].name if places else titled.value
    named = body_named(flow, place, stretches)
    if signed is not None and (place in signed.value or _is_government(signed.value)):
        fuller = named and (place not in signed.value or is_short_for(signed.value, named.value))
        return named if named and fuller else signed
    if named is None:
        return with_its_body(flow, titled)
    if named.value.startswith(place) and titled.value.endswith(place):
        return Stated(titled.value + named.value[len(place) :], named.start, named.end)
    return named


def in_title(flow: Flow, title: Title) -> Stated[str] | None:
    """What the title says besides the year and its own words."""
    head = _head(title.text)
    if head is None:
        return None
    name = _ITS_AFFAIRS.sub("", _bare(head))
    if two := _TWO_NAMES.fullmatch(name):
        name = two["first"]
    if not _NAME.fullmatch(name):
        return None
    start, end = _find(flow, title, name)
    return Stated(name, start, end)


def _head(title: str) -> str | None:
    """What stands in front of the title's own words, or else in brackets behind them."""
    for match in _PUBLIC.finditer(title):
        behind = _BEHIND.fullmatch(title, match.start())
        if behind is None:
            continue
        head = _before(title, match)
        if _bare(head) and not _only_place(_bare(head), behind["aside"]):
            return head
        aside = re.sub(rf"^{YEAR}|{YEAR}$", "", behind["aside"] or "")
        below = (aside, behind["tail"] or "")
        return next((name for name in below if re.search(BODY_END + "$", name)), head)
    heads = (_before(title, match) for match in _PUBLIC.finditer(title))
    return next((head for head in heads if re.search(BODY_END + "$", _bare(head))), None)


def _before(title: str, matter: re.Match[str]) -> str:
    """兰陌县人民政府信息公开…: the one 政府 belongs to the name and to the matter."""
    head = title[: matter.start()]
    shared = head.endswith("人民") and matter.group().startswith("政府")
    return head + "政府" if shared else head


def _only_place(head: str, aside: str | None) -> bool:
    """Whether the head is a place only, and the agency stands in brackets: 云岭县…（县政府办）."""
    body = parsed(head).body
    return not body and aside is not None and bool(re.search(BODY_END + "$", aside))


def _bare(head: str) -> str:
    """A head without years, particles, the words of titles, and the motto above a dash."""
    head = head[head.rfind("—", 0, -1) + 1 :] if re.search("—[\u4e00-\u9fff]", head) else head
    while (shorter := _NOT_AGENCY.sub("", head)) != head:
        head = shorter
    return head


def _find(flow: Flow, title: Title, name: str) -> tuple[int, int]:
    offsets = [at for at in range(title.start, title.end) if not flow.text[at].isspace()]
    chars = "".join(flow.text[at] for at in offsets)
    first = chars.find(name)
    if first < 0:
        return title.start, title.end
    return offsets[first], offsets[first + len(name) - 1] + 1


def _fullest(signed: Stated[str] | None, told: Stated[str] | None) -> Stated[str] | None:
    """The signature's name; the preamble's where the signature is short for it.

    桑屿街道办 signs for 清槐区人民政府桑屿街道办事处.
    """
    if signed is None or told is None:
        return signed or told
    return told if is_short_for(signed.value, told.value) else signed


def _first_name(flow: Flow, titled: Stated[str], signed: Stated[str] | None) -> Stated[str]:
    """The name without its second one in brackets, if the agency signs so."""
    second = _SECOND.search(titled.value)
    if second is None or signed is None or signed.value != titled.value[: second.start()]:
        return titled
    if signs_both(flow, signed, second.group()):
        return titled
    return Stated(signed.value, titled.start, titled.start + len(signed.value))


def _fuller(titled: Stated[str], signed: Stated[str]) -> Stated[str]:
    """县水务局 in the title, 临溪县水务局 in the signature: the name with its place."""
    # 县科技局（县外国专家局) in the title: the first of its names may be signed in full.
    own, whole = long_form(titled.value), long_form(signed.value)
    names = (own, _SECOND.sub("", own))
    above = next((whole.removesuffix(name) for name in names if whole.endswith(name)), "")
    if not above and (second := _SECOND.search(signed.value)):
        first = Stated(signed.value[: second.start()], signed.start, signed.end)
        return titled if _fuller(titled, first) is titled else first
    # 中华人民共和国 is no place: 云岭海关 remains what the title calls it.
    longer = above and bool(parsed(above).places or not parsed(above).central)
    return signed if longer or lacks_place(titled.value, signed.value) else titled


def _is_government(name: str) -> bool:
    return bool(re.search(BODY + "$", name))
