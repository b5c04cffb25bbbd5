"""The agency as the report names itself: in the title, else the signature, else the preamble."""

from __future__ import annotations

import re

from extractor.report.dividing.patterns import OF, any_of, maybe
from extractor.report.dividing.report_title import NAME_BELOW, QUALIFIER, YEAR, Title
from extractor.report.dividing.signature import Signature
from extractor.report.flow import Flow
from extractor.report.identity.in_full import in_full, lacks_place
from extractor.report.identity.place_alone import BEFORE_NAME, BODY, body_named, with_its_body
from extractor.report.identity.places import parsed
from extractor.report.identity.stated import Stated

_WORK, _STATE, _YEARLY = maybe("工作"), maybe("情况"), maybe("年度")
_MATTER = rf"{QUALIFIER}(?:政府信息|政务信息|政务|信息)(?:[与和]政务)?(?:主动)?公开"
_PUBLIC = re.compile(_MATTER)
# All that titles say behind the agency: 政府信息公开工作2023年度报告, 政务公开工作情况的报告.
_BEHIND = re.compile(
    rf"{_MATTER}{_WORK}{_STATE}{OF}(?:{YEAR}|本?年度)?{OF}{maybe('政府')}{maybe('信息公开')}{_WORK}"
    rf"{_STATE}{OF}{_YEARLY}(?:{YEAR})?{_WORK}{_STATE}{OF}(?:总结[暨及和]?)?{_YEARLY}(?:报告|年报|总结)"
    rf"(?:[（(〔\[【](?P<aside>.*)[）)〕\]】])?》?(?:{YEAR})?[—－-]{{0,2}}(?P<tail>{NAME_BELOW})?"
    rf"(?:[（(·•・—－-]{{0,2}}{YEAR}[）)]?)?"
    r"(?:公布|公示|\.\w+|的(?:公告|通告|函))?(?:—{1,2}[^—]{3,28})?"
)
_SECOND = re.compile("[（(][^（）()]+[）)]$")
# 关于全县政府信息公开工作: no agency is called so.
_ALL_OF = "^[全我本][省市县区镇乡旗州]$|关于[全我本][省市县区镇乡旗州]$"
_NOT_AGENCY = re.compile(
    rf"[（(〔\[【]{YEAR}[）)〕\]】]|{YEAR}|{_ALL_OF}|^关于|关于(?:公布|发布|报送|印发|公开)?$|^的|的$"
    r"|^[（(〔\[【](?:图解|图文|图表|图片|一图读懂|转载|公示|附件?|年报|年度报告|[\u4e00-\u9fff]{0,4}公开)[）)〕\]】]"
    r"|[（(](?:本级|局?机关|局本级|本部|盖章|公章)[）)]$|^(?:报送|公布|发布|印发)"
    r"|^年度|年度$|^本级|[《》“”【】]|[（(]年?度[）)]|(?:20\d\d)?[—－-]+$"
)
_NAME = re.compile(r"[\u4e00-\u9fff·（）()、]{3,40}")
# Names hold these words themselves (自然资源和规划局): they part only two names.
_JOINED = re.compile("^.*[和及](?=[\u4e00-\u9fff]{3})")
_BODY_END = any_of(
    "局 委员会 委(?!员会) 厅 署 部(?!门) 人民政府 政府(?!信息|采购|网) 办公室 办公厅 办事处 管委会"
    " 中心 总队 支队 大队 院 所(?!有) 馆 站 处(?![理罚置]) 联合会 社(?!会|区|保) 公司 集团"
    " 大学 学院 医院 中学 小学 学校 [林农牧]场 [残妇文侨]联 科协"
)
# 云岭县农业农村局 云岭县乡村振兴局: two agencies; a branch has its head's name first, too.
_TWO_NAMES = re.compile(
    rf"(?P<first>(?P<place>[\u4e00-\u9fff]{{2,6}}?[省市县区旗州])[\u4e00-\u9fff]{{2,14}}?{_BODY_END})"
    rf"(?P=place)[\u4e00-\u9fff]{{2,14}}{_BODY_END}(?<!分局)(?<!队)(?<![所站处])(?<!中心)"
)
_NAMED = (
    r"(?P<name>(?!年)(?:[\u4e00-\u9fff]{2,14}?政府[\u4e00-\u9fff]{2,6}?街道办事处"
    rf"|[\u4e00-\u9fff（）]{{3,30}}?{_BODY_END}))"
)
_AFRESH = r"(?<![\u4e00-\u9fff])"
_PUBLISHED = r"(?:现|特|现特)?(?:向社会)?(?:公布|发布|公开)"
_MAKES = "编制 编写 编纂 撰写 起草 汇总 发布 公布"
_ACCORDING = "根据 按照 依据 依照"
# 填报单位：云岭县财政局. Who published it (发布机构) may be the portal.
_ANSWERS = r"(?:填报|报告|编报|编制|报送|制作|联系)?(?:单位|机关)(?:名称)?\s?[：:]\s?"
_OFFICE = r"(?:[\u4e00-\u9fff]{0,8}?(?:办公室|股|科|处|室|中心))?"
# 由云岭县财政局办公室编制: an office within the agency wrote it; 县政府办公室 is an agency itself.
_WITHIN = re.compile(
    r"(?P<agency>.*(?:局|厅|署|院|中心|委员会|管委会|办事处|(?<![省市县区州旗])委))"
    r"(?:综合|行政|党政|政务公开|信息公开|政府信息公开|政策法规|法规)?办(?:公室)?"
)
# A township has no name of its own in front of its office.
_TOWN_OFFICE = re.compile("[镇乡](?:党政|综合|政务公开)?办(?:公室)?$|街道(?:党政|综合)办(?:公室)?$")
_IN_PREAMBLE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"由{_NAMED}{maybe('负责')}{maybe('组织')}{any_of(_MAKES)}",
        rf"{_AFRESH}{maybe('现将 特向社会公布 编制 公布')}{_NAMED}[（(]以下(?:简)?称",
        rf"{_AFRESH}{any_of('现将 现公布 特(?:向社会)?公布 编制 制作')}{_NAMED}(?:关于)?{YEAR}",
        rf"向社会(?:公布|公开|发布){_NAMED}(?:关于)?{YEAR}{_MATTER}",
        rf"(?:编制|编写|制作|形成|发布|公布)了?《{_NAMED}(?:关于)?{YEAR}{_MATTER}",
        rf"{YEAR}{_NAMED}(?=(?:政府|政务)?信息公开(?:工作)?(?:开展)?(?:情况|实际))",
        rf"{_PUBLISHED}{YEAR}{_NAMED}(?={_MATTER})",
        rf"{_AFRESH}{_NAMED}{maybe('组织')}(?:编制|编写|{any_of(_ACCORDING)}(?=[^。\n]{{0,240}}报告))",
        rf"{_AFRESH}{_NAMED}(?:现将|现公布|现发布|特编制|特公布)",
        rf"{_AFRESH}{_NAMED}(?:编制并|现|特)?(?:公布|发布|公开)了?{YEAR}{_MATTER}",
        rf"{_AFRESH}{_ANSWERS}{_NAMED}(?![\u4e00-\u9fff])",
        rf"与{_NAMED}{_OFFICE}(?:[（(]|联系)",
        rf"请向{_NAMED}{_OFFICE}(?:咨询|反映|查询)",
        rf"请联系[:：]?{_NAMED}{_OFFICE}(?=[（(，,；;。])",
    )
)
# 2023年，青石街道办事处认真贯彻落实…: who works in the overview's first sentences.
_AT_WORK = re.compile(
    rf"(?:{_AFRESH}|(?<=年)|(?<=年度)){_NAMED}(?=(?:始终)?坚持|(?:认真|深入|全面|严格)(?:学习)?(?:贯彻|落实|执行|按照)"
    r"|高度重视|紧紧围绕|以习近平)"
)
# 云岭县财政局聚焦…: at the very beginning many more words show that it is the agency's own work.
_OPENING = 160
_SETS_OUT = re.compile(
    rf"(?:{_AFRESH}|(?<=年)|(?<=年度)){_NAMED}(?="
    + any_of(
        "在[^。，,；]{2,30}?[下中里] 以[^。，,；]{2,30}?为 按照 根据 始终 聚焦 围绕 立足 紧扣"
        " 着力 扎实 积极 切实 持续 不断 共?(?:累计)?(?:主动)?公开 (?:政府|政务)信息公开工作"
        " 政务公开工作 将 把"
    )
    + ")"
)
# What the report calls its agency: 我局 speaks of a 局 only.
_SELF = re.compile(r"[我本](?P<kind>局|委|厅|镇|乡|街道|县|区|市|省|旗|苏木)(?![面部场直属辖])")
_SUPERIOR = re.compile("国务院|门户网站|政务公开办$|信息与政务公开|全国|中央")


def agency_of(
    flow: Flow,
    title: Title | None,
    signature: Signature | None,
    stretches: tuple[tuple[int, int], ...],
) -> Stated[str] | None:
    """The reporting agency; `stretches` are preamble and overview, in which it may be named."""
    titled = in_title(flow, title) if title else None
    signed = signed_by(flow, signature)
    if titled is None:
        return signed or _told(flow, stretches) or _at_work(flow, stretches)
    name = parsed(titled.value)
    if name.body:
        if name.places or name.central:
            return in_full(flow, titled, signed, stretches) or _first_name(titled, signed)
        return _fuller(titled, signed or _told(flow, stretches) or _at_work(flow, stretches))
    place = name.places[-1].name if name.places else titled.value
    if signed is not None and (place in signed.value or _is_government(signed.value)):
        with_place = body_named(flow, place, stretches) if place not in signed.value else None
        return with_place or signed
    named = body_named(flow, place, stretches)
    if named is None:
        return with_its_body(flow, titled)
    shorter = named.value.startswith(place) and titled.value.endswith(place)
    return (
        Stated(titled.value + named.value[len(place) :], named.start, named.end)
        if shorter
        else named
    )


def in_title(flow: Flow, title: Title) -> Stated[str] | None:
    """What the title says besides the year and its own words."""
    head = _head(title.text)
    if head is None:
        return None
    name = _bare(head)
    if two := _TWO_NAMES.fullmatch(name):
        name = two["first"]
    if not _NAME.fullmatch(name):
        return None
    start, end = _find(flow, title, name)
    return Stated(name, start, end)


def _head(title: str) -> str | None:
    """What stands in front of the title's own words, or else in brackets behind them."""
    for match in _PUBLIC.finditer(title):
        behind = _BEHIND.fullmatch(title, match.start())
        if behind is None:
            continue
        head = _before(title, match)
        if _bare(head) and not _only_place(_bare(head), behind["aside"]):
            return head
        aside = re.sub(rf"^{YEAR}|{YEAR}$", "", behind["aside"] or "")
        below = (aside, behind["tail"] or "")
        return next((name for name in below if re.search(_BODY_END + "$", name)), head)
    heads = (_before(title, match) for match in _PUBLIC.finditer(title))
    return next((head for head in heads if re.search(_BODY_END + "$", _bare(head))), None)


def _before(title: str, matter: re.Match[str]) -> str:
    """兰陌县人民政府信息公开…: the one 政府 belongs to the name and to the matter."""
    head = title[: matter.start()]
    shared = head.endswith("人民") and matter.group().startswith("政府")
    return head + "政府" if shared else head


def _only_place(head: str, aside: str | None) -> bool:
    """Whether the head is a place only, and the agency stands in brackets: 云岭县…（县政府办）."""
    body = parsed(head).body
    return not body and aside is not None and bool(re.search(_BODY_END + "$", aside))


def _bare(head: str) -> str:
    """A head without years, particles, the words of titles, and the motto above a dash."""
    head = head[head.rfind("—", 0, -1) + 1 :] if re.search("—[\u4e00-\u9fff]", head) else head
    while (shorter := _NOT_AGENCY.sub("", head)) != head:
        head = shorter
    return head


def _find(flow: Flow, title: Title, name: str) -> tuple[int, int]:
    offsets = [at for at in range(title.start, title.end) if not flow.text[at].isspace()]
    chars = "".join(flow.text[at] for at in offsets)
    first = chars.find(name)
    if first < 0:
        return title.start, title.end
    return offsets[first], offsets[first + len(name) - 1] + 1


def signed_by(flow: Flow, signature: Signature | None) -> Stated[str] | None:
    """The name that signs the report, without its seal."""
    if signature is None or signature.agency is None:
        return None
    start, end = signature.agency
    name = re.sub(r"\s", "", flow.text[start:end])
    name = re.sub(r"[（(](?:盖章|公章|章|签章|代章)[）)]$", "", name)
    return Stated(name, start, end) if len(name) >= 3 else None


def _first_name(titled: Stated[str], signed: Stated[str] | None) -> Stated[str]:
    """The name without its second one in brackets, if the agency signs so."""
    second = _SECOND.search(titled.value)
    if second is None or signed is None or signed.value != titled.value[: second.start()]:
        return titled
    return Stated(signed.value, titled.start, titled.start + len(signed.value))


def _fuller(titled: Stated[str], signed: Stated[str] | None) -> Stated[str]:
    """县水务局 in the title, 临溪县水务局 in the signature: the name with its place."""
    if signed is None:
        return titled
    # 县科技局（县外国专家局) in the title: the first of its names may be signed in full.
    names = (_long(titled), _SECOND.sub("", _long(titled)))
    above = next((_long(signed).removesuffix(n) for n in names if _long(signed).endswith(n)), "")
    # 中华人民共和国 is no place: 云岭海关 remains what the title calls it.
    longer = above and bool(parsed(above).places or not parsed(above).central)
    return signed if longer or lacks_place(titled.value, signed.value) else titled


def _long(name: Stated[str]) -> str:
    """县政府办 is short for 县人民政府办公室."""
    value = re.sub("政府办$", "政府办公室", name.value)
    return re.sub("(?<!人民)政府(?=办公[室厅]$|$)", "人民政府", value)


def _is_government(name: str) -> bool:
    return bool(re.search(BODY + "$", name))


def _told(flow: Flow, stretches: tuple[tuple[int, int], ...]) -> Stated[str] | None:
    for start, end in stretches:
        for pattern in _IN_PREAMBLE:
            for match in pattern.finditer(flow.text, start, end):
                name = _without_lead(match["name"])
                if _SUPERIOR.search(name) and not _WITHIN.fullmatch(name):
                    continue
                start = match.end("name") - len(name)
                within = _WITHIN.fullmatch(name)
                name = within["agency"] if within else name
                if parsed(name).places and not _TOWN_OFFICE.search(name):
                    return Stated(name, start, start + len(name))
    return None


def _without_lead(name: str) -> str:
    lead = BEFORE_NAME.match(name)
    name = name[lead.end() :] if lead else name
    joined = _JOINED.match(name)
    return name[joined.end() :] if joined and parsed(name[joined.end() :]).places else name


def _at_work(flow: Flow, stretches: tuple[tuple[int, int], ...]) -> Stated[str] | None:
    """The subject of the overview's work, if the report's own 我局 or 我镇 agrees with it."""
    kinds = {match["kind"] for match in _SELF.finditer(flow.text)}
    openings = tuple((start, min(end, start + _OPENING)) for start, end in stretches)
    return _subject(flow, _AT_WORK, kinds, stretches) or _subject(flow, _SETS_OUT, kinds, openings)


def _subject(
    flow: Flow, pattern: re.Pattern[str], kinds: set[str], stretches: tuple[tuple[int, int], ...]
) -> Stated[str] | None:
    """The one name that the pattern finds, and that 我局 may speak of."""
    found: dict[str, Stated[str]] = {}
    for start, end in stretches:
        for match in pattern.finditer(flow.text, start, end):
            name = _without_lead(match["name"])
            places = parsed(name).places
            agrees = name.endswith(tuple(kinds)) or (
                places and places[-1].name.endswith(tuple(kinds))
            )
            if places and not _SUPERIOR.search(name) and (agrees or not kinds):
                end_ = match.end("name")
                found.setdefault(name, Stated(name, end_ - len(name), end_))
    return next(iter(found.values())) if len(found) == 1 else None
