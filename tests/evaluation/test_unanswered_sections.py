"""What B506 learns from: sections whole, struck, exchanged, with near misses and other answers."""

from __future__ import annotations

from collections import Counter

import pytest

from evaluation.section_measures import section_measures
from evaluation.unanswered import shares
from evaluation.unanswered_sections import Asked, Text, as_lists, asked, texts
from extractor.learning.meant.lists import Listed


@pytest.fixture(scope="module")
def known() -> dict[str, Text]:
    return {text.name: text for text in texts()}


def test_every_written_measure_belongs_to_a_development_section(known: dict[str, Text]) -> None:
    for (name, problem), lines in section_measures().items():
        assert known[name].part != "earlier", name
        assert problem < len(known[name].gold.problems), name
        for line in lines:
            assert line.near != line.answer, name


def _sections(known: dict[str, Text], kind: str) -> list[Asked]:
    names = [name for name, _ in section_measures()][:12]
    return [one for one in asked([known[name] for name in names]) if one.kind == kind]


def test_a_near_miss_leaves_one_problem_and_another_answer_none(known: dict[str, Text]) -> None:
    near, answered = _sections(known, "near"), _sections(known, "answered")
    assert len(near) >= 5
    assert len(answered) >= 5
    assert {sum(one.left) for one in near} == {1}
    assert {sum(one.left) for one in answered} == {0}


def test_the_near_miss_stands_among_the_measures(known: dict[str, Text]) -> None:
    written = {line.near for lines in section_measures().values() for line in lines}
    for one in _sections(known, "near"):
        texts_read = "".join(measure.text for measure in one.measures)
        assert any("".join(near.split())[:6] in texts_read for near in written)


def test_lists_give_the_near_miss_to_no_problem(known: dict[str, Text]) -> None:
    (name, problem), lines = next(iter(section_measures().items()))
    plain, answered = list(as_lists(known[name]))[:2]
    meant = dict(plain.measures)
    assert meant[lines[0].near] == frozenset()
    assert dict(answered.measures)[lines[0].answer] == frozenset({problem})
    own = [m.text for m in known[name].gold.improvements if m.answers == [problem]]
    assert own[0] in meant
    assert own[0] not in dict(answered.measures)


def test_no_model_has_learned_from_the_sections_that_it_is_asked_about(
    known: dict[str, Text],
) -> None:
    other = Listed("hand-a", ("更新慢",), (("每周更新", frozenset({0})),))
    found = shares([other], list(known.values()))
    hands = {name: text.hand for name, text in known.items()}
    told = Counter(name for share in found for name in share.sections)
    assert told == Counter(dict.fromkeys(known, 1))
    for share in found:
        learned = {one.hand for one in share.lists} - {"hand-a"}
        assert not learned & {hands[name] for name in share.sections}
        assert other in share.lists
    assert all(known[name].part == "earlier" for name in found[-1].sections)


def test_a_share_of_the_sections_gives_what_all_give_of_them(known: dict[str, Text]) -> None:
    names = list(dict.fromkeys(name for name, _ in section_measures()))[:3]
    few = [known[name] for name in names]

    def told(found: list[Asked]) -> list[tuple[str, str, list[str]]]:
        return [(one.name, one.kind, [m.text for m in one.measures]) for one in found]

    alone = told(list(asked(few, frozenset(names[:1]))))
    assert {name for name, _, _ in alone} == {names[0]}
    assert alone == [one for one in told(list(asked(few))) if one[0] == names[0]]
