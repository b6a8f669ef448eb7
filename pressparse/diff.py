"""What changed between two exports: releases that came or went, and record by record what is new, gone or different."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from pressparse.exporters import KINDS
from pressparse.exporters.lines import NOUNS
from pressparse.exporters.tables import walk
from pressparse.records import Failure, Record, Release, Span
from pressparse.results import Stored

# What moves when nothing that a reader would call a record has changed, and ids, which only number the records.
_ASIDE = {"id", "mentions", "start", "end", "node", "children", "location", "evidence"}
_HEAD = ("title", "subtitles", "issued", "issued_from", "issuer", "warnings")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `fields` has, for a changed record, each field that differs with its old and new value."""

    path: str
    sign: Literal["+", "-", "~"]
    kind: str
    label: str
    fields: dict[str, tuple[Any, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Item:
    """A record to be compared: its places in the text, what it is called, and its fields with ids resolved."""

    places: frozenset[tuple[int, int]]
    label: str
    fields: dict[str, Any]


def diff(old: Iterable[Stored], new: Iterable[Stored]) -> Iterator[Change]:
    """The changes from `old` to `new`, in the order of the paths.

    Releases are matched by path, and those without one by the sha256 of their source. Record types that one of the
    two exports was made without are not compared.
    """
    before, after = _by_name(old), _by_name(new)
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            yield Change(name, "-", "release", _headline(before[name]))
        elif name not in before:
            yield Change(name, "+", "release", _headline(after[name]))
        else:
            yield from _between(name, before[name], after[name])


def _by_name(stored: Iterable[Stored]) -> dict[str, Stored]:
    return {each.result.source.path or each.result.source.sha256 or each.where: each for each in stored}


def _headline(stored: Stored) -> str:
    result = stored.result
    if isinstance(result, Failure):
        return f"failed: {result.error.message}"
    return result.title.text if result.title else "no title"


def _between(name: str, old: Stored, new: Stored) -> Iterator[Change]:
    before, after = old.result, new.result
    if isinstance(before, Failure) or isinstance(after, Failure):
        if _headline(old) != _headline(new):
            yield Change(name, "~", "release", _headline(new), {"release": (_headline(old), _headline(new))})
        return
    # In another text every offset may have moved, and says nothing.
    same_text = before.source.sha256 == after.source.sha256
    heads = [{field: _plain(getattr(release, field)) for field in _HEAD} for release in (before, after)]
    fields = _differing(heads[0], heads[1])
    if not same_text:
        fields["sha256"] = (before.source.sha256, after.source.sha256)
    if fields:
        yield Change(name, "~", "release", _headline(new), fields)
    kinds = old.kinds & new.kinds
    for kind in ("outline", *(kind for kind in KINDS if kind in kinds)):
        items = [_items(release, kind, with_people="people" in kinds) for release in (before, after)]
        yield from _records(name, kind, *items, same_text=same_text)


def _records(name: str, kind: str, old: list[_Item], new: list[_Item], *, same_text: bool) -> Iterator[Change]:
    noun = NOUNS.get(kind, "node")
    old, new = _without_equal(old, new, same_text=same_text)
    for before, after in _pairs(old, new, same_text=same_text):
        if after is None and before is not None:
            yield Change(name, "-", noun, before.label)
        elif before is None and after is not None:
            yield Change(name, "+", noun, after.label)
        elif before and after:
            fields = _differing(before.fields, after.fields)
            if same_text and before.places != after.places:
                fields["places"] = (_spelled(before.places), _spelled(after.places))
            if fields:
                yield Change(name, "~", noun, after.label, fields)


def _without_equal(old: list[_Item], new: list[_Item], *, same_text: bool) -> tuple[list[_Item], list[_Item]]:
    """Both lists without the records that stand in both, one for one."""

    def key(item: _Item) -> tuple[object, str]:
        return (item.places if same_text else None), repr(sorted(item.fields.items()))

    waiting: dict[object, int] = defaultdict(int)
    for item in old:
        waiting[key(item)] += 1
    left = []
    for item in new:
        if waiting[key(item)]:
            waiting[key(item)] -= 1
        else:
            left.append(item)
    gone = []
    for item in reversed(old):
        if waiting[key(item)]:
            waiting[key(item)] -= 1
            gone.append(item)
    return gone[::-1], left


def _pairs(old: list[_Item], new: list[_Item], *, same_text: bool) -> Iterator[tuple[_Item | None, _Item | None]]:
    """Old records with what became of them: the new one that shares a place, or else the same name."""
    by_place: dict[object, list[_Item]] = defaultdict(list)
    for item in new:
        for key in [*(item.places if same_text else ()), item.label]:
            by_place[key].append(item)
    taken: set[int] = set()
    for before in old:
        keys = [*(sorted(before.places) if same_text else ()), before.label]
        found = next((item for key in keys for item in by_place[key] if id(item) not in taken), None)
        if found:
            taken.add(id(found))
        yield before, found
    yield from ((None, item) for item in new if id(item) not in taken)


def _items(release: Release, kind: str, *, with_people: bool) -> list[_Item]:
    names = {person.id: person.name for person in release.people}
    records: Iterable[Any] = (
        (node for node, _ in walk(release.outline)) if kind == "outline" else getattr(release, kind)
    )
    items = []
    for record in records:
        places = frozenset((span.start, span.end) for span in getattr(record, "mentions", [record]))
        fields = {name: _plain(getattr(record, name)) for name in type(record).model_fields if name not in _ASIDE}
        for name in fields.keys() & {"person", "speaker_id"}:
            if with_people:
                fields[name] = names.get(fields[name], fields[name])
            else:  # an export by `--only` without people has their ids, which say nothing without them
                del fields[name]
        items.append(_Item(places, str(getattr(record, "name", None) or record.text), fields))
    return items


def _plain(value: Any) -> Any:
    """A value without the offsets in it."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, Span):
        return value.text
    return value.model_dump() if isinstance(value, Record) else value


def _differing(old: dict[str, Any], new: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    return {name: (old[name], new[name]) for name in old if old[name] != new[name]}


def _spelled(places: frozenset[tuple[int, int]]) -> list[str]:
    return [f"{start}-{end}" for start, end in sorted(places)]
