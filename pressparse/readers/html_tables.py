"""The rows of a table, also where the page has put things into it that no table may hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from pressparse.readers.html_furniture import Furniture, unseen
from pressparse.readers.limits import Limits

CELLS = frozenset({"td", "th"})
ROWS = frozenset({"thead", "tbody", "tfoot", "tr"})


@dataclass(frozen=True, slots=True)
class Text:
    """Text that stands between elements, and one of those elements."""

    text: str
    beside: etree._Element


Piece = etree._Element | Text
Cell = list[Piece]


class Tables:
    """One page, and which elements stand between its tables and their rows and cells: `<table><form><tr>`."""

    def __init__(self, root: etree._Element, furniture: Furniture, limits: Limits) -> None:
        self._furniture, self._limits = furniture, limits
        self._between: set[etree._Element] = set()
        for element in root.iter("tr", "td", "th"):
            outer = element.getparent()
            while outer is not None and outer.tag != "table" and outer not in self._between:
                self._between.add(outer)
                outer = outer.getparent()

    def rows(self, table: etree._Element, *, depth: int) -> Iterator[list[Cell]]:
        """The cells of each row; those of a table within a cell are not among them.

        What stands in no cell (captions, too) is a row of its own, before the row in which it stands, as browsers
        show it. `depth` is that of the table; raises LimitExceeded (nesting).
        """
        cells: list[Cell] = []
        loose: Cell = []
        for piece in self._pieces(table, depth=depth):
            if isinstance(piece, Text) or (piece is not None and piece.tag not in CELLS):
                loose.append(piece)
                continue
            if loose:
                yield [loose]
                loose = []
            if piece is not None:
                cells.append([piece])
            elif cells:
                yield cells
                cells = []
        yield from ([loose] if loose else [], cells)

    def _pieces(self, element: etree._Element, *, depth: int) -> Iterator[Piece | None]:
        """Cells and loose pieces in order, and None where a row begins or ends."""
        self._limits.check("nesting", depth, what="The page has")
        if element.text and element.text.strip():
            yield Text(element.text, element)
        for child in element:
            if child.tag in ROWS:
                if not unseen(child):
                    yield None
                    yield from self._pieces(child, depth=depth + 1)
                    yield None
            elif child.tag in CELLS:
                if not unseen(child):
                    yield child
            elif not self._furniture.covers(child):
                if child in self._between:
                    yield from self._pieces(child, depth=depth + 1)
                else:
                    yield child
            if child.tail and (child.tag not in ROWS | CELLS or child.tail.strip()):
                yield Text(child.tail, child)
