"""Sentences and clauses of a passage: what is said of a name is said in its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from pressparse.extractors.initiatives.lexicon import ACTIONS, GOES_ON, any_of

Spans = Sequence[tuple[int, int]]

# Before these a stop ends no sentence.
_ABBREVIATED = re.compile(rf"\b(?:{any_of('abbreviated')}|[a-z])$", re.IGNORECASE)
# The first sign is told by itself and looked back at: so those with which no stop begins are passed over quickly.
_STOP = re.compile(
    r"[.!?△▲▷;※* ](?:(?<=[.!?])['\")\]]{0,3} (?=['\"(\[]{0,2}[A-Z0-9])|(?<=[△▲▷;※]) ?|(?<=\*)\*? (?=[A-Z])|(?<= )/ )"
)
# Where a new clause begins inside a sentence.
_BREAK = re.compile(
    rf"(?=[, :])(?:,? {any_of('breaks')}\b|, (?:which|that|as)\b"
    r"| that (?=(?:the|its|it|a|an|he|she|they|we|have|has|had|were|was|are|is|will|would)\b|['\"])"
    r"|,? and (?=(?P<next>[a-z]+)\b)|,? and (?=['\"「『<≪《【A-Z])|: | to (?=[a-z]+\b))"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|will|would|has|have|had|plans?|held|[a-z]{2,}ed)\b|\b[a-z]{3,}s (?:on|to|in|at|the|a) "
)
_LOOK_BACK = 12


class Stretch(NamedTuple):
    """A sentence or clause: `text[start:end]` of its passage."""

    start: int
    end: int


@lru_cache(maxsize=64)
def find_sentences(text: str) -> tuple[Stretch, ...]:
    """The sentences of a passage, in order; they cover it."""
    found: list[Stretch] = []
    start = 0
    for match in _STOP.finditer(text):
        if match[0].startswith(".") and _is_no_stop(text, match):
            continue
        found.append(Stretch(start, match.end()))
        start = match.end()
    found.append(Stretch(start, len(text)))
    return tuple(found)


def _is_no_stop(text: str, match: re.Match[str]) -> bool:
    """Whether the point belongs to an abbreviation (`Mr. Kim`) or a date (`4. 22.(Sat) 19:00`)."""
    if text[match.start() - 1 : match.start()].isdigit():
        return text[match.end() : match.end() + 1].isdigit()
    return _ABBREVIATED.search(text, max(0, match.start() - _LOOK_BACK), match.start()) is not None


def sentence_at(text: str, at: int) -> Stretch:
    """The sentence that the character at `at` stands in."""
    sentences = find_sentences(text)
    low, high = 0, len(sentences) - 1
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if sentences[middle].start <= at else (low, middle - 1)
    return sentences[low]


def find_clauses(text: str, sentence: Stretch, kept: Spans, dates: Spans) -> list[Stretch]:
    """The clauses of a sentence; no clause ends inside one of the `kept` spans (names, quotations) or of its dates."""
    found: list[Stretch] = []
    start = sentence.start
    for match in _BREAK.finditer(text, sentence.start, sentence.end):
        if match.start() > start and _is_break(text, match, start, sentence.end, kept, dates):
            found.append(Stretch(start, match.start()))
            start = match.start()
    found.append(Stretch(start, sentence.end))
    return found


def _is_break(text: str, match: re.Match[str], start: int, end: int, kept: Spans, dates: Spans) -> bool:
    if any(a < match.end() and match.start() < b for a, b in (*kept, *dates)):
        return False
    if match[0] == " to ":
        # visits Paris from the 21st to the 25th | to ask for support: a purpose behind a date
        return any(b == match.start() for _, b in dates)
    if match[0].lstrip(",") == " and ":
        following = match["next"]
        if following is not None and (following in ACTIONS or following in GOES_ON):
            return True
        both = _FINITE.search(text, start, match.start()) and _FINITE.search(text, match.end(), end)
        return match[0].startswith(",") and both is not None
    return True
