"""With which words a head noun may begin: what is looked at before the words of a passage are."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from pressparse.extractors.initiatives.lexicon import HEAD_STARTS, HEADS
from pressparse.extractors.initiatives.words import find_runs
from pressparse.records import InitiativeKind

# BuoyWeek: written in one with what it is the head of
_JOINED = re.compile(r"[^\W\d_][^\W_]{1,24}([A-Z][a-z]{2,9})")
_HYPHENED = re.compile(r"[-–]([^\W_]+)")
_LONG_STARTS = frozenset(words[0] for words in HEADS if len(words) > 1)
_PIECES = frozenset(piece for start in HEAD_STARTS for piece in find_runs(start))
# A head in small letters is part of no name, but may hold one that seems to be: `action Plan`.
_USUAL = _LONG_STARTS.union(*((start.capitalize(), start.upper()) for start in _PIECES))
_SHAPES = {at: "A" if chr(at).isupper() else "a" if chr(at).isalnum() else " " for at in range(128)}


def name_head_starts(text: str, runs: Set[str]) -> Set[str] | None:
    """Those of a text's runs of letters and figures with which a head in a proper name may begin.

    None where there can be no such head; a word of several runs (`Kick-off Meeting`) may begin one where no run does.
    """
    starts = runs & _USUAL
    if not text.isascii() or _is_spelled_oddly(text):
        starts |= {run for run in runs if begins_head(run)}
    if all(map(str.islower, starts)) and _PIECES.isdisjoint(map(str.lower, _HYPHENED.findall(text))):
        return None
    return starts


def _is_spelled_oddly(text: str) -> bool:
    """Whether a word is neither small nor in capitals nor begins with its only capital: `BuoyWeek`, `PLan`."""
    shape = text.translate(_SHAPES)
    return "aA" in shape or "AAa" in shape


@lru_cache(maxsize=8192)
def begins_head(text: str) -> bool:
    """Whether a head may begin with the word, or is written in one with it: never wrong with a no."""
    return text.lower() in HEAD_STARTS or head_in_one(text)[1] is not None


@lru_cache(maxsize=1024)
def head_in_one(text: str) -> tuple[str, InitiativeKind | None]:
    """The head that is written in one with what it is the head of, and its kind; None for the kind where none is."""
    # e-Portal, Co-Fair, Gov.Hub: the last part of a compound
    _, hyphen, tail = text.lower().replace("–", "-").rpartition("-")
    if hyphen and (kind := HEADS.get((tail,))):
        return tail, kind
    # BuoyWeek, SeaFest: written in one
    tail = joined_tail(text)
    return tail, "event" if HEADS.get((tail,)) == "event" else None


def joined_tail(text: str) -> str:
    """What begins with the last capital of a word written in one: `week` in `BuoyWeek`; empty where none does."""
    match = _JOINED.fullmatch(text[:40])
    return match[1].lower() if match else ""
