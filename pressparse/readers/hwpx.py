"""HWPX (OWPML, KS X 6101): paragraphs, tables, text boxes and notes of all sections in document order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from pressparse.errors import DamagedInput, EncryptedInput
from pressparse.readers.hancom import FORM_OF_NAME, Beside, Level, Lists, assemble
from pressparse.readers.layout import Block, Reading, Table, lay_out
from pressparse.readers.limits import Limits
from pressparse.readers.numerals import render
from pressparse.readers.package import Package
from pressparse.source import Location

SECTION = re.compile(r"contents/section(\d{1,6})\.xml")
CHARACTERS = {"tab": "\t", "lineBreak": "\n", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
NOTES = frozenset({"footNote", "endNote"})
MARGINS = frozenset({"header", "footer"})
# Seen by nobody who reads the page: comments, memos (in a field's head), the script of an equation, form controls.
UNSEEN = frozenset({"hiddenComment", "fieldBegin", "equation", "secPr", "btn", "edit", "listBox", "comboBox"})


def read(package: Package, *, limits: Limits) -> Reading:
    """The text of a HWPX package. Raises EncryptedInput, DamagedInput, LimitExceeded, NoText."""
    if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
        raise EncryptedInput("The document is protected with a password; save it in Hancom Office without one.")
    numbers = sorted(int(match[1]) for match in map(SECTION.fullmatch, package.names()) if match)
    if not numbers:
        raise DamagedInput("The document has no section; open it in Hancom Office and save it anew.")
    document = Document(package, limits=limits)
    return lay_out(document.sections(numbers), format="hwpx", limits=limits, margins=document.margins)


class Document:
    """One document on its way through the reader: its list definitions, counts, and page margins met so far."""

    def __init__(self, package: Package, *, limits: Limits) -> None:
        self.package, self.limits = package, limits
        self.margins: list[Block] = []
        self.lists = Lists()
        self.headings: dict[str, tuple[str, int, int]] = {}
        self.outline = 0
        header = package.xml("Contents/header.xml")
        for element in header.iter() if header is not None else ():
            self._define(element)

    def _define(self, element: etree._Element) -> None:
        name = local(element.tag)
        number = _integer(element.get("id"))
        if name == "bullet":
            self.lists.bullets[number] = element.get("char", "")
        elif name == "numbering":
            heads = [child for child in element if local(child.tag) == "paraHead"]
            heads.sort(key=lambda head: _integer(head.get("level")))
            self.lists.numberings[number] = [_level(head) for head in heads]
        elif name == "paraPr":
            for heading in element.iter():
                if local(heading.tag) == "heading":
                    kind, of = heading.get("type", "NONE"), _integer(heading.get("idRef"))
                    self.headings[element.get("id", "")] = (kind, of, _integer(heading.get("level")))

    def sections(self, numbers: list[int]) -> Iterator[Block]:
        """The blocks of the sections with these numbers."""
        for place, number in enumerate(numbers, start=1):
            root = self.package.xml(f"Contents/section{number}.xml")
            if root is not None:
                section = next((element for element in root.iter() if local(element.tag) == "secPr"), None)
                self.outline = _integer(section.get("outlineShapeIDRef")) if section is not None else 0
                yield from self.paragraphs(root, path=f"section[{place}]", depth=0)

    def paragraphs(self, parent: etree._Element, *, path: str, depth: int) -> Iterator[Block]:
        """The blocks of the paragraphs in `parent`, a section or a list of paragraphs."""
        self.limits.check("nesting", depth, what="The document has")
        elements = (element for element in parent if local(element.tag) == "p")
        for number, element in enumerate(elements, start=1):
            here = f"{path}/p[{number}]"
            kind, of, level = self.headings.get(element.get("paraPrIDRef", ""), ("NONE", 0, 0))
            head = self.lists.head(kind, self.outline if kind == "OUTLINE" else of, level)
            pieces = self._pieces(element, path=here, depth=depth)
            yield from assemble(pieces, head=head, location=Location(path=here))

    def _pieces(self, paragraph: etree._Element, *, path: str, depth: int) -> Iterator[str | Table | Beside]:
        tables = 0
        deleted = False
        for run in paragraph:
            for element in run if local(run.tag) == "run" else ():
                name = local(element.tag)
                if name == "t":
                    text, deleted = _text(element, deleted=deleted)
                    yield text
                elif name == "tbl":
                    tables += 1
                    yield from self._table(element, path=f"{path}/tbl[{tables}]", depth=depth)
                else:
                    yield from self._object(element, name, path=path, depth=depth)

    def _table(self, table: etree._Element, *, path: str, depth: int) -> Iterator[Table | Beside]:
        rows = []
        for r, row in enumerate((e for e in table if local(e.tag) == "tr"), start=1):
            cells = enumerate((e for e in row if local(e.tag) == "tc"), start=1)
            rows.append([list(self._lists_in(cell, path=f"{path}/tr[{r}]/tc[{c}]", depth=depth)) for c, cell in cells])
        yield Table(rows)
        for caption in (e for e in table if local(e.tag) == "caption"):
            yield Beside(list(self._lists_in(caption, path=f"{path}/caption", depth=depth)))

    def _object(self, element: etree._Element, name: str, *, path: str, depth: int) -> Iterator[str | Table | Beside]:
        """Drawings, and the controls of a `ctrl`: all that may hold paragraphs or stand for characters."""
        if name == "autoNum":
            yield _automatic(element)
        elif name == "compose":  # several characters printed on one place, such as a digit in a circle
            yield element.get("composeText", "")
        elif name == "dutmal":  # a gloss above its word
            yield next((child.text or "" for child in element if local(child.tag) == "mainText"), "")
        elif name == "textart":
            yield Beside(list(assemble([element.get("text", "")], head="", location=Location(path=path))))
        elif name in MARGINS:
            self.margins += self._lists_in(element, path=name, depth=depth)
        elif name not in UNSEEN:
            blocks = list(self._own_lists(element, path=f"{path}/{name}", depth=depth))
            if blocks:
                yield Beside(blocks)
            for child in element:
                if local(child.tag) not in {"subList", "drawText", "caption"}:
                    yield from self._object(child, local(child.tag), path=path, depth=depth + 1)

    def _own_lists(self, element: etree._Element, *, path: str, depth: int) -> Iterator[Block]:
        yield from self._lists_in(element, path=path, depth=depth)
        for child in element:
            if local(child.tag) in {"drawText", "caption"}:
                yield from self._lists_in(child, path=path, depth=depth)

    def _lists_in(self, element: etree._Element, *, path: str, depth: int) -> Iterator[Block]:
        for child in element:
            if local(child.tag) == "subList":
                yield from self.paragraphs(child, path=path, depth=depth + 1)


@lru_cache(maxsize=1024)
def local(tag: str) -> str:
    """The name without its namespace: Hancom has changed the years in those, and never the names."""
    return tag.rpartition("}")[2]


def _text(element: etree._Element, *, deleted: bool) -> tuple[str, bool]:
    """What a `t` shows, and whether a tracked deletion is still open at its end."""
    text = "" if deleted else element.text or ""
    for child in element:
        name = local(child.tag)
        deleted = name == "deleteBegin" or (deleted and name != "deleteEnd")
        if not deleted:
            text += CHARACTERS.get(name, "") + (child.tail or "")
    return text, deleted


def _automatic(element: etree._Element) -> str:
    """The number of a note, picture or table, with its marks: "1)"."""
    form = next((child for child in element if local(child.tag) == "autoNumFormat"), None)
    if element.get("numType") == "PAGE" or form is None:
        return ""
    number = render(_integer(element.get("num")), FORM_OF_NAME.get(form.get("type", ""), "digit"))
    return form.get("prefixChar", "") + number + form.get("suffixChar", "")


def _level(head: etree._Element) -> Level:
    start = _integer(head.get("start"))
    return Level(head.text or "", FORM_OF_NAME.get(head.get("numFormat", ""), "digit"), start)


def _integer(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 11 else 0
