"""The paragraphs of a PDF: its lines, joined where they only wrap."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, zip_longest
from statistics import median

from pressparse.readers.layout import Block, Paragraph, Table
from pressparse.readers.pdf_columns import WHOLE, Flow
from pressparse.readers.pdf_lines import ROW, Cell, Line, Page
from pressparse.source import Location

# A line that begins so begins a paragraph: a mark that is no letter, quotation mark or bracket; a number with its mark.
HEAD = re.compile(
    r"""\s{0,9}(?:[^\w\s"'“”‘’(\[{<「『《〈≪.,:;!?%&+/~$€£₩)\]}>」』》〉≫·…]"""
    r"""|[oO]\s|ㅇ[\s가-힣A-Z(‘“'"]|[-–—·]\s|\(?(?:\d{1,2}|[가나다라마바사아자차카타파하]|[IVXⅠ-Ⅻⅰ-ⅻ]{1,4})[.)]\s|[(<【\[]\s?(?:붙임|별첨|참고|Photo|Annex))"""
)
CJK = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
HYPHENATED = re.compile(r"([^\W\d_]{2,30})-$")
WORD = re.compile(r"[^\W\d_]{1,30}")
# In line heights.
WIDE_LEADING, OTHER_SIZE, SPACE, CENTRED = 0.6, 0.3, 0.2, 0.5
NARROW = 0.65  # of the page: no column ends here
PADDING = 5.0  # points: Hancom Office leaves 1.8 mm in a cell


@dataclass(frozen=True, slots=True)
class _Column:
    """The room that lines fill before they wrap, and the usual gap between two of them, in points."""

    left: float
    right: float
    leading: float


def join_lines(pages: list[Page]) -> Iterator[Block]:
    """Paragraphs and tables in reading order, an empty paragraph where the page leaves room."""
    joiner = _Joiner(pages)
    flows = [flow for page in pages for flow in _flows(page)]
    for page, column in zip(flows, _columns(flows), strict=True):
        joiner.column = column
        for item, following in zip_longest(page.items, page.items[1:]):
            if isinstance(item, Line):
                yield from joiner.add(item)
                continue
            yield from joiner.finish()
            joiner.cells.append(item)
            if not isinstance(following, Cell):
                yield joiner.table()
    yield from joiner.finish()


def _flows(page: Page) -> Iterator[Page]:
    """A page of one column as it is; each column of another as a page of its own."""
    for _, items in groupby(page.items, key=_column_of):
        yield replace(page, items=list(items))


def _column_of(item: Line | Cell) -> Flow:
    return item.flow if isinstance(item, Line) and item.flow[1] else WHOLE


def _columns(pages: list[Page]) -> Iterator[_Column]:
    """The column of each page; one with no more than a title and a date has it from the other pages."""
    full = [[line for line in page.loose if line.columns == 1] for page in pages]
    whole = [lines for lines in full if lines and _column_of(lines[0]) == WHOLE]
    left = median([min(line.box[0] for line in lines) for lines in whole] or [0.0])
    right = median([max(line.box[2] for line in lines) for lines in whole] or [0.0])
    first: _Column | None = None  # of two columns
    for page, lines in zip(pages, full, strict=True):
        if lines and (side := _column_of(lines[0])[1]):
            column = _Column(min(line.box[0] for line in lines), max(line.box[2] for line in lines), _leading(lines))
            first = column if side == 1 else first
            yield column
            continue
        if (
            first
            and lines
            and all(first.left - ROW < line.box[0] and line.box[2] < first.right + ROW for line in lines)
        ):
            yield first  # the last page, where the text did not reach the second column
            continue
        leftmost = min([left, *(line.box[0] for line in lines)])
        rightmost = max([right, *(line.box[2] for line in lines)])
        if rightmost < NARROW * page.width:  # nothing but short lines: the margin must be where it is on the left
            rightmost = page.width - leftmost
        yield _Column(leftmost, rightmost, _leading(lines))


class _Joiner:
    """The lines of one document on their way into paragraphs."""

    def __init__(self, pages: list[Page]) -> None:
        lines = [line for page in pages for line in page.lines]
        self.words = Counter(word for line in lines for word in WORD.findall(line.text))
        self.spaced = any(CJK.match(line.text[-2:-1]) and line.text.endswith(" ") for line in lines)
        self.column = self.above = _Column(0.0, 0.0, 0.0)
        self.pending: list[Line] = []
        self.cells: list[Cell] = []

    def add(self, line: Line) -> Iterator[Paragraph]:
        """The paragraph that ends before `line`, if one does."""
        column, self.above = self.above if _column_of(line) != WHOLE else self.column, self.column
        if self.pending and not _wraps(self.pending[-1], line, column, spaced=self.spaced):
            last = self.pending[-1]
            yield from self.finish()
            if _far(last, line, self.column):
                yield Paragraph("")
        self.pending.append(line)

    def finish(self) -> Iterator[Paragraph]:
        """The paragraph that has been gathered so far."""
        if self.pending:
            yield self._paragraph()
            self.pending = []

    def table(self) -> Table:
        """The cells that have been gathered so far, cells with one top in one row."""
        rows: list[list[list[Block]]] = []
        top = None
        for cell in self.cells:
            if top is None or top - cell.box[3] > ROW:
                rows.append([])
                top = cell.box[3]
            rows[-1].append(self._cell(cell))
        self.cells = []
        return Table(rows)

    def _cell(self, cell: Cell) -> list[Block]:
        page = self.column
        self.column = _Column(cell.box[0] + PADDING, cell.box[2] - PADDING, _leading(cell.lines))
        blocks: list[Block] = [paragraph for line in cell.lines for paragraph in self.add(line)]
        blocks += self.finish()
        self.column = page
        return blocks

    def _paragraph(self) -> Paragraph:
        pieces = [self.pending[0].text]
        for line in self.pending[1:]:
            below = line.text.lstrip()
            pieces[-1], between = _joint(pieces[-1], below, words=self.words, spaced=self.spaced)
            pieces += [between, below]
        page = self.pending[0].page
        lefts, bottoms, rights, tops = zip(*(line.box for line in self.pending if line.page == page), strict=True)
        box = (round(min(lefts), 1), round(min(bottoms), 1), round(max(rights), 1), round(max(tops), 1))
        return Paragraph("".join(pieces).strip(), Location(page=page, box=box))


def _gap(above: Line, below: Line) -> float:
    return above.box[1] - below.box[3]


def _leading(lines: list[Line]) -> float:
    gaps = [_gap(above, below) for above, below in pairwise(lines)]
    return median(gaps) if gaps else 0.0


def _far(above: Line, below: Line, column: _Column) -> bool:
    return above.page == below.page and _gap(above, below) > column.leading + WIDE_LEADING * below.height


def _wraps(above: Line, below: Line, column: _Column, *, spaced: bool) -> bool:
    """Whether `below` goes on where `above` had no room left for its first word."""
    if above.page == below.page and above.flow != below.flow and below.flow[1] != 2:
        return False  # a headline above or below two columns
    if above.columns > 1 or below.columns > 1 or HEAD.match(below.text) or _far(above, below, column):
        return False
    if abs(above.height - below.height) > OTHER_SIZE * max(above.height, below.height):
        return False
    room = column.right - above.box[2]
    if abs(above.box[0] - column.left - room) < CENTRED * above.height < room:
        room *= 2  # the other half is on the left
    if spaced and not above.text.endswith((" ", "-")):
        return room < min(above.height, below.first_word)  # broken within a word, where not one character more fitted
    return room < SPACE * above.height + below.first_word


def _joint(above: str, below: str, *, words: Counter[str], spaced: bool) -> tuple[str, str]:
    """What is left of the line `above` before the line `below` of the same paragraph, and what stands between."""
    if match := HYPHENATED.search(above):
        rest = WORD.match(below)
        whole = match[1] + rest[0] if rest else ""
        return (above[:-1] if words[whole] else above), ""  # "govern-ment", but "industry-academia"
    if above.endswith((" ", "-", "/")):
        return above, ""
    # Korean breaks a line within a word; where it breaks between two, the space stands at the line's end.
    if spaced and (CJK.match(above[-1:]) or CJK.match(below[:1])):
        return above, ""
    return above, " "
