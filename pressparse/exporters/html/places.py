"""Places: every record has an entry in the page, and every stretch of text that it stands in an anchor."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressparse.exporters import KINDS
from pressparse.exporters.html.text import Piece
from pressparse.exporters.lines import NOUNS
from pressparse.exporters.tables import walk

if TYPE_CHECKING:
    from pressparse.records import Date, Initiative, OutlineNode, Person, Quote, Release, Title

    AnyRecord = Date | Initiative | Person | Quote | Title


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: `anchor` is the id of the highlight, `text` what is highlighted."""

    anchor: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A record with the id of its entry in the page, its short label ("q3") and its places."""

    id: str
    label: str
    kind: str
    record: AnyRecord
    places: list[Place]


def entries_of(release: Release, name: str, *, kinds: Collection[str] = KINDS) -> dict[str, list[Entry]]:
    """The entries of a release, which is called `name` in ids, by record type."""
    return {kind: list(_entries(release, name, kind)) for kind in KINDS if kind in kinds}


def _entries(release: Release, name: str, kind: str) -> Iterator[Entry]:
    for number, record in enumerate(getattr(release, kind), start=1):
        # Labels count anew: the ids of a release that somebody else wrote may be any text.
        label = f"{kind[0]}{number}"
        spans = getattr(record, "mentions", [record])
        places = [
            Place(f"{name}-{label}-at{at}", span.text, span.start, span.end) for at, span in enumerate(spans, start=1)
        ]
        yield Entry(f"{name}-{label}", label, kind, record, places)


def nodes_of(release: Release) -> list[OutlineNode]:
    """The outline as a list in the order of the text."""
    return sorted((node for node, _ in walk(release.outline)), key=lambda node: node.start)


def pieces_of(nodes: list[OutlineNode], entries: dict[str, list[Entry]]) -> list[list[Piece]]:
    """For each node the pieces that stand in it; a place that runs over several nodes has one in each.

    A place that stands in no node, as only a damaged release has it, has no piece.
    """
    starts = [node.start for node in nodes]
    pieces: list[list[Piece]] = [[] for _ in nodes]
    for kind, of_kind in entries.items():
        for entry in of_kind:
            back = (entry.id, entry.label, f"{NOUNS[kind]}: {describe(entry)}")
            for place in entry.places:
                at = max(bisect_right(starts, place.start) - 1, 0)
                held = []
                while at < len(nodes) and nodes[at].start < place.end:
                    if nodes[at].end > place.start:
                        held.append(at)
                    at += 1
                for at in held:
                    pieces[at].append(
                        Piece(
                            max(place.start - nodes[at].start, 0),
                            min(place.end, nodes[at].end) - nodes[at].start,
                            kind,
                            place.anchor if at == held[0] else None,
                            back if at == held[-1] else None,
                        )
                    )
    return pieces


def describe(entry: Entry) -> str:
    """What a record says, in a few words."""
    record = entry.record
    for name in ("value", "speaker", "name", "role"):
        if value := getattr(record, name, None):
            return str(value)
    return entry.label
