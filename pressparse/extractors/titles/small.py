"""Posts in small letters that only what stands beside them tells from an occupation or a plain word."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse import lexicons
from pressparse.romanization import shape_at
from pressparse.vocabulary import UNITS
from pressparse.words import Word, touching

_GRAMMAR = lexicons.load("offices")["grammar"]
SERVICES = frozenset(_GRAMMAR["services"])
_RANKS = frozenset(_GRAMMAR["small_ranks"])
_KEEPERS = frozenset(_GRAMMAR["keepers"])
_CLERKS = frozenset(_GRAMMAR["clerks"])
# Kinds of units that are also words for people, or bodies by themselves.
_OTHER_UNITS = {"group", "force", "center", "centre", "committee"}
_SMALL_UNITS = UNITS - _OTHER_UNITS
_BREAKS = frozenset("the its his her their our whose this a an of in".split())


def small_rank(words: Sequence[Word], index: int) -> int:
    """The index behind a rank with its service, or 0: "fire sergeant", "coast guard captain"; any sergeant is none."""
    end = index
    while end < min(len(words) - 1, index + 2) and words[end].text in SERVICES and touching(words, end + 1):
        end += 1
    return end + 1 if end > index and words[end].text in _RANKS else 0


def before_name(words: Sequence[Word], begin: int, end: int) -> bool:
    """Whether a post [begin, end) stands before a Korean name: "curator Bomi Tak", "officer Tak Bo-mi 044-200"."""
    keeper, clerk = words[begin].text in _KEEPERS, words[begin].text in _CLERKS
    shape = shape_at(words, end) if (keeper or clerk) and end < len(words) and touching(words, end) else None
    if shape is None or shape.strength not in {"sure", "likely"}:
        return False
    behind = words[end + shape.length : end + shape.length + 2]
    return keeper or any(word.text[0].isdigit() for word in behind)


def small_unit(words: Sequence[Word], begin: int) -> int:
    """The index behind a unit that begins at `begin`, or 0: "head of the school meals unit of the City of Lucca"."""
    if begin + 2 >= len(words) or words[begin].low != "the":
        return 0
    for index in range(begin + 1, min(begin + 6, len(words))):
        if not words[index].text.islower() or words[index].low in _BREAKS:
            return 0
        if index > begin + 1 and words[index].low in _SMALL_UNITS:
            return index + 1
    return 0
