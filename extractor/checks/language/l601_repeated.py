"""L601: repeated word or phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractor.checks.language.like_sounding import words_of_the_genre
from extractor.checks.language.lines import Line, finding, lines
from extractor.checks.language.listed_twice import listed_twice
from extractor.checks.language.twice import phrases_twice
from extractor.checks.model import Case, Finding, Rule, Said

_SURE, _LIKELY = 0.9, 0.8
# Single words that nobody doubles; what stands around them may make them parts of others.
_SINGLE = re.compile(
    r"(?<![实存现正所自好重旨贵内潜外])在在(?![线校编职册建岗读途场])|(?<![目有])的的(?![确士])|(?<![自理事来])由由|(?<![除为])了了(?![解然之])|(?<![平谐温暖共])和和(?![美气平谐])"
    r"|(?<![于但还就凡可总若只正要尤])是是(?!非)|(?<![参给赋])与与(?![会])|(?<![以涉普波])及及(?!时)"
    r"|(?<![合吞兼归撤裁])并并(?![入网轨发购且])|我我|本本(?=局|镇|办|单位|机关|年度)|将将(?![军士领帅来近])"
)
# Words whose second copy never begins another word here.
_WORDS = (
    "进行 积极 认真 按照 根据 通过 以及 不断 严格 加强 切实 及时 全面 深入 持续 扎实 完善 推进"
    " 提高 提升 工作 情况 我局 本局 我镇 我办 我厅 我县 全年 本年度 全县 群众 问题 存在 制度 机制"
    " 有关 相关 进一步 公众 单位 部门 开展 落实 组织 重点 已经 主要 政务 条例 报告 召开 聘请 邀请"
    " 批示 参训 举办 印发 修订 发布 受理 收到 作出 建立 设立 设置 开设 开通 组建 成立 配备 编印"
    " 回应 推送 转发 实现 坚持 强化 细化 深化 健全 增强 确保 明确 接受 接到 予以 给予 由于 但是"
    " 并且 其中 目前 此外 共计 累计 分别 仍然 尚未 采取 采纳 针对 围绕 依托 借助 联合"
    " 督促 指导 协助 承办 参加 参与 汇报 听取 通报 约谈 走访 征集 收集 梳理 清理 废止 制作 派发"
    " 发放 张贴 摆放 新增 更新 关停 注销 访问 浏览 播放 点击 年度"
)
_KNOWN = frozenset(_WORDS.split())
_WORD = re.compile(r"([\u4e00-\u9fff]{2,3})\1+")
# Quick to see: a line with none of them holds no repeated word.
_DOUBLED = re.compile(r"([\u4e00-\u9fff]{1,3})\1")
# 部门部门 and the like may end one name and begin another: 组织组织部, 工作工作量.
_GOES_ON = re.compile(
    r"(?:公众[号参]|参与[度者权方]|访问[量者]|浏览[量者]|点击[量率]|更新[率量]|承办(?:单位|部门|人)|播放量|清理(?:结果|目录)|约谈人|征集(?:意见|期)|组织部|落实[情处]|工作(?:日|量|组|人员|者|站|室|群)|问题导向|部门间|年度(?![，。；、])|报告[厅会]|单位内部|条例释义|情况(?:通报|反映|说明))"
)
# 县人民政府办公室办公室主任, 政府信息公开信息公开专栏, and what is counted one by one.
_NO_PHRASE = re.compile(
    r"^(?:办公室|委员会|[\u4e00-\u9fff]?一[\u4e00-\u9fff]一|信息公开|公开信息|政府信息|[\d一二三四五六七八九十百千万零〇]+)$"
)
# 可通过可以通过县政府网站查阅: two ways to begin, both left.
_MAY_TWICE = re.compile(r"可以?([\u4e00-\u9fff]{2})可以?\1")
_LIST_ITEM = re.compile(r"(?:[一二三四五六七八九十]是|[）)、.．]|^\s*)$")
# Any word that is one (培训培训2次) unless the second begins a longer: 申请申请人, 公开公开栏.
_TWO = re.compile(
    r"([\u4e00-\u9fff]{2})\1(?![，。；、！？：）)]|$|[人书者栏率量员师费表方证点站窗日室部局厅科股处办单件项栏区费型性化类])"
)
# Noun and verb in one (本规定规定), and what begins many names.
_NEVER_TWICE = re.compile(
    "规定|代表|要求|申请|领导|信息|政府|人民|[一二三四五六七八九十百千万两几年月日个多逐每]"
)
_SHORTEST_SENTENCE = 10
_FEWEST_CHARACTERS = 2


def check(case: Case) -> Iterator[Finding]:
    for line in lines(case):
        covered = -1
        for start, end, sure in _repeated(line):
            if start >= covered:
                covered = end
                yield _finding(case, line, line.start + start, line.start + end, sure)
    yield from _sentences(case)


def _repeated(line: Line) -> list[tuple[int, int, float]]:
    """Start, end and sureness of what stands twice."""
    text = line.text
    found = []
    if _DOUBLED.search(text):
        found += [(m.start(), m.end(), _SURE) for m in _SINGLE.finditer(text)]
        words = (m for m in _WORD.finditer(text) if m[1] in _KNOWN and not _joined(text, m))
        found += [(m.start(), m.end(), _SURE) for m in words]
        found += [(*place, _LIKELY) for place in _doubled(text)]
    if "可" in text:
        found += [(m.start(), m.end(), _SURE) for m in _MAY_TWICE.finditer(text)]
    found += [(*place, _LIKELY) for place in listed_twice(text)]
    for start, second, end in phrases_twice(text):
        copy = text[second:end]
        apart = second - start > len(copy)
        item = apart and _LIST_ITEM.search(text[:start]) is not None
        if not item and not _NO_PHRASE.match(copy) and _has_words(copy):
            found.append((start, end, _LIKELY if apart else _SURE))
    return sorted(found, key=lambda place: (place[0], -place[1]))


def _doubled(text: str) -> Iterator[tuple[int, int]]:
    """A known word that stands twice and begins nothing else."""
    words = words_of_the_genre()
    for match in _TWO.finditer(text):
        word = match[1]
        known = word in words.very_common and word[1] + word[0] not in words.very_common
        behind_compound = word == "公开" and text[: match.start()].endswith(("信息", "政务"))
        excluded = _NEVER_TWICE.search(word) or _GOES_ON.match(text, match.start() + len(word))
        if known and word[0] != word[1] and not behind_compound and not excluded:
            yield match.span()


def _joined(text: str, match: re.Match[str]) -> bool:
    """Whether the second copy begins a longer word."""
    half = match.start() + len(match.group()) // 2
    return _GOES_ON.match(text, half) is not None


def _has_words(words: str) -> bool:
    """Figures may repeat: 12条12条 comes of a table's cells in one line."""
    return sum("\u4e00" <= char <= "\u9fff" for char in words) >= _FEWEST_CHARACTERS


def _sentences(case: Case) -> Iterator[Finding]:
    """A sentence that stands twice in a row."""
    for first, second in pairwise(case.sentences):
        told = "".join(first.told.text.split())
        if len(told) < _SHORTEST_SENTENCE or told != "".join(second.told.text.split()):
            continue
        start, end = second.told.start, second.told.end
        if case.text[first.told.end : start].strip():
            continue
        section = case.report.outline.section(second.told.section) if second.told.section else None
        heading = section.heading.text if section and section.heading else None
        line = Line(start, end, told, second.told.section, second.told.heading or heading, False)
        yield _finding(case, line, start, end, _SURE, "整句重复")


def _finding(
    case: Case, line: Line, start: int, end: int, sure: float, what: str = "重复"
) -> Finding:
    words = case.report.flow.printed(start, end).strip()
    return finding(
        case,
        line,
        start,
        end,
        Said(f"文字{what}：“{words}”，请删去一处。", f"Words stand twice: {words}."),
        found=words,
        confidence=sure,
    )


RULE = Rule(
    code="L601",
    name=Said("字词重复", "Repeated word or phrase"),
    severity="hint",
    why=Said(
        "连写两遍的字、词、句多是删改或粘贴所致。县人民政府政府信息公开这类前后两个词相接的不算。",
        "Words that stand twice in a row are left by editing or pasting. Where one word ends and"
        " another begins with the same characters, it is none.",
    ),
    bad="我局认真认真落实《条例》要求，公开信息126条的的内容已核对。",
    good="临溪县人民政府政府信息公开专栏全年公开信息126条。",
    check=check,
)
