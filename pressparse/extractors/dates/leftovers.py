"""Phrases that the grammar leaves over and dateparser can read: `two weeks from now`, `a fortnight ago`.

dateparser is dear to import and to ask, and guesses freely, so that it sees nothing but these phrases: one language,
a base to count from, every part of a date required, and no phrase twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache

from pressparse.extractors.dates import anchors
from pressparse.extractors.dates.spans import DateSpan

_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_PHRASE = re.compile(
    rf"\b(?:{_COUNT} (?P<unit>day|week|month|year)s? (?:from (?:now|today)|hence)|{_COUNT} fortnights? ago)\b",
    re.I,
)
_FROM = re.compile(r"from today|hence")  # dateparser 1.2 reads "10 days from today" as today
MOST_PHRASES = 4096


def find_leftovers(text: str, *, reference: date | None) -> Iterator[DateSpan]:
    """The dates among the phrases that no form of the grammar covers; none where there is no day to count from."""
    if reference is None:
        return
    for match in _PHRASE.finditer(text):
        when = guess_day(_FROM.sub("from now", match[0].lower()), reference)
        if when is not None:
            period = anchors.unit(match["unit"].lower() if match["unit"] else "day", when, 0)
            first, last, unit = period.earliest, period.latest, period.precision
            yield DateSpan(match.start(), match.end(), period.value, first, last, unit, True, "leftover")


def _may_hold_phrase(low: str) -> bool:
    """Whether a text in small letters may hold one: quick, and never wrong with a no."""
    return "from now" in low or "from today" in low or "hence" in low or "fortnight" in low


def with_leftovers(found: list[DateSpan], text: str, *, reference: date | None) -> list[DateSpan]:
    """The dates found by the grammar together with those of the leftover phrases, in order and without overlap."""
    extra = list(find_leftovers(text, reference=reference)) if _may_hold_phrase(text.lower()) else []
    if not extra:
        return found
    # "10 days from today": the phrase takes the word that the grammar read in it.
    kept = [span for span in found if not any(span.start < other.end and other.start < span.end for other in extra)]
    return sorted([*kept, *extra], key=lambda span: span.start)


@lru_cache(maxsize=MOST_PHRASES)
def guess_day(phrase: str, reference: date) -> date | None:
    """The day that dateparser reads in an English phrase, counted from `reference`; None where it reads none."""
    import dateparser  # 125 ms: only for releases that have such a phrase

    base = datetime(reference.year, reference.month, reference.day)  # noqa: DTZ001 - a day, not a moment
    found = dateparser.parse(
        phrase,
        languages=["en"],
        settings={"RELATIVE_BASE": base, "STRICT_PARSING": True, "RETURN_AS_TIMEZONE_AWARE": False},
    )
    return found.date() if found else None
