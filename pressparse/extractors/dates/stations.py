"""Days told by their number beside a place, the first of which has the month: `Busan (November 16), Daejeon (18)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pressparse.extractors.dates.points import Point

_NEXT = re.compile(
    r"\)(?:,|;|,? and|,? then| ·| /)? (?:in |at )?[A-Z][\w'-]{1,20}(?: [A-Z][\w'-]{1,20}){0,3} ?"
    r"\((?P<day>\d{1,2})(?:st|nd|rd|th)?(?=\))"
)
_MOST = 16
"""Places behind the first one."""


def stations(text: str, first: Point) -> Iterator[Point]:
    """The days behind one that stands in parentheses, as long as they grow."""
    point = first
    if first.kind != "day" or first.month is None or first.day is None or text[max(0, first.start - 1)] != "(":
        return
    for _ in range(_MOST):
        following = _NEXT.match(text, point.end)
        if following is None or not (point.day or 0) < int(following["day"]) <= 31:
            return
        start, day = following.start("day"), int(following["day"])
        point = replace(first, start=start, end=following.end(), day=day, weekday=None, form="station")
        yield point
