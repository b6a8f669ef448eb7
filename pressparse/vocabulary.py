"""The words that tell bodies, posts and places from people: the lexicons as sets of words in small letters."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse import lexicons
from pressparse.words import Word, acronym, capital

_LEXICON = lexicons.load("organizations")
_NAMES = lexicons.load("names")
NOUNS = frozenset(_LEXICON["nouns"].split())
CERTAIN = frozenset(_LEXICON["certain"].split())
UNITS = frozenset(_LEXICON["units"])
PORTFOLIOS = frozenset(_LEXICON["portfolios"].split())
TRADES = frozenset(_LEXICON["trades"].split())
FIELDS_TOO = frozenset(_LEXICON["fields_too"].split())
FIELD_LETTERS = frozenset(_LEXICON["field_letters"].split())
LANDMARKS = frozenset(_LEXICON["landmarks"].split())
OWNERS = frozenset(_LEXICON["owners"].split())
OWNING = frozenset(_LEXICON["owning"].split())
HONORIFICS = frozenset(word.lower() for word in _NAMES["honorifics"]) - {"lord", "lady", "justice", "miss"}
UNDERTAKINGS = frozenset(_LEXICON["undertakings"].split())
HEADLINE_VERBS = frozenset(_NAMES["headline_verbs"].split())
FUNCTION_WORDS = frozenset(_NAMES["function_words"].split()) | HEADLINE_VERBS
ADJECTIVES: dict[str, str] = {
    adjective.lower().replace("_", " "): country
    for country, text in _LEXICON["countries"].items()
    for adjective in text.split()
}
COUNTRIES = frozenset(country.lower() for country in _LEXICON["countries"])
_LOCAL_KINDS = {"gun", "gu", "si", "do", "myeon", "eup", "dong", "ri"}
PLACES = frozenset(
    word.lower()
    for text in (
        *_LEXICON["countries"],
        _LEXICON["places"]["korea"],
        _LEXICON["places"]["world"],
        *_LEXICON["places"]["regions"],
    )
    for word in text.split()
) - frozenset(_LEXICON["places"]["not_alone"].split())
TOWNS = frozenset(town.lower() for town in _LEXICON["places"]["towns"])
HEADS = frozenset(" ".join(lexicons.load("offices")[key] for key in ("standing", "named")).split())


def names_body(words: Sequence[Word]) -> bool:
    """Whether a phrase names a body by more than a field: a kind of body, a firm's trade, letters or a place.

    "Marine Industries" and "ICT Operations" are fields.
    """
    return any(
        capital(word)
        and (
            word.low in NOUNS - FIELDS_TOO - PORTFOLIOS
            or word.low in TRADES
            or (acronym(word) and word.low not in FIELD_LETTERS)
            or place(word)
            or local(word)
        )
        for word in words
    )


def local(word: Word) -> bool:
    """Whether a word is a Korean local government or village by its ending: "Goheung-gun", "Mapo-gu", "Mijo-myeon"."""
    stem, hyphen, kind = word.low.rpartition("-")
    if stem.isdigit():
        # "Haedam 3-ri"
        return kind in {"ri", "dong"}
    return bool(hyphen) and kind in _LOCAL_KINDS and len(stem) > 2 and capital(word)


def place(word: Word) -> bool:
    """Whether a capitalised word is the name of a country, a province, a town or a part of the world."""
    return word.low in PLACES and capital(word)
