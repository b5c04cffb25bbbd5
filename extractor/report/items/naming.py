"""What a clause of prose names: a problem, a measure, or neither."""

from __future__ import annotations

import re

from extractor.report.items import cues, deeds, generic, passing
from extractor.report.items.drafts import Mode
from extractor.report.items.labels import NOUN_PROBLEM
from extractor.report.items.references import MOST, reference

# 上述信息已于11月补充公开, and not 这些信息虽已公开，网上查不到
_ALREADY = (
    r"[^，。；虽的]{1,6}?(?:均|现|目前|全部|都)*已(?:[于按][^，。；]{0,12}?)?(?:补充?|更正|修[复订]|整改"
    r"|纠正|撤[下除换]|办结|恢复|予以|完成)[^，。；]*$"
)
_EXPLAINS = re.compile(
    r"(?:其|究其|主要|产生|存在)?(?:主要)?原因|(?:这|此)(?:主要|多半|大多|也|都|既|其实|里面?|背后){0,2}(?:是(?!否)|与|跟|说明|反映|表明)|主要是(?:因为|由于)|由于(?![^。；]{2,}，)|比如|例如|如(?=(?:某|有的?|个别|部分|在|对|[^，。；果何期实下上此今需遇能]{2,12}(?:中|时|上|后)，))"
    rf"|譬如|其中|出现(?:上述|以上|这些|这种)(?:情况|问题|现象)|再加上|加上|加之|况且|之所以|该|此类|这类|这些|据统计|[^，。；]{{0,10}}其实|归根结底|归根到底|说到底|(?:以上|上述)(?![^，。；]{{0,4}}(?:问题|不足|情况)，?(?:我们|我[局委办厅镇乡县市区省]|街道)?(?:目前|现)?(?:均|已|将|拟))(?!{_ALREADY})|通过(?:上述|以上|这些)|总之|究其"
    # 经过治理，差错率比上年下降一半: what came of the measures.
    r"|(?:经过?|通过)(?:上述|以上|一年)?的?(?:整改|改进|治理|努力|工作)后?，(?![^。]*(?:将|拟|计划))[^，。]*(?:较|比|由|从|达到)[^，。]*(?:缩短|提高|提升|上升|下降|减少|增长|增加|降|达到|压缩)"
)
_PROBLEM_IS = re.compile(
    rf"(?:(?:存在|面临|突出|主要|当前|目前|现有|的){{0,4}}|[^，。；：]{{0,8}}的新?){NOUN_PROBLEM}"
    rf"(?:主要|集中)?(?:，?在于|，?是(?!否)|有|为)"
)
_MEASURE_IS = re.compile(
    rf"(?:首要|重点)的?(?:工作|任务|举措|打算)，?(?:是|为)(?=(?![公发更按对让给每由])(?:{cues.VERB.pattern}))|"
    r"(?:主要|具体|采取|下一步|今后|的){0,4}(?:改进|整改|解决|工作)?的?(?:情况|措施"
    r"|办法|打算|做法|举措|方向|对策)(?:主要)?(?:，?是|为|有)"
    r"|(?:破解|解决|应对|改进|整改|补救|化解|纠正)之(?:法|策|道|举|方)(?:，?是|为|在于)，?"
)
EXISTS = re.compile(
    rf"(?:(?:依然|仍然|仍|还|尚|也|但|均|主要|不同程度地?)*"
    r"(?:存在|面临|暴露出?|反映出|显现出|凸显出?)|(?:仍然|仍|还|尚|也|依然)有(?!待|所|人))(?:着|了)?(?:以下"
    rf"|一些)?(?=[^，。；]{{2,120}}{NOUN_PROBLEM}|.{{0,200}}(?:等|的)(?:问题|不足|现象|情况)"
    r"(?:$|，(?:有的|有些|个别|其中|例如|比如|甚至|特别是|尤其|全年)))"
)
# 同时，更新不够及时: what ties a sentence to the one before, or says from where it is seen, stays.
TIED = re.compile(
    r"同时|与此同时|此外|另外|还有|再者|并且|目前|当前|今年(?:以来)?|本年度?|这一年|(?:19|20)\d\d年度?"
    r"|从[^，]{2,24}(?:看|来看|来讲|来说|上看)"
    # 与先进单位相比 says from where it is seen; 与新要求相比 belongs to the praise.
    r"|(?:与|同|和|跟|较之?)(?![^，]{0,30}(?:要求|形势|任务|期待|期盼|期望|需求|需要|目标))"
    r"[^，]{2,40}(?:相比较?|比较?|比起来)"
    r"|(?:经|据|根据)[^，]{2,16}(?:自查|排查|检查|评估|测评|反馈|反映|调研|督查|抽查)"
)
_FIELD = re.compile(r"(?:在|关于)?[^，。；：、]{2,14}(?:方面|上)，")
_IN_FIELD = re.compile(
    r"(?P<at>在|从|就|对于?|)[^，。；：、]{2,14}?(?P<of>方面|上|层面|环节|领域|中|时)，"
)
_TITLE = re.compile(r"[^，。；：]{4,14}")
_DOUBTFUL = re.compile(
    rf"目前|现在?|均|都|已|将|[自从]|年内|(?:19|20)\d\d年[^将拟计划准备打算，]{{0,8}}(?:"
    rf"起|开始)|\d{{1,2}}月|今年|正在|{cues.SELF}(?!也|还|均|都|将|拟|计划|准备|打算|已"
    rf"|为此|因此|采取|的(?:办法|打算|做法|对策|应对|改法)是)|[^，。；]{{2,16}}后，(?!{cues.SELF})"
)
# 申请答复格式不统一问题已通过印发范本解决: a lack that is no more.
_SOLVED = re.compile(
    rf"(?:以上|上述|这些){_ALREADY}|"
    # 漏登的，年内补了14户
    r"(?!有的|有些|个别|少数|部分)[^，。；有]{2,16}的，(?:年内|今年|当年|\d{1,2}月|均|都|全部|已){0,2}(?:换|补|修|撤|改|重新?)[^，。；]{0,4}了\d|"
    r"[^，。；]{2,30}(?:一[项事条点节端层])，(?:现|均)?(?:已(?![^，。；了]{1,8}的)|(?:拟|计划|打算)(?:[于在请]|商请|明年|20\d\d年))|"
    r"[^。；]{0,50}(?:问题|不足|现象)，?[^，。；]{0,16}?(?:已|均已?|得到"
    r"|全部)[^。；]{0,24}(?:解决|整改|纠正|完成|改善|消除|到位|更正|补齐)"
    r"|(?![^，。；]{0,16}(?:人员|[信联经指]\w{1,2}员|干部)[^，。；]{0,6}更换)[^，。；]{1,24}?(?:已|均|全部|悉数|逐一)(?:已|均|予以)?(?:修复|更正|整改|清理"
    r"|补齐|恢复|纠正|撤下|更换|更新)(?:完毕|到位|完成)?(?:，|$)"
)
# 局里没有一罚了之，而是派人上门: what was not done is said for the sake of what was.
_INSTEAD = re.compile(
    rf"(?:{cues.SELF}|[县市区镇乡局院]里)(?:没有|不再|并未)[^，。；]{{2,16}}，而是"
    rf"(?=(?![把将由按对让给公发更]|通过|依托|定期|及时)(?:{cues.VERB.pattern}))"
    r"(?![^。；]*(?:不|没|缺|少|难|未|只|仅|仍|还|等))"
)
# 我局已编制目录，但多数股室没有照着办; 镇里已有的材料多是文字: what there is sets off the lack.
_SETS_OFF = re.compile(
    rf"(?:{cues.SELF})?(?:虽然?|目前|现)?已(?:经)?(?:(?:有|公开|发布|公布|印发|出台|制定|建[成好]?|编制?|开通|上线)的[\u4e00-\u9fff]{{2,}}"
    rf"|[^。；]{{2,30}}，(?:但|却|不过|然而|可是)(?=[^。；]*(?:{cues.NAMES_PROBLEM.pattern})))"
)
# 管委会将公开等同于宣传: 将 as 把.
_TAKEN_FOR = re.compile(
    rf"(?:{cues.SELF})?(?:[仍还也])?将[^，。；]{{1,14}}(?:等同|当作|当成|视为|看作|看成|混同|混为|理解为)"
)
# 系统切换完成后，我局设置了…
_AFTERWARDS = re.compile(rf"[^，。；]{{2,14}}(?:后|之后|以后|以来|期间)，(?={cues.SELF})")
_COMPLETED = re.compile(
    rf"(?:{cues.DATED}|今年|本年度?|年内)?(?:[上下]半年|[一二三四]季度|年初|年中|年底|\d{{1,2}}月(?:份|底|初)?)?，?"
    r"(?:已|先后|专门)?(?:完成|开展|组织|印发|制定|出台|建立|启动|开通|上线|修订|举办|建成|推出)了"
)
_COUNTED = re.compile(
    r"(?:全年|年内|本年度?|今年|先后|累计|共|已){0,2}(?:制作|开展|举办|组织|印发|整改|修订|新增|清理|补录|召开|编制|编印)"
    r"了?[^。；]{0,16}?\d"
)
_OPENING_YEAR = re.compile(r"[自从到在]?(?P<year>20\d\d)年")
_ADDED = re.compile(rf"(?:同时|此外|另外)，{cues.SELF}(?:也|还)?(?:将|拟|计划|准备|打算)")
_ADDED_TO_LIST = re.compile(rf"(?:管委会|{cues.SELF})还(?:将|拟|计划|准备|打算)")
_NEW_PLAN = re.compile(rf"(?:同时，|此外，)?(?:{cues.NEXT}|(?:19|20)\d\d年)")
# 水质检测结果——只报“合格”，没有数: what it is about, a dash, what is lacking.
_DASHED = re.compile(r"[^，。；—]{2,14}——(?=[^—])")
# 消除检索盲区 speaks of a lack and is a measure.
_MENDS = re.compile(
    r"(?:进一步|着力|切实|坚决|及时|全面|逐步|努力|有效|尽快){0,2}"
    r"(?:打破|破[解除]|消除|疏通|整治|清除|弥补|攻克|解决|扭转|杜绝|避免|防止|纠正|克服|精简|简化|压减|取消|清理|减少|缩短|堵塞|化解|治理|补[齐上足]|改[变进善]|针对)"
)
# 公开内容存在“三多三少”: what is quoted hides the lack.
_EXISTING = re.compile("[^，]{2,12}(?<!所)存在(?!的|价值)")
_MAX_TITLE = 14
# 更新不及时的改进, 解读材料少的整改措施: titles of measures, by the lack they meet.
_COUNTERED = re.compile(
    r"(?P<lack>[^，。；：]{2,24}?)(?:问题|现象)?[的之]?(?:改进|整改|应对|解决|破解|补救|纠正|治理|改)"
    r"(?:措施|办法|情况|举措|对策|方案|法)?"
)

# 答复格式不一的问题及改进, 公开栏更新慢问题和整改情况
_REDRESSED = re.compile(
    rf"(?:关于)?(?P<lack>[^，。；：]{{3,40}}?)的?(?:{NOUN_PROBLEM}|现象|情况)?(?:及其?|和|与|以及|暨)"
    r"(?:下一?步|今后|主要|相应)?(?:改进|整改|解决|应对|纠正|补救)的?(?:情况|措施|办法|举措|进展|打算|对策)?"
)

_SPOKEN_OF = re.compile(rf"关于(?P<lack>[^，。；：]{{4,40}}?)的?{NOUN_PROBLEM}")


def begins_measure(shadow: str) -> bool:
    """Whether a clause begins a measure whatever came before (下一步, 已, 从9月起)."""
    if any(told.match(shadow) for told in (_SOLVED, _INSTEAD)) or passing.meets_one(shadow):
        return True
    if _refers(shadow):
        return True
    if passing.is_want_or_rebuke(shadow):
        return False
    match = cues.BEGINS_MEASURE.match(shadow)
    behind = _AFTERWARDS.match(shadow)
    if match is None and behind is not None:
        shadow = shadow[behind.end() :]
        match = cues.BEGINS_MEASURE.match(shadow)
    if match is None or _SETS_OFF.match(shadow) or _TAKEN_FOR.match(shadow):
        return False
    if not _DOUBTFUL.match(shadow):
        return True
    # 目前已有两个栏目空白: a lack is told with a measure's opening words.
    rest = shadow[match.end() :]
    return not cues.NAMES_PROBLEM.search(cues.PRAISE.sub("", rest)) or acts(rest)


def _refers(shadow: str) -> bool:
    """上述第一项，…, 听了第三句，…: which problem it meets, and no lack behind it."""
    told = reference(shadow, MOST)
    rest = shadow[told.end :].lstrip("，：的") if told is not None and told.led else ""
    return bool(rest) and (not cues.SUGGESTS_PROBLEM.search(rest) or acts(rest))


def is_deed(shadow: str) -> bool:
    """A dated deed of the agency's own; only behind a problem is it its measure."""
    told = cues.DEED.match(shadow) and not re.search("仅|只|共|条", shadow)
    if not told or deeds.is_background(shadow):
        return False
    return not cues.NAMES_PROBLEM.search(shadow)


def is_own_deed(shadow: str) -> bool:
    """As is_deed, and the agency itself did it: what a list's item needs to be left."""
    return is_deed(shadow) and bool(re.search(cues.SELF, shadow))


def completes(shadow: str) -> bool:
    """今年下半年完成了接口开发: dated, and brought to an end by somebody unnamed."""
    return bool(_COMPLETED.match(shadow)) and not cues.NAMES_PROBLEM.search(shadow)


def is_counted_deed(shadow: str) -> bool:
    """全年制作漫画解读9件, where the items before were each met in a sentence of their own."""
    return bool(_COUNTED.match(shadow)) and not cues.SUGGESTS_PROBLEM.search(shadow)


def opens_ahead(shadow: str, year: int | None) -> bool:
    """2023年开春后换成铁皮栏, told of the report of 2022."""
    named = _OPENING_YEAR.match(shadow)
    ahead = bool(named and year and year < int(named["year"]) <= year + 2)
    return ahead and not cues.NAMES_PROBLEM.search(shadow)


def is_countered(words: str) -> bool:
    """更新不及时的改进: a lack, and that what follows is how it is met."""
    told = _COUNTERED.fullmatch(words)
    return told is not None and bool(cues.SUGGESTS_PROBLEM.search(told["lack"]))


def lack_in_title(words: str) -> tuple[int, int] | None:
    """答复格式不一的问题及改进, 关于答复格式不一的问题: where in such a title the lack stands."""
    told = _REDRESSED.fullmatch(words) or _SPOKEN_OF.fullmatch(words)
    if told is None or not cues.SUGGESTS_PROBLEM.search(told["lack"]):
        return None
    return told.span("lack")


def says_problem_is(words: str) -> bool:
    """问题是…, 存在的主要困难在于…: whatever was told before, a problem follows."""
    return bool(_PROBLEM_IS.match(words))


def measure_is(words: str) -> int:
    """Where in 改进情况是… the measure begins, else 0."""
    match = _MEASURE_IS.match(words)
    return match.end() if match and match.end() < len(words) else 0


def acts(shadow: str) -> bool:
    return bool(cues.ACTS.match(shadow)) and not re.match(r"[^，]{0,12}有待", shadow)


def surely_acts(shadow: str) -> bool:
    """As acts; 对企业集中反映的要求，多是被动答复 only begins like one."""
    doubtful = re.match("[对给让每按]", shadow) and cues.SUGGESTS_PROBLEM.search(shadow)
    return acts(shadow) and not doubtful


def mode_of_item(shadow: str, mode: Mode, restarted: bool) -> Mode:
    """What a marked clause is, where its list's lead leaves it open or it belies its lead."""
    names = bool(cues.NAMES_PROBLEM.search(shadow))
    if mode == "problem":
        if begins_measure(shadow) and not names:
            return "measure"
        return "measure" if restarted and acts(shadow) and not names else "problem"
    if mode == "open":
        if begins_measure(shadow) or (acts(shadow) and not _ends_in_lack(shadow)):
            return "measure"
        return "problem"
    return mode


def _ends_in_lack(shadow: str) -> bool:
    """公开内容不够全面, 更新不及时: the first part already says what is lacking."""
    first = shadow.split("，", 1)[0]
    lacks = cues.NAMES_PROBLEM.search(first) or _EXISTING.search(first)
    return bool(lacks) and not _MENDS.match(first)


def returns_to_problem(shadow: str) -> bool:
    """Whether prose that told measures tells a problem again."""
    if begins_measure(shadow) or acts(shadow):
        return False
    if _DASHED.match(shadow) and cues.SUGGESTS_PROBLEM.search(shadow):
        return True
    field = _IN_FIELD.match(shadow)
    if field is not None and field["at"] == "在" and passing.opens_cause(shadow[field.end() :]):
        return passing.lacks_for_cause(shadow[field.end() :])
    if passing.takes_up(shadow):
        return False
    parts = shadow.split("，")
    told = (p for p in parts if not (TIED.fullmatch(p) or generic.is_generic_problem(p)))
    first = next(told, parts[0])
    if re.match("个别|少数|有的|有些", first):
        return True
    if cues.SUGGESTS_PROBLEM.search(first) and any(map(cues.NAMES_PROBLEM.search, parts)):
        return True  # 由协管员兼任的占一半，流动快
    return bool(cues.NAMES_PROBLEM.search(first)) or bool(EXISTS.search(shadow))


def begins_plan(shadow: str) -> bool:
    """Whether a clause behind a list of what was done tells a plan."""
    return bool(_NEW_PLAN.match(shadow))


def adds_plan(shadow: str) -> bool:
    """同时，我们还将…: behind a list of measures, one more that is no point of it."""
    return bool(_ADDED.match(shadow))


def adds_to_list(shadow: str) -> bool:
    """管委会还将聘请…: one more, where no point of the list was explained."""
    return bool(_ADDED_TO_LIST.match(shadow))


def announced_by(shadow: str, done: bool | None) -> bool | None:
    """What the opening words of the first measure say of those that follow."""
    if re.match(rf"(?:同时，?)?(?:{cues.SELF})?(?:{cues.NEXT}|将|拟|计划|准备|打算)", shadow):
        return False
    if shadow.startswith("针对"):
        return None
    return done


def explains(words: str) -> bool:
    # 上述第三项，已改为…: what follows meets it, and explains nothing.
    return bool(_EXPLAINS.match(words)) and not _refers(words)


def gives_example(words: str) -> bool:
    return bool(re.match("比如|例如|譬如|诸如|如(?!果|何|期|实)", words))


def is_title(words: str) -> bool:
    return bool(_TITLE.fullmatch(words)) and acts(words)


def is_short(words: str) -> bool:
    """更新不够及时: names the lack and says no more of it."""
    return len(words) <= _MAX_TITLE and "，" not in words


def field_of(shadow: str) -> str:
    """The words around a field that opens a clause (在…上), so that fields can be told alike."""
    told = _IN_FIELD.match(shadow)
    return f"{told['at']}…{told['of']}" if told else ""


def opens_field(words: str, whole: str) -> bool:
    """Whether a measure begins with its field (队伍建设方面，…) where several do."""
    if not _FIELD.match(words):
        return False
    return len(re.findall(r"[^，。；：、]{2,14}方面，", whole)) > 1
