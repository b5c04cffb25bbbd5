"""The full name of an agency whose title has the short one: 云岭县发改局, 云岭县发展和改革局."""

from __future__ import annotations

import re

from extractor.report.flow import Flow
from extractor.report.identity.places import parsed
from extractor.report.identity.stated import Stated

# What short names leave of the word that ends the full one.
_ENDINGS = (("办", "办公室"), ("办", "办公厅"), ("委", "委员会"))
_LONG = (*_ENDINGS, ("办", "办事处"), ("政府", "人民政府"), ("管委会", "管理委员会"))
_SHORTEST = 2


def in_full(
    flow: Flow,
    titled: Stated[str],
    signed: Stated[str] | None,
    stretches: tuple[tuple[int, int], ...],
) -> Stated[str] | None:
    """The signature's name, if the title's is short for it.

    农业局 beside 农业农村局 may be the name before a reform: what only breaks off must be said to
    be short (以下简称县林草局).
    """
    if signed is None:
        return None
    if _with_place(flow, titled, signed, stretches):
        return signed
    short, full = parsed(titled.value), parsed(signed.value)
    if [p.name for p in short.places] != [p.name for p in full.places] or not short.places:
        return None
    if not _is_short_for(short.body, full.body):
        return None
    breaks_off = full.body.startswith(short.body[:-1])
    if breaks_off and not _said_short(flow, short.body, stretches):
        return None
    return signed


def said_in_full(
    flow: Flow, titled: Stated[str], stretches: tuple[tuple[int, int], ...]
) -> Stated[str] | None:
    """云岭县卫生健康局（简称云岭县卫健局）: the full name that the text gives for the title's."""
    place = re.escape("".join(place.name for place in parsed(titled.value).places))
    short = re.escape(parsed(titled.value).body)
    said = re.compile(
        rf"(?P<name>{place}[\u4e00-\u9fff]{{2,24}})[（(](?:以下|下)?(?:简)?称(?:为)?[：:]?"
        rf"[“\"]?(?:{place}|[省市县区旗州盟本我])?{short}[”\"]?[）)]"
    )
    for start, end in stretches:
        match = said.search(flow.text, start, end)
        if match and abbreviates(titled.value, match["name"]):
            return Stated(match["name"], *match.span("name"))
    return None


def abbreviates(short: str, full: str) -> bool:
    left = iter(full)
    return short != full and all(char in left for char in short)


def is_short_for(short: str, full: str) -> bool:
    """Whether a name is another without its place, or with a shorter word at its end, or both."""
    longer = {short, *(short.removesuffix(e) + w for e, w in _LONG if short.endswith(e))}
    if short != full and any(full.endswith(name) for name in longer):
        return True
    one, other = parsed(short), parsed(full)
    if one.places and [p.name for p in one.places] != [p.name for p in other.places]:
        return False
    return lacks_place(short, full) or _is_short_for(one.body, other.body)


def _with_place(
    flow: Flow, titled: Stated[str], signed: Stated[str], stretches: tuple[tuple[int, int], ...]
) -> bool:
    """Whether preamble and signature both put the place above in front of the title's name."""
    name, own = long_form(signed.value), long_form(titled.value)
    above = name.removesuffix(own)
    if not above or above == name or parsed(above).body or not parsed(above).places:
        return False
    return any(flow.text.find(signed.value, start, end) >= 0 for start, end in stretches[:1])


def long_form(name: str) -> str:
    """县政府办 is short for 县人民政府办公室, 街道办 for 街道办事处, 管委会 for 管理委员会."""
    name = re.sub("街道办$", "街道办事处", re.sub("政府办$", "政府办公室", name))
    name = re.sub("管委会$", "管理委员会", name)
    return re.sub("(?<!人民)政府(?=办公[室厅]$|$)", "人民政府", name)


def lacks_place(short: str, full: str) -> bool:
    """县卫健局 for 云岭县卫生健康局: short, and of the place only what kind it is."""
    name = parsed(full)
    if not name.places or not short.startswith(name.places[-1].suffix):
        return False
    body = short.removeprefix(name.places[-1].suffix)
    return _is_short_for(body, name.body) and not name.body.startswith(body[:-1])


def _is_short_for(short: str, full: str) -> bool:
    """Whether the characters of the short name stand in the full one in this order."""
    if not _SHORTEST <= len(short) < len(full):
        return False
    for ending, whole in (*_ENDINGS, (short[-1:], short[-1:])):
        if short.endswith(ending) and full.endswith(whole):
            left = iter(full.removesuffix(whole))
            return all(char in left for char in short.removesuffix(ending))
    return False


def _said_short(flow: Flow, short: str, stretches: tuple[tuple[int, int], ...]) -> bool:
    said = re.compile(rf"简?称(?:为|：)?[“\"]?[省市县区旗州盟本我]?{re.escape(short)}")
    return any(said.search(flow.text, start, end) for start, end in stretches)
