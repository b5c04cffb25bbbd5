"""Reports of earlier batches, kept so that later ones are held against them."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.batch.index import add_to_index, read_index, without
from extractor.batch.neighbours import Neighbours
from extractor.batch.run import Options, score
from extractor.batch.workplace import WorkplaceError
from extractor.checks.settings import DEFAULT_SETTINGS
from extractor.cli.listeners import Silent
from extractor.decisions.store import default_store
from extractor.outputs.names import OUTPUTS
from extractor.pipeline import DEFAULT_SETUP
from extractor.roster.match import Index
from extractor.roster.model import Roster, Row
from tests.batch.neighbouring import record, sentences, shelved

TEXT = sentences("kept", 30)
DISTRICTS = ("澜阳市鼓石区民政局", "白石市鼓石区民政局", "鼓石区民政局")
FIRST = shelved([record("a.pdf", TEXT, "甲局", "甲县"), record("b.pdf", TEXT[:5], "乙局", None)])


def told(path: Path) -> list[tuple[str, str | None, str | None, int | None]]:
    return [(one.path, one.region, one.agency, one.year) for one in read_index(path)]


def test_what_was_added_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "索引"
    assert read_index(path) == []
    add_to_index(path, FIRST)
    assert told(path) == [("b.pdf", None, "乙局", 2023), ("a.pdf", "甲县", "甲局", 2023)]
    kept = {one.path: one.fingerprint for one in read_index(path)}
    assert kept["a.pdf"].runs.tolist() == FIRST[0].fingerprint.runs.tolist()
    assert kept["a.pdf"].sentences.tolist() == FIRST[0].fingerprint.sentences.tolist()


def test_the_same_reports_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    add_to_index(tmp_path / "x", FIRST)
    once = (tmp_path / "x").read_bytes()
    add_to_index(tmp_path / "x", FIRST)
    for one in reversed(FIRST):
        add_to_index(tmp_path / "y", [one])
    assert (tmp_path / "x").read_bytes() == (tmp_path / "y").read_bytes() == once


def test_a_report_that_comes_again_replaces_itself(tmp_path: Path) -> None:
    path = tmp_path / "索引"
    add_to_index(path, FIRST)
    again = shelved([record("corrected.pdf", TEXT[:9], "甲局", "甲县")])
    assert [one.path for one in without(read_index(path), again)] == ["b.pdf"]
    add_to_index(path, again)
    assert [one.path for one in read_index(path)] == ["b.pdf", "corrected.pdf"]


def test_a_report_that_comes_again_under_another_spelling_replaces_itself(tmp_path: Path) -> None:
    path = tmp_path / "索引"
    names = ("柳湾县政府办公室", "澜阳市柳湾县民政局", "柳湾县财政局")
    add_to_index(path, shelved([record(name, TEXT, name, "柳湾县") for name in names]))
    again = ("柳湾县人民政府办公室", "柳湾县民政局")
    batch = shelved([record(name, TEXT[:9], name, "柳湾县") for name in again])
    assert [one.path for one in without(read_index(path), batch)] == ["柳湾县财政局"]
    add_to_index(path, batch)
    assert {one.path for one in read_index(path)} == {*again, "柳湾县财政局"}
    # Two cities have a district of this name: nobody knows whose the shorter is.
    districts = shelved([record(name, TEXT, name, "鼓石区") for name in DISTRICTS])
    assert len(without(districts[:2], districts[2:])) == 2


@pytest.mark.parametrize("kept", [0, 5, 40, 300, -30, -2])
def test_a_torn_file_is_told_and_not_believed(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "索引"
    add_to_index(path, FIRST)
    path.write_bytes(path.read_bytes()[:kept])
    torn = path.read_bytes()
    with pytest.raises(WorkplaceError, match="已损坏"):
        read_index(path)
    with pytest.raises(WorkplaceError):
        add_to_index(path, FIRST)
    assert path.read_bytes() == torn


def test_every_changed_byte_is_told(tmp_path: Path) -> None:
    path = tmp_path / "索引"
    add_to_index(path, FIRST)
    data = path.read_bytes()
    for at in range(0, len(data), 37):
        path.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        with pytest.raises(WorkplaceError):
            read_index(path)


def test_a_folder_or_a_missing_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorkplaceError):
        read_index(tmp_path)
    with pytest.raises(WorkplaceError, match="文件夹不存在"):
        read_index(tmp_path / "none" / "索引")


def test_a_copy_of_an_earlier_batchs_report_is_found_by_its_sample(tmp_path: Path) -> None:
    path = tmp_path / "索引"
    add_to_index(path, FIRST)
    copy = record("copy.pdf", [*TEXT[:26], *sentences("own", 4)], "丙局", "丙县")
    other = record("other.pdf", sentences("other", 30), "丁局", "丙县")
    records = [copy, other]
    kept = read_index(path)
    neighbours = Neighbours(shelved(records), records.__getitem__, DEFAULT_SETTINGS, kept)
    found = neighbours.among(copy).neighbour
    assert found is not None
    assert (found.path, found.agency, found.by_sample, found.cluster) == ("a.pdf", "甲局", True, 2)
    assert found.share == pytest.approx(26 / 30, abs=0.08)
    assert found.passages[0].text in TEXT
    assert neighbours.among(other).neighbour is None


PAGE = """{agency}2023年政府信息公开工作年度报告
一、总体情况
{text}
六、其他需要报告的事项
2023年没有收取信息处理费。
{agency}
2024年1月15日
"""


def batch(folder: Path, *agencies: str, text: str = "".join(TEXT[:12])) -> Path:
    folder.mkdir()
    for agency in agencies:
        told = PAGE.format(agency=agency, text=text)
        (folder / f"{agency}.txt").write_text(told, encoding="utf-8")
    return folder


def run(folder: Path, out: Path, index: Path | None, roster: Index | None = None) -> dict[str, str]:
    """Files with B504, and what it says."""
    setup = replace(DEFAULT_SETUP, roster=roster)
    options = Options(setup, default_store(), jobs=1, index=index)
    score([folder], out, options, Silent())
    records = map(json.loads, (out / "reports.jsonl").read_text("utf-8").splitlines())
    return {
        one["source"]["path"]: flag["message"]
        for one in records
        for flag in one["flags"]
        if flag["code"] == "B504"
    }


def test_a_later_batch_is_held_against_the_earlier_one(tmp_path: Path) -> None:
    index = tmp_path / "索引"
    first = batch(tmp_path / "一", "柳湾县档案局")
    assert run(first, tmp_path / "o1", index) == {}
    before = index.read_bytes()
    second = batch(tmp_path / "二", "鹭洲县档案局")
    message = run(second, tmp_path / "o2", index)["鹭洲县档案局.txt"]
    assert "此前批次的柳湾县档案局2023年度报告" in message
    assert "抽样" in message
    # The second batch is there now, too; the first run again finds it.
    assert index.read_bytes() != before
    assert "鹭洲县档案局" in run(first, tmp_path / "o1", index)["柳湾县档案局.txt"]


def test_the_same_batch_again_gives_the_same_bytes_and_lies_beside_its_index(
    tmp_path: Path,
) -> None:
    first = batch(tmp_path / "一", "柳湾县档案局", "鹭洲县档案局")
    index = first / "索引.idx"
    assert set(run(first, tmp_path / "o", index)) == {"柳湾县档案局.txt", "鹭洲县档案局.txt"}
    told = {name: (tmp_path / "o" / name).read_bytes() for name in OUTPUTS}
    kept = index.read_bytes()
    run(first, tmp_path / "o", index)
    assert {name: (tmp_path / "o" / name).read_bytes() for name in OUTPUTS} == told
    assert index.read_bytes() == kept
    assert not [name for name in os.listdir(first) if name.endswith(".part")]


def test_a_damaged_index_is_told_before_any_report_is_read(tmp_path: Path) -> None:
    first = batch(tmp_path / "一", "柳湾县档案局")
    index = tmp_path / "索引"
    index.write_text("something else", encoding="utf-8")
    with pytest.raises(WorkplaceError, match="索引"):
        run(first, tmp_path / "o", index)
    assert not (tmp_path / "o" / "reports.csv").exists()
    assert index.read_text(encoding="utf-8") == "something else"


RENAMED = Index(
    Roster(
        (
            Row(2, "临溪县卫生健康局", former=("临溪县卫生局",)),
            Row(3, "临溪县文化和体育局", former=("临溪县文化局", "临溪县体育局")),
        )
    )
)


def test_one_agency_under_two_names_of_the_roster_does_not_repeat_another(tmp_path: Path) -> None:
    """Two that were merged later were two."""
    names = "临溪县卫生局", "临溪县卫生健康局"
    one = batch(tmp_path / "一", *names)
    assert set(run(one, tmp_path / "o", None)) == {f"{name}.txt" for name in names}
    assert run(one, tmp_path / "o", None, RENAMED) == {}
    several = batch(tmp_path / "二", *names, "临溪县文化局", "临溪县体育局")
    told = run(several, tmp_path / "o", None, RENAMED)
    assert set(told) == {path.name for path in several.iterdir()}
    assert all("共3个机关" in message for message in told.values())


def test_an_agency_that_an_index_knows_by_a_former_name_does_not_repeat_another(
    tmp_path: Path,
) -> None:
    index = tmp_path / "索引"
    run(batch(tmp_path / "一", "临溪县卫生局"), tmp_path / "o1", index)
    second = batch(tmp_path / "二", "临溪县卫生健康局")
    assert run(second, tmp_path / "o2", None, RENAMED) == {}
    kept = index.read_bytes()
    assert run(second, tmp_path / "o2", index, RENAMED) == {}
    index.write_bytes(kept)
    assert set(run(second, tmp_path / "o3", index)) == {"临溪县卫生健康局.txt"}
