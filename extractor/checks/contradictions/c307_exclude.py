"""C307: statements that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.contradictions.exclusions import Clash, clashes
from extractor.checks.contradictions.figures_told import section_at
from extractor.checks.contradictions.words_told import clause_around, heading_at, quoted
from extractor.checks.model import Case, Finding, Rule, Said


def check(case: Case) -> Iterator[Finding]:
    for clash in clashes(case):
        yield _finding(case, clash)


def _finding(case: Case, clash: Clash) -> Finding:
    first, second = (clause_around(case, *place) for place in (clash.first, clash.second))
    one, other = quoted(case, first), quoted(case, second)
    return Finding(
        message=Said(
            f"关于{clash.name.zh}的说法互相矛盾：“{one}”与“{other}”不能同时成立。请核对。",
            f"Statements about {clash.name.en} exclude each other. Please check both places.",
        ),
        section=section_at(case, second[0]),
        place=heading_at(case, second[0]),
        evidence=quoted(case, first, second),
        expected=one,
        found=other,
        confidence=clash.confidence,
        start=second[0],
        end=second[1],
        key=clash.name.zh,
    )


RULE = Rule(
    code="C307",
    name=Said("说法互相矛盾", "Statements exclude each other"),
    severity="warning",
    why=Said(
        "同一年里同一件事不能既有又没有：账号已停用又称正常更新，没有专职人员又称配备专职人员，未组织培训又称举办"
        "培训若干期，全部按期答复又称有超期答复。部分单位的情况、上半年和往年的情况、参加上级培训等不在此列。",
        "One thing of one year cannot be and not be: an account closed and run, no full-time staff "
        "and some, no training and training held, all answered in time and some late. What is said "
        "of a part, of another time, or of others is not meant.",
    ),
    bad="（五）监督保障：全年举办培训2期。……五、存在的主要问题：全年未组织培训。",
    good="（五）监督保障：参加县里培训2期。……五、存在的主要问题：全年未组织培训。",
    check=check,
)
