"""The words of a passage with their places, and what can be told of one word by its look."""

from __future__ import annotations

import re
from typing import NamedTuple

# K-Kelp+, 5G+, U.S., Start-up, Busan–Osaka, Residents' (before a capital), &, and any other sign by itself.
# The look ahead and the plain words first only save time: no space is tried, and most words are plain.
_WORD = re.compile(
    r"(?!\s)(?:[^\W_]++(?![-'.&+/·–—’])"
    r"|'\d\d(?![\w'])|(?:[^\W_]++[-–])?(?:[A-Z]\.){2,5}(?:[-–][^\W_]+){0,3}"
    r"|[^\W_]++(?:[-'.&+/·–—’][^\W_]++)*+(?:\+{1,2}(?!\w)|(?<=s)'(?= ?[A-Z0-9]))?|[^\s\w]|_)"
)
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


def find_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words and signs of `text[start:end]`, in order."""
    end = len(text) if end is None else end
    return [Word(spelling := m[0], spelling.lower(), m.start(), m.end()) for m in _WORD.finditer(text, start, end)]
