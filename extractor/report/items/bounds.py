"""Where in a clause a problem's naming begins and ends: behind leads, praise and turns."""

from __future__ import annotations

import re

from extractor.report.items import cues, generic, naming
from extractor.report.items.labels import NOUN_PROBLEM

_LEAD_CUT = re.compile(
    rf"(?:(?:主要|集中|突出|具体|分别|大体)(?:表现|体现|反映|集中)(?:在|为|于|出)"
    rf"|(?:表现|体现)(?:在|为))(?:以下(?:[几一二三四五]?个?(?:方面|点))?)?[：，]?"
    rf"|{NOUN_PROBLEM}(?:主要|集中|具体|突出)?(?:是|有|在于|为|包括)[：，]?"
    rf"|(?:{NOUN_PROBLEM}，?)(?:例如|比如|譬如|诸如|如|像|主要(?!表现|体现|反映|集中|在"
    rf"|有|存在|原因)(?:还?是)?)[：，]?"
    # 要说不足，就是…; 最大的短板要数…
    rf"|{NOUN_PROBLEM}[^，。；：]{{0,3}}，?(?:(?:那|便|恐怕|大概|主要|还)?就?是(?!否|有)(?:在于)?"
    r"|[就要当得应首](?:是|数|算是?|属|推))[：，]?"
    # 头一条是…, 再一条是…
    r"|(?:^|，)(?:[头再另又末]一|还有一|第[一二三四五])[条个件桩样项点处](?:问题|不足)?，?是(?!否)[：，]?"
    # 最要紧的是…, 比较突出的问题是…
    r"|(?:^|，)(?:其中|当前|目前)?(?:最|比较|较为|首要|次要|尤为)[^，。；是]{0,4}的(?:一[个点条件项])?，?(?:就?是(?!否)|要数|当[数属])[：，]?"
    r"|(?:^|，)(?:也|还|更|再)?在于|(?:^|，|(?<=[工公][作开][中上]))(?:主要|具体|突出)的?(?:是|有|为|存在|包括"
    r"|还是)[：，]?|(?:^|，)(?:[又再还]?比如"
    r"|[又再还]?例如|[又再还]?如(?!果|何|期|实))[：，]?"
)
# 存在…的情况: the frame says that what it holds is lacking, in whatever words.
_FRAMED = re.compile("[等的](?:问题|不足|现象|情况)$")
_MIN_FRAMED = 9
# 存在甲不全、乙不深等问题: lacks that are counted up are items, whatever was said before.
_ET_CETERA = re.compile("等[^，。；]{0,8}(?:问题|不足|现象|情况)")
_WORTHY = re.compile(
    r"(?:认真|严格|积极|深入|全面|扎实|切实)(?:贯彻|落实|学习|开展|推进|做好|组织|执行)"
    r"|取得|坚强领导|稳步|有序"
)
# 依申请公开方面，反复申请较多: the field belongs to what lacks in it, unless it is all of the work.
_FIELD_PART = re.compile(
    r"(?!.*(?:工作|问题|不足|以下|哪些))(?:[^，。；：、]{2,14}方面|在[^，。；：、]{2,12}(?:上|层面|环节))"
)
# 群众反映的排队进度问题，没有及时告知: what is lacking has its subject in front of the comma.
_TOPIC_LACKED = re.compile(
    rf"(?P<topic>(?!.{{0,16}}(?:存在|[仍还尚也]有|[不较差少低]))[^，。；]{{5,30}}{NOUN_PROBLEM})，(?:[^，。；]{{1,6}}(?:后|时|里))?(?:仍|还|尚|一直|始终|就|便|也|都)?(?:没有?|未|不|难以|无法)"
)
# 对群众反映的异味问题，处理结果公开慢: what it is about, and no lack of its own.
_ABOUT = re.compile(r"(?:对于?|关于)(?![照标比]|上述|以上)[^，。；]{4,30}(?:问题|现象|情况)")
_CAUSED = re.compile(r"(?:受|由于|因|鉴于|限于|囿于)[^，]{2,40}$")
_GENERIC_OPENING = re.compile(
    rf"[^，。；]{{0,12}}{NOUN_PROBLEM}(?:也|还|仍|依然|仍然)?(?:还是|不是没|确实|客观上?)?(?:有的|有|存在|不少|存在的)"
)
# 供暖信息少的问题今年有所缓解，但…: what was lacking before is better now.
_EASED = re.compile(
    r"^[^。；]{2,40}(?:有所|得到|已经?)(?:了)?(?:缓解|好转|改善|改观|减少|解决)，但"
)
# 未更新的账号16个，主要集中在乡镇: where, not what.
_IN_PLACE = re.compile(r"(?:主要|大多|多)?集中(?:在|于)")
_NEAR = 3


def problem_start(words: str, shadow: str, announced: bool) -> int | None:
    """Where in a clause of prose the problem's naming begins; None if it names none."""
    if cues.is_nil(words) or (naming.explains(words) and not announced):
        return None
    if _only_there_are(shadow):
        return None
    if _WORTHY.search(shadow) and not cues.NAMES_PROBLEM.search(shadow):
        return None
    led = _LEAD_CUT.match(shadow) or naming.says_problem_is(shadow)
    cut = None if announced and not led else _behind_lead(shadow)
    start = cut if cut is not None else _behind_praise(shadow)
    if announced and cut is None and not (cues.BUT.search(shadow) or opens_with_generic(shadow)):
        start = 0
    if start is None:
        return None
    rest = shadow[start:]
    if not rest:
        return None
    named = _unframed(rest) if cut is not None else rest
    if all(generic.is_generic_problem(part) for part in named.split("，") if part):
        # 具体表现为：公开内容与群众需求有差距 names what the gap is in.
        return start if announced and generic.has_subject(rest) else None
    return start if announced or cut is not None or _suggests(rest) else None


def _only_there_are(shadow: str) -> bool:
    """但受成立时间短等因素影响，还存在不少问题: why there are some, and not which."""
    parts = [part for part in shadow.split("，") if part]
    told = [part for part in parts if not _CAUSED.search(part) and not cues.is_praise(part)]
    caused = len(told) < len(parts)
    return (
        caused
        and bool(parts)
        and generic.there_are_some(parts[-1])
        and all(
            generic.is_generic_problem(part) or not cues.SUGGESTS_PROBLEM.search(part)
            for part in told
        )
    )


def turns_to_lack(shadow: str) -> bool:
    """参与渠道虽已开通，但实际使用率不高: what was done only sets off what lacks."""
    return not naming.begins_measure(shadow) and _behind_turn(shadow) is not None


def is_led(shadow: str) -> bool:
    """仍存在…, 主要表现在…: the clause itself announces what it names."""
    return _behind_lead(shadow) is not None


def _suggests(rest: str) -> bool:
    """A lack in a part that does more than say that there are some."""
    parts = (part for part in rest.split("，") if not generic.is_generic_problem(part))
    return any(cues.SUGGESTS_PROBLEM.search(cues.PRAISE.sub("", part)) for part in parts)


def opens_generally(shadow: str) -> bool:
    """同时，也要看到，与新要求相比，…: what looks back on all of the work begins anew."""
    opening = shadow.split("，")[:-1][:3]
    return any(generic.is_generic_problem(cues.BUT.sub("", part)) for part in opening)


def opens_with_generic(shadow: str) -> bool:
    """问题还是有的，…；…；…: the sentence's first words announce all that it lists."""
    first, _, rest = shadow.partition("，")
    return bool(rest) and bool(_GENERIC_OPENING.fullmatch(first))


def _behind_lead(shadow: str) -> int | None:
    """Behind 主要表现在, 问题是, 仍存在: the last of them that something still follows."""
    ends = [
        match.end()
        for match in _LEAD_CUT.finditer(shadow)
        if match.end() < len(shadow) and not _explains_lack(shadow, match)
    ]
    if ends:
        exists = naming.EXISTS.match(shadow, ends[0])
        return exists.end() if exists else ends[0]
    exists = naming.EXISTS.search(shadow)
    if exists and _names_before(shadow, exists.start()):
        return None
    framed = exists and len(shadow) - exists.end() >= _MIN_FRAMED and _FRAMED.search(shadow[-4:])
    if exists and (framed or cues.SUGGESTS_PROBLEM.search(shadow, exists.end())):
        content = _unframed(shadow[exists.end() :]).split("，")
        whole = generic.there_are(shadow[exists.start() :])
        if not whole and not all(generic.is_generic_problem(part) for part in content if part):
            begin = exists.end() + _generic_opening(shadow[exists.end() :])
            again = naming.EXISTS.match(shadow, begin)  # 还有不小差距，存在…的问题
            return again.end() if again else begin
    return None


def _names_before(shadow: str, exists: int) -> bool:
    """台账管理不够规范，存在要素不全、节点缺失的情况: what exists only shows the lack."""
    if not exists or shadow[exists - 1] != "，" or _ET_CETERA.search(shadow, exists):
        return False
    parts = (cues.PRAISE.sub("", part) for part in shadow[: exists - 1].split("，"))
    return any(
        cues.NAMES_PROBLEM.search(part)
        and not generic.is_generic_problem(part)
        and not _CAUSED.match(part)
        for part in parts
    )


def _generic_opening(content: str) -> int:
    """一些困难和问题，在工作机制等方面有待加强: how much of it names nothing yet."""
    first, _, rest = content.partition("，")
    named = not rest or cues.NAMES_PROBLEM.search(first) or not cues.NAMES_PROBLEM.search(rest)
    return 0 if named or not generic.is_generic_problem(first) else len(first) + 1


def _unframed(text: str) -> str:
    """只公告计划、不公告完成情况的问题: what the frame holds, if it holds more than a few words."""
    bare = _FRAMED.sub("", text)
    return bare if len(bare) >= _MIN_FRAMED else text


def _explains_lack(shadow: str, lead: re.Match[str]) -> bool:
    """数据衔接不畅，主要是三级系统有时间差: what was named in full is explained."""
    within = not lead.group().startswith("，")
    if within and not (shadow[: lead.start()].endswith("，") and _IN_PLACE.match(lead.group())):
        return False
    if within and cues.NAMES_PROBLEM.search(shadow, lead.end()):
        return False
    parts = [
        p for p in shadow[: lead.start()].split("，") if p and not generic.is_generic_problem(p)
    ]
    return any(cues.NAMES_PROBLEM.search(part) and not cues.is_praise(part) for part in parts)


def _behind_praise(shadow: str) -> int | None:
    """Behind praise and general parts; None if nothing but these is told."""
    turned = _behind_turn(shadow)
    if turned is not None:
        return turned
    position = 0
    tied: int | None = None
    opening = shadow.find("，") + 1
    dated = opening and naming.TIED.fullmatch(shadow[: opening - 1])
    topic = _TOPIC_LACKED.match(shadow, opening if dated else 0)
    if topic is not None and not topic["topic"].endswith(("些问题", "不足")):
        return 0
    for part in cues.parts_of(shadow):
        behind = cues.BUT.match(part)
        begin = behind.end() if behind else 0
        bare = part[begin:]
        if naming.TIED.fullmatch(bare) or _FIELD_PART.fullmatch(bare) or _ABOUT.fullmatch(bare):
            tied = position + begin if tied is None else tied
        elif bare and not cues.is_praise(bare) and not generic.is_generic_problem(bare):
            return position + begin if tied is None else tied
        else:
            tied = None
        position += len(part) + 1
    return None


def _behind_turn(shadow: str) -> int | None:
    """新媒体粉丝突破30万，但留言回复率低: behind 但, where nothing before it is lacking."""
    position = 0
    for place, part in enumerate(cues.parts_of(shadow)):
        if place and part.startswith("虽") and not _only_sets_off(shadow[: position - 1]):
            return None  # 超期答复14件，虽都办了延期，但…: what is lacking was told before
        behind = cues.BUT.match(part) if position else None
        if behind:
            rest = shadow[position + behind.end() :]
            parts = (p for p in rest.split("，") if not generic.is_generic_problem(p))
            if any(cues.SUGGESTS_PROBLEM.search(p) for p in parts):
                first = next(iter(rest.split("，")))
                return None if generic.is_generic_problem(first) else position + behind.end()
            return None
        if cues.NAMES_PROBLEM.search(cues.PRAISE.sub("", part)) and not _EASED.search(shadow):
            return None
        position += len(part) + 1
    return None


def _only_sets_off(text: str) -> bool:
    return all(
        cues.is_praise(part)
        or generic.is_generic_problem(part)
        or naming.TIED.fullmatch(part)
        or _FIELD_PART.fullmatch(part)
        for part in text.split("，")
    )


def trails_off(shadow: str) -> int:
    """手段运用不够充分等: how many characters at the end only say that there is more."""
    behind = re.search("等{1,2}$", shadow)
    ends = [found.end() for found in cues.NAMES_PROBLEM.finditer(shadow)]
    lacking = behind and ends and behind.start() - _NEAR <= ends[-1] <= behind.start()
    return len(behind.group()) if behind and lacking else 0


# （已整改：审批后7日内公布）, （正在整改：…）
_MET_WITHIN = re.compile(
    r"（(?:目前|现)?(?P<met>已经?(?:全部)?|正在|拟|将)?(?:完成)?(?:整改|改进|解决|落实|纠正)"
    r"(?:到位|完毕|中)?(?:措施|(?P<how>情况))?：(?P<told>[^（）]+)）$"
)


# （责任单位：办公室；完成时限：6月底前）: who and until when, and no part of the measure.
_COLUMNS = re.compile(
    r"（(?:(?:责任|牵头|配合|承办|主办|完成|整改|办理|办结|时限|期限)[^：（）]{0,6}：[^（）]*"
    r"|[^，；：（）]{2,12}(?:负责|牵头|落实)(?:[，；、][^（）]*)?)）$"
)


def columns_behind(text: str) -> re.Match[str] | None:
    """The bracket at a measure's end that tells a ledger's columns."""
    return _COLUMNS.search(text)


def met_within(text: str) -> re.Match[str] | None:
    """The bracket at a problem's end that tells its measure."""
    return _MET_WITHIN.search(text)


def problem_end(shadow: str) -> int:
    """Where a problem's naming ends: before a measure told in the same sentence."""
    turn = cues.TURNS_TO_MEASURE.search(shadow)
    return turn.start() if turn else len(shadow)
