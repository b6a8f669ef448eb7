"""The words of a passage with their places, and what can be told of one word by its look."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache
from typing import NamedTuple

# K-Kelp+, 5G+, U.S., Start-up, Busan–Osaka, Residents' (before a capital), &, and any other sign by itself.
# The look ahead and the plain words first only save time: no space is tried, and most words are plain.
_WORD = re.compile(
    r"(?!\s)(?:[^\W_]++(?![-'.&+/·–—’])"
    r"|'\d\d(?![\w'])|(?:[^\W_]++[-–])?(?:[A-Z]\.){2,5}(?:[-–][^\W_]+){0,3}"
    r"|[^\W_]++(?:[-'.&+/·–—’][^\W_]++)*+(?:\+{1,2}(?!\w)|(?<=s)'(?= ?[A-Z0-9]))?|[^\s\w]|_)"
)
_CLOSING = frozenset(",.;:)")
"""Marks that are no part of the word before them, whatever stands behind."""
_RUN = re.compile(r"[^\W_]+")
_SPACED = {code: chr(code) if chr(code).isalnum() else " " for code in range(128)}
"""What leaves of plain text its letters and figures: twice as fast as the pattern for them."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–~/](?:(?:19|20)?\d\d))?|'\d\d")
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)", re.IGNORECASE)
_VERSION = re.compile(r"\d{1,2}(?:\.\d{1,2})?|[IVX]{1,4}\+?")


class Word(NamedTuple):
    """One word or sign, `text[start:end]` of its passage."""

    text: str
    lower: str
    start: int
    end: int

    @property
    def is_name(self) -> bool:
        """Whether it can be part of a proper name: a capital or a figure in it (`eGov`, `2nd`, `AI-oriented`)."""
        return _may_name(self.text)

    @property
    def is_sign(self) -> bool:
        return not self.text[0].isalnum()

    @property
    def is_year(self) -> bool:
        return self.text[0] in "12'" and _YEAR.fullmatch(self.text) is not None

    @property
    def is_ordinal(self) -> bool:
        return self.text[0].isdigit() and _ORDINAL.fullmatch(self.text) is not None

    @property
    def is_version(self) -> bool:
        """A year, `2.0`, `III`: what follows a head inside the name."""
        return _VERSION.fullmatch(self.text) is not None or self.is_year


@lru_cache(maxsize=8192)  # the words around heads and in marks: the same few thousand
def _may_name(text: str) -> bool:
    return any(c.isupper() or c.isdigit() for c in text[:40])


_new = tuple.__new__
"""Twice as fast as the named tuple's own way, which counts in the loop over all words."""


def _parts(stretch: str) -> list[tuple[str, str, int, int]]:
    """The words and signs of a stretch, each with its small letters and its place in it."""
    return [(match[0], match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(stretch)]


_known_parts = lru_cache(maxsize=2048)(_parts)
_LONG = 32
"""Characters from which on a stretch is no usual one, which is remembered."""


def find_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words and signs of `text[start:end]`, in order."""
    found: list[Word] = []
    last = len(text) if end is None else min(end, len(text))
    # No word holds a space, and most stretches between two are a word, with a mark behind it or none, which needs no
    # pattern to be told.
    for stretch in text[start:last].split(" "):
        stop = start + len(stretch)
        if stretch.isalnum():
            found.append(_new(Word, (stretch, stretch.lower(), start, stop)))
        elif stretch[-1:] in _CLOSING and (word := stretch[:-1]).isalnum():
            found.append(_new(Word, (word, word.lower(), start, stop - 1)))
            found.append(_new(Word, (stretch[-1], stretch[-1], stop - 1, stop)))
        elif stretch:
            # The apostrophe of an owner is told by the capital behind the space.
            seen = "" if stretch[-1] != "'" else text[stop : min(stop + 2, last)]
            parts = _known_parts if len(stretch) < _LONG else _parts
            for spelling, low, first, behind in parts(stretch + seen):
                if first < len(stretch):
                    found.append(_new(Word, (spelling, low, start + first, start + behind)))
        start = stop + 1
    return found


def runs_of(text: str) -> Set[str]:
    """The runs of letters and figures in a text, each once: by them is told what is worth looking for in it."""
    return set(text.translate(_SPACED).split() if text.isascii() else find_runs(text))


def find_runs(text: str) -> list[str]:
    """The runs of letters and figures in a text, in order."""
    return _RUN.findall(text)
