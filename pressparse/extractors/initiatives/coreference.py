"""Which names are one initiative: spellings, short forms, and abbreviations that the text introduces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pressparse.extractors.initiatives.keys import Key, key_of
from pressparse.extractors.initiatives.lexicon import PLURALS
from pressparse.extractors.initiatives.names import Name
from pressparse.extractors.initiatives.short_forms import find_short_forms

_BRACKET = re.compile(r" ?\([^()]{1,40}\) ?")
# What a short form may leave out even when little is left of the name.
_LEFT_OUT = frozenset(["national", "korea", "korean", "global", "international"])


@dataclass(slots=True)
class Group:
    """One initiative: the names that it goes by, in document order, and its short forms as they are written."""

    names: list[Name] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)


def group_names(
    names: Sequence[Name],
    introduced: Iterable[tuple[Name, Name | str]],
    *,
    expansions: Mapping[str, str],
    issuer: str | None = None,
) -> list[Group]:
    """The names as groups of one initiative each, in the order of their first mention.

    `introduced` pairs a name with another name, or with a short form as text, that the release says is the same.
    """
    groups = Groups()
    keys = {}
    for name in names:
        keys[name] = key_of(name.text, expansions)
        groups.add(name, keys[name])
    for name in names:
        if "(" in name.text:
            plain = _BRACKET.sub(" ", name.text)  # Reef (ri-pu) School, later Reef School
            groups.alias(name, " ".join(plain.split()), key_of(plain, expansions))
    for name, other in introduced:
        if isinstance(other, Name):
            groups.join(name, other)
        else:
            groups.alias(name, other, key_of(other, expansions))
    roots = groups.roots()
    for name in names:
        singular = (*keys[name][:-1], keys[name][-1].removesuffix("s")) if keys[name] else ()
        if keys[name] and keys[name][-1] in PLURALS and (one := roots.get(singular)):
            groups.join(name, one)
    left_out = _LEFT_OUT | set(key_of(issuer or ""))
    for full, short in find_short_forms(groups.roots(), groups.find, left_out):
        groups.join(full, short)
    return groups.in_order()


class Groups:
    """A disjoint-set forest over names; one key is one name."""

    def __init__(self) -> None:
        self._parent: dict[Name, Name] = {}
        self._by_key: dict[Key, Name] = {}
        self._aliases: dict[Name, set[str]] = {}

    def add(self, name: Name, key: Key) -> None:
        self._parent[name] = name
        first = self._by_key.setdefault(key, name)
        self._parent[name] = self.find(first)

    def find(self, name: Name) -> Name:
        while self._parent[name] is not name:
            self._parent[name] = self._parent[self._parent[name]]
            name = self._parent[name]
        return name

    def join(self, name: Name, other: Name) -> None:
        first, second = self.find(name), self.find(other)
        if (second.passage, second.start) < (first.passage, first.start):
            first, second = second, first
        self._parent[second] = first

    def alias(self, name: Name, text: str, key: Key) -> None:
        """Note a short form as it is written; where it stands as a name of its own, that is the same initiative."""
        if key in self._by_key:
            self.join(name, self._by_key[key])
        self._aliases.setdefault(name, set()).add(text)

    def roots(self) -> dict[Key, Name]:
        return dict(self._by_key)

    def in_order(self) -> list[Group]:
        found: dict[Name, Group] = {}
        for name in self._parent:
            found.setdefault(self.find(name), Group()).names.append(name)
        for name, texts in self._aliases.items():
            found[self.find(name)].aliases |= texts
        for group in found.values():
            group.names.sort(key=lambda n: (n.passage, n.start))
        return sorted(found.values(), key=lambda g: (g.names[0].passage, g.names[0].start))
