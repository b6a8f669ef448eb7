"""A match of the grammar → a Point: what each form's tokens say of year, month, day …"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pressparse.extractors.dates import counting
from pressparse.extractors.dates import token_fields as fields
from pressparse.extractors.dates.points import Point, full_year, is_recent
from pressparse.extractors.dates.tokens import Token

_DAY_CODES = "noz"


def read(form: str, codes: str, tokens: Sequence[Token]) -> Point:
    """The point that the tokens of one match of `form` name; `codes` are theirs."""
    numbers = [t.value for t in tokens if t.code in _DAY_CODES and isinstance(t.value, int)]
    point = Point("day", form, _start(form, tokens), tokens[-1].end)
    point.valid = not numbers or min(numbers) >= 0
    point.year = fields.year(codes, tokens)
    point.month = fields.first(codes, "M", tokens)
    point.weekday = fields.first(codes, "W" if "W" in codes else "v", tokens)
    if not fields.RELATIVE_CODES.isdisjoint(codes):
        point.relative = fields.relative(tokens)
    if not fields.PART_CODES.isdisjoint(codes):
        point.part = fields.part(tokens)
    if reader := _READERS.get(form):
        reader(point, [abs(number) for number in numbers], tokens)
    return point


def _start(form: str, tokens: Sequence[Token]) -> int:
    """Where the span begins: no article, and no "last" or "coming" that says only what the date says anyway."""
    at = 0
    while tokens[at].code in "hfi":
        at += 1
    if form in {"month_day", "month_year"} or (form == "month_near" and any(t.code == "Z" for t in tokens)):
        while tokens[at].code in "LZ" and tokens[at + 1].code not in "am":
            at += 1
    if form == "year" and tokens[at].code == "a":
        at += 1
    return tokens[at].start


def _month_and_day(point: Point, numbers: list[int], _: Sequence[Token]) -> None:
    point.month, point.day = numbers[0], numbers[1]


def _numeric_short(point: Point, numbers: list[int], tokens: Sequence[Token]) -> None:
    """`24.6.18.`; `18.06.24` in two digits each is a European's, where that is the likelier year."""
    point.year, point.month, point.day = full_year(numbers[0]), numbers[1], numbers[2]
    padded = all(token.end - token.start == 2 for token in tokens[:5:2])
    if padded and is_recent(full_year(numbers[2])) and 1 <= numbers[0] <= 31:
        point.other = (full_year(numbers[2]), numbers[1], numbers[0])
    if point.other and not is_recent(point.year):
        (point.year, point.month, point.day), point.other = point.other, None


def _numeric_year_last(point: Point, numbers: list[int], tokens: Sequence[Token]) -> None:
    first, second = numbers[0], numbers[1]
    if point.year is None:
        point.year = full_year(numbers[2])
    month_first = (tokens[1].code != "." and first <= 12) or second > 12
    point.month, point.day = (first, second) if month_first else (second, first)
    if month_first and first <= 12 and second <= 12:
        point.other = (point.year, second, first)


def _day(point: Point, numbers: list[int], _: Sequence[Token]) -> None:
    point.day = numbers[0]


def _weekday_day(point: Point, numbers: list[int], tokens: Sequence[Token]) -> None:
    """`Thursday (Feb. 9)`, `Thursday (2.9.)`, `Thursday (24/7)`."""
    if point.month is None:
        _month_and_day(point, numbers if numbers[0] <= 12 else numbers[::-1], tokens)
    else:
        _day(point, numbers, tokens)


def _weekday_ordinal(point: Point, numbers: list[int], tokens: Sequence[Token]) -> None:
    if numbers:
        _day(point, numbers, tokens)
    else:
        counting.spoken_day(point, numbers, tokens)


def _week_with(point: Point, numbers: list[int], _: Sequence[Token]) -> None:
    point.kind, point.day = "week", numbers[0]


def _numeric_month(point: Point, numbers: list[int], tokens: Sequence[Token]) -> None:
    if tokens[1].code in "-/" and numbers[0] > 12:
        point.form = "year_pair"  # "2021-25"
        _year_only(point, numbers, tokens)
    else:
        point.kind, point.month = "month", numbers[0]


def _month_slash_year(point: Point, numbers: list[int], _: Sequence[Token]) -> None:
    point.kind, point.month = "month", numbers[0]


def _month(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    point.kind = "month"
    if point.form == "month_near":
        point.relative = ("month name", fields.offset(tokens))


def _quarter(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    named = next((token for token in tokens if token.code == "Q"), None)
    if named is not None and isinstance(named.value, tuple):
        point.kind = "half" if named.value[0] == "half" else "quarter"
        point.number = named.value[1]
        return
    at = next((i for i, token in enumerate(tokens) if token.code in "qH"), len(tokens) - 1)
    point.kind = "half" if tokens[at].code == "H" else "quarter"
    number = next((abs(fields.number(t) or 0) for t in tokens[:at] if t.code in "Oo"), None)
    # "last quarter of the year"
    point.number = number if number is not None else 2 if point.kind == "half" else 4


def _season(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    at = next(i for i, token in enumerate(tokens) if token.code == "s")
    point.kind, point.number = "season", fields.number(tokens[at])
    if any(token.code in "LZ" for token in tokens[:at]):
        point.relative = ("season name", fields.offset(tokens))


def _weekday(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    point.kind = "weekday"
    if point.form == "weekday_near":
        coming = any(token.code == "Z" for token in tokens)
        point.relative = ("weekday name", 0 if coming else fields.offset(tokens))


def _near(point: Point, _: list[int], __: Sequence[Token]) -> None:
    point.kind = point.relative[0] if point.relative else "year"


def _year_end(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    unit = next(fields.UNITS[token.code] for token in tokens if token.code in "amq")
    point.kind, point.part = unit, "end"
    point.relative = None if point.year is not None else (unit, fields.offset(tokens))
    point.valid = point.valid and (unit == "year" or point.year is None)


def _ago(point: Point, numbers: list[int], tokens: Sequence[Token]) -> None:
    count = numbers[0] if numbers else fields.number(tokens[0])
    unit = next(str(token.value) for token in tokens[1:] if token.code in "Uadmkec")
    point.kind, point.relative = "ago", (unit, -(count or 0))


def _year_only(point: Point, numbers: list[int], _: Sequence[Token]) -> None:
    point.kind = "year"
    point.valid = point.valid and point.year is not None
    if point.form == "year_pair" and point.year is not None:
        point.last_year = point.year // 100 * 100 + numbers[0]
        point.valid = point.last_year > point.year


def _decade(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    token = next(token for token in tokens if token.code in "DK")
    point.kind = "century" if token.code == "K" else "decade"
    point.number = fields.number(token)


def _century(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    point.kind = "century"
    point.number = next(abs(fields.number(token) or 0) for token in tokens if token.code in "Oo")


def _day_near(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    beyond = {"J": 1, "I": -1}.get(tokens[1].code, 0) if len(tokens) > 1 else 0
    point.relative = ("day", (fields.number(tokens[-1]) or 0) + beyond)


def _this_year(point: Point, _: list[int], __: Sequence[Token]) -> None:
    point.kind, point.relative = "year", ("year", 0)


def _same(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    point.kind, point.relative = "same", (fields.UNITS[tokens[-1].code], 0)


def _nth_before(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    point.kind, point.number = "quarter", abs(fields.number(tokens[0]) or 0)


def _topic(point: Point, _: list[int], tokens: Sequence[Token]) -> None:
    point.kind = {"topic": "topic", "year_before": "year before"}.get(point.form, "stretch")
    point.number = next((fields.number(token) for token in tokens if token.code == "O"), None)
    point.relative, point.part = None, ""


Reader = Callable[[Point, list[int], Sequence[Token]], None]
_READERS: dict[str, Reader] = {
    "numeric": _month_and_day, "numeric_short": _numeric_short, "numeric_year_last": _numeric_year_last,
    "year_month_day": _day, "month_day": _day, "day_month": _day, "dotted_day": _month_and_day, "day_of_month": _day,
    "days_of": counting.days_of, "week_of": counting.week_of, "units_of": counting.units_of,
    "week_of_year": counting.week_of_year, "nth_weekday": counting.nth_weekday, "compact_day": counting.compact_day,
    "spoken_month_day": counting.spoken_day, "spoken_day_month": counting.spoken_day, "weekday_day": _weekday_day,
    "month_marked": _day, "month_slash_year": _month_slash_year, "week_with": _week_with, "last_day": counting.nth_day,
    "weekday_of_week": _weekday, "month_year": _month, "numeric_month": _numeric_month, "quarter": _quarter,
    "season": _season, "month_near": _month, "month": _month, "weekday_near": _weekday, "near": _near,
    "year_end": _year_end, "ago": _ago, "year_pair": _year_only, "year": _year_only, "decade": _decade,
    "century": _century, "day_near": _day_near, "korean_near": _near, "same": _same, "weekday": _weekday,
    "weekday_ordinal": _weekday_ordinal, "ordinal_day": _day, "number_day": _day, "day_before": _day,
    "day_before_day": _day, "nth_before": _nth_before, "day_tail": _day, "dotted_tail": _day, "topic": _topic,
    "year_before": _topic, "stretch": _topic, "bare_season": _season, "this_year": _this_year,
}  # fmt: skip
