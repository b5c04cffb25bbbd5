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
    "province": "省级 省 省部级 自治区 自治区级 直辖市 省直",
    "city": "市级 市 地市级 地市 地级市 地级 设区的市 设区市 州 州级 自治州 盟 市州 地区 市直",
    "county": "县级 县 区 旗 区级 区县 县区 县区级 区县级 县市区 县级市 市辖区 自治县 县直 区直",
    "township": "乡级 乡镇级 乡镇 乡 镇 街道 镇街 乡镇街道 街镇 镇级 街道级 街道办 街道办事处 苏木",
    "zone": "开发区 园区 功能区 新区 高新区 经开区 开发区级 管委会 示范区 度假区",
}
_KIND_WORDS: dict[Kind, str] = {
    "government": "政府 人民政府 政府机关 乡镇政府 镇政府 乡政府 本级政府 一级政府 地方政府",
    "department": "部门 工作部门 政府部门 职能部门 政府工作部门 组成部门 直属机构 局 委办局",
    "other": "其他 其它 事业单位 公共企事业单位 企事业单位 企业 街道办事处 街道办 其他单位",
}
_BETWEEN_FILES = re.compile(r"[；;|｜\n\r\t]+")
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
    """Paths or patterns: those may hold commas and 、, but no line breaks or semicolons."""
    parts = (part.strip().replace("\\", "/") for part in _BETWEEN_FILES.split(cell))
    return tuple(dict.fromkeys(part for part in parts if part))


def _plain(typed: str) -> str:
    return _DROPPED.sub("", unicodedata.normalize("NFKC", typed)).lower()


def _unknown(
    zh: str, en: str, typed: str, known: Mapping[str, Value], names: Mapping[Value, Said]
) -> Said:
    """With the nearest value that is known."""
    near = difflib.get_close_matches(_plain(typed), list(known), n=1, cutoff=0.4)
    told = names[known[near[0]]] if near else None
    could_zh = f"是不是“{told.zh}”？" if told else ""
    could_en = f"did you mean {told.en}? " if told else ""
    all_zh = "、".join(said.zh for said in names.values())
    all_en = ", ".join(said.en for said in names.values())
    return Said(
        f"{zh}“{typed}”不认识，未采用；{could_zh}可填：{all_zh}。",
        f"{en} '{typed}' is not known and was left out; {could_en}one of: {all_en}.",
    )
