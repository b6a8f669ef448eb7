"""Dates that stand together: ranges, open ranges and lists, each read as one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from pressparse.extractors.dates import values
from pressparse.extractors.dates.anchors import Anchor, nearest_year
from pressparse.extractors.dates.points import Point
from pressparse.extractors.dates.resolve import resolve
from pressparse.extractors.dates.values import Period

Joint = Literal["range", "both", "either", "comma"]
Opening = Literal["from", "until", None]
_TAILS = {"day_tail", "dotted_tail"}
_GRAIN = {"day": 0, "days": 0, "last day": 0, "month": 1, "quarter": 2, "half": 2, "year": 3}


@dataclass(slots=True)
class Expression:
    """Points that are one date: a single point, the two ends of a range, or the members of a list."""

    points: tuple[Point, ...]
    joint: Joint | None = None
    opening: Opening = None

    @property
    def ranged(self) -> bool:
        """Whether the expression says from when or until when it reaches."""
        return self.joint == "range" or self.opening is not None


def joinable(first: Point, second: Point, joint: Joint) -> bool:
    """Whether two neighbouring points can be one date. `this year and last year` are two."""
    if joint == "range":
        return first.form == "nth_before" or _range_like(first, second)
    if _floating(first) or _floating(second) or (first.part and second.part):
        return False
    if first.form == "nth_before":
        return second.kind in {"quarter", "half"}
    if joint == "either":
        return second.form == "day_tail"
    return first.kind == second.kind and first.kind in _GRAIN and first.last_year is None


def is_bare_list(points: Sequence[Point]) -> bool:
    """Whether days of one month stand in a row with nothing but commas between: `June 1, 8, 15`."""
    days = [point.day or 0 for point in points]
    tails = all(point.form == "day_tail" and point.year is None for point in points[1:])
    return tails and points[0].kind == "day" and days == sorted(set(days)) and days[-1] <= 31


def _floating(point: Point) -> bool:
    """Counted from the reference as a whole: `today`, `last year`."""
    return point.form in {"near", "day_near", "korean_near", "month_near", "ago", "year_end"}


def _range_like(first: Point, second: Point) -> bool:
    if first.last_year or second.last_year or first.kind not in _GRAIN or second.kind not in _GRAIN:
        return False
    difference = abs(_GRAIN[first.kind] - _GRAIN[second.kind])
    return difference == 0 or (difference < 3 and first.dated and second.dated) or (difference == 1 and second.dated)


def short_year(first: Point, second: Point) -> Point | None:
    """`2021~25`, `'24-28`: the bare number behind a year as the year that it stands for, or None."""
    if first.kind != "year" or first.year is None or second.form != "day_tail" or second.day is None:
        return None
    year = first.year // 100 * 100 + second.day
    return replace(second, kind="year", form="year", year=year, day=None) if year > first.year else None


def periods(expression: Expression, anchor: Anchor) -> list[Period]:
    """The period of each point, each given what its neighbours say; raises ValueError where one does not exist."""
    if len(expression.points) == 1:
        return [resolve(expression.points[0], anchor)]
    points = _filled_backwards(expression.points)
    found: list[Period] = []
    if over := _over_new_year(expression, anchor):
        return over
    for index, point in enumerate(points):
        completed = _filled_forwards(points[index - 1], point, found[-1]) if found else point
        period = resolve(completed, anchor)
        if found and _before(period, found[-1]):
            period = _moved(completed, point, found, anchor)
        found.append(period)
    return found


def _over_new_year(expression: Expression, anchor: Anchor) -> list[Period] | None:
    """`between October and January`: the two years that suit the whole range; None where it is no such range."""
    first, last = expression.points[0], expression.points[-1]
    if expression.joint != "range" or len(expression.points) != 2 or first.kind != last.kind:
        return None
    if first.kind not in {"month", "day"} or first.month is None or last.month is None or last.month >= first.month:
        return None
    if any(point.dated or point.relative is not None for point in (first, last)) or anchor.around is not None:
        return None

    def both(year: int) -> Period:
        return values.span(resolve(replace(first, year=year), anchor), resolve(replace(last, year=year + 1), anchor))

    begun = nearest_year(both, anchor).earliest
    assert begun is not None
    return [resolve(replace(first, year=begun.year), anchor), resolve(replace(last, year=begun.year + 1), anchor)]


def merged(expression: Expression, members: Sequence[Period]) -> Period:
    """One period of an expression's members; raises ValueError where a range would run backwards."""
    if expression.opening == "from":
        return values.onward(members[0])
    if expression.opening == "until":
        return values.until(members[-1])
    if len(members) == 1:
        return members[0]
    steady = all(values.adjacent(first, second) for first, second in pairwise(members))
    if expression.joint == "range" or (steady and expression.joint != "either"):
        return values.span(members[0], members[-1])
    return values.collection(members)


def _before(second: Period, first: Period) -> bool:
    return first.earliest is not None and second.earliest is not None and second.earliest < first.earliest


def _filled_backwards(points: Sequence[Point]) -> list[Point]:
    """`7–9 December 2022`, `January and June 2023`, `22nd to 23rd of this month`: the last one speaks for all."""
    filled = list(points)
    for index in range(len(points) - 2, -1, -1):
        filled[index] = _sharing(filled[index], filled[index + 1])
    return filled


def _sharing(point: Point, following: Point) -> Point:
    if point.form == "nth_before":
        point = replace(point, kind=following.kind)
    # "June 18 and 19, and July 2"; but "16th, 17th and 18th April".
    leads = point.form not in _TAILS or following.form == "day_month" or (following.form in _TAILS and following.month)
    if leads and point.kind == "day" and point.day is not None and point.month is None and point.relative is None:
        point = replace(point, month=following.month)
        if following.relative is not None and following.relative[0] == "month":
            return replace(point, relative=following.relative)
    if point.dated or point.kind in {"year", "decade"} or point.relative is not None or not following.dated:
        return point
    year = following.year
    relative = None if year is not None else following.relative
    if point.month is not None and following.month is not None and point.month > following.month:
        # "December 24 to February 1 next year": the range runs over the year's end.
        year = None if year is None else year - 1
        relative = None if relative is None else (relative[0], relative[1] - 1)
    return replace(point, year=year, relative=relative)


def _filled_forwards(before: Point, point: Point, period: Period) -> Point:
    """`July 2 and 3`, `Nov. 30 to Dec. 2`, `July 2020 to March`: the first one speaks for what the next leaves out."""
    if point.kind in {"year", "decade"} or period.earliest is None:
        return point
    if point.kind == "day" and point.day is not None and point.month is None and _of_month(point) is None:
        point = replace(point, month=period.earliest.month)
    if point.dated or point.relative is not None:
        return point
    return replace(point, year=period.earliest.year)


def _of_month(point: Point) -> tuple[str, int] | None:
    return point.relative if point.relative is not None and point.relative[0] == "month" else None


def _moved(point: Point, written: Point, found: Sequence[Period], anchor: Anchor) -> Period:
    """A later member that came out earlier than the first, set a year or a month on where the words allow that."""
    if written.relative == ("year", 1) and found[0].earliest is not None:
        # "from November 2025 to February of the following year": the year after the first one's.
        return resolve(replace(point, year=found[0].earliest.year + 1, relative=None), anchor)
    if written.dated or written.relative is not None or point.year is None:
        return resolve(point, anchor)
    if point.kind == "day" and written.month is None and written.day is not None and found[-1].earliest is not None:
        following = found[-1].earliest.replace(day=1) + timedelta(days=32)
        return values.day(date(following.year, following.month, written.day))
    return resolve(replace(point, year=point.year + 1), anchor)
