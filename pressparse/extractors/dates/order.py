"""Whether `4/6/2024` is a day of June or of April: told by how the same release writes its other dates."""

from __future__ import annotations

import re

from pressparse import lexicons

_MONTH = lexicons.alternatives(lexicons.load("dates")["months"])
# The digit comes first, what stands before it second: so only digits are tried.
_MARKED = re.compile(r"(?P<first>\d(?<![\d/.-]\d)\d?)([/-])(?P<second>\d{1,2})\2(?:19|20)\d\d(?![\d/-])")
_DAY_MONTH = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b", re.I)
_MONTH_DAY = re.compile(rf"\b(?:{_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?\b", re.I)
_YEARS = ("/20", "/19", "-20", "-19")
"""One of these is in every marked date that ends in its year: much quicker to look for."""
_LONGEST = 100_000
"""Characters of a release that are looked at."""


def is_day_first(text: str) -> bool:
    """Whether marked dates of a text have the day before the month: by one of theirs above 12, else by its others."""
    text = text[:_LONGEST]
    if not any(year in text for year in _YEARS):
        return False
    marked = list(_MARKED.finditer(text))
    if not marked:
        return False
    if any(int(match["second"]) > 12 for match in marked):
        return False
    if any(int(match["first"]) > 12 for match in marked):
        return True
    return len(_DAY_MONTH.findall(text)) > len(_MONTH_DAY.findall(text))
