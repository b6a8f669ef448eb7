"""How news counts: a report on one quarter says `the quarter`, `a year earlier`, `the year-ago period` and means by it.

Used with `Style.NEWS` only. Releases spell their quarters out, and there a comparison is no date (ANNOTATION.md).
"""

from __future__ import annotations

from pressparse.extractors.dates import values
from pressparse.extractors.dates.points import Point
from pressparse.extractors.dates.values import Period

NEWS_FORMS = {
    # the latest quarter · the quarter · the 1988 period · the fiscal quarter
    "topic": r"hA?F?[qP](?!-?[fg])|h?A[qP]|hY[qP]",
    # a year earlier · the year-ago quarter · year-earlier · the quarter a year ago
    "year_before": r"(?:h[qP])?(?:h|N)?a-?[jg](?:[qP]|O-?q)?",
    # the nine months: what follows "a year earlier" is then a year's
    "stretch": r"[OL]?[nNT]-?U(?!-?[gjV])",
    # the summer
    "bare_season": r"hs",
    # for the year
    "this_year": r"hF?a(?![-pPn])",
}


def topic_of(point: Point, period: Period, topic: Period | None) -> Period | None:
    """What a report is about once `point` has been read: the quarter named last, or its whole year."""
    if point.kind == "quarter":
        return period
    if point.form == "stretch":
        return values.year(topic.earliest.year) if topic is not None and topic.earliest is not None else None
    return topic


def topic_period(point: Point, topic: Period | None, previous: Period) -> Period:
    """The quarter in question, in the year that the words give; `previous` is the quarter before the reference."""
    known = topic if topic is not None and topic.precision == "quarter" else None
    if point.year is None:
        return known or previous
    return _in_year(known, point.year) if known else values.year(point.year)


def year_before(point: Point, topic: Period | None, this_year: int) -> Period:
    """The period in question, a year earlier."""
    if point.number is not None:
        year = topic.earliest.year if topic is not None and topic.earliest is not None else this_year
        return values.quarter(year - 1, point.number)
    if topic is None or topic.earliest is None:
        return values.year(this_year - 1)
    return _in_year(topic, topic.earliest.year - 1)


def _in_year(period: Period, year: int) -> Period:
    if period.precision == "quarter" and period.earliest is not None:
        return values.quarter(year, (period.earliest.month + 2) // 3)
    return values.year(year)
