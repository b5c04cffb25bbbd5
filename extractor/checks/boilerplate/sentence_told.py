"""What a single sentence of section five says: a problem, an act, only that there are problems."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.checks.boilerplate.facts_told import tells_a_figure, without_enumerator
from extractor.checks.boilerplate.own_acts import may_tell_an_act, tells_an_act
from extractor.report.items.cues import NAMES_PROBLEM
from extractor.report.items.generic import is_generic_problem
from extractor.report.items.labels import NOUN_PROBLEM
from extractor.report.record import SentenceRecord

_PART = re.compile(r"[，；：。！？]")
_NOUN = re.compile(f"{NOUN_PROBLEM}|之处")
# (一)存在的主要问题, 2.改进方面：, 主要表现在以下几个方面。
_HEADING = re.compile(
    rf"(?:[^，。]{{0,40}}(?:{NOUN_PROBLEM}|改进|措施|整改|举措|打算|安排|考虑|做法)[^，。]{{0,12}}"
    r"|.*(?:表现|体现|有|是|如下|以下|方面|几点)[^，。]{0,6}"
    r"|[^。；]{0,16}[一二两三四五六几\d](?:件|项|个|点|条|方面)(?:事情?|工作|措施|方面|打算|着力|改进|发力)?)"
)
# 补传了缺失的流程图: what was mended had a lack, the act has none.
_MENDED = re.compile(r"了[^，。；的]{1,8}的")
# 存在的问题由原单位说明: cut off in the middle, no problem's name.
_CUT_OFF = re.compile(f"的(?:{NOUN_PROBLEM})")
_MUST = re.compile("还得|也得|就得|[^没不未无]要|将|必须|应当")
# 4.此外，…仍待解决。 behind the measures: it has none
_OPEN_STILL = re.compile(
    "(?:[仍尚还]待|[仍尚还]未(?:得到|能)?|还没有?(?:得到|能)?)(?:解决|整改|改进|破解)$"
)
_ADDS = re.compile(
    r"[（(]?[\d一二三四五六七八九]{0,2}[)）.、．]?(?:此外|另外?|同时|还有|与此同时|再有)"
)
_MAXIM = re.compile(
    "没有终点|永无止境|无止境|在路上|清醒(?:地)?(?:看到|认识)|也要看到"
    "|(?:一些|许多|不少|诸多|新的|深层次|老大难)[^，。；]{0,4}(?:问题|难题|课题|短板|挑战)(?:[仍尚还]|有待|亟)"
)
_SURE = 0.8
_PLAINLY = 0.9
_LEADS = re.compile(f"{NOUN_PROBLEM}|改进|措施|整改|举措|打算|安排|以下|如下|[两三四五几][件项点]")
# （二）公开渠道方面
_FIELD = re.compile(r"(?:关于)?[^，。；：]{2,12}(?:方面|环节)|关于[^，。；：]{2,12}")
_THERE_ARE = re.compile(
    r"(?:[仍还也尚]|依然)*(?:存在|有)(?:着|一?些|不少|许多|诸多|几个|若干|明显的?|很多)*"
    r"(?:薄弱|不足|欠缺|短板|稚嫩|不适应)的?(?:之处|环节|地方|方面)"
)
_ASKS = re.compile(r"[^，。；]{0,6}怎[么样][^，。；]{0,4}？|[改补抓做]在(?:哪里|哪儿|何处|哪)？")
_LONGEST_HEADING = 30


def names_none(sentence: SentenceRecord, words: str, names: Sequence[str]) -> bool:
    """Praise and maxims, and what only announces: their items are none."""
    if sentence.topic == "overview" and sentence.tense != "problem":
        return True
    # 但仍存在一些不足，如：…；…；互动仍有不足: of several names the last alone announces nothing.
    if len(names) > 1 and not all(map(is_generic_problem, names)):
        return False
    return announces(words) and words == without_enumerator(words)


def takes_leave(sentence: SentenceRecord, words: str) -> bool:
    """希望的田野上，公开之花必将越开越艳。"""
    if sentence.substance != "boilerplate" or sentence.topic == "problem":
        return False
    acts = tells_an_act(words) or may_tell_an_act(words) or tells_a_figure(words)
    return not acts and not NAMES_PROBLEM.search(words)


def is_open_still(sentence: SentenceRecord, words: str) -> bool:
    told = tells_problem(sentence) and _OPEN_STILL.search(words.strip("。；"))
    return bool(told and _ADDS.match(words) and not is_maxim(words))


def is_maxim(words: str) -> bool:
    """公开没有终点，新的问题仍待破解。"""
    return _MAXIM.search(words) is not None


def tells_problem(sentence: SentenceRecord) -> bool:
    return sentence.tense == "problem" and sentence.topic == "problem"


def _tells_measure(sentence: SentenceRecord) -> bool:
    """The classifier is sure enough of an act, done or planned."""
    if sentence.tense not in ("done", "planned") or "tense" in sentence.uncertain:
        return False
    return sentence.confidence.get("tense", 0.0) >= _SURE


def is_problem(name: str, sentence: SentenceRecord) -> bool:
    """By its words, or by the classifier; 问题是时代的声音 is a maxim."""
    if _CUT_OFF.match(name):
        return False
    if NAMES_PROBLEM.search(name) or sentence.tense == "problem":
        return True
    if "问题" in name:
        return False
    if "被" in name:
        return True
    plainly = sentence.tense == "statement" and sentence.confidence["tense"] >= _PLAINLY
    return not plainly and not _tells_measure(sentence)


def is_act(sentence: SentenceRecord, words: str, among_measures: bool, first: bool) -> bool:
    """还得到院坝会上去问; 列了一张单子发到各科室. `first`: no problem was told so far."""
    if first and sentence.topic == "improvement" and sentence.tense == "done":
        mended = _MENDED.search(words)
        if mended and not NAMES_PROBLEM.search(_MENDED.sub("", words)):
            return True
    if not _tells_measure(sentence):
        return False
    if among_measures and sentence.topic == "improvement":
        return True
    return bool(_MUST.search(words)) or not NAMES_PROBLEM.search(words)


def is_heading(words: str) -> bool:
    """A heading or lead: it says what follows and nothing else."""
    if words.endswith("：") or _ASKS.fullmatch(words):
        return True
    if len(words) > _LONGEST_HEADING:
        return False
    stem = without_enumerator(words).strip("。.")
    return bool(_FIELD.fullmatch(stem) or (_HEADING.fullmatch(stem) and _LEADS.search(stem)))


def announces(words: str) -> bool:
    """The sentence says that there are problems and names none after that."""
    last = last_part(words)
    if not last or not _NOUN.search(words):
        return False
    return is_generic_problem(last) or bool(_THERE_ARE.fullmatch(last))


def last_part(words: str) -> str:
    """但仍存在一些薄弱环节, of 虽未发生泄密问题，但仍存在一些薄弱环节。"""
    parts = parts_between(words)
    return parts[-1] if parts else ""


def parts_between(words: str) -> list[str]:
    """What stands between signs."""
    return [part for part in _PART.split(words) if part]
