"""What a passage has set its dates in: `from July 8 to 12, … on the 10th`, `of the fires in 2023, … in March`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pressparse.extractors.dates.anchors import Tense
from pressparse.extractors.dates.points import Point
from pressparse.extractors.dates.spans import DateSpan
from pressparse.extractors.dates.tense import Tenses
from pressparse.extractors.dates.values import Period

_REACH = 300
"""Characters behind a date within which its month or year is still understood."""
# "founded in 2019" and "compared to 2023" tell of another time than the sentence does.
_SETS_YEAR = re.compile(
    r"(?:(?:^|[^\w\s]\s?)(?:In|During|in|during)"
    r"|\b\w+(?<!ed)(?<!begun)(?<!built)(?<!held)(?<!made)(?<!born)(?<!set) (?:in|during)) $"
)
_NEXT = 60
"""Characters between two months of one schedule."""
_BOUND = re.compile(r"\b(?:from|until|through|to) the $")
_NEARBY, _NEARBY_LATER = 2, 6
"""Days up to the day of issue of which `announced on the 15th` is told, in the sentence that names another month and in
the next one."""


class Setting:
    """The last month and the last year that a passage has named, each with where it was named (code points)."""

    def __init__(self, text: str, reference: date | None) -> None:
        self.text, self.reference = text, reference
        self._days: tuple[int, Period] | None = None
        self._year: tuple[int, Period] | None = None

    def follow(self, points: Sequence[Point], found: DateSpan) -> None:
        """Take note of a date that has been read."""
        if found.value is None or found.earliest is None or found.latest is None:
            return
        if self._is_monthly(points, found):
            self._days = (found.end, Period(found.value, found.earliest, found.latest, found.precision))
        elif found.precision == "year" and len(points) == 1 and points[0].year is not None:
            before = self.text[max(0, found.start - 40) : found.start]
            sets = self.text.startswith(",", found.end) and _SETS_YEAR.search(before)
            period = Period(found.value, found.earliest, found.latest, found.precision)
            self._year = (found.end, period) if sets else None

    def _is_monthly(self, points: Sequence[Point], found: DateSpan) -> bool:
        """Whether a date names a month, or days of one, and not by how far off it lies."""
        if all(point.month is None for point in points):
            return False
        counted = any(point.relative is not None for point in points)
        return found.precision == "day" or (found.precision == "month" and not counted)

    def leads_on(self, point: Point, tenses: Tenses) -> bool:
        """Whether a month follows one that lies ahead, and so lies ahead, too: `hearing in November, bill in March`."""
        if self._days is None or self.reference is None or point.month is None or point.year is not None:
            return False
        named_at, period = self._days
        if period.earliest is None or period.earliest <= self.reference or point.start - named_at > _NEXT:
            return False
        return point.month < period.earliest.month and not tenses.breaks_between(named_at, point.start)

    def around(self, point: Point, tenses: Tenses, tense: Tense) -> Period | None:
        """The period that an open date counts in, None where the passage has set none for it."""
        if point.kind == "day" and point.month is None and point.day is not None and point.relative is None:
            return self._days_around(point, tenses, tense)
        if point.kind in {"month", "quarter", "half"} and point.relative is None and point.year is None:
            return self._year_around(point, tenses, tense)
        return None

    def _days_around(self, point: Point, tenses: Tenses, tense: Tense) -> Period | None:
        if self._days is None:
            return None
        named_at, period = self._days
        assert period.earliest is not None
        breaks = tenses.breaks_between(named_at, point.start)
        if named_at + _REACH < point.start or breaks > (1 if period.precision == "day" else 0):
            return None
        if self.reference is not None:
            told = 0 <= self.reference.day - (point.day or 0) < (_NEARBY_LATER if breaks else _NEARBY)
            bound = _BOUND.search(self.text, max(0, point.start - 12), point.start)
            past = tense in {"past", "behind"} or (tense == "participle" and period.precision == "month")
            if told or (past and not bound and period.earliest > self.reference):
                return None
        return period

    def _year_around(self, point: Point, tenses: Tenses, tense: Tense) -> Period | None:
        if self._year is None or tenses.breaks_between(self._year[0], point.start) or tense in {"future", "ahead"}:
            return None
        return self._year[1]
