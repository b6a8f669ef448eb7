"""A passage's words with what is found in it, to be read around a post or a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from pressparse.mentions import Name, Post
from pressparse.organizations import body, part, phrase_begin, phrase_end
from pressparse.vocabulary import HONORIFICS, NOUNS, UNDERTAKINGS, UNITS
from pressparse.words import Word, acronym, holds_contact, words_of

_REACH = 30
"""Words before a post among which its unit is looked for."""


class Sheet:
    """The words of a passage with the names and posts in it: what is asked of few passages is read when it is asked."""

    def __init__(self, text: str, names: Sequence[Name], posts: Sequence[Post]) -> None:
        self.text, self.named, self.posted = text, names, posts

    @cached_property
    def words(self) -> Sequence[Word]:
        """The words of the passage."""
        return words_of(self.text)

    @cached_property
    def walls(self) -> set[int]:
        """The indices at which names begin."""
        return {self.begins[name.start] for name in self.named if name.start in self.begins}

    @cached_property
    def posts(self) -> set[int]:
        """The indices of the words that posts take."""
        return set(self._indices(self.posted))

    @cached_property
    def stops(self) -> set[int]:
        """The indices at which a body's name ends: those of posts, and where names begin."""
        return self.walls | self.posts

    @cached_property
    def _inside(self) -> set[int]:
        return set(self._indices(self.named))

    def _indices(self, found: Sequence[Name | Post]) -> Iterator[int]:
        """The indices of the words that names or posts take, those left out that cut through words."""
        for one in found:
            if one.start in self.begins and one.end in self.ends:
                yield from range(self.begins[one.start], self.ends[one.end])

    @cached_property
    def begins(self) -> dict[int, int]:
        """The index of each word by the code point where it begins."""
        return {word.start: index for index, word in enumerate(self.words)}

    @cached_property
    def ends(self) -> dict[int, int]:
        """The index behind each word by the code point where it ends."""
        return {word.end: index + 1 for index, word in enumerate(self.words)}

    def unit_before(self, start: int) -> str | None:
        """The unit that a contact line names before a code point: "Harbor Law Division, Director TAK"."""
        end = self.begins.get(start, 0)
        for index in range(end, max(end - _REACH, 0), -1):
            if (
                index - 1 not in self.posts
                and self.words[index - 1].low in UNITS
                and self.words[index - 1].text[0].isupper()
            ):
                begin = phrase_begin(self.words, index)
                stop = max(phrase_end(self.words, begin, self.stops), index)
                while begin < stop and self.words[begin].low in {"contact", "inquiries"}:
                    begin += 1
                if stop - begin > 1:
                    return self.text_of(begin, stop)
        return None

    @cached_property
    def starts(self) -> list[int]:
        """Where the posts of the passage begin."""
        return [post.start for post in self.posted]

    @cached_property
    def unit(self) -> str | None:
        """The first unit that the passage names: "Harbor Policy Division, Ports Bureau"."""
        return next((name for _, name in self.bodies if " " in name and set(name.lower().split()) & UNITS), None)

    @cached_property
    def whole(self) -> bool:
        """Whether the passage is the name of a body and nothing else."""
        return self.cell is not None

    @cached_property
    def cell(self) -> str | None:
        """The name of the body that the passage is, the bars of its table's cell left out."""
        first = next((index for index, word in enumerate(self.words) if word.text != "|"), 0)
        size = len(self.words) - (len(self.words) > 1 and self.words[-1].text == "|")
        words = self.words[first:size]
        named = len(words) > 1 or (len(words) == 1 and acronym(words[0]))
        told = not self.posts and named and self.phrase(first) == size and body(words)
        return self.text_of(first, size) if told else None

    @cached_property
    def contact(self) -> bool:
        """Whether the passage holds a telephone number or an address, as the lines of contacts do."""
        return holds_contact(self.text)

    @cached_property
    def bodies(self) -> list[tuple[int, str]]:
        """The names of bodies in the passage that a kind of body tells, with the code point where each begins."""
        found = [(post.start, name) for post in self.posted if (name := post.organization) and len(name) > 3]
        index = 0
        while index < len(self.words):
            if part(self.words, index) and index not in self._inside and index not in self.posts:
                end = phrase_end(self.words, index, self.stops)
                if (
                    end > index + 1
                    and any(w.low in NOUNS for w in self.words[index:end])
                    and body(self.words[index:end])
                    and not (end - index > 1 and self.text_of(index, end).isupper() and self._shouted(index, end))
                ):
                    begin = self._behind_event(index, end)
                    found.append((self.words[begin].start, self.text_of(begin, end)))
                index = max(end, index + 1)
            else:
                index += 1
        return sorted(found)

    def _behind_event(self, begin: int, end: int) -> int:
        """Where a body's name begins in that of its event: "3rd Meeting of the Reef Council"; or `begin`."""
        for at in range(end - 3, begin - 1, -1):
            if self.words[at].low in UNDERTAKINGS and self.words[at + 1].low == "of":
                return self.the(at + 2)
        return begin

    def _shouted(self, begin: int, end: int) -> bool:
        """Whether words in capitals stand in a line of capitals: "GOVERNOR ANNOUNCES NEW HARBOR FUND"."""
        beside = [self.words[at].text for at in (begin - 1, end) if 0 <= at < len(self.words)]
        return end - begin > 3 or any(text.isupper() and len(text) > 1 for text in beside)

    def text_of(self, begin: int, end: int) -> str:
        """The text of words [begin, end), without an article at a sentence's beginning."""
        if self.words[begin].text == "The" and end > begin + 1:
            begin += 1
        return self.text[self.words[begin].start : self.words[end - 1].end]

    def phrase(self, begin: int) -> int:
        """The end of the body that begins at `begin` (after "the"), or `begin`."""
        if (
            begin >= len(self.words)
            or self.words[begin].low in HONORIFICS
            or begin in self.walls
            or begin in self.posts
            or not part(self.words, begin)
        ):
            return begin
        return phrase_end(self.words, begin, self.stops)

    def inside(self, index: int) -> bool:
        """Whether the word is part of a person's name."""
        return index in self._inside

    def the(self, index: int) -> int:
        """The index behind an article at `index`, or `index`."""
        return index + 1 if index < len(self.words) and self.words[index].low in {"the", "a", "an"} else index
