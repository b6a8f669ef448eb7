"""From the text to the initiatives in it: find the names, join those of one initiative, find its other mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pressparse.abbreviations import introduced as introduced_bodies
from pressparse.context import Context
from pressparse.extractors.initiatives.aliases import bodies_abbreviated, find_introduced
from pressparse.extractors.initiatives.capitalised import find_capitalised
from pressparse.extractors.initiatives.coreference import Group, group_names
from pressparse.extractors.initiatives.echoes import add_echoes
from pressparse.extractors.initiatives.entities import find_people
from pressparse.extractors.initiatives.introduced import find_named
from pressparse.extractors.initiatives.marked import Marked, find_marked
from pressparse.extractors.initiatives.names import Name
from pressparse.extractors.initiatives.spans import NO_SPANS, Span, Spans
from pressparse.extractors.initiatives.words import runs_of


def find_groups(context: Context) -> list[Group]:
    """The initiatives of a release, each with all the places where it is named, in document order."""
    told = [runs_of(passage.text) for passage in context.passages]
    marked = find_marked(context)
    names = _outermost([one.name for one in marked if one.name])
    people = find_people(context)
    names += find_capitalised(context, marked, people, told)
    names += _outside(find_named(context, people, told), names, marked)
    names.sort(key=lambda name: (name.passage, name.start))
    introduced = list(find_introduced(context.passages, names))
    expansions = introduced_bodies(context.passages) | bodies_abbreviated(context.passages, names)
    groups = group_names(names, introduced, expansions=expansions, issuer=context.outline.issuer)
    groups = [group for group in groups if any(name.sure for name in group.names)]
    closed = _spans_by_passage((one.passage, one.start, one.end) for one in marked if one.opaque and not one.name)
    add_echoes(context.passages, groups, closed, told)
    return sorted(groups, key=lambda group: (group.names[0].passage, group.names[0].start))


def _outermost(names: Sequence[Name]) -> list[Name]:
    """The names that stand in no other one: “‘X’ Support Plan” is one name."""
    found: list[Name] = []
    for name in sorted(names, key=lambda name: (name.passage, name.start, -name.end)):
        if not found or found[-1].passage != name.passage or name.start >= found[-1].end:
            found.append(name)
    return found


def _outside(more: Iterable[Name], names: Sequence[Name], marked: Sequence[Marked]) -> list[Name]:
    """Those of `more` that overlap none of the names and no marked stretch that is closed to other names."""
    taken = _spans_by_passage(
        [(name.passage, name.outer_start, name.outer_end) for name in names]
        + [(one.passage, one.start, one.end) for one in marked if one.opaque]
    )
    found: list[Name] = []
    for name in sorted(more, key=lambda name: (name.passage, name.start)):
        before = found[-1] if found else None
        free = not taken.get(name.passage, NO_SPANS).near(name.start, name.end)
        if free and not (before and before.passage == name.passage and name.start < before.end):
            found.append(name)
    return found


def _spans_by_passage(places: Iterable[tuple[int, int, int]]) -> dict[int, Spans]:
    found: dict[int, list[Span]] = {}
    for passage, start, end in places:
        found.setdefault(passage, []).append((start, end))
    return {passage: Spans(spans) for passage, spans in found.items()}
