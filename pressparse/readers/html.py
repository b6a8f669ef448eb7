"""HTML: the blocks of the release itself, without scripts, navigation and hidden parts."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import cast

from lxml import etree

from pressparse.errors import DamagedInput
from pressparse.readers import html_furniture
from pressparse.readers.glyphs import from_symbol_font
from pressparse.readers.html_lists import Markers
from pressparse.readers.html_tables import Cell, Tables, Text
from pressparse.readers.layout import Block, Paragraph, Reading, Table, lay_out
from pressparse.readers.limits import Limits
from pressparse.readers.text import decode, normalise
from pressparse.source import Location

DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
DECLARATION_BYTES = 4096
# What browsers take these names for; the first three are what Korean pages of the 2000s declare.
REAL_NAMES = {
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
}

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl"}
    | {"dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
    | {"hgroup", "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "section", "summary", "ul"}
)
SPACED = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre"})  # empty: a blank line
WHITE = re.compile("[ \t\n\f]+")  # not the no-break space, with which pages indent
# The declarations within a document type, of which the HTML parser would leave the end ("]>") as text.
SUBSET = re.compile(
    r"(\s{0,99}(?:<\?xml[^>]{0,200}>\s{0,99})?<!doctype[^<>\[]{0,500})\[(.{0,65536}?)\]\s{0,99}>",
    re.IGNORECASE | re.DOTALL,
)
FONT = re.compile(r"""(?<![\w-])font(?:-family)?\s{0,9}:\s{0,9}["']?([^;,"']{1,99})""", re.IGNORECASE)


def read(data: bytes, *, encoding: str | None, limits: Limits) -> Reading:
    """The text of a page. Raises UnreadableInput, UsageError (encoding), DamagedInput, LimitExceeded, NoText."""
    text, used, warnings = _decode(data, encoding=encoding)
    limits.check("characters", len(text), what="The page has")
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    root = etree.fromstring(_without_subset(normalise(text)).encode("utf-8", "replace"), parser)
    if root is None:
        raise DamagedInput("There is no HTML in this page; give it as text.")
    furniture = html_furniture.Furniture(root)
    blocks = _Flow(limits, furniture, Tables(root, furniture, limits)).blocks(furniture.main_part(root))
    reading = lay_out(blocks, format="html", limits=limits, warnings=warnings)
    return Reading(reading.text, "html", used, reading.locations, reading.warnings)


def _decode(data: bytes, *, encoding: str | None) -> tuple[str, str, tuple[str, ...]]:
    """As `text.decode`; before a guess comes the charset that the page declares, and before both sound UTF-8."""
    declared = DECLARED.search(data[:DECLARATION_BYTES])
    name = declared[1].decode("ascii").lower() if declared else ""
    name = REAL_NAMES.get(name, name)
    if not encoding and name and not name.startswith("utf") and not _is_utf8(data, name):
        try:
            return data.decode(name), codecs.lookup(name).name, ()
        except (LookupError, ValueError):  # a charset that nobody knows, or not what the page is in
            pass
    return decode(data, encoding=encoding)


def _is_utf8(data: bytes, declared: str) -> bool:
    if declared.startswith(("iso-2022", "hz")):  # made of ASCII bytes, and so sound UTF-8 too
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _Flow:
    """Inline text gathered into paragraphs, a block at a time."""

    def __init__(self, limits: Limits, furniture: html_furniture.Furniture, tables: Tables, *, font: str = "") -> None:
        self.limits, self.furniture, self.tables = limits, furniture, tables
        self.markers = Markers()
        self.marker = ""  # of a list item that has shown no text yet: `<li><p>` has it before the paragraph
        self.font = font
        self.pieces: list[str] = []
        self.line: int | None = None

    def blocks(self, element: etree._Element, *, depth: int = 0) -> Iterator[Block]:
        """The blocks inside `element`."""
        yield from self._inside(element, depth=depth)
        yield from self._flush()

    def _flush(self, *, blank: bool = False) -> Iterator[Block]:
        text = "".join(self.pieces)
        text = text if "\n" in text else WHITE.sub(" ", text)
        if text.strip(" \n") or blank:
            head, self.marker = (self.marker, "") if text.strip() else ("", self.marker)
            yield Paragraph(head + text.strip(" \n"), Location(line=self.line))
        self.pieces.clear()
        self.line = None

    def _say(self, text: str | None, element: etree._Element, *, verbatim: bool = False) -> None:
        if text:
            text = from_symbol_font(text, font=self.font)
            self.pieces.append(text if verbatim else WHITE.sub(" ", text))
            if self.line is None and text.strip():
                self.line = _line(element)

    def _inside(self, element: etree._Element, *, depth: int, verbatim: bool = False) -> Iterator[Block]:
        self.limits.check("nesting", depth, what="The page has")
        outer, self.font = self.font, _font(element) or self.font
        self._say(element.text, element, verbatim=verbatim)
        for child in element:
            if not self.furniture.covers(child):
                yield from self._element(child, depth=depth + 1, verbatim=verbatim)
            self._say(child.tail, child, verbatim=verbatim)
        self.font = outer

    def _element(self, element: etree._Element, *, depth: int, verbatim: bool) -> Iterator[Block]:
        name = element.tag
        if name == "br":
            yield from self._flush(blank=True)
        elif name == "table":
            yield from self._flush()
            yield from self._table(element, depth=depth)
        elif name == "q":
            self._say("“", element)
            yield from self._inside(element, depth=depth)
            self._say("”", element)
        elif name in BLOCKS:
            yield from self._flush()
            if name == "li":
                self.marker = self.markers.head(element)
            yield from self._inside(element, depth=depth, verbatim=verbatim or name == "pre")
            yield from self._flush(blank=name in SPACED)
            if name == "li":
                self.marker = ""
        else:
            yield from self._inside(element, depth=depth, verbatim=verbatim)

    def _table(self, table: etree._Element, *, depth: int) -> Iterator[Block]:
        if self.marker:
            yield Paragraph(self.marker.rstrip(), Location(line=_line(table)))
            self.marker = ""
        rows = self.tables.rows(table, depth=depth)
        yield Table([[list(self._cell(cell, depth=depth)) for cell in row] for row in rows])

    def _cell(self, cell: Cell, *, depth: int) -> Iterator[Block]:
        flow = _Flow(self.limits, self.furniture, self.tables, font=self.font)
        for piece in cell:
            if isinstance(piece, Text):
                flow._say(piece.text, piece.beside)
            else:
                yield from flow._element(piece, depth=depth, verbatim=False)
        yield from flow._flush()


def _line(element: etree._Element) -> int | None:
    return cast("int | None", element.sourceline)


def _font(element: etree._Element) -> str:
    """The font that an element sets; "" where it leaves that of the element around it."""
    found = FONT.search(element.get("style", ""))
    name = found[1] if found else element.get("face", "") if element.tag == "font" else ""
    return name.partition(",")[0].strip(" \"'")


def _without_subset(text: str) -> str:
    found = SUBSET.match(text)
    if found is None:
        return text
    lines = "\n" * found[2].count("\n")  # so that the lines of the rest keep their numbers
    return f"{found[1]}>{lines}{text[found.end() :]}"
