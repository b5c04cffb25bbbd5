"""summary.html in a real browser: what people see, and that reports cannot do harm there.

With NIANJIAN_SCREENSHOT=docs/summary.png the picture for the README is taken anew.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable
from html import unescape
from pathlib import Path

import pytest
from PIL import Image

from extractor.batch.run import Options, score
from extractor.checks.model import Language
from extractor.cli.listeners import Silent
from extractor.outputs.page import SummaryPage
from extractor.pipeline import DEFAULT_SETUP, extract
from extractor.report.record import Record
from tests.batch.reports import written as written_report
from tests.outputs.browser import dom, needs_browser, picture
from tests.outputs.page_records import failed, flag, record, sentence, with_tables
from tests.outputs.test_page import HOSTILE, lines, many

pytestmark = needs_browser
ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "evaluation" / "examples"


def page_of(path: Path, records: Iterable[Record], lang: Language = "zh") -> Path:
    with SummaryPage(path, lang) as page:
        for each in records:
            page.add(each)
    return path


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def rows(html: str) -> list[str]:
    return [text(row) for row in re.findall(r'<tr class="row.*?</tr>', html, re.DOTALL)]


@pytest.fixture(scope="module")
def overview(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Three reports, the third opened: a text finding, a muted one, a table."""
    table = with_tables(flag(5, code="T203", name="总计不符", place="表三·三（七）·自然人"))
    third = table.model_copy(
        update={"flags": [*table.flags, flag(6), flag(7, code="L601", verdict="误报")]}
    )
    records = [record(flag(1), flag(2)), record(agency="柳湾县水利局"), third, failed()]
    return dom(page_of(tmp_path_factory.mktemp("page") / "summary.html", records), "#r3")


def test_the_headline_figures(overview: str) -> None:
    told = text(overview[overview.index('<ul class="figures"') :].split("</ul>")[0])
    assert told == (
        "4 份文件 96.0 平均分 3 份已评分 5 错误 0 警告 0 提示 "
        "部分可读 0 无法读取 1 不是年报 0 误报（不计分） 1"
    )


def test_the_reports_are_ranked(overview: str) -> None:
    told = rows(overview)
    assert [row.split()[0] for row in told] == ["1", "2", "3", "4"]
    assert told[0].startswith("1 92 柳湾县档案局 柳湾县/档案局.pdf 2023 20 25 12 15 10 10 2 0 0")
    assert told[3].startswith("4 失败 （机关不明） 坏.pdf")


def test_the_commonest_problems(overview: str) -> None:
    told = text(overview[overview.index('id="codes"') :].split("</ul>")[0])
    assert "C301 申请数与表三不符 2 50%" in told
    assert told.index("C301") < told.index("P101") < told.index("T203")


def test_the_scores_are_bars_that_say_their_number(overview: str) -> None:
    bars = re.findall(r'aria-label="(\d+–\d+ 分：[1-9]\d* 份)"', overview)
    assert bars == ["90–95 分：1 份", "95–100 分：2 份"]


def test_an_opened_report_shows_the_evidence_in_its_sentence(overview: str) -> None:
    assert overview.count('class="details"') == 1
    mark = "全年主动公开政府信息412条，<mark>比上年增加<b>30</b>条</mark>。"
    assert mark in overview


def test_an_opened_report_shows_the_wrong_cell(overview: str) -> None:
    (cut,) = re.findall(r'<table class="cut">.*?</table>', overview)
    assert re.findall(r'<td class="wrong"[^>]*>([^<]*)</td>', cut) == ["5"]
    assert "（七）总计" in text(cut)
    assert "自然人" in text(cut)


def test_a_muted_finding_is_there_and_pale(overview: str) -> None:
    (muted,) = re.findall(r'<div class="flag f0 muted">.*?</p>', overview)
    assert "误报" in text(muted)
    assert "扣" not in text(muted)


def test_reports_cannot_run_or_draw_anything(tmp_path: Path) -> None:
    words = {"name": HOSTILE, "message": HOSTILE, "found": HOSTILE, "place": HOSTILE}
    own = flag(1, evidence=HOSTILE, code="X1", **words)
    said = sentence(f"一{HOSTILE}二")
    bad = record(own, path=HOSTILE, agency=HOSTILE, sentences=(said,))
    html = dom(page_of(tmp_path / "summary.html", [bad]), "#r1")
    assert "<img" not in html
    assert rows(html)[0].startswith("1 96 </script><script>alert(1)</script><img src=x")
    assert "<title>政府信息公开年报检查结果</title>" in html
    assert text(html).count("onerror=alert(2)") >= 5


def test_english(tmp_path: Path) -> None:
    html = dom(page_of(tmp_path / "summary.html", [record(flag(1)), failed()], "en"), "#r1")
    assert "Commonest problems" in html
    assert "−4 points" in html
    assert "expected 31 found 30" in text(html)


def test_a_real_report_with_a_wrong_table(tmp_path: Path) -> None:
    report = extract(written_report(tmp_path / "水利局.txt", "柳湾县水利局", wrong=3))
    html = dom(page_of(tmp_path / "summary.html", [report]), "#r1")
    (cut,) = re.findall(r'<table class="cut">.*?</table>', html)[:1]
    assert re.findall(r'<td class="wrong"[^>]*>([^<]*)</td>', cut) == ["6"]


def test_a_link_opens_a_report_on_a_later_page(tmp_path: Path) -> None:
    html = dom(page_of(tmp_path / "summary.html", many(250)), "#r205")
    assert len(rows(html)) == 50
    assert "3 / 3" in text(html)
    assert 'id="report-205"' in html.split('class="details"')[0]


PEOPLE = """
function type(id, value, event) {
  var field = document.getElementById(id);
  field.value = value;
  field.dispatchEvent(new Event(event));
}
function press(selector) { document.querySelector(selector).click(); }
"""


def after(tmp_path: Path, script: str) -> str:
    """The page after somebody used it. A copy without its policy: that would stop this script."""
    second = record(
        flag(3, code="S107", name="缺少落款", severity="hint"), agency="乙县水利局", path="b.docx"
    )
    records = [
        record(flag(1), flag(2)),
        second,
        record(agency="丙县统计局", path="c.txt"),
        failed(),
    ]
    html = page_of(tmp_path / "summary.html", records).read_text(encoding="utf-8")
    html = re.sub(r"<meta http-equiv=[^>]+>", "", html)
    used = tmp_path / "used.html"
    used.write_text(
        html.replace("</body>", f"<script>{PEOPLE}{script}</script></body>"), encoding="utf-8"
    )
    return dom(used, waited=1000)


@pytest.mark.parametrize(
    ("script", "ranks"),
    [
        ("type('search', '水利 B.DOC', 'input')", "2"),
        ("type('search', '没有的机关', 'input')", ""),
        ("press('#codes li:nth-child(3) button')", "2"),
        ("press('#codes button'); press('#codes button')", "1234"),
        ("type('by-severity', '2', 'change')", "2"),
        ("type('by-severity', 'clean', 'change')", "3"),
        ("type('by-status', 'failed', 'change')", "4"),
        ("press('#bins button:nth-last-child(2)')", "1"),
        ("type('by-status', 'failed', 'change'); press('#clear')", "1234"),
        ("press('th.score button')", "1234"),
        ("press('th.score button'); press('th.score button')", "3214"),
        ("press('th.s0 button')", "1423"),
        # By pronunciation: 丙 bǐng, 柳 liǔ, 乙 yǐ; the unknown last.
        ("press('th.agency button')", "3124"),
    ],
)
def test_filters_and_orders(tmp_path: Path, script: str, ranks: str) -> None:
    html = after(tmp_path, script)
    assert "".join(row.split()[0] for row in rows(html)) == ranks
    assert ('id="none" class="none" hidden' in html) == bool(ranks)


def test_a_report_opens_and_closes_by_its_button(tmp_path: Path) -> None:
    opened = after(tmp_path, "press('#report-2 button')")
    assert opened.count('class="details"') == 1
    assert 'aria-expanded="true">乙县水利局' in opened
    closed = after(tmp_path, "press('#report-2 button'); press('#report-2 button')")
    assert 'class="details"' not in closed
    assert 'aria-expanded="true"' not in closed


def test_two_thousand_reports_open_within_seconds(tmp_path: Path) -> None:
    """What the page takes beyond the browser's own start; the better of two, others work here."""
    few = page_of(tmp_path / "few.html", many(1))
    full = page_of(tmp_path / "full.html", many(2000))

    def seconds(page: Path) -> float:
        started = time.monotonic()
        assert rows(dom(page))
        return time.monotonic() - started

    assert min(seconds(full) for _ in range(2)) - min(seconds(few) for _ in range(2)) < 5


def scored(tmp_path: Path) -> Path:
    """The page of a whole run, over the shipped examples where they are."""
    reports = EXAMPLES
    if not any(EXAMPLES.rglob("*.docx")):
        reports = tmp_path / "年报"
        written_report(reports / "甲县" / "水利局.txt", "甲县水利局", wrong=3)
        written_report(reports / "甲县" / "档案局.txt", "甲县档案局")
        (reports / "坏.pdf").write_bytes(b"%PDF-1.7 broken")
    options = Options(DEFAULT_SETUP, tmp_path / "store", jobs=1)
    score([reports], tmp_path / "结果", options, Silent())
    return tmp_path / "结果" / "summary.html"


def telling(page: Path) -> str:
    """The first report that shows a table, with a quotation if there is one that has both."""
    opened = [details[3] for _, details in lines(page.read_text(encoding="utf-8"))]
    shows = [({len(flag) > 12 for flag in flags}, number) for number, flags in enumerate(opened, 1)]
    best = max(shows, key=lambda each: (True in each[0], len(each[0]), -each[1]))
    return f"#r{best[1]}"


def test_the_picture_for_the_readme(tmp_path: Path) -> None:
    page = scored(tmp_path)
    to = picture(page, tmp_path / "summary.png", telling(page), "1366,900")
    with Image.open(to) as image:
        assert image.size == (1366, 900)
        colours = image.convert("RGB").getcolors(1 << 24)
    assert colours is not None
    assert len(colours) > 200, "an empty page"
    assert to.stat().st_size < 300_000
    if wanted := os.environ.get("NIANJIAN_SCREENSHOT"):
        (ROOT / wanted).write_bytes(to.read_bytes())
