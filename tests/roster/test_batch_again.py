"""A run with a roster that breaks, or is run again with another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extractor.batch import run as batch
from extractor.batch.run import Options, score
from extractor.cli.listeners import Silent
from extractor.outputs.names import OUTPUTS, REPORTING
from extractor.pipeline import DEFAULT_SETUP
from tests.roster.a_batch import ROSTER, Done, run, setup_with


def contents(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in (*OUTPUTS, REPORTING)}


class Started(Silent):
    def __init__(self) -> None:
        super().__init__()
        self.counts: list[tuple[int, int]] = []

    def started(self, total: int, done: int) -> None:
        self.counts.append((total, done))


def test_a_broken_run_ends_with_the_same_bytes_and_another_roster_reads_anew(
    done: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(batch, "finish", stop)
        with pytest.raises(KeyboardInterrupt):
            run(done.now, tmp_path / "o", jobs=1)
    listener = Started()
    setup = setup_with(done.now / "名册.csv")
    options = Options(
        setup,
        tmp_path / "store.jsonl",
        previous=(done.now.parent / "2022",),
        roster_file=done.now / "名册.csv",
    )
    score([done.now], tmp_path / "o", options, listener)
    assert listener.counts == [(17, 17)]
    assert contents(tmp_path / "o") == contents(done.out)
    other = tmp_path / "名册.csv"
    other.write_text(ROSTER.replace("2024年2月8日", "2024年1月8日"), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(batch, "finish", stop)
        for used in (setup, setup_with(other)):
            with pytest.raises(KeyboardInterrupt):
                score([done.now], tmp_path / "p", replace(options, setup=used), listener)
    assert listener.counts[1:] == [(17, 0), (17, 0)]
    # Without a roster nobody is asked for a report by an earlier one.
    score(
        [done.now / "档案局.txt"], tmp_path / "o", Options(DEFAULT_SETUP, tmp_path / "s"), listener
    )
    assert not (tmp_path / "o" / REPORTING).exists()
