"""The core of a post: modifiers and a head ("First Vice Minister", "Secretary-General", "Team Leader")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pressparse import lexicons
from pressparse.words import Word, capital, touching

_OFFICES = lexicons.load("offices")
STANDING = frozenset(_OFFICES["standing"].split())
HEADS = STANDING | frozenset(_OFFICES["named"].split())
CAPITAL_ONLY = frozenset(_OFFICES["capital_only"].split())
MODIFIERS = frozenset(_OFFICES["modifiers"].split())
RANKS = frozenset(_OFFICES["ranks"])
GRADES = RANKS | frozenset(
    "senior acting interim first second third executive managing principal associate junior lead special".split()
)
_TAILS = frozenset(_OFFICES["tails"])
_SHORT: dict[str, str] = _OFFICES["short"]
_SAME: dict[str, str] = _OFFICES["same"]
# In small letters only these belong to the post: "vice minister", but "local leader" is a leader who is local.
_SMALL_MODIFIERS = RANKS | {
    "senior",
    "chief",
    "executive",
    "managing",
    "acting",
    "team",
    "section",
    "division",
    "bureau",
    "prime",
}
_NO_KEY = {
    "first",
    "second",
    "third",
    "1st",
    "2nd",
    "3rd",
    "acting",
    "interim",
    "senior",
    "union",
    "honorary",
    "the",
    "lord",
}


class Core(NamedTuple):
    """Word indices [begin, end) of a core and its key: the words that tell the office from another, head last."""

    begin: int
    end: int
    key: tuple[str, ...]
    capital: bool

    @property
    def head(self) -> str:
        return self.key[-1]


def is_head(word: Word) -> bool:
    """Whether a word can be the head of a post ("Director", "Vice-Minister")."""
    return word.low in HEADS or ("-" in word.low and _compound(word.low))


def _compound(low: str) -> bool:
    parts = low.split("-")
    known = all(part in MODIFIERS or part in HEADS or part in _TAILS for part in parts)
    return known and any(part in HEADS for part in parts)


def _modifier(word: Word) -> bool:
    return word.low in MODIFIERS or ("-" in word.low and all(part in MODIFIERS for part in word.low.split("-")))


def core_at(words: Sequence[Word], index: int) -> Core | None:
    """The core that begins at `words[index]`: the longest run of modifiers that ends in a head and its tail."""
    end, last = index, index
    while end < len(words) and end - index < 8 and (end == index or touching(words, end)):
        if is_head(words[end]) or (end > index and last == end and words[end].low in _TAILS):
            last = end + 1
        elif not _modifier(words[end]):
            break
        end += 1
    if last == index:
        return None
    begin = _begin(words, index, last)
    return Core(begin, last, _key(words[begin:last]), capital(words[begin])) if begin < last else None


def _begin(words: Sequence[Word], begin: int, end: int) -> int:
    """Drop what only looks like a modifier; `end` where no post is left."""
    if not capital(words[end - 1]):
        # "Team leader" is a post as written; "Policy leader" is prose at a sentence's beginning.
        while begin < end and not (words[begin].low in _SMALL_MODIFIERS or is_head(words[begin])):
            begin += 1
        return end if words[end - 1].low in CAPITAL_ONLY and end - begin == 1 else begin
    while begin < end and not (
        capital(words[begin]) or words[begin].text[0].isdigit() or words[begin].low in {*RANKS, "acting"}
    ):
        begin += 1
    return begin


def _key(words: Sequence[Word]) -> tuple[str, ...]:
    parts = [
        part
        for word in words
        for part in _SHORT.get(word.low, word.low).replace("-", " ").split()
        if part not in _NO_KEY
    ]
    return (*parts[:-1], _SAME.get(parts[-1], parts[-1])) if parts else (words[-1].low,)
