"""The lines of a PDF page, put together from its characters and their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from pressparse.readers.glyphs import from_symbol_font
from pressparse.readers.pdf_columns import WHOLE, Flow, find_columns
from pressparse.readers.pdf_rules import Box, Grid

COLUMN_GAP = 2.0  # in heights of the line: wider than any space of justified text
SAME_LINE = 0.5  # the share of the smaller height by which two pieces of one line overlap
LEAST_PADDING = 2.0  # points from a cell's text to its rule, and on to the next cell's
ROW = 3.0  # points: cells whose tops differ by less stand in one row
LINE_ENDS = "\r\n"
SPACES = re.compile(" {2,}")


@dataclass(slots=True)
class Piece:
    """Characters that follow each other on one line; coordinates in points, from the page's lower left corner."""

    left: float
    bottom: float
    right: float
    top: float
    first_word: float  # the width of it
    first_length: int = 1  # its characters so far
    text: str = ""

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def with_text(self, characters: list[str]) -> Piece:
        """The same piece, finished: its text has single spaces."""
        self.text = SPACES.sub(" ", "".join(characters))
        return self


@dataclass(slots=True)
class Line:
    """One line of a page, read from left to right; a tab stands where there is a wide gap."""

    page: int
    text: str
    box: Box
    height: float
    first_word: float
    columns: int
    flow: Flow = WHOLE


@dataclass(slots=True)
class Cell:
    """A cell of a ruled table, and the lines in it."""

    box: Box
    lines: list[Line]


@dataclass(slots=True)
class Page:
    """What stands on a page, from top to bottom."""

    width: float
    height: float
    items: list[Line | Cell]

    @property
    def loose(self) -> list[Line]:
        """The lines outside tables."""
        return [item for item in self.items if isinstance(item, Line)]

    @property
    def lines(self) -> list[Line]:
        """All lines."""
        return [line for item in self.items for line in (item.lines if isinstance(item, Cell) else [item])]


def find_lines(
    characters: Iterable[tuple[str, Box]],
    *,
    page: int,
    size: tuple[float, float],
    grid: Grid,
    blanks: dict[int, list[float]],
) -> Page:
    """Lines and cells from top to bottom and from left to right, whatever the order in which the file draws them.

    A line with one of `blanks` at its end ends with a space.
    """
    loose: list[Piece] = []
    cells: dict[Box, list[Piece]] = {}
    for piece in _pieces(characters, grid):
        box = grid.cell((piece.left + piece.right) / 2, (piece.bottom + piece.top) / 2)
        (loose if box is None else cells.setdefault(box, [])).append(piece)
    flows: dict[Flow, list[Piece]] = {}
    boxes = [(piece.left, piece.bottom, piece.right, piece.top) for piece in loose]
    for piece, flow in zip(loose, [WHOLE] * len(loose) if cells else find_columns(boxes, width=size[0]), strict=True):
        flows.setdefault(flow, []).append(piece)
    items: list[Line | Cell] = [line for flow in flows for line in _lines(flows[flow], page=page, flow=flow)]
    items += [Cell(box, list(_lines(pieces, page=page))) for box, pieces in cells.items()]
    found = Page(*size, sorted(items, key=_place))
    for line in found.lines:
        if not line.text.endswith(" ") and _ends_blank(line, blanks):
            line.text += " "
    return found


def _place(item: Line | Cell) -> tuple[Flow, int, float]:
    flow = item.flow if isinstance(item, Line) else WHOLE
    return flow, -round(item.box[3] / ROW), item.box[0]


def _ends_blank(line: Line, blanks: dict[int, list[float]]) -> bool:
    _, bottom, right, top = line.box
    rows = range(int(bottom) - 1, int(top) + 1)
    return any(right - 1 <= x <= right + line.height for row in rows for x in blanks.get(row, ()))


def _lines(pieces: list[Piece], *, page: int, flow: Flow = WHOLE) -> Iterator[Line]:
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.top, piece.left)):
        # Only the last few lines can share this one's height: columns without rules, a raised footnote mark.
        for line in reversed(lines[-8:]):
            if _overlap(line[0], piece) > SAME_LINE:
                line.append(piece)
                break
        else:
            lines.append([piece])
    return (_join(sorted(line, key=lambda piece: piece.left), page=page, flow=flow) for line in lines)


def _overlap(one: Piece, other: Piece) -> float:
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared / max(min(one.height, other.height), 0.1)


def _join(pieces: list[Piece], *, page: int, flow: Flow) -> Line:
    text = pieces[0].text
    columns = 1
    for before, piece in pairwise(pieces):
        gap = piece.left - before.right
        if gap > COLUMN_GAP * min(before.height, piece.height):
            columns += len(text.strip()) > 2  # the gap after a list head parts no columns
            text = text.rstrip() + "\t" + piece.text.lstrip()
        elif gap > 0.15 * piece.height and not text.endswith(" ") and not piece.text.startswith(" "):
            text += " " + piece.text
        else:
            text += piece.text
    box = (
        min(piece.left for piece in pieces),
        min(piece.bottom for piece in pieces),
        max(piece.right for piece in pieces),
        max(piece.top for piece in pieces),
    )
    height = max(piece.height for piece in pieces)
    return Line(page, from_symbol_font(text), box, height, pieces[0].first_word, columns, flow)


def _pieces(characters: Iterable[tuple[str, Box]], grid: Grid) -> Iterator[Piece]:
    piece: Piece | None = None
    text: list[str] = []
    for character, box in characters:
        if character in LINE_ENDS:  # pdfium's, drawn from the order of the file: the places of the characters tell more
            continue
        if character.isspace():
            text.append(" ")
            continue
        if piece and _continues(piece, box, grid):
            if len(text) == piece.first_length and text[-1] != " ":
                piece.first_word, piece.first_length = box[2] - piece.left, len(text) + 1
            piece.right = max(piece.right, box[2])
            piece.bottom, piece.top = min(piece.bottom, box[1]), max(piece.top, box[3])
        else:
            if piece:
                yield piece.with_text(text)
            piece, text = Piece(*box, first_word=box[2] - box[0]), []
        text.append(character)
    if piece:
        yield piece.with_text(text)


def _continues(piece: Piece, box: Box, grid: Grid) -> bool:
    height = min(piece.height, box[3] - box[1])
    gap = box[0] - piece.right
    if not -height < gap <= COLUMN_GAP * height:
        return False
    if min(piece.top, box[3]) - max(piece.bottom, box[1]) <= SAME_LINE * height:
        return False
    return gap < LEAST_PADDING or not grid.parts(piece.right, box[0], (box[1] + box[3]) / 2)
