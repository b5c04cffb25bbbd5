"""What is denied of applications, and figures that speak of fewer than all, or of several years."""

from __future__ import annotations

import re

from extractor.report.facts import application_words as words
from extractor.report.facts.attach import Governed, Term
from extractor.report.facts.clauses import Clause, Passage
from extractor.report.facts.figures import Number
from extractor.report.facts.gathering import Gathered
from extractor.report.facts.model import Fact

# What an application may ask for without being of a kind: 要求公开政府信息的申请.
_OPENNESS = re.compile(
    r"(?:对外|本|我|机关|单位|[县市区镇乡局]|主动|依法|有关|相关|政府|政务|信息|公开|提供|获取|工作|事项|的)*"
)
_KIND = re.compile(
    r"(?:涉及|涉|关于|有关|属于|针对|要求|需要|需|应当|应|可能|不属于)(?P<what>[^，。；]{1,30}?)的?"
    rf"(?={words.APPLICATION}|申请)"
)
# 转来的4件不是申请
NO_APPLICATION = re.compile(
    r"(?:经[^，。；]{1,8})?(?:均|都|并|也|实际)?(?:不是|不属于?|不作为|不算|非)[^，。；]{0,8}申请"
)
# 延期答复2件: how some were answered, not how many.
_LATE = re.compile(
    r"(?:延期|逾期|超期|超时|延迟|延后|延长(?:答复|办理)?(?:期限|时限)?)(?:后|的|才|予以|依法|进行|作出)*$"
)
_LATE_TOLD = re.compile(
    r"(?:延期|逾期|超期|超时|延长[^，。；\d]{0,8})(?:后|的|才|予以|依法|进行|作出)*"
    r"(?:答复|办结|回复|办理|办复)[^，。；\d]{0,6}(?=[1-9一二两三四五六七八九十])"
    r"|[\d一二两三四五六七八九十][件宗份起][^，。；\d]{0,14}(?:延期|逾期|超期|超时|延长[^，。；\d]{0,8})(?:后|的|才|予以|依法|进行|作出)*"
    r"(?:答复|办结|回复|办理|办复)"
)
# 没有应公开而不予公开的: that none was withheld against the law, not that none was refused.
_DUE = re.compile(r"(?:应该?|应当|可以?)(?:予以?)?公开[而却但的]*$")
_IN_TIME = re.compile(r"(?:按期|按时|如期|提前|期限内|及时)(?:予以|依法|进行|作出)*$")
_MEDIUM = re.compile(
    r"(?:以|用|通过)?(?:电子邮件|邮件|邮寄|信函|纸质|书面|口头|电话|短信|网上|网络|在线|当面|现场)"
    r"(?:方式|形式|途径)?(?:进行)?(?:答复|回复|办复)"
)
_OF_THE_YEAR = re.compile(r"全年|本年|当年|今年|年内|一年来|(?:19|20)\d\d年度?(?!底|末|\d|1?2月)")
_EVERY = re.compile(r"(?:申请)?(?:均|都|全部|皆)")
_HANDED_ON = re.compile(r"(?:(?<!结)转(?![入来到])|移交|移送|交由)[^，。；\d]{0,10}$")
_UNTIL = re.compile(r"截[至止到][^，。；]*")


def of_a_kind(behind: str) -> bool:
    """没有收到涉及国家秘密的申请: none of that kind, which says nothing of the others."""
    kind = _KIND.search(behind)
    return kind is not None and _OPENNESS.fullmatch(kind["what"]) is None


# 没有压箱底的旧申请
_OLD = re.compile(r"(?:旧|老|遗留|积压|陈年|往年|去年|上一?年度?|剩下|留下|拖欠)的?$")


def denies(passage: Passage, clause: Clause, item: Governed, found: list[Term]) -> bool:
    """未收到申请 and 无申请 say that none came; 未收到投诉 does not."""
    key = item.term.key
    if key == "pending":
        # 没有没办完的, 无未办结申请; 未到期限 denies nothing of its own.
        return item.term.start - item.start <= 2 and item.start < item.term.start
    if key == "answered" and passage.text.startswith("件", item.term.end):
        return True  # 没有答复件
    if key in ("granted?", "other?", "answered", "answered?"):
        return False
    if key == "other" and "其" not in passage.text[item.term.start : item.term.end]:
        return False  # 无撤回申请的情形: one of the reasons, not all that the row counts
    if key == "refused" and _DUE.search(clause.between(clause.start, item.term.start)):
        return False
    if key not in ("received", "noun"):
        return not words.FOREIGN.search(clause.between(item.term.end, clause.end))
    behind = clause.between(item.term.end, clause.end)
    if key == "received":
        noun = any(t.key == "noun" for t in found) or re.search(words.APPLICATION, passage.text)
        subject = passage.aspect == "applications" or passage.section == "applications"
        alone = not behind.strip("到过任何的") and subject
        if not noun and not alone:
            return False
    elif any(t.key != "noun" for t in found) or "人" in behind[:1]:
        return False
    tail = re.split(rf"{words.APPLICATION}|申请", behind)[-1]
    if key == "noun" and _OLD.search(clause.between(item.start, item.term.start)):
        return False
    if key == "noun" and clause.between(clause.start, item.term.start).endswith("的"):
        return False
    if words.OTHER_APPLICATIONS.search(behind) or of_a_kind(behind):
        return False
    return not words.FOREIGN.search(tail) and not re.search(
        r"不予|逾期|超期|延期|超时", clause.shown
    )


def in_one_manner(passage: Passage, term: Term) -> bool:
    """延期答复2件, and 按期答复10件 beside it; 以电子邮件答复3件、纸质答复2件."""
    if len(_MEDIUM.findall(passage.text)) > 1 and _MEDIUM.search(passage.text, 0, term.end):
        before = list(_MEDIUM.finditer(passage.text, 0, term.end))[-1]
        if before.end() == term.end:
            return True
    if _LATE.search(passage.text, 0, term.start):
        return True
    in_time = _IN_TIME.search(passage.text, 0, term.start)
    return in_time is not None and _LATE_TOLD.search(passage.text) is not None


def accumulated(passage: Passage, item: Governed) -> bool:
    """累计收到48件, without a word that this was within the year."""
    if item.number is None:
        return False
    before = passage.text[max(0, item.clause.start - 14) : item.number.start]
    return "累计" in item.clause.left(item.number) and not _OF_THE_YEAR.search(
        _UNTIL.sub("", before)
    )


def of_this_year(item: Governed) -> bool:
    """其中本年收到5件: the year's own among those of several."""
    number = item.number
    return number is not None and bool(_OF_THE_YEAR.search(item.clause.left(number)))


def drop_accumulated(facts: Gathered, sums: list[Fact]) -> None:
    """累计收到48件 beside a smaller figure of what came: those of several years."""
    told = [f for f in facts.facts("received") if f.year is None and not f.derived and not f.part]
    for fact in sums:
        if any(all(f is not other for other in sums) and f.value < fact.value for f in told):
            facts.drop("received", fact)


# 对3件答复不服: an answer that was contested, not how many were given.
_CONTESTED = re.compile(
    r"(?:结果|决定|书|意见)?(?:而|又|再|后)*(?:直接|径行|径直)?"
    r"(?:不服|不满|有异议|存在异议|提出异议|(?:被)?(?:申请|提起|提出|引起|引发|导致)(?:了|的)?(?:行政)?(?:复议|诉讼)|起诉|诉至)"
)
_DUE_YET = re.compile(
    r"(?:[需待须拟]|(?<![回供对反相呼])应)(?:要|当|予以|作出|进行|实质性?|实体|依法|逐一)*$"
)
# 1件按规定延期至2024年1月答复
_PUT_OFF = re.compile(
    r"(?:延[期长后]?|推迟|顺延|转|留)[^，。；]{0,6}[至到](?:(?:19|20)\d\d年|下一?年|次年|明年)"
)
# 其中5件在5个工作日内答复: how soon some were answered.
_SOON = re.compile(
    r"(?:在|于)?(?:收[到件]后?)?(?:的)?[\d一二两三四五六七八九十]+(?:个?工作日|天|日)(?:之|以)?内"
)
_HOW_SOON = re.compile(
    r"(?:\d+(?:(?:至|到|[-—–~～])\d+)?个?(?:工作日|日|天)(?:以内|以上|之内|内|后)?|[一二两三四五六七八九十]+个?(?:工作日|日|天)(?:以内|之内|内)|当[日天场]|即时|延期)"
    r"(?:的|就|即|予以|依法|给了|作了|作出)*(?:办结|答复|办复|回复|办理)"
)
_MARGIN = re.compile(
    r"(?:日|天)(?:以内|以上|之内|内|后)?(?:的|就|即)*$|当[日天场](?:的|就|即)*$|即时$"
)
# 以《告知书》答复25件，以《不予处理告知书》答复6件
_BY_PAPER = re.compile(r"以[《“][^》”，。；]{2,30}[》”](?:的|方式|形式|依法|予以)*$")
# 按第（五）项答复1件
_BY_RULE = re.compile(
    r"第[（(▁]*[一二三四五六七八九\d▁]+[）)▁]*[项款](?:的|规定)*(?:进行|予以|作出)?$"
)
# 提前办结6件, 合并答复4件: some of those that were answered, unless it is said of all.
_EARLY = re.compile(r"(?<![均都部])(?:提前|(?:重复|相同|类似)[^，。；]{0,6}合并)(?:予以|依法)?$")
_AMONG = re.compile(r"其中")


def answered_so(passage: Passage, item: Governed) -> bool:
    """答复部分公开1件 beside 答复不予公开2件: each an outcome, not how many were answered."""
    if item.number is None:
        return False
    told = [t for c in passage.clauses for t in words.TERMS.find(c) if t.key in words.OUTCOMES]
    so = any(t.start == item.term.end for t in told)
    return so and len({t.key for t in told}) > 1


# 协助县政府办答复12件: another agency's.
_FOR_OTHERS = re.compile(r"(?:协助|配合|代|帮助|指导|协同|会同|协办)(?!理人)[^，。；\d]{0,14}$")
# 转我局办理11件，自行收到3件; 补正后受理3件、直接受理9件.
_IN_ONE_WAY = re.compile(r"(?:自行|直接|补正后|经补正)$")
_WITH_OTHERS = re.compile(r"协[助办同]|配合|会同|代[办为]")
_AT_FIRST = re.compile(r"(?:先|先是|起先|起初|最初|原先|原本?|曾经?|一度)(?:答复)?$")
_ANOTHER_WAY = re.compile(r"转(?:来|办|我|本|交|送)|补正|移[交送]")


def no_answer(clause: Clause, item: Governed) -> bool:
    """Whether the answers counted were contested, or are still to be given."""
    assert item.number is not None
    if item.number.end <= item.term.start:
        between = clause.between(item.number.end, item.term.start)
        contested = _CONTESTED.match(clause.between(item.term.end, clause.end)) is not None
        return contested or _PUT_OFF.search(between) is not None
    front = clause.between(clause.start, item.term.start)
    return bool(_DUE_YET.search(front) or _FOR_OTHERS.search(front))


def how_soon(passage: Passage, item: Governed) -> bool:
    """其中5件在5个工作日内答复; 5日内办结9件，6至15日办结15件: each less than all."""
    clause, number = item.clause, item.number
    if number is None:
        return False
    if _BY_PAPER.search(passage.text, 0, item.term.start):
        return True
    front = clause.between(clause.start, item.term.start)
    if number.start >= item.term.end and (_EARLY.search(front) or _BY_RULE.search(front)):
        return True
    several = len(_HOW_SOON.findall(passage.text)) > 1
    if not several and not _AMONG.search(clause.between(clause.start, item.start)):
        return False
    if number.end <= item.term.start:
        between = clause.between(number.end, item.term.start)
        return bool(_SOON.search(between)) and "均" not in between
    return _MARGIN.search(clause.between(clause.start, item.term.start)) is not None


def in_one_way(passage: Passage, item: Governed) -> bool:
    """自行收到3件 beside those that others handed on: less than all."""
    front = item.clause.between(item.clause.start, item.term.start)
    return bool(_IN_ONE_WAY.search(front)) and _ANOTHER_WAY.search(passage.text) is not None


# 5件征地补偿申请予以公开3件、不掌握2件: what became of one kind of them.
_OF_GROUP = re.compile(
    r"(?:^|[，,；;。：:])\d+[件份宗][^，,。；;、\d]{2,14}申请(?:中|里)?[^，,。；;]*$"
)


def of_a_group(passage: Passage, item: Governed) -> bool:
    return item.number is not None and bool(_OF_GROUP.search(passage.text, 0, item.start))


# 因申请内容不明确，告知补正后未补正: why it was sent back, not what became of it.
_SENT_BACK = re.compile(r"[^，。；]{0,4}[，,][^。；]{0,12}补正")


def before_correction(passage: Passage, term: Term, end: int) -> bool:
    """Whether it was unclear at first only; `end` is where the term and its number end."""
    said = passage.text[term.start : term.end]
    if term.key != "unavailable.unclear" or re.search(r"补正后|仍|还", said):
        return False
    return _SENT_BACK.match(passage.text, max(term.end, end)) is not None


# 征求第三方意见4件，其中同意公开3件: what third parties think decides nothing.
_ASKED = re.compile(
    r"(?:征求|征询|征得|听取|书面征求)[^，。；]{0,10}(?:第三方|第三人|权利人|权益人)[^，。；]*[，（(：:]+"
    r"(?:[^，。；]{0,6}同意(?:公开)?[，、])*(?:其中)?[^，。；（）()]*$"
)


def of_third_parties(passage: Passage, item: Governed) -> bool:
    """Whether it is third parties who agree or refuse."""
    said = passage.text[item.term.start : item.term.end]
    return "同意" in said and bool(_ASKED.search(passage.text, 0, item.start))


def of_carried(item: Governed) -> bool:
    """上年结转1件已于1月办结: that one, whatever came besides."""
    clause, number = item.clause, item.number
    assert number is not None
    before = [t for t in words.TERMS.find(clause) if t.key == "carry" and t.end <= number.start]
    return bool(before) and clause.left_bound(number) <= before[-1].start


def handed_on(clause: Clause, term: Term) -> bool:
    """转部门办理3件: others handle these."""
    return _HANDED_ON.search(clause.between(clause.start, term.start)) is not None


def of_the_row(item: Governed) -> bool:
    """上年结转2件、新收20件均已办结: both, not the twenty alone."""
    clause, number = item.clause, item.number
    if number is None or not clause.lead or clause.lead not in "、和及与":
        return False
    return _EVERY.match(clause.right(number)) is not None


def at_first(clause: Clause, term: Term) -> bool:
    """1件先不予公开，后重新答复予以公开: what the answer was at first."""
    return _AT_FIRST.search(clause.between(clause.start, term.start)) is not None


def for_others(left: str) -> bool:
    """协办县政府办公室申请4件: what stands in front of an application says that it is another's."""
    return _WITH_OTHERS.search(left) is not None


# 2件要的是正在办的案卷: what was asked for.
_WANTED = re.compile(
    r"(?:申请)?(?:要|想|问|索|查|求)[^，。；]*(?:正在|待|尚未|未)[^，。；]*的[^，。；]+$"
)


def wanted(number: Number, clause: Clause) -> bool:
    return _WANTED.match(clause.right(number)) is not None


# 去年报告里写结转1件，后来核对…: what was wrong in last year's report.
_WRITTEN = re.compile(
    r"(?:报告|年报|表)(?:里|中|上)?(?:[^，。；\d]{0,4}(?:栏|处))?(?:误|错)?[写填列记报](?!送)[^，。；]{0,12}$"
)


def of_last_report(passage: Passage, number: Number) -> bool:
    return _WRITTEN.search(passage.text, 0, number.start) is not None
