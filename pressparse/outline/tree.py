"""From blocks to a tree: how deep a bullet stands is told by how this release uses its markers and indents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from pressparse.outline import sections
from pressparse.outline.blocks import Block
from pressparse.outline.markers import RUN_IN, RUN_IN_GLYPH, Marker, marker_at
from pressparse.outline.nodes import Node, Part
from pressparse.records import NodeKind

_DEEPER = 2
"""Columns by which a line must be indented further to stand below the line before it."""
_HEADING = "heading"


@dataclass(frozen=True, slots=True)
class _Open:
    """A node that may still get children, and how its marker stood."""

    node: Node
    style: str
    rank: float
    indent: int


class Tree:
    """Takes the body's blocks one by one and hangs each under the node it belongs to."""

    def __init__(self, text: str) -> None:
        self.roots: list[Node] = []
        self._text = text
        self._open: list[_Open] = []
        self._main_style: str | None = None
        self._seen: dict[str, int] = {}

    def add(self, block: Block) -> None:
        """Hang one block into the tree."""
        kind = kind_of(self._text, block)
        part: Part = "annex" if self._open and self._open[0].node.part == "annex" else "body"
        if block.marker is not None and not block.marker.is_note:
            self._add_bullet(block, block.marker, part)
        elif kind == "heading":
            annex = sections.is_annex(self._text, block.start, block.end)
            node = self._node(block, kind, "annex" if annex or part == "annex" else "body")
            self.roots.append(node)
            self._open = [_Open(node, _HEADING, -1.0, -99)]
        elif kind in ("caption", "contact"):
            # They belong to no bullet; what follows one hangs under none before it, so that the order is the text's.
            self.roots.append(self._node(block, kind, part))
            self._open = []
        else:
            # A note may stand at the indent of the bullet that it explains; a paragraph there stands beside it.
            deepest = block.indent if kind == "note" else block.indent - _DEEPER
            while self._open and self._open[-1].indent > deepest:
                self._open.pop()
            self._hang(self._node(block, kind, part))

    def _add_bullet(self, block: Block, marker: Marker, part: Part) -> None:
        if self._main_style is None and part == "body":
            self._main_style = marker.style
        elif marker.style == self._main_style and part == "body" and self._open and self._open[0].style == _HEADING:
            # "≪ Outline of the fair ≫" in the midst of the release: the release's own bullets go on after it.
            self._open = []
        self._seen.setdefault(marker.style, len(self._seen))
        self._close_for(marker, block.indent)
        node = self._node(block, "bullet", part)
        self._hang(node)
        self._open.append(_Open(node, marker.style, marker.rank, block.indent))
        _split_run_in(self._text, node)

    def _close_for(self, marker: Marker, indent: int) -> None:
        """Close the nodes that the bullet does not stand under."""
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth].style == marker.style:
                deeper = indent >= self._open[depth].indent + 2 * _DEEPER and indent >= self._open[-1].indent + _DEEPER
                del self._open[len(self._open) if deeper else depth :]
                return
        while self._open:
            top = self._open[-1]
            lower = self._is_lower(marker, top)
            if indent >= top.indent + _DEEPER or (lower and indent > top.indent - _DEEPER):
                return
            if lower and all(self._is_lower(marker, other) and other.style != _HEADING for other in self._open):
                # Indented less, yet by its glyph a lower level than all that is open: a typist's slip.
                return
            self._open.pop()

    def _is_lower(self, marker: Marker, other: _Open) -> bool:
        """Whether the marker's level is below the other's by rank, or by what this release used first: ◆ over ◇."""
        return (marker.rank, self._seen[marker.style]) > (other.rank, self._seen.get(other.style, -1))

    def _hang(self, node: Node) -> None:
        siblings = self._open[-1].node.children if self._open else self.roots
        node.level = len(self._open) + 1
        siblings.append(node)

    def _node(self, block: Block, kind: NodeKind, part: Part) -> Node:
        marker = block.marker.text if block.marker else None
        return Node(kind, part, marker, block.stretches, block.indent)


def kind_of(text: str, block: Block) -> NodeKind:
    """What an outline node made of the block is."""
    start, end = block.start, block.end
    if block.marker is not None:
        return "note" if block.marker.is_note else "bullet"
    if sections.is_caption(text, start, end):
        return "caption"
    if len(block.stretches) == 1 and sections.is_heading(text, start, end):
        return "heading"
    if sections.is_contact(text, start, end) and end - start < 400:
        return "contact"
    return "table" if block.table else "paragraph"


def _split_run_in(text: str, node: Node) -> None:
    """Make the items of a list within a sentence children: "∘ △ A △ B", "attended by △ A △ B and △ C"."""
    cuts = [
        match
        for start, end in node.stretches
        if RUN_IN_GLYPH.search(text, start, end)
        for match in RUN_IN.finditer(text, start, end)
    ]
    if len(cuts) < (1 if cuts and cuts[0].start() == node.start else 2):
        return
    first = cuts[0].start()
    stretches = node.stretches
    bounds = [(match.end(), following.start()) for match, following in pairwise(cuts)]
    bounds.append((cuts[-1].end(), node.end))
    for match, (start, end) in zip(cuts, bounds, strict=True):
        part = _within(stretches, start, end)
        if part:
            marker = marker_at(text, match.start(), match.start() + 1)
            glyph = marker.text if marker else match[0].strip()
            node.children.append(Node("bullet", node.part, glyph, part, node.indent, node.level + 1))
    node.stretches = _within(stretches, stretches[0][0], first) or [(first, first)]


def _within(stretches: Iterable[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """The parts of the stretches between two offsets."""
    cut = ((max(start, first), min(end, last)) for first, last in stretches)
    return [(first, last) for first, last in cut if first < last]


def number(roots: Iterable[Node]) -> None:
    """Give every node its id: "1", "1.1", "1.1.1"; what stands before the body "h1", "h2"."""
    front = body = 0
    for root in roots:
        if root.part in ("header", "title", "subtitle"):
            front += 1
            root.id = f"h{front}"
        else:
            body += 1
            root.id = str(body)
        stack = [root]
        while stack:
            node = stack.pop()
            for place, child in enumerate(node.children, start=1):
                child.id, child.level = f"{node.id}.{place}", node.level + 1
                stack.append(child)
