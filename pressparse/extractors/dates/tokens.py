"""Tokens, their codes, and the words of the lexicon with the code of each."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from pressparse import lexicons

Value = int | str | tuple[str, int] | None
Item = tuple[str, int, int, Value]
"""A token while it is not asked for."""
Reading = tuple[str, tuple[Item, ...]]
"""The codes and the tokens of a stretch without a space, their places counted from its beginning."""


class Token(NamedTuple):
    """A word, number or mark: its code, its span in code points, and what it means (a month's number …)."""

    code: str
    start: int
    end: int
    value: Value = None


_new = tuple.__new__


class Tokens:
    """All tokens of a text and their codes as a string of the same length.

    Few of them stand in a date, so that one is given its place in the text only where it is asked for.
    """

    __slots__ = ("_codes", "_ends", "_readings", "_starts", "_stretches", "codes")

    def __init__(self, stretches: list[str], readings: list[Reading]) -> None:
        """`stretches` are what stands between the text's spaces, `readings` what each of them says."""
        self._stretches, self._readings = stretches, readings
        self._codes = [reading[0] for reading in readings]
        self.codes = "".join(self._codes)
        self._ends: list[int] = []
        """The number of tokens up to the end of each stretch."""
        self._starts: list[int] = []
        """Where each stretch begins, but for the spaces before it, and the last one's end."""

    def __getitem__(self, at: int) -> Token:
        return self.between(at, at + 1)[0]

    def between(self, first: int, last: int) -> list[Token]:
        """The tokens from `first` up to `last`."""
        if not self._ends:
            self._ends = list(accumulate(map(len, self._codes)))
            self._starts = list(accumulate(map(len, self._stretches), initial=0))
        found: list[Token] = []
        stretch = bisect_right(self._ends, first)
        skipped = first - self._ends[stretch - 1] if stretch else first
        while (missing := last - first - len(found)) > 0:
            begin = self._starts[stretch] + stretch
            for code, start, end, value in self._readings[stretch][1][skipped : skipped + missing]:
                found.append(_new(Token, (code, begin + start, begin + end, value)))
            stretch, skipped = stretch + 1, 0
        return found


DATES = lexicons.load("dates")
_UNIT_CODES = {
    "day": "d", "week": "k", "month": "m", "quarter": "q", "half": "H", "year": "a", "decade": "e", "century": "c",
}  # fmt: skip


def _words() -> dict[str, tuple[str, Value]]:
    """Every word of the lexicon with its code and value."""
    words: dict[str, tuple[str, Value]] = {}
    for code, table in (
        ("v", "weekday_abbreviations"), ("M", "months"), ("W", "weekdays"), ("U", "plural_units"), ("s", "seasons"),
        ("N", "counts"), ("T", "tens"), ("O", "ordinals"), ("R", "days_from_reference"),
        ("D", "spoken_decades"),
        ("L", "directions"), ("V", "parts"), ("E", "part_nouns"), ("G", "ends"), ("Z", "coming"),
    ):  # fmt: skip
        words |= {word: (code, value) for word, value in DATES[table].items()}
    words |= {word: (_UNIT_CODES[unit], unit) for word, unit in DATES["units"].items()}
    words |= {word: ("r", (unit, offset)) for word, (unit, offset) in DATES["relative_words"].items()}
    words |= {word: ("B", value) for word, value in DATES["korean_ends"].items()}
    words |= {word: ("Q", ("half", number)) for word, number in DATES["korean_parts"].items()}
    words |= dict.fromkeys(DATES["fiscal"]["words"], ("F", None))
    for code, name in (
        ("t", "range"), ("&", "both"), ("|", "either"), ("f", "of"), ("i", "in"), ("h", "the"), ("b", "between"),
        ("g", "ago"), ("w", "onward"), ("S", "same"), ("A", "latest"), ("P", "period"), ("j", "earlier"),
        ("I", "before"), ("J", "after"), ("l", "thousand"),
    ):  # fmt: skip
        words |= dict.fromkeys(DATES["joints"][name], (code, None))
    return words


WORDS = _words()
ABBREVIATED = {*DATES["weekday_abbreviations"], *(word for word in DATES["months"] if len(word) < 5)} - {
    "may", "june", "july",
}  # fmt: skip
APOSTROPHES = "'’‘`′´"


def near_decade(digits: int) -> int:
    """The decade that two digits name: the '90s are 1990s, the '20s 2020s."""
    return 2000 + digits if digits < 40 else 1900 + digits
