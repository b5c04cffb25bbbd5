"""What there was, what came and went, and what is left: 年初40个，关停7个，保留31个."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.checks.contradictions.breakdown_parts import Part
from extractor.checks.contradictions.breakdown_rows import Row
from extractor.checks.contradictions.breakdowns import Mismatch
from extractor.checks.contradictions.tellings import Telling

_FIRST = re.compile(r"年初|原有|原先|原来|上年末|上年底")
_CAME = re.compile(r"新增|新设|新开|新建|增设|新开设|新开通|开通|增加")
_WENT = re.compile(r"关停|注销|撤[并销掉除]|拆[除掉]|裁撤|整合掉|取消|清退|停用|关闭|下线|减少")
_KEPT = re.compile(r"保留|留下|还剩|剩下|仅剩")
_NOW = re.compile(r"保留|留下|还剩|剩下|仅剩|年末|年底|现有|实有|现存")
# What was joined or renamed is neither gone nor new; and some closed is not all.
_UNSURE = re.compile(r"其中|合并|并入|整合|改为|更名|转为|移交|划[入出转]|等|余|约|恢复|重新|申请")
_UNITS = frozenset({"个", "条", "项", "处", "块", "家", "部", "台", "座"})
_LIKELY = 0.85


def stock_flows(told: Sequence[Telling]) -> Iterator[Mismatch]:
    for telling in told:
        first = _FIRST.search(telling.text)
        if first and _WENT.search(telling.text, first.end()):
            yield from _flow(telling, first.start())


def _flow(telling: Telling, start: int) -> Iterator[Mismatch]:
    figures = [f for f in telling.figures if f.start >= start and not f.bracketed]
    counted = [f for f in figures if f.unit in _UNITS]
    if len(counted) < 3 or len({f.unit for f in counted}) > 1:
        return
    text = telling.text[start : counted[-1].end]
    if _UNSURE.search(text) or any(f.low != f.high for f in counted):
        return
    whole, *moves, now = counted
    ends = telling.before(now)
    signs = [_sign(telling.before(f)) for f in moves]
    if not _FIRST.search(telling.before(whole)) or not _NOW.search(ends) or 0 in signs:
        return
    # 年末 behind closures alone: something may have opened.
    if not _KEPT.search(ends) and 1 not in signs:
        return
    left = whole.value + sum(f.value * sign for f, sign in zip(moves, signs, strict=True))
    if left == now.value:
        return
    parts = tuple(
        Part(telling.before(f), replace(f, value=f.value * sign, low=f.low * sign))
        for f, sign in zip(moves, signs, strict=True)
    )
    parts = (Part(telling.before(whole), whole), *parts)
    row = Row("among", telling, telling, (now,), (), parts, "", True)
    yield Mismatch(row, now, parts, True, _LIKELY)


def _sign(words: str) -> int:
    came, went = _CAME.search(words), _WENT.search(words)
    return 0 if bool(came) == bool(went) else 1 if came else -1
