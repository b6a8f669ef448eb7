"""DOCX: the body's paragraphs, tables, text boxes and notes in document order, as Word shows them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from pressparse.errors import DamagedInput, UnsupportedFormat
from pressparse.readers.docx_lists import Lists
from pressparse.readers.docx_names import attribute, child, children, short
from pressparse.readers.docx_runs import Run, preferred, read_runs
from pressparse.readers.layout import Block, Paragraph, Reading, Table, lay_out
from pressparse.readers.limits import Limits
from pressparse.readers.package import Package, resolve
from pressparse.source import Location

WRAPPERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo"})
RELATION = "Relationship"
NOTES = ("footnotes", "endnotes")


def read(package: Package, *, limits: Limits) -> Reading:
    """The text of a DOCX package. Raises UnsupportedFormat for other packages, DamagedInput, LimitExceeded, NoText."""
    main, root = _main_part(package)
    body = child(root, "w:body")
    if body is None:
        raise DamagedInput("The document has no body; open it in a word processor and save it anew.")
    document = Document(package, main=main, limits=limits)
    blocks, margins = document.blocks(body), document.margins()
    return lay_out(blocks, format="docx", limits=limits, margins=margins, warnings=document.warnings)


def _main_part(package: Package) -> tuple[str, etree._Element]:
    """The part with the document, as the package's relationships name it, and its root."""
    named = [part for kind, part in _relations(package, "") if kind == "officeDocument"]
    for part in (*named, "word/document.xml"):
        root = package.xml(part)
        if root is not None:
            if short(root.tag) != "w:document":
                raise UnsupportedFormat(
                    "This is an office file of another kind (sheets, slides); save it as DOCX or PDF."
                )
            return part, root
    raise UnsupportedFormat("This is a ZIP archive without a document; unpack it and give the files inside.")


def _relations(package: Package, part: str) -> list[tuple[str, str]]:
    """(kind, part) of everything inside the package that `part` refers to; "" is the package itself."""
    folder, slash, name = part.rpartition("/")
    relations = package.xml(f"{folder}{slash}_rels/{name}.rels")
    return [
        ((attribute(e, "Type") or "").rpartition("/")[2], resolve(attribute(e, "Target") or "", base=part))
        for e in children(relations, RELATION)
        if attribute(e, "TargetMode") != "External"
    ]


class Document:
    """One document on its way through the reader: its parts, and how far its lists have counted."""

    def __init__(self, package: Package, *, main: str, limits: Limits) -> None:
        self.package, self.limits = package, limits
        self.warnings: list[str] = []
        self.parts = _relations(package, main)
        self.lists = Lists(self._first("numbering"), self._first("styles"))
        self.notes = {(kind, attribute(e, "w:id")): e for kind in NOTES for e in _each(self._first(kind))}
        self.noted = dict.fromkeys(NOTES, 0)

    def _first(self, kind: str) -> etree._Element | None:
        part = next((part for found, part in self.parts if found == kind), None)
        return self.package.xml(part) if part else None

    def margins(self) -> Iterator[Block]:
        """Headers and footers, each once."""
        for kind, part in self.parts:
            if kind in {"header", "footer"} and (root := self.package.xml(part)) is not None:
                yield from self.blocks(root, path=part.rpartition("/")[2].removesuffix(".xml"))

    def blocks(self, parent: etree._Element, *, path: str = "body", depth: int = 0) -> Iterator[Block]:
        """The blocks in `parent`, which is at `path` and `depth` containers down."""
        self.limits.check("nesting", depth, what="The document has")
        counts = {"p": 0, "tbl": 0}
        unended: list[Run] = []
        for element in _unwrapped(parent):
            name = short(element.tag)
            if name == "w:p":
                counts["p"] += 1
                runs = [*unended, *read_runs(element)]
                # A tracked deletion of the paragraph's end: its text goes on in the next one.
                if child(child(child(element, "w:pPr"), "w:rPr"), "w:del") is not None:
                    unended = runs
                    continue
                unended = []
                yield from self._paragraph(element, runs, path=f"{path}/p[{counts['p']}]", depth=depth)
            elif name == "w:tbl":
                counts["tbl"] += 1
                yield self._table(element, path=f"{path}/tbl[{counts['tbl']}]", depth=depth)
            elif name == "w:altChunk":
                self.warnings.append("a document embedded in this one (altChunk) was not read")
        if unended:
            yield Paragraph("".join(run.text for run in unended), Location(path=f"{path}/p[{counts['p']}]"))

    def _paragraph(self, element: etree._Element, runs: list[Run], *, path: str, depth: int) -> Iterator[Block]:
        head = self.lists.head(child(element, "w:pPr"))
        text = "".join(run.text for run in runs)
        inside = [run for run in runs if run.box is not None or run.note]
        if text.strip() or not inside:
            yield Paragraph(head + text if text.strip() else "", Location(path=path))
        for run in inside:
            if run.box is not None:
                yield from self.blocks(run.box, path=f"{path}/box", depth=depth + 1)
            elif run.note in self.notes:
                yield from self._note(run.note, depth=depth + 1)

    def _note(self, note: tuple[str, str], *, depth: int) -> Iterator[Block]:
        """A footnote or endnote after the paragraph that calls it, numbered as Hancom Office does: "1) "."""
        kind, name = note
        self.noted[kind] += 1
        blocks = list(self.blocks(self.notes[note], path=f"{kind}/{name}", depth=depth))
        match blocks:
            case [Paragraph(text, location), *rest]:
                blocks = [Paragraph(f"{self.noted[kind]}) {text.lstrip()}", location), *rest]
        yield from blocks

    def _table(self, table: etree._Element, *, path: str, depth: int) -> Table:
        rows = []
        for r, row in enumerate((e for e in _unwrapped(table) if short(e.tag) == "w:tr"), start=1):
            if child(child(row, "w:trPr"), "w:del") is not None:
                continue
            cells = (e for e in _unwrapped(row) if short(e.tag) == "w:tc")
            paths = ((cell, f"{path}/tr[{r}]/tc[{c}]") for c, cell in enumerate(cells, start=1))
            rows.append([list(self.blocks(cell, path=here, depth=depth + 1)) for cell, here in paths])
        return Table(rows)


def _each(element: etree._Element | None) -> Iterator[etree._Element]:
    return iter(()) if element is None else iter(element)


def _unwrapped(parent: etree._Element) -> Iterator[etree._Element]:
    """The children of `parent`, those of content controls and of insertions as if they were its own."""
    for element in parent:
        name = short(element.tag)
        if name in WRAPPERS:
            yield from _unwrapped(element)
        elif name == "mc:AlternateContent":
            yield from _unwrapped(preferred(element))
        else:
            yield element
