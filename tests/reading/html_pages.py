"""Invented reports as web pages, for the tests of the HTML and MHTML readers."""

from __future__ import annotations

import base64
import quopri

OUTCOMES = (
    ("（一）予以公开", ""),
    ("（二）部分公开（区分处理的，只计这一情形，不计其他情形）", ""),
    ("（三）不予公开", "1.属于国家秘密"),
    ("（三）不予公开", "2.其他法律行政法规禁止公开"),
    ("（三）不予公开", "3.危及“三安全一稳定”"),
    ("（三）不予公开", "4.保护第三方合法权益"),
    ("（三）不予公开", "5.属于三类内部事务信息"),
    ("（三）不予公开", "6.属于四类过程性信息"),
    ("（三）不予公开", "7.属于行政执法案卷"),
    ("（三）不予公开", "8.属于行政查询事项"),
    ("（四）无法提供", "1.本机关不掌握相关政府信息"),
    ("（四）无法提供", "2.没有现成信息需要另行制作"),
    ("（四）无法提供", "3.补正后申请内容仍不明确"),
    ("（五）不予处理", "1.信访举报投诉类申请"),
    ("（五）不予处理", "2.重复申请"),
    ("（五）不予处理", "3.要求提供公开出版物"),
    ("（五）不予处理", "4.无正当理由大量反复申请"),
    ("（五）不予处理", "5.要求行政机关确认或重新出具已获取信息"),
    ("（六）其他处理", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    ("（六）其他处理", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    ("（六）其他处理", "3.其他"),
    ("（七）总计", ""),
)
RESULTS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")

TITLE = "青渡县粮食和物资储备局2023年政府信息公开工作年度报告"
PARAGRAPHS = {
    "opening": "本报告由青渡县粮食和物资储备局依照《中华人民共和国政府信息公开条例》编制，统计期限"
    "自2023年1月1日起至2023年12月31日止，全文可在县政府门户网站查阅。",
    "overview": "一年来，我局围绕储备粮轮换、应急物资调拨和粮油市场监测，主动公开信息137条，其中"
    "网站112条、公众号25条，受理申请9件，均在法定期限内答复，没有发生超期情形。",
    "problem": "一是储备数据公开的频次偏低，季度轮换结果常在次月下旬才发布；二是解读材料以文字"
    "为主，没有图表。",
    "measure": "2024年起，轮换结果在成交后五个工作日内发布，并由调控股逐季制作图表解读两份。",
    "fee": "本年度未发出收费通知，收取信息处理费0元。",
}


def cell(text: object, style: str = "plain", span: str = "") -> str:
    """One td as plain pages or as Word writes it."""
    if style == "plain":
        return f"<td{span}>{text}</td>"
    return (
        f"<td{span} style='border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'>\n"
        "<p class=MsoNormal align=center style='text-align:center'><span lang=EN-US\n"
        f"style='font-size:10.5pt;font-family:宋体'>{text}<o:p></o:p></span></p>\n</td>"
    )


def disclosure_table(style: str = "plain") -> str:
    """Table two with some numbers."""
    rows = [[("第二十条第（一）项", 4)]]
    rows.append([(t, 1) for t in ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")])
    rows += [[("规章", 1), ("0", 1), ("0", 1), ("0", 1)]]
    rows += [[("行政规范性文件", 1), ("2", 1), ("1", 1), ("15", 1)]]
    rows += [[("第二十条第（五）项", 4)], [("信息内容", 1), ("本年处理决定数量", 3)]]
    rows += [[("行政许可", 1), ("46", 3)], [("第二十条第（六）项", 4)]]
    rows += [[("信息内容", 1), ("本年处理决定数量", 3)], [("行政处罚", 1), ("3", 3)]]
    rows += [[("行政强制", 1), ("", 3)], [("第二十条第（八）项", 4)]]
    rows += [
        [("信息内容", 1), ("本年收费金额（单位：万元）", 3)],
        [("行政事业性收费", 1), ("3.50", 3)],
    ]
    lines = ["<tr>" + "".join(_spanned(t, n, style) for t, n in row) + "</tr>" for row in rows]
    return "<table border=1>" + "\n".join(lines) + "</table>"


def _spanned(text: str, columns: int, style: str) -> str:
    return cell(text, style, f" colspan={columns}" if columns > 1 else "")


def applications_table(style: str = "plain") -> str:
    """Table three; the cell of row r, column c holds r * 10 + c."""
    rows = [
        cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", style,
             ' colspan="3" rowspan="3"')
        + cell("申请人情况", style, ' colspan="7"'),
        cell("自然人", style, ' rowspan="2"') + cell("法人或其他组织", style, ' colspan="5"')
        + cell("总计", style, ' rowspan="2"'),
        "".join(cell(t, style) for t in ("商业<br>企业", "科研<br/>机构", "社会公益组织",
                                         "法律服务机构", "其他")),
        cell("一、本年新收政府信息公开申请数量", style, ' colspan="3"') + _numbers(0, style),
        cell("二、上年结转政府信息公开申请数量", style, ' colspan="3"') + _numbers(1, style),
    ]  # fmt: skip
    seen: set[str] = set()
    for index, (group, label) in enumerate(OUTCOMES):
        row = ""
        if index == 0:
            row += cell("三、本年度办理结果", style, f' rowspan="{len(OUTCOMES)}"')
        if label == "":
            row += cell(group, style, ' colspan="2"')
        elif group not in seen:
            height = sum(1 for g, _ in OUTCOMES if g == group)
            row += cell(group, style, f' rowspan="{height}"') + cell(label, style)
        else:
            row += cell(label, style)
        seen.add(group)
        rows.append(row + _numbers(index + 2, style))
    rows.append(cell("四、结转下年度继续办理", style, ' colspan="3"') + _numbers(24, style))
    return "<table border=1><tbody>" + "".join(f"<tr>{row}</tr>\n" for row in rows) + "</table>"


def _numbers(row: int, style: str) -> str:
    return "".join(cell(row * 10 + column, style) for column in range(7))


def disputes_table(style: str = "plain") -> str:
    """Table four; its fifteen numbers are 0 to 14."""
    rows = [
        cell("行政复议", style, ' colspan="5"') + cell("行政诉讼", style, ' colspan="10"'),
        "".join(cell(r, style, ' rowspan="2"') for r in RESULTS)
        + cell("未经复议直接起诉", style, ' colspan="5"')
        + cell("复议后起诉", style, ' colspan="5"'),
        "".join(cell(r, style) for r in RESULTS * 2),
        "".join(cell(n, style) for n in range(15)),
    ]
    return "<table border=1>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


def report_body(style: str = "plain", title: bool = True) -> str:
    """The report alone, paragraphs in p."""
    texts = PARAGRAPHS
    head = f"<h1>{TITLE}</h1>" if title else ""
    return (
        f"{head}<p>　　{texts['opening']}</p><p>　　一、总体情况</p><p>　　{texts['overview']}</p>"
        f"<p>　　二、主动公开政府信息情况</p>{disclosure_table(style)}"
        f"<p>　　三、收到和处理政府信息公开申请情况</p>{applications_table(style)}"
        f"<p>　　四、政府信息公开行政复议、行政诉讼情况</p>{disputes_table(style)}"
        f"<p>　　五、存在的主要问题及改进情况</p><p>　　{texts['problem']}</p>"
        f"<p>　　{texts['measure']}</p><p>　　六、其他需要报告的事项</p><p>　　{texts['fee']}</p>"
        '<p style="text-align:right">青渡县粮食和物资储备局</p>'
        '<p align="right">2024年1月18日</p>'
    )


EXPECTED = [
    TITLE, PARAGRAPHS["opening"], "一、总体情况", PARAGRAPHS["overview"],
    "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况",
    PARAGRAPHS["problem"], PARAGRAPHS["measure"], "六、其他需要报告的事项", PARAGRAPHS["fee"],
    "青渡县粮食和物资储备局", "2024年1月18日",
]  # fmt: skip

NAVIGATION = "".join(
    f'<li><a href="/{i}/">{name}</a></li>'
    for i, name in enumerate(
        ("首页", "走进青渡", "政务公开", "办事服务", "互动交流", "政府信息公开年度报告", "数据开放")
    )
)
FOOTER = (
    '<div class="bottom"><p>主办单位：青渡县人民政府办公室　承办单位：青渡县大数据中心</p>'
    "<p>网站标识码：9912340001　虚ICP备00000001号　公网安备99123402000001号</p>"
    '<p><a href="/map">网站地图</a> <a href="/about">联系我们</a> 联系电话：0999-1234567</p></div>'
)
METADATA = (
    '<div class="info">发布日期：2024-01-22 10:15　来源：县粮食和物资储备局　浏览次数：'
    '<span id="hits">36</span> 【字体：<a href="#">大</a> <a href="#">中</a> '
    '<a href="#">小</a>】 <a href="javascript:print()">打印</a></div>'
)
INDEX_TABLE = (
    "<table><tr><td>索引号</td><td>QD012-2024-0003</td><td>主题分类</td><td>综合政务</td></tr>"
    "<tr><td>发布机构</td><td>青渡县粮食和物资储备局</td><td>发布日期</td><td>2024-01-22</td></tr>"
    "<tr><td>名称</td><td colspan=3>" + TITLE + "</td></tr></table>"
)


def portal_page(
    body: str | None = None, charset: str = "utf-8", index: str = "", after: str = ""
) -> str:
    """A county portal's page around the report."""
    inner = report_body(title=False) if body is None else body
    return f"""<!DOCTYPE html>
<html><head><meta charset="{charset}"><title>{TITLE}_青渡县人民政府</title>
<meta name="PubDate" content="2024-01-22 10:15"><style>.x{{color:red}}</style>
<script>document.write("<p>脚本文字</p>");</script></head><body>
<div class="top"><div class="logo"><a href="/">青渡县人民政府门户网站</a></div>
<form action="/s"><input name="q" value="请输入关键字"><button>搜索</button></form></div>
<ul class="nav">{NAVIGATION}</ul>
<div class="wz">当前位置：<a href="/">首页</a> &gt; <a href="/gk">政务公开</a> &gt; 正文</div>
<div class="wrap"><div class="left"><h3>信息公开</h3><ul><li><a href="/zn">信息公开指南</a></li>
<li><a href="/zd">信息公开制度</a></li><li><a href="/nb">政府信息公开年报</a></li></ul></div>
<div class="main">{index}<h1>{TITLE}</h1>{METADATA}
<div id="zoom"><div class="TRS_Editor">{inner}</div></div>{after}
<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div>
<div class="rel"><h4>相关信息</h4><ul>
<li><a href="/1">{TITLE.replace("2023", "2022")}</a>2023-01-20</li>
<li><a href="/2">关于开展秋粮收购检查的通知</a>2023-10-08</li></ul></div>
<div class="page">上一篇：<a href="/3">没有了</a>　下一篇：<a href="/4">关于印发方案的通知</a></div>
</div></div>{FOOTER}
<script src="/hit.js"></script></body></html>"""


def archive(page: str, encoding: str = "quoted-printable", charset: str = "utf-8") -> bytes:
    """The page as a browser's web archive, with a picture beside it."""
    data = page.encode(charset)
    body = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}.get(
        encoding, bytes
    )(data)
    head = (
        "From: <Saved by Blink>\nSubject: =?utf-8?Q?=E5=B9=B4=E6=8A=A5?=\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----Edge--"\n\n\n'
        f"------Edge--\nContent-Type: text/html\nContent-Transfer-Encoding: {encoding}\n"
        "Content-Location: http://example.invalid/a.html\n\n"
    )
    tail = (
        "\n------Edge--\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
        "Content-Location: http://example.invalid/a.png\n\niVBORw0KGgo=\n------Edge----\n"
    )
    return head.encode() + body + tail.encode()
