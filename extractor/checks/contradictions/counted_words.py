"""What a figure counts, in words that can be compared: who, did what, of what, in which unit.

Two figures are of one quantity only if these words are the same. Left out are words that say the
same in every clause (the year, 我局, 共计); verbs that reports use for one another (举办, 组织开展)
stand for one. Whatever else a clause says makes its figure another quantity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractor.checks.contradictions.tellings import Figure, Telling

# A clause is no longer; what stands further in front is not looked at.
_REACH = 200
# 培训, 检查 alone name too little: of what, differs from place to place.
_CLOSELY = 4
_CUT = re.compile(r"[；;：:。！!？?（()）]|[，,](?!\d{3}(?!\d))")
_ENUMERATOR = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}(?:是|[.．、])|\d{1,2}[.．、]|[①-⑳●·※▪◆-])*(?:其中)?"
)
_WHOLE_YEAR = re.compile(
    r"(?:在|自)?(?:(?:19|20)\d\d年度?(?:以来|全年|内)?|全年度?|本年度?|年内|年度内|当年|今年(?:以来)?|一年来)"
)
_OURSELVES = re.compile(
    r"^(?:我|本)(?:[局委厅署办院县市区州镇乡]|街道|单位|机关|中心)(?:机关)?"
    r"|^(?:局|委|厅|署)(?=(?:官方|政务)?(?:微信)?公众号)"
)
_BY = re.compile(r"^(?:通过|利用|依托|运用|借助|在)(?=.*[“”号站])")
_VERBS = (
    ("α", r"(?:组织|举办|召开|开展|举行|安排)+"),
    ("β", r"(?:发布|推送|编发|推出|刊发|发出|推发|更新发布|发布推送)+"),
    ("γ", r"(?:承办|办理)"),
    ("δ", r"(?:答复|回复|办复)"),
    ("ε", r"(?:收到|接到|接收|接获|收悉)"),
    ("ζ", r"(?:现有|设有|建有|配有|拥有|配备|配(?=[专兼]职)|(?<=人员)有$)"),
    ("η", r"(?:设置|开设|设立)"),
    ("ι", r"(?:制作|录制|拍摄)"),
    ("κ", r"(?:开展检查|检查|抽查|巡查)(?=.)"),
)
_STOCK_VERBS = "ζ"
_SIGNS = "".join(sign for sign, _ in _VERBS)
# One group a verb: which of them it is tells the sign.
_VERB = re.compile("|".join(f"({words})" for _, words in _VERBS))
_ANY_VERB = "|".join(words for _, words in _VERBS)
_HOW_MANY = r"(?:共计|总共|一共|累计|合计|总计|(?<!公)共|先后|已经?|均|了|依法|及时|各类)+"
_FILLER = re.compile(
    rf"{_HOW_MANY}(?=(?:{_ANY_VERB})|$)|(?<=[\u4e00-\u9fff”])了(?=$)|(?:(?<=公开)(?:工作|业务))+"
)
# 只有2名 laments what 有2名 tells.
_ONLY = re.compile(r"(?<!不)[只仅](?=[\u4e00-\u9fff])(?![是限要])")
_AFTER_VERB = re.compile(rf"(?P<verb>{_ANY_VERB}){_HOW_MANY}")
_OPENNESS = re.compile(r"政务(?:信息)?公开|政府信息公开|(?<!政府)(?<!政务)信息公开")
_ACCOUNT = r"公众号|订阅号|服务号|微博|抖音号?|视频号|头条号|快手号?"
_MEDIUM = re.compile(
    rf"(?:官方|政务|新浪|腾讯)*(?:官方)?(?:微信)?(?P<kind>{_ACCOUNT})(?:平台|账号)?上?"
)
_MEDIUM_FIRST = re.compile(rf"(?P<kind>{_ACCOUNT})(?P<name>[“\"「][^”\"」]{{1,20}}[”\"」])")
_POST = re.compile(r"(?:各类|政务|政府|图文|工作)*(?:信息|文章|稿件|消息|推文|图文|内容|资讯)$")
_SUBJECT = re.compile(rf"{_ACCOUNT}|[”\"」]|网站|门户|信箱|热线")
# What every place of a report may count: of whom or of what it is, another clause said.
_VAGUE = re.compile(
    r"(?:发现|查出|征集|征求|采纳|整改|反馈|回收|发放|梳理|排查|参训|参加)*(?:各类|相关|有关|公众|群众|政务|政府|社会|征求|主要|重要|重点|工作)*(?:信息|文章|稿件|问题|意见|建议|会议|活动|文件"
    r"|材料|事项|人员|内容|任务|措施|制度|数据|图片|视频|作品|培训|检查|稿|栏目|动态|业务|案件)*"
)
_SUFFIX = re.compile(r"(?<=培训)班|(?<=解读)(?:材料|稿件?|信息)")
_JOINED = re.compile(r"^(?:、|和|及|与|以及|或)+")
_LONGEST_NOUN = 16
_EXPLAINED = re.compile(r"^[（(][^）)]*(?:含|除|不计|口径|其中不)")
_NOT_ONE = re.compile(
    r"分别|各(?![类项种])|平均|人均|每|至少|最多|不低于|不少于|不超过|新增|增[加设至到]|增长|减少|下降|提高|超额|再次|首次|又|另"
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A figure's words, normalised for comparison, and how its clause tells them."""

    words: str
    """Who did what of what; verbs by one sign."""
    whole: bool
    """Said to be all of the year."""
    start: int
    """Where the clause begins in the sentence."""
    closely: bool
    """Whether the words tell by themselves what is counted."""
    stock: bool
    """What there is at the year's end (现有专职人员): needs no 全年."""
    clause: str


def wording(
    telling: Telling, figure: Figure, year: int | None, agency: str | None
) -> Wording | None:
    """The words of a figure; None where they do not say plainly what it counts."""
    start = clause_start(telling.text, figure.start)
    clause = _left(telling, figure, start)
    if clause is None or _NOT_ONE.search(clause) or not of_year(clause, year):
        return None
    before = telling.text[clause_start(telling.text, start - 1) : max(0, start - 1)]
    timed = _WHOLE_YEAR.fullmatch(_own(before, agency)) is not None
    whole = timed or _WHOLE_YEAR.search(clause) is not None
    if re.search("累计|至今|以来", clause) and not whole:
        return None  # since the account was opened
    told = _with_noun(
        _plain(clause, agency), telling.text[figure.end : figure.end + _LONGEST_NOUN + 1]
    )
    if told is None:
        return None
    words = _post_dropped(told)
    marked = whole or re.search(r"(?<!公)共(?!同|享|建)", clause) is not None
    stock = any(sign in words for sign in _STOCK_VERBS) and not whole
    if stock:  # 办公室配兼职人员2名, 办公室兼职人员有2名
        words = "".join(sorted(words, key=lambda sign: sign in _STOCK_VERBS))
    return Wording(words, marked, start, _tells_closely(words), stock, clause)


def clause_start(text: str, place: int) -> int:
    """Where the clause begins that holds what stands in front of a place."""
    first = max(0, place - _REACH)
    return max((cut.end() for cut in _CUT.finditer(text, first, max(first, place))), default=first)


def of_year(words: str, year: int | None) -> bool:
    return all(int(found) == year for found in re.findall(r"((?:19|20)\d\d)年", words))


def _left(telling: Telling, figure: Figure, start: int) -> str | None:
    """The clause in front; in a list (办理建议12件、提案8件) with the verb of its beginning."""
    within = [f for f in telling.figures if start <= f.start and f.end <= figure.start]
    if not within:
        return telling.text[start : figure.start]
    joint = telling.text[within[-1].end : figure.start]
    noun = _JOINED.sub("", joint)
    if noun == joint:
        return None
    head = telling.text[start : within[0].start]
    verb = _VERB.search(head)
    if verb is None or _VERB.match(noun):
        return noun if verb else None
    return head[: verb.end()] + noun


def _own(words: str, agency: str | None) -> str:
    words = _ENUMERATOR.sub("", words)
    if agency:
        words = words.replace(agency, "")
    return _OURSELVES.sub("", words)


def _plain(clause: str, agency: str | None) -> str:
    """The clause without what every clause may say."""
    words = _WHOLE_YEAR.sub("", _own(clause, agency))
    words = _BY.sub("", _OURSELVES.sub("", words))
    words = _OURSELVES.sub("", words)
    words = _OPENNESS.sub("公开", words)
    words = _AFTER_VERB.sub(r"\g<verb>", _FILLER.sub("", _ONLY.sub("", words)))
    words = _VERB.sub(lambda found: _SIGNS[int(found.lastindex or 1) - 1], words)
    words = _MEDIUM.sub(r"\g<kind>", words)
    return _MEDIUM_FIRST.sub(r"\g<name>\g<kind>", words)


def _with_noun(told: str, behind: str) -> str | None:
    """举办培训3期, or 举办3期培训; more words behind a figure make it another quantity."""
    if _EXPLAINED.match(behind):
        return None
    noun = re.split(r"[，,；;：:。！!？?（()）、\n]|(?:和|及|以及|并)", behind)[0]
    if not noun:
        return _SUFFIX.sub("", told)
    ends_in_verb = bool(told) and told[-1] in _SIGNS
    if not ends_in_verb or len(noun) > _LONGEST_NOUN or "的" in noun:
        return None
    return _SUFFIX.sub("", told + _OPENNESS.sub("公开", noun))


def _post_dropped(words: str) -> str:
    """An account posts 信息, 文章, 图文: all it posts."""
    return _POST.sub("", words) if re.search(f"(?:{_ACCOUNT}).*β", words) else words


def _tells_closely(words: str) -> bool:
    first = re.search(f"[{_SIGNS}]", words)
    verb = first.group() if first else ""
    if verb and verb in _STOCK_VERBS:
        verb, words = "", words.replace(verb, "")
    who, _, what = words.partition(verb) if verb else (words, "", "")
    if _SUBJECT.search(words):
        return bool(verb)
    return len(who) + len(what) >= _CLOSELY and not _VAGUE.fullmatch(what if verb else who)
