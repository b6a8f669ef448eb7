"""What stands around a date in its text, and the word lists by which the guards judge it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressparse import lexicons
from pressparse.extractors.dates.anchors import Style

DATES = lexicons.load("dates")
AFTER_DAY = frozenset(DATES["after_day"]["words"])
COUNTED = frozenset(DATES["counted"]["words"])
NUMBERING = frozenset(DATES["numbering"]["words"])
PLACING = frozenset(DATES["place_prepositions"]["words"])
CALENDAR = frozenset(DATES["months"]) | frozenset(DATES["weekdays"])
PLAIN_BEFORE = frozenset(DATES["plain_before_year"]["words"]) | CALENDAR | AFTER_DAY
"""Words that make no name of a year behind them, also with a capital."""
PLAIN_BEHIND = AFTER_DAY | CALENDAR
STRONG = PLACING - {"of", "for", "from", "to", "as", "on", "up"}
"""Prepositions that place the year itself: `in 2020 Korea …`, but `for 2020 Korea Week`."""

GLUED_BEHIND = re.compile(r"[%\w$€@_]|[-–]\w|/\d|[.,:]\d")
COMPOUND_BEHIND = re.compile(r"[-–][^\W\d]")
_REACH = 48
"""Characters on either side of a date that are looked at."""

_WORD_BEFORE = re.compile(r"([^\W_][\w&'.-]{0,30})$")
_WORD_BEHIND = re.compile(r" ([^\W_][\w'&-]{0,30})")
_ANOTHER_NUMBER = re.compile(r"[-–] (?:to|and|or)\b")  # "12- to 15-year-olds"
_PARTICLE = re.compile(r"^[가-힣]{1,4}")


@dataclass(slots=True)
class Surroundings:
    """The text around a date: up to 48 characters on either side, the date itself, and the style of the text.

    `previous` and `following` are the words right beside it, "" where a mark or nothing stands there.
    """

    before: str
    after: str
    inner: str
    style: Style
    previous: str
    following: str

    @property
    def news(self) -> bool:
        return self.style is Style.NEWS

    @property
    def placed(self) -> bool:
        """Whether a preposition stands before the date."""
        return self.previous.lower() in PLACING

    @property
    def glued_behind(self) -> bool:
        """Whether a letter, digit or sign follows without a space; a compound ("June-born") is none."""
        return bool(GLUED_BEHIND.match(self.after)) and not COMPOUND_BEHIND.match(self.after)


def surroundings(text: str, start: int, end: int, *, style: Style) -> Surroundings:
    """What stands around `text[start:end]` (code points)."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    last = text[end - 1]
    if not last.isascii() and not last.isdigit():
        after = _PARTICLE.sub("", after)  # "2025년까지": the particle is a word of its own
    # The last piece only: the pattern would try the whole stretch from its beginning.
    previous = _WORD_BEFORE.search(before.rstrip(" ").rpartition(" ")[2]) if before[-4:].strip() else None
    following = _WORD_BEHIND.match(after)
    return Surroundings(
        before, after, text[start:end], style, previous[1] if previous else "", following[1] if following else ""
    )


def is_day_behind(around: Surroundings) -> bool:
    """Whether a bare number behind a date ("July 2 and 3") is a day, by what follows: "3 companies" is none."""
    if GLUED_BEHIND.match(around.after) or _ANOTHER_NUMBER.match(around.after):
        return False
    return not around.following or around.following.lower() in AFTER_DAY
