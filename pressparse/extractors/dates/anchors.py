"""What an open date counts from, and which of its readings is meant. Nothing here ever asks today's clock.

A year that the words leave open is the one nearest to the reference. Releases say "last year" or "next year" where
they mean another year than their own, so that theirs has a lead there; a verb's tense or a weekday settles the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Literal

from pressparse.extractors.dates import values
from pressparse.extractors.dates.values import Period


class Style(Enum):
    """The kind of text: releases announce what is to come, news reports what has been."""

    PRESS = "press"
    NEWS = "news"


Tense = Literal["ahead", "future", "infinitive", "coming", None, "participle", "past", "behind"]
"""What the verbs of the clause say; a participle ("opened") leans to the past, an infinitive to the future.

A word that is the date's own is surer than a verb of its clause: `by March` lies "ahead", `opened in March` and
`since March` "behind"; `from January 1` is rather "coming" than begun.
"""


class Unanchored(ValueError):
    """The date can't be placed because there is nothing to count from."""


@dataclass(slots=True)
class Anchor:
    """What a date is resolved against: the text's own day, the day named last before it, the clause's tense.

    `named` is the period named last; `around` the one that its sentence, or the sentence before, has put it in: the
    year of `in 2023, … in March`, the days of `from July 8 to 12, … on the 10th`. `topic` is the quarter that a
    news report is about.
    """

    reference: date | None
    recent: date | None = None
    named: Period | None = None
    around: Period | None = None
    topic: Period | None = None
    tense: Tense = None
    style: Style = Style.PRESS
    day_first: bool = False

    @property
    def day(self) -> date:
        """The reference day, or the one named last; raises Unanchored where there is neither."""
        if self.reference is not None:
            return self.reference
        if self.recent is not None:
            return self.recent
        raise Unanchored("no date to count from")

    @property
    def last_named(self) -> date:
        """The first day of the period named last, for `the same year`; raises Unanchored where none was."""
        if self.named is None or self.named.earliest is None:
            raise Unanchored("no earlier date")
        return self.named.earliest


_IMPOSSIBLE = 800
_WRONG_TENSE = 330
_NOT_YET = 130
_LEANING = 20
_COMING = 60
_OWN_YEAR = 180
_OWN_MONTH = 12
"""Days by which a reading may lie farther off and still be taken: measured on gold/dev."""


def unit(name: str, when: date, offset: int) -> Period:
    """The unit that lies `offset` units after the one that holds `when`."""
    if name == "day":
        return values.day(shifted(when, offset))
    if name == "week":
        return values.week(shifted(when, 7 * offset))
    if name == "month":
        return values.month(*values.month_after(when, offset))
    if name == "quarter":
        year, month = values.month_after(when, 3 * offset)
        return values.quarter(year, (month + 2) // 3)
    if name == "half":
        year, month = values.month_after(when, 6 * offset)
        return values.half(year, (month + 5) // 6)
    if name == "decade":
        return values.decade((when.year // 10 + offset) * 10)
    if name == "century":
        return values.century(when.year // 100 + offset)
    return values.year(when.year + offset)


def shifted(when: date, days: int) -> date:
    """The day `days` days later; raises ValueError at the calendar's edges."""
    try:
        return when + timedelta(days=days)
    except OverflowError as error:
        raise ValueError(str(error)) from error


def _cost(period: Period, anchor: Anchor, *, lead: int, own: bool) -> int:
    """How far a reading lies from the reference, in days, with what the tense says against it."""
    reference = anchor.day
    first, last = period.earliest or reference, period.latest or reference
    distance = max((first - reference).days, (reference - last).days, 0)
    yearly = lead != _OWN_MONTH
    if anchor.style is Style.NEWS:
        return distance + (_NOT_YET if anchor.tense != "future" and first > reference else 0) - (lead if own else 0)
    if (anchor.tense == "ahead" and last < reference) or (anchor.tense == "behind" and first > reference):
        return distance + _IMPOSSIBLE
    if anchor.tense == "coming" and yearly:
        return distance + (_COMING if last < reference else 0)
    if (anchor.tense == "future" and last < reference) or (anchor.tense == "past" and first > reference):
        distance += _WRONG_TENSE if yearly else 2 * _OWN_MONTH
    elif (anchor.tense == "participle" and first > reference) or (anchor.tense == "infinitive" and last < reference):
        distance += _LEANING if yearly else 3 * _OWN_MONTH
    return distance - (lead if own else 0)


def nearest_year(make: Callable[[int], Period], anchor: Anchor, *, weekday: int | None = None) -> Period:
    """The period of the year that fits best; years where it does not exist, or falls on another weekday, do not."""
    year = anchor.day.year
    readings = list(_possible(make, (year, year - 1, year + 1)))
    if not readings:
        make(year)  # no such day in any year: let the reason speak
        raise ValueError("no such day")
    fitting = [p for p in readings if weekday is None or (p.earliest and p.earliest.weekday() == weekday)] or readings
    lead = _OWN_YEAR if anchor.style is Style.PRESS else _OWN_YEAR // 4

    def cost(period: Period) -> int:
        own = period.earliest is not None and period.earliest.year == year
        return _cost(period, anchor, lead=lead, own=own)

    return min(fitting, key=cost)


def _possible(make: Callable[[int], Period], choices: Iterable[int]) -> Iterable[Period]:
    for choice in choices:
        try:
            yield make(choice)
        except ValueError:
            continue


def nearest_month(day: int, anchor: Anchor, *, weekday: int | None) -> Period:
    """The day of the month nearest to the reference: `the 30th`."""
    reference = anchor.day
    readings = list(_possible(lambda n: values.day(date(*values.month_after(reference, n), day)), (0, -1, 1)))
    if not readings:
        raise ValueError(f"no day {day}")
    fitting = [p for p in readings if weekday is None or (p.earliest and p.earliest.weekday() == weekday)] or readings
    return min(fitting, key=lambda p: _cost(p, anchor, lead=_OWN_MONTH, own=p.value[:7] == reference.isoformat()[:7]))


def named(make: Callable[[int], Period], offset: int, anchor: Anchor) -> Period:
    """`last April`, `this December`, `next spring`: the one before, in, or after the reference."""
    reference = anchor.day
    readings = list(_possible(make, (reference.year - 1, reference.year, reference.year + 1)))
    if offset < 0:
        return next(p for p in reversed(readings) if p.latest is not None and p.latest < reference)
    if offset > 0:
        return next(p for p in readings if p.earliest is not None and p.earliest > reference)
    return make(reference.year)
