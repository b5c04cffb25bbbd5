"""A problem's measure told in another section: the aspects of the year, section six."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.checks.boilerplate.facts_told import plain
from extractor.checks.boilerplate.issues_told import ToldProblem
from extractor.checks.boilerplate.own_acts import ACT
from extractor.language.meant import pairs, shipped
from extractor.report.items.cues import NAMES_PROBLEM
from extractor.report.record import Record, SentenceRecord

# So much in common with an act told in another section, and it is the measure.
_TOLD_ELSEWHERE = 3
_UNDER_WAY = re.compile("正在|还要|下一?步|今后|明年|已经?(?:发[了出]?|批|请|把|由|着手|开始|落实)")
# As logarithms of the odds that it is meant for the problem. Of the 287
# problems of the development reports, which have a measure of their own, none finds a plan so near
# in another section, and two an act so near.
_PLANNED, _TOLD = -1.5, 1.5
_DOES = re.compile(
    r"已|了(?!解)|将|拟|今后|[月年日]起|改[为成用由]|换成|一律|重新|专门|逐[件一个条]"
    r"|[派请由][^，。；]{1,12}(?:承担|办理|指导|翻译|编|写|讲)"
)
# 结转2025年办理2件; 予以公开4件，不予公开3件: what became of applications mends nothing.
_RECKONS = re.compile(r"(?:结转|转入|转到|留到)|\d件[^。；]*\d件")
_MENDING = re.compile("问题|不足|短板|薄弱|整改|改进")


def told_elsewhere(record: Record, problem: ToldProblem) -> bool:
    """By its words, or by sense."""
    words = pairs(problem.words)
    if any(
        len(words & pairs(sentence.text)) >= _TOLD_ELSEWHERE
        for sentence in record.sentences
        if _tells_act(sentence)
    ):
        return True
    return _met_by_sense(record, problem)


def _met_by_sense(record: Record, problem: ToldProblem) -> bool:
    """A plan or an act told in another section, in whatever words."""
    asked = (problem.name, problem.words)
    planned = [clause for one in record.sentences for clause in _mends(record, one)]
    told = [clause for one in record.sentences for clause in _acts_of(one)]
    return any(
        clauses and float(shipped().scores(asked, clauses).max()) >= enough
        for clauses, enough in ((planned, _PLANNED), (told, _TOLD))
    )


def _acts_of(sentence: SentenceRecord) -> list[str]:
    """Clauses of another section that tell what somebody did or does."""
    if sentence.section in (None, "issues"):
        return []
    clauses = map(_behind_lacks, re.split("[；。]", plain(sentence.text)))
    return [clause for clause in clauses if _DOES.search(clause) and not _RECKONS.search(clause)]


def _behind_lacks(clause: str) -> str:
    """后来放大了重新贴, of 村民说字太小，后来放大了重新贴"""
    parts = clause.split("，")
    lacks = [i for i, part in enumerate(parts) if NAMES_PROBLEM.search(part)]
    return "，".join(parts[lacks[-1] + 1 :] if lacks else parts)


def _mends(record: Record, sentence: SentenceRecord) -> list[str]:
    """Clauses of another section that plan something, or tell what is under way: only by sense can
    they be told from the many acts of which a report tells."""
    if sentence.section in (None, "issues"):
        return []
    following = f"{record.meta.year + 1}年" if record.meta.year else None
    return [
        clause
        for clause in re.split("[；。]", plain(sentence.text))
        if not _RECKONS.search(clause)
        and (
            _tells_act(sentence)
            or _UNDER_WAY.search(clause)
            or (following is not None and following in clause)
        )
    ]


def _tells_act(sentence: SentenceRecord) -> bool:
    """An act for the better in another section: in section six any, among the aspects a plan."""
    if sentence.section in (None, "issues"):
        return False
    if sentence.topic == "improvement":
        return True
    if sentence.section != "other":
        return sentence.tense == "planned"
    return sentence.tense == "planned" or bool(ACT.search(plain(sentence.text)))


def acts_elsewhere(record: Record, problems: Sequence[ToldProblem]) -> bool:
    """A plan or an act that some problem may be met by, or that speaks of mending in general."""
    general = any(
        _MENDING.search(clause) for one in record.sentences for clause in _mends(record, one)
    )
    return general or any(_met_by_sense(record, problem) for problem in problems)
