"""B505: problems too vague to act on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.checks.boilerplate.facts_told import (
    plain,
    readable,
    tells_a_figure,
    tells_a_name,
    without_enumerator,
)
from extractor.checks.boilerplate.issues_told import (
    IssuesTold,
    ToldProblem,
    issues_told,
)
from extractor.checks.boilerplate.nothing_told import tells_none
from extractor.checks.boilerplate.repeated import place_of
from extractor.checks.boilerplate.sentence_told import last_part
from extractor.checks.boilerplate.vocabulary import own_length, own_words
from extractor.checks.model import Among, Finding, Rule, Said
from extractor.report.record import SentenceRecord

# Characters beyond the genre's words and the agency's trade: a narrower object has four or more
# (采购意向, 轮候名单); so may rhetoric, where the classifier is sure that it is nothing else.
_NO_OBJECT = 3
_RHETORIC = 8
_SURE = 0.95
# 字太小, 乡镇报送材料错字多: so few words that one or two of its own make it concrete, unless the
# classifier has no doubt at all (开拓创新少).
_TERSE = 12
_NO_DOUBT = 0.995
# On average over all problems: 0 to 2.3 where a reviewer calls them 空泛, 2.7 and more elsewhere.
_MEAN = 2.5
_MOST_TOLD = 6
# 有的文件只在公众号发布，网站没有发布: the genre's words alone, and yet anybody could act on it. In
# development sections the classifier stays below 0.7 where such words say nothing.
_SPECIFIC = 0.85
# “等靠要”思想, “被动公开”现象: a frame of mind in quotes. The name of a matter (“双减”) is none.
_QUOTED = re.compile(r"“([^“”]{2,20})”|「([^「」]{2,20})」")
_FRAME_OF_MIND = re.compile(
    r"(?:的|等|式|型)?(?:错误|模糊|消极)?(?:思想|心态|心理|现象|情绪|观念|作风|倾向|意识|想法|态度)"
)
_OWN_RUN = 2

# 经自查，暂无明显不足: it says that there is nothing to name. Of a lack itself these words tell
# nothing (没有补齐短板), so they count only where a report announces its problems.
_NONE_FOUND = re.compile(
    "(?:暂?无|没有|未发现|不存在)(?:明显|突出|重大|较大)的?(?:不足|短板|弱项|差距)"
)


def check(among: Among) -> Iterator[Finding]:
    told = issues_told(among.record)
    if not told.problems:
        yield from _none_named(told)
    elif is_vague(among):
        yield _finding(told.problems)


def told_vaguely(among: Among) -> list[SentenceRecord]:
    """The sentences that this rule is told of: what other rules need not tell again."""
    told = issues_told(among.record)
    if not told.problems:
        return _announced(told)
    if not is_vague(among):
        return []
    return [sentence for problem in told.problems for sentence in problem.sentences]


def is_vague(among: Among) -> bool:
    """Problems are named, and every one of them is a generality."""
    problems = issues_told(among.record).problems
    total = 0
    for problem in problems:
        words = _without_sayings(problem)
        if tells_a_figure(words) or tells_a_name(words):
            return False
        own = own_length(words, among.record.meta.agency)
        total += own
        if not _vague(problem, own):
            return False
    return bool(problems) and total <= _MEAN * len(problems)


def _vague(problem: ToldProblem, own: int) -> bool:
    """No object of its own."""
    if own and len(without_enumerator(problem.words)) <= _TERSE:
        return _empty(problem, _NO_DOUBT)
    if own <= _NO_OBJECT:
        return not any(
            one.substance == "specific" and one.confidence["substance"] >= _SPECIFIC
            for one in problem.sentences
        )
    return own <= _RHETORIC and _empty(problem, _SURE)


def _empty(problem: ToldProblem, sure: float) -> bool:
    """The classifier is so sure that every sentence of it is boilerplate."""
    return all(
        one.substance == "boilerplate" and one.confidence["substance"] >= sure
        for one in problem.sentences
    )


def _without_sayings(problem: ToldProblem) -> str:
    """In plain boilerplate a saying in quotes names nothing, nor does a word of the genre."""
    words = problem.words
    if not _empty(problem, _SURE):
        return words
    for quoted in reversed([*_QUOTED.finditer(words)]):
        saying = quoted[1] or quoted[2]
        stock = all(len(run) < _OWN_RUN for run in own_words(saying))
        if stock or _FRAME_OF_MIND.match(words, quoted.end()):
            words = words[: quoted.start()] + words[quoted.end() :]
    return words


def _announced(told: IssuesTold) -> list[SentenceRecord]:
    """虽未发生泄密问题，但仍存在一些薄弱环节: that nothing happened is said of something else."""
    parts = [(one, last_part(plain(one.text))) for one in told.announced]
    return [one for one, part in parts if not (tells_none(part) or _NONE_FOUND.search(part))]


def _none_named(told: IssuesTold) -> Iterator[Finding]:
    """还存在一些薄弱环节: which ones, it does not say."""
    announced = _announced(told)
    if not announced:
        return
    first = announced[0]
    yield Finding(
        message=Said(
            f"只说存在问题，没有写出是什么问题：{first.text}请写明具体的栏目、事项、数量或原因。",
            f"It says that there are problems, but not which: {first.text}",
        ),
        section="issues",
        evidence=first.text,
        found="0",
        confidence=0.8,
        at=place_of(first),
        key="B505",
    )


def _finding(problems: Sequence[ToldProblem]) -> Finding:
    names = [readable(problem.name) for problem in problems]
    listed = "；".join(names[:_MOST_TOLD]) + ("等" if len(names) > _MOST_TOLD else "")
    count = len(names)
    whole = f"所列{count}个问题都" if count > 1 else "所列问题"
    return Finding(
        message=Said(
            f"{whole}只有笼统的说法，看不出是哪个栏目、哪类事项、多少件、什么原因：{listed}。",
            f"The {count} problems told are generalities, without object, number, place or cause: "
            f"{listed}",
        ),
        section="issues",
        evidence=problems[0].sentences[0].text,
        expected="具体的问题",
        found=f"{count}/{count}",
        confidence=0.8,
        at=place_of(problems[0].sentences[0]),
        key="B505",
    )


RULE = Rule(
    code="B505",
    name=Said("问题空泛", "Problems too vague to act on"),
    severity="warning",
    why=Said(
        "问题写得谁都适用（意识有待加强、内容不够丰富），就没有办法整改，下一年也无从对照。要写到能动手的程度："
        "哪个栏目、哪类事项、差多少、为什么。列出的问题全部空泛才提示；有一个写实了，或者笼统的提法后面跟着"
        "具体说明，都不提示。",
        "Problems that fit anybody cannot be mended, nor checked next year. Told only where all of "
        "the problems are generalities: one concrete problem, or an explanation behind, is enough.",
    ),
    bad="存在的问题：一是公开意识有待加强；二是公开内容不够丰富；三是解读形式比较单一。",
    good="存在的问题：一是惠农补贴专栏两个月没有更新；二是全年7篇解读都只有文字，看不懂的村民打来电话21次。",
    among=check,
)
