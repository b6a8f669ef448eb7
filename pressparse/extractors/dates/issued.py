"""The day of issue: from the header, an embargo or distribution line, or a dateline, and from nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pressparse import lexicons
from pressparse.context import Context
from pressparse.extractors.dates.finder import find_dates
from pressparse.extractors.dates.spans import DateSpan, Trail
from pressparse.outline import letterhead
from pressparse.outline.header import is_dated_name
from pressparse.outline.passages import Passage
from pressparse.records import IssuedFrom

_WORDS = lexicons.load("dates")["issued"]
_EMBARGO = re.compile("|".join(map(re.escape, _WORDS["embargo"])), re.I)
_LABEL = re.compile(
    rf"(?:^|[\[(<|/]\s?|\s{{2}})(?:{lexicons.alternatives(_WORDS['header'])})"
    r"\s?(?:[:\])>|(-]|on\b|$|\d|['‘’]?\d\d)",
    re.I,
)
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
    first_year = _first_year(context)
    found = list(_in_header(header, first_year))
    if embargo := next((day for day, embargoed in found if embargoed), None):
        return embargo, "embargo"
    if found:
        return found[0][0], "header"
    known = {passage.index for passage in header}
    body = _ends([passage for passage in context.passages if passage.index not in known])
    if labelled := _labelled(context, body, first_year):
        return labelled
    body = [passage for passage in body if not _is_event_day(context, passage)]
    if dateline := _dateline(body[:_DATELINE_PASSAGES], first_year):
        return dateline, "dateline"
    page = _on_page(body)
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
    return bool(_EMBARGO.match(text)) or (len(text) < _CLOSING_LINE and any(s.start == 0 for s in _full_days(text)))


def _on_page(body: list[Passage]) -> date | None:
    """The day in a web page's line around the release, or in a line at its end that says nothing else."""
    for passage in body:
        text = passage.text
        if len(text) < _PAGE_LINE and any(c.isdigit() for c in text) and _PAGE.search(text):
            for span in _full_days(text):
                if not _says_more(text[: span.start]) and not _says_more(_PAGE.sub("", text[span.end :])):
                    return _start(span)
    for passage in reversed(body[-_CLOSING_PASSAGES:]):
        if len(passage.text) < _CLOSING_LINE and (days := _full_days(passage.text)):
            rest = passage.text[: days[0].start] + passage.text[days[0].end :]
            if _NOTHING_ELSE.fullmatch(rest) or is_dated_name(passage.text):
                return _start(days[0])
    return None


def _says_more(text: str) -> bool:
    """Whether words of a sentence stand in a stretch of a line, in small letters."""
    return len(_SMALL.findall(text)) > 1


def _full_days(text: str) -> list[DateSpan]:
    """The single days that the text names with their year."""
    return [span for span in _days(text, None) if not span.anchored]


def _in_header(header: list[Passage], first_year: date | None) -> Iterator[tuple[date, bool]]:
    """Each day of the header block, and whether it is an embargo's: the label may stand in the cell before."""
    embargoed = False
    for passage in header:
        text = passage.text
        dates = _days(text, first_year)
        reached = 0
        for span in dates:
            # "Distributed: June 3 / Embargo: June 4", and a label behind the only day.
            labelled = text[reached : span.start] if len(dates) > 1 else text
            yield _start(span), embargoed or _EMBARGO.search(labelled) is not None
            embargoed, reached = False, span.end
        embargoed = embargoed or (not dates and _EMBARGO.search(text) is not None)


def _labelled(context: Context, body: list[Passage], first_year: date | None) -> tuple[date, IssuedFrom] | None:
    for passage in body:
        head = passage.text[:160]
        embargo = _EMBARGO.match(head)
        labelled = embargo or _LABEL.match(head) or letterhead.is_release_line(passage.text)
        if not labelled or _is_event_day(context, passage):
            continue
        if days := _days(head, first_year):
            return _start(days[0]), "embargo" if embargo else "header"
    return None


def _is_event_day(context: Context, passage: Passage) -> bool:
    return context.outline.nodes[passage.node].marker is not None and _EVENT_DAY.match(passage.text) is not None


def _dateline(body: list[Passage], first_year: date | None) -> date | None:
    """`SEOUL, June 30, 2020 — …` or `(Sejong, June 30, 2020) …` at the beginning of the body."""
    for passage in body:
        for span in _days(passage.text[: 2 * _DATELINE_REACH], first_year):
            before = passage.text[: span.start]
            placed = span.start == 0 or _PLACE.match(before)
            bracketed = before[:1] in {"(", "[", "<"} and _BRACKETED_END.match(passage.text, span.end)
            ended = bracketed or _DATELINE_END.match(passage.text, span.end)
            if span.start < _DATELINE_REACH and placed and ended:
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
