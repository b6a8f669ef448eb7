"""The words that bodies' names are made of, and what a phrase's words say it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressparse.vocabulary import FIELDS_TOO, FUNCTION_WORDS, NOUNS, PORTFOLIOS, TRADES, UNDERTAKINGS, place
from pressparse.words import Word, acronym, capital, touching

_DAYS = {"sun", "mon", "sat", "jan", "may", "mar", "will"}
"""Names of days and months that are words of names as well."""
_VILLAGE = re.compile(r"\d{1,2}-(?:ri|dong|ga)")
REACH = 24
"""Words that the name of a body has at most: a bound on what is looked at."""
OF = {"of", "de", "du", "des", "di"}
OF_OR_FOR = OF | {"for"}
KINDS = NOUNS - PORTFOLIOS
"""Kinds of bodies that are no fields of ministers."""
ONLY_BODIES = NOUNS - FIELDS_TOO
"""Kinds of bodies that are no other words as well."""


def part(words: Sequence[Word], index: int) -> bool:
    """Whether the word can be part of a body's name by its spelling: a capital, or the number of "2040 Tide Bureau"."""
    word = words[index]
    first = word.text[0]
    if not (first.isupper() or first.isdigit() or word.low in _DAYS):
        return False
    if len(word.text) == 1 and first.isupper() and _beside_ampersand(words, index):
        return True
    if first.isdigit():
        if _VILLAGE.fullmatch(word.low):
            # "Bando 2-ri"
            return touching(words, index) and capital(words[index - 1])
        return (
            index + 1 < len(words) and touching(words, index + 1) and capital(words[index + 1]) and word.text.isalnum()
        )
    if word.low in _DAYS and 0 < index < len(words) - 1 and capital(words[index + 1]) and touching(words, index + 1):
        # "National Sun Yat-sen University"
        return capital(words[index - 1]) and touching(words, index) and words[index - 1].low not in FUNCTION_WORDS
    return capital(word) and (word.low not in FUNCTION_WORDS or _letters(words, index))


def _beside_ampersand(words: Sequence[Word], index: int) -> bool:
    """Whether a letter is one of two with an ampersand: "Texas A&M University"."""
    word = words[index]
    before = index > 0 and words[index - 1].text == "&" and words[index - 1].end == word.start
    return before or (index + 1 < len(words) and words[index + 1].text == "&" and words[index + 1].start == word.end)


def _letters(words: Sequence[Word], index: int) -> bool:
    """Whether a function word in capitals is an abbreviation ("WHO"), and no word of a line in capitals."""
    beside = [words[at].text for at in (index - 1, index + 1) if 0 <= at < len(words) and words[at].text[0].isalpha()]
    word = words[index]
    return acronym(word) and len(word.text) > 2 and not any(text.isupper() and len(text) > 1 for text in beside)


def run_end(words: Sequence[Word], index: int) -> int:
    """The index behind the unbroken run of capitalised words that begins at `index`."""
    end = index
    while end < len(words) and end - index < REACH and part(words, end) and (end == index or touching(words, end)):
        end += 1
    return end


def body(words: Sequence[Word]) -> bool:
    """Whether a phrase is a body's name by its words: it holds a kind of body, an acronym or a place."""
    if words and words[-1].low in UNDERTAKINGS:
        return False
    return any(
        ((word.low in NOUNS or word.low in TRADES) and capital(word)) or acronym(word) or place(word) for word in words
    )
