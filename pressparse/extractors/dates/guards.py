"""What is written like a date and is none: amounts, names, frequencies, comparisons. One guard for each form."""

from __future__ import annotations

import re
from collections.abc import Callable

from pressparse.extractors.dates import numeric_guards, vague, year_guards
from pressparse.extractors.dates.points import Point
from pressparse.extractors.dates.surroundings import (
    AFTER_DAY,
    COUNTED,
    GLUED_BEHIND,
    PLAIN_BEFORE,
    PLAIN_BEHIND,
    Surroundings,
)

_FREQUENT = {"every", "each", "per", "annually", "weekly", "monthly"}
_WHICH = {"last", "first", "second", "third", "fourth", "other"}
_FREQUENT_BEFORE = re.compile(r"\b(?:every|each) \w+\s*$", re.I)
_FREQUENT_BEHIND = re.compile(r",? (?:of |in )?(?:every|each) (?:year|month|week)\b|,? annually\b", re.I)
_COMPARED_BEFORE = re.compile(
    r"\b(?:same|corresponding|equivalent|comparable)(?: \w{1,12}){1,3}(?: (?:of|in|a))?(?: the)?\s*$"
    r"|\byear[- ](?:on|over)[- ]\s*$",
    re.I,
)
_COMPARED_BEHIND = re.compile(r"[- ](?:on|over|to)[- ](?:year|month|quarter|week)s?\b", re.I)
_PART_WORDS = re.compile(r"^(?:early|mid|late|end of|beginning of)[ -]")
_HYPHEN = re.compile(r"[-–](?!\d)")
_ORDINAL_PLACED = re.compile(
    r"(?:\b(?:on|by|from|until|till|since|before|after|of|between|and|to|through|am|pm|m\.),? (?:the )?"
    r"|\b(?:starting|beginning|ending|around|for) the |\bday,? \(?the |\bday \("
    r"|\bthe (?:past|last|coming|upcoming) )$",
    re.I,
)
_ORDINAL_UNPLACED = re.compile(r"\b(?:of|and|to|by|from|after|before) $", re.I)
_ORDINAL_BEHIND = re.compile(r" of (?:this|last|next|every)\b| in [A-Z]")
_KOREAN_DURATION = re.compile(r"\s?(?:간|이내|동안|이상|만에|내)")
_WEEKDAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_WEEKDAY_BEHIND = re.compile(
    rf"s\b| (?:morning|afternoon|evening|night)s\b|[-–]\w| (?:to|through|and|or|-|–) ?{_WEEKDAYS}"
)
_WEEKDAY_BEFORE = re.compile(r"day (?:to|through|and|or|-|–) ?$")
_APPROXIMATE = re.compile(r"(?:more than|less than|over|about|some|nearly) $")
_CLAUSE_BEFORE = re.compile(r"(?:^|[.;:,)\]]) ?(?:and |but )?(?:(?:later|earlier) )?(?:on )?the $", re.I)
_COMPARED_NEXT = re.compile(r" (?:of |in |from )?(?:the )?(?:last|previous|preceding|a year|next|earlier)|[-–]")
_COMPOUND_OR_PLURAL = re.compile(r"s\b|[-–]\w")
_VERBS = {"may", "march", "august", "sept"}


def is_date(point: Point, around: Surroundings) -> bool:
    """Whether an expression whose first point is `point` is a date in these surroundings."""
    if _is_frequent(around) or (not around.news and _is_compared(around)):
        return False
    guard = _GUARDS.get(point.form)
    return guard is None or guard(point, around)


def _is_frequent(around: Surroundings) -> bool:
    """`every Friday`, `every last Friday`, `October every year`."""
    previous = around.previous.lower()
    if previous in _FREQUENT or (previous in _WHICH and _FREQUENT_BEFORE.search(around.before)):
        return True
    return _FREQUENT_BEHIND.match(around.after) is not None


def _is_compared(around: Surroundings) -> bool:
    """`the same period last year`, `year on year`."""
    # Most texts hold none of these words: a look for them is cheaper than the pattern.
    if _may_compare(around.before) and _COMPARED_BEFORE.search(around.before):
        return True
    return _COMPARED_BEHIND.match(around.after) is not None


def _may_compare(before: str) -> bool:
    """Whether a word that compares may stand there: quick, and never wrong with a no."""
    if "same" in before or "Same" in before or "year" in before:
        return True
    return "correspond" in before or "equivalent" in before or "comparable" in before


def _month(point: Point, around: Surroundings) -> bool:
    """A month by itself: `may`, `march`, `Mar` are other words, `June Olsen` and `Ellen May` people."""
    if GLUED_BEHIND.match(around.after) and not _HYPHEN.match(around.after):
        return False
    word = _PART_WORDS.sub("", around.inner)
    name = word.rstrip(".").lower()
    if word[:1].islower() and (len(name) < 4 or name in _VERBS):
        return False
    if around.placed or point.part:
        return True
    alone = not around.previous and not around.following
    if name == "may" or (len(name) < 4 and not word.endswith(".")):
        return alone
    if name == "march" and around.following and (not around.previous or word.isupper()):
        return False
    return not _named(around)


def _named(around: Surroundings) -> bool:
    """Whether a capitalised word beside the month makes a name of the two."""
    previous = around.previous
    return (previous[:1].isupper() and previous.lower() not in PLAIN_BEFORE) or _capital_behind(around)


def _month_day(point: Point, around: Surroundings) -> bool:
    inner = around.inner
    if point.year is None and inner[:3] in {"may", "mar"} and inner[-1].isdigit():
        return False  # "they may 3", in small letters
    if around.glued_behind or (around.previous.lower() == "the" and point.year is None and _capital_behind(around)):
        return False  # "the March 1st Movement"
    return not inner[-1].isdigit() or point.year is not None or _is_no_count(around)


def _capital_behind(around: Surroundings) -> bool:
    return around.following[:1].isupper() and around.following.lower() not in PLAIN_BEHIND


def _is_no_count(around: Surroundings) -> bool:
    """`in March 35 experts` has no day: what is counted follows the number."""
    following = around.following
    if not following or following[0].isupper() or following.lower() in AFTER_DAY:
        return True
    return around.previous.lower() not in {"in", "since"} and following.lower() not in COUNTED


def _ordinal(point: Point, around: Surroundings) -> bool:
    """`on the 15th that`, `28th (Fri)`; not `the 15th meeting`, `on the 4th floor`."""
    if not 1 <= (point.day or 0) <= 31 or GLUED_BEHIND.match(around.after):
        return False
    if point.weekday is not None:
        return True
    if not around.inner.isascii():
        return not _KOREAN_DURATION.match(around.after)
    if not _ORDINAL_PLACED.search(around.before) or _ORDINAL_UNPLACED.search(around.before):
        return False
    following = around.following.lower()
    if not following or (following in AFTER_DAY and following not in {"of", "in"}):
        return True
    return bool(_ORDINAL_BEHIND.match(around.after))


def _year_end(point: Point, around: Surroundings) -> bool:
    """`by year-end`; not `at the year-end briefing`."""
    return around.inner[:1].lower() not in "ymq" or not around.following or around.following.lower() in AFTER_DAY


def _number_day(point: Point, around: Surroundings) -> bool:
    """`on 19 (Wed)`."""
    return around.placed


def _spoken(point: Point, around: Surroundings) -> bool:
    """`May the fourth`; not `in October the first ferries sail`."""
    return not around.following or around.following.lower() in AFTER_DAY


def _ordinals(point: Point, around: Surroundings) -> bool:
    """`the 21st to the 25th`; not `1st–3rd graders`."""
    return not GLUED_BEHIND.match(around.after) and (not around.following or around.following.lower() in AFTER_DAY)


def _weekday(point: Point, around: Surroundings) -> bool:
    """`on Friday`; not `Monday to Friday`, which are hours of work, or `Fridays`."""
    if around.news:
        return not around.glued_behind and not _COMPOUND_OR_PLURAL.match(around.after)
    if _WEEKDAY_BEHIND.match(around.after) or _WEEKDAY_BEFORE.search(around.before):
        return False
    if around.previous.lower() in {"a", "any", "no", "one"}:
        return False
    if around.following == "of" and around.previous.lower() in _WHICH:
        return False  # "the third Thursday of November every year"
    return not year_guards.in_name(around)


def _ago(point: Point, around: Surroundings) -> bool:
    """`two years ago`; not `more than two years ago`, nor `higher than a year ago`, which compares."""
    return around.news or not (_APPROXIMATE.search(around.before) or around.previous.lower() == "than")


def _counted(point: Point, around: Surroundings) -> bool:
    """`the first nine months of 2024`, `the last day of May`; not `the next two months of this year`."""
    return point.valid and point.number != 0


def _same(point: Point, around: Surroundings) -> bool:
    """`On the same day, it …`, which goes on with another day; `that year` only in news.

    Not `same day delivery`, `the same month last year`, or `they all leave on the same day`.
    """
    if around.inner[:1] in "tT":
        return around.news
    if around.previous.lower() != "the" or _COMPARED_NEXT.match(around.after):
        return False
    if point.relative == ("day", 0) and not _CLAUSE_BEFORE.search(around.before):
        return False
    return not around.following or around.following.lower() in AFTER_DAY


Guard = Callable[[Point, Surroundings], bool]
_GUARDS: dict[str, Guard] = {
    "days_of": _counted, "units_of": _counted, "week_of": _counted, "nth_weekday": _counted, "last_day": _counted,
    "numeric": numeric_guards.numeric, "numeric_year_last": numeric_guards.numeric,
    "numeric_month": numeric_guards.numeric, "month_day": _month_day, "dotted_day": numeric_guards.dotted,
    "month": _month, "weekday": _weekday, "ordinal_day": _ordinal, "day_before_day": _ordinals,
    "numeric_short": numeric_guards.short, "ago": _ago, "same": _same, "quarter": year_guards.quarter,
    "season": year_guards.season, "near": year_guards.near, "month_slash_year": numeric_guards.slashed,
    "compact_day": numeric_guards.compact, "day_near": vague.day_near, "year_pair": year_guards.year,
    "year": year_guards.year, "decade": year_guards.decade, "spoken_month_day": _spoken, "number_day": _number_day,
    "year_end": _year_end, "this_year": year_guards.this_year,
}  # fmt: skip
