"""Which words of a sentence are its report's own: not the law's, and not that nothing happened."""

from __future__ import annotations

import re
import unicodedata

_YEAR = re.compile(r"(?:19|20)\d\d")
_MARKS = re.compile(r"[\s，。；：、！？,.;:!?“”\"'（）()《》〔〕\[\]]+")
_ARTICLE = r"第[一二三四五六七八九十百\d]{1,5}条"
# An article's own words, in quotation marks or without.
_LAW = re.compile(
    rf"{_ARTICLE}[^，。：“]{{0,8}}[，：,:]?“[^”]{{12,}}”"
    rf"|{_ARTICLE}(?:明确)?规定[，：,:](?=[^。]*(?:应当|本条例|行政机关)).*"
)
_BOOKS = re.compile(r"《[^》]*》|〔\d+〕\d+号")
_CLAUSE = re.compile(r"[^，；。：！？,;:]+[，；。：！？,;:]*|[，；。：！？,;:]+")
# What may not have happened, or is not there to be told of: 没有因政府信息公开工作被追究责任的人员,
# 我局没有独立的网站. What was not done as it should have been is none: 没有及时更新网站.
_NOTHING = re.compile(
    r"(?:未|没有?|无|不存在|不涉及)[有再曾]?(?:因[^，；。]{2,20})?"
    r"(?:收到|接到|受理|收取|发出|产生|发生|出现|引发|开设|开通|设立|独立|单独|自建|自办|制定|制发|出台|废止|修[改订]|被"
    r"|上一?年|其他)[^，；。]{0,30}?"
    r"(?:申请|费|复议|诉讼|投诉|举报|追[究责]|问责|结转|职权|泄密|文件|规章|网站|新媒体|微博|公众号|客户端|事项|情[况形]|案件)"
    r"|(?:未|没有|无|不存在)[^，；。]{0,12}结转|(?:均?为|共)[0零](?![\d.])"
)
_HAPPENED = re.compile(r"[1-9]|[一二两三四五六七八九十]+[件条次起例份]")


def plain_words(text: str) -> str:
    """Without marks, blanks, titles of documents, quoted law; every year the same."""
    text = unicodedata.normalize("NFKC", _BOOKS.sub("", _LAW.sub("", text)))
    return _YEAR.sub("〇", _MARKS.sub("", text))


def without_nothing(text: str) -> str:
    """Without the clauses by which nothing happened."""
    if not _NOTHING.search(text):
        return text
    return "".join(one for one in _CLAUSE.findall(text) if not _is_nothing(one))


def _is_nothing(clause: str) -> bool:
    return bool(_NOTHING.search(clause)) and not _HAPPENED.search(_YEAR.sub("", clause))
