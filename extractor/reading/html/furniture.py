"""Words and names by which page furniture is told from a report: menus, metadata, footers."""

from __future__ import annotations

import re

from lxml import etree

from extractor.reading.characters import squeezed
from extractor.reading.html.walk import Piece

# Share of link characters from which a piece is a menu or a list of other pages.
LINK_SHARE = 0.5
# Furniture lines are short; a longer text is told by its words only if it is no prose.
FURNITURE_CHARS = 160
# A metadata table has few cells and few characters.
METADATA_CELLS = 40

_METADATA = re.compile(
    r"[【\[（(〔|｜]?(?:发布日期|发布时间|发布于|发文日期|发文时间|成文日期|生成日期|公开日期|公开时间|更新时间"
    r"|更新日期|信息来源|文章来源|稿件来源|来源|作者|编辑|责任编辑|责编|审核|审核人|校对|录入|发布人"
    r"|浏览次数|浏览量|点击数|点击量|点击率|点击|阅读次数|阅读量|阅读|访问次数|访问量|字体大小|字体|字号|索引号"
    r"|发布机构|发布单位|发文机关|发文机构|公开方式|公开时限|公开范围|公开形式|公开责任部门|信息分类|主题分类"
    r"|体裁分类|组配分类|服务对象|有效性|时效性|信息有效性|关键词|主题词|文号|发文字号|名称|标题)[：:]"
    r"|(?:日期|时间)[：:]\d{4}[-/.]"
    r"|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}.{0,12}(?:来源|浏览|字体|作者|点击|阅读|分享|打印)"
)
_TOOLS = re.compile(
    r"[【\[（(|｜]*(?:打印(?:本页|此页|页面|文本)?|关闭(?:窗口|本页|页面)?|分享到?|分享[：:].*|分享到[：:].*"
    r"|扫一扫.*|.{0,6}扫码.*|收藏(?:本页)?|返回(?:顶部|首页|列表)?|顶部|大|中|小|字体.{0,12}|字号.{0,12}"
    r"|.{0,3}保护视力.*|听报告|朗读|无障碍.*|下载(?:word|pdf|文字版)?|视力保护色.*|语音播报|我要纠错|纠错"
    r"|(?:【?(?:打印|关闭|收藏|纠错|分享|大|中|小|字体|字号|保存|返回|朗读|复制|下载)】?[\s|｜/：:·，、]*){2,}"
    r")[】\])）|｜]*",
    re.I,
)
_BREADCRUMB = re.compile(
    r"[【\[]?(?:您?现?(?:当前|现在|所在)(?:的)?(?:位置|页面|栏目)|位置[：:]|首页[>＞»›/])"
)
_NEIGHBOURS = re.compile(
    r"(?:上一[篇条页]|下一[篇条页]|前一篇|后一篇|相关(?:信息|文章|链接|新闻|文档|阅读|解读|附件[：:]?$)|延伸阅读"
    r"|友情链接|热门|最新信息|推荐阅读)"
)
_FOOTER = re.compile(
    r"版权所有|copyright|©|ICP备|ICP证|网站标识码|公?网安备|^主办(?:单位)?[：:]|^承办(?:单位)?[：:]|技术支持[：:]"
    r"|网站地图|建议使用.{0,30}(?:浏览器|分辨率)|政府网站找错|您是第.{0,12}位|^联系我们$|^关于我们$",
    re.I,
)
# Words that make even a full sentence the page's own.
_IMPRINT = re.compile(r"版权所有|ICP备|网站标识码|公网安备|即将离开.{0,30}网站|[违侵]权必究")
_HINT = re.compile(
    r"(?:^|[\s_-])(?:nav\w*|menu\w*|bread\w*|crumb\w*|foot\w*|bottom\w*|copyright|share\w*|bdshare\w*"
    r"|side\w*|rel|related\w*|relate|position|location|weizhi|wz|search\w*|toolbar|tools?|print\w*"
    r"|page_?(?:prev|next)|friend\w*|links?|qrcode|ewm|topbar|header|banner)(?=$|[\s_-])",
    re.I,
)
_FURNITURE_TAGS = frozenset(("nav", "footer", "aside"))
_SITE_DATE = re.compile(r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?")
_PUBLISHED = re.compile(
    r"(?:发布|公开|发文|发布于)\s*(?:日期|时间)?\s*[：:\]】]?\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})"
)
_INDEX_WORDS = ("索引号", "发布机构", "主题分类", "发文日期", "发布日期", "成文日期", "公开方式",
                "信息分类", "组配分类", "发文字号", "有效性", "公开日期", "生成日期")  # fmt: skip


def is_link_list(piece: Piece) -> bool:
    """Whether a piece is mostly links to elsewhere."""
    return piece.linked > 0 and piece.linked >= LINK_SHARE * len(squeezed(piece.text))


def is_metadata(piece: Piece) -> bool:
    """Publication date, source, hits, type size: what the site prints around an article."""
    if piece.table is not None:
        return _is_index_table(piece)
    text = squeezed(piece.text)
    if len(text) > FURNITURE_CHARS or text.endswith("。"):
        return False
    return bool(_METADATA.match(text) or _TOOLS.fullmatch(text))


def is_site_date(piece: Piece) -> bool:
    """A date and perhaps a time, alone, as sites print them and signatures do not."""
    return piece.table is None and bool(_SITE_DATE.fullmatch(piece.text.strip()))


def is_page_part(piece: Piece) -> bool:
    """Breadcrumbs, links to neighbours, footers."""
    text = squeezed(piece.text)
    if piece.table is not None or len(text) > FURNITURE_CHARS * 2:
        return False
    if _IMPRINT.search(text):
        return True
    if text.endswith("。"):
        return False
    if _BREADCRUMB.match(text) or _FOOTER.search(text):
        return True
    return bool(_NEIGHBOURS.match(text)) and (piece.linked > 0 or len(text) <= 10)


def is_furniture(piece: Piece) -> bool:
    """Whether a piece belongs to the page, judged by itself."""
    return is_metadata(piece) or is_page_part(piece)


def is_tagged_furniture(element: etree._Element) -> bool:
    """Whether an element's tag or role says that it is furniture, prose and all."""
    return element.tag in _FURNITURE_TAGS or element.get("role") in ("navigation", "contentinfo")


def is_named_furniture(element: etree._Element) -> bool:
    """Whether an element's tag, role, class or id says that it is furniture."""
    if is_tagged_furniture(element):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return names != " " and bool(_HINT.search(names))


def publication_date(texts: list[str]) -> str | None:
    """The date of publication that metadata lines print, as 2024-01-18."""
    for text in texts:
        found = _PUBLISHED.search(squeezed(text))
        if found:
            year, month, day = map(int, found.groups())
            return f"{year:04}-{month:02}-{day:02}"
    return None


def _is_index_table(piece: Piece) -> bool:
    """The 索引号 table of a disclosure page, which repeats title, agency and date."""
    cells = piece.table.cells if piece.table else ()
    if not cells or len(cells) > METADATA_CELLS:
        return False
    texts = {squeezed(cell.text).rstrip("：:") for cell in cells}
    heads = {text.split("：")[0].split(":")[0] for text in texts}
    return sum(word in heads for word in _INDEX_WORDS) >= 2
