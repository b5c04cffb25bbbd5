"""Seldom manners of telling: no verb beside the number, people in the place of applications."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractor.report.facts import application_words as words
from extractor.report.facts.application_sums import Told
from extractor.report.facts.attach import Governed, Term
from extractor.report.facts.clauses import BLOT, Clause, Passage
from extractor.report.facts.figures import Number
from extractor.report.facts.standing import years_dealt

# 予以公开超过半数，为31件; 能公开的都公开了，有30余件: what the outcome's clause adds, and how its
# number begins the next.
_HOW_MANY = re.compile(
    r"(?:的)?(?:申请|件数)?(?:[超过]过?半数?|近半数?|不[到足]半数?|占?[大多半]+数|约?占?一半|占?比?例?(?:最[多高大少低小]|居多|居首|为主))"
)
_THAT_IS = re.compile(rf"(?:为|是|有|计|共|达|共计|合计|即|{BLOT})+")
_ALL_THAT_COULD = re.compile(r"能够?公开的")
# 移交未办结申请1件，年报中列为上年结转
_FILED_AS_CARRIED = re.compile(
    r"(?:列|计|算|记|填|视|归|报)(?:为|作|入|成)(?:本年度?的?)?(?:上一?年度?)?(?:的)?结转"
)
# 结转数上年、下年均为0; 上年、下年结转均为零
_NEITHER_YEAR = re.compile(
    r"上一?年度?结转(?:数|申请|件)?(?:[、和与及]|以及)结转(?:至|到|入)?下一?年度?(?:继续)?(?:办理)?(?:的)?(?:申请|数量|件数|情况|数|件)*[均都皆]?(?:为|是)?(?:零|0件?|没有|无)$|"
    r"(?:结转(?:数量?|件数?|申请|情况)?)?(?:上一?年度?)(?:结转)?[、和与及](?:结转)?(?:下一?年度?)(?:结转)?(?:数量?|件数?|申请|情况)?"
    r"(?:[均都皆]?(?:为|是)?(?:零|0件?)|[均都皆]?(?:没有|无))$"
)
# 其余各项都是0: the outcomes that are not named.
_REST_NIL = re.compile(
    r"(?:其余|其他|其它)(?:的)?(?:各?(?:项|类|种|栏)|办理结果|处理结果|结果|情形|情况|类型)+(?:数据|数量)?"
    r"[均都皆全]?(?:为|是)?(?:零|0[件条份宗]?|没有|无)$"
)
# 予以公开、部分公开、不予公开：均为0件
_ALL_NIL = re.compile(r"(?:数量?)?[均都皆全](?:部|都)?(?:为|是)?(?:零|0[件条份宗]?|没有|无)")
# 去年没欠账，今年也没往后欠; 没老账.
_NO_OLD_DEBT = re.compile(
    r"(?:去年|上一?年度?|往年|头年|以前)[^，。；\d]{0,4}(?:没有?|无|不)(?:欠账?|旧账|老账|尾巴|积压|存货)|(?:没有?|无)(?:老|旧|陈)账|(?:去年|上一?年度?|往年|头年)[^，。；\d]{0,4}(?:没有?|无)欠着的?"
)
_NO_NEW_DEBT = re.compile(
    r"(?:没有?|不|未)(?:给明年|往后|向后|往下|往明年|给下年)(?:欠|拖|留|推|压)|(?:今年|本年度?)[^，。；\d]{0,2}(?:没有?|不)(?:欠账|留尾巴)"
)
# 依申请公开件数不多，全年仅2件; 问：有没有人申请公开？答：有，4件
_FEW = re.compile(r"(?:申请|依申请公开)[^，。；\d]{0,10}$|^(?:答?[：:])?有$")
_IN_ALL = re.compile(
    r"(?:全年|今年|本年度?|年内|一年(?:下来|到头|里)?|(?:19|20)\d\d年)?(?:仅|只|才|就|共|一共|总共|确切[讲说])*(?:有|是|为|收到)?"
)
# 5件均作不予公开处理并全部按时办结
_AND = re.compile(r"(?:处理|决定|答复)?(?:并|且)[^，。；\d]{0,8}$")
_PEOPLE = frozenset({"位", "个", "名", "人", "户"})
_ASK = r"(?:申请|索要|要|查|问|索取|调取|看|了解)(?:看|公开|取|阅|询)*"
_PAPERS = r"(?:政府|公开)*(?:信息|材料|资料|文件|档案)"
# 一共来了三位; 三位村民到镇里来要材料; 来要信息的，今年是4个.
_CAME = re.compile(r"来[了过]$")
_WHO = r"[\u4e00-\u9fff]{0,5}"
_WHO_ASK = re.compile(
    r"(?:[\u4e00-\u9fff]{0,3}?)(?:先后|陆续)?(?:递|提|交|写)[^，。；\d]{0,4}申请"
    rf"|[\u4e00-\u9fff]{{0,4}}?(?:一起|先后)?(?:到|来|上|跑|向)[^，。；\d]{{0,8}}?(?:{_ASK}[^，。；\d]{{0,4}}{_PAPERS}"
    rf"|申请(?:政府)?(?:信息)?公开|(?:递|提|交)[^，。；\d]{{0,4}}申请)"
)
_ASKERS = re.compile(rf"来[^，。；\d]{{0,6}}?{_ASK}{_PAPERS}的(?:人|群众|村民)?$")
_ARE = re.compile(r"(?:今年|全年|本年度?|一年|年内|一?共|总共|只|就|是|有|来了)+")
_ONLY_THESE = re.compile(r"(?:全年|今年|一年)?(?:也?就|仅|只)(?:有?这)(?:么)?")
# 假如一天来了3件以上申请，…；超过5件，…
_IF = re.compile(r"(?:假如|假设|如果|如遇|倘若|若[是有]|一旦|万一|(?<![非不平])凡是?|每逢)[^。]*$")
_THE_YEAR = re.compile(r"全年|今年|本年|当年|年内|共|合计")
_OUR_SHARE = re.compile(
    r"(?:到|给|至|由)[我本咱]们?[\u4e00-\u9fff]{1,2}(?:办理|处理|承办|答复)?的?(?:有)?$|向[我本][局厅委校院镇乡](?:提出|提交)的?(?:申请)?$|[我本咱]们?[\u4e00-\u9fff]{1,2}(?:分到|轮到|摊到|分得|接到)?的?$"
)
_TAKES = re.compile(
    r"(?:申请|信息|材料)?(?:平均|通常|一般|往往|大概|至少|最快|最多|就)*(?:[要需得](?!求)|花)"
)
_EACH = re.compile(r"(?:每[人户家位个天日月]?|人均|户均|平均|日均|月均)[^，。；\d]{0,3}$")
_HEADS = re.compile(
    rf"(?:{words.APPLICATION}|信息公开申请|申请)(?:共|计|为|有|约|总计|合计|▁)*[\d一二两三四五六七八九十百]+(?:人次|封)"
    rf"|[\d一二两三四五六七八九十百]+(?:人次|封)(?:的)?(?:政府|提出|提交|的)*(?:{words.APPLICATION})"
)


def in_seldom_manners(told: Told, passage: Passage, clause: Clause) -> Iterator[Governed]:
    """What a clause tells that no verb of it governs."""
    if clause.depth:
        return
    before = next(
        (c for c in reversed(passage.clauses) if c.end <= clause.start and not c.depth), None
    )
    number = clause.numbers[0] if clause.numbers else None
    # 区里收了89件，我们街道分到3件: what came to the whole district is blotted out.
    others_before = BLOT * 4 in passage.text[: clause.start]
    share = number is not None and _OUR_SHARE.search(clause.left(number))
    if number is not None and share and others_before and number.unit in words.UNITS:
        yield _governed("received", number, clause)
    if number is not None and number.unit in words.UNITS and before is not None:
        yield from _how_many(before, clause, number)
        if not told.facts.facts("received") and passage.aspect == "applications":
            few = _FEW.search(before.shown) and not before.numbers and not clause.right(number)
            if few and _IN_ALL.fullmatch(clause.left(number)):
                yield _governed("received", number, clause)
    if not clause.numbers and before is not None and _FILED_AS_CARRIED.search(clause.shown):
        counted = [n for n in before.numbers if n.unit in words.UNITS]
        yield from (_governed("carried_in", n, before) for n in counted if len(counted) == 1)
    if passage.aspect != "applications" and passage.section != "applications":
        return
    if before is not None and clause.lead in "：:" and _ALL_NIL.fullmatch(clause.shown):
        yield from (replace(_denied("", before), term=t) for t in words.TERMS.find(before))
    if _NO_OLD_DEBT.search(clause.shown):
        yield _denied("carried_in", clause)
    if _NO_NEW_DEBT.search(clause.shown):
        yield _denied("carried_out", clause)
    if _NEITHER_YEAR.search(clause.shown):
        yield from (_denied(key, clause) for key in ("carried_in", "carried_out"))
    if _REST_NIL.search(clause.shown) and told.outcomes():
        named = {t.key for c in passage.clauses for t in words.TERMS.find(c)}
        untold = [k for k in words.OUTCOMES if not told.facts.facts(k) and k not in named]
        yield from (_denied(key, clause) for key in untold)


def _how_many(before: Clause, clause: Clause, number: Number) -> Iterator[Governed]:
    found = [t for t in words.TERMS.find(before) if t.key in words.OUTCOMES]
    if len(found) != 1 or any(n.unit in words.UNITS for n in before.numbers):
        return
    term = found[0]
    said = _HOW_MANY.fullmatch(before.between(term.end, before.end))
    could = _ALL_THAT_COULD.match(before.between(term.start, before.end))
    whole = said or (could and term.end == before.end)
    if whole and _THAT_IS.fullmatch(clause.left(number)) and not clause.right(number):
        yield _governed(term.key, number, clause)


def answered_too(clause: Clause, items: Sequence[Governed]) -> list[Governed]:
    """5件均作不予公开处理并全部按时办结: their outcome, and that they were answered."""
    return [
        replace(item, term=term)
        for item in items
        if item.number and item.term.key in words.OUTCOMES and item.number.end <= item.term.start
        for term in words.TERMS.find(clause)
        if term.key == "answered" and _AND.fullmatch(clause.between(item.term.end, term.start))
    ]


def came_in_person(passage: Passage, clause: Clause) -> Governed | None:
    """The people who came to ask, where nothing else tells how many applied."""
    if passage.aspect != "applications" or clause.depth or words.FOREIGN.search(passage.text):
        return None
    for number in clause.numbers:
        left = clause.between(clause.start, number.start)
        behind = clause.between(number.end, clause.end)
        if number.unit in words.UNITS - _PEOPLE and _ONLY_THESE.fullmatch(left) and not behind:
            return _governed("received", number, clause)
        if number.unit not in _PEOPLE or number.approx:
            continue
        before = passage.text[: clause.start].rstrip("，,：:")
        few = _CAME.search(left) and re.fullmatch(_WHO, behind)
        asked = _ASKERS.search(before) and _ARE.fullmatch(left)
        if asked or few or _WHO_ASK.match(behind):
            return _governed("received", number, clause)
    return None


def supposed(passage: Passage, number: Number) -> bool:
    """假如一天来了3件, 每户一份申请: figures of a rule, or of each."""
    front = passage.text[: number.start]
    supposing = _IF.search(front)
    rule = supposing is not None and not _THE_YEAR.search(supposing.group())
    # 办理一件申请平均要花9天: any one.
    any_one = number.text.startswith("一") and number.value == 1
    behind = passage.text[number.end :]
    return bool(rule or _EACH.search(front) or (any_one and _TAKES.match(behind)))


def heads_as_applications(passage: Passage, units: frozenset[str]) -> Passage:
    """受理信息公开申请9人次, 来了三位: the applications are counted by those who made them."""
    numbers = [replace(n, unit="件") if n.unit in units else n for n in passage.numbers]
    return replace(passage, numbers=tuple(numbers))


def counts_heads(passage: Passage) -> bool:
    return _HEADS.search(passage.text) is not None


def by_year_in_a_row(passage: Passage, items: Sequence[Governed]) -> list[Governed]:
    """2021年、2022年、2023年分别收到6件、9件、4件: the verb of the first goes for all."""
    places = years_dealt(passage)
    first = next((i for i in items if i.number and i.number.start in places), None)
    if first is None:
        return []
    row = [n for n in passage.numbers if n.start in places and n != first.number]
    return [replace(first, number=n, start=n.start, end=n.end) for n in row]


_OF_A_YEAR = re.compile(
    r"(?:(?:19|20)\d\d年|去年|上一?年)度?[^，。；\d]{0,8}(?:收到|受理|新收)[^，。；\d]{0,12}申请\d+[件宗份]$"
)
_YEARS_APART = re.compile(
    r"[，、：:中](?:19|20)\d\d年度?(?:收到|受理|为|有|共)?\d+[件宗份](?=[，、。；和])"
)
_HOW_MANY_CAME = re.compile(rf"(?:{words.APPLICATION}|申请)(?:件|的)?(?:总?[数量]|数量)")
_YEAR_ALONE = re.compile(
    r"(?:其中)?(?:20\d\d年度?|当年|本年度?|今年)(?:新)?(?:收到|共|为|是|有|达)*"
)


def by_year(passage: Passage, clause: Clause, found: list[Term]) -> list[Governed]:
    """申请量达到近三年最高：2021年7件、2022年12件、2023年19件: a row of years."""
    if found or len(clause.numbers) != 1 or clause.depth:
        return []
    number = clause.numbers[0]
    before = passage.text[: clause.start]
    row = [c for c in passage.clauses if c.end < clause.start and not c.depth][-1:]
    told = (
        _HOW_MANY_CAME.search(before) is not None
        # 三年来共收到申请31件，其中2021年12件、2022年10件、2023年9件
        or ("申请" in before and len(_YEARS_APART.findall(passage.text)) > 1)
        # 2022年收到申请11件，2023年9件
        or any(_OF_A_YEAR.search(c.shown) for c in row)
    )
    if not told or clause.right(number) or not _YEAR_ALONE.fullmatch(clause.left(number)):
        return []
    term = Term("received", number.start, number.end)
    return [Governed(term, number, clause, number.start, number.end)]


# 依申请公开情况。全年0件。: nothing but a time in front.
_ALONE = re.compile(r"(?:20\d\d年度?|本年度?|全年|共|为|，)*")


def number_alone(clause: Clause) -> list[Governed]:
    """The one number of a sentence that says no more."""
    number = clause.numbers[0] if clause.numbers else None
    if number is None or clause.right(number) or clause.depth or clause.start:
        return []
    if not _ALONE.fullmatch(clause.between(clause.start, number.start)):
        return []
    term = Term("received", number.start, number.end)
    return [Governed(term, number, clause, number.start, number.end)]


def _governed(key: str, number: Number, clause: Clause) -> Governed:
    term = Term(key, number.start, number.end)
    return Governed(term, number, clause, number.start, number.end)


def _denied(key: str, clause: Clause) -> Governed:
    term = Term(key, clause.start, clause.end)
    return Governed(term, None, clause, clause.start, clause.end)
