"""A passage while its names are being found: its words, which of them are taken, and what has been found."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from pressparse.mentions import Name, Post
from pressparse.outline.passages import Passage
from pressparse.romanization import shape_at
from pressparse.vocabulary import HEADLINE_VERBS, HEADS, LANDMARKS, NOUNS, UNDERTAKINGS
from pressparse.words import CONTACT, Word, capital, headline, touching, words_of

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Page:
    """The words of a passage with the posts in it as pairs of word indices, and the names found so far."""

    def __init__(self, passage: Passage, doc: Doc) -> None:
        self.passage, self.doc = passage, doc
        self.words: Sequence[Word] = words_of(passage.text)
        self.headline = headline(self.words)
        self.posts: list[tuple[int, int, Post]] = []
        self.taken: set[int] = set()
        self.names: list[Name] = []
        self.begun: set[int] = set()
        self.others: frozenset[str] = frozenset()
        self._starts = {word.start: index for index, word in enumerate(self.words)}
        self._ends = {word.end: index + 1 for index, word in enumerate(self.words)}

    @cached_property
    def contact(self) -> bool:
        """Whether the passage holds a telephone number or an address, as the lines of contacts do."""
        return CONTACT.search(self.passage.text) is not None

    def occupy(self, post: Post) -> None:
        """Take the words of a post: no name is made of them."""
        begin, end = self._starts[post.start], self._ends[post.end]
        self.posts.append((begin, end, post))
        self.taken.update(range(begin, end))

    def index_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Word indices [begin, end) of code points [start, end), or None where they cut through words."""
        if start in self._starts and end in self._ends:
            return self._starts[start], self._ends[end]
        return None

    def text(self, begin: int, end: int) -> str:
        """The passage's text of words [begin, end)."""
        return self.passage.text[self.words[begin].start : self.words[end - 1].end]

    def take(self, begin: int, end: int, rule: str) -> bool:
        """Add the name made of words [begin, end), unless one is taken or it is part of a greater name."""
        if begin >= end or not self.taken.isdisjoint(range(begin, end)) or self.continued(end):
            return False
        self.taken.update(range(begin, end))
        self.begun.add(begin)
        korean = (shape := shape_at(self.words, begin)) is not None and shape.length == end - begin
        start, stop = self.words[begin].start, self.words[end - 1].end
        short = sum(capital(word) for word in self.words[begin:end]) == 1
        self.names.append(Name(self.passage.index, start, stop, rule, korean=korean, short=short))
        return True

    def continued(self, end: int) -> bool:
        """Whether the words go on as a body's, a prize's or a place's name: "Kim Dae-jung Convention Center"."""
        words = self.words
        for index in range(end, min(end + 5, len(words))):
            if index in self.taken or not touching(words, index) or not capital(words[index]):
                return False
            if index == end and words[index].low in HEADLINE_VERBS:
                # "Tak Bo-mi Win Award"
                return False
            if words[index].low in NOUNS | UNDERTAKINGS | LANDMARKS:
                # "Tak Bo-mi National Assembly member" is a person all the same.
                after = index + 1
                return after >= len(words) or words[after].low not in HEADS or capital(words[after])
        return False

    def known(self, begin: int, end: int) -> bool:
        """Whether words [begin, end) are a name by their shape or by the model's voice."""
        shape = shape_at(self.words, begin)
        return (shape is not None and shape.length == end - begin) or self.modelled(begin, end)

    def modelled(self, begin: int, end: int) -> bool:
        """Whether the model calls the words, or more around them, a person."""
        at = bisect(self.entities, (begin, len(self.words)))
        return at > 0 and self.entities[at - 1][0] <= begin and end <= self.entities[at - 1][1]

    @cached_property
    def entities(self) -> list[tuple[int, int]]:
        """Word indices of what the model calls a person."""
        spans = (self.index_of(e.start_char, e.end_char) for e in self.doc.ents if e.label_ == "PERSON")
        return [span for span in spans if span is not None]
