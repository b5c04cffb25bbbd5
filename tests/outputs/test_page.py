"""summary.html as a file: whole, small, harmless, the same bytes each time."""

from __future__ import annotations

import json
import re
import tracemalloc
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from extractor.checks.model import Language
from extractor.outputs.page import SummaryPage
from extractor.outputs.page_words import WORDS
from extractor.report.record import Record
from tests.outputs.page_records import SENTENCE, failed, flag, record, sentence, with_tables

HOSTILE = (
    "</script><script>alert(1)</script><img src=x onerror=alert(2)> & \u2028 \x00 "
    "</script ><!--<script "
)


def written(path: Path, records: Iterable[Record], lang: Language = "zh") -> str:
    with SummaryPage(path, lang) as page:
        for each in records:
            page.add(each)
    return path.read_text(encoding="utf-8")


def lines(html: str) -> list[list[Any]]:
    """Row and details of each report, as the page's script reads them."""
    block = html.split('id="reports">', 1)[1].split("</script>", 1)[0]
    return [[json.loads(part) for part in line.split("\t")] for line in block.split("\n") if line]


def data(html: str) -> dict[str, Any]:
    block = html.split('id="data">', 1)[1].split("</script>", 1)[0]
    told: dict[str, Any] = json.loads(block)
    return told


def test_a_report_is_one_line(tmp_path: Path) -> None:
    own = [flag(1), flag(2, code="S107", name="缺少落款", severity="hint", evidence="")]
    html = written(tmp_path / "a", [record(*own), failed()])
    (row, details), (broken, _) = lines(html)
    assert row[:6] == ["柳湾县/档案局.pdf", "柳湾县档案局", None, 2023, "ok", 92.0]
    assert row[6] == [20.0, 25.0, 12.0, 15.0, 10.0, 10.0]
    assert row[7:] == [[1, 0, 1], [0, 1]]
    assert [f[0] for f in details[3]] == ["F-0000000001", "F-0000000002"]
    assert details[3][0][11] == [["全年主动公开政府信息412条，", "比上年增加30条", "。"]]
    assert broken[4:6] == ["failed", None]


def test_the_figures_are_the_reports(tmp_path: Path) -> None:
    muted = flag(3, verdict="误报")
    records = [record(flag(1), flag(2), muted), record(flag(4)), failed()]
    told = data(written(tmp_path / "a", records))
    assert told["files"] == 3
    assert told["codes"][0] == ["C301", "申请数与表三不符", 0, 3, 2]
    assert sum(told["bins"]) == 2
    assert (told["bins"][18], told["bins"][19]) == (1, 1)
    assert told["full"] == [20.0, 25.0, 20.0, 15.0, 10.0, 10.0]


def test_a_muted_finding_is_shown_but_not_counted(tmp_path: Path) -> None:
    ((row, details),) = lines(written(tmp_path / "a", [record(flag(1, verdict="误报"))]))
    assert row[7:] == [[0, 0, 0], []]
    assert details[3][0][10] == "误报"


def test_the_worst_findings_stand_first(tmp_path: Path) -> None:
    own = [flag(1, severity="hint"), flag(2, severity="warning"), flag(3)]
    ((_, details),) = lines(written(tmp_path / "a", [record(*own)]))
    assert [f[2] for f in details[3]] == [0, 1, 2]


def test_hostile_texts_stay_text(tmp_path: Path) -> None:
    own = flag(
        1, name=HOSTILE, message=HOSTILE, evidence=HOSTILE, found=HOSTILE, place=HOSTILE, code="X1"
    )
    bad = record(own, path=HOSTILE, agency=HOSTILE, sentences=(sentence(f"一{HOSTILE}二"),))
    html = written(tmp_path / "a", [bad])
    assert len(re.findall(r"<script", html)) == len(re.findall(r"</script", html)) == 3
    assert "<img" not in html
    assert "<!--" not in html
    ((row, details),) = lines(html)
    assert row[0] == row[1] == HOSTILE
    assert details[3][0][6] == HOSTILE


def test_a_name_that_is_no_text_does_not_stop_the_run(tmp_path: Path) -> None:
    ((row, _),) = lines(written(tmp_path / "a", [record(path="年报\udcb1.pdf")]))
    assert row[0] == "年报\udcb1.pdf"


def test_nothing_is_asked_of_a_network(tmp_path: Path) -> None:
    html = written(tmp_path / "a", [record(flag(1))])
    assert not re.findall(r"https?://|\bsrc=|@import|url\(|<link", html)
    assert "default-src 'none'" in html
    assert re.findall(r'href="([^"]*)"', html) == ["flags.xlsx", "flags.csv", "reports.csv"]


def test_the_script_is_what_old_browsers_read(tmp_path: Path) -> None:
    script = written(tmp_path / "a", []).rsplit("<script>", 1)[1]
    assert "'use strict'" in script
    newer = r"=>|`|\b(?:let|const|class|async)\s+\w+\s*[={(]|\.\.\.|\?\.|\?\?|innerHTML|eval\("
    assert not re.findall(newer, script)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_same_reports_give_the_same_bytes(tmp_path: Path, lang: Language) -> None:
    records = [with_tables(flag(1, code="T203", place="表三·三（七）·自然人")), failed()]
    one = written(tmp_path / "a", records, lang)
    assert written(tmp_path / "b", records, lang) == one
    assert b"\r" not in (tmp_path / "a").read_bytes()


def test_english_has_no_chinese_of_ours(tmp_path: Path) -> None:
    html = written(tmp_path / "a", [record(agency=None)], "en")
    shown = html.split("</script>", 2)[2].split("<script>")[0]
    assert re.findall(r"[\u4e00-\u9fff]+", shown) == ["柳湾县", "档案局", "裁定", "误报"]
    assert all(said.zh and said.en for said in WORDS.values())


def test_without_scripts_the_worst_fifty_are_listed(tmp_path: Path) -> None:
    html = written(tmp_path / "a", (record(flag(1), agency=f"第{n}局<") for n in range(60)))
    plain = html.split("<noscript>")[1].split("</noscript>")[0]
    assert re.findall(r"<td>第(\d+)局&lt;", plain) == [str(n) for n in range(50)]
    assert plain.count("<td>96") == 50


def many(count: int) -> Iterable[Record]:
    """Reports with six findings each, of the length that real ones have."""
    said = "全年共收到政府信息公开申请47件，其中自然人申请41件，均在法定期限内答复，同比增加12件。"
    for number in range(count):
        words = sentence(f"{said}编号{number}。")
        own = (
            flag(number * 6 + n, evidence="其中自然人申请41件", message=f"{said[:30]}，请核对{n}。")
            for n in range(6)
        )
        yield record(*own, path=f"甲县/{number}.pdf", sentences=(words,), points=1)


def test_six_findings_take_less_than_three_kilobytes(tmp_path: Path) -> None:
    empty = len(written(tmp_path / "a", []).encode())
    full = len(written(tmp_path / "b", many(200)).encode())
    assert (full - empty) / 200 < 3 * 1024


def test_memory_does_not_grow_with_the_reports(tmp_path: Path) -> None:
    with SummaryPage(tmp_path / "a", "zh") as page:
        for each in many(200):
            page.add(each)
        tracemalloc.start()
        for each in many(1000):
            page.add(each)
        grown, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert grown < 1000 * 200


def test_a_report_of_countless_findings_is_cut_and_says_so(tmp_path: Path) -> None:
    html = written(tmp_path / "a", [record(*(flag(n) for n in range(500)), points=0)])
    ((row, details),) = lines(html)
    assert row[7] == [500, 0, 0]
    assert len(details[3]) + details[4] == 500
    assert len(html.encode()) < 150_000


def test_a_run_that_breaks_leaves_no_finished_page(tmp_path: Path) -> None:
    def broken() -> Iterable[Record]:
        yield record(sentences=(sentence(SENTENCE),))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        written(tmp_path / "a", broken())
    assert "</html>" not in (tmp_path / "a").read_text(encoding="utf-8")
