"""The documents that the report names as its basis, by number."""

from __future__ import annotations

import re
from bisect import bisect_right

from extractor.language.pipeline import Analysis
from extractor.report.flow import Flow
from extractor.report.identity.stated import Stated

_ACCORDING = re.compile("根据|按照|依据|依照|遵照|要求|规定|格式|精神|依|按")
# Within the overview only a sentence about the report itself names its basis.
_ABOUT_REPORT = re.compile(
    "(?:根据|按照|依据|依照).*(?:编制|编写|撰写|形成|公布).{0,12}报告|现将.*报告"
    "|本(?:年度)?报告.*(?:根据|按照|依据|依照)|(?:根据|按照|依据|依照).*(?:特|现)向社会公布"
)
# 临溪市教育局临教办函〔2023〕41号: whose number it is stands in front, without a mark between.
_ISSUER = re.compile(
    r"(?:.*?[省市县区州旗盟])?[\u4e00-\u9fff]{2,10}(?:局|厅|办公室|公开办|政府办?|委员会|中心)"
    r"(?=[\u4e00-\u9fff]{2,6}[函发字办通知]〔)"
)
# No sentence of a preamble is longer.
_MOST = 400


def basis_of(
    flow: Flow, analysis: Analysis, preamble: tuple[int, int], overview: tuple[int, int]
) -> tuple[Stated[str], ...]:
    """Document numbers of the basis in order, each once."""
    found: dict[str, Stated[str]] = {}
    for number in analysis.document_numbers:
        sentence = _sentence(flow, analysis, number.start)
        in_front = preamble[0] <= number.start < preamble[1] and _ACCORDING.search(sentence)
        inside = overview[0] <= number.start < overview[1] and _ABOUT_REPORT.search(sentence)
        if in_front or inside:
            text = _ISSUER.sub("", number.text, count=1)
            start = number.start + len(number.text) - len(text)
            found.setdefault(text, Stated(text, start, number.end))
    return tuple(found.values())


def _sentence(flow: Flow, analysis: Analysis, offset: int) -> str:
    """The sentence around an offset; of an endless one the part before it."""
    index = bisect_right(analysis.sentences, offset, key=lambda sentence: sentence.start) - 1
    if index < 0:
        return ""
    sentence = analysis.sentences[index]
    return flow.text[max(sentence.start, offset - _MOST) : min(sentence.end, offset + _MOST)]
