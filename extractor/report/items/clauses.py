"""A stretch of text cut where items may begin and end: at stops, marks, and the colons of leads."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.report.items import cues, naming
from extractor.report.items.compact import Compact
from extractor.report.items.gaps import ARROW, stops_at_gaps
from extractor.report.items.labels import SPEAKER, is_column, label_of
from extractor.report.items.marks import Mark, marks
from extractor.report.items.pairs import Paired, paired_labels

STOPS = "。！？；"
_CLOSERS = "”’」』）"
ARROWS = "→⇒➔➜➡"
_EDGES = "，、：；。！？【】［］ /|｜" + ARROWS
# What ends a lead: behind such words and a colon the items begin.
_LEADS = re.compile(
    r"(?:问题|毛病|短板|顽疾)(?:还|仍|一直|始终|依然|至今)*(?:没有?|未)(?:能)?(?:彻底|完全|从根本上|真正)?"
    r"(?:根治|解决|改|破解|消除|克服|好转|去掉)[好掉了]?$"
    r"|完成(?:整改|改进|销号)[一两二三四五六七八九十\d]{1,2}[项个条件处]$"
    r"|^(?:首先|先|再|接着)?(?:来)?[说讲看谈](?:说|一说)?(?:上年|去年|往年|今年|眼下|当前|问题|不足|短处|整改)[^，。；]{0,4}$"
    r"|(?:表现|体现|反映|集中)(?:在|为|于)?(?:以下)?(?:[几\d一二三四五六]?个?(?:方面"
    r"|点))?上?$|(?:主要|具体)?(?:是|有|为|包括|如下|如|在于|这样改|这么改|这么做|做好"
    r"|抓好|开展|采取)$"
    r"|(?:以下|如下|下列)[^，]{0,10}$|[是这][样么]?(?:来)?(?:打算|做|改|安排|处理|办"
    r"|补)的$|(?:问题|不足|短板|差距|困难|弱项|措施|举措|方面"
    r"|改进|整改|工作|打算|环节)$|有[二两三四五六\d几][项个点处条件](?:方面)?$"
    rf"|(?:之处|地方|发现|看到|认识到|注意到|[一两二三四五六几]个“[^”]*”)$|{SPEAKER}$"
    # 三条计划，两条做成了：…。一条没做成：…。
    rf"|(?:^|，)(?:{cues.SELF})?(?:将|拟|计划|打算)$"
    r"|(?:^|，)[一两二三四五六七八九十\d]{1,2}(?:条|项|件|个|处|点)[^，。；]{1,8}$|(?:继续|接着|怎样)改$|我们(?:已经?)?(?:做了|做的)$"
)
# 上一年度报告指出的两个问题已基本解决：…；…
_MENDED = re.compile(
    r"(?:问题|不足|短板)[^，。；]{0,3}已[^，。；]{0,4}(?:解决|整改|完成|到位|落实|销号)[^，。；]{0,3}$"
)
# 还存在“三个不够”：
_NUMBERED_WORD = re.compile(
    r"“[一二两三四五六七八][^“”]{2,9}”(?:的?(?:现象|问题|情况|不足|倾向))?$"
)
_REFERS = re.compile(r"针对|对|上一?年|去年|(?:19|20)\d\d年度?(?:报告|年报|考核|评估)")
_GLUED = re.compile(
    r"(?:下一?步|今后|主要|具体){0,2}(?:改进|整改|工作)的?(?:措施|情况|打算|计划|思路|方向)(?:如下)?$"
)
_MAX_LEAD = 240
# 【征地类申请量居高不下】 is a title run into its paragraph, not a quotation.
_MAX_TITLE = 30
# 主要还是老三样：…；…；… — a short lead in front of a list told with semicolons.
_MAX_LIST_LEAD = 25
_MIN_POINTED = 5
_NEAR_COLON = 8


@dataclass(frozen=True, slots=True)
class Clause:
    """What stands between two cuts, without its mark and the signs around it."""

    start: int
    end: int
    mark: Mark | None
    stop: str
    """The sign that ends it; "\\n" at a line's end, "】" behind a run-in title,
    "" where only the next mark ends it."""
    line: int
    opens_line: bool
    sentence: int
    """Clauses of one sentence (up to 。) have the same number."""
    paired: Paired | None = None
    """What it announces as the label of a pair (我们改：)."""


def clauses(text: Compact, year: int | None) -> list[Clause]:
    """The clauses of a text, line by line."""
    cutter = _Cutter(text, year)
    for number, (start, end) in enumerate(text.lines):
        cutter.line(number, start, end)
    return cutter.found


class _Cutter:
    def __init__(self, text: Compact, year: int | None) -> None:
        self.text = text
        self.year = year
        self.found: list[Clause] = []
        self.gap_stops = stops_at_gaps(text)
        self.paired = paired_labels(text, year)
        self.sentence = 0

    def line(self, number: int, first: int, last: int) -> None:
        shadow = self.text.shadow
        found = {mark.start: mark for mark in marks(shadow[first:last], self.text.gaps, first)}
        start = position = first
        mark: Mark | None = None
        while position < last:
            if position in found:
                self._take(start, position, mark, "", number, first)
                mark = found[position]
                start = position = mark.end
                continue
            if position in self.gap_stops and start < position:
                self._take(start, position, mark, self.gap_stops[position], number, first)
                start, mark = position, None
            char = shadow[position]
            if char in STOPS:
                stop = position
                while position + 1 < last and shadow[position + 1] in STOPS + _CLOSERS:
                    position += 1
                self._take(start, stop, mark, char, number, first)
                start, mark = position + 1, None
            elif char == "：" and self._leads(start, position, last, mark, position + 1 in found):
                cut = self._glued_label(start, position) if mark else 0
                if cut:
                    self._take(start, cut, mark, "；", number, first)
                    start, mark = cut, None
                cut = self._label_behind_comma(start, position)
                if cut:
                    self._take(start, cut, mark, "，", number, first)
                    start, mark = cut + 1, None
                self._take(start, position, mark, "：", number, first)
                start, mark = position + 1, None
            elif self._points_on(start, position, last):
                self._take(start, position, mark, ARROW, number, first)
                start, mark = position + 1, None
            elif char in "【［" and start < position and position + 1 in self.paired:
                self._take(start, position, mark, "。", number, first)
                start, mark = position, None
            elif char in "】］" and self._is_label(start, position):
                self._take(start, position, mark, "：", number, first)
                start, mark = position + 1, None
            elif char in "】］" and shadow[start] in "【［" and position - start <= _MAX_TITLE:
                self._take(start, position, mark, "】", number, first)
                start, mark = position + 1, None
            elif position in self.text.gaps and self._begins_label(position, last):
                self._take(start, position, mark, "。", number, first)
                start, mark = position, None
            elif position in self.text.gaps and self._is_blank_label(start, position):
                self._take(start, position, mark, "：", number, first)
                start, mark = position, None
            position += 1
        self._take(start, last, mark, "\n", number, first)
        self.sentence += 1

    def _take(
        self, start: int, end: int, mark: Mark | None, stop: str, line: int, first: int
    ) -> None:
        opens = (mark.start if mark else start) == first
        while start < end and self.text.text[start] in _EDGES:
            start += 1
        while end > start and self.text.text[end - 1] in _EDGES + "—":
            end -= 1
        if end > start or mark:
            paired = self.paired.get(start) if stop == "：" else None
            self.found.append(Clause(start, end, mark, stop, line, opens, self.sentence, paired))
        if stop and stop in "。！？":
            self.sentence += 1

    def _leads(self, start: int, colon: int, last: int, mark: Mark | None, marked: bool) -> bool:
        """Whether a colon ends a lead or label rather than standing within an item."""
        if marked or colon + 1 >= last or is_column(self.text.text[start:colon]):
            return True
        if self._is_label(start, colon):
            return True
        if self._label_behind_comma(start, colon):
            return True
        words = self.text.shadow[start:colon]
        if mark or len(words) > _MAX_LEAD:
            return False
        sentence = re.match("[^。！？]*", self.text.shadow[colon:last])
        if _NUMBERED_WORD.search(self.text.text[start:colon]):
            # 将推行“三公开”：会前公开、结果张榜 — one deed, and what it consists of.
            return not naming.begins_measure(words) or "；" in self.text.shadow[colon:last]
        if _LEADS.search(words):
            return True
        mended = _MENDED.search(words) is not None
        if mended and "，" not in words:
            return True
        words = words[words.rfind("，") + 1 :]
        listed = sentence is not None and "；" in sentence.group()
        return listed and (mended or len(words) <= _MAX_LIST_LEAD)

    def _points_on(self, start: int, sign: int, last: int) -> bool:
        """Whether an arrow, or a colon in its place, leads from a problem to its measure."""
        char = self.text.shadow[sign]
        if char == "：":
            return self._is_met(start, sign, last)
        return char in ARROWS and self._points(start, sign, last)

    def _points(self, start: int, arrow: int, last: int) -> bool:
        """更新慢 → 建立台账, and not 受理→登记→答复: a flow has its steps between arrows."""
        if self.found and self.found[-1].stop == ARROW and self.text.text[start - 1] in ARROWS:
            return True
        sentence = re.split("[。；]", self.text.shadow[start:last], maxsplit=1)[0]
        cells = re.split(f"[{ARROWS}]", sentence)
        if any(len(cell) < _MIN_POINTED for cell in cells[1 : max(2, len(cells) - 1)]):
            return False
        lacks = cues.SUGGESTS_PROBLEM.search(self.text.shadow[start:arrow])
        return bool(lacks) or self._is_label(start, arrow)

    def _is_met(self, start: int, colon: int, last: int) -> bool:
        """燃气检查结果不公开：自7月起逐月上网 — a colon that stands for an arrow."""
        shadow = self.text.shadow
        lack = shadow[start:colon]
        if not cues.SUGGESTS_PROBLEM.search(lack[-_NEAR_COLON:]) or cues.BEGINS_MEASURE.match(lack):
            return False
        behind = re.split("[。；]", shadow[colon + 1 : last], maxsplit=1)[0]
        return naming.begins_measure(behind)

    def _begins_label(self, start: int, last: int) -> bool:
        """问题：… 措施：… 时限：… in one line, with blanks between its cells."""
        label = re.match("[^，。；：]{2,8}(?=：)", self.text.shadow[start:last])
        if label is None:
            return False
        return is_column(label.group()) or self._is_label(start, start + label.end())

    def _is_label(self, start: int, end: int) -> bool:
        bare = start + (self.text.text[start] in "【［")
        return bare in self.paired or label_of(self.text.text[start:end], self.year) is not None

    def _is_blank_label(self, start: int, end: int) -> bool:
        """改进措施 1.…: a label, and a blank for its colon."""
        return start < end and self.text.text[end - 1] not in "，、" and self._is_label(start, end)

    def _glued_label(self, start: int, colon: int) -> int:
        """Where the label begins in 公开质量参差不齐改进措施：①…: all stops were lost."""
        glued = _GLUED.search(self.text.shadow, start, colon)
        if glued is None or glued.start() <= start:
            return 0
        before = self.text.shadow[start : glued.start()]
        return glued.start() if cues.NAMES_PROBLEM.search(before[-_NEAR_COLON:]) else 0

    def _label_behind_comma(self, start: int, colon: int) -> int:
        """Where the comma stands in 更新不及时，改进措施：, or the dash for it; else 0."""
        comma = self.text.shadow.rfind("，", start, colon)
        comma = max(comma, self.text.shadow.rfind("—", start, colon))
        if comma <= start:
            return 0
        whole, tail = self.text.text[start:colon], self.text.text[comma + 1 : colon]
        found = label_of(tail, self.year)
        sure = found is not None and found.sort == "measure" and label_of(whole, self.year) is None
        return (
            comma
            if sure and not _REFERS.match(whole) and not cues.BEGINS_MEASURE.match(whole)
            else 0
        )
