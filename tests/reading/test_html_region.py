"""The report found on a portal's page, and nothing of it lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractor.reading.document import Document, Picture
from extractor.reading.html import read_html
from extractor.reading.html.page import EMPTY
from extractor.reading.source import Source
from tests.reading import html_pages


def page(markup: str, path: Path = Path("page.html")) -> Document:
    return read_html(Source(path, markup.encode()))


def lines(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_navigation_metadata_and_footer_stay_out() -> None:
    document = page(html_pages.portal_page(index=html_pages.INDEX_TABLE))
    assert lines(document) == html_pages.EXPECTED
    assert len(document.tables) == 3
    assert document.notes == ("发布日期：2024-01-22",)
    assert not document.problems


def test_signature_outside_the_wrapper_is_kept() -> None:
    body = html_pages.report_body(title=False)
    cut = body.index('<p style="text-align:right">')
    after = f"<div>{body[cut:]}</div>"
    document = page(html_pages.portal_page(body[:cut], after=after))
    assert lines(document) == html_pages.EXPECTED


def test_a_paragraph_outside_the_wrapper_is_kept() -> None:
    after = "<p>本报告电子版同步在县档案馆公共查阅点提供查阅，欢迎监督。</p>"
    document = page(html_pages.portal_page(after=after))
    assert lines(document) == [
        *html_pages.EXPECTED,
        "本报告电子版同步在县档案馆公共查阅点提供查阅，欢迎监督。",
    ]


def test_a_title_on_both_page_and_report_is_printed_once() -> None:
    document = page(html_pages.portal_page(html_pages.report_body(title=True)))
    assert lines(document) == html_pages.EXPECTED


def test_an_abstract_that_repeats_the_opening_is_dropped() -> None:
    abstract = f"<div class='zy'>{html_pages.PARAGRAPHS['opening']}</div>"
    document = page(html_pages.portal_page(index=abstract))
    assert lines(document) == html_pages.EXPECTED


def test_a_report_in_several_wrappers_is_whole() -> None:
    body = html_pages.report_body(title=False)
    cut = body.index("<p>　　四、")
    split = f"<div class='a'>{body[:cut]}</div><div class='b'>{body[cut:]}</div>"
    assert lines(page(html_pages.portal_page(split))) == html_pages.EXPECTED


def test_a_flat_page_keeps_its_report() -> None:
    flat = (
        f"<body><p>当前位置：<a href=/>首页</a> &gt; 正文</p>{html_pages.report_body()}"
        "<p>【打印】【关闭】</p><p>主办单位：青渡县人民政府办公室</p></body>"
    )
    assert lines(page(flat)) == html_pages.EXPECTED


def test_a_page_without_landmarks_is_kept_whole() -> None:
    document = page(
        "<ul><li><a href=/>首页</a></li></ul><p>关于召开会议的通知</p><p>发布日期：2024-01-02</p>"
    )
    assert lines(document) == ["首页", "关于召开会议的通知", "发布日期：2024-01-02"]


def test_sections_linked_from_a_list_do_not_pull_the_region_up() -> None:
    toc = "<ul>" + "".join(
        f"<li><a href='#{i}'>{t}</a></li>" for i, t in enumerate(("总体情况", "其他需要报告的事项"))
    )
    document = page(
        html_pages.portal_page().replace(
            '<div class="wrap">', f'<div>{toc}</ul></div><div class="wrap">'
        )
    )
    assert lines(document) == html_pages.EXPECTED


@pytest.mark.parametrize(
    ("image", "size"),
    [
        ('<img src="/upload/202401/table3.jpg">', (None, None)),
        ('<img src="a.png" width="640" height="400">', (640.0, 400.0)),
        ('<img src="a.png" style="width: 500px; height:300px">', (500.0, 300.0)),
        ('<img src="data:image/png;base64,' + "A" * 5000 + '">', (None, None)),
    ],
)
def test_large_images_are_pictures(image: str, size: tuple[float | None, float | None]) -> None:
    body = html_pages.report_body(title=False).replace("<p>　　五、", f"<p>{image}</p><p>　　五、")
    document = page(html_pages.portal_page(body))
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    assert [(p.width, p.height) for p in pictures] == [size]
    assert lines(document) == html_pages.EXPECTED


def test_ornaments_are_no_pictures() -> None:
    icons = (
        '<img src="/images/icon_word.gif"><img src="x.png" width=16 height=16>'
        '<img src="/share/wx.png">'
    )
    document = page(html_pages.portal_page(after=f"<p>{icons}</p>"))
    assert not [block for block in document.blocks if isinstance(block, Picture)]


def test_the_report_in_a_saved_frame(tmp_path: Path) -> None:
    (tmp_path / "年报_files").mkdir()
    (tmp_path / "年报_files" / "saved_resource.html").write_text(html_pages.report_body())
    shell = '<body><p>首页</p><iframe src="./年报_files/saved_resource.html"></iframe></body>'
    assert lines(page(shell, tmp_path / "年报.html")) == html_pages.EXPECTED


@pytest.mark.parametrize("address", ["../secret.html", "年报_files/../secret.html", "secret.html",
                                     "file:///etc/hostname", "//x/y", "%2e%2e/secret.html",
                                     "\0"])  # fmt: skip
def test_frames_elsewhere_are_not_read(tmp_path: Path, address: str) -> None:
    folder = tmp_path / "page"
    (folder / "年报_files").mkdir(parents=True)
    for secret in (tmp_path / "secret.html", folder / "secret.html"):
        secret.write_text(html_pages.report_body())
    document = page(f'<body><iframe src="{address}"></iframe></body>', folder / "年报.html")
    assert document.blocks == ()


def test_a_link_out_of_the_frames_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a_files").mkdir()
    (tmp_path / "secret.html").write_text(html_pages.report_body())
    (tmp_path / "a_files" / "f.html").symlink_to(tmp_path / "secret.html")
    assert page('<iframe src="a_files/f.html"></iframe>', tmp_path / "a.html").blocks == ()


def test_a_page_made_by_scripts_says_so() -> None:
    document = page(
        '<html><head><meta http-equiv="refresh" content="0;url=/x"></head><body><div id=app></div>'
        "<script>render('总体情况')</script></body></html>"
    )
    assert document.blocks == ()
    assert document.notes == (EMPTY,)


def test_a_portal_laid_out_with_tables() -> None:
    links = "".join(f"<td><a href=/{number}>栏目{number}</a></td>" for number in range(8))
    report = html_pages.report_body(title=False)
    document = page(
        f"<table width=1000><tr><td colspan=2><table><tr>{links}</tr></table></td></tr>"
        "<tr><td><table><tr><td>信息公开目录</td></tr><tr><td><a href=1>机构职能</a>"
        "</td></tr></table></td>"
        "<td><table><tr>"
        "<td>您当前所在位置：<a href=/>首页</a>&gt;&gt;<a href=/a>政务公开</a></td></tr>"
        f"<tr><td align=center><b>{html_pages.TITLE}</b></td></tr>"
        "<tr><td>发布时间：2024年1月22日 &nbsp; 来源：县粮食局 &nbsp; 点击数：12</td></tr>"
        f"<tr><td>{report}</td></tr><tr><td>【<a href=x>打印</a>】【<a href=y>关闭</a>】</td></tr>"
        "</table></td></tr><tr>"
        "<td colspan=2>版权所有：青渡县人民政府<br>虚ICP备000001号</td></tr></table>"
    )
    assert lines(document) == html_pages.EXPECTED
    assert document.notes == ("发布日期：2024-01-22",)


def test_a_page_of_semantic_elements() -> None:
    document = page(
        f"<header><nav><ul>{html_pages.NAVIGATION}</ul></nav></header><main><article><header>"
        f"<h1>{html_pages.TITLE}</h1><span>2024-01-22 10:10</span></header>"
        f"<div>{html_pages.report_body(title=False)}</div></article><aside><h3>热点</h3>"
        "<p>我县召开粮食安全工作会议，会议对下一阶段的收购和监管工作作出了安排。</p></aside></main>"
        "<footer><p>主办：青渡县人民政府</p></footer>"
    )
    assert lines(document) == html_pages.EXPECTED
    assert document.notes == ("发布日期：2024-01-22",)


def test_metadata_as_a_list() -> None:
    items = "".join(
        f"<li><b>{name}：</b>{value}</li>"
        for name, value in (
            ("索 引 号", "QD/2024-1"),
            ("发布日期", "2024-01-22"),
            ("文　　号", ""),
            ("名　　称", html_pages.TITLE),
        )
    )
    assert lines(page(html_pages.portal_page(index=f"<ul>{items}</ul>"))) == html_pages.EXPECTED


def test_related_pages_after_a_report_whose_tables_are_pictures() -> None:
    body = re.sub(
        "<table.*?</table>", "<img src='/u/1.png'>", html_pages.report_body(title=False), flags=re.S
    )
    document = page(html_pages.portal_page(body))
    assert lines(document) == html_pages.EXPECTED
    assert sum(isinstance(block, Picture) for block in document.blocks) == 3
