"""HWP 5: paragraphs, tables, text boxes and notes of all sections in document order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pressparse.readers.hancom import NUMBER_FORMATS, Beside, assemble
from pressparse.readers.hwp_container import Container
from pressparse.readers.hwp_info import Info
from pressparse.readers.hwp_records import (
    CTRL_HEADER,
    LIST_HEADER,
    PARA_HEADER,
    PARA_TEXT,
    SHAPE_COMPONENT,
    TABLE,
    Reader,
    Record,
)
from pressparse.readers.layout import Block, Reading, Table, lay_out
from pressparse.readers.limits import Limits
from pressparse.readers.numerals import render
from pressparse.source import Location

# Characters below 32 of a paragraph's text (table 6 of the format's description). A control takes eight places;
# those in EXTENDED own the next CTRL_HEADER of the paragraph.
WIDE = frozenset({1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23})
EXTENDED = frozenset({1, 2, 3, 11, 12, 14, 15, 16, 17, 18, 21, 22, 23})
CHARACTERS = {9: "\t", 10: "\n", 24: "-", 30: " ", 31: " "}
WIDTH = 8


def read(data: bytes, *, limits: Limits) -> Reading:
    """The text of a HWP 5 file. Raises EncryptedInput, UnsupportedFormat, DamagedInput, LimitExceeded, NoText."""
    document = Document(Container(data, limits=limits), limits=limits)
    return lay_out(document.sections(), format="hwp", limits=limits, margins=document.margins)


class Document:
    """One document on its way through the reader: its list definitions, counts, and page margins met so far."""

    def __init__(self, container: Container, *, limits: Limits) -> None:
        self.container = container
        self.records = Reader(limits)
        self.info = Info(self.records.tree(container.document_info()))
        self.margins: list[Block] = []
        self.outline = 0

    def sections(self) -> Iterator[Block]:
        """The blocks of all sections."""
        for place, number in enumerate(self.container.sections, start=1):
            records = self.records.tree(self.container.section(number))
            inside = (control for paragraph in records for control in paragraph.children if control.tag == CTRL_HEADER)
            self.outline = next((control.number(18) for control in inside if _name(control) == "secd"), 0)
            yield from self.paragraphs(records, path=f"section[{place}]")

    def paragraphs(self, records: list[Record], *, path: str) -> Iterator[Block]:
        """The blocks of the paragraphs among `records`."""
        paragraphs = (record for record in records if record.tag == PARA_HEADER)
        for number, record in enumerate(paragraphs, start=1):
            here = f"{path}/p[{number}]"
            head = self.info.head(record.number(8), outline=self.outline)
            yield from assemble(self._pieces(record, path=here), head=head, location=Location(path=here))

    def _pieces(self, paragraph: Record, *, path: str) -> Iterator[str | Table | Beside]:
        text = paragraph.first(PARA_TEXT)
        controls = (child for child in paragraph.children if child.tag == CTRL_HEADER)
        tables = 0
        for piece in _split(text.data if text else b""):
            if isinstance(piece, str):
                yield piece
            elif (control := next(controls, None)) is not None:
                tables += _name(control) == "tbl "
                yield from self._control(control, path=path, table=tables)

    def _control(self, control: Record, *, path: str, table: int) -> Iterator[str | Table | Beside]:
        match _name(control):
            case "tbl ":
                yield from self._table(control, path=f"{path}/tbl[{table}]")
            case "gso ":
                yield Beside(list(self._drawing(control, path=f"{path}/box")))
            case "fn  " | "en  ":
                yield Beside(list(self._contents(control, path=f"{path}/note")))
            case "head" | "foot":
                self.margins += self._contents(control, path="margin")
            case "atno":
                yield _automatic(control)
            case "tcps" | "tdut":  # characters on one place (a digit in a circle); a word under a gloss
                yield control.data[6 : 6 + 2 * control.number(4)].decode("utf-16-le", "replace")

    def _contents(self, control: Record, *, path: str) -> Iterator[Block]:
        for _, paragraphs in _lists(control.children):
            yield from self.paragraphs(paragraphs, path=path)

    def _drawing(self, record: Record, *, path: str) -> Iterator[Block]:
        """The text of a drawing and of the drawings grouped in it, and its caption."""
        yield from self._contents(record, path=path)
        for child in record.children:
            if child.tag == SHAPE_COMPONENT:
                yield from self._drawing(child, path=path)

    def _table(self, control: Record, *, path: str) -> Iterator[Table | Beside]:
        """Rows by the addresses that the cells carry; a list before the TABLE record is the caption."""
        start = next((place for place, child in enumerate(control.children) if child.tag == TABLE), 0)
        rows: dict[int, list[list[Block]]] = {}
        for head, paragraphs in _lists(control.children[start:]):
            cells = rows.setdefault(head.number(10), [])
            here = f"{path}/tr[{len(rows)}]/tc[{len(cells) + 1}]"
            cells.append(list(self.paragraphs(paragraphs, path=here)))
        yield Table(list(rows.values()))
        for _, paragraphs in _lists(control.children[:start]):
            yield Beside(list(self.paragraphs(paragraphs, path=f"{path}/caption")))


def _split(data: bytes) -> Iterator[str | None]:
    """The text of a PARA_TEXT in pieces, None for each control that has a record of its own."""
    units = memoryview(data[: len(data) // 2 * 2]).cast("H")
    start = place = 0
    while place < len(units):
        code = units[place]
        if code >= 32:
            place += 1
            continue
        if start < place:
            yield bytes(units[start:place]).decode("utf-16-le", "replace")
        if code in CHARACTERS:
            yield CHARACTERS[code]
        elif code in EXTENDED:
            yield None
        place += WIDTH if code in WIDE else 1
        start = place
    if start < place:
        yield bytes(units[start:place]).decode("utf-16-le", "replace")


def _name(control: Record) -> str:
    return control.data[3::-1].decode("latin-1")


def _lists(records: list[Record]) -> Iterator[tuple[Record, list[Record]]]:
    """Each list header with the records that stand after it on its level, or below it."""
    heads = [place for place, record in enumerate(records) if record.tag == LIST_HEADER]
    for place, end in pairwise([*heads, len(records)]):
        yield records[place], records[place].children + records[place + 1 : end]


def _automatic(control: Record) -> str:
    """The number of a note, picture or table, with its marks: "1)"."""
    attributes = control.number(4, size=4)
    if not attributes & 0xF:  # a page number
        return ""
    form = attributes >> 4 & 0xFF
    number = render(control.number(8), NUMBER_FORMATS[form][1] if form < len(NUMBER_FORMATS) else "digit")
    before, after = (chr(control.number(place)) for place in (12, 14))
    return f"{before}{number}{after}".replace("\0", "")
