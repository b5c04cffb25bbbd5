"""Who repeats whom in a batch, however many do."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Literal

import pytest

from extractor.batch.neighbours import Neighbours, among_others
from extractor.batch.shelf import Shelf
from extractor.checks.across import flags_among
from extractor.checks.boilerplate.fingerprint import Fingerprint
from extractor.checks.boilerplate.repeated import repeated
from extractor.checks.boilerplate.runs import runs
from extractor.checks.model import Among, Neighbour
from extractor.checks.settings import DEFAULT_SETTINGS
from extractor.language.classify.labels import Head
from extractor.report.record import Record, SectionText
from tests.batch.neighbouring import record, sentence, sentences, shelved

TEMPLATE = sentences("template", 16)
# Kept in journals and indexes: another way of counting would make those worthless.
NUMBERS = [10579814770729828536, 18192710188587576543]
SAYINGS = [551300016, 2591204593]


def own(number: int, count: int = 20) -> Record:
    return record(f"own/{number:04}", sentences(f"own {number}", count), f"甲{number}局", "甲县")


def on_template(number: int) -> Record:
    """Four sentences in five are the template's, each fifth is its own."""
    random = Random(f"on template {number}")
    texts = [
        text if at % 5 else f"{number + at}件" + sentence(random)
        for at, text in enumerate(TEMPLATE)
    ]
    return record(f"template/{number:04}", texts, f"乙{number}局", "乙县")


def found(records: Sequence[Record]) -> dict[str, Neighbour]:
    """By path, those that reach the limit."""
    neighbours = Neighbours(shelved(records), records.__getitem__, DEFAULT_SETTINGS)
    told = {one.source.path: neighbours.among(one).neighbour for one in records}
    return {path: one for path, one in told.items() if one and one.share >= 0.6}


def test_sixty_departments_on_one_template_are_one_cluster() -> None:
    told = found([*map(own, range(150)), *map(on_template, range(60))])
    assert sorted(told) == [f"template/{number:04}" for number in range(60)]
    assert {one.cluster for one in told.values()} == {60}
    assert all(one.path != path for path, one in told.items())


def test_a_template_with_each_departments_own_figures_is_one_cluster() -> None:
    """Hardly a run of ten characters is left whole; whatever the figures, the sentences are."""

    def with_figures(number: int) -> Record:
        drawn = Random(f"figures {number}")
        texts = [
            f"{text[:-1]}，全年{drawn.randint(1, 400)}件，其中{drawn.randint(1, 400)}件已办结。"
            for text in TEMPLATE
        ]
        return record(f"figures/{number:04}", texts, f"戊{number}局", "乙县")

    told = found([*map(own, range(100)), *map(with_figures, range(60))])
    assert len(told) == 60
    assert {one.cluster for one in told.values()} == {60}


def test_two_clusters_stay_apart() -> None:
    other = sentences("another template", 12)
    pair = [record(f"pair/{n}", [*other, *sentences(f"p{n}", 2)], f"丙{n}局") for n in range(2)]
    told = found([*map(own, range(30)), *map(on_template, range(6)), *pair])
    assert {path: one.cluster for path, one in told.items()} == {
        **{f"template/{number:04}": 6 for number in range(6)},
        "pair/0": 2,
        "pair/1": 2,
    }
    assert told["pair/0"].path == "pair/1"


def test_the_order_of_the_files_does_not_matter() -> None:
    records = [*map(own, range(30)), *map(on_template, range(40))]
    told = found(records)
    Random(1).shuffle(records)
    assert found(records) == told


def test_the_work_grows_with_the_reports_not_with_their_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked, loaded = [0], [0]
    likeness = Shelf.likeness

    def counting(self: Shelf, one: int, other: int) -> float:
        asked[0] += 1
        return likeness(self, one, other)

    monkeypatch.setattr(Shelf, "likeness", counting)
    for count in (150, 300):
        records = list(map(on_template, range(count)))

        def load(number: int, records: list[Record] = records) -> Record:
            loaded[0] += 1
            return records[number]

        asked[0] = loaded[0] = 0
        Neighbours(shelved(records), load, DEFAULT_SETTINGS)
        assert asked[0] <= 40 * count
        assert loaded[0] <= 4 * count


def test_a_pair_is_found_though_each_of_its_sentences_is_said_all_around() -> None:
    pool = sentences("pool", 60)
    drawn = [Random(f"draw {n}").sample(pool, 20) for n in range(200)]
    records = [record(f"drawn/{n:03}", texts, f"甲{n}局") for n, texts in enumerate(drawn)]
    copy = [*drawn[77][:16], *sentences("changed", 4)]
    records.append(record("copy", copy, "乙局"))
    told = found(records)
    assert {path: one.path for path, one in told.items()} == {
        "copy": "drawn/077",
        "drawn/077": "copy",
    }
    assert told["copy"].share == pytest.approx(0.8, abs=0.05)


def test_stock_phrases_that_all_say_among_their_own_words_do_not_count() -> None:
    stock = sentences("stock", 40)
    records = []
    for number in range(150):
        random = Random(f"stock {number}")
        said = random.sample(stock if number > 1 else stock[:12], 10)
        texts = [text for phrase in said for text in (phrase, sentence(random)[:14])]
        records.append(record(f"{number:03}", texts, f"甲{number}局"))
    # By words alone these two would be copies.
    assert repeated(records[0], records[1]).share >= 0.6
    assert found(records) == {}


def test_a_longer_report_that_holds_all_of_it_is_its_neighbour_but_does_not_repeat_it() -> None:
    short = record("short", sentences("s", 10), "甲局")
    long = record("long", [*sentences("s", 10), *sentences("more", 30)], "乙局")
    assert list(found([short, long])) == ["short"]


@pytest.mark.parametrize(
    ("region", "other_region", "agency", "year", "told"),
    [
        ("甲县", "乙县", "城关镇人民政府", 2023, True),
        ("甲县", "甲县", "城关镇人民政府", 2022, False),
        ("甲县", None, "城关镇人民政府", 2022, False),
        ("甲县", "甲县", "城郊乡人民政府", 2023, True),
    ],
)
def test_other_agencies_are_told_by_region_and_name(
    region: str, other_region: str | None, agency: str, year: int, told: bool
) -> None:
    one = record("one", TEMPLATE, "城关镇人民政府", region)
    other = record("other", TEMPLATE, agency, other_region, year)
    assert bool(found([one, other])) is told


@pytest.mark.parametrize(
    ("other", "region", "year", "told"),
    [
        ("县水利局", None, 2022, False),
        ("县水利局", None, 2023, True),
        ("县民政局", None, 2022, True),
        ("市水利局", None, 2022, True),
        ("县水利局", "石湾县", 2022, True),
        ("鹭汀市禾湾县水利局", "禾湾县", 2023, False),
    ],
)
def test_a_name_without_its_place_is_in_another_year_no_other_agency(
    other: str, region: str | None, year: int, told: bool
) -> None:
    texts = sentences("one agency", 14)
    first = record("a", texts, "禾湾县水利局", "禾湾县")
    second = record("b", texts, other, region, year)
    assert (set(found([first, second])) == {"a", "b"}) == told


def test_how_many_say_a_sentence_counts_agencies_not_reports() -> None:
    texts = ["全年公开信息12条，比上年多了3条。", *sentences("x", 3)]
    one = record("one", texts, "甲局", "甲县")
    others = [
        record("a", ["一是全年公开信息90条，比上年多了1条。"], "乙局", "甲县"),
        record("b", texts[:1], "乙局", "甲县", 2022),
        record("c", ["全年公开信息5条，比上年多了2条。"], "丙局", "甲县"),
        record("own year", texts, "甲局", "甲县", 2022),
    ]
    among = among_others(one, others, DEFAULT_SETTINGS)
    assert among.agencies == 3
    assert among.said_by(texts[0]) == 2
    assert among.said_by(texts[1]) == 0


def test_equal_neighbours_of_the_same_year_go_first_then_the_first_by_path() -> None:
    one = record("m", TEMPLATE, "甲局")
    others = [
        record("a", TEMPLATE, "乙局", year=2022),
        record("c", TEMPLATE, "丙局"),
        record("b", TEMPLATE, "丁局"),
    ]
    told = among_others(one, others, DEFAULT_SETTINGS).neighbour
    assert told is not None
    assert (told.path, told.cluster) == ("b", 4)


def test_numbers_are_the_same_in_every_process() -> None:
    assert [int(one) for one in runs("渠首的流量每旬一报〇〇")[:2]] == NUMBERS
    print_ = Fingerprint.of(own(1))
    again = Fingerprint.unpacked(print_.packed())
    assert again.runs.tolist() == print_.runs.tolist()
    assert again.sentences.tolist() == print_.sentences.tolist()
    assert print_.sentences[:2].tolist() == SAYINGS


@pytest.mark.parametrize("told", ["", "AAAA", "AAAA.A", "AAA=.AAAAAA==", "一.二"])
def test_what_is_no_fingerprint_is_refused(told: str) -> None:
    with pytest.raises(ValueError, match="fingerprint"):
        Fingerprint.unpacked(told)


def told_alone_or_not(records: Sequence[Record]) -> list[bool]:
    """Of each report, whether the others tell anything of it; what they do not tell changes none of
    its flags."""
    neighbours = Neighbours(shelved(records), records.__getitem__, DEFAULT_SETTINGS)
    told = []
    for one in records:
        alone = one.model_copy(update={"flags": flags_among(Among(one, DEFAULT_SETTINGS))})
        among = neighbours.beyond_itself(alone)
        told.append(among is not None)
        if among is None:
            assert flags_among(neighbours.among(alone)) == alone.flags
    return told


def in_sections(told: Record, substance: Literal["specific", "boilerplate"]) -> Record:
    """As a report's own, in a section that boilerplate is looked for in."""
    confidence: dict[Head, float] = {"substance": 0.99}
    sentences = [
        one.model_copy(update={"substance": substance, "confidence": confidence})
        for one in told.sentences
    ]
    section = SectionText(key="overview", title="一、总体情况", text="")
    return told.model_copy(update={"sentences": sentences, "sections": [section]})


def test_checks_are_run_again_only_for_reports_of_which_others_tell_something() -> None:
    shared = sentences("shared", 3)
    few = [record(f"few/{n}", [*sentences(f"f{n}", 20), *shared], f"丙{n}局") for n in range(5)]
    alone = [in_sections(own(number), "specific") for number in range(5)]
    assert told_alone_or_not([*alone, *(in_sections(one, "specific") for one in few)]) == [
        *(False,) * 5,
        *(True,) * 5,
    ]
    assert not any(told_alone_or_not([in_sections(one, "boilerplate") for one in few]))


def test_checks_are_run_again_for_a_report_that_repeats_another() -> None:
    texts = sentences("copied", 12)
    copied = [in_sections(record(f"copy/{n}", texts, f"丙{n}局"), "boilerplate") for n in range(2)]
    assert told_alone_or_not([*copied, in_sections(own(1), "boilerplate")]) == [True, True, False]
