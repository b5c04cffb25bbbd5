"""Lists as people's spreadsheet programs save them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Literal

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from extractor.decisions.cells import harmless
from extractor.decisions.model import Verdict
from extractor.decisions.returned import read_returned
from extractor.outputs.columns import Column

_QUOTING: tuple[Literal[0, 1], ...] = (csv.QUOTE_MINIMAL, csv.QUOTE_ALL)
# Every example writes its files anew.
ANY_FOLDER = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None
)


@dataclass(frozen=True, slots=True)
class Manner:
    """Order, encoding, separator, quoting and language of one list; `chance` sorts its rows."""

    order: Sequence[str]
    chance: Random
    encoding: str = "utf-8"
    delimiter: str = ","
    quoting: Literal[0, 1] = csv.QUOTE_MINIMAL
    lang: str = "zh"
    newline: str = "\r\n"

    def saved(self, rows: Sequence[dict[str, str]], columns: Sequence[Column]) -> bytes:
        """Rows by their columns' keys; a column that is not ours has some text everywhere."""
        heads = {c.key: c.head.en if self.lang == "en" else c.head.zh for c in columns}
        out = io.StringIO(newline="")
        writer = csv.writer(out, delimiter=self.delimiter, quoting=self.quoting)
        writer.writerow([heads.get(key, key) for key in self.order])
        for row in self.chance.sample(rows, len(rows)):
            writer.writerow([harmless(row.get(key, "新加的")) for key in self.order])
        return out.getvalue().replace("\r\n", self.newline).encode(self.encoding)


@st.composite
def manners(draw: st.DrawFn, columns: Sequence[Column]) -> Manner:
    order = draw(st.permutations([column.key for column in columns]))
    added = [f"新列{number}" for number in range(draw(st.integers(0, 3)))]
    return Manner(
        order=[*order, *added],
        chance=draw(st.randoms()),
        encoding=draw(st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])),
        delimiter=draw(st.sampled_from([",", "\t", ";"])),
        quoting=draw(st.sampled_from(_QUOTING)),
        lang=draw(st.sampled_from(["zh", "en"])),
        newline=draw(st.sampled_from(["\r\n", "\n"])),
    )


def read(path: Path) -> dict[str, Verdict]:
    """The verdicts of a list all of whose rows can be taken."""
    returned = read_returned(path)
    assert returned.not_taken == ()
    return {given.flag: given.verdict for given in returned.given}
