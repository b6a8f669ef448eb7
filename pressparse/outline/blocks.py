"""From lines to blocks: which lines open a bullet, which go on with the one before, which stand alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pressparse.outline import sections
from pressparse.outline.header import is_header
from pressparse.outline.markers import INLINE, INLINE_GLYPH, Marker, marker_at

TAB = 4
"""Columns that a tab is taken to indent by."""
_MOST_INDENT = 200

# What a conversion leaves behind; it is no part of any block.
ARTEFACT = re.compile(r"\[bookmark: ?[^\]\n]{0,80}\]|\[(?:endif|if [^\]\n]{0,60})\]|<!--.{0,200}?-->")
# "- - - - -" or "======": a line drawn by a typist, which parts what stands over and under it and says nothing.
_RULE = re.compile(r"(?:[-–—_=─━═┄┅~∼〜+*#·•.…]\s{0,3}){4,}$")
_VISIBLE = re.compile(r"\S")
_INNER_GAP = re.compile(r"\S(?:\t+| {3,}| \| )\S")
_GAPS = ("\t", "   ", " | ")
_SENTENCE_END = re.compile(r"[.!?:;。][\"'”’)\]」』>]*$")
_OPEN_END = re.compile(
    r"(?:[,\-–—/&(]|\b(?:the|a|an|of|and|or|for|in|on|at|by|with|from|as|that|its|their|will|is|are|to(?: [a-z]+)?))$"
)
_SHORT = 0.62
"""A line that fills less than this share of the text's width was ended on purpose."""
_SHORT_SENTENCE = 0.8
"""The same where a sentence ends with the line and the next is indented otherwise."""
_SHORT_IN_FRONT = 0.9
"""The same before the first bullet, where lines are headers and titles and most ends are meant."""
_HEADING_STYLES = {"number", "upper_roman", "hangul", "number_paren", "paren_number"}
_LONGEST_HEADING = 40
_FRONT_LINES = 40


@dataclass(slots=True)
class Line:
    """One line, or the part of a line that opens a block of its own: source offsets and how it is indented."""

    start: int
    end: int
    indent: int
    marker: Marker | None
    after_blank: bool
    opens_line: bool = True


@dataclass(slots=True)
class Block:
    """A bullet, paragraph or other block with its lines' `stretches` (source offsets), marker left out."""

    marker: Marker | None
    stretches: list[tuple[int, int]]
    indent: int
    after_blank: bool
    table: bool = False

    @property
    def start(self) -> int:
        return self.stretches[0][0]

    @property
    def end(self) -> int:
        return self.stretches[-1][1]

    def text(self, source: str) -> str:
        return " ".join(source[start:end] for start, end in self.stretches)


def find_blocks(text: str) -> list[Block]:
    """The blocks of a text in document order; every visible character but the markers and artefacts is in one."""
    lines = list(find_lines(text))
    width = _width(lines)
    blocks: list[Block] = []
    previous: Line | None = None
    for line in lines:
        if blocks and previous is not None and _goes_on(text, blocks, previous, line, width):
            blocks[-1].stretches.append((line.start, line.end))
        else:
            start = line.start + len(line.marker.text) if line.marker else line.start
            start = _skip_space(text, start, line.end)
            table = line.marker is None and _has_gap(text, start, line.end)
            blocks.append(Block(line.marker, [(start, line.end)], line.indent, line.after_blank, table))
        previous = line
    return blocks


def find_lines(text: str) -> Iterator[Line]:
    """Lines with something to see, cut where a block opens in mid-line, artefacts skipped."""
    position, after_blank = 0, True
    for raw in text.split("\n"):
        end = position + len(raw)
        start = margin = position
        while True:
            start = _skip_space(text, start, end)
            if (artefact := ARTEFACT.match(text, start, end)) is None:
                break
            start = margin = artefact.end()
        if start < end and not _RULE.match(text, start, end):
            indent = len(text[margin:start].expandtabs(TAB)) if start - margin < _MOST_INDENT else _MOST_INDENT
            stop = position + len(raw.rstrip())
            yield from _cut(text, Line(start, stop, indent, marker_at(text, start, stop), after_blank))
            after_blank = False
        else:
            after_blank = True
        position = end + 1


def _cut(text: str, line: Line) -> Iterator[Line]:
    """The parts of a line that open blocks of their own: "… next year. □ Meanwhile, …", "… project.* Area: 100 ha"."""
    body = line.start + (len(line.marker.text) if line.marker else 0)
    cuts = []
    if INLINE_GLYPH.search(text, body, line.end):
        cuts = [match.start(match.lastgroup or 0) for match in INLINE.finditer(text, body, line.end)]
    cuts += sections.find_inline(text, body, line.end)
    for cut in sorted(set(cuts)):
        if cut > line.start:
            yield replace(line, end=line.start + len(text[line.start : cut].rstrip()))
            line = Line(cut, line.end, line.indent, marker_at(text, cut, line.end), False, opens_line=False)
    yield line


def _goes_on(text: str, blocks: list[Block], previous: Line, line: Line, width: int) -> bool:
    """Whether `line` is the next line of the last block, wrapped by a program or a typist."""
    block = blocks[-1]
    if line.marker is not None or not line.opens_line or block.table or sections.opens(text, line.start, line.end):
        return False
    if block.start >= block.end:
        # A marker alone on its line: its text is on the next.
        return True
    if _has_gap(text, line.start, line.end) or sections.names_contact(text, line.start, line.end):
        return False
    last = text[previous.start : previous.end]
    lower = text[line.start].islower()
    if line.after_blank:
        return lower and not _SENTENCE_END.search(last) and block.marker is not None
    if sections.is_caption(text, *block.stretches[0]):
        return line.indent > block.indent
    if lower or _is_open(last):
        return True
    if block.marker is not None and line.indent > block.indent:
        # A hanging indent, unless the bullet is a heading ("3. Outcome" over an indented paragraph) or the line before
        # ended with its sentence, well before the margin.
        if _SENTENCE_END.search(last) and _taken(text, previous, line) <= width * _SHORT_SENTENCE:
            return False
        return block.marker.style not in _HEADING_STYLES or len(last) > _LONGEST_HEADING
    in_front = all(b.marker is None or b.marker.style == "dash" for b in blocks[:_FRONT_LINES])
    return not sections.is_end(last) and _was_full(text, previous, line, width, in_front=in_front)


def _has_gap(text: str, start: int, end: int) -> bool:
    """Whether a line is parted into cells."""
    parted = any(map(text[start:end].__contains__, _GAPS))
    return parted and _INNER_GAP.search(text, start, end) is not None


def _is_open(line: str) -> bool:
    """Whether a line ends in the midst of a phrase: its last two words tell."""
    last = line.rfind(" ")
    return _OPEN_END.search(line, line.rfind(" ", 0, last) + 1 if last > 0 else 0) is not None


def _was_full(text: str, previous: Line, line: Line, width: int, *, in_front: bool) -> bool:
    """Whether the line before ended for want of room: the first word of `line` would not have fitted on it."""
    last = text[previous.start : previous.end]
    # "… of the Reef" and "Office of Coasts." on the next line: the end of a sentence is no header.
    header = is_header(last) or (text[line.end - 1] != "." and is_header(text[line.start : line.end]))
    if in_front and (line.indent > previous.indent or header):
        return False
    taken = _taken(text, previous, line)
    if taken <= width * (_SHORT_IN_FRONT if in_front else _SHORT):
        return False
    return not (_SENTENCE_END.search(last) and taken <= width * _SHORT_SENTENCE and line.indent != previous.indent)


def _taken(text: str, previous: Line, line: Line) -> int:
    """The columns that the line before would have with the first word of `line` on it."""
    return previous.indent + previous.end - previous.start + 1 + len(text[line.start : line.end].split(None, 1)[0])


def _width(lines: list[Line]) -> int:
    """The columns that this text's lines were wrapped at, as far as its longest usual line tells."""
    lengths = sorted(line.indent + line.end - line.start for line in lines)
    return lengths[min(len(lengths) - 1, len(lengths) * 9 // 10)] if lengths else 0


def _skip_space(text: str, start: int, end: int) -> int:
    match = _VISIBLE.search(text, start, end)
    return match.start() if match else end
