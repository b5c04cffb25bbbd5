"""Markdown's tables: pipes between the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractor.reading.blocks import cell
from extractor.reading.document import Table
from extractor.reading.plain.markdown import cell_text

# A row may be broken over a few lines where a cell holds line breaks.
ROW_LINES = 12
_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
_BAR = re.compile(r"(?<!\\)\|")


def pipe_table(lines: Sequence[str], start: int) -> tuple[Table | None, int]:
    """The table whose first line is `start`, and the line after it; None, and the line up to
    which there is none.
    """
    if not _begins(lines, start):
        return None, start
    framed = lines[start].strip().startswith("|")
    bare = _bare_width(lines, start)
    rows: list[list[str]] = []
    index, rule_seen = start, False
    while index < len(lines):
        line = lines[index].strip()
        if not line:
            following = index + 1
            if not _goes_on(lines, following, framed):
                break
            index = following
            continue
        if not _BAR.search(line):
            break
        if _is_rule(line):
            if not rule_seen and len(rows) == 1 and not any(rows[0]):
                rows.clear()  # converters write a blank header where the source has none
            rule_seen = True
            index += 1
            continue
        text, index = _whole_row(lines, index, framed)
        rows.append(_split(text) if bare is None else _split_bare(text, bare))
    if not rows:
        return None, index
    cells = tuple(
        cell(r, c, cell_text(text)) for r, row in enumerate(rows) for c, text in enumerate(row)
    )
    return Table(cells, aligned=len({len(row) for row in rows}) == 1), index


def _begins(lines: Sequence[str], start: int) -> bool:
    """A rule below the first line, or at least two framed lines."""
    line = lines[start].strip()
    if not _BAR.search(line):
        return False
    _, after = _whole_row(lines, start, line.startswith("|"))
    following = lines[after].strip() if after < len(lines) else ""
    if _is_rule(following):
        return True
    return line.startswith("|") and line.count("|") > 1 and following.startswith("|")


def _is_rule(line: str) -> bool:
    return "|" in line and "-" in line and bool(_RULE.fullmatch(line))


def _goes_on(lines: Sequence[str], index: int, framed: bool) -> bool:
    """Whether the table goes on behind one blank line: with a row, not with a new header."""
    if not framed or index >= len(lines) or not lines[index].strip().startswith("|"):
        return False
    return index + 1 >= len(lines) or not _is_rule(lines[index + 1].strip())


def _whole_row(lines: Sequence[str], index: int, framed: bool) -> tuple[str, int]:
    """A row's text and the line after it; a framed row ends with a pipe, perhaps lines later."""
    text = lines[index].strip()
    if not framed or text.endswith("|"):
        return text, index + 1
    parts = [text]
    for after in range(index + 1, min(len(lines), index + ROW_LINES)):
        line = lines[after].strip()
        if not line or line.startswith("|"):
            break
        parts.append(line)
        if line.endswith("|"):
            return "\n".join(parts), after + 1
    return text, index + 1


def _bare_width(lines: Sequence[str], start: int) -> int | None:
    """The columns of a table written without outer pipes, where one at a row's edge sets a blank
    cell apart; None for all others.
    """
    rule = lines[start + 1].strip() if start + 1 < len(lines) else ""
    if not _is_rule(rule) or rule.startswith("|") or rule.endswith("|"):
        return None
    return rule.count("|") + 1


def _split_bare(text: str, width: int) -> list[str]:
    parts = [part.strip().replace("\\|", "|") for part in _BAR.split(text)]
    if len(parts) > width and not parts[0]:
        parts = parts[1:]
    return parts[:-1] if len(parts) > width and not parts[-1] else parts


def _split(text: str) -> list[str]:
    """The row's cells, without the outer pipes."""
    parts = [part.strip() for part in _BAR.split(text)]
    if text.startswith("|"):
        parts = parts[1:]
    if len(parts) > 1 and text.endswith("|") and not text.endswith("\\|"):
        parts = parts[:-1]
    return [part.replace("\\|", "|") for part in parts]
