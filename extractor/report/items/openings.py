"""Openings that name nothing of their own: 仍有一些薄弱环节需要正视, 来年要把这几件事办好.

They stand beside what they announce. Alone in a section, they are all that it says, and stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.report.items import bounds, cues, generic, naming
from extractor.report.items.clauses import Clause
from extractor.report.items.labels import NOUN_PROBLEM, label_of
from extractor.report.items.state import State

_SEEN = (
    rf"(?:(?:我们|{cues.SELF})?(?:也|还|同时)?(?:要|应当?|必须)?(?:清醒|深刻|充分)?地?"
    r"(?:看到|认识到|意识到|感到|注意到|发现)了?)?"
)
# 工作中, 我镇政府信息公开工作, 街道信息公开: all of the work; 依申请公开工作 is a field of it.
_ALL_OF_IT = (
    rf"(?:(?:{cues.SELF}|[\u4e00-\u9fff]{{1,10}}?(?:局|委|办|厅|府|镇|乡|街道|县|区|市|省|处|院|站|所|校|集团))的?)?在?"
    r"(?:(?:(?:政府信息|政务|信息|[村校院厂居厅]务)?公开)?的?(?:各项|这项|此项|实际|日常|具体|整体)?工作"
    r"|(?:政府信息|政务|信息|[村校院厂居厅]务)公开)?"
    r"的?(?:推进|开展|落实|实施)?(?:过程)?[中里上]?"
)
_STILL = "(?:也|还|仍然?|依然|依旧|尚|均|都|确实|难免|客观上|不同程度地?)*"
_AMEND = (
    "(?:正视|重视|解决|改进|面对|关注|改善|弥补|补齐|加强|提高|完善|提升|克服|破解|研究|整改|努力)"
)
_TO_AMEND = (
    r"(?:仍?需要?|有待|亟[待需]|急需|值得|须|应当?|必须)(?:我们)?(?:于?在[^，。；]{0,10}[中里])?"
    rf"(?:引起|高度|进一步|认真|切实|着力|尽快|加以|予以|下大力气|并|地)*{_AMEND}+"
)
_SOME = "(?:一些|有?些|不少|许多|很多|诸多|若干|部分|一定|几[个点处]|某些|这样或?那样|或多或少)?的?"
_KIND = (
    rf"(?:(?:{_TO_AMEND}|不容(?:忽视|回避|乐观|小视)|不(?:尽|够|太|甚|大)?(?:如人意|如意|完善|完美|足|理想|到位|令人满意|让人满意|相?适应)"
    r"|与[^，。；]{2,24}?不(?:相|太|够|尽)?(?:适应|符合?|相符|称|匹配)"
    r"|薄弱|突出|明显|客观存在|共性|现实|实际|具体|较?大|不小)的?)*"
)
_WHAT = rf"(?:{NOUN_PROBLEM}|地方|之处|环节|方面)"
_THERE_ARE = re.compile(
    rf"{_SEEN}{_ALL_OF_IT}{_STILL}(?:存在|有|暴露出?|面临)(?:着|了)?{_SOME}{_KIND}"
    rf"{_WHAT}(?:(?:和|与|及|、){_WHAT})*(?:{_TO_AMEND}|做得?(?:还|也)?不[够太]?(?:好|到位))?"
    # 与上级要求和群众期待还有不小距离
    rf"|{_SEEN}{_ALL_OF_IT}(?:与|同|和|距离?|离)[^，。；]{{2,40}}?{_STILL}(?:有|存在)着?"
    r"(?:一定|较大|不小|一些|很大|明显|不少|相当)的?(?:差距|距离|落差)"
    # 问题也是明摆着的
    rf"|{NOUN_PROBLEM}(?:也|还|仍|依然|都|却|同样|确实)*是?"
    r"(?:明摆着|客观存在|显而易见|不容(?:忽视|回避)|摆在(?:那里|眼前|面前)|实实在在)的?"
    rf"|{_TO_AMEND}"
)
# 由于人手紧, 加之任务重: why there are some, whatever it names.
_WHY = re.compile("由于|因(?!此)|受|鉴于|限于|囿于|加之|加上|再加上|虽|尽管")

_PUBLIC_WORK = r"[^，。；、]{0,14}(?:公开|工作|水平|质量)"
_THESE = r"(?:上述|以上|前述|这些|这几[个件项条]|存在的?)[^，。；、]{0,6}"
_WELL = (
    "(?:逐[一项条]|一一|切实|认真|尽快|全面|有效|彻底|妥善|着力|真正|都|加以|予以|得到|进行|作出)*"
)
# 进一步提高认识, 压实责任: what any sentence may vow.
_VOW = re.compile(
    r"(?:进一步|认真|切实|不断|持续|努力|着力|全面|继续|更加|并)*"
    r"(?:(?:提高|统一|深化)(?:思想|政治)?(?:认识|站位)|(?:压实|落实|强化|明确|夯实)(?:工作|主体|各方)?(?:责任|担当)"
    r"|(?:强化|细化|完善|实化|采取)(?:有[力效]|工作|切实|得力|过硬)?(?:措施|举措)|(?:补|补齐)短板|强弱项"
    r"|(?:加强|强化)(?:组织)?领导|(?:加大|强化)(?:工作|推进)?力度|(?:狠抓|抓好)(?:工作)?落实"
    r"|(?:转变|改进)(?:工作)?作风|(?:总结|吸取)(?:经验|教训)(?:教训)?|查漏补缺|再接再厉|努力)"
    rf"|(?:对|把|将|就|推动|促进|促使|使)?{_THESE}(?:问题|不足|短板|弱项|差距|事情?|工作)(?:和不足|弱项)?{_WELL}"
    r"(?:解决|改进|整改|办好|办实|抓好|抓实|做好|落实|改好|改掉|补上|补齐|克服|改正)(?:到位|好|落实)?"
    r"|(?:始终)?坚持?(?:把|将)[^，。；、]{2,20}(?:公开|工作)(?:工作)?(?:放在|摆在|摆上|作为)[^，。；、]{2,20}"
    r"|(?:紧紧?)?围绕[^，。；、]{2,16}(?:关切|需求|期盼|期待|诉求)"
    r"|从[^，。；、]{1,8}(?:方面|环节|层面)(?:着手|入手|发力|抓起)"
    rf"|(?:推动|促进|促使|推进|使|把|将)?{_PUBLIC_WORK}(?:再|持续|不断|稳步|全面)*"
    r"(?:(?:提高|提升|推|迈|上|登|达|走)(?:到|向|进|上|上了)?(?:一个)?(?:更高|新)的?(?:水平|台阶|高度|阶段|层次)"
    r"|(?:取得|实现)[^，。；、]{0,2}新的?(?:成效|突破|进展|成绩)|开创新局面|提质增效|向好发展)"
)
# 以更高的标准、更实的举措推动…
_SPIRIT = re.compile(
    r"以(?:更[^，。；]{1,12}的?[^，。；、]{2,4}、?)+(?=推动|促进|做好|抓好|推进|把|$)"
)
_AHEAD = re.compile(
    rf"{cues.NEXT}|针对|[为对]此|(?:{cues.DATED}，)?[^，。；]{{0,16}}(?:将|拟|计划|准备|打算|(?<![主需重必])要)"
)


def is_vague(shadow: str) -> bool:
    """仍有一些薄弱环节需要正视, behind praise or causes: that there are some, and not which."""
    told = False
    turned = not cues.BUT.search(shadow)
    for part in cues.parts_of(shadow):
        behind = cues.BUT.match(part)
        turned = turned or behind is not None
        bare = part[behind.end() :] if behind else part
        if _THERE_ARE.fullmatch(bare):
            told = True
        elif not (generic.is_generic_problem(bare) if told else _is_harmless(bare, turned)):
            return False
    return told


def _is_harmless(part: str, turned: bool) -> bool:
    """Praise, a comparison, a cause; behind 但 nothing that only might be a lack, either."""
    if cues.is_praise(part) or generic.is_generic_problem(part) or _WHY.match(part):
        return True
    lack = cues.SUGGESTS_PROBLEM if turned else cues.NAMES_PROBLEM
    return not lack.search(cues.PRAISE.sub("", part))


def opens_problems(state: State, index: int) -> bool:
    """A vague clause of prose behind which a lack is told."""
    clause = state.clauses[index]
    if clause.mark is not None or state.inside or clause.stop not in ("。", "；"):
        return False
    if not is_vague(state.shadow(clause)):
        return False
    return any(_names_lack(state, other) for other in _until_measures(state, index))


def _until_measures(state: State, index: int) -> Iterator[Clause]:
    for clause in state.clauses[index + 1 :]:
        words, shadow = state.words(clause), state.shadow(clause)
        if label_of(words, state.year) is not None or naming.begins_measure(shadow):
            return
        yield clause


def _names_lack(state: State, clause: Clause) -> bool:
    words, shadow = state.words(clause), state.shadow(clause)
    if not cues.NAMES_PROBLEM.search(shadow) or is_vague(shadow):
        return False
    return bounds.problem_start(words, shadow, announced=False) is not None


def is_vow(words: str) -> bool:
    """2025年，我镇将进一步提高认识、压实责任，对上述问题逐一加以解决: that much will be done."""
    rest = generic.behind_head(words)
    if rest == words or not _AHEAD.match(words):
        return False
    return all(_vows(part) for part in rest.split("，") if part)


def _vows(part: str) -> bool:
    bare = _SPIRIT.sub("", generic.behind_head(part) or part)
    if generic.is_generic_measure(bare) or _VOW.fullmatch(bare):
        return True
    pieces = [piece for piece in bare.split("、") if piece]
    return all(_VOW.fullmatch(piece) or generic.is_slogan(piece) for piece in pieces)


def opens_measures(state: State, index: int) -> bool:
    """A vow of prose behind which a measure is told."""
    clause, following = state.clauses[index], state.following(index)
    if clause.mark is not None or following is None or clause.stop not in ("。", "\n"):
        return False
    if (state.inside and not clause.opens_line) or not is_vow(state.words(clause)):
        return False
    return following.mark is None and _is_told(state, following)


def _is_told(state: State, clause: Clause) -> bool:
    """Whether a clause behind a vow is a measure of its own."""
    words, shadow = state.words(clause), state.shadow(clause)
    if label_of(words, state.year) is not None or clause.stop == "？":
        return False
    if naming.explains(words) or generic.is_slogan(words) or is_vow(words):
        return False
    lacks = cues.NAMES_PROBLEM.search(shadow.split("，", 1)[0])
    return not lacks or naming.begins_measure(shadow) or naming.acts(shadow)
