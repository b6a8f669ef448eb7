"""The bodies that a release has named before a place in it: what "the Center", "the company's" points back to."""

from __future__ import annotations

import re
from bisect import bisect
from typing import TYPE_CHECKING

from pressparse import lexicons
from pressparse.mentions import Post
from pressparse.vocabulary import ADJECTIVES, CERTAIN, COUNTRIES, HEADS, LANDMARKS, PLACES, UNDERTAKINGS

if TYPE_CHECKING:
    from pressparse.linking.release import Linker

_PUBLIC = frozenset(lexicons.load("offices")["held"]["public"])
_OF_FIELDS = {"ministry", "department"}
_SIGHTS = LANDMARKS - CERTAIN
_NO_FIRMS = _PUBLIC | UNDERTAKINGS
_BODIES_BACK = 12
"""Bodies of one passage that are looked at."""
_VISIT = re.compile(
    r"\b(?:visit(?:ed|ing|s)?|tour(?:ed|ing|s)?|inspect(?:ed|ing|s)?) (?:the )?([A-Z][\w&-]+(?: [A-Z][\w&-]+){0,4})"
)
_INTRODUCED = re.compile(
    r"(?:^|[.;:] |\b(?:is|was|are|include|including) )([A-Z][\w&'-]+(?: [A-Z][\w&'-]+){0,4}),? "
    r"(?=which |whose |based |a (?:[a-z-]+ ){0,3}(?:company|firm|maker|producer|startup)\b)"
)
_SENTENCE = 600
"""Code points before a post among which its item begins, and words of a passage in which firms are looked for."""
_PASSAGES_BACK = 12
"""Passages back in which a body of some kind is looked for."""


class Earlier:
    """Knows what bodies a release names, and where."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker

    def of_kind_named(self, passage: int, start: int, kind: str) -> str | None:
        """The body of a kind that is named last before a place, else the first one of the release."""
        sheets = self._linker.sheets
        for back in range(passage, max(passage - _PASSAGES_BACK, -1), -1):
            bodies = sheets[back].bodies
            end = bisect(bodies, (start, "")) if back == passage else len(bodies)
            for _, name in bodies[max(end - _BODIES_BACK, 0) : end][::-1]:
                if kind in name.lower().split() and " " in name:
                    return name
        return None

    def of_kinds(self, passage: int, start: int, kinds: list[str]) -> str | None:
        """The body of one of some kinds that is named last before a place."""
        for back in range(passage, max(passage - _PASSAGES_BACK, -1), -1):
            bodies = self._linker.sheets[back].bodies
            end = bisect(bodies, (start, "")) if back == passage else len(bodies)
            for _, name in bodies[max(end - _BODIES_BACK, 0) : end][::-1]:
                if of_kind(name, kinds):
                    return name
        return None

    def before(self, passage: int, post: Post, *, alone: bool = False) -> list[str]:
        """The bodies that a passage names before the post, the last one first; with `alone` in its item of a list."""
        bodies = self._linker.sheets[passage].bodies
        end = bisect(bodies, (post.start, "")) if passage == post.passage else len(bodies)
        first = self.listed(post) if passage == post.passage and alone else 0
        return [name for start, name in bodies[max(end - _BODIES_BACK, 0) : end] if start >= first][::-1]

    def subject(self, post: Post, kinds: list[str]) -> str | None:
        """The body with which the post's paragraph begins: "The Salt Farmers' Union agreed. President Tak said …"."""
        bodies = self.before(post.passage, post)
        text = self._linker.texts[post.passage]
        first = self._linker.sheets[post.passage].bodies[0][0] if bodies else len(text)
        sentence = text.endswith((". ", '." ', '" '), 0, post.start)
        told = len(bodies) == 1 and first <= len("The ") and sentence
        return bodies[0] if told and of_kind(bodies[0], kinds) else None

    def of_others(self, passage: int, post: Post) -> set[str]:
        """The bodies of other people that a passage names before a post: "Tak, Head of Salt Aid; and Director Ek"."""
        sheet = self._linker.sheets[passage]
        end = bisect(sheet.starts, post.start - 1) if passage == post.passage else len(sheet.starts)
        near = (sheet.posted[at] for at in range(max(end - _BODIES_BACK, 0), end))
        return {p.organization for p in near if p.organization}

    def listed(self, post: Post) -> int:
        """Where the item of a list begins in which a post stands: what stands before it is of other people."""
        return self._linker.texts[post.passage].rfind("; ", max(post.start - _SENTENCE, 0), post.start) + 1

    def _visited(self, passage: int, end: int) -> str | None:
        """The firm to which somebody went, named last before a place: "then visited Hanbit Semicore in Gumi"."""
        text, sheet = self._linker.texts[passage], self._linker.sheets[passage]
        found = list(_VISIT.finditer(text, max(end - _SENTENCE, 0), end))
        for visit in reversed(found):
            words = visit[1].lower().split()
            known = _PUBLIC & set(words) or words[0] in PLACES or words[0] in ADJECTIVES or HEADS & set(words)
            if not known and not sheet.inside(sheet.begins.get(visit.start(1), -1)):
                return visit[1]
        return None

    def introduced(self, post: Post) -> str | None:
        """The firm that the paragraph of a post introduces last: "The first is Haedam Kelp Works, which joined"."""
        text = self._linker.texts[post.passage]
        found = list(_INTRODUCED.finditer(text, max(post.start - _SENTENCE, 0), post.start))
        names = (match[1].removeprefix("The ") for match in reversed(found))
        return next((name for name in names if name.lower().split()[0] not in PLACES | ADJECTIVES.keys()), None)

    def firm(self, post: Post, end: int, issuer: str | None) -> str | None:
        """The firm that "the company" is: the organisation, as the model sees it, that is named last before it."""
        linker = self._linker
        for passage in range(post.passage, max(post.passage - 3, -1), -1):
            reach = end if passage == post.passage else len(linker.texts[passage])
            if visited := self._visited(passage, reach):
                return visited
            doc = linker.context.docs[passage]
            for entity in reversed(doc.ents if len(doc) < _SENTENCE else ()):
                words = entity.text.lower().removeprefix("the ").split()
                public = not _NO_FIRMS.isdisjoint(words) or words[0] in PLACES or words[0] in ADJECTIVES
                if entity.label_ == "ORG" and entity.end_char <= reach and not public and entity.text != issuer:
                    return entity.text.removeprefix("the ").removeprefix("The ")
        return None


def of_kind(name: str, kinds: list[str]) -> bool:
    """Whether one of the kinds of body is in the name: "do" in "Gyeongsangbuk-do"."""
    words = re.findall(r"\w+", name.lower())
    if words and words[0] in _OF_FIELDS and words[0] not in kinds:
        # "Ministry of Trade, Industry and Energy" is no firm of that trade.
        return False
    if words and words[-1] in _SIGHTS and words[-1] not in kinds:
        # "University Hall"
        return False
    return any(kind in words for kind in kinds)


def foreign_name(name: str) -> bool:
    """Whether the name of a body says whose country's it is: "Norwegian Directorate of Fisheries"."""
    words = re.findall(r"\w+", name.lower())
    return any(word in ADJECTIVES or word in COUNTRIES for word in words)
