"""Whether a measure was taken or is planned, and the year that says so."""

from __future__ import annotations

import re

from extractor.language.times import years
from extractor.report.items import cues
from extractor.report.items.drafts import Draft, Lead
from extractor.report.items.labels import is_reference
from extractor.report.items.model import Tense

# 将 as 把 (将底单纳入档案) says nothing of time; before a verb or behind a subject or year it does.
_WILL_VERB = (
    r"(?:进一步|继续|持续|不断|切实|全面|着力|大力|积极|认真|严格|及时|重点|主动|定期"
    r"|深入|扎实|逐步|加快|充分|努力|坚持|尽快|把|对|在|从|以|于|按|会|每"
    r"|更加|统一|组织|加强|加大|强化|完善|健全|建立|优化|丰富|提升|提高|规范|推进|推动"
    r"|深化|拓展|拓宽|创新|开展|制定|修订|落实|压实|明确|细化|梳理|聚焦|围绕|扩大"
    r"|增[强加设]|充实|配"
    r"|安排|举办|召开|邀请|聘请|印发|出台|编|改[为由成用进革造建]|搭建|打造|开|上线|改版|整合|实[行施]|推行"
    r"|探索|借助|利用|发挥|抓|做|畅通|公布|督促|指导|调整|统筹|引|联合|会同|依托|通过"
    r"|争取|确保|学习|清理|补|更|设立|成立|请|由|牵头|采取|于|结合|继|紧)"
)
_PLANNED = re.compile(
    rf"{cues.NEXT}|届时|从下一[^，。；]{{0,8}}起|拟(?![定制稿写])|(?:^|(?<=[，；：、局委办厅府镇乡区县市道站校所院心部们署也还年步并初内底份度]))计划(?!生育|书|单|性|经济|内"
    rf"|外|中|表|指标|方案|的|和|与|及|完成|执行|调整|编制|、)(?=[^，。；])|打算"
    rf"|准备(?=[把将在对请从改这开建用给和])|答应|商定|(?:我们|[我本全][局委办厅部镇乡县区市院署所站校园馆社])(?:都|还|也)?会(?![同议计商员见])|争取|力争|有望|(?<![主需重必只])要(?!求|点"
    rf"|素|件|闻|是)(?=[^，。；]{{0,8}}(?:补|改|做|建|把|将|办|抓|用|让|搞|完成|公开|公布"
    rf"|增|换|清|开|达|实现))|[上下]半年要|月底?前(?:能|要|可)"
    rf"|将(?={_WILL_VERB})|(?:(?<!全)年(?:度|内|初|底前|起)?|步|[上下]半年|季度"
    rf"|[还也并均都会步委局办厅府镇乡区县市街道站校所院心])将(?=[^，。]{{1,20}})|(?:将"
    rf"|逐步)要|待[^，。]{{2,12}}后"
)
_BA = re.compile(
    r"[局委办厅府镇乡区县市道站校所院心]将(?![把由]|[^，。]{0,3}(?:于|在"
    r"|从))[^，。]{2,30}?(?:纳入|列入|作为|作|列为|压缩|调整为|调整到|改为|转为|由|移交"
    r"|报送|归|挂|合并|整合)"
)
_QUOTED = re.compile("《[^》]*》|“[^”]*”|〔[^〕]*〕")
_ATTRIBUTIVE = re.compile(
    r"(?<=[对将把])[^，。；]{1,16}了[^，。；]{1,12}的(?!都)|"
    r"已(?:经)?[^，。；了]{1,10}?的(?!都)"
    # 建立已公开信息定期评估制度, and not 已公开信息120条
    r"|已(?:主动)?(?:公开|发布|公布)(?:政府|政务)?(?:信息|文件|数据|内容|事项)(?=[\u4e00-\u9fff])(?![^，。；]{0,8}\d)"
    # 已将改造列入明年计划，拟于6月完成: put on a plan is not done
    r"|已(?:经)?[将把被]?[^，。；]{0,20}[列纳]入[^，。；]{0,12}(?:计划|预算|日程|安排|项目库|议程|清单)(?=，(?:并?[拟将]|计划|预计|力争|明年|预期))"
    r"|拟(?:不予)?(?:公开|发布|出台|制定|上报|印发|作出|实施|征收|提交|办理)[^，。；]{0,6}的"
)
_DONE = re.compile(
    r"已(?!知|久)|业已|(?<![除为不得])了(?!解|如|然|啥|什么|哪|多少)|累计|截至|至今|至年底|(?<![一二两三四五\d])年内|全年(?![不力计至将]"
    r"|[^，。；]{1,24}(?:不少于|不低于|至少|力争|计划|以上))|当年|先后|(?:[上下]半年)?较[^，。]{1,8}?(?:减少|下降|提高|提升|增长"
    r"|增加|缩短|上升)|由[^，。]{1,16}?(?:提高|提升|下降|上升|降|升|增加|减少|缩短"
    r"|压缩)(?:到|至|为)"
    r"|(?:下降|减少|增长|提高|缩短|上升|增加)(?:了|近|约)?(?:[一二三四五六七八九]成|一半|\d+(?:\.\d+)?%|\d+(?:\.\d+)?个百分点|[一二两三四五\d]+倍)"
    r"|未再|再没有|没有再|(?<!约)(?:降|升|增|减|压缩|缩短|提高|上升|下降)(?:为|至"
    r"|到)(?!\d+个工作日以?内)|(?:均|全部|都|已|基本)(?:完成|到位|整改到位|通过|整改"
    r"|解决|更新)|上线\d+期|上半年|下半年|(?<!未)取得|得到(?:有效)?(?:解决|改善|提升|整改)"
    r"|(?:复查|抽查|回访|核查|复核)[^，。；]{0,8}(?:一致|无误|无[^，。；]|合格|达标)"
    r"|目前(?!仍)|现在|过去|一年来|今年(?:以来)?|本年度|\d{1,2}月(?:份)?(?:起|以来|上线"
    r"|印发|开展|重新|对)"
)
_DONE_SURELY = re.compile(
    r"已(?!知|久)|业已|(?<![除为不得])了(?!解|如|然|啥|什么|哪|多少)|累计|截至|至今|未再|再没有|先后|全年未"
    r"|(?<![发实体展出呈])现(?:均|都)?(?:改|调整|移|换)"
)
_DONE_ALL_THE_SAME = re.compile(r"已(?:经|于|在|全部|完成|建成|印发|开展|上线|启动)|截至|累计|目前")
_MONTH = re.compile(r"(?<!\d)\d{1,2}月(?!底|末|前|之前|份?起|份前|[上中下]旬前|个)")
# 将权重由2%提高到4% says what is made of it, not that it has been.
_MADE = re.compile(
    r"(?:将|把)[^，。；]{1,20}(?:压缩|缩短|压减|减少|提高|提升|下?降|升|增加?|减|调整)(?:到|至|为)[^，。；]{1,8}(?=$|，)"
    r"|(?<!\d)将[^，。；]{1,16}由[^，。；]{1,16}(?:到|至|为)[^，。；]{1,8}(?=$|，)"
)
# 于每年1月公布全年数据发布日程表: what is done every year says nothing of this one.
_REGULAR = re.compile(r"每(?:年|半年|季度?|月|周|旬)[^，。；]*")
# 收到建议61条, 发放明白纸1.9万份, 解答疑问2300余人次: plans know no such figures.
_RESULT = re.compile(
    r"\d(?:余|多)(?=[\u4e00-\u9fff])|\d\.\d+万"
    r"|(?:收到|接到|关停|注销|撤下|(?<![公总])共)[^，。；不]{0,8}\d"
)
_BY_THEN = re.compile(r"(?:月|年|季度)(?:底|末|中旬|上旬)?之?前")
# 针对解读单一的问题，…；针对更新慢的问题，…: each begins anew.
_OWN_AIM = re.compile(r"针对|对于|关于|围绕|[对就]第")
_ANY_YEAR = r"(?:(?:19|20)\d\d|[一二][〇○零九][〇○零一二三四五六七八九]{2})年"
_OPENING_YEAR = re.compile(
    r"(?:针对[^，。]{2,30}，|对[^，。]{1,20}，|下一步，?|[一二三四]是)?(?:从|自|在"
    rf"|到)?(?={_ANY_YEAR})"
)

_BARE_OPENING_YEAR = re.compile(
    rf"(?:从|自|在|到)?{_ANY_YEAR}(?![上下]半年|第?[一二三四]季度|\d|[一二三四五六七八九十]+月)"
)

# 发放图解手册2.3万册，此项工作还将持续开展: the deed is told, the rest is a wish.
_ONGOING = re.compile(
    r"，(?:这项|此项|该项|这一|相关|有关|今后|以后)?(?:工作|活动|做法|机制)?(?:今后"
    r"|以后|明年|下一步)?(?:还|也|并|仍)?将?(?:将|继续|持续|长期|不断|一直"
    r"|坚持)[^，。；]{1,10}$"
)
# 5月开展“问政”活动，…，并将12条建议汇编成册: there 将 is 把.
_AND_TOOK = re.compile(r"(?<=[，、])并将(?![于在从由会进继每对以])(?=[^，。；]{2,})")
_COUNTED_DEED = re.compile(
    r"(?<![每满足近])(?:发放|发出|印发|走进|举办|开展|组织|培训|制作|发布|整改|修订"
    r"|新增|更换|换|补|清理|编写|写|办结|答复|完成|覆盖|回访|走访|抽查|下发|编制|梳理|约谈|聘请|建成|归集|参[测训会加与评]人?[员次]?)(?!不少于"
    r"|至少)[^，。；]{0,8}?\d"
)


# 2024年预算已安排专项经费: told at the turn of the year of what is settled.
_ALREADY = re.compile(r"(?:19|20)\d\d年度?，?[^，。；将拟]{0,4}已(?!知)")
_MAX_TITLE = 16
_CHANGE = re.compile(
    rf"(?:[从自](?!而|身|己|行|来|印发)[^，。；]{{1,10}}(?:起|开始))|[换补改修建装配]好了|改为|改成|改由|换成了|换上了"
    rf"|补上了|{cues.SELF}[^，。；]{{1,20}}(?<![除为])了(?!解)"
    r"|(?:已|已经)(?:把|将|改|换|补|建|开|设|出台|制定|明确|完成|[纳列]入|全部|安排|联系"
    r"|协调|落实|由)|(?:明年|下半年|年后|月起)(?!的|度)"
)


def settle(
    drafts: list[Draft], texts: list[str], at_length: list[str], year: int | None
) -> list[tuple[Tense, int | None]]:
    """Tense and year of every measure, in order; `at_length`: with what explains them."""
    settled: list[tuple[Tense, int | None]] = []
    sure = [
        told(text, year) or _told_behind(text, long[len(text) :], year)
        for text, long in zip(texts, at_length, strict=True)
    ]
    said = [
        tense or _hinted_under(draft.lead, text, year)
        for draft, text, tense in zip(drafts, texts, sure, strict=True)
    ]
    for index in range(len(drafts)):
        opener = _opener(drafts, index)
        ahead = _is_ahead(drafts[index], texts[index], year)
        if sure[index] == "planned" and _goes_on_ahead(drafts[index], texts[index], year):
            sure[index] = said[index] = "done"
        anew = said[index] is not None and _OWN_AIM.match(texts[index])
        month = bool(_MONTH.search(_REGULAR.sub("", texts[index])))
        tense = (None if ahead else sure[index]) or _inherited(
            drafts, said, sure, index, None if anew else opener, month
        )
        if said[index] is None and _goes_on(drafts, texts, index):
            tense = settled[-1][0]
        settled.append((tense, None))
        settled[index] = (tense, _year(drafts, texts, settled, index, opener, year))
    return settled


_TIED = re.compile("同时|此外|另外|并")
# 改进措施：上半年组织两期实训: under a plan's label the time of year alone tells no deed.
_WHEN = re.compile("[上下]半年|全年|年内|年终")


def _hinted_under(lead: Lead, text: str, year: int | None) -> Tense | None:
    return hinted(_WHEN.sub("", text) if lead.weak and lead.done is False else text, year)


def _goes_on(drafts: list[Draft], texts: list[str], index: int) -> bool:
    """明年将实行月通报。同时安排2万元更换公开栏: told in the tense of the sentence in front."""
    tied = index > 0 and not drafts[index].marked and _TIED.match(texts[index])
    before = drafts[index - 1]
    return (
        bool(tied) and before.group == drafts[index].group and not _together(before, drafts[index])
    )


_TIMES = re.compile(r"\d余?(?:次|场|期|件|份|条|篇|人次|册|名)")
_SEQUEL = re.compile("还将|下一步|今后|继续|扩[展大]|延伸|推广|推开|常态|长效")


def _goes_on_ahead(draft: Draft, text: str, year: int | None) -> bool:
    """改进情况：发放问卷3500份，…，明年拟扩展到15类: what was done goes before its sequel."""
    first, _, rest = text.partition("，")
    sequel = _SEQUEL.search(rest[rest.rfind("，") + 1 :])
    done = draft.lead.done is True and sequel is not None and told(first, year) != "planned"
    counted = _COUNTED_DEED.search(first) or _RESULT.search(first) or _TIMES.search(first)
    return done and counted is not None


def _told_behind(title: str, behind: str, year: int | None) -> Tense | None:
    """对数据格式立标。计划6月底前完成转换。 — the sentence behind a title says when."""
    first = next((sentence for sentence in re.split("[。；]", behind) if sentence), "")
    return told(first, year) if len(title) <= _MAX_TITLE and "，" not in title else None


def _is_ahead(draft: Draft, text: str, year: int | None) -> bool:
    """2024年改进措施 over 通报应公开、已公开的数字: what stands under next year is not done yet."""
    lead = draft.lead
    if lead.done is not False or lead.year is None or year is None or lead.year <= year:
        return False
    return not _DONE_ALL_THE_SAME.search(text)


def told(text: str, year: int | None) -> Tense | None:
    """What the measure itself says of its time."""
    plain = _QUOTED.sub(lambda m: "□" * len(m.group()), text)
    plain = _ATTRIBUTIVE.sub(lambda m: "□" * len(m.group()), plain)
    if _MONTH.search(plain) or _COUNTED_DEED.search(plain):
        plain = _AND_TOOK.sub(lambda m: "□" * len(m.group()), plain)
    ongoing = _ONGOING.search(plain) if _COUNTED_DEED.search(plain) else None
    planned = _PLANNED.search(plain[: ongoing.start()] if ongoing else plain)
    if ongoing and planned is None:
        return "done"
    if planned and _BA.search(plain) and not re.search(cues.NEXT, plain):
        planned = None
    later = (f.start for f in _named(plain) if year and f.value > year)
    ahead = min((start for start in later if not _ALREADY.match(plain, start)), default=None)
    done = _DONE_SURELY.search(plain)
    first = min(
        (p for p in (planned.start() if planned else None, ahead) if p is not None), default=None
    )
    if first is not None and (done is None or first < done.start()):
        return "planned"
    if done is not None:
        return "done"
    return None


def tells_measure(shadow: str, year: int | None) -> bool:
    """采伐公示从9月起改为每周五上网: its subject is the work, but something is or will be done."""
    first = shadow.split("，", 1)[0]
    if cues.NAMES_PROBLEM.search(first) or not told_change(shadow):
        return False
    # 公示时限由二十天改为七天，部分基层所一时跟不上
    last = shadow.rsplit("，", 1)[-1]
    lacks = cues.NAMES_PROBLEM.search(cues.PRAISE.sub("", last))
    if last != first and lacks and not told(last, year):
        return False
    return bool(_CHANGE.search(first)) or told(shadow, year) == "planned"


def told_change(shadow: str) -> bool:
    return bool(_CHANGE.search(shadow) or _PLANNED.search(shadow))


def hinted(text: str, year: int | None) -> Tense | None:
    """What it hints at; a lead that says otherwise goes before."""
    plain = _REGULAR.sub("", _MADE.sub("", text))
    if _RESULT.search(plain):
        return "done"
    if _DONE.search(plain) and not _BY_THEN.search(plain):
        return "done"
    return "done" if any(year and f.value <= year for f in _named(text)) else None


def _opener(drafts: list[Draft], index: int) -> int | None:
    """The first measure of the same sentence and group, whose opening words govern this one."""
    first = index
    while first and _together(drafts[first - 1], drafts[index]):
        first -= 1
    return first if first < index else None


def _together(one: Draft, other: Draft) -> bool:
    return one.group == other.group and one.sentence == other.sentence


def _inherited(
    drafts: list[Draft],
    said: list[Tense | None],
    sure: list[Tense | None],
    index: int,
    opener: int | None,
    month: bool,
) -> Tense:
    """Tense by what governs: the lead, the sentence's opening, the measures beside it."""
    lead = drafts[index].lead
    if opener is not None and drafts[index].number is None:
        # A lead that says otherwise goes before what the first of them only hints at.
        opened = said[opener] if lead.done is None else sure[opener]
        if opened is not None:
            return opened
    own = said[index]
    if lead.done is not None and not (lead.weak and own):
        return "done" if lead.done else "planned"
    if own is not None:
        return own
    if lead.done is None and month:
        return "done"
    beside = [
        said[i] for i, d in enumerate(drafts) if d.group == drafts[index].group and i != index
    ]
    if "done" in beside[:index] and beside.count("done") >= beside.count("planned"):
        return "done"
    return "planned"


def _year(
    drafts: list[Draft],
    texts: list[str],
    settled: list[tuple[Tense, int | None]],
    index: int,
    opener: int | None,
    year: int | None,
) -> int | None:
    tense, lead = settled[index][0], drafts[index].lead
    own = [found.value for found in _named(texts[index])]
    fitting = [value for value in own if _fits(value, tense, year)]
    if fitting:
        return fitting[0]
    if lead.year is not None and _fits(lead.year, tense, year):
        return lead.year
    bullet = drafts[index].marked and drafts[index].number is None
    if (
        opener is not None
        and not bullet
        and settled[opener][0] == tense
        and not _OWN_AIM.match(texts[index])
        and _opens_with_year(texts[opener], drafts[opener].number is not None)
    ):
        return settled[opener][1]
    return None


def _opens_with_year(text: str, numbered: bool) -> bool:
    """对存量文件重新审查，2025年3月底前完成: a numbered point's time limit is its own."""
    return bool((_BARE_OPENING_YEAR if numbered else _OPENING_YEAR).match(text))


def _fits(value: int, tense: Tense, year: int | None) -> bool:
    """A deed's year is the report's; a plan's is later (or, by mistake, the report's)."""
    if year is None:
        return True
    return value == year if tense == "done" else year <= value <= year + 5


class _Named:
    __slots__ = ("start", "value")

    def __init__(self, value: int, start: int) -> None:
        self.value = value
        self.start = start


def _named(text: str) -> list[_Named]:
    """Years in which something is done, not those of reports, titles and document numbers."""
    plain = _QUOTED.sub(lambda m: "□" * len(m.group()), text)
    return [_Named(y.value, y.start) for y in years(plain) if not is_reference(plain, y.end)]
