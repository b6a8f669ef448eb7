"""A Point: one date as its words say it, before any calendar is asked."""

from __future__ import annotations

from dataclasses import dataclass

Relative = tuple[str, int]
"""A unit and how many of it after (before, where negative) the reference: ("year", -1) is last year."""


@dataclass(slots=True)
class Point:
    """One date as its words say it. `start` and `end` are code points; a field that the words leave open is None.

    `kind` is the unit that is named (day, month, quarter …) or the way it is reached (ago, same, weekday);
    `relative` counts from the reference; `part` is "end" for the end of a period, "part" for any other part of it;
    `other` is the year, month and day of a second reading (`18.06.24`).
    `valid` is False where the words contradict themselves (`March 3th`).
    """

    kind: str
    form: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    number: int | None = None
    weekday: int | None = None
    relative: Relative | None = None
    part: str = ""
    count: int | None = None
    last_year: int | None = None
    valid: bool = True
    other: tuple[int, int, int] | None = None

    @property
    def dated(self) -> bool:
        """Whether the words give the year, as a number or by its distance from the reference."""
        return self.year is not None or (self.relative is not None and self.relative[0] in {"year", "same year"})


def full_year(short: int) -> int:
    """The year that two digits after an apostrophe stand for: '21 is 2021, '93 is 1993."""
    return 2000 + short if short < 70 else 1900 + short


def is_recent(year: int) -> bool:
    """Whether two digits may stand for this year with no apostrophe: `24.6.18.`, but `13.6.18.` is a section."""
    return 2015 <= year <= 2039
