"""The block grammar: a release's text becomes a tree of bullets, paragraphs, headings, notes, captions and tables.

`build` scans lines to blocks (`blocks`), sets the front matter apart (`front`), hangs the rest into a tree (`tree`) and
cuts every node's text into passages (`passages`), which are what the extractors read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressparse.outline import front
from pressparse.outline.blocks import ARTEFACT, find_blocks
from pressparse.outline.header import guess_issuer
from pressparse.outline.nodes import Node, Outline
from pressparse.outline.passages import Passage, clean
from pressparse.outline.tree import Tree, number
from pressparse.source import Source

_CELL_GAP = re.compile(r"\t+|[ \u00a0\u3000]{3,}| \| ")


def build(source: Source) -> Outline:
    """The outline of a release; any text has one, if only of paragraphs."""
    text = source.text
    blocks = find_blocks(text)
    before_body = front.split_front(text, blocks)
    front_nodes = front.front_nodes(text, front.cut_cells(text, blocks[:before_body]))
    tree = Tree(text)
    for block in blocks[before_body:]:
        tree.add(block)
    roots = front_nodes + tree.roots
    number(roots)
    nodes = [node for root in roots for node in root.walk()]
    return Outline(
        roots=roots,
        nodes={node.id: node for node in nodes},
        passages=_passages(text, nodes),
        title=next((node for node in front_nodes if node.part == "title"), None),
        subtitles=[node for node in front_nodes if node.part == "subtitle"],
        issuer=guess_issuer(text, [text[node.start : node.end] for node in front_nodes if node.part == "header"]),
    )


def _passages(text: str, nodes: list[Node]) -> list[Passage]:
    passages: list[Passage] = []
    clear = ARTEFACT.search(text) is None
    for node in nodes:
        for stretches in _cells(text, node) if node.kind == "table" or node.part == "header" else [node.stretches]:
            cleaned, raw, offsets = clean(text, stretches if clear else _without_artefacts(text, stretches))
            if cleaned:
                passages.append(Passage(len(passages), node.id, cleaned, raw, offsets))
    return passages


def _cells(text: str, node: Node) -> list[list[tuple[int, int]]]:
    """The cells of a table row or header line, each a stretch of its own."""
    return [[cell] for start, end in node.stretches for cell in _between(_CELL_GAP, text, start, end)]


def _without_artefacts(text: str, stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    return [rest for start, end in stretches for rest in _between(ARTEFACT, text, start, end)]


def _between(separator: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of text[start:end] that the separator parts."""
    reached = start
    for match in separator.finditer(text, start, end):
        yield reached, match.start()
        reached = match.end()
    yield reached, end
