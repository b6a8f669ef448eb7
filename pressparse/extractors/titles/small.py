"""Posts in small letters that only what stands beside them tells from an occupation or a plain word."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse import lexicons
from pressparse.extractors.titles.heads import is_head
from pressparse.romanization import shape_at
from pressparse.vocabulary import NOUNS, UNITS
from pressparse.words import Word, capital, touching

_GRAMMAR = lexicons.load("offices")["grammar"]
SERVICES = frozenset(_GRAMMAR["services"])
_RANKS = frozenset(_GRAMMAR["small_ranks"])
_KEEPERS = frozenset(_GRAMMAR["keepers"])
_CLERKS = frozenset(_GRAMMAR["clerks"])
# Kinds of units that are also words for people, or bodies by themselves.
_OTHER_UNITS = {"group", "force", "center", "centre", "committee"}
_SMALL_UNITS = UNITS - _OTHER_UNITS
# Heads that name a post in small letters too where the body is named.
_OF_BODIES = {"judge", "justice", "manager", "coordinator", "principal", "curator", "supervisor", "secretary", "leader"}
_ADVISERS = {"adviser", "advisor", "assistant"}
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


def of_a_body(words: Sequence[Word], end: int) -> bool:
    """Whether a post in small letters is held at a named body: "judge of the Busan High Court"."""
    if words[end - 1].low == "rapporteur" and end + 1 < len(words) and words[end].low in {"for", "on"}:
        # "rapporteur for the ports file"
        return True
    if words[end - 1].low in _ADVISERS and end + 3 < len(words) and words[end].low in {"to", "of"}:
        # "adviser to the Minister of Ports"
        at = end + 1 + (words[end + 1].low == "the")
        return capital(words[at]) and is_head(words[at])
    if words[end - 1].low not in _OF_BODIES or end + 2 >= len(words) or words[end].low not in {"of", "at"}:
        return False
    begin = end + 1 + (words[end + 1].low == "the")
    for at in range(begin, min(begin + 12, len(words))):
        if not (
            capital(words[at])
            or words[at].text[0].isdigit()
            or words[at].low in {"of", "and", "for", "the", "&", "'", "'s"}
        ):
            return False
        if at > begin and words[at].low in NOUNS:
            return True
    return False


def behind_name(words: Sequence[Word], index: int) -> bool:
    """Whether a Korean name ends right before `index`: "Tak Bo-mi curator"."""
    for length in (2, 3):
        shape = shape_at(words, index - length) if index >= length and touching(words, index) else None
        if shape is not None and shape.length == length and shape.strength == "sure":
            return True
    return False
