"""Calendar periods and their EDTF values: the only place that knows how a value is spelled.

Values are ISO 8601 dates and the Extended Date/Time Format (EDTF, Library of Congress), with quarters `2020-Q3`,
halves `2020-H1` and ISO weeks `2020-W27` as RECORDS.md has them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""EDTF's seasons (21 spring to 24 winter) as first and last month; winter runs into the next year."""


class Period(NamedTuple):
    """A stretch of days: its EDTF value, its first and last day (None where it is open) and what unit it names."""

    value: str
    earliest: date | None
    latest: date | None
    precision: str


def day(when: date) -> Period:
    """The period of one day."""
    return Period(when.isoformat(), when, when, "day")


def week(when: date) -> Period:
    """The ISO week (Monday to Sunday) that holds `when`; raises ValueError at the calendar's edges."""
    year, number, weekday = when.isocalendar()
    monday = _shifted(when, days=1 - weekday)
    return Period(f"{year:04}-W{number:02}", monday, _shifted(monday, days=6), "week")


@lru_cache(maxsize=4096)
def month(year: int, number: int) -> Period:
    """One month; raises ValueError where there is no such month."""
    return _months(f"{year:04}-{number:02}", year, number, number, precision="month")


@lru_cache(maxsize=4096)
def quarter(year: int, number: int) -> Period:
    """One quarter of a year; raises ValueError unless 1 <= number <= 4."""
    return _months(f"{year:04}-Q{number}", year, 3 * number - 2, 3 * number, precision="quarter")


@lru_cache(maxsize=4096)
def half(year: int, number: int) -> Period:
    """One half of a year; raises ValueError unless 1 <= number <= 2."""
    return _months(f"{year:04}-H{number}", year, 6 * number - 5, 6 * number, precision="half")


def season(year: int, number: int) -> Period:
    """A season by EDTF's number; raises ValueError unless 21 <= number <= 24."""
    if number not in _SEASON_MONTHS:
        raise ValueError(f"no season {number}")
    first, last = _SEASON_MONTHS[number]
    end_year, end_month = (year + 1, last - 12) if last > 12 else (year, last)
    ends = date(end_year, end_month, monthrange(end_year, end_month)[1])
    return Period(f"{year:04}-{number}", date(year, first, 1), ends, "season")


@lru_cache(maxsize=4096)
def year(number: int) -> Period:
    """One calendar year; raises ValueError outside 1 to 9999."""
    return Period(f"{number:04}", date(number, 1, 1), date(number, 12, 31), "year")


def decade(first: int) -> Period:
    """The ten years from `first`, which ends in 0."""
    return Period(f"{first // 10:03}X", date(first, 1, 1), date(first + 9, 12, 31), "decade")


def century(hundreds: int) -> Period:
    """The hundred years that begin with the digits `hundreds`: 19 is 19XX."""
    return Period(f"{hundreds:02}XX", date(100 * hundreds, 1, 1), date(100 * hundreds + 99, 12, 31), "century")


def span(first: Period, last: Period) -> Period:
    """The closed range from one period to another; raises ValueError where it would run backwards."""
    if first.earliest is None or last.latest is None or first.earliest > last.latest:
        raise ValueError(f"no range {first.value} to {last.value}")
    return Period(f"{first.value}/{last.value}", first.earliest, last.latest, last.precision)


def collection(members: Sequence[Period]) -> Period:
    """The list of periods that stand apart from each other."""
    known = [p for p in members if p.earliest is not None and p.latest is not None]
    first = min(p.earliest for p in known if p.earliest is not None)
    last = max(p.latest for p in known if p.latest is not None)
    return Period("{" + ",".join(p.value for p in members) + "}", first, last, members[-1].precision)


def onward(first: Period) -> Period:
    """The open range that begins with a period."""
    return Period(f"{first.value}/..", first.earliest, None, first.precision)


def until(last: Period) -> Period:
    """The open range that ends with a period."""
    return Period(f"../{last.value}", None, last.latest, last.precision)


def parse(value: str) -> Period:
    """The period that an EDTF value names; raises ValueError where it is none of the forms written here."""
    if value.startswith("{") and value.endswith("}"):
        return collection([parse(member) for member in value[1:-1].split(",")])
    if "/" in value:
        first, _, last = value.partition("/")
        if first == "..":
            return until(parse(last))
        return onward(parse(first)) if last == ".." else span(parse(first), parse(last))
    for pattern, make in _SHAPES:
        if match := pattern.fullmatch(value):
            return make(*(int(group) for group in match.groups()))
    raise ValueError(f"not a date value: {value!r}")


def adjacent(first: Period, second: Period) -> bool:
    """Whether the second period begins the day after the first one ends."""
    if first.latest is None or second.earliest is None or first.latest == date.max:
        return False
    return first.latest + ONE_DAY == second.earliest


def month_after(when: date, months: int) -> tuple[int, int]:
    """The (year, month) that lies `months` months after the month of `when` (before it where negative)."""
    count = when.year * 12 + when.month - 1 + months
    return count // 12, count % 12 + 1


def _shifted(when: date, *, days: int) -> date:
    try:
        return when + timedelta(days=days)
    except OverflowError as error:
        raise ValueError(str(error)) from error


def _months(value: str, year: int, first: int, last: int, *, precision: str) -> Period:
    if not 1 <= first <= last <= 12:
        raise ValueError(f"no {precision} {value}")
    return Period(value, date(year, first, 1), date(year, last, monthrange(year, last)[1]), precision)


_SHAPES: tuple[tuple[re.Pattern[str], Callable[..., Period]], ...] = (
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)"), lambda y, m, d: day(date(y, m, d))),
    (re.compile(r"(\d{4})-(2[1-4])"), season),
    (re.compile(r"(\d{4})-(\d\d)"), month),
    (re.compile(r"(\d{4})-Q(\d)"), quarter),
    (re.compile(r"(\d{4})-H(\d)"), half),
    (re.compile(r"(\d{4})-W(\d\d)"), lambda y, w: week(date.fromisocalendar(y, w, 1))),
    (re.compile(r"(\d{4})"), year),
    (re.compile(r"(\d{3})X"), lambda tens: decade(10 * tens)),
    (re.compile(r"(\d\d)XX"), century),
)
