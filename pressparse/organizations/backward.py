"""How far a body's name reaches back from its last word."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pressparse.organizations.fields import field_like
from pressparse.organizations.joints import paired
from pressparse.organizations.owners import owns
from pressparse.organizations.parts import REACH, part, run_end
from pressparse.vocabulary import ADJECTIVES, CERTAIN, NOUNS, PORTFOLIOS, UNITS, place
from pressparse.words import Word, capital, touching

# Marks that the next word may stand right behind: "R&D", "Women's".
_TIGHT = {",", "&", "'s", "'"}


def phrase_begin(words: Sequence[Word], end: int, walls: Collection[int] = ()) -> int:
    """The index where the body's name that ends before `end` begins; `end` where there is none.

    `walls` are indices behind a person's name.
    """
    begin = end
    while begin > 0 and end - begin < REACH:
        index = begin - 1
        if begin in walls or (
            begin < end and not touching(words, begin) and words[index].low not in _TIGHT and words[begin].text != "&"
        ):
            break
        if part(words, index):
            begin = index
        elif begin < end and (step := _joined_left(words, index)) >= 0:
            begin = step
        else:
            break
    return begin


def _joined_left(words: Sequence[Word], index: int) -> int:
    """For a connector at `index` inside a body's name: the index of the word before it, else -1."""
    word, before = words[index], words[index - 1]
    if index > 1 and word.low == "the" and before.low == "of":
        # "Namhae Association of the Deaf"
        kind = words[index - 2]
        return index - 2 if kind.low in CERTAIN and capital(kind) and not place(words[index + 1]) else -1
    if index > 1 and word.low == "and" and owns(words, index - 1) and owns(words, index + 2):
        # "Farmers' and Brewers' Association"
        return index - 2
    if index < 1 or not part(words, index - 1):
        return -1
    following = words[index + 1]
    if word.text == "&" or owns(words, index):
        return index - 1
    if word.low == "and" or word.text == ",":
        # "Trade, Industry and Energy Minister": the list must be of portfolios on both sides.
        fields = word.low == "and" and field_like(before) and field_like(following) and _of_unit(words, index)
        return index - 1 if paired(before, following) or fields else -1
    return index - 1 if word.low in {"of", "for", "on"} and before.low in NOUNS else -1


def _of_unit(words: Sequence[Word], index: int) -> bool:
    """Whether "and" at `index` joins two fields of a unit: "Ulsan Fire and Rescue Headquarters"."""
    end = run_end(words, index + 1)
    kinds = [at for at in range(index + 2, min(end, index + 5)) if words[at].low in NOUNS]
    if kinds and (words[index - 1].low in PORTFOLIOS or words[index + 1].low in PORTFOLIOS):
        # "Land and Sea Council"
        return words[index + 1].low not in ADJECTIVES
    units = any(words[at].low in UNITS for at in kinds)
    return units and index > 1 and place(words[index - 2]) and touching(words, index - 1)
