"""Readers of the forms that count within a period: `the first Monday of June`, `the first nine months of 2024`."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.extractors.dates import token_fields as fields
from pressparse.extractors.dates.points import Point
from pressparse.extractors.dates.tokens import Token

_DAYS = {"day": 1, "week": 7}


def _nth(token: Token) -> int:
    """The place that an ordinal gives, -1 for "last"; 0, which no period has, for "next" and the like."""
    value = fields.number(token) or 0
    return (-1 if value < 0 else 0) if token.code == "L" else abs(value)


def _count(numbers: list[int], tokens: Sequence[Token]) -> int:
    """How many units the tokens count: the number behind the ordinal, "three" in `first three quarters`."""
    return numbers[-1] if numbers else next(fields.number(token) or 0 for token in tokens[1:] if token.code in "NT")


def days_of(point: Point, numbers: list[int], tokens: Sequence[Token]) -> None:
    """`the first 20 days of August`, `the last two weeks of this month`."""
    unit = str(tokens[2].value)
    count = _count(numbers, tokens) * _DAYS.get(unit, 0)
    point.kind, point.valid = "days", point.valid and count > 0 and _nth(tokens[0]) in {1, -1}
    point.count = count * _nth(tokens[0])
    point.relative, point.year = fields.relative(tokens[3:]) or fields.of_the_month(tokens), fields.year_of(tokens[3:])


def units_of(point: Point, numbers: list[int], tokens: Sequence[Token]) -> None:
    """`the first three quarters of 2023`, `the last two months of the year`."""
    unit = str(tokens[2].value)
    point.kind, point.part = "units", unit
    point.valid = point.valid and unit in {"month", "quarter"} and _nth(tokens[0]) in {1, -1}
    point.count = _count(numbers, tokens) * _nth(tokens[0])
    point.year, point.relative = fields.year_of(tokens[3:]), fields.relative(tokens[3:])


def week_of(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    """`the second week of May`, `the last week of this month`."""
    point.kind, point.number = "week", _nth(tokens[0])
    point.relative = fields.relative(tokens[2:]) or fields.of_the_month(tokens)


def week_of_year(point: Point, numbers: list[int], tokens: Sequence[Token]) -> None:
    """`2024-W25`, `week 25 of 2024`, `the last week of 2024`."""
    named = next((fields.number(token) for token in tokens if token.code == "7"), None)
    point.kind, point.relative = "week of year", None
    point.number = named or (numbers[0] if numbers and tokens[0].code == "k" else _nth(tokens[0]))


def nth_weekday(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    """`the first Monday of June`, `the last Friday of next month`."""
    point.kind, point.number = "nth weekday", _nth(tokens[0])
    point.relative = fields.relative(tokens[2:]) or fields.of_the_month(tokens)


def nth_day(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    """`the last day of March`, `the second day of next month`."""
    number = _nth(tokens[0])
    point.kind, point.number = "last day" if number < 0 else "day", number
    point.day = number if number > 0 else None
    point.relative = fields.relative(tokens[2:]) or fields.of_the_month(tokens)
    if point.month is None and point.year is not None:
        point.month = 12 if number < 0 else 1  # "the last day of 2024"


def spoken_day(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    """`May the fourth`, `the twenty-first of June`, `Friday the fifteenth`."""
    point.day, point.year = fields.spoken_day(tokens), fields.year_of(tokens)


def compact_day(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    """`20240618`."""
    digits = fields.number(tokens[0]) or 0
    point.year, point.month, point.day = digits // 10000, digits // 100 % 100, digits % 100
