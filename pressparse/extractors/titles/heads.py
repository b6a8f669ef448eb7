"""The words of posts: heads and what stands before them."""

from __future__ import annotations

from pressparse import lexicons
from pressparse.words import Word

_OFFICES = lexicons.load("offices")
STANDING = frozenset(_OFFICES["standing"].split())
HEADS = STANDING | frozenset(_OFFICES["named"].split())
CAPITAL_ONLY = frozenset(_OFFICES["capital_only"].split())
MODIFIERS = frozenset(_OFFICES["modifiers"].split())
RANKS = frozenset(_OFFICES["ranks"])
GRADES = RANKS | frozenset(
    "senior acting interim first second third executive managing principal associate junior lead special".split()
)
_PAST = {"ex", "then", "former"}
TAILS = frozenset(_OFFICES["tails"])


def is_head(word: Word) -> bool:
    """Whether a word can be the head of a post ("Director", "Vice-Minister")."""
    return word.low in HEADS or ("-" in word.low and _compound(word.low))


def _compound(low: str) -> bool:
    parts = low.split("-")
    parts = parts[1:] if parts[0] in _PAST else parts
    known = all(part in MODIFIERS or part in HEADS or part in TAILS for part in parts)
    return known and any(part in HEADS for part in parts)


def is_modifier(word: Word) -> bool:
    """Whether a word can stand before a head, as part of the post ("Vice", "Vice-Prime")."""
    return word.low in MODIFIERS or ("-" in word.low and all(part in MODIFIERS for part in word.low.split("-")))
