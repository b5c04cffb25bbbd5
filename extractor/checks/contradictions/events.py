"""Events that are told not to have been, and counted: 未召开听证会, and 召开听证会2次.

What is denied in general words excludes every kind of it; a kind denied excludes only that kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extractor.checks.contradictions.denials import NOT, OUR_WORK, N, denied, pattern
from extractor.checks.contradictions.statements import Statement
from extractor.checks.model import Said

# Verbs that can stand for each other.
_VERBS = (
    "组织|开展|举办|安排|进行|召开|举行|实施|做|搞|办",
    "制定|制发|印发|出台|编制|编印|编写|制作|发布|推出|编发",
    "成立|设立|设置|建立|建成|开设|开通|设有",
    "聘请|聘任|选聘|聘用|聘|请",
    "公布|公示",
    "抽查|检查|评查|抽检|巡查",
    "参加|参与|接受",
)
_DENIED = pattern(
    rf"{NOT}(?:对{OUR_WORK}(?:工作)?)?(?P<verb>{'|'.join(_VERBS)})(?:过|了)?(?:任何|一次|一场|一期|专门的?|相关的?|业务|{OUR_WORK}|的){{0,4}}"
    r"(?P<objects>[^，]{2,24}?)(?:的?(?:情况|情形|现象|事项))?"
)
_SPLIT = re.compile("[、和及与或]")
# 监督员一位也没有请过, 处罚文书全年没有抽查过: what it is of stands in front.
_FRONTED = re.compile(
    rf"^(?P<objects>[^，]{{2,14}}?)(?:全年|年内|本年度?|一直|从来)?(?:一[次名位件场个期份家条]也)?"
    rf"(?:从未|没有|没|未)(?P<verb>{'|'.join(_VERBS)})过$"
)
# Told by figures of the form, which C301 to C303 and C309 hold against it, or no events at all.
_OTHERS = re.compile(
    r"规范性文件|规章|申请|复议|诉讼|收费|处理费|行政|工作$|机制$|制度$|的|其[他它]|除|[以之]外|有效|及时"
)
_UNIT = r"(?:期|次|场|轮|届|个|处|份|篇|条|部|项|件|人次|批|名|位|人|家|台|块)"
# Words that leave 培训, 考核 or 会议 what they are: of openness, for our own people.
_NEUTRAL = re.compile(
    rf"(?:{OUR_WORK}|业务|工作|专题|专项|集中|线上|线下|年度|内部|机关|系统|全[局县市区委镇厅乡省州]"
    r"|各[^，、]{1,6}|面向[^，]{1,12}|人员|信息员|联络员|干部|专干|经办人?|有关|相关|的|等|了|[、和及]"
    rf"|{N}{_UNIT}?|[省市县区](?:里|级)?|上级|统一|组织|举办|社会|知识|条例|能力|素质|提升|类|班){{0,8}}"
)
# What is of openness by itself; 会议, 检查, 讲座 may be of anything.
_BY_NATURE = re.compile("新闻发布会|听证会|开放日|社会评议|解读|图解|短视频|访谈|查阅点|查阅场所")
_SHORTEST = 2
# No report denies more; a hostile text is not compared with itself.
_MOST = 40
_ANOTHERS = re.compile(
    r"参加|参与|选派|派员|派出|赴|接受|县里|市里|省里|区里|上级|听取|收看|协办|会办|配合|转载|转发|邀请我"
)
_ATTENDED = _VERBS[-1]
_NEGATED = re.compile(r"[未没无不]")
# 对8个股室进行了考核
_OF_SOME = rf"对[^，]{{0,10}}{N}[个家名][^，]{{0,16}}"


@dataclass(frozen=True, slots=True)
class _Denial:
    statement: Statement
    verbs: str
    what: str
    fronted: bool = False

    @property
    def head(self) -> str:
        """文书 of 处罚文书: in a sentence about these the head alone may stand."""
        return self.what[-_SHORTEST:] if self.fronted else self.what


def event_clashes(
    told: Sequence[Statement], year: int | None, agency: str
) -> Iterator[tuple[Said, Statement, Statement]]:
    named: set[str] = set()
    for denial in islice(_denials(told, agency), _MOST):
        if denial.what in named:
            continue
        for other in told:
            if _speaks_of(denial, other) and _excluded(denial, other, year):
                named.add(denial.what)
                yield Said(denial.what, f"“{denial.what}”"), denial.statement, other
                break


def _denials(told: Sequence[Statement], agency: str) -> Iterator[_Denial]:
    for statement in told:
        plain = denied(_DENIED, statement.text, agency)
        match = plain or _FRONTED.match(statement.text)
        if match is None or not statement.own() or not statement.told():
            continue
        verbs = next(group for group in _VERBS if match["verb"] in group.split("|"))
        for what in _SPLIT.split(match["objects"]):
            if len(what) >= _SHORTEST and not _OTHERS.search(what):
                yield _Denial(statement, verbs, what, fronted=plain is None)


def _speaks_of(denial: _Denial, other: Statement) -> bool:
    return denial.head in other.text and denial.what in other.sentence


def _excluded(denial: _Denial, other: Statement, year: int | None) -> bool:
    """Counted, done by the agency itself, in the time of which it is denied."""
    statement = denial.statement
    # In one sentence the one explains the other; in section five what was lacking is then done.
    if statement.order == other.order or statement.section == other.section == "issues":
        return False
    if not other.told() or not statement.excludes(other, year):
        return False
    if denial.verbs != _ATTENDED and _ANOTHERS.search(other.around):
        return False
    what = re.escape(denial.head)
    match = re.search(
        rf"(?P<who>^[^，]*?)(?:{_OF_SOME})?(?:{denial.verbs})(?:了|过)?(?P<kind>[^，]{{0,24}}?){what}"
        rf"(?:班|会|活动|材料|稿件?)?(?:(?P<count>(?:共计?|累计|合计|各)?{N}{_UNIT})|$|[（(])",
        other.text,
    )
    if match is None or _NEGATED.search(match.group()):
        return False
    counted = match["count"] or re.search(f"{N}{_UNIT}", match["kind"])
    # 3月、9月举办培训班: a deed with its month is as good as counted.
    counted = counted or (statement.whole_year(year) and other.stretches())
    # 年底对8个股室进行考核 may be of all their work.
    counted = counted or (
        re.search(_OF_SOME, match.group()) and re.search(OUR_WORK, other.sentence)
    )
    if not counted or not _our_own(match["who"]):
        return False
    return bool(_BY_NATURE.search(denial.what) or _NEUTRAL.fullmatch(match["kind"]))


def _our_own(who: str) -> bool:
    """Done by nobody else: 各乡镇举办培训, 县政府办公室举办培训."""
    return not re.search(
        r"各|乡镇|街道|部门|单位|政府|县委|市委|省委|协会|学校|企业|公司|站|所|中心|社区|村", who
    )
