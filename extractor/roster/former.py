"""Former names as people type them: 原临溪县农业局, 曾用名：临溪县粮食局, two parted by a blank."""

from __future__ import annotations

import re

from extractor.checks.model import Said
from extractor.report.identity.places import parsed

_BETWEEN = re.compile(r"[、，,；;/|｜\n\r\t→]+")
# （2019年3月前）, (至2023年), （已撤销）: when the name was used, not part of it.
_WHEN = re.compile(
    r"[（(](?:[^（）()]*[\d年月前后至][^（）()]*|原|旧|曾用|已?(?:撤销|撤并|合并|更名))[）)]\s*$"
)
_LABEL = re.compile(
    r"^(?:(?:曾用名?|原[名称]|原名称|曾名|旧[名称]|旧名称|前身)(?:[:：]|[为是系](?=[\u4e00-\u9fff]{3}))|原\s*[:：])\s*"
)
# The places whose own names begin so, and words of bodies: 原子能研究所, 原种场.
_OWN_FIRST = re.compile("原(?:平市|州区|阳县|[子种料材粮煤水])")
_FORMER_FIRST = re.compile(r"原\s*(?=[\u4e00-\u9fff]{3})")
_COUNTY_UP = ("省", "市", "盟", "县", "区", "旗", "州", "自治州", "自治县", "自治旗", "地区")
_BODY = re.compile("(?:局|委|厅|部|署|办|办公室|委员会|中心|政府|办事处|馆|站|所|院|队|社)$")
_LEAST = 3


def former_names(cell: str) -> tuple[tuple[str, ...], list[Said]]:
    """The names, each once; and what is not plain about them, left as it was typed."""
    names: list[str] = []
    doubts: list[Said] = []
    for part in _BETWEEN.split(cell):
        pieces = _parted(_bare(part), doubts)
        names += [_without_former(piece, doubts) for piece in pieces]
    return tuple(dict.fromkeys(name for name in names if name)), doubts


def _bare(part: str) -> str:
    return _LABEL.sub("", _WHEN.sub("", part.strip()).strip()).strip()


def _parted(name: str, doubts: list[Said]) -> list[str]:
    """Two names, where each piece has a place and a body of its own; 临溪县 水务局 is one."""
    pieces = [_bare(piece) for piece in name.split()]
    if len(pieces) < 2:
        return pieces
    if all(_is_whole(piece) for piece in pieces):
        return pieces
    if all(_BODY.search(piece) and len(piece) >= _LEAST for piece in pieces):
        doubts.append(
            Said(
                f"曾用名“{name}”里有空格，当作一个名称：如是几个，请用顿号隔开。",
                f"the former name '{name}' has blanks and was taken for one: part several by "
                "semicolons.",
            )
        )
    return [name]


def _is_whole(piece: str) -> bool:
    own = piece.removeprefix("原")
    return bool(parsed(own).places and parsed(own).body and _BODY.search(own))


def _without_former(name: str, doubts: list[Said]) -> str:
    """原临溪县农业局 was 临溪县农业局; 原平市, 原阳县 and 原种场 are names."""
    if _FORMER_FIRST.match(name) is None or _OWN_FIRST.match(name):
        return name
    rest = _FORMER_FIRST.sub("", name, count=1)
    places = parsed(rest).places
    if (places and places[0].suffix in _COUNTY_UP) or (not places and _BODY.search(rest)):
        return rest
    doubts.append(
        Said(
            f"曾用名“{name}”照原样采用：如果“原”字不是名称的一部分，请删去。",
            f"the former name {name} was taken as it stands: if 原 only means 'formerly', leave it "
            "out.",
        )
    )
    return name
