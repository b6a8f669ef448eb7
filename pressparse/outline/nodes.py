"""The outline while it is built and read: nodes with the stretches of text that they hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from pressparse.outline.passages import Passage
from pressparse.records import NodeKind

Part = Literal["header", "title", "subtitle", "body", "annex"]


@dataclass(slots=True)
class Node:
    """One block of the release: `stretches` are the source offsets (start, end) of its own text, line by line.

    `marker` is the bullet glyph or number as it stands in the text; `level` counts from 1; `part` says which part of
    the release the block belongs to.
    """

    kind: NodeKind
    part: Part
    marker: str | None
    stretches: list[tuple[int, int]]
    indent: int = 0
    level: int = 1
    id: str = ""
    children: list[Node] = field(default_factory=list)

    @property
    def start(self) -> int:
        return self.stretches[0][0]

    @property
    def end(self) -> int:
        return self.stretches[-1][1]

    def walk(self) -> Iterator[Node]:
        """The node and all below it, in document order."""
        # A stack of its own: nesting is the input's to choose, Python's recursion is not.
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


@dataclass(slots=True)
class Outline:
    """The blocks of a release as a tree (`roots`), by id (`nodes`), and cut into `passages`, all in document order.

    `title` and `subtitles` are nodes of the tree too; `issuer` is the issuing body's name as the header gives it.
    """

    roots: list[Node]
    nodes: dict[str, Node]
    passages: list[Passage]
    title: Node | None
    subtitles: list[Node]
    issuer: str | None
