"""Several lacks named in one breath: 存在更新不及时、形式单一、队伍不稳定等问题."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from extractor.report.items import cues
from extractor.report.items.labels import NOUN_PROBLEM

_NOUN = rf"(?:{NOUN_PROBLEM}|现象|情况|情形|方面|环节|之处|缺陷|缺憾)"
# 等问题, 等几个方面的不足, 等等: the frame around lacks that were counted up.
_ET_CETERA = re.compile(
    rf"等等?(?:(?:这)?(?:几|多|若干|一些|[两二三四五六\d]))?(?:个|类|种|项|点)?(?:方面|环节)?"
    rf"(?:的)?(?:突出|共性|主要|薄弱|实际|现实|具体)?(?:{_NOUN}(?:(?:和|与|及|、){_NOUN})?)?(?=$|，|仍|还|依然|依旧|尚|也|均|都|较|比较"
    r"|同样|普遍|存在|突出|明显|时有|亟待|有待|需要|没有|未)"
)
# …不一致、…不及时三个方面的问题: counted, without 等.
_COUNT = re.compile(
    rf"(?:这)?(?:[两二三四五六七八\d]|几)(?:个|类|种|项|点)?(?:方面|环节)?的?(?:突出|共性|主要)?{_NOUN}$"
)
_FRAME = re.compile(rf"的(?:突出|共性|实际|现实)?(?:{NOUN_PROBLEM}|现象|情况|情形)$")
# What begins like this has no subject of its own: 不够及时、不够全面 is one lack.
_BARE_LACK = re.compile(
    r"不|欠(?![薪款费缴税账])|较|偏|太|过于|很|有待|[仍还尚亟]|难|慢|低|少(?!数)|[未没缺无].{0,3}(?:$|[，、])"
)
# 、与公众互动少: there 与 belongs to what lacks.
_JOINS = re.compile(r"、(?:以及|及|和)?|，?(?:以及|并且)|(?<=[\u4e00-\u9fff])(?:及|和|与)")
# Lacks that only a list's frame makes sure of: 人员兼职、经费有限等问题.
_AT_END = re.compile(
    r"(?:有限|兼[职任]|频繁|流动[性]?[较]?[强大]?|难|局限|受限|浅|窄|差|迟|旧|老化|模糊|失误|冲突|矛盾|重复"
    r"|交叉|堆砌|繁琐|拥堵|弱|断层|压力大|扎堆|老龄化|不齐"
    r"|得(?:还|也|太|有些|比较|较|很)?[晚迟散乱虚粗糙空浅窄难]"
    r"|(?:分散|散落|散布|混杂|夹杂|堆积|局限|依赖)[在于][^，、]{2,10}|(?:过于|过分)[^，、]{1,4}"
    r"|以[^，、]{2,8}为主|[^，、]{3}(?:未[^，。；、]{2,6}|偏[\u4e00-\u9fff]{1,2}|不(?![断同仅但过])[\u4e00-\u9fff]{1,3})|(?:[有成是]|[\u4e00-\u9fff]{2})“[^“”]*”)(?:了|着)?$"
)
# 存在甲的短板，也存在乙的不足，还存在丙的情况: each is announced and framed for itself.
_EXISTING = re.compile("，(?:同时|此外)?(?:也|还|又|并|且|仍)*存在(?:着|了)?")
# 存在种类少、质量不高的问题，有的中队全年只报1条
_TOLD_OF = re.compile(
    r"(?<=的问题|的现象|的情况|的不足)，(?=有的|有些|个别|少数|其中|例如|比如|如|甚至|特别是|尤其|全年|平均|最|(?:其|究其)?(?:主要|根本)?原因|(?:这)?主要是?(?:因|由于))"
)
_CAUSES = re.compile("由于|因(?!此)|受|鉴于|限于|囿于")
_OPENS = re.compile(rf"{_CAUSES.pattern}|对于?|针对|围绕|面对|关于")
_MIN_PART = 3
_MIN_FRAMED = 7
_MAX_LOOK = 60
_MAX_CLAUSE = 400
_MANY = 3
_SHORT = 14
# 不够深、更新和发布不及时: 和 joins two lacks only right behind a lack's last word.
_NEAR = 2


def lacks(shadow: str, led: bool) -> list[tuple[int, int]]:
    """Where in a problem's clause the single lacks stand; `led`: a lead introduced them."""
    if len(shadow) > _MAX_CLAUSE:
        return [(0, len(shadow))]
    told = _TOLD_OF.search(shadow) if led else None
    if told is not None:
        parts = lacks(shadow[: told.start()], led)
        if len(parts) > 1:
            return parts  # what stands behind the frame is told of one of them
    existing = list(_EXISTING.finditer(shadow))
    if existing and _FRAME.search(shadow):
        starts = [0, *(match.end() for match in existing)]
        ends = [*(match.start() for match in existing), len(shadow)]
        bounds = list(zip(starts, ends, strict=True))
        if all(_FRAME.search(shadow[first:last]) for first, last in bounds):
            return [
                (first + one, first + other)
                for first, last in bounds
                for one, other in lacks(shadow[first:last], led=True)
            ]
    counted = _last(_ET_CETERA.finditer(shadow)) or _COUNT.search(shadow)
    if counted is not None and _only_opens(shadow, counted.end()):
        return [(0, len(shadow))]
    if counted is not None and (led or _lists(shadow[: counted.start()])):
        end = counted.start()
        commas = shadow[:end].count("，")
        return _framed(shadow, end, commas=commas > 0)
    if not led:
        parts = list(_parts(shadow, commas=False))
        flat = len(parts) >= _MANY and "，" not in shadow
        return (
            parts if flat and all(_names(shadow, *part) for part in parts) else [(0, len(shadow))]
        )
    frame = _FRAME.search(shadow)
    # 个别答复存在说理不充分的情况: there the frame belongs to the lack's own verb.
    whole = frame is None or re.search("存在|出现|面临|发生", shadow[: frame.start()])
    end = len(shadow) if frame is None or whole else frame.start()
    if "，" in shadow[:end]:
        parts = list(_parts(shadow[:end], commas=True)) if frame and not whole else []
        short = all(last - first <= _SHORT and _names(shadow, first, last) for first, last in parts)
        return parts if len(parts) >= _MANY and short else [(0, end)]
    if frame is not None and not whole:
        return _framed(shadow, end, commas=False)
    parts = list(_parts(shadow[:end], commas=False))
    return parts if all(_names(shadow, *part) for part in parts) else [(0, end)]


def _framed(shadow: str, end: int, *, commas: bool) -> list[tuple[int, int]]:
    """The parts within a frame (…等问题), which makes a lack of what no word betrays as one."""
    parts = list(_parts(shadow[:end], commas=commas, framed=True))
    plain = sum(_names(shadow, *part) for part in parts)
    sure = plain == len(parts) or (
        plain > 1 and all(last - first >= _MIN_FRAMED for first, last in parts if last == end)
    )
    if sure and plain >= len(parts) - 1:
        return parts
    # 在机制和培训等方面还有待加强: what the frame holds lacks nothing by itself.
    behind = cues.NAMES_PROBLEM.search(shadow, end)
    return [(0, len(shadow) if behind and not plain else end)]


def _only_opens(shadow: str, end: int) -> bool:
    """由于材料存在要素不全等情况，退回率高: what is counted up is why, or what about."""
    behind = shadow[end + 1 :] if shadow[end : end + 1] == "，" else ""
    lacks_behind = cues.SUGGESTS_PROBLEM.search(behind) or (behind and _CAUSES.match(shadow))
    return bool(_OPENS.match(shadow) and lacks_behind)


def _last(found: Iterator[re.Match[str]]) -> re.Match[str] | None:
    return next(iter(deque(found, maxlen=1)), None)


def _lists(text: str) -> bool:
    """更新不及时、形式单一等问题仍然存在: lacks are counted up without a lead."""
    parts = list(_parts(text, commas=False))
    return len(parts) > 1 and all(_names(text, *part) for part in parts)


def _names(shadow: str, start: int, end: int) -> bool:
    part = shadow[start:end]
    return bool(cues.SUGGESTS_PROBLEM.search(part) or _AT_END.search(part))


def _parts(text: str, *, commas: bool, framed: bool = False) -> Iterator[tuple[int, int]]:
    """The stretches between joins at which one lack ends and another begins."""
    cuts = sorted(
        [(m.start(), m.end()) for m in _JOINS.finditer(text)]
        + ([(m.start(), m.end()) for m in re.finditer("，(?!以及|并且)", text)] if commas else [])
    )
    start = 0
    for index, (left, right) in enumerate(cuts):
        # 社区与街道联动不够: only what divides for certain ends the part that follows.
        behind = (cut for cut, _ in cuts[index + 1 :] if text[cut] in "、，")
        following = next(behind, len(text))
        if left < start or not _ends_lack(text, start, left, text[left:right]):
            continue
        if _begins_lack(text[right : right + _MAX_LOOK], following - right, framed):
            yield start, left
            start = right
    yield start, len(text)


def _ends_lack(text: str, start: int, end: int, join: str) -> bool:
    found = _last(cues.NAMES_PROBLEM.finditer(text[start:end]))
    if end - start < _MIN_PART:
        return False
    if found is None:
        return join[0] in "、，" and bool(_AT_END.search(text[start:end]))
    return join[0] in "、，" or join == "以及" or end - start - found.end() <= _NEAR


def _begins_lack(rest: str, size: int, framed: bool) -> bool:
    """Whether a lack of its own follows, somewhere in front of what joins the next."""
    if size < _MIN_PART or _BARE_LACK.match(rest):
        return False
    if framed and size >= _MIN_FRAMED:
        return True
    return bool(cues.NAMES_PROBLEM.search(rest) or _AT_END.search(rest[:size]))
