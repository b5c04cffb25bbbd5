"""What is joined one by one falls into groups, each known by the number of one member."""

from __future__ import annotations


def root(parent: list[int], member: int) -> int:
    """The number by which the member's group is known; the way there gets shorter each time."""
    while parent[member] != member:
        parent[member] = parent[parent[member]]
        member = parent[member]
    return member
