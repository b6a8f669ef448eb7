"""Two columns of running text on a PDF page."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from pressparse.readers.pdf_rules import Box

Flow = tuple[int, int]  # sorts as it is read: how many pairs of columns are above; 0, or 1 and 2 for the left and right
WHOLE: Flow = (0, 0)

GUTTER = 8.0  # points: the least room between two columns
EDGE = 2.0  # points: left edges that differ by less are one
MIDDLE = (0.35, 0.65)  # of the page's width: where the right column begins
FEWEST = 5  # lines in each column
FULL = 0.8  # of its column: a line that wraps; the rows of a table without rules are shorter
NARROWEST = 0.25  # of the page


def find_columns(boxes: list[Box], *, width: float) -> list[Flow]:
    """The flow of text that each box of a page without ruled tables belongs to.

    What reaches over the gutter, such as a headline, parts the columns above it from those below.
    """
    flows = [WHOLE] * len(boxes)
    start = _right_column(boxes, width=width)
    if start is None:
        return flows
    pairs = 0
    downwards = sorted(range(len(boxes)), key=lambda index: -boxes[index][3])
    for crosses, group in groupby(downwards, key=lambda index: _crosses(boxes[index], start)):
        band = list(group)
        sides = {index: 1 if boxes[index][0] < start - EDGE else 2 for index in band}
        columns = [[boxes[index] for index in band if sides[index] == side] for side in (1, 2)]
        parted = not crosses and all(_is_running_text(column, width=width) for column in columns)
        for index in band:
            flows[index] = (pairs, sides[index] if parted else 0)
        pairs += parted
    return flows


def _right_column(boxes: list[Box], *, width: float) -> float | None:
    """The left edge that most boxes about the middle of the page share."""
    lefts = [box[0] for box in boxes if MIDDLE[0] * width < box[0] < MIDDLE[1] * width]
    edges = Counter(round(left / EDGE) for left in lefts)
    if not edges:
        return None
    edge, count = edges.most_common(1)[0]
    return edge * EDGE if count >= FEWEST else None


def _crosses(box: Box, start: float) -> bool:
    return box[0] < start - EDGE and box[2] > start - GUTTER


def _is_running_text(column: list[Box], *, width: float) -> bool:
    if len(column) < FEWEST:
        return False
    room = max(box[2] for box in column) - min(box[0] for box in column)
    full = sum(box[2] - box[0] > FULL * room for box in column)
    return room > NARROWEST * width and full >= max(FEWEST, len(column) / 2)
