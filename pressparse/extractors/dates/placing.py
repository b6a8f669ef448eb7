"""Days and months of the calendar: the year or month that the words leave open is filled in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from pressparse.extractors.dates import values
from pressparse.extractors.dates.anchors import Anchor, named, nearest_month, nearest_year, unit
from pressparse.extractors.dates.points import Point
from pressparse.extractors.dates.values import Period


def given_year(point: Point, anchor: Anchor) -> int | None:
    """The year that the words give, as a number or by its distance; None where they leave it open."""
    if point.year is not None:
        return point.year
    if point.relative is not None and point.relative[0] == "year":
        return anchor.day.year + point.relative[1]
    if point.relative is not None and point.relative[0] == "same year":
        return anchor.last_named.year
    return None


def by_year(point: Point, anchor: Anchor, make: Callable[[int], Period]) -> Period:
    """The period in the year that the words give, else in the year that fits best."""
    year = given_year(point, anchor)
    if year is None and anchor.around is not None and anchor.around.earliest is not None:
        year = anchor.around.earliest.year
    weekday = point.weekday if point.kind == "day" else None  # "the last Saturday of January" is a month's
    return make(year) if year is not None else nearest_year(make, anchor, weekday=weekday)


def day_of(point: Point, anchor: Anchor) -> Period:
    """The day that a point names by its number, or by its distance from the reference."""
    written = (point.year or 0, point.month or 0, point.day or 0)
    if point.other is not None and point.form == "numeric_year_last":
        return values.day(date(*(point.other if anchor.day_first else written)))
    if point.other is not None and anchor.reference is not None and 1 <= (point.day or 0) <= 31:
        likelier = min(written, point.other, key=lambda reading: abs(reading[0] - anchor.day.year))
        return values.day(date(*likelier))
    day, month = point.day, point.month
    if day is None:
        return unit("day", anchor.day, point.relative[1] if point.relative else 0)
    if month is not None:
        return by_year(point, anchor, lambda year: values.day(date(year, month, day)))
    if point.relative is not None and point.relative[0] == "month":
        return values.day(date(*values.month_after(anchor.day, point.relative[1]), day))
    if point.relative is not None and point.relative[0] == "same month":
        return values.day(anchor.last_named.replace(day=day))
    if anchor.around is not None:
        return _day_around(day, anchor.around)
    return nearest_month(day, anchor, weekday=point.weekday)


def _day_around(day: int, around: Period) -> Period:
    """The day of the month that the passage speaks of: `from July 30 to August 3, … on the 2nd`, is August's."""
    first, last = around.earliest, around.latest
    assert first is not None
    assert last is not None
    later = day < first.day and (last.year, last.month) != (first.year, first.month)
    return values.day((last if later else first).replace(day=day))


def month_of(point: Point, anchor: Anchor) -> Period:
    """The month that a point names, or that the day it names lies in."""
    number = point.month
    if point.relative is not None and point.relative[0] == "month name" and number is not None:
        return named(lambda year: values.month(year, number), point.relative[1], anchor)
    if number is None:
        return unit("month", anchor.day, point.relative[1] if point.relative else 0)
    return by_year(point, anchor, lambda year: values.month(year, number))
