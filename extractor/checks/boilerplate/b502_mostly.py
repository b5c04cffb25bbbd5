"""B502: a section that is mostly boilerplate, or an aspect of section one that is nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.checks.boilerplate.b505_vague_problems import told_vaguely
from extractor.checks.boilerplate.facts_told import plain, readable
from extractor.checks.boilerplate.repeated import place_of
from extractor.checks.boilerplate.stock_phrases import stock_phrases
from extractor.checks.boilerplate.substance import Part, parts, tells_anything
from extractor.checks.model import Among, Finding, Rule, Said

# Published reports are more than half boilerplate, and aspects end with a phrase or two: reviewers
# say 泛泛而谈 where next to nothing else is left. Development reports lie below 0.66 or above 0.76.
_OVERVIEW, _OVERVIEW_LEAST = 0.72, 240
_ISSUES, _ISSUES_LEAST = 0.8, 80
# A single aspect or a short section: nothing but boilerplate, and enough of it to be judged.
_ALONE, _ALONE_LEAST = 0.9, 45
_IN_DOUBT_LEAST = 70
# An overview of five short aspects, none long enough to be judged alone.
_ALTOGETHER_LEAST, _ALTOGETHER_SENTENCES = 75, 4
_FACTS_IN = 5
"""So many sentences may stand beside one fact, for a section that counts as mostly boilerplate."""
_SURE = 0.9


def check(among: Among) -> Iterator[Finding]:
    for whole, *aspects in parts(among).values():
        empty = _empty(among, whole, aspects)
        if empty:
            yield _finding(whole, empty)


def _empty(among: Among, whole: Part, aspects: Sequence[Part]) -> list[Part]:
    """The section itself, or the aspects of it that are nothing but boilerplate."""
    if whole.section == "overview":
        if _mostly(whole, _OVERVIEW, _OVERVIEW_LEAST) or _altogether(among, whole, aspects):
            return [whole]
        return [aspect for aspect in aspects if _nothing_else(aspect)]
    if whole.section == "issues":
        whole = _without_problems(among, whole)
        return [whole] if _mostly(whole, _ISSUES, _ISSUES_LEAST) else []
    return [whole] if _nothing_else(whole) else []


def is_empty(among: Among, whole: Part, aspects: Sequence[Part]) -> bool:
    return bool(_empty(among, whole, aspects))


def _mostly(part: Part, share: float, least: int) -> bool:
    if part.share < share or part.length("stock") < least:
        return False
    return part.facts * _FACTS_IN <= len(part.sentences) or part.share >= _ALONE


def _nothing_else(part: Part) -> bool:
    """No fact, and no nil statement: that nothing happened may be all there is to say."""
    if part.facts or part.of("nil") or part.share < _ALONE:
        return False
    stock = part.of("stock")
    if part.length("stock") < _ALONE_LEAST:
        return False
    if all(one.sentence.confidence["substance"] >= _SURE for one in stock):
        return True
    long = part.length("stock") >= _IN_DOUBT_LEAST
    doubted = [one.sentence for one in stock if one.sentence.substance == "boilerplate"]
    return long and any(stock_phrases(one.text) for one in doubted)


def _altogether(among: Among, whole: Part, aspects: Sequence[Part]) -> bool:
    """Every aspect is told in stock sentences and nothing else: no word of its own, no fact, not
    even in a list's lead, and not that nothing happened."""
    stock = whole.of("stock")
    if len(stock) < _ALTOGETHER_SENTENCES or whole.length("stock") < _ALTOGETHER_LEAST:
        return False
    if whole.of("own") or whole.of("nil") or len(aspects) < _ALTOGETHER_SENTENCES:
        return False
    return not any(
        tells_anything(one) for one in among.record.sentences if one.section == "overview"
    ) and all(
        stock_phrases(one.sentence.text) or one.sentence.confidence["substance"] >= _SURE
        for one in stock
    )


def _without_problems(among: Among, whole: Part) -> Part:
    """Vague problems are told by B505 already: then only the rest is judged."""
    told = {id(one) for one in told_vaguely(among)}
    if not told:
        return whole
    rest = tuple(one for one in whole.sentences if id(one.sentence) not in told)
    return Part(whole.section, whole.aspect, whole.title, rest)


def _finding(whole: Part, empty: Sequence[Part]) -> Finding:
    first = empty[0].samples()[0]
    samples = " / ".join(f"“{readable(plain(one.text))}”" for one in empty[0].samples()[:2])
    share = f"{min(part.share for part in empty):.0%}"
    titles = "、".join(part.title or "" for part in empty if part.title)
    where = f"“{titles}”" if titles else "本节"
    return Finding(
        message=Said(
            f"{where}泛泛而谈：{share}的文字放在哪个单位、哪一年都成立，几乎没有可以核对的内容，例如：{samples}",
            f"{share} of {titles or 'this section'} would fit any agency and any year, and hardly "
            f"anything can be checked, such as: {samples}",
        ),
        section=whole.section,
        place=titles or None,
        evidence=first.text,
        expected="本单位本年的数字、文件、平台、做法",
        found=share,
        confidence=0.8,
        at=place_of(first),
        key=f"B502|{whole.section}",
    )


RULE = Rule(
    code="B502",
    name=Said("泛泛而谈", "Mostly boilerplate"),
    severity="warning",
    why=Said(
        "国办格式要求“不能遗漏，也不宜泛化”，对敷衍塞责的要追责。一节（或总体情况中的一个方面）几乎全是放在哪个"
        "单位、哪一年都成立的话，没有数字，没有本单位的文件、平台、日期和做法，就等于没有报告。没有发生的事项写"
        "“无”不算空话；有空话但也写了事实的不提示；字数太少的不判断。",
        "The form asks reports not to be generalised, and makes agencies answerable where they are "
        "perfunctory. Told where a section, or an aspect of section one, holds hardly anything of "
        "its own: no figure, document, platform, date or act. Plain nil statements are no "
        "boilerplate, and a few facts among phrases are enough.",
    ),
    bad="（五）监督保障。局领导班子高度重视，切实加强组织领导，层层压实责任，形成了齐抓共管的良好格局，为信息公开"
    "工作提供了坚强保障。",
    good="（五）监督保障。办公室2人兼职；5月参加县里培训1次；第三季度通报指出的1条坏链当天修好。",
    among=check,
)
