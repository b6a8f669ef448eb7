"""The body of somebody who is listed on a country's side of talks, or who sends word by an envoy."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from pressparse.mentions import Post
from pressparse.vocabulary import ADJECTIVES, COUNTRIES

if TYPE_CHECKING:
    from pressparse.linking.persons import Draft
    from pressparse.linking.release import Linker

# "Norwegian side: Ida Marsh, Director; …", "[Norwegian side]" above a list.
_SIDE = re.compile(
    r"\W{0,4}(?:[Tt]he )?([A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20}){0,2}) (?:side|Side|delegation|Delegation|participants)"
    r"(?: ?: | ?:?\W{0,3}$)"
)
_SENT = re.compile(
    r"\b(?:convey|deliver|hand|brought|bring|pass|present)[^.;!?]{0,60}"
    r" (?:greetings?|regards|messages?|letters?|invitations?|wishes|condolences|thanks|gratitude|gifts?)"
    r" (?:of|from) (?:the |his |her |its )?$"
)
_SENTENCE = 120
"""Code points before a post among which the words stand by which its holder sends word."""
_LONGEST = 70
"""Code points of a side's name at most."""
_LISTED = 40
"""People of one side among whom one is looked for whose body is told."""
_SENDERS = 4
"""Names before a head of state's among whom one of his country is looked for."""
_BACK = 6
"""Passages above one of a list's people in which the side's name may stand."""


class Sides:
    """Knows whose the people are who are listed by sides, and who sent somebody with greetings."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker

    def body(self, post: Post) -> str | None:
        """The body that the others on a post's side are of, for a minister or an envoy its country; None at home."""
        country = self._side(post.passage)
        if country is None or "Korea" in country:
            return None
        if {"ambassador", "minister", "president", "envoy"} & set(post.keys[0]):
            return country
        linker = self._linker
        begin, end = self._place(post.passage, 0), self._place(post.passage + 1, 0)
        owners = (linker.owner[i] for i in range(begin, min(end, begin + _LISTED)) if i in linker.owner)
        known = (body for draft in owners for body in linker.bodies.stated_of(draft))
        return next((body for body in known if body.endswith(f" {country}")), None)

    def sender(self, post: Post) -> str | None:
        """The country of a head of state whose greetings are conveyed by somebody who is of a body of that country."""
        text = self._linker.texts[post.passage]
        if _SENT.search(text, max(post.start - _SENTENCE, 0), post.start) is None:
            return None
        owner, end = self._linker.owner, self._place(post.passage, post.start)
        before = (owner[i] for i in range(end - 1, max(end - _SENDERS, 0) - 1, -1) if i in owner)
        return next(filter(None, map(self._country, before)), None)

    def _country(self, draft: Draft) -> str | None:
        """The country of which a person's body is: that of the "Ministry of Reefs of Norway"."""
        for body in self._linker.bodies.stated_of(draft):
            last = body.rpartition(" of ")[2].removeprefix("the ")
            if last.lower() in COUNTRIES:
                return last
        return None

    def _place(self, passage: int, start: int) -> int:
        """The index of the first name that does not stand before a place in the release."""
        return bisect_left(self._linker.names, (passage, start), key=lambda name: (name.passage, name.start))

    def _side(self, passage: int) -> str | None:
        """The country on whose side those are who are named in a passage."""
        texts = self._linker.texts
        for at in range(passage, max(passage - _BACK, -1), -1):
            found = _SIDE.match(texts[at][:_LONGEST])
            if found and (at == passage or found.end() >= len(texts[at])):
                side = found[1]
                return ADJECTIVES.get(side.lower(), side if side.lower() in COUNTRIES else None)
            if at < passage and len(texts[at]) > 2 * _LONGEST:
                return None
        return None
