"""Lists that nothing announces: 公开信息364条，人事17条，项目308条，其他19条."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.checks.contradictions import breakdown_words as words
from extractor.checks.contradictions.breakdown_parts import Part
from extractor.checks.contradictions.breakdown_rows import Row, compared
from extractor.checks.contradictions.tellings import Figure, Telling

_FEWEST = 3
# What is divided was made public; what was received is told in stages, not in parts.
_PUBLISHED = re.compile(r"(?<!予以)(?<!部分)(?<!不予)(?:公开|发布|公布)[^，。；]{0,14}$")
# 件 are applications and documents too, which have outcomes.
_UNITS = frozenset({"条", "篇"})
_LISTED = re.compile(r"[，,、](?P<name>[\u4e00-\u9fff、，]{2,40}?)(?:共|为|有)?$")
# A name, no act or state: 主动公开58条, 已更新7条; but 公共服务, 安全生产, 基本信息 are names.
_NO_NAME = re.compile(
    r"其中|包[括含]|含|分别|(?<!应)主动公开|发布|公布|更新|推送|上传|收到|办结|答复|回应|新增|制[作发]"
    r"|^(?:[我已被均共]|本[局县市区镇乡年]|全[年县市区局])|同比|增[加长]|减少|[约近超达]$"
)


def bare_rows(told: Sequence[Telling], year: int | None) -> Iterator[Row]:
    """Three parts or more right behind a total, the last of them 其他, which closes the list."""
    for telling in told:
        if len(telling.figures) > _FEWEST and "其" in telling.text:
            yield from _rows(telling, year)


def _rows(telling: Telling, year: int | None) -> Iterator[Row]:
    figures = [figure for figure in telling.figures if not figure.bracketed]
    index = next((i for i, figure in enumerate(figures) if figure.unit in _UNITS), None)
    if index is None:
        return
    # A later figure may be a part itself.
    total = figures[index]
    if not _PUBLISHED.search(telling.before(total)) or compared(telling, total, year):
        return
    parts = _parts(telling, total, figures[index + 1 :])
    if len(parts) >= _FEWEST:
        lead = telling.text[total.end : parts[0].figure.start]
        yield Row("among", telling, telling, (total,), (), parts, lead, True)


def _parts(telling: Telling, total: Figure, behind: Sequence[Figure]) -> tuple[Part, ...]:
    """The parts up to 其他; none if anything else stands among them."""
    found: list[Part] = []
    position = total.end
    for figure in behind:
        listed = _LISTED.fullmatch(telling.text, position, figure.start)
        if listed is None or figure.unit != total.unit or _NO_NAME.search(listed["name"]):
            return ()
        found.append(Part(listed["name"], figure))
        if words.REST.match(listed["name"]):
            # Another figure behind 其他 is one more part, or tells what 其他 were.
            return tuple(found) if figure is behind[-1] else ()
        position = figure.end
    return ()
