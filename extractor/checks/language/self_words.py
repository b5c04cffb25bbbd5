"""Words by which an agency speaks of itself and its place (我局, 我县), and which cannot be its."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractor.checks.language.lines import Line
from extractor.report.identity.places import ParsedName, parsed

_SELF = re.compile(
    r"(?<![自让请对])[我本](?P<unit>街道(?![口边])|局(?![部面限势])|厅(?![堂])|院(?![落校])"
    r"|委(?![托派员任])|镇(?![压定])|乡(?![村音土])|县(?!级)|区(?![域块间])|旗(?!帜))"
)
# 厅党组 in a bureau's report; with a word before it, it is a superior's (省厅党组).
_PARTY = re.compile(r"(?:^|[，。；：])(?P<body>(?P<unit>[局厅委])党组)")
_QUOTED = re.compile(r"“[^”\n]{0,60}”|《[^》\n]{0,80}》")
# Those who apply or complain speak of their own place, and others of theirs.
_OTHERS_WORDS = re.compile(
    "申请人|申请公开|要求公开|反映|来信|咨询|投诉|诉求|村民|网民|案例|转发|所述|答复称"
)
_OWN_BODIES = (
    ("街道办事处", "街道"), ("镇人民政府", "镇"), ("乡人民政府", "乡"), ("镇政府", "镇"),
    ("委员会", "委"), ("局", "局"), ("厅", "厅"), ("院", "院"),
)  # fmt: skip
_BODIES = frozenset(("街道", "镇", "乡", "局", "厅", "院", "委"))
_COUNTIES = {"县": "县", "自治县": "县", "区": "区", "旗": "旗", "自治旗": "旗"}
_DIVIDED = re.compile("[。；\n]")


def foreign_selves(lines: Iterable[Line], agency: str) -> Iterator[tuple[Line, int, int]]:
    """Each foreign self-word where it stands first."""
    foreign = foreign_words(agency)
    seen: set[str] = set()
    for line in lines if foreign else ():
        if not any(word in line.text for word in ("我", "本", "党组")):
            continue
        text = _QUOTED.sub(lambda m: " " * len(m.group()), line.text)
        for match in _PARTY.finditer(text):
            if match["unit"] in foreign and match["body"] not in seen:
                seen.add(match["body"])
                yield line, *match.span("body")
        for match in _SELF.finditer(text):
            if match["unit"] not in foreign or match.group() in seen:
                continue
            before = _DIVIDED.split(text[: match.start()])[-1]
            if not _OTHERS_WORDS.search(before):
                seen.add(match.group())
                yield line, *match.span()


def foreign_words(agency: str) -> frozenset[str]:
    """Units that are not the agency's: another kind of body, another kind of county."""
    name = parsed(agency)
    body = next((unit for end, unit in _OWN_BODIES if agency.endswith(end)), None)
    if body is None or "管理委员会" in agency or "管委会" in agency:
        return frozenset() if body is None and not name.places else _foreign_places(name)
    return (_BODIES - {body}) | _foreign_places(name)


def _foreign_places(name: ParsedName) -> frozenset[str]:
    """我县 in a district's report, in a prefecture's; 我市 and 我省 may be the higher level's."""
    if any(place.suffix == "zone" for place in name.places):
        return frozenset()
    kinds = [_COUNTIES.get(place.suffix) for place in name.places]
    own = next((kind for kind in reversed(kinds) if kind), None)
    if own:
        # An autonomous region is 我区 to all that is in it.
        return frozenset(("县", "旗")) - {own}
    if name.places and name.places[-1].level in ("city", "province"):
        return frozenset(("县", "旗"))
    return frozenset()
