"""What in a sentence can be checked: figures, dates, frequencies, names of its own."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_ENUMERATOR = re.compile(
    r"^\s*(?:[一二三四五六七八九十]{1,2}(?:是|要|为|则|、|，|．|\.)|其[一二三四五六七八九十][，、]?"
    r"|第[一二三四五六七八九十]{1,2}[，、]|问题(?:之)?[一二三四五六七八九\d]+[：，]?"
    r"|[（(][一二三四五六七八九十\d]{1,2}[)）][、，.]?|\d{1,2}(?:[.．](?!\d)|[、)）])"
    r"|[①-⑳●·※▪◆★□○■►—\-–]+|(?:首先|其次|再次|最后|另?一方面|此外|同时|另外)，?)+"
)
_NUMERAL = r"[一二两三四五六七八九十百千万几半]"
# 十二次 holds no 二次, 三万家企业 no 万家: an idiom does not begin inside a number.
_NOT_INSIDE = r"(?<![一二三四五六七八九十百千万\d])"
# 做到100%答复 is an aim; 办结率达100%, 23个栏目100%更新 can be checked.
_ALL_OF_IT = r"(?:100%|百分之百)[^，。；、\d]{1,6}"
_AIM = (
    r"(?:力争|确保|争取|务必|做到|追求)[^，。；、\d一二三四五六七八九十百千万]{0,8}"
    rf"{_ALL_OF_IT}(?:、{_ALL_OF_IT})*"
)
# A year, a law, a plan period and an idiom with a numeral in it are nobody's own figures.
_NO_FIGURE = re.compile(
    r"(?:19|20)\d\d年(?:度|[末底初]|以来)?|(?:国务院|国)令第?\d+号|第?\d+号令|《[^》]*》|[〔\[]\d{4}[〕\]]第?\d+号|“?十[三四五六]五”?"
    rf"|{_NOT_INSIDE}(?:[两一二三四五]个(?:方面|维护|自信|意识|责任|确立|结合|大局|声音|窗口|平台|重要|过程|环节|层面)"
    r"|一(?:家(?:的?事|公|人)|盘棋|把手|刀切|方面|定|些|批|系列|是|般|致|体|起|时|直|律|旦|流|线|网"
    r"|项(?:重要|长期|政治)|步|条龙|站式|次性|份答卷|目了然|如既往|抓到底|以贯之|窗|门)"
    r"|两(?:者|手|张皮|头|天晒网)|三(?:审三校|公|性|农|资|重|天打[鱼渔])|万(?:众|家)|千(?:家万户|方百计)|百(?:姓|年)"
    r"|二次|十分(?![之钟])|半拍|几(?:个方面|点|方面))"
    r"|党?的?二十大|[十二]+届[一二三四五六七八]中|第[一二三四五六七八九十]+[个条]|三安全一稳定"
    r"|(?:每|任何|同|某|另|哪)一[条项个件次份名家人]|第一(?:时间|责任人|要务|位|线|人)|数(?:据|字|量|智|码)"
    r"|往一处[想使用]|(?:办[成好]|高效办)[^，。；]{0,4}一件事|跑一次|(?:365|三百六十五)[天日]"
    r"|一[件条次项份户人]不[落漏少]|一([件条项份户人])(?:接着?一|一)?\1|一[户件人]一[^，。；、]"
    r"|一人(?:之[下力]|[多数][岗职]|身?兼[多数几]|说了算)|三人(?:成[虎众]|行)|[三五]分钟热|[两二]人(?:三足|转|同心)"
    rf"|{_AIM}"
)
# 两人兼职, 二十三人; not 统一人员, 十四届人大, 千人千面.
_PEOPLE = (
    r"(?<![统唯专万])[一二两三四五六七八九十几][一二三四五六七八九十百千万]*(?:余|多)?人"
    r"(?![民员口类才士事数气心均]|工(?!作)|大(?!厅))"
)
_FIGURE = re.compile(
    rf"\d|{_PEOPLE}|{_NUMERAL}+(?:余|多)?(?:[件条篇期次份名家所处块台部场轮批天周成倍户桩宗起项类]|个(?:多)?(?:月"
    r"|季度|[县区市乡镇村]|社区|街道|单位|部门|科室|股室|栏目|账号|工作日|小时|网站|项目|系统|渠道|版本"
    r"|站|所|平台)|小时|分[之钟]|人次|年(?=[没未以前才]))|过半|[上下]半年|季度|[月年]底"
    r"|[两二三四五六七八九十]种|[一二三四五六七八九十]月|每(?:[月周季天日旬]|半年|季度)|按[月季周旬日]|逐[月日周季]"
)
_NAMED = re.compile(
    r"“[^“”，。；]{2,20}”|「[^」]{2,20}」|抖音|微博|视频号|12345|12315|英文版|听证会"
)
_PLATFORM = re.compile(
    r"[”」》](?:的|政务)?(?:微信|公众号|微博|抖音|视频号|客户端|小程序|APP|网|专[栏题区]|栏目|板块|平台|系统|热线|账号|二维码)"
)
# In quotes, but every report has them.
_QUOTED_STOCK = re.compile(
    r"“[^”]*(?:两张皮|碎片化|一公里|看得懂|看不懂|看得到|看不到|听得懂|应公开|重[^”]*轻|要我|我要|不够|一把手"
    r"|三审|先审|谁公开|人民|放管服|互联网|获得感|软肋|[堵盲痛]点|更加|强化|公开了|公开好|赶考)[^”]*”"
    # “零差错”, “零投诉”; a “零距离”专栏 is one of its own.
    r"|“零[\u4e00-\u9fff]{2,3}”(?!的?(?:专[栏题区]|栏目|板块|平台|品牌|活动|行动|工作室))"
)
_DOCUMENT = re.compile(r"《([^》]+)》")
_NATIONAL = re.compile(
    r"信息公开条例|^条例$|保密法|保守国家秘密法|信息处理费|年度报告格式|行政复议法|行政诉讼法|民法典"
    r"|个人信息保护法|数据安全法|网络安全法|全面推进政务公开"
)
# Neither plain Chinese nor plain ASCII: only then is there something to normalise.
_ODD = re.compile(r"[^\u4e00-\u9fff!-~，。；：、！？（）“”‘’《》〈〉【】〔〕…—·％]")
_THOUSANDS = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
_MARKS = str.maketrans(",;:!?()％", "，；：！？（）%")


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Without blanks; widths of signs and marks made one."""
    text = "".join(text.split())
    if _ODD.search(text):
        text = unicodedata.normalize("NFKC", text)
    return text.translate(_MARKS)


def readable(words: str) -> str:
    """For people: 1，986 is a number again."""
    return _THOUSANDS.sub(",", words)


@lru_cache(maxsize=4096)
def without_enumerator(text: str) -> str:
    return _ENUMERATOR.sub("", plain(text))


def tells_a_figure(text: str) -> bool:
    """A number, frequency or date that is not merely the report year, a law's or an idiom's."""
    return bool(_FIGURE.search(_NO_FIGURE.sub("，", without_enumerator(text))))


def tells_a_document(text: str) -> bool:
    """One of its own or its superior's: the law that every report names is none."""
    return any(not _NATIONAL.search(title) for title in _DOCUMENT.findall(text))


def tells_a_platform(text: str) -> bool:
    """One named as its own: “临溪水务”微信公众号."""
    return bool(_PLATFORM.search(text))


def tells_a_name(text: str) -> bool:
    """A document of its own or its superior's, or a platform, product or saying in quotes."""
    if tells_a_document(text):
        return True
    return bool(_NAMED.search(_QUOTED_STOCK.sub("", text)))
