"""The day of issue: from the header, an embargo or distribution line, or a dateline, and from nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pressparse import lexicons
from pressparse.context import Context
from pressparse.extractors.dates.finder import find_dates
from pressparse.extractors.dates.spans import DateSpan, Trail
from pressparse.outline.passages import Passage
from pressparse.records import IssuedFrom

_WORDS = lexicons.load("dates")["issued"]
_EMBARGO = re.compile("|".join(map(re.escape, _WORDS["embargo"])), re.I)
_LABEL = re.compile(
    rf"(?:^|[\[(<|/]\s?|\s{{2}})(?:{'|'.join(map(re.escape, sorted(_WORDS['header'], key=len, reverse=True)))})"
    r"\s?(?:[:\])>|(-]|on\b|$|\d|['‘’]?\d\d)",
    re.I,
)
_PLACE = re.compile(r"[\[(]?(?:[A-Z][\w.'-]{1,20}[ ,]{1,2}){1,5}[(\[]?$")
_DATELINE_END = re.compile(r"[)\]]?\s?(?:\([A-Z][\w .]{1,30}\)\s?)?[-–—:|]")
_DATELINE_PASSAGES = 4
_DATELINE_REACH = 60
_LABELLED_PASSAGES = 400
"""Passages searched for a label such as `Distribution:` that does not stand in the header block."""


def settle_issued(context: Context) -> None:
    """Set the context's day of issue and where it comes from: the user's option goes before the text."""
    if context.options.issued is not None:
        context.issued, context.issued_from = context.options.issued, "option"
    else:
        context.issued, context.issued_from = find_issued(context)


def find_issued(context: Context) -> tuple[date | None, IssuedFrom | None]:
    """The day of issue that the text gives and the kind of line that gives it; (None, None) where it gives none."""
    header = [passage for passage in context.passages if context.outline.nodes[passage.node].part == "header"]
    first_year = _first_year(context)
    found = list(_in_header(header, first_year))
    if embargo := next((day for day, embargoed in found if embargoed), None):
        return embargo, "embargo"
    if found:
        return found[0][0], "header"
    body = [passage for passage in context.passages if passage not in header][:_LABELLED_PASSAGES]
    if labelled := _labelled(body, first_year):
        return labelled
    dateline = _dateline(body[:_DATELINE_PASSAGES], first_year)
    return (dateline, "dateline") if dateline else (None, None)


def _in_header(header: list[Passage], first_year: date | None) -> Iterator[tuple[date, bool]]:
    """Each day of the header block, and whether it is an embargo's: the label may stand in the cell before."""
    embargoed = False
    for passage in header:
        dates = _days(passage.text, first_year)
        if _EMBARGO.search(passage.text):
            embargoed = True
        for span in dates:
            if span.earliest is not None:
                yield span.earliest, embargoed
        if dates:
            embargoed = False


def _labelled(body: list[Passage], first_year: date | None) -> tuple[date, IssuedFrom] | None:
    for passage in body:
        head = passage.text[:160]
        embargo = _EMBARGO.match(head)
        if not embargo and not _LABEL.match(head):
            continue
        if days := _days(head, first_year):
            return _start(days[0]), "embargo" if embargo else "header"
    return None


def _dateline(body: list[Passage], first_year: date | None) -> date | None:
    """`SEOUL, June 30, 2020 — …` or `(Sejong, June 30, 2020) …` at the beginning of the body."""
    for passage in body:
        for span in _days(passage.text[: 2 * _DATELINE_REACH], first_year):
            placed = span.start == 0 or _PLACE.match(passage.text[: span.start])
            if span.start < _DATELINE_REACH and placed and _DATELINE_END.match(passage.text, span.end):
                return _start(span)
    return None


def _days(text: str, first_year: date | None) -> list[DateSpan]:
    """The single days that the text names; one without a year counts where some other date of the release has one."""
    spans = find_dates(text, reference=None, trail=Trail(first_year))
    return [
        span
        for span in spans
        if span.precision == "day"
        and span.earliest is not None
        and span.earliest == span.latest
        and (not span.anchored or span.form in {"month_day", "day_month", "dotted_day"})
    ]


def _first_year(context: Context) -> date | None:
    """The first date of the release that gives its day and year in full."""
    for passage in context.passages:
        for span in find_dates(passage.text, reference=None):
            if span.precision == "day" and not span.anchored and span.earliest is not None:
                return span.earliest
    return None


def _start(span: DateSpan) -> date:
    assert span.earliest is not None
    return span.earliest
