"""The core of a post: modifiers and a head ("First Vice Minister", "Secretary-General", "Team Leader")."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pressparse import lexicons
from pressparse.romanization import shape_at
from pressparse.vocabulary import OWNERS, place
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
_ASSEMBLIES = frozenset(_OFFICES["grammar"]["assemblies"])
_TIMED = {"pm"}
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
    *"county village township district".split(),
    *"research technical regional marketing sales financial artistic creative project program medical general".split(),
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
    if _in_a_body(words, index):
        return None
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
    if begin == last or (words[last - 1].low == "lady" and words[begin].low != "first"):
        return None
    first = begin + 1 if words[begin].text[0].isdigit() and begin + 1 < last else begin
    return Core(begin, last, _key(words[begin:last]), capital(words[first]))


def _in_a_body(words: Sequence[Word], index: int) -> bool:
    """Whether a word that may be a modifier ends a body's name: "Teachers' Union President"."""
    low, before = words[index].low, words[index - 1] if index else None
    if low in _TIMED:
        # "8:00 PM", "PM 2.5": a clock time, dust.
        digit = index + 1 < len(words) and words[index + 1].text[0].isdigit()
        hour = before is not None and (before.text[0].isdigit() or before.text == ".")
        return digit or hour or words[index].text == "pm"
    if low == "state" and before is not None and place(before):
        # "Gangwon State Governor"
        return True
    return low == "union" and before is not None and (before.low in {"'", "'s"} or before.low in OWNERS)


def _begin(words: Sequence[Word], begin: int, end: int) -> int:
    """Drop what only looks like a modifier; `end` where no post is left."""
    if not capital(words[end - 1]):
        # "Team leader" is a post as written; "Policy leader" is prose at a sentence's beginning.
        while begin < end and not (words[begin].low in _SMALL_MODIFIERS or is_head(words[begin])):
            begin += 1
        if begin and words[begin - 1].low in _ASSEMBLIES and capital(words[begin - 1]):
            # "National Assembly member"
            return begin
        occupation = words[end - 1].low in CAPITAL_ONLY and end - begin == 1
        return end if occupation and not _behind_name(words, begin) else begin
    while begin < end and not (
        capital(words[begin]) or words[begin].text[0].isdigit() or words[begin].low in {*RANKS, "acting"}
    ):
        begin += 1
    return begin


def _behind_name(words: Sequence[Word], index: int) -> bool:
    """Whether a Korean name ends right before `index`: "Tak Bo-mi curator"."""
    for length in (2, 3):
        shape = shape_at(words, index - length) if index >= length and touching(words, index) else None
        if shape is not None and shape.length == length and shape.strength == "sure":
            return True
    return False


def _key(words: Sequence[Word]) -> tuple[str, ...]:
    parts = [
        part
        for word in words
        for part in _SHORT.get(word.low, word.low).replace("-", " ").split()
        if part not in _NO_KEY
    ]
    return (*parts[:-1], _SAME.get(parts[-1], parts[-1])) if parts else (words[-1].low,)
