"""Periods that are counted out within a longer one: `the second week of May`, `the first nine months of 2024`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from pressparse.extractors.dates import values
from pressparse.extractors.dates.anchors import Anchor, shifted
from pressparse.extractors.dates.placing import day_of, given_year, month_of
from pressparse.extractors.dates.points import Point
from pressparse.extractors.dates.values import Period

_MONTHS_OF = {"month": 1, "quarter": 3}


def _whole_month(point: Point, anchor: Anchor) -> tuple[date, date]:
    """The first and last day of the month that a point names."""
    period = month_of(point, anchor)
    assert period.earliest is not None
    assert period.latest is not None
    return period.earliest, period.latest


def _week(point: Point, anchor: Anchor) -> Period:
    """`last week`; or `the second week of May`, where a month's first week is the one with its first Thursday."""
    if point.form == "week_with":
        held = day_of(point, anchor).earliest
        assert held is not None
        return values.week(held)
    if point.number is None:
        return values.week(shifted(anchor.day, 7 * (point.relative[1] if point.relative else 0)))
    return values.week(_nth_in_month(point, anchor, weekday=3))


def _nth_in_month(point: Point, anchor: Anchor, *, weekday: int) -> date:
    """The point's nth such weekday of its month, the last one where it counts from the end."""
    first, last = _whole_month(point, anchor)
    number = point.number or 0
    if number < 0:
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    when = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))
    if not first <= when <= last:
        raise ValueError(f"not so many weeks in {first:%Y-%m}")
    return when


def _nth_weekday(point: Point, anchor: Anchor) -> Period:
    """`the first Monday of June`."""
    return values.day(_nth_in_month(point, anchor, weekday=point.weekday or 0))


def _week_of_year(point: Point, _: Anchor) -> Period:
    """`2024-W25`, `week 25 of 2024`, `the last week of 2024`: ISO weeks."""
    assert point.year is not None
    if point.number == -1:
        return values.week(date(point.year, 12, 28))
    return values.week(date.fromisocalendar(point.year, point.number or 0, 1))


def _days(point: Point, anchor: Anchor) -> Period:
    """`the first 20 days of August`, `the last ten days of this month`."""
    first, last = _whole_month(point, anchor)
    count = point.count or 0
    if count < 0:
        return values.span(values.day(last.replace(day=last.day + count + 1)), values.day(last))
    return values.span(values.day(first), values.day(first.replace(day=count)))


def _last_day(point: Point, anchor: Anchor) -> Period:
    return values.day(_whole_month(point, anchor)[1])


def _units(point: Point, anchor: Anchor) -> Period:
    """`the first three quarters of 2023`: from the year's first unit on, or up to its last one."""
    year, count = given_year(point, anchor), point.count or 0
    assert year is not None
    make, most = (values.quarter, 4) if point.part == "quarter" else (values.month, 12)
    first, last = (1, count) if count > 0 else (most + count + 1, most)
    return values.span(make(year, first), make(year, last))


COUNTED: dict[str, Callable[[Point, Anchor], Period]] = {
    "week": _week, "week of year": _week_of_year, "nth weekday": _nth_weekday, "days": _days, "last day": _last_day,
    "units": _units,
}  # fmt: skip
