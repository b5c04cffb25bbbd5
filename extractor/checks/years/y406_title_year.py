"""Y406: the title's year against period, text and signature."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.years.mentions import year_mentions
from extractor.checks.years.reported_year import report_year
from extractor.checks.years.voices import NAMES, odd_title


def check(case: Case) -> Iterator[Finding]:
    odd = odd_title(case, year_mentions(case))
    title = case.report.identity.title
    if odd is None or title is None:
        return
    found, year = odd.year.value, report_year(case)
    zh = "、".join(NAMES[name].zh for name in odd.others)
    en = ", ".join(NAMES[name].en for name in odd.others)
    also = "（统计期限也写成了同一年）" if odd.with_period else ""
    yield Finding(
        message=Said(
            f"标题写{found}年，而{zh}都是{year}年{also}：请核对标题的年份。",
            f"The title says {found}, but {en} say {year}.",
        ),
        place="标题",
        evidence=case.report.flow.printed(title.start, title.end),
        expected=f"{year}年",
        found=f"{found}年",
        start=title.start,
        end=title.end,
        key="title",
    )


RULE = Rule(
    code="Y406",
    name=Said("标题年份不符", "Wrong year in the title"),
    severity="error",
    why=Said(
        "报告年度以标题、统计期限、落款和正文中多数所指为准；标题与其余不一致，多因沿用往年文件。",
        "The year is what most of title, period, signature and text say; a title that stands"
        " alone is left over from another year's file.",
    ),
    bad="标题为2022年度报告，统计期限为2023年1月1日至12月31日，落款2024年1月16日。",
    good="标题为2023年度报告，统计期限为2023年1月1日至12月31日，落款2024年1月16日。",
    check=check,
)
