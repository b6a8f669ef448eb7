"""A passage while its names are being found: its words, which of them are taken, and what has been found."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Container, Sequence
from functools import cached_property

from pressparse import lexicons
from pressparse.context import Entity
from pressparse.extractors.people.connectors import joined
from pressparse.given import listed
from pressparse.mentions import Name, Post
from pressparse.outline.passages import Passage
from pressparse.romanization import openings, shape_at
from pressparse.vocabulary import HEADLINE_VERBS, HEADS, LANDMARKS, NOUNS, UNDERTAKINGS
from pressparse.words import Word, capital, headline, holds_contact, touching, words_of

_LONGEST = 8
_GREATER = NOUNS | UNDERTAKINGS | LANDMARKS | frozenset(lexicons.load("names")["built"])
_EPONYMS = frozenset(lexicons.load("names")["eponyms"])


class Page:
    """The words of a passage with the posts in it as pairs of word indices, and the names found so far.

    `called` is what the model names in it, in order and without overlaps; `bodies` and `others` are what the release
    says and the model thinks to be no person.
    """

    def __init__(self, passage: Passage, called: Sequence[Entity]) -> None:
        self.passage, self.called = passage, called
        self.words: Sequence[Word] = words_of(passage.text)
        self.lows = {word.low for word in self.words}
        """The passage's words in small letters: most rules have nothing to do where none of theirs is among them."""
        self.capitals = [index for index, word in enumerate(self.words) if word.text[0].isupper()]
        """The indices of the words that begin with a capital."""
        self.posts: list[tuple[int, int, Post]] = []
        self.taken: set[int] = set()
        self.names: list[Name] = []
        self.begun: set[int] = set()
        self.ended: set[int] = set()
        self.others: Container[str] = frozenset()
        self.bodies: frozenset[str] = frozenset()

    @cached_property
    def headline(self) -> bool:
        """Whether nearly every word has a capital, so that a capital says nothing of names."""
        return headline(self.words)

    @cached_property
    def koreans(self) -> list[int]:
        """The indices of the words at which the shape of a Korean name may begin."""
        return openings(self.words)

    @cached_property
    def contact(self) -> bool:
        """Whether the passage holds a telephone number or an address, as the lines of contacts do."""
        return holds_contact(self.passage.text)

    def occupy(self, post: Post) -> None:
        """Take the words of a post: no name is made of them."""
        begin, end = bisect_left(self.words, (post.start,)), bisect_left(self.words, (post.end,))
        self.posts.append((begin, end, post))
        self.taken.update(range(begin, end))

    def index_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Word indices [begin, end) of code points [start, end), or None where they cut through words."""
        words = self.words
        first, last = bisect_left(words, (start,)), bisect_left(words, (end,))
        whole = first < last and words[first].start == start and words[last - 1].end == end
        return (first, last) if whole else None

    def text(self, begin: int, end: int) -> str:
        """The passage's text of words [begin, end)."""
        return self.passage.text[self.words[begin].start : self.words[end - 1].end]

    def take(self, begin: int, end: int, rule: str) -> bool:
        """Add the name made of words [begin, end), unless one is taken or it is part of a greater name."""
        if begin >= end or not self.taken.isdisjoint(range(begin, end)) or self.continued(end):
            return False
        self.taken.update(range(begin, end))
        self.begun.add(begin)
        self.ended.add(end)
        korean = (shape := shape_at(self.words, begin)) is not None and shape.length == end - begin
        start, stop = self.words[begin].start, self.words[end - 1].end
        short = sum(capital(word) or joined(word) for word in self.words[begin:end]) == 1
        self.names.append(Name(self.passage.index, start, stop, rule, korean=korean, short=short))
        return True

    def continued(self, end: int) -> bool:
        """Whether the words go on as a body's, a prize's or a place's name: "Kim Dae-jung Convention Center"."""
        words = self.words
        if end + 1 < len(words) and words[end].text == "'" and words[end - 1].low.endswith("s"):
            # "Apple Growers' Cooperative"
            end += words[end].start == words[end - 1].end and words[end + 1].low in NOUNS
        owned = end < len(words) and words[end].low == "'s"
        if end + owned < len(words) and words[end + owned].low in _EPONYMS:
            # "Parkinson's disease", "the Van Allen belt"
            return True
        for index in range(end, min(end + 5, len(words))):
            if index in self.taken or not touching(words, index) or not capital(words[index]):
                return False
            if index == end and words[index].low in HEADLINE_VERBS:
                # "Tak Bo-mi Win Award"
                return False
            if words[index].low in _GREATER:
                # "Tak Bo-mi National Assembly member" is a person all the same.
                after = index + 1
                return after >= len(words) or words[after].low not in HEADS or capital(words[after])
        return False

    def known(self, begin: int, end: int) -> bool:
        """Whether words [begin, end) are a name by their shape, by a given name or by the model's voice."""
        shape = shape_at(self.words, begin)
        told = (shape is not None and shape.length == end - begin) or listed(self.words[begin:end])
        return told or self.modelled(begin, end)

    def organised(self, begin: int, end: int) -> bool:
        """Whether the model calls the words, or more around them, an organisation."""
        return self._called({"ORG"}, begin, end)

    def placed(self, begin: int, end: int) -> bool:
        """Whether the model calls the words, or more around them, a place."""
        return self._called({"GPE", "LOC", "FAC"}, begin, end)

    def otherwise(self, begin: int, end: int) -> bool:
        """Whether the model calls the words, or some of them, something else than a person."""
        start, stop = self.words[begin].start, self.words[end - 1].end
        at = bisect(self.called, start, key=lambda entity: entity.end)
        return any(entity.label != "PERSON" and entity.start < stop for entity in self.called[at : at + _LONGEST])

    def touched(self, begin: int, end: int) -> bool:
        """Whether the model calls a part of the words a person."""
        at = bisect(self.entities, begin, key=lambda entity: entity[1])
        return at < len(self.entities) and self.entities[at][0] < end

    def named_otherwise(self, begin: int, end: int) -> bool:
        """Whether the model calls the words, and no more, something else than a person."""
        start, stop = self.words[begin].start, self.words[end - 1].end
        at = bisect(self.called, start, key=lambda entity: entity.end)
        near = self.called[at : at + _LONGEST]
        return any(e.label != "PERSON" and e.start <= start < e.end <= stop for e in near)

    def covered(self, begin: int, end: int) -> bool:
        """Whether the model calls all the words, or more around them, something else than a person."""
        return self._called({entity.label for entity in self.called} - {"PERSON"}, begin, end)

    def _called(self, labels: set[str], begin: int, end: int) -> bool:
        start, stop = self.words[begin].start, self.words[end - 1].end
        at = bisect(self.called, start, key=lambda entity: entity.end)
        entity = self.called[at] if at < len(self.called) else None
        return entity is not None and entity.label in labels and entity.start <= start and entity.end >= stop

    def modelled(self, begin: int, end: int) -> bool:
        """Whether the model calls the words, or more around them, a person."""
        at = bisect(self.entities, (begin, len(self.words)))
        return at > 0 and self.entities[at - 1][0] <= begin and end <= self.entities[at - 1][1]

    @cached_property
    def entities(self) -> list[tuple[int, int]]:
        """Word indices of what the model calls a person."""
        spans = (self.index_of(e.start, e.end) for e in self.called if e.label == "PERSON")
        return [span for span in spans if span is not None]
