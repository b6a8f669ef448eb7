"""The words of a passage with their places, and what can be told of one word by its look."""

from __future__ import annotations

import re
from typing import NamedTuple

from pressparse.words import words_of

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
        return self.text[0].isupper() or any(c.isupper() or c.isdigit() for c in self.text[:40])

    @property
    def is_sign(self) -> bool:
        return not self.text[0].isalnum()

    @property
    def is_year(self) -> bool:
        return _YEAR.fullmatch(self.text) is not None

    @property
    def is_ordinal(self) -> bool:
        return _ORDINAL.fullmatch(self.text) is not None

    @property
    def is_version(self) -> bool:
        """A year, `2.0`, `III`: what follows a head inside the name."""
        return self.is_year or _VERSION.fullmatch(self.text) is not None


_new = tuple.__new__
"""Twice as fast as the named tuple's own way, which counts in the loop over all words."""


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
            seen = stop if stretch[-1] != "'" else min(stop + 2, last)
            for match in _WORD.finditer(text, start, seen):
                if match.start() < stop:
                    found.append(_new(Word, (spelling := match[0], spelling.lower(), match.start(), match.end())))
        start = stop + 1
    return found


def runs_of(text: str) -> set[str]:
    """The runs of letters and figures in a passage, read off the words that other rooms have asked for already."""
    words = {word.text for word in words_of(text)}
    joined = [word for word in words if len(word) > 1 and not word.isalnum()]
    return words.union(*map(find_runs, joined))


def find_runs(text: str) -> list[str]:
    """The runs of letters and figures in a text, in order."""
    return _RUN.findall(text)
