"""Figures within or beside a larger stock that are the year's disclosed items all the same.

历年存有3,412条，其中当年新增286条; 产生政府信息232条，其中主动公开198条; 更新信息11,204条，
其中主动公开政府信息1,386条.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.report.facts.disclosure_words import Count

_MADE = re.compile(r"(?:产生|形成|制作)(?:各类|的|了)*(?:政府|政务)?信息")
_SORTED = re.compile(r"其中，?(?:属于?|认定为)?主动公开(?:的)?(?:政府)?(?:信息)?(?:有|为|共)?")
_SHARE = re.compile(r"其中")
_THIS_YEAR_ADDED = re.compile(
    r"其中，?(?:仅|在)?(?:(?:19|20)\d\d年度?|当年|本年度?|今年|年内|本报告年度)+(?:度|内)?"
    r"(?:当年|共|新增|新|增加|主动|对外)*(?:公开|发布|上传|上网|增加|新增)"
)
# All that a site puts out, news and reprints among it.
_PUT_OUT = re.compile(
    r"(?:更新|发布|刊载|登载|编发|上传|推送)(?:了|各类|的|相关)*信息(?:共计?|累计|总计)?$"
)
_DISCLOSED_OF_IT = re.compile(r"其中，?(?:属于?)?主动公开(?:的)?政府信息(?:有|为|共)?")
_ADDED = re.compile(
    r"(?:其中|，)*(?:当年|本年度?|今年|年内|(?:19|20)\d\d年度?)(?:共|又)?"
    r"(?:新(?:增|公开)(?:公开|发布)?|(?:主动)?(?:公开|发布)了?)(?:各类)?(?:政府)?(?:信息)?共?"
)
_DISCLOSED = re.compile(r"(?:公开|发布)[^，。；\d]{0,10}信息|信息[^，。；\d]{0,6}公开")
_NEW = re.compile(r"新(?:增加?|公开|发布)")
_OF_THE_YEAR = re.compile(r"全年|当年|本年|今年|年内|(?:19|20)\d\d年")
_STOCK = re.compile(
    r"(?:专栏|网站|平台)[^。；]{0,8}(?:存有|现有|共有|存量)[^。；]{0,6}信息[^。；\d]{0,6}\d"
    r"|(?:历年|以来)[^。；]{0,12}公开[^。；]{0,10}信息[^。；\d]{0,6}\d|累计[^。；]{0,8}公开[^。；]{0,10}信息[^。；\d]{0,6}\d"
    r"|截[至止][^。；]*累计(?:公开|发布)[^。；\d]{0,10}信息[^。；\d]{0,6}\d"
)


def is_mere_share(count: Count, left: str) -> bool:
    """其中公开200条 is a part; 其中当年新增公开286条 and the like are the year's own."""
    if not _SHARE.search(left) or _THIS_YEAR_ADDED.search(left):
        return False
    return not _attribute(count, left) and not is_disclosed_of_it(count)


def _attribute(count: Count, left: str) -> bool:
    """共产生政府信息232条，其中主动公开198条、依申请公开20条: how all that was made is sorted."""
    made = _MADE.search(count.passage.text[: count.clause.start])
    return bool(made and count.number.unit == "条" and _SORTED.fullmatch(left))


def is_disclosed_of_it(count: Count) -> bool:
    """更新信息11,204条，其中主动公开政府信息1,386条: what is no 政府信息 is not disclosed."""
    left = count.clause.between(count.clause.start, count.number.start)
    return _DISCLOSED_OF_IT.fullmatch(left) is not None and any(
        number.unit == count.number.unit
        and number.value > count.number.value
        and _PUT_OUT.search(clause.left(number))
        and "公开" not in clause.left(number)
        for clause in count.passage.clauses
        if clause.end <= count.clause.start and not clause.depth
        for number in clause.numbers
    )


def without_wholes(ranked: Sequence[tuple[int, Count]]) -> list[tuple[int, Count]]:
    """The candidates without those of which the disclosed share, or the year's, is told."""
    shares = [count for _, count in ranked if is_disclosed_of_it(count) or is_added(count)]
    new = [count for _, count in ranked if _NEW.search(count.clause.left(count.number))]
    return [
        (score, count)
        for score, count in ranked
        if not any(s.passage is count.passage and count.place < s.place for s in shares)
        and not any(_stock_with(count, one) for one in new)
    ]


def _stock_with(count: Count, new: Count) -> bool:
    """新增公开2,954条，网站累计公开41,376条: all that stands there, the new ones among it."""
    same = count.passage is new.passage and count.number.unit == new.number.unit
    left = count.clause.left(count.number)
    accumulated = "累计" in left and not _OF_THE_YEAR.search(left) and not _NEW.search(left)
    return same and accumulated and new.number.value < count.number.value


def is_added(count: Count) -> bool:
    """历年累计公开18,940条；当年新增1,507条: the year's own beside the stock."""
    left = count.clause.between(count.clause.start, count.number.start)
    if _ADDED.fullmatch(left) is None or count.number.unit not in ("条", "件", "篇"):
        return False
    before = count.passage.text[: count.clause.start]
    # 截至年末公开信息3,020条，其中本年度新增412条: what it is a share of is no year's.
    return bool(_STOCK.search(before) or (left.startswith("其中") and _DISCLOSED.search(before)))
