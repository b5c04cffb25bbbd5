"""A roster as it comes back from Excel or WPS, and as people fill it in."""

from __future__ import annotations

import csv
import io
import time
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from extractor.checks.model import Said
from extractor.roster.dates import read_date
from extractor.roster.former import former_names
from extractor.roster.match import Asked, Index
from extractor.roster.model import Roster, Row
from extractor.roster.reading import RosterError, read_roster
from extractor.roster.template import write_template
from extractor.roster.values import (
    files_in,
    kind_of_word,
    level_of_word,
    unknown_kind,
    unknown_level,
)

HEAD = ["机关", "曾用名", "地区", "级别", "类型", "发布日期", "网址", "文件"]
LINE = ["临溪县水务局", "临溪县水利局", "临溪县", "县级", "部门", "2024-01-25", "", "水务局.pdf"]
ROW = Row(
    2, "临溪县水务局", ("临溪县水利局",), "临溪县", "county", "department", date(2024, 1, 25),
    "", ("水务局.pdf",),
)  # fmt: skip


def text(rows: list[list[str]], delimiter: str = ",") -> str:
    told = io.StringIO()
    csv.writer(told, delimiter=delimiter).writerows(rows)
    return told.getvalue()


def roster(tmp_path: Path, *rows: list[str], head: list[str] = HEAD) -> Roster:
    path = tmp_path / "名册.csv"
    path.write_text(text([head, *rows]), encoding="utf-8")
    return read_roster(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_encodings_and_separators(tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "名册.csv"
    path.write_bytes(text([HEAD, LINE], delimiter).encode(encoding))
    assert read_roster(path).rows == (ROW,)


def test_a_workbook_with_a_title_and_real_dates(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["临溪县年报名册"])
    book.active.append(HEAD)
    cells: list[object] = [*LINE]
    cells[5] = datetime(2024, 1, 25)
    book.active.append(cells)
    book.save(tmp_path / "名册.xlsx")
    (row,) = read_roster(tmp_path / "名册.xlsx").rows
    assert (row.line, row.published) == (3, date(2024, 1, 25))


def test_columns_in_any_order_more_columns_and_english_headers(tmp_path: Path) -> None:
    head = ["No.", "Level", "Agency", "Published", "Former names"]
    line = ["1", "county", "临溪县水务局", "45316", "临溪县水利局; 临溪县水电局"]
    (row,) = roster(tmp_path, line, head=head).rows
    assert (row.level, row.published) == ("county", date(2024, 1, 25))
    assert row.former == ("临溪县水利局", "临溪县水电局")


def test_only_the_agency_is_needed(tmp_path: Path) -> None:
    assert roster(tmp_path, ["临溪县水务局"], head=["机关"]).rows == (Row(2, "临溪县水务局"),)


def test_what_cannot_be_used_is_told_with_line_and_nearest_value(tmp_path: Path) -> None:
    read = roster(
        tmp_path,
        ["临溪县水务局", "", "", "县及", "部们", "2024-02-30", "", ""],
        ["", "", "临溪县", "", "", "", "", ""],
        ["合计", "", "", "", "", "", "", ""],
    )
    assert read.rows == (Row(2, "临溪县水务局"),)
    told = [problem.told("zh") for problem in read.problems]
    assert "第 2 行：级别“县及”" in told[0]
    assert "是不是“县级”" in told[0]
    assert "是不是“部门”" in told[1]
    assert "“2024-02-30”不存在" in told[2]
    assert told[3].startswith("第 3 行：没有填机关")
    assert "“合计”不是机关" in told[4]
    assert read.problems[0].told("en").startswith("line 2: level '县及' is not known")
    assert "did you mean county?" in read.problems[0].told("en")


def test_a_file_that_is_no_roster_says_so(tmp_path: Path) -> None:
    path = tmp_path / "名册.csv"
    path.write_text("姓名,电话\n某人,1\n", encoding="utf-8")
    with pytest.raises(RosterError, match="需要 “机关” 列"):
        read_roster(path)
    path.write_text("机关,地区\n", encoding="utf-8")
    with pytest.raises(RosterError, match="没有机关"):
        read_roster(path)


@pytest.mark.parametrize(
    "typed",
    [
        "2024-01-25", "2024/1/25", "2024.1.25", "2024年1月25日", "20240125", "45316", "45316.0",
        "2024-01-25 00:00:00", "2024-01-25T09:30", "２０２４年１月２５日", "二〇二四年一月二十五日",
        "1/25/2024", "25-Jan-2024", "25/1/2024", "2024年1月25日（星期四）", "2024-01-25 周四",
        "2024/1/25 上午9:00", "2024/1/25 下午 3:05:10", "2024年1月25日 9时30分",
        "2024年1月25日上午9点", "2024-01-25T09:30:00+08:00", "20240125093000", "202401250930",
        "2024。1。25", "2024、1、25",
        "2024 1 25", "2024.1.25日", "2024年1月25日 星期四 9:30",
    ],
)  # fmt: skip
def test_dates_in_any_notation(typed: str) -> None:
    assert read_date(typed) == date(2024, 1, 25)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("2024-02-30", "不存在"), ("2024年13月5日", "不存在"), ("1月25日", "没有年份"),
        ("2024年1月", "没有写到日"), ("2/3/2024", "分不清"), ("已发布", "看不懂"),
        ("2204-01-25", "不可能"), ("1900-01-25", "不可能"), ("20241", "不可能"),
        ("20240125993000", "看不懂"), ("2024-1-259:00", "看不懂"), ("上午9:00", "看不懂"),
    ],
)  # fmt: skip
def test_what_is_no_date_says_why(typed: str, why: str) -> None:
    said = read_date(typed)
    assert isinstance(said, Said)
    assert why in said.zh


def test_levels_and_kinds_in_both_languages() -> None:
    words = ["国家级", "省级", "地级市", "区县", "乡镇", "高新区", "County", "县（区）级", "无"]
    levels = [level_of_word(word) for word in words]
    assert levels[:6] == ["ministry", "province", "city", "county", "township", "zone"]
    assert levels[6:] == ["county", "county", None]
    assert [kind_of_word(word) for word in ("人民政府", "工作部门", "其它", "Department")] == [
        "government",
        "department",
        "other",
        "department",
    ]


def test_several_names_and_files_in_a_cell() -> None:
    told = "临溪县水利局（2019年3月前）、临溪县水电局；临溪县水利局/临溪县河长办\n甲"
    assert former_names(told) == (("临溪县水利局", "临溪县水电局", "临溪县河长办", "甲"), [])
    assert files_in("a, b.pdf；报告\\水务局.pdf") == ("a, b.pdf", "报告/水务局.pdf")


def test_the_template_is_a_roster_whose_example_counts_for_nothing(tmp_path: Path) -> None:
    for lang in ("zh", "en"):
        path = tmp_path / f"{lang}.csv"
        write_template(path, lang)
        with pytest.raises(RosterError, match="没有机关"):
            read_roster(path)
        with path.open("a", encoding="utf-8") as file:
            file.write("临溪县水务局,,,,,2024-01-25\n")
        (row,) = read_roster(path).rows
        assert (row.agency, row.published) == ("临溪县水务局", date(2024, 1, 25))


def test_three_thousand_rows_are_read_and_looked_up_in_a_moment(tmp_path: Path) -> None:
    places = [f"{a}{b}县" for a in "甲乙丙丁戊己庚辛壬癸" for b in "山水林田湖草沙江河海"]
    bodies = [f"{c}{d}局" for c in "东南西北中" for d in "春夏秋冬晨夜"]
    rows = [[f"{p}{b}", f"{p}旧{b}", p, "县级", "部门", "", "", ""] for p in places for b in bodies]
    started = time.perf_counter()
    index = Index(roster(tmp_path, *rows))
    found = [index.find(Asked(f"{r[2]}/{r[0]}.pdf", "", r[0], r[2], "county")) for r in rows]
    former = [index.find(Asked("", "", r[1], r[2], "county")) for r in rows]
    assert time.perf_counter() - started < 20
    assert len(rows) == 3000
    assert [each.row.agency for each in found if each.row] == [row[0] for row in rows]
    assert all(each.former == row[1] for each, row in zip(former, rows, strict=True))


@pytest.mark.parametrize(
    ("agency", "why"),
    [
        ("全称", "第二行表头"),
        ('=CONCATENATE("临溪县","教育局")', "没有计算结果的公式"),
        ("=A2&B2", "没有计算结果的公式"),
        ("临溪县水务局" * 20, "有 120 个字"),
    ],
)
def test_what_names_no_agency_is_left_out_and_told(tmp_path: Path, agency: str, why: str) -> None:
    read = roster(tmp_path, [agency, *LINE[1:]], LINE)
    assert [row.agency for row in read.rows] == ["临溪县水务局"]
    (problem,) = read.problems
    assert (problem.line, problem.serious, why in problem.said.zh) == (2, True, True)


@pytest.mark.parametrize("typed", ["/", "无", "—", "None", "\\"])
def test_a_stroke_or_a_no_is_an_open_cell(tmp_path: Path, typed: str) -> None:
    read = roster(tmp_path, ["临溪县水务局", *[typed] * 7])
    assert read == Roster((Row(2, "临溪县水务局"),))
    assert not read.problems


@pytest.mark.parametrize("pattern", ["*", "*.pdf", "**/*", "*.*"])
def test_a_pattern_for_all_files_is_nobodys(tmp_path: Path, pattern: str) -> None:
    read = roster(tmp_path, [*LINE[:7], f"{pattern}；水*.pdf；水务/"])
    assert read.rows[0].files == ("水*.pdf", "水务/")
    (problem,) = read.problems
    assert (problem.serious, f"“{pattern}”与任何报告都相合" in problem.said.zh) == (True, True)


@pytest.mark.parametrize("agency", ["-", "／", "无", "暂无"])
def test_an_open_agency_is_told_where_its_row_says_something(tmp_path: Path, agency: str) -> None:
    read = roster(tmp_path, [agency, "", "临溪县"], [agency, *["/"] * 7], LINE)
    assert [row.agency for row in read.rows] == ["临溪县水务局"]
    (problem,) = read.problems
    assert (problem.line, "没有填机关" in problem.said.zh) == (2, True)


@pytest.mark.parametrize(
    ("agency", "why"),
    [
        ("0", "不是机关名称"), ("12345", "不是机关名称"), ("2025年1月20日", "不是机关名称"),
        ("#N/A", "出错值"), ("#REF!", "出错值"), ("注：按编制序列", "不是机关"),
        ("共 15 家单位", "不是机关"), ("合计：2", "不是机关"),
    ],
)  # fmt: skip
def test_numbers_errors_and_sums_are_no_agencies(tmp_path: Path, agency: str, why: str) -> None:
    read = roster(tmp_path, [agency, "", "临溪县"], LINE)
    assert [row.agency for row in read.rows] == ["临溪县水务局"]
    assert why in read.problems[0].said.zh


def test_a_sum_may_stand_in_another_column(tmp_path: Path) -> None:
    head = ["序号", "机关", "备注"]
    rows = [["1", "临溪县水务局", "合计"], ["合计", "2", ""], ["合 计", "", ""]]
    read = roster(tmp_path, *rows, head=head)
    assert [row.agency for row in read.rows] == ["临溪县水务局"]
    assert [(p.line, p.serious) for p in read.problems] == [(3, False)]


def test_an_error_value_in_another_cell_is_left_out_and_told(tmp_path: Path) -> None:
    read = roster(tmp_path, ["临溪县水务局", "#N/A", "#REF!"])
    assert read.rows == (Row(2, "临溪县水务局"),)
    assert [p.said.zh[:4] for p in read.problems] == ["曾用名是", "地区是表"]


@pytest.mark.parametrize("typed", ['="临溪县水务局"', "'临溪县水务局", "+临溪县水务局"])
def test_marks_that_keep_a_text_as_it_is_are_no_part_of_it(tmp_path: Path, typed: str) -> None:
    read = roster(tmp_path, [typed])
    assert (read.rows, read.problems) == ((Row(2, "临溪县水务局"),), ())


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("原临溪县农业局", ("临溪县农业局",)),
        ("原农业局", ("农业局",)),
        ("原县农业局", ("县农业局",)),
        ("曾用名：临溪县商务和粮食局", ("临溪县商务和粮食局",)),
        ("原名:临溪县粮食局；前身为临溪县物资局", ("临溪县粮食局", "临溪县物资局")),
        ("临溪县文体局 临溪县教体局", ("临溪县文体局", "临溪县教体局")),
        ("原临溪县文体局　原临溪县教体局", ("临溪县文体局", "临溪县教体局")),
        ("临溪县农业局（已撤销）", ("临溪县农业局",)),
        # Names that begin so, and one name that was set with blanks.
        ("原平市农业局", ("原平市农业局",)),
        ("原原州区农业局", ("原州区农业局",)),
        ("原阳县林业局、原种场", ("原阳县林业局", "原种场")),
        ("临溪县 文体局", ("临溪县 文体局",)),
        ("临 溪 县 水 利 局", ("临 溪 县 水 利 局",)),
    ],
)
def test_former_names_as_people_type_them(typed: str, names: tuple[str, ...]) -> None:
    assert former_names(typed) == (names, [])


@pytest.mark.parametrize("typed", ["原石镇人民政府", "临溪县公安局 交警大队"])
def test_a_former_name_that_is_not_plain_is_left_and_asked_for(tmp_path: Path, typed: str) -> None:
    read = roster(tmp_path, ["临溪县水务局", typed])
    assert read.rows[0].former == (typed,)
    assert [(p.serious, typed in p.said.zh) for p in read.problems] == [(False, True)]


@pytest.mark.parametrize("typed", ["正科级", "县处级", "垂管", "政府", "部门"])
def test_what_is_not_near_gets_no_advice(typed: str) -> None:
    assert "是不是" not in unknown_level(typed).zh


@pytest.mark.parametrize("typed", ["行政机关", "垂直管理单位", "乡镇"])
def test_no_kind_is_advised_that_is_not_near(typed: str) -> None:
    assert kind_of_word(typed) is None
    assert "是不是" not in unknown_kind(typed).zh


def test_slips_and_common_words_of_levels_and_kinds() -> None:
    assert "是不是“开发区”" in unknown_level("开发去").zh
    assert "did you mean county?" in unknown_level("conty").en
    assert "did you mean department?" in unknown_kind("departmnet").en
    assert [level_of_word(word) for word in ("县直部门", "市直单位", "省级开发区")] == [
        "county",
        "city",
        "zone",
    ]
    assert [kind_of_word(word) for word in ("直属部门", "垂管部门", "事业")] == [
        "department",
        "department",
        "other",
    ]


def test_files_parted_by_commas_are_several_where_each_ends_as_one() -> None:
    assert files_in("司法局.docx、司法局2.docx，a.PDF") == ("司法局.docx", "司法局2.docx", "a.PDF")
    assert files_in("司法局、信访局.docx") == ("司法局、信访局.docx",)


@pytest.mark.parametrize("head", ["机关名称*", "＊机关", " 单位名称 * "])
def test_a_head_may_be_marked_as_needed(tmp_path: Path, head: str) -> None:
    assert roster(tmp_path, ["临溪县水务局"], head=[head]).rows == (Row(2, "临溪县水务局"),)
