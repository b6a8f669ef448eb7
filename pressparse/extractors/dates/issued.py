"""The day of issue: from the header, an embargo or distribution line, or a dateline, and from nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from operator import itemgetter

from pressparse import lexicons
from pressparse.context import Context
from pressparse.extractors.dates.finder import find_dates
from pressparse.extractors.dates.order import is_day_first
from pressparse.extractors.dates.spans import DateSpan, Trail
from pressparse.outline import letterhead
from pressparse.outline.header import is_dated_name
from pressparse.outline.passages import Passage
from pressparse.records import IssuedFrom

_WORDS = lexicons.load("dates")["issued"]
_UPDATED = re.compile(r"\b(?:updat|modif|revis)\w{1,4}\b", re.I)
_EMBARGO = re.compile("|".join(map(re.escape, _WORDS["embargo"])), re.I)
_LABEL = re.compile(
    rf"(?:^|[\[(<|/]\s?|\s{{2}})(?:{lexicons.alternatives(_WORDS['header'])})"
    r"\s?(?:[:\])>|(-]|on\b|by\b(?=.{0,80}$)|$|\d|['‘’]?\d\d)",
    re.I,
)
_EMBARGOED, _PLAIN, _ALTERED = range(3)
"""What a header's day is, the likelier day of issue first: `Updated: June 5 | Published: June 4`."""
_PAGE = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _WORDS['page']))})(?=\W|\d|$)", re.I)
# What may stand beside the day in a line that says nothing else: "[Press Release, December 16, 2025]", "Sejong, …".
_NOTHING_ELSE = re.compile(
    r"[\W\d]*+(?:(?:(?:Press|News|Media) Release|Republic of [A-Z][a-z]{2,14}|E[Nn][Dd]|AM|PM|[ap]\.m\.|KST"
    r"|[A-Z][a-z]{2,14}(?=,))[\W\d]*+){0,4}"
)
_EVENT_DAY = re.compile(r"\W{0,3}Date(?:s| and time)?\b(?! of| posted| prov| publ| regis| iss)", re.I)
"""In a bullet: `○ Date: June 12, 14:00` is an event's."""
_CLOSING_LINE = 60
_PAGE_LINE = 160
_CLOSING_PASSAGES = 8
_PLACE = re.compile(r"(?!On |By |Since |Until |From )[\[(<]?(?:[A-Z][\w.'-]{1,20}[ ,:=/|–—-]{1,3}){1,5}[(\[]?$|[\[(<]$")
_SMALL = re.compile(r"\b(?!by\b|of\b|the\b|and\b|on\b)[a-z]{2,}\b")
_DATELINE_END = re.compile(
    r"[)\]]?\.?\s?(?:[(/][A-Z][\w .]{1,30}[)/]\s?)?[-–—:|]|(?:,? [A-Z][\w.'-]{1,20}){1,3}\s?(?:[-–—|]|[)\]>])"
)
_BRACKETED_END = re.compile(r"\s?[)\]>]\s?(?=[A-Z])")
_DATELINE_PASSAGES = 4
_DATELINE_REACH = 60
_LABELLED_PASSAGES = 400
"""Passages searched for a label such as `Distribution:` or `Posted on` that does not stand in the header block."""


def settle_issued(context: Context) -> None:
    """Set the context's day of issue and where it comes from: the user's option goes before the text."""
    if context.options.issued is not None:
        context.issued, context.issued_from = context.options.issued, "option"
    else:
        context.issued, context.issued_from = find_issued(context)


def find_issued(context: Context) -> tuple[date | None, IssuedFrom | None]:
    """The day of issue that the text gives and the kind of line that gives it; (None, None) where it gives none."""
    header = _front(context)
    before = _read_before(context)
    found = list(_in_header(header, before))
    if found:
        day, rank = min(found, key=itemgetter(1))
        return day, "embargo" if rank == _EMBARGOED else "header"
    known = {passage.index for passage in header}
    body = _ends([passage for passage in context.passages if passage.index not in known])
    if labelled := _labelled(context, body, before):
        return labelled
    body = [passage for passage in body if not _is_event_day(context, passage)]
    if dateline := _dateline(body[:_DATELINE_PASSAGES], before):
        return dateline, "dateline"
    page = _on_page(body, before)
    return (page, "header") if page else (None, None)


def _front(context: Context) -> list[Passage]:
    """The header block, with a title line that is none: a date, or an embargo under a rule."""
    parts = context.outline.nodes
    return [
        passage
        for passage in context.passages
        if (part := parts[passage.node].part) == "header" or (part in {"title", "subtitle"} and _is_dated_line(passage))
    ]


def _ends(passages: list[Passage]) -> list[Passage]:
    """The passages in which a label is looked for: of a long release its beginning and its end."""
    if len(passages) <= _LABELLED_PASSAGES:
        return passages
    return passages[: _LABELLED_PASSAGES // 2] + passages[-_LABELLED_PASSAGES // 2 :]


def _is_dated_line(passage: Passage) -> bool:
    text = passage.text.lstrip(" -=_*")
    if _EMBARGO.match(text):
        return True
    return len(text) < _CLOSING_LINE and any(span.start == 0 for span in _full_days(text, Trail()))


def _on_page(body: list[Passage], before: Trail) -> date | None:
    """The day in a web page's line around the release, or in a line at its end that says nothing else."""
    for passage in body:
        text = passage.text
        if len(text) < _PAGE_LINE and any(c.isdigit() for c in text) and _PAGE.search(text):
            for span in _full_days(text, before):
                if not _says_more(text[: span.start]) and not _says_more(_PAGE.sub("", text[span.end :])):
                    return _start(span)
    for passage in reversed(body[-_CLOSING_PASSAGES:]):
        if len(passage.text) < _CLOSING_LINE and (days := _full_days(passage.text, before)):
            rest = passage.text[: days[0].start] + passage.text[days[0].end :]
            if _NOTHING_ELSE.fullmatch(rest) or is_dated_name(passage.text):
                return _start(days[0])
    return None


def _says_more(text: str) -> bool:
    """Whether words of a sentence stand in a stretch of a line, in small letters."""
    return len(_SMALL.findall(text)) > 1


def _full_days(text: str, before: Trail) -> list[DateSpan]:
    """The single days that the text names with their year."""
    return [span for span in _days(text, before) if not span.anchored]


def _in_header(header: list[Passage], before: Trail) -> Iterator[tuple[date, int]]:
    """Each day of the header block with its rank; an embargo's label may stand in the cell before."""
    embargoed = False
    for passage in header:
        text = passage.text
        dates = _days(text, before)
        reached = 0
        for span in dates:
            # "Distributed: June 3 / Embargo: June 4", and a label behind the only day.
            labelled = text[reached : span.start] if len(dates) > 1 else text
            embargoed = embargoed or _EMBARGO.search(labelled) is not None
            yield _start(span), _EMBARGOED if embargoed else _ALTERED if _UPDATED.search(labelled) else _PLAIN
            embargoed, reached = False, span.end
        embargoed = embargoed or (not dates and _EMBARGO.search(text) is not None)


def _labelled(context: Context, body: list[Passage], before: Trail) -> tuple[date, IssuedFrom] | None:
    for passage in body:
        head = passage.text[:160]
        embargo = _EMBARGO.match(head)
        labelled = embargo or _LABEL.match(head) or letterhead.is_release_line(passage.text)
        if not labelled or _is_event_day(context, passage):
            continue
        if days := _days(head, before):
            return _start(days[0]), "embargo" if embargo else "header"
    return None


def _is_event_day(context: Context, passage: Passage) -> bool:
    return context.outline.nodes[passage.node].marker is not None and _EVENT_DAY.match(passage.text) is not None


def _dateline(body: list[Passage], known: Trail) -> date | None:
    """`SEOUL, June 30, 2020 — …` or `(Sejong, June 30, 2020) …` at the beginning of the body."""
    for passage in body:
        for span in _days(passage.text[: 2 * _DATELINE_REACH], known):
            before = passage.text[: span.start]
            placed = span.start == 0 or _PLACE.match(before)
            bracketed = before[:1] in {"(", "[", "<"} and _BRACKETED_END.match(passage.text, span.end)
            ended = bracketed or _DATELINE_END.match(passage.text, span.end)
            if span.start < _DATELINE_REACH and placed and ended:
                return _start(span)
    return None


def _days(text: str, before: Trail) -> list[DateSpan]:
    """The single days that the text names; one without a year counts where some other date of the release has one."""
    spans = find_dates(text, reference=None, trail=replace(before))
    return [
        span
        for span in spans
        if span.precision == "day"
        and span.earliest is not None
        and span.earliest == span.latest
        and (not span.anchored or span.form in {"month_day", "day_month", "dotted_day"})
    ]


def _read_before(context: Context) -> Trail:
    """What a header's date is read with: the first date that gives its day and year in full, and the order of both."""
    before = Trail(day_first=is_day_first(context.source.text))
    for passage in context.passages:
        for span in find_dates(passage.text, reference=None, trail=replace(before)):
            if span.precision == "day" and not span.anchored and span.earliest is not None:
                return replace(before, recent=span.earliest)
    return before


def _start(span: DateSpan) -> date:
    assert span.earliest is not None
    return span.earliest
