"""A Point and what it is anchored to → a Period of the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from pressparse.extractors.dates import news, values
from pressparse.extractors.dates.anchors import (
    Anchor,
    Style,
    Unanchored,
    named,
    shifted,
    unit,
)
from pressparse.extractors.dates.counted import COUNTED
from pressparse.extractors.dates.placing import by_year, day_of, month_of
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


def _half_or_quarter(point: Point, anchor: Anchor) -> Period:
    number = point.number
    if number is None:
        return unit(point.kind, anchor.day, point.relative[1] if point.relative else 0)
    make = values.half if point.kind == "half" else values.quarter
    return by_year(point, anchor, lambda year: make(year, number))


def _season(point: Point, anchor: Anchor) -> Period:
    number = point.number or 0
    if point.relative is not None and point.relative[0] == "season name" and point.year is None:
        return named(lambda year: values.season(year, number), point.relative[1], anchor)
    return by_year(point, anchor, lambda year: values.season(year, number))


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
    past = anchor.tense in {"past", "participle", "behind"} or (anchor.tense is None and ahead > 3)
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


def _ago(point: Point, anchor: Anchor) -> Period:
    name, offset = point.relative or ("year", 0)
    return unit(name, anchor.day, offset)


def _same(point: Point, anchor: Anchor) -> Period:
    name = point.relative[0] if point.relative else "day"
    if name in {"month", "year"}:
        return unit(name, anchor.last_named, 0)
    if anchor.recent is None:
        raise Unanchored("no earlier date")
    return unit(name, anchor.recent, 0)


def _topic(point: Point, anchor: Anchor) -> Period:
    return news.topic_period(point, anchor.topic, unit("quarter", anchor.day, -1))


def _year_before(point: Point, anchor: Anchor) -> Period:
    return news.year_before(point, anchor.topic, anchor.day.year)


def _stretch(point: Point, anchor: Anchor) -> Period:
    return values.year(anchor.day.year)


_RESOLVERS: dict[str, Callable[[Point, Anchor], Period]] = {
    "day": day_of, "month": month_of, "quarter": _half_or_quarter, "half": _half_or_quarter, "season": _season,
    "weekday": _weekday, "year": _year, "decade": _decade, "century": _century,
    "ago": _ago, "same": _same,
    "topic": _topic, "year before": _year_before, "stretch": _stretch,
}  # fmt: skip
_RESOLVERS |= COUNTED
