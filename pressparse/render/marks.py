"""Records marked in place: in colour where there is colour, in braces with their label where there is none."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.text import Text

from pressparse.records import Release

STYLES = {
    "dates": "bold cyan",
    "people": "bold green",
    "titles": "yellow",
    "quotes": "italic underline",
    "initiatives": "bold magenta",
}
OVERLAP = "reverse"
"""Put over the styles where two records share a place: a date within a quotation, a title within a name."""

# One to one, so that offsets hold: controls as the pictures of them, what turns the writing direction as U+FFFD.
_SHOWN = {code: 0x2400 + code for code in range(0x20) if code != 0x0A} | {0x7F: 0x2421, 0x0A: 0x20, 0x09: 0x20}
_SHOWN |= dict.fromkeys([*range(0x80, 0xA0), 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD)


@dataclass(frozen=True, slots=True)
class Mark:
    """One place of a record: source offsets, the record type and the label of its row in the table."""

    start: int
    end: int
    kind: str
    label: str


def label(kind: str, index: int, record: object) -> str:
    """What a record is called in the tables: its id where it has one ("p1"), else its type's letter and number."""
    return str(getattr(record, "id", f"{kind[0]}{index}"))


class Marks:
    """Every place of every record of the types `kinds`, in the order of the text."""

    def __init__(self, release: Release, kinds: Sequence[str]) -> None:
        marks = [
            Mark(place.start, place.end, kind, label(kind, index, record))
            for kind in kinds
            for index, record in enumerate(getattr(release, kind), start=1)
            for place in getattr(record, "mentions", [record])
        ]
        self._marks = sorted(marks, key=lambda mark: (mark.start, -mark.end))
        self._longest = max((mark.end - mark.start for mark in marks), default=0)

    def between(self, start: int, end: int) -> list[Mark]:
        """The marks of which some part stands in the source offsets start to end."""
        first = bisect_left(self._marks, start - self._longest, key=lambda mark: mark.start)
        last = bisect_left(self._marks, end, key=lambda mark: mark.start)
        return [mark for mark in self._marks[first:last] if mark.end > start]


def plain(text: str | None) -> Text:
    """`text` as it may be printed: one line, no control characters, no markup."""
    return Text((text or "").translate(_SHOWN))


def marked(text: str, start: int, marks: Sequence[Mark], *, in_colour: bool) -> Text:
    """The text that stands at source offset `start`, with the `marks` that have a part of it."""
    shown = plain(text)
    if in_colour:
        for mark in marks:
            shown.stylize(STYLES[mark.kind], max(mark.start - start, 0), mark.end - start)
        for first, last in _overlaps(marks):
            shown.stylize(OVERLAP, max(first - start, 0), last - start)
        return shown
    return Text(_braced(shown.plain, start, marks))


def _overlaps(marks: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Where a mark shares a place with one before it, given that they are in the order of their starts."""
    reached = 0
    for mark in marks:
        if mark.start < reached:
            yield mark.start, min(mark.end, reached)
        reached = max(reached, mark.end)


def _braced(text: str, start: int, marks: Sequence[Mark]) -> str:
    # At one place the inner braces close first, then the outer ones open first.
    edges = [(max(mark.start - start, 0), 1, -mark.end, f"{{{mark.label} ") for mark in marks]
    edges += [(min(mark.end - start, len(text)), 0, -mark.start, "}") for mark in marks]
    pieces, reached = [], 0
    for position, _, _, brace in sorted(edges):
        pieces += [text[reached:position], brace]
        reached = position
    return "".join([*pieces, text[reached:]])
