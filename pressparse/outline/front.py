"""The front matter: the header block, the title and the subtitles."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from pressparse.outline import sections
from pressparse.outline.blocks import Block
from pressparse.outline.header import is_header
from pressparse.outline.nodes import Node

_MOST_BLOCKS = 40
"""A header block longer than this is none: the text is a list or a table without a title."""
_MOST_SUBTITLES = 6
_LONG = 160
"""Characters from which a line that ends like a sentence belongs to the body, dashed or not."""

_BAR = re.compile(r"\s+\|\s+")
_OPENING_MARK = re.compile(r"[-–—~∼:〜\s]*")
_CLOSING_MARK = re.compile(r"\s*[-–—~∼〜]\s*$")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?$")
_ONE_LINE_TITLE = re.compile(r"(?P<title>[^\n]{10,300}?\S)\s+[-–—~]\s+(?P<subtitle>\S[^\n]{5,400}?)\s+[-–—~]$")


def split_front(text: str, blocks: list[Block]) -> int:
    """How many of the blocks stand before the body: header lines, title and subtitles."""
    titled = False
    for index, block in enumerate(blocks[:_MOST_BLOCKS]):
        if block.marker is not None and not (titled and _is_subtitle(text, blocks, index)):
            return index
        line = block.text(text)
        if _is_header(text, block, line):
            continue
        ended = _SENTENCE_END.search(line) is not None
        if not titled and block.marker is None:
            if len(line) > (_LONG if ended else 2 * _LONG):
                return index
            titled = True
        elif len(line) > _longest(block, ended=ended) or (
            block.marker is None and block.after_blank and sections.is_heading(text, block.start, block.end)
        ):
            return index
    return 0 if len(blocks) > _MOST_BLOCKS else len(blocks)


def _longest(block: Block, *, ended: bool) -> int:
    """Characters that a subtitle may have: few where it stands apart and ends like a sentence."""
    if not ended:
        return 2 * _LONG
    return _LONG // 2 if block.after_blank and block.marker is None else _LONG


def _is_subtitle(text: str, blocks: list[Block], index: int) -> bool:
    """Whether a bullet behind the title is a subtitle: dashed, or short and followed by bullets of a higher level."""
    marker = blocks[index].marker
    if marker is None or marker.style == "dash" or marker.is_note:
        return True
    line = blocks[index].text(text)
    if len(line) > _LONG or _SENTENCE_END.search(line):
        return False
    others = (
        b.marker for b in blocks[index + 1 : index + _MOST_SUBTITLES] if b.marker and b.marker.style != marker.style
    )
    following = next(others, None)
    return following is not None and following.rank < marker.rank


def front_nodes(text: str, blocks: list[Block]) -> list[Node]:
    """The front matter as nodes, each a part of the header, the title or a subtitle."""
    nodes: list[Node] = []
    contact: Block | None = None
    titled = False
    for block in blocks:
        goes_on = contact is not None and not titled and block.marker is None and block.indent > contact.indent
        if goes_on or (sections.is_contact(text, block.start, block.end) and not (block.marker and titled)):
            contact = contact or block
            nodes.append(_node(block, "header", contact=True))
            continue
        contact = None
        if block.marker is None and _is_header(text, block, block.text(text)):
            nodes.append(_node(block, "header"))
        elif titled:
            nodes.append(_subtitle(text, block))
        elif block.marker is None:
            nodes += _title(text, block)
            titled = True
        else:
            nodes.append(_node(block, "header"))
    return nodes


def cut_cells(text: str, blocks: list[Block]) -> list[Block]:
    """The blocks, with lines such as "KFS News | Jun. 19, 2024 | From hill to sea …" cut where a bar parts them."""
    cut: list[Block] = []
    for block in blocks:
        start, end = block.start, block.end
        bars = [bar.span() for bar in _BAR.finditer(text, start, end)] if len(block.stretches) == 1 else []
        for (_, left), (right, _) in pairwise([(start, start), *bars, (end, end)]):
            if left < right:
                cells = block.stretches if not bars else [(left, right)]
                cut.append(Block(block.marker, cells, block.indent, block.after_blank))
    return cut


def _is_header(text: str, block: Block, line: str) -> bool:
    return sections.is_contact(text, block.start, block.end) or (block.marker is None and is_header(line))


def _node(block: Block, part: Literal["header", "title", "subtitle"], *, contact: bool = False) -> Node:
    marker = block.marker.text if block.marker else None
    return Node("contact" if contact else "heading", part, marker, block.stretches, block.indent)


def _title(text: str, block: Block) -> list[Node]:
    """The title, and the subtitle that a release on one line has behind it: "… for 2025 - First drones to fly -"."""
    both = _ONE_LINE_TITLE.match(text, block.start, block.end) if len(block.stretches) == 1 else None
    if both is None:
        return [_node(block, "title")]
    return [
        Node("heading", "title", None, [both.span("title")], block.indent),
        Node("heading", "subtitle", "-", [both.span("subtitle")], block.indent),
    ]


def _subtitle(text: str, block: Block) -> Node:
    """A subtitle without the dashes, colon or swung dashes that frame it: "- … -", ": …", "~ … ~"."""
    node = _node(block, "subtitle")
    first, first_end = block.stretches[0]
    opening = _OPENING_MARK.match(text, first, first_end)
    if opening and first < opening.end() < first_end:
        node.marker = node.marker or opening[0].strip()
        node.stretches = [(opening.end(), first_end), *block.stretches[1:]]
    last, last_end = node.stretches[-1]
    closing = _CLOSING_MARK.search(text[last:last_end])
    if closing and closing.start():
        node.stretches = [*node.stretches[:-1], (last, last + closing.start())]
    return node
