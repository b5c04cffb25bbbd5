"""规章 and 行政规范性文件: made, repealed, in force."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractor.report.facts.attach import Governed, Term, Terms, dealt, denied, govern
from extractor.report.facts.clauses import BLOT, Clause, Passage
from extractor.report.facts.denial import INCAPACITY
from extractor.report.facts.gathering import Gathered, fact_of
from extractor.report.facts.model import DOCUMENTS, Fact
from extractor.report.facts.standing import standing

_UNITS = frozenset({"", "件", "部", "个", "份", "项", "条"})
_KIND = re.compile(
    r"(?P<normative>(?:行政)?规范性文件)|(?P<regulations>(?:地方|市|省)?(?:政府|部门)?规章(?!制度"
    r"|[和及]?制度))"
)
_TERMS = Terms(
    (
        "repealed",
        r"(?:宣布|清理|自动|自行)?(?:废止|失效|作废)(?:了)?|修订废止|(?<=[有没未])废(?=$|过)",
    ),
    (
        "in_force",
        r"(?:现行|继续|仍然?|目前|现在|持续|保持)?有效|对外公开总(?:数量?|量)|(?:累计|对外)+公开(?:着)?"
        r"|留存|现存|在用|保留|(?:继续|仍在|仍然)(?:施行|实施|执行|使用)|管用",
    ),
    (
        "issued",
        r"(?:新)?(?:制发|制定|制作|制订|制了|印发|出台|颁布|产生|下发|起草印发)(?!权|主体|资格|机关|职能|职权)(?:并|、)?(?:印发"
        r"|发布"
        r"|出台|公布|实施|公开)?(?:了|过|的)?|新增|新发|新出(?=了?[\d一二两三四五六七八九十])|(?<![公开])(?:公布|发布)(?=了?[《▁])"
        r"|(?<=[有没未])发(?=$|过)",
    ),
)  # fmt: skip
_PUBLISHED_ONLY = re.compile(r"备案|审查|审核|清理(?!并?(?:废止|失效))|解读|修订|评估|征求|合法性")
_CONTINUES = re.compile(
    r"(?:其中|目前|现|截至|截止|至|年底|到|已|并|当年|同时|全年|本年度?|年内|20\d\d年"
    r"|[，,底末年\d月日])*(?:废止|失效|宣布|现行|继续有效|现有|有效|对外公开|新制|制发|未|没有|无)"
)
# 废止文件2件: behind a clause that named the kind they are of it.
_ONES = re.compile(
    r"(?<=废止|失效|有效)(?:了?(?:(?:19|20)\d\d年)?(?:印发|制定|出台)?的?[旧原老]?的?)(?:文件|规定|办法|细则)"
)
_WITHIN_YEAR = re.compile(
    r"^(?!.*(?:截[至止]|累计|现有|[到至于]年[底末])).*(?:20\d\d年(?![底末])|全年|本年|年内)"
)
_SORTED_OUT = re.compile(r"清理")
# 现行有效6件，其中与县发改局联合印发2件: of those in force, whenever they were made.
_OF_STOCK = re.compile(r"▁*其中(?![^，。；]*(?:今年|本年|当年|年内|全年|新|(?:19|20)\d\d年))")
_STAYS = re.compile("保留|继续有效|仍然?有效|继续(?:施行|实施|执行|使用)")
_YEAR = r"(?:19|20)\d\d"
_BEFORE = rf"{_YEAR}年(?:度|底|末)?(?:\d{{1,2}}月)?(?:\d{{1,2}}[日号]|底)?(?:之|以)?前"
# 对2019年以前印发的9件作了清理，…保留5件: of these few, whatever else is in force.
_OF_A_LOT = re.compile(
    rf"(?:{_BEFORE}|以前|往年|{_YEAR}年?[至到—\-~～]{_YEAR}年)"
    rf"[^。；]{{0,20}}清理|清理[^。；，]{{0,10}}(?:{_BEFORE}|以前)"
)
# 清理现行有效的规范性文件，本局制发的有5件: whose they are of those in force, none of this year.
_OF_THOSE = re.compile(r"(?:有效|清理)[^。；]*的(?=共?有\d)")
# 全年印发文件126份，其中规范性文件1件: the verb of the whole goes for its part.
_AMONG = re.compile(r"▁*(?:其中|含|包括|包含|内有)")
# 拟废止2件: not yet done.
_INTENDED = re.compile(
    r"(?:拟|待|建议|计划|准备|打算|预计|即将|将|应当?|需要?|须|可)"
    r"(?:予以|宣布|依法|尽快|及时|于[^，。；]{0,12}|(?:19|20)\d\d年度?|(?:明|下一?)年度?)*$"
)
# 会同县财政局印发的2件已含在内: of those told before.
_HELD = re.compile(
    r"(?:已|也|均|都|亦)?(?:经)?(?:[含算计]在内|[包括含]+在内|在内|计入|在其中|列入)"
)
# 年初有效15件, 上年末有效52件: what this year began with.
_AT_FIRST = re.compile(r"(?:年初|期初|上年[末底]|去年[末底]|上一年[末底]|原有|原来)[^，。；]*$")
# 无规范性文件, 规章和规范性文件均无
_NONE_AT_ALL = re.compile(
    r"(?:^|年度?|我[局镇委]|[，,])(?:暂)?(?:无|没有|未有)(?:新的?|任何|相关)?▁*$"
    r"|^(?:(?:19|20)\d\d年度?|全年|本年度?|年内|，)*▁[▁和与及、]*(?:方面)?(?:均|都|也|亦|皆|全)?(?:无|没有|为零)$"
)
# 2019年印发的4件宣布废止: when they were made, not when they were repealed.
_MADE_IN = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?:以前|之前)?[^，。；\d]{0,8}?(?:印发|制定|出台|制发|发布|下发)的"
    r"(?=[▁旧老原的]*[\d一二两三四五六七八九十]+[件部个份](?!.*[件部个份]))"
)
_ENDED = re.compile(r"废止|失效|作废|有效")
# 规范性文件由上年末的52件减至47件: what is in force now.
_FROM_LAST_YEAR = re.compile(
    r"[由从](?:上一?年度?|去年|(?:19|20)\d\d年|年)?[初末底]的?[^，。；]{1,8}[件部](?:[增减升降]|增加|减少)[至到为]$"
)
_STILL = re.compile(r"(?:至|到|截至|截止)[^，]{0,14}[为有是达]$|(?:至|到)\d{4}年底(?:为|有)?$")


@dataclass(frozen=True, slots=True)
class Documents:
    normative: dict[str, tuple[Fact, ...]]
    regulations: dict[str, tuple[Fact, ...]]


def read_documents(passages: Iterable[Passage], year: int | None) -> Documents:
    reader = _Reader(year)
    for passage in passages:
        if passage.section in (None, "overview", "disclosure", "other") and not passage.under(
            "applications"
        ):
            reader.read(passage)
    return Documents(reader.gathered["normative"].frozen(), reader.gathered["regulations"].frozen())


class _Reader:
    def __init__(self, year: int | None) -> None:
        self._year = year
        self.gathered = {"normative": Gathered(), "regulations": Gathered()}
        self._kinds: list[str] = []
        self._line = -1
        self._last: str | None = None
        self._before: str | None = None
        self._ahead: list[str] = []
        """The kind that the sentence names only later on (清理18件，废止4件；未制发规范性文件)."""

    def read(self, passage: Passage) -> None:
        if self._line != passage.line or not _CONTINUES.match(passage.text):
            self._kinds, self._last = [], None
        self._line = passage.line
        if not self._kinds and "规" not in passage.text:
            return
        known = _kinds(passage.text)
        ahead = known if len(known) == 1 and _SORTED_OUT.search(passage.text) else []
        for item in dealt(passage, _TERMS):
            self._kinds = self._kinds or _kinds(passage.text)
            self._take(passage, item)
        dealt_end = max((item.end for item in dealt(passage, _TERMS)), default=0)
        for clause in passage.clauses:
            named = _kinds(clause.shown)
            if named:
                self._kinds, self._before, self._last = named, self._last, None
            elif clause.depth and not clause.numbers:
                continue
            if clause.start >= dealt_end:
                self._ahead = ahead if not self._kinds else []
                self._clause(passage, clause, bool(named))

    def _clause(self, passage: Passage, clause: Clause, named: bool) -> None:
        if _PUBLISHED_ONLY.search(clause.shown) and not named:
            return
        # The kind's own name is light between verb and number.
        bare = self._without_origin(_without_kinds(clause))
        if self._kinds and not named:
            shown = _ONES.sub(lambda m: BLOT * len(m.group()), bare.shown)
            bare = replace(bare, shown=shown)
        found = _TERMS.find(bare)
        items = [g for g in govern(bare, found) if g.number and g.number.unit in _UNITS]
        governed = {item.term for item in items}
        items += [g for g in denied(bare, found, INCAPACITY) if g.term not in governed]
        for item in items:
            if _AT_FIRST.search(clause.between(clause.start, item.end)):
                self._last = item.term.key
            elif self._meant(passage, item, named):
                self._take(passage, item)
        if not items:
            self._without_verb(passage, bare, named)

    def _without_origin(self, clause: Clause) -> Clause:
        made = _MADE_IN.search(clause.shown)
        ended = _ENDED.search(clause.shown)
        if made is None or ended is None or int(made["year"]) == self._year:
            return clause
        blotted = BLOT * len(made.group())
        shown = clause.shown[: made.start()] + blotted + clause.shown[made.end() :]
        return replace(clause, shown=shown)

    def _meant(self, passage: Passage, item: Governed, named: bool) -> bool:
        """Without the kind in its clause a verb must follow closely on a clause that named it."""
        if _INTENDED.search(item.clause.between(item.clause.start, item.term.start)):
            return False
        if "分别" in item.clause.shown and len(_kinds(passage.text)) > 1:
            return False  # 分别废止0部、2件: dealt out among kinds that stand before
        if not self._kinds:
            return bool(self._ahead) and item.term.key != "issued"
        word = passage.text[item.term.start : item.term.end]
        if word.endswith("的") and _OF_THOSE.search(passage.text[: item.term.end + 4]):
            return False
        if _SORTED_OUT.search(passage.text) and _STAYS.fullmatch(word):
            if _OF_A_LOT.search(passage.text, 0, item.term.start):
                return False
            if word == "保留":
                return True
        titled = item.clause.shown.startswith("《", item.term.end - item.clause.start)
        unsure = word in ("有效", "保留", "公布", "发布", "新增") and not titled
        if unsure and not named and self._last is None:
            return False
        # 2020年，全市对外公开规章6件: what the year published, not all that is in force.
        published = word == "对外公开" and "总" not in item.clause.shown
        if published and _WITHIN_YEAR.search(_since_last_number(passage, item.term)):
            return False
        if (
            item.term.key == "issued"
            and self._last == "in_force"
            and _OF_STOCK.match(item.clause.shown)
        ):
            return False
        behind = item.clause.right(item.number) if item.number else ""
        if _HELD.match(behind):
            return False
        return (
            not re.match(r"的?(?:文件|通知|方案|制度|办法|解读|栏目|规划|清单|标准)", behind)
            or named
        )

    def _without_verb(self, passage: Passage, clause: Clause, named: bool) -> None:
        """至2024年底为59件 goes on with the verb before; 无规范性文件 says that none was made."""
        for number in clause.numbers:
            left = clause.between(clause.start, number.start)
            now = named and _FROM_LAST_YEAR.search(left) is not None
            goes_on = self._last and _STILL.search(clause.left(number))
            if number.unit in _UNITS and (now or goes_on):
                term = Term(
                    self._last if goes_on and self._last else "in_force", number.start, number.end
                )
                self._take(passage, Governed(term, number, clause, number.start, number.end))
        joined = _AMONG.match(clause.shown) or clause.lead in "、和及与"
        joined = joined or self._row(passage, clause)
        if named and joined and len(clause.numbers) == 1:
            self._among(passage, clause)
        if named and not clause.numbers:
            whole = Term("issued", clause.end, clause.end)
            if _NONE_AT_ALL.search(clause.shown.rstrip("▁等情况。文件")):
                self._take(passage, Governed(whole, None, clause, clause.start, clause.end))

    def _row(self, passage: Passage, clause: Clause) -> bool:
        """制发规章2部，规范性文件31件: the verb goes for the next kind too."""
        before = [c for c in passage.clauses if c.end <= clause.start and not c.depth][-1:]
        if not before or len(clause.numbers) != 1 or clause.lead not in "，,":
            return False
        last, number = before[0], clause.numbers[0]
        bare = _without_kinds(clause).left(number).strip(BLOT)
        ends = (
            self._before
            and last.numbers
            and not last.right(last.numbers[-1])
            and len(last.numbers) == 1
        )
        return bool(not bare and ends and _KIND.search(last.shown))

    def _among(self, passage: Passage, clause: Clause) -> None:
        before = [c for c in passage.clauses if c.end <= clause.start and not c.depth]
        verbs = _TERMS.find(before[-1]) if before else ()
        number = clause.numbers[0]
        if len(verbs) == 1 and number.unit in _UNITS and not clause.right(number):
            term = Term(verbs[0].key, number.start, number.end)
            self._take(passage, Governed(term, number, clause, number.start, number.end))

    def _take(self, passage: Passage, item: Governed) -> None:
        stands = standing(passage, item.clause, item.number, self._year)
        word = passage.text[item.term.start : item.term.end]
        compared = stands.compared and not word.startswith("新")  # 当年新增1件 is no change
        if compared or stands.ages or item.term.key not in DOCUMENTS:
            return
        fact = fact_of(
            passage, item, replace(stands, part=stands.part and item.term.key != "in_force")
        )
        named = self._kinds or self._ahead
        kinds = named if item.value == 0 or len(named) == 1 else []
        for kind in kinds:
            self.gathered[kind].add(item.term.key, fact)
        self._last = item.term.key


def _since_last_number(passage: Passage, term: Term) -> str:
    """2023年新制发1件，对外公开共3件: the year is that of what was made."""
    ends = [n.end for n in passage.numbers if n.end <= term.start and n.unit in _UNITS]
    return passage.text[max(ends, default=0) : term.start]


def _kinds(text: str) -> list[str]:
    return list(dict.fromkeys(match.lastgroup or "" for match in _KIND.finditer(text)))


def _without_kinds(clause: Clause) -> Clause:
    return replace(clause, shown=_KIND.sub(lambda m: "▁" * len(m.group()), clause.shown))
