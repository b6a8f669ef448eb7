"""Where the words of a post are part of something greater: an award, an office, a meeting, a body without a name."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pressparse import lexicons
from pressparse.extractors.titles.cores import Core
from pressparse.extractors.titles.heads import MODIFIERS
from pressparse.vocabulary import NOUNS, UNDERTAKINGS
from pressparse.words import Word, capital, touching

_NOT_BEFORE = frozenset(lexicons.load("offices")["grammar"]["not_before"].split())
_ROYAL = {"king", "queen", "prince", "princess", "emperor"}
_AWARDS = {"award", "awards", "prize", "prizes", "cup", "commendation", "citation", "medal"}


def inside_a_name(words: Sequence[Word], core: Core, walls: Collection[int]) -> bool:
    """Whether the words are part of a greater name: "President's Award", "Minister Award", "CEO Forum"."""
    end = core.end
    if end < len(words) and words[end].low == "'s" and end + 1 < len(words):
        following = words[end + 1]
        return capital(following) and following.low in _NOT_BEFORE
    for index in range(end, min(end + 4, len(words))):
        if not touching(words, index) or index in walls or not capital(words[index]):
            break
        # "General Assembly", "President Summit", "King Sejong Institute"
        if words[index].low in _NOT_BEFORE or words[index].low in UNDERTAKINGS or words[index].low in NOUNS:
            return True
    if core.head in _ROYAL and end < len(words) and touching(words, end) and words[end].low in MODIFIERS:
        # "King Air": an airplane
        return capital(words[end])
    if end < len(words) and words[end].text == "-" and end + 1 < len(words):
        return words[end + 1].low == "level"
    if core.begin > 1 and [word.low for word in words[core.begin - 2 : core.begin]] == ["chiefs", "of"]:
        # "Joint Chiefs of Staff"
        return True
    # "Office of the President": the office, not the man.
    back = core.begin - (2 if core.begin > 1 and words[core.begin - 1].low == "the" else 1)
    return (
        back > 0 and words[back].low == "of" and words[back - 1].low in {"office", "residence", "secretariat", "award"}
    )


def award(words: Sequence[Word], core: Core, end: int) -> bool:
    """Whether the phrase goes on as an award or the like: "Minister of Justice Award"."""
    phrase = end > core.end and words[end - 1].low in _AWARDS
    return phrase or (
        end < len(words) and touching(words, end) and capital(words[end]) and words[end].low in _NOT_BEFORE
    )


def nameless(words: Sequence[Word], core: Core, end: int) -> bool:
    """Whether the post is held at something that has no name: "the minister of the island's church"."""
    return not core.capital and end < len(words) and words[end].low in {"of", "at"}
