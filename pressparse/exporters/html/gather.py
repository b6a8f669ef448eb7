"""Records gathered over releases: dates by year, people with what they hold and said, initiatives by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from pressparse.exporters.html.places import Entry
from pressparse.records import Date, Initiative, Person, Quote, Title

if TYPE_CHECKING:
    from pressparse.exporters.html.page import Sheet
    from pressparse.records import OutlineNode

_AROUND = 60
UNPLACED = "Not resolved"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the timeline with the words around it."""

    sheet: Sheet
    entry: Entry
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Year:
    """One year of the timeline, or the dates that have none."""

    name: str
    entries: list[Dated]


@dataclass(slots=True)
class Speaker:
    """A person, or a body that speaks, with what all releases say of them."""

    name: str
    people: list[tuple[Sheet, Entry]] = field(default_factory=list)
    posts: list[tuple[Sheet, Entry]] = field(default_factory=list)
    quotes: list[tuple[Sheet, Entry]] = field(default_factory=list)

    @property
    def organizations(self) -> list[str]:
        """The bodies that the person belongs to, each once."""
        found = [entry.record.organization for _, entry in self.people if isinstance(entry.record, Person)]
        return list(dict.fromkeys(name for name in found if name))

    @property
    def main_titles(self) -> list[str]:
        """The person's principal titles, each once."""
        found = [entry.record.title for _, entry in self.people if isinstance(entry.record, Person)]
        return list(dict.fromkeys(name for name in found if name))

    @property
    def sheets(self) -> list[Sheet]:
        """The releases that name or quote the person, each once."""
        return list({sheet.name: sheet for sheet, _ in [*self.people, *self.posts, *self.quotes]}.values())


def gather_years(sheets: Sequence[Sheet]) -> list[Year]:
    """The dates of all releases in the order of the calendar, by the year in which they begin (or end)."""
    found: list[tuple[str, Dated]] = []
    for sheet in sheets:
        nodes = {node.id: node for node in sheet.nodes}
        for entry in sheet.entries.get("dates", []):
            date = entry.record
            assert isinstance(date, Date)
            before, after = _around(date, nodes.get(date.node))
            found.append((date.earliest or date.latest or date.value or "~", Dated(sheet, entry, before, after)))
    found.sort(key=lambda pair: pair[0])
    by_year = groupby(found, key=lambda pair: pair[0][:4] if pair[0][:4].isdecimal() else UNPLACED)
    return [Year(name, [dated for _, dated in group]) for name, group in by_year]


def _around(date: Date, node: OutlineNode | None) -> tuple[str, str]:
    """The words before and after a date in its outline node, cut between words."""
    if node is None:
        return "", ""
    start, end = max(date.start - node.start, 0), max(date.end - node.start, 0)
    before, after = node.text[max(start - _AROUND, 0) : start], node.text[end : end + _AROUND]
    if start > _AROUND:
        before = "… " + before.partition(" ")[2]
    if end + _AROUND < len(node.text):
        after = after.rpartition(" ")[0] + " …"
    return before, after


def gather_people(
    sheets: Sequence[Sheet],
) -> tuple[list[Speaker], list[Speaker], list[tuple[Sheet, Entry]]]:
    """People and other speakers in alphabetical order, and the posts whose holders have no name.

    People of several releases are one where they share a name of two words or more; a surname alone says too little.
    """
    people: dict[str, Speaker] = {}
    speakers: dict[str, Speaker] = {}
    posts: list[tuple[Sheet, Entry]] = []
    for sheet in sheets:
        here: dict[str, Speaker] = {}
        for entry in sheet.entries.get("people", []):
            person = entry.record
            assert isinstance(person, Person)
            key = person.name if " " in person.name.strip() else f"{person.name} ({sheet.name})"
            here[person.id] = people.setdefault(key, Speaker(person.name))
            here[person.id].people.append((sheet, entry))
        for entry in sheet.entries.get("titles", []):
            title = entry.record
            assert isinstance(title, Title)
            holder = here.get(title.person or "")
            (holder.posts if holder else posts).append((sheet, entry))
        for entry in sheet.entries.get("quotes", []):
            quote = entry.record
            assert isinstance(quote, Quote)
            name = quote.speaker or "Speaker not known"
            speaker = here.get(quote.speaker_id or "") or speakers.setdefault(name, Speaker(name))
            speaker.quotes.append((sheet, entry))
    return _by_name(people), _by_name(speakers), posts


def _by_name(speakers: dict[str, Speaker]) -> list[Speaker]:
    return sorted(speakers.values(), key=lambda speaker: speaker.name.casefold())


def gather_initiatives(sheets: Sequence[Sheet]) -> list[tuple[str, list[tuple[Sheet, Entry]]]]:
    """The initiatives by kind, and within a kind by actor and name."""
    found: dict[str, list[tuple[tuple[str, str], Sheet, Entry]]] = defaultdict(list)
    for sheet in sheets:
        for entry in sheet.entries.get("initiatives", []):
            initiative = entry.record
            assert isinstance(initiative, Initiative)
            order = ((initiative.actor or "~").casefold(), initiative.name.casefold())
            found[initiative.kind].append((order, sheet, entry))
    return [
        (kind, [(sheet, entry) for _, sheet, entry in sorted(found[kind], key=lambda item: item[0])])
        for kind in sorted(found)
    ]
