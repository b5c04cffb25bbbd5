"""The catalogue is whole, and what is published of it is current."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from extractor.checks.catalogue import RULES
from extractor.checks.told import as_markdown
from extractor.cli import main

PUBLISHED = Path(__file__).parents[2] / "docs" / "rules.md"


def test_codes_are_told_once_and_in_order_within_their_family() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)
    for family in {rule.family for rule in RULES}:
        own = [code for code in codes if code[0] == family]
        assert own == sorted(own)


def test_every_rule_says_why_in_both_languages_with_examples() -> None:
    for rule in RULES:
        for words in (rule.name.zh, rule.name.en, rule.why.zh, rule.why.en, rule.bad, rule.good):
            assert words.strip(), rule.code
        assert rule.name.en.isascii(), rule.code


def test_the_published_catalogue_is_current() -> None:
    remake = "python -m extractor.checks.told > docs/rules.md"
    assert PUBLISHED.read_text(encoding="utf-8") == as_markdown(), f"remake it: {remake}"


def test_rules_lists_and_explains() -> None:
    listed = CliRunner().invoke(main, ["rules"])
    assert listed.exit_code == 0
    assert len(listed.output.splitlines()) == len(RULES)
    told = CliRunner().invoke(main, ["rules", "p104"])
    assert "P104" in told.output
    assert "为什么" in told.output
    unknown = CliRunner().invoke(main, ["rules", "Z999"])
    assert unknown.exit_code == 2
    assert "Z999" in unknown.output
