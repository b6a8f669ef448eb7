"""Stand-ins: the text of a frame as the parser gets it, every quoted sentence in it replaced by "It works"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressparse.extractors.quotes.candidates import Candidate
from pressparse.outline.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

_POINTS = (",", ";", ":", "!", "?")
_LONGEST_FRAGMENT = 24
# The Agency (Commissioner NAME) urged: what stands in brackets says nothing of the sentence
_ASIDE = re.compile(r"(?<=\w )\((?=[A-Z0-9])[^()\"]{1,80}\)")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a candidate stands in a frame: its tokens from `start` to `end`, marks included, and its `core` token."""

    candidate: Candidate
    start: int
    end: int
    core: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A window of a passage, parsed before any rule sees it.

    `places[i]` is the (start, end) of token i in the passage's text, None in a placeholder; `lows[i]` is its word in
    small letters, which costs less there than at the token. `tail` is the sentence that
    follows a last quotation in the later passage in which it ends, `lead` the sentence that ends the passage above a
    first one and leads up to it.
    """

    doc: Doc
    passage: Passage
    slots: list[Slot]
    places: list[tuple[int, int] | None]
    lows: list[str]
    tail: Frame | None = None
    lead: Frame | None = None

    def place_of(self, token: int) -> tuple[int, int]:
        """The place of a token in the passage's text; for a placeholder the place of its quotation, marks included."""
        place, slot = self.places[token], self.slot_at(token)
        if place is not None or slot is None:
            return place or (0, 0)
        quoted = slot.candidate.quoted
        here = quoted.end_passage == quoted.passage
        return quoted.outer_start, quoted.outer_end if here else len(self.passage.text)

    def slot_at(self, token: int) -> Slot | None:
        return next((slot for slot in self.slots if slot.start <= token < slot.end), None)


class FrameBuilder:
    """Collects the words of a frame: the writer's as they stand, the speaker's cut short."""

    def __init__(self, passage: Passage, doc: Doc) -> None:
        self.passage, self.source = passage, doc
        self.words: list[str] = []
        self.spaces: list[bool] = []
        self.places: list[tuple[int, int] | None] = []

    def build(self, group: list[Candidate], left: int, right: int) -> Frame:
        """The frame of `text[left:right]`, whose Doc is still to be parsed."""
        slots = []
        for candidate in group:
            quoted = candidate.quoted
            self._copy(left, quoted.outer_start)
            start = len(self.words)
            if candidate.form == "clause":
                core = self._stand_in(candidate)
            else:
                end = quoted.end if quoted.end_passage == quoted.passage else len(self.passage.text)
                self._copy(quoted.start, end, _LONGEST_FRAGMENT)
                core = start
            slots.append(Slot(candidate, start, len(self.words), core))
            left = quoted.outer_end if quoted.end_passage == quoted.passage else right
        self._copy(left, right)
        made = type(self.source)(self.source.vocab, words=self.words, spaces=self.spaces)
        return Frame(made, self.passage, slots, self.places, [word.lower() for word in self.words])

    def _stand_in(self, candidate: Candidate) -> int:
        begin = "It" if candidate.text[:1].isupper() else "it"
        last = candidate.text.rstrip("'\"")[-1:]
        self._add('"', None, False)
        self._add(begin, None, True)
        self._add("works", None, False)
        if last in (",", ".", "!", "?"):
            self._add(last, None, False)
        self._add('"', None, True)
        return len(self.words) - (3 if last in (",", ".", "!", "?") else 2)

    def _copy(self, start: int, end: int, most: int = 10_000) -> None:
        if start >= end:
            return
        span = self.source.char_span(start, end, alignment_mode="expand")
        if span is None:
            return
        text = self.passage.text
        asides: set[int] = set()
        if text.find("(", start, end) >= 0:
            asides = {at for match in _ASIDE.finditer(text, start, end) for at in range(*match.span())}
        for first, last, spaced in _pieces(span[:most]):
            if first in asides:
                continue
            low = first if first > start else start
            high = last if last < end else end
            word = text[low:high]
            if word[-1:] in _POINTS and len(word) > 1:
                # said,“We …: one word to the tokenizer
                self._add(word[:-1], (low, high - 1), False)
                low, word = high - 1, word[-1]
            if word and not word.isspace():
                self._add(word, (low, high), spaced and high == last)

    def _add(self, word: str, place: tuple[int, int] | None, space: bool) -> None:
        self.words.append("-" if word == "―" else word)
        self.places.append(place)
        self.spaces.append(space)


def _pieces(tokens: Span) -> list[tuple[int, int, bool]]:
    """The place of each token in its Doc's text, and whether a space follows.

    One piece is what the tokenizer took apart: it reads the surname Im as "I'm".
    """
    found: list[tuple[int, int, bool]] = []
    split = False
    for token in tokens:
        text, first, spaced = token.text, token.idx, bool(token.whitespace_)
        begin = found.pop()[0] if split and text == "m" else first
        found.append((begin, first + len(text), spaced))
        split = text == "I" and not spaced
    return found
