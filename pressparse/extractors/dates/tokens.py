"""Tokens, their codes, and the words of the lexicon with the code of each."""

from __future__ import annotations

from typing import NamedTuple

from pressparse import lexicons

Value = int | str | tuple[str, int] | None
Item = tuple[str, int, int, Value]
"""A token while it is not asked for."""


class Token(NamedTuple):
    """A word, number or mark: its code, its span in code points, and what it means (a month's number …)."""

    code: str
    start: int
    end: int
    value: Value = None


class Tokens:
    """All tokens of a text and their codes as a string of the same length.

    Few of them stand in a date. Until one is asked for it is a plain tuple, which is made in a fifth of the time.
    """

    __slots__ = ("_items", "codes")

    def __init__(self, items: list[Item]) -> None:
        self._items = items
        self.codes = "".join([item[0] for item in items])

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, at: int) -> Token:
        return Token._make(self._items[at])

    def between(self, first: int, last: int) -> list[Token]:
        """The tokens from `first` up to `last`."""
        return [Token._make(item) for item in self._items[first:last]]


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
