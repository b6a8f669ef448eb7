"""The roll of a release: which people and posts are named where, and by what name each one speaks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from pressparse.context import Context
from pressparse.extractors.quotes.gender import guess_by_address
from pressparse.lexicons import load
from pressparse.outline.passages import Passage
from pressparse.records import Title

_SIDE = re.compile(r",? ?\(?|,? (?:Mr|Ms|Mrs|Dr)\. ?")
_IN_MARKS = re.compile(r"[\"'].{0,600}[\"'].?")
_POSTS: dict[str, str] = load("speech")["posts"]
_POST = re.compile(rf"\b(?:{'|'.join(_POSTS)})\b")
_BESIDE = 6
_MOST_PULLED = 12
_LONGEST_NAME = 200
_LONGEST_LINE = 400


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `name` as the release gives it, the person's id, and the words beside the quotation.

    `start` and `end` are the place of these words in the text of passage `passage`; `name` is None where nobody can
    be told.
    """

    name: str | None
    person: str | None
    passage: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Named:
    """A place where a person or a post stands; `person` is None for a post whose holder is not named."""

    start: int
    end: int
    person: str | None
    title: Title | None
    gender: str | None


class Roll:
    """All the people and posts of one release, by the passages where they are named."""

    def __init__(self, context: Context) -> None:
        self.passages = context.passages
        self._text = context.source.text
        head = context.outline.title
        self.headline = next((p.index for p in self.passages if head is not None and p.node == head.id), -1)
        self._names = {person.id: person.name for person in context.people}
        self._named: dict[int, list[Named]] = {}
        by_node: dict[str, list[Passage]] = {}
        for passage in context.passages:
            by_node.setdefault(passage.node, []).append(passage)
        for person in context.people:
            for mention in person.mentions:
                self._place(by_node.get(mention.node, []), mention.start, mention.end, person.id, None)
        for title in context.titles:
            self._place(by_node.get(title.node, []), title.start, title.end, title.person, title)
        for places in self._named.values():
            places.sort(key=lambda named: named.start)

    def _place(self, passages: list[Passage], start: int, end: int, person: str | None, title: Title | None) -> None:
        # A table has many passages, a cell each.
        at = len(passages) - 1
        if at > 0:
            at = bisect_right(passages, start, key=lambda passage: passage.offsets[0]) - 1
        if at >= 0 and passages[at].offsets[0] <= start and end <= passages[at].offsets[-1] + 1:
            passage = passages[at]
            low, high = (bisect_right(passage.offsets, at) - 1 for at in (start, end - 1))
            beside = passage.text[low : high + 1] if title else passage.text[max(0, low - 14) : low]
            named = Named(low, high + 1, person, title, guess_by_address(beside))
            self._named.setdefault(passage.index, []).append(named)

    def line_begin(self, passage: Passage, place: int) -> int:
        """Where the line of the source that holds a place of a passage begins, 0 where that is further off."""
        until = passage.offsets[place]
        line_end = self._text.rfind("\n", max(passage.offsets[0], until - _LONGEST_LINE), until)
        return bisect_right(passage.offsets, line_end) if line_end >= 0 else 0

    def within(self, passage: int, start: int, end: int) -> list[Named]:
        """The people and posts that overlap [start, end) of a passage, the people first."""
        places = self._named.get(passage, [])
        first = bisect_left(places, start - _LONGEST_NAME, key=lambda named: named.start)
        last = bisect_left(places, end, key=lambda named: named.start)
        found = [named for named in places[first:last] if start < named.end]
        return sorted(found, key=lambda named: (named.person is None, named.start))

    def beside(self, passage: int, named: Named) -> list[Named]:
        """The name beside a post, or the post beside a name, with no more than a comma or a bracket between."""
        text, found = self.passages[passage].text, []
        for other in self.within(passage, named.start - _BESIDE, named.end + _BESIDE):
            gap = text[other.end : named.start] if other.end <= named.start else text[named.end : other.start]
            if other is not named and _SIDE.fullmatch(gap):
                found.append(other)
        return found

    def name(self, named: Named) -> str | None:
        """The name of the person who stands at a place, or who holds the post there."""
        return self._names.get(named.person or "")

    def partly(self, word: str) -> tuple[str, str] | None:
        """The (name, id) of the only person who has a word in their name; None where it is more than one word."""
        known = self._by_word.get(word, [])
        return known[0] if len(known) == 1 and known[0][0] != word else None

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = {}
        for person, name in self._names.items():
            for word in set(name.split()):
                found.setdefault(word, []).append((name, person))
        return found

    def speaker(self, named: Named, passage: int) -> Speaker:
        """The speaker that a named place stands for: the person, or the post where nobody is named."""
        person = named.person
        if person is None and named.title and named.title.text in _POSTS:
            person = self.holder(named.title.text)
        if person in self._names:
            return Speaker(self._names[person], person, passage, named.start, named.end)
        return Speaker(named.title.text if named.title else None, None, passage, named.start, named.end)

    def full(self, named: list[Named], passage: int) -> Speaker:
        """The speaker that the first of `named` stands for: a name beside a post says more than the post."""
        choices = [*named, *(other for one in named for other in self.beside(passage, one))]
        return self.speaker(next((choice for choice in choices if choice.person), choices[0]), passage)

    def headliner(self, passage: int) -> Named | None:
        """The only person of the headline, where nothing but lines in marks stands between it and a passage."""
        if not 0 <= self.headline < passage <= self.headline + _MOST_PULLED:
            return None
        lines = self.passages[self.headline + 1 : passage]
        return self.only(self.headline) if all(_IN_MARKS.fullmatch(line.text) for line in lines) else None

    def only(self, passage: int) -> Named | None:
        """The only person whom a passage names, or the holder of the only post: PM to open the Water Week."""
        named = self._named.get(passage, [])
        people = [one for one in named if one.person]
        if not people and passage >= 0:
            short = [(match.start(), match.end(), match[0]) for match in _POST.finditer(self.passages[passage].text)]
            posts = [(one.start, one.end, one.title.text) for one in named if one.title]
            held = ((start, end, self.holder(post)) for start, end, post in posts + short)
            people = [Named(start, end, person, None, None) for start, end, person in held if person]
        return people[0] if len({one.person for one in people}) == 1 else None

    def holder(self, post: str) -> str | None:
        """The id of the only person who holds a post, given by its words or as headlines shorten it."""
        held = self._holders.get(_POSTS.get(post, post).casefold(), set())
        return next(iter(held)) if len(held) == 1 else None

    @cached_property
    def _holders(self) -> dict[str, set[str]]:
        """The people who hold a post, by its words in small letters."""
        found: dict[str, set[str]] = {}
        for places in self._named.values():
            for named in places:
                if named.title and named.person:
                    found.setdefault(named.title.text.casefold(), set()).add(named.person)
        return found
