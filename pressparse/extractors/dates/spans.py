"""What is found: dates with their spans, and what a text has named so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pressparse.extractors.dates import news
from pressparse.extractors.dates.points import Point
from pressparse.extractors.dates.sequences import Joint
from pressparse.extractors.dates.values import Period


class Part(NamedTuple):
    """One end of a range or member of a list: code points and EDTF value."""

    start: int
    end: int
    value: str


class DateSpan(NamedTuple):
    """A date in a text. `start` and `end` are code points.

    `value` is EDTF, None where the date can't be resolved, and then `problem` says why. `anchored` tells that it was
    resolved against another date. `parts` are the ends of a range or the members of a list, `joint` what joins them.
    """

    start: int
    end: int
    value: str | None
    earliest: date | None
    latest: date | None
    precision: str
    anchored: bool
    form: str = ""
    joint: Joint | None = None
    parts: tuple[Part, ...] = ()
    problem: str | None = None


@dataclass(slots=True)
class Trail:
    """What a text has named so far, carried from passage to passage: the last full day, the last
    date of all, and a news report's quarter. `day_first` tells that `4/6/2024` is in June.
    """

    recent: date | None = None
    named: Period | None = None
    topic: Period | None = None
    day_first: bool = False

    def follow(self, point: Point, found: DateSpan) -> None:
        """Take note of a date that has been read."""
        if found.precision == "day" and found.earliest is not None and found.earliest == found.latest:
            self.recent = found.earliest
        if found.value is not None:
            period = Period(found.value, found.earliest, found.latest, found.precision)
            self.named = period if found.earliest is not None else self.named
            self.topic = news.topic_of(point, period, self.topic)
