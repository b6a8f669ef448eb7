"""What the other extractors found, by passage and at its places in the clean text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from pressparse.context import Context
from pressparse.extractors.initiatives.coreference import Group
from pressparse.extractors.initiatives.spans import NO_SPANS, Span, Spans
from pressparse.outline.passages import Passage


@dataclass(frozen=True, slots=True)
class Dated:
    """A date's value at a place in a passage."""

    start: int
    end: int
    value: str


@dataclass(slots=True)
class Setting:
    """One passage with the records that stand in it; `posts` are (end, holder) by their beginning."""

    passage: Passage
    dates: list[Dated] = field(default_factory=list)
    names: Spans = NO_SPANS
    quotes: Spans = NO_SPANS
    people: dict[int, str] = field(default_factory=dict)
    posts: dict[int, tuple[int, str | None]] = field(default_factory=dict)

    def dates_in(self, start: int, end: int) -> list[Dated]:
        """The dates that begin between `start` and `end`."""
        first, last = (bisect_left(self.dates, at, key=lambda date: date.start) for at in (start, end))
        return self.dates[first:last]

    def taken(self, start: int, end: int) -> list[Span]:
        """Spans near `start` to `end` inside which no verb says what is done: names and quotations."""
        return [*self.names.near(start, end), *self.quotes.near(start, end)]


class Scene:
    """The settings of a release, by passage index."""

    def __init__(self, context: Context, groups: Sequence[Group]) -> None:
        self._passages = sorted((p for p in context.passages if p.offsets), key=lambda p: p.offsets[0])
        self._starts = [passage.offsets[0] for passage in self._passages]
        self.settings: dict[int, Setting] = {p.index: Setting(p) for p in context.passages}
        self.issuer = context.outline.issuer
        self._spoken: list[tuple[int, str]] = sorted((m.start, p.name) for p in context.people for m in p.mentions)
        names: dict[int, list[Span]] = defaultdict(list)
        for name in (name for group in groups for name in group.names):
            names[name.passage].append((name.outer_start, name.outer_end))
        for index, spans in names.items():
            self.settings[index].names = Spans(spans)
        self._set_dates(context)
        self._set_quotes(context)
        self._set_people(context)

    def _set_dates(self, context: Context) -> None:
        for date in sorted(context.dates, key=lambda date: date.start):
            place = self._place(date.start, date.end) if date.value is not None else None
            # The year in `Expo 2030` is part of the name.
            if place and date.value is not None and not place[0].names.near(place[1], place[2]):
                place[0].dates.append(Dated(place[1], place[2], date.value))

    def _set_quotes(self, context: Context) -> None:
        quotes: dict[int, list[Span]] = defaultdict(list)
        for quote in context.quotes:
            if place := self._place(quote.start, quote.end):
                quotes[place[0].passage.index].append(place[1:])
        for index, spans in quotes.items():
            self.settings[index].quotes = Spans(spans)

    def _set_people(self, context: Context) -> None:
        for start, person in self._spoken:
            if place := self._place(start, start + 1):
                place[0].people[place[1]] = person
        holders = {person.id: person.name for person in context.people}
        for title in context.titles:
            if place := self._place(title.start, title.end):
                place[0].posts[place[1]] = place[2], holders.get(title.person or "")

    def _place(self, start: int, end: int) -> tuple[Setting, int, int] | None:
        """The passage that the source span stands in, and its place there; what runs past its end is cut off."""
        at = bisect_right(self._starts, start) - 1
        if at < 0:
            return None
        offsets = self._passages[at].offsets
        first, last = bisect_left(offsets, start), bisect_left(offsets, end)
        return (self.settings[self._passages[at].index], first, last) if first < last else None

    def person_before(self, passage: Passage, at: int) -> str | None:
        """The person named last before character `at` of the passage."""
        found = bisect_left(self._spoken, (passage.offsets[at], "")) - 1
        return self._spoken[found][1] if found >= 0 else None


def rows_of(context: Context) -> dict[int, list[int]]:
    """The cells of each table cell's row, as passage indices."""
    rows: dict[str, list[int]] = defaultdict(list)
    for passage in context.passages:
        if context.outline.nodes[passage.node].kind == "table":
            rows[passage.node].append(passage.index)
    return {cell: cells for cells in rows.values() for cell in cells}
