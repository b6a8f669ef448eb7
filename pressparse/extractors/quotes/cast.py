"""The cast of a release: who is named where, and whom a pronoun stands for."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from pressparse.context import Context
from pressparse.extractors.quotes.gender import guess_by_address, guess_by_name
from pressparse.extractors.quotes.lexicon import VERBS
from pressparse.marks import Quoted
from pressparse.outline.passages import Passage
from pressparse.records import Title

SENTENCE_START = re.compile(r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St))(?<!Mrs)[.!?][\"']? (?=[A-ZÀ-ÖØ-Þ\"'])")
_SIDE = re.compile(r",? ?\(?|,? (?:Mr|Ms|Mrs|Dr)\. ?")
_NEXT_WORD = re.compile(r"(?: \([^()]{1,30}\))? ([^\W\d_]{3,20})\b")
_IN_MARKS = re.compile(r"[\"'].{0,600}[\"'].?")
_BESIDE = 6
_MOST_PULLED = 12
_LONGEST_NAME = 200
_LONGEST_SENTENCE = 1000
_MOST_NAMES = 40
_DESCRIBED_WITHIN = 4
_DESCRIBED_BESIDE = 80


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


class Cast:
    """All who may speak in one release, by the passages where they are named."""

    def __init__(self, context: Context, marked: Iterable[Quoted]) -> None:
        self.passages = context.passages
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
        everywhere = [named for places in self._named.values() for named in places]
        self._gender = {person.id: guess_by_name(person.name) for person in context.people}
        self._gender |= {named.person: named.gender for named in everywhere if named.person and named.gender}
        self._free = self._outside(marked)

    def _place(self, passages: list[Passage], start: int, end: int, person: str | None, title: Title | None) -> None:
        passage = next((p for p in passages if p.offsets[0] <= start and end <= p.offsets[-1] + 1), None)
        if passage is not None:
            low, high = (bisect_right(passage.offsets, at) - 1 for at in (start, end - 1))
            beside = passage.text[low : high + 1] if title else passage.text[max(0, low - 14) : low]
            named = Named(low, high + 1, person, title, guess_by_address(beside))
            self._named.setdefault(passage.index, []).append(named)

    def _outside(self, marked: Iterable[Quoted]) -> dict[int, list[Named]]:
        """The people named outside of quotations: those named within are talked of, and do not talk."""
        stretches: dict[int, list[tuple[int, int]]] = {}
        for quoted in marked:
            end = quoted.end if quoted.end_passage == quoted.passage else len(self.passages[quoted.passage].text)
            stretches.setdefault(quoted.passage, []).append((quoted.start, end))
        free: dict[int, list[Named]] = {}
        for passage, places in self._named.items():
            taken = sorted(stretches.get(passage, []))
            for named in places:
                at = bisect_right(taken, (named.start, named.end)) - 1
                if named.person and not (at >= 0 and named.start < taken[at][1]):
                    free.setdefault(passage, []).append(named)
        return free

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

    def speaker(self, named: Named, passage: int) -> Speaker:
        """The speaker that a named place stands for: the person, or the post where nobody is named."""
        if named.person in self._names:
            return Speaker(self._names[named.person], named.person, passage, named.start, named.end)
        return Speaker(named.title.text if named.title else None, None, passage, named.start, named.end)

    def full(self, named: list[Named], passage: int) -> Speaker:
        """The speaker that the first of `named` stands for: a name beside a post says more than the post."""
        choices = [*named, *(other for one in named for other in self.beside(passage, one))]
        return self.speaker(next((choice for choice in choices if choice.person), choices[0]), passage)

    def antecedent(self, passage: int, before: int, pronoun: str, *, farthest: int = 6) -> Named | None:
        """The person that a pronoun stands for: the first one named in the nearest sentence above that names any.

        `farthest` is the number of passages looked at.
        """
        wanted = {"him": "he", "himself": "he", "her": "she", "herself": "she"}.get(pronoun, pronoun)
        for place in range(passage, max(-1, passage - farthest), -1):
            here = self._above(place, before if place == passage else None, wanted)
            if here:
                latest = self._latest(place, here)
                return next((named for named in latest if self._speaks(place, named)), latest[0])
        return None

    def _latest(self, passage: int, here: list[Named]) -> list[Named]:
        """Those of `here` whom the last sentence that names any of them names."""
        last = here[-1].start
        # One more, or the capital that a name begins with would not be seen.
        starts = SENTENCE_START.finditer(self.passages[passage].text, max(0, last - _LONGEST_SENTENCE), last + 1)
        sentence = max((match.end() for match in starts), default=0)
        return [named for named in here if named.start >= sentence] or here[-1:]

    def alone(self, passage: int, before: int) -> Named | None:
        """The only person whom the nearest sentence above names, in this passage or the one before it."""
        named = self.antecedent(passage, before, "who", farthest=2)
        place = next((at for at in (passage, passage - 1) if named in self._named.get(at, [])), None)
        if named is None or place is None:
            return None
        latest = self._latest(place, self._above(place, before if place == passage else None, "who"))
        return named if all(other.person == named.person for other in latest) else None

    def headliner(self, passage: int) -> Named | None:
        """The only person of the headline, where nothing but lines in marks stands between it and a passage."""
        if not 0 <= self.headline < passage <= self.headline + _MOST_PULLED:
            return None
        lines = self.passages[self.headline + 1 : passage]
        named = [one for one in self._named.get(self.headline, []) if one.person]
        alone = len({one.person for one in named}) == 1 and all(_IN_MARKS.fullmatch(line.text) for line in lines)
        return named[0] if alone else None

    def described(self, passage: int, before: int, noun: str, land: str = "") -> Named | None:
        """The person whom "the baker" stands for: one whom the text above calls a baker, with `land` one from there."""
        word = re.compile(rf"\b{re.escape(noun)}\b", re.IGNORECASE)
        for place in range(passage, max(-1, passage - _DESCRIBED_WITHIN), -1):
            for named in reversed(self._above(place, before if place == passage else None, "who")):
                reach = before if place == passage else named.end + _DESCRIBED_BESIDE
                low, high = max(0, named.start - _DESCRIBED_BESIDE), min(reach, named.end + _DESCRIBED_BESIDE)
                text = self.passages[place].text
                if word.search(text, low, high) and land in text[named.end : min(reach, high)]:
                    return named
        return None

    def _above(self, passage: int, before: int | None, wanted: str) -> list[Named]:
        """The latest people named outside quotations in a passage, before a place in it, whom a pronoun fits."""
        places = self._free.get(passage, [])
        last = len(places) if before is None else bisect_left(places, before, key=lambda named: named.start)
        fitting = {None, wanted} if wanted in ("he", "she") else {None, "he", "she"}
        latest = places[max(0, last - _MOST_NAMES) : last]
        return [named for named in latest if self._gender.get(named.person or "") in fitting]

    def _speaks(self, passage: int, named: Named) -> bool:
        """Whether a speech verb stands right behind the name: "…, Noh said."."""
        verb = _NEXT_WORD.match(self.passages[passage].text, named.end)
        return verb is not None and verb[1].lower() in VERBS
