"""Dates in one passage: the lexer's codes are searched once from left to right, and every match becomes a DateSpan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pressparse.extractors.dates import forms, guards, sequences
from pressparse.extractors.dates.anchors import Anchor, Style, Unanchored
from pressparse.extractors.dates.lexer import lex
from pressparse.extractors.dates.openings import find_opening
from pressparse.extractors.dates.points import Point
from pressparse.extractors.dates.readers import read
from pressparse.extractors.dates.sequences import Expression, Joint
from pressparse.extractors.dates.setting import Setting
from pressparse.extractors.dates.spans import DateSpan, Part, Trail
from pressparse.extractors.dates.stations import stations
from pressparse.extractors.dates.surroundings import Surroundings, is_day_behind, surroundings
from pressparse.extractors.dates.tense import Tenses
from pressparse.extractors.dates.tokens import Tokens
from pressparse.extractors.dates.values import Period

MOST_MEMBERS = 12
"""Points of one list or range at the most, so that a line of a million numbers stays linear."""

_COMMA_UNTIL = re.compile(r", (?:until|till)\b")  # "from January 1, 2021, until December 31": two dates


def find_dates(
    text: str, *, reference: date | None, trail: Trail | None = None, style: Style = Style.PRESS
) -> list[DateSpan]:
    """All dates in a passage, in order and without overlap.

    `reference` is the day that open years and words like `today` count from; where it is None, the day named last
    before stands in. `trail` knows that day from earlier passages and is brought up to date. The time is linear.
    """
    trail = Trail() if trail is None else trail
    found: list[DateSpan] = []
    tenses = Tenses(text, style)
    setting = Setting(text, reference)
    for expression in _Reader(text, lex(text), style).expressions():
        first, last = expression.points[0], expression.points[-1]
        open_year = not first.dated or any(not point.dated for point in expression.points[1:])
        tense = tenses.around(first.start, last.end, ranged=expression.ranged) if open_year else None
        if tense in {None, "infinitive"} and setting.leads_on(first, tenses):
            tense = "ahead"
        around = setting.around(_opened(expression), tenses, tense) if open_year and style is Style.PRESS else None
        span = _resolved(
            expression, Anchor(reference, trail.recent, trail.named, around, trail.topic, tense, style, trail.day_first)
        )
        trail.follow(first, span)
        setting.follow(expression.points, span)
        if first.form != "stretch":
            found.append(span)
    return found


def _opened(expression: Expression) -> Point:
    """The first point, with the month that a later one gives it: `from 3 to 14 February`."""
    first = expression.points[0]
    month = next((point.month for point in expression.points if point.month is not None), None)
    return replace(first, month=month) if first.kind == "day" and first.month is None and month is not None else first


class _Reader:
    """Reads the expressions of one text from left to right."""

    def __init__(self, text: str, tokens: Tokens, style: Style) -> None:
        self.text, self.tokens, self.style = text, tokens, style
        self.listless = 0
        """Before this token no comma joins a list: one has been tried there and came to nothing."""

    def expressions(self) -> Iterator[Expression]:
        """All expressions that are dates in their surroundings."""
        at, codes = 0, self.tokens.codes
        find_head = forms.news_head().search if self.style is Style.NEWS else forms.find_head
        while match := find_head(codes, at):
            found = self._expression(match)
            spoken = match.lastgroup == "spoken_month_day"
            if found is None and (spoken or (match.lastgroup == "month_day" and self._counts(match.end()))):
                alone = forms.MONTH_ALONE.match(codes, match.start())
                found = self._expression(alone) if alone else None
            if found is None:
                at = match.start() + 1
                continue
            yield found[0]
            at = found[1]
            first = found[0].points[0]
            if len(found[0].points) == 1 and self.text.startswith("(", first.start - 1 if first.start else 0):
                yield from (Expression((point,)) for point in stations(self.text, first))
            if found[0].joint == "range" and (more := self._behind_range(found[0], at)):
                yield more[0]
                at = more[1]

    def _behind_range(self, expression: Expression, at: int) -> tuple[Expression, int] | None:
        """`June 3-4 and 7`: the days behind a range, which are a date of their own in its month."""
        first, last = expression.points[0], expression.points[-1]
        link = forms.AND.match(self.tokens.codes, at)
        if link is None or last.kind != "day" or (last.month or first.month) is None:
            return None
        tail = forms.TAIL.match(self.tokens.codes, link.end())
        point = self._tail(tail, last) if tail and tail.lastgroup == "day_tail" else None
        if tail is None or point is None or (point.day or 0) <= (last.day or 0):
            return None
        point.month, point.year = last.month or first.month, point.year or last.year or first.year
        members, joint, end = self._sequence(point, tail.end())
        return Expression(tuple(members), joint), end

    def _counts(self, at: int) -> bool:
        """Whether a word in small letters follows the token before `at`, as in "in March 35 experts met"."""
        end = self.tokens[at - 1].end
        return self.text[end : end + 2].strip().islower()

    def _expression(self, match: re.Match[str]) -> tuple[Expression, int] | None:
        """The expression that begins with a match, and the token behind it; None where it is no date."""
        head = _point(match, self.tokens)
        members, joint, end = self._sequence(head, match.end())
        if not members:
            return None
        opening, first, last = find_opening(self.text, self.tokens, match.start(), end, joint)
        if not guards.is_date(head, self._around(head.start, last if opening == "from" else members[-1].end)):
            return None
        if opening:
            members[0].start, members[-1].end = first, last
            while end < len(self.tokens.codes) and self.tokens[end].start < last:
                end += 1
        return Expression(tuple(members), joint, opening), end

    def _around(self, start: int, end: int) -> Surroundings:
        return surroundings(self.text, start, end, style=self.style)

    def _sequence(self, head: Point, at: int) -> tuple[list[Point], Joint | None, int]:
        """The points that belong with `head`, how they are joined, and the token behind the last of them."""
        members, joint, kept, kept_end = [head], None, 1, at
        while len(members) < MOST_MEMBERS and (step := self._step(members, joint, at)):
            point, kind, at = step
            members.append(point)
            if kind != "comma":
                joint, kept, kept_end = kind, len(members), at
            if kind == "range" or (kind == "comma" and joint is not None):
                break
        closed = kept == 1 < len(members) and self.text.startswith(")", members[-1].end)
        if closed and sequences.is_bare_list(members):
            return members, "comma", at  # "four Saturdays (June 1, 8, 15, 22)"
        if kept < len(members):
            self.listless = max(self.listless, at)
        if kept == 1 and head.form in forms.HEAD_ONLY:
            return [], None, at
        return members[:kept], joint, kept_end

    def _step(self, members: list[Point], joint: Joint | None, at: int) -> tuple[Point, Joint, int] | None:
        """The next point of a sequence, what joins it to the last one, and the token behind it; None at the end."""
        codes = self.tokens.codes
        link = forms.JOINT.match(codes, at) if codes[at : at + 1] in forms.JOINT_OPENING else None
        if link is None or (link.lastgroup == "comma" and at < self.listless):
            return None
        kind: Joint = link.lastgroup  # type: ignore[assignment]
        if kind == "range" and (joint is not None or _COMMA_UNTIL.match(self.text, members[-1].end)):
            return None
        dotted = members[-1].form in {"dotted_day", "numeric", "numeric_short", "numeric_month"}
        tail = (forms.dotted_tail() if dotted else forms.TAIL).match(codes, _past_article(codes, link.end()))
        if tail and tail.lastgroup == "numeric_month" and members[-1].form == "year":
            tail = forms.YEAR_ALONE.match(codes, tail.start())  # "for 2022-2024. 2. Posters"
        point = self._tail(tail, members[-1]) if tail else None
        if tail is None or point is None:
            return None
        if kind == "both" and len(members) == 1 and _is_between(self.text, members[0].start):
            kind = "range"
        return (point, kind, tail.end()) if sequences.joinable(members[-1], point, kind) else None

    def _tail(self, match: re.Match[str], before: Point) -> Point | None:
        point = _point(match, self.tokens)
        if point.form not in {"day_tail", "dotted_tail"}:
            return point
        if year := sequences.short_year(before, point):
            spoken = self.text[before.end : point.start].strip().isalpha()
            return None if spoken and not self._runs_from(before) else year
        if before.form == "numeric_month" and point.day is not None:
            point.kind, point.month, point.day = "month", point.day, None  # "'24. 6. ~ 12."
            return point
        if before.kind != "day" or before.day is None:
            return None
        bare = point.form == "day_tail" and self.text[point.start : point.end].isdecimal()
        return None if bare and not is_day_behind(self._around(point.start, point.end)) else point

    def _runs_from(self, point: Point) -> bool:
        """Whether "from" or a short year stands before: `from 2021 to 25`; not `from 61 in 2022 to 33 in 2023`."""
        return self._around(point.start, point.end).previous.lower() in {"from", "between"}


def _point(match: re.Match[str], tokens: Tokens) -> Point:
    return read(match.lastgroup or "", match[0], tokens.between(match.start(), match.end()))


def _past_article(codes: str, at: int) -> int:
    return at + 1 if codes[at : at + 1] == "h" else at


def _is_between(text: str, start: int) -> bool:
    return text[max(0, start - 12) : start].lower().rstrip().removesuffix(" the").endswith("between")


def _resolved(expression: Expression, anchor: Anchor) -> DateSpan:
    first, last = expression.points[0], expression.points[-1]
    start, end = first.start, last.end
    anchored = not any(p.year is not None or (p.kind in {"decade", "century"} and p.number) for p in expression.points)
    try:
        members = sequences.periods(expression, anchor)
        period = sequences.merged(expression, members)
    except Unanchored as error:
        return DateSpan(start, end, None, None, None, first.kind, True, first.form, problem=str(error))
    except ValueError as error:
        return DateSpan(start, end, None, None, None, first.kind, anchored, first.form, problem=str(error))
    return _span(start, end, expression, members, period, anchored=anchored)


def _span(
    start: int, end: int, expression: Expression, members: list[Period], period: Period, *, anchored: bool
) -> DateSpan:
    parts: tuple[Part, ...] = ()
    if len(members) > 1:
        parts = tuple(Part(p.start, p.end, m.value) for p, m in zip(expression.points, members, strict=True))
    return DateSpan(
        start, end, period.value, period.earliest, period.latest, period.precision, anchored,
        expression.points[0].form, expression.joint, parts,
    )  # fmt: skip
