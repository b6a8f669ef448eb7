"""A Point and what it is anchored to → a Period of the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from pressparse.extractors.dates import news, values
from pressparse.extractors.dates.anchors import (
    Anchor,
    Style,
    Unanchored,
    named,
    nearest_month,
    nearest_year,
    shifted,
    unit,
)
from pressparse.extractors.dates.points import Point
from pressparse.extractors.dates.values import Period


def resolve(point: Point, anchor: Anchor) -> Period:
    """The period that a point names; raises ValueError where there is no such day, Unanchored without an anchor."""
    if not point.valid:
        raise ValueError("the words contradict each other")
    period = _RESOLVERS[point.kind](point, anchor)
    if point.part == "end" and period.precision == "year" and anchor.style is Style.PRESS:
        assert period.latest is not None
        return values.month(period.latest.year, 12)
    return period


def _given_year(point: Point, anchor: Anchor) -> int | None:
    if point.year is not None:
        return point.year
    if point.relative is not None and point.relative[0] == "year":
        return anchor.day.year + point.relative[1]
    return None


def _by_year(point: Point, anchor: Anchor, make: Callable[[int], Period]) -> Period:
    year = _given_year(point, anchor)
    return make(year) if year is not None else nearest_year(make, anchor, weekday=point.weekday)


def _day(point: Point, anchor: Anchor) -> Period:
    day, month = point.day, point.month
    if day is None:
        return unit("day", anchor.day, point.relative[1] if point.relative else 0)
    if month is not None:
        return _by_year(point, anchor, lambda year: values.day(date(year, month, day)))
    if point.relative is not None and point.relative[0] == "month":
        return values.day(date(*values.month_after(anchor.day, point.relative[1]), day))
    return nearest_month(day, anchor, weekday=point.weekday)


def _month(point: Point, anchor: Anchor) -> Period:
    number = point.month
    if point.relative is not None and point.relative[0] == "month name" and number is not None:
        return named(lambda year: values.month(year, number), point.relative[1], anchor)
    if number is None:
        return unit("month", anchor.day, point.relative[1] if point.relative else 0)
    return _by_year(point, anchor, lambda year: values.month(year, number))


def _half_or_quarter(point: Point, anchor: Anchor) -> Period:
    number = point.number
    if number is None:
        return unit(point.kind, anchor.day, point.relative[1] if point.relative else 0)
    make = values.half if point.kind == "half" else values.quarter
    return _by_year(point, anchor, lambda year: make(year, number))


def _season(point: Point, anchor: Anchor) -> Period:
    number = point.number or 0
    if point.relative is not None and point.relative[0] == "season name" and point.year is None:
        return named(lambda year: values.season(year, number), point.relative[1], anchor)
    return _by_year(point, anchor, lambda year: values.season(year, number))


def _month_of(point: Point, anchor: Anchor) -> tuple[int, int]:
    period = _month(point, anchor)
    assert period.earliest is not None
    return period.earliest.year, period.earliest.month


def _week(point: Point, anchor: Anchor) -> Period:
    """`last week`; or `the second week of May`, where a month's first week is the one with its first Thursday."""
    if point.form == "week_with":
        held = _day(point, anchor).earliest
        assert held is not None
        return values.week(held)
    if point.number is None:
        return unit("week", anchor.day, point.relative[1] if point.relative else 0)
    year, month = _month_of(point, anchor)
    month_end = values.month(year, month).latest
    assert month_end is not None
    if point.number < 0:
        return values.week(month_end - timedelta(days=(month_end.weekday() - 3) % 7))
    first = date(year, month, 1)
    thursday = first + timedelta(days=(3 - first.weekday()) % 7 + 7 * (point.number - 1))
    if thursday > month_end:
        raise ValueError(f"no week {point.number} in {year}-{month}")
    return values.week(thursday)


def _weekday(point: Point, anchor: Anchor) -> Period:
    reference, weekday = anchor.day, point.weekday or 0
    name, offset = point.relative or ("", 0)
    monday = reference - timedelta(days=reference.weekday())
    if name == "week":
        return values.day(shifted(monday, 7 * offset + weekday))
    if name == "weekday name" and offset > 0:
        return values.day(shifted(monday, 7 + weekday))
    ahead = (weekday - reference.weekday()) % 7
    if name == "weekday name":
        return values.day(shifted(reference, ahead) if offset == 0 else shifted(monday, weekday - 7))
    if anchor.style is Style.NEWS:
        later = anchor.tense == "future" and ahead > 0
        return values.day(shifted(reference, ahead if later or ahead == 0 else ahead - 7))
    past = anchor.tense == "past" or (anchor.tense is None and ahead > 3)
    return values.day(shifted(reference, ahead - 7 if past and ahead else ahead))


def _year(point: Point, anchor: Anchor) -> Period:
    if point.year is not None and point.last_year is not None:
        return values.span(values.year(point.year), values.year(point.last_year))
    if point.year is not None:
        return values.year(point.year)
    return unit("year", anchor.day, point.relative[1] if point.relative else 0)


def _decade(point: Point, anchor: Anchor) -> Period:
    return values.decade(point.number) if point.number is not None else _near_unit(point, anchor)


def _century(point: Point, anchor: Anchor) -> Period:
    return values.century(point.number - 1) if point.number is not None else _near_unit(point, anchor)


def _near_unit(point: Point, anchor: Anchor) -> Period:
    return unit(point.kind, anchor.day, point.relative[1] if point.relative else 0)


def _days(point: Point, anchor: Anchor) -> Period:
    """`the first 20 days of August`, `the last ten days of this month`."""
    year, month = _month_of(point, anchor)
    whole = values.month(year, month)
    assert whole.latest is not None
    count = point.count or 0
    if count < 0:
        return values.span(values.day(date(year, month, whole.latest.day + count + 1)), values.day(whole.latest))
    return values.span(values.day(date(year, month, 1)), values.day(date(year, month, count)))


def _last_day(point: Point, anchor: Anchor) -> Period:
    latest = _month(point, anchor).latest
    assert latest is not None
    return values.day(latest)


def _ago(point: Point, anchor: Anchor) -> Period:
    name, offset = point.relative or ("year", 0)
    return unit(name, anchor.day, offset)


def _same(point: Point, anchor: Anchor) -> Period:
    if anchor.recent is None:
        raise Unanchored("no earlier date")
    return unit(point.relative[0] if point.relative else "day", anchor.recent, 0)


def _topic(point: Point, anchor: Anchor) -> Period:
    return news.topic_period(point, anchor.topic, unit("quarter", anchor.day, -1))


def _year_before(point: Point, anchor: Anchor) -> Period:
    return news.year_before(point, anchor.topic, anchor.day.year)


def _stretch(point: Point, anchor: Anchor) -> Period:
    return values.year(anchor.day.year)


_RESOLVERS: dict[str, Callable[[Point, Anchor], Period]] = {
    "day": _day, "month": _month, "quarter": _half_or_quarter, "half": _half_or_quarter, "season": _season,
    "week": _week, "weekday": _weekday, "year": _year, "decade": _decade, "century": _century, "days": _days,
    "last day": _last_day, "ago": _ago, "same": _same,
    "topic": _topic, "year before": _year_before, "stretch": _stretch,
}  # fmt: skip
