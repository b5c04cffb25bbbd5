"""S101: a statutory section is missing."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.structure.parts import ENGLISH, TITLES, heading_place, missing_sections
from extractor.report.outline import SECTIONS, Section, SectionKey

# Where hardly any heading was found, the reading of the headings may be at fault.
_FEW_FOUND = 3
_SURE, _DOUBTFUL = 0.97, 0.6


def check(case: Case) -> Iterator[Finding]:
    present = case.report.outline.sections
    for key in missing_sections(case):
        before = _before(present, key)
        title = TITLES[key]
        after = f"，应在“{heading_place(before, before.key)}”之后" if before else ""
        yield Finding(
            message=Said(
                f"没有第{title[0]}部分“{title}”{after}；没有内容也要保留标题并写明“无”。",
                f"There is no {ENGLISH[key]}; even an empty part keeps its heading.",
            ),
            section=key,
            place=title,
            expected=title,
            found="；".join(heading_place(s, s.key) for s in present) or "没有找到任何部分的标题",
            confidence=_SURE if len(present) >= _FEW_FOUND else _DOUBTFUL,
            start=before.heading.start if before and before.heading else None,
            end=before.heading.end if before and before.heading else None,
            key=key,
        )


def _before(present: tuple[Section, ...], key: SectionKey) -> Section | None:
    """The last part that the form has in front of the missing one."""
    order = SECTIONS.index(key)
    earlier = [s for s in present if SECTIONS.index(s.key) < order]
    return earlier[-1] if earlier else None


RULE = Rule(
    code="S101",
    name=Said("缺少法定部分", "A statutory section is missing"),
    severity="error",
    why=Said(
        "格式规定六个部分，“不能遗漏，也不宜泛化”；没有内容的部分也要列出标题并说明。",
        "The form has six sections and none may be left out, even where there is nothing to tell.",
    ),
    bad="“三、收到和处理政府信息公开申请情况”之后直接是“四、存在的主要问题及改进情况”。",
    good="“四、政府信息公开行政复议、行政诉讼情况”下面列出全为 0 的表格。",
    check=check,
)
