"""B506: a named problem without a measure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.checks.boilerplate.beside import listed_only
from extractor.checks.boilerplate.elsewhere import acts_elsewhere, told_elsewhere
from extractor.checks.boilerplate.facts_told import (
    plain,
    readable,
    tells_a_figure,
    tells_a_name,
    without_enumerator,
)
from extractor.checks.boilerplate.forewords import without_forewords
from extractor.checks.boilerplate.issues_told import IssuesTold, ToldProblem, issues_told
from extractor.checks.boilerplate.leave import without_leave, without_vows
from extractor.checks.boilerplate.measures_told import Measure, measures_told
from extractor.checks.boilerplate.own_acts import (
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
from extractor.language.meant import shipped
from extractor.report.items.cues import NAMES_PROBLEM, SUGGESTS_PROBLEM
from extractor.report.items.references import MOST, reference
from extractor.report.record import Record

# A problem told in stock words is met by a measure told in stock words.
_VAGUE = 3
_RHETORIC = 8
_SURE = 0.95
# As logarithms of the odds that a measure is meant for a problem.
_PLAINLY, _ANY = 1.0, -5.0
# 持续推进重点领域信息公开: whatever the lack, if it is one of publishing
_OF_THE_WORK = re.compile("(?:政务|信息|重点领域|主动|阳光)公开|公开工作")
_LIKELY = 0.5
_SYSTEM = re.compile(
    "(?:(?:改进|整改)?(?:措施|情况)：)?(?:已|拟|将)?(?:建立|健全|完善|实行|制定)[^，。；]{2,12}(?:制度|机制|办法)"
)
# 查阅困难 is a lack
_NOUN = re.compile("问题|差距|短板|(?<![阅取询办解索行用读理])困难|难题|挑战|未来|[专兼]职人员")
_WORD = re.compile("[\u4e00-\u9fff]{2}")
_LONGEST = 60
_OF_THEM_ALL = re.compile(
    r"(?:(?:以上|上述)[^，。；：]{0,8}|这?[两二三四五六几][个项件条点])(?:问题|不足|事情?|短板)"
    r"(?:[都均全已由]|拟|将|统)"
)
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
        acts = record.narrative.improvements or acts_elsewhere(record, lacking)
        acts = acts or _refers_back(record) or len(lacking) < len(told.problems)
        if lacking and not acts and not any(map(_may_hold_an_act, lacking)):
            yield _no_measure(lacking)
        return
    if any(not _is_surely_one(one) and tells_an_act(one.words) for one in told.problems):
        return  # what is no problem for sure may be the measure that seems to be missing
    measures = _measures(record, told)
    left = _unanswered(record, told, measures)
    if left:
        yield _finding(left, told)


def _told(record: Record) -> IssuesTold:
    return listed_only(without_forewords(record, issues_told(record)))


def _measures(record: Record, told: IssuesTold) -> Sequence[Measure]:
    return without_leave(without_vows(measures_told(record, told)), told.problems)


def _may_hold_an_act(problem: ToldProblem) -> bool:
    return tells_an_act(problem.words) or _tells_its_own(problem)


def _met_otherwise(record: Record, problem: ToldProblem) -> bool:
    own = acts_within(problem.words) or _tells_its_own(problem)
    return own or told_elsewhere(record, problem)


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
    measures = _measures(record, told)
    if not any(one.real for one in measures) or _all_are_meant(measures):
        return None
    return told.problems, measures


def _all_are_meant(measures: Sequence[Measure]) -> bool:
    return any(measure.means_all and measure.real for measure in measures)


def _unanswered(record: Record, told: IssuesTold, measures: Sequence[Measure]) -> list[ToldProblem]:
    """Problems that no measure can be meant for, where the others have theirs."""
    told_by = told.problems
    left = _unmet(told_by, measures)
    if not any(measure.real for measure in measures):
        left = [
            one
            for one in told_by
            if (one in left and not _may_be_met(one, told_by, measures))
            or _is_untouched_figure(one, measures)
        ]
    # 回应不够迅速 beside as many stock measures: nobody can say that none of them is its own.
    general = len(measures) >= len(told_by)
    left = [
        one
        for one in left
        if not (general and _vague(record, one) and _may_be_met(one, told_by, measures))
    ]
    left = [one for one in left if not _may_be_met_by_system(one, told_by, measures)]
    return [one for one in left if _lacks(one) and not _met_otherwise(record, one)]


def _is_untouched_figure(problem: ToldProblem, measures: Sequence[Measure]) -> bool:
    touched = any(measure.touches(problem.words) for measure in measures)
    return tells_a_figure(problem.words) and not touched


def _may_be_met(
    problem: ToldProblem, problems: Sequence[ToldProblem], measures: Sequence[Measure]
) -> bool:
    """By a measure in stock words, unless that is plainly meant for another problem."""
    for measure in measures:
        if measure.stock:
            own, best, nearest = _sense(problem, problems, measure)
            near = own > _ANY or _OF_THE_WORK.search(measure.text)
            if near and (nearest or best < _PLAINLY):
                return True
    return False


def _may_be_met_by_system(
    problem: ToldProblem, problems: Sequence[ToldProblem], measures: Sequence[Measure]
) -> bool:
    """建立月报制度 and not a word more, which no other problem claims: it may mend many a lack."""
    for measure in measures:
        if measure.real and _SYSTEM.fullmatch(without_enumerator(measure.text)):
            _, best, nearest = _sense(problem, problems, measure)
            if nearest and best < 0:
                return True
    return False


def _sense(
    problem: ToldProblem, problems: Sequence[ToldProblem], measure: Measure
) -> tuple[float, float, bool]:
    """How near the measure is to this problem and to the nearest, and whether they are the same."""
    words = [one.words for one in problems]
    scores = shipped().scores(words, [measure.text])[:, 0]
    own = words.index(problem.words)
    return float(scores[own]), float(scores.max()), bool(scores.argmax() == own)


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
    if not _WORD.search(problem.words):
        return False
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
