"""Cases that stand alone in their words, and how each of them ended."""

from __future__ import annotations

from dataclasses import replace

from extractor.report.facts.gathering import Gathered
from extractor.report.facts.model import Fact


class Singles:
    """How each case ended, by its subject and place."""

    def __init__(self) -> None:
        self._ended: dict[tuple[str, int], tuple[str, Fact]] = {}
        self._counted: dict[str, set[int]] = {}
        """Where those stand that make up a subject's total together."""

    def count(self, key: str, starts: set[int]) -> None:
        """张某申请复议，…；另有一人申请复议: two, which are told one by one."""
        self._counted.setdefault(key, set()).update(starts)

    def end(self, gathered: Gathered, key: str, result: str, total: Fact, fact: Fact) -> None:
        """Takes the result of a case, unless its last word has been said."""
        if not self._is_last_word(gathered, key, result, total, fact):
            return
        own = self._counted.get(key, set())
        same = [
            told
            for (subject, start), (ended, told) in self._ended.items()
            if subject == key and start in own and ended == result
        ]
        if total.start in own and len(same) > 1:
            for earlier in [f for f in gathered.facts(result) if f.derived and f.year is None]:
                gathered.drop(result, earlier)
            gathered.add(result, replace(fact, value=len(same)))
        elif not gathered.told(result):
            gathered.add(result, fact)

    def _is_last_word(
        self, gathered: Gathered, key: str, result: str, total: Fact, fact: Fact
    ) -> bool:
        """一审败诉，二审改判驳回: one case ends one way, and the last court says which.

        一审维持，二审尚未审结: nobody can tell in which column such a case stands.
        """
        known = self._ended.get((key, total.start))
        self._ended[key, total.start] = (result, fact)
        if known is None or known[0] == result:
            return True
        if any(f is known[1] for f in gathered.facts(known[0])):
            gathered.drop(*known)
        return result != "pending" or known[0] == "other"  # 先中止，年底尚未审结
