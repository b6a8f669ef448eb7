"""The dates of a release: every passage searched, each date made a record."""

from __future__ import annotations

from pressparse.context import Context
from pressparse.extractors.dates.elsewhere import Elsewhere
from pressparse.extractors.dates.finder import find_dates
from pressparse.extractors.dates.leftovers import with_leftovers
from pressparse.extractors.dates.order import is_day_first
from pressparse.extractors.dates.spans import DateSpan, Trail
from pressparse.outline.passages import Passage
from pressparse.records import Date, Evidence


def extract(context: Context) -> list[Date]:
    """All dates of the release in document order; what could not be resolved is told in `context.warnings`.

    They count from the day of issue. With none, an open date counts from the nearest earlier full date of the text.
    """
    records: list[Date] = []
    trail = Trail(day_first=is_day_first(context.source.text))
    found = []
    for passage in context.passages:
        spans = find_dates(passage.text, reference=context.issued, trail=trail)
        found += [(passage, span) for span in with_leftovers(spans, passage.text, reference=context.issued)]
    elsewhere = Elsewhere((span for _, span in found), context.issued)
    for passage, span in found:
        record = _record(context, passage, elsewhere.settled(span))
        records.append(record)
        if span.problem is not None:
            context.warnings.append(f"date {record.text!r} at {record.start} has no value: {span.problem}")
    return records


def _record(context: Context, passage: Passage, span: DateSpan) -> Date:
    start, end = passage.span(span.start, span.end)
    text = context.source.text[start:end]
    return Date(
        text=text,
        start=start,
        end=end,
        node=passage.node,
        value=span.value,
        earliest=span.earliest.isoformat() if span.earliest else None,
        latest=span.latest.isoformat() if span.latest else None,
        precision=span.precision,
        anchored=span.anchored,
        evidence=Evidence(rule=f"date.{span.form}", words=[text]) if context.options.evidence else None,
    )
