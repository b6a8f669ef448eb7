"""Posts in small letters that only what stands beside them tells from an occupation or a plain word."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse import lexicons
from pressparse.extractors.titles.heads import is_head
from pressparse.romanization import shape_at
from pressparse.vocabulary import NOUNS, PORTFOLIOS, UNDERTAKINGS, UNITS
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
_OF_BODIES = {
    "co-owner",
    "coach",
    "judge",
    "justice",
    "manager",
    "coordinator",
    "principal",
    "curator",
    "supervisor",
    "secretary",
    "leader",
}
# Functions before the heads of those who have them: "safety manager".
FUNCTIONS = PORTFOLIOS | frozenset(_GRAMMAR["functions"])
_OFFICERS = frozenset(_GRAMMAR["officers"])
_COMMUNAL = frozenset(_GRAMMAR["communal"])
_OF_COMMUNES = PORTFOLIOS | frozenset(_GRAMMAR["of_communes"])
_ADVISERS = {"adviser", "advisor", "assistant"}
_BREAKS = frozenset("the its his her their our whose this a an of in".split())


def small_rank(words: Sequence[Word], index: int) -> int:
    """The index behind a rank with its service, or 0: "fire sergeant", "coast guard captain"; any sergeant is none."""
    end = index
    while end < min(len(words) - 1, index + 2) and words[end].text in SERVICES and touching(words, end + 1):
        end += 1
    return end + 1 if end > index and words[end].text in _RANKS else 0


def small_function(words: Sequence[Word], index: int) -> bool:
    """Whether a function in small letters stands before its head: "operations chief of the Reef Agency".

    The head is told from an occupation by the body behind it, or by a name and a comma before the function.
    """
    end = index
    while end < min(len(words) - 1, index + 4) and words[end].text.islower() and words[end].low in FUNCTIONS:
        end += 1
        if not touching(words, end):
            return False
    head = words[end]
    if end == index or head.text not in _OFFICERS or end + 2 >= len(words):
        return False
    if words[end + 1].low in {"of", "at", "for", "with"}:
        at = end + 2 + (words[end + 2].low in {"the", "its"})
        return at < len(words) and capital(words[at]) and words[at].low not in UNDERTAKINGS
    first = index
    while first and words[first - 1].text.islower() and words[first - 1].low in FUNCTIONS:
        first -= 1
    led = first > 1 and words[first - 1].text == "," and capital(words[first - 2])
    # "whose training chief, Tak Bo-mi,", "the museum's education manager"
    led = led or (first > 0 and words[first - 1].low in {"whose", "its", "'s"})
    return led and words[end + 1].text in {",", ".", ")", ";"}


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


def communal(words: Sequence[Word], index: int) -> int:
    """The index behind the kind of a body in small letters behind its place, or 0: "Haedam fishing village council"."""
    if index >= len(words) or not capital(words[index - 1]):
        return 0
    for at in range(index, min(index + 4, len(words))):
        if not touching(words, at):
            return 0
        if words[at].text in _COMMUNAL:
            return at + 1
        if words[at].text not in _OF_COMMUNES:
            return 0
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
