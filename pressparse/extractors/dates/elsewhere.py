"""A day whose year the release gives in another place: `labels from January 1` over `From January 1, 2025, …`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pressparse.extractors.dates import values
from pressparse.extractors.dates.spans import DateSpan

_OPEN_YEAR = {"month_day", "day_month", "dotted_day"}


class Elsewhere:
    """The days that a release names with their years, by month and day."""

    def __init__(self, found: Iterable[DateSpan], issued: date | None) -> None:
        self._days: dict[tuple[int, int], set[date]] = {}
        for span in found:
            day = _single_day(span) if not span.anchored else None
            # The year of an anniversary is another matter: "since June 3, 1953".
            if day is not None and issued is not None and abs(day.year - issued.year) < 2:
                self._days.setdefault((day.month, day.day), set()).add(day)

    def settled(self, span: DateSpan) -> DateSpan:
        """The span with the year that its day has elsewhere; the span itself where the release gives none or two."""
        day = _single_day(span) if span.anchored and span.form in _OPEN_YEAR else None
        if day is None:
            return span
        known = self._days.get((day.month, day.day), set())
        if len(known) != 1 or day in known:
            return span
        period = values.day(next(iter(known)))
        return span._replace(value=period.value, earliest=period.earliest, latest=period.latest)


def _single_day(span: DateSpan) -> date | None:
    return span.earliest if span.precision == "day" and span.earliest == span.latest and not span.parts else None
