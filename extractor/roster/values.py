"""What people type into a roster's cells: levels, kinds, lists of files."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Mapping
from typing import TypeVar

from extractor.checks.model import Said
from extractor.report.record import Kind, Level
from extractor.roster.model import KINDS, LEVELS

Value = TypeVar("Value", bound=str)

_LEVEL_WORDS: dict[Level, str] = {
    "ministry": "国家级 国家 中央 部委 部级 中央部门 国务院部门 中央级",
    "province": "省级 省 省部级 自治区 自治区级 直辖市 省直 省直部门 省直单位 省直机关 省级部门",
    "city": "市级 市 地市级 地市 地级市 地级 设区的市 设区市 州 州级 自治州 盟 市州 地区 市直"
    " 市直部门 市直单位 市直机关 市级部门",
    "county": "县级 县 区 旗 区级 区县 县区 县区级 区县级 县市区 县级市 市辖区 自治县 县直 区直"
    " 县直部门 县直单位 县直机关 县级部门 区直部门 区直单位 区直机关 区级部门",
    "township": "乡级 乡镇级 乡镇 乡 镇 街道 镇街 乡镇街道 街镇 镇级 街道级 街道办 街道办事处 苏木",
    "zone": "开发区 园区 功能区 新区 高新区 经开区 开发区级 管委会 示范区 度假区"
    " 国家级开发区 省级开发区",
}
_KIND_WORDS: dict[Kind, str] = {
    "government": "政府 人民政府 政府机关 乡镇政府 镇政府 乡政府 本级政府 一级政府 地方政府"
    " 乡镇人民政府 县政府 市政府",
    "department": "部门 工作部门 政府部门 职能部门 政府工作部门 组成部门 直属机构 局 委办局"
    " 直属部门 县直部门 市直部门 区直部门 省直部门 县级部门 垂管部门 垂直管理部门",
    "other": "其他 其它 事业 事业单位 公共企事业单位 企事业单位 企业 街道办事处 街道办 其他单位",
}
_BETWEEN_FILES = re.compile(r"[；;|｜\n\r\t]+")
_COMMAS = re.compile("[、，,]")
_FILE_END = re.compile(
    r"[^\s./]\.(?:pdf|docx?|wps|html?|txt|ofd|xlsx?|rtf|odt|zip)$", re.IGNORECASE
)
_LEAST, _LONG = 2, 7
# 正科级, 县处级: an officer's rank, which tells nothing of the area.
_RANK = re.compile("[股科处厅局]级")
_DROPPED = re.compile(r"[\s、，。/（）()]+")


def _known(words: Mapping[Value, str], names: Mapping[Value, Said]) -> dict[str, Value]:
    known: dict[str, Value] = {}
    for key in words:
        known |= dict.fromkeys((key, names[key].en, *words[key].split()), key)
    return known


_LEVEL_OF = _known(_LEVEL_WORDS, LEVELS)
_KIND_OF = _known(_KIND_WORDS, KINDS)


def level_of_word(typed: str) -> Level | None:
    return _LEVEL_OF.get(_plain(typed))


def kind_of_word(typed: str) -> Kind | None:
    return _KIND_OF.get(_plain(typed))


def unknown_level(typed: str) -> Said:
    return _unknown("级别", "level", typed, _LEVEL_OF, LEVELS)


def unknown_kind(typed: str) -> Said:
    return _unknown("类型", "kind", typed, _KIND_OF, KINDS)


def files_in(cell: str) -> tuple[str, ...]:
    """Paths or patterns: those may hold commas and 、, but no line breaks or semicolons. Where each
    piece between the commas ends as a file does, they are several files."""
    found: list[str] = []
    for part in _BETWEEN_FILES.split(cell):
        pieces = [piece.strip() for piece in _COMMAS.split(part)]
        whole = len(pieces) < 2 or not all(_FILE_END.search(piece) for piece in pieces)
        found += [part.strip()] if whole else pieces
    return tuple(dict.fromkeys(part.replace("\\", "/") for part in found if part))


def _plain(typed: str) -> str:
    return _DROPPED.sub("", unicodedata.normalize("NFKC", typed)).lower()


def _unknown(
    zh: str, en: str, typed: str, known: Mapping[str, Value], names: Mapping[Value, Said]
) -> Said:
    """With the nearest value that is known."""
    near = [word for word in known if _is_near(_plain(typed), word)]
    told = names[known[near[0]]] if near else None
    could_zh = f"是不是“{told.zh}”？" if told else ""
    could_en = f"did you mean {told.en}? " if told else ""
    all_zh = "、".join(said.zh for said in names.values())
    all_en = ", ".join(said.en for said in names.values())
    return Said(
        f"{zh}“{typed}”不认识，未采用；{could_zh}可填：{all_zh}。",
        f"{en} '{typed}' is not known and was left out; {could_en}one of: {all_en}.",
    )


def _is_near(typed: str, word: str) -> bool:
    """A slip of one character behind the first, in a long English word of two: 县及 is near 县级,
    正科级 is not near 乡级."""
    longest = max(len(typed), len(word))
    if (
        _RANK.search(typed)
        or typed in _LEVEL_OF
        or typed in _KIND_OF
        or typed[:1] != word[:1]
        or len(typed) < _LEAST
    ):
        return False
    blocks = difflib.SequenceMatcher(None, typed, word).get_matching_blocks()
    slips = 2 if word.isascii() and longest > _LONG else 1
    return longest - sum(block.size for block in blocks) <= slips
