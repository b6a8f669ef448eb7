"""Paragraphs and tables, as every document format has them, laid out as lines of text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pressparse.errors import NoText
from pressparse.readers.limits import Limits
from pressparse.source import Location

NOWHERE = Location()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of one file; `locations` as in `Source`."""

    text: str
    format: str
    encoding: str | None = None
    locations: tuple[tuple[int, Location], ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with its list head written out; an empty one stands for a blank line."""

    text: str
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each cell a list of blocks."""

    rows: list[list[list[Block]]] = field(default_factory=list)


Block = Paragraph | Table

# What XML, JSON or a terminal would stumble over and no reader of a release sees.
INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufeff\ufffe\uffff]")
MARGIN_CHARACTERS = 300
LETTER = re.compile(r"[^\W\d_]")
LINE_END = re.compile("\r\n?|[\u2028\u2029\x85]")
BLANK_LINES = re.compile("\n{3,}")


def lay_out(
    blocks: Iterable[Block], *, format: str, limits: Limits, margins: Iterable[Block] = (), warnings: Sequence[str] = ()
) -> Reading:
    """One line a paragraph and one a table row, cells parted by tabs; at most one blank line in a row.

    `margins` are headers and footers, which do not belong to the text and are told of in a warning.
    `warnings` is looked at when everything has been read.

    Raises NoText where nothing is left, and LimitExceeded (nesting, characters).
    """
    lines: list[str] = []
    locations: list[tuple[int, Location]] = []
    length = 0
    for paragraph in _lines(blocks, depth=0, limits=limits):
        text = clean(paragraph.text)
        if not text.strip():
            if not lines or not lines[-1]:
                continue
            text = ""
        else:
            locations.append((length, paragraph.location))
        lines.append(text)
        length += len(text) + 1
        limits.check("characters", length, what="The text has")
    if not locations:
        raise NoText("There is no text in this document; if it is a scan or a picture, run OCR on it first.")
    remarks = (*warnings, *_margins(margins, limits=limits))
    return Reading("\n".join(lines).rstrip() + "\n", format=format, locations=tuple(locations), warnings=remarks)


def _margins(blocks: Iterable[Block], *, limits: Limits) -> Iterator[str]:
    """A warning that says what headers and footers hold, each line once and without bare page numbers."""
    lines = {
        " ".join(line.text.split()): None for line in _lines(blocks, depth=0, limits=limits) if LETTER.search(line.text)
    }
    if lines:
        yield f"page headers and footers were left out: {' | '.join(lines)[:MARGIN_CHARACTERS]}"


def clean(text: str) -> str:
    """`text` without invisible controls, its line ends "\\n" (at most one blank line) and no white space at its end."""
    return BLANK_LINES.sub("\n\n", INVISIBLE.sub("", LINE_END.sub("\n", text))).rstrip()


def _lines(blocks: Iterable[Block], *, depth: int, limits: Limits) -> Iterator[Paragraph]:
    limits.check("nesting", depth, what="The tables have")
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield Paragraph("")
            for row in block.rows:
                yield from _row(row, depth=depth, limits=limits)
            yield Paragraph("")


def _row(cells: list[list[Block]], *, depth: int, limits: Limits) -> Iterator[Paragraph]:
    """Cells of one paragraph share a line; a cell of several has a line for each, as a marker must begin its line."""
    shared: list[Paragraph] = []
    for cell in cells:
        inside = list(_lines(cell, depth=depth + 1, limits=limits))
        filled = [line for line in inside if line.text.strip()]
        if len(filled) <= 1 and not any("\n" in line.text for line in filled):
            shared.append(filled[0] if filled else Paragraph(""))
            continue
        yield from _joined(shared)
        shared.clear()
        yield from inside
    yield from _joined(shared)


def _joined(cells: list[Paragraph]) -> Iterator[Paragraph]:
    filled = [cell for cell in cells if cell.text.strip()]
    if filled:
        yield Paragraph("\t".join(clean(cell.text).strip() for cell in cells).strip("\t"), filled[0].location)
