"""Vocabulary, spelling and the input pair: what training and inference must agree on."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.language.classify.bert_input import (
    SIGNS,
    SPECIAL,
    CharacterSpelling,
    pair,
)
from extractor.language.classify.context import NUMBER, THIS_YEAR, Sight
from extractor.learning.bert.corpus import report_lines
from extractor.learning.bert.vocabulary import build_vocabulary

TEXTS = ["公开信息，公开", "公开A信", "公开信"]


def test_signs_first_then_characters_by_frequency() -> None:
    vocabulary = build_vocabulary(TEXTS, least=1)
    assert list(vocabulary)[:10] == [*SPECIAL, *SIGNS]
    assert list(vocabulary)[10:] == ["公", "开", "信", ",", "a", "息"]


def test_rare_characters_are_left_out_unless_they_are_our_own() -> None:
    vocabulary = build_vocabulary(TEXTS, least=2, always=["镇"])
    assert "息" not in vocabulary
    assert "镇" in vocabulary
    assert len(build_vocabulary(TEXTS, size=12, least=1)) == 12


def test_a_pair_is_place_then_words_with_years_and_figures_as_signs() -> None:
    sight = Sight("2024年公开8条", "disclosure", year=2024, before="上一句。")
    vocabulary = build_vocabulary(["主动公开上一句年条。|,"], least=1)
    names = {number: name for name, number in vocabulary.items()}
    made = pair(sight, CharacterSpelling(vocabulary), 64)
    told = "".join(names[number] for number in made.ids)
    assert told == f"[CLS]主动公开|||上一句。[SEP]{THIS_YEAR}年公开{NUMBER}条[SEP]"
    assert made.segments == [0] * 13 + [1] * 7


@pytest.mark.parametrize("limit", [24, 64, 128])
def test_a_pair_keeps_to_the_length_and_keeps_the_end_of_a_long_sentence(limit: int) -> None:
    sight = Sight("甲" * 300 + "乙", "disclosure", heading="丙" * 50, before="丁" * 50)
    vocabulary = build_vocabulary(["甲乙丙丁"], least=1)
    made = pair(sight, CharacterSpelling(vocabulary), limit)
    assert len(made.ids) == limit
    assert made.ids[-2] == vocabulary["乙"]


def test_hugging_face_spells_as_our_dict_does() -> None:
    pytest.importorskip("transformers", reason="transformers 未安装")
    from extractor.learning.bert.vocabulary import make_tokenizer

    vocabulary = build_vocabulary(["公开信息（一）,…abc12345 件"], least=1)
    tokenizer = make_tokenizer(vocabulary, 64)
    for text in ("公开 信息（1）…", "ＡＢＣ①㈠", f"{THIS_YEAR}年{NUMBER}件", "没见过的𠀀 　\t公"):
        ours = CharacterSpelling(vocabulary).ids(text)
        assert tokenizer.encode(text, add_special_tokens=False) == ours


def test_a_report_is_read_by_sentences_without_marks_and_tables(tmp_path: Path) -> None:
    file = tmp_path / "r.txt"
    text = (
        "% hand: x  year: 2023  agency: 某镇\n# 某镇年度报告\n\n## 一、总体\n{{table:disputes}}\n"
    )
    file.write_text(text + "2023年公开3条。2024年再说。\n>> 2024年1月\n", encoding="utf-8")
    lines = report_lines(file)
    assert lines[:2] == ["某镇年度报告", "一、总体"]
    assert lines[2:4] == ["\ue000年公开\ue004条。", "\ue001年再说。"]
