"""States that reports deny in one place and affirm in another, by words that leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from extractor.checks.contradictions.denials import NOT, OUR_WORK, TAIL, N, denied, pattern
from extractor.checks.contradictions.statements import Statement
from extractor.checks.model import Said

# No report denies one thing more often; a hostile text is not compared with itself.
_MOST = 20


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that either was or was not."""

    name: Said
    hint: str
    """One of these words must stand in the clauses: most reports deny little."""
    denied: re.Pattern[str]
    affirmed: re.Pattern[str]
    not_affirmed: re.Pattern[str] | None = None
    """Words that make the affirmation another matter (协办建议)."""
    about: re.Pattern[str] | None = None
    """What the sentence of the affirmation must speak of."""


def _motions(zh: str, en: str, hint: str, noun: str) -> Matter:
    return Matter(
        Said(zh, en),
        hint,
        pattern(
            rf"{NOT}(?:承办|收到|办理|涉及|接到|需要?办理)?(?:过|的)?(?:任何)?(?:[省市县区]级?)?"
            rf"(?:[^，主重逾]{{0,10}}[、和及与])?(?:[省市县区]级?)?{noun}(?:(?:[、和及与])[^，]{{0,8}})?(?:办理)?(?:任务|事项|情况)?"
        ),
        re.compile(
            rf"(?:承办|办理|办复|办结|答复|收到)[^，；]{{0,20}}?{noun}(?:共|合计|分别)?{N}件"
        ),
        re.compile("协办|会办|参与|配合"),
    )


_STAFF = Matter(
    Said("专职人员", "full-time staff"),
    "职",
    pattern(
        rf"{NOT}(?:配备|配置|设立?|安排|明确)?(?:过|了)?(?:任何|一[名个])?{OUR_WORK}?(?:工作)?的?"
        rf"专职(?:的)?{OUR_WORK}?(?:工作)?(?:人员|干部|信息员|人手)"
        r"|(?:[^，]{0,10}(?:人员|人手|经办人))?(?:均|都|全部)(?:为|是|系|由)?兼职(?:人员)?"
    ),
    re.compile(
        rf"(?<!兼)专职(?:的)?{OUR_WORK}?(?:工作)?(?:人员|干部|信息员)?{N}[人名]"
        rf"|{N}名?{OUR_WORK}?专职(?:工作)?人员"
    ),
    # Of another office (河长办).
    re.compile(r"(?<!公开)办(?![公理事])|站|所|队|(?<!服务)中心"),
)
_ACCOUNTABILITY = Matter(
    Said("责任追究", "accountability"),
    "",
    pattern(
        rf"(?:{NOT}|未发生|未出现|没有发生|无人|没有人)(?:发生|出现)?(?:任何)?(?:因为?[^，]{{0,18}})?(?:受到?|被)?(?:责任追究|追究[^，]{{0,6}}责任|追责|问责|[党政]?[纪务]?处分)"
        r"(?:的)?(?:情况|情形|事项|人员|问题|事件)?"
    ),
    re.compile(
        rf"(?:对|有)[^，；]{{0,10}}{N}(?:名|人)[^，；]{{0,16}}(?:追究了?[^，；]{{0,4}}责任|责任追究|问责|追责|处分|诫勉)"
        rf"|(?:问责|追责)了?[^，；]{{0,6}}{N}(?:人|名|起)"
        r"|给予?了?[^，；]{0,12}(?:警告|记过|党纪|政务)[^，；]{0,2}处分"
    ),
    about=re.compile("公开|信息|答复|发布|更新|停更|因此"),
)
_GROUP = Matter(
    Said("领导小组", "leading group"),
    "领导小组",
    pattern(rf"{NOT}(?:成立|设立|建立)(?:过|了)?{OUR_WORK}?(?:工作)?领导小组{TAIL}"),
    re.compile(
        r"^(?:[我本]?[局委厅办署院镇乡])?有(?:政务公开|(?:政府)?信息公开)?(?:工作)?领导小组$|"
        rf"^(?:[我本]?[局委厅办署院镇乡])?(?:成立|调整|充实)了?[^，；]{{0,14}}{OUR_WORK}(?:工作)?领导小组"
        rf"|^[我本]?[局委厅办署院镇乡]{OUR_WORK}(?:工作)?领导小组[^，；]{{0,6}}(?:召开|研究|下设|组长)"
    ),
)
_OF_OPENNESS = r"(?:对|就|有关|关于|涉及|针对)?(?:政务公开|(?:政府)?信息公开|公开)(?:工作)?的"
_COMPLAINTS = Matter(
    Said("对公开工作的投诉举报", "complaints about openness"),
    "收|接|受理",
    pattern(
        rf"{NOT}(?:收到|接到|受理)(?:过)?(?:任何|群众)?{_OF_OPENNESS}(?:社会)?(?:投诉|举报)(?:[、和及或](?:投诉|举报))?(?:事项|件|信件)?"
    ),
    re.compile(rf"(?:收到|接到|受理)[^，；]{{0,4}}{_OF_OPENNESS}(?:投诉|举报){N}[件起次]"),
)
_SURVEY = "(?:评估|测评|考核|考评|评议)"
_SCORED = rf"(?:工作)?{_SURVEY}[^，；]{{0,8}}得\d"


def _assessed(whose: str, denied_of: str, scored: str) -> Matter:
    return Matter(
        Said(f"{whose}考核测评", "assessments"),
        "评|考核",
        pattern(rf"{NOT}(?:参加|接受|参与)(?:过|了)?(?:任何)?{denied_of}(?:工作)?{_SURVEY}"),
        re.compile(scored),
    )


_ABOVE = r"(?:[县市区省](?:里|级)?|上级)?的?(?:政务公开|政府信息公开)"
_INNOVATION = Matter(
    Said("工作创新", "innovation"),
    "创新",
    pattern(
        r"(?:没有|无)(?:任何)?(?:政务公开|政府信息公开|信息公开|公开)?(?:工作)?的?创新(?:性)?(?:事项|做法|举措|工作|亮点|情况)?"
    ),
    re.compile(
        r"(?:评为|获评|入选|列为)[^，；。]{0,14}创新(?:案例|做法|举措|项目)|(?:是|作为)[^，；]{0,8}一项(?:工作)?创新"
    ),
    re.compile("[县市省]里|兄弟|学习|借鉴"),
)
MATTERS = (
    _COMPLAINTS,
    _assessed("上级", _ABOVE, rf"^在?{_ABOVE}{_SCORED}"),
    _assessed(
        "第三方",
        "第三方(?:机构)?(?:政务公开|政府信息公开)?",
        rf"第三方(?:机构)?{_SURVEY}[我本][局委厅办署院镇乡][^，；]{{0,4}}得\d",
    ),
    _INNOVATION,
    _STAFF,
    _ACCOUNTABILITY,
    _GROUP,
    _motions(
        "人大代表建议",
        "suggestions of deputies",
        "建议",
        r"(?:人大|代表)[^，；\d、和及]{0,4}(?:建议|议案)",
    ),
    _motions(
        "政协提案",
        "motions of the consultative conference",
        "提案",
        r"政协(?:委员)?[^，；\d、和及]{0,2}提案",
    ),
)

# 我局网站未被通报, and 我局网站因更新不及时被通报.
_BLAME = r"(?:通报批评|通报(?!表)|约谈)"
_NOT_BLAMED = re.compile(rf"(?:未|没有|未曾)(?:发生|出现)?被{_BLAME}(?:的)?(?:情况|情形|问题)?$")
_BLAMED = re.compile(
    rf"(?:[我本][局委厅办署院镇乡](?:网站|公众号)?|网站|公众号)(?:因[^，]{{1,16}})?被[^，]{{0,8}}?{_BLAME}"
)
_SITE = re.compile("网站|公众号|微博|专栏")
_CHECK = re.compile(r"[^，；]{2,24}(?:检查|抽查|普查|测评|督查|考核)")


def matter_clashes(
    told: Sequence[Statement], year: int | None, agency: str
) -> Iterator[tuple[Said, Statement, Statement]]:
    for matter in MATTERS:
        yield from _of_matter(matter, told, year, agency)
    yield from _blamed(told, year)
    yield from _awarded(told, year, agency)


def _of_matter(
    matter: Matter, told: Sequence[Statement], year: int | None, agency: str
) -> Iterator[tuple[Said, Statement, Statement]]:
    denials = [
        s
        for s in told
        if _hinted(matter, s) and denied(matter.denied, s.text, agency) and s.own() and s.told()
    ]
    if not denials:
        return
    affirmed = (s for s in told if _hinted(matter, s) and _affirms(matter, s))
    for other in islice(affirmed, 2 * _MOST):
        for denial in denials:
            if _apart(denial, other) and denial.excludes(other, year):
                yield matter.name, denial, other
                return


def _hinted(matter: Matter, statement: Statement) -> bool:
    return any(hint in statement.text for hint in matter.hint.split("|"))


def _affirms(matter: Matter, statement: Statement) -> bool:
    if not matter.affirmed.search(statement.text) or not statement.told():
        return False
    if matter.not_affirmed and matter.not_affirmed.search(statement.text):
        return False
    if matter.about and not matter.about.search(statement.sentence):
        return False
    return statement.own() and re.match("[未没无]", statement.text) is None


def _apart(one: Statement, other: Statement) -> bool:
    """In one sentence the one explains the other; in section five what was lacking is then done."""
    return one.order != other.order and not one.section == other.section == "issues"


def _blamed(
    told: Sequence[Statement], year: int | None
) -> Iterator[tuple[Said, Statement, Statement]]:
    denials = [s for s in told if _NOT_BLAMED.search(s.text) and s.own() and s.told()][:_MOST]
    for denial in denials:
        check = _CHECK.search(denial.around)
        for other in told:
            match = _BLAMED.search(other.text) if "被" in other.text else None
            if match is None or not other.own() or not other.told() or denial.order == other.order:
                continue
            same = _site(denial) == _site(other)
            same = same and (check is None or check.group() in other.around)
            if same and denial.excludes(other, year):
                yield Said("被通报情况", "public criticism"), denial, other
                return


def _site(statement: Statement) -> str:
    match = _SITE.search(statement.text)
    return match.group() if match else ""


# 没有做法获评市级以上典型案例, and 获评全市创新案例: as high as is denied, or higher.
_RANKS = "县市省国"
_LEVEL = r"(?:全)?(?P<level>[国省市县区])(?:家|级|里)?"
_PRIZE = r"(?:典型|优秀|创新|示范)?(?:案例|表彰|做法|称号)"
_RANK = _LEVEL.replace("level", "rank")
_NO_AWARD = pattern(
    rf"(?:没有|无)(?:任何)?(?:做法|经验|案例|工作)?(?:获评|入选|获得|被评为|荣获)(?:过)?"
    rf"{_RANK}(?:及)?(?P<up>以上)?"
    rf"(?:政务公开|政府信息公开)?(?:的)?{_PRIZE}"
)
_AWARD = re.compile(
    rf"(?:获评|入选|评为|列为|荣获){_LEVEL}[^，；]{{0,10}}?(?:典型|优秀|创新|示范)(?:案例|做法)"
)


def _awarded(
    told: Sequence[Statement], year: int | None, agency: str
) -> Iterator[tuple[Said, Statement, Statement]]:
    for denial in [s for s in told if s.text.startswith(("没有", "无", "年内", "全年", "本年"))]:
        none = denied(_NO_AWARD, denial.text, agency)
        if none is None or not denial.told():
            continue
        for other in told:
            award = _AWARD.search(other.text)
            if award is None or not _apart(denial, other) or not other.told():
                continue
            low, high = _rank(none["rank"]), _rank(award["level"])
            if (high == low or (none["up"] and high > low)) and denial.excludes(other, year):
                yield Said("获评案例", "awards"), denial, other
                return


def _rank(level: str) -> int:
    return _RANKS.index("县" if level == "区" else level)
