"""What a DOCX paragraph shows, and what it does not."""

from __future__ import annotations

import pytest

from extractor.reading.document import Paragraph, Picture
from tests.reading.docx_parts import p, r, read, style, tbl, tc, texts, tr

BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
SEPARATE = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def instruction(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (r("全年公开") + r("12") + r("条"), "全年公开12条"),
        ("<w:r><w:t>件数</w:t><w:tab/><w:t>3</w:t></w:r>", "件数\t3"),
        ("<w:r><w:t>第一行</w:t><w:br/><w:t>第二行</w:t><w:cr/></w:r>", "第一行\n第二行"),
        ("<w:r><w:t>2023</w:t><w:noBreakHyphen/><w:t>2024</w:t></w:r>", "2023-2024"),
        ("<w:r><w:t>公</w:t><w:softHyphen/><w:t>开</w:t></w:r>", "公开"),
        ("<w:r><w:t>  青禾县  </w:t></w:r>" + r("局"), "青禾县局"),
        (r("青禾县 ") + r("局"), "青禾县 局"),
        (r("5") + r("1", '<w:vertAlign w:val="superscript"/>') + r("件"), "5¹件"),
        (r("5") + r("1", '<w:vertAlign w:val="baseline"/>'), "51"),
        (r("一\n二"), "一 二"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>是</w:t></w:r>', "✓是"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F082"/></w:r>', "②"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B4"/><w:t>3</w:t></w:r>', "×3"),
        ('<w:r><w:sym w:font="宋体" w:char="F035"/></w:r>', "5"),
        ('<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>', "①"),
        ('<w:r><w:sym w:font="Webdings" w:char="F035"/></w:r>', "\ufffd"),
        ('<w:hyperlink r:id="r9">' + r("网址") + "</w:hyperlink>", "网址"),
        ("<w:smartTag><w:smartTagPr/>" + r("3月") + "</w:smartTag>" + r("1日"), "3月1日"),
        ("<w:customXml>" + r("内容") + "</w:customXml>", "内容"),
        ("<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>" + r("控件")
         + "</w:sdtContent></w:sdt>", "控件"),
        ("<w:r><w:ruby><w:rubyPr/><w:rt>" + r("zhi") + "</w:rt><w:rubyBase>" + r("职")
         + "</w:rubyBase></w:ruby></w:r>", "职"),
        ("<m:oMathPara><m:oMath><m:r><m:t>1+2</m:t></m:r></m:oMath></m:oMathPara>", "1+2"),
        (r("甲") + '<w:ins w:id="1">' + r("乙") + "</w:ins>" + '<w:moveTo>' + r("丙")
         + "</w:moveTo>", "甲乙丙"),
        (r("甲") + "<w:del><w:r><w:delText>乙</w:delText></w:r></w:del>" + "<w:moveFrom>" + r("丙")
         + "</w:moveFrom>" + r("丁"), "甲丁"),
        ("<w:ins>" + "<w:del>" + r("删") + "</w:del>" + r("留") + "</w:ins>", "留"),
        (r("甲") + '<w:commentRangeStart w:id="0"/>' + r("乙")
         + '<w:r><w:commentReference w:id="0"/></w:r>', "甲乙"),
        ('<w:fldSimple w:instr=" DATE ">' + r("2025年1月3日") + "</w:fldSimple>", "2025年1月3日"),
        (BEGIN + instruction(" SEQ 表 ") + SEPARATE + r("7") + END + r("号"), "7号"),
        (BEGIN + instruction("IF ") + BEGIN + instruction("PAGE") + SEPARATE + r("9") + END
         + instruction("=1") + SEPARATE + r("内") + BEGIN + instruction("X") + SEPARATE + r("层")
         + END + END + r("完"), "内层完"),
        (BEGIN + instruction(" eq \\o\\ac(○,3) ") + END + r("项"), "③项"),
        (BEGIN + instruction(" TOC ") + END + r("正文"), "正文"),
        (BEGIN + instruction(" REF x ") + r("标记丢失的域不吞正文"), "标记丢失的域不吞正文"),
        (END + r("多余的域结束"), "多余的域结束"),
        (r("见") + r("隐藏", "<w:vanish/>") + r("显示", '<w:vanish w:val="0"/>'), "见显示"),
        (r("\u200b零\ufeff宽"), "零宽"),
        (r("⼀、公开１２件"), "一、公开12件"),
    ],
)  # fmt: skip
def test_the_text_of_a_paragraph(content: str, expected: str) -> None:
    assert texts(p(content)) == [expected]


def test_text_is_normalised_one_to_one_and_printed_is_kept() -> None:
    [paragraph] = read(p("⼀、公开１２件")).paragraphs
    assert paragraph.printed == "⼀、公开１２件"
    assert len(paragraph.text) == len(paragraph.printed)


def test_a_field_over_several_paragraphs_shows_its_result_once() -> None:
    body = p(BEGIN + instruction("TOC") + SEPARATE + r("目录一")) + p(r("目录二") + END) + p("正文")
    assert texts(body) == ["目录一", "目录二", "正文"]


def test_empty_paragraphs_are_no_blocks() -> None:
    assert texts(p("") + p("　 ") + p("有字")) == ["有字"]


def test_content_controls_and_wrappers_around_blocks() -> None:
    inner = "<w:customXml>" + p("乙") + "</w:customXml>"
    body = p("甲") + f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>" + p("丙")
    assert texts(body) == ["甲", "乙", "丙"]


BOX = "<w:txbxContent>" + p("框内") + "</w:txbxContent>"
SHAPE = (
    '<w:drawing><wp:anchor><wp:extent cx="2540000" cy="1270000"/><a:graphic><a:graphicData>'
    f"<wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
    "</w:drawing>"
)
VML = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"


@pytest.mark.parametrize(
    "content",
    [
        f"<w:r>{SHAPE}</w:r>",
        f"<w:r>{VML}</w:r>",
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{SHAPE}</mc:Choice>'
        f"<mc:Fallback>{VML}</mc:Fallback></mc:AlternateContent></w:r>",
        f'<w:r><mc:AlternateContent><mc:Choice Requires="new"><w:drawing/></mc:Choice>'
        f"<mc:Fallback>{VML}</mc:Fallback></mc:AlternateContent></w:r>",
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:r>{SHAPE}</w:r></mc:Choice>'
        f"<mc:Fallback><w:r>{VML}</w:r></mc:Fallback></mc:AlternateContent>",
        f"<w:r><w:pict><v:group>{VML[8:-9]}</v:group></w:pict></w:r>",
    ],
)
def test_a_text_box_is_read_once_after_its_paragraph(content: str) -> None:
    assert texts(p(r("锚") + content) + p("后")) == ["锚", "框内", "后"]


def test_what_a_text_box_holds_is_read_once_and_in_order() -> None:
    image = '<v:shape style="width:300pt;height:200pt"><v:imagedata/></v:shape>'
    image = p(f"<w:r><w:pict>{image}</w:pict></w:r>")
    inner = f"<w:txbxContent>{p(r('内') + f'<w:r>{VML}</w:r>')}{image}"
    first = f"<v:shape><v:textbox>{inner}</w:txbxContent></v:textbox></v:shape>"
    last = f"<v:shape><v:textbox><w:txbxContent>{p('尾')}</w:txbxContent></v:textbox></v:shape>"
    document = read(p(f"<w:r><w:pict><v:group>{first}{last}</v:group></w:pict></w:r>"))
    shown = [held.text if isinstance(held, Paragraph) else "图" for held in document.blocks]
    assert shown == ["内", "框内", "图", "尾"]


def test_alternate_blocks_are_taken_once() -> None:
    body = (
        f"<mc:AlternateContent><mc:Choice>{p('新')}</mc:Choice>"
        f"<mc:Fallback>{p('旧')}</mc:Fallback></mc:AlternateContent>"
    )
    assert texts(body) == ["新"]


def test_a_table_in_a_text_box_and_lettering() -> None:
    box = f"<w:txbxContent>{tbl(tr(tc('甲'), tc('1')))}</w:txbxContent>"
    letters = '<v:shape><v:textpath string="青禾县人民政府文件"/></v:shape>'
    body = p(
        f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape>{letters}</w:pict></w:r>"
    )
    document = read(body)
    assert [cell.text for cell in document.tables[0].cells] == ["甲", "1"]
    assert document.paragraphs[0].text == "青禾县人民政府文件"


def picture(width: int, height: int) -> str:
    return p(
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{width * 12700}" cy="{height * 12700}"/>'
        "<a:graphic><a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def test_large_pictures_are_blocks_and_small_ones_are_not() -> None:
    vml = p(
        '<w:r><w:pict><v:shape style="width:4in;height:144pt"><v:imagedata/></v:shape></w:pict>'
        "</w:r>"
    )
    document = read(p("文") + picture(400, 200) + picture(60, 60) + vml + p("字"))
    pictures = [block for block in document.blocks if isinstance(block, Picture)]
    assert [(round(held.width or 0), held.height) for held in pictures] == [(400, 200), (288, 144)]
    assert document.blocks.index(pictures[0]) == 1


def test_pages_as_pictures_are_said_to_be_unread() -> None:
    assert [problem.code for problem in read(picture(450, 700)).problems] == ["P103"]
    assert not read(p("正文" * 150) + picture(450, 700)).problems


def test_foot_and_endnotes_come_last_in_order_and_leave_no_mark() -> None:
    def note(kind: str, key: int, text: str) -> str:
        return f'<w:{kind} w:id="{key}">{p("<w:r><w:footnoteRef/></w:r>" + r(text))}</w:{kind}>'

    body = (
        p(r("公开12") + '<w:r><w:endnoteReference w:id="3"/></w:r>' + r("件"))
        + p(
            r("受理") + '<w:r><w:footnoteReference w:id="2"/><w:footnoteReference w:id="88"/></w:r>'
        )
        + p('<w:r><w:footnoteReference w:id="1"/></w:r>' + r("完"))
        + p('<w:r><w:footnoteReference w:id="2"/></w:r>')
    )
    footnotes = enumerate(["分隔", "注一", "注二"])
    assert texts(
        body,
        footnotes="".join(note("footnote", key, text) for key, text in footnotes),
        endnotes=note("endnote", 3, "尾注"),
    ) == ["公开12件", "受理", "完", "注二", "注一", "尾注"]  # fmt: skip


def test_headers_count_only_where_nothing_else_is() -> None:
    assert texts(p("正文"), header=p("页眉")) == ["正文"]
    document = read(p(""), header=p("页眉"), footer=p("页脚"))
    assert [paragraph.text for paragraph in document.paragraphs] == ["页眉", "页脚"]
    assert document.notes


DELETED = "<w:rPr><w:del w:id='1'/></w:rPr>"


def test_a_deleted_paragraph_mark_joins_the_paragraphs() -> None:
    body = p("前半", DELETED) + p("后半", '<w:jc w:val="center"/>') + p("下段")
    document = read(body)
    assert [(found.text, found.align) for found in document.paragraphs] == [
        ("前半后半", "center"),
        ("下段", None),
    ]
    boxed = p(r("前") + f"<w:r>{VML}</w:r>", DELETED) + p(r("后") + f"<w:r>{SHAPE}</w:r>")
    assert texts(boxed) == ["前后", "框内", "框内"]
    moved = "<w:rPr><w:moveFrom w:id='1'/></w:rPr>"
    assert texts(p("甲", moved) + p("乙")) == ["甲乙"]
    assert texts(p("甲") + p("", DELETED) + p("乙")) == ["甲", "乙"]
    assert texts(p("留", DELETED) + tbl(tr(tc("1"), tc("2"))) + p("尾", DELETED)) == ["留", "尾"]


def test_hidden_marks_and_style_separators_run_on() -> None:
    hidden = "<w:rPr><w:vanish/><w:specVanish/></w:rPr>"
    assert texts(p("（一）主动公开。", hidden) + p("全年公开8条。")) == [
        "（一）主动公开。全年公开8条。"
    ]
    gone = p(r("隐藏段", "<w:vanish/>"), "<w:rPr><w:vanish/></w:rPr>")
    assert texts(gone + p("正文")) == ["正文"]


def test_hidden_text_through_styles() -> None:
    styles = (
        style("Base", "base", "<w:rPr><w:vanish/></w:rPr>")
        + style("Mine", "mine", '<w:basedOn w:val="Base"/>')
        + style("Secret", "secret", "<w:rPr><w:vanish/></w:rPr>", "character")
    )
    body = (
        p("藏", '<w:pStyle w:val="Mine"/>')
        + p(r("见") + r("藏", '<w:rStyle w:val="Secret"/>'))
        + p(r("两重隐藏即显示", '<w:rStyle w:val="Secret"/>'), '<w:pStyle w:val="Mine"/>')
        + p(r("直接显示", '<w:vanish w:val="false"/>'), '<w:pStyle w:val="Mine"/>')
    )
    assert texts(body, styles=styles) == ["见", "两重隐藏即显示", "直接显示"]


def test_headings_and_alignment_through_styles() -> None:
    styles = (
        style("a", "Normal").replace("<w:style ", '<w:style w:default="1" ')
        + style("1", "heading 1", '<w:pPr><w:jc w:val="center"/></w:pPr>')
        + style("2", "标题 2", '<w:basedOn w:val="1"/>')
        + style("my", "我的标题", '<w:basedOn w:val="2"/>')
        + style("out", "outline", '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>')
        + style("loop", "loop", '<w:basedOn w:val="loop2"/>')
        + style("loop2", "loop2", '<w:basedOn w:val="loop"/>')
    )

    def styled(name: str, more: str = "") -> str:
        return p("文", f'<w:pStyle w:val="{name}"/>{more}')

    body = (
        styled("1") + styled("2") + styled("my") + styled("out") + styled("Heading3")
        + styled("1", '<w:jc w:val="both"/>') + styled("1", '<w:outlineLvl w:val="9"/>')
        + p("文", '<w:outlineLvl w:val="1"/><w:jc w:val="right"/>') + styled("loop") + p("文")
    )  # fmt: skip
    found = [(held.heading, held.align) for held in read(body, styles=styles).paragraphs]
    assert found == [
        (1, "center"), (2, "center"), (2, "center"), (4, None), (3, None),
        (1, None), (None, "center"), (2, "right"), (None, None), (None, None),
    ]  # fmt: skip


def test_a_chunk_in_another_format_is_named() -> None:
    document = read(p("正文") + '<w:altChunk r:id="r1"/>')
    assert [problem.code for problem in document.problems] == ["P104"]


def test_long_chains_of_styles_are_resolved_once() -> None:
    count = 5000
    chain = "".join(
        style(f"s{index}", f"s{index}", f'<w:basedOn w:val="s{index + 1}"/>')
        for index in range(count)
    ) + style(f"s{count}", "heading 4")
    body = "".join(p("文", f'<w:pStyle w:val="s{index}"/>') for index in range(0, count, 10))
    assert {held.heading for held in read(body, styles=chain).paragraphs} == {4}


def test_blocks_keep_their_order() -> None:
    document = read(p("前") + tbl(tr(tc("1"), tc("2"))) + p("后"))
    assert [isinstance(block, Paragraph) for block in document.blocks] == [True, False, True]
    assert (document.format, document.pages) == ("docx", None)
    assert all(not paragraph.lines for paragraph in document.paragraphs)
