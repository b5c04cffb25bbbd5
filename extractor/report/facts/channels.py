"""Channels of disclosure as reports name them: 县政府门户网站, 微信公众号“临溪水务”, 公报."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from extractor.report.facts.clauses import Clause, Passage

ChannelKind = Literal["site", "media", "board", "gazette", "system"]

_QUOTED = r"[“\"「‘][^“”\"」’，。；]{1,20}[”\"」’]"
_MEDIA = (
    r"微信公众平台|微信公众(?:账)?号|微信订阅号|微信服务号|微信视频号|政务微信(?:号)?|微信号"
    r"|公众服务号|公众号|订阅号|服务号"
    r"|政务微博|官方微博|新浪微博|腾讯微博|微博|政务抖音(?:号)?|抖音号|抖音短视频|抖音|快手号?"
    r"|今日头条号?|头条号|视频号|小红书号?|百家号"
    r"|政务新媒体|新媒体平台|新媒体(?!账号|矩阵)|移动客户端|客户端|APP|App|app|小程序|政策问答助手"
    r"|微信(?!群|转)"
)
_SITE = (
    r"(?:政府|政务)?(?:官方|门户|官网)?(?:网站(?:群)?|门户网|官网)|政府网(?!站)|政务网(?!站)"
    r"|(?:信息|采购|市场|交易|人才|信用)网(?![上络页民友站点格])"
)
_BOARD = (
    r"(?:政务|村务|信息)?公(?:开|示|告)栏(?!目)|公示牌|宣传栏|(?:电子)?显示屏|电子屏|LED屏|触摸屏|公示屏"
    r"|公告牌"
    r"|(?:村村响)?大?喇叭|村村响|(?:政府信息)?(?:公报)?查阅(?:点|场所|室|中心)|广播|电视台?|报纸|报刊"
)
_SYSTEM = (
    r"(?:信息)?公示系统|公示平台|公开平台|信用平台|信息平台|发布平台|数据平台|开放平台|分平台"
    r"|(?<!务)服务平台"
)
_GAZETTE = r"《[^》]{0,20}(?<!统计)(?<!发展)(?<!普查)(?<!质量)(?<!水质)(?<!状况)公报》"
# 在网站和微信公众号, 网站云岭栏目和公众号: two channels, though no sign parts them.
_PREFIX = (
    r"(?:(?!(?:网站|门户网|公众号|微信|微博)(?:[\u4e00-\u9fff]{1,8}(?:栏目|专栏|专区|频道|页面|专页|子站))?[和与及])"
    r"[\u4e00-\u9fffA-Za-z·]){0,16}?"
)
_CHANNEL = re.compile(
    rf"(?P<media>(?:{_QUOTED})(?:官方|政务)?(?:{_MEDIA})|(?:{_PREFIX})?(?:{_MEDIA})(?:{_QUOTED})?)"
    rf"|(?P<site>{_QUOTED}(?:{_SITE})|{_PREFIX}(?:{_SITE})|[“\"][^“”\"，。]{{1,20}}(?:网站"
    rf"|(?<!上)网)[”\"])"
    rf"|(?P<gazette>{_GAZETTE}|[\u4e00-\u9fff]{{0,10}}?政府公报)"
    rf"|(?P<system>{_PREFIX}(?:{_SYSTEM}))"
    r"|(?P<board>《[^》]{2,10}(?:日报|晚报|时报|周报|早报)》)"
    rf"|(?P<board2>{_PREFIX}(?:{_BOARD}))"
)
_IN_QUOTES = re.compile(r"[“\"「‘《](.+?)[”\"」’》]")
_MEDIUM = re.compile(_MEDIA)
# The pattern tries a prefix at every place: most clauses hold nothing that could end a name.
_MAY_NAME = re.compile(
    r"网|号|微博|微信|抖音|快手|新媒体|客户端|[Aa][Pp][Pp]|程序|助手|小红书|[栏牌屏]|公报|系统"
    r"|平台|查阅|广播|喇叭|村响|电视|报[纸刊》]"
)
# What the prefix takes in because Chinese has no blanks: the name begins behind it.
_LEAD = re.compile(
    r"^.*(?:通过|了|充分发挥|发挥|加强|负责|推进|完善|强化|做好|依托|利用|借助|运用|用好|按照|其中"
    r"|同时|包括|主要用|主要在|以及"
    r"|还有|维护|优化|打造|开设|开通|保留|建成|运行|及时在|统一在|同步到|发布到|放在|登在|挂在"
    r"|发在|统一发在|年度?|全年|发挥好"
    r"|算上|加上|连同|不含|不包[括含]|来自|统计|公开的|的|在|于|经|由|从|到|等|及|与|和|以|对|将|把|向|(?<![信公])用|是|有|并|靠|至"
    r"|条为|做[优活强精大好实]|拓[展宽]|搭建|创新|丰富|健全|整合|畅通|规范|^月[底末份]|计入)(?=.)"
)
_SUBJECT = re.compile(
    r"^(?:我|本)(?=[局委镇乡县区市])|^(?:各类|各|该|全|新(?!媒体)|其(?![他它])|另|还)"
)
_LACKS = re.compile(r"没有|无独立|无门户|无官方|无自[建有]|未建|未开")
_WECHAT = re.compile(r"公众|订阅|服务号|政务微信|微信")
_NO_NAME = re.compile(
    r"^(?:(?:[省市县区镇乡旗]?各级|政府|部门|各|门户|官方|政务|单独)*(?:网站|门户网|官网)|(?:政府"
    r"|政务)?(?:信息)?(?:公开|发布)(?:平台|网站|专栏)|信息平台|政府公报)$"
)


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel with its place in the passage's text."""

    name: str
    kind: ChannelKind
    start: int
    end: int

    @property
    def core(self) -> str:
        """What tells it from other channels: its name in quotes and the kind of its medium."""
        quoted = _IN_QUOTES.search(self.name)
        medium = _MEDIUM.search(self.name)
        kind = _WECHAT.sub("微信", medium.group())[:2] if medium else self.kind
        if quoted:
            return f"{quoted.group(1)}/{kind}"
        return self.name if self.kind in ("system", "board") else kind


def channels(passage: Passage, clause: Clause) -> tuple[Channel, ...]:
    """The channels named in a clause, in order."""
    return _channels(passage.text, clause.start, clause.end)


@lru_cache(maxsize=256)
def _channels(text: str, first: int, last: int) -> tuple[Channel, ...]:
    if not _MAY_NAME.search(text, first, last):
        return ()
    found = []
    for match in _CHANNEL.finditer(text, first, last):
        kind = cast(ChannelKind, (match.lastgroup or "").rstrip("2"))
        name, start = match.group(), match.start()
        head = re.split(r"[“\"「‘《]", name)[0]
        lead = _LEAD.match(head)
        if lead and len(lead.group()) < len(name):
            start += lead.end()
            name = name[lead.end() :]
        if subject := _SUBJECT.match(name):
            start += subject.end()
            name = name[subject.end() :]
        if re.search(
            r"(?:没有|没|无|未建|未开[设通]|计入)[^，。]{0,6}$", text[first:start]
        ) or _LACKS.search(name):
            continue
        if name and not re.match(r"(?:信息化|建设|管理|安全|检查|访问|栏目)", text[match.end() :]):
            found.append(Channel(name, kind, start, match.end()))
    return tuple(found)


def named(channel: Channel) -> bool:
    """Whether the report names this channel, or only speaks of its kind."""
    if re.search(r"[“\"「《]", channel.name):
        return True
    if channel.kind in ("media", "board"):
        return False
    return not _NO_NAME.match(channel.name) and len(channel.name) >= 4
