"""Another place's name where only the own one can stand: website, gazette, signature."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from extractor.checks.language.like_sounding import words_of_the_genre
from extractor.checks.language.other_bodies import is_other
from extractor.report.identity.county_told import ends_in_verb
from extractor.report.identity.places import ParsedName, Place, parsed

_GOVERNMENT = "(?:人民)?政府"
_OWN_THING = re.compile(
    rf"(?P<suffix>[县区市镇乡])(?={_GOVERNMENT}(?:门户|官方|信息)?网站|{_GOVERNMENT}公报|{_GOVERNMENT}(?:第\d+次)?(?:常务|全体)会|{_GOVERNMENT}信息公开(?:专栏|平台)|政务网|党政(?:综合)?办|便民服务中心|政务服务中心)"
)
# What may stand directly before a place's name.
_PREPOSITION = re.compile(
    r"(?:[^\u4e00-\u9fff]|在|由|与|向|于|和|及|到|从|经|登录|访问|通过|依托|利用|借助)$|^$"
)
_NAME_LENGTHS = (2, 3)
_FUNCTION = re.compile(
    r"[各全本我该某邻外上下省市县区的和与及由在向于到从经等归属管送交报给去来进入回赴驻设建办被让请找问靠为是有没]"
)
# Others are told of with a reason.
_WITH_REASON = re.compile(
    "学习|考察|借鉴|交流|互查|对标|参观|调研|先进|经验|邻|联合|协作|移[送交]|转[载发送交请办]|告知|划[归转]|原[^有先]|跨|通报|为例|等[地县市区]|对比|相比|兄弟|结对|援|[我本](?:局|委|办|厅|镇|乡|街道|县|区|市)"
)
_OFFICE = re.compile(r"(?:党政)?(?:综合)?办公室$|党政(?:综合)?办$|[（(].*$")
_BODY_ENDS = re.compile("(?:局|厅|委员会|委|镇人民政府|乡人民政府|街道办事处)$")


def elsewhere(text: str, own: str) -> Iterator[tuple[int, int]]:
    """Start and end of the places whose website and the like the text tells as its own."""
    if not _OWN_THING.search(text):
        return
    places = {place.name: place for place in parsed(own).places}
    for match in _OWN_THING.finditer(text):
        name = _named(text, match.start(), match["suffix"])
        if name is None or name in places or name[:-1] in own:
            continue
        start, end = match.end() - len(name), match.end()
        if _of_own_level(name, places.values()) and not _WITH_REASON.search(
            sentence_at(text, start)
        ):
            yield start, end


def _named(text: str, end: int, suffix: str) -> str | None:
    """The place's name before its suffix, if a name it is: 禾湾县, not 登录县 or 刊发县."""
    common = words_of_the_genre().very_common
    for length in _NAME_LENGTHS:
        stem = text[max(0, end - length) : end]
        before = text[max(0, end - length - 2) : max(0, end - length)]
        if len(stem) < length or not _PREPOSITION.search(before):
            continue
        pairs = map("".join, pairwise(stem))
        if re.fullmatch(r"[\u4e00-\u9fff]+", stem) and not _FUNCTION.search(stem):
            no_name = ends_in_verb(stem) or any(pair in common for pair in pairs)
            return None if no_name else stem + suffix
    return None


def _of_own_level(name: str, places: Iterable[Place]) -> bool:
    """One of the own places is of its rank: a district's city is none of them."""
    found = parsed(name + "人民政府").places
    return bool(found) and any(
        place.level == found[-1].level and (place.level is not None or place.suffix == "市")
        for place in places
    )


def sentence_at(text: str, at: int) -> str:
    """The sentence around a place."""
    start = max(text.rfind(sign, 0, at) for sign in "。；\n") + 1
    ends = (end for sign in "。；\n" if (end := text.find(sign, at)) >= 0)
    return text[start : min(ends, default=len(text))]


def signed_elsewhere(line: str, own: str, titled: str | None) -> tuple[int, int] | None:
    """Where a signing line names another body than the title: another bureau, another town."""
    found = re.search(r"[\u4e00-\u9fff]{4,}", line)
    if found is None:
        return None
    signed = _OFFICE.sub("", found.group())
    if not _BODY_ENDS.search(signed):
        return None
    if titled and _other_township(parsed(titled), parsed(signed)):
        return found.span()
    department = _BODY_ENDS.search(own) and "管理委员会" not in own
    return found.span() if department and is_other(signed, own) else None


def _other_township(titled: ParsedName, signed: ParsedName) -> bool:
    """石磨岭镇 in the title, 青石坳镇 in the signature."""
    first, second = (
        [place.name for place in name.places if place.level == "township"]
        for name in (titled, signed)
    )
    return bool(first and second) and first[-1] != second[-1]
