"""The classifier as a second voice: what no cue word betrays, and the order that sentences make."""

from __future__ import annotations

import re

import pytest

from extractor.language.classify.labels import Head
from extractor.language.pipeline import analyse
from extractor.report.classified import Classified
from extractor.report.items import Items, read_items
from extractor.report.items.voice import SURE, listen
from extractor.report.outline import Heading, Outline, Section
from extractor.report.told_sentences import ToldSentence
from tests.report.items_markup import flow_of_lines

HEADING = "五、存在的主要问题及改进情况"
LACKS = "票价调整的依据要点五层。英文页面的票价还是2021年的。"
MEASURES = "三个管理站统一用一张巡护表。英文页面请外事办校一遍。"

P, M = ("problem", "problem"), ("improvement", "planned")
STATES = ("problem", "statement")


def _heard(text: str, words: list[tuple[str, str]], sure: float = 0.8) -> list[Classified]:
    """The text's sentences, each with topic and tense."""
    found = []
    for match, (topic, tense) in zip(re.finditer(r"[^。\n]+。", text), words, strict=True):
        told = ToldSentence(match.start(), match.end(), match.group(), "issues", None, None)
        labels: dict[Head, str] = {"topic": topic, "tense": tense, "substance": "specific"}
        found.append(Classified(told, labels, dict.fromkeys(labels, sure), ()))
    return found


def _read(text: str, words: list[tuple[str, str]] | None, sure: float = 0.8) -> Items:
    flow = flow_of_lines([HEADING, *text.split("\n")])
    start = len(HEADING) + 1
    section = Section("issues", Heading(HEADING, 0, start - 1), start, start + len(text))
    outline = Outline(0, (0, 0), (section,), (), None)
    front = f"{'　' * start}{text}"
    sentences = _heard(front, words, sure) if words is not None else []
    trimmed = [_moved(sentence) for sentence in sentences]
    return read_items(flow, outline, analyse(flow.text), 2023, trimmed)


def _moved(sentence: Classified) -> Classified:
    """Without the blanks that stand for the heading."""
    told = sentence.told
    bare = told.text.lstrip("　")
    start = told.end - len(bare)
    kept = ToldSentence(start, told.end, bare, told.section, None, None)
    return Classified(kept, sentence.labels, sentence.confidence, ())


def test_lacks_without_cues_are_heard() -> None:
    found = _read(f"{LACKS}\n{MEASURES}", [P, P, M, M])
    assert [p.text for p in found.problems] == [
        "票价调整的依据要点五层",
        "英文页面的票价还是2021年的",
    ]
    assert [(m.text, m.answers) for m in found.improvements] == [
        ("三个管理站统一用一张巡护表", (0,)),
        ("英文页面请外事办校一遍", (1,)),
    ]


def test_rules_alone_hear_none_of_them() -> None:
    found = _read(f"{LACKS}\n{MEASURES}", None)
    assert not found.problems
    assert not found.improvements


def test_a_statement_is_no_problem() -> None:
    found = _read(LACKS, [STATES, P])
    assert [p.text for p in found.problems] == ["英文页面的票价还是2021年的"]


def test_what_speaks_of_lacks_and_names_none_is_no_problem() -> None:
    assert not _read("年底请代表来喝茶，大家当面提了不足，我们一条条记了账。", [P]).problems


def test_a_measure_in_so_many_words_is_none_whatever_is_heard() -> None:
    found = _read(f"{LACKS}\n我局已开通短信提醒。", [P, P, P])
    assert [m.text for m in found.improvements] == ["我局已开通短信提醒"]


def test_what_is_different_now_was_lacking() -> None:
    found = _read("停运的通知往年都是前一天晚上发，今年改为提前三天。", [M])
    assert [p.text for p in found.problems] == ["停运的通知往年都是前一天晚上发"]
    assert [(m.text, m.answers) for m in found.improvements] == [("今年改为提前三天", (0,))]


def test_a_plan_that_says_when_goes_before_the_heading() -> None:
    text = f"{LACKS}\n2024年一季度，投诉处理结果按月汇总公开。英文页面请外事办校一遍。"
    found = _read(text, [P, P, M, M])
    assert [m.tense for m in found.improvements] == ["planned", "planned"]


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        # A section that begins with a measure has not said what for.
        ([M, P, M, M], [1, 1, -1, -1]),
        # One doubtful word within a paragraph of measures turns nothing.
        ([P, P, M, P], [1, 1, -1, -1]),
    ],
)
def test_the_order_of_a_section_outweighs_one_word(
    words: list[tuple[str, str]], sign: list[int]
) -> None:
    text = f"{LACKS}\n{MEASURES}"
    voice = listen(_heard(text, words, 0.5), 0, len(text), text)
    assert [1 if (m or 0) > 0 else -1 for m in voice.margins] == sign


def test_a_sure_voice_is_heard_against_the_order() -> None:
    text = f"{LACKS}\n{MEASURES}"
    voice = listen(_heard(text, [P, P, M, P], 1.0), 0, len(text), text)
    assert (voice.at(text.index("英文页面请")) or 0) > 0
    assert (voice.at(0) or 0) >= SURE
    assert voice.at(len(text)) is None


def test_what_others_found_is_no_measure_of_ones_own() -> None:
    text = "公开更新不及时。个别科室在文件印发一个月后才报送。全年被通报错字八处。"
    found = _read(text, [P, M, M])
    assert not found.improvements
