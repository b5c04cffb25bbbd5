"""B506: a named problem without a measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.checks.boilerplate.beside import listed_only
from extractor.checks.boilerplate.facts_told import plain, readable, tells_a_figure, tells_a_name
from extractor.checks.boilerplate.forewords import without_forewords
from extractor.checks.boilerplate.issues_told import IssuesTold, ToldProblem, issues_told
from extractor.checks.boilerplate.leave import without_leave
from extractor.checks.boilerplate.measures_told import Measure, measures_told
from extractor.checks.boilerplate.own_acts import (
    ACT,
    acts_within,
    goes_on_to_act,
    may_tell_an_act,
    tells_an_act,
)
from extractor.checks.boilerplate.referring import by_reference
from extractor.checks.boilerplate.repeated import place_of
from extractor.checks.boilerplate.vocabulary import own_length
from extractor.checks.boilerplate.weighing import left_over
from extractor.checks.model import Among, Finding, Rule, Said
from extractor.language.meant import pairs, shipped
from extractor.report.items.cues import NAMES_PROBLEM, SUGGESTS_PROBLEM
from extractor.report.items.references import MOST, reference
from extractor.report.record import Record, SentenceRecord

# A problem told in stock words is met by a measure told in stock words.
_VAGUE = 3
_RHETORIC = 8
_SURE = 0.95
# As logarithms of the odds that a measure is meant for a problem.
_PLAINLY, _ANY = 1.0, -5.0
_LIKELY = 0.5
_NOUN = re.compile("问题|差距|短板|困难|难题|挑战|未来|[专兼]职人员")
_LONGEST = 60
# So much in common with an act told in another section, and it is the measure.
_TOLD_ELSEWHERE = 3
_UNDER_WAY = re.compile("正在|还要|下一?步|今后|明年|已经?(?:发[了出]?|批|请|把|由|着手|开始|落实)")
# As logarithms of the odds that it is meant for the problem. Of 359 problems that have a measure of
# their own, none finds a plan so near in another section, and seventeen an act so near.
_PLANNED, _TOLD = -1.5, 1.5
_OF_THEM_ALL = re.compile(
    r"(?:(?:以上|上述)[^，。；：]{0,8}|这?[两二三四五六几][个项件条点])(?:问题|不足|事情?|短板)"
    r"(?:[都均全已由]|拟|将|统)"
)
_DOES = re.compile(
    r"已|了(?!解)|将|拟|今后|[月年日]起|改[为成用由]|换成|一律|重新|专门|逐[件一个条]"
    r"|[派请由][^，。；]{1,12}(?:承担|办理|指导|翻译|编|写|讲)"
)
# 结转2025年办理2件; 予以公开4件，不予公开3件: what became of applications mends nothing.
_RECKONS = re.compile(r"(?:结转|转入|转到|留到)|\d件[^。；]*\d件")
_MENDING = re.compile("问题|不足|短板|薄弱|整改|改进")
# 末班车到底几点: who asks so has not been told.
_ASKED = re.compile("到底(?:几|怎|哪|谁|什么|啥|多少|是不是|有没有|算不算|([\u4e00-\u9fff])不\\1)")
_EXCEEDS = re.compile("比(?:要求|规定|上年|去年|计划|法定)[^，。；]{0,12}[多晚长超低少]")


def check(among: Among) -> Iterator[Finding]:
    record = among.record
    told = _told(record)
    if not told.problems:
        return
    if not told.measures:
        lacking = [one for one in told.problems if _lacks(one)]
        acts = record.narrative.improvements or _acts_elsewhere(record, lacking)
        acts = acts or _refers_back(record) or len(lacking) < len(told.problems)
        if lacking and not acts and not any(map(_may_hold_an_act, lacking)):
            yield _no_measure(lacking)
        return
    if any(not _is_surely_one(one) and tells_an_act(one.words) for one in told.problems):
        return  # what is no problem for sure may be the measure that seems to be missing
    measures = without_leave(measures_told(record, told), told.problems)
    left = _unanswered(record, told, measures)
    if left:
        yield _finding(left, told)


def _told(record: Record) -> IssuesTold:
    return listed_only(without_forewords(record, issues_told(record)))


def _may_hold_an_act(problem: ToldProblem) -> bool:
    return tells_an_act(problem.words) or _tells_its_own(problem)


def _tells_its_own(problem: ToldProblem) -> bool:
    """Its measure may stand in what was taken for the problem, in whatever words."""
    return may_tell_an_act(problem.words) or goes_on_to_act(problem.sentences)


def _refers_back(record: Record) -> bool:
    """三个问题都由分管局长领办：…; 以上三件事都有了眉目：… — acts, whatever they were taken for."""
    said = [plain(one.text) for one in record.sentences if one.section == "issues"]
    return any(
        _OF_THEM_ALL.match(text) or ((found := reference(text, MOST)) is not None and found.led)
        for text in said
    )


def weighable(record: Record) -> tuple[Sequence[ToldProblem], Sequence[Measure]] | None:
    """Problems and measures of a section from which it can be learned which is meant for which."""
    told = _told(record)
    if not told.measures or not all(_is_surely_one(one) for one in told.problems):
        return None  # what is no problem for sure may be a measure: it would teach wrongly
    measures = without_leave(measures_told(record, told), told.problems)
    if not any(one.real for one in measures) or _all_are_meant(measures):
        return None
    return told.problems, measures


def _all_are_meant(measures: Sequence[Measure]) -> bool:
    return any(measure.means_all and measure.real for measure in measures)


def _unanswered(record: Record, told: IssuesTold, measures: Sequence[Measure]) -> list[ToldProblem]:
    """Problems that no measure can be meant for, where the others have theirs."""
    told_by = told.problems
    if any(measure.real for measure in measures):
        left = _unmet(told_by, measures)
    else:
        left = [one for one in told_by if tells_a_figure(one.words)]
        left = [one for one in left if not any(measure.touches(one.words) for measure in measures)]
        spare = [_may_be_met(one, told_by, measures) for one in told_by]
        surely = _unmet(told_by, measures)
        left += [
            one
            for one, met in zip(told_by, spare, strict=True)
            if not met and one in surely and one not in left
        ]
    # 回应不够迅速 beside as many stock measures: nobody can say that none of them is its own.
    general = len(measures) >= len(told_by)
    left = [
        one
        for one in left
        if not (general and _vague(record, one) and _may_be_met(one, told_by, measures))
    ]
    return [one for one in left if _lacks(one) and not _met_otherwise(record, one)]


def _may_be_met(
    problem: ToldProblem, problems: Sequence[ToldProblem], measures: Sequence[Measure]
) -> bool:
    """By a measure in stock words, unless that is plainly meant for another problem."""
    words = [one.words for one in problems]
    own = words.index(problem.words)
    for measure in measures:
        scores = shipped().scores(words, [measure.text])[:, 0]
        another = float(scores.max()) >= _PLAINLY and scores.argmax() != own
        if measure.stock and not another and scores[own] > _ANY:
            return True
    return False


def _unmet(problems: Sequence[ToldProblem], measures: Sequence[Measure]) -> list[ToldProblem]:
    if _all_are_meant(measures):
        return []
    met, left = by_reference(problems, measures)
    surely = {*left, *left_over(problems, measures)} - met
    return [problems[i] for i in sorted(surely)]


def _vague(record: Record, problem: ToldProblem) -> bool:
    if tells_a_figure(problem.words) or tells_a_name(problem.words):
        return False
    own = own_length(problem.words, record.meta.agency)
    return own <= _VAGUE or (
        own <= _RHETORIC
        and all(
            one.substance == "boilerplate" and one.confidence["substance"] >= _SURE
            for one in problem.sentences
        )
    )


def _is_surely_one(problem: ToldProblem) -> bool:
    sentence = problem.sentences[0]
    if sentence.topic == "problem" or sentence.tense == "problem":
        return True
    return bool(NAMES_PROBLEM.search(problem.name))


def _lacks(problem: ToldProblem) -> bool:
    """It tells a lack or a fact: no maxim (差距警醒未来)."""
    words = _NOUN.sub("", problem.words)
    if NAMES_PROBLEM.search(words) or _EXCEEDS.search(words) or _ASKED.search(words):
        return True
    as_told = words == problem.words
    if (as_told or tells_a_figure(words)) and SUGGESTS_PROBLEM.search(words):
        return True
    return (
        as_told
        and problem.index is not None
        and any(
            one.tense == "problem" and one.confidence["tense"] >= _LIKELY
            for one in problem.sentences
        )
    )


def _met_otherwise(record: Record, problem: ToldProblem) -> bool:
    if acts_within(problem.words) or _tells_its_own(problem):
        return True
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
    clauses = re.split("[；。]", plain(sentence.text))
    return [
        clause
        for clause in clauses
        if _DOES.search(clause) and not NAMES_PROBLEM.search(clause) and not _RECKONS.search(clause)
    ]


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


def _acts_elsewhere(record: Record, problems: Sequence[ToldProblem]) -> bool:
    """A plan or an act that some problem may be met by, or that speaks of mending in general."""
    general = any(
        _MENDING.search(clause) for one in record.sentences for clause in _mends(record, one)
    )
    return general or any(_met_by_sense(record, problem) for problem in problems)


def _no_measure(problems: Sequence[ToldProblem]) -> Finding:
    listed = "；".join(_shown(problem) for problem in problems)
    first = problems[0].sentences[0]
    return Finding(
        message=Said(
            f"写了{len(problems)}个问题，没有写改进措施：{listed}。",
            f"{len(problems)} problems and no measure: {listed}",
        ),
        section="issues",
        evidence=first.text,
        expected="改进措施",
        found="无",
        confidence=0.8,
        at=place_of(first),
        key="B506",
    )


def _finding(left: Sequence[ToldProblem], told: IssuesTold) -> Finding:
    listed = "；".join(_shown(problem) for problem in left)
    first = left[0].sentences[0]
    count = len(told.problems)
    return Finding(
        message=Said(
            f"{count}个问题中有{len(left)}个没有对应的改进措施：{listed}。",
            f"{len(left)} of {count} problems have no measure: {listed}",
        ),
        section="issues",
        evidence=first.text,
        expected="逐个问题有措施",
        found=f"{len(left)}/{count}",
        confidence=0.75,
        at=place_of(first),
        key="B506",
    )


def _shown(problem: ToldProblem) -> str:
    words = readable(problem.words).strip("。；")
    return words if len(words) <= _LONGEST else words[:_LONGEST] + "…"


RULE = Rule(
    code="B506",
    name=Said("问题没有措施", "A named problem without a measure"),
    severity="warning",
    why=Said(
        "写出来的问题要有办法：评分表对“问题与措施不对应”扣分。其他问题都有对应的措施、唯独某一个没有，或者"
        "通篇没有措施时提示；措施写在问题后面、写在别的部分、或者一条措施管几个问题，都算有。",
        "What is named as a problem needs a measure; scoring sheets ask for it. Told where the "
        "other problems have theirs and one has none, or where there is no measure at all.",
    ),
    bad="存在的问题：一是采伐公示更新慢；二是公示牌破损。改进情况：采伐公示改为每周五更新。",
    good="存在的问题：一是采伐公示更新慢；二是公示牌破损。改进情况：采伐公示改为每周五更新；破损的6块公示牌已更换。",
    among=check,
)
