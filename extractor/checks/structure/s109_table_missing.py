"""S109: a statutory table is missing though the document's other tables are readable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.checks.model import Case, Finding, Rule, Said
from extractor.checks.structure.parts import (
    TABLE_OF,
    TITLES,
    heading_place,
    not_read,
    prose,
    stands_inside,
    table_of,
)
from extractor.reading.document import Picture, Table
from extractor.report.forms import TableKey
from extractor.report.outline import SectionKey

_NUMBERS: dict[TableKey, str] = {"disclosure": "表二", "applications": "表三", "disputes": "表四"}
# The table may stand in another file.
_ELSEWHERE = re.compile("附件|附表|附图|附后|下图|如图|见图|点击")
# Words of the form's tables: a table that has them and was not understood is a doubt of reading.
_FORM_WORDS = re.compile(
    "第二十条|规章|规范性文件|行政许可|行政处罚|行政强制|事业性收费|新收|结转|予以公开|不予|自然人"
    "|商业企业|结果维持|结果纠正|尚未审结|其他结果"
)


def check(case: Case) -> Iterator[Finding]:
    for name in missing_tables(case):
        key: SectionKey = name
        section = case.report.outline.section(key)
        place = heading_place(section, key)
        text = prose(case, section) if section else ""
        others = "、".join(_NUMBERS[table.key] for table in case.report.tables.present())
        heading = section.heading if section else None
        yield Finding(
            message=Said(
                f"“{place}”下没有{_NUMBERS[name]}（{others}能正常读取）；没有数字也要列表填 0。",
                f"There is no statutory table ({_NUMBERS[name]}) under this heading.",
            ),
            section=key,
            place=_NUMBERS[name],
            evidence=text if 0 < len(text) <= _MOST_SHOWN else place,
            expected=f"{TITLES[key][2:]}表",
            found="没有表格",
            confidence=0.9,
            start=heading.start if heading else None,
            end=heading.end if heading else None,
            key=name,
        )


_MOST_SHOWN = 80


def missing_tables(case: Case) -> list[TableKey]:
    """Statutory tables that are not there, where others are and their section is."""
    readable = [t for t in case.report.tables.present() if t.key not in case.unread]
    return [name for key, name in TABLE_OF.items() if readable and _lacks(case, key, name)]


def _lacks(case: Case, key: SectionKey, name: TableKey) -> bool:
    section = case.report.outline.section(key)
    if section is None or table_of(case, key) is not None or not_read(case, name):
        return False
    if stands_inside(case, section, Picture) or _ELSEWHERE.search(prose(case, section)):
        return False
    return not any(_has_form_words(block) for block in stands_inside(case, section, Table))


def _has_form_words(block: object) -> bool:
    return isinstance(block, Table) and any(_FORM_WORDS.search(c.text) for c in block.cells)


RULE = Rule(
    code="S109",
    name=Said("缺少法定表格", "A statutory table is missing"),
    severity="error",
    why=Said(
        "第二、三、四部分各有一张法定表格；没有数字也要列表，不能只写一句话。",
        "Sections two to four each have a statutory table, to be printed even if all is zero.",
    ),
    bad="“四、……”下面只写“本年度未发生行政复议和行政诉讼”，没有表格。",
    good="列出表格，各栏填 0。",
    check=check,
)
