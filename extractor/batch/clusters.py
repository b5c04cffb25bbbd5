"""Reports that hang together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator


class Clusters:
    """Union and find; a cluster's root is its first report."""

    def __init__(self, count: int) -> None:
        self._root = list(range(count))

    def of(self, report: int) -> int:
        root = report
        while self._root[root] != root:
            root = self._root[root]
        while self._root[report] != root:
            self._root[report], report = root, self._root[report]
        return root

    def link(self, one: int, other: int) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        self._root[second] = first

    def members(self) -> Iterator[list[int]]:
        """The clusters of more than one."""
        found: dict[int, list[int]] = defaultdict(list)
        for report in range(len(self._root)):
            root = self.of(report)
            if root != report:
                found[root].append(report)
        for root, others in found.items():
            yield [root, *others]
