"""Which names are one initiative: spellings, short forms, and abbreviations that the text introduces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from pressparse.extractors.initiatives.lexicon import GENERIC, HEAD_WORDS
from pressparse.extractors.initiatives.names import Name

Key = tuple[str, ...]

_PART = re.compile(r"[^\W_]+(?:'[^\W_]+)?\+*")
_SPELLINGS = {
    "programme": "program",
    "centre": "center",
    "programmes": "programs",
    "&": "and",
    "organisation": "organization",
}
_SMALL = frozenset(["the", "a", "an", "of", "on", "for", "and", "to", "in"])
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_YEAR = re.compile(r"(?:19|20)\d\d")
# What a short form may leave out even when little is left of the name.
_LEFT_OUT = frozenset(["national", "korea", "korean", "global", "international"])
_MOST_LEFT_OUT = 3
_LONGEST_KEY = 16


@dataclass(slots=True)
class Group:
    """One initiative: the names that it goes by, in document order, and its short forms as they are written."""

    names: list[Name] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)


def key_of(text: str, expansions: Mapping[str, str] | None = None) -> Key:
    """The name's words without case, hyphens and articles; abbreviations of bodies are written out."""
    parts: list[str] = []
    for part in _PART.findall(text.replace("&", " and ")):
        full = (expansions or {}).get(part)
        words = _PART.findall(full) if full else [part]
        parts += [_SPELLINGS.get(word.lower(), word.lower()) for word in words]
    return tuple(part for part in parts if part not in ("the", "a", "an"))


def numbers_of(key: Key) -> frozenset[str]:
    """The ordinals and years that tell one edition from another."""
    return frozenset(part for part in key if _ORDINAL.fullmatch(part) or _YEAR.fullmatch(part))


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
    groups = _Groups()
    keys = {}
    for name in names:
        keys[name] = key_of(name.text, expansions)
        groups.add(name, keys[name])
    for name, other in introduced:
        if isinstance(other, Name):
            groups.join(name, other)
        else:
            groups.alias(name, other, key_of(other, expansions))
    _join_short_forms(groups, keys, _LEFT_OUT | set(key_of(issuer or "")))
    return groups.in_order()


class _Groups:
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
        return self._by_key

    def in_order(self) -> list[Group]:
        found: dict[Name, Group] = {}
        for name in self._parent:
            found.setdefault(self.find(name), Group()).names.append(name)
        for name, texts in self._aliases.items():
            found[self.find(name)].aliases |= texts
        for group in found.values():
            group.names.sort(key=lambda n: (n.passage, n.start))
        return sorted(found.values(), key=lambda g: (g.names[0].passage, g.names[0].start))


def _join_short_forms(groups: _Groups, keys: Mapping[Name, Key], left_out: Set[str]) -> None:
    """Join a name to the one longer name that it is the end or the beginning of, if there is just one."""
    longer: dict[Key, dict[Name, bool]] = {}
    for key, name in groups.roots().items():
        for short, is_telling in _shortened(key, left_out):
            longer.setdefault(short, {})[name] = is_telling
    for key, name in list(groups.roots().items()):
        candidates = {
            groups.find(other)
            for other, is_telling in longer.get(key, {}).items()
            if _compatible(key, keys[other]) and (is_telling or _may_follow(name, other))
        }
        candidates.discard(groups.find(name))
        if len(candidates) == 1:
            groups.join(candidates.pop(), name)


def _may_follow(name: Name, full: Name) -> bool:
    """Whether a form of few words (‘New Deal 300’) may be short for a name: marked, behind it, and no law's."""
    return name.marked and name.kind != "law" and (full.passage, full.start) < (name.passage, name.start)


def _compatible(short: Key, full: Key) -> bool:
    """Whether two names may be one edition of one thing: `7th X Forum` and `6th X Forum` are two."""
    mine, theirs = numbers_of(short), numbers_of(full)
    return not mine or not theirs or bool(mine & theirs)


def _shortened(key: Key, left_out: Set[str]) -> Iterable[tuple[Key, bool]]:
    """The forms that a writer cuts a name down to, without its front or its head; and whether enough is left."""
    if len(key) > _LONGEST_KEY:
        return
    for cut in range(1, min(len(key) - 1, _MOST_LEFT_OUT + 1)):
        dropped, rest = key[:cut], key[cut:]
        if any(part in HEAD_WORDS or part in _SMALL for part in dropped):
            return  # `Enforcement Decree of the X Act` is not the X Act
        telling = [part for part in rest if part not in GENERIC and part not in _SMALL]
        minor = all(part.removesuffix("'s") in left_out or part in GENERIC or part[0].isdigit() for part in dropped)
        if len(telling) >= 2:
            yield rest, minor or len(telling) > 2
    without_year = tuple(part for part in key if not _YEAR.fullmatch(part))
    if len(without_year) >= 3 and without_year != key:
        yield without_year, True
    if key[-1] in HEAD_WORDS and len(key) > 3 and key[-2] not in HEAD_WORDS:
        yield key[:-1], True
