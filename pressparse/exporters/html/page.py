"""What the page shows, in the order in which it shows it: releases with their marked text, and records gathered."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup

from pressparse.exporters import KINDS
from pressparse.exporters.html.gather import Speaker, Year, gather_initiatives, gather_people, gather_years
from pressparse.exporters.html.places import Entry, entries_of, nodes_of, pieces_of
from pressparse.exporters.html.text import marked
from pressparse.records import Failure

if TYPE_CHECKING:
    from pressparse.records import OutlineNode, Release

_DEEPEST = 8
_OPEN_RELEASES = 5
_MOST_BARS = 60
_LONG = 2000
_BAR = 48


@dataclass(frozen=True, slots=True)
class Line:
    """One outline node: its id in the page, classes, marker and marked text."""

    id: str
    classes: str
    marker: str | None
    text: Markup


@dataclass(frozen=True, slots=True)
class Sheet:
    """One release: its name in ids ("r1"), what it is called, its entries by record type and its lines."""

    name: str
    label: str
    release: Release
    entries: dict[str, list[Entry]]
    nodes: list[OutlineNode]
    lines: list[Line]


@dataclass(slots=True)
class Page:
    """All that the template needs."""

    sheets: list[Sheet]
    failures: list[Failure]
    kinds: tuple[str, ...]
    anchors: set[str]
    years: list[Year] = field(default_factory=list)
    people: list[Speaker] = field(default_factory=list)
    speakers: list[Speaker] = field(default_factory=list)
    posts: list[tuple[Sheet, Entry]] = field(default_factory=list)
    initiatives: list[tuple[str, list[tuple[Sheet, Entry]]]] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The one release's title, or how many there are."""
        return self.sheets[0].label if len(self.sheets) == 1 else f"{len(self.sheets)} press releases"

    @property
    def counts(self) -> dict[str, int]:
        """How many records of each type all releases have."""
        return {kind: sum(len(sheet.entries[kind]) for sheet in self.sheets) for kind in self.kinds}

    @property
    def bars(self) -> list[tuple[str, int, int]]:
        """Each year from the first to the last with its number of dates and a bar's height in pixels."""
        counts = {int(year.name): len(year.entries) for year in self.years if year.name.isdecimal()}
        if len(counts) < 2 or max(counts) - min(counts) > _MOST_BARS:
            return []
        most = max(counts.values())
        return [
            (str(year), counts.get(year, 0), -(-_BAR * counts.get(year, 0) // most))
            for year in range(min(counts), max(counts) + 1)
        ]

    @property
    def is_long(self) -> bool:
        """Whether a browser would take its time to lay all of it out."""
        return sum(len(sheet.lines) for sheet in self.sheets) > _LONG

    @property
    def is_open(self) -> bool:
        """Whether the texts stand open at first."""
        return len(self.sheets) <= _OPEN_RELEASES


def build(results: Iterable[Release | Failure], *, kinds: Collection[str] = KINDS) -> Page:
    """The page of `results` with the record types `kinds`; linear in the number of nodes and records."""
    sheets: list[Sheet] = []
    failures: list[Failure] = []
    anchors: set[str] = set()
    for result in results:
        if isinstance(result, Failure):
            failures.append(result)
        else:
            sheets.append(_sheet(result, f"r{len(sheets) + 1}", kinds, anchors))
    page = Page(sheets, failures, tuple(kind for kind in KINDS if kind in kinds), anchors)
    page.years = gather_years(sheets)
    page.people, page.speakers, page.posts = gather_people(sheets)
    page.initiatives = gather_initiatives(sheets)
    return page


def _sheet(release: Release, name: str, kinds: Collection[str], anchors: set[str]) -> Sheet:
    entries = entries_of(release, name, kinds=kinds)
    nodes = nodes_of(release)
    pieces = pieces_of(nodes, entries)
    anchors.update(piece.anchor for held in pieces for piece in held if piece.anchor)
    lines = [
        Line(
            f"{name}-n{number}", f"node {node.kind} l{min(node.level, _DEEPEST)}", node.marker, marked(node.text, held)
        )
        for number, (node, held) in enumerate(zip(nodes, pieces, strict=True), start=1)
    ]
    label = release.title.text if release.title else release.source.path or "standard input"
    return Sheet(name, " ".join(label.split()), release, entries, nodes, lines)
