"""Posts held for another office-holder: "Special Envoy of the President of Chile for Reefs"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pressparse.extractors.titles.cores import Core, core_at
from pressparse.vocabulary import ADJECTIVES
from pressparse.words import Word, acronym

_DEPUTIES = {"representative", "envoy", "advisor", "assistant", "aide", "delegate", "plenipotentiary"}
_PRINCIPALS = frozenset("president minister king queen emperor governor chancellor premier pope general chair".split())
_BEFORE = 3
"""Words between the preposition and the office-holder at most: "of the UN Secretary-General"."""


def principal(words: Sequence[Word], core: Core, walls: Collection[int]) -> Core | None:
    """The office-holder for whom the post of a core is held, as a core of its own, or None.

    One with a name ("envoy of King Ali"), which begins at an index in `walls`, is somebody with a post of his own.
    """
    at = core.end
    if core.head not in _DEPUTIES or at + 2 >= len(words) or words[at].low not in {"of", "to"}:
        return None
    begin = at + 1 + (words[at + 1].low == "the")
    for index in range(begin, min(begin + _BEFORE, len(words))):
        found = core_at(words, index)
        if found is not None:
            told = found.begin == index and found.capital and found.head in _PRINCIPALS and found.end not in walls
            return found if told else None
        if not (acronym(words[index]) or words[index].low in {"united", "nations"} or words[index].low in ADJECTIVES):
            return None
    return None
