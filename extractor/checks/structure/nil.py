"""Text that is none: nothing, 无, 暂无, 略."""

from __future__ import annotations

import re

_NUMBER = r"(?:[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．:：])?"
_NIL = re.compile(
    rf"{_NUMBER}[（(]?(?:(?:本年度?|本部分|此项|本项|目前)[，,]?)?"
    r"(?:暂?无|没有|暂?缺|从?略|空|不涉及|[/／—\-]+|暂?无(?:相关|此项|其他)?(?:内容|情况|事项|信息))"
    r"[）)]?[。.；;，]?"
)
_BLANKS = re.compile(r"\s+")
# A line of so many characters without a sentence is a heading: 存在的主要问题.
_HEADING = re.compile(
    rf"(?:{_NUMBER}|[^。，；：:\d]{{0,20}}(?:问题|情况|措施|不足|打算|公开|管理|建设|保障)[：:]?)"
)


def is_nil(line: str) -> bool:
    return bool(_NIL.fullmatch(_BLANKS.sub("", line)))


def says_nothing(text: str) -> bool:
    """Whether each line is nil, blank, or a sub-heading with nothing else below it."""
    lines = [_BLANKS.sub("", line) for line in text.split("\n")]
    return all(not line or _NIL.fullmatch(line) or _is_heading(line) for line in lines)


def _is_heading(line: str) -> bool:
    bare = re.sub(rf"^{_NUMBER}", "", line)
    return not bare or bool(_HEADING.fullmatch(bare))
