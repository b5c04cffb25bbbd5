"""A report as HTML: a plain government page, a whole site's page around it, and for print."""

from __future__ import annotations

from html import escape

from evaluation.gold import Gold
from evaluation.render.docx import page_of
from evaluation.render.grid import Grid
from evaluation.render.html_table import page_table, words
from evaluation.render.layout import Block, Para
from evaluation.render.style import HEI, Style

_TWIPS_PER_MM = 56.7
_PAGE_TABLE = 'border="1" cellspacing="0" cellpadding="0" width="100%"'
_SITE_TABLE = (
    'class="MsoTableGrid" border="1" cellspacing="0" '
    'style="border-collapse:collapse;width:98%;margin:0 auto;mso-yfti-tbllook:1184"'
)


def page(blocks: list[Block], style: Style, gold: Gold) -> str:
    """A government page that holds the report and little else."""
    body = f'<div class="article" id="zoom">\n{_content(blocks, style, _PAGE_TABLE)}\n</div>'
    return _whole(gold, "body{max-width:60em;margin:auto}", body)


def _content(blocks: list[Block], style: Style, table: str) -> str:
    return "\n".join(
        page_table(block, style, table) if isinstance(block, Grid) else _paragraph(block, style)
        for block in blocks
    )


def _paragraph(para: Para, style: Style) -> str:
    text = words(para.text, soup=style.span_soup)
    if para.kind == "title":
        return f'<h1 style="text-align:center">{text}</h1>'
    if para.kind == "right":
        return f'<p style="text-align:right">{text}</p>'
    if para.kind in ("section", "heading"):
        if style.outline_headings:
            level = 2 if para.kind == "section" else 3
            return f"<h{level}>{text}</h{level}>"
        text = f"<strong>{text}</strong>"
    if style.span_soup:
        return f'<p class="MsoNormal" style="text-indent:32pt"><span>{text}</span></p>'
    return f'<p style="text-indent:2em">{text}</p>'


_MENU = ("首页", "政务公开", "办事服务", "互动交流", "走进本地")
_SIDEBAR = (
    "政府信息公开指南",
    "政府信息公开制度",
    "法定主动公开内容",
    "依申请公开",
    "政府信息公开年报",
)
_SCRIPT = "var counter=document.getElementById('hits');if(counter&&1<2){counter.innerText='1024';}"


def site(blocks: list[Block], style: Style, gold: Gold) -> str:
    """A whole page of a site: navigation, path, sidebar, footer, all in a layout table."""
    title = escape(gold.meta.title or gold.id)
    charset = "gb2312" if style.html_encoding == "gb18030" else "utf-8"
    menu = "".join(f'<li><a href="/{i}/">{name}</a></li>' for i, name in enumerate(_MENU))
    side = "".join(f'<li><a href="/xxgk/{i}/">{name}</a></li>' for i, name in enumerate(_SIDEBAR))
    issued = f"发布时间：{gold.meta.issued} " if gold.meta.issued else ""
    agency = escape(gold.meta.agency or "本站")
    return (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
        '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n'
        '<html xmlns="http://www.w3.org/1999/xhtml">\n<head>\n'
        f'<meta http-equiv="Content-Type" content="text/html; charset={charset}" />\n'
        f'<title>{title}_政府信息公开</title>\n<meta name="ArticleTitle" content="{title}" />\n'
        "<style>.nav li{float:left} td{vertical-align:top}</style>\n"
        f"<script>{_SCRIPT}</script>\n</head>\n<body>\n"
        f'<div class="header"><div class="logo">{agency}</div>'
        f'<ul class="nav">{menu}</ul>'
        '<form><input type="text" value="请输入关键字" /></form></div>\n'
        '<table width="1200" border="0" cellspacing="0" cellpadding="0" align="center">\n'
        '<tr><td colspan="2">您现在的位置：<a href="/">首页</a> &gt; '
        '<a href="/xxgk/">政府信息公开</a>'
        " &gt; 政府信息公开年报</td></tr>\n"
        f'<tr><td width="220"><ul class="side">{side}</ul></td>\n'
        f'<td><div class="content">\n<div class="info">{issued}信息来源：{agency} '
        '浏览次数：<span id="hits"></span> 字体：[大 中 小]</div>\n'
        f'<div class="TRS_Editor">\n{_content(blocks, style, _SITE_TABLE)}\n</div>\n'
        '<div class="share"><a href="javascript:window.print()">【打印本页】</a>'
        '<a href="javascript:window.close()">【关闭窗口】</a></div>\n'
        "</div></td></tr>\n</table>\n"
        f'<div class="footer"><p>主办单位：{agency}</p>'
        "<p>网站地图 | 联系我们 | 使用帮助</p></div>\n"
        "</body>\n</html>\n"
    )


def for_print(blocks: list[Block], style: Style, gold: Gold) -> str:
    """The report with a style sheet for pages, for printing by a browser."""
    paper = page_of(style)
    size = f"{paper.width / _TWIPS_PER_MM:.0f}mm {paper.height / _TWIPS_PER_MM:.0f}mm"
    side = f"{paper.side / _TWIPS_PER_MM:.0f}mm"
    counter = {
        "dash": '"— " counter(page) " —"',
        "plain": "counter(page)",
        "of": '"第" counter(page) "页 共" counter(pages) "页"',
        "none": '""',
    }[style.footer]
    running = (gold.meta.title or "") if style.running_header else ""
    inner = 1 if style.narrow or style.size >= 14 else 3
    css = f"""
@page {{ size: {size}; margin: 30mm {side};
  @top-center {{ content: "{running}"; font: 9pt "{style.browser_font}"; }}
  @bottom-center {{ content: {counter}; font: 10pt "{style.browser_font}"; }} }}
body {{ margin: 0; font: {style.body_size}pt/1.6 "{style.browser_font}"; }}
h1 {{ font-size: {style.title_size}pt; margin: 6pt 0; }}
h2, h3 {{ font: {style.body_size}pt "{HEI}"; text-indent: 2em; margin: 6pt 0; }}
p {{ margin: 0; text-align: justify; }}
table {{ border-collapse: collapse; table-layout: fixed; width: 100%;
  font: {style.size}pt/1.3 "{style.browser_font}"; }}
td {{ border: 0.5pt solid #000; padding: {style.padding}pt {inner}pt; vertical-align: middle;
  word-break: break-all; }}
td p {{ text-align: inherit; }}
"""
    return _whole(gold, css, _content(blocks, style, ""))


def _whole(gold: Gold, css: str, body: str) -> str:
    return (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(gold.meta.title or gold.id)}</title>\n<style>{css}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )
